//! What rules declare: their tables, their views, themselves, their examples. It is what a matcher brings with it besides
//! behaviour, what people are shown, and what is kept beside compiled rules as data.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{ProblemId, TableId};

/// Everything that a set of rules declares.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Declared {
    /// The rule files, in the order in which they were compiled.
    pub files: Vec<RuleFile>,
    /// The tables that rules fill, by [`TableId`].
    pub tables: Vec<Table>,
    /// The rules, by [`RuleId`](crate::RuleId).
    pub rules: Vec<RuleHead>,
    /// Views over the tables, in an order in which they can be created.
    pub views: Vec<View>,
    /// Kinds of data that flows, by their bit.
    #[serde(default)]
    pub kinds: Vec<FlowKind>,
    /// Problems that are reported.
    #[serde(default)]
    pub problems: Vec<Problem>,
}

impl Declared {
    /// As the data file that stands beside compiled rules.
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// Reads what [`Declared::to_json`] has written.
    ///
    /// # Errors
    ///
    /// When it has written something else.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

/// The examples of all rules and problems.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Examples {
    /// Of rules, by [`RuleId`](crate::RuleId).
    pub rules: Vec<Vec<Example>>,
    /// Of problems, by [`ProblemId`].
    pub problems: Vec<Vec<ProblemExample>>,
}

impl Examples {
    /// As the data file that stands beside compiled rules.
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// Reads what [`Examples::to_json`] has written.
    ///
    /// # Errors
    ///
    /// When it has written something else.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

fn json(data: &impl Serialize) -> String {
    serde_json::to_string_pretty(data).expect("texts, numbers and lists of them are JSON")
}

/// A rule file that was compiled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RuleFile {
    /// Its path, as the source map has it.
    pub path: String,
    /// SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
}

/// A line of a rule file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct RuleLine {
    /// Path of the rule file, as the source map has it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

impl RuleLine {
    /// The folder of its rule file that says what it is about, such as `django`; empty for a file without a folder.
    pub fn domain(&self) -> &str {
        self.file.rsplit('/').nth(1).unwrap_or("")
    }

    /// That line of that file.
    pub fn new(file: impl Into<String>, line: u32) -> Self {
        RuleLine { file: file.into(), line }
    }
}

impl fmt::Display for RuleLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// A table that rules fill. Every table begins with the columns `file` and `line`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Table {
    /// Name in SQL.
    pub name: String,
    /// Doc comment, without space around it.
    pub doc: String,
    /// Its columns in order, without `file`; the first is `line`.
    pub columns: Vec<Column>,
    /// Indexes into `columns` of the key, beside `file`; empty when rows may repeat.
    pub unique: Vec<usize>,
    /// Where it is declared.
    pub at: RuleLine,
}

impl Table {
    /// A table without a doc comment and without a key.
    pub fn new(name: impl Into<String>, columns: Vec<Column>) -> Self {
        Table { name: name.into(), doc: String::new(), columns, unique: Vec::new(), at: RuleLine::default() }
    }
}

/// A column of a table.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Column {
    /// Name in SQL.
    pub name: String,
    /// Doc comment, without space around it.
    pub doc: String,
    /// What it holds.
    pub ty: ColumnType,
    /// It may be NULL.
    pub is_optional: bool,
}

impl Column {
    /// A column without a doc comment that is never NULL.
    pub fn new(name: impl Into<String>, ty: ColumnType) -> Self {
        Column { name: name.into(), doc: String::new(), ty, is_optional: false }
    }

    /// Its texts are stored once for a file, in `_scopes`, since most rows of a function share one.
    pub fn is_scope(&self) -> bool {
        self.name == "scope" && self.ty == ColumnType::Text
    }

    /// The same, which may be NULL.
    pub fn optional(self) -> Self {
        Column { is_optional: true, ..self }
    }
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ColumnType {
    /// `TEXT`.
    Text,
    /// `INTEGER`.
    Int,
    /// `REAL`.
    Real,
    /// `INTEGER`, 0 or 1.
    Bool,
    /// `TEXT` that holds JSON.
    Json,
}

impl ColumnType {
    /// Its word in rule files and in references of the tables.
    pub fn word(self) -> &'static str {
        match self {
            ColumnType::Text => "text",
            ColumnType::Int => "int",
            ColumnType::Real => "real",
            ColumnType::Bool => "bool",
            ColumnType::Json => "json",
        }
    }
}

/// A view over the tables.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct View {
    /// Name in SQL.
    pub name: String,
    /// Doc comment, without space around it.
    pub doc: String,
    /// The `SELECT`.
    pub sql: String,
    /// Where it is declared.
    pub at: RuleLine,
}

/// What comes of a rule. Any rule can say, besides, how data flows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Target {
    /// Rows of that table.
    Table(TableId),
    /// Nothing but what it says of the flow of data.
    Flow,
    /// Places of that problem, whose part it is.
    Problem(ProblemId),
}

