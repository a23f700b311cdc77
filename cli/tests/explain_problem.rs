//! `aud-rules explain --problem`, as it is called from a shell.

mod command;

use command::Sandbox;
use serde_json::Value;

const APP: &str = "\
import os
import shlex

from flask import Flask, request

app = Flask(__name__)


def run(command):
    os.system(command)


@app.route(\"/\")
def show():
    run(request.args[\"c\"])
    safe = shlex.quote(request.args[\"d\"])
    os.system(safe)
    os.system(\"ls\")
    return eval(\"1\")


def later(given):
    os.system(given)
";

#[test]
fn a_sink_is_explained() {
    let sandbox = Sandbox::with(&[("app.py", APP), ("setup.py", "")]);
    let check = |line: u32, status: i32, expected: &[(&str, &str)]| {
        let place = format!("app.py:{line}");
        let run = sandbox.run(&["explain", "--problem", "command_injection", &place, "--format", "json"]);
        assert_eq!(run.status, status, "{run:?}");
        let told: Value = serde_json::from_str(&run.stdout).unwrap();
        for (pointer, value) in expected {
            assert_eq!(told.pointer(pointer).and_then(Value::as_str), Some(*value), "{line} {pointer}: {told:#}");
        }
    };
    check(
        10,
        0,
        &[
            ("/sinks/0/arrivals/0/path/0/what", "source"),
            ("/sinks/0/arrivals/0/path/0/file", "app.py"),
            ("/sinks/0/arrivals/0/certainty", "resolved"),
        ],
    );
    check(17, 1, &[("/sinks/0/stops/0/why", "cleaned"), ("/sinks/0/stops/0/path/0/what", "source")]);
    check(18, 1, &[("/sinks/0/origins/0/what", "constant")]);
    check(23, 1, &[("/sinks/0/origins/0/what", "uncalled_parameter")]);
    check(19, 1, &[("/other_kinds/0", "code")]);
}

#[test]
fn text_tells_it_to_people() {
    let sandbox = Sandbox::with(&[("app.py", APP), ("setup.py", "")]);
    let check = |place: &str, parts: &[&str]| {
        let run = sandbox.run(&["explain", "--problem", "command_injection", place]);
        for part in parts {
            assert!(run.stdout.contains(part), "{place}: `{part}` is not in\n{}{}", run.stdout, run.stderr);
        }
    };
    check(
        "app.py:10",
        &[
            "command_injection at app.py:10:15 `command`",
            "data arrives:",
            " 1. app.py:15:9 `request.args",
            "enters here",
        ],
    );
    check("app.py:17", &["data was stopped at app.py:16:12 `shlex.quote", "made clean", "says the rule `"]);
    check("app.py:18", &["no data of a source reaches it; it is made of:", "`\"ls\"`  is written down here"]);
    check("app.py:23", &["is the parameter `given` of a function that nobody is known to call"]);
    check("app.py:7", &["ever runs"]);
}

#[test]
fn what_can_not_be_explained_is_said() {
    let sandbox = Sandbox::with(&[("app.py", APP), ("setup.py", "")]);
    let check = |arguments: &[&str], parts: &[&str]| {
        let run = sandbox.run(&[&["explain"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(&["--problem", "command_injektion", "app.py:10"], &["did you mean `command_injection`?"]);
    check(&["--problem", "command_injection", "app.py"], &["which line", "app.py:12"]);
    check(&["--problem", "command_injection", "app.py:99"], &["has 23 lines"]);
    check(&["--problem", "command_injection", "--rule", "x", "app.py:1"], &["cannot be used with"]);
    check(&["--problem", "command_injection"], &["required"]);
}
