//! Sets: their members with other sets unfolded, as items and as operands, and the dotted names that questions ask for.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use super::items::Key;
use super::limits::MAX_MEMBERS;
use super::scope::Body;
use super::types::describe;
use crate::ast::{self, Expr, ExprKind, Literal, Name, SetMember, SetRef, Spanned};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{self, Members};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;

/// How deeply sets may be parts of each other.
const MAX_NESTING: usize = 32;

impl<'a> Checker<'a> {
    /// Unfolds all sets, each after those that it names.
    pub(super) fn unfold_sets(&mut self) {
        let sets: Vec<&'a ast::Set> = self.items.sets.values().copied().collect();
        for set in sets {
            if set.members.is_empty() {
                self.error(Code::EmptySet, set.name.span, format!("the set `{}` has no members", set.name.node));
            }
            self.unfold(set, &mut Vec::new());
        }
    }

    /// Unfolds one set; `open` are the sets that are being unfolded around it.
    fn unfold(&mut self, set: &'a ast::Set, open: &mut Vec<Key<'a>>) -> Members {
        let key = Key::of_set(set);
        if let Some(known) = self.members.get(&key) {
            return known.clone();
        }
        open.push(key);
        let mut members = Gathered::default();
        for member in &set.members {
            if self.has_spent_members() {
                break;
            }
            if members.n_members() > MAX_MEMBERS {
                self.too_many(set.name.span, MAX_MEMBERS, "members in one set");
                break;
            }
            if self.diagnostics.is_full() {
                break;
            }
            match member {
                SetMember::Literal(literal) => self.add_literal(literal, &mut members),
                SetMember::Set(inner) if self.is_open(inner, open) => {
                    self.used_sets.insert(key);
                    let cycle: Vec<String> = open
                        .iter()
                        .map(|open| open.name)
                        .skip_while(|open| *open != inner.node)
                        .chain([inner.node.as_str()])
                        .map(|name| format!("`{name}`"))
                        .collect();
                    let message = format!("the set `{}` is a part of itself: {}", inner.node, cycle.join(" needs "));
                    self.error(Code::Recursive, inner.span, message);
                }
                SetMember::Set(inner) if open.len() >= MAX_NESTING => {
                    let message = format!("more than {MAX_NESTING} sets are nested here");
                    self.error(Code::TooDeep, inner.span, message);
                }
                SetMember::Set(inner) => {
                    if let Some(inner) = self.find_set(inner, &[]) {
                        members.add_all(&self.unfold(inner, open));
                    }
                }
            }
        }
        open.pop();
        let mut members = members.members;
        if !self.spend_members(set.name.span, members.texts.len() + members.ints.len()) {
            members = Members::default();
        }
        self.members.insert(key, members.clone());
        members
    }

    /// The set that is meant by the name is being unfolded.
    fn is_open(&self, name: &Name, open: &[Key<'a>]) -> bool {
        self.items.set(&name.node, name.span.file).is_some_and(|set| open.contains(&Key::of_set(set)))
    }

    /// The set of that name, which is read by that; reports an unknown one with the nearest of all sets and `others`.
    fn find_set(&mut self, name: &Name, others: &[String]) -> Option<&'a ast::Set> {
        if let Some(set) = self.items.set(&name.node, name.span.file) {
            self.used_sets.insert(Key::of_set(set));
            self.words.note(name.span, || Meaning::Set(set.name.span));
            return Some(set);
        }
        self.words.note(name.span, || Meaning::Unknown(Gap::Set));
        if self.is_broken_item(&["set"], &name.node) {
            return None;
        }
        if let Some(hidden) = self.items.sets.values().find(|set| set.name.node == name.node) {
            self.report_private(Code::UnknownSet, "set", name, hidden.name.span);
            return None;
        }
        let message = format!("there is no set `{}`", name.node);
        let others = others.iter().map(String::as_str);
        let names: Vec<&str> = self.items.set_names(name.span.file).chain(others).collect();
        let help = if self.vocabulary.classes.contains_key(&name.node) {
            let article = if name.node.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            Some(format!("`{}` is a class; `is {article} {}` asks for it", name.node, name.node))
        } else {
            did_you_mean(&name.node, names)
        };
        self.report(Diagnostic::new(Code::UnknownSet, name.span, message).help(help));
        None
    }

    fn add_literal(&mut self, literal: &Spanned<Literal>, members: &mut Gathered) {
        match &literal.node {
            Literal::Text(text) => members.add_text(text),
            Literal::Int(int) => members.add_int(*int),
            Literal::Real(_) | Literal::Bool(_) | Literal::None => {
                let message = "the members of a set are texts and whole numbers";
                self.error(Code::WrongType, literal.span, message);
            }
        }
    }

    /// All sets, for documentation.
    pub(super) fn named_sets(&self) -> Vec<model::Set> {
        let named = |(key, members): (&Key<'_>, &Members)| {
            let set = self.items.sets.get(key)?;
            let (name, doc) = (set.name.node.clone(), set.doc.clone());
            Some(model::Set { name, doc, members: members.clone(), span: set.name.span })
        };
        self.members.iter().filter_map(named).collect()
    }
}

impl Body<'_, '_> {
    /// Members of `{ ... }`.
    pub(super) fn inline_members(&mut self, written: &Spanned<Vec<SetMember>>) -> Members {
        if written.node.is_empty() {
            self.error(Code::EmptySet, written.span, "this set has no members");
        }
        let mut members = Gathered::default();
        for member in &written.node {
            if members.n_members() > MAX_MEMBERS {
                self.too_many(written.span, MAX_MEMBERS, "members in one set");
                break;
            }
            if self.diagnostics.is_full() {
                break;
            }
            match member {
                SetMember::Literal(literal) => self.add_literal(literal, &mut members),
                SetMember::Set(name) => members.add_all(&self.members_of(name)),
            }
        }
        members.members
    }

