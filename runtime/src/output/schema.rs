//! What a matcher brings with it besides behaviour: its tables, rules and views. Data only, from codegen.

/// A table that rules fill. Every table begins with the columns `file` and `line`.
#[derive(Debug, Clone, Copy)]
pub struct TableDef {
    /// Name in SQL.
    pub name: &'static str,
    /// Doc comment.
    pub doc: &'static str,
    /// Declared columns in order, without `file`; the first is `line`.
    pub columns: &'static [ColumnDef],
    /// Indexes into `columns` of the key, beside `file`; empty when rows may repeat.
    pub unique: &'static [usize],
    /// `CREATE TABLE` with the doc comments in it.
    pub ddl: &'static str,
    /// `CREATE INDEX`, to be run when the rows are in: unique over the key, else over `file` and `line`.
    pub index_ddl: &'static str,
    /// The `.rules` file that declares it.
    pub file: &'static str,
    /// Line of its declaration, from 1.
    pub line: u32,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDef {
    /// Name in SQL.
    pub name: &'static str,
    /// What it holds.
    pub ty: ColumnType,
    /// It may be NULL.
    pub is_optional: bool,
    /// Doc comment.
    pub doc: &'static str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// `TEXT`.
    Text,
    /// `INTEGER`.
    Int,
    /// `REAL`.
    Real,
    /// `INTEGER`, 0 or 1.
    Bool,
    /// `TEXT` that holds JSON.
    Json,
}

/// A rule, as the `rules` table and the summaries show it.
#[derive(Debug, Clone, Copy)]
pub struct RuleDef {
    /// Its name.
    pub name: &'static str,
    /// Index of the table it fills.
    pub table: usize,
    /// Doc comment.
    pub doc: &'static str,
    /// Tags such as `CWE-89`.
    pub tags: &'static [&'static str],
    /// `walk`, `scope`, `file` or `project`.
    pub stage: &'static str,
    /// The `.rules` file that declares it.
    pub file: &'static str,
    /// Line of its declaration, from 1.
    pub line: u32,
    /// Its examples.
    pub examples: &'static [ExampleDef],
}

/// A view over the tables.
#[derive(Debug, Clone, Copy)]
pub struct ViewDef {
    /// Name in SQL.
    pub name: &'static str,
    /// Doc comment.
    pub doc: &'static str,
    /// `CREATE VIEW` with the doc comment in it.
    pub ddl: &'static str,
    /// The `.rules` file that declares it.
    pub file: &'static str,
    /// Line of its declaration, from 1.
    pub line: u32,
}

/// An example of a rule: Python text, and the rows that the rule gives for it.
#[derive(Debug, Clone, Copy)]
pub struct ExampleDef {
    /// The Python text.
    pub source: &'static str,
    /// For each row the columns that the example names, with their cells.
    pub rows: &'static [&'static [(usize, ExampleCell)]],
    /// Line of the example in its `.rules` file, from 1.
    pub line: u32,
}

/// A cell of an example's row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExampleCell {
    /// NULL.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(&'static str),
    /// JSON; compared as a value.
    Json(&'static str),
}
