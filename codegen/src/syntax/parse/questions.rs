//! From pest's pairs to comparisons and tests of one value: `==`, `in`, `is`, `like`, ...

use pest::iterators::Pair;

use super::Reader;
use super::grammar::Rule;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Names, SetMember, SetRef, Spanned, Test};
use crate::syntax::text;

impl Reader<'_> {
    /// An expression with at most one test behind it; reports a second one.
    pub(super) fn tested(&mut self, pair: Pair<Rule>) -> Expr {
        let whole = self.span(&pair);
        let mut parts = pair.into_inner();
        let Some(of) = parts.next() else { return self.missing(whole) };
        let of = self.operand(of);
        let (Some(test), second) = (parts.next(), parts.next()) else { return of };
        if let Some(second) = second {
            let diagnostic =
                Diagnostic::new(Code::ChainedTests, self.span(&second), "a test can not follow another one")
                    .also(self.span(&test), "the first test")
                    .help("join two tests with `and`, or put the first one into parentheses");
            self.diagnostics.push(diagnostic);
        }
        let span = of.span.to(self.span(&test));
        let kind = self.test(of, test);
        kind.map_or_else(|| self.missing(span), |kind| Expr { kind, span })
    }

    fn test(&mut self, of: Expr, pair: Pair<Rule>) -> Option<ExprKind> {
        let test = pair.into_inner().next()?;
        if test.as_rule() == Rule::comparison {
            let mut parts = test.into_inner();
            let op = comparison(parts.next()?.as_str())?;
            let right = self.operand(parts.next()?);
            return Some(ExprKind::Binary { op, left: Box::new(of), right: Box::new(right) });
        }
        let (test, is_negated) = self.question(test)?;
        Some(ExprKind::Test { of: Box::new(of), test, is_negated })
    }

    /// A test without the value that is tested, and whether it is written with `not`.
    pub(super) fn question(&mut self, pair: Pair<Rule>) -> Option<(Test, bool)> {
        let form = pair.into_inner().next()?;
        let rule = form.as_rule();
        let is_negated = form.clone().into_inner().any(|part| part.as_rule() == Rule::k_not);
        let operand = form.into_inner().rfind(|part| !is_word_of_test(part.as_rule()))?;
        let test = match rule {
            Rule::in_test => Test::In(self.set_ref(operand)?),
            Rule::is_test => self.is_test(operand)?,
            Rule::instance_test => Test::InstanceOf(self.names(operand)?),
            Rule::inherits_test => Test::Inherits(self.names(operand)?),
            Rule::decorated_test => Test::DecoratedBy(self.names(operand)?),
            Rule::refers_test => Test::RefersTo(Box::new(self.operand(operand))),
            Rule::starts_test => Test::StartsWith(Box::new(self.operand(operand))),
            Rule::ends_test => Test::EndsWith(Box::new(self.operand(operand))),
            Rule::contains_test => Test::Contains(Box::new(self.operand(operand))),
            _ => {
                let span = self.span(&operand);
                let slashed = operand.as_str();
                Test::Like(Spanned { node: text::unescape_pattern(&slashed[1..slashed.len() - 1]), span })
            }
        };
        Some((test, is_negated))
    }

    fn is_test(&mut self, pair: Pair<Rule>) -> Option<Test> {
        Some(match pair.as_rule() {
            Rule::k_present => Test::Present,
            Rule::k_absent => Test::Absent,
            Rule::is_exactly => {
                Test::IsExactly(self.names(pair.into_inner().find(|part| part.as_rule() == Rule::names)?)?)
            }
            Rule::is_a => Test::IsA(self.class(pair.into_inner().find(|part| part.as_rule() == Rule::class)?)?),
            _ => Test::Is(self.names(pair)?),
        })
    }

    fn names(&mut self, pair: Pair<Rule>) -> Option<Names> {
        let operand = pair.into_inner().next()?;
        self.set_ref(operand)
    }

    fn set_ref(&mut self, pair: Pair<Rule>) -> Option<SetRef> {
        let span = self.span(&pair);
        Some(match pair.as_rule() {
            Rule::inline_set => SetRef::Inline(Spanned { node: self.members(pair), span }),
            Rule::text => {
                let literal = self.literal(&pair);
                SetRef::Inline(Spanned { node: vec![SetMember::Literal(literal)], span })
            }
            Rule::set_name => SetRef::Expr(Box::new(Expr { kind: ExprKind::Name(pair.as_str().to_string()), span })),
            _ => SetRef::Expr(Box::new(self.operand(pair))),
        })
    }
}

/// Words in front of the operand of a test.
fn is_word_of_test(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::k_not
            | Rule::k_in
            | Rule::k_is
            | Rule::k_instance
            | Rule::k_of
            | Rule::k_inherits
            | Rule::k_decorated
            | Rule::k_by
            | Rule::k_refers
            | Rule::k_to
            | Rule::k_like
            | Rule::k_starts
            | Rule::k_ends
            | Rule::k_with
            | Rule::k_contains
    )
}

fn comparison(op: &str) -> Option<BinaryOp> {
    Some(match op {
        "==" => BinaryOp::Eq,
        "!=" => BinaryOp::Ne,
        "<" => BinaryOp::Lt,
        "<=" => BinaryOp::Le,
        ">" => BinaryOp::Gt,
        ">=" => BinaryOp::Ge,
        _ => return None,
    })
}