/// A rule as others see it: all but what it does.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RuleHead {
    /// Its name.
    pub name: String,
    /// Doc comment, without space around it.
    pub doc: String,
    /// Tags such as `CWE-89`, in the order of the rule.
    pub tags: Vec<String>,
    /// What it fills or reports.
    pub target: Target,
    /// When it is decided.
    pub stage: Stage,
    /// Where it is declared.
    pub at: RuleLine,
}

impl RuleHead {
    /// A rule without a doc comment and tags, decided from a node alone.
    pub fn new(name: impl Into<String>, table: TableId) -> Self {
        let (doc, tags, stage, at) = (String::new(), Vec::new(), Stage::Walk, RuleLine::default());
        RuleHead { name: name.into(), doc, tags, target: Target::Table(table), stage, at }
    }

    /// The table that it fills, if it fills one.
    pub fn table(&self) -> Option<TableId> {
        match self.target {
            Target::Table(table) => Some(table),
            Target::Flow | Target::Problem(_) => None,
        }
    }

    /// It makes so many rows that it runs only for who asks for its table: it has the tag `on-demand`.
    pub fn is_on_demand(&self) -> bool {
        self.tags.iter().any(|tag| tag == "on-demand")
    }
}

/// When a rule, or a part of it, can be decided.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Stage {
    /// From the node alone.
    Walk,
    /// When the enclosing function or class is complete.
    Scope,
    /// When the bindings of the file are complete.
    File,
    /// When every file was seen, unless the file already settles it.
    Project,
}

impl Stage {
    /// Every stage, earliest first.
    pub const ALL: [Stage; 4] = [Stage::Walk, Stage::Scope, Stage::File, Stage::Project];

    /// Its word in the vocabulary, the `rules` table and the plan's dump.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Walk => "walk",
            Stage::Scope => "scope",
            Stage::File => "file",
            Stage::Project => "project",
        }
    }
}

/// An example of a rule: Python text, and the rows that the rule gives for it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Example {
    /// The Python text.
    pub source: String,
    /// For each row the columns that the example names, with their cells. Empty: the rule gives no row.
    pub rows: Vec<Vec<(usize, ExampleCell)>>,
    /// Line of the Python text in the rule file, from 1.
    pub line: u32,
}

/// A cell of an example's row.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum ExampleCell {
    /// NULL.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(String),
    /// JSON in its compact form; compared as a value.
    Json(String),
}

/// The most kinds of data that can be declared: each is a bit of a `u64`.
pub const MAX_FLOW_KINDS: usize = 64;

/// A kind of data that flows, or of places where it must not arrive. Its place among the declared kinds is its bit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FlowKind {
    /// Its name in rules, such as `remote` or `sql`.
    pub name: String,
    /// Only its own rule file can name it, so that other files may have one of the same name.
    pub is_private: bool,
    /// Doc comment, without space around it.
    pub doc: String,
    /// Where it is declared.
    pub at: RuleLine,
}

/// How much harm a problem can do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Little harm, or only together with another flaw.
    Low,
    /// Harm under conditions.
    Medium,
    /// Harm to data or users.
    High,
    /// Whoever finds it owns the system.
    Critical,
}

impl Severity {
    /// Every severity, least first.
    pub const ALL: [Severity; 5] =
        [Severity::Info, Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

    /// Its word in rules, tables and options.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
            Severity::Critical => "critical",
        }
    }
}

/// How a problem is found.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Detection {
    /// Data of one of the kinds in `from` arrives at a sink of one of the kinds in `to`; bits of [`Declared::kinds`].
    Flow {
        /// Kinds of sources.
        from: u64,
        /// Kinds of sinks.
        to: u64,
    },
    /// A rule reports places: `match ... report at e`.
    Rule,
    /// A query over the tables gives `file` and `line`, and `column`, `end_line`, `end_column`, `scope`, `message` where it has them.
    Query(String),
}

/// A problem that is reported as a finding.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Problem {
    /// Its name, such as `sql_injection`.
    pub name: String,
    /// Doc comment, without space around it.
    pub doc: String,
    /// Tags such as `CWE-89` and `A03:2021`, in the order of the problem.
    pub tags: Vec<String>,
    /// How much harm it can do.
    pub severity: Severity,
    /// How it is found.
    pub detection: Detection,
    /// What is said of a finding; `{source}` and `{sink}` stand for both ends.
    pub message: String,
    /// What to write instead, as Markdown.
    pub help: String,
    /// Where it is declared.
    pub at: RuleLine,
}

/// An example of a problem: Python text, and the findings that it gives.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ProblemExample {
    /// The Python text.
    pub source: String,
    /// The findings; empty where the problem is not found.
    pub findings: Vec<ExpectedFinding>,
    /// Line of the Python text in the rule file, from 1.
    pub line: u32,
}

/// A finding that an example of a problem states.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ExpectedFinding {
    /// Line of the Python text that is reported, from 1: of a flow, its sink.
    pub line: u32,
    /// Of a flow, the line of its source; any when the example does not say.
    pub source_line: Option<u32>,
}
