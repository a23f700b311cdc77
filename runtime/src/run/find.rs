//! From what rules say of the flow of data, the graphs of all files and the rows in the database to findings and their flows.

use std::fmt::Write as _;
use std::sync::{Arc, PoisonError};

use aud_rules_plan::{Detection, Problem};
use rusqlite::Row;
use rustc_hash::FxHashMap;

use super::IndexError;
use super::relate::GraphLoader;
use super::settle::Settler;
use super::work::{FileState, Linked};
use crate::input::discover::Discovery;
use crate::input::errors::{ErrorStage, FileError};
use crate::input::text::{Category, Limits, read_source};
use crate::modules::{ModuleId, ModuleMap};
use crate::output::sqlite::{FindingRow, FlowRow, FlowStepRow, Session};
use crate::project::fingerprint::fingerprints;
use crate::project::flow::program::Program;
use crate::project::flow::targets::ValueTargets;
use crate::project::flow::{Flow, FlowLimits, FlowProblem, find_flows};
use crate::project::values::Graphs;
use crate::segment::effects::{DecidedEffects, ReportedPlace};
use crate::segment::endpoint::FlowFact;
use crate::segment::graph::FileGraph;
use crate::syntax::tree::{Position, Range};

/// Bytes of a text that a message and a fingerprint take in.
const MAX_TEXT: usize = 80;

/// What rules say beside rows, of all files.
#[derive(Default)]
pub(super) struct Said {
    flows: Vec<Vec<FlowFact>>,
    /// What each file is for.
    categories: Vec<Category>,
    reports: Vec<(ModuleId, ReportedPlace)>,
}

/// What is needed to find.
pub(super) struct Finder<'f> {
    pub(super) discovery: &'f Discovery,
    pub(super) modules: &'f ModuleMap,
    pub(super) limits: &'f Limits,
    pub(super) problems: &'f [Problem],
    /// Names of the kinds of data, by their bits.
    pub(super) kinds: Vec<&'f str>,
    /// By rule: the place of the problem that it is a part of.
    pub(super) problem_of_rule: Vec<Option<usize>>,
}

/// A finding before it is numbered.
struct Found {
    row: FindingRow,
    flow: Option<(FlowRow, Vec<FlowStepRow>)>,
    /// What it is known by, whatever moves.
    identity: String,
}

/// What all files say, as far as its conditions hold.
///
/// # Errors
///
/// When a segment is not what was written.
pub(super) fn said(files: &[FileState], settler: &mut Settler<'_, '_>) -> Result<Said, IndexError> {
    let mut said = Said::default();
    for (at, state) in files.iter().enumerate() {
        let module = ModuleId(at as u32);
        let DecidedEffects { flows, reports } = settler.effects(module, state.record.extent)?;
        said.flows.push(flows);
        said.categories.push(state.record.category);
        said.reports.extend(reports.into_iter().map(|report| (module, report)));
    }
    Ok(said)
}

