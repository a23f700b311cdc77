//! From the rows of files to changes of the database: a file is taken in, replaced or removed as a whole.

use aud_rules_plan::{RuleId, Table};
use rusqlite::types::Null;
use rusqlite::{Connection, OptionalExtension, Statement, ToSql, Transaction, TransactionBehavior, params};
use rustc_hash::FxHashMap;

use super::places::spread;
use super::{Contents, StoreError};
use crate::input::errors::FileError;
use crate::segment::FileRow;
use crate::segment::facts::{Cell, RowRef};

/// Number of the error that the flow of data was not followed to its end, before those of paths.
const FLOW_ERROR: i64 = i64::MIN;

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

/// The one transaction of a run. Nothing of it is kept before [`Session::commit`].
pub struct Session<'c> {
    pub(super) transaction: Transaction<'c>,
    tables: Vec<TableWriter<'c>>,
    scopes: Scopes<'c>,
    file: Statement<'c>,
    error: Statement<'c>,
    metric: Statement<'c>,
    /// Numbers of files that were placed and not written yet.
    pub(super) placed: FxHashMap<String, i64>,
    n_files: i64,
    is_new: bool,
    pub(super) is_changed: bool,
}

/// Puts the rows of one table in.
struct TableWriter<'c> {
    connection: &'c Connection,
    def: &'c Table,
    /// Of each column, whether its texts are stored in `_scopes`.
    is_scope: Vec<bool>,
    /// Prepared when there is a first row: most tables have none in most runs.
    insert: Option<Statement<'c>>,
    /// Prepared when there is a first file to be removed.
    delete: Option<Statement<'c>>,
    /// Rows of the file that is being written.
    n_of_file: i64,
    /// Rows of all files.
    n_rows: i64,
}

/// Numbers the scopes of the file that is being written.
struct Scopes<'c> {
    insert: Statement<'c>,
    delete: Statement<'c>,
    numbers: FxHashMap<Box<str>, i64>,
    n_rows: i64,
}

impl<'c> Session<'c> {
    pub(super) fn begin(connection: &'c Connection, contents: Contents<'c>, is_new: bool) -> Result<Self, StoreError> {
        let begun = Transaction::new_unchecked(connection, TransactionBehavior::Immediate);
        let transaction = begun.map_err(StoreError::sqlite("beginning the transaction"))?;
        let prepare = |sql: &str| connection.prepare(sql).map_err(StoreError::sqlite(format!("preparing `{sql}`")));
        let n_before = |table: &str| if is_new { Ok(0) } else { n_rows_before(connection, table) };
        let tables = contents.matcher.tables().iter().map(|def| {
            Ok(TableWriter {
                connection,
                def,
                is_scope: def.columns.iter().map(|column| column.is_scope()).collect(),
                insert: None,
                delete: None,
                n_of_file: 0,
                n_rows: n_before(&format!("_{}", def.name))?,
            })
        });
        let mut session = Session {
            tables: tables.collect::<Result<_, StoreError>>()?,
            scopes: Scopes {
                insert: prepare(&insert_sql("_scopes", &["_file", "_row", "name"]))?,
                delete: prepare("DELETE FROM _scopes WHERE _file = ?1")?,
                numbers: FxHashMap::default(),
                n_rows: n_before("_scopes")?,
            },
            file: prepare(&insert_sql(
                "_files",
                &[
                    "id",
                    "file",
                    "module",
                    "category",
                    "suffix",
                    "encoding",
                    "sha256",
                    "size_bytes",
                    "line_count",
                    "node_count",
                ],
            ))?,
            error: prepare(&insert_sql(
                "_extraction_errors",
                &["file", "_row", "line", "end_line", "column", "stage", "message"],
            ))?,
            metric: prepare(&insert_sql("extraction_metrics", &["rule", "metric", "value"]))?,
            placed: FxHashMap::default(),
            n_files: n_before("_files")?,
            is_new,
            is_changed: is_new,
            transaction,
        };
        if is_new {
            session.add_rules(contents)?;
        }
        Ok(session)
    }

