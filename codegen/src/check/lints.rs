//! What is declared and serves nothing: sets and predicates that nothing reads, tables and columns that no rule fills.

use super::Checker;
use super::items::predicate_word;
use crate::ast::Name;
use crate::check::model::{ExprKind, Model, Statement};
use crate::diag::{Code, Diagnostic, Severity};

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
    }

    fn look_for_unused_items(&mut self) {
        let sets = self.items.sets.iter().filter(|(key, _)| !self.used_sets.contains(key));
        let sets: Vec<(&str, &Name)> = sets.map(|(_, set)| ("set", &set.name)).collect();
        let predicates = self.items.predicates.iter().filter(|(key, _)| !self.used_predicates.contains(key));
        let predicates: Vec<(&str, &Name)> =
            predicates.map(|(_, predicate)| (predicate_word(predicate), &predicate.name)).collect();
        for (what, name) in sets.into_iter().chain(predicates) {
            self.error(Code::UnusedItem, name.span, format!("nothing uses the {what} `{}`", name.node));
        }
    }

    fn look_for_unfilled_tables(&mut self, model: &Model) {
        let filled: Vec<&str> = self.items.rules.iter().map(|rule| rule.table.node.as_str()).collect();
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
    let statements = model.rules.iter().filter(move |rule| rule.table == table).flat_map(|rule| &rule.body);
    statements.filter_map(|statement| match statement {
        Statement::Emit(cells) => Some(cells),
        Statement::Let(..) | Statement::Where(_) | Statement::For(..) => None,
    })
}
