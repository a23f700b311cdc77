//! Presence typing: what a condition says about values that may be absent, and about the class of a node.
//!
//! A [`path`] is the text of an expression that always has the same value: a variable with the properties, functions and
//! constant arguments that lead on from it. A condition that holds gives facts about the paths in it; reading a path
//! with a fact gives a type that is not optional any more, or a narrower class.

use super::scope::Body;
use super::types::{is_class, may_have_kind};
use crate::ast::{AggregateKind, BinaryOp};
use crate::check::model::{Expr, ExprKind, Iterable};
use crate::vocab::Type;

/// Bytes of the longest path: variables that stand for each other make one that is twice as long at each step.
const MAX_PATH: usize = 1_000;

/// Something known about the value at a path: it is there, and perhaps of a class.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fact {
    path: String,
    class: Option<String>,
}

impl Body<'_, '_> {
    /// Runs `check` where the facts are known.
    pub(super) fn knowing<T>(&mut self, facts: Vec<Fact>, check: impl FnOnce(&mut Self) -> T) -> T {
        let mark = self.facts.len();
        self.facts.extend(facts);
        let result = check(self);
        self.facts.truncate(mark);
        result
    }

    /// Takes what is known about the expression into its type.
    pub(super) fn narrow(&self, mut expr: Expr) -> Expr {
        let is_node = matches!(expr.ty.ty, Type::Node(_));
        if self.facts.is_empty() || !(expr.ty.is_optional || is_node) {
            return expr;
        }
        let Some(path) = self.path(&expr) else { return expr };
        for fact in self.facts.iter().filter(|fact| fact.path == path) {
            expr.ty.is_optional = false;
            if let (Type::Node(class), Some(narrower)) = (&expr.ty.ty, &fact.class)
                && !is_class(self.vocabulary, class, narrower)
            {
                expr.ty.ty = Type::Node(narrower.clone());
            }
        }
        expr
    }

    /// The path of an expression; none when it has none, or one that is too long.
    pub(super) fn path(&self, expr: &Expr) -> Option<String> {
        self.path_of_parts(expr).filter(|path| path.len() <= MAX_PATH)
    }

