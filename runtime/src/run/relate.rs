//! From the value graphs in the segments to the calls and classes of each file.

use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHasher};

use crate::modules::{ModuleId, ModuleMap};
use crate::output::sqlite::{CallEdge, ClassOrder, Relations};
use crate::project::values::{Graphs, Target, Values};
use crate::segment::bytes::SegmentBytes;
use crate::segment::graph::FileGraph;
use crate::segment::store::{Extent, SegmentReader};

/// Values in the graphs that are kept in memory: about 100 bytes each.
const MAX_VALUES: usize = 1 << 20;

/// Reads graphs when they are asked for, and keeps those that were asked for last.
pub(super) struct GraphLoader<'l> {
    extents: &'l [Extent],
    modules: &'l ModuleMap,
    state: Mutex<Loaded>,
}

struct Loaded {
    reader: SegmentReader,
    bytes: Vec<u8>,
    graphs: FxHashMap<ModuleId, Arc<FileGraph>>,
    /// Modules in the order in which they were read.
    order: VecDeque<ModuleId>,
    n_values: usize,
}

impl<'l> GraphLoader<'l> {
    pub(super) fn new(extents: &'l [Extent], modules: &'l ModuleMap, reader: SegmentReader) -> Self {
        let (graphs, order) = (FxHashMap::default(), VecDeque::new());
        let loaded = Loaded { reader, bytes: Vec::new(), graphs, order, n_values: 0 };
        GraphLoader { extents, modules, state: Mutex::new(loaded) }
    }
}

impl Graphs for GraphLoader<'_> {
    fn graph(&self, module: ModuleId) -> Option<Arc<FileGraph>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = &mut *state;
        if let Some(known) = state.graphs.get(&module) {
            return Some(Arc::clone(known));
        }
        let extent = self.extents[module.0 as usize];
        let is_whole = state.reader.read(extent, &mut state.bytes);
        let parts = SegmentBytes::of(&state.bytes).ok().filter(|_| is_whole)?;
        let graph = Arc::new(parts.graph(self.modules).ok()??);
        state.n_values += n_values(&graph);
        state.graphs.insert(module, Arc::clone(&graph));
        state.order.push_back(module);
        while state.n_values > MAX_VALUES && state.order.len() > 1 {
            if let Some(gone) = state.order.pop_front().and_then(|oldest| state.graphs.remove(&oldest)) {
                state.n_values -= n_values(&gone);
            }
        }
        Some(graph)
    }
}

fn n_values(graph: &FileGraph) -> usize {
    graph.bodies.iter().map(|body| body.values.len() + body.effects.len() + 4).sum()
}

/// The calls and classes of a file.
pub(super) fn relations(values: &mut Values<'_>, module: ModuleId, graphs: &dyn Graphs, map: &ModuleMap) -> Relations {
    let Some(graph) = graphs.graph(module) else { return Relations::default() };
    let reached = values.calls(module);
    let calls = reached.iter().map(|call| {
        let body = &graph.bodies[call.place.body.0 as usize];
        let range = body.values[call.place.value.0 as usize].range;
        let (callee, defined) = match &call.target {
            Target::Project { module, body } => {
                let line = graphs.graph(*module).map(|graph| graph.bodies[body.0 as usize].range.start.line);
                (values.dotted(*module, *body), line.map(|line| (map.path(*module).to_owned(), line)))
            }
            Target::Library(name) => (name.to_string(), None),
        };
        let caller = values.dotted(module, call.place.body);
        CallEdge { range, caller, callee, defined, how: call.how.word(), is_assumed: call.is_assumed }
    });
    let mut calls: Vec<CallEdge> = calls.collect();
    calls.sort_by(|a, b| {
        (a.range.start, a.range.end, &a.callee, a.how).cmp(&(b.range.start, b.range.end, &b.callee, b.how))
    });
    calls.dedup();
    let classes = values.orders(module).into_iter().map(|(body, classes)| {
        let line = graph.bodies[body.0 as usize].range.start.line;
        ClassOrder { line, classes }
    });
    Relations { calls, classes: classes.collect() }
}

/// Changes when they do.
pub(super) fn hash_of(relations: &Relations) -> u64 {
    let mut hasher = FxHasher::default();
    relations.hash(&mut hasher);
    hasher.finish()
}
