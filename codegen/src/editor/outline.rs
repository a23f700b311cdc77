//! From a rule file to the list of its items.

use std::ops::Range;

use super::Checked;
use crate::ast::{Item, Name};
use crate::source::{FileId, Span};
use crate::syntax::parse::cursor::item_ranges;

/// An item, or a column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where its name stands.
    pub name_span: Span,
    /// All of it, with its doc comment.
    pub span: Span,
    /// The columns of a table.
    pub parts: Vec<Symbol>,
}

/// What a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SymbolKind {
    /// A set.
    Set,
    /// A table.
    Table,
    /// A column.
    Column,
    /// A predicate.
    Predicate,
    /// A definition.
    Definition,
    /// A rule.
    Rule,
    /// A view.
    View,
    /// A kind of data.
    Kind,
    /// A problem.
    Problem,
}

/// The items of a file that could be parsed, in order.
pub fn symbols(checked: Checked<'_>, file: FileId) -> Vec<Symbol> {
    let ranges = item_ranges(&checked.sources.file(file).text);
    let items = checked.analysis.files.iter().filter(|(id, _)| *id == file).flat_map(|(_, file)| &file.items);
    items.map(|item| symbol(item, &ranges)).collect()
}

fn symbol(item: &Item, ranges: &[Range<usize>]) -> Symbol {
    let name = item.name();
    let kind = match item {
        Item::Set(_) => SymbolKind::Set,
        Item::Table(_) => SymbolKind::Table,
        Item::Predicate(predicate) if predicate.is_value => SymbolKind::Definition,
        Item::Predicate(_) => SymbolKind::Predicate,
        Item::Rule(_) => SymbolKind::Rule,
        Item::View(_) => SymbolKind::View,
        Item::Kind(_) => SymbolKind::Kind,
        Item::Problem(_) => SymbolKind::Problem,
    };
    let parts = match item {
        Item::Table(table) => table.columns.iter().map(|column| leaf(SymbolKind::Column, &column.name)).collect(),
        _ => Vec::new(),
    };
    let around = ranges.iter().find(|range| range.contains(&(name.span.start as usize)));
    let span = around.map_or(name.span, |range| Span { start: range.start as u32, end: range.end as u32, ..name.span });
    Symbol { span, parts, ..leaf(kind, name) }
}

fn leaf(kind: SymbolKind, name: &Name) -> Symbol {
    Symbol { name: name.node.clone(), kind, name_span: name.span, span: name.span, parts: Vec::new() }
}
