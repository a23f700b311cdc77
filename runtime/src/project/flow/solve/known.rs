//! What is known while data is followed, where, and why.

use super::super::path::{LabelId, Path};
use super::super::program::BodyRef;
use super::super::skeleton::{CellId, Raised, SinkId, What};
use super::Live;
use crate::syntax::tree::Range;
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// How data entered a body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in super::super) enum Entry {
    /// It is from that source; the body may be another one than the source's.
    Source(u32),
    /// By a parameter.
    Parameter(u32, Path),
    /// By a variable that the function took along.
    Captured(LabelId, Path),
    /// What the function returns was written into.
    Result(Path),
    /// What the constructor makes was written into.
    Made(Path),
    /// It was sent into the generator.
    Sent(Path),
    /// It was written into an argument after the function had returned.
    Later(u32, Path),
}

/// A context, by its number.
pub(in super::super) type ContextId = u32;

/// A node, by its number.
pub(in super::super) type NodeId = u32;

/// A call that entered a context.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in super::super) struct Caller {
    /// The fact that was handed over.
    pub(in super::super) fact: NodeId,
    pub(in super::super) site: u32,
    pub(in super::super) target: u32,
}

/// What a caller tells of a call, beside the data.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(in super::super) struct Told {
    /// The function that it is given to call; behind it the one that that one is given, and so on.
    pub(in super::super) functions: Rc<[BodyRef]>,
    /// The class of the object whose method it is.
    pub(in super::super) class: Option<BodyRef>,
    /// Parameters by which parts of values are read, with the key that each is.
    pub(in super::super) keys: Rc<[(u32, LabelId)]>,
}

impl Told {
    /// The key that a parameter is.
    pub(super) fn key(&self, parameter: u32) -> Option<LabelId> {
        self.keys.iter().find(|&&(place, _)| place == parameter).map(|&(_, key)| key)
    }
}

/// A body that was entered in a certain way.
pub(in super::super) struct Context {
    pub(in super::super) body: BodyRef,
    pub(in super::super) entry: Entry,
    /// What its caller tells besides.
    pub(in super::super) told: Told,
    pub(super) callers: Vec<Caller>,
    pub(super) is_caller: FxHashSet<Caller>,
    pub(super) exits: Vec<NodeId>,
}

/// How data leaves a body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in super::super) enum Exit {
    /// As its result.
    Return(Path),
    /// In an object that was handed in.
    Parameter(u32, Path),
    /// In a variable of a body around it.
    Captured(LabelId, Path),
    /// As an exception of that class.
    Raise(Option<Raised>, Path),
    /// To where everybody can see it.
    Cell(CellId, Path),
    /// In a function that is called who knows where.
    Escaped(LabelId, Path),
    /// Into a sink.
    Sink(SinkId),
}

impl Exit {
    /// Where in what leaves the data is; none in a sink.
    pub(super) fn path(self) -> Option<Path> {
        match self {
            Exit::Return(path)
            | Exit::Parameter(_, path)
            | Exit::Captured(_, path)
            | Exit::Raise(_, path)
            | Exit::Cell(_, path)
            | Exit::Escaped(_, path) => Some(path),
            Exit::Sink(_) => None,
        }
    }

    /// The same, with the data there.
    pub(super) fn at(self, path: Path) -> Exit {
        match self {
            Exit::Return(_) => Exit::Return(path),
            Exit::Parameter(place, _) => Exit::Parameter(place, path),
            Exit::Captured(label, _) => Exit::Captured(label, path),
            Exit::Raise(class, _) => Exit::Raise(class, path),
            Exit::Cell(cell, _) => Exit::Cell(cell, path),
            Exit::Escaped(label, _) => Exit::Escaped(label, path),
            Exit::Sink(sink) => Exit::Sink(sink),
        }
    }
}

/// What is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in super::super) enum Known {
    /// Data lies there.
    Fact {
        context: ContextId,
        value: u32,
        path: Path,
        /// Place in the order from which on it lies there.
        since: u32,
        /// It was written into an object that others may have too.
        is_written: bool,
    },
    /// Data leaves a body.
    Exit { context: ContextId, exit: Exit },
    /// Data of a source lies where everybody can see it.
    InCell { source: u32, cell: CellId, path: Path },
}

/// Why something is known.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Reason {
    /// The data entered the context so.
    Entered,
    /// It is the source.
    Source,
    /// By a step in the same body.
    Step { from: NodeId, what: What, range: Range },
    /// A function was entered with a fact and left again.
    Through { fact: NodeId, site: u32, exit: NodeId },
    /// The body in which the source lies was left for a caller.
    Left { exit: NodeId, body: BodyRef, site: u32 },
    /// Everybody can see it.
    Seen { from: NodeId },
}

/// Why some kinds arrive.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Way {
    pub(in super::super) gained: Live,
    pub(in super::super) reason: Reason,
}

/// Something that is known, and why.
pub(in super::super) struct Node {
    pub(in super::super) known: Known,
    pub(in super::super) live: Live,
    pub(in super::super) ways: Vec<Way>,
    pub(super) is_queued: bool,
}
