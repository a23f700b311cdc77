//! From a run that follows the data of all sources as if they were one to what of it lies on the way to a sink.
//!
//! Where many sources reach the same places, telling them apart there multiplies the work, and nearly all of it leads nowhere.
//! So the first run tells no sources apart; of what it finds, only what a sink is reached from is followed again, for each
//! source. What one source reaches is a part of what all of them reach, so nothing is lost.

use rustc_hash::FxHashSet;

use super::super::path::Path;
use super::super::skeleton::{CellId, SinkId};
use super::{ContextId, Entry, Exit, Known, Live, NodeId, Reason, Solver};

/// All sources as one.
pub(super) const ANY_SOURCE: u32 = u32::MAX;

/// What leads to what: a node, and what is known because of it.
#[derive(Default)]
pub(super) struct Steps(Vec<(NodeId, NodeId)>);

/// What lies on the way to a sink, wherever in a value it is.
#[derive(Default)]
pub(super) struct Useful {
    values: FxHashSet<(ContextId, u32)>,
    exits: FxHashSet<(ContextId, Exit)>,
    cells: FxHashSet<CellId>,
    /// Contexts that the first run knew. It may have seen less of a value where it took more of it for data.
    n_contexts: u32,
}

impl Solver<'_, '_> {
    /// Remembers why something is known, while that is asked for.
    pub(super) fn note_step(&mut self, reason: &Reason, to: NodeId) {
        let Some(Steps(steps)) = &mut self.steps else { return };
        match *reason {
            Reason::Entered | Reason::Source => {}
            Reason::Step { from, .. } | Reason::Seen { from } => steps.push((from, to)),
            Reason::Left { exit, .. } => steps.push((exit, to)),
            Reason::Through { fact, exit, .. } => steps.extend([(fact, to), (exit, to)]),
        }
    }

    /// Ends the first run: forgets all that it found but what lies on the way to a sink of the asked kinds.
    pub(super) fn keep_useful(&mut self, asked: u64) {
        let Steps(mut steps) = self.steps.take().unwrap_or_default();
        steps.sort_unstable_by_key(|&(from, to)| (to, from));
        steps.dedup();
        let mut is_useful = vec![false; self.nodes.len()];
        let is_asked = |&&(_, sink, node): &&(u32, SinkId, NodeId)| {
            let live: Live = self.nodes[node as usize].live;
            live.anywhere.any.0 & self.store.sinks[sink.0 as usize].kinds.0 & asked != 0
        };
        let mut open: Vec<NodeId> = self.arrivals.iter().filter(is_asked).map(|&(_, _, node)| node).collect();
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut is_useful[node as usize], true) {
                continue;
            }
            let first = steps.partition_point(|&(_, to)| to < node);
            open.extend(steps[first..].iter().take_while(|&&(_, to)| to == node).map(|&(from, _)| from));
        }
        let mut useful = Useful { n_contexts: self.contexts.len() as u32, ..Useful::default() };
        for (node, _) in self.nodes.iter().zip(&is_useful).filter(|&(_, &is_useful)| is_useful) {
            match node.known {
                Known::Fact { context, value, .. } => _ = useful.values.insert((context, value)),
                Known::Exit { context, exit } => _ = useful.exits.insert((context, exit.at(Path::WHOLE))),
                Known::InCell { cell, .. } => _ = useful.cells.insert(cell),
            }
        }
        self.useful = Some(useful);
        self.nodes = Vec::new();
        self.node_ids.clear();
        self.paths.clear();
        self.arrivals.clear();
        self.limits = super::FlowLimits { capped: self.limits.capped, ..super::FlowLimits::default() };
        for context in &mut self.contexts {
            context.callers.clear();
            context.is_caller.clear();
            context.exits.clear();
        }
    }

    /// It may lie on the way to a sink, as far as anybody knows.
    pub(super) fn is_useful(&self, known: Known) -> bool {
        let Some(useful) = &self.useful else { return true };
        match known {
            Known::Fact { context, value, .. } => {
                self.of_any_source(context, useful).is_none_or(|context| useful.values.contains(&(context, value)))
            }
            Known::Exit { context, exit } => self
                .of_any_source(context, useful)
                .is_none_or(|context| useful.exits.contains(&(context, exit.at(Path::WHOLE)))),
            Known::InCell { cell, .. } => useful.cells.contains(&cell),
        }
    }

    /// The context of the first run that stands for this one; none when it had none.
    fn of_any_source(&self, context: ContextId, useful: &Useful) -> Option<ContextId> {
        let known = &self.contexts[context as usize];
        let of_first = match known.entry {
            Entry::Source(_) => *self.context_ids.get(&(known.body, Entry::Source(ANY_SOURCE), known.told.clone()))?,
            _ => context,
        };
        Some(of_first).filter(|&of_first| of_first < useful.n_contexts)
    }
}
