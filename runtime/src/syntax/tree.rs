//! The syntax of one file as a flat array in source order, and how to move about in it.
//!
//! The walk writes each syntax node down once, before its descendants, with its parent and the end of its subtree. From
//! then on parents, children, fields and ranges are arithmetic on small integers: no primitive touches the parser's tree
//! again, and none searches below a node.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use serde::{Deserialize, Serialize};

use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};

/// A node of the file's [`Tree`]: its place in source order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The module, which is the root of every tree.
    pub const MODULE: NodeId = NodeId(0);
}

/// What the walk writes down of one syntax node.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Syntax kind.
    pub kind: Kind,
    /// The field of its parent in which it stands.
    pub field: Field,
    /// First byte in the source text.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
    /// The node around it; the module is its own parent.
    pub parent: NodeId,
    /// The first node after its subtree.
    pub next: NodeId,
    /// The scope in which its names are looked up.
    pub scope: ScopeId,
}

/// A place in a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Byte column in the line, from 0.
    pub column: u32,
}

/// Where a piece of syntax lies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Range {
    /// The place of its first byte.
    pub start: Position,
    /// The place behind its last byte, on the line of that byte.
    pub end: Position,
}

/// The flat syntax tree of a file.
#[derive(Debug)]
pub struct Tree<'t> {
    /// Every kept node in source order; the module is first.
    pub nodes: Vec<Node>,
    /// The decoded text, which all offsets count in.
    pub source: &'t str,
    /// Offset of the first byte of each line.
    pub lines: Vec<u32>,
    /// The names that are written otherwise than Python compares them: see [`Tree::name`].
    pub normal: FxHashMap<NodeId, &'t str>,
    /// Nodes that stand for what is no syntax, numbered behind all others; see [`Tree::add_made`].
    pub(crate) made: OnceCell<Vec<Node>>,
    /// Nodes in which, or right behind which, something was not examined, in source order: below the depth limit there is
    /// more, or it is no Python. The module when the parser could make nothing of the file.
    pub damaged: Vec<NodeId>,
}

impl<'t> Tree<'t> {
    /// What was written down of `id`.
    #[inline]
    pub fn node(&self, id: NodeId) -> &Node {
        match self.nodes.get(id.0 as usize) {
            Some(node) => node,
            None => self.made_node(id),
        }
    }

    #[cold]
    fn made_node(&self, id: NodeId) -> &Node {
        let made = self.made.get().map_or(&[][..], Vec::as_slice);
        &made[id.0 as usize - self.nodes.len()]
    }

    /// Adds nodes that stand for what is no syntax, such as the blocks of a control flow graph: each is the node behind
    /// those of the file with its place among them. They are no children of anything, and have none. Whoever
    /// makes them again for the same file makes the same ones.
    pub(crate) fn add_made(&self, nodes: Vec<Node>) {
        let n_nodes = nodes.len();
        let made = self.made.get_or_init(|| nodes);
        debug_assert_eq!(made.len(), n_nodes, "the nodes of a file are made alike each time");
    }

    /// Syntax kind of `id`.
    #[inline]
    pub fn kind(&self, id: NodeId) -> Kind {
        self.node(id).kind
    }

