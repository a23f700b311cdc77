//! From the segment of one file and the project to the rows that go into the database.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use aud_rules_plan::{RuleHead, RuleId, Table, TableId};
use bumpalo::Bump;
use rustc_hash::FxHasher;

use super::IndexError;
use super::extract::internal_error;
use crate::input::errors::{ErrorStage, FileError};
use crate::modules::{ModuleId, ModuleMap};
use crate::output::keys::settle;
use crate::project::decide::{Thaw, answers};
use crate::project::values::Values;
use crate::project::{Project, Trace};
use crate::rules::matcher::Matcher;
use crate::segment::bytes::SegmentBytes;
use crate::segment::effects::{DecidedEffects, Said};
use crate::segment::facts::{RowRef, Rows, push_decided};
use crate::segment::graph::Place;
use crate::segment::question::{OwnedQuestion, OwnedValueQuestion};
use crate::segment::record::{PathHash, SettledRecord};
use crate::segment::store::{Extent, SegmentReader, SegmentWriter};
use crate::segment::{Facts, FileRow};
use crate::value::Value;

/// What settling a file gives.
pub(super) enum Settled {
    /// Its rows are those that are in the database. The modules that were looked into for its answers may be others.
    AsBefore(Vec<PathHash>),
    /// Its rows are others, or not there yet.
    Anew(Box<SettledFile>),
}

/// A file whose rows are all decided.
pub(super) struct SettledFile {
    /// Its row of `files`.
    pub(super) row: FileRow,
    /// What could not be understood or taken, by line.
    pub(super) errors: Vec<FileError>,
    /// Its rows.
    pub(super) rows: Rows,
    /// Which of them are to be written, in order.
    pub(super) kept: Vec<usize>,
    /// How they were settled.
    pub(super) record: SettledRecord,
    /// Time that it took.
    pub(super) time: Duration,
}

/// A thread's means to settle files.
pub(super) struct Settler<'w, 'v> {
    matcher: &'w dyn Matcher,
    modules: &'w ModuleMap,
    project: &'w Project<'w>,
    /// What values can be.
    values: &'w Mutex<Values<'v>>,
    /// None when the file of segments can not be opened again.
    reader: Option<SegmentReader>,
    bytes: Vec<u8>,
    arena: Bump,
}

impl<'w, 'v> Settler<'w, 'v> {
    pub(super) fn new(
        matcher: &'w dyn Matcher,
        modules: &'w ModuleMap,
        project: &'w Project<'w>,
        values: &'w Mutex<Values<'v>>,
        segments: &SegmentWriter,
    ) -> Self {
        let reader = segments.reader().ok();
        Settler { matcher, modules, project, values, reader, bytes: Vec::new(), arena: Bump::new() }
    }

    /// Settles the file of `module`, whose segment stands at `extent`. When the answers to its questions are those of `before`, its rows
    /// are in the database already.
    ///
    /// # Errors
    ///
    /// When the segment is not what was written.
    pub(super) fn settle(
        &mut self,
        module: ModuleId,
        extent: Extent,
        before: Option<&SettledRecord>,
    ) -> Result<Settled, IndexError> {
        let start = Instant::now();
        let is_whole = self.reader.as_mut().is_some_and(|reader| reader.read(extent, &mut self.bytes));
        let parts = SegmentBytes::of(&self.bytes).ok().filter(|_| is_whole).ok_or(IndexError::Damaged)?;
        let head = parts.head().map_err(|_| IndexError::Damaged)?;
        let facts = parts.facts(self.modules).map_err(|_| IndexError::Damaged)?;
        self.arena.reset();
        let (rows, mut errors, mut record) = match self.decide_or_fail(module, &facts, before) {
            Decided::AsBefore(read) => return Ok(Settled::AsBefore(read)),
            Decided::Anew(rows, errors, record) => (rows, errors, record),
        };
        let kept = settle_tables(&rows, self.matcher.tables(), self.matcher.rules(), &mut errors);
        record.rows = rows_of_rules(&rows, &kept);
        errors.extend(head.errors);
        errors.sort_by_key(|error| (error.line, error.column, error.stage));
        let time = start.elapsed();
        Ok(Settled::Anew(Box::new(SettledFile { row: head.row, errors, rows, kept, record, time })))
    }

    /// What the rules of a file say beside rows, as far as its conditions hold.
    ///
    /// # Errors
    ///
    /// When the segment is not what was written.
    pub(super) fn effects(&mut self, module: ModuleId, extent: Extent) -> Result<DecidedEffects, IndexError> {
        let is_whole = self.reader.as_mut().is_some_and(|reader| reader.read(extent, &mut self.bytes));
        let parts = SegmentBytes::of(&self.bytes).ok().filter(|_| is_whole).ok_or(IndexError::Damaged)?;
        let Said { effects, waiting } = parts.said(self.modules).map_err(|_| IndexError::Damaged)?;
        self.arena.reset();
        let answers = Answers { module, project: self.project, values: self.values, arena: &self.arena };
        let answers = answers.of(&waiting.questions, &Trace::default());
        let mut thaw = Thaw::of(&waiting, &answers, self.project.constants(), &self.arena);
        Ok(effects.decide(|guards| thaw.hold(guards)))
    }

    /// A failure of the program is an error of the file; its rows are lost with it.
    fn decide_or_fail(&self, module: ModuleId, facts: &Facts, before: Option<&SettledRecord>) -> Decided {
        let attempt = catch_unwind(AssertUnwindSafe(|| {
            let answers = Answers { module, project: self.project, values: self.values, arena: &self.arena };
            decide(facts, before, &answers, self.modules, self.matcher.tables())
        }));
        attempt.unwrap_or_else(|panic| {
            Decided::Anew(Rows::default(), vec![internal_error(panic.as_ref())], SettledRecord::default())
        })
    }
}

