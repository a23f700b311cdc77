//! Kinds of data, problems, and the statements about the flow of data.

use super::{Anchor, Doc, Example, Expr, Name, Spanned, Statement};
use crate::source::Span;
use aud_rules_plan::{ArgumentKey, Severity, TestOutcome};

/// A kind of data that flows, or of places where it must not arrive.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowKind {
    /// Its doc comment.
    pub doc: Doc,
    /// Written with `private`: only its own file can name it.
    pub is_private: bool,
    /// Its name.
    pub name: Name,
}

/// A problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Its doc comment.
    pub doc: Doc,
    /// Its name.
    pub name: Name,
    /// `tags "CWE-89", ...`
    pub tags: Vec<Spanned<String>>,
    /// `severity high`
    pub severity: Option<Spanned<Severity>>,
    /// `flow KIND to KIND`
    pub flow: Option<ProblemFlow>,
    /// `from """SELECT ..."""`
    pub query: Option<Spanned<String>>,
    /// `match VAR: CLASS`
    pub anchor: Option<Anchor>,
    /// What follows the anchor, in order.
    pub body: Vec<Statement>,
    /// `message "..."`
    pub message: Option<Spanned<String>>,
    /// `help """..."""`
    pub help: Option<Spanned<String>>,
    /// Its examples: those of a rule, whose rows are findings.
    pub examples: Vec<Example>,
    /// The whole item.
    pub span: Span,
}

/// `flow KIND, KIND to KIND, KIND`
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemFlow {
    /// Kinds of sources.
    pub from: Vec<Name>,
    /// Kinds of sinks.
    pub to: Vec<Name>,
    /// The whole part.
    pub span: Span,
}

/// A statement about the flow of data.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStatement {
    /// What it says.
    pub says: FlowSays,
    /// The whole statement.
    pub span: Span,
}

/// What a statement says of the flow of data.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowSays {
    /// `source KIND, KIND at EXPR`
    Source {
        /// The kinds of data that enter.
        kinds: Vec<Name>,
        /// Where.
        at: Expr,
    },
    /// `sink KIND, KIND at EXPR`
    Sink {
        /// The kinds that the place is a sink of.
        kinds: Vec<Name>,
        /// The place.
        at: Expr,
    },
    /// `clean KIND, KIND at EXPR`, perhaps with `when true` or `when false`
    Clean {
        /// The kinds of sinks for which the value is clean.
        kinds: Vec<Name>,
        /// The value.
        at: Expr,
        /// How the anchor must come out.
        when: Option<Spanned<TestOutcome>>,
    },
    /// `step EXPR to EXPR`
    Step {
        /// From that node, or from each of these.
        from: Expr,
        /// To that node.
        to: Expr,
    },
    /// `call EXPR with (...)`, perhaps with `to EXPR`
    Call {
        /// What is called.
        callee: Expr,
        /// With which arguments.
        arguments: Vec<CallArgument>,
        /// What the result becomes.
        result: Option<Expr>,
    },
}

/// An argument of a `call` statement.
#[derive(Debug, Clone, PartialEq)]
pub struct CallArgument {
    /// How it is handed over.
    pub key: Spanned<ArgumentKey>,
    /// The value.
    pub value: Expr,
}

/// `report at EXPR`
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The place.
    pub at: Expr,
    /// The whole statement.
    pub span: Span,
}
