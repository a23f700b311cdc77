//! Simple statements, conditions, handlers and patterns.

use super::{bare_child, bare_child_of, first_value, list};
use crate::rules::cx::Cx;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

/// The condition of a `while`.
pub fn while_condition<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::WhileStatement, Field::Condition)
}

/// The condition of an `if` or `elif`.
pub fn if_condition<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match cx.tree().kind(node) {
        Kind::IfStatement | Kind::ElifClause => bare_child(cx, node, Field::Condition),
        _ => Value::None,
    }
}

/// What is returned.
pub fn return_value<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    first_value(cx, node, Kind::ReturnStatement)
}

/// The exception that is raised.
pub fn raise_value<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    first_value(cx, node, Kind::RaiseStatement)
}

/// What stands after `from`.
pub fn raise_cause<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::RaiseStatement, Field::Cause)
}

fn assert_part<'t>(cx: &Cx<'t>, node: NodeId, index: usize) -> Value<'t> {
    let tree = cx.tree();
    if tree.kind(node) != Kind::AssertStatement {
        return Value::None;
    }
    let mut parts = tree.children(node).filter(|&part| tree.kind(part) != Kind::Error);
    parts.nth(index).map(|part| tree.bare(part)).into()
}

/// The condition of an `assert`.
pub fn assert_condition<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    assert_part(cx, node, 0)
}

/// The message of an `assert`.
pub fn assert_message<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    assert_part(cx, node, 1)
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
pub fn except_type<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    caught(cx.tree(), node).map(|(value, _)| value).into()
}

/// The name after `as`.
pub fn except_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    caught(tree, node).and_then(|(_, name)| name).map(|name| tree.name(name)).into()
}

/// The value that is matched; the first one when there are several.
pub fn match_subject<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::MatchStatement, Field::Subject)
}

/// The names of a `global` or `nonlocal` statement.
pub fn global_names<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !matches!(tree.kind(node), Kind::GlobalStatement | Kind::NonlocalStatement) {
        return Value::None;
    }
    let names = tree.children(node).filter(|&name| matches!(tree.kind(name), Kind::Word | Kind::Identifier));
    cx.alloc_list(names.map(|name| tree.name(name).into()))
}

/// What a `del` statement deletes; groups of targets are taken apart.
pub fn delete_targets<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if tree.kind(node) != Kind::DeleteStatement {
        return Value::None;
    }
    list(cx, tree.children(node).flat_map(|targets| super::bindings::leaves(tree, targets)))
}

/// The new name of a `type` statement.
pub fn type_alias_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let name = bare_child_of(cx, node, Kind::TypeAliasStatement, Field::Left).node();
    let name = name.and_then(|name| match tree.kind(name) {
        Kind::GenericType => tree.children(name).next(),
        _ => Some(name),
    });
    name.map(|name| tree.name(name)).into()
}

/// What the new name stands for.
pub fn type_alias_value<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::TypeAliasStatement, Field::Right)
}
