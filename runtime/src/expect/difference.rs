//! A difference between what is claimed and what is found, and how it is shown to a person.

use std::fmt;

/// A difference between claims and rows.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The Python file.
    pub file: String,
    /// The Python line it is about, from 1; 0 when it is about the file as a whole.
    pub line: u32,
    /// The text of that line.
    pub source: String,
    /// What differs.
    pub what: What,
    /// The table, where one is known.
    pub table: Option<String>,
    /// The rule that made the row, where there is a row and its rule is known.
    pub rule: Option<String>,
    /// The columns that matter, in the order of the table.
    pub columns: Vec<ColumnPair>,
}

/// What differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// A fact has no row.
    Missing,
    /// A fact has no row, but a row that nothing else explains is near to it.
    Changed,
    /// A row of a closed table is no fact.
    Extra,
    /// A row is there that a `no-fact` denies.
    Forbidden,
    /// A row is there that a `missing-fact` says is missing.
    Stale,
    /// A statement can not be understood: what is wrong, and what would be right.
    Malformed {
        /// What is wrong.
        message: String,
        /// What would be right.
        help: Option<String>,
    },
}

impl What {
    /// What differs, in a word for programs.
    pub fn word(&self) -> &'static str {
        match self {
            What::Missing => "missing",
            What::Changed => "changed",
            What::Extra => "extra",
            What::Forbidden => "forbidden",
            What::Stale => "stale",
            What::Malformed { .. } => "malformed",
        }
    }
}

/// A column as it is claimed and as it is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnPair {
    /// Its name.
    pub column: String,
    /// The claimed cell, when the claim names the column.
    pub expected: Option<String>,
    /// The cell of the row, when there is a row.
    pub actual: Option<String>,
    /// The claim names the column, and the row holds something else.
    pub is_different: bool,
}

impl Difference {
    /// What differs, in one sentence without its place.
    pub fn headline(&self) -> String {
        let table = self.table.as_deref().unwrap_or("?");
        match &self.what {
            What::Missing => format!("no row of `{table}` is like this fact"),
            What::Changed => format!("no row of `{table}` is like this fact; the nearest differs"),
            What::Extra => format!("`{table}` is closed in this file, and this row is no fact"),
            What::Forbidden => format!("a row of `{table}` that must not be"),
            What::Stale => format!("stale: the missing fact of `{table}` is found now; make it a `fact`"),
            What::Malformed { message, .. } => message.clone(),
        }
    }

    fn write_columns(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const COLUMN: &str = "column";
        const EXPECTED: &str = "expected";
        let has_both = self.what == What::Changed;
        let expected = |pair: &ColumnPair| pair.expected.clone().unwrap_or_else(|| "-".to_owned());
        let actual = |pair: &ColumnPair| pair.actual.clone().unwrap_or_else(|| "-".to_owned());
        let width = |cells: &mut dyn Iterator<Item = usize>, head: &str| cells.max().unwrap_or(0).max(head.len());
        let name_width = width(&mut self.columns.iter().map(|pair| pair.column.len()), COLUMN);
        if has_both {
            let cell_width = width(&mut self.columns.iter().map(|pair| expected(pair).chars().count()), EXPECTED);
            writeln!(f, "       {COLUMN:name_width$}  {EXPECTED:cell_width$}  actual")?;
            for pair in &self.columns {
                let sign = if pair.is_different { '!' } else { ' ' };
                let (name, expected, actual) = (&pair.column, expected(pair), actual(pair));
                writeln!(f, "     {sign} {name:name_width$}  {expected:cell_width$}  {actual}")?;
            }
            return Ok(());
        }
        let is_expected = self.what == What::Missing;
        writeln!(f, "       {COLUMN:name_width$}  {}", if is_expected { EXPECTED } else { "actual" })?;
        for pair in &self.columns {
            let cell = if is_expected { expected(pair) } else { actual(pair) };
            writeln!(f, "       {:name_width$}  {cell}", pair.column)?;
        }
        Ok(())
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}: {}", self.file, self.line, self.headline())?;
        if self.line > 0 {
            writeln!(f, "{}", format!("{:>6} | {}", self.line, self.source).trim_end())?;
        }
        if let What::Malformed { help: Some(help), .. } = &self.what {
            writeln!(f, "  help: {help}")?;
        }
        if !self.columns.is_empty() {
            self.write_columns(f)?;
        }
        match &self.rule {
            Some(rule) => writeln!(f, "  made by rule `{rule}`"),
            None => Ok(()),
        }
    }
}
