//! The generated files that are committed hold what the generators give.

use std::path::Path;

use aud_rules_codegen::emit::committed::{Part, committed};

fn assert_fresh(part: Part) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    for file in committed(root, &[part]).unwrap_or_else(|message| panic!("{message}")) {
        if let Some(diff) = file.stale(root).unwrap() {
            panic!("{diff}");
        }
    }
}

#[test]
fn docs_are_fresh() {
    assert_fresh(Part::Docs);
}

#[test]
fn schema_is_fresh() {
    assert_fresh(Part::Schema);
}

#[test]
fn grammar_is_fresh() {
    assert_fresh(Part::Kinds);
}

#[test]
fn a_stale_file_shows_what_differs_and_what_to_run() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut file = committed(root, &[Part::Kinds]).unwrap().remove(0);
    assert_eq!(file.path, "codegen/plan/src/kinds.rs");
    file.text = file.text.replacen("    Yield,\n", "    YieldFrom,\n", 1);
    let message = file.stale(root).unwrap().unwrap();
    assert!(message.contains("-    Yield,\n+    YieldFrom,\n"), "{message}");
    assert!(message.ends_with("run: cargo xtask grammar\n"), "{message}");
}
