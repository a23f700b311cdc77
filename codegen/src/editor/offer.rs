//! How declarations are written on one line, in hovers and beside completions.

use crate::ast::{Column, Predicate};
use crate::vocab::{Function, Property, Ty, Type};

/// The type, with `?` when the value may be absent.
pub(super) fn ty_words(ty: &Ty) -> String {
    format!("{}{}", ty.ty, if ty.is_optional { "?" } else { "" })
}

fn signature(params: &[(String, Type)]) -> String {
    let params: Vec<String> = params.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    format!("({})", params.join(", "))
}

/// `name(parameters): type`; without parameters `name: type`.
pub(super) fn property_line(property: &Property) -> String {
    let params = if property.params.is_empty() { String::new() } else { signature(&property.params) };
    format!("{}{params}: {}", property.name, ty_words(&property.ty))
}

/// `name(parameters): type`.
pub(super) fn function_line(function: &Function) -> String {
    format!("{}{}: {}", function.name, signature(&function.params), ty_words(&function.ty))
}

/// The word before an item that only its file can name.
pub(super) fn private(is_private: bool) -> &'static str {
    if is_private { "private " } else { "" }
}

/// `predicate name(parameters)` or `define name(parameters)`, perhaps with `private` before it.
pub(super) fn predicate_line(predicate: &Predicate) -> String {
    let word = if predicate.is_value { "define" } else { "predicate" };
    let params = predicate
        .params
        .iter()
        .map(|(name, ty, is_optional)| format!("{}: {}{}", name.node, ty.node, if *is_optional { "?" } else { "" }));
    format!(
        "{}{word} {}({})",
        private(predicate.is_private),
        predicate.name.node,
        params.collect::<Vec<_>>().join(", ")
    )
}

/// `name: type`.
pub(super) fn column_line(column: &Column) -> String {
    format!("{}: {}{}", column.name.node, column.ty.node, if column.is_optional { "?" } else { "" })
}

/// Names in backticks with commas between them.
pub(super) fn list_names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
