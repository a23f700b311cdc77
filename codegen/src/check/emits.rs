//! `emit`: one value for each column of the table, in its order. The place of the row is filled in from the anchor.

use super::exprs::Taker;
use super::items::value_type;
use super::scope::Body;
use super::types::{fits, present, unknown};
use crate::ast::{Emit, Name};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Column, Expr, ExprKind};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::Type;
use aud_rules_plan::{ColumnType, VarId};

/// Columns that an `emit` may leave out: each is the property of that name of the anchor.
const PLACE: [&str; 4] = ["line", "end_line", "column", "scope"];

/// What a rule is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fills {
    /// Rows of a table, by its index; none when there is no such table.
    Table(Option<usize>),
    /// What it says of the flow of data.
    Flow,
    /// Places of the problem that it is a part of.
    Problem,
}

impl Fills {
    /// The item that the rule stands in.
    pub(super) fn item(self) -> &'static str {
        if self == Fills::Problem { "problem" } else { "rule" }
    }
}

/// Where the rows of a rule go, and what they are about.
#[derive(Clone, Copy)]
pub(super) struct Target {
    /// What the rule is for.
    pub(super) fills: Fills,
    /// The first variable; none in a rule without an anchor.
    pub(super) anchor: Option<VarId>,
}

impl Body<'_, '_> {
    /// Types the values of an `emit` and puts them in the order of the columns.
    pub(super) fn emit(&mut self, emit: &Emit, Target { fills, anchor }: Target) -> Vec<Expr> {
        let table = if let Fills::Table(table) = fills { table } else { None };
        let mut given: Vec<(&Name, Expr)> = Vec::new();
        for (name, value) in &emit.columns {
            let value = self.cell(value, table, name);
            if let Some((first, _)) = given.iter().find(|(known, _)| known.node == name.node) {
                let message = format!("the column `{}` is given twice", name.node);
                let first = first.span;
                self.report(Diagnostic::new(Code::ColumnGivenTwice, name.span, message).also(first, "the first one"));
            } else {
                given.push((name, value));
            }
        }
        let Some((columns, spans, table_name, table_span)) = self.columns(table) else { return Vec::new() };
        self.note_columns(emit, &columns, &table_name);
        for (name, value) in &given {
            match columns.iter().position(|column| column.name == name.node) {
                Some(at) => self.check_cell(value, &columns[at], spans[at]),
                None => self.report_unknown_column(name, &columns, &table_name, table_span),
            }
        }
        let keyword = Span { end: emit.span.start + "emit".len() as u32, ..emit.span };
        let mut missing = Vec::new();
        let cells = columns.iter().map(|column| {
            let found = given.iter().find(|(name, _)| name.node == column.name).map(|(_, value)| value.clone());
            found.or_else(|| self.place(column, anchor, keyword)).unwrap_or_else(|| {
                missing.push(column);
                unknown(keyword)
            })
        });
        let cells = cells.collect();
        self.report_missing(&missing, keyword, &table_name, table_span);
        cells
    }

    fn note_columns(&mut self, emit: &Emit, columns: &[Column], table: &str) {
        for (name, _) in &emit.columns {
            let is_known = columns.iter().any(|column| column.name == name.node);
            self.words.note(name.span, || match is_known {
                true => Meaning::Column { table: table.to_owned(), column: name.node.clone() },
                false => {
                    let given = emit.columns.iter().map(|(name, _)| name.node.clone()).collect();
                    Meaning::Unknown(Gap::Column { table: table.to_owned(), given })
                }
            });
        }
    }

    /// A column of JSON takes what `json` takes.
    fn cell(&mut self, value: &crate::ast::Expr, table: Option<usize>, name: &Name) -> Expr {
        let columns = table.and_then(|table| self.table(table)).map(|table| &table.model.columns);
        let is_json =
            columns.into_iter().flatten().any(|column| column.name == name.node && column.ty == ColumnType::Json);
        if is_json { self.in_json(value) } else { self.expr(value) }
    }

    /// The columns, their places, and the table's name and place.
    fn columns(&self, table: Option<usize>) -> Option<(Vec<Column>, Vec<Span>, String, Span)> {
        let table = self.table(table?)?;
        let model = &table.model;
        Some((model.columns.clone(), table.column_spans.clone(), model.name.clone(), model.span))
    }

    fn check_cell(&mut self, value: &Expr, column: &Column, span: Span) {
        let words = format!("the column `{}`", column.name);
        self.take_for_column(value, column.ty, column.is_optional, &Taker { words, span: Some(span) });
    }

    fn report_unknown_column(&mut self, name: &Name, columns: &[Column], table: &str, table_span: Span) {
        let message = format!("the table `{table}` has no column `{}`", name.node);
        let help = match name.node.as_str() {
            "file" => Some("every row has its file without saying so".to_owned()),
            name => did_you_mean(name, columns.iter().map(|column| column.name.as_str())),
        };
        self.report(
            Diagnostic::new(Code::UnknownColumn, name.span, message).also(table_span, "declared here").help(help),
        );
    }

    /// The place of the anchor, for a column that is named for it and can hold it.
    fn place(&self, column: &Column, anchor: Option<VarId>, span: Span) -> Option<Expr> {
        let name = PLACE.iter().find(|name| **name == column.name)?;
        let Some(anchor) = anchor else { return Some(unknown(span)) };
        let ty = self.var(anchor).ty.clone();
        let class = match &ty.ty {
            Type::Node(class) => class.as_str(),
            _ => return Some(unknown(span)),
        };
        let found = self.vocabulary.property(class, name)?.property;
        if !fits(self.vocabulary, &found.ty.ty, &value_type(column.ty)) {
            return None;
        }
        let of = Box::new(Expr { kind: ExprKind::Var(anchor), ty: ty.clone(), span });
        let kind = ExprKind::Property { prim: found.prim.clone(), of, args: Vec::new(), stage: found.stage };
        Some(Expr { kind, ty: present(found.ty.ty.clone()), span })
    }

    fn report_missing(&mut self, missing: &[&Column], span: Span, table: &str, table_span: Span) {
        let Some(first) = missing.first() else { return };
        let names: Vec<String> = missing.iter().map(|column| format!("`{}`", column.name)).collect();
        let message = format!("`emit` leaves out {} of `{table}`", names.join(", "));
        let help = match missing.iter().find(|column| column.is_optional) {
            Some(column) => format!("a row gives every column; `{}: none` where there is no value", column.name),
            None => format!("a row gives every column: `{}: ...`", first.name),
        };
        self.report(Diagnostic::new(Code::MissingColumn, span, message).also(table_span, "declared here").help(help));
    }
}
