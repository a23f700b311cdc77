//! Prepared inserts: one statement for each table, used again for every row.

use rusqlite::types::Null;
use rusqlite::{Connection, Statement, ToSql};

use super::StoreError;
use crate::input::errors::FileError;
use crate::input::text::Category;
use crate::rules::matcher::Matcher;
use crate::rules::matcher::RuleSet;
use crate::segment::facts::{Cell, RowRef};
use aud_rules_plan::{RuleHead, RuleId, Table};

/// A row of `files`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRow {
    /// Path below the root, with `/`.
    pub file: String,
    /// Dotted name of its module.
    pub module: String,
    /// What the file is for.
    pub category: Category,
    /// Encoding in which it was read.
    pub encoding: Option<&'static str>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// Number of bytes.
    pub size: Option<u64>,
    /// Number of lines.
    pub n_lines: Option<u64>,
    /// Number of syntax nodes.
    pub n_nodes: Option<u64>,
    /// Number of its errors.
    pub n_errors: u64,
}

/// A row of `extraction_metrics`.
#[derive(Clone, PartialEq, Debug)]
pub struct Metric<'r> {
    /// The rule, or `None` for the run.
    pub rule: Option<&'r str>,
    /// What is measured.
    pub metric: &'static str,
    /// The measure.
    pub value: Option<f64>,
}

/// Puts rows into the tables of a new database.
pub struct Loader<'c> {
    tables: &'c [Table],
    rules: &'c [RuleHead],
    inserts: Vec<Statement<'c>>,
    file: Statement<'c>,
    error: Statement<'c>,
    metric: Statement<'c>,
    rule: Statement<'c>,
}

impl<'c> Loader<'c> {
    pub(super) fn new(connection: &'c Connection, matcher: &'c dyn Matcher) -> Result<Self, StoreError> {
        let prepare = |table: &str, columns: &[&str]| {
            let sql = insert_sql(table, columns);
            connection.prepare(&sql).map_err(StoreError::sqlite(format!("preparing rows of `{table}`")))
        };
        let mut inserts = Vec::new();
        for table in matcher.tables() {
            let columns: Vec<&str> =
                std::iter::once("file").chain(table.columns.iter().map(|c| c.name.as_str())).collect();
            inserts.push(prepare(&table.name, &columns)?);
        }
        Ok(Loader {
            tables: matcher.tables(),
            rules: matcher.rules(),
            inserts,
            file: prepare(
                "files",
                &[
                    "file",
                    "module",
                    "category",
                    "suffix",
                    "encoding",
                    "sha256",
                    "size_bytes",
                    "line_count",
                    "node_count",
                    "error_count",
                ],
            )?,
            error: prepare("extraction_errors", &["file", "line", "end_line", "column", "stage", "message"])?,
            metric: prepare("extraction_metrics", &["rule", "metric", "value"])?,
            rule: prepare("rules", &["name", "table_name", "doc", "tags", "stage", "is_enabled", "file", "line"])?,
        })
    }

    /// Adds a row of the rules' tables.
    ///
    /// # Errors
    ///
    /// When the table does not take it, or the disk is full.
    pub fn add_row(&mut self, file: &str, row: RowRef<'_>) -> Result<(), StoreError> {
        let statement = &mut self.inserts[row.table().index()];
        let added = bind_row(statement, file, row).and_then(|()| statement.raw_execute());
        added.map(drop).map_err(|source| {
            let doing = format!("adding a row to `{}`", self.tables[row.table().index()].name);
            StoreError::Sqlite { doing, source }
        })
    }

    /// Adds a file.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn add_file(&mut self, row: &FileRow) -> Result<(), StoreError> {
        let name = row.file.rsplit('/').next().unwrap_or(&row.file);
        let suffix = name.rfind('.').filter(|&at| at > 0).map_or("", |at| &name[at..]);
        let values: [&dyn ToSql; 10] = [
            &row.file,
            &row.module,
            &row.category.name(),
            &suffix,
            &row.encoding,
            &row.sha256,
            &row.size.map(signed),
            &row.n_lines.map(signed),
            &row.n_nodes.map(signed),
            &signed(row.n_errors),
        ];
        self.file.execute(values).map(drop).map_err(StoreError::sqlite("adding a file"))
    }

    /// Adds an error of a file.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn add_error(&mut self, file: &str, error: &FileError) -> Result<(), StoreError> {
        let values: [&dyn ToSql; 6] =
            [&file, &error.line, &error.end_line, &error.column, &error.stage.name(), &error.message];
        self.error.execute(values).map(drop).map_err(StoreError::sqlite("adding an error"))
    }

    /// Adds a measure.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn add_metric(&mut self, row: &Metric<'_>) -> Result<(), StoreError> {
        let values: [&dyn ToSql; 3] = [&row.rule, &row.metric, &row.value];
        self.metric.execute(values).map(drop).map_err(StoreError::sqlite("adding a metric"))
    }

    pub(super) fn add_rules(&mut self, enabled: &RuleSet) -> Result<(), StoreError> {
        for (index, rule) in self.rules.iter().enumerate() {
            let tags = serde_json::Value::from(rule.tags.as_slice()).to_string();
            let values: [&dyn ToSql; 8] = [
                &rule.name,
                &self.tables[rule.table.index()].name,
                &rule.doc,
                &tags,
                &rule.stage.name(),
                &enabled.contains(RuleId::at(index)),
                &rule.at.file,
                &rule.at.line,
            ];
            self.rule.execute(values).map_err(StoreError::sqlite("adding a rule"))?;
        }
        Ok(())
    }
}

fn bind_row(statement: &mut Statement<'_>, file: &str, row: RowRef<'_>) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(1, file)?;
    for (at, cell) in row.cells().enumerate() {
        let parameter = at + 2;
        match cell {
            Cell::Null => statement.raw_bind_parameter(parameter, Null)?,
            Cell::Int(int) => statement.raw_bind_parameter(parameter, int)?,
            Cell::Real(real) => statement.raw_bind_parameter(parameter, real)?,
            Cell::Text(text) => statement.raw_bind_parameter(parameter, text)?,
        }
    }
    Ok(())
}

fn insert_sql(table: &str, columns: &[&str]) -> String {
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let places = vec!["?"; columns.len()];
    format!("INSERT INTO \"{table}\" ({}) VALUES ({})", quoted.join(", "), places.join(", "))
}

/// SQLite's integers are signed; no count comes near the end of their range.
fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
