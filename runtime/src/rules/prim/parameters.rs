//! One parameter of a function or lambda.

use super::list;
use crate::rules::file_state::FileState;
use crate::scope::bind;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

fn is_parameter_kind(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Identifier
            | Kind::TypedParameter
            | Kind::DefaultParameter
            | Kind::TypedDefaultParameter
            | Kind::ListSplatPattern
            | Kind::DictionarySplatPattern
            | Kind::TuplePattern
    )
}

/// The parameters of a function or lambda, without the bare `*` and `/`.
pub(super) fn params<'a>(tree: &'a Tree<'_>, owner: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let parameters = tree.child(owner, Field::Parameters).into_iter();
    parameters.flat_map(|parameters| tree.children(parameters)).filter(|&child| is_parameter_kind(tree.kind(child)))
}

/// The parameter's name, without stars.
pub(super) fn param_name<'t>(tree: &Tree<'t>, parameter: NodeId) -> &'t str {
    tree.name(bind::parameter_name(tree, parameter).unwrap_or(parameter))
}

/// The list in which the node is a parameter.
fn list_of(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    let list = tree.parent(node);
    let is_list = matches!(tree.kind(list), Kind::Parameters | Kind::LambdaParameters);
    (is_list && is_parameter_kind(tree.kind(node))).then_some(list)
}

/// Its name, without stars.
pub fn parameter_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    list_of(tree, node).map(|_| param_name(tree, node))
}

fn part(state: &FileState<'_>, node: NodeId, field: Field) -> Option<NodeId> {
    let tree = state.tree();
    list_of(tree, node).and_then(|_| tree.child(node, field)).map(|part| tree.bare(part))
}

/// Its annotation.
pub fn parameter_annotation<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    part(state, node, Field::Type)
}

/// Its default value.
pub fn parameter_default<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    part(state, node, Field::Value)
}

/// How arguments reach it.
pub fn parameter_passing<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let list = list_of(tree, node)?;
    if let Some(stars) = stars(tree, node) {
        return Some(stars);
    }
    let is_before = |kind| tree.children(list).any(|other| other > node && tree.kind(other) == kind);
    let is_keyword = tree
        .children(list)
        .take_while(|&other| other < node)
        .any(|other| tree.kind(other) == Kind::KeywordSeparator || stars(tree, other) == Some("vararg"));
    Some(match () {
        () if is_before(Kind::PositionalSeparator) => "positional",
        () if is_keyword => "keyword",
        () => "normal",
    })
}

/// `vararg` or `kwarg` for a parameter with stars.
fn stars(tree: &Tree<'_>, parameter: NodeId) -> Option<&'static str> {
    match tree.kind(parameter) {
        Kind::ListSplatPattern => Some("vararg"),
        Kind::DictionarySplatPattern => Some("kwarg"),
        Kind::TypedParameter => stars(tree, tree.children(parameter).next()?),
        _ => None,
    }
}

/// Position among the parameters.
pub fn parameter_index<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    let tree = state.tree();
    let list = list_of(tree, node)?;
    params(tree, tree.parent(list)).position(|param| param == node).map(|place| place as i64)
}

/// Parameters of a function.
pub fn function_params<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    all(state, node, Kind::FunctionDefinition)
}

/// Parameters of a lambda.
pub fn lambda_params<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    all(state, node, Kind::Lambda)
}

fn all<'t>(state: &FileState<'t>, owner: NodeId, kind: Kind) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if tree.kind(owner) != kind {
        return None;
    }
    list(state, params(tree, owner))
}

/// The parameter of a function that has that name.
pub fn function_param<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let name = name?;
    let is_function = tree.kind(node) == Kind::FunctionDefinition;
    params(tree, node).find(|&param| is_function && param_name(tree, param) == name)
}
