//! Annotations and goldens over two small tables, without an engine: rows are given by hand.

use std::fmt::Write as _;
use std::sync::LazyLock;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use rusqlite::Connection;

use super::annotations::read_annotations;
use super::compare::{Schema, check_file};
use super::examples::check_example;
use super::golden::{GoldenProject, Rewritten};
use super::project::ProjectRows;
use super::{ClaimKind, Claims, Source, findings};
use crate::segment::facts::{Cell, Rows};
use aud_rules_plan::{Column, ColumnType, Example, ExampleCell, RuleHead, RuleId, RuleLine, Table, TableId};

static TABLES: LazyLock<[Table; 2]> = LazyLock::new(|| {
    let hooks = vec![
        Column::new("line", ColumnType::Int),
        Column::new("hook", ColumnType::Text),
        Column::new("owner", ColumnType::Text).optional(),
        Column::new("end_line", ColumnType::Int).optional(),
    ];
    let marks = vec![
        Column::new("line", ColumnType::Int),
        Column::new("count", ColumnType::Int),
        Column::new("weight", ColumnType::Real).optional(),
        Column::new("is_on", ColumnType::Bool),
        Column::new("args", ColumnType::Json).optional(),
    ];
    [Table::new("hooks", hooks), Table::new("marks", marks)]
});

static RULES: LazyLock<[RuleHead; 1]> =
    LazyLock::new(|| [RuleHead { at: RuleLine::new("hooks.rules", 1), ..RuleHead::new("hook", TableId(0)) }]);

fn schema() -> Schema<'static> {
    Schema { tables: &*TABLES, rules: &*RULES }
}

fn hook(rows: &mut Rows, line: i64, hook: &str, owner: Option<&str>) {
    rows.push(
        TableId(0),
        RuleId(0),
        [Cell::Int(line), Cell::Text(hook), owner.map_or(Cell::Null, Cell::Text), Cell::Int(line + 1)],
    );
}

fn mark(rows: &mut Rows, line: i64, args: &str) {
    rows.push(TableId(1), RuleId(9), [Cell::Int(line), Cell::Int(2), Cell::Real(0.5), Cell::Int(1), Cell::Text(args)]);
}

#[track_caller]
fn check(python: &str, fill: impl Fn(&mut Rows), expected: Expect) {
    let mut rows = Rows::default();
    fill(&mut rows);
    let mut shown = String::new();
    for difference in check_file(Source { path: "f.py", text: python }, schema(), &rows) {
        write!(shown, "{difference}").unwrap();
    }
    expected.assert_eq(&shown);
}

