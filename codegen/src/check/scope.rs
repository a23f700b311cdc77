//! The variables of one rule or predicate while its body is checked: which are visible, what type they have, whether
//! they were read.

use std::ops::{Deref, DerefMut};

use super::Checker;
use super::presence::Fact;
use super::spelling::is_snake_case;
use crate::ast::Name;
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Expr, ExprKind};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::vocab::{Ty, Type};
use aud_rules_plan::VarId;

/// The body of a rule or predicate under check.
pub(super) struct Body<'c, 'a> {
    checker: &'c mut Checker<'a>,
    vars: Vec<Var>,
    visible: Vec<VarId>,
    /// What is known at this place about values that may be absent or of a narrower class.
    pub(super) facts: Vec<Fact>,
    /// Inside `json`, where values of different types may stand side by side.
    pub(super) is_in_json: bool,
    /// Names that are not declared are an error: not in a rule without an anchor, where they follow from it.
    pub(super) reports_unknown_names: bool,
    /// A name was not declared: then a variable that nothing reads may be the one that was meant.
    pub(super) has_unknown_names: bool,
    /// Parts of the predicates that were put in place of calls.
    pub(super) n_inlined: usize,
}

/// A variable.
pub(super) struct Var {
    pub(super) name: String,
    pub(super) ty: Ty,
    /// The value it stands for, when that can be written as a path.
    pub(super) path: Option<String>,
    span: Option<Span>,
    is_used: bool,
}

impl<'a> Deref for Body<'_, 'a> {
    type Target = Checker<'a>;

    fn deref(&self) -> &Self::Target {
        self.checker
    }
}

impl DerefMut for Body<'_, '_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.checker
    }
}

impl<'c, 'a> Body<'c, 'a> {
    pub(super) fn new(checker: &'c mut Checker<'a>) -> Self {
        Body {
            checker,
            vars: Vec::new(),
            visible: Vec::new(),
            facts: Vec::new(),
            is_in_json: false,
            reports_unknown_names: true,
            has_unknown_names: false,
            n_inlined: 0,
        }
    }

    /// Declares a variable that the file names.
    pub(super) fn declare(&mut self, name: &Name, ty: Ty, path: Option<String>) -> VarId {
        if !is_snake_case(name.node.strip_prefix('_').unwrap_or(&name.node)) {
            self.check_spelling("variable", name);
        }
        self.check_shadowing(name);
        self.words.note(name.span, || Meaning::Variable { declared: name.span, ty: ty.clone() });
        self.vars.push(Var { name: name.node.clone(), ty, path, span: Some(name.span), is_used: false });
        let var = self.last_var();
        self.visible.push(var);
        var
    }

    /// Declares a variable that no text can name.
    pub(super) fn declare_hidden(&mut self, name: &str, ty: Ty, path: Option<String>) -> VarId {
        self.vars.push(Var { name: name.to_owned(), ty, path, span: None, is_used: true });
        self.last_var()
    }

    fn last_var(&self) -> VarId {
        VarId(self.vars.len() as u32 - 1)
    }

    fn check_shadowing(&mut self, name: &Name) {
        let text = name.node.as_str();
        let first = self.visible_named(text).and_then(|var| self.var(var).span);
        let (hidden, span) = match (first, self.items.set(text, name.span.file)) {
            (Some(span), _) => ("another variable", span),
            (None, Some(set)) => ("a set", set.name.span),
            (None, None) => return,
        };
        let message = format!("the variable `{text}` would hide {hidden}");
        self.report(
            Diagnostic::new(Code::ShadowedVariable, name.span, message)
                .also(span, "declared here")
                .help("choose another name"),
        );
    }

    fn visible_named(&self, name: &str) -> Option<VarId> {
        self.visible.iter().rev().copied().find(|&var| self.var(var).name == name)
    }

    /// The visible variable of that name, which is read by that.
    pub(super) fn read_var(&mut self, name: &str) -> Option<VarId> {
        let var = self.visible_named(name)?;
        self.vars[var.0 as usize].is_used = true;
        Some(var)
    }

    /// Notes that a word reads the variable.
    pub(super) fn note_variable(&mut self, var: VarId, span: Span) {
        let Some(declared) = self.var(var).span.filter(|_| self.words.is_kept()) else { return };
        let expr = Expr { kind: ExprKind::Var(var), ty: self.var(var).ty.clone(), span };
        let ty = self.narrow(expr).ty;
        self.words.note(span, || Meaning::Variable { declared, ty });
    }

    /// Notes that a word should have been a value.
    pub(super) fn note_missing_value(&mut self, span: Span) {
        if !self.words.is_kept() {
            return;
        }
        let variables =
            self.visible.iter().map(|&var| (self.var(var).name.clone(), self.var(var).ty.clone())).collect();
        self.words.note(span, || Meaning::Unknown(Gap::Value { variables }));
    }

    pub(super) fn var(&self, var: VarId) -> &Var {
        &self.vars[var.0 as usize]
    }

    /// Names that can be read here.
    pub(super) fn visible_names(&self) -> Vec<String> {
        self.visible.iter().map(|&var| self.var(var).name.clone()).collect()
    }

    /// A mark to return to with [`Body::close`].
    pub(super) fn open(&self) -> usize {
        self.visible.len()
    }

    /// Forgets the variables declared since the mark; those that nothing read are errors.
    pub(super) fn close(&mut self, mark: usize) {
        let closed = self.visible.split_off(mark);
        for var in closed {
            self.report_unused(var);
        }
    }

    /// Forgets the variables declared since the mark, read or not.
    pub(super) fn close_quietly(&mut self, mark: usize) {
        self.visible.truncate(mark);
    }

    fn report_unused(&mut self, var: VarId) {
        let Var { name, ty, span: Some(span), is_used: false, .. } = self.var(var) else { return };
        // What is wrong with the value or with another name is the mistake, not that nobody reads this one.
        if name.starts_with('_') || ty.ty == Type::Unknown || self.has_unknown_names {
            return;
        }
        let message = format!("nothing reads the variable `{name}`");
        let help = format!("remove it, or call it `_{name}` to say that it is meant");
        let diagnostic = Diagnostic::new(Code::UnusedVariable, *span, message).help(help);
        self.report(diagnostic);
    }

    /// All variables with their types, by [`VarId`].
    pub(super) fn into_vars(self) -> Vec<(String, Ty)> {
        self.vars.into_iter().map(|var| (var.name, var.ty)).collect()
    }
}
