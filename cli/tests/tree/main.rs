//! `aud-rules tree`, as it is called from a shell.

#[path = "../command/mod.rs"]
mod command;
mod lines;

use std::fs;

use command::Sandbox;
use expect_test::{Expect, expect};
use serde_json::Value;

const SHOP: &str = "import subprocess
from shop.base import Base
from helpers import *

class Form(Base, flag=1):
    def save(self, *names):
        if names:
            subprocess.run([\"ls\"], shell=True,
                           check=0)

@app.route('/x')
def view(a): ...
";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with(&[
        ("p/setup.cfg", ""),
        ("p/shop/__init__.py", ""),
        ("p/shop/base.py", "from lib import Base\n"),
        ("p/shop/models.py", SHOP),
        ("p/shop/odd:1", "x = 1\n"),
        ("p/broken.py", "def f(:\n    pass\nx = [1\n"),
        ("p/blank.py", "\n\nx\n"),
        ("p/.ignore", "ignored.py\n"),
        ("p/ignored.py", "from shop import base\n"),
        ("p/notes.txt", "x\n"),
        ("p/wide.py", &"x; ".repeat(39)),
        ("p/escapes.py", "x = '\u{1b}[31m'\n"),
        ("p/deep.py", &format!("x = {}1{}\n", "(".repeat(5_000), ")".repeat(5_000))),
    ]);
    fs::write(sandbox.path("p/binary.py"), [0, 159, 146, 150, 10, 0xff]).unwrap();
    fs::write(sandbox.path("p/large.py"), vec![b'\n'; (10 << 20) + 1]).unwrap();
    sandbox
}

#[track_caller]
fn check(arguments: &[&str], expected: &Expect) {
    let run = sandbox().run_in("p", &[&["tree"], arguments].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run:?}");
    expected.assert_eq(&run.stdout);
}

