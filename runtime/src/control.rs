//! From the flat tree to control flow graphs: what runs after what in one function, class body or module.
//!
//! A [`Cfg`] is built from the tree alone, when somebody asks for it. Each block holds [`Item`]s in the order in which
//! they run: simple statements, and the parts of compound statements that are evaluated there. So data flow goes through
//! blocks without knowing statements. What an expression does inside itself (`and`, `or`, conditional expressions,
//! comprehensions, lambdas) is left to whoever looks at the expression.
//!
//! * A jump that leaves a `try` with a `finally` goes through the one block of the `finally`, which has an edge for each
//!   reason to leave it. A `with` is such a `try`: its exit is a block of its own.
//! * An edge of kind [`EdgeKind::Exception`] leaves from anywhere in its block: what holds at its target is what held
//!   before or after any of the items. All other edges leave behind the last item.
//! * An exception that no `try` or `with` of the body is around leaves the body; that is an edge to the exit for `raise`,
//!   `assert`, calls that never return and exceptions that no handler took, and for nothing else.
//! * A test that literals decide (`while True`, `if 0 and x`) has one way out. Other constant tests have both.

mod build;
mod order;
mod protect;
mod statements;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Tree};

/// A block of a [`Cfg`]: its place in the order of the source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BlockId(pub u32);

impl BlockId {
    /// The block in which every body begins.
    pub const ENTRY: BlockId = BlockId(0);

    /// Its place among the blocks of its graph.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Why a block exists.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// Where the body begins.
    Entry,
    /// Where the body is left.
    Exit,
    /// The test of an `if`, `elif` or `assert`, or the guard of a `case`.
    Condition,
    /// A suite of an `if`, `elif`, `case` or `except`, the `else` of an `if`, or what stands behind a jump.
    Basic,
    /// The test of a `while`; a `for` asks for the next value.
    LoopCondition,
    /// The suite of a loop.
    LoopBody,
    /// What comes after a compound statement.
    Merge,
    /// A `return` statement.
    Return,
    /// A `raise` statement, or the message of an `assert`.
    Raise,
    /// The suite of a `try`.
    Try,
    /// The head of an `except` clause: does it take the exception?
    Except,
    /// The suite of a `finally`.
    Finally,
    /// The `else` of a loop or a `try`.
    Else,
    /// The head of a `with` and its suite.
    With,
    /// The context managers of a `with` are left.
    WithExit,
    /// The subject of a `match`.
    Match,
    /// The pattern of a `case`: does the subject fit?
    Case,
}

impl BlockKind {
    /// Its name in tables and rules.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Entry => "entry",
            BlockKind::Exit => "exit",
            BlockKind::Condition => "condition",
            BlockKind::Basic => "basic",
            BlockKind::LoopCondition => "loop_condition",
            BlockKind::LoopBody => "loop_body",
            BlockKind::Merge => "merge",
            BlockKind::Return => "return",
            BlockKind::Raise => "raise",
            BlockKind::Try => "try",
            BlockKind::Except => "except",
            BlockKind::Finally => "finally",
            BlockKind::Else => "else",
            BlockKind::With => "with",
            BlockKind::WithExit => "with_exit",
            BlockKind::Match => "match",
            BlockKind::Case => "case",
        }
    }
}

/// Why control goes along an edge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EdgeKind {
    /// Nothing else happens.
    Normal,
    /// The test holds, there is a next value, the pattern fits, the handler takes the exception.
    True,
    /// The opposite of [`EdgeKind::True`].
    False,
    /// The suite of a loop is through.
    BackEdge,
    /// Something in the block raises, or an exception goes on.
    Exception,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `return`.
    Return,
    /// A context manager may swallow what was raised in its `with`; behind a `with` whose suite never ends otherwise.
    Suppressed,
}

impl EdgeKind {
    /// Its name in tables and rules.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Normal => "normal",
            EdgeKind::True => "true",
            EdgeKind::False => "false",
            EdgeKind::BackEdge => "back_edge",
            EdgeKind::Exception => "exception",
            EdgeKind::Break => "break",
            EdgeKind::Continue => "continue",
            EdgeKind::Return => "return",
            EdgeKind::Suppressed => "suppressed",
        }
    }
}

/// What happens to the node of an [`Item`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// A function begins: its parameters (the node) have their values.
    Parameters,
    /// A simple statement (the node) runs. Of an `assert` with a message, that is the message.
    Statement,
    /// The value of an expression is computed: the iterable of a `for`, the subject of a `match`, a decorator, the default
    /// of a parameter, the bases of a class (an argument list).
    Evaluate,
    /// An expression is computed and tested: of `if`, `elif`, `while`, `assert`, or the guard of a `case`.
    Test,
    /// The iterator of a `for` (the node) is asked for the next value.
    Next,
    /// The target of a `for` (the node) gets the next value.
    BindNext,
    /// An exception is compared with the classes of an `except` (the node): they are computed.
    Handles,
    /// The name after `as` of an `except` (the node) gets the exception.
    BindException,
    /// The name after `as` of an `except` (the node) is deleted, as Python does at the end of the clause.
    UnbindException,
    /// A context manager (the node is a `with_item`) is computed and entered; what it gives goes to the target after `as`.
    Enter,
    /// A context manager (the node is a `with_item`) is left.
    Leave,
    /// The subject is compared with the patterns of a `case` clause (the node).
    Matches,
    /// The names in the patterns of a `case` clause (the node) get the parts of the subject.
    Capture,
    /// A function or class (the node) is made and bound to its name. Of a class, the body runs here.
    Define,
}

