//! From the expression of a statement to the values that an author wants to see of it: what it read and compared, not
//! every step on the way.

use std::collections::BTreeSet;

use aud_rules_codegen::unparse::property_of;
use aud_rules_codegen::vocab::Type;
use aud_rules_plan::{Expr, Question};
use aud_rules_runtime::rules::interp::{Reading, StepTrace};
use aud_rules_runtime::rules::names;
use aud_rules_runtime::value::Value;

use super::report::Reporter;
use crate::exit::Failure;
use crate::shown::{Asked, Shown, ask, show};

/// Names of classes that are shown.
const MAX_NAMES: usize = 6;

/// What an expression saw.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Operand {
    /// The expression in the words of the rule.
    pub(super) text: String,
    /// Its value.
    pub(super) value: Shown,
    /// What other files were asked for it.
    pub(super) asked: Option<Asked>,
    /// Of an aggregate with a condition: members looked at, those that passed, and those left open.
    pub(super) members: Option<Members>,
}

/// What became of the members of an aggregate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Members {
    /// Members that were looked at; `any` and `first` stop when they have found one.
    pub(super) n_seen: usize,
    /// Members that surely passed the condition.
    pub(super) n_passed: usize,
    /// Members of which other files decide.
    pub(super) n_open: usize,
}

/// Collects the operands of one statement.
pub(super) struct Operands<'o, 'r, 'v, 't> {
    reporter: Reporter<'r, 'v, 't>,
    step: &'o StepTrace<'t>,
    seen: BTreeSet<String>,
    /// What was found, in the order of the text.
    pub(super) found: Vec<Operand>,
}

impl<'o, 'r, 'v, 't> Operands<'o, 'r, 'v, 't> {
    pub(super) fn new(reporter: Reporter<'r, 'v, 't>, step: &'o StepTrace<'t>) -> Self {
        Operands { reporter, step, seen: BTreeSet::new(), found: Vec::new() }
    }

    /// Those of a condition, whose own value the statement shows.
    pub(super) fn of_condition(&mut self, condition: &Expr) -> Result<(), Failure> {
        match condition {
            Expr::Prop { prim, .. } if !is_test(prim) => self.whole(condition),
            Expr::Var(_) | Expr::Collect { .. } | Expr::Group { .. } => self.whole(condition),
            _ => self.parts(condition),
        }
    }

    /// Those of a value that the statement shows itself: the way to it matters when it led nowhere.
    pub(super) fn of_value(&mut self, value: &Expr) -> Result<(), Failure> {
        match value {
            Expr::Prop { .. } if self.is_absent(value) => self.parts(value),
            Expr::Prop { of: _, args, .. } => args.iter().try_for_each(|arg| self.whole(arg)),
            Expr::Var(_) => Ok(()),
            Expr::Collect { .. } | Expr::Group { .. } => self.whole(value),
            _ => self.parts(value),
        }
    }

    /// What the expression is made of, and its value.
    fn whole(&mut self, expr: &Expr) -> Result<(), Failure> {
        match expr {
            // A chain of properties is one reading; only when it led nowhere its parts say where it ended.
            Expr::Prop { prim, args, .. } if !is_test(prim) && !self.is_absent(expr) => {
                args.iter().try_for_each(|arg| self.whole(arg))?;
            }
            _ => self.parts(expr)?,
        }
        self.step.reading(expr).map_or(Ok(()), |reading| self.push(*reading))
    }

    /// What the expression is made of. What was not come to has no reading.
    fn parts(&mut self, expr: &Expr) -> Result<(), Failure> {
        match expr {
            // The members that it looked at are counted.
            Expr::Collect { source, .. } | Expr::Group { source, .. } => match source.root() {
                Expr::Var(_) => Ok(()),
                root => self.whole(root),
            },
            Expr::Ask { question, of, names: _ } => {
                self.whole(of)?;
                self.lineage(*question, of);
                Ok(())
            }
            _ => {
                let mut parts = Vec::new();
                expr.for_each_part(&mut |part| parts.push(part));
                parts.into_iter().try_for_each(|part| self.whole(part))
            }
        }
    }

