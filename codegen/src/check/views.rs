//! Views: SQLite itself prepares them, in a database in memory that has the tables of the rules and of the house.
//!
//! Nothing but reading is allowed while they are prepared. Each is created as soon as the views that it reads are
//! there, and the model keeps them in that order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Error, ErrorCode};

use crate::ast;
use crate::check::model::{Model, Table, View};
use crate::diag::{Code, Diagnostic, Diagnostics, did_you_mean};
use crate::source::{SourceMap, Span};
use aud_rules_plan::ColumnType;

/// The view as it is declared.
pub(super) fn declared(view: &ast::View) -> View {
    View { name: view.name.node.clone(), doc: view.doc.clone(), sql: view.sql.node.clone(), span: view.sql.span }
}

/// Prepares all views over the tables of the model and those of `schema_sql`, and puts them in an order in which they
/// can be created.
///
/// # Errors
///
/// SQLite does not take `schema_sql`.
pub fn check_views(
    model: &mut Model,
    schema_sql: &str,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> Result<(), Error> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(schema_sql)?;
    for table in &model.tables {
        // A table that can not be created has a name or columns that were reported where it is declared.
        let _ = connection.execute_batch(&create_table(table));
    }
    let views = std::mem::take(&mut model.views);
    let mut preparing =
        Preparing { sources, diagnostics, tables: &model.tables, failed: BTreeSet::new(), what: "view" };
    let views = preparing.in_order(&mut connection, views);
    preparing.check_queries(&mut connection, &model.problems);
    model.views = views;
    Ok(())
}

pub(super) struct Preparing<'a> {
    sources: &'a SourceMap,
    pub(super) diagnostics: &'a mut Diagnostics,
    tables: &'a [Table],
    /// Views with errors; what reads them is not looked at.
    pub(super) failed: BTreeSet<String>,
    /// What messages call what is prepared.
    pub(super) what: &'static str,
}

/// What became of a view.
pub(super) enum Outcome {
    /// It is there; of a query: it can be asked.
    Created,
    /// It reads a table or view that is not there, or not yet.
    Misses(String, Error),
    /// It has a mistake.
    Failed(Diagnostic),
}

