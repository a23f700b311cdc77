//! From nodes of a file, and perhaps a line, to those that an author means by that line.

use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;

/// The nodes of a line, or all: those that begin on it, or else the innermost that reach over it.
pub(crate) fn on_line(state: &FileState<'_>, nodes: &[NodeId], line: Option<u32>) -> Vec<NodeId> {
    let Some(line) = line else { return nodes.to_vec() };
    let tree = state.tree();
    let beginning: Vec<NodeId> = nodes.iter().copied().filter(|&node| begins_on(state, node, line)).collect();
    if !beginning.is_empty() {
        return beginning;
    }
    let reaching: Vec<NodeId> =
        nodes.iter().copied().filter(|&node| tree.line(node) <= line && line <= tree.end_line(node)).collect();
    // Nodes come in the order of the source: what is inside another one follows it.
    let is_innermost =
        |&(at, &node): &(usize, &NodeId)| !reaching[at + 1..].iter().any(|&next| tree.contains(node, next));
    reaching.iter().enumerate().filter(is_innermost).map(|(_, &node)| node).collect()
}

/// The lines of its decorators belong to a function or class.
fn begins_on(state: &FileState<'_>, node: NodeId, line: u32) -> bool {
    let tree = state.tree();
    let parent = tree.parent(node);
    let is_decorated = matches!(tree.kind(node), Kind::FunctionDefinition | Kind::ClassDefinition)
        && tree.kind(parent) == Kind::DecoratedDefinition;
    let first = if is_decorated { tree.line(parent) } else { tree.line(node) };
    (first..=tree.line(node)).contains(&line)
}
