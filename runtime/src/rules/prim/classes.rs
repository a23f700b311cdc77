//! Classes, the names that their bodies bind, and decorators of classes and functions.

use super::bindings::{assigned_value, leaves};
use super::calls::{call_arg, call_args, call_keyword, keyword_value};
use super::definitions::{class_of_block, decorators, is_definition, name_of};
use super::{block_of, list, statements, undecorated};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// The bases as written; keywords and unpacked values are none.
pub fn class_bases<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if tree.kind(node) != Kind::ClassDefinition {
        return None;
    }
    let arguments = tree.child(node, Field::Superclasses).into_iter().flat_map(|list| tree.children(list));
    let is_base = |kind| {
        !matches!(kind, Kind::KeywordArgument | Kind::ListSplat | Kind::DictionarySplat | Kind::Error | Kind::Token)
    };
    list(state, arguments.filter(|&argument| is_base(tree.kind(argument))).map(|base| tree.bare(base)))
}

/// A keyword of the class statement.
pub fn class_keyword<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let arguments = tree.child(node, Field::Superclasses).filter(|_| tree.kind(node) == Kind::ClassDefinition);
    keyword_value(tree, arguments?, name?)
}

/// The statements directly in the body of a class; none of anything else.
fn class_body<'a>(tree: &'a Tree<'_>, class: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let body = block_of(tree, class).filter(|_| tree.kind(class) == Kind::ClassDefinition);
    body.into_iter().flat_map(|body| statements(tree, body))
}

/// Identifiers that the body of a class binds by assignment or annotation.
fn fields(tree: &Tree<'_>, class: NodeId) -> Vec<NodeId> {
    let mut fields = Vec::new();
    for statement in class_body(tree, class).filter(|&statement| tree.kind(statement) == Kind::ExpressionStatement) {
        let mut assignment = tree.children(statement).next();
        while let Some(at) = assignment.filter(|&at| tree.kind(at) == Kind::Assignment) {
            if let Some(target) = tree.child(at, Field::Left) {
                let names = leaves(tree, target).into_iter().filter(|&leaf| tree.kind(leaf) == Kind::Identifier);
                fields.extend(names);
            }
            assignment = tree.child(at, Field::Right);
        }
    }
    fields
}

/// Names that the class body binds, one for each target.
pub fn class_fields<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    if state.tree().kind(node) != Kind::ClassDefinition {
        return None;
    }
    list(state, fields(state.tree(), node))
}

/// The field of that name; the last one when there are several.
pub fn class_field<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let name = name?;
    fields(tree, node).into_iter().rfind(|&field| tree.name(field) == name)
}

fn members<'a>(tree: &'a Tree<'_>, class: NodeId, kind: Kind) -> impl Iterator<Item = NodeId> + 'a {
    class_body(tree, class).filter(move |&statement| tree.kind(statement) == kind)
}

/// The functions directly in its body.
pub fn class_methods<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    if state.tree().kind(node) != Kind::ClassDefinition {
        return None;
    }
    list(state, members(state.tree(), node, Kind::FunctionDefinition))
}

fn member(state: &FileState<'_>, class: NodeId, kind: Kind, name: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let name = Some(name?);
    members(tree, class, kind).filter(|&member| name_of(tree, member) == name).last()
}

/// The method of that name; the last one when there are several.
pub fn class_method<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    member(state, node, Kind::FunctionDefinition, name)
}

/// The class of that name directly in its body.
pub fn class_inner<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    member(state, node, Kind::ClassDefinition, name)
}

/// The assignment of a class body that binds the field, and whether the field is its whole target.
fn field_assignment(tree: &Tree<'_>, field: NodeId) -> Option<(NodeId, bool)> {
    if tree.kind(field) != Kind::Identifier {
        return None;
    }
    let assignment = tree.ancestors(field).find(|&around| tree.kind(around) == Kind::Assignment)?;
    let target = tree.child(assignment, Field::Left)?;
    let statement = tree.ancestors(assignment).find(|&around| tree.kind(around) != Kind::Assignment)?;
    class_of_block(tree, tree.parent(statement))?;
    leaves(tree, target).contains(&field).then(|| (assignment, tree.bare(target) == field))
}

/// Name of a field.
pub fn field_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    field_assignment(tree, node).map(|_| tree.name(node))
}

/// The value bound to a field; none when it gets a part of one.
pub fn field_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let whole = field_assignment(tree, node).filter(|&(_, is_whole)| is_whole);
    whole.and_then(|(assignment, _)| assigned_value(tree, assignment))
}

/// Annotation of a field.
pub fn field_annotation<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let annotation = field_assignment(tree, node).and_then(|(assignment, _)| tree.child(assignment, Field::Type));
    annotation.map(|annotation| tree.bare(annotation))
}

/// What stands after `@`.
fn decorating(tree: &Tree<'_>, decorator: NodeId) -> Option<NodeId> {
    if tree.kind(decorator) != Kind::Decorator {
        return None;
    }
    tree.children(decorator).next().map(|value| tree.bare(value))
}

fn decorating_call(tree: &Tree<'_>, decorator: NodeId) -> Option<NodeId> {
    decorating(tree, decorator).filter(|&value| tree.kind(value) == Kind::Call)
}

/// What stands after `@`, without the call.
pub fn decorator_target<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    match decorating_call(tree, node) {
        Some(call) => super::bare_child(state, call, Field::Function),
        None => decorating(tree, node),
    }
}

/// The call, when it is written as one.
pub fn decorator_call<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    decorating_call(state.tree(), node)
}

/// The function or class it decorates.
pub fn decorator_definition<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let definition = undecorated(tree, tree.parent(node));
    (tree.kind(node) == Kind::Decorator && is_definition(tree.kind(definition))).then_some(definition)
}

/// Arguments of the call; empty when it is not a call.
pub fn decorator_args<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    match decorating_call(tree, node) {
        Some(call) => call_args(state, call),
        None if tree.kind(node) == Kind::Decorator => Some(&[]),
        None => None,
    }
}

/// The positional argument of the call at that index.
pub fn decorator_arg<'t>(state: &FileState<'t>, node: NodeId, index: Option<i64>) -> Option<NodeId> {
    call_arg(state, decorating_call(state.tree(), node)?, index)
}

/// The value of that keyword argument of the call.
pub fn decorator_keyword<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    call_keyword(state, decorating_call(state.tree(), node)?, name)
}

/// Position among the decorators of its definition.
pub fn decorator_index<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    let tree = state.tree();
    decorators(tree, tree.parent(node)).position(|decorator| decorator == node).map(|place| place as i64)
}
