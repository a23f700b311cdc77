//! What a worker makes of one file: rows that are settled, rows that wait for other files, errors; and later, of the
//! rows that waited, those that hold.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use bumpalo::Bump;
use tree_sitter::Parser;

use crate::input::discover::FoundFile;
use crate::input::errors::{ErrorStage, FileError};
use crate::input::text::{Limits, read_source};
use crate::modules::ModuleId;
use crate::output::keys::settle;
use crate::output::sqlite::FileRow;
use crate::project::Project;
use crate::resolve::limits::{LimitSet, LimitsHit};
use crate::rules::examine::{Engine, Examined};
use crate::segment::facts::{RowRef, Rows, push_decided};
use crate::segment::interface::ModuleInterface;
use crate::segment::open::{self, DeferredRow, OwnedQuestion};
use crate::syntax::language::parser;
use aud_rules_plan::{RuleHead, Table, TableId};

/// Everything that one file gives.
pub(super) struct FileFacts {
    /// Its row of `files`.
    pub(super) row: FileRow,
    /// What could not be understood.
    pub(super) errors: Vec<FileError>,
    /// Rows that are decided.
    pub(super) rows: Rows,
    /// Which of them are to be written.
    pub(super) kept: Vec<usize>,
    /// Tables with rows that wait for other files.
    pub(super) open: Option<Held>,
    /// What other files may ask about it; nothing when it could not be examined.
    pub(super) summary: Option<ModuleInterface>,
    /// What it cost.
    pub(super) effort: Effort,
}

/// What a file cost.
#[derive(Default)]
pub(super) struct Effort {
    /// Nodes in the parser's tree.
    pub(super) n_nodes: u64,
    /// Nodes that the pass visited.
    pub(super) n_visited: u64,
    /// How often each rule was given a node.
    pub(super) candidates: Vec<u64>,
    /// Time in the parser.
    pub(super) parse: Duration,
    /// Time in the pass and the rules.
    pub(super) walk: Duration,
}

/// The open rows of a file, and the decided rows that they may clash with, in the order in which they were made.
pub(super) struct Held {
    /// The decided ones.
    rows: Rows,
    /// Of each decided one, how many decided rows of the file stand before it.
    places: Vec<usize>,
    /// The open ones, with the number of decided rows of the file before them.
    open: Vec<(usize, DeferredRow)>,
    /// What the open ones ask the project.
    questions: Vec<OwnedQuestion>,
    /// Limits that are errors of the file already.
    limits: LimitSet,
}

/// The rows that waited, decided.
#[derive(Default)]
pub(super) struct Decided {
    /// The rows.
    pub(super) rows: Rows,
    /// Which of them are to be written.
    pub(super) kept: Vec<usize>,
    /// Rows that could not be taken.
    pub(super) errors: Vec<FileError>,
    /// Time that it took.
    pub(super) time: Duration,
}

/// A thread that examines files.
pub(super) struct Worker<'w> {
    engine: &'w Engine<'w>,
    limits: &'w Limits,
    parser: Parser,
    arena: Bump,
}

impl<'w> Worker<'w> {
    pub(super) fn new(engine: &'w Engine<'w>, limits: &'w Limits) -> Self {
        Worker { engine, limits, parser: parser(), arena: Bump::new() }
    }

    /// Reads and examines a file. A failure of the program in it is an error of the file.
    pub(super) fn examine(&mut self, file: &FoundFile, module: ModuleId) -> FileFacts {
        let source = read_source(&file.real, &file.path, self.limits);
        let row = FileRow {
            file: file.path.clone(),
            module: self.engine.modules.name(module).to_owned(),
            category: source.category,
            encoding: source.encoding,
            sha256: source.sha256,
            size: source.size,
            n_lines: source.n_lines,
            n_nodes: None,
        };
        let mut facts = FileFacts {
            row,
            errors: source.errors,
            rows: Rows::default(),
            kept: Vec::new(),
            open: None,
            summary: None,
            effort: Effort::default(),
        };
        let Some(text) = source.text else { return facts };
        match catch_unwind(AssertUnwindSafe(|| self.examine_text(module, &text, &mut facts))) {
            Ok(()) => facts,
            Err(panic) => {
                self.parser = parser();
                facts.errors.push(internal_error(panic.as_ref()));
                FileFacts { rows: Rows::default(), kept: Vec::new(), open: None, ..facts }
            }
        }
    }

