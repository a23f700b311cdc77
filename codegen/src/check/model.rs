//! The checked rules: every name resolved, every expression typed, every predicate in its place.

use std::collections::BTreeMap;

use crate::ast::{AggregateKind, BinaryOp, Spanned};
use crate::source::Span;
use crate::vocab::Ty;
pub use aud_rules_plan::ExampleCell;
use aud_rules_plan::{ArgumentKey, ColumnType, ExpectedFinding, Question, Severity, Stage, Target, TestOutcome, VarId};

/// Everything that a set of rule files declares, without errors.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Tables, sorted by name.
    pub tables: Vec<Table>,
    /// Rules, in the order of files and places.
    pub rules: Vec<Rule>,
    /// Views, in an order in which they can be created.
    pub views: Vec<View>,
    /// Kinds of data that flows, by their bit.
    pub kinds: Vec<FlowKind>,
    /// Problems, in the order of files and places.
    pub problems: Vec<Problem>,
    /// Sets with a name, for documentation; expressions hold their members.
    pub sets: Vec<Set>,
    /// Dotted names that questions ask for: those of each set as it is written, where it has several.
    pub asked: Vec<Vec<Spanned<String>>>,
    /// Names of the predicates and defines, by where the body of each stands: expressions hold their bodies.
    pub predicates: BTreeMap<Span, String>,
}

/// A named set.
#[derive(Clone, Debug)]
pub struct Set {
    /// Its name.
    pub name: String,
    /// Its doc comment; may be empty.
    pub doc: String,
    /// Its members, other sets unfolded.
    pub members: Members,
    /// Where its name stands.
    pub span: Span,
}

/// The literals of a set, in the order written, without repetition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Texts.
    pub texts: Vec<String>,
    /// Whole numbers.
    pub ints: Vec<i64>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Its columns in order; `line` is the first, also where the file does not declare it; `file` is not listed.
    pub columns: Vec<Column>,
    /// Indexes of the key columns beside `file`; empty without `unique`.
    pub unique: Vec<usize>,
    /// Where its name stands.
    pub span: Span,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// What it holds.
    pub ty: ColumnType,
    /// It may be NULL.
    pub is_optional: bool,
}

/// A view.
#[derive(Clone, Debug)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// The `SELECT`, without the common indentation.
    pub sql: String,
    /// Where the `SELECT` stands.
    pub span: Span,
}

/// A kind of data that flows.
#[derive(Clone, Debug)]
pub struct FlowKind {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Only its own file can name it.
    pub is_private: bool,
    /// Where its name stands.
    pub span: Span,
}

/// A problem.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// How much harm it can do.
    pub severity: Severity,
    /// How it is found.
    pub detection: Detection,
    /// What is said of a finding.
    pub message: String,
    /// Where that stands.
    pub message_span: Span,
    /// What to write instead.
    pub help: String,
    /// Its examples.
    pub examples: Vec<ProblemExample>,
    /// Where its name stands.
    pub span: Span,
}

/// How a problem is found.
#[derive(Clone, Debug)]
pub enum Detection {
    /// Data of one of these kinds arrives at a sink of one of those; bits of [`Model::kinds`].
    Flow {
        /// Kinds of sources.
        from: u64,
        /// Kinds of sinks.
        to: u64,
    },
    /// The rule of that problem reports places.
    Rule,
    /// A query gives places: its text without the common indentation, and where it stands.
    Query(String, Span),
}

/// An example of a problem.
#[derive(Clone, Debug)]
pub struct ProblemExample {
    /// The Python text.
    pub source: String,
    /// The findings; empty: none.
    pub findings: Vec<ExpectedFinding>,
    /// Where the Python text stands.
    pub span: Span,
}

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// What it fills or reports.
    pub target: Target,
    /// Class of the anchor: a class name, or `node("kind")`.
    pub class: String,
    /// Syntax kinds of the anchor, sorted.
    pub kinds: Vec<String>,
    /// Names of the variables by [`VarId`]; the anchor is the first.
    pub vars: Vec<String>,
    /// What it does, in order.
    pub body: Vec<Statement>,
    /// Its examples.
    pub examples: Vec<Example>,
    /// Where its name stands.
    pub span: Span,
}

/// A statement; each guards all that follow it in the rule.
#[derive(Clone, Debug)]
pub enum Statement {
    /// Binds a value.
    Let(VarId, Expr),
    /// Goes on only when the condition holds.
    Where(Expr),
    /// Goes on for each member.
    For(VarId, Iterable),
    /// Emits a row: one value for each column of the table, in its order.
    Emit(Vec<Expr>),
    /// Says something of the flow of data.
    Flow(Flow, Span),
    /// Reports a place of the problem.
    Report(Expr),
}

