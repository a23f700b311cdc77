//! Broken items: each gives its own error, and the items beside it are read all the same.

use expect_test::expect;

use super::*;

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
              | ^^^^^ expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`
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

            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`, found `foo`
              --> t.rules:21:1
               |
            21 | foo bar
               | ^^^ expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`

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

            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`, found `}`
              --> t.rules:14:31
               |
            14 | rule f -> t { match x: call } }
               |                               ^ expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`

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
            error[AR0001]: expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`, found `hello`
             --> t.rules:2:1
              |
            2 | hello
              | ^^^^^ expected `set`, `table`, `predicate`, `define`, `rule`, `view`, `kind` or `problem`

            error[AR0001]: expected `->` or `{`, found `-`
             --> t.rules:3:8
              |
            3 | rule a - > t {}
              |        ^ expected `->` or `{`

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
    check(&predicate(&("any x in y where ".repeat(1_500) + "x")), 1, "AR0005");
    check(&predicate(&("x == case { x => ".repeat(1_500) + "x")), 1, "AR0005");
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
