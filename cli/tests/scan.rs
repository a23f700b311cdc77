//! `aud-rules scan`, `baseline` and `config`, as they are called from a shell.

mod command;

use std::fs;
use std::process::Command;

use command::Sandbox;

/// A project whose only findings are about comments: they need no rule.
fn project() -> Sandbox {
    Sandbox::with(&[
        ("shop/a.py", "x = 1  # aud: off\n"),
        ("shop/b.py", "y = 2\n"),
        ("tests/test_a.py", "z = 3  # aud: off\n"),
    ])
}

#[test]
fn findings_decide_the_exit_status() {
    let check = |arguments: &[&str], status: i32, stdout: &str, stderr: &str| {
        let sandbox = project();
        let run = sandbox.run(&[&["scan", "--format", "concise"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (status, stdout, stderr), "{arguments:?}");
    };
    let said = "`aud: off` says nothing; write `# aud: ignore[problem] reason`";
    let found = format!("shop/a.py:1:8: low[invalid_suppression] {said}\n");
    let one = "1 finding in 2 files: 1 low; 1 file with tests left out\n";
    check(&[], 1, &found, one);
    check(&["--fail-on", "medium"], 0, &found, one);
    check(&["--fail-on", "low"], 1, &found, one);
    check(&["--ignore", "low"], 0, "", "Nothing found in 2 files; 1 file with tests left out\n");
    let both = format!("{found}tests/test_a.py:1:8: low[invalid_suppression] {said}\n");
    check(&["--tests"], 1, &both, "2 findings in 3 files: 2 low\n");
    check(&["shop/b.py"], 0, "", "Nothing found in 1 file\n");
    check(&["shop"], 1, &found, "1 finding in 2 files: 1 low\n");
}

#[test]
fn what_can_not_be_asked_is_said() {
    let sandbox = project();
    let check = |arguments: &[&str], status: i32, parts: &[&str]| {
        let run = sandbox.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (status, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(
        &["scan", "--select", "unused_supression"],
        2,
        &["`unused_supression`", "did you mean `unused_suppression`?"],
    );
    check(&["scan", "--fail-on", "hihg"], 2, &["info, low, medium, high, critical"]);
    check(&["scan", "--config", "none.toml"], 2, &["there is no file `none.toml`"]);
    check(&["scan", "--baseline", "none.json"], 2, &["`none.json`", "aud-rules baseline --output none.json"]);
    check(&["scan", "nowhere"], 2, &["`nowhere`"]);
    check(&["scan", "--diff", "main"], 2, &["in no git repository"]);
    fs::write(sandbox.path("aud-rules.toml"), "tests = 1\nselekt = []\n").unwrap();
    for command in ["scan", "baseline", "config"] {
        check(&[command], 2, &["aud-rules.toml:1:9", "aud-rules.toml:2:1", "did you mean `select`?", "2 errors"]);
    }
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let sandbox = project();
    let written = sandbox.run(&["baseline"]);
    assert_eq!(
        (written.status, written.stderr.as_str()),
        (0, "1 finding written to aud-baseline.json\n"),
        "{written:?}"
    );
    let check = |status: i32, stderr: &str| {
        let run = sandbox.run(&["scan", "--format", "concise", "--baseline", "aud-baseline.json"]);
        assert_eq!((run.status, run.stderr.as_str()), (status, stderr), "{run:?}");
    };
    check(0, "Nothing found in 2 files; 1 in the baseline; 1 file with tests left out\n");
    // The lines move, and the file gets another name.
    fs::remove_file(sandbox.path("shop/a.py")).unwrap();
    fs::write(sandbox.path("shop/c.py"), "\n\nx = 1  # aud: off\n").unwrap();
    check(0, "Nothing found in 2 files; 1 in the baseline; 1 file with tests left out\n");
    fs::write(sandbox.path("shop/c.py"), "x = 1  # aud: off\ny = 2  # aud: off\n").unwrap();
    check(1, "1 finding in 2 files: 1 low; 1 in the baseline; 1 file with tests left out\n");
    fs::write(sandbox.path("shop/c.py"), "x = 1\n").unwrap();
    check(0, "Nothing found in 2 files; 0 in the baseline, which has 1 more; 1 file with tests left out\n");
}

#[test]
fn only_what_changed_is_reported() {
    let sandbox = Sandbox::with(&[("a.py", "x = 1  # aud: off\ny = 2\n"), (".gitignore", ".aud\n")]);
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]).args(arguments);
        let output = git.current_dir(sandbox.path("")).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "first"]);
    let check = |expected: &str| {
        let run = sandbox.run(&["scan", "--diff", "HEAD", "--format", "csv"]);
        let places =
            run.stdout.lines().skip(1).map(|line| line.split(',').skip(3).take(2).collect::<Vec<_>>().join(":"));
        assert_eq!(places.collect::<Vec<_>>().join(" "), expected, "{run:?}");
    };
    check("");
    fs::write(sandbox.path("a.py"), "x = 1  # aud: off\ny = 3  # aud: off\n").unwrap();
    fs::write(sandbox.path("b.py"), "z = 1  # aud: off\n").unwrap();
    check("a.py:2 b.py:1");
    let run = sandbox.run(&["scan", "--diff", "nothing"]);
    assert!(run.status == 2 && run.stderr.contains("no revision `nothing`"), "{run:?}");
}

