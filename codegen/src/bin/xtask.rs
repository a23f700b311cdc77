//! `cargo xtask docs|schema|grammar|all [--check]`: writes the generated files that are committed, or checks them.

use std::path::Path;
use std::process::ExitCode;

use aud_rules_codegen::emit::committed::{Part, committed};

const USAGE: &str = "usage: cargo xtask docs|schema|grammar|all [--check]

docs     rules/README.md and codegen/docs/vocabulary.md
schema   rules/schema.sql
grammar  codegen/plan/src/kinds.rs
all      all of these
--check  writes nothing; shows what is stale and ends with status 1";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let is_check = args.iter().any(|arg| arg == "--check");
    let words: Vec<&str> = args.iter().map(String::as_str).filter(|arg| *arg != "--check").collect();
    let parts = match words.as_slice() {
        ["all"] => Part::ALL.to_vec(),
        [word] => Part::ALL.into_iter().filter(|part| part.name() == *word).collect(),
        _ => Vec::new(),
    };
    if parts.is_empty() {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    match run(&parts, is_check) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all files are fresh at the end.
fn run(parts: &[Part], is_check: bool) -> Result<bool, String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut is_fresh = true;
    for file in committed(root, parts)? {
        let at = |error: std::io::Error| format!("{}: {error}", file.path);
        if !is_check {
            let state = if file.write(root).map_err(at)? { "written" } else { "fresh" };
            println!("{}: {state}", file.path);
        } else if let Some(diff) = file.stale(root).map_err(at)? {
            println!("{diff}");
            is_fresh = false;
        }
    }
    Ok(is_fresh)
}
