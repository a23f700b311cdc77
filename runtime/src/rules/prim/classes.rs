//! Classes, the names that their bodies bind, and decorators of classes and functions.

use super::bindings::{assigned_value, leaves};
use super::calls::{call_arg, call_args, call_keyword, keyword_value};
use super::definitions::{class_of_block, decorators, is_definition, name_of};
use super::{block_of, list, statements, undecorated};
use crate::rules::cx::Cx;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

/// The bases as written; keywords and unpacked values are none.
pub fn class_bases<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if tree.kind(node) != Kind::ClassDefinition {
        return Value::None;
    }
    let arguments = tree.child(node, Field::Superclasses).into_iter().flat_map(|list| tree.children(list));
    let is_base = |kind| {
        !matches!(kind, Kind::KeywordArgument | Kind::ListSplat | Kind::DictionarySplat | Kind::Error | Kind::Token)
    };
    list(cx, arguments.filter(|&argument| is_base(tree.kind(argument))).map(|base| tree.bare(base)))
}

/// A keyword of the class statement.
pub fn class_keyword<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let arguments = tree.child(node, Field::Superclasses).filter(|_| tree.kind(node) == Kind::ClassDefinition);
    match args.first() {
        Some(Value::Text(name)) => arguments.and_then(|list| keyword_value(tree, list, name)).into(),
        _ => Value::None,
    }
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
pub fn class_fields<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    if cx.tree().kind(node) != Kind::ClassDefinition {
        return Value::None;
    }
    list(cx, fields(cx.tree(), node))
}

/// The field of that name; the last one when there are several.
pub fn class_field<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(Value::Text(name)) = args.first() else { return Value::None };
    fields(tree, node).into_iter().rfind(|&field| tree.name(field) == *name).into()
}

fn members<'a>(tree: &'a Tree<'_>, class: NodeId, kind: Kind) -> impl Iterator<Item = NodeId> + 'a {
    class_body(tree, class).filter(move |&statement| tree.kind(statement) == kind)
}

/// The functions directly in its body.
pub fn class_methods<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    if cx.tree().kind(node) != Kind::ClassDefinition {
        return Value::None;
    }
    list(cx, members(cx.tree(), node, Kind::FunctionDefinition))
}

fn member<'t>(cx: &Cx<'t>, class: NodeId, kind: Kind, args: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(Value::Text(name)) = args.first() else { return Value::None };
    members(tree, class, kind).filter(|&member| name_of(tree, member) == Some(*name)).last().into()
}

/// The method of that name; the last one when there are several.
pub fn class_method<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    member(cx, node, Kind::FunctionDefinition, args)
}

/// The class of that name directly in its body.
pub fn class_inner<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    member(cx, node, Kind::ClassDefinition, args)
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
pub fn field_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    field_assignment(tree, node).map(|_| tree.name(node)).into()
}

/// The value bound to a field; none when it gets a part of one.
pub fn field_value<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let whole = field_assignment(tree, node).filter(|&(_, is_whole)| is_whole);
    whole.and_then(|(assignment, _)| assigned_value(tree, assignment)).into()
}

/// Annotation of a field.
pub fn field_annotation<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let annotation = field_assignment(tree, node).and_then(|(assignment, _)| tree.child(assignment, Field::Type));
    annotation.map(|annotation| tree.bare(annotation)).into()
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
pub fn decorator_target<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    match decorating_call(tree, node) {
        Some(call) => super::bare_child(cx, call, Field::Function),
        None => decorating(tree, node).into(),
    }
}

/// The call, when it is written as one.
pub fn decorator_call<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    decorating_call(cx.tree(), node).into()
}

/// The function or class it decorates.
pub fn decorator_definition<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let definition = undecorated(tree, tree.parent(node));
    (tree.kind(node) == Kind::Decorator && is_definition(tree.kind(definition))).then_some(definition).into()
}

/// Arguments of the call; empty when it is not a call.
pub fn decorator_args<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    match decorating_call(tree, node) {
        Some(call) => call_args(cx, call, &[]),
        None if tree.kind(node) == Kind::Decorator => Value::List(&[]),
        None => Value::None,
    }
}

/// The positional argument of the call at that index.
pub fn decorator_arg<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    decorating_call(cx.tree(), node).map_or(Value::None, |call| call_arg(cx, call, args))
}

/// The value of that keyword argument of the call.
pub fn decorator_keyword<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    decorating_call(cx.tree(), node).map_or(Value::None, |call| call_keyword(cx, call, args))
}

/// Position among the decorators of its definition.
pub fn decorator_index<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    decorators(tree, tree.parent(node)).position(|decorator| decorator == node).into()
}
