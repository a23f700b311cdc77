//! Two parts of one condition that exclude each other: a value that would have to be two literals at once.

use super::scope::Body;
use crate::ast::BinaryOp;
use crate::check::model::{Expr, ExprKind};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// The value at a path must be one of these literals.
struct Demand {
    path: String,
    literals: Vec<String>,
    span: Span,
}

impl Body<'_, '_> {
    /// Reports a value that the left side of an `and` wants to be one literal and the right side another.
    pub(super) fn check_contradiction(&mut self, left: &Expr, right: &Expr) {
        let mut wanted = Vec::new();
        self.add_demands(left, &mut wanted);
        let mut also_wanted = Vec::new();
        self.add_demands(right, &mut also_wanted);
        for second in &also_wanted {
            let excludes = |first: &&Demand| {
                first.path == second.path && !first.literals.iter().any(|literal| second.literals.contains(literal))
            };
            if let Some(first) = wanted.iter().find(excludes) {
                let message = "no value is what both sides of this `and` want, so it never holds";
                self.report(
                    Diagnostic::new(Code::AlwaysFalse, second.span, message).also(first.span, "the other side"),
                );
                return;
            }
        }
    }

    fn add_demands(&self, condition: &Expr, demands: &mut Vec<Demand>) {
        let span = condition.span;
        match &condition.kind {
            ExprKind::Binary(BinaryOp::And, left, right) => {
                self.add_demands(left, demands);
                self.add_demands(right, demands);
            }
            ExprKind::Binary(BinaryOp::Eq, left, right) => {
                for (of, literal) in [(left, right), (right, left)] {
                    if let (Some(path), Some(literal)) = (self.path(of), literal_text(literal))
                        && literal_text(of).is_none()
                    {
                        demands.push(Demand { path, literals: vec![literal], span });
                    }
                }
            }
            ExprKind::InSet(of, members) => {
                let texts = members.texts.iter().map(|text| format!("{text:?}"));
                let literals = texts.chain(members.ints.iter().map(i64::to_string)).collect::<Vec<_>>();
                // An empty set was reported as one.
                if let (Some(path), false) = (self.path(of), literals.is_empty()) {
                    demands.push(Demand { path, literals, span });
                }
            }
            _ => {}
        }
    }
}

/// The literal as its path is written; numbers with a fraction are left out, since `1` equals `1.0`.
fn literal_text(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Text(text) => Some(format!("{text:?}")),
        ExprKind::Int(int) => Some(int.to_string()),
        ExprKind::Bool(bool) => Some(bool.to_string()),
        _ => None,
    }
}