    fn path_of_parts(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Var(var) => Some(self.var(*var).path.clone().unwrap_or_else(|| format!("${}", var.0))),
            ExprKind::Module => Some("module".to_owned()),
            ExprKind::Bool(value) => Some(value.to_string()),
            ExprKind::Int(value) => Some(value.to_string()),
            ExprKind::Text(value) => Some(format!("{value:?}")),
            ExprKind::Property { prim, of, args, stage: _ } => {
                Some(format!("{}.{prim}({})", self.path(of)?, self.paths(args)?))
            }
            ExprKind::Let(_, _, body) => self.path(body),
            ExprKind::GroupKey(group) => Some(format!("{}.key", self.path(group)?)),
            ExprKind::Call { name, args } => Some(format!("{name}({})", self.paths(args)?)),
            ExprKind::Binary(op @ (BinaryOp::Add | BinaryOp::Sub | BinaryOp::Coalesce), left, right) => {
                Some(format!("({} {op:?} {})", self.path(left)?, self.path(right)?))
            }
            ExprKind::Aggregate(aggregate) => match (aggregate.kind, &aggregate.source) {
                (kind @ (AggregateKind::First | AggregateKind::Last), Iterable::List(list))
                    if aggregate.condition.is_none() =>
                {
                    Some(format!("{kind:?}({})", self.path(list)?))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn paths(&self, exprs: &[Expr]) -> Option<String> {
        let paths: Option<Vec<String>> = exprs.iter().map(|expr| self.path(expr)).collect();
        Some(paths?.join(", "))
    }

    /// What is known where the condition holds.
    pub(super) fn facts_if(&self, condition: &Expr) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.add_facts(condition, true, &mut facts);
        facts
    }

    /// What is known where the condition does not hold.
    pub(super) fn facts_unless(&self, condition: &Expr) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.add_facts(condition, false, &mut facts);
        facts
    }

    fn add_facts(&self, condition: &Expr, holds: bool, facts: &mut Vec<Fact>) {
        match &condition.kind {
            ExprKind::Not(inner) => self.add_facts(inner, !holds, facts),
            ExprKind::Let(_, _, body) => self.add_facts(body, holds, facts),
            ExprKind::Binary(op @ (BinaryOp::And | BinaryOp::Or), left, right) => {
                if (*op == BinaryOp::And) == holds {
                    self.add_facts(left, holds, facts);
                    self.add_facts(right, holds, facts);
                } else {
                    self.add_common_facts([left, right], holds, facts);
                }
            }
            _ if !holds => {}
            ExprKind::Binary(op, left, right) if is_comparison(*op) => self.add_present([&**left, right], facts),
            ExprKind::RefersTo(left, right)
            | ExprKind::InList(left, right)
            | ExprKind::StartsWith(left, right)
            | ExprKind::EndsWith(left, right)
            | ExprKind::Contains(left, right) => self.add_present([&**left, right], facts),
            ExprKind::Ask(_, of, _) | ExprKind::Present(of) | ExprKind::InSet(of, _) | ExprKind::Like(of, _) => {
                self.add_present([&**of], facts);
            }
            ExprKind::IsKind(of, kinds) => {
                self.add_present([&**of], facts);
                facts.extend(self.path(of).map(|path| Fact { path, class: self.class_of_kinds(kinds) }));
            }
            // An optional truth value counts only when it is there.
            _ if condition.ty.ty == Type::Bool => self.add_present([condition], facts),
            _ => {}
        }
    }

    /// Facts that follow from either side.
    fn add_common_facts(&self, sides: [&Expr; 2], holds: bool, facts: &mut Vec<Fact>) {
        facts.extend(common(sides.map(|side| {
            let mut facts = Vec::new();
            self.add_facts(side, holds, &mut facts);
            facts
        })));
    }

    /// The values are there, and so is everything they were read from.
    pub(super) fn add_present<'e>(&self, exprs: impl IntoIterator<Item = &'e Expr>, facts: &mut Vec<Fact>) {
        for expr in exprs {
            facts.extend(self.path(expr).map(|path| Fact { path, class: None }));
            match &expr.kind {
                ExprKind::Property { of, args, .. } => {
                    self.add_present([&**of], facts);
                    self.add_present(args, facts);
                }
                ExprKind::Call { args, .. } => self.add_present(args, facts),
                ExprKind::Let(_, _, body) => self.add_present([&**body], facts),
                ExprKind::Binary(BinaryOp::Coalesce, left, right) => {
                    facts.extend(common([left, right].map(|side| {
                        let mut facts = Vec::new();
                        self.add_present([&**side], &mut facts);
                        facts
                    })));
                }
                ExprKind::GroupKey(group) => self.add_present([&**group], facts),
                ExprKind::Binary(BinaryOp::Add | BinaryOp::Sub, left, right) => {
                    self.add_present([&**left, right], facts);
                }
                ExprKind::Aggregate(aggregate)
                    if matches!(aggregate.kind, AggregateKind::First | AggregateKind::Last) =>
                {
                    self.add_present([aggregate.source.origin()], facts);
                }
                _ => {}
            }
        }
    }

    /// What is known about a member of a list or region: there is one, so the list or region is there.
    pub(super) fn facts_of_source(&self, source: &Iterable) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.add_present([source.origin()], &mut facts);
        facts
    }

    /// The class that has exactly these syntax kinds, or the narrowest one that has them all.
    pub(super) fn class_of_kinds(&self, kinds: &[String]) -> Option<String> {
        let has_all = |class: &&crate::vocab::Class| {
            let own = self.vocabulary.kinds(&class.name);
            !kinds.is_empty() && kinds.iter().all(|kind| own.binary_search(kind).is_ok())
        };
        let candidates = self.vocabulary.classes.values().filter(has_all);
        let narrowest =
            candidates.min_by_key(|class| (self.vocabulary.kinds(&class.name).len(), class.kinds.is_empty()));
        narrowest.map(|class| class.name.clone())
    }

    /// A node of the class may have one of the kinds.
    pub(super) fn may_have_kind(&self, class: &str, kinds: &[String]) -> bool {
        may_have_kind(self.vocabulary, class, kinds)
    }
}

/// Facts that are in both lists.
fn common([left, right]: [Vec<Fact>; 2]) -> impl Iterator<Item = Fact> {
    left.into_iter().filter_map(move |Fact { path, class }| {
        let mut same_path = right.iter().filter(|fact| fact.path == path).peekable();
        same_path.peek()?;
        let is_common = same_path.any(|fact| fact.class == class);
        Some(Fact { class: class.filter(|_| is_common), path })
    })
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}
