//! The files that speed is measured on, read and decoded once, and the clock that measures them.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::decode;
use aud_rules_runtime::modules::ModuleMap;

/// Decoded files with their modules.
pub struct Corpus {
    /// Folder that holds them.
    pub root: PathBuf,
    /// All modules, in path order.
    pub modules: ModuleMap,
    /// Decoded text of each module, in the same order.
    pub texts: Vec<String>,
}

impl Corpus {
    /// Reads every Python file below `root`.
    pub fn read(root: &Path) -> std::io::Result<Self> {
        let discovery = discover(&[root.to_owned()]).map_err(std::io::Error::other)?;
        let modules = ModuleMap::new(discovery.files.iter().map(|file| file.path.clone()));
        let texts = discovery
            .files
            .iter()
            .map(|file| Ok(decode(&std::fs::read(&file.absolute)?).text))
            .collect::<std::io::Result<Vec<_>>>()?;
        Ok(Corpus { root: root.to_owned(), modules, texts })
    }

    /// Bytes of all texts.
    pub fn n_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// Something that is measured: it does its work once and says how long the part that counts took.
pub struct Measure<'m> {
    /// What it is, in a few words.
    pub name: &'static str,
    /// Runs it once.
    pub run: Box<dyn FnMut() -> Duration + 'm>,
}

/// Median time of each measure over `n_rounds`; the measures take turns, so that a slow moment of the machine falls on
/// all of them alike. One round before is not counted.
pub fn medians(measures: &mut [Measure<'_>], n_rounds: usize) -> Vec<Duration> {
    let mut times = vec![Vec::new(); measures.len()];
    for round in 0..=n_rounds {
        for (measure, times) in measures.iter_mut().zip(&mut times) {
            let time = (measure.run)();
            if round > 0 {
                times.push(time);
            }
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort();
            times[times.len() / 2]
        })
        .collect()
}

/// Runs `work` and says how long it took.
pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The folder of the sample: that of `AUD_RULES_BENCH_FILES`, or `target/corpus-sample`.
///
/// # Panics
///
/// When it is not there.
pub fn sample_folder() -> PathBuf {
    let given = std::env::var_os("AUD_RULES_BENCH_FILES").map(PathBuf::from);
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/corpus-sample");
    let folder = given.unwrap_or(default);
    assert!(
        folder.is_dir(),
        "{} is not there; make it with `benches/fetch_corpus.sh && benches/fetch_corpus.sh --sample 1000 target/corpus-sample`",
        folder.display(),
    );
    folder
}
