//! `case`: the subject becomes a variable of its own, and each pattern a condition over it.

use super::presence::Fact;
use super::scope::Body;
use super::types::{boolean, unknown};
use crate::ast::{self, Arm, ArmPattern, BinaryOp, Literal, Spanned, Test};
use crate::check::model::{Expr, ExprKind, Members};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::vocab::{Ty, Type};

impl Body<'_, '_> {
    pub(super) fn case(
        &mut self,
        subject: Option<&ast::Expr>,
        arms: &[Arm],
        otherwise: Option<&ast::Expr>,
        span: Span,
    ) -> Expr {
        let Some(subject) = subject else { return self.choice(None, arms, otherwise, span) };
        let subject = self.expr(subject);
        self.check_repeated_literals(arms);
        if matches!(subject.kind, ExprKind::Var(_)) {
            return self.choice(Some(&subject), arms, otherwise, span);
        }
        let path = self.path(&subject);
        let var = self.declare_hidden("case", subject.ty.clone(), path);
        let read = Expr { kind: ExprKind::Var(var), ty: subject.ty.clone(), span: subject.span };
        let choice = self.choice(Some(&read), arms, otherwise, span);
        Expr { ty: choice.ty.clone(), kind: ExprKind::Let(var, Box::new(subject), Box::new(choice)), span }
    }

    /// The arms in order; each knows that those before it did not hold.
    fn choice(&mut self, subject: Option<&Expr>, arms: &[Arm], otherwise: Option<&ast::Expr>, span: Span) -> Expr {
        let mut before: Vec<Fact> = Vec::new();
        let mut checked = Vec::new();
        let mut ty = Ty { ty: Type::Unknown, is_optional: otherwise.is_none() };
        for arm in arms {
            let condition = self.knowing(before.clone(), |body| body.pattern(subject, &arm.pattern, span));
            let mut facts = before.clone();
            facts.extend(self.facts_if(&condition));
            let value = self.knowing(facts, |body| body.expr(&arm.value));
            before.extend(self.facts_unless(&condition));
            self.add_value(&mut ty, &value);
            checked.push((condition, value));
        }
        let otherwise = otherwise.map(|value| {
            let value = self.knowing(before, |body| body.expr(value));
            self.add_value(&mut ty, &value);
            Box::new(value)
        });
        Expr { kind: ExprKind::Case(checked, otherwise), ty, span }
    }

    fn add_value(&mut self, ty: &mut Ty, value: &Expr) {
        ty.ty = self.join_or_report(&ty.ty, value, "the values of a `case` have one type");
        ty.is_optional |= value.ty.is_optional;
    }

    fn pattern(&mut self, subject: Option<&Expr>, pattern: &ArmPattern, case: Span) -> Expr {
        let subject = subject.map(|subject| self.narrow(subject.clone()));
        match (pattern, subject) {
            (ArmPattern::Condition(condition), _) => self.condition(condition),
            (ArmPattern::Test(test, span), Some(subject)) => self.test(subject, test, false, *span),
            (ArmPattern::Literals(literals), Some(subject)) => self.literals(&subject, literals, case),
            // The grammar gives such patterns only to a `case` with a subject.
            (ArmPattern::Test(..) | ArmPattern::Literals(_), None) => unknown(case),
        }
    }

    /// `"a" | "b"`: the subject is one of them; `none` asks whether it is absent.
    fn literals(&mut self, subject: &Expr, literals: &[Spanned<Literal>], case: Span) -> Expr {
        let mut members = Members::default();
        let mut conditions = Vec::new();
        for Spanned { node: literal, span } in literals {
            conditions.push(match literal {
                Literal::None => self.test(subject.clone(), &Test::Absent, false, *span),
                literal => self.equals_literal(subject, literal, *span),
            });
            match literal {
                Literal::Text(text) => members.texts.push(text.clone()),
                Literal::Int(int) => members.ints.push(*int),
                Literal::Real(_) | Literal::Bool(_) | Literal::None => {}
            }
        }
        let span = literals.first().zip(literals.last()).map_or(case, |(first, last)| first.span.to(last.span));
        if conditions.len() > 1 && members.texts.len() + members.ints.len() == conditions.len() {
            return boolean(ExprKind::InSet(Box::new(subject.clone()), members), span);
        }
        let either = |left, right| boolean(ExprKind::Binary(BinaryOp::Or, Box::new(left), Box::new(right)), span);
        conditions.into_iter().reduce(either).unwrap_or_else(|| unknown(case))
    }

    /// A literal that an arm before takes is never reached.
    fn check_repeated_literals(&mut self, arms: &[Arm]) {
        let mut seen: Vec<&Spanned<Literal>> = Vec::new();
        for arm in arms {
            let ArmPattern::Literals(literals) = &arm.pattern else { continue };
            for literal in literals {
                match seen.iter().find(|known| known.node == literal.node) {
                    Some(first) => {
                        let message = format!("{} is taken by an arm before", self.quote(literal.span));
                        self.report(
                            Diagnostic::new(Code::AlwaysFalse, literal.span, message).also(first.span, "the first one"),
                        );
                    }
                    None => seen.push(literal),
                }
            }
        }
    }
}
