//! From a comment to the piece of program that it speaks of.
//!
//! The parser hangs comments wherever they happen to fall, so the piece is found by line: what stands before the comment
//! on its line decides.

use super::{block_of, is_compound, undecorated};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Tree};

/// The compound statement or clause whose header line carries the comment, else the statement on that line; none for a
/// comment on a line of its own.
pub fn comment_unit<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    if tree.kind(node) != Kind::Comment || !is_text_before(tree, node) {
        return None;
    }
    unit(tree, node).map(|unit| undecorated(tree, unit))
}

/// Something stands before the node on its line.
fn is_text_before(tree: &Tree<'_>, node: NodeId) -> bool {
    let start = tree.node(node).start as usize;
    let line = tree.lines[tree.line(node) as usize - 1] as usize;
    tree.source.get(line..start).is_some_and(|before| !before.trim().is_empty())
}

fn unit(tree: &Tree<'_>, comment: NodeId) -> Option<NodeId> {
    let mut at = comment;
    for around in tree.ancestors(comment) {
        match tree.kind(around) {
            Kind::Decorator => return Some(tree.parent(around)),
            Kind::Block | Kind::Module => {
                if let Some(unit) = unit_in_block(tree, around, comment) {
                    return Some(unit);
                }
            }
            // Before the body: the comment is in the header.
            kind if is_compound(kind) && is_header(tree, around, at) => return Some(around),
            kind if !is_compound(kind) && is_statement(tree, around) => return Some(around),
            _ => {}
        }
        at = around;
    }
    None
}

fn is_statement(tree: &Tree<'_>, node: NodeId) -> bool {
    matches!(tree.kind(tree.parent(node)), Kind::Block | Kind::Module) && tree.kind(node) != Kind::Error
}

/// `inside`, a child of the compound statement, stands before its body.
fn is_header(tree: &Tree<'_>, compound: NodeId, inside: NodeId) -> bool {
    block_of(tree, compound).is_none_or(|block| inside < block)
}

/// A comment among statements: the statement before it, when that ends on the comment's line.
fn unit_in_block(tree: &Tree<'_>, block: NodeId, comment: NodeId) -> Option<NodeId> {
    let line = tree.line(comment);
    let before = sibling_before(tree, block, comment)?;
    // Another comment ends its line, so that the statement before it ended there too.
    if tree.end_line(before) != line || tree.kind(before) == Kind::Comment {
        return None;
    }
    if is_one_line(tree, block, line) {
        return Some(tree.parent(block));
    }
    Some(last_unit(tree, before, line))
}

/// The child of `block` before another one, found from the node written just before it.
fn sibling_before(tree: &Tree<'_>, block: NodeId, child: NodeId) -> Option<NodeId> {
    let mut at = NodeId(child.0 - 1);
    while at > block && tree.parent(at) != block {
        at = tree.parent(at);
    }
    (at > block).then_some(at)
}

/// The block stands on the header line of what it belongs to.
fn is_one_line(tree: &Tree<'_>, block: NodeId, line: u32) -> bool {
    tree.kind(block) == Kind::Block && tree.line(block) == line && is_text_before(tree, block)
}

/// The last unit inside a statement that ends on that line.
fn last_unit(tree: &Tree<'_>, statement: NodeId, line: u32) -> NodeId {
    let mut at = statement;
    loop {
        let unit = undecorated(tree, at);
        let last = tree.children(unit).filter(|&child| !matches!(tree.kind(child), Kind::Error | Kind::Token)).last();
        let Some(last) = last.filter(|_| is_compound(tree.kind(unit))) else { return unit };
        at = match tree.kind(last) {
            Kind::Block if is_one_line(tree, last, line) => return unit,
            Kind::Block => match tree.children(last).last() {
                Some(statement) => statement,
                None => return unit,
            },
            kind if is_compound(kind) => last,
            _ => return unit,
        };
    }
}
