//! `aud-rules explain --rule`, as it is called from a shell.

mod calls;
#[path = "../command/mod.rs"]
mod command;

use command::{Run, Sandbox};
use expect_test::{Expect, expect};
use serde_json::Value;

const RULES: &str = r#"
/// Things.
table things {
    name: text      /// Name.
    n: int          /// Number.
    kind: text?     /// Kind.
}

/// A shell is started.
predicate starts_shell(c: call) { c.callee is { "subprocess.run", "os.system" } and c.keyword("shell").boolean == true }

/// Methods that start shells.
rule shell_method -> things {
    match f: function where f.is_method
    let n = count c: call in f where starts_shell(c)
    where n > 0 and (any c: call in f where c.callee.name == "print")
    for d in f.decorators
    where d.target.member == "x" or d.target is "y.z" // One of two.
    emit { name: f.qualname, n, kind: d.target.member }

    example """
        class A:
            @a.x
            def f(self):
                import subprocess
                subprocess.run("a", shell=True)
                print(1)
    """ emits { line: 3, name: "A.f", n: 1, kind: "x" }
    example """
        x = 1
    """ emits nothing
}

/// Fields of models.
rule secret -> things {
    match k: class where k inherits "django.db.models.Model"
    for a in k.fields
    where a.name like /pass/
    let kind = case a.value.integer { 3 => "three", else => "other" }
    where kind != "other"
    emit { name: k.qualname, n: 1, kind }

    example """
        from django.db import models
        class A(models.Model):
            password = 3
    """ emits { line: 2, name: "A", n: 1, kind: "three" }
    example """
        x = 1
    """ emits nothing
}

/// Calls of one method of clients.
rule send_call -> things {
    match c: call where c.callee.member == "send"
    where c.callee.object instance of "net.Client"
    emit { name: "send", n: 1, kind: none }

    example """
        import net
        net.Client().send()
    """ emits { line: 2, name: "send", n: 1 }
    example """
        send()
    """ emits nothing
}
"#;

const BASE: &str = "from django.db import models

class Base(models.Model):
    pass

class Plain:
    pass
";

const SHOP: &str = "import subprocess
from shop.base import Base, Plain

class Account(Base):
    name = 1
    password = 2
    passport = 3

    @a.x
    @b
    def run(self):
        subprocess.run('a', shell=True)
        subprocess.run('a')
        print(1)

    def stop(self): print(2)

class Form(Plain):
    password = 3

def free():
    print(3)
";

fn sandbox() -> Sandbox {
    Sandbox::with(&[
        ("my.rules", RULES),
        ("p/pyproject.toml", ""),
        ("p/shop/__init__.py", ""),
        ("p/shop/base.py", BASE),
        ("p/shop/models.py", SHOP),
        ("p/lone/models.py", SHOP),
        ("p/shop/odd:name.py", "import net\nnet.Client().send()\n"),
        ("p/shop/broken.py", "def f(:\n\nimport net\nclient = net.Client()\nclient.send()\nother().send()\nsend()\n"),
        ("p/shop/latin.py", "# coding: latin-1\nimport net\nnet.Client().send()\n"),
        ("p/shop/empty.py", ""),
        ("p/many.py", &format!("import net\n{}net.Client().send()\n", "a.send()\nb.recv()\n".repeat(10))),
    ])
}

fn explain(sandbox: &Sandbox, rule: &str, place: &str, more: &[&str]) -> Run {
    let fixed = ["explain", "--rule", rule, "--rules", "../my.rules", place];
    sandbox.run_in("p", &[&fixed, more].concat())
}

#[track_caller]
fn check(rule: &str, place: &str, status: i32, expected: &Expect) {
    let run = explain(&sandbox(), rule, place, &[]);
    assert_eq!((run.status, run.stderr.as_str()), (status, ""), "{run:?}");
    expected.assert_eq(&run.stdout);
}

