//! `aud-rules check`, `aud-rules fmt` and `aud-rules plan`, as they are called from a shell.

mod command;

use std::path::Path;

use command::Sandbox;
use serde_json::Value;

const GOOD: &str = "\
/// Calls.
table shop_calls {
    name: text    /// What is called.
}

/// Calls of `shop.sell`.
rule shop_call -> shop_calls {
    match c: call where c.callee is \"shop.sell\"
    emit { name: c.callee.label }

    example \"\"\"
        import shop
        shop.sell()
    \"\"\" emits { line: 2, name: \"shop.sell\" }
    example \"\"\"
        sell()
    \"\"\" emits nothing
}
";

#[test]
fn rule_files_are_checked_together() {
    let (table, rule) = GOOD.split_once("\n\n").unwrap();
    let broken = rule.replace("shop_calls", "shop_cals");
    let unused = format!("{GOOD}\nset nothing_reads_me = {{ \"a\" }}\n");
    let sandbox = Sandbox::with(&[
        ("good/one.rules", GOOD),
        ("both/table.rules", table),
        ("both/rule.rules", rule),
        ("bad/table.rules", table),
        ("bad/rule.rules", &broken),
        ("bad/notes.txt", "nonsense"),
        ("warned/one.rules", &unused),
        (
            "twice/one.rules",
            &GOOD.replace("\"shop.sell\"\n    emit", "{ \"flask.Flask\", \"flask.app.Flask\" }\n    emit"),
        ),
        ("empty/readme.txt", ""),
    ]);
    let check = |arguments: &[&str], status: i32, stdout: &[&str], stderr: &[&str]| {
        let run = sandbox.run(&[&["check"], arguments].concat());
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        for part in stdout {
            assert!(run.stdout.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stdout);
        }
        for part in stderr {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
        assert_eq!(run.stderr.is_empty(), stderr.is_empty(), "{arguments:?}: {run:?}");
    };
    check(&["good"], 0, &["Checked 1 rule file: nothing is wrong\n"], &[]);
    check(&["good/one.rules", "./good/one.rules", "good"], 0, &["Checked 1 rule file: "], &[]);
    check(&["both"], 0, &["Checked 2 rule files: "], &[]);
    check(&["both/table.rules", "both/rule.rules"], 0, &["Checked 2 rule files: "], &[]);
    check(&["both/rule.rules"], 1, &["error[AR0104]", "--> both/rule.rules:2:19", "1 error, 0 warnings\n"], &[]);
    check(&["bad"], 1, &["--> bad/rule.rules:2:19", "did you mean `shop_calls`?"], &[]);
    check(&["warned"], 0, &["warning[AR0503]", "0 errors, 1 warning\n"], &[]);
    let public = "leave it out: `flask.Flask` stands for `flask.app.Flask`";
    check(&["twice"], 0, &["warning[AR0507]", "--> twice/one.rules:8:54", public, "0 errors, 1 warning\n"], &[]);
    check(&["empty"], 2, &[], &["no rule file below `empty`", "`.rules`"]);
    check(&["gone"], 2, &[], &["no file or directory `gone`"]);
    let here = sandbox.run_in("good", &["check"]);
    assert_eq!((here.status, here.stdout.as_str()), (0, "Checked 1 rule file: nothing is wrong\n"));
}

#[test]
fn findings_are_json_on_request() {
    let sandbox = Sandbox::with(&[("good.rules", GOOD), ("bad.rules", "rule r -> shop_cals {\n}\n")]);
    let run = sandbox.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1, "{run:?}");
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["files"], 2);
    let findings = document["diagnostics"].as_array().unwrap();
    let errors = findings.iter().filter(|finding| finding["severity"] == "error").count();
    assert_eq!(document["errors"], errors);
    let unknown = findings.iter().find(|finding| finding["code"] == "AR0104").unwrap();
    assert_eq!(unknown["file"], "bad.rules");
    assert_eq!(unknown["range"]["start"]["column"], 11);
}

#[test]
fn the_catalogue_has_no_mistake() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let run = Sandbox::with(&[]).run(&["check", rules.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{run:?}");
}

#[test]
fn rule_files_get_the_canonical_form() {
    let ragged = GOOD.replace("    emit {", "  emit{").replace(" where ", "\n    where ");
    let sandbox =
        Sandbox::with(&[("good.rules", GOOD), ("below/ragged.rules", &ragged), ("bad/a.rules", "set a = {\n")]);
    let text = |path: &str| std::fs::read_to_string(sandbox.path(path)).unwrap();
    let check = |arguments: &[&str], status: i32, stdout: &str| {
        let run = sandbox.run(&[&["fmt"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (status, stdout, ""), "{arguments:?}");
    };
    check(&["--check", "good.rules"], 0, "");
    check(&["--check", "good.rules", "below"], 1, "below/ragged.rules: has another form\n");
    assert_eq!(text("below/ragged.rules"), ragged);
    check(&["good.rules", "below"], 0, "below/ragged.rules: formatted\n");
    assert_eq!(text("below/ragged.rules"), GOOD.replace(" where ", "\n    where "));
    assert_eq!(text("good.rules"), GOOD);
    check(&["good.rules", "below"], 0, "");

    std::fs::write(sandbox.path("below/ragged.rules"), &ragged).unwrap();
    let broken = sandbox.run(&["fmt"]);
    assert_eq!((broken.status, broken.stdout.as_str()), (2, ""), "{broken:?}");
    assert!(broken.stderr.contains("bad/a.rules:1") && broken.stderr.contains("can not be used"), "{broken:?}");
    assert_eq!(text("below/ragged.rules"), ragged, "nothing is written when one file can not be parsed");
}

#[test]
fn the_plan_shows_stages_and_decisions() {
    let sandbox = Sandbox::with(&[("shop.rules", GOOD), ("bad.rules", "set a = {\n")]);
    let check = |arguments: &[&str], parts: &[&str]| {
        let run = sandbox.run(&[&["plan"], arguments].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stdout.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stdout);
        }
        run.stdout
    };
    let own = [
        "rule shop_call -> shop_calls\n",
        "  stage project: `is` (line 8)\n",
        "\nat call\n",
        "\"sell\" => shop_call\n",
    ];
    check(&["shop.rules"], &own);
    check(&["shop.rules", "--rule", "shop_call"], &own);
    let all =
        check(&[], &["rule subprocess_call -> python_subprocess_calls\n", "\nat call\n", "\nat function_definition\n"]);
    let one = check(&["--rule", "subprocess_call"], &["rule subprocess_call -> ", "\"Popen\""]);
    assert!(one.len() < all.len() / 4 && !one.contains("sql_sink"), "{one}");

    let json = check(&["shop.rules", "--format", "json"], &[]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["rules"][0]["stage"], "project");
    assert_eq!(json["decisions"]["call"]["keyed"][0]["literals"]["sell"][0], "shop_call");
}

#[test]
fn what_can_not_be_planned_is_said() {
    let sandbox = Sandbox::with(&[("shop.rules", GOOD), ("bad.rules", "set a = {\n")]);
    let check = |arguments: &[&str], parts: &[&str]| {
        let run = sandbox.run(&[&["plan"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(&["bad.rules"], &["error[AR0", "bad.rules:1", "the rule files can not be used: 1 error\n"]);
    check(&["gone.rules"], &["`gone.rules`"]);
    check(&["--rule", "subproces_call"], &["no rule `subproces_call`", "did you mean `subprocess_call`"]);
    check(&["shop.rules", "--rule", "subprocess_call"], &["no rule `subprocess_call`"]);
}
