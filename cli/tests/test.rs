//! `aud-rules test`, as it is called from a shell.

mod command;

use std::collections::BTreeSet;

use command::Sandbox;
use serde_json::Value;

/// The page that describes testing, whose rules and Python are a test.
const PAGE: &str = include_str!("../../codegen/docs/testing.md");

fn block(language: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

fn sandbox() -> Sandbox {
    Sandbox::with(&[("pack/own.rules", block("rules")), ("pack/tests/calls.py", block("python"))])
}

/// One test over the rules of the page: a Python file, the exit status, and what the output says.
fn check(python: &str, status: i32, parts: &[&str]) {
    let sandbox = sandbox();
    std::fs::write(sandbox.path("case.py"), python).unwrap();
    let run = sandbox.run(&["test", "pack/own.rules", "case.py"]);
    assert_eq!((run.status, run.stderr.as_str()), (status, ""), "{python}\n{}", run.stdout);
    for part in parts {
        assert!(run.stdout.contains(part), "{python}\n`{part}` is not in\n{}", run.stdout);
    }
}

#[test]
fn what_the_page_says_is_true() {
    for arguments in [&["test", "pack"][..], &["test", "pack", "--engine", "both"], &["test", "pack", "--jobs", "1"]] {
        let run = sandbox().run(arguments);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}: {run:?}");
        assert!(run.stdout.starts_with("3 passed, 0 failed in "), "{arguments:?}: {run:?}");
    }
}

#[test]
fn differences_name_the_line_the_columns_and_the_rule() {
    let import = "import review\n";
    let case = |text: &str| format!("{import}{text}\n");
    check(&case("review.wait()  # fact: own_reviews(callee=\"review.wait\")"), 0, &["3 passed, 0 failed"]);
    check(
        &case("review.mark(\"a\")  # fact: own_reviews(note=\"b\")"),
        1,
        &[
            "FAILED case.py\n  case.py:2: no row of `own_reviews` is like this fact; the nearest differs\n",
            "       2 | review.mark(\"a\")  # fact: own_reviews(note=\"b\")\n",
            "       ! note    \"b\"       \"a\"\n",
            "    made by rule `own_review`\n",
            "2 passed, 1 failed",
        ],
    );
    check(&case("x = 1  # fact: own_reviews"), 1, &["case.py:2: no row of `own_reviews` is like this fact\n"]);
    check(&case("# no-fact: own_reviews\nreview.wait()"), 1, &["case.py:3: a row of `own_reviews` that must not be"]);
    check(
        &case("review.wait()\nx = 1  # no-fact: own_reviews(note=\"x\")"),
        1,
        &["case.py:2: `own_reviews` is closed in this file, and this row is no fact"],
    );
    check(&case("review.wait()  # missing-fact: own_reviews -- later"), 1, &["case.py:2: stale: the missing fact"]);
    check(&case("review.wait()  # fatc: own_reviews(note=none)"), 1, &["`fatc` begins no annotation", "`fact:`?"]);
    check(&case("review.wait()  # fact: own_review"), 1, &["no table `own_review`", "did you mean `own_reviews`?"]);
    check(&case("review.wait()  # fact: own_reviews(calee=\"x\")"), 1, &["has no column `calee`", "`callee`?"]);
    check(&case("x = 1"), 1, &["case.py:0: there is no annotation", "help: name a row in a comment"]);
    check(
        &case("review.wait(  # fact: own_reviews"),
        1,
        &["the file is not wholly understood", "state it: `# fact: extraction_errors(stage=\"parse\")`"],
    );
    let stated = "# fact: extraction_errors(stage=\"parse\", line=4)\nreview.wait()  # fact: own_reviews\n)";
    check(&case(stated), 0, &["3 passed"]);
}

