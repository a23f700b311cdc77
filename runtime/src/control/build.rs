//! From a body to its graph: the blocks, items and edges that statements make, and where jumps lead.
//!
//! Control is in one block at a time, and blocks come in the order of the source. Jumps forward wait in the frame of the
//! statement that they leave until its next block exists.

use std::ops::Range;

use crate::control::{Action, Block, BlockId, BlockKind, Cfg, Edge, EdgeKind, Item, order};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// A jump whose target does not exist yet.
#[derive(Clone, Copy)]
pub(super) struct Jump {
    pub(super) from: BlockId,
    /// Where it goes: as [`EdgeKind::Return`], `Break`, `Continue` or `Exception` do.
    pub(super) why: EdgeKind,
    /// What its edge is called; that of a test that fails is `False`.
    pub(super) label: EdgeKind,
}

/// A statement around the one that is built.
pub(super) enum Frame {
    /// A loop: `continue` leads to its head, `break` behind it.
    Loop { head: BlockId, breaks: Vec<BlockId> },
    /// The suite of a `try` with handlers: exceptions lead to the first one.
    Handlers(Vec<Jump>),
    /// What a `finally` or a `with` protects: every jump leads there first.
    Protected(Vec<Jump>),
}

pub(super) struct Builder<'b, 't> {
    pub(super) tree: &'b Tree<'t>,
    pub(super) never_returns: &'b dyn Fn(NodeId) -> bool,
    pub(super) frames: Vec<Frame>,
    /// The block in which control is; none behind a jump.
    pub(super) current: Option<BlockId>,
    /// Jumps that leave the body.
    leaving: Vec<Jump>,
    blocks: Vec<Block>,
    /// Blocks that have their way out for exceptions; parallel to `blocks`.
    raises: Vec<bool>,
    items: Vec<Item>,
    edges: Vec<Edge>,
    statements: Vec<(NodeId, BlockId)>,
}

/// See [`Cfg::build`].
pub(super) fn build(tree: &Tree<'_>, owner: NodeId, never_returns: &dyn Fn(NodeId) -> bool) -> Cfg {
    let mut builder = Builder {
        tree,
        never_returns,
        frames: Vec::new(),
        current: None,
        leaving: Vec::new(),
        blocks: Vec::new(),
        raises: Vec::new(),
        items: Vec::new(),
        edges: Vec::new(),
        statements: Vec::new(),
    };
    builder.body(owner);
    builder.finish(owner)
}

impl Builder<'_, '_> {
    fn body(&mut self, owner: NodeId) {
        let Range { start, end } = self.span(owner);
        let entry = self.open(BlockKind::Entry, owner, start..start);
        self.blocks[entry.index()].is_dead = false;
        if let Some(parameters) = self.tree.child(owner, Field::Parameters) {
            self.push(entry, Action::Parameters, parameters);
        }
        match self.tree.kind(owner) {
            Kind::Module => self.suite(owner),
            _ => {
                if let Some(body) = self.tree.child(owner, Field::Body) {
                    self.suite(body);
                }
            }
        }
        let last = self.current;
        let exit = self.open(BlockKind::Exit, owner, end.saturating_sub(1).max(start)..end);
        self.flow(last, exit);
        for jump in std::mem::take(&mut self.leaving) {
            self.edge(jump.from, exit, jump.label);
        }
    }

    fn finish(mut self, owner: NodeId) -> Cfg {
        let n_blocks = self.blocks.len();
        let (successors, first_successor) = order::group(&self.edges, n_blocks, |edge| edge.from);
        let (predecessors, first_predecessor) = order::group(&self.edges, n_blocks, |edge| edge.to);
        let order = order::reverse_postorder(&self.blocks, &successors, &first_successor);
        for block in &mut self.blocks {
            block.is_dead = true;
        }
        for block in &order {
            self.blocks[block.index()].is_dead = false;
        }
        // Only text that is no Python puts a clause before what it belongs to.
        self.statements.sort_by_key(|&(node, _)| node);
        let (by_block, first_statement) = order::group(&self.statements, n_blocks, |&(_, block)| block);
        Cfg {
            owner,
            blocks: self.blocks,
            items: self.items,
            successors,
            first_successor,
            predecessors,
            first_predecessor,
            statements: self.statements,
            by_block: by_block.into_iter().map(|(node, _)| node).collect(),
            first_statement,
            order,
        }
    }

    /// The bytes of a node.
    pub(super) fn span(&self, node: NodeId) -> Range<u32> {
        let node = self.tree.node(node);
        node.start..node.end
    }

    /// The bytes from the beginning of a statement or clause to the end of its head, of which `last` is the last node.
    pub(super) fn head(&self, node: NodeId, last: Option<NodeId>) -> Range<u32> {
        let Range { start, .. } = self.span(node);
        start..last.map_or(start, |last| self.span(last).end)
    }