    /// What is known of the classes that the question is about.
    fn lineage(&mut self, question: Question, of: &Expr) {
        let Some(Value::Node(node)) = self.step.reading(of).map(|reading| reading.value) else { return };
        let Reporter { view, words } = self.reporter;
        let (what, known) = match question {
            Question::InstanceOf => ("what makes", names::makers(view.state, node)),
            Question::Inherits => ("classes above", names::ancestors(view.state, node)),
            Question::Is | Question::IsExactly | Question::DecoratedBy => return,
        };
        let text = format!("{what} {}", words.expr(of));
        if self.seen.insert(text.clone()) {
            let shown = if known.is_empty() { "unknown".to_owned() } else { quoted(&known) };
            let value = Shown { text: shown, json: known.into() };
            self.found.push(Operand { text, value, asked: None, members: None });
        }
    }

    fn is_absent(&self, expr: &Expr) -> bool {
        self.step.reading(expr).is_some_and(|reading| reading.value.is_none())
    }

    fn push(&mut self, reading: Reading<'t>) -> Result<(), Failure> {
        let Reporter { view, words } = self.reporter;
        if self.says_nothing_more(reading.expr) {
            return Ok(());
        }
        let text = words.expr(reading.expr);
        if !self.seen.insert(text.clone()) {
            return Ok(());
        }
        let value = show(view.state, reading.value, class_of(reading.expr));
        let asked = ask(view, reading.value)?;
        self.found.push(Operand { text, value, asked, members: self.members(reading.expr) });
        Ok(())
    }

    /// The value follows from those of the parts in a way that everybody sees.
    fn says_nothing_more(&self, expr: &Expr) -> bool {
        match expr {
            Expr::List(_) | Expr::Object(_) | Expr::Let { .. } | Expr::And(_) | Expr::Or(_) | Expr::Present(_) => true,
            Expr::Prop { prim: _, of, args: _ } => self.is_absent(of),
            Expr::Ask { question: _, of, names: _ } => self.leads_nowhere(of),
            Expr::Pure { op, args } => op == "not" || args.iter().any(|arg| self.leads_nowhere(arg)),
            _ => false,
        }
    }

    /// The property is read from what is absent, and so is the test of it false.
    fn leads_nowhere(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Prop { prim: _, of, args: _ } if self.is_absent(of))
    }

    fn members(&self, expr: &Expr) -> Option<Members> {
        let (Expr::Collect { condition, .. } | Expr::Group { condition, .. }) = expr else { return None };
        let condition = condition.as_deref()?;
        let none = Members { n_seen: 0, n_passed: 0, n_open: 0 };
        Some(self.step.reading(condition).map_or(none, |reading| Members {
            n_seen: reading.n_times,
            n_passed: reading.n_held,
            n_open: reading.n_open,
        }))
    }
}

/// The first of some dotted names.
fn quoted(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(MAX_NAMES).map(|name| format!("`{name}`")).collect();
    if let Some(n_more @ 1..) = names.len().checked_sub(MAX_NAMES) {
        shown.push(format!("and {n_more} more"));
    }
    shown.join(", ")
}

/// A test that the rule does not write as a property.
fn is_test(prim: &str) -> bool {
    matches!(prim, "expr_refers_to" | "node_is_kind")
}

/// The class of the nodes that an expression gives, where the vocabulary says.
pub(super) fn class_of(expr: &Expr) -> Option<&'static str> {
    let Expr::Prop { prim, .. } = expr else { return None };
    class_of_type(&property_of(prim)?.ty.ty)
}

/// The class that a type speaks of.
fn class_of_type(ty: &'static Type) -> Option<&'static str> {
    match ty {
        Type::Node(class) => Some(class),
        Type::List(member) => class_of_type(member),
        _ => None,
    }
}