    /// The node around `id`; the module for the module itself.
    #[inline]
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.node(id).parent
    }

    /// Children of `id` in source order, comments left out.
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children { nodes: &self.nodes, at: id.0 + 1, end: self.node(id).next.0 }
    }

    /// First child of `id` that stands in `field`.
    pub fn child(&self, id: NodeId, field: Field) -> Option<NodeId> {
        self.children(id).find(|&c| self.node(c).field == field)
    }

    /// Children of `id` that stand in `field`, in source order.
    pub fn children_in(&self, id: NodeId, field: Field) -> impl Iterator<Item = NodeId> + '_ {
        self.children(id).filter(move |&c| self.node(c).field == field)
    }

    /// First child of `id` of that kind.
    pub fn child_of_kind(&self, id: NodeId, kind: Kind) -> Option<NodeId> {
        self.children(id).find(|&c| self.kind(c) == kind)
    }

    /// `id` is `outer` or lies inside it.
    #[inline]
    pub fn contains(&self, outer: NodeId, id: NodeId) -> bool {
        outer <= id && id < self.node(outer).next
    }

    /// The expression that parentheses and `type` wrappers around it stand for. The grammar reads `*f()` in a list as a
    /// call of `*f`; that star is taken off as well.
    pub fn bare(&self, mut id: NodeId) -> NodeId {
        while matches!(self.kind(id), Kind::ParenthesizedExpression | Kind::Type)
            || (self.kind(id) == Kind::ListSplat && self.node(id).field == Field::Function)
        {
            match self.children(id).next() {
                Some(inner) => id = inner,
                None => break,
            }
        }
        id
    }

    /// The node around `id`, parentheses left out.
    pub fn bare_parent(&self, id: NodeId) -> NodeId {
        let mut up = self.parent(id);
        while self.kind(up) == Kind::ParenthesizedExpression {
            up = self.parent(up);
        }
        up
    }

    /// The source text of `id` as it is written.
    #[inline]
    pub fn slice(&self, id: NodeId) -> &'t str {
        let node = self.node(id);
        &self.source[node.start as usize..node.end as usize]
    }

    /// The name that `id` is written as, where `id` is an identifier or several with dots between them: under NFKC, as
    /// Python compares names (PEP 3131). The text as it is written for any other node.
    #[inline]
    pub fn name(&self, id: NodeId) -> &'t str {
        if self.normal.is_empty() {
            return self.slice(id);
        }
        self.normal.get(&id).copied().unwrap_or_else(|| self.slice(id))
    }

    /// Something was not examined in the statement of the module in which `id` stands, so that what is absent around `id`
    /// may only be absent from the tree.
    pub fn is_near_damage(&self, id: NodeId) -> bool {
        if self.damaged.is_empty() {
            return false;
        }
        let statement = self.ancestors(id).filter(|&around| around != NodeId::MODULE).last().unwrap_or(id);
        let from = self.damaged.partition_point(|&damaged| damaged < statement);
        let is_inside = |&damaged: &NodeId| damaged < self.node(statement).next;
        self.damaged[0] == NodeId::MODULE || self.damaged.get(from).is_some_and(is_inside)
    }

    /// The nodes around `id`, innermost first, up to the module.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            let up = self.parent(at);
            (up != at).then(|| {
                at = up;
                up
            })
        })
    }

    /// Line of a byte offset, from 1.
    pub fn line_at(&self, offset: u32) -> u32 {
        self.lines.partition_point(|&start| start <= offset) as u32
    }

    /// Byte column of an offset in its line, from 0.
    pub fn column_at(&self, offset: u32) -> u32 {
        offset - self.lines[self.line_at(offset) as usize - 1]
    }

    /// Place of a byte.
    fn position(&self, offset: u32) -> Position {
        let line = self.line_at(offset);
        Position { line, column: offset - self.lines[line as usize - 1] }
    }

    /// Where `id` lies.
    pub fn range(&self, id: NodeId) -> Range {
        let node = self.node(id);
        let last = self.position(node.end.saturating_sub(1).max(node.start));
        let end = Position { column: last.column + u32::from(node.end > node.start), ..last };
        Range { start: self.position(node.start), end }
    }

    /// Line where `id` begins, from 1.
    pub fn line(&self, id: NodeId) -> u32 {
        self.line_at(self.node(id).start)
    }

    /// Line where `id` ends, from 1: that of its last byte.
    pub fn end_line(&self, id: NodeId) -> u32 {
        let node = self.node(id);
        self.line_at(node.end.saturating_sub(1).max(node.start))
    }
}

/// Iterator over the children of a node, comments left out.
#[derive(Clone)]
pub struct Children<'a> {
    nodes: &'a [Node],
    at: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        while self.at < self.end {
            let id = NodeId(self.at);
            let node = &self.nodes[self.at as usize];
            self.at = node.next.0;
            if !matches!(node.kind, Kind::Comment | Kind::LineContinuation) {
                return Some(id);
            }
        }
        None
    }
}

/// Something that has a value. What only groups, such as parentheses, is none.
pub fn is_expression(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Attribute
            | Kind::Await
            | Kind::BinaryOperator
            | Kind::BooleanOperator
            | Kind::Call
            | Kind::ComparisonOperator
            | Kind::ConcatenatedString
            | Kind::ConditionalExpression
            | Kind::Dictionary
            | Kind::DictionaryComprehension
            | Kind::Ellipsis
            | Kind::ExpressionList
            | Kind::False
            | Kind::Float
            | Kind::GeneratorExpression
            | Kind::GenericType
            | Kind::Identifier
            | Kind::Integer
            | Kind::Lambda
            | Kind::List
            | Kind::ListComprehension
            | Kind::ListPattern
            | Kind::MemberType
            | Kind::NamedExpression
            | Kind::None
            | Kind::NotOperator
            | Kind::PatternList
            | Kind::Set
            | Kind::SetComprehension
            | Kind::Slice
            | Kind::String
            | Kind::Subscript
            | Kind::True
            | Kind::Tuple
            | Kind::TuplePattern
            | Kind::UnaryOperator
            | Kind::UnionType
            | Kind::Yield
    )
}
