//! How the command may be called, and what comes of files and rules that are not as they should be.

use expect_test::expect;
use serde_json::Value;

use crate::command::Sandbox;
use crate::{explain, sandbox};

#[test]
fn everything_is_json_on_request() {
    let run = explain(&sandbox(), "secret", "shop/models.py:18", &["--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    let mut document: Value = serde_json::from_str(&run.stdout).unwrap();
    let rounds = document["candidates"][0]["steps"][1]["rounds"].take();
    expect![[r#"
        {
          "rule": {
            "name": "secret",
            "table": "things",
            "file": "../my.rules",
            "line": 35,
            "class": "class",
            "kinds": [
              "class_definition"
            ],
            "stage": "project",
            "stage_reason": "`inherits` (line 36)"
          },
          "file": "shop/models.py",
          "line": 18,
          "classes_on_line": [
            "class",
            "name"
          ],
          "rows": 0,
          "candidates": [
            {
              "line": 18,
              "column": 1,
              "class": "class",
              "text": "class Form(Plain): ...",
              "rows": 0,
              "failed": {
                "text": "where k inherits \"django.db.models.Model\"",
                "file": "../my.rules",
                "line": 36
              },
              "steps": [
                {
                  "text": "where k inherits \"django.db.models.Model\"",
                  "file": "../my.rules",
                  "line": 36,
                  "holds": false,
                  "values": [
                    {
                      "text": "k",
                      "value": {
                        "class": "class",
                        "line": 18,
                        "text": "class Form(Plain): ...",
                        "stands_for": null,
                        "resolution": null
                      }
                    },
                    {
                      "text": "classes above k",
                      "value": [
                        "shop.base.Plain"
                      ]
                    }
                  ],
                  "asked": {
                    "questions": [
                      "is `shop.base.Plain` the class `django.db.models.Model`, or a subclass?"
                    ],
                    "answer": false
                  }
                },
                {
                  "text": "for a in k.fields",
                  "file": "../my.rules",
                  "line": 37,
                  "members": 1,
                  "values": [],
                  "rounds": null
                }
              ]
            }
          ]
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&document).unwrap());
    assert_eq!(rounds[0]["steps"][3]["holds"], true);
    assert_eq!(rounds[0]["steps"][4]["is_row"], false);
    assert_eq!(rounds[0]["steps"][4]["row"]["kind"], "three");
    let counted = explain(&sandbox(), "shell_method", "shop/models.py:11", &["--format", "json"]);
    let document: Value = serde_json::from_str(&counted.stdout).unwrap();
    let members = &document["candidates"][0]["steps"][1]["values"][0]["members"];
    assert_eq!(*members, serde_json::json!({ "looked_at": 3, "passed": 1, "left_open": 0 }));
}

#[test]
fn rules_that_are_built_in_need_no_file() {
    let app =
        "import flask\napp = flask.Flask(__name__)\n@app.before_request\ndef f(): ...\n@app.route('/')\ndef g(): ...\n";
    let sandbox = Sandbox::with(&[("app.py", app)]);
    let run = sandbox.run(&["explain", "--rule", "flask_hook_decorator", "app.py"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run:?}");
    // Lines of the rule file move when something is written above the rule.
    let (head, candidates) = run.stdout.split_once("\n\n").unwrap();
    assert!(head.starts_with("rule flask_hook_decorator -> python_flask_hooks  flask/hooks.rules:"), "{head}");
    let lines = candidates.lines().map(|line| line.split("  [line ").next().unwrap());
    let shown = lines.collect::<Vec<_>>().join("\n");
    expect![[r#"
        app.py:3:1  @app.before_request
                match d: decorator
          yes   where d.target.member in request_hooks
                  d.target.member = "before_request"
                let owner = d.target.object  is `app` (name)
          yes   where owner is present
                  owner = `app` (name)
          yes   where owner instance of flask_owner_classes or not owner.has_known_class
                  owner = `app` (name)
                  what makes owner = `flask.Flask`
                  owner instance of { "flask.Blueprint", "flask.Flask", "flask.sansio.app.App", and 4 more } = true
                let f = d.definition  is `def f(): ...` (function)
          row   emit
                  line             4
                  hook             "before_request"
                  handler          "f"
                  qualified        "app.f"
                  owner            "app"
                  owner_qualified  "app.app"
                  has_auth         false

        app.py:5:1  @app.route('/')
                match d: decorator
          no    where d.target.member in request_hooks
                  d.target.member = "route""#]]
    .assert_eq(&shown);
}

#[test]
fn what_can_not_be_is_said() {
    let sandbox = sandbox();
    let check = |arguments: &[&str], status: i32, expected: &[&str]| {
        let run = sandbox.run_in("p", &[&["explain"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str()), (status, ""), "{arguments:?}: {run:?}");
        for part in expected {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    let rules = ["--rules", "../my.rules"];
    let of_rule = |rule, place| [&["--rule", rule, place], &rules[..]].concat();
    check(&of_rule("secrets", "many.py"), 2, &["no rule `secrets`", "did you mean `secret`?"]);
    check(&of_rule("zzzzzzzz", "many.py"), 2, &["no rule `zzzzzzzz`", "--rules PATH"]);
    check(&["--rule", "flask_hook_decoratr", "many.py"], 2, &["did you mean `flask_hook_decorator` or"]);
    check(&of_rule("secret", "gone.py"), 2, &["error: there is no file `gone.py`\n"]);
    check(&of_rule("secret", "gone.py:3"), 2, &["error: there is no file `gone.py`\n"]);
    check(&of_rule("secret", "shop"), 2, &["`shop` is a directory", "name one Python file"]);
    check(&of_rule("secret", "many.py:x"), 2, &["`x` is no line of `many.py`", "FILE:12"]);
    check(&of_rule("secret", "many.py:0"), 2, &["`0` is no line"]);
    check(&of_rule("secret", "many.py:-1"), 2, &["`-1` is no line"]);
    check(&of_rule("secret", "many.py:99999999999"), 2, &["is no line of"]);
    check(&of_rule("secret", "many.py:23"), 2, &["`many.py` has 22 lines, and no line 23"]);
    check(&of_rule("secret", "shop/empty.py:2"), 2, &["has 1 line, and no line 2"]);
    check(&[&of_rule("secret", "many.py")[..], &["--project", "gone"]].concat(), 2, &["no directory `gone`"]);
    check(&[&of_rule("secret", "many.py")[..], &["--project", "shop"]].concat(), 2, &["not lie in the project `shop`"]);
    check(&["--rule", "secret", "--rules", "gone.rules", "many.py"], 2, &["no file or directory `gone.rules`"]);
    check(&["--rule", "secret"], 2, &["required arguments", "<CODE | FILE[:LINE]>"]);
    check(&["--all"], 2, &["--rule <RULE>"]);
    check(&["AR0104", "--format", "json"], 2, &["--rule <RULE>"]);
    check(&["AR0104", "--project", "."], 2, &["--rule <RULE>"]);
    check(&["many.py"], 2, &["no diagnostic `many.py`", "--rule RULE FILE"]);
}

#[test]
fn what_is_healthy_of_a_broken_file_is_explained() {
    let sandbox = sandbox();
    let run = explain(&sandbox, "send_call", "shop/broken.py", &[]);
    assert_eq!(run.status, 0, "{run:?}");
    expect![[r#"
        note: shop/broken.py:1: not valid Python: `)` is missing here
        ---
        rule send_call -> things  ../my.rules:54
        decided at the stage project, for `instance of` (line 56)
        shop/broken.py: 5 candidates, 1 row

        shop/broken.py:5:1  client.send()
                match c: call
          yes   where c.callee.member == "send"  [line 55]
                  c.callee.member = "send"
          yes   where c.callee.object instance of "net.Client"  [line 56]
                  c.callee.object = `client` (name)
                  what makes c.callee.object = `net.Client`
          row   emit  [line 57]
                  line  5
                  name  "send"
                  n     1
                  kind  absent

        shop/broken.py:6:1  other().send()
                match c: call
          yes   where c.callee.member == "send"  [line 55]
                  c.callee.member = "send"
          no    where c.callee.object instance of "net.Client"  [line 56]
                  c.callee.object = `other()` (call)
                  what makes c.callee.object = `other`

        shop/broken.py:4:10  net.Client()
                match c: call
          no    where c.callee.member == "send"  [line 55]
                  c.callee.member = "Client"

        shop/broken.py:6:1  other()
                match c: call
          no    where c.callee.member == "send"  [line 55]
                  c.callee = `other` (name, presumably `other`)
                  c.callee.member = absent

        1 more candidate, which --all shows:
              1 failed at `where c.callee.member == "send"` (line 55)
    "#]]
    .assert_eq(&format!("{}---\n{}", run.stderr, run.stdout));
    let run = explain(&sandbox, "send_call", "shop/latin.py", &[]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run:?}");
}

/// A file is understood by what lies around it: `Base` is found in the package, also where the project is the package
/// alone, and with no other file nobody knows what it is.
#[test]
fn the_project_can_be_chosen() {
    let sandbox = sandbox();
    for (project, file, status) in
        [(".", "shop", 0), ("..", "shop", 0), ("shop", "shop", 0), (".", "lone", 0), ("lone", "lone", 1)]
    {
        let run = explain(&sandbox, "secret", &format!("{file}/models.py:4"), &["--project", project]);
        assert_eq!((run.status, run.stderr.as_str()), (status, ""), "--project {project}: {run:?}");
    }
}