impl Finder<'_> {
    /// Finds everything anew and writes it down instead of what was found before.
    ///
    /// # Errors
    ///
    /// When the database refuses it, or a query of a problem fails.
    pub(super) fn find(
        &self,
        said: Said,
        linked: &Linked<'_, '_>,
        session: &mut Session<'_>,
    ) -> Result<(), IndexError> {
        let mut texts = Texts { finder: self, lines: FxHashMap::default() };
        let (mut found, limits) = self.of_flows(&said, linked, &mut texts);
        session.set_flow_error(cut_off(limits).as_ref())?;
        found.extend(self.of_rules(&said));
        found.extend(self.of_queries(session)?);
        let order = |found: &Found| {
            let row = &found.row;
            (row.file.clone(), row.range, row.problem.clone(), found.identity.clone())
        };
        found.sort_by_cached_key(order);
        let fingerprints = fingerprints(found.iter().map(|found| &*found.identity));
        let (mut findings, mut flows) = (Vec::new(), Vec::new());
        for (Found { mut row, flow, .. }, fingerprint) in found.into_iter().zip(fingerprints) {
            row.fingerprint = fingerprint;
            if let Some(flow) = flow {
                flows.push(flow);
                row.flow = Some(flows.len() as i64);
            }
            findings.push(row);
        }
        Ok(session.set_findings(&findings, &flows)?)
    }

    fn of_flows(&self, said: &Said, linked: &Linked<'_, '_>, texts: &mut Texts<'_>) -> (Vec<Found>, FlowLimits) {
        let problems: Vec<FlowProblem> = (0..)
            .zip(self.problems)
            .filter_map(|(problem, declared)| match declared.detection {
                Detection::Flow { from, to } => {
                    Some(FlowProblem { problem, name: declared.name.as_str().into(), from, to })
                }
                _ => None,
            })
            .collect();
        if problems.is_empty() || said.flows.iter().all(Vec::is_empty) {
            return Default::default();
        }
        let program = Analysed { graphs: linked.graphs, said };
        let flows = {
            let mut values = linked.values.lock().unwrap_or_else(PoisonError::into_inner);
            let targets = ValueTargets::new(&mut values, linked.project);
            find_flows(&program, &targets, &problems)
        };
        let found = flows.flows.iter().map(|flow| self.of_flow(flow, texts));
        (found.collect(), flows.limits)
    }

    fn of_flow(&self, flow: &Flow, texts: &mut Texts<'_>) -> Found {
        let problem = &self.problems[flow.problem as usize];
        let (source, sink) = (flow.source.range, flow.sink.range);
        let source_text = texts.text(flow.source.file, source);
        let sink_text = texts.text(flow.sink.file, sink);
        let message = problem.message.replace("{source}", &format!("`{source_text}`"));
        let mut message = message.replace("{sink}", &format!("`{sink_text}`"));
        match flow.n_others {
            0 => {}
            1 => message.push_str(" (one more source reaches it)"),
            n => _ = write!(message, " ({n} more sources reach it)"),
        }
        let certainty = if flow.is_assumed { "assumed" } else { "resolved" };
        let steps = flow.steps.iter().map(|step| FlowStepRow {
            file: self.modules.path(step.file).to_owned(),
            range: step.range,
            what: step.what.word(),
        });
        let kind = |bit: u32| self.kinds.get(bit as usize).copied().unwrap_or_default().to_owned();
        let row = FlowRow {
            source_kind: kind(flow.source.kind),
            sink_kind: kind(flow.sink.kind),
            certainty,
            is_derived: flow.is_derived,
            n_others: flow.n_others,
        };
        let identity = flow.identity.to_string();
        let finding = FindingRow {
            problem: problem.name.clone(),
            severity: problem.severity.word(),
            certainty,
            message,
            file: self.modules.path(flow.sink.file).to_owned(),
            range: sink,
            scope: flow.scope.to_string(),
            flow: None,
            fingerprint: String::new(),
        };
        Found { row: finding, flow: Some((row, steps.collect())), identity }
    }

    fn of_rules(&self, said: &Said) -> Vec<Found> {
        let of_rule = |(module, report): &(ModuleId, ReportedPlace), problem: &Problem| Found {
            identity: [problem.name.as_str(), &*report.scope, &*report.text].join("\0"),
            row: FindingRow {
                problem: problem.name.clone(),
                severity: problem.severity.word(),
                certainty: "resolved",
                message: problem.message.replace("{at}", &format!("`{}`", report.text)),
                file: self.modules.path(*module).to_owned(),
                range: report.range,
                scope: report.scope.to_string(),
                flow: None,
                fingerprint: String::new(),
            },
            flow: None,
        };
        let problem = |report: &ReportedPlace| {
            self.problem_of_rule.get(report.of.rule.index()).copied().flatten().map(|id| &self.problems[id])
        };
        said.reports.iter().filter_map(|said| Some(of_rule(said, problem(&said.1)?))).collect()
    }

    /// What queries over the tables find: rows with `file` and `line`, and whatever else of a finding they have.
    fn of_queries(&self, session: &Session<'_>) -> Result<Vec<Found>, IndexError> {
        let mut found = Vec::new();
        for problem in self.problems {
            let Detection::Query(sql) = &problem.detection else { continue };
            session.query(sql, &mut |row, columns| {
                found.push(of_row(problem, row, columns)?);
                Ok(())
            })?;
        }
        Ok(found)
    }
}

