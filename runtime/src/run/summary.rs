//! What a run did, counted while it goes on: for the metrics in the database and for the person who waits.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Indexer;
use crate::input::discover::Discovery;
use crate::input::errors::{ErrorStage, FileError};
use crate::output::sqlite::Metric;
use crate::segment::record::FileRecord;
use aud_rules_plan::{RuleHead, Table};

/// Files whose errors a summary names; the errors of all files are in the database.
const MAX_NAMED_FILES: usize = 20;

/// What a run did.
#[derive(Clone, PartialEq, Debug)]
pub struct Summary {
    /// The directory that paths are relative to.
    pub root: PathBuf,
    /// The database.
    pub database: PathBuf,
    /// Number of files.
    pub n_files: u64,
    /// Number of files that this run examined; what the others give was known from an earlier run.
    pub n_examined: u64,
    /// Number of lines of the files that could be read.
    pub n_lines: u64,
    /// Number of their bytes.
    pub n_bytes: u64,
    /// Nodes in their syntax trees.
    pub n_nodes: u64,
    /// Nodes that the pass visited.
    pub n_visited: u64,
    /// Rows of each table, in the order in which the tables are declared.
    pub tables: Vec<TableCount>,
    /// What each rule did, in the order of the rules.
    pub rules: Vec<RuleCount>,
    /// Number of errors in each stage that has any.
    pub error_counts: BTreeMap<ErrorStage, u64>,
    /// Number of files (and other paths) that have errors.
    pub n_files_with_errors: u64,
    /// The first of these, by path: a line each.
    pub first_errors: Vec<ErrorLine>,
    /// Number of threads.
    pub jobs: usize,
    /// Time from beginning to end.
    pub elapsed: Duration,
    /// Where the time went.
    pub timings: Timings,
    /// Most memory that the process has used, where the system tells.
    pub peak_memory_bytes: Option<u64>,
}

impl Summary {
    /// Number of errors.
    pub fn n_errors(&self) -> u64 {
        self.error_counts.values().sum()
    }

    /// Number of rows of all tables that rules fill.
    pub fn n_rows(&self) -> u64 {
        self.tables.iter().map(|table| table.n_rows).sum()
    }

    /// Files in a second.
    pub fn files_per_second(&self) -> f64 {
        self.n_files as f64 / self.elapsed.as_secs_f64().max(1e-9)
    }
}

/// The rows of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableCount {
    /// Its name.
    pub table: String,
    /// Number of its rows.
    pub n_rows: u64,
}

/// What a rule did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleCount {
    /// Its name.
    pub rule: String,
    /// Nodes that it looked at.
    pub n_candidates: u64,
    /// Rows of it in the database.
    pub n_rows: u64,
}

/// What is wrong with a file, in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorLine {
    /// Path below the root.
    pub file: String,
    /// Its first error.
    pub error: FileError,
    /// Number of its other errors.
    pub n_more: u64,
}

/// Where the time went. Threads are added up, except for the writer, which is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Timings {
    /// In the parser.
    pub parse: Duration,
    /// In the pass over the trees and the rules.
    pub walk: Duration,
    /// In the project stage.
    pub link: Duration,
    /// Adding rows to the database.
    pub write: Duration,
    /// Making indexes and views, and bringing the database to disk.
    pub publish: Duration,
}

/// The counts of a run that goes on.
pub(super) struct Tally<'m> {
    tables: &'m [Table],
    rules: &'m [RuleHead],
    root: PathBuf,
    n_files: u64,
    n_examined: u64,
    n_lines: u64,
    n_bytes: u64,
    n_nodes: u64,
    n_visited: u64,
    /// With the paths that have them, by path and line.
    pub(super) errors: Vec<(String, FileError)>,
    rule_rows: Vec<u64>,
    candidates: Vec<u64>,
    jobs: usize,
    pub(super) timings: Timings,
}

impl<'m> Tally<'m> {
    pub(super) fn new(indexer: &Indexer<'m>, discovery: &Discovery) -> Self {
        let matcher = indexer.matcher;
        Tally {
            tables: matcher.tables(),
            rules: matcher.rules(),
            root: discovery.root.clone(),
            n_files: 0,
            n_examined: 0,
            n_lines: 0,
            n_bytes: 0,
            n_nodes: 0,
            n_visited: 0,
            errors: Vec::new(),
            rule_rows: vec![0; matcher.rules().len()],
            candidates: vec![0; matcher.rules().len()],
            jobs: indexer.jobs,
            timings: Timings::default(),
        }
    }

