//! The build-script API on folders of rule files.

use std::fs;
use std::path::PathBuf;

use aud_rules_codegen::emit::DECLARED_FILE;
use aud_rules_codegen::emit::builder::{Builder, MATCHER_FILE};
use aud_rules_plan::Declared;

const RULE: &str = "/// Calls.
table calls {
    name: text? /// Name of what is called.
}

/// Every call.
rule every_call -> calls {
    match c: call
    emit { name: c.callee.name }
    example \"\"\"f()\"\"\" emits { name: \"f\" }
    example \"\"\"f\"\"\" emits nothing
}
";

/// A fresh folder for one test.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("builder").join(name);
    let _ = fs::remove_dir_all(&dir);
    for (path, text) in files {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn a_folder_becomes_one_module() {
    let dir =
        folder("good", &[("core/calls.rules", RULE), ("target/old.rules", "nonsense"), ("notes.txt", "nonsense")]);
    let out = dir.join("out");
    assert_eq!(Builder::new(&dir).out_dir(&out).try_generate().unwrap(), "");
    let text = fs::read_to_string(out.join(MATCHER_FILE)).unwrap();
    for expected in [
        "pub use self::engine::Catalogue;",
        "/// Rule every_call, core/calls.rules line 7.",
        "pub struct Calls",
        "    (\"core/calls.rules\", \"/// Calls.\\ntable calls {\\n",
    ] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
}

#[test]
fn errors_are_rendered_and_nothing_is_written() {
    let dir = folder("bad", &[("core/calls.rules", &RULE.replace("-> calls", "-> cals"))]);
    let out = dir.join("out");
    let message = Builder::new(&dir).out_dir(&out).try_generate().unwrap_err();
    assert!(message.contains("core/calls.rules:7") && message.contains("calls"), "{message}");
    assert!(!out.join(MATCHER_FILE).exists());
}

#[test]
fn a_missing_folder_is_named() {
    let message = Builder::new("no/such/folder").out_dir("out").try_generate().unwrap_err();
    assert!(message.contains("no/such/folder"), "{message}");
}

#[test]
fn a_pack_names_what_its_library_declares() {
    let library = folder("library", &[("core/calls.rules", RULE), ("words.rules", "set words = { \"a\" }\n")]);
    let rule = "/// Calls of `a`.
rule own_call -> calls {
    match c: call where c.callee.name in words
    emit { name: c.callee.name }
    example \"\"\"a()\"\"\" emits { name: \"a\" }
    example \"\"\"b()\"\"\" emits nothing
}
";
    let dir = folder("pack", &[("own.rules", rule)]);
    let out = dir.join("out");
    let message = Builder::new(&dir).out_dir(&out).try_generate().unwrap_err();
    assert!(message.contains("calls") && message.contains("words"), "{message}");
    assert_eq!(Builder::new(&dir).library("known", &library).out_dir(&out).try_generate().unwrap(), "");
    let text = fs::read_to_string(out.join(MATCHER_FILE)).unwrap();
    for expected in ["/// Rule own_call, own.rules line 2.", "pub struct Calls"] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
    assert!(!text.contains("every_call"), "{text}");
    let declared = Declared::from_json(&fs::read_to_string(out.join(DECLARED_FILE)).unwrap()).unwrap();
    let files: Vec<&str> = declared.files.iter().map(|file| &*file.path).collect();
    let tables: Vec<&str> = declared.tables.iter().map(|table| &*table.at.file).collect();
    assert_eq!((files, tables), (vec!["own.rules"], vec!["known/core/calls.rules"]));
    let embedded = &text[text.find("RULE_FILES").unwrap()..];
    assert_eq!(embedded.matches(".rules\"").count(), 1, "{embedded}");
}