    /// Gives each new file its place among the others, so that rows come in the order of paths. `paths` are sorted; those
    /// of files that are there already keep their place. Better once for all than one by one: the room is divided evenly.
    ///
    /// # Errors
    ///
    /// [`StoreError::NoRoom`] when the database has to be written anew.
    pub fn place<'p>(&mut self, paths: impl IntoIterator<Item = &'p str>) -> Result<(), StoreError> {
        let doing = || StoreError::sqlite("looking for the place of a file");
        let sql = "SELECT id, file = ?1 FROM _files WHERE file >= ?1 ORDER BY file LIMIT 1";
        let mut following = self.transaction.prepare(sql).map_err(doing())?;
        let sql = "SELECT max(id) FROM _files WHERE id < ifnull(?1, 9223372036854775807)";
        let mut preceding = self.transaction.prepare(sql).map_err(doing())?;
        let mut gaps: Vec<(Option<i64>, Vec<&str>)> = Vec::new();
        for path in paths {
            let next = following.query_row([path], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?)));
            let next = match next.optional().map_err(doing())? {
                Some((_, true)) => continue,
                next => next.map(|(id, _)| id),
            };
            match gaps.last_mut() {
                Some((high, paths)) if *high == next => paths.push(path),
                _ => gaps.push((next, vec![path])),
            }
        }
        for (high, paths) in gaps {
            let low: Option<i64> = preceding.query_row([high], |row| row.get(0)).map_err(doing())?;
            let ids = spread(low, high, paths.len()).ok_or(StoreError::NoRoom)?;
            self.placed.extend(paths.into_iter().map(str::to_owned).zip(ids));
        }
        Ok(())
    }

    /// Takes in what a file gives, instead of what it gave before. Its calls and classes stay as they are. A file that was not placed is placed now.
    ///
    /// # Errors
    ///
    /// When a table does not take a row, the disk is full, or there is no room for a new file.
    pub fn replace_file<'r>(
        &mut self,
        file: &FileRow,
        errors: &[FileError],
        rows: impl IntoIterator<Item = RowRef<'r>>,
    ) -> Result<(), StoreError> {
        let id = match self.remove_rows(&file.file)? {
            Some(id) => id,
            None => {
                if !self.placed.contains_key(&file.file) {
                    self.place([file.file.as_str()])?;
                }
                self.placed.remove(&file.file).ok_or(StoreError::NoRoom)?
            }
        };
        self.is_changed = true;
        self.add_file(id, file)?;
        for (number, error) in (0..).zip(errors) {
            self.add_error(&file.file, number, error)?;
        }
        self.scopes.numbers.clear();
        self.tables.iter_mut().for_each(|table| table.n_of_file = 0);
        for row in rows {
            let table = &mut self.tables[row.table().index()];
            table.add(id, row, &mut self.scopes).map_err(|source| {
                let doing = format!("adding a row to `{}`", table.def.name);
                StoreError::Sqlite { doing, source }
            })?;
        }
        Ok(())
    }

    /// Removes a file and all that it gave; the number that it had, when it was there.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn remove_file(&mut self, path: &str) -> Result<Option<i64>, StoreError> {
        let id = self.remove_rows(path)?;
        if let Some(id) = id {
            self.remove_relations(id)?;
        }
        Ok(id)
    }

    /// As [`Session::remove_file`], but its calls and classes stay.
    fn remove_rows(&mut self, path: &str) -> Result<Option<i64>, StoreError> {
        if self.is_new {
            return Ok(None);
        }
        let doing = || StoreError::sqlite("removing a file");
        let removed = "DELETE FROM _files WHERE file = ?1 RETURNING id";
        let id =
            self.transaction.prepare_cached(removed).and_then(|mut s| s.query_row([path], |row| row.get(0)).optional());
        let Some(id): Option<i64> = id.map_err(doing())? else { return Ok(None) };
        self.is_changed = true;
        self.n_files -= 1;
        for table in &mut self.tables {
            table.remove(id).map_err(doing())?;
        }
        self.scopes.n_rows -= signed(self.scopes.delete.execute([id]).map_err(doing())? as u64);
        let record = "DELETE FROM _extraction_cache WHERE id = ?1";
        self.transaction.prepare_cached(record).and_then(|mut s| s.execute([id])).map_err(doing())?;
        let errors = "DELETE FROM _extraction_errors WHERE file = ?1 AND _row >= 0";
        self.transaction.prepare_cached(errors).and_then(|mut s| s.execute([path])).map_err(doing())?;
        Ok(Some(id))
    }

    /// Writes down, instead of what was written before, the paths that could not be looked at.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_path_errors(&mut self, errors: &[(&str, &FileError)]) -> Result<(), StoreError> {
        self.is_changed = true;
        let old =
            self.transaction.execute("DELETE FROM _extraction_errors WHERE _row < 0 AND _row <> ?1", [FLOW_ERROR]);
        old.map_err(StoreError::sqlite("removing old errors"))?;
        let n = i64::try_from(errors.len()).unwrap_or(i64::MAX);
        (0..).zip(errors).try_for_each(|(number, (path, error))| self.add_error(path, number - n, error))
    }

    /// Writes down, instead of what was written before, that the flow of data was not followed to its end; its path is that
    /// of the root.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_flow_error(&mut self, error: Option<&FileError>) -> Result<(), StoreError> {
        let old = self.transaction.execute("DELETE FROM _extraction_errors WHERE _row = ?1", [FLOW_ERROR]);
        let n_removed = old.map_err(StoreError::sqlite("removing an old error"))?;
        self.is_changed |= n_removed > 0 || error.is_some();
        error.map_or(Ok(()), |error| self.add_error(".", FLOW_ERROR, error))
    }

    /// Writes the measures of this run instead of those of the one before.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_metrics<'m>(&mut self, metrics: impl IntoIterator<Item = Metric<'m>>) -> Result<(), StoreError> {
        self.is_changed = true;
        let old = self.transaction.execute("DELETE FROM extraction_metrics", []);
        old.map_err(StoreError::sqlite("removing old metrics"))?;
        for row in metrics {
            let values = params![row.rule, row.metric, row.value];
            self.metric.execute(values).map_err(StoreError::sqlite("adding a metric"))?;
        }
        Ok(())
    }

    /// Keeps what was done. When that is nothing the file is not touched, and the answer is `false`.
    ///
    /// # Errors
    ///
    /// When the disk is full, or readers do not leave for long.
    pub fn commit(self) -> Result<bool, StoreError> {
        if !self.is_changed {
            return Ok(false);
        }
        self.write_statistics().map_err(StoreError::sqlite("writing the statistics"))?;
        self.transaction.commit().map_err(StoreError::sqlite("ending the transaction"))?;
        Ok(true)
    }

    fn add_file(&mut self, id: i64, row: &FileRow) -> Result<(), StoreError> {
        let name = row.file.rsplit('/').next().unwrap_or(&row.file);
        let suffix = name.rfind('.').filter(|&at| at > 0).map_or("", |at| &name[at..]);
        let values: [&dyn ToSql; 10] = [
            &id,
            &row.file,
            &row.module,
            &row.category.name(),
            &suffix,
            &row.encoding,
            &row.sha256,
            &row.size.map(signed),
            &row.n_lines.map(signed),
            &row.n_nodes.map(signed),
        ];
        self.n_files += 1;
        self.file.execute(values).map(drop).map_err(StoreError::sqlite("adding a file"))
    }

    fn add_error(&mut self, file: &str, number: i64, error: &FileError) -> Result<(), StoreError> {
        let values: [&dyn ToSql; 7] =
            [&file, &number, &error.line, &error.end_line, &error.column, &error.stage.name(), &error.message];
        self.error.execute(values).map(drop).map_err(StoreError::sqlite("adding an error"))
    }

    fn add_rules(&mut self, contents: Contents<'_>) -> Result<(), StoreError> {
        let columns = ["name", "table_name", "doc", "tags", "stage", "is_enabled", "file", "line"];
        let sql = insert_sql("rules", &columns);
        let mut statement = self.transaction.prepare(&sql).map_err(StoreError::sqlite("preparing the rules"))?;
        for (index, rule) in contents.matcher.rules().iter().enumerate() {
            let tags = serde_json::Value::from(rule.tags.as_slice()).to_string();
            let table = rule.table().map(|table| &contents.matcher.tables()[table.index()].name);
            let is_enabled = contents.enabled.contains(RuleId::at(index));
            let stage = rule.stage.name();
            let values = params![rule.name, table, rule.doc, tags, stage, is_enabled, rule.at.file, rule.at.line];
            statement.execute(values).map_err(StoreError::sqlite("adding a rule"))?;
        }
        Ok(())
    }

    /// Tells SQLite how many rows there are, in all and for a file, so that it knows what to look up in what. This is what
    /// `ANALYZE` would find, without looking.
    fn write_statistics(&self) -> rusqlite::Result<()> {
        self.transaction.execute("DELETE FROM sqlite_stat1", [])?;
        let mut insert = self.transaction.prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)")?;
        let n_files = self.n_files.max(1);
        insert.execute(params!["_files", "sqlite_autoindex__files_1", format!("{n_files} 1")])?;
        let tables = self.tables.iter().map(|table| (format!("_{}", table.def.name), table.n_rows));
        for (table, n_rows) in tables.chain([("_scopes".to_owned(), self.scopes.n_rows)]) {
            let n_of_file = (n_rows / n_files).max(1);
            insert.execute(params![table, table, format!("{} {n_of_file} 1", n_rows.max(1))])?;
        }
        Ok(())
    }
}

