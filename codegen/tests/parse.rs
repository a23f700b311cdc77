//! Rule files go in, trees or diagnostics come out: every form of the language, every kind of mistake, and input that
//! nobody would write.

#[path = "parse/dump.rs"]
mod dump;
#[path = "parse/mistakes.rs"]
mod mistakes;
#[path = "parse/mistakes_in_expressions.rs"]
mod mistakes_in_expressions;

use aud_rules_codegen::ast::{File, Item, Statement};
use aud_rules_codegen::diag::{Color, Diagnostics};
use aud_rules_codegen::source::{MAX_FILE_BYTES, SourceMap};
use aud_rules_codegen::syntax::parse::{MAX_BRACKETS, parse};
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
    let names: Vec<&str> = file.items.iter().map(|item| item.name().node.as_str()).collect();
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
