//! Predicates and definitions: each is checked once against its parameters, and put in place of every call under fresh variables.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use super::exprs::Taker;
use super::items::{Key, predicate_word};
use super::scope::Body;
use super::types::unknown;
use crate::ast::Name;
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Expr, ExprKind};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::{Ty, Type};
use aud_rules_plan::VarId;

/// How many predicates may be under check at a time. Each is checked after those that it calls, so this is the length of
/// a circle, and a longer one is no less wrong.
const MAX_OPEN: usize = 4;

/// A predicate so far.
pub(super) enum Template {
    /// Its body is being checked; a call from here would never end.
    Open,
    /// Its condition or value, over variables of its own: the parameters come first.
    Checked { vars: Vec<(String, Ty)>, body: Box<Expr>, n_parts: usize },
    /// It has an error, which is reported.
    Broken,
}

impl<'a> Checker<'a> {
    /// Checks every predicate, also those that nothing calls.
    pub(super) fn check_predicates(&mut self) {
        for key in self.callees_first() {
            if self.diagnostics.is_full() {
                break;
            }
            self.check_predicate(key);
        }
    }

    /// The predicates by name, but each behind those that it calls: so that checking one never leads into another, whose
    /// depths would add up. Of a circle one comes first.
    fn callees_first(&self) -> Vec<Key<'a>> {
        let mut sorted = Vec::new();
        let mut seen: BTreeSet<Key<'a>> = BTreeSet::new();
        for &root in self.items.predicates.keys() {
            // Each with the number of its calls that were followed.
            let mut path: Vec<(Key<'a>, usize)> = Vec::from_iter(seen.insert(root).then_some((root, 0)));
            while let Some((key, n_followed)) = path.last_mut() {
                let caller = self.items.predicates.get(key);
                match caller.and_then(|caller| Some((caller, caller.calls.get(*n_followed)?))) {
                    None => sorted.extend(path.pop().map(|(key, _)| key)),
                    Some((caller, callee)) => {
                        *n_followed += 1;
                        let callee = self.items.predicate(callee, caller.name.span.file).map(Key::of_predicate);
                        path.extend(callee.filter(|callee| seen.insert(*callee)).map(|callee| (callee, 0)));
                    }
                }
            }
        }
        sorted
    }

    /// Where the bodies of the predicates stand.
    pub(super) fn bodies(&self) -> BTreeMap<Span, String> {
        let body = |(key, template): (&Key<'_>, &Template)| match template {
            Template::Checked { body, .. } => Some((body.span, key.name.to_owned())),
            _ => None,
        };
        self.templates.iter().filter_map(body).collect()
    }

    fn check_predicate(&mut self, key: Key<'a>) {
        let Some(&predicate) = self.items.predicates.get(&key) else { return };
        if self.templates.contains_key(&key) {
            return;
        }
        let (what, name) = (predicate_word(predicate), key.name);
        let n_open = self.templates.values().filter(|template| matches!(template, Template::Open)).count();
        if n_open >= MAX_OPEN {
            let message = format!("the {what} `{name}` needs itself, through more than {MAX_OPEN} others");
            self.error(Code::Recursive, predicate.name.span, message);
            self.templates.insert(key, Template::Broken);
            return;
        }
        self.templates.insert(key, Template::Open);
        let errors_before = self.diagnostics.n_errors();
        let mut body = Body::new(self);
        let mark = body.open();
        for (param, ty, is_optional) in &predicate.params {
            let ty = body.param_type(ty);
            body.declare(param, Ty { ty, is_optional: *is_optional }, None);
        }
        let value = if predicate.is_value { body.expr(&predicate.body) } else { body.condition(&predicate.body) };
        body.close(mark);
        let vars = body.into_vars();
        let is_sound = self.diagnostics.n_errors() == errors_before;
        let template = if !is_sound || !self.check_levels(predicate.name.span, &[&value]) {
            Template::Broken
        } else {
            Template::Checked { vars, n_parts: count_parts(&value), body: Box::new(value) }
        };
        self.templates.insert(key, template);
    }
}