#[test]
fn each_statement_is_shown_with_what_it_saw() {
    check(
        "shell_method",
        "shop/models.py",
        0,
        &expect![[r#"
        rule shell_method -> things  ../my.rules:13
        decided at the stage project, for `is` (line 10)
        shop/models.py: 3 candidates, 1 row

        shop/models.py:11:5  def run(self): ...
                match f: function
          yes   where f.is_method  [line 14]
                  f.is_method = true
                let n = count c: call in f where starts_shell(c)  is 1  [line 15]
                  count c: call in f where c.callee is { "os.system", "subprocess.run" } and c.keyword("shell").boolean == true = 1  (3 members looked at, 1 passed)
          yes   where n > 0  [line 16]
                  n = 1
          yes   where (any c: call in f where c.callee.name == "print")  [line 16]
                  any c: call in f where c.callee.name == "print" = true  (3 members looked at, 1 passed)
                for d in f.decorators  2 members  [line 17]
                d = `@a.x` (decorator)
                yes   where d.target.member == "x" or d.target is "y.z"  [line 18]
                        d.target.member = "x"
                        d.target.member == "x" = true
                row   emit  [line 19]
                        line  11
                        name  "Account.run"
                        n     1
                        kind  "x"
                d = `@b` (decorator)
                no    where d.target.member == "x" or d.target is "y.z"  [line 18]
                        d.target = `b` (name, presumably `b`)
                        d.target.member = absent
                        d.target.member == "x" = false
                        d.target is "y.z" = false

        shop/models.py:16:5  def stop(self): ...
                match f: function
          yes   where f.is_method  [line 14]
                  f.is_method = true
                let n = count c: call in f where starts_shell(c)  is 0  [line 15]
                  count c: call in f where c.callee is { "os.system", "subprocess.run" } and c.keyword("shell").boolean == true = 0  (1 member looked at, 0 passed)
          no    where n > 0  [line 16]
                  n = 0

        shop/models.py:21:1  def free(): ...
                match f: function
          no    where f.is_method  [line 14]
                  f.is_method = false
    "#]],
    );
}

#[test]
fn what_was_left_open_is_shown_with_the_answer_of_other_files() {
    check(
        "secret",
        "shop/models.py",
        0,
        &expect![[r#"
        rule secret -> things  ../my.rules:35
        decided at the stage project, for `inherits` (line 36)
        shop/models.py: 2 candidates, 1 row

        shop/models.py:4:1  class Account(Base): ...
                match k: class
          yes   where k inherits "django.db.models.Model"  (left open; other files say yes)  [line 36]
                  k = `class Account(Base): ...` (class)
                  classes above k = `shop.base.Base`
                  asks other files: is `shop.base.Base` the class `django.db.models.Model`, or a subclass?
                for a in k.fields  3 members  [line 37]
                a = `name` (name)
                no    where a.name like /pass/  [line 38]
                        a.name = "name"
                a = `password` (name)
                yes   where a.name like /pass/  [line 38]
                        a.name = "password"
                      let case = a.value.integer  is 2  [line 39]
                      let kind = case a.value.integer { 3 => "three", else => "other" }  is "other"  [line 39]
                        case = 2
                        case == 3 = false
                no    where kind != "other"  [line 40]
                        kind = "other"
                a = `passport` (name)
                yes   where a.name like /pass/  [line 38]
                        a.name = "passport"
                      let case = a.value.integer  is 3  [line 39]
                      let kind = case a.value.integer { 3 => "three", else => "other" }  is "three"  [line 39]
                        case = 3
                        case == 3 = true
                yes   where kind != "other"  [line 40]
                        kind = "three"
                row   emit  [line 41]
                        line  4
                        name  "Account"
                        n     1
                        kind  "three"

        shop/models.py:18:1  class Form(Plain): ...
                match k: class
          no    where k inherits "django.db.models.Model"  (left open; other files say no)  [line 36]
                  k = `class Form(Plain): ...` (class)
                  classes above k = `shop.base.Plain`
                  asks other files: is `shop.base.Plain` the class `django.db.models.Model`, or a subclass?
                for a in k.fields  1 member  [line 37]
                a = `password` (name)
                yes   where a.name like /pass/  [line 38]
                        a.name = "password"
                      let case = a.value.integer  is 3  [line 39]
                      let kind = case a.value.integer { 3 => "three", else => "other" }  is "three"  [line 39]
                        case = 3
                        case == 3 = true
                yes   where kind != "other"  [line 40]
                        kind = "three"
                no    emit  no row: a condition above was left open and does not hold  [line 41]
                        line  18
                        name  "Form"
                        n     1
                        kind  "three"
    "#]],
    );
}

#[test]
fn what_is_known_about_a_value_is_shown() {
    check(
        "send_call",
        "many.py:22",
        0,
        &expect![[r#"
        rule send_call -> things  ../my.rules:54
        decided at the stage project, for `instance of` (line 56)
        many.py:22: 2 candidates, 1 row

        many.py:22:1  net.Client().send()
                match c: call
          yes   where c.callee.member == "send"  [line 55]
                  c.callee.member = "send"
          yes   where c.callee.object instance of "net.Client"  [line 56]
                  c.callee.object = `net.Client()` (call)
                  what makes c.callee.object = `net.Client`
          row   emit  [line 57]
                  line  22
                  name  "send"
                  n     1
                  kind  absent

        many.py:22:1  net.Client()
                match c: call
          no    where c.callee.member == "send"  [line 55]
                  c.callee.member = "Client"
    "#]],
    );
    check(
        "send_call",
        "many.py:2",
        1,
        &expect![[r#"
        rule send_call -> things  ../my.rules:54
        decided at the stage project, for `instance of` (line 56)
        many.py:2: 1 candidate, 0 rows

        many.py:2:1  a.send()
                match c: call
          yes   where c.callee.member == "send"  [line 55]
                  c.callee.member = "send"
          no    where c.callee.object instance of "net.Client"  [line 56]
                  c.callee.object = `a` (name, presumably `a`)
                  what makes c.callee.object = unknown
    "#]],
    );
}

#[test]
fn the_farthest_come_first_and_the_others_are_counted() {
    check(
        "send_call",
        "many.py",
        0,
        &expect![[r#"
            rule send_call -> things  ../my.rules:54
            decided at the stage project, for `instance of` (line 56)
            many.py: 22 candidates, 1 row

            many.py:22:1  net.Client().send()
                    match c: call
              yes   where c.callee.member == "send"  [line 55]
                      c.callee.member = "send"
              yes   where c.callee.object instance of "net.Client"  [line 56]
                      c.callee.object = `net.Client()` (call)
                      what makes c.callee.object = `net.Client`
              row   emit  [line 57]
                      line  22
                      name  "send"
                      n     1
                      kind  absent

            many.py:2:1  a.send()
                    match c: call
              yes   where c.callee.member == "send"  [line 55]
                      c.callee.member = "send"
              no    where c.callee.object instance of "net.Client"  [line 56]
                      c.callee.object = `a` (name, presumably `a`)
                      what makes c.callee.object = unknown

            many.py:4:1  a.send()
                    match c: call
              yes   where c.callee.member == "send"  [line 55]
                      c.callee.member = "send"
              no    where c.callee.object instance of "net.Client"  [line 56]
                      c.callee.object = `a` (name, presumably `a`)
                      what makes c.callee.object = unknown

            many.py:3:1  b.recv()
                    match c: call
              no    where c.callee.member == "send"  [line 55]
                      c.callee.member = "recv"

            many.py:5:1  b.recv()
                    match c: call
              no    where c.callee.member == "send"  [line 55]
                      c.callee.member = "recv"

            17 more candidates, which --all shows:
                  9 failed at `where c.callee.member == "send"` (line 55)
                  8 failed at `where c.callee.object instance of "net.Client"` (line 56)
        "#]],
    );
    let all = explain(&sandbox(), "send_call", "many.py", &["--all"]);
    assert_eq!(all.stdout.matches("match c: call").count(), 22);
    assert!(!all.stdout.contains("--all"), "{}", all.stdout);
}

#[test]
fn a_line_without_a_candidate_says_what_is_there() {
    check(
        "shell_method",
        "shop/models.py:1",
        1,
        &expect![[r#"
        rule shell_method -> things  ../my.rules:13
        decided at the stage project, for `is` (line 10)
        shop/models.py:1: 0 candidates, 0 rows

        The rule looks at `function` (syntax kind function_definition); none is there.
        On that line begin: module, import.
    "#]],
    );
    check(
        "shell_method",
        "shop/models.py:3",
        1,
        &expect![[r#"
        rule shell_method -> things  ../my.rules:13
        decided at the stage project, for `is` (line 10)
        shop/models.py:3: 0 candidates, 0 rows

        The rule looks at `function` (syntax kind function_definition); none is there.
        No node that has a class begins on that line.
    "#]],
    );
    check(
        "shell_method",
        "shop/empty.py",
        1,
        &expect![[r#"
        rule shell_method -> things  ../my.rules:13
        decided at the stage project, for `is` (line 10)
        shop/empty.py: 0 candidates, 0 rows

        The rule looks at `function` (syntax kind function_definition); none is in the file.
    "#]],
    );
}

/// Lines of the candidates for a line of the file.
#[test]
fn a_line_selects_what_begins_there_or_reaches_over_it() {
    let sandbox = sandbox();
    let check = |rule: &str, place: &str, expected: &[u64]| {
        let run = explain(&sandbox, rule, place, &["--format", "json"]);
        let document: Value = serde_json::from_str(&run.stdout).unwrap();
        let candidates = document["candidates"].as_array().unwrap();
        let lines: Vec<u64> = candidates.iter().map(|candidate| candidate["line"].as_u64().unwrap()).collect();
        assert_eq!(lines, expected, "{rule} {place}");
        let has_row = document["rows"].as_u64().unwrap() > 0;
        assert_eq!(run.status, i32::from(!has_row), "{rule} {place}");
    };
    check("shell_method", "shop/models.py", &[11, 16, 21]);
    check("shell_method", "shop/models.py:11", &[11]);
    check("shell_method", "shop/models.py:9", &[11]);
    check("shell_method", "shop/models.py:10", &[11]);
    check("shell_method", "shop/models.py:13", &[11]);
    check("shell_method", "shop/models.py:8", &[]);
    check("secret", "shop/models.py:9", &[4]);
    check("send_call", "shop/odd:name.py", &[2, 2]);
    check("send_call", "shop/odd:name.py:2", &[2, 2]);
    check("send_call", "shop/odd:name.py:1", &[]);
}