impl TableWriter<'_> {
    fn add(&mut self, file: i64, row: RowRef<'_>, scopes: &mut Scopes<'_>) -> rusqlite::Result<()> {
        let insert = match &mut self.insert {
            Some(insert) => insert,
            none => none.insert(self.connection.prepare(&insert_rows_sql(self.def))?),
        };
        insert.raw_bind_parameter(1, file)?;
        insert.raw_bind_parameter(2, self.n_of_file)?;
        for (at, cell) in row.cells().enumerate() {
            let parameter = at + 3;
            match cell {
                Cell::Null => insert.raw_bind_parameter(parameter, Null)?,
                Cell::Int(int) => insert.raw_bind_parameter(parameter, int)?,
                Cell::Real(real) => insert.raw_bind_parameter(parameter, real)?,
                Cell::Text(text) if self.is_scope[at] => {
                    insert.raw_bind_parameter(parameter, scopes.number(file, text)?)?;
                }
                Cell::Text(text) => insert.raw_bind_parameter(parameter, text)?,
            }
        }
        insert.raw_execute()?;
        self.n_of_file += 1;
        self.n_rows += 1;
        Ok(())
    }

    /// Removes the rows of a file.
    fn remove(&mut self, file: i64) -> rusqlite::Result<()> {
        let delete = match &mut self.delete {
            Some(delete) => delete,
            none => {
                let sql = format!("DELETE FROM \"_{}\" WHERE _file = ?1", self.def.name);
                none.insert(self.connection.prepare(&sql)?)
            }
        };
        self.n_rows -= signed(delete.execute([file])? as u64);
        Ok(())
    }
}

