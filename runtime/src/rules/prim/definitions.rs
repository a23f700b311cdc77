//! What functions and classes have in common, functions and lambdas.

use super::parameters::params;
use super::{bare_child_of, block_of, has_token, list, statements};
use crate::resolve::fold::{self, Constant};
use crate::rules::cx::Cx;
use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

/// A `def` or `class`.
pub(super) fn is_definition(kind: Kind) -> bool {
    matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition)
}

fn is_function(kind: Kind) -> bool {
    kind == Kind::FunctionDefinition
}

/// Name of a function or class.
pub fn definition_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    name_of(tree, node).into()
}

/// The name of a definition.
pub(super) fn name_of<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    let name = tree.child(node, Field::Name).filter(|_| is_definition(tree.kind(node)))?;
    Some(tree.name(name))
}

/// Name with those of the definitions around it.
pub fn definition_qualname<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let scopes = &cx.file.scopes;
    let is_definition = is_definition(cx.tree().kind(node));
    scopes.opened_by(node).filter(|_| is_definition).map(|scope| scopes.get(scope).qualname).into()
}

/// The decorators, from top to bottom.
pub fn definition_decorators<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !is_definition(tree.kind(node)) {
        return Value::None;
    }
    list(cx, decorators(tree, tree.parent(node)))
}

/// Decorators of a `decorated_definition`; none when the node is something else.
pub(super) fn decorators<'a>(tree: &'a Tree<'_>, decorated: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let is_decorated = tree.kind(decorated) == Kind::DecoratedDefinition;
    let children = is_decorated.then(|| tree.children(decorated)).into_iter().flatten();
    children.filter(|&child| tree.kind(child) == Kind::Decorator)
}

/// Text of the docstring of a function or class.
pub fn definition_docstring<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let body = block_of(tree, node).filter(|_| is_definition(tree.kind(node)));
    body.and_then(|body| docstring(cx, body)).into()
}

/// The string that is the first statement of a block or module.
pub(super) fn docstring<'t>(cx: &Cx<'t>, body: NodeId) -> Option<&'t str> {
    let tree = cx.tree();
    let first = tree.children(body).next().filter(|&first| tree.kind(first) == Kind::ExpressionStatement)?;
    let value = tree.bare(tree.children(first).next()?);
    if !matches!(tree.kind(value), Kind::String | Kind::ConcatenatedString) {
        return None;
    }
    match fold::literal(&cx.names, value)? {
        Constant::Text(text) => Some(text),
        _ => None,
    }
}

/// The class in whose body it directly stands.
pub fn definition_owner<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    owner(cx.tree(), node).into()
}

fn owner(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    if !is_definition(tree.kind(node)) {
        return None;
    }
    let parent = tree.parent(node);
    let statement = if tree.kind(parent) == Kind::DecoratedDefinition { parent } else { node };
    class_of_block(tree, tree.parent(statement))
}

/// The class whose body the block is.
pub(super) fn class_of_block(tree: &Tree<'_>, block: NodeId) -> Option<NodeId> {
    let class = tree.parent(block);
    (tree.kind(block) == Kind::Block && tree.kind(class) == Kind::ClassDefinition).then_some(class)
}

/// It stands at the top of the file, also inside `if` or `try`.
pub fn definition_is_top_level<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    is_definition(tree.kind(node)).then(|| tree.node(node).scope == ScopeId::MODULE).into()
}

/// The statements of its body.
pub fn definition_body<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !is_definition(tree.kind(node)) {
        return Value::None;
    }
    list(cx, block_of(tree, node).into_iter().flat_map(|block| statements(tree, block)))
}

/// It is an `async def`.
pub fn function_is_async<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    is_function(tree.kind(node)).then(|| has_token(tree, node, "async")).into()
}

/// It stands directly in a class body.
pub fn function_is_method<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    is_function(tree.kind(node)).then(|| owner(tree, node).is_some()).into()
}

/// The return annotation.
pub fn function_returns<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::FunctionDefinition, Field::ReturnType)
}

/// Any parameter or the result is annotated.
pub fn function_is_typed<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !is_function(tree.kind(node)) {
        return Value::None;
    }
    let has_return = tree.child(node, Field::ReturnType).is_some();
    (has_return || params(tree, node).any(|param| tree.child(param, Field::Type).is_some())).into()
}

/// What a lambda gives back.
pub fn lambda_body<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    bare_child_of(cx, node, Kind::Lambda, Field::Body)
}
