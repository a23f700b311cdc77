//! What an expression reaches in the project, of which class its value is, and what a class has from its bases in other files:
//! known once every file is read.
//!
//! What is reached is given as the node of the expression that reaches it; the vocabulary lets nobody ask of it what only the
//! expression could answer.

use crate::rules::file_state::FileState;
use crate::rules::names;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, is_expression};
use crate::value::{Facet, Value, ValueQuestion};

/// Asks of the value of an expression.
fn of_expression<'t>(state: &FileState<'t>, node: NodeId, asks: ValueQuestion<'t>) -> Value<'t> {
    let tree = state.tree();
    if is_expression(tree.kind(tree.bare(node))) { names::of_value(state, node, asks) } else { Value::None }
}

/// The function or class of the project that the expression stands for.
pub fn expr_definition<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    names::if_holds(state, of_expression(state, node, ValueQuestion::Definition(Facet::IsThere)), Value::Node(node))
}

/// The only class that the value can be an instance of.
pub fn expr_class_name<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    of_expression(state, node, ValueQuestion::Class)
}

/// The only class that what a loop over the value gives can be an instance of.
pub fn expr_element_class<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    of_expression(state, node, ValueQuestion::ElementClass)
}

/// What the class has under a name, of its own or from a base class in the project.
pub fn class_find<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Value<'t> {
    match name.filter(|_| state.tree().kind(node) == Kind::ClassDefinition) {
        Some(name) => names::of_value(state, node, ValueQuestion::Find(state.alloc_text(name))),
        None => Value::None,
    }
}

/// Names of its methods, inherited ones too.
pub fn class_all_methods<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    members(state, node, ValueQuestion::AllMethods)
}

/// Names of its fields, inherited ones too.
pub fn class_all_fields<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    members(state, node, ValueQuestion::AllFields)
}

/// A class that never comes to be has no members.
fn members<'t>(state: &FileState<'t>, node: NodeId, asks: ValueQuestion<'t>) -> Value<'t> {
    match (state.tree().kind(node), names::of_value(state, node, asks)) {
        (Kind::ClassDefinition, Value::None) => Value::List(&[]),
        (Kind::ClassDefinition, members) => members,
        _ => Value::None,
    }
}

fn facet<'t>(state: &FileState<'t>, node: NodeId, facet: Facet) -> Value<'t> {
    of_expression(state, node, ValueQuestion::Definition(facet))
}

/// Dotted names of its bases.
pub fn reached_bases<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Bases)
}

/// Dotted names of its decorators.
pub fn reached_decorators<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Decorators)
}

/// It is an `async def`.
pub fn reached_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::IsAsync)
}

/// It is a class.
pub fn reached_is_class<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::IsClass)
}

/// Line of its definition.
pub fn reached_line<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Line)
}

/// Its name.
pub fn reached_name<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Name)
}

/// Names of its parameters.
pub fn reached_parameters<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Parameters)
}

/// Path of its file.
pub fn reached_path<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Path)
}

/// Its dotted name.
pub fn reached_qualified<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    facet(state, node, Facet::Qualified)
}

/// Its body reads a dotted name.
pub fn reached_reads<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Value<'t> {
    match name {
        Some(name) => of_expression(state, node, ValueQuestion::Reads(state.alloc_text(name))),
        None => Value::None,
    }
}
