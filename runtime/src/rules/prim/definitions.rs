//! What functions and classes have in common, functions and lambdas.

use super::parameters::params;
use super::{bare_child_of, block_of, has_token, list, statements};
use crate::resolve::fold::{self, Constant};
use crate::rules::file_state::FileState;
use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// A `def` or `class`.
pub(super) fn is_definition(kind: Kind) -> bool {
    matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition)
}

fn is_function(kind: Kind) -> bool {
    kind == Kind::FunctionDefinition
}

/// Name of a function or class.
pub fn definition_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    name_of(tree, node)
}

/// The name of a definition.
pub(super) fn name_of<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    let name = tree.child(node, Field::Name).filter(|_| is_definition(tree.kind(node)))?;
    Some(tree.name(name))
}

/// Name with those of the definitions around it.
pub fn definition_qualname<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let scopes = &state.file.scopes;
    let is_definition = is_definition(state.tree().kind(node));
    scopes.opened_by(node).filter(|_| is_definition).map(|scope| scopes.get(scope).qualname)
}

/// The decorators, from top to bottom.
pub fn definition_decorators<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if !is_definition(tree.kind(node)) {
        return None;
    }
    list(state, decorators(tree, tree.parent(node)))
}

/// Decorators of a `decorated_definition`; none when the node is something else.
pub(super) fn decorators<'a>(tree: &'a Tree<'_>, decorated: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let is_decorated = tree.kind(decorated) == Kind::DecoratedDefinition;
    let children = is_decorated.then(|| tree.children(decorated)).into_iter().flatten();
    children.filter(|&child| tree.kind(child) == Kind::Decorator)
}

/// Text of the docstring of a function or class.
pub fn definition_docstring<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let body = block_of(tree, node).filter(|_| is_definition(tree.kind(node)));
    body.and_then(|body| docstring(state, body))
}

/// The string that is the first statement of a block or module.
pub(super) fn docstring<'t>(state: &FileState<'t>, body: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let first = tree.children(body).next().filter(|&first| tree.kind(first) == Kind::ExpressionStatement)?;
    let value = tree.bare(tree.children(first).next()?);
    if !matches!(tree.kind(value), Kind::String | Kind::ConcatenatedString) {
        return None;
    }
    match fold::literal(&state.names, value)? {
        Constant::Text(text) => Some(text),
        _ => None,
    }
}

/// The class in whose body it directly stands.
pub fn definition_owner<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    owner(state.tree(), node)
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
pub fn definition_is_top_level<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    is_definition(tree.kind(node)).then(|| tree.node(node).scope == ScopeId::MODULE)
}

/// The statements of its body.
pub fn definition_body<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if !is_definition(tree.kind(node)) {
        return None;
    }
    list(state, block_of(tree, node).into_iter().flat_map(|block| statements(tree, block)))
}

/// It is an `async def`.
pub fn function_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    is_function(tree.kind(node)).then(|| has_token(tree, node, "async"))
}

/// It stands directly in a class body.
pub fn function_is_method<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    is_function(tree.kind(node)).then(|| owner(tree, node).is_some())
}

/// The return annotation.
pub fn function_returns<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::FunctionDefinition, Field::ReturnType)
}

/// Any parameter or the result is annotated.
pub fn function_is_typed<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    if !is_function(tree.kind(node)) {
        return None;
    }
    let has_return = tree.child(node, Field::ReturnType).is_some();
    Some(has_return || params(tree, node).any(|param| tree.child(param, Field::Type).is_some()))
}

/// What a lambda gives back.
pub fn lambda_body<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::Lambda, Field::Body)
}