    fn examine_text(&mut self, module: ModuleId, text: &str, facts: &mut FileFacts) {
        self.arena.reset();
        let start = Instant::now();
        let parsed = self.parser.parse(text, None).expect("parsing is never cancelled and the language is set");
        facts.effort.parse = start.elapsed();
        let examined = self.engine.examine_parsed(&parsed, module, text, &self.arena);
        let Examined { rows, deferred, questions, errors, limits, summary, candidates, n_nodes, n_visited } = examined;
        facts.row.n_nodes = Some(n_nodes);
        facts.effort.n_nodes = n_nodes;
        facts.effort.n_visited = n_visited;
        facts.effort.candidates = candidates;
        facts.summary = Some(summary);
        facts.errors.extend(errors);
        let matcher = self.engine.matcher;
        let (kept, mut open) =
            settle_decided(&rows, deferred, questions, matcher.tables(), matcher.rules(), &mut facts.errors);
        if let Some(held) = &mut open {
            held.limits = limits;
        }
        facts.rows = rows;
        facts.kept = kept;
        facts.open = open;
        facts.effort.walk = start.elapsed() - facts.effort.parse;
    }
}

/// Decides the rows of a file that waited for others. A failure of the program is an error of the file; its rows of these
/// tables are lost with it.
pub(super) fn decide(
    project: &Project<'_>,
    held: &Held,
    tables: &[Table],
    rules: &[RuleHead],
    arena: &mut Bump,
) -> Decided {
    arena.reset();
    let start = Instant::now();
    let attempt = catch_unwind(AssertUnwindSafe(|| held.decide(project, tables, arena)));
    let (rows, mut errors) = attempt.unwrap_or_else(|panic| (Rows::default(), vec![internal_error(panic.as_ref())]));
    let mut kept = Vec::new();
    for (table, indexes) in by_table(&rows) {
        settle_table(&rows, &indexes, &tables[table.index()], rules, &mut kept, &mut errors);
    }
    Decided { rows, kept, errors, time: start.elapsed() }
}

impl Held {
    fn decide(&self, project: &Project<'_>, tables: &[Table], arena: &Bump) -> (Rows, Vec<FileError>) {
        let mut rows = Rows::default();
        let mut errors = Vec::new();
        let limits = LimitsHit::default();
        let answers = open::answers(&self.questions, project, &limits, arena);
        let mut decided = self.places.iter().zip(self.rows.iter()).peekable();
        for (n_before, row) in &self.open {
            while let Some((_, before)) = decided.next_if(|(place, _)| *place < n_before) {
                rows.push(before.table(), before.made_by(), before.cells());
            }
            let Some(cells) = open::decide(row, &answers, project.constants(), arena) else { continue };
            if let Err(refusal) = push_decided(&mut rows, &tables[row.table.index()], row.table, row.of, &cells) {
                errors.extend(refusal.error(row.of.is_near_damage));
            }
        }
        for (_, row) in decided {
            rows.push(row.table(), row.made_by(), row.cells());
        }
        errors.extend(limits.errors_beside(self.limits));
        (rows, errors)
    }
}

/// Settles the tables of a file that have no open row or no key. A table with both is held back whole: which of two rows
/// with one key stays is known when both are decided.
fn settle_decided(
    rows: &Rows,
    open: Vec<(usize, DeferredRow)>,
    questions: Vec<OwnedQuestion>,
    tables: &[Table],
    rules: &[RuleHead],
    errors: &mut Vec<FileError>,
) -> (Vec<usize>, Option<Held>) {
    let waiting: BTreeSet<TableId> = open.iter().map(|(_, row)| row.table).collect();
    let mut kept = Vec::new();
    let mut places = Vec::new();
    for (table, indexes) in by_table(rows) {
        if waiting.contains(&table) && !tables[table.index()].unique.is_empty() {
            places.extend(indexes);
        } else {
            settle_table(rows, &indexes, &tables[table.index()], rules, &mut kept, errors);
        }
    }
    if open.is_empty() {
        return (kept, None);
    }
    places.sort_unstable();
    let mut held = Rows::default();
    for &place in &places {
        let row = rows.get(place);
        held.push(row.table(), row.made_by(), row.cells());
    }
    (kept, Some(Held { rows: held, places, open, questions, limits: LimitSet::default() }))
}

fn by_table(rows: &Rows) -> BTreeMap<TableId, Vec<usize>> {
    let mut tables: BTreeMap<TableId, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        tables.entry(row.table()).or_default().push(index);
    }
    tables
}

fn settle_table(
    rows: &Rows,
    indexes: &[usize],
    def: &Table,
    rules: &[RuleHead],
    kept: &mut Vec<usize>,
    errors: &mut Vec<FileError>,
) {
    let of_table: Vec<RowRef<'_>> = indexes.iter().map(|&index| rows.get(index)).collect();
    let settled = settle(&of_table, def, rules);
    kept.extend(settled.kept.into_iter().map(|at| indexes[at]));
    errors.extend(settled.clashes);
}

fn internal_error(panic: &(dyn Any + Send)) -> FileError {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    let said = said.unwrap_or("it did not say why");
    let message = format!("aud-rules failed here, and facts of this file are missing; please report it: {said}");
    FileError::of_file(ErrorStage::Internal, message)
}

#[cfg(test)]
mod tests;
