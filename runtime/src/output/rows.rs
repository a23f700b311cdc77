//! From a database to typed rows, read one after the other: what a program uses that does not want to write SQL.
//!
//! Codegen writes a type for each table, and a trait that gives [`Database`] a method for each.

use std::marker::PhantomData;
use std::path::Path;

use rusqlite::{Connection, MappedRows, Result, Statement};

use super::sqlite::open_to_read;

/// A row of one table. Codegen writes an implementation for each table that rules declare.
pub trait Row: Sized {
    /// Name of the table.
    const TABLE: &'static str;
    /// Reads all columns of all rows, by file and then in the order in which they were made.
    const SELECT: &'static str;

    /// The row that a statement like [`Row::SELECT`] stands at.
    ///
    /// # Errors
    ///
    /// When a column holds what it should not hold: the database is not of these rules.
    fn from_sql(row: &rusqlite::Row<'_>) -> Result<Self>;
}

/// A database that is read. Opening it reads its schema and no row.
pub struct Database {
    connection: Connection,
}

impl Database {
    /// Opens the database at `path`.
    ///
    /// # Errors
    ///
    /// When there is none, or SQLite can not read it.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Database { connection: open_to_read(path)? })
    }

    /// The table whose rows are `R`.
    ///
    /// # Errors
    ///
    /// When the database has no such table, or one with other columns.
    pub fn table<R: Row>(&self) -> Result<Table<'_, R>> {
        let all = self.connection.prepare(R::SELECT)?;
        let in_file = self.connection.prepare(&format!("{} WHERE file = ?1", R::SELECT))?;
        Ok(Table { all, in_file, row: PhantomData })
    }

    /// For questions that are better asked in SQL.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

/// A table of a [`Database`]. Its iterators read a row when they are asked for it, and hold one at a time.
pub struct Table<'d, R> {
    all: Statement<'d>,
    in_file: Statement<'d>,
    row: PhantomData<R>,
}

/// Rows that are read as they are asked for.
pub type RowIter<'s, R> = MappedRows<'s, fn(&rusqlite::Row<'_>) -> Result<R>>;

impl<R: Row> Table<'_, R> {
    /// All rows, by the paths of their files.
    ///
    /// # Errors
    ///
    /// When SQLite can not begin to read.
    pub fn all(&mut self) -> Result<RowIter<'_, R>> {
        self.all.query_map([], R::from_sql as fn(&rusqlite::Row<'_>) -> Result<R>)
    }

    /// The rows of one file; none when the database does not know it. Others are not read.
    ///
    /// # Errors
    ///
    /// When SQLite can not begin to read.
    pub fn in_file(&mut self, path: &str) -> Result<RowIter<'_, R>> {
        self.in_file.query_map([path], R::from_sql as fn(&rusqlite::Row<'_>) -> Result<R>)
    }
}