/// What deciding the rows of a file gives.
enum Decided {
    AsBefore(Vec<PathHash>),
    Anew(Rows, Vec<FileError>, SettledRecord),
}

/// Who answers the questions of a file.
struct Answers<'s, 'v> {
    module: ModuleId,
    project: &'s Project<'s>,
    values: &'s Mutex<Values<'v>>,
    arena: &'s Bump,
}

impl<'s> Answers<'s, '_> {
    /// The answers to all questions of the file. What values can be is asked by one thread at a time.
    fn of(&self, questions: &[OwnedQuestion], trace: &Trace) -> Vec<Value<'s>> {
        let about_values: Vec<(Place, &OwnedValueQuestion)> = questions.iter().filter_map(about_value).collect();
        let mut known = Vec::new().into_iter();
        if !about_values.is_empty() {
            let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
            let file = values.file(self.module);
            let answer = |&(at, asks): &(Place, &OwnedValueQuestion)| values.answer(&file, at, asks, self.arena);
            known = about_values.iter().map(answer).collect::<Vec<_>>().into_iter();
        }
        answers(questions, self.project, trace, self.arena, &mut |_, _| known.next().unwrap_or_default())
    }
}

fn about_value(question: &OwnedQuestion) -> Option<(Place, &OwnedValueQuestion)> {
    match question {
        OwnedQuestion::Value { at, asks } => Some((*at, asks)),
        _ => None,
    }
}

fn decide(
    facts: &Facts,
    before: Option<&SettledRecord>,
    answers: &Answers<'_, '_>,
    modules: &ModuleMap,
    tables: &[Table],
) -> Decided {
    let (project, arena) = (answers.project, answers.arena);
    let trace = Trace::default();
    let questions = &facts.waiting.questions;
    let asks_values = questions.iter().any(|question| about_value(question).is_some());
    let answers = answers.of(questions, &trace);
    let hash = (!answers.is_empty()).then(|| hash_of(&answers, &trace));
    let mut read: Vec<PathHash> = trace.read().into_iter().map(|module| PathHash::of(modules.path(module))).collect();
    read.sort_unstable();
    if before.is_some_and(|before| before.answers == hash) {
        return Decided::AsBefore(read);
    }
    let mut rows = Rows::default();
    let mut errors: Vec<FileError> = trace.errors_beside(facts.limits).collect();
    let mut thaw = Thaw::of(&facts.waiting, &answers, project.constants(), arena);
    let mut decided = (0..).zip(facts.rows.iter()).peekable();
    for (n_before, row) in &facts.open {
        while let Some((_, before)) = decided.next_if(|(place, _)| place < n_before) {
            rows.push(before.table(), before.made_by(), before.cells());
        }
        let table = &tables[row.table.index()];
        let is_whole = thaw.row(row, &mut |cells| {
            if let Err(refusal) = push_decided(&mut rows, table, row.table, row.of, cells) {
                errors.extend(refusal.error(row.of.is_near_damage));
            }
        });
        if is_whole.is_err() {
            let message = format!("rows of `{}` are left out: too many members of lists are looked at", table.name);
            errors.push(FileError::on_line(ErrorStage::Limit, row.of.range.start.line, message));
        }
    }
    if thaw.is_cut() {
        let message = "rows are left out: too many members of lists are looked at";
        errors.push(FileError::of_file(ErrorStage::Limit, message.to_owned()));
    }
    decided.for_each(|(_, row)| rows.push(row.table(), row.made_by(), row.cells()));
    Decided::Anew(rows, errors, SettledRecord { answers: hash, read, asks_values, rows: Vec::new() })
}

/// Of the answers and of the limits that cut them: equal when the rows are.
fn hash_of(answers: &[Value<'_>], trace: &Trace) -> u64 {
    let mut hasher = FxHasher::default();
    answers.iter().for_each(|&answer| hash_answer(answer, &mut hasher));
    trace.hash_limits(&mut hasher);
    hasher.finish()
}

fn hash_answer(answer: Value<'_>, hasher: &mut FxHasher) {
    match answer {
        Value::Text(text) => text.hash(hasher),
        Value::Bool(bool) => bool.hash(hasher),
        Value::Int(int) => int.hash(hasher),
        Value::List(members) => {
            members.len().hash(hasher);
            members.iter().for_each(|&member| hash_answer(member, hasher));
        }
        // An answer is a truth value, a text, a whole number, a list of these or nothing.
        _ => hasher.write_u8(2),
    }
}

/// The rows that stay, table by table; of rows with one key the first.
fn settle_tables(rows: &Rows, tables: &[Table], rules: &[RuleHead], errors: &mut Vec<FileError>) -> Vec<usize> {
    let mut kept = Vec::with_capacity(rows.len());
    for (table, indexes) in by_table(rows) {
        let of_table: Vec<RowRef<'_>> = indexes.iter().map(|&index| rows.get(index)).collect();
        let settled = settle(&of_table, &tables[table.index()], rules);
        kept.extend(settled.kept.into_iter().map(|at| indexes[at]));
        errors.extend(settled.clashes);
    }
    kept
}

fn by_table(rows: &Rows) -> BTreeMap<TableId, Vec<usize>> {
    let mut tables: BTreeMap<TableId, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        tables.entry(row.table()).or_default().push(index);
    }
    tables
}

fn rows_of_rules(rows: &Rows, kept: &[usize]) -> Vec<(RuleId, u64)> {
    let mut counts: BTreeMap<RuleId, u64> = BTreeMap::new();
    for &index in kept {
        *counts.entry(rows.get(index).rule()).or_default() += 1;
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests;
