//! From the spanned trees of all rule files to the typed model, with every error of every file.
//!
//! Names are resolved in two steps: [`items`] collects what the files declare, so that order does not matter; then each
//! predicate and each rule is checked on its own in a [`scope::Body`]. Nothing stops at the first error, and what could
//! not be typed has the type [`Type::Unknown`](crate::vocab::Type::Unknown), which fits everything, so that one mistake
//! is reported once. The model is whole only when no error was found.

mod aggregates;
mod cases;
mod containment;
mod contradictions;
pub mod dependents;
mod emits;
mod examples;
mod exprs;
mod flow;
mod items;
mod kinds;
pub mod library;
mod limits;
mod lints;
pub mod meaning;
pub mod model;
mod operators;
mod parts;
mod predicates;
mod presence;
mod problems;
mod queries;
mod questions;
mod rules;
mod scope;
mod sets;
mod spelling;
pub mod synonyms;
mod types;
mod views;

use std::collections::{BTreeMap, BTreeSet};

use crate::ast;
use crate::check::meaning::Meanings;
use crate::check::model::{Members, Model};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span};
use crate::vocab::Vocabulary;

pub use views::check_views;

use items::{Items, Key};
use kinds::KindUse;
use limits::Spent;
use predicates::Template;

/// Checks all files together.
///
/// Views are only named and ordered by their place; [`check_views`] prepares them, since that needs the schema of the
/// tables that no rule fills.
pub fn check(
    files: &[(FileId, ast::File)],
    sources: &SourceMap,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Model {
    check_noting(files, sources, vocabulary, diagnostics, &mut Meanings::unkept())
}

/// As [`check`], and notes what each word means.
pub fn check_noting(
    files: &[(FileId, ast::File)],
    sources: &SourceMap,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
    words: &mut Meanings,
) -> Model {
    let mut checker = Checker {
        sources,
        has_broken_items: diagnostics.has_errors(),
        vocabulary,
        diagnostics,
        words,
        items: Items::default(),
        members: BTreeMap::new(),
        templates: BTreeMap::new(),
        used_sets: BTreeSet::new(),
        used_predicates: BTreeSet::new(),
        used_kinds: BTreeMap::new(),
        asked: BTreeMap::new(),
        spent: Spent::default(),
    };
    checker.collect_items(files);
    checker.unfold_sets();
    checker.check_predicates();
    let mut rules = checker.check_rules();
    let (problems, rules_of_problems) = checker.check_problems();
    rules.extend(rules_of_problems);
    let asked = std::mem::take(&mut checker.asked).into_values().filter(|names| names.len() > 1);
    let model = Model {
        asked: asked.collect(),
        rules,
        problems,
        kinds: checker.kinds(),
        tables: checker.items.tables.values().map(|table| table.model.clone()).collect(),
        views: checker.items.views.iter().map(|view| views::declared(view)).collect(),
        sets: checker.named_sets(),
        predicates: checker.bodies(),
    };
    checker.look_for_waste(&model);
    checker.words.sort();
    model
}

/// What all parts of the check share.
struct Checker<'a> {
    sources: &'a SourceMap,
    vocabulary: &'a Vocabulary,
    /// The parser found errors, so items may be left out.
    has_broken_items: bool,
    diagnostics: &'a mut Diagnostics,
    /// What each word means, for editors.
    words: &'a mut Meanings,
    items: Items<'a>,
    /// The sets with other sets unfolded.
    members: BTreeMap<Key<'a>, Members>,
    /// The predicates checked so far.
    templates: BTreeMap<Key<'a>, Template>,
    used_sets: BTreeSet<Key<'a>>,
    used_predicates: BTreeSet<Key<'a>>,
    /// What the rules do with each kind that they name.
    used_kinds: BTreeMap<Key<'a>, KindUse>,
    /// Dotted names that questions ask for, by the braces or the name of the set that they are written in.
    asked: BTreeMap<Span, Vec<ast::Spanned<String>>>,
    /// What of the limits for all files together is used up.
    spent: Spent,
}

impl Checker<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports the name of something that is private to another file.
    fn report_private(&mut self, code: Code, what: &str, name: &ast::Name, declared: Span) {
        let file = &self.sources.file(declared.file).path;
        let message = format!("the {what} `{}` is private to `{file}`", name.node);
        let help = "without `private` before it, every file could name it";
        self.report(Diagnostic::new(code, name.span, message).also(declared, "declared here").help(help));
    }

    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::new(code, span, message));
    }

    /// An item of that name stands in a file, but the parser left it out; its errors are reported.
    fn is_broken_item(&self, keywords: &[&str], name: &str) -> bool {
        let declares = |line: &str| {
            let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
            let keyword = words.find(|word| *word != "private");
            keyword.is_some_and(|word| keywords.contains(&word)) && words.next() == Some(name)
        };
        self.has_broken_items && self.sources.ids().any(|file| self.sources.file(file).text.lines().any(declares))
    }

    /// The text of a range for a message; long text would bury the message.
    fn quote(&self, span: Span) -> String {
        let text = self.sources.file(span.file).text.get(span.start as usize..span.end as usize).unwrap_or("");
        if text.is_empty() || text.len() > 48 || text.contains('\n') {
            "this value".to_owned()
        } else {
            format!("`{text}`")
        }
    }
}
