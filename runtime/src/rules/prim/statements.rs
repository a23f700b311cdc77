//! Simple statements, conditions, handlers and patterns.

use super::{bare_child, bare_child_of, first_value, list};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// The condition of a `while`.
pub fn while_condition<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::WhileStatement, Field::Condition)
}

/// The condition of an `if` or `elif`.
pub fn if_condition<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    match state.tree().kind(node) {
        Kind::IfStatement | Kind::ElifClause => bare_child(state, node, Field::Condition),
        _ => None,
    }
}

/// What is returned.
pub fn return_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    first_value(state, node, Kind::ReturnStatement)
}

/// The exception that is raised.
pub fn raise_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    first_value(state, node, Kind::RaiseStatement)
}

/// What stands after `from`.
pub fn raise_cause<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::RaiseStatement, Field::Cause)
}

fn assert_part(state: &FileState<'_>, node: NodeId, index: usize) -> Option<NodeId> {
    let tree = state.tree();
    if tree.kind(node) != Kind::AssertStatement {
        return None;
    }
    let mut parts = tree.children(node).filter(|&part| tree.kind(part) != Kind::Error);
    parts.nth(index).map(|part| tree.bare(part))
}

/// The condition of an `assert`.
pub fn assert_condition<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    assert_part(state, node, 0)
}

/// The message of an `assert`.
pub fn assert_message<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    assert_part(state, node, 1)
}

/// What an `except` clause catches, and what it binds it to.
fn caught(tree: &Tree<'_>, clause: NodeId) -> Option<(NodeId, Option<NodeId>)> {
    if tree.kind(clause) != Kind::ExceptClause {
        return None;
    }
    let value = tree.bare(tree.child(clause, Field::Value)?);
    if tree.kind(value) != Kind::AsPattern {
        return Some((value, tree.child(clause, Field::Alias)));
    }
    Some((tree.bare(tree.children(value).next()?), tree.child(value, Field::Alias)))
}

/// What is caught.
pub fn except_type<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    caught(state.tree(), node).map(|(value, _)| value)
}

/// The name after `as`.
pub fn except_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    caught(tree, node).and_then(|(_, name)| name).map(|name| tree.name(name))
}

/// The value that is matched; the first one when there are several.
pub fn match_subject<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::MatchStatement, Field::Subject)
}

/// The names of a `global` or `nonlocal` statement.
pub fn global_names<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [&'t str]> {
    let tree = state.tree();
    if !matches!(tree.kind(node), Kind::GlobalStatement | Kind::NonlocalStatement) {
        return None;
    }
    let names = tree.children(node).filter(|&name| matches!(tree.kind(name), Kind::Word | Kind::Identifier));
    Some(state.alloc_list(names.map(|name| tree.name(name))))
}

/// What a `del` statement deletes; groups of targets are taken apart.
pub fn delete_targets<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if tree.kind(node) != Kind::DeleteStatement {
        return None;
    }
    list(state, tree.children(node).flat_map(|targets| super::bindings::leaves(tree, targets)))
}

/// The new name of a `type` statement.
pub fn type_alias_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let name = bare_child_of(state, node, Kind::TypeAliasStatement, Field::Left);
    let name = name.and_then(|name| match tree.kind(name) {
        Kind::GenericType => tree.children(name).next(),
        _ => Some(name),
    });
    name.map(|name| tree.name(name))
}

/// What the new name stands for.
pub fn type_alias_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::TypeAliasStatement, Field::Right)
}
