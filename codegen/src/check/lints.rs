//! What is declared and serves nothing: sets, predicates and kinds that nothing names, tables and columns that no rule
//! fills, problems whose data nothing brings in or takes.

use super::Checker;
use super::items::{Key, predicate_word};
use super::kinds::KindUse;
use crate::ast::{self, Name};
use crate::check::model::{ExprKind, Model, Statement};
use crate::diag::{Code, Diagnostic, Severity};
use aud_rules_plan::{TableId, Target};

impl Checker<'_> {
    /// Reports what serves nothing. All of it is a warning: a file may be in the middle of being written.
    ///
    /// Where something is wrong, that may be the one use of a thing; then it is not known to be waste.
    pub(super) fn look_for_waste(&mut self, model: &Model) {
        if self.diagnostics.sorted().iter().any(|diagnostic| may_hide_uses(diagnostic.code)) {
            return;
        }
        self.look_for_unused_items();
        self.look_for_unfilled_tables(model);
        self.look_for_idle_problems();
    }

    fn look_for_unused_items(&mut self) {
        let sets = self.items.sets.iter().filter(|(key, _)| !self.used_sets.contains(key));
        let sets: Vec<(&str, &Name)> = sets.map(|(_, set)| ("set", &set.name)).collect();
        let predicates = self.items.predicates.iter().filter(|(key, _)| !self.used_predicates.contains(key));
        let predicates: Vec<(&str, &Name)> =
            predicates.map(|(_, predicate)| (predicate_word(predicate), &predicate.name)).collect();
        let kinds = self.items.kinds.iter().filter(|(key, _)| !self.used_kinds.contains_key(key));
        let kinds: Vec<(&str, &Name)> = kinds.map(|(_, kind)| ("kind", &kind.name)).collect();
        // What the library has is for others; and of so many items it would hide all other findings.
        let sources = self.sources;
        let is_own = |name: &Name| !sources.file(name.span.file).is_library;
        for (what, name) in sets.into_iter().chain(predicates).chain(kinds).filter(|(_, name)| is_own(name)) {
            self.error(Code::UnusedItem, name.span, format!("nothing uses the {what} `{}`", name.node));
        }
    }

    fn look_for_unfilled_tables(&mut self, model: &Model) {
        let tables = self.items.rules.iter().filter_map(|rule| rule.table.as_ref());
        let filled: Vec<&str> = tables.map(|table| table.node.as_str()).collect();
        let mut warnings = Vec::new();
        for (index, (name, table)) in self.items.tables.iter().enumerate() {
            if !filled.contains(name) {
                let message = format!("no rule fills the table `{name}`");
                warnings.push(Diagnostic::new(Code::TableWithoutRule, table.model.span, message));
                continue;
            }
            let rows: Vec<_> = emitted(model, index).collect();
            for (at, column) in table.model.columns.iter().enumerate() {
                let is_none = |cells: &&Vec<crate::check::model::Expr>| {
                    cells.get(at).is_some_and(|cell| matches!(cell.kind, ExprKind::None) && cell.ty.is_optional)
                };
                if !rows.is_empty() && rows.iter().all(is_none) {
                    let message = format!("no rule has a value for the column `{}`", column.name);
                    warnings.push(Diagnostic::new(Code::ColumnNeverFilled, table.column_spans[at], message));
                }
            }
        }
        warnings.into_iter().for_each(|warning| self.report(warning));
    }
}

/// Whether a kind is used in some way.
type IsUsed = fn(&KindUse) -> bool;

impl Checker<'_> {
    /// Problems whose data enters nowhere, or that no place takes. The catalogue's own kinds have sources and sinks that a
    /// pack does not see.
    fn look_for_idle_problems(&mut self) {
        for problem in self.items.problems.clone() {
            let Some(flow) = &problem.flow else { continue };
            let sides: [(&[Name], IsUsed, &str); 2] = [
                (&flow.from, |used| used.is_produced, "no `source` has the kind"),
                (&flow.to, |used| used.is_taken, "no `sink` has the kind"),
            ];
            for (names, is_used, what) in sides {
                let Some(first) = names.first().filter(|_| !names.iter().any(|name| self.is_met(name, is_used))) else {
                    continue;
                };
                let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.node)).collect();
                let message = format!(
                    "the problem `{}` is never found: {what} {}",
                    problem.name.node,
                    names.join(", nor the kind ")
                );
                self.error(Code::IdleProblem, first.span, message);
            }
        }
    }

    fn is_met(&self, name: &ast::Name, is_used: IsUsed) -> bool {
        let Some((_, kind)) = self.items.kind(&name.node, name.span.file) else { return true };
        let is_of_library = self.sources.file(kind.name.span.file).is_library;
        is_of_library || self.used_kinds.get(&Key::of_kind(kind)).is_some_and(is_used)
    }
}

/// What has the error may have been left out of the model, or may read what it was not found to read.
fn may_hide_uses(code: Code) -> bool {
    let hides_nothing = matches!(
        code,
        Code::MissingDoc
            | Code::NoFiringExample
            | Code::NoSilentExample
            | Code::UnknownExampleColumn
            | Code::NotSnakeCase
            | Code::ReservedName
    );
    code.severity() == Severity::Error && !hides_nothing
}

/// The rows that rules emit into a table.
fn emitted(model: &Model, table: usize) -> impl Iterator<Item = &Vec<crate::check::model::Expr>> {
    let target = Target::Table(TableId::at(table));
    let statements = model.rules.iter().filter(move |rule| rule.target == target).flat_map(|rule| &rule.body);
    statements.filter_map(|statement| match statement {
        Statement::Emit(cells) => Some(cells),
        Statement::Let(..) | Statement::Where(_) | Statement::For(..) | Statement::Flow(..) | Statement::Report(_) => {
            None
        }
    })
}