#[test]
fn a_configuration_is_found_from_below() {
    let sandbox = project();
    fs::write(
        sandbox.path("pyproject.toml"),
        "[tool.aud-rules]\npaths = [\"shop\", \"tests\"]\ntests = true\nexclude = [\"shop/a.py\"]\n",
    )
    .unwrap();
    let run = sandbox.run_in("shop", &["config"]);
    assert!(run.stdout.contains("tests = true") && run.stdout.contains("# pyproject.toml:3"), "{run:?}");
    let run = sandbox.run(&["scan", "--format", "concise"]);
    assert_eq!(run.stdout.lines().count(), 1, "{run:?}");
    assert!(run.stdout.starts_with("tests/test_a.py:1:8: "), "{run:?}");
    // What is asked for comes first.
    let run = sandbox.run_in("shop", &["scan", "b.py", "--format", "concise"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:?}");
}

#[test]
fn findings_go_to_a_file() {
    let sandbox = project();
    for format in ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "csv"] {
        let shown = sandbox.run(&["scan", "--format", format]);
        let run = sandbox.run(&["scan", "--format", format, "--output", "out"]);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{format}: {run:?}");
        assert_eq!(fs::read_to_string(sandbox.path("out")).unwrap(), shown.stdout, "{format}");
        assert!(!shown.stdout.is_empty());
    }
}

const SHOW: &str = "\
from flask import Flask, request

from app.b import run

app = Flask(__name__)


@app.route(\"/\")
def show():
    run(request.args[\"c\"])
    return \"done\"
";

const RUN: &str = "\
import os


def run(command):
    os.system(command)
";

/// A package with a flow from one module into another.
fn package() -> Sandbox {
    Sandbox::with(&[("app/__init__.py", ""), ("app/a.py", SHOW), ("app/b.py", RUN)])
}

#[test]
fn a_package_alone_has_the_findings_that_it_has_in_its_project() {
    let sandbox = package();
    let check = |folder: &str, arguments: &[&str]| {
        let run = sandbox.run_in(folder, &[&["scan", "--format", "csv"], arguments].concat());
        assert_eq!(run.status, 1, "{folder} {arguments:?}: {run:?}");
        let names: Vec<&str> = run.stdout.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(names, ["command_injection"], "{folder} {arguments:?}: {run:?}");
    };
    check("", &["."]);
    check("", &["app"]);
    check("app", &["."]);
    let run = sandbox.run(&[
        "query",
        "SELECT module FROM files ORDER BY file",
        "--db",
        "app/.aud/index.db",
        "--format",
        "csv",
    ]);
    assert_eq!(run.stdout, "module\napp\napp.a\napp.b\n", "{run:?}");
    // It is no package any more, and so its modules have other names.
    fs::remove_file(sandbox.path("app/__init__.py")).unwrap();
    sandbox.run(&["index", "app"]);
    let run = sandbox.run(&[
        "query",
        "SELECT module FROM files ORDER BY file",
        "--db",
        "app/.aud/index.db",
        "--format",
        "csv",
    ]);
    assert_eq!(run.stdout, "module\na\nb\n", "{run:?}");
}

#[test]
fn what_the_last_run_found_is_left_out() {
    let sandbox = package();
    let check = |places: &str, said: &str| {
        let run = sandbox.run(&["scan", "--since", "--format", "csv"]);
        let found: Vec<String> = run
            .stdout
            .lines()
            .skip(1)
            .map(|line| line.split(',').skip(3).take(2).collect::<Vec<_>>().join(":"))
            .collect();
        assert_eq!(found.join(" "), places, "{run:?}");
        assert_eq!(run.status, i32::from(!places.is_empty()), "{run:?}");
        assert!(run.stderr.contains(said), "`{said}` is not in {}", run.stderr);
    };
    check("app/b.py:5", "there was no run before");
    check("", "Nothing found in 3 files; 1 known since the last run");
    // Lines move, and a second command and a faulty comment come to it.
    fs::write(sandbox.path("app/b.py"), format!("# Moved.\n{RUN}    os.popen(command)\n")).unwrap();
    fs::write(sandbox.path("app/c.py"), "x = 1  # aud: off\n").unwrap();
    check("app/b.py:7 app/c.py:1", "1 known since the last run");
    check("", "3 known since the last run");
}
