//! What somebody says that Python text gives, against the rows that it gives: differences that a person can act on.
//!
//! Three kinds of statements come here: comments in Python files ([`annotations`]), golden files of whole projects
//! ([`golden`]) and the examples that stand in rules ([`examples`]). All become [`Claim`]s, and one function
//! ([`compare::compare`]) holds them against rows. Which engine made the rows is not known here.

pub mod annotations;
pub mod comments;
pub mod compare;
mod difference;
pub mod examples;
pub mod findings;
pub mod golden;
mod literal;
pub mod project;
pub mod runner;
pub mod suite;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use difference::{ColumnPair, Difference, What};

use crate::segment::facts::{Cell, RowRef};
use aud_rules_plan::{Column, ColumnType, Table, TableId};

/// The table of what was not understood, so that tests can state its rows too. It is the one of the schema that every
/// database has.
pub fn extraction_errors() -> Table {
    let columns = vec![
        Column::new("line", ColumnType::Int).optional(),
        Column::new("end_line", ColumnType::Int).optional(),
        Column::new("column", ColumnType::Int).optional(),
        Column::new("stage", ColumnType::Text),
        Column::new("message", ColumnType::Text),
    ];
    Table { doc: "What was not wholly understood.".to_owned(), ..Table::new("extraction_errors", columns) }
}

/// A cell as a claim states it.
#[derive(Clone, PartialEq, Debug)]
pub enum Expected {
    /// NULL.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(String),
    /// JSON; compared as a value, so that spaces and the order of keys do not matter.
    Json(serde_json::Value),
}

/// What a claim says of the rows that are like it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ClaimKind {
    /// There is one, and it belongs to this claim alone.
    Fact,
    /// There is none, and there shall be none.
    NoFact,
    /// There is none yet, but there should be one.
    MissingFact,
}

/// Something that is said of the rows of one file.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// What is said.
    pub kind: ClaimKind,
    /// The table.
    pub table: TableId,
    /// Columns and their cells; a row that has these is like the claim, whatever its other cells are.
    pub cells: Vec<(usize, Expected)>,
    /// Line of the Python text that is spoken of.
    pub line: u32,
}

/// A statement that can not be understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Malformed {
    /// Its line.
    pub line: u32,
    /// What is wrong with it.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

/// Everything that is said of the rows of one file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Claims {
    /// What is said, in order.
    pub claims: Vec<Claim>,
    /// What can not be understood.
    pub malformed: Vec<Malformed>,
    /// Tables that are named: every row of them must be a fact.
    pub closed: BTreeSet<TableId>,
}

/// A Python file that claims speak of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Its path as a person knows it.
    pub path: &'s str,
    /// Its text.
    pub text: &'s str,
}

impl Expected {
    /// The cell is what is expected of that column.
    pub fn is_like(&self, cell: Cell<'_>) -> bool {
        match (self, cell) {
            (Expected::Null, Cell::Null) => true,
            (Expected::Bool(expected), Cell::Int(int)) => i64::from(*expected) == int,
            (Expected::Int(expected), Cell::Int(int)) => *expected == int,
            (Expected::Int(expected), Cell::Real(real)) => *expected as f64 == real,
            (Expected::Real(expected), Cell::Real(real)) => *expected == real,
            (Expected::Text(expected), Cell::Text(text)) => expected == text,
            (Expected::Json(expected), Cell::Text(text)) => {
                serde_json::from_str::<serde_json::Value>(text).is_ok_and(|found| found == *expected)
            }
            _ => false,
        }
    }

    /// The cell of a column, as a claim would state it. JSON that is none is given as text.
    pub fn of(cell: Cell<'_>, ty: ColumnType) -> Self {
        match (cell, ty) {
            (Cell::Null, _) => Expected::Null,
            (Cell::Int(int), ColumnType::Bool) if int == 0 || int == 1 => Expected::Bool(int == 1),
            (Cell::Int(int), _) => Expected::Int(int),
            (Cell::Real(real), _) => Expected::Real(real),
            (Cell::Text(text), ColumnType::Json) => {
                serde_json::from_str(text).map_or_else(|_| Expected::Text(text.to_owned()), Expected::Json)
            }
            (Cell::Text(text), _) => Expected::Text(text.to_owned()),
        }
    }

    /// Why a column can not hold it, if it can not.
    fn misfit(&self, ty: ColumnType, is_optional: bool) -> Option<String> {
        let found = match (self, ty) {
            (Expected::Null, _) if is_optional => return None,
            (Expected::Null, _) => return Some("is never NULL".to_owned()),
            (Expected::Bool(_), ColumnType::Bool)
            | (Expected::Int(_), ColumnType::Int)
            | (Expected::Real(_), ColumnType::Real)
            | (Expected::Text(_), ColumnType::Text)
            | (Expected::Json(_), ColumnType::Json) => return None,
            (Expected::Bool(_), _) => "a truth value",
            (Expected::Int(_), _) => "a whole number",
            (Expected::Real(_), _) => "a number with a point",
            (Expected::Text(_), _) => "text",
            (Expected::Json(_), _) => "JSON",
        };
        Some(format!("holds {}, this is {found}", type_name(ty)))
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Expected::Null => f.write_str("none"),
            Expected::Bool(bool) => write!(f, "{bool}"),
            Expected::Int(int) => write!(f, "{int}"),
            Expected::Real(real) => write!(f, "{real:?}"),
            Expected::Text(text) => f.write_str(&literal::quote(text)),
            Expected::Json(json) => write!(f, "json {json}"),
        }
    }
}

impl Claim {
    /// The row has every cell that the claim states.
    pub fn is_like(&self, row: RowRef<'_>) -> bool {
        self.cells.iter().all(|(column, expected)| expected.is_like(row.cell(*column)))
    }
}

impl Claims {
    /// Forgets what is said of tables from that one on.
    fn forget_from(&mut self, first: TableId) {
        self.claims.retain(|claim| claim.table < first);
        self.closed.retain(|table| *table < first);
    }
}

/// Index of the column `line`.
fn line_column(table: &Table) -> Option<usize> {
    table.columns.iter().position(|column| column.name == "line")
}

fn type_name(ty: ColumnType) -> &'static str {
    match ty {
        ColumnType::Text => "text",
        ColumnType::Int => "whole numbers",
        ColumnType::Real => "numbers",
        ColumnType::Bool => "true or false",
        ColumnType::Json => "JSON",
    }
}

/// The names that are nearest to a word that is none of them, as a sentence of help.
fn nearest_names<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let limit = (word.chars().count() / 3).max(2);
    let mut near: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|&(distance, name)| distance <= limit || name.ends_with(word))
        .collect();
    near.sort_unstable();
    near.truncate(3);
    let names: Vec<String> = near.iter().map(|(_, name)| format!("`{name}`")).collect();
    (!names.is_empty()).then(|| format!("did you mean {}?", names.join(" or ")))
}