impl Scopes<'_> {
    /// The number of a scope in the file, which is written down when it is new.
    fn number(&mut self, file: i64, name: &str) -> rusqlite::Result<i64> {
        if let Some(&number) = self.numbers.get(name) {
            return Ok(number);
        }
        let number = signed(self.numbers.len() as u64);
        self.insert.execute(params![file, number, name])?;
        self.numbers.insert(name.into(), number);
        self.n_rows += 1;
        Ok(number)
    }
}

/// Number of rows of a table, as the run before wrote it down.
fn n_rows_before(connection: &Connection, table: &str) -> Result<i64, StoreError> {
    let stat = connection.query_row("SELECT stat FROM sqlite_stat1 WHERE tbl = ?1", [table], |row| row.get(0));
    let stat: Option<String> = stat.optional().map_err(StoreError::sqlite("reading the statistics"))?;
    let first = stat.as_deref().and_then(|stat| stat.split(' ').next());
    Ok(first.and_then(|first| first.parse().ok()).unwrap_or(0))
}

/// The statement that adds a row to a table of the rules.
fn insert_rows_sql(def: &Table) -> String {
    let columns = ["_file", "_row"].into_iter().chain(def.columns.iter().map(|column| column.name.as_str()));
    insert_sql(&format!("_{}", def.name), &columns.collect::<Vec<_>>())
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
