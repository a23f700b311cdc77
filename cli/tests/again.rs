//! Indexing a project again: what is taken over from the run before, and what happens when that is damaged or gone.

mod command;

use std::fs;
use std::io::Write;

use command::Sandbox;

const BASE: &str = "class Base:\n    def save(self): pass\n";
const HEIR: &str = "from base import Base\nclass Heir(Base):\n    def go(self): self.save()\n";

fn project() -> Sandbox {
    let sandbox = Sandbox::with(&[("src/base.py", BASE), ("src/heir.py", HEIR), ("src/other.py", "import os\n")]);
    let run = sandbox.run(&["index", "src"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stdout.contains("examined"), "{}", run.stdout);
    sandbox
}

/// What a run says about the files that it examined.
fn examined(sandbox: &Sandbox, more: &[&str]) -> Option<String> {
    let run = sandbox.run(&[&["index", "src"], more].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout.lines().find(|line| line.contains("examined")).map(str::to_owned)
}

/// Where the call in `heir.py` leads.
fn target(sandbox: &Sandbox) -> String {
    let query = "SELECT qualified FROM calls WHERE file = 'heir.py'";
    let run = sandbox.run(&["query", "--db", "src/.aud/index.db", "--format", "csv", query]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn what_did_not_change_is_not_examined_again() {
    let sandbox = project();
    let none = Some("0 files examined; the others are as in the run before".to_owned());
    let one = Some("1 file examined; the others are as in the run before".to_owned());
    assert_eq!(examined(&sandbox, &[]), none);
    assert_eq!(examined(&sandbox, &["--verify"]), none);
    assert_eq!(examined(&sandbox, &["--no-cache"]), None);
    assert!(target(&sandbox).contains("base.Base.save"));
    // Another file decides what the call in `heir.py` means.
    fs::write(sandbox.path("src/base.py"), "class Base: pass\n").unwrap();
    assert_eq!(examined(&sandbox, &[]), one);
    assert!(!target(&sandbox).contains("base.Base.save"));
    fs::remove_file(sandbox.path("src/other.py")).unwrap();
    assert_eq!(examined(&sandbox, &[]), none);
    let files = sandbox.run(&["query", "--db", "src/.aud/index.db", "--format", "csv", "SELECT count(*) FROM files"]);
    assert!(files.stdout.contains('2'), "{}", files.stdout);
}

#[test]
fn a_package_that_no_file_named_before_is_looked_for_in_all_files() {
    let sandbox = project();
    let one = Some("1 file examined; the others are as in the run before".to_owned());
    for (text, expected) in [
        ("import os\n# flask\n", one.clone()),
        ("import os, flask\n", None),
        ("import os\n", one.clone()),
        // Nobody forgets it.
        ("from flask import Flask\n", one),
    ] {
        fs::write(sandbox.path("src/other.py"), text).unwrap();
        assert_eq!(examined(&sandbox, &[]), expected, "{text}");
    }
}

#[test]
fn findings_are_there_once_somebody_looked_for_them() {
    const FLAW: &str = "import sys, subprocess\nsubprocess.run(sys.argv[1], shell=True)\n";
    let sandbox = Sandbox::with(&[("src/start.py", FLAW)]);
    for (arguments, expected) in [
        (&["index", "src"][..], "0"),
        (&["scan", "src"], "1"),
        (&["index", "src"], "1"),
        (&["index", "src", "--findings"], "1"),
    ] {
        check_findings(&sandbox, arguments, expected);
    }
    fs::write(sandbox.path("src/start.py"), format!("\n{FLAW}")).unwrap();
    check_findings(&sandbox, &["index", "src"], "1");
    // A package that is new has every file examined, and the findings stay.
    fs::write(sandbox.path("src/other.py"), "import flask\n").unwrap();
    check_findings(&sandbox, &["index", "src"], "1");
    fs::remove_file(sandbox.path("src/start.py")).unwrap();
    check_findings(&sandbox, &["index", "src"], "0");
    fs::write(sandbox.path("src/start.py"), FLAW).unwrap();
    check_findings(&sandbox, &["index", "src", "--no-cache"], "0");
    check_findings(&sandbox, &["index", "src", "--findings"], "1");
}

/// Calls the program; how many findings of flows the database has then.
fn check_findings(sandbox: &Sandbox, arguments: &[&str], expected: &str) {
    let run = sandbox.run(arguments);
    // That a scan finds something is its answer.
    assert!(run.status < 2, "{arguments:?}: {}", run.stderr);
    let query = "SELECT count(*) AS n FROM findings WHERE flow IS NOT NULL";
    let run = sandbox.run(&["query", "--db", "src/.aud/index.db", "--format", "csv", query]);
    assert_eq!(run.stdout, format!("n\n{expected}\n"), "{arguments:?}: {}", run.stderr);
}

#[test]
fn segments_may_be_damaged_or_gone() {
    for damage in ["gone", "cut", "changed", "another"] {
        let sandbox = project();
        let path = sandbox.path("src/.aud/index.segments");
        let mut bytes = fs::read(&path).unwrap();
        match damage {
            "gone" => fs::remove_file(&path).unwrap(),
            "cut" => fs::write(&path, &bytes[..bytes.len() / 2]).unwrap(),
            "changed" => {
                bytes.iter_mut().skip(24).step_by(7).for_each(|byte| *byte ^= 0x55);
                fs::write(&path, bytes).unwrap();
            }
            _ => fs::File::create(&path).unwrap().write_all(b"something else").unwrap(),
        }
        fs::write(sandbox.path("src/base.py"), format!("{BASE}x = 1\n")).unwrap();
        let run = sandbox.run(&["index", "src"]);
        assert_eq!(run.status, 0, "{damage}: {}", run.stderr);
        assert!(target(&sandbox).contains("base.Base.save"), "{damage}");
        fs::write(sandbox.path("src/base.py"), "").unwrap();
        assert_eq!(sandbox.run(&["index", "src"]).status, 0, "{damage}");
        assert!(!target(&sandbox).contains("base.Base.save"), "{damage}");
    }
}
