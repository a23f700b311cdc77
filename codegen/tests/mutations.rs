//! Rule files with something wrong in them: whatever it is, it is reported, and nothing panics.

use std::sync::LazyLock;

use aud_rules_codegen::check::{check, check_views};
use aud_rules_codegen::diag::{Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_codegen::vocab::Vocabulary;
use proptest::prelude::*;

const VALID: &str = include_str!("ui/valid_rules.rules");

/// The files under `tests/ui`, each in pieces: words, runs of white space, signs. Many have mistakes to begin with.
static FILES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| pieces(&std::fs::read_to_string(path).unwrap())).collect()
});

fn pieces(text: &str) -> Vec<String> {
    let class = |c: char| (c.is_alphanumeric() || c == '_', c.is_whitespace());
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        match pieces.last_mut() {
            Some(piece) if last == Some(class(c)) && class(c) != (false, false) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = Some(class(c));
    }
    pieces
}

/// One change: at a piece, either nothing is left there, or it comes twice, or another piece of the file takes its
/// place, or nothing is left from there to another piece.
#[derive(Clone, Debug)]
enum Change {
    Remove(prop::sample::Index),
    Repeat(prop::sample::Index),
    Replace(prop::sample::Index, prop::sample::Index),
    Cut(prop::sample::Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        at().prop_map(Change::Remove),
        at().prop_map(Change::Repeat),
        (at(), at()).prop_map(|(at, from)| Change::Replace(at, from)),
        (at(), 1..60usize).prop_map(|(at, length)| Change::Cut(at, length)),
    ]
}

fn mutated(file: &[String], changes: &[Change]) -> String {
    let mut pieces = file.to_vec();
    for change in changes {
        match change {
            Change::Remove(at) => pieces[at.index(file.len())].clear(),
            Change::Repeat(at) => pieces[at.index(file.len())] = file[at.index(file.len())].repeat(2),
            Change::Replace(at, from) => pieces[at.index(file.len())] = file[from.index(file.len())].clone(),
            Change::Cut(at, length) => {
                pieces.iter_mut().skip(at.index(file.len())).take(*length).for_each(String::clear)
            }
        }
    }
    pieces.concat()
}

/// Compiles the text in two files, so that everything is declared twice as well.
fn compile(text: &str, other: &str) -> Diagnostics {
    let mut sources = SourceMap::default();
    let mut found = Diagnostics::default();
    let ids = [sources.add("a.rules", text), sources.add("b.rules", other)];
    let files: Vec<_> = ids.into_iter().map(|id| (id, parse(id, &sources, &mut found))).collect();
    let mut model = check(&files, &sources, Vocabulary::python(), &mut found);
    check_views(&mut model, "", &sources, &mut found).unwrap();
    assert_eq!(found.is_empty(), found.render(&sources, Color::Never).is_empty());
    found
}

#[test]
fn the_unchanged_file_is_valid() {
    assert!(compile(VALID, "").is_empty());
}

fn cases(n: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(n) }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn nothing_panics(file in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 0..8)) {
        compile(&mutated(&FILES[file.index(FILES.len())], &changes), "");
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn everything_twice_is_an_error(changes in prop::collection::vec(change(), 0..3)) {
        prop_assert!(compile(VALID, &mutated(&pieces(VALID), &changes)).has_errors());
    }
}
