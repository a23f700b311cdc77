//! The build-script API: from a folder of rule files to a Rust module in the build's output folder.

use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use crate::compile::compile;
use crate::diag::Color;
use crate::emit::{DECLARED_FILE, EXAMPLES_FILE, emit};
use crate::source::SourceMap;
use crate::source::rule_files::RuleFiles;

/// Name of the generated file, for `include!(concat!(env!("OUT_DIR"), "/matcher.rs"))`.
pub const MATCHER_FILE: &str = "matcher.rs";

/// Cargo sets it for the build script of a crate whose feature `examples` is on: the matcher then has the examples of its
/// rules with it, which only their tests need.
const EXAMPLES_FEATURE: &str = "CARGO_FEATURE_EXAMPLES";

/// Set to a folder to get a copy of the generated files there, to read them.
const EMIT_DIR: &str = "AUD_RULES_EMIT_DIR";

/// Compiles the rule files of a crate. In its `build.rs`:
///
/// ```no_run
/// aud_rules_codegen::Builder::new(".").generate();
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    dir: PathBuf,
    library: Option<(String, PathBuf)>,
    out_dir: Option<PathBuf>,
}

impl Builder {
    /// For all rule files below `dir`, a path from the crate's root.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Builder { dir: dir.into(), library: None, out_dir: None }
    }

    /// The rule files may name sets, predicates and tables of those below `dir`, as packs of `--rules` may name those of the
    /// catalogue. Messages call these files by their paths behind `name`, so that nothing tells where they were built.
    pub fn library(mut self, name: impl Into<String>, dir: impl Into<PathBuf>) -> Self {
        self.library = Some((name.into(), dir.into()));
        self
    }

    /// Writes to `dir` instead of `OUT_DIR`.
    pub fn out_dir(mut self, dir: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(dir.into());
        self
    }

    /// Writes the module and tells Cargo what it depends on. Errors are printed, and the process ends with status 1.
    pub fn generate(&self) {
        println!("cargo::rerun-if-env-changed={EMIT_DIR}");
        match self.try_generate() {
            Ok(warnings) => {
                for line in warnings.lines() {
                    println!("cargo::warning={line}");
                }
            }
            Err(message) => {
                eprintln!("{message}");
                process::exit(1);
            }
        }
    }

    /// As [`Builder::generate`], but returns the warnings or errors as they would be printed.
    pub fn try_generate(&self) -> Result<String, String> {
        let mut sources = read(&self.dir)?;
        if let Some((name, dir)) = &self.library {
            let library = read(dir)?;
            for file in library.ids().map(|id| library.file(id)) {
                sources.add_library(format!("{name}/{}", file.path), &*file.text);
            }
        }
        let compiled = compile(&sources).map_err(|found| found.render(&sources, Color::Never))?;
        let has_examples = env::var_os(EXAMPLES_FEATURE).is_some();
        let mut files = vec![
            (MATCHER_FILE, emit(&compiled.plan, has_examples) + &embedded(&sources) + &self.embedded_stubs()?),
            (DECLARED_FILE, compiled.plan.declared().to_json()),
        ];
        if has_examples {
            files.push((EXAMPLES_FILE, compiled.plan.examples().to_json()));
        }
        write(&self.destination()?, &files)?;
        if let Some(dir) = env::var_os(EMIT_DIR) {
            write(Path::new(&dir), &files)?;
        }
        Ok(compiled.warnings.render(&sources, Color::Never))
    }

    /// `LIBRARY_FILES`: the stubs of libraries, so that a program has them with it.
    fn embedded_stubs(&self) -> Result<String, String> {
        let stubs = RuleFiles::read_stubs(&self.dir).map_err(|error| error.to_string())?;
        for path in stubs.watched {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let mut text = "\n/// The stubs of libraries: path below their folder and text, sorted by path.\n\
                        pub static LIBRARY_FILES: &[(&str, &str)] = &[\n"
            .to_owned();
        for (path, stub) in stubs.files {
            text += &format!("    ({path:?}, {stub:?}),\n");
        }
        Ok(text + "];\n")
    }

    fn destination(&self) -> Result<PathBuf, String> {
        match &self.out_dir {
            Some(dir) => Ok(dir.clone()),
            None => env::var_os("OUT_DIR").map(PathBuf::from).ok_or("OUT_DIR is set in build scripts only".to_owned()),
        }
    }
}

/// The rule files of a folder; Cargo is told to look at them.
fn read(dir: &Path) -> Result<SourceMap, String> {
    let files = RuleFiles::read(dir).map_err(|error| error.to_string())?;
    for path in files.dirs.iter().chain(&files.files) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    Ok(files.sources)
}

/// `RULE_FILES`: the rule files themselves, so that a program has them with it.
fn embedded(sources: &SourceMap) -> String {
    let mut text = "\n/// The rule files that the matcher is made of: path and text, sorted by path.\n\
                    pub static RULE_FILES: &[(&str, &str)] = &[\n"
        .to_owned();
    for file in sources.ids().map(|id| sources.file(id)).filter(|file| !file.is_library) {
        text += &format!("    ({:?}, {:?}),\n", file.path, file.text);
    }
    text + "];\n"
}

fn write(dir: &Path, files: &[(&str, String)]) -> Result<(), String> {
    for (name, text) in files {
        let file = dir.join(name);
        let written: io::Result<()> = fs::create_dir_all(dir).and_then(|()| fs::write(&file, text));
        written.map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