#[test]
fn an_example_that_is_wrong_fails_and_so_does_a_rule_that_never_fires() {
    let never = block("rules").replace("\"review.mark\", \"review.wait\"", "\"third.mark\", \"third.wait\"");
    let sandbox = Sandbox::with(&[("own.rules", &never)]);
    let run = sandbox.run(&["test"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    for part in [
        "FAILED own.rules:13 own_review\n",
        "own.rules:13 (own_review):2: no row of `own_reviews` is like this fact\n",
        "FAILED own.rules:9 own_review: no test makes this rule fire\n",
        "\n1 passed, 2 failed in ",
    ] {
        assert!(run.stdout.contains(part), "`{part}` is not in\n{}", run.stdout);
    }
    let filtered = sandbox.run(&["test", "--filter", ":17 own"]);
    assert_eq!(filtered.status, 0, "{filtered:?}");
    assert!(filtered.stdout.starts_with("1 passed, 0 failed, 1 left out in "), "{filtered:?}");
}

#[test]
fn goldens_are_rewritten_on_request() {
    let sandbox = Sandbox::with(&[
        ("own.rules", block("rules")),
        ("app/main.py", "import review\nreview.mark(\"a\")\neval(\"1\")\n"),
        ("app/facts/own_reviews.jsonl", ""),
    ]);
    let check = |arguments: &[&str], status: i32, parts: &[&str]| {
        let run = sandbox.run(&[&["test", "."], arguments].concat());
        assert_eq!((run.status, run.stderr.as_str()), (status, ""), "{run:?}");
        for part in parts {
            assert!(run.stdout.contains(part), "`{part}` is not in\n{}", run.stdout);
        }
    };
    check(&[], 1, &["FAILED app\n", "`own_reviews` is closed", "2 passed, 1 failed"]);
    check(
        &["--accept"],
        0,
        &["REWRITTEN ", "own_reviews.jsonl: 1 lines added, 0 removed\n  + {\"file\":\"main.py\",\"line\":2,"],
    );
    check(&[], 0, &["3 passed, 0 failed"]);
    let facts: Vec<_> = std::fs::read_dir(sandbox.path("app/facts")).unwrap().collect();
    assert_eq!(facts.len(), 1, "tables of the catalogue are left alone");
    std::fs::write(sandbox.path("app/main.py"), "import review\nreview.wait()\n").unwrap();
    check(&[], 1, &["the nearest differs", "! callee  \"review.mark\"  \"review.wait\"", "made by rule `own_review`"]);
    check(&["--accept"], 0, &["own_reviews.jsonl: 1 lines added, 1 removed\n  - {", "\n  + {"]);
}

#[test]
fn a_fixture_alone_tests_the_rules_that_are_built_in() {
    let eval = "eval(input())  # fact: python_eval_exec(callee=\"eval\")\n";
    let sandbox = Sandbox::with(&[("case.py", eval), ("own.rules", block("rules"))]);
    for (arguments, engines) in [
        (&["test", "case.py"][..], vec!["compiled"]),
        (&["test", "case.py", "--engine", "both"], vec!["compiled", "interpreted"]),
        (&["test", "case.py", "own.rules"], vec!["compiled and interpreted"]),
    ] {
        let run = sandbox.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}: {run:?}");
        let document: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(document["engines"], Value::from(engines), "{arguments:?}");
    }
}

#[test]
fn files_of_a_package_are_one_test() {
    let base = "import review\nmark = review.mark\n";
    let use_of_it = "from .base import mark\nmark(\"a\")  # fact: own_reviews(note=\"a\")\n";
    let files = [
        ("own.rules", block("rules")),
        ("case/pkg/__init__.py", ""),
        ("case/pkg/base.py", base),
        ("case/pkg/inner/__init__.py", ""),
        ("case/pkg/inner/deep.py", "import review\nreview.wait()  # fact: own_reviews\n"),
        ("case/pkg/use.py", use_of_it),
    ];
    let sandbox = Sandbox::with(&files);
    let case = sandbox.path("case").canonicalize().unwrap().display().to_string();
    for (directory, arguments, name) in [
        ("", ["test", "own.rules", "case", "--filter=case"], "case"),
        ("case", ["test", "../own.rules", ".", "--filter=."], "."),
        ("case/pkg", ["test", "../../own.rules", "use.py", "--filter=case"], &case),
    ] {
        let run = sandbox.run_in(directory, &[&arguments[..], &["--format", "json"]].concat());
        let document: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        let annotated: Vec<&Value> =
            document["tests"].as_array().unwrap().iter().filter(|test| test["kind"] == "annotated").collect();
        assert_eq!((annotated.len(), &annotated[0]["name"]), (1, &Value::from(name)), "{run:?}");
    }
}

#[test]
fn what_can_not_be_tested_is_said() {
    let sandbox = Sandbox::with(&[
        ("own.rules", block("rules")),
        ("typo.rules", &block("rules").replace("c.callee is", "c.calle is")),
        ("empty/readme.txt", ""),
    ]);
    let check = |arguments: &[&str], parts: &[&str]| {
        let run = sandbox.run(&[&["test"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(&["typo.rules"], &["error[AR0102]", "--> typo.rules:10:", "did you mean `callee`?", "1 error"]);
    check(&["gone.rules"], &["no file or directory `gone.rules`"]);
    check(&["gone"], &["`gone` can not be indexed"]);
    check(&["empty"], &["there is no test in `empty`", "help: a test is an example"]);
    check(&["own.rules", "--filter", "nothing"], &["no name of the 2 tests contains `nothing`"]);
    check(&["own.rules", "--engine", "compiled"], &["1 rule file is not compiled in"]);
}

#[test]
fn the_catalogue_passes_on_both_engines() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let rules = format!("{root}/rules");
    let fixture = format!("{root}/fixtures/rules/flask");
    let filter = ["--filter", "flask"];
    let run = sandbox().run(&[&["test", &rules, &fixture, "--engine", "both"], &filter[..]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run:?}");
    let edited = std::fs::read_to_string(format!("{rules}/flask/hooks.rules")).unwrap();
    let edited = edited.replacen("\"before_request\"", "\"before_each_request\"", 1);
    let sandbox = Sandbox::with(&[("copy/flask/hooks.rules", &edited)]);
    let run = sandbox.run(&["test", "copy", &fixture]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    assert!(run.stdout.contains("\"before_request\""), "{run:?}");
}

/// A failing run in one of the formats for programs.
fn failing(format: &str) -> String {
    let sandbox = sandbox();
    std::fs::write(sandbox.path("case.py"), "import review\nreview.mark(\"<&>\")  # fact: own_reviews(note=none)\n")
        .unwrap();
    let run = sandbox.run(&["test", "pack", "case.py", "--format", format]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    run.stdout
}

#[test]
fn results_are_json_on_request() {
    let document: Value = serde_json::from_str(&failing("json")).unwrap();
    assert_eq!((&document["passed"], &document["failed"]), (&3.into(), &1.into()));
    let tests = document["tests"].as_array().unwrap();
    let failed: Vec<&Value> = tests.iter().filter(|test| test["passed"] == false).collect();
    assert_eq!((failed.len(), &failed[0]["name"], &failed[0]["kind"]), (1, &"case.py".into(), &"annotated".into()));
    let difference = &failed[0]["differences"][0];
    assert_eq!((&difference["line"], &difference["what"]), (&2.into(), &"changed".into()));
    assert_eq!((&difference["rule"], &difference["table"]), (&"own_review".into(), &"own_reviews".into()));
    let note = difference["columns"].as_array().unwrap().iter().find(|pair| pair["column"] == "note").unwrap();
    assert_eq!((&note["expected"], &note["actual"]), (&"none".into(), &"\"<&>\"".into()));
}

#[test]
fn results_are_junit_on_request() {
    let text = failing("junit");
    let document = text.lines().find(|line| line.starts_with("<testsuites ")).unwrap();
    let attributes: Vec<&str> = document.split('"').step_by(2).map(|part| part.trim_matches([' ', '='])).collect();
    assert_eq!(attributes, ["<testsuites name", "tests", "failures", "errors", ">"], "{document}");
    let report = quick_junit::Report::deserialize_from_str(&text).unwrap();
    let suite = &report.test_suites[0];
    assert_eq!((suite.tests, suite.failures, suite.errors), (4, 1, 0));
    let names: BTreeSet<&str> = suite.test_cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), 4, "names are unique: {names:?}");
    assert!(names.contains("case.py") && names.contains("pack/own.rules:13 own_review"), "{names:?}");
}

#[test]
fn results_are_workflow_commands_on_request() {
    let output = failing("github");
    let lines: Vec<&str> = output.lines().collect();
    let error = "::error file=case.py,line=2,title=case.py::case.py:2: no row of `own_reviews` is like this fact; ";
    assert!(lines[0].starts_with(error), "{output}");
    assert_eq!(lines[1..], ["3 passed, 1 failed"]);
}
