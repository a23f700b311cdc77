//! Rows with equal keys, in every combination of equal and different.

use super::*;
use crate::segment::facts::Rows;
use aud_rules_plan::{Column, ColumnType, RuleId, TableId};

fn facts(unique: &[usize]) -> Table {
    let columns = [("line", ColumnType::Int), ("name", ColumnType::Text), ("weight", ColumnType::Real)];
    let columns = columns.map(|(name, ty)| Column::new(name, ty).optional());
    Table { unique: unique.to_vec(), ..Table::new("facts", columns.to_vec()) }
}

fn rules() -> [RuleHead; 2] {
    ["one", "other"].map(|name| RuleHead::new(name, TableId(0)))
}

type Row = (u32, Cell<'static>, Cell<'static>, Cell<'static>);

/// Of `rows` with the key `unique`, those at `kept` stay and each of `clashes` is part of a message.
fn check(unique: &[usize], rows: &[Row], kept: &[usize], clashes: &[&str]) {
    let mut made = Rows::default();
    for &(rule, line, name, weight) in rows {
        made.push(TableId(0), RuleId(rule), [line, name, weight]);
    }
    let settled = settle(&made.iter().collect::<Vec<_>>(), &facts(unique), &rules());
    assert_eq!(settled.kept, kept);
    assert_eq!(settled.clashes.len(), clashes.len(), "{:?}", settled.clashes);
    for (clash, part) in settled.clashes.iter().zip(clashes) {
        assert_eq!(clash.stage, ErrorStage::Key);
        assert!(clash.message.contains(part), "{}", clash.message);
    }
}

const fn row(rule: u32, line: i64, name: &'static str, weight: f64) -> Row {
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
    let mut rows = Rows::default();
    rows.push(TableId(0), RuleId(0), [Cell::Int(3), Cell::Text("a"), Cell::Null]);
    rows.push(TableId(0), RuleId(0), [Cell::Int(7), Cell::Text("a"), Cell::Null]);
    let settled = settle(&rows.iter().collect::<Vec<_>>(), &facts(&[1]), &rules());
    assert_eq!(settled.clashes[0].line, Some(7));
}

#[test]
fn long_keys_are_shown_in_part() {
    let name: &'static str = "x".repeat(500).leak();
    let mut rows = Rows::default();
    rows.push(TableId(0), RuleId(0), [Cell::Int(1), Cell::Text(name), Cell::Null]);
    rows.push(TableId(0), RuleId(0), [Cell::Int(2), Cell::Text(name), Cell::Null]);
    let settled = settle(&rows.iter().collect::<Vec<_>>(), &facts(&[1]), &rules());
    assert!(settled.clashes[0].message.len() < 250, "{}", settled.clashes[0].message);
}
