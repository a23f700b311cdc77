//! From rows to a SQLite file. A reader sees the database before or after a run, never between.
//!
//! A new database is written to a temporary file beside its place, without a journal, and renamed when the last byte is on
//! disk; until then an old one stays as it was. One that is there is changed in place, in one transaction: when its writer
//! dies, SQLite undoes the half of it from the journal. Either way one process writes at a time ([`Claim`]).

mod blank;
mod claim;
mod findings;
mod places;
mod records;
mod relations;
mod session;
mod target;

use std::path::{Path, PathBuf};
use std::time::Duration;

use aud_rules_plan::RuleId;
pub use aud_rules_plan::schema::SYSTEM_SCHEMA;
pub use blank::Blank;
use blank::{fingerprint_of, hash_of, make_tables};
pub use claim::Claim;
pub use findings::{FindingRow, FlowRow, FlowStepRow};
pub use relations::{CallEdge, ClassOrder, Relations};
use rusqlite::{Connection, ErrorCode, OpenFlags};
pub use session::{Metric, Session};
use target::Target;

use crate::rules::matcher::{Matcher, RuleSet};

/// `PRAGMA application_id` of a database that this program wrote: "AUDR".
pub const APPLICATION_ID: i32 = 0x4155_4452;

/// `PRAGMA user_version`: version of the tables that every database has.
pub const SCHEMA_VERSION: i32 = 2;

/// Memory for pages that are being written, in KiB. Rows are added at the end of their tables, so that few are needed.
const CACHE_KIB: u32 = 16 << 10;

/// How long a change in place waits for readers, and a reader for the moment in which it is committed.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

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
    /// A database in place has no room for new files between its old ones; it has to be written anew.
    #[error("the database has no room for more files where they belong; it has to be written anew")]
    NoRoom,
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

/// What a database is made for.
#[derive(Clone, Copy)]
pub struct Contents<'i> {
    /// Tables, rules and views.
    pub matcher: &'i dyn Matcher,
    /// The rules that run.
    pub enabled: &'i RuleSet,
    /// What else than the rules decides what a file gives, in any words.
    pub settings: &'i str,
    /// The empty database of the same matcher, where there is one. What begins with it is thrown away after it was read, so
    /// that nobody waits until it is on disk.
    pub blank: Option<&'i Blank>,
}

/// A database that is being written.
pub struct Store<'c> {
    // Closed before the temporary file is renamed or removed: fields are dropped in this order.
    connection: Connection,
    /// The temporary file; nothing when the database is changed in place.
    target: Option<Target>,
    contents: Contents<'c>,
}

impl<'c> Store<'c> {
    /// Begins a new database. Nothing is changed at its place before [`Store::publish`].
    ///
    /// # Errors
    ///
    /// When the directory can not be written, or SQLite refuses the tables.
    pub fn create(claim: &'c Claim, contents: Contents<'c>) -> Result<Self, StoreError> {
        undo_half_of_a_change(&claim.path);
        let target = Target::beside(claim)?;
        if let Some(blank) = contents.blank {
            target.fill(&blank.bytes)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = Connection::open_with_flags(target.temporary(), flags);
        let connection = open.map_err(StoreError::sqlite("opening the new database"))?;
        let pragmas = format!(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA cache_size = -{CACHE_KIB};"
        );
        connection.execute_batch(&pragmas).map_err(StoreError::sqlite("preparing the new database"))?;
        if contents.blank.is_none() {
            make_tables(&connection, contents.matcher)?;
        }
        let state = "INSERT INTO _state VALUES (?1, NULL)";
        let added = connection.execute(state, [contents.fingerprint()]);
        added.map_err(StoreError::sqlite("writing the state of the database"))?;
        Ok(Store { connection, target: Some(target), contents })
    }

    /// Opens the database that is there, to change it in place. `None` when there is none, or when it is of another
    /// program, other tables or other rules, or damaged: then it has to be made anew.
    ///
    /// # Errors
    ///
    /// When it can not be opened, for example since it may not be written.
    pub fn open(claim: &'c Claim, contents: Contents<'c>) -> Result<Option<Self>, StoreError> {
        if !claim.path.is_file() {
            return Ok(None);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = Connection::open_with_flags(&claim.path, flags).and_then(|connection| {
            connection.busy_timeout(BUSY_TIMEOUT)?;
            // Pages are kept in memory until the commit, so that readers are held up only then.
            connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA cache_spill = OFF;")?;
            let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
            if (pragma("application_id")?, pragma("user_version")?) != (APPLICATION_ID, SCHEMA_VERSION) {
                return Ok(None);
            }
            let found: String = connection.query_row("SELECT fingerprint FROM _state", [], |row| row.get(0))?;
            Ok((found == contents.fingerprint()).then_some(connection))
        });
        match open {
            Ok(connection) => Ok(connection.map(|connection| Store { connection, target: None, contents })),
            Err(error) if is_damage(&error) => Ok(None),
            Err(error) => Err(StoreError::sqlite("opening the database")(error)),
        }
    }

    /// Begins the one transaction of this run.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn begin(&self) -> Result<Session<'_>, StoreError> {
        Session::begin(&self.connection, self.contents, self.target.is_some())
    }

    /// Puts a new database in its place; closes one that was changed there.
    ///
    /// # Errors
    ///
    /// When it can not be brought to disk or renamed; what was there before then stays.
    pub fn publish(self) -> Result<(), StoreError> {
        let Store { connection, target, contents } = self;
        connection.close().map_err(|(_, error)| StoreError::sqlite("closing the database")(error))?;
        target.map_or(Ok(()), |target| target.publish(contents.blank.is_none()))
    }
}

impl Contents<'_> {
    /// Hash of the program's version, the tables, the views, and the rules that run.
    fn fingerprint(&self) -> String {
        let declared = self.blank.map_or_else(|| fingerprint_of(self.matcher), |blank| blank.fingerprint.clone());
        let rules = self.matcher.rules().iter().enumerate().flat_map(|(index, rule)| {
            [&*rule.name, if self.enabled.contains(RuleId::at(index)) { "runs" } else { "rests" }]
        });
        hash_of([&*declared, self.settings].into_iter().chain(rules))
    }
}

/// The file is no whole database, or one without our tables.
fn is_damage(error: &rusqlite::Error) -> bool {
    let codes = [ErrorCode::NotADatabase, ErrorCode::DatabaseCorrupt, ErrorCode::Unknown];
    matches!(error, rusqlite::Error::QueryReturnedNoRows | rusqlite::Error::SqlInputError { .. })
        || error.sqlite_error_code().is_some_and(|code| codes.contains(&code))
}

/// Opens the database at `path` to read it. When a writer died in the middle of a change, its journal is played back first.
///
/// # Errors
///
/// When there is no database, or SQLite can not read it.
pub fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    let open = || -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        // SQLite looks into the file only when something is asked.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    };
    match open() {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ReadOnly) => {
            undo_half_of_a_change(path);
            open()
        }
        opened => opened,
    }
}

/// Lets SQLite play back the journal that a killed writer left beside the database. What it can not mend is no database,
/// and whoever opens it next says so.
fn undo_half_of_a_change(path: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if let Ok(connection) = Connection::open_with_flags(path, flags) {
        let _ = connection.busy_timeout(BUSY_TIMEOUT);
        let _ = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    }
}

#[cfg(test)]
mod tests;