#[test]
fn a_file_has_an_outline() {
    check(
        &["shop/models.py"],
        &expect![[r#"
        module 1:1  shop/models.py
          import 1:1  import subprocess
          import 2:1  from shop.base import Base
          import 3:1  from helpers import *
          class 5:1  class Form(Base, flag=1): ...
            name 5:12  Base  stands for `shop.base.Base`
            number 5:23  1
            function 6:5  def save(self, *names): ...
              name 6:14  self
              name 6:21  names
              if 7:9  if names: ...
                name 7:12  names
                call 8:13  subprocess.run(["ls"], shell=True, check=0)
                  attribute 8:13  subprocess.run  stands for `subprocess.run`
                    name 8:13  subprocess  stands for `subprocess`
                  list 8:28  ["ls"]
                    string 8:29  "ls"
                  expr 8:42  True
                  number 9:34  0
          decorator 11:1  @app.route('/x')
            call 11:2  app.route('/x')
              attribute 11:2  app.route  presumably `app.route`
                name 11:2  app  presumably `app`
              string 11:12  '/x'
          function 12:1  def view(a): ...
            name 12:10  a
            expr 12:14  ...
    "#]],
    );
}

#[test]
fn a_line_inside_a_node_shows_the_innermost() {
    check(
        &["shop/models.py:9"],
        &expect![[r#"
            n: number < expr < node  9:34-9:35  0
              n.constant = 0
              n.constant_text = "0"
              n.has_known_class = true
              n.integer = 0
              n.is_literal = true
              n.label = "?"
              n.number = 0.0
              n.role = "read"
              n.shape = "constant"
              n.block = `subprocess.run(["ls"], shell=True, check=0)` (block)
              n.branch = `if names: ...` (if)
              n.class = `class Form(Base, flag=1): ...` (class)
              n.column = 33
              n.end_line = 9
              n.first_line = "0"
              n.function = `def save(self, *names): ...` (function)
              n.kind = "integer"
              n.line = 9
              n.outer_call = `subprocess.run(["ls"], shell=True, check=0)` (call)
              n.parent = `check=0` (node("keyword_argument"))
              n.scope = "Form.save"
              n.statement = `subprocess.run(["ls"], shell=True, check=0)` (node("expression_statement"))
              n.text = "0"
              false: n.is_none, n.is_decorator
              empty: n.elements, n.entries
              absent: n.boolean, n.class_name, n.definition, n.dotted, n.element_class, n.imported_from, n.member, n.name, n.object, n.origin, n.qualified, n.resolution, n.string, n.target, n.template, n.handler, n.loop, n.with
        "#]],
    );
}

#[test]
fn absent_properties_are_shown_on_request() {
    let sandbox = sandbox();
    let show = |more: &[&str]| sandbox.run(&[&["tree", "p/blank.py:3"], more].concat());
    let (few, all) = (show(&[]), show(&["--all"]));
    for (shown, is_in_few) in
        [("  n.name = \"x\"\n", true), ("  n.string = absent\n", false), ("  n.is_none = false\n", false)]
    {
        assert_eq!(few.stdout.contains(shown), is_in_few, "{}", few.stdout);
        assert!(all.stdout.contains(shown), "{}", all.stdout);
    }
    assert!(few.stdout.contains("  absent: n.boolean, ") && !all.stdout.contains("  absent: "), "{}", all.stdout);
}

#[test]
fn the_raw_syntax_tree_is_shown_on_request() {
    check(
        &["--syntax", "shop/models.py:5"],
        &expect![[r#"
        module 1:1-13:1
          class_definition 5:1-9:36
            "class" 5:1-5:6
            name: identifier 5:7-5:11  "Form"
            superclasses: argument_list 5:11-5:25
              "(" 5:11-5:12
              identifier 5:12-5:16  "Base"
              "," 5:16-5:17
              keyword_argument 5:18-5:24
                name: identifier 5:18-5:22  "flag"
                "=" 5:22-5:23
                value: integer 5:23-5:24  "1"
              ")" 5:24-5:25
            ":" 5:25-5:26
    "#]],
    );
    let sandbox = sandbox();
    let run = sandbox.run_in("p", &["tree", "--syntax", "broken.py"]);
    expect![[r#"
        note: broken.py:1: not valid Python: `)` is missing here
        note: broken.py:3: not valid Python; the rest of the file was examined
        ---
        module 1:1-4:1
          function_definition 1:1-2:9
            "def" 1:1-1:4
            name: identifier 1:5-1:6  "f"
            parameters: parameters 1:6-1:7
              "(" 1:6-1:7
              MISSING ")" 1:7-1:7
            ":" 1:7-1:8
            body: block 2:5-2:9
              pass_statement 2:5-2:9
                "pass" 2:5-2:9
          ERROR 3:1-3:7
            identifier 3:1-3:2  "x"
            "=" 3:3-3:4
            "[" 3:5-3:6
            integer 3:6-3:7  "1"
    "#]]
    .assert_eq(&format!("{}---\n{}", run.stderr, run.stdout));
}

#[test]
fn everything_is_json_on_request() {
    let sandbox = sandbox();
    let json = |arguments: &[&str]| -> Value {
        let run = sandbox.run_in("p", &[&["tree", "--format", "json"], arguments].concat());
        assert_eq!(run.status, 0, "{run:?}");
        serde_json::from_str(&run.stdout).unwrap()
    };
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap();
    let outline = json(&["shop/models.py"]);
    assert_eq!(outline["file"], "shop/models.py");
    let attribute = outline["nodes"].as_array().unwrap().iter().find(|node| node["classes"][0] == "attribute").unwrap();
    expect![[r#"
        {
          "depth": 5,
          "classes": [
            "attribute"
          ],
          "range": {
            "start": {
              "line": 8,
              "column": 13
            },
            "end": {
              "line": 8,
              "column": 27
            }
          },
          "text": "subprocess.run",
          "stands_for": [
            "subprocess.run"
          ],
          "resolution": "resolved"
        }"#]]
    .assert_eq(&pretty(attribute));
    let line = json(&["shop/models.py:5"]);
    let properties = line["nodes"][1]["properties"].as_array().unwrap();
    let qualified = properties.iter().find(|property| property["text"] == "n.qualified").unwrap();
    expect![[r#"
        {
          "text": "n.qualified",
          "class": "expr",
          "value": {
            "open": [
              "what does `shop.base.Base` lead to in the end?"
            ]
          },
          "asked": {
            "questions": [
              "what does `shop.base.Base` lead to in the end?"
            ],
            "answer": "lib.Base"
          }
        }"#]]
    .assert_eq(&pretty(qualified));
    let syntax = json(&["--syntax", "shop/models.py:2"]);
    expect![[r#"
        {
          "depth": 2,
          "kind": "from",
          "field": null,
          "range": {
            "start": {
              "line": 2,
              "column": 1
            },
            "end": {
              "line": 2,
              "column": 5
            }
          },
          "is_named": false,
          "is_error": false,
          "is_missing": false,
          "text": "from"
        }"#]]
    .assert_eq(&pretty(&syntax["syntax"][2]));
}

#[test]
fn strange_files_are_shown_as_far_as_they_can_be() {
    let sandbox = sandbox();
    let check = |place: &str, status: i32, stdout: &[&str], stderr: &[&str]| {
        let run = sandbox.run_in("p", &["tree", place]);
        assert_eq!(run.status, status, "{place}: {run:?}");
        for (parts, text) in [(stdout, &run.stdout), (stderr, &run.stderr)] {
            for part in parts {
                assert!(text.contains(part), "{place}: `{part}` is not in\n{text}");
            }
        }
        assert_eq!(run.stderr.is_empty(), stderr.is_empty(), "{place}: {run:?}");
        assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{place}: {run:?}");
    };
    check("broken.py", 0, &["function 1:1  def f(: ...", "number 3:6  1"], &["note: broken.py:1: not valid Python"]);
    check("binary.py", 0, &["module 1:2  binary.py"], &["note: binary.py"]);
    check("large.py", 3, &[], &["error: `large.py` can not be shown: the file has 10485761 bytes"]);
    check("escapes.py", 0, &["string 1:5  '\\u{1b}[31m'"], &[]);
    check("escapes.py:1", 0, &["s.string = \"\\u{1b}[31m\""], &[]);
    check("deep.py", 0, &["assignment 1:1"], &["note: deep.py:1: nested more than"]);
    check("wide.py:1", 0, &["\n10 more nodes begin on this line; --all shows them\n"], &[]);
    check("deep.py:1", 0, &["assignment < binder < node"], &["nested more than"]);
    check("ignored.py:1", 0, &["m.path = \"shop/__init__.py\""], &[]);
    check("notes.txt", 0, &["  name 1:1  x"], &[]);
    check("shop/odd:1", 0, &["assignment 1:1"], &[]);
    check("shop/odd:1:1", 0, &["a: assignment < binder < node  1:1-1:6  x = 1"], &[]);
    check("blank.py:1", 1, &["no node that has a class is on line 1\n"], &[]);
    check("gone.py", 2, &[], &["error: there is no file `gone.py`\n"]);
    check("shop", 2, &[], &["`shop` is a directory"]);
    check("blank.py:4", 2, &[], &["`blank.py` has 3 lines, and no line 4"]);
    let all = sandbox.run_in("p", &["tree", "blank.py", "--all"]);
    assert_eq!((all.status, all.stdout.as_str()), (2, ""), "{all:?}");
    assert!(all.stderr.contains("name a line"), "{all:?}");
    check("blank.py:3:1", 2, &[], &["there is no file `blank.py:3`"]);
}
