//! From the rows of one table and file to those that stay: equal rows become one, rows that claim a key twice are
//! recorded.
//!
//! A key always includes the file, so two files never clash and each can be settled for itself.

use std::fmt::Write;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::input::errors::{ErrorStage, FileError};
use crate::segment::facts::{Cell, RowRef};
use aud_rules_plan::{RuleHead, Table};

/// What settling leaves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settled {
    /// Indexes of the rows that stay, ascending.
    pub kept: Vec<usize>,
    /// One error for each row that has the key of an earlier, different one.
    pub clashes: Vec<FileError>,
}

/// End of a chain of rows with one hash.
const END: usize = usize::MAX;

/// Settles the rows that one file gave for the table `def`, in the order in which they count. Of rows with one key the
/// first stays; NULL equals NULL here. A table without a key keeps every row.
pub fn settle(rows: &[RowRef<'_>], def: &Table, rules: &[RuleHead]) -> Settled {
    if def.unique.is_empty() {
        return Settled { kept: (0..rows.len()).collect(), clashes: Vec::new() };
    }
    let mut settled = Settled::default();
    let mut first_with: FxHashMap<u64, usize> = FxHashMap::default();
    let mut next_with = vec![END; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let hash = hash_key(row, &def.unique);
        let first = *first_with.get(&hash).unwrap_or(&END);
        let chain = std::iter::successors((first != END).then_some(first), |&before| {
            (next_with[before] != END).then_some(next_with[before])
        });
        match chain.into_iter().find(|&before| same_in(row, &rows[before], def.unique.iter().copied())) {
            None => {
                next_with[at] = first;
                first_with.insert(hash, at);
                settled.kept.push(at);
            }
            Some(before) if same_in(row, &rows[before], 0..def.columns.len()) => {}
            Some(before) => settled.clashes.push(clash(&rows[before], row, def, rules)),
        }
    }
    settled
}

fn hash_key(row: &RowRef<'_>, columns: &[usize]) -> u64 {
    let mut hasher = FxHasher::default();
    for &column in columns {
        match row.cell(column) {
            Cell::Null => hasher.write_u8(0),
            Cell::Int(int) => hasher.write_i64(int),
            // Both zeros are one value for SQLite.
            Cell::Real(real) => hasher.write_u64((real + 0.0).to_bits()),
            Cell::Text(text) => {
                hasher.write(text.as_bytes());
                hasher.write_u8(0xff);
            }
        }
    }
    hasher.finish()
}

fn same_in(a: &RowRef<'_>, b: &RowRef<'_>, columns: impl IntoIterator<Item = usize>) -> bool {
    columns.into_iter().all(|column| match (a.cell(column), b.cell(column)) {
        (Cell::Real(a), Cell::Real(b)) => a == b || (a.is_nan() && b.is_nan()),
        (a, b) => a == b,
    })
}

fn clash(first: &RowRef<'_>, second: &RowRef<'_>, def: &Table, rules: &[RuleHead]) -> FileError {
    let mut key = String::new();
    for &column in &def.unique {
        let separator = if key.is_empty() { "" } else { ", " };
        let _ = write!(key, "{separator}{} = {}", def.columns[column].name, show(second.cell(column)));
    }
    let (one, other) = (&rules[first.rule().index()].name, &rules[second.rule().index()].name);
    let who = if one == other { format!("rule `{one}` gave both") } else { format!("rules `{one}` and `{other}`") };
    let message = format!("two different rows of `{}` have the key ({key}): {who}; the first was kept", def.name);
    match second.cell(0) {
        Cell::Int(line) if def.columns[0].name == "line" => {
            FileError::on_line(ErrorStage::Key, u32::try_from(line).unwrap_or(0), message)
        }
        _ => FileError::of_file(ErrorStage::Key, message),
    }
}

/// Longest text of a key that a message shows whole.
const MAX_SHOWN: usize = 80;

fn show(cell: Cell<'_>) -> String {
    match cell {
        Cell::Null => "NULL".to_owned(),
        Cell::Int(int) => int.to_string(),
        Cell::Real(real) => real.to_string(),
        Cell::Text(text) if text.chars().count() > MAX_SHOWN => {
            let start: String = text.chars().take(MAX_SHOWN).collect();
            format!("{start:?}...")
        }
        Cell::Text(text) => format!("{text:?}"),
    }
}

#[cfg(test)]
mod tests;
