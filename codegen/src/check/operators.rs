//! Conditions and operators: `and`, `or`, comparisons, `??`, `+` and `-`.

use super::exprs::{COUNT_HELP, Taker};
use super::scope::Body;
use super::types::{self, Comparison, boolean, describe, is_number, is_text, present, unknown};
use crate::ast::{self, BinaryOp, Literal};
use crate::check::model::{Expr, ExprKind};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::node_types::NodeTypes;
use crate::vocab::{Ty, Type};

impl Body<'_, '_> {
    /// Types a condition: a truth value, or a value that may be absent, which then means that it is present.
    pub(super) fn condition(&mut self, condition: &ast::Expr) -> Expr {
        let typed = self.expr(condition);
        let span = condition.span;
        match (&typed.kind, &typed.ty) {
            (ExprKind::Bool(value), _) if matches!(condition.kind, ast::ExprKind::Literal(_)) => {
                let (code, words) = if *value { (Code::AlwaysTrue, "always") } else { (Code::AlwaysFalse, "never") };
                self.error(code, span, format!("the condition `{value}` {words} holds"));
                typed
            }
            (ExprKind::None, Ty { is_optional: true, .. }) => {
                self.error(Code::AlwaysFalse, span, "`none` is absent, so this condition never holds");
                typed
            }
            (_, Ty { ty: Type::Bool | Type::Unknown, .. }) => typed,
            (_, Ty { is_optional: true, .. }) => boolean(ExprKind::Present(Box::new(typed)), span),
            (_, ty) => {
                let message = format!(
                    "a condition is true or false, or asks whether a value is there; {} is {} and always there",
                    self.quote(span),
                    describe(ty)
                );
                let help = match ty.ty {
                    Type::List(_) => Some("`count ... > 0` asks whether it has members".to_owned()),
                    _ => None,
                };
                self.report(Diagnostic::new(Code::WrongType, span, message).help(help));
                unknown(span)
            }
        }
    }

    pub(super) fn binary(&mut self, op: BinaryOp, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        match op {
            BinaryOp::And | BinaryOp::Or => {
                let left = self.condition(left);
                let facts = if op == BinaryOp::And { self.facts_if(&left) } else { self.facts_unless(&left) };
                let right = self.knowing(facts, |body| body.condition(right));
                if op == BinaryOp::And {
                    self.check_contradiction(&left, &right);
                }
                boolean(ExprKind::Binary(op, Box::new(left), Box::new(right)), span)
            }
            BinaryOp::Coalesce => self.coalesce(left, right, span),
            BinaryOp::Add | BinaryOp::Sub => self.arithmetic(op, left, right, span),
            BinaryOp::Eq | BinaryOp::Ne => {
                let [left, right] = [self.expr(left), self.expr(right)];
                self.equality(op, left, right, span)
            }
            BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => self.order(op, left, right, span),
        }
    }

    fn coalesce(&mut self, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let left = self.expr(left);
        let right = self.expr(right);
        if !left.ty.is_optional && left.ty.ty != Type::Unknown {
            let message = format!("{} is never absent, so what follows `??` is never taken", self.quote(left.span));
            self.error(Code::AlwaysTrue, left.span, message);
        }
        let ty = self.join_or_report(&left.ty.ty, &right, "both sides of `??` have one type");
        let is_optional = left.ty.is_optional && right.ty.is_optional;
        let kind = ExprKind::Binary(BinaryOp::Coalesce, Box::new(left), Box::new(right));
        Expr { kind, ty: Ty { ty, is_optional }, span }
    }

    fn arithmetic(&mut self, op: BinaryOp, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let left = self.expr(left);
        let right = self.expr(right);
        let is_optional = left.ty.is_optional || right.ty.is_optional;
        let ty = match (&left.ty.ty, &right.ty.ty) {
            (Type::Unknown, _) | (_, Type::Unknown) => Type::Unknown,
            (Type::Int, Type::Int) => Type::Int,
            (l, r) if is_number(l) && is_number(r) => Type::Real,
            (Type::Text, Type::Text) if op == BinaryOp::Add => Type::Text,
            (l, r) => {
                let (sign, rule) = match op {
                    BinaryOp::Add => ("+", "adds two numbers or joins two texts"),
                    _ => ("-", "takes one number from another"),
                };
                let types = [l, r].map(|ty| describe(&present(ty.clone())));
                let message = format!("`{sign}` {rule}, not {} and {}", types[0], types[1]);
                let help = match (l, r) {
                    (Type::Text, Type::Int | Type::Real | Type::Bool)
                    | (Type::Int | Type::Real | Type::Bool, Type::Text) => Some("`text(...)` makes text of a number"),
                    (Type::Node(_), _) | (_, Type::Node(_)) => Some("`.text` is the source text of a node"),
                    (Type::Literal, _) | (_, Type::Literal) => {
                        Some("`.string` is the value of a string, `.integer` that of a whole number")
                    }
                    _ => None,
                };
                self.report(Diagnostic::new(Code::WrongType, span, message).help(help.map(str::to_owned)));
                Type::Unknown
            }
        };
        Expr { kind: ExprKind::Binary(op, Box::new(left), Box::new(right)), ty: Ty { ty, is_optional }, span }
    }