    /// A new block, in which control is from now on. Nothing leads there yet.
    pub(super) fn open(&mut self, kind: BlockKind, node: NodeId, covers: Range<u32>) -> BlockId {
        let id = BlockId(self.blocks.len() as u32);
        let at = self.items.len() as u32;
        self.blocks.push(Block {
            kind,
            node,
            condition: None,
            start: covers.start,
            end: covers.end,
            is_dead: true,
            items: at..at,
        });
        self.raises.push(false);
        self.current = Some(id);
        id
    }

    /// A new block to which control goes from where it is.
    pub(super) fn enter(&mut self, kind: BlockKind, node: NodeId, covers: Range<u32>) -> BlockId {
        let from = self.current;
        let id = self.open(kind, node, covers);
        self.flow(from, id);
        id
    }

    /// A block behind a compound statement; it begins on the statement's last line.
    pub(super) fn behind(&mut self, kind: BlockKind, statement: NodeId) -> BlockId {
        let Range { start, end } = self.span(statement);
        self.open(kind, statement, end.saturating_sub(1).max(start)..end)
    }

    /// The block in which `node` runs. Behind a jump a new one begins, to which nothing leads.
    pub(super) fn here(&mut self, node: NodeId) -> BlockId {
        match self.current {
            Some(block) => block,
            None => self.open(BlockKind::Basic, node, self.span(node)),
        }
    }

    /// An edge. A block is alive, as far as it is built, when one that is alive leads to it.
    pub(super) fn edge(&mut self, from: BlockId, to: BlockId, kind: EdgeKind) {
        self.edges.push(Edge { from, to, kind });
        if !self.blocks[from.index()].is_dead {
            self.blocks[to.index()].is_dead = false;
        }
    }

    /// A normal edge, where control comes through.
    pub(super) fn flow(&mut self, from: Option<BlockId>, to: BlockId) {
        if let Some(from) = from {
            self.edge(from, to, EdgeKind::Normal);
        }
    }

    /// No way leads to the block, as far as it is built.
    pub(super) fn is_dead(&self, block: BlockId) -> bool {
        self.blocks[block.index()].is_dead
    }

    /// Sets what a block asks: all that stands from the first to the last of some nodes.
    pub(super) fn ask(&mut self, block: BlockId, mut parts: impl Iterator<Item = NodeId>) {
        let first = parts.next();
        self.blocks[block.index()].condition = first.map(|first| (first, parts.last().unwrap_or(first)));
    }

    /// Writes down that a statement or clause stands in a block.
    pub(super) fn stands(&mut self, statement: NodeId, block: BlockId) {
        self.statements.push((statement, block));
    }

    /// Adds a step to the block in which control is. A block covers the statements that stand in it.
    pub(super) fn push(&mut self, block: BlockId, action: Action, node: NodeId) {
        debug_assert!(block.index() + 1 == self.blocks.len(), "only the newest block grows");
        self.items.push(Item { action, node });
        let end = match action {
            Action::Statement | Action::Define => self.span(node).end,
            _ => 0,
        };
        let block = &mut self.blocks[block.index()];
        block.items.end = self.items.len() as u32;
        block.end = block.end.max(end);
    }

    /// Something in the block can raise: it has a way to what is around it that handles or protects, if anything does.
    pub(super) fn can_raise(&mut self, block: BlockId) {
        let is_guarded = |frame: &Frame| !matches!(frame, Frame::Loop { .. });
        if !self.raises[block.index()] && self.frames.iter().rev().any(is_guarded) {
            self.raise(block, EdgeKind::Exception);
        }
    }

    /// The block raises, and the body is left when nothing handles that.
    pub(super) fn raise(&mut self, block: BlockId, label: EdgeKind) {
        if label != EdgeKind::Exception || !std::mem::replace(&mut self.raises[block.index()], true) {
            self.jump(Jump { from: block, why: EdgeKind::Exception, label });
        }
    }

    /// Sends a jump to where it leads, or to the frame that knows later.
    pub(super) fn jump(&mut self, jump: Jump) {
        for frame in self.frames.iter_mut().rev() {
            match (frame, jump.why) {
                (Frame::Loop { breaks, .. }, EdgeKind::Break) => return breaks.push(jump.from),
                (Frame::Loop { head, .. }, EdgeKind::Continue) => {
                    let head = *head;
                    return self.edge(jump.from, head, jump.label);
                }
                (Frame::Handlers(waiting), EdgeKind::Exception) | (Frame::Protected(waiting), _) => {
                    return waiting.push(jump);
                }
                _ => {}
            }
        }
        self.leaving.push(jump);
    }
}
