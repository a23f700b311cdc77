//! From what a run records of each file, for the next run, to the database, and back.

use rusqlite::params;

use super::{Session, Store, StoreError};
use crate::input::errors::{ErrorStage, FileError};
use crate::segment::record::{FileRecord, RunRecord};

/// What a run recorded of itself, and of each file by its path.
pub(crate) type Records = (RunRecord, Vec<(String, FileRecord)>);

impl Store<'_> {
    /// What the run before recorded: of itself, and of each file by its path. None when it recorded nothing, or nothing
    /// that this program understands.
    ///
    /// # Errors
    ///
    /// When SQLite can not read it.
    pub(crate) fn records(&self) -> Result<Option<Records>, StoreError> {
        let doing = || StoreError::sqlite("reading what the run before recorded");
        let run = self.connection.query_row("SELECT record FROM _state", [], |row| row.get::<_, Option<Vec<u8>>>(0));
        let Some(run) = run.map_err(doing())?.and_then(|bytes| postcard::from_bytes(&bytes).ok()) else {
            return Ok(None);
        };
        let sql = "SELECT f.file, c.record FROM _extraction_cache c JOIN _files f ON f.id = c.id";
        let mut statement = self.connection.prepare(sql).map_err(doing())?;
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?));
        let rows = statement.query_map([], read).map_err(doing())?;
        let mut files = Vec::new();
        for row in rows {
            let (path, bytes) = row.map_err(doing())?;
            // Without its record a file is examined again, which is all that a record spares.
            if let Ok(record) = postcard::from_bytes(&bytes) {
                files.push((path, record));
            }
        }
        Ok(Some((run, files)))
    }
}

impl Session<'_> {
    /// Records what is known of a file that is in the database, instead of what was recorded before.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_record(&mut self, path: &str, record: &FileRecord, is_reused: bool) -> Result<(), StoreError> {
        self.is_changed = true;
        let sql = "INSERT OR REPLACE INTO _extraction_cache (id, is_reused, record)
                   SELECT id, ?2, ?3 FROM _files WHERE file = ?1";
        let mut statement = self.transaction.prepare_cached(sql).map_err(StoreError::sqlite("preparing a record"))?;
        let added = statement.execute(params![path, is_reused, bytes_of(record)]);
        added.map(drop).map_err(StoreError::sqlite("recording a file"))
    }

    /// Records what is known of the run.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_run_record(&mut self, record: &RunRecord) -> Result<(), StoreError> {
        self.is_changed = true;
        let set = self.transaction.execute("UPDATE _state SET record = ?1", [bytes_of(record)]);
        set.map(drop).map_err(StoreError::sqlite("recording the run"))
    }

    /// All errors with the paths that have them, by path and line.
    ///
    /// # Errors
    ///
    /// When SQLite can not read them.
    pub fn errors(&self) -> Result<Vec<(String, FileError)>, StoreError> {
        let doing = || StoreError::sqlite("reading the errors");
        let sql = "SELECT file, line, end_line, \"column\", stage, message FROM _extraction_errors ORDER BY file, _row";
        let mut statement = self.transaction.prepare(sql).map_err(doing())?;
        let rows = statement.query_map([], |row| {
            let stage: String = row.get(4)?;
            let error = FileError {
                stage: ErrorStage::named(&stage).unwrap_or(ErrorStage::Internal),
                line: row.get(1)?,
                end_line: row.get(2)?,
                column: row.get(3)?,
                message: row.get(5)?,
            };
            Ok((row.get(0)?, error))
        });
        rows.and_then(Iterator::collect).map_err(doing())
    }

    /// Something was changed in this session.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }
}

/// # Panics
///
/// Never: a vector takes any number of bytes, and no record refuses to be written.
fn bytes_of(record: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_stdvec(record).expect("a vector takes what a record holds")
}