#[track_caller]
fn check_malformed(python: &str, expected: &[(u32, &str)]) {
    let claims = read_annotations(python, &*TABLES);
    let found: Vec<_> = claims
        .malformed
        .iter()
        .map(|malformed| match &malformed.help {
            Some(help) => (malformed.line, format!("{}; {help}", malformed.message)),
            None => (malformed.line, malformed.message.clone()),
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(line, message)| (*line, message.as_str())).collect();
    assert_eq!(found, expected, "{python}");
}

#[test]
fn annotations_speak_of_the_code_that_follows_or_of_their_own_line() {
    let rows = |rows: &mut Rows| {
        hook(rows, 4, "before", Some("app"));
        hook(rows, 6, "after", None);
    };
    check(
        "# fact: hooks(hook=\"before\", owner=\"app\")\n# free text\n\ncode\n\ncode # fact: hooks(hook=\"after\", owner=none)",
        rows,
        expect![[""]],
    );
    check(
        "# fact: hooks(line=+2); hooks(line=6, end_line=+5)\n\ncode\n\n\n#",
        rows,
        expect![[r#"
            f.py:4: `hooks` is closed in this file, and this row is no fact
                 4 |
                   column    actual
                   line      4
                   hook      "before"
                   owner     "app"
                   end_line  5
              made by rule `hook`
            f.py:5: no row of `hooks` is like this fact
                 5 |
                   column  expected
                   line    5
            f.py:6: no row of `hooks` is like this fact; the nearest differs
                 6 | #
                   column    expected  actual
                   line      6         6
                   hook      -         "after"
                   owner     -         none
                 ! end_line  8         7
              made by rule `hook`
        "#]],
    );
}

#[test]
fn a_named_table_is_closed() {
    let rows = |rows: &mut Rows| {
        hook(rows, 1, "before", Some("a \"b\""));
        mark(rows, 1, "[]");
    };
    check(
        "code\n# no-fact: marks(line=2)",
        rows,
        expect![[r#"
        f.py:1: `marks` is closed in this file, and this row is no fact
             1 | code
               column  actual
               line    1
               count   2
               weight  0.5
               is_on   true
               args    json []
    "#]],
    );
    check("code # fact: hooks(hook=\"before\", owner=\"a \\\"b\\\"\")", rows, expect![[""]]);
    check(
        "code # fact: hooks; hooks",
        rows,
        expect![[r#"
        f.py:1: no row of `hooks` is like this fact
             1 | code # fact: hooks; hooks
               column  expected
               line    1
    "#]],
    );
    check("code # nothing is claimed", rows, expect![[""]]);
}

#[test]
fn facts_share_rows_out_so_that_each_has_its_own() {
    let rows = |rows: &mut Rows| {
        hook(rows, 1, "before", Some("app"));
        hook(rows, 1, "before", None);
        hook(rows, 1, "after", None);
    };
    check(
        "code # fact: hooks(owner=none); hooks(hook=\"before\"); hooks(owner=none, hook=\"before\")",
        rows,
        expect![[""]],
    );
    check("code # fact: hooks; hooks(owner=none); hooks(owner=none)", rows, expect![[""]]);
}

#[test]
fn json_is_compared_as_json() {
    let rows = |rows: &mut Rows| mark(rows, 1, "{\"a\":[1,null],\"b\":\"x\"}");
    check(
        "code # fact: marks(args=json {\"b\": \"x\", \"a\": [ 1, null ]}, weight=0.5, is_on=true)",
        rows,
        expect![[""]],
    );
    check(
        "# fact: marks(args=json {\n#   \"b\": \"x\",\n#   \"a\": [1, null]\n# })\ncode",
        |rows| mark(rows, 5, "{\"a\":[1,null],\"b\":\"x\"}"),
        expect![[""]],
    );
}

#[test]
fn what_is_denied_or_was_missing_must_not_be_there() {
    let rows = |rows: &mut Rows| hook(rows, 1, "before", None);
    check("code # no-fact: hooks(hook=\"after\")\n# fact: hooks(line=1)", rows, expect![[""]]);
    check("code # missing-fact: hooks(hook=\"after\") -- not yet\n# fact: hooks(line=1)", rows, expect![[""]]);
    check(
        "code # no-fact: hooks",
        rows,
        expect![[r#"
        f.py:1: a row of `hooks` that must not be
             1 | code # no-fact: hooks
               column    actual
               line      1
               hook      "before"
               owner     none
               end_line  2
          made by rule `hook`
    "#]],
    );
    check(
        "code\n# no-fact: hooks",
        rows,
        expect![[r#"
        f.py:1: a row of `hooks` that must not be
             1 | code
               column    actual
               line      1
               hook      "before"
               owner     none
               end_line  2
          made by rule `hook`
    "#]],
    );
    check(
        "code # missing-fact: hooks(hook=\"before\") -- later",
        rows,
        expect![[r#"
        f.py:1: stale: the missing fact of `hooks` is found now; make it a `fact`
             1 | code # missing-fact: hooks(hook="before") -- later
               column    actual
               line      1
               hook      "before"
               owner     none
               end_line  2
          made by rule `hook`
    "#]],
    );
}

#[test]
fn what_can_not_be_read_is_told() {
    check_malformed("code # fact: hoks", &[(1, "there is no table `hoks`; did you mean `hooks`?")]);
    check_malformed("code # fact: hooks(hok=\"a\")", &[(1, "table `hooks` has no column `hok`; did you mean `hook`?")]);
    check_malformed(
        "code # fact: hooks(xyzzy=1)",
        &[(1, "table `hooks` has no column `xyzzy`; its columns are line, hook, owner, end_line")],
    );
    check_malformed(
        "code # fact: hooks(hook=1)",
        &[(1, "column `hook` of `hooks` holds text, this is a whole number")],
    );
    check_malformed("code # fact: hooks(hook=none)", &[(1, "column `hook` of `hooks` is never NULL")]);
    check_malformed(
        "code # fact: marks(is_on=1)",
        &[(1, "column `is_on` of `marks` holds true or false, this is a whole number")],
    );
    check_malformed("code # fact: marks(args=\"[]\")", &[(1, "column `args` of `marks` holds JSON, this is text")]);
    check_malformed("code # fact: marks(count=+1)", &[(1, "`+1` counts lines, and column `count` is none")]);
    check_malformed("code # fact: marks(count=-1, weight=2)", &[]);
    check_malformed("code # fact: hooks(owner=none, owner=none)", &[(1, "a column is named twice")]);
    check_malformed("code # fact: hooks(line=9)", &[(1, "the file has no line 9, it has 1")]);
    check_malformed(
        "code\n# fact: hooks",
        &[(2, "no code follows that this could speak of; name the line: `line=12`")],
    );
    check_malformed("code\n# fact: hooks(line=+1)", &[(2, "no code follows, so that there is no line to count from")]);
    check_malformed(
        "code # fact: hooks free text",
        &[(1, "`;`, `--` or the end of the comment is expected here (before `free text`)")],
    );
    check_malformed("code # fact: hooks(hook \"a\")", &[(1, "`=` and a value are expected here (before `\"a\")`)")]);
    check_malformed("code # fact: hooks(hook=\"a\"", &[(1, "`,` or `)` is expected here (at the end)")]);
    check_malformed("code # fact:", &[(1, "the name of a table is expected here (at the end)")]);
    check_malformed("code # missing-fact: hooks", &[(1, "a `missing-fact` says why; write the reason behind ` -- `")]);
    check_malformed("code # missing-fact: hooks -- why", &[]);
}

#[test]
fn misspelt_words_do_not_pass_as_free_text() {
    for (comment, near) in [
        ("# fcat: hooks(hook=\"a\")", "fact"),
        ("# facts: hooks", "fact"),
        ("# Fact: hooks(line=1)", "fact"),
        ("# fact hooks(line=1)", "fact"),
        ("# fact : hooks -- why", "fact"),
        ("# nofact: hooks(line=1)", "no-fact"),
        ("# no_fact: hooks", "no-fact"),
        ("## mising-fact: hooks(line=1)", "missing-fact"),
    ] {
        let word = comment.trim_start_matches(['#', ' ']).split([':', ' ']).next().unwrap();
        let message = format!("`{word}` begins no annotation; did you mean `{near}:`?");
        check_malformed(&format!("{comment}\ncode"), &[(1, &message)]);
    }
    let hidden =
        "`fact:` stands behind other text of its comment; an annotation is a whole comment; give it a line of its own";
    check_malformed("code # noqa # fact: hooks", &[(1, hidden)]);
    for free in ["# note: see hooks", "# a fact about hooks", "# type: ignore[x]", "# factory: hooks(line=1)", "# fact"]
    {
        check_malformed(&format!("code {free}"), &[]);
    }
}

#[test]
fn open_brackets_carry_an_annotation_over_comment_lines() {
    let claims =
        read_annotations("# fact: hooks(\n#   hook=\"(\",\n# ); hooks(line=+1,\n#   )\n# free\ncode\n\n", &*TABLES);
    assert_eq!(claims.malformed, []);
    assert_eq!(claims.claims.iter().map(|claim| claim.line).collect::<Vec<_>>(), [6, 7]);
    let claims = read_annotations("# fact: hooks(hook=\"a\"\n# no-fact: marks\ncode", &*TABLES);
    assert_eq!(claims.malformed.len(), 1);
    assert_eq!(claims.claims.iter().map(|claim| claim.kind).collect::<Vec<_>>(), [ClaimKind::NoFact]);
}

#[test]
fn an_example_names_all_rows_of_its_rule() {
    let example = Example {
        source: "a\nb\n".to_owned(),
        rows: vec![vec![(0, ExampleCell::Int(1)), (2, ExampleCell::Null)]],
        line: 7,
    };
    let differences = |lines: &[i64]| {
        let mut rows = Rows::default();
        lines.iter().for_each(|&line| hook(&mut rows, line, "before", None));
        check_example(&example, RuleId(0), schema(), &rows)
    };
    assert_eq!(differences(&[1]), []);
    let shown = differences(&[1, 2])[0].to_string();
    assert!(shown.starts_with("hooks.rules:7 (hook):2: `hooks` is closed"), "{shown}");
    assert_eq!(differences(&[]).len(), 1);
}

fn project_rows(owner: &str) -> ProjectRows {
    let database = Connection::open_in_memory().unwrap();
    database
        .execute_batch(&format!(
            "CREATE TABLE hooks (file, line, hook, owner, end_line);
             CREATE TABLE marks (file, line, count, weight, is_on, args);
             INSERT INTO hooks VALUES ('b.py', 1, 'late', NULL, 2), ('a.py', 10, 'x', '{owner}', 2), ('a.py', 9, 'y', 'é', NULL);
             INSERT INTO marks VALUES ('b.py', 3, 1, 0.5, 1, '[1, null]');"
        ))
        .unwrap();
    ProjectRows::read(&database, &*TABLES, |_| true).unwrap()
}

#[test]
fn goldens_are_written_and_held_against_rows() {
    let folder = tempfile::tempdir().unwrap();
    let facts = folder.path().join("facts");
    let tables = (0..TABLES.len()).map(TableId::at).collect();
    let golden = GoldenProject { root: folder.path(), facts: &facts, tables: &tables };
    std::fs::write(folder.path().join("a.py"), "\n\n\n\n\n\n\n\nnine\nten\n").unwrap();
    let rows = project_rows("app");
    let written = golden.accept(&*TABLES, &rows).unwrap();
    let Rewritten { path, removed, added } = &written[0];
    assert_eq!((path, removed.len(), added.len()), (&facts.join("hooks.jsonl"), 0, 3));
    let hooks = std::fs::read_to_string(facts.join("hooks.jsonl")).unwrap();
    assert_eq!(
        hooks,
        "{\"file\":\"a.py\",\"line\":9,\"hook\":\"y\",\"owner\":\"é\",\"end_line\":null}\n\
         {\"file\":\"a.py\",\"line\":10,\"hook\":\"x\",\"owner\":\"app\",\"end_line\":2}\n\
         {\"file\":\"b.py\",\"line\":1,\"hook\":\"late\",\"owner\":null,\"end_line\":2}\n"
    );
    let marks = std::fs::read_to_string(facts.join("marks.jsonl")).unwrap();
    assert_eq!(marks, "{\"file\":\"b.py\",\"line\":3,\"count\":1,\"weight\":0.5,\"is_on\":true,\"args\":[1,null]}\n");
    assert_eq!(golden.check(schema(), &rows).unwrap(), []);
    assert_eq!(golden.accept(&*TABLES, &rows).unwrap(), []);

    let changed = golden.check(schema(), &project_rows("api")).unwrap();
    assert_eq!(changed.len(), 1);
    assert!(
        changed[0]
            .to_string()
            .starts_with("a.py:10: no row of `hooks` is like this fact; the nearest differs\n    10 | ten\n")
    );

    let swapped: Vec<&str> = hooks.lines().rev().collect();
    std::fs::write(facts.join("hooks.jsonl"), swapped.join("\n")).unwrap();
    assert_eq!(
        golden.check(schema(), &rows).unwrap()[0].headline(),
        "its rows are right, but not sorted and written as they would be"
    );

    std::fs::write(facts.join("hooks.jsonl"), "{}\n{\"file\": \"a.py\", \"line\": \"x\"}\n").unwrap();
    std::fs::write(facts.join("mark.jsonl"), "").unwrap();
    let headlines: Vec<_> = golden.check(schema(), &rows).unwrap().iter().map(super::Difference::headline).collect();
    assert_eq!(
        headlines[..3],
        [
            "there is no table `mark`",
            "`file` is missing, or is no text",
            "column `line` holds whole numbers, this is text"
        ]
    );
    assert_eq!(headlines.len(), 3 + 3, "and every row of `hooks` is extra");
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_read(text in "(# (fact|no-fact): |hooks|marks|\\(|\\)|=|\"|'|json|[\\[\\]{},;1+\\\\é -]|\n|\r|\\PC)*") {
        read_annotations(&text, &*TABLES);
    }
}

#[test]
fn flows_are_stated_as_facts_are() {
    let tables = [findings::table_of("sql_injection")];
    let check = |python: &str, expected: &[&str]| {
        let Claims { claims, malformed, closed } = read_annotations(python, &tables);
        let claims = claims.iter().map(|claim| {
            let cells: Vec<String> = claim.cells.iter().map(|(column, cell)| format!("{column}: {cell}")).collect();
            format!("{:?} {}", claim.kind, cells.join(", "))
        });
        let wrong = malformed.iter().map(|wrong| format!("{} {}", wrong.message, wrong.help.as_deref().unwrap_or("")));
        let found: Vec<String> = claims.chain(wrong).collect();
        assert_eq!(found, expected, "{python}");
        assert_eq!(closed.len(), usize::from(found.iter().any(|line| line.contains("Fact"))), "{python}");
    };
    check("x = read()\nrun(x)  # flow: sql_injection from 1", &["Fact 0: 2, 1: 1"]);
    check("x = 1\n# flow: sql_injection from -2\nrun(x)", &["Fact 0: 3, 1: 1"]);
    check("# no-flow: sql_injection\nrun(x)", &["NoFact 0: 2"]);
    check("run(x)  # flow: sql_injection", &["Fact 0: 1"]);
    check(
        "# flow: sql_injection from shop/forms.py:12; sql_injection from 3 -- both\nrun(x)",
        &["Fact 0: 2, 1: 12, 2: \"shop/forms.py\"", "Fact 0: 2, 1: 3"],
    );
    check("# missing-flow: sql_injection from 1 -- through a pipe\nrun(x)", &["MissingFact 0: 2, 1: 1"]);
    check("# flow: first this, then that\nrun(x)", &[]);
    check(
        "# missing-flow: sql_injection from 2\nrun(x)",
        &["MissingFact 0: 2, 1: 2", "a `missing-flow` says why write the reason behind ` -- `"],
    );
    check("# flow: sql_injecton from 1\nrun(x)", &["there is no problem `sql_injecton` did you mean `sql_injection`?"]);
    check(
        "# flow: sql_injection from here\nrun(x)",
        &["a line such as `12`, `+3`, `-1` or `shop/forms.py:12` is expected here (before `here`) "],
    );
}