/// What is said where data was not followed to its end.
fn cut_off(limits: FlowLimits) -> Option<FileError> {
    let message = format!(
        "data was followed to what is nearest to where it enters; {} steps beyond were left out, and what they lead to",
        limits.capped
    );
    (limits.capped > 0).then(|| FileError::of_file(ErrorStage::Limit, message))
}

/// The finding that a row of a query is.
fn of_row(problem: &Problem, row: &Row<'_>, columns: &[String]) -> rusqlite::Result<Found> {
    let number = |name: &str| -> rusqlite::Result<Option<u32>> {
        if columns.iter().any(|column| column == name) { row.get(name) } else { Ok(None) }
    };
    let text = |name: &str| -> rusqlite::Result<Option<String>> {
        if columns.iter().any(|column| column == name) { row.get(name) } else { Ok(None) }
    };
    let line = number("line")?.unwrap_or(1);
    let column = number("column")?.unwrap_or(0);
    let end = Position { line: number("end_line")?.unwrap_or(line), column: number("end_column")?.unwrap_or(column) };
    let (mut message, mut identity) = (problem.message.clone(), problem.name.clone());
    for (at, name) in columns.iter().enumerate() {
        let value = match row.get_ref(at)? {
            rusqlite::types::ValueRef::Null => String::new(),
            rusqlite::types::ValueRef::Integer(int) => int.to_string(),
            rusqlite::types::ValueRef::Real(real) => real.to_string(),
            rusqlite::types::ValueRef::Text(text) | rusqlite::types::ValueRef::Blob(text) => {
                String::from_utf8_lossy(text).into_owned()
            }
        };
        message = message.replace(&format!("{{{name}}}"), &value);
        if !matches!(name.as_str(), "file" | "line" | "column" | "end_line" | "end_column") {
            identity = format!("{identity}\0{value}");
        }
    }
    let row = FindingRow {
        problem: problem.name.clone(),
        severity: problem.severity.word(),
        certainty: "resolved",
        message: text("message")?.unwrap_or(message),
        file: text("file")?.unwrap_or_default(),
        range: Range { start: Position { line, column }, end },
        scope: text("scope")?.unwrap_or_default(),
        flow: None,
        fingerprint: String::new(),
    };
    Ok(Found { row, flow: None, identity })
}

/// The files as the engine of flow asks for them.
pub(super) struct Analysed<'a> {
    pub(super) graphs: &'a GraphLoader<'a>,
    pub(super) said: &'a Said,
}

impl Program for Analysed<'_> {
    fn files(&self) -> Vec<ModuleId> {
        (0..self.said.flows.len() as u32).map(ModuleId).collect()
    }

    fn graph(&self, file: ModuleId) -> Option<Arc<FileGraph>> {
        self.graphs.graph(file)
    }

    fn facts(&self, file: ModuleId) -> Vec<FlowFact> {
        self.said.flows.get(file.0 as usize).cloned().unwrap_or_default()
    }

    fn is_test(&self, file: ModuleId) -> bool {
        self.said.categories.get(file.0 as usize) == Some(&Category::Test)
    }
}

/// The source texts of the places that messages name.
struct Texts<'t> {
    finder: &'t Finder<'t>,
    lines: FxHashMap<ModuleId, Vec<String>>,
}

impl Texts<'_> {
    /// What stands in a range, on one line and cut off when it is long.
    fn text(&mut self, module: ModuleId, range: Range) -> String {
        let finder = self.finder;
        let lines = self.lines.entry(module).or_insert_with(|| {
            let file = &finder.discovery.files[module.0 as usize];
            let text = read_source(&file.real, &file.path, finder.limits).text.unwrap_or_default();
            text.lines().map(str::to_owned).collect()
        });
        let (start, end) = (range.start, range.end);
        let mut text = String::new();
        for number in start.line..=end.line {
            let Some(line) = lines.get(number as usize - 1) else { break };
            let from = if number == start.line { start.column as usize } else { 0 };
            let to = if number == end.line { (end.column as usize).min(line.len()) } else { line.len() };
            text.push_str(line.get(from..to).unwrap_or_default().trim());
            if number < end.line {
                text.push(' ');
            }
        }
        if text.len() > MAX_TEXT {
            let cut = (0..=MAX_TEXT).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            text.truncate(cut);
            text.push('…');
        }
        text
    }
}
