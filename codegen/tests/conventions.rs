//! House rules that a compiler does not check: which layer may see what, and how files begin and how long they get.

use std::path::{Path, PathBuf};

const MAX_LINES: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn sources() -> Vec<(PathBuf, String)> {
    ["codegen/src", "codegen/plan/src", "runtime/src", "rules/src", "cli/src", "benches", "codegen/templates"]
        .iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

/// Fails with every file for which `fault` gives a reason.
fn check(files: &[(PathBuf, String)], fault: impl Fn(&Path, &str) -> Option<String>) {
    assert!(!files.is_empty(), "no source file was found");
    let faults: Vec<String> = files
        .iter()
        .filter_map(|(path, text)| fault(path, text).map(|reason| format!("{}: {reason}", path.display())))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn within(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = root().join(folder);
    sources().into_iter().filter(|(path, _)| path.starts_with(&folder)).collect()
}

#[test]
fn every_file_says_what_it_is_for() {
    check(&sources(), |_, text| (!text.starts_with("//!")).then(|| "its first line is no `//!` comment".to_owned()));
}

#[test]
fn no_file_is_too_long() {
    check(&sources(), |path, text| {
        let n_lines = text.lines().count();
        let is_generated = path.ends_with("codegen/plan/src/kinds.rs");
        (n_lines > MAX_LINES && !is_generated).then(|| format!("{n_lines} lines; {MAX_LINES} are enough"))
    });
}

#[test]
fn no_file_is_called_after_leftovers() {
    check(&sources(), |path, _| {
        let stem = path.file_stem()?.to_str()?;
        ["utils", "util", "helpers", "helper", "misc", "common"]
            .contains(&stem)
            .then(|| "a name that says nothing".to_owned())
    });
}

#[test]
fn nothing_sleeps() {
    check(&sources(), |_, text| text.contains("thread::sleep").then(|| "sleeps; wait for what must happen".to_owned()));
}

#[test]
fn pest_stays_with_the_parsers() {
    check(&within("codegen/src"), |path, text| {
        let is_parser = path.to_str()?.contains("/syntax/") || path.to_str()?.contains("/vocab/");
        (!is_parser && text.contains("pest::")).then(|| "uses pest".to_owned())
    });
}

#[test]
fn the_back_end_sees_the_plan_only() {
    check(&within("codegen/src/emit"), |_, text| {
        ["crate::ast", "crate::check::model", "crate::syntax"]
            .iter()
            .find(|layer| text.contains(*layer))
            .map(|layer| format!("uses `{layer}`"))
    });
}

#[test]
fn the_runtime_knows_no_rule() {
    check(&within("runtime/src"), |_, text| {
        text.contains("aud_rules_catalogue").then(|| "names the catalogue".to_owned())
    });
}

#[test]
fn nothing_walks_the_parser_tree_but_the_pass() {
    check(&within("runtime/src"), |path, text| {
        let is_pass = path.ends_with("syntax/pass.rs");
        let walks = text.contains(".walk()") || text.contains("goto_first_child") || text.contains("Query");
        (!is_pass && walks && text.contains("tree_sitter")).then(|| "walks a tree-sitter tree".to_owned())
    });
}
