//! Rows with equal keys, in every combination of equal and different.

use super::*;
use crate::output::schema::{ColumnDef, ColumnType};
use crate::segment::facts::Rows;

const fn column(name: &'static str, ty: ColumnType) -> ColumnDef {
    ColumnDef { name, ty, is_optional: true, doc: "" }
}

static COLUMNS: [ColumnDef; 3] =
    [column("line", ColumnType::Int), column("name", ColumnType::Text), column("weight", ColumnType::Real)];

static RULES: [RuleDef; 2] = [
    RuleDef { name: "one", table: 0, doc: "", tags: &[], stage: "walk", file: "", line: 1, examples: &[] },
    RuleDef { name: "other", table: 0, doc: "", tags: &[], stage: "walk", file: "", line: 1, examples: &[] },
];

type Row = (usize, Cell<'static>, Cell<'static>, Cell<'static>);

/// Of `rows` with the key `unique`, those at `kept` stay and each of `clashes` is part of a message.
fn check(unique: &'static [usize], rows: &[Row], kept: &[usize], clashes: &[&str]) {
    let def = TableDef { name: "facts", doc: "", columns: &COLUMNS, unique, ddl: "", index_ddl: "", file: "", line: 1 };
    let mut made = Rows::default();
    for &(rule, line, name, weight) in rows {
        made.push(0, rule, [line, name, weight]);
    }
    let settled = settle(&made.iter().collect::<Vec<_>>(), &def, &RULES);
    assert_eq!(settled.kept, kept);
    assert_eq!(settled.clashes.len(), clashes.len(), "{:?}", settled.clashes);
    for (clash, part) in settled.clashes.iter().zip(clashes) {
        assert_eq!(clash.stage, ErrorStage::Key);
        assert!(clash.message.contains(part), "{}", clash.message);
    }
}

const fn row(rule: usize, line: i64, name: &'static str, weight: f64) -> Row {
    (rule, Cell::Int(line), Cell::Text(name), Cell::Real(weight))
}

#[test]
fn without_a_key_rows_repeat() {
    check(&[], &[row(0, 1, "a", 1.0), row(0, 1, "a", 1.0)], &[0, 1], &[]);
    check(&[], &[], &[], &[]);
}

#[test]
fn equal_rows_are_one_whoever_made_them() {
    check(&[0, 1], &[row(0, 1, "a", 1.0), row(0, 1, "a", 1.0), row(1, 1, "a", 1.0)], &[0], &[]);
    check(&[0, 1, 2], &[row(0, 1, "a", 0.0), row(0, 1, "a", -0.0)], &[0], &[]);
    check(&[1], &[(0, Cell::Null, Cell::Null, Cell::Null), (0, Cell::Null, Cell::Null, Cell::Null)], &[0], &[]);
}

#[test]
fn different_keys_stay() {
    check(&[0, 1], &[row(0, 1, "a", 1.0), row(0, 2, "a", 1.0), row(0, 1, "b", 1.0)], &[0, 1, 2], &[]);
    check(&[1], &[(0, Cell::Int(1), Cell::Null, Cell::Null), row(0, 1, "", 1.0)], &[0, 1], &[]);
    check(
        &[0, 1],
        &[(0, Cell::Int(1), Cell::Text("1"), Cell::Null), (0, Cell::Text("1"), Cell::Text("1"), Cell::Null)],
        &[0, 1],
        &[],
    );
}

#[test]
fn of_different_rows_with_one_key_the_first_stays() {
    let one_key =
        [row(0, 1, "a", 1.0), row(1, 1, "a", 2.0), row(0, 2, "a", 1.0), row(0, 1, "a", 1.0), row(1, 1, "a", 3.0)];
    let message = "`facts` have the key (line = 1, name = \"a\"): rules `one` and `other`; the first was kept";
    check(&[0, 1], &one_key, &[0, 2], &[message, message]);
    check(&[1], &[row(0, 1, "a", 1.0), row(0, 9, "a", 1.0)], &[0], &["(name = \"a\"): rule `one` gave both"]);
}

#[test]
fn a_clash_stands_on_the_line_of_the_row_that_went() {
    let def =
        TableDef { name: "facts", doc: "", columns: &COLUMNS, unique: &[1], ddl: "", index_ddl: "", file: "", line: 1 };
    let mut rows = Rows::default();
    rows.push(0, 0, [Cell::Int(3), Cell::Text("a"), Cell::Null]);
    rows.push(0, 0, [Cell::Int(7), Cell::Text("a"), Cell::Null]);
    let settled = settle(&rows.iter().collect::<Vec<_>>(), &def, &RULES);
    assert_eq!(settled.clashes[0].line, Some(7));
}

#[test]
fn long_keys_are_shown_in_part() {
    let name: &'static str = "x".repeat(500).leak();
    let def =
        TableDef { name: "facts", doc: "", columns: &COLUMNS, unique: &[1], ddl: "", index_ddl: "", file: "", line: 1 };
    let mut rows = Rows::default();
    rows.push(0, 0, [Cell::Int(1), Cell::Text(name), Cell::Null]);
    rows.push(0, 0, [Cell::Int(2), Cell::Text(name), Cell::Null]);
    let settled = settle(&rows.iter().collect::<Vec<_>>(), &def, &RULES);
    assert!(settled.clashes[0].message.len() < 250, "{}", settled.clashes[0].message);
}
