//! What a configuration says, what is wrong with one, and how it is shown.

use std::path::PathBuf;

use expect_test::{Expect, expect};

use super::problems;
use crate::scan::config::{Asked, Found, SelectionError, read, show};
use crate::scan::suppression::Honored;

fn found(text: &str) -> Found {
    let path = Some(PathBuf::from("shop/aud-rules.toml"));
    let config = read(text, false).unwrap().unwrap();
    Found { config, path, text: text.to_owned() }
}

const FULL: &str = r#"paths = ["src", "lib"]
exclude = ["src/legacy/**"]
rules = ["packs/our.rules"]
python = ".venv"
select = ["injection", "debug_mode"]
ignore = ["CWE-78"]
tests = true
fail-on = "medium"
baseline = "known.json"
nosec = true

[per-path-ignores]
"scripts/**" = ["sql_injection"]
"#;

#[test]
fn a_configuration_is_shown_with_its_origins() {
    expect![[r##"
        # shop/aud-rules.toml
        paths = ["src", "lib"]                # aud-rules.toml:1
        exclude = ["src/legacy/**"]           # aud-rules.toml:2
        rules = ["packs/our.rules"]           # aud-rules.toml:3
        select = ["injection", "debug_mode"]  # aud-rules.toml:5
        ignore = ["CWE-78"]                   # aud-rules.toml:6
        tests = true                          # aud-rules.toml:7
        nosec = true                          # aud-rules.toml:10
        noqa = false                          # default
        fail-on = "medium"                    # aud-rules.toml:8
        python = ".venv"                      # aud-rules.toml:4
        baseline = "known.json"               # aud-rules.toml:9

        [per-path-ignores]
        "scripts/**" = ["sql_injection"]  # aud-rules.toml:13
    "##]]
    .assert_eq(&show(&found(FULL)));
    expect![[r##"
        # nothing is configured: there is no aud-rules.toml, and no [tool.aud-rules] in a pyproject.toml
        paths = ["."]     # default
        exclude = []      # default
        rules = []        # default
        select = ["all"]  # default
        ignore = []       # default
        tests = false     # default
        nosec = false     # default
        noqa = false      # default
        fail-on = "info"  # default
        # python          # default: .venv, if there is one
        # baseline        # default: none
    "##]]
    .assert_eq(&show(&Found::default()));
}

#[test]
fn what_is_asked_for_comes_before_what_is_configured() {
    let full = found(FULL);
    let check = |select: &[&str], ignore: &[&str], expected: &[&str]| {
        let [select, ignore] =
            [select, ignore].map(|words| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let asked = Asked { select: &select, ignore: &ignore, has_tests: false };
        let selection = full.selection(&asked, &problems()).unwrap();
        assert_eq!(selection.problems.iter().map(String::as_str).collect::<Vec<_>>(), expected);
        assert!(selection.has_tests && selection.takes_file("src/a.py", "test"));
        assert!(!selection.takes_file("src/legacy/a.py", "source"));
        assert!(!selection.takes("sql_injection", "scripts/a/b.py"));
    };
    check(&[], &[], &["debug_mode", "sql_injection"]);
    check(&[], &["low"], &["sql_injection"]);
    check(&["CWE-78"], &[], &["command_injection"]);
    check(&["injection"], &["high"], &["command_injection"]);
    assert_eq!(full.honored(), Honored { nosec: true, noqa: false });
    let words = ["sql_injektion".to_owned()];
    let asked = Asked { ignore: &words, ..Asked::default() };
    assert!(matches!(full.selection(&asked, &problems()), Err(SelectionError::Asked(_))));
}

#[test]
fn a_shared_file_may_have_none() {
    assert_eq!(read("[tool.black]\nline-length = 100\n", true), Ok(None));
    assert_eq!(read("", true), Ok(None));
    let config = read("[tool.aud-rules]\ntests = true\n", true).unwrap().unwrap();
    assert!(config.tests.unwrap().value);
}

#[test]
fn faults_are_drawn_under_the_text() {
    let check = |text: &str, expected: Expect| {
        let mut found =
            Found { path: Some(PathBuf::from("aud-rules.toml")), text: text.to_owned(), ..Found::default() };
        let faults = match read(text, false) {
            Err(faults) => faults,
            Ok(config) => {
                found.config = config.unwrap();
                match found.selection(&Asked::default(), &problems()) {
                    Err(SelectionError::Configured(faults)) => faults,
                    other => panic!("{other:?}"),
                }
            }
        };
        expected.assert_eq(&found.draw(&faults, false));
    };
    check(
        "path = [\"src\"]\ntests = \"yes\"\nfail-on = \"hihg\"\nselect = [1]\nzebrafish = 1\n",
        expect![[r#"
            error: there is no key `path`
             --> aud-rules.toml:1:1
              |
            1 | path = ["src"]
              | ^^^^
              |
              = help: did you mean `paths` or `per-path-ignores`?

            error: `tests` takes `true` or `false`, and not a text
             --> aud-rules.toml:2:9
              |
            2 | tests = "yes"
              |         ^^^^^

            error: there is no severity `hihg`
             --> aud-rules.toml:3:11
              |
            3 | fail-on = "hihg"
              |           ^^^^^^
              |
              = help: did you mean `high`?

            error: `select` takes a list of texts, and not a number
             --> aud-rules.toml:4:11
              |
            4 | select = [1]
              |           ^

            error: there is no key `zebrafish`
             --> aud-rules.toml:5:1
              |
            5 | zebrafish = 1
              | ^^^^^^^^^
              |
              = help: known are paths, exclude, python, rules, select, ignore, per-path-ignores, tests, fail-on, baseline, nosec, noqa
        "#]],
    );
    check(
        "select = [\"sql_injektion\"]\nexclude = [\"a[\"]\n\n[per-path-ignores]\n\"a/**\" = [\"CWE-1\"]\n",
        expect![[r#"
            error: there is no problem, severity or tag `sql_injektion`
             --> aud-rules.toml:1:11
              |
            1 | select = ["sql_injektion"]
              |           ^^^^^^^^^^^^^^^
              |
              = help: did you mean `sql_injection`?

            error: `a[` is no pattern of paths: unclosed character class; missing ']'
             --> aud-rules.toml:2:12
              |
            2 | exclude = ["a["]
              |            ^^^^

            error: no problem is of the weakness CWE-1
             --> aud-rules.toml:5:11
              |
            5 | "a/**" = ["CWE-1"]
              |           ^^^^^^^
        "#]],
    );
    check(
        "select = [\"a\"\ntests = true\n",
        expect![[r#"
            error: this is no TOML: missing comma between array elements, expected `,`
             --> aud-rules.toml:2:1
              |
            2 | tests = true
              | ^
        "#]],
    );
}
