//! The extension for VS Code: its files are JSON that fits together, and it highlights the keywords of the language.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode")
}

fn json(path: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(path)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_files_that_are_named_are_there() {
    let package = json("package.json");
    let contributes = &package["contributes"];
    let named = [&package["main"], &contributes["languages"][0]["configuration"], &contributes["grammars"][0]["path"]];
    for path in named {
        let path = path.as_str().unwrap();
        assert!(folder().join(path).is_file(), "{path}");
        if path.ends_with(".json") {
            json(path);
        }
    }
    let grammar = json(contributes["grammars"][0]["path"].as_str().unwrap());
    assert_eq!(grammar["scopeName"], contributes["grammars"][0]["scopeName"]);
    let id = &contributes["languages"][0]["id"];
    assert_eq!(id, &contributes["grammars"][0]["language"]);
    let client = std::fs::read_to_string(folder().join("src/extension.js")).unwrap();
    assert!(client.contains(&format!("language: {id}")) && client.contains("args: [\"lsp\"]"), "{client}");
    assert!(contributes["configuration"]["properties"]["aud-rules.scan"].is_object() && client.contains("\"scan\""));
    assert!(contributes["configuration"]["properties"][format!("{}.path", id.as_str().unwrap())].is_object());
}

#[test]
fn what_the_grammar_includes_is_there() {
    let grammar = json("syntaxes/rules.tmLanguage.json");
    let mut open = vec![&grammar];
    let mut n_includes = 0;
    while let Some(value) = open.pop() {
        if let Some(name) = value["include"].as_str().and_then(|include| include.strip_prefix('#')) {
            assert!(grammar["repository"][name].is_object(), "{name}");
            n_includes += 1;
        }
        open.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        open.extend(value.as_array().into_iter().flatten());
    }
    assert!(n_includes > 5);
}

/// The words between `(?:` and `)`.
fn words_of(pattern: &str) -> BTreeSet<String> {
    let (_, rest) = pattern.split_once("(?:").unwrap();
    rest.split_once(')').unwrap().0.split('|').map(str::to_owned).collect()
}

/// The keywords of the language: the words of the rules `k_...`, and those of the literals.
fn keywords_of_the_language() -> BTreeSet<String> {
    let grammar = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src/syntax/rules.pest");
    let grammar = std::fs::read_to_string(grammar).unwrap();
    let is_keyword = |line: &&str| {
        let name = line.split_whitespace().next().unwrap_or("");
        name.starts_with("k_") || ["yes", "no", "absent"].contains(&name)
    };
    let keywords = grammar.lines().filter(is_keyword).filter(|line| line.contains("!letter"));
    let quoted = |line: &str| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    keywords.flat_map(quoted).collect()
}

#[test]
fn the_keywords_are_those_of_the_language() {
    let grammar = json("syntaxes/rules.tmLanguage.json");
    let patterns = grammar["repository"]["keywords"]["patterns"].as_array().unwrap();
    let highlighted: BTreeSet<String> =
        patterns.iter().flat_map(|pattern| words_of(pattern["match"].as_str().unwrap())).collect();
    let keywords = keywords_of_the_language();
    assert!(keywords.contains("where") && keywords.contains("none") && keywords.contains("an"));
    assert_eq!(highlighted, keywords);
    let no_calls = grammar["repository"]["calls"]["match"].as_str().unwrap();
    assert_eq!(words_of(no_calls), keywords);
}
