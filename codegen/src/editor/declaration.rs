//! From names to the items that declare them, and from a word to the place of its declaration.

use super::Checked;
use crate::ast::{Column, FlowKind, Item, Predicate, Problem, Rule, Set, Table, View};
use crate::check::meaning::Meaning;
use crate::source::{FileId, Span};

/// Where the word at a byte of a file is declared; none for what no rule file declares.
pub fn definition(checked: Checked<'_>, file: FileId, offset: u32) -> Option<Span> {
    checked.analysis.words.at(file, offset).find_map(|word| checked.declared(&word.meaning))
}

impl<'a> Checked<'a> {
    /// Where what is meant is declared.
    fn declared(self, meaning: &Meaning) -> Option<Span> {
        match meaning {
            Meaning::Set(declared) | Meaning::Predicate(declared) | Meaning::FlowKind(declared) => Some(*declared),
            Meaning::Table(name) => Some(self.table(name)?.name.span),
            // `line` need not be declared; its table is.
            Meaning::Column { table, column } => match self.column(table, column) {
                Some(column) => Some(column.name.span),
                None => Some(self.table(table)?.name.span),
            },
            Meaning::Rule(name) => Some(self.rule(name)?.name.span),
            Meaning::View(name) => Some(self.view(name)?.name.span),
            Meaning::Problem(name) => Some(self.problem(name)?.name.span),
            Meaning::Variable { declared, .. } => Some(*declared),
            Meaning::Class(_)
            | Meaning::Kind(_)
            | Meaning::Type(_)
            | Meaning::Property { .. }
            | Meaning::GroupProperty(_)
            | Meaning::Function(_)
            | Meaning::Module
            | Meaning::Unknown(_) => None,
        }
    }

    /// All items that could be parsed, in the order of files and places.
    pub(super) fn items(self) -> impl Iterator<Item = &'a Item> {
        self.analysis.files.iter().flat_map(|(_, file)| &file.items)
    }

    /// The predicates and definitions.
    pub(super) fn predicates(self) -> impl Iterator<Item = &'a Predicate> {
        self.items().filter_map(|item| if let Item::Predicate(predicate) = item { Some(predicate) } else { None })
    }

    /// The sets.
    pub(super) fn sets(self) -> impl Iterator<Item = &'a Set> {
        self.items().filter_map(|item| if let Item::Set(set) = item { Some(set) } else { None })
    }

    /// The tables.
    pub(super) fn tables(self) -> impl Iterator<Item = &'a Table> {
        self.items().filter_map(|item| if let Item::Table(table) = item { Some(table) } else { None })
    }

    /// The rules.
    pub(super) fn rules(self) -> impl Iterator<Item = &'a Rule> {
        self.items().filter_map(|item| if let Item::Rule(rule) = item { Some(rule) } else { None })
    }

    /// The set whose name is declared there.
    pub(super) fn set(self, declared: Span) -> Option<&'a Set> {
        self.sets().find(|set| set.name.span == declared)
    }

    /// The table of that name; as everywhere, the first of several.
    pub(super) fn table(self, name: &str) -> Option<&'a Table> {
        self.tables().find(|table| table.name.node == name)
    }

    /// A column that the table declares.
    pub(super) fn column(self, table: &str, column: &str) -> Option<&'a Column> {
        self.table(table)?.columns.iter().find(|known| known.name.node == column)
    }

    /// The predicate or definition whose name is declared there.
    pub(super) fn predicate(self, declared: Span) -> Option<&'a Predicate> {
        self.predicates().find(|predicate| predicate.name.span == declared)
    }

    /// The rule of that name.
    pub(super) fn rule(self, name: &str) -> Option<&'a Rule> {
        self.rules().find(|rule| rule.name.node == name)
    }

    /// The view of that name.
    pub(super) fn view(self, name: &str) -> Option<&'a View> {
        let mut views = self.items().filter_map(|item| if let Item::View(view) = item { Some(view) } else { None });
        views.find(|view| view.name.node == name)
    }

    /// The kinds of data.
    pub(super) fn kinds(self) -> impl Iterator<Item = &'a FlowKind> {
        self.items().filter_map(|item| if let Item::Kind(kind) = item { Some(kind) } else { None })
    }

    /// The kind whose name is declared there.
    pub(super) fn kind(self, declared: Span) -> Option<&'a FlowKind> {
        self.kinds().find(|kind| kind.name.span == declared)
    }

    /// The problems.
    pub(super) fn problems(self) -> impl Iterator<Item = &'a Problem> {
        self.items().filter_map(|item| if let Item::Problem(problem) = item { Some(problem) } else { None })
    }

    /// The problem of that name.
    pub(super) fn problem(self, name: &str) -> Option<&'a Problem> {
        self.problems().find(|problem| problem.name.node == name)
    }
}
