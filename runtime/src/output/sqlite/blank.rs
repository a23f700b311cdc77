//! The tables of a matcher to an empty database, which is made once where many databases of the same tables are.

use aud_rules_plan::schema::{SYSTEM_SCHEMA, stored_ddl, table_ddl, view_ddl};
use rusqlite::{Connection, MAIN_DB};
use sha2::{Digest, Sha256};

use super::{APPLICATION_ID, SCHEMA_VERSION, StoreError};
use crate::rules::matcher::Matcher;

/// An empty database with all tables and views of a matcher.
pub struct Blank {
    /// As SQLite would write it to a file.
    pub(super) bytes: Vec<u8>,
    /// See [`fingerprint_of`].
    pub(super) fingerprint: String,
}

impl Blank {
    /// Makes the tables and views of `matcher` in memory.
    ///
    /// # Errors
    ///
    /// When SQLite refuses one of them.
    pub fn of(matcher: &dyn Matcher) -> Result<Self, StoreError> {
        let open = Connection::open_in_memory();
        let mut connection = open.map_err(StoreError::sqlite("opening a database in memory"))?;
        make_tables(&connection, matcher)?;
        let serialized = connection.serialize(MAIN_DB).map_err(StoreError::sqlite("copying the empty database"));
        let bytes = serialized?.to_vec();
        Ok(Blank { bytes, fingerprint: fingerprint_of(matcher) })
    }
}

/// Makes all tables and views in a database that has none.
pub(super) fn make_tables(connection: &Connection, matcher: &dyn Matcher) -> Result<(), StoreError> {
    let run = |sql: &str, doing: &str| connection.execute_batch(sql).map_err(StoreError::sqlite(doing));
    let pragmas = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION}; BEGIN");
    run(&pragmas, "beginning the transaction")?;
    run(SYSTEM_SCHEMA, "creating the tables that every database has")?;
    for table in matcher.tables() {
        let sql = format!("{};\n{}", stored_ddl(table), table_ddl(table));
        run(&sql, &format!("creating the table `{}`", table.name))?;
    }
    for view in matcher.views() {
        run(&view_ddl(view), &format!("creating the view `{}`", view.name))?;
    }
    // Makes the tables that tell SQLite how many rows there are; a session fills them.
    run("ANALYZE; DELETE FROM sqlite_stat1; COMMIT", "preparing the statistics")
}

/// Hash of the program's version, the rules, and all that is declared of tables and views.
pub(super) fn fingerprint_of(matcher: &dyn Matcher) -> String {
    let declared = matcher.declared();
    let files = declared.files.iter().flat_map(|file| [file.path.to_string(), file.sha256.to_string()]);
    let tables = matcher.tables().iter().flat_map(|table| [stored_ddl(table), table_ddl(table)]);
    let views = matcher.views().iter().map(view_ddl);
    let version = [env!("CARGO_PKG_VERSION").to_owned(), SYSTEM_SCHEMA.to_owned()];
    hash_of(version.into_iter().chain(files).chain(tables).chain(views))
}

/// SHA-256 of texts, in hexadecimal, which tells where one ends and the next begins.
pub(super) fn hash_of<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        let text = text.as_ref();
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