    /// `==` and `!=`, also between the subject and the literal of a `case`.
    pub(super) fn equality(&mut self, op: BinaryOp, left: Expr, right: Expr, span: Span) -> Expr {
        let never = match op {
            BinaryOp::Ne => Code::AlwaysTrue,
            _ => Code::AlwaysFalse,
        };
        let is_none = |expr: &Expr| matches!(expr.kind, ExprKind::None) && expr.ty.is_optional;
        if is_none(&left) || is_none(&right) {
            let message = "nothing equals `none`: a comparison with an absent value never holds";
            let help = "ask `is absent` or `is present`; `.is_none` tells whether an expression is Python's `None`";
            self.report(Diagnostic::new(never, span, message).help(help));
        } else {
            let types = [&left, &right].map(|side| describe(&present(side.ty.ty.clone())));
            match types::compare(self.vocabulary, &left.ty.ty, &right.ty.ty) {
                Comparison::Open => self.check_kind_word(&left, &right, never),
                Comparison::Never => {
                    let message = format!("{} and {} are never equal", types[0], types[1]);
                    self.error(never, span, message);
                }
                Comparison::Nonsense => self.report_incomparable([&left, &right], span),
            }
        }
        boolean(ExprKind::Binary(op, Box::new(left), Box::new(right)), span)
    }

    fn report_incomparable(&mut self, sides: [&Expr; 2], span: Span) {
        let types = sides.map(|side| describe(&present(side.ty.ty.clone())));
        let message = format!("{} can not be compared with {}", types[0], types[1]);
        let is_of = |wanted: fn(&Type) -> bool| sides.iter().any(|side| wanted(&side.ty.ty));
        let has_node = is_of(|ty| matches!(ty, Type::Node(_)));
        let has_expr = is_of(|ty| matches!(ty, Type::Node(class) if class == "expr"));
        let help = if has_expr && is_of(is_text) {
            Some("`is` asks what a name stands for; or compare what it says: `.text`, `.name`, `.constant`".to_owned())
        } else {
            has_node.then(|| "compare what it says: `.text`, `.name`, `.constant`".to_owned())
        };
        self.report(Diagnostic::new(Code::WrongType, span, message).help(help));
    }

    fn order(&mut self, op: BinaryOp, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let left = self.expr(left);
        let right = self.expr(right);
        let has_order = |ty: &Type| is_number(ty) || is_text(ty) || *ty == Type::Literal;
        if has_order(&left.ty.ty) && has_order(&right.ty.ty) {
            if types::compare(self.vocabulary, &left.ty.ty, &right.ty.ty) == Comparison::Never {
                let types = [&left, &right].map(|side| describe(&present(side.ty.ty.clone())));
                let message = format!("{} and {} have no order, so this never holds", types[0], types[1]);
                self.error(Code::AlwaysFalse, span, message);
            }
        } else {
            let wrong = if has_order(&left.ty.ty) { &right } else { &left };
            let message = format!("only numbers and texts have an order, not {}", describe(&wrong.ty));
            let help = matches!(wrong.ty.ty, Type::List(_)).then(|| COUNT_HELP.to_owned());
            self.report(Diagnostic::new(Code::WrongType, wrong.span, message).help(help));
        }
        boolean(ExprKind::Binary(op, Box::new(left), Box::new(right)), span)
    }

    /// `x.kind == "text"`: the grammar must have such a kind, and a node of the class of `x` must be able to have it.
    fn check_kind_word(&mut self, left: &Expr, right: &Expr, never: Code) {
        for (of, word) in [(left, right), (right, left)] {
            if let ExprKind::Text(kind) = &word.kind {
                self.check_kind_of(of, kind, word.span, never);
            }
        }
    }

    /// When `of` is the syntax kind of a node: it must be able to be `kind`.
    pub(super) fn check_kind_of(&mut self, of: &Expr, kind: &str, span: Span, never: Code) {
        let ExprKind::Property { prim, of: node, .. } = &of.kind else { return };
        let Type::Node(class) = &node.ty.ty else { return };
        if prim != "node_kind" {
            return;
        }
        if !NodeTypes::python().is_kind(kind) {
            self.report_unknown_kind(kind, span);
        } else if !self.may_have_kind(class, &[kind.to_owned()]) {
            self.error(never, span, format!("the kind of `{class}` is never `{kind}`"));
        }
    }

    pub(super) fn report_unknown_kind(&mut self, kind: &str, span: Span) {
        let message = format!("the grammar of Python has no kind `{kind}`");
        let help = did_you_mean(kind, NodeTypes::python().kinds());
        self.report(Diagnostic::new(Code::UnknownKind, span, message).help(help));
    }

    /// The operand of a test on text.
    pub(super) fn take_text(&mut self, expr: &Expr, words: &str) {
        let help = match &expr.ty.ty {
            ty if is_text(ty) => return,
            Type::Node(_) => Some("`.text` is the source text of a node, `.string` the value of a string"),
            Type::Literal => Some("`.string` is the value, when it is a string"),
            Type::List(_) => Some("`x in list` asks for a member"),
            _ => None,
        };
        let message = format!("`{words}` is asked of text, but {} is {}", self.quote(expr.span), describe(&expr.ty));
        self.report(Diagnostic::new(Code::WrongType, expr.span, message).help(help.map(str::to_owned)));
    }

    /// A literal of the rule file as a typed expression, compared with `of`.
    pub(super) fn equals_literal(&mut self, of: &Expr, literal: &Literal, span: Span) -> Expr {
        let literal = super::exprs::literal_expr(literal, span);
        self.equality(BinaryOp::Eq, of.clone(), literal, span)
    }

    /// The region of a loop or aggregate.
    pub(super) fn take_region(&mut self, region: &Expr) {
        if !matches!(region.ty.ty, Type::Node(_) | Type::Unknown) {
            let taker = Taker::of_language("a region");
            self.take(region, &types::optional(Type::Node("node".to_owned())), &taker);
        }
    }
}