    /// Counts a file. Time is counted only when it was spent in this run.
    pub(super) fn add(&mut self, record: &FileRecord, is_examined: bool) {
        let effort = &record.effort;
        self.n_files += 1;
        self.n_lines += record.n_lines;
        self.n_bytes += record.n_bytes;
        self.n_nodes += effort.n_nodes;
        self.n_visited += effort.n_visited;
        if is_examined {
            self.n_examined += 1;
            self.timings.parse += effort.parse;
            self.timings.walk += effort.walk;
        }
        for &(rule, n) in &effort.candidates {
            self.candidates[rule.index()] += n;
        }
        for &(rule, n) in &record.settled.rows {
            self.rule_rows[rule.index()] += n;
        }
    }

    /// The summary of a run that took that long; its errors are in order already.
    pub(super) fn summarize(&self, database: &Path, elapsed: Duration) -> Summary {
        let mut error_counts = BTreeMap::new();
        for (_, error) in &self.errors {
            *error_counts.entry(error.stage).or_default() += 1;
        }
        let of_files: Vec<_> = self.errors.chunk_by(|(a, _), (b, _)| a == b).collect();
        let error_line = |errors: &&[(String, FileError)]| {
            let (file, error) = errors.first()?.clone();
            Some(ErrorLine { file, error, n_more: errors.len() as u64 - 1 })
        };
        let rules = self.rules.iter().zip(&self.candidates).zip(&self.rule_rows);
        let mut table_rows = vec![0; self.tables.len()];
        for (rule, n) in self.rules.iter().zip(&self.rule_rows) {
            if let Some(table) = rule.table() {
                table_rows[table.index()] += n;
            }
        }
        let tables = self.tables.iter().zip(table_rows);
        Summary {
            root: self.root.clone(),
            database: database.to_owned(),
            n_files: self.n_files,
            n_examined: self.n_examined,
            n_lines: self.n_lines,
            n_bytes: self.n_bytes,
            n_nodes: self.n_nodes,
            n_visited: self.n_visited,
            tables: tables.map(|(table, n_rows)| TableCount { table: table.name.clone(), n_rows }).collect(),
            rules: rules
                .map(|((rule, &n_candidates), &n_rows)| RuleCount { rule: rule.name.clone(), n_candidates, n_rows })
                .collect(),
            error_counts,
            n_files_with_errors: of_files.len() as u64,
            first_errors: of_files.iter().take(MAX_NAMED_FILES).filter_map(error_line).collect(),
            jobs: self.jobs,
            elapsed,
            timings: self.timings,
            peak_memory_bytes: peak_memory(),
        }
    }
}

impl Summary {
    /// The rows of `extraction_metrics`.
    pub(super) fn metrics(&self) -> Vec<Metric<'_>> {
        let count = |count: u64| Some(count as f64);
        let seconds = |time: Duration| Some(time.as_secs_f64());
        let of_run = [
            ("files", count(self.n_files)),
            ("bytes", count(self.n_bytes)),
            ("lines", count(self.n_lines)),
            ("nodes_total", count(self.n_nodes)),
            ("nodes_visited", count(self.n_visited)),
            ("rows", count(self.n_rows())),
            ("errors", count(self.n_errors())),
            ("jobs", count(self.jobs as u64)),
            ("seconds", seconds(self.elapsed)),
            ("parse_seconds", seconds(self.timings.parse)),
            ("walk_seconds", seconds(self.timings.walk)),
            ("link_seconds", seconds(self.timings.link)),
            ("write_seconds", seconds(self.timings.write)),
            ("files_per_second", Some(self.files_per_second())),
            ("peak_memory_bytes", self.peak_memory_bytes.and_then(count)),
        ];
        let of_run = of_run.map(|(metric, value)| Metric { rule: None, metric, value });
        let of_rules = self.rules.iter().flat_map(|rule| {
            let counts = [("candidates", rule.n_candidates), ("rows", rule.n_rows)];
            counts.map(|(metric, n)| Metric { rule: Some(&rule.rule), metric, value: count(n) })
        });
        of_run.into_iter().chain(of_rules).collect()
    }
}

/// Most memory that this process has used so far, in bytes; Linux tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
