//! From a file to the control flow graphs of its bodies, when the first rule asks; and to nodes for what these are made of.
//!
//! A block or an edge is no syntax. Rules hold it as a node all the same: one behind those of the file, made when the graphs
//! are. It covers the text that the block does, and nothing is inside it.

use rustc_hash::FxHashMap;

use crate::control::{Block, BlockId, Cfg, Edge};
use crate::resolve::{File, Resolver, never_returns};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{Node, NodeId};

/// The graphs of one file.
pub struct Graphs {
    /// By the place of their functions, classes and the module.
    graphs: Vec<Cfg>,
    by_owner: FxHashMap<NodeId, usize>,
    /// The node of each graph's entry. Those of its other blocks follow, then those of its edges.
    firsts: Vec<NodeId>,
}

/// What a made node stands for.
#[derive(Clone, Copy)]
pub(super) enum Made<'g> {
    /// A block.
    Block(Body<'g>, BlockId),
    /// An edge.
    Edge(Body<'g>, Edge),
}

/// A graph whose blocks and edges have nodes.
#[derive(Clone, Copy)]
pub(super) struct Body<'g> {
    /// The graph.
    pub(super) cfg: &'g Cfg,
    first: NodeId,
}

impl Graphs {
    /// Builds the graphs of all bodies of the file, and makes the nodes.
    pub(super) fn of(file: &File<'_>, names: &Resolver<'_>) -> Self {
        let tree = &file.tree;
        let n_nodes = tree.nodes.len() as u32;
        let owners = (0..n_nodes).map(NodeId).filter(|&node| Cfg::is_owner(tree.kind(node)));
        let graphs: Vec<Cfg> =
            owners.map(|owner| Cfg::build(tree, owner, &|call| never_returns(names, call))).collect();
        let mut made: Vec<Node> = Vec::new();
        let mut firsts = Vec::with_capacity(graphs.len());
        for cfg in &graphs {
            firsts.push(NodeId(n_nodes + made.len() as u32));
            let scope = file.scopes.opened_by(cfg.owner).unwrap_or(tree.node(cfg.owner).scope);
            let mut make = |block: &Block| {
                let next = NodeId(n_nodes + made.len() as u32 + 1);
                let &Block { start, end, .. } = block;
                made.push(Node { kind: Kind::Other, field: Field::None, start, end, parent: cfg.owner, next, scope });
            };
            cfg.blocks().iter().for_each(&mut make);
            cfg.edges().iter().for_each(|edge| make(cfg.block(edge.from)));
        }
        tree.add_made(made);
        let by_owner = graphs.iter().enumerate().map(|(at, cfg)| (cfg.owner, at)).collect();
        Graphs { graphs, by_owner, firsts }
    }

    fn body(&self, at: usize) -> Body<'_> {
        Body { cfg: &self.graphs[at], first: self.firsts[at] }
    }

    /// The graph of a function, class or the module.
    pub(super) fn of_owner(&self, owner: NodeId) -> Option<Body<'_>> {
        self.by_owner.get(&owner).map(|&at| self.body(at))
    }

    /// What a node stands for, if it was made for a graph.
    pub(super) fn made(&self, node: NodeId) -> Option<Made<'_>> {
        let at = self.firsts.partition_point(|&first| first <= node).checked_sub(1)?;
        let body = self.body(at);
        let place = node.0 - body.first.0;
        let n_blocks = body.cfg.blocks().len() as u32;
        match place.checked_sub(n_blocks) {
            None => Some(Made::Block(body, BlockId(place))),
            Some(place) => body.cfg.edges().get(place as usize).map(|&edge| Made::Edge(body, edge)),
        }
    }
}

impl Body<'_> {
    /// The node of a block.
    pub(super) fn block(self, id: BlockId) -> NodeId {
        NodeId(self.first.0 + id.0)
    }

    /// The nodes of the edges that leave a block.
    pub(super) fn edges_from(self, id: BlockId) -> impl Iterator<Item = NodeId> {
        let first = self.first.0 + self.cfg.blocks().len() as u32;
        self.cfg.places_of_successors(id).map(move |place| NodeId(first + place as u32))
    }
}