    fn members_of(&mut self, name: &Name) -> Members {
        let found = self.find_set(name, &[]).map(Key::of_set);
        self.used_members(found, name.span)
    }

    /// The members of a set that is used at that place.
    fn used_members(&mut self, set: Option<Key<'_>>, span: Span) -> Members {
        let Some(members) = set.and_then(|set| self.members.get(&set)) else { return Members::default() };
        let n_members = members.texts.len() + members.ints.len();
        match self.spend_members(span, n_members) {
            true => set.and_then(|set| self.members.get(&set)).cloned().unwrap_or_default(),
            false => Members::default(),
        }
    }

    /// The set that stands after `in`; none when it is another expression, such as a variable.
    pub(super) fn set_operand(&mut self, operand: &Expr) -> Option<Members> {
        let ExprKind::Name(name) = &operand.kind else { return None };
        let variables = self.visible_names();
        let is_set = self.items.set(name, operand.span.file).is_some();
        if variables.contains(name) || name == "module" || !(is_set || self.reports_unknown_names) {
            return None;
        }
        let name = Name { node: name.clone(), span: operand.span };
        let set = self.find_set(&name, &variables).map(Key::of_set);
        Some(self.used_members(set, name.span))
    }

    /// Notes that a list could have stood where the name of a set was not known.
    pub(super) fn note_missing_list(&mut self, operand: &Expr) {
        if let ExprKind::Name(name) = &operand.kind
            && self.items.set(name, operand.span.file).is_none()
        {
            self.note_missing_value(operand.span);
        }
    }

    /// The dotted names after `is`, `inherits` and the like, in the order written.
    pub(super) fn dotted_names(&mut self, operand: &SetRef) -> Vec<String> {
        let (members, spans) = match operand {
            SetRef::Inline(written) => {
                self.note_asked(written.span, &written.node);
                (self.inline_members(written), text_spans(&written.node))
            }
            SetRef::Expr(expr) => match &expr.kind {
                ExprKind::Literal(literal) => {
                    let mut members = Gathered::default();
                    self.add_literal(&Spanned { node: literal.clone(), span: expr.span }, &mut members);
                    (members.members, BTreeMap::new())
                }
                ExprKind::Name(name) => match self.set_operand(expr) {
                    Some(members) => {
                        if let Some(set) = self.items.set(name, expr.span.file) {
                            self.note_asked(set.name.span, &set.members);
                        }
                        (members, BTreeMap::new())
                    }
                    None => return self.report_dynamic_names(expr),
                },
                _ => return self.report_dynamic_names(expr),
            },
        };
        let span = operand_span(operand);
        if !members.ints.is_empty() {
            self.error(Code::WrongType, span, "a dotted name is text, not a number");
        }
        for name in members.texts.iter().filter(|name| !is_dotted_name(name)) {
            let span = spans.get(name.as_str()).copied().unwrap_or(span);
            self.error(Code::AlwaysFalse, span, format!("`{name}` is no dotted name, so nothing has it"));
        }
        members.texts
    }

    fn report_dynamic_names(&mut self, expr: &Expr) -> Vec<String> {
        let typed = self.expr(expr);
        if self.reports_unknown_names {
            let message = format!("dotted names are written out, or in a set; this is {}", describe(&typed.ty));
            let help = "texts are compared with `==` and `in`";
            self.report(Diagnostic::new(Code::WrongType, expr.span, message).help(help));
        }
        Vec::new()
    }
}

/// Members of a set so far, each once and in the order written.
#[derive(Default)]
struct Gathered {
    members: Members,
    texts: BTreeSet<String>,
    ints: BTreeSet<i64>,
}

impl Gathered {
    fn n_members(&self) -> usize {
        self.members.texts.len() + self.members.ints.len()
    }

    fn add_text(&mut self, text: &str) {
        if self.texts.insert(text.to_owned()) {
            self.members.texts.push(text.to_owned());
        }
    }

    fn add_int(&mut self, int: i64) {
        if self.ints.insert(int) {
            self.members.ints.push(int);
        }
    }

    fn add_all(&mut self, more: &Members) {
        more.texts.iter().for_each(|text| self.add_text(text));
        more.ints.iter().for_each(|int| self.add_int(*int));
    }
}

fn text_spans(members: &[SetMember]) -> BTreeMap<&str, Span> {
    let texts = members.iter().filter_map(|member| match member {
        SetMember::Literal(Spanned { node: Literal::Text(text), span }) => Some((text.as_str(), *span)),
        _ => None,
    });
    texts.collect()
}

fn operand_span(operand: &SetRef) -> Span {
    match operand {
        SetRef::Inline(written) => written.span,
        SetRef::Expr(expr) => expr.span,
    }
}

/// Identifiers with single dots between them.
fn is_dotted_name(name: &str) -> bool {
    name.split('.').all(|segment| {
        let mut chars = segment.chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || c == '_') && chars.all(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_names() {
        for name in ["run", "subprocess.run", "_a._b9", "größe.x"] {
            assert!(is_dotted_name(name), "{name}");
        }
        for name in ["", ".", "a.", ".a", "a..b", "a b", "a.*", "9a", "a-b"] {
            assert!(!is_dotted_name(name), "{name}");
        }
    }
}
