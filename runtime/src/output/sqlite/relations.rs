//! From what the project stage finds out about the calls and classes of a file to the database.

use rusqlite::params;

use super::{Session, StoreError};
use crate::syntax::tree::Range;

/// A row of `call_edges`, without its file.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CallEdge {
    /// Where the call lies.
    pub range: Range,
    /// Dotted name of what calls.
    pub caller: String,
    /// Dotted name of what is reached.
    pub callee: String,
    /// Path of the file that defines it, and the line of its definition.
    pub defined: Option<(String, u32)>,
    /// How it is reached.
    pub how: &'static str,
    /// It may reach something else too.
    pub is_assumed: bool,
}

/// Rows of `class_mro` for one class, without its file.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ClassOrder {
    /// Line of its definition.
    pub line: u32,
    /// Dotted names of the class and its ancestors, in order.
    pub classes: Vec<String>,
}

/// What is known of the calls and classes of a file.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Relations {
    /// Its calls.
    pub calls: Vec<CallEdge>,
    /// Its classes.
    pub classes: Vec<ClassOrder>,
}

impl Session<'_> {
    /// Writes what is known of the calls and classes of a file that is in the database or has its place there, instead of what was written before.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_relations(&mut self, path: &str, relations: &Relations) -> Result<(), StoreError> {
        let doing = || StoreError::sqlite("writing the calls of a file");
        self.is_changed = true;
        let id = self.id_of(path)?;
        self.remove_relations(id)?;
        let sql = "INSERT INTO _call_edges VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let mut insert = self.transaction.prepare_cached(sql).map_err(doing())?;
        for (number, call) in (0i64..).zip(&relations.calls) {
            let (start, end) = (call.range.start, call.range.end);
            let (file, line) = match &call.defined {
                Some((file, line)) => (Some(self.id_of(file)?), Some(line)),
                None => (None, None),
            };
            let certainty = if call.is_assumed { "assumed" } else { "resolved" };
            let values = params![
                id,
                number,
                start.line,
                start.column,
                end.line,
                end.column,
                call.caller,
                call.callee,
                file,
                line,
                call.how,
                certainty
            ];
            insert.execute(values).map_err(doing())?;
        }
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO _class_mro VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .map_err(doing())?;
        let mut number = 0i64;
        for ClassOrder { line, classes } in &relations.classes {
            for (position, ancestor) in (0i64..).zip(classes) {
                insert.execute(params![id, number, line, classes[0], position, ancestor]).map_err(doing())?;
                number += 1;
            }
        }
        Ok(())
    }

    /// Removes what is known of the calls and classes of a file.
    pub(super) fn remove_relations(&self, id: i64) -> Result<(), StoreError> {
        for table in ["_call_edges", "_class_mro"] {
            let sql = format!("DELETE FROM {table} WHERE _file = ?1");
            let removed = self.transaction.prepare_cached(&sql).and_then(|mut s| s.execute([id]));
            removed.map_err(StoreError::sqlite("removing the calls of a file"))?;
        }
        Ok(())
    }

    /// The number of a file that is in the database or has its place there.
    fn id_of(&self, path: &str) -> Result<i64, StoreError> {
        if let Some(&placed) = self.placed.get(path) {
            return Ok(placed);
        }
        let id = "SELECT id FROM _files WHERE file = ?1";
        let id = self.transaction.prepare_cached(id).and_then(|mut s| s.query_row([path], |row| row.get(0)));
        id.map_err(StoreError::sqlite("looking for a file"))
    }
}