impl Preparing<'_> {
    /// Creates the views, each after those that it reads; gives them in that order.
    fn in_order(&mut self, connection: &mut Connection, mut waiting: Vec<View>) -> Vec<View> {
        let mut created: Vec<View> = Vec::new();
        loop {
            let mut still_waiting = Vec::new();
            let mut misses = BTreeMap::new();
            let n_before = waiting.len();
            for view in waiting {
                match self.create(connection, &view) {
                    Outcome::Created => created.push(view),
                    Outcome::Failed(diagnostic) => {
                        self.diagnostics.push(diagnostic);
                        self.failed.insert(view.name);
                    }
                    Outcome::Misses(missing, error) => {
                        misses.insert(view.name.clone(), (missing, error));
                        still_waiting.push(view);
                    }
                }
            }
            waiting = still_waiting;
            if waiting.len() == n_before || waiting.is_empty() {
                self.report_missing(&created, &waiting, &misses);
                return created;
            }
        }
    }

    /// Reports the views that wait for something that never comes.
    pub(super) fn report_missing(
        &mut self,
        created: &[View],
        waiting: &[View],
        misses: &BTreeMap<String, (String, Error)>,
    ) {
        for view in waiting {
            let Some((missing, error)) = misses.get(&view.name) else { continue };
            if self.failed.contains(missing) {
                continue;
            }
            let span = self.place(view, error, missing);
            if !misses.contains_key(missing) {
                let tables = self.tables.iter().map(|table| table.name.as_str());
                let names = created.iter().map(|view| view.name.as_str()).chain(tables);
                let message = format!("there is no table or view `{missing}`");
                let help = did_you_mean(missing, names);
                self.diagnostics.push(Diagnostic::new(Code::BadView, span, message).help(help));
            } else if needs_itself(&view.name, misses) {
                let message = format!("the view `{}` needs itself", view.name);
                self.diagnostics.push(Diagnostic::new(Code::Recursive, span, message));
            }
        }
    }

    fn create(&self, connection: &mut Connection, view: &View) -> Outcome {
        match self.prepare_guarded(connection, view) {
            Outcome::Created => {}
            outcome => return outcome,
        }
        match connection.execute_batch(&format!("CREATE VIEW {} AS {}", quoted(&view.name), view.sql)) {
            Ok(()) => Outcome::Created,
            Err(error) => self.failure(view, &error),
        }
    }

    /// Prepares the statement and lets it do nothing but read.
    pub(super) fn prepare_guarded(&self, connection: &mut Connection, view: &View) -> Outcome {
        // The hook is only there while the view is prepared: creating it writes to the schema.
        let refused = Arc::new(Mutex::new(None));
        let is_guarded = connection.authorizer(Some(Guard::new(&refused).into_hook())).is_ok();
        let outcome = self.prepare(connection, view);
        let refused = refused.lock().ok().and_then(|mut refused| refused.take());
        let outcome = match (outcome, refused) {
            (Outcome::Created | Outcome::Failed(_), Some(refusal)) => self.refused(view, refusal),
            (outcome, _) => outcome,
        };
        let is_free = connection.authorizer(None::<fn(AuthContext<'_>) -> Authorization>).is_ok();
        match outcome {
            Outcome::Created if !(is_guarded && is_free) => {
                let message = format!("the {} `{}` can not be looked at", self.what, view.name);
                Outcome::Failed(Diagnostic::new(Code::BadView, first_token(view, self.sources), message))
            }
            outcome => outcome,
        }
    }

    fn refused(&self, view: &View, refusal: Refusal) -> Outcome {
        let (code, message, word) = match refusal {
            Refusal::Function(name) => {
                let message = format!("the {} `{}` calls `{name}`, which does more than read", self.what, view.name);
                (Code::ViewSideEffect, message, name)
            }
            Refusal::Action => {
                let message = format!("the {} `{}` is not a single `SELECT` that only reads", self.what, view.name);
                (Code::ViewSideEffect, message, String::new())
            }
            Refusal::TooLarge => {
                let message =
                    format!("the {} `{}` reads more than {MAX_READS} columns and tables", self.what, view.name);
                (Code::TooMany, message, String::new())
            }
        };
        let token =
            find_word(&view.sql, &word).and_then(|(start, end)| place_in_source(view, start, end, self.sources));
        let span = token.unwrap_or_else(|| first_token(view, self.sources));
        Outcome::Failed(Diagnostic::new(code, span, message))
    }

    fn prepare(&self, connection: &Connection, view: &View) -> Outcome {
        let span = first_token(view, self.sources);
        let no_select = || {
            let message = format!("the {} `{}` is not a single `SELECT` that only reads", self.what, view.name);
            Outcome::Failed(Diagnostic::new(Code::ViewSideEffect, span, message))
        };
        match connection.prepare(&view.sql) {
            Ok(statement) => {
                let is_select = statement.readonly() && statement.is_explain() == 0 && statement.column_count() > 0;
                if is_select { Outcome::Created } else { no_select() }
            }
            Err(Error::MultipleStatement) => no_select(),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::AuthorizationForStatementDenied) => no_select(),
            Err(error) => match message_of(&error).strip_prefix("no such table: ").map(str::to_owned) {
                Some(missing) => Outcome::Misses(missing.strip_prefix("main.").unwrap_or(&missing).to_owned(), error),
                None => self.failure(view, &error),
            },
        }
    }

    /// Where the first word of a statement stands.
    pub(super) fn start_of(&self, view: &View) -> Span {
        first_token(view, self.sources)
    }

    fn failure(&self, view: &View, error: &Error) -> Outcome {
        let message = message_of(error);
        let word = message.rsplit(": ").next().unwrap_or("").to_owned();
        let span = self.place(view, error, word.rsplit('.').next().unwrap_or(""));
        let columns = self.tables.iter().flat_map(|table| table.columns.iter().map(|column| column.name.as_str()));
        let help = message.starts_with("no such column").then(|| did_you_mean(&word, columns)).flatten();
        let message = format!("SQLite can not prepare the {} `{}`: {message}", self.what, view.name);
        Outcome::Failed(Diagnostic::new(Code::BadView, span, message).help(help))
    }

    /// The token that the error is about: where SQLite says it is, or else where `word` stands.
    fn place(&self, view: &View, error: &Error, word: &str) -> Span {
        let token = match error {
            Error::SqlInputError { offset, .. } if *offset >= 0 => token_at(&view.sql, *offset as usize),
            _ => find_word(&view.sql, word),
        };
        token
            .and_then(|(start, end)| place_in_source(view, start, end, self.sources))
            .unwrap_or_else(|| first_token(view, self.sources))
    }
}

/// Following what each view waits for leads from the view back to it.
fn needs_itself(view: &str, misses: &BTreeMap<String, (String, Error)>) -> bool {
    let mut at = view;
    for _ in 0..misses.len() {
        match misses.get(at) {
            Some((missing, _)) if missing == view => return true,
            Some((missing, _)) => at = missing,
            None => return false,
        }
    }
    false
}

/// Columns, tables and functions that one view may read, each counted in each view that it is read through. Views that
/// read another one twice, and are so read in turn, would come to any number.
const MAX_READS: usize = 10_000;

