//! Typed rows: what the generated row types have in common, so that a program reads a database back without SQL.

use rusqlite::{Connection, Result, Statement};

/// A row of one table. Codegen writes an implementation for each table that rules declare.
pub trait Row: Sized {
    /// Name of the table.
    const TABLE: &'static str;
    /// Adds a row: one parameter for each column, `file` first.
    const INSERT: &'static str;
    /// Reads all columns of all rows, in the order in which they were added.
    const SELECT: &'static str;

    /// The row that a statement like [`Row::SELECT`] stands at.
    fn from_sql(row: &rusqlite::Row<'_>) -> Result<Self>;

    /// Sets the parameters of a statement like [`Row::INSERT`].
    fn bind(&self, statement: &mut Statement<'_>) -> Result<()>;

    /// Adds the row to its table.
    fn insert(&self, connection: &Connection) -> Result<()> {
        let mut statement = connection.prepare_cached(Self::INSERT)?;
        self.bind(&mut statement)?;
        statement.raw_execute()?;
        Ok(())
    }

    /// All rows of the table, in the order in which they were added.
    fn all(connection: &Connection) -> Result<Vec<Self>> {
        connection.prepare_cached(Self::SELECT)?.query_map([], |row| Self::from_sql(row))?.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Hook {
        line: i64,
        owner: Option<String>,
    }

    impl Row for Hook {
        const TABLE: &'static str = "hooks";
        const INSERT: &'static str = "INSERT INTO hooks (line, owner) VALUES (?1, ?2)";
        const SELECT: &'static str = "SELECT line, owner FROM hooks ORDER BY rowid";

        fn from_sql(row: &rusqlite::Row<'_>) -> Result<Self> {
            Ok(Hook { line: row.get(0)?, owner: row.get(1)? })
        }

        fn bind(&self, statement: &mut Statement<'_>) -> Result<()> {
            statement.raw_bind_parameter(1, self.line)?;
            statement.raw_bind_parameter(2, &self.owner)
        }
    }

    #[test]
    fn rows_come_back_as_they_went_in_and_in_their_order() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE hooks (line INTEGER NOT NULL, owner TEXT)").unwrap();
        let rows = vec![Hook { line: 9, owner: Some("app".to_owned()) }, Hook { line: 2, owner: None }];
        rows.iter().for_each(|row| row.insert(&connection).unwrap());
        assert_eq!(Hook::all(&connection).unwrap(), rows);
    }
}
