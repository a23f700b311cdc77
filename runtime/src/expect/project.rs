//! A database to the rows of each file, in the order of lines.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::segment::facts::{Cell, RowRef, Rows};
use aud_rules_plan::{RuleId, Table, TableId};

/// The rule of a row that was read from a database: it is not stored there.
const UNKNOWN_RULE: RuleId = RuleId(u32::MAX);

/// The rows of a project, file by file.
#[derive(Default)]
pub struct ProjectRows {
    files: BTreeMap<String, Rows>,
    none: Rows,
}

impl ProjectRows {
    /// Reads every row of the tables; those of which `is_filled` knows that they have none are not looked at.
    pub fn read(database: &Connection, tables: &[Table], is_filled: impl Fn(usize) -> bool) -> rusqlite::Result<Self> {
        let mut project = ProjectRows::default();
        for (table, def) in tables.iter().enumerate().filter(|&(table, _)| is_filled(table)) {
            project.read_table(database, TableId::at(table), def)?;
        }
        Ok(project)
    }

    fn read_table(&mut self, database: &Connection, table: TableId, def: &Table) -> rusqlite::Result<()> {
        let names: Vec<String> = def.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let sql = format!("SELECT file, {0} FROM \"{1}\" ORDER BY file, {0}", names.join(", "), def.name);
        let mut statement = database.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut cells = Vec::with_capacity(names.len());
            for column in 0..names.len() {
                cells.push(match row.get_ref(column + 1)? {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(int) => Cell::Int(int),
                    ValueRef::Real(real) => Cell::Real(real),
                    text => Cell::Text(text.as_str()?),
                });
            }
            self.push(row.get_ref(0)?.as_str()?, table, UNKNOWN_RULE, cells);
        }
        Ok(())
    }

    /// Adds a row of a file.
    pub fn push<'a>(&mut self, file: &str, table: TableId, rule: RuleId, cells: impl IntoIterator<Item = Cell<'a>>) {
        if !self.files.contains_key(file) {
            self.files.insert(file.to_owned(), Rows::default());
        }
        if let Some(rows) = self.files.get_mut(file) {
            // A database does not tell the range that a rule matched.
            rows.push(table, rule, cells);
        }
    }

    /// The same rows, made by the rules that `maker` tells.
    pub fn with_rules(&self, maker: impl Fn(&str, RowRef<'_>) -> Option<RuleId>) -> Self {
        let mut told = ProjectRows::default();
        for (file, rows) in self.files() {
            for row in rows.iter() {
                told.push(file, row.table(), maker(file, row).unwrap_or(UNKNOWN_RULE), row.cells());
            }
        }
        told
    }

    /// The rows of that file.
    pub fn of(&self, file: &str) -> &Rows {
        self.files.get(file).unwrap_or(&self.none)
    }

    /// The files that have rows, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Rows)> {
        self.files.iter().map(|(file, rows)| (file.as_str(), rows))
    }
}
