//! A plan with everything found that it names. Variables are places in the frame of a rule.

use super::watch::Mark;
use crate::rules::prim::Prim;
use crate::rules::run::{Handed, NameQuestion, Reach};
use crate::syntax::kinds::Kind;
use crate::value::{Fold, NamesId, Op, PatternId, SetId, Value};
use aud_rules_plan::{FactId, FunctionId, SlotId, TestOutcome};

/// All rules, with what they share.
pub(super) struct Program {
    /// The rules.
    pub(super) rules: Vec<Rule>,
    /// What they call.
    pub(super) functions: Vec<Body>,
    /// What is the same for a whole file.
    pub(super) facts: Vec<Body>,
}

/// An expression with variables of its own.
pub(super) struct Body {
    /// Number of its variables; parameters come first.
    pub(super) n_vars: usize,
    /// What it gives.
    pub(super) value: Expr,
}

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
    Flow(FlowStep),
    Report { at: Expr },
}

/// As the plan's `FlowStep`.
pub(super) enum FlowStep {
    Source { kinds: u64, at: Expr },
    Sink { kinds: u64, at: Expr },
    Clean { kinds: u64, at: Expr, when: Option<TestOutcome> },
    Step { from: Expr, to: Expr },
    Call { callee: Expr, arguments: Vec<(Handed, Expr)>, result: Expr },
}

/// As the plan's `Iterable`.
pub(super) enum Iterable {
    List(Expr),
    Slot { slot: SlotId, region: Expr, reach: Reach },
}

/// As the plan's `Expr`; everything that is the same at every node is [`Expr::Known`].
pub(super) enum Expr {
    Known(Value<'static>),
    Set(SetId),
    Pattern(PatternId),
    Var(usize),
    Prop {
        prim: Prim,
        of: Box<Expr>,
        args: Vec<Expr>,
    },
    Pure {
        op: Op,
        args: Vec<Expr>,
    },
    Ask {
        question: NameQuestion,
        of: Box<Expr>,
        names: NamesId,
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
    Call {
        function: FunctionId,
        args: Vec<Expr>,
    },
    Fact(FactId),
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