impl<'a> Body<'_, 'a> {
    fn param_type(&mut self, ty: &Name) -> Type {
        let word = ty.node.as_str();
        if let Some(plain) = Type::plain(word) {
            self.words.note(ty.span, || Meaning::Type(plain.clone()));
            return plain;
        }
        if self.vocabulary.classes.contains_key(word) {
            self.words.note(ty.span, || Meaning::Class(word.to_owned()));
            return Type::Node(word.to_owned());
        }
        self.words.note(ty.span, || Meaning::Unknown(Gap::ParameterType));
        let message = format!("unknown class or type `{word}`");
        let plain = Type::PLAIN.map(|(name, _)| name);
        let names = self.vocabulary.classes.keys().map(String::as_str).chain(plain);
        let help = did_you_mean(word, names);
        self.report(Diagnostic::new(Code::UnknownClass, ty.span, message).help(help));
        Type::Unknown
    }

    /// Puts a predicate in place of its call.
    pub(super) fn inline(&mut self, predicate: Key<'a>, name: &Name, args: Vec<Expr>, span: Span) -> Expr {
        self.used_predicates.insert(predicate);
        self.check_predicate(predicate);
        let fits = self.take_arguments(predicate, name, &args);
        let n_parts = match self.templates.get(&predicate) {
            Some(Template::Checked { n_parts, .. }) => *n_parts,
            _ => 0,
        };
        let n_before = self.n_inlined;
        self.n_inlined += n_parts;
        if !self.spend_parts(name.span, n_before, n_parts) {
            return unknown(span);
        }
        let (vars, mut body) = match self.templates.get(&predicate) {
            Some(Template::Checked { vars, body, .. }) if fits => (vars.clone(), (**body).clone()),
            Some(Template::Open) => {
                let message = format!("`{}` needs itself", predicate.name);
                self.error(Code::Recursive, name.span, message);
                return unknown(span);
            }
            _ => return unknown(span),
        };
        let mut values: Vec<Option<Expr>> = args.into_iter().map(Some).collect();
        values.resize_with(vars.len(), || None);
        let mut places = Vec::new();
        let mut bindings = Vec::new();
        for ((name, ty), value) in vars.into_iter().zip(values) {
            places.push(match value {
                // A variable or constant can stand in place of the parameter itself.
                Some(value) if is_atom(&value) => value.kind,
                Some(value) => {
                    let path = self.path(&value);
                    let var = self.declare_hidden(&name, ty, path);
                    bindings.push((var, value));
                    ExprKind::Var(var)
                }
                None => ExprKind::Var(self.declare_hidden(&name, ty, None)),
            });
        }
        replace_vars(&mut body, &places);
        bindings.into_iter().rev().fold(body, |body, (var, value)| Expr {
            ty: body.ty.clone(),
            span,
            kind: ExprKind::Let(var, Box::new(value), Box::new(body)),
        })
    }

    /// Checks the arguments; `false` when there are too many or too few.
    fn take_arguments(&mut self, predicate: Key<'a>, name: &Name, args: &[Expr]) -> bool {
        let Some(&declared) = self.items.predicates.get(&predicate) else { return false };
        let names: Vec<&str> = declared.params.iter().map(|(param, ..)| param.node.as_str()).collect();
        if !self.check_argument_count(&format!("`{}`", predicate.name), &names, args.len(), name.span) {
            return false;
        }
        // What is wrong with the types of the parameters was reported where the predicate is declared.
        let Some(Template::Checked { vars, .. }) = self.templates.get(&predicate) else { return true };
        let wanted: Vec<Ty> = vars.iter().take(args.len()).map(|(_, ty)| ty.clone()).collect();
        for ((arg, wanted), (param, ..)) in args.iter().zip(wanted).zip(&declared.params) {
            let words = format!("the parameter `{}`", param.node);
            self.take(arg, &wanted, &Taker { words, span: Some(param.span) });
        }
        true
    }
}

/// A value that costs nothing to read twice.
fn is_atom(expr: &Expr) -> bool {
    expr.parts().is_empty() && !matches!(expr.kind, ExprKind::List(_) | ExprKind::Object(_) | ExprKind::Case(..))
}

/// Puts `places[v]` in place of each variable `v`; where one is bound its place is a variable.
fn replace_vars(expr: &mut Expr, places: &[ExprKind]) {
    let rename = |var: &mut VarId| {
        if let Some(ExprKind::Var(new)) = places.get(var.0 as usize) {
            *var = *new;
        }
    };
    match &mut expr.kind {
        ExprKind::Let(var, ..) => rename(var),
        ExprKind::Aggregate(aggregate) => rename(&mut aggregate.var),
        ExprKind::Var(var) => {
            if let Some(place) = places.get(var.0 as usize) {
                expr.kind = place.clone();
            }
            return;
        }
        _ => {}
    }
    expr.parts_mut().into_iter().for_each(|part| replace_vars(part, places));
}

fn count_parts(expr: &Expr) -> usize {
    1 + expr.parts().into_iter().map(count_parts).sum::<usize>()
}
