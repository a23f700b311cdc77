//! Blocks of control flow graphs, and the edges between them.

use super::{list, statement_of};
use crate::control::{BlockId, Cfg};
use crate::rules::file_state::FileState;
use crate::rules::graphs::{Body, Made};
use crate::rules::prim::text::text_between;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;

/// The blocks of a body, the entry first, the exit last.
fn blocks<'t>(state: &FileState<'t>, owner: NodeId) -> Option<&'t [NodeId]> {
    let body = state.graphs().of_owner(owner)?;
    list(state, body.cfg.ids().map(|id| body.block(id)))
}

/// The blocks of a function or class.
pub fn definition_blocks<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    if node == NodeId::MODULE { None } else { blocks(state, node) }
}

/// The blocks of the module.
pub fn module_blocks<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    if node == NodeId::MODULE { blocks(state, node) } else { None }
}

/// The block in which the statement or clause around a node stands.
pub fn node_block<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let around = |node: NodeId| tree.ancestors(node).find(|&up| Cfg::is_owner(tree.kind(up)));
    // The head of a function belongs to what is around it, as its decorators do.
    let at = statement_of(tree, node);
    if tree.kind(at) == Kind::Module {
        return None;
    }
    let body = state.graphs().of_owner(around(at)?)?;
    let inside = std::iter::once(node).chain(tree.ancestors(node)).take_while(|&up| up != at);
    let clause = inside.filter_map(|up| body.cfg.block_of(up)).next();
    clause.or_else(|| body.cfg.block_of(at)).map(|id| body.block(id))
}

fn block<'s>(state: &'s FileState<'_>, node: NodeId) -> Option<(Body<'s>, BlockId)> {
    match state.graphs().made(node)? {
        Made::Block(body, id) => Some((body, id)),
        Made::Edge(..) => None,
    }
}

/// Place among the blocks of its body, from 1.
pub fn block_number<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    block(state, node).map(|(_, id)| i64::from(id.0) + 1)
}

/// Why the block exists.
pub fn block_kind<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    block(state, node).map(|(body, id)| body.cfg.block(id).kind.name())
}

/// First line that a block covers.
pub fn block_line<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    block(state, node).map(|_| state.range(node).start.line.into())
}

/// Last line that a block covers.
pub fn block_end_line<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    block(state, node).map(|_| state.range(node).end.line.into())
}

/// What a block asks, as text.
pub fn block_condition<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let (body, id) = block(state, node)?;
    let (first, last) = body.cfg.block(id).condition?;
    Some(text_between(state, first, last))
}

/// The statements that stand in a block.
pub fn block_statements<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let (body, id) = block(state, node)?;
    list(state, body.cfg.statements_in(id).iter().copied())
}

/// The edges that leave a block.
pub fn block_edges<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let (body, id) = block(state, node)?;
    list(state, body.edges_from(id))
}

/// No way leads to the block.
pub fn block_is_dead<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    block(state, node).map(|(body, id)| body.cfg.block(id).is_dead)
}

/// Where an edge leaves.
pub fn edge_from<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    match state.graphs().made(node)? {
        Made::Edge(body, edge) => Some(body.block(edge.from)),
        Made::Block(..) => None,
    }
}

/// Where an edge arrives.
pub fn edge_to<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    match state.graphs().made(node)? {
        Made::Edge(body, edge) => Some(body.block(edge.to)),
        Made::Block(..) => None,
    }
}

/// Why control goes along an edge.
pub fn edge_kind<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    match state.graphs().made(node)? {
        Made::Edge(_, edge) => Some(edge.kind.name()),
        Made::Block(..) => None,
    }
}
