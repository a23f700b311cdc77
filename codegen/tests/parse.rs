//! Rule files go in, trees or diagnostics come out: every form of the language, every kind of mistake, and input that
//! nobody would write.

#[path = "parse/dump.rs"]
mod dump;

use aud_rules_codegen::ast::{File, Item, Statement};
use aud_rules_codegen::diag::{Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::parse::{MAX_BRACKETS, MAX_FILE_BYTES, parse};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn read(text: &str) -> (File, Diagnostics, SourceMap) {
    let mut sources = SourceMap::default();
    let file = sources.add("t.rules", text);
    let mut diagnostics = Diagnostics::default();
    (parse(file, &sources, &mut diagnostics), diagnostics, sources)
}

/// The tree of a valid file.
fn check(text: &str, want: Expect) {
    let (file, diagnostics, sources) = read(text);
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(&sources, Color::Never));
    want.assert_eq(&dump::file(&file));
}

/// The statements of a rule body, or what is wrong with them.
fn body(text: &str) -> String {
    let (file, diagnostics, sources) = read(&format!("rule r -> t {{\n{text}\n}}\n"));
    if !diagnostics.is_empty() {
        return diagnostics.render(&sources, Color::Never);
    }
    dump::file(&file).lines().skip(1).map(|line| format!("{}\n", line.trim_start())).collect()
}

/// The tree of an expression, one per line.
fn exprs(texts: &[&str], want: Expect) {
    let all: String = texts.iter().map(|text| body(&format!("where {text}")).replacen("where ", "", 1)).collect();
    want.assert_eq(&all);
}

/// The diagnostics of a file, and the items that survive.
fn errors(text: &str, want: Expect) {
    let (file, diagnostics, sources) = read(text);
    let names: Vec<&str> = file
        .items
        .iter()
        .map(|item| match item {
            Item::Set(item) => item.name.node.as_str(),
            Item::Table(item) => item.name.node.as_str(),
            Item::Predicate(item) => item.name.node.as_str(),
            Item::Rule(item) => item.name.node.as_str(),
            Item::View(item) => item.name.node.as_str(),
        })
        .collect();
    want.assert_eq(&format!("{}kept: {}\n", diagnostics.render(&sources, Color::Never), names.join(" ")));
}

const FLASK: &str = include_str!("parse/flask.rules");

