//! What the properties and functions of the vocabulary take and give, as the runtime declares them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::code::Form;
use crate::vocab::{Property, Vocabulary};
use aud_rules_plan::Stage;

/// Properties by the function of the runtime that answers them.
static PROPERTIES: LazyLock<BTreeMap<&str, &Property>> = LazyLock::new(|| {
    let classes = Vocabulary::python().classes.values();
    classes.flat_map(|class| class.properties.values()).map(|property| (property.prim.as_str(), property)).collect()
});

/// Forms of the arguments of a property, and that of its value.
pub(super) fn of_property(prim: &str) -> (Vec<Form>, Form) {
    match prim {
        // Asked by operators of the language.
        "expr_refers_to" => return (vec![Form::Node], Form::Bool),
        "node_is_kind" => return (vec![Form::Plain], Form::Bool),
        _ => {}
    }
    let Some(property) = PROPERTIES.get(prim) else { return (Vec::new(), Form::Open) };
    let result = if property.stage == Stage::Project { Form::Open } else { Form::of(&property.ty.ty) };
    (property.params.iter().map(|(_, ty)| Form::of(ty)).collect(), result)
}

/// Form of what a function or operator gives for decided arguments of these forms.
pub(super) fn of_operation(op: &str, args: &[Form]) -> Form {
    match (op, args) {
        ("add" | "sub", [Form::Int, Form::Int]) => Form::Int,
        ("add", [Form::Text, Form::Text]) => Form::Text,
        ("in_list" | "contains", _) => Form::Bool,
        _ => match Vocabulary::python().functions.get(op).map(|function| Form::of(&function.ty.ty)) {
            Some(form @ (Form::Text | Form::Int | Form::Real | Form::Bool)) => form,
            _ => Form::Plain,
        },
    }
}
