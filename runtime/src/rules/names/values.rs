//! What the names and classes of a file do not tell, but the values of the whole project do: questions about the value of an
//! expression.
//!
//! A value is asked about only where the answer can matter: whether it is one of some names only where its last name, as it is
//! written, is that of one of them.

use crate::resolve::{ClassRef, Path, classes_of, is_class_name, last_written};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::{Names, Question, Value, ValueQuestion};

/// The value can be the function, class or method of one of the names.
pub(super) fn is<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    let learned = state.learned_names(node);
    if learned.iter().any(|name| names.has(name) || state.file.known.is(name, names)) {
        return Value::Bool(true);
    }
    let is_asked = last_written(state.tree(), node).is_some_and(|written| names.has_last(written));
    if !is_asked || !state.file.known.is_possible(names) {
        return Value::Bool(false);
    }
    match is_member_of_library(state, node, names) {
        Some(answer) => Value::Bool(answer),
        None => ask(state, node, ValueQuestion::Is(names), Value::Bool(false)),
    }
}

/// Whether a member of an instance is one of the names, where the file tells that it is one of classes of libraries.
fn is_member_of_library(state: &FileState<'_>, node: NodeId, names: Names) -> Option<bool> {
    let tree = state.tree();
    let node = tree.bare(node);
    let object = tree.child(node, Field::Object).filter(|_| tree.kind(node) == Kind::Attribute)?;
    let member = tree.name(tree.child(node, Field::Attribute)?);
    let classes = classes_of(&state.names, tree.bare(object));
    let mut answer = None;
    for class in classes {
        let ClassRef::Made(Path::Outside(class)) = *class else { return None };
        if !is_class_name(class) {
            return None;
        }
        let dotted = format!("{class}.{member}");
        answer = Some(answer.unwrap_or(false) || state.file.known.is(&dotted, names));
    }
    answer
}

/// The value can be an instance of one of the names, or of a subclass.
pub(super) fn instance_of<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    ask(state, node, ValueQuestion::Instance(names), Value::Bool(false))
}

/// Something is known about the class of the value.
pub(super) fn has_known_class<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    ask(state, node, ValueQuestion::HasKnownClass, Value::Bool(false))
}

/// The dotted name of the only function, class or method that a member, or what is called, can be.
pub(super) fn name<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    let (tree, bare) = (state.tree(), state.tree().bare(node));
    let is_callee = tree.node(node).field == Field::Function && tree.kind(tree.parent(node)) == Kind::Call;
    let is_named = tree.kind(bare) == Kind::Attribute || (is_callee && tree.kind(bare) == Kind::Identifier);
    if is_named { ask(state, node, ValueQuestion::Name, Value::None) } else { Value::None }
}

/// Whether what the expression reaches is so.
pub(super) fn of_reached<'t>(state: &FileState<'t>, node: NodeId, asks: ValueQuestion<'t>) -> Value<'t> {
    ask(state, node, asks, Value::Bool(false))
}

/// What is asked of the value of a node, as the project stage answers it; nothing where the node has no value.
pub fn of_value<'t>(state: &FileState<'t>, node: NodeId, asks: ValueQuestion<'t>) -> Value<'t> {
    ask(state, node, asks, Value::None)
}

fn ask<'t>(state: &FileState<'t>, node: NodeId, asks: ValueQuestion<'t>, otherwise: Value<'t>) -> Value<'t> {
    match state.value_at(state.tree().bare(node)) {
        Some(at) => state.ask(Question::Value { at, asks }),
        None => otherwise,
    }
}
