//! A plan with everything found that it names. Variables are places in the frame of a rule.

use super::watch::Mark;
use crate::rules::cx::{NameQuestion, Prim, Reach};
use crate::syntax::kinds::Kind;
use crate::value::{Fold, Names, PureFn, Value};

/// A rule.
pub(super) struct Rule {
    /// Kinds of its anchor.
    pub(super) kinds: Vec<Kind>,
    /// Number of its variables; the anchor is the first.
    pub(super) n_vars: usize,
    /// What it does, in order.
    pub(super) steps: Vec<Step>,
}

/// As the plan's `Step`.
pub(super) enum Step {
    Let { var: usize, value: Expr },
    Where { condition: Expr },
    ForEach { var: usize, source: Iterable, body: Vec<Step> },
    Emit { cells: Vec<Expr> },
}

/// As the plan's `Iterable`.
pub(super) enum Iterable {
    List(Expr),
    Slot { slot: usize, region: Expr, reach: Reach },
}

/// As the plan's `Expr`; everything that is the same at every node is [`Expr::Known`].
pub(super) enum Expr {
    Known(Value<'static>),
    Var(usize),
    Prop {
        prim: Prim,
        of: Box<Expr>,
        args: Vec<Expr>,
    },
    Pure {
        op: PureFn,
        args: Vec<Expr>,
    },
    Ask {
        question: NameQuestion,
        of: Box<Expr>,
        names: Names,
    },
    Chain {
        link: Link,
        operands: Vec<Expr>,
    },
    Present(Box<Expr>),
    Choose(Vec<(Expr, Expr)>),
    Let {
        var: usize,
        value: Box<Expr>,
        body: Box<Expr>,
    },
    Collect {
        fold: Fold,
        var: usize,
        source: Box<Iterable>,
        condition: Box<Expr>,
        value: Box<Expr>,
    },
    Group {
        var: usize,
        source: Box<Iterable>,
        condition: Box<Expr>,
        key: Box<Expr>,
    },
    List(Vec<Expr>),
    Object(Vec<(&'static str, Expr)>),
    /// An expression whose values are watched; only in programs that are loaded for that.
    Marked {
        mark: Mark,
        of: Box<Expr>,
    },
}

/// What holds the operands of a chain together. Each is looked at only when those before do not settle it.
#[derive(Clone, Copy)]
pub(super) enum Link {
    And,
    Or,
    Coalesce,
}