#[test]
fn all_items() {
    check(
        FLASK,
        expect![[r#"
            set request_hooks = {"before_request", "after_request", other_hooks, 3, -4}
            set nobody = {}
            [Functions that Flask runs around every request. |  | They see each of them.] table python_flask_hooks
              [Which hook, as Flask spells it.] hook: text
              [Qualified name of the function that runs.] handler: text
              [The variable that holds the application or blueprint.] owner: text?
              unique file line hook handler
            [The name is one of a hook.] predicate is_hook(d: decorator, name: text?) ((d.target.member in request_hooks) Or (name Eq "x"))
            [A name to show.] define shown(d: decorator) (d.target.text Coalesce "?")
            [`@app.before_request`, written with or without a call.] rule flask_hook_decorator -> python_flask_hooks
              tag "CWE-1"
              tag "web"
              match f: function
              where f.is_async
              for d in f.decorators
              where ((d.target.member in request_hooks) And (d.target.object instance of {"flask.Flask", "flask.Blueprint"}))
              for c: call within f
              where c.callee
              for n: node(block) in module
              emit line: d.line, hook: d.target.member, handler: f.qualname, owner: d.target.object.text, c: c
              example "app = flask.Flask(__name__)\n@app.before_request\ndef load_user(): ...\nset x\n" emits [{line: 2, hook: "before_request", is_x: true, owner: none, ratio: 0.5}, {all: json [1,"a",{"b c":null,"d":[]}]}]
              example "@celery.before_request" emits []
            [Hooks by file.] view hooks_by_file "SELECT file, count(*) FROM python_flask_hooks\n  GROUP BY file\n"
        "#]],
    );
}

#[test]
fn docs_of_columns() {
    check(
        "table t {
    /// Above a.
    a: text
    /// Above b,
    /// in two lines.
    b: int?     /// Behind b,
                /// going on.
    // A remark.
    c: json
        /// Below c.
    d: bool  /// Behind d.
    /// Above e.
    e: real
    f: text
    /// Of f, because nothing follows.
    unique (a, b,)
}",
        expect![[r#"
            table t
              [Above a.] a: text
              [Above b, | in two lines. | Behind b, | going on.] b: int?
              [Below c.] c: json
              [Behind d.] d: bool
              [Above e.] e: real
              [Of f, because nothing follows.] f: text
              unique a b
        "#]],
    );
}

#[test]
fn precedence() {
    exprs(
        &[
            "a or b and not c == d ?? e + f.g",
            "a and b or c and d",
            "not not a.b(1, \"x\").c",
            "a - 1 - -2 + b-3",
            "a ?? b ?? c",
            "(a or b) and c",
            "a.b.c.d != 1.5",
            "x < 1 and y <= 2 and z > 3 and v >= -4",
        ],
        expect![[r#"
            (a Or (b And (Not (c Eq (d Coalesce (e Add f.g))))))
            ((a And b) Or (c And d))
            (Not (Not a.b(1, "x").c))
            ((((a Sub 1) Sub -2) Add b) Sub 3)
            ((a Coalesce b) Coalesce c)
            ((a Or b) And c)
            (a.b.c.d Ne 1.5)
            ((((x Lt 1) And (y Le 2)) And (z Gt 3)) And (v Ge -4))
        "#]],
    );
}

#[test]
fn tests_of_a_value() {
    exprs(
        &[
            "a in { \"x\", 1, names, } and b not in names and c in d.elements",
            "a is \"os.system\" or a is { \"x.y\", names } or a is names",
            "a is not \"x\" and a is exactly \"x\" and a is not exactly names",
            "a is present and a.b is absent and a is not present",
            "a is a call and a is an import and a is a node(\"block\") and a is not a list",
            "a instance of \"flask.Flask\" and k inherits models and f decorated by { \"x\" }",
            "a refers to b.target and a like /^x\\/[\"{]\\d$/ and a like /a/",
            "a starts with \"x\" + b and a ends with \"y\" ?? c and a contains d.text",
            "a == true and b == false and c == none and d == \"q\\\"\\\\\\n\\t\"",
            "absent == a and present == nothing and first_one == counter",
        ],
        expect![[r#"
            (((a in {"x", 1, names}) And (NOT b in names)) And (c in d.elements))
            (((a is {"os.system"}) Or (a is {"x.y", names})) Or (a is names))
            (((NOT a is {"x"}) And (a is exactly {"x"})) And (NOT a is exactly names))
            (((a is present) And (a.b is absent)) And (NOT a is present))
            ((((a is a call) And (a is a import)) And (a is a node(block))) And (NOT a is a list))
            (((a instance of {"flask.Flask"}) And (k inherits models)) And (f decorated by {"x"}))
            (((a refers to b.target) And (a like /^x/["{]\d$/)) And (a like /a/))
            (((a starts with ("x" Add b)) And (a ends with ("y" Coalesce c))) And (a contains d.text))
            ((((a Eq true) And (b Eq false)) And (c Eq none)) And (d Eq "q\"\\\n\t"))
            (((absent Eq a) And (present Eq nothing)) And (first_one Eq counter))
        "#]],
    );
}

#[test]
fn aggregates() {
    exprs(
        &[
            "any y: yield in f",
            "any c: call within f where c.callee is \"x\" or c.a",
            "any n in g.names where n == \"x\"",
            "not (any b: break in w) and c",
            "count yield in f > 1",
            "count yield within f.body",
            "count node(\"block\") in f",
            "count c: call in f where c.a",
            "count c in f.calls where c.a",
            "count xs > 0",
            "count f.decorators + count (a ?? b)",
            "count list in f",
            "count list x.y for x in xs where x.z",
            "first l: call in home where l.a",
            "last l in module.body",
            "(first l: call in f).name",
            "list p.name for p in f.params where p.default",
            "list a.b + c for a: call within module",
            "sum x.n for x in xs",
            "min x.n for x in xs and max x.n for x in xs",
            "group f: function in s where f decorated by \"o\" by f.name",
            "any g in group f: function in s where a by f.name where b",
            "count(x)",
            "join(\", \", list x.name for x in xs)",
        ],
        expect![[r#"
            (Any y: yield in f)
            (Any c: call within f where ((c.callee is {"x"}) Or c.a))
            (Any n in g.names where (n Eq "x"))
            ((Not (Any b: break in w)) And c)
            ((Count: yield in f) Gt 1)
            (Count: yield within f.body)
            (Count: node(block) in f)
            (Count c: call in f where c.a)
            (Count c in f.calls where c.a)
            ((Count in xs) Gt 0)
            ((Count in f.decorators) Add (Count in (a Coalesce b)))
            (Count: list in f)
            (Count in (List x.y for x in xs where x.z))
            (First l: call in home where l.a)
            (Last l in module.body)
            (First l: call in f).name
            (List p.name for p in f.params where p.default)
            (List (a.b Add c) for a: call within module)
            (Sum x.n for x in xs)
            ((Min x.n for x in xs) And (Max x.n for x in xs))
            (Group f: function in s where (f decorated by {"o"}) by f.name)
            (Any g in (Group f: function in s where a by f.name) where b)
            (Count in x)
            join(", ", (List x.name for x in xs))
        "#]],
    );
}

#[test]
fn cases_and_json() {
    exprs(
        &[
            "case d.name { \"a\" | \"b\" => 1, in names => 2, is \"x.y\" => 3, like /r/ => 4, is a call => 5, else => 6 }",
            "case d { -1 | true | none => \"x\", starts with \"y\" => z, }",
            "case { a == 1 => \"x\", b or c => \"y\" }",
            "json [a, 1, [b], { k: c, \"odd key\": json d }]",
            "json { a: x ?? y, b: case x { \"y\" => { c: 1 } }, c: [for v in xs where v.a: { n: v }] }",
            "json [for v: class in module: v.name]",
            "json x.y ?? json []",
            "[a, \"b\",]",
        ],
        expect![[r#"
            (case d.name {"a"|"b" => 1, in names => 2, is {"x.y"} => 3, like /r/ => 4, is a call => 5, else => 6})
            (case d {-1|true|none => "x", starts with "y" => z})
            (case {(a Eq 1) => "x", (b Or c) => "y"})
            (json [a, 1, [b], {k: c, odd key: (json d)}])
            (json {a: (x Coalesce y), b: (case x {"y" => {c: 1}}), c: [for v in xs where v.a: {n: v}]})
            (json [for v: class in module: v.name])
            ((json x.y) Coalesce (json []))
            [a, "b"]
        "#]],
    );
}

#[test]
fn layout_decides_whose_where_it_is() {
    let check = |text, want: Expect| want.assert_eq(&body(text));
    check(
        "    match f: function
    let n = count yield in f
    where n > 0
    let load = first l: call in f
        where l.callee
    where load is present
    where any c: call in f where c.a
    where any d in f.decorators // remark
    // remark
    where not any e: call in f
      where e.b and any g: call in e
      where g
    where f.x
    for c in list x for x in xs
    where c.y
    for c: call in f.a ?? f
        where c.z
    let g = group f: function in f where f.a
    by f.name
    let m = (any e in f
    where e)
    where m
    emit { m, x: any e in f
    where e }
",
        expect![[r#"
            match f: function
            let n = (Count: yield in f)
            where (n Gt 0)
            let load = (First l: call in f where l.callee)
            where (load is present)
            where (Any c: call in f where c.a)
            where (Any d in f.decorators)
            where (Not (Any e: call in f where (e.b And (Any g: call in e where g))))
            where f.x
            for c in (List x for x in xs)
            where c.y
            for c: call in (f.a Coalesce f)
            where c.z
            let g = (Group f: function in f where f.a by f.name)
            let m = (Any e in f where e)
            where m
            emit m: m, x: (Any e in f where e)
        "#]],
    );
    check(
        "match f: function where any c: call in f where c.x where f.y",
        expect![[r#"
        match f: function
        where (Any c: call in f where c.x)
        where f.y
    "#]],
    );
}

#[test]
fn spans_are_exact() {
    let text = "rule r -> t {\n  match f: function\n  let a = (b . c( 1 ) ?? d)  // x\n\n  where any y: call in f\n  where not z // y\n}";
    let (file, diagnostics, sources) = read(text);
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(&sources, Color::Never));
    let Item::Rule(rule) = &file.items[0] else { panic!() };
    let spans: Vec<&str> = rule
        .body
        .iter()
        .map(|statement| match statement {
            Statement::Let(_, e) | Statement::Where(e) => sources.slice(e.span),
            _ => "",
        })
        .collect();
    assert_eq!(spans, ["(b . c( 1 ) ?? d)", "any y: call in f", "not z"]);
    assert_eq!(sources.slice(rule.span), text);
    assert_eq!(sources.slice(rule.anchor.as_ref().unwrap().var.span), "f");
}

#[test]
fn examples_are_dedented() {
    let (file, diagnostics, _) = read(
        "/// Doc.\r\nrule r -> t {\r\n    example \"\"\"\r\n        a = 1\r\n          b = '\\n'\r\n\r\n        c\r\n    \"\"\" emits nothing\r\n}\r\n",
    );
    assert!(diagnostics.is_empty());
    let Item::Rule(rule) = &file.items[0] else { panic!() };
    assert_eq!(rule.examples[0].source.node, "a = 1\n  b = '\\n'\n\nc\n");
    assert_eq!(rule.doc, "Doc.");
}

#[test]
fn every_broken_item_gives_an_error() {
    errors(
        "
/// Doc.
tabel a {
    x: text
}
set b = { \"x\", }
rule c -> t {
    matches f: function
    emit { line: f.line }
}
/// Doc.
table d {
    x: text,
}
rule e -> t {
    match f: function
    where f.name = 3
    emit { line f.line }
}
set g = { a b }
foo bar
predicate h(x: call) { x. }
set i = {}
",
        expect![[r#"
            error[AR0004]: `tabel` is no keyword that can stand here
             --> t.rules:3:1
              |
            3 | tabel a {
              | ^^^^^ expected `set`, `table`, `predicate`, `define`, `rule` or `view`
              |
              = help: did you mean `table`?

            error[AR0004]: `matches` is no keyword that can stand here
             --> t.rules:8:5
              |
            8 |     matches f: function
              |     ^^^^^^^ expected `}` or a statement
              |
              = help: did you mean `match`?

            error[AR0001]: expected `unique`, `}` or a column name, found `,`
              --> t.rules:13:12
               |
            13 |     x: text,
               |            ^ expected `unique`, `}` or a column name

            error[AR0001]: expected `}`, a statement or an operator, found `=`
              --> t.rules:17:18
               |
            17 |     where f.name = 3
               |                  ^ expected `}`, a statement or an operator
               |
               = help: `==` compares; `let NAME = ...` binds

            error[AR0001]: expected `,` or `}`, found `b`
              --> t.rules:20:13
               |
            20 | set g = { a b }
               |             ^ expected `,` or `}`

            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule` or `view`, found `foo`
              --> t.rules:21:1
               |
            21 | foo bar
               | ^^^ expected `set`, `table`, `predicate`, `define`, `rule` or `view`

            error[AR0001]: expected a property name, found `}`
              --> t.rules:22:27
               |
            22 | predicate h(x: call) { x. }
               |                           ^ expected a property name
            kept: b i
        "#]],
    );
}

#[test]
fn brackets_and_texts_without_end() {
    errors(
        "
rule a -> t {
    match f: function
    emit { line: f.line
}
set b = { \"x\" }
set c = { \"x, \"y\" }
rule d -> t {
    match f: function
    where f.name like /abc
    emit {}
}
table e
rule f -> t { match x: call } }
/// Nothing.
set g = {}
view h \"\"\"SELECT
set i = {}
",
        expect![[r#"
            error[AR0002]: the bracket `{` has no end
             --> t.rules:2:13
              |
            2 | rule a -> t {
              |             ^ begins here
            ...
            5 | }
              | - expected `}` or a statement after this, found the next item

            error[AR0002]: the text has no end
             --> t.rules:7:17
              |
            7 | set c = { "x, "y" }
              |                 ^^^ begins here
              |
              = help: end it with `"` on the same line; `\n` stands for a line break

            error[AR0002]: the pattern has no end
              --> t.rules:10:18
               |
            10 |     where f.name like /abc
               |                  ^^^^^^^^^ begins here
               |
               = help: end it with `/` on the same line; write `\/` for a slash inside

            error[AR0001]: expected `{`, found the next item
              --> t.rules:13:7
               |
            13 | table e
               |       ^ expected `{` after this

            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule` or `view`, found `}`
              --> t.rules:14:31
               |
            14 | rule f -> t { match x: call } }
               |                               ^ expected `set`, `table`, `predicate`, `define`, `rule` or `view`

            error[AR0002]: the text has no end
              --> t.rules:17:8
               |
            17 | view h """SELECT
               |        ^^^ begins here
               |
               = help: end it with `"""`; when it has an end, a `"""` before it has none
            kept: b f g
        "#]],
    );
}

#[test]
fn mistakes_in_expressions() {
    let all: String = [
        "where x == 'y'",
        "where x && y",
        "where f.name instanceof \"flask.Flask\"",
        "where f.name startswith \"x\"",
        "where a < b < c",
        "where a is present == true",
        "let a = { k: v }",
        "let a = [for x in xs: x]",
        "let count = 1",
        "for 1x in xs",
        "let x = case a { not in b => 1, else => 2, is \"x\" => 3 }",
        "where a == \"\\q\\n\\é\"",
        "where a == 99999999999999999999",
        "where any c call in f",
        "where count c: call f",
        "where x is a",
        "where x is 3",
        "where (a",
        "where f(a, )) b",
        "lett x = 1",
        "match f: function\nmatch g: function",
        "emit {}\ntags \"x\"",
        "match f function",
        "/// A remark.\nwhere x",
        "example \"\"\"x\"\"\" emit nothing",
        "example \"\"\"x\"\"\" emits { line: f.line }",
        "example \"x\" emits nothing",
        "where x like \"y\"",
        "where x ~ y",
        "where höhe",
        "emit { line: 1 hook: 2 }",
        "where count node: call in f and count list: call in f",
        "let x = case a {}",
    ]
    .iter()
    .map(|text| format!("{}\n", body(text)))
    .collect();
    expect![[r#"
        error[AR0001]: expected an expression, found `'`
         --> t.rules:2:12
          |
        2 | where x == 'y'
          |            ^ expected an expression
          |
          = help: texts stand in double quotes

        error[AR0001]: expected `}`, a statement or an operator, found `&&`
         --> t.rules:2:9
          |
        2 | where x && y
          |         ^^ expected `}`, a statement or an operator
          |
          = help: write `and`

        error[AR0004]: `instanceof` is no keyword that can stand here
         --> t.rules:2:14
          |
        2 | where f.name instanceof "flask.Flask"
          |              ^^^^^^^^^^ expected `}`, a statement or an operator
          |
          = help: did you mean `instance of`?

        error[AR0004]: `startswith` is no keyword that can stand here
         --> t.rules:2:14
          |
        2 | where f.name startswith "x"
          |              ^^^^^^^^^^ expected `}`, a statement or an operator
          |
          = help: did you mean `starts with`?

        error[AR0009]: a test can not follow another one
         --> t.rules:2:13
          |
        2 | where a < b < c
          |         --- ^^^
          |         |
          |         the first test
          |
          = help: join two tests with `and`, or put the first one into parentheses

        error[AR0009]: a test can not follow another one
         --> t.rules:2:20
          |
        2 | where a is present == true
          |         ---------- ^^^^^^^
          |         |
          |         the first test
          |
          = help: join two tests with `and`, or put the first one into parentheses

        error[AR0007]: an object stands inside `json` only
         --> t.rules:2:9
          |
        2 | let a = { k: v }
          |         ^^^^^^^^
          |
          = help: write `json { ... }`

        error[AR0007]: a `[for ...]` stands inside `json` only
         --> t.rules:2:9
          |
        2 | let a = [for x in xs: x]
          |         ^^^^^^^^^^^^^^^^
          |
          = help: outside `json`, write `list`

        error[AR0001]: a variable can not be called `count`: that is a word of the language
         --> t.rules:2:5
          |
        2 | let count = 1
          |     ^^^^^ choose another name

        error[AR0001]: a variable can not be called `1x`: names begin with a letter
         --> t.rules:2:5
          |
        2 | for 1x in xs
          |     ^^ choose another name

        error[AR0001]: the pattern of an arm can not be negated
         --> t.rules:2:18
          |
        2 | let x = case a { not in b => 1, else => 2, is "x" => 3 }
          |                  ^^^^^^^^
          |
          = help: put the other case first and this one under `else`, or use `case { condition => ... }`

        error[AR0011]: no arm can stand behind `else`
         --> t.rules:2:44
          |
        2 | let x = case a { not in b => 1, else => 2, is "x" => 3 }
          |                                 ---------  ^^^^^^^^^^^
          |                                 |
          |                                 takes everything that is left

        error[AR0003]: there is no escape `\q`
         --> t.rules:2:13
          |
        2 | where a == "\q\n\é"
          |             ^^
          |
          = help: the escapes are `\"`, `\\`, `\n` and `\t`; write `\\` for a backslash

        error[AR0003]: there is no escape `\é`
         --> t.rules:2:17
          |
        2 | where a == "\q\n\é"
          |                 ^^
          |
          = help: the escapes are `\"`, `\\`, `\n` and `\t`; write `\\` for a backslash

        error[AR0008]: the number is out of range
         --> t.rules:2:12
          |
        2 | where a == 99999999999999999999
          |            ^^^^^^^^^^^^^^^^^^^^
          |
          = help: a whole number lies between -2^63 and 2^63 - 1

        error[AR0001]: expected `:` or `in`, found `call`
         --> t.rules:2:13
          |
        2 | where any c call in f
          |             ^^^^ expected `:` or `in`

        error[AR0001]: expected `in` or `within`, found `f`
         --> t.rules:2:21
          |
        2 | where count c: call f
          |                     ^ expected `in` or `within`

        where (x is a)

        error[AR0004]: `3` is no keyword that can stand here
         --> t.rules:2:12
          |
        2 | where x is 3
          |            ^ expected `a`, `absent`, `exactly`, `not`, `present` or a quoted name
          |
          = help: did you mean `a`?

        error[AR0001]: expected `)` or an operator, found `}`
         --> t.rules:3:1
          |
        3 | }
          | ^ expected `)` or an operator

        error[AR0001]: expected `}`, a statement or an operator, found `)`
         --> t.rules:2:13
          |
        2 | where f(a, )) b
          |             ^ expected `}`, a statement or an operator

        error[AR0004]: `lett` is no keyword that can stand here
         --> t.rules:2:1
          |
        2 | lett x = 1
          | ^^^^ expected `}` or a statement
          |
          = help: did you mean `let`?

        error[AR0011]: a rule has one `match`
         --> t.rules:3:1
          |
        2 | match f: function
          | ----- `match` stands here
        3 | match g: function
          | ^^^^^
          |
          = help: the order is `tags`, `match`, statements, examples

        error[AR0011]: `tags` can not stand behind a statement
         --> t.rules:3:1
          |
        2 | emit {}
          | ---- a statement stands here
        3 | tags "x"
          | ^^^^
          |
          = help: the order is `tags`, `match`, statements, examples

        error[AR0001]: expected `:`, found `function`
         --> t.rules:2:9
          |
        2 | match f function
          |         ^^^^^^^^ expected `:`

        error[AR0010]: the doc comment describes nothing
         --> t.rules:2:1
          |
        2 | /// A remark.
          | ^^^^^^^^^^^^^
          |
          = help: `///` describes the item or column that follows; write `//` for a remark

        error[AR0004]: `emit` is no keyword that can stand here
         --> t.rules:2:17
          |
        2 | example """x""" emit nothing
          |                 ^^^^ expected `emits`
          |
          = help: did you mean `emits`?

        error[AR0001]: expected a literal, found `f`
         --> t.rules:2:31
          |
        2 | example """x""" emits { line: f.line }
          |                               ^ expected a literal

        error[AR0001]: expected a text between `"""` and `"""`, found a text
         --> t.rules:2:9
          |
        2 | example "x" emits nothing
          |         ^^^ expected a text between `"""` and `"""`

        error[AR0001]: expected a pattern between slashes, found a text
         --> t.rules:2:14
          |
        2 | where x like "y"
          |              ^^^ expected a pattern between slashes

        error[AR0001]: expected `}`, a statement or an operator, found `~`
         --> t.rules:2:9
          |
        2 | where x ~ y
          |         ^ expected `}`, a statement or an operator

        error[AR0001]: expected `(`, `}`, a statement or an operator, found `ö`
         --> t.rules:2:8
          |
        2 | where höhe
          |        ^ expected `(`, `}`, a statement or an operator
          |
          = help: names consist of the letters a to z, digits and `_`

        error[AR0001]: expected `,`, `}` or an operator, found `hook`
         --> t.rules:2:16
          |
        2 | emit { line: 1 hook: 2 }
          |                ^^^^ expected `,`, `}` or an operator

        error[AR0001]: a variable can not be called `list`
         --> t.rules:2:39
          |
        2 | where count node: call in f and count list: call in f
          |                                       ^^^^ choose another name

        error[AR0001]: expected an arm such as `"a" => b`, found `}`
         --> t.rules:2:17
          |
        2 | let x = case a {}
          |                 ^ expected an arm such as `"a" => b`

    "#]]
    .assert_eq(&all);
}

#[test]
fn mistakes_in_items() {
    errors(
        "
hello
rule a - > t {}
rule B -> {}
set c = { true, 1.5, none }
table d {
    /// Stray.
    unique (x)
    unique (y)
    z: text?? 
}
table e {
    /// Stray.
    unique (x)
    unique (y)
}
/// In the middle of nowhere.
",
        expect![[r#"
            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule` or `view`, found `hello`
             --> t.rules:2:1
              |
            2 | hello
              | ^^^^^ expected `set`, `table`, `predicate`, `define`, `rule` or `view`

            error[AR0001]: expected `->`, found `-`
             --> t.rules:3:8
              |
            3 | rule a - > t {}
              |        ^ expected `->`

            error[AR0001]: expected a table name, found `{`
             --> t.rules:4:11
              |
            4 | rule B -> {}
              |           ^ expected a table name

            error[AR0201]: a set holds texts and whole numbers, not `true`
             --> t.rules:5:11
              |
            5 | set c = { true, 1.5, none }
              |           ^^^^

            error[AR0201]: a set holds texts and whole numbers, not `1.5`
             --> t.rules:5:17
              |
            5 | set c = { true, 1.5, none }
              |                 ^^^

            error[AR0201]: a set holds texts and whole numbers, not `none`
             --> t.rules:5:22
              |
            5 | set c = { true, 1.5, none }
              |                      ^^^^

            error[AR0001]: expected `unique`, `}` or a column name, found `??`
              --> t.rules:10:12
               |
            10 |     z: text?? 
               |            ^^ expected `unique`, `}` or a column name

            error[AR0010]: the doc comment describes no column
              --> t.rules:13:5
               |
            13 |     /// Stray.
               |     ^^^^^^^^^^
               |
               = help: write `//` for a remark

            error[AR0011]: a table has one `unique`
              --> t.rules:15:5
               |
            14 |     unique (x)
               |     ---------- the first one stands here
            15 |     unique (y)
               |     ^^^^^^^^^^
               |
               = help: put all columns of the key into it

            error[AR0010]: the doc comment describes nothing
              --> t.rules:17:1
               |
            17 | /// In the middle of nowhere.
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: `///` describes the item or column that follows; write `//` for a remark
            kept: c e
        "#]],
    );
}

#[test]
fn limits_are_errors() {
    let nested = |n: usize| format!("set a = {{}}\npredicate p(x: call) {{ {}x{} }}\n", "(".repeat(n), ")".repeat(n));
    let kept = |text: &str| {
        let (file, diagnostics, _) = read(text);
        let codes: Vec<&str> = diagnostics.sorted().iter().map(|d| d.code.id()).collect();
        (file.items.len(), codes.join(" "))
    };
    let check = |text: &str, n_items, codes: &str| {
        assert_eq!(kept(text), (n_items, codes.to_string()), "{}", &text[..text.len().min(100)]);
    };
    check(&nested(MAX_BRACKETS - 1), 2, "");
    check(&nested(MAX_BRACKETS), 1, "AR0005");
    check(&nested(100_000), 1, "AR0005");
    let predicate = |text: &str| format!("set a = {{}}\npredicate p(x: call) {{ {text} }}\n");
    check(&predicate(&vec!["x"; 200].join(" or ")), 2, "");
    check(&predicate(&vec!["x"; 5_000].join(" or ")), 1, "AR0005");
    check(&predicate(&vec!["x"; 5_000].join(".")), 1, "AR0005");
    check(&predicate(&("not ".repeat(5_000) + "x")), 1, "AR0005");
    check(&predicate(&("json ".repeat(5_000) + "x")), 1, "AR0005");
    check(&predicate(&("count ".repeat(5_000) + "x")), 1, "AR0005");
    check(&predicate(&("any x in y where ".repeat(5_000) + "x")), 1, "AR0005");
    check(&predicate(&("x == case { x => ".repeat(5_000) + "x")), 1, "AR0005");
    check(&"{".repeat(100_000), 0, "AR0005");
    check(&" ".repeat(MAX_FILE_BYTES + 1), 0, "AR0006");
}

#[test]
fn odd_beginnings() {
    let n_items = |text: &str| {
        let (file, diagnostics, _) = read(text);
        (file.items.len(), diagnostics.n_errors())
    };
    assert_eq!(n_items(""), (0, 0));
    assert_eq!(n_items("\u{feff}set a = {}"), (1, 0));
    assert_eq!(n_items("// only a remark"), (0, 0));
    assert_eq!(n_items("  /// Doc.\r\n\r\n  // remark\r\n  set a = {}\r\n"), (1, 0));
    assert_eq!(n_items("set a = {} set b = {}"), (1, 1));
    assert_eq!(n_items("\0"), (0, 1));
}

/// A valid file with some of its bytes removed, doubled, exchanged or replaced.
fn mutated() -> impl Strategy<Value = String> {
    let edit = (0..FLASK.len(), 0..40usize, 0..FLASK.len(), 0..4u8, any::<char>());
    proptest::collection::vec(edit, 1..8).prop_map(|edits| {
        let mut text: Vec<char> = FLASK.chars().collect();
        for (at, length, other, kind, c) in edits {
            let at = at % text.len().max(1);
            let end = (at + length).min(text.len());
            match kind {
                0 => drop(text.drain(at..end)),
                1 => text.insert(at.min(text.len()), c),
                2 => {
                    let copy: Vec<char> = text[at..end].to_vec();
                    let to = other % (text.len() + 1);
                    text.splice(to..to, copy);
                }
                _ => {
                    let signs = ['{', '}', '"', '/', '(', ')', ',', ':', '\n', '\\', '[', '?', '.', '=', '|'];
                    text.insert(at.min(text.len()), signs[other % signs.len()]);
                }
            }
        }
        text.into_iter().collect()
    })
}

/// Words and signs of the language in any order.
fn jumbled() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = FLASK.split(' ').chain(["json", "[", "case", "=>", "group", "by", "not"]).collect();
    proptest::collection::vec(proptest::sample::select(words), 0..200).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_is_fatal(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        mutated in mutated(),
        jumbled in jumbled(),
    ) {
        for text in [String::from_utf8_lossy(&bytes).into_owned(), mutated, jumbled] {
            let (file, diagnostics, sources) = read(&text);
            let rendered = diagnostics.render(&sources, Color::Never);
            // What is neither empty nor understood is explained, and in words.
            prop_assert!(!file.items.is_empty() || !rendered.is_empty() || is_blank(&text));
            for diagnostic in diagnostics.sorted() {
                let expected = diagnostic.message.split(", found").next().unwrap_or("");
                let is_in_words = !expected.starts_with("expected") || !expected.contains('_');
                prop_assert!(is_in_words, "{}", rendered);
            }
        }
    }
}

/// Nothing but white space and remarks.
fn is_blank(text: &str) -> bool {
    text.lines().all(|line| {
        let line = line.trim_matches([' ', '\t', '\r', '\u{feff}']);
        line.is_empty() || line.starts_with("//") && (!line.starts_with("///") || line.starts_with("////"))
    })
}