impl Statement {
    /// The expressions of the statement, in the order of the text.
    pub fn exprs(&self) -> Vec<&Expr> {
        match self {
            Statement::Let(_, expr) | Statement::Where(expr) | Statement::Report(expr) => vec![expr],
            Statement::For(_, source) => vec![source.origin()],
            Statement::Emit(cells) => cells.iter().collect(),
            Statement::Flow(flow, _) => flow.exprs(),
        }
    }
}

/// What a statement says of the flow of data. Kinds are bits of [`Model::kinds`].
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the fields are named for what they hold")]
pub enum Flow {
    /// Data enters there.
    Source { kinds: u64, at: Expr },
    /// Data must not arrive there.
    Sink { kinds: u64, at: Expr },
    /// The value is clean; with `when`, where the anchor comes out so.
    Clean { kinds: u64, at: Expr, when: Option<TestOutcome> },
    /// What is in a node, or in each of several, is handed on.
    Step { from: Expr, to: Expr },
    /// A call that nobody writes down.
    Call { callee: Expr, arguments: Vec<(ArgumentKey, Expr)>, result: Option<Expr> },
}

impl Flow {
    /// Its expressions, in the order of the text.
    pub fn exprs(&self) -> Vec<&Expr> {
        match self {
            Flow::Source { kinds: _, at } | Flow::Sink { kinds: _, at } | Flow::Clean { kinds: _, at, when: _ } => {
                vec![at]
            }
            Flow::Step { from, to } => vec![from, to],
            Flow::Call { callee, arguments, result } => {
                let arguments = arguments.iter().map(|(_, value)| value);
                std::iter::once(callee).chain(arguments).chain(result).collect()
            }
        }
    }
}

/// What is iterated.
#[derive(Clone, Debug)]
pub enum Iterable {
    /// Members of a list, or of a group.
    List(Expr),
    /// Nodes of these kinds in a region.
    Region {
        /// The class as written.
        class: String,
        /// Its syntax kinds, sorted.
        kinds: Vec<String>,
        /// `within` rather than `in`.
        is_within: bool,
        /// The region.
        region: Expr,
    },
}

/// A typed expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Ty,
    /// Where it stands.
    pub span: Span,
}

/// The forms of typed expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `none`.
    None,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// A text.
    Text(String),
    /// A variable.
    Var(VarId),
    /// The module of the file.
    Module,
    /// A property of a node.
    Property {
        /// The runtime's function.
        prim: String,
        /// What is asked.
        of: Box<Expr>,
        /// The arguments.
        args: Vec<Expr>,
        /// When the property is known.
        stage: Stage,
    },
    /// Key of a group.
    GroupKey(Box<Expr>),
    /// A function of the vocabulary.
    Call {
        /// Its name.
        name: String,
        /// The arguments.
        args: Vec<Expr>,
    },
    /// An operator.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `not`; of an optional value that is no truth value: it is absent.
    Not(Box<Expr>),
    /// A question about names.
    Ask(Question, Box<Expr>, Vec<String>),
    /// `refers to`: both are nodes.
    RefersTo(Box<Expr>, Box<Expr>),
    /// `is present`, also an optional value used as a condition.
    Present(Box<Expr>),
    /// `is a CLASS`: the node has one of these kinds.
    IsKind(Box<Expr>, Vec<String>),
    /// `in` a set of literals.
    InSet(Box<Expr>, Members),
    /// `in` a list.
    InList(Box<Expr>, Box<Expr>),
    /// `like /regex/`.
    Like(Box<Expr>, String),
    /// `starts with`.
    StartsWith(Box<Expr>, Box<Expr>),
    /// `ends with`.
    EndsWith(Box<Expr>, Box<Expr>),
    /// `contains`.
    Contains(Box<Expr>, Box<Expr>),
    /// The value of the first arm whose condition holds, else the last value; patterns are conditions by now.
    Case(Vec<(Expr, Expr)>, Option<Box<Expr>>),
    /// An aggregate; `group` too.
    Aggregate(Box<Aggregate>),
    /// A list.
    List(Vec<Expr>),
    /// A JSON object.
    Object(Vec<(String, Expr)>),
    /// A value of its own, evaluated once: `let VAR = VALUE` inside an expression (the subject of a case, the arguments
    /// of a predicate).
    Let(VarId, Box<Expr>, Box<Expr>),
}

/// An aggregate.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// What is made of the members.
    pub kind: AggregateKind,
    /// The variable.
    pub var: VarId,
    /// What is iterated.
    pub source: Iterable,
    /// The condition.
    pub condition: Option<Expr>,
    /// The value of each; for `group` the key.
    pub value: Option<Expr>,
}

/// An example.
#[derive(Clone, Debug)]
pub struct Example {
    /// The Python text.
    pub source: String,
    /// Expected rows of this rule: column index and value, for the columns named. Empty: none.
    pub rows: Vec<Vec<(usize, ExampleCell)>>,
    /// Where the Python text stands.
    pub span: Span,
}