/// Why a view may not be prepared.
enum Refusal {
    /// It calls a function that does more than compute.
    Function(String),
    /// It does something else than reading.
    Action,
    /// It reads more than [`MAX_READS`].
    TooLarge,
}

/// What SQLite asks about each thing that a statement would do.
struct Guard {
    n_reads: usize,
    refused: Arc<Mutex<Option<Refusal>>>,
}

impl Guard {
    fn new(refused: &Arc<Mutex<Option<Refusal>>>) -> Guard {
        Guard { n_reads: 0, refused: Arc::clone(refused) }
    }

    fn into_hook(mut self) -> impl FnMut(AuthContext<'_>) -> Authorization + Send + 'static {
        move |context| match self.refusal(&context.action) {
            None => Authorization::Allow,
            Some(refusal) => {
                if let Ok(mut refused) = self.refused.lock() {
                    refused.get_or_insert(refusal);
                }
                Authorization::Deny
            }
        }
    }

    fn refusal(&mut self, action: &AuthAction<'_>) -> Option<Refusal> {
        self.n_reads += 1;
        match action {
            _ if self.n_reads > MAX_READS => Some(Refusal::TooLarge),
            AuthAction::Function { function_name } if is_effect(function_name) => {
                Some(Refusal::Function((*function_name).to_owned()))
            }
            AuthAction::Select | AuthAction::Read { .. } | AuthAction::Function { .. } | AuthAction::Recursive => None,
            _ => Some(Refusal::Action),
        }
    }
}

/// The function changes something outside of the statement: it loads code, or keeps a pointer to some.
fn is_effect(function: &str) -> bool {
    ["load_extension", "fts3_tokenizer"].iter().any(|effect| effect.eq_ignore_ascii_case(function))
}

fn message_of(error: &Error) -> &str {
    match error {
        Error::SqlInputError { msg, .. } | Error::SqliteFailure(_, Some(msg)) => msg,
        _ => "the statement can not be used",
    }
}

/// Only what views can see of a table: the names of its columns, and their types for comparisons. It has no `rowid`, as
/// the view that stands for it in a database has none.
fn create_table(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| {
        let ty = match column.ty {
            ColumnType::Text | ColumnType::Json => "TEXT",
            ColumnType::Int | ColumnType::Bool => "INTEGER",
            ColumnType::Real => "REAL",
        };
        format!(", {} {ty}", quoted(&column.name))
    });
    format!("CREATE TABLE {} (file TEXT PRIMARY KEY{}) WITHOUT ROWID", quoted(&table.name), columns.collect::<String>())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The word, number or sign that begins at the offset, or ends the text before it.
fn token_at(sql: &str, offset: usize) -> Option<(usize, usize)> {
    let rest = sql.get(offset..)?;
    let word = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
    let sign = rest.chars().next().map_or(0, char::len_utf8);
    match word.max(sign) {
        0 => {
            let end = sql.trim_end().len();
            let start = sql[..end].rfind(|c: char| !is_word_char(c)).map_or(0, |at| at + 1);
            (start < end).then_some((start, end))
        }
        length => Some((offset, offset + length)),
    }
}

/// Where the word stands on its own.
fn find_word(sql: &str, word: &str) -> Option<(usize, usize)> {
    if word.is_empty() {
        return None;
    }
    sql.match_indices(word)
        .map(|(at, _)| (at, at + word.len()))
        .find(|&(start, end)| !sql[..start].ends_with(is_word_char) && !sql[end..].starts_with(is_word_char))
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The range of the `SELECT` in the rule file, where its lines are indented.
fn place_in_source(view: &View, start: usize, end: usize, sources: &SourceMap) -> Option<Span> {
    let file = &sources.file(view.span.file).text;
    let written = file.get(view.span.start as usize..view.span.end as usize)?;
    let line_index = view.sql.get(..start)?.matches('\n').count();
    let line_start = view.sql[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = view.sql.lines().nth(line_index)?;
    let mut skipped = 0;
    let mut lines = written.split_inclusive('\n').filter_map(|written_line| {
        let at = skipped;
        skipped += written_line.len();
        Some(at + written_line.find(line)?)
    });
    // A line of the same text may stand before: as many of them as in the `SELECT` itself.
    let n_before = view.sql.lines().take(line_index).filter(|before| before.contains(line)).count();
    let at = view.span.start as usize + lines.nth(n_before)? + (start - line_start);
    Some(Span { file: view.span.file, start: at as u32, end: (at + end - start) as u32 })
}

/// The first word of the `SELECT`: for what is wrong with all of it.
fn first_token(view: &View, sources: &SourceMap) -> Span {
    let start = view.sql.len() - view.sql.trim_start().len();
    let token = token_at(&view.sql, start).and_then(|(start, end)| place_in_source(view, start, end, sources));
    token.unwrap_or(view.span)
}
