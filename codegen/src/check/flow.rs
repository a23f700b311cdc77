//! Statements about the flow of data, and `report`: each speaks of nodes, most of them of nodes that have a value.

use super::exprs::Taker;
use super::scope::Body;
use super::types::{describe, optional};
use crate::ast::{self, FlowSays};
use crate::check::model::{Expr, ExprKind, Flow};
use crate::diag::{Code, Diagnostic};
use crate::vocab::Type;
use aud_rules_plan::{ArgumentKey, TestOutcome, VarId};

/// Classes whose nodes have a value: each with those below it.
const VALUED: [&str; 5] = ["argument", "binding", "definition", "expr", "parameter"];

impl Body<'_, '_> {
    /// Types a statement about the flow of data.
    pub(super) fn flow(&mut self, says: &FlowSays, anchor: Option<VarId>) -> Flow {
        match says {
            FlowSays::Source { kinds, at } => {
                let kinds = self.kind_bits(kinds, |used| used.is_produced = true);
                Flow::Source { kinds, at: self.value_at(at, "a source") }
            }
            FlowSays::Sink { kinds, at } => {
                let kinds = self.kind_bits(kinds, |used| used.is_taken = true);
                Flow::Sink { kinds, at: self.value_at(at, "a sink") }
            }
            FlowSays::Clean { kinds, at, when } => {
                let kinds = self.kind_bits(kinds, |_| {});
                let at = self.value_at(at, "what is clean");
                if let Some(when) = when {
                    self.check_outcome(anchor, when);
                }
                Flow::Clean { kinds, at, when: when.as_ref().map(|when| when.node) }
            }
            FlowSays::Step { from, to } => {
                let from = self.values_at(from, "the first part of `step`");
                Flow::Step { from, to: self.value_at(to, "the end of `step`") }
            }
            FlowSays::Call { callee, arguments, result } => {
                let callee = self.value_at(callee, "what is called");
                let arguments = self.call_arguments(arguments);
                let result = result.as_ref().map(|result| self.value_at(result, "the result of `call`"));
                Flow::Call { callee, arguments, result }
            }
        }
    }

    /// Types the place that a problem reports: any node.
    pub(super) fn reported(&mut self, at: &ast::Expr) -> Expr {
        let typed = self.expr(at);
        self.take(&typed, &optional(Type::Node("node".to_owned())), &Taker::of_language("`report at`"));
        typed
    }

    /// Types an expression that must be a node that has a value, or absent.
    fn value_at(&mut self, at: &ast::Expr, what: &str) -> Expr {
        let typed = self.expr(at);
        self.check_value_at(&typed, &typed.ty.ty.clone(), what);
        typed
    }

    /// Types an expression that must be such a node, or a list of such nodes.
    fn values_at(&mut self, at: &ast::Expr, what: &str) -> Expr {
        let typed = self.expr(at);
        let one = match &typed.ty.ty {
            Type::List(member) => (**member).clone(),
            one => one.clone(),
        };
        self.check_value_at(&typed, &one, what);
        typed
    }

    fn check_value_at(&mut self, at: &Expr, ty: &Type, what: &str) {
        match ty {
            Type::Node(class) if self.is_valued(class) => {}
            Type::Node(class) => self.report_no_value(at, class, what),
            Type::Unknown if !matches!(at.kind, ExprKind::None) => {}
            other => {
                let found = if matches!(at.kind, ExprKind::None) { "`none`".to_owned() } else { describe(&at.ty) };
                let message = format!("{what} is a node that has a value, but this is {found}");
                let help =
                    matches!(other, Type::List(_)).then(|| "`for x in ...` before it speaks of each member".to_owned());
                self.report(Diagnostic::new(Code::WrongType, at.span, message).help(help));
            }
        }
    }

    fn is_valued(&self, class: &str) -> bool {
        VALUED.iter().any(|valued| *valued == class || self.vocabulary.is_subclass(class, valued))
    }

    /// Says which of the node's properties has a value.
    fn report_no_value(&mut self, at: &Expr, class: &str, what: &str) {
        let message = format!("{what} is a node that has a value, which `{class}` has not");
        let written = self.quote(at.span);
        let own = self.vocabulary.classes.get(class).filter(|_| class != "node");
        let leads_to_value = |ty: &Type| matches!(ty, Type::Node(class) if self.is_valued(class));
        let properties = own.into_iter().flat_map(|class| class.properties.values());
        let nearest: Vec<String> = properties
            .filter(|property| property.params.is_empty() && leads_to_value(&property.ty.ty))
            .map(|property| match written.as_str() {
                "this value" => format!("its `.{}`", property.name),
                written => format!("`{}.{}`", written.trim_matches('`'), property.name),
            })
            .collect();
        let may_be_valued = VALUED.iter().any(|valued| self.vocabulary.is_subclass(valued, class));
        let help = match nearest.as_slice() {
            [] if may_be_valued => "say before which class it is: `where x is an expr`".to_owned(),
            [] => "expressions, parameters, arguments, bindings, functions and classes have one".to_owned(),
            nearest => format!("{} has one", nearest.join(" or ")),
        };
        self.report(Diagnostic::new(Code::NoValue, at.span, message).help(help));
    }

    /// `when` speaks of how the anchor comes out, which must be an expression.
    fn check_outcome(&mut self, anchor: Option<VarId>, when: &ast::Spanned<TestOutcome>) {
        let Some(anchor) = anchor else { return };
        let Type::Node(class) = &self.var(anchor).ty.ty else { return };
        if class == "expr" || self.vocabulary.is_subclass(class, "expr") {
            return;
        }
        let outcome = when.node;
        let message =
            format!("`when {outcome}` asks how what the rule matches comes out, but a `{class}` is no expression");
        let help = "match the test itself: `match c: call` or `match c: compare`";
        self.report(Diagnostic::new(Code::NoValue, when.span, message).help(help));
    }

    fn call_arguments(&mut self, arguments: &[ast::CallArgument]) -> Vec<(ArgumentKey, Expr)> {
        let mut typed: Vec<(ArgumentKey, Expr)> = Vec::new();
        let n_positional =
            arguments.iter().filter(|argument| matches!(argument.key.node, ArgumentKey::Index(_))).count();
        for ast::CallArgument { key, value } in arguments {
            let value = match key.node {
                ArgumentKey::Index(_) | ArgumentKey::Name(_) => self.value_at(value, "an argument"),
                ArgumentKey::Star | ArgumentKey::DoubleStar => self.values_at(value, "what is spread"),
            };
            let message = match &key.node {
                ArgumentKey::Index(index) if *index as usize >= n_positional => {
                    Some(format!("there is no argument {} before argument {index}", n_positional.saturating_sub(1)))
                        .filter(|_| n_positional > 1)
                        .or_else(|| Some("positional arguments are counted from 0".to_owned()))
                }
                _ if typed.iter().any(|(known, _)| *known == key.node) => {
                    Some("the argument is given twice".to_owned())
                }
                ArgumentKey::DoubleStar if !self.has_keywords(&value) => Some(
                    "expressions have no keywords; `**` takes arguments such as `c.keywords`, or one value".to_owned(),
                ),
                _ => None,
            };
            if let Some(message) = message {
                self.error(Code::BadCallArgument, key.span, message);
            }
            typed.push((key.node.clone(), value));
        }
        typed
    }

    /// What stands behind `**` is a value with entries, or a list of arguments.
    fn has_keywords(&self, value: &Expr) -> bool {
        match &value.ty.ty {
            Type::List(member) => !matches!(&**member, Type::Node(class) if class != "argument"),
            _ => true,
        }
    }
}
