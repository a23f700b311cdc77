//! From rows to a SQLite file that appears whole or not at all.
//!
//! Everything is written to a temporary file beside the target, without a journal, and renamed over the target when the
//! last byte is on disk. Until then an old database stays as it was; on any error the temporary file is removed.

mod tables;
mod target;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

pub use tables::{FileRow, Loader, Metric};
use target::Target;

pub use aud_rules_plan::schema::SYSTEM_SCHEMA;
use aud_rules_plan::schema::{index_ddl, table_ddl, view_ddl};

use crate::rules::matcher::Matcher;
use crate::rules::matcher::RuleSet;

/// `PRAGMA application_id` of a database that this program wrote: "AUDR".
pub const APPLICATION_ID: i32 = 0x4155_4452;

/// `PRAGMA user_version`: version of the tables that every database has.
pub const SCHEMA_VERSION: i32 = 1;

const SYSTEM_INDEXES: &str = include_str!("sqlite/system_indexes.sql");

/// What can go wrong with a database.
#[derive(thiserror::Error, Debug)]
pub enum StoreError {
    /// The file can not be written where it should be.
    #[error("the database `{}` can not be written: {reason}", path.display())]
    Unwritable {
        /// Where it should be.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// There is a file of that name which is something else.
    #[error("`{}` is there already and is no database of this program; remove it or choose another path", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// SQLite refused something.
    #[error("{doing}: {source}")]
    Sqlite {
        /// What was being done.
        doing: String,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

impl StoreError {
    fn sqlite(doing: impl Into<String>) -> impl FnOnce(rusqlite::Error) -> Self {
        let doing = doing.into();
        move |source| StoreError::Sqlite { doing, source }
    }
}

/// A database that is being written.
pub struct Store {
    // Closed before the temporary file is renamed or removed: fields are dropped in this order.
    connection: Connection,
    target: Target,
}

impl Store {
    /// Begins a database at `path`. Nothing is changed there before [`Store::publish`].
    ///
    /// # Errors
    ///
    /// When the directory is not there or can not be written, or when `path` is something that must not be replaced.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let target = Target::beside(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = Connection::open_with_flags(target.temporary(), flags);
        let connection = open.map_err(StoreError::sqlite("opening the new database"))?;
        let pragmas = format!(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA cache_size = -65536; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        );
        connection.execute_batch(&pragmas).map_err(StoreError::sqlite("preparing the new database"))?;
        Ok(Store { connection, target })
    }

    /// Creates the tables and hands the database to `load`, which puts the rows in; then makes indexes and views. All of
    /// it is one transaction.
    ///
    /// # Errors
    ///
    /// Those of `load`, and whatever SQLite refuses.
    pub fn fill<E: From<StoreError>>(
        &self,
        matcher: &dyn Matcher,
        enabled: &RuleSet,
        load: impl FnOnce(&mut Loader<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.run("BEGIN", "beginning the transaction")?;
        self.run(SYSTEM_SCHEMA, "creating the tables that every database has")?;
        for table in matcher.tables() {
            self.run(&table_ddl(table), &format!("creating the table `{}`", table.name))?;
        }
        let mut loader = Loader::new(&self.connection, matcher)?;
        loader.add_rules(enabled)?;
        load(&mut loader)?;
        drop(loader);
        self.run(SYSTEM_INDEXES, "indexing the tables that every database has")?;
        for table in matcher.tables() {
            self.run(&index_ddl(table), &format!("indexing the table `{}`", table.name))?;
        }
        for view in matcher.views() {
            self.run(&view_ddl(view), &format!("creating the view `{}`", view.name))?;
        }
        self.run("COMMIT", "ending the transaction")?;
        Ok(())
    }

    /// Puts the database in its place.
    ///
    /// # Errors
    ///
    /// When it can not be brought to disk or renamed; what was there before then stays.
    pub fn publish(self) -> Result<(), StoreError> {
        let Store { connection, target } = self;
        connection.close().map_err(|(_, error)| StoreError::sqlite("closing the new database")(error))?;
        target.publish()
    }

    fn run(&self, sql: &str, doing: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(sql).map_err(StoreError::sqlite(doing))
    }
}

#[cfg(test)]
mod tests;
