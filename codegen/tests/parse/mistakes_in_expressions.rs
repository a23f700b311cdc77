//! What people write who know another language, and what the parser says of it.

use expect_test::expect;

use super::*;

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
