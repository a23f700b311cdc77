//! From a walked file to its value graph: what each expression gives, in static single assignment form, and what is done
//! with it.
//!
//! Each body is run once, in the abstract, over the blocks of its control flow graph in reverse postorder. A [`State`]
//! says which value each variable has and what each local object certainly holds. Where ways meet, what differs becomes
//! an [`Op::Join`]; the head of a loop has one for each variable that the loop binds, to which the ways back add theirs.
//! This is the construction of M. Braun et al., "Simple and Efficient Construction of Static Single Assignment Form"
//! (2013), with two differences: a state is complete at each block, so that nothing is looked up backwards, and which
//! joins the head of a loop needs is read from the bindings of the file, since the value of a variable that a loop leaves
//! alone must be known inside it. Joins that turn out to be of one value, or that nobody uses, are dropped at the end.
//!
//! Constants are computed on the way, so that what never runs has no values and takes no part in joins.
//!
//! [`State`]: state::State
//! [`Op::Join`]: crate::segment::graph::Op::Join

pub mod alone;
mod annotations;
mod assurances;
mod bodies;
mod body;
mod calls;
mod compact;
mod conditions;
mod containers;
mod definitions;
mod displays;
mod expressions;
mod flow;
mod folding;
mod loops;
mod merge;
mod names;
mod objects;
mod operators;
mod patterns;
mod state;
mod statements;
mod targets;
mod texts;

use crate::input::errors::{ErrorStage, FileError};
use crate::resolve::Resolver;
use crate::segment::graph::{BodyId, FileGraph, Place, ValueId};
use crate::syntax::tree::NodeId;

/// Values of one body at most; one that needs more is opaque.
const MAX_VALUES: usize = 1 << 16;

/// Blocks of one body at most.
const MAX_BLOCKS: usize = 1 << 14;

/// How deep expressions are followed. CPython takes about 200 brackets.
const MAX_NESTING: u32 = 400;

/// What the lowering of a file gives.
#[derive(Debug)]
pub struct Lowered {
    /// The graphs of its bodies.
    pub graph: FileGraph,
    /// Where the nodes of the tree are in them.
    pub places: Places,
    /// What was beyond a limit, said once.
    pub error: Option<FileError>,
}

/// Lowers a walked file. Takes time in proportion to its nodes.
pub fn lower(names: &Resolver<'_>) -> Lowered {
    let mut file = bodies::FileRun::new(names);
    for id in (0..file.bodies.len() as u32).map(BodyId) {
        body::run(&mut file, id);
    }
    let error = file.bodies.iter().any(|body| body.is_opaque).then(|| {
        let message =
            "some functions are too large for the flow of data to be followed; nothing is known of what they do";
        FileError::of_file(ErrorStage::Limit, message.to_owned())
    });
    Lowered { graph: FileGraph { bodies: file.bodies }, places: file.places, error }
}

/// From the nodes of a tree to values: expressions, parameters, targets, definitions. What never runs has none.
#[derive(Debug)]
pub struct Places {
    of: Vec<Place>,
}

/// Stands for no place.
const NOWHERE: Place = Place { body: BodyId(u32::MAX), value: ValueId(u32::MAX) };

impl Places {
    fn new(n_nodes: usize) -> Self {
        Places { of: vec![NOWHERE; n_nodes] }
    }

    /// The value of a node. Parentheses have none of their own: ask with what [`Tree::bare`] gives.
    ///
    /// [`Tree::bare`]: crate::syntax::tree::Tree::bare
    pub fn of(&self, node: NodeId) -> Option<Place> {
        self.of.get(node.0 as usize).copied().filter(|&place| place != NOWHERE)
    }

    /// Every node that has a value, in source order, with its place.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, Place)> + '_ {
        let all = (0..).map(NodeId).zip(self.of.iter().copied());
        all.filter(|&(_, place)| place != NOWHERE)
    }

    fn set(&mut self, node: NodeId, place: Option<Place>) {
        self.of[node.0 as usize] = place.unwrap_or(NOWHERE);
    }
}
