//! The vocabulary: one function for each property of `python.vocab`, the only place where a word gets its meaning.
//!
//! A property is asked of a node and reads fields, children and ancestors of it; it never searches below. Asked of a
//! node that is not of its class, and of damaged source that lacks the part, it gives an absent value. Expressions are
//! given back without the parentheses around them.

mod bindings;
mod calls;
mod classes;
mod comments;
mod definitions;
mod displays;
mod exprs;
mod graphs;
mod imports;
mod node;
mod parameters;
mod reached;
mod statements;
mod table;
mod text;

pub use bindings::*;
pub use calls::*;
pub use classes::*;
pub use comments::*;
pub use definitions::*;
pub use displays::*;
pub use exprs::*;
pub use graphs::*;
pub use imports::*;
pub use node::*;
pub use parameters::*;
pub use reached::*;
pub use statements::*;
pub use table::{Form, Prim, Properties, Property, TABLE, find, read};

use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// A compound statement, or a clause of one that has a body of its own.
fn is_compound(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CaseClause
            | Kind::ClassDefinition
            | Kind::DecoratedDefinition
            | Kind::ElifClause
            | Kind::ElseClause
            | Kind::ExceptClause
            | Kind::FinallyClause
            | Kind::ForStatement
            | Kind::FunctionDefinition
            | Kind::IfStatement
            | Kind::MatchStatement
            | Kind::TryStatement
            | Kind::WhileStatement
            | Kind::WithStatement
    )
}

/// The function or class inside its decorators; any other node itself.
fn undecorated(tree: &Tree<'_>, node: NodeId) -> NodeId {
    match tree.kind(node) {
        Kind::DecoratedDefinition => tree.child(node, Field::Definition).unwrap_or(node),
        _ => node,
    }
}

/// The block of statements that belongs to a compound statement or clause.
fn block_of(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    tree.child_of_kind(node, Kind::Block)
}

/// The statements directly in a block or module, definitions without their decorators.
fn statements<'a>(tree: &'a Tree<'_>, block: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let children = tree.children(block).filter(|&child| !matches!(tree.kind(child), Kind::Error | Kind::Token));
    children.map(|statement| undecorated(tree, statement))
}

/// The statement that holds the node, or is it.
fn statement_of(tree: &Tree<'_>, node: NodeId) -> NodeId {
    let mut at = node;
    while at != NodeId::MODULE {
        let around = tree.parent(at);
        let is_among_statements = matches!(tree.kind(around), Kind::Block | Kind::Module);
        if is_among_statements && !matches!(tree.kind(at), Kind::CaseClause | Kind::Comment) {
            return undecorated(tree, at);
        }
        at = around;
    }
    at
}

/// A keyword such as `async` stands among the children.
fn has_token(tree: &Tree<'_>, node: NodeId, token: &str) -> bool {
    tree.children(node).any(|child| tree.kind(child) == Kind::Token && tree.slice(child) == token)
}

/// The child in that field, without parentheses.
fn bare_child(state: &FileState<'_>, node: NodeId, field: Field) -> Option<NodeId> {
    let tree = state.tree();
    tree.child(node, field).map(|child| tree.bare(child))
}

/// The child in that field of a node of that kind, without parentheses.
fn bare_child_of(state: &FileState<'_>, node: NodeId, kind: Kind, field: Field) -> Option<NodeId> {
    if state.tree().kind(node) == kind { bare_child(state, node, field) } else { None }
}

/// The first child of a node of that kind that has no field and is no keyword, without parentheses.
fn first_value(state: &FileState<'_>, node: NodeId, kind: Kind) -> Option<NodeId> {
    let tree = state.tree();
    let is_value = |&child: &NodeId| {
        tree.node(child).field == Field::None && !matches!(tree.kind(child), Kind::Token | Kind::Error)
    };
    let value = tree.children(node).find(is_value).filter(|_| tree.kind(node) == kind);
    value.map(|value| tree.bare(value))
}

/// The attribute's name, when the node is one.
fn member<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    let node = tree.bare(node);
    let member = tree.child(node, Field::Attribute).filter(|_| tree.kind(node) == Kind::Attribute)?;
    Some(tree.name(member))
}

/// Names and attributes from the root on; none when something else stands among them.
fn segments<'t>(tree: &Tree<'t>, node: NodeId) -> Option<Vec<&'t str>> {
    let mut segments = Vec::new();
    let mut at = tree.bare(node);
    while tree.kind(at) == Kind::Attribute {
        segments.push(member(tree, at)?);
        at = tree.bare(tree.child(at, Field::Object)?);
    }
    if tree.kind(at) != Kind::Identifier {
        return None;
    }
    segments.push(tree.name(at));
    segments.reverse();
    Some(segments)
}

/// Nodes as a list.
fn list<'t>(state: &FileState<'t>, nodes: impl IntoIterator<Item = NodeId>) -> Option<&'t [NodeId]> {
    Some(state.alloc_list(nodes))
}