/// One step of a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// What happens.
    pub action: Action,
    /// To which node.
    pub node: NodeId,
}

/// A run of steps that control enters at the top.
#[derive(Clone, Debug)]
pub struct Block {
    /// Why it exists.
    pub kind: BlockKind,
    /// The syntax that it stands for: the statement, clause or suite.
    pub node: NodeId,
    /// The first and the last node of what decides where control goes next, or whether it comes in: the test, iterable,
    /// subject, patterns, guard, classes of exceptions, context managers.
    pub condition: Option<(NodeId, NodeId)>,
    /// First byte of what it covers.
    pub start: u32,
    /// Byte after the last one of what it covers.
    pub end: u32,
    /// No way leads to it from the entry.
    pub is_dead: bool,
    items: Range<u32>,
}

/// A way from one block to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Where control leaves.
    pub from: BlockId,
    /// Where control arrives.
    pub to: BlockId,
    /// Why.
    pub kind: EdgeKind,
}

/// The control flow graph of one function, class body or module.
#[derive(Debug)]
pub struct Cfg {
    /// The function, class or module.
    pub owner: NodeId,
    blocks: Vec<Block>,
    items: Vec<Item>,
    /// By the block that they leave, then as they were found.
    successors: Vec<Edge>,
    first_successor: Vec<u32>,
    /// By the block at which they arrive, then as they were found.
    predecessors: Vec<Edge>,
    first_predecessor: Vec<u32>,
    /// In source order.
    statements: Vec<(NodeId, BlockId)>,
    /// By the block in which they stand, then in source order.
    by_block: Vec<NodeId>,
    first_statement: Vec<u32>,
    order: Vec<BlockId>,
}

impl Cfg {
    /// The graph of `owner`: a function, a class or the module. `never_returns` says of a call that stands alone whether
    /// control comes back from it, e.g. of `sys.exit()`. Takes time in proportion to the nodes of the body, those of nested
    /// functions and classes left out.
    pub fn build(tree: &Tree<'_>, owner: NodeId, never_returns: &dyn Fn(NodeId) -> bool) -> Cfg {
        build::build(tree, owner, never_returns)
    }

    /// A node of that kind has a graph.
    pub fn is_owner(kind: Kind) -> bool {
        matches!(kind, Kind::Module | Kind::FunctionDefinition | Kind::ClassDefinition)
    }

    /// All blocks: the entry is first, the exit last, the others stand in the order of the source.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Ids of all blocks.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (0..self.blocks.len() as u32).map(BlockId)
    }

    /// The block of that id.
    #[inline]
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// Where the body is left.
    pub fn exit(&self) -> BlockId {
        BlockId(self.blocks.len() as u32 - 1)
    }

    /// The steps of a block in the order in which they run.
    #[inline]
    pub fn items(&self, id: BlockId) -> &[Item] {
        let range = &self.block(id).items;
        &self.items[range.start as usize..range.end as usize]
    }

    /// The edges that leave a block.
    #[inline]
    pub fn successors(&self, id: BlockId) -> &[Edge] {
        &self.successors[order::of(&self.first_successor, id)]
    }

    /// The places of the edges that leave a block among [`Cfg::edges`].
    pub fn places_of_successors(&self, id: BlockId) -> Range<usize> {
        order::of(&self.first_successor, id)
    }

    /// The edges that arrive at a block.
    #[inline]
    pub fn predecessors(&self, id: BlockId) -> &[Edge] {
        &self.predecessors[order::of(&self.first_predecessor, id)]
    }

    /// All edges, by the block that they leave.
    pub fn edges(&self) -> &[Edge] {
        &self.successors
    }

    /// The blocks that can be reached, in reverse postorder: each before its successors, back edges apart.
    pub fn reverse_postorder(&self) -> &[BlockId] {
        &self.order
    }

    /// Statements and `elif`, `case`, `except` and `finally` clauses with the one block in which each stands, in source
    /// order. A compound statement stands where its head does; a decorated definition is the definition.
    pub fn statements(&self) -> &[(NodeId, BlockId)] {
        &self.statements
    }

    /// The statements and clauses that stand in a block, in source order; see [`Cfg::statements`].
    pub fn statements_in(&self, id: BlockId) -> &[NodeId] {
        &self.by_block[order::of(&self.first_statement, id)]
    }

    /// The block in which a statement of this body stands; see [`Cfg::statements`].
    pub fn block_of(&self, statement: NodeId) -> Option<BlockId> {
        let at = self.statements.binary_search_by_key(&statement, |&(node, _)| node).ok()?;
        Some(self.statements[at].1)
    }
}
