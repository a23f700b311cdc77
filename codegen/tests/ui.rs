//! Every `tests/ui/*.rules` is compiled, and what is found must be what is drawn in it, no more and no less.
//!
//! `UPDATE_EXPECT=1` rewrites the drawings. Each code needs a file that produces it.

mod draw;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use aud_rules_codegen::check::synonyms::look_for_synonyms;
use aud_rules_codegen::check::{check, check_views};
use aud_rules_codegen::diag::{Code, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_codegen::vocab::Vocabulary;
use libtest_mimic::{Arguments, Failed, Trial};

/// Stands for the schema of the house: one of its tables, for views that read it.
const HOUSE: &str = "CREATE TABLE files (path TEXT, line_count INTEGER);";

fn main() {
    let arguments = Arguments::from_args();
    let files = ui_files();
    let mut trials: Vec<Trial> = files
        .iter()
        .cloned()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Trial::test(name, move || run(&path))
        })
        .collect();
    trials.push(Trial::test("every_code_has_a_file", move || every_code_has_a_file(&files)));
    libtest_mimic::run(&arguments, trials).exit();
}

fn ui_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rules"));
    files.sort();
    files
}

/// Compiles a file without its drawings.
fn compile(text: &str) -> (SourceMap, Diagnostics) {
    let mut sources = SourceMap::default();
    let mut found = Diagnostics::default();
    let file = sources.add("ui.rules", draw::padded(text));
    let tree = parse(file, &sources, &mut found);
    let mut model = check(&[(file, tree)], &sources, Vocabulary::python(), &mut found);
    check_views(&mut model, HOUSE, &sources, &mut found).unwrap();
    look_for_synonyms(&model, &sources, &defined, &mut found);
    (sources, found)
}

/// Stands for the stubs of libraries.
fn defined(name: &str) -> Option<String> {
    let defined = match name {
        "flask.Flask" | "flask.app.Flask" | "flask.App" => "flask.app.Flask",
        "os.path.join" | "posixpath.join" => "posixpath.join",
        _ => return None,
    };
    Some(defined.to_owned())
}

fn run(path: &Path) -> Result<(), Failed> {
    let written = std::fs::read_to_string(path)?;
    let plain = draw::without_drawings(&written);
    let (sources, found) = compile(&plain);
    let drawn = draw::with_drawings(&plain, &sources, &found);
    if drawn == written {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, drawn)?;
        return Ok(());
    }
    Err(format!("{} should be (UPDATE_EXPECT=1 writes it):\n{drawn}", path.display()).into())
}

fn every_code_has_a_file(files: &[PathBuf]) -> Result<(), Failed> {
    let mut produced = BTreeSet::new();
    for path in files {
        let (_, found) = compile(&draw::without_drawings(&std::fs::read_to_string(path)?));
        produced.extend(found.sorted().into_iter().map(|diagnostic| diagnostic.code));
    }
    let missing: Vec<&str> = Code::ALL.iter().filter(|code| !produced.contains(code)).map(|code| code.id()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no file under tests/ui produces {missing:?}").into()) }
}
