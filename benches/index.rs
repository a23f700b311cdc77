//! `cargo bench --bench index`: time, memory and size of whole runs, from files to a database, over parsing the same files.
//!
//! Files are those of the other benchmark (`pipeline.rs` says where they come from); they are copied, since some of them are
//! edited. Each run is a process of its own, because the most memory that was used is known of a process only. Printed are
//! the median time and the highest memory of all rounds.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use aud_rules_benches::{Corpus, sample_folder, timed};
use aud_rules_catalogue::{Catalogue, LIBRARY_FILES};
use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::modules::ModuleId;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::syntax::language::parser;

const N_ROUNDS: usize = 3;

/// Tells the process that it is one run, with so many threads.
const JOBS: &str = "AUD_RULES_BENCH_JOBS";

/// What one run took.
#[derive(Clone, Copy, Default)]
struct Taken {
    time: Duration,
    peak_bytes: u64,
    database_bytes: u64,
    n_examined: u64,
}

/// What happens to the files before a run.
enum Before<'b> {
    /// The database of the run before is removed.
    Forget,
    /// Nothing.
    Leave,
    /// A class is added to this file, of another name each time.
    Edit(&'b Path),
}

fn main() {
    if let Some(jobs) = std::env::var_os(JOBS) {
        let jobs = jobs.to_str().and_then(|jobs| jobs.parse().ok()).expect("a number of threads is given");
        let [project, database] = [1, 2].map(|at| std::env::args_os().nth(at).map(PathBuf::from).expect("two paths"));
        return run_once(&project, &database, jobs);
    }
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (project, database) = (folder.path().join("project"), folder.path().join("index.db"));
    copy(&sample_folder(), &project).expect("the sample can be copied");
    let corpus = Corpus::read(&project).expect("the sample can be read");
    let parse_only = median((0..N_ROUNDS).map(|_| timed(|| parse_all(&corpus))));
    let (leaf, base) = (by_imports(&corpus, false), by_imports(&corpus, true));
    println!(
        "{} files, {:.1} MB; {N_ROUNDS} rounds; parse only, one thread: {:.0} ms",
        corpus.texts.len(),
        corpus.n_bytes() as f64 / 1e6,
        parse_only.as_secs_f64() * 1e3
    );
    println!("most files import {}, none {}", base.display(), leaf.display());
    println!("{:<34}{:>10}{:>14}{:>12}{:>14}{:>10}", "", "ms", "x parse only", "peak MB", "db/sources", "examined");
    let runs = [
        ("all anew, 1 job", Before::Forget, 1),
        ("all anew, 2 jobs", Before::Forget, 2),
        ("nothing changed", Before::Leave, 2),
        ("a file edited that none imports", Before::Edit(&leaf), 2),
        ("the file edited that most import", Before::Edit(&base), 2),
    ];
    for (name, before, jobs) in runs {
        let rounds: Vec<Taken> = (0..N_ROUNDS)
            .map(|round| {
                prepare(&before, &project, &database, round);
                run_alone(&project, &database, jobs)
            })
            .collect();
        print_row(name, &rounds, parse_only, corpus.n_bytes());
    }
}

fn print_row(name: &str, rounds: &[Taken], parse_only: Duration, n_bytes: usize) {
    let time = median(rounds.iter().map(|taken| taken.time));
    let most = |of: fn(&Taken) -> u64| rounds.iter().map(of).max().unwrap_or_default();
    println!(
        "{name:<34}{:>10.0}{:>14.2}{:>12.0}{:>14.2}{:>10}",
        time.as_secs_f64() * 1e3,
        time.as_secs_f64() / parse_only.as_secs_f64(),
        most(|taken| taken.peak_bytes) as f64 / 1e6,
        most(|taken| taken.database_bytes) as f64 / n_bytes as f64,
        most(|taken| taken.n_examined),
    );
}

fn prepare(before: &Before<'_>, project: &Path, database: &Path, round: usize) {
    match before {
        Before::Forget => drop(fs::remove_file(database)),
        Before::Leave => {}
        Before::Edit(file) => {
            let mut file = OpenOptions::new().append(true).open(project.join(file)).expect("the file is there");
            write!(file, "\n\nclass AddedInRound{round}:\n    pass\n").expect("the file can be written");
        }
    }
}

/// Runs the index in a process of its own.
fn run_alone(project: &Path, database: &Path, jobs: usize) -> Taken {
    let program = std::env::current_exe().expect("a program knows its file");
    let output = Command::new(program).env(JOBS, jobs.to_string()).args([project, database]).output();
    let output = output.expect("this program can run again");
    let told = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<u64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [micros, peak_bytes, database_bytes, n_examined] = numbers[..] else {
        panic!("the run failed: {}", String::from_utf8_lossy(&output.stderr))
    };
    Taken { time: Duration::from_micros(micros), peak_bytes, database_bytes, n_examined }
}

/// What that process does; what it took is printed as four numbers.
fn run_once(project: &Path, database: &Path, jobs: usize) {
    let mut told = (0, 0);
    let time = timed(|| {
        let discovery = discover(&[project.to_owned()]).expect("the sample can be read");
        let stubs = LIBRARY_FILES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned()));
        let indexer = Indexer {
            matcher: &Catalogue,
            enabled: &RuleSet::new(Catalogue.rules().len(), |rule| !Catalogue.rules()[rule.index()].is_on_demand()),
            jobs,
            limits: Limits::default(),
            libraries: &Libraries::new(stubs, Box::new(graph_of_stub)),
            reuse: Reuse::Unchanged,
            progress: &Quiet,
            finds: false,
            blank: None,
        };
        let summary = indexer.run(&discovery, database).expect("the sample can be indexed");
        told = (summary.peak_memory_bytes.unwrap_or_default(), summary.n_examined);
    });
    let size = fs::metadata(database).expect("there is a database now").len();
    println!("{} {} {size} {}", time.as_micros(), told.0, told.1);
}

fn parse_all(corpus: &Corpus) {
    for text in &corpus.texts {
        parser().parse(text, None).expect("parsing is never cancelled");
    }
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times[times.len() / 2]
}

/// The file whose module most lines that begin with `from` or `import` name, or the first that none names.
fn by_imports(corpus: &Corpus, most: bool) -> PathBuf {
    let lines = corpus.texts.iter().flat_map(|text| text.lines());
    let mut n_named: HashMap<&str, usize> = HashMap::new();
    for line in lines.filter(|line| line.starts_with("from ") || line.starts_with("import ")) {
        if let Some(name) = line.split([' ', ',']).nth(1) {
            *n_named.entry(name).or_default() += 1;
        }
    }
    let files = (0..corpus.texts.len() as u32).map(ModuleId);
    let count = |file: &ModuleId| n_named.get(corpus.modules.name(*file)).copied().unwrap_or(0);
    let file = if most { files.max_by_key(count) } else { files.min_by_key(count) };
    PathBuf::from(corpus.modules.path(file.expect("the sample has files")))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy(&entry.path(), &target)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
