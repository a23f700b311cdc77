//! From pest's pairs to expressions.

use pest::iterators::Pair;

use super::Reader;
use super::grammar::Rule;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{Arm, ArmPattern, BinaryOp, Expr, ExprKind};

impl Reader<'_> {
    /// An expression of any form. Callers outside this function go through `operand` or `deeper`, which bound the depth.
    pub(super) fn expr(&mut self, pair: Pair<Rule>) -> Expr {
        let pair = innermost(pair);
        let span = self.span(&pair);
        let kind = match pair.as_rule() {
            Rule::expr | Rule::and_expr | Rule::coalesce | Rule::sum => return self.chain(pair),
            Rule::not_expr => return self.not(pair),
            Rule::tested => return self.tested(pair),
            Rule::postfix => return self.postfix(pair),
            Rule::aggregate => return self.aggregate(pair),
            Rule::paren => {
                let inner = pair.into_inner().find(|part| part.as_rule() == Rule::expr);
                // The range with its parentheses is the one to underline.
                let Some(inner) = inner else { return self.missing(span) };
                return Expr { span, ..self.operand(inner) };
            }
            Rule::call => self.call(pair),
            Rule::reference => Some(ExprKind::Name(pair.as_str().to_string())),
            Rule::case => Some(self.case(pair)),
            Rule::json => self.json(pair),
            Rule::list => Some(ExprKind::List(self.exprs(pair))),
            Rule::list_for => {
                self.check_in_json(&pair, "a `[for ...]` stands inside `json` only", "outside `json`, write `list`");
                self.list_for(pair)
            }
            Rule::object => {
                self.check_in_json(&pair, "an object stands inside `json` only", "write `json { ... }`");
                Some(self.object(pair))
            }
            _ => Some(ExprKind::Literal(self.literal(&pair).node)),
        };
        kind.map_or_else(|| self.missing(span), |kind| Expr { kind, span })
    }

    /// Operands with operators of one precedence between them; they group to the left.
    fn chain(&mut self, pair: Pair<Rule>) -> Expr {
        let span = self.span(&pair);
        let (mut operands, mut ops) = (Vec::new(), Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::k_or => ops.push(BinaryOp::Or),
                Rule::k_and => ops.push(BinaryOp::And),
                Rule::coalescing => ops.push(BinaryOp::Coalesce),
                Rule::plus => ops.push(BinaryOp::Add),
                Rule::minus => ops.push(BinaryOp::Sub),
                _ => operands.push(part),
            }
        }
        let n_ops = ops.len();
        if !self.can_go_deeper(n_ops, span) {
            return self.missing(span);
        }
        let mut operands = operands.into_iter();
        let Some(first) = operands.next() else { return self.missing(span) };
        let mut left = self.deeper(n_ops, first);
        for (index, (op, right)) in ops.into_iter().zip(operands).enumerate() {
            let right = self.deeper(n_ops - index, right);
            let span = left.span.to(right.span);
            left = Expr { kind: ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }, span };
        }
        left
    }

    fn not(&mut self, pair: Pair<Rule>) -> Expr {
        let whole = self.span(&pair);
        let mut parts: Vec<_> = pair.into_inner().collect();
        let Some(of) = parts.pop() else { return self.missing(whole) };
        if !self.can_go_deeper(parts.len(), whole) {
            return self.missing(whole);
        }
        let mut expr = self.deeper(parts.len(), of);
        for not in parts.into_iter().rev() {
            let span = self.span(&not).to(expr.span);
            expr = Expr { kind: ExprKind::Not(Box::new(expr)), span };
        }
        expr
    }

    /// `x.a.b(c)`.
    fn postfix(&mut self, pair: Pair<Rule>) -> Expr {
        let whole = self.span(&pair);
        let mut parts = pair.into_inner();
        let Some(first) = parts.next() else { return self.missing(whole) };
        let properties: Vec<_> = parts.filter(|part| part.as_rule() == Rule::property).collect();
        if !self.can_go_deeper(properties.len(), whole) {
            return self.missing(whole);
        }
        let mut of = self.deeper(properties.len(), first);
        for property in properties {
            let span = of.span.to(self.span(&property));
            let mut parts = property.into_inner();
            let Some(name) = parts.next() else { return self.missing(whole) };
            let name = self.name(&name);
            let args = parts.next().map(|args| self.exprs(args));
            of = Expr { kind: ExprKind::Property { of: Box::new(of), name, args }, span };
        }
        of
    }

    fn call(&mut self, pair: Pair<Rule>) -> Option<ExprKind> {
        let mut parts = pair.into_inner();
        let name = self.name(&parts.next()?);
        self.calls.push(name.node.clone());
        let args = self.exprs(parts.next()?);
        Some(ExprKind::Call { name, args })
    }

    /// The expressions between brackets.
    fn exprs(&mut self, pair: Pair<Rule>) -> Vec<Expr> {
        let exprs: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::expr).collect();
        exprs.into_iter().map(|expr| self.operand(expr)).collect()
    }

    fn json(&mut self, pair: Pair<Rule>) -> Option<ExprKind> {
        let value = pair.into_inner().find(|part| part.as_rule() == Rule::term)?;
        let was_in_json = std::mem::replace(&mut self.is_in_json, true);
        let value = self.operand(value);
        self.is_in_json = was_in_json;
        Some(ExprKind::Json(Box::new(value)))
    }

    fn object(&mut self, pair: Pair<Rule>) -> ExprKind {
        let pairs: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::pair).collect();
        let entries = pairs.into_iter().filter_map(|pair| {
            let mut parts = pair.into_inner();
            let key = self.key(parts.next()?);
            let value = parts.find(|part| part.as_rule() == Rule::expr)?;
            Some((key, self.operand(value)))
        });
        ExprKind::Object(entries.collect())
    }

    fn check_in_json(&mut self, pair: &Pair<Rule>, message: &str, help: &str) {
        if !self.is_in_json {
            let diagnostic = Diagnostic::new(Code::OnlyInJson, self.span(pair), message).help(help);
            self.diagnostics.push(diagnostic);
        }
    }

    fn case(&mut self, pair: Pair<Rule>) -> ExprKind {
        let (mut subject, mut arms, mut otherwise) = (None, Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::coalesce => subject = Some(Box::new(self.operand(part))),
                Rule::conditions | Rule::choices => self.arms(part, &mut arms, &mut otherwise),
                _ => {}
            }
        }
        ExprKind::Case { subject, arms, otherwise: otherwise.map(|(value, _)| Box::new(value)) }
    }

    fn arms(&mut self, pair: Pair<Rule>, arms: &mut Vec<Arm>, otherwise: &mut Option<(Expr, Span)>) {
        for part in pair.into_inner().filter(|part| part.as_rule() != Rule::comma) {
            let span = self.span(&part);
            if let Some((_, before)) = otherwise {
                let before = *before;
                let diagnostic = Diagnostic::new(Code::MisplacedPart, span, "no arm can stand behind `else`")
                    .also(before, "takes everything that is left");
                self.diagnostics.push(diagnostic);
            }
            let is_else = part.as_rule() == Rule::otherwise;
            let mut sides = part.into_inner().filter(|side| !matches!(side.as_rule(), Rule::becomes | Rule::k_else));
            let (Some(first), second) = (sides.next(), sides.next()) else { continue };
            if is_else {
                *otherwise = Some((self.operand(first), span));
            } else if let (Some(pattern), Some(value)) = (self.pattern(first), second) {
                let value = self.operand(value);
                arms.push(Arm { pattern, value });
            }
        }
    }

    fn pattern(&mut self, pair: Pair<Rule>) -> Option<ArmPattern> {
        let span = self.span(&pair);
        match pair.as_rule() {
            Rule::expr => Some(ArmPattern::Condition(self.operand(pair))),
            Rule::alternatives => {
                let literals: Vec<_> = pair.into_inner().filter(|part| part.as_rule() != Rule::bar).collect();
                Some(ArmPattern::Literals(literals.iter().map(|literal| self.literal(literal)).collect()))
            }
            _ => {
                let (test, is_negated) = self.question(pair)?;
                if is_negated {
                    let diagnostic = Diagnostic::new(Code::Syntax, span, "the pattern of an arm can not be negated")
                        .help("put the other case first and this one under `else`, or use `case { condition => ... }`");
                    self.diagnostics.push(diagnostic);
                }
                Some(ArmPattern::Test(test, span))
            }
        }
    }
}

/// Steps through levels of precedence that add nothing.
fn innermost(mut pair: Pair<Rule>) -> Pair<Rule> {
    while matches!(
        pair.as_rule(),
        Rule::expr
            | Rule::and_expr
            | Rule::not_expr
            | Rule::tested
            | Rule::coalesce
            | Rule::sum
            | Rule::term
            | Rule::postfix
    ) {
        let mut inner = pair.clone().into_inner();
        match (inner.next(), inner.next()) {
            (Some(only), None) => pair = only,
            _ => break,
        }
    }
    pair
}
