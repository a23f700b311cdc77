//! From the sources of a project to all that their data reaches.
//!
//! Facts say: in a body that was entered so, data lies in that value at that path. They are followed forward. A function is
//! looked into once for each way in which data enters it, whoever calls it; what leaves it, its *exits*, is the summary that
//! is put in at every call that enters it so. So a path into a function is left at the call where it came in. (T. Reps,
//! S. Horwitz, M. Sagiv: Precise interprocedural dataflow analysis via graph reachability, 1995.) Data whose source lies in
//! a function leaves it to all its callers.
//!
//! Kinds of sinks are bits: a fact has those that nothing on its way cleaned ([`Live`]). They only grow, and paths are finite,
//! so it ends.

mod bind;
mod demand;
mod enter;
mod keys;
mod known;
mod leave;
mod live;

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::syntax::tree::Range;

use self::demand::{ANY_SOURCE, Steps, Useful};
pub(super) use self::known::{Caller, Context, ContextId, Entry, Exit, Known, Node, NodeId, Reason, Told, Way};
pub(super) use self::live::{Live, WayKind};
use super::order::{AFTER, Reach, START, reaches};
use super::path::{LabelId, Path};
use super::program::BodyRef;
use super::skeleton::{CellId, Edge, End, Handler, Raised, SinkId, Skeleton, What};
use super::store::{Catches, Store};

/// Facts that are followed at most in any project, and for how many values one more is. What is nearest to its source is
/// followed first, so that a limit cuts the longest ways off; what is beyond is counted. Measured over packages of 450 to
/// 2,900 files, with one fact for 16 values the flow takes about as long as parsing.
const MIN_FACTS: usize = 200_000;
const VALUES_PER_FACT: usize = 16;

/// Paths of more than a label that are told apart in one value; where there are more, the others are cut.
const MAX_PATHS: usize = 8;

/// What was cut off, and how often.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FlowLimits {
    /// Paths that were longer than they are followed.
    pub collapsed: u64,
    /// Times that data went through a call of which nothing is known.
    pub opaque: u64,
    /// Facts that were not followed, because there are too many.
    pub capped: u64,
}

/// All that is known.
pub(super) struct Solver<'s, 'p> {
    pub(super) store: &'s mut Store<'p>,
    pub(super) contexts: Vec<Context>,
    context_ids: FxHashMap<(BodyRef, Entry, Told), ContextId>,
    pub(super) nodes: Vec<Node>,
    node_ids: FxHashMap<Known, NodeId>,
    /// Paths of more than a label, by the value that they are in.
    paths: FxHashMap<(ContextId, u32), Vec<Path>>,
    queue: VecDeque<NodeId>,
    max_facts: usize,
    /// What leads to what, while that is asked for.
    steps: Option<Steps>,
    /// What lies on the way to a sink, once that is known.
    useful: Option<Useful>,
    /// Sinks that data of a source arrives at, in the order in which that was found.
    pub(super) arrivals: Vec<(u32, SinkId, NodeId)>,
    pub(super) limits: FlowLimits,
}

impl<'s, 'p> Solver<'s, 'p> {
    /// Follows the data of the sources to sinks; `wanted` has for each the kinds of sinks that make a problem of it.
    pub(super) fn solve(store: &'s mut Store<'p>, wanted: &[u64]) -> Self {
        let mut solver = Self::new(store);
        solver.steps = Some(Steps::default());
        solver.begin_at_all(wanted, |_| ANY_SOURCE);
        solver.run();
        solver.keep_useful(wanted.iter().fold(0, |all, kinds| all | kinds));
        solver.begin_at_all(wanted, |source| source);
        solver.run();
        solver
    }

    /// Follows the data of the sources wherever it goes.
    pub(super) fn solve_everywhere(store: &'s mut Store<'p>, wanted: &[u64]) -> Self {
        let mut solver = Self::new(store);
        solver.begin_at_all(wanted, |source| source);
        solver.run();
        solver
    }

    fn new(store: &'s mut Store<'p>) -> Self {
        let max_facts = MIN_FACTS + store.n_values / VALUES_PER_FACT;
        Solver {
            steps: None,
            useful: None,
            store,
            contexts: Vec::new(),
            context_ids: FxHashMap::default(),
            nodes: Vec::new(),
            node_ids: FxHashMap::default(),
            paths: FxHashMap::default(),
            queue: VecDeque::new(),
            max_facts,
            arrivals: Vec::new(),
            limits: FlowLimits::default(),
        }
    }

    fn begin_at_all(&mut self, wanted: &[u64], name: impl Fn(u32) -> u32) {
        for (source, _) in (0..).zip(wanted).filter(|&(_, &wanted)| wanted != 0) {
            self.begin_at(source, name(source));
        }
    }

    /// The data of a source, under that name.
    fn begin_at(&mut self, source: u32, name: u32) {
        let endpoint = &self.store.sources[source as usize];
        let body = BodyRef { file: endpoint.file, body: endpoint.place.body };
        let value = endpoint.place.value.0;
        let context = self.context(body, Entry::Source(name), Told::default());
        self.fact(context, value, Path::WHOLE, START, false, Live::ALL, Reason::Source);
    }

    /// Follows all that is known until nothing new comes.
    fn run(&mut self) {
        while let Some(node) = self.queue.pop_front() {
            self.nodes[node as usize].is_queued = false;
            match self.nodes[node as usize].known {
                Known::Fact { context, value, path, since, is_written } => {
                    let at = At { node, context, value, path, since, live: self.nodes[node as usize].live };
                    self.follow(at, is_written);
                }
                Known::Exit { context, exit } => self.leave(context, node, exit),
                Known::InCell { source, cell, path } => self.seen(node, source, cell, path),
            }
        }
    }

    fn context(&mut self, body: BodyRef, entry: Entry, told: Told) -> ContextId {
        let contexts = &mut self.contexts;
        *self.context_ids.entry((body, entry, told.clone())).or_insert_with(|| {
            contexts.push(Context {
                body,
                entry,
                told,
                callers: Vec::new(),
                is_caller: FxHashSet::default(),
                exits: Vec::new(),
            });
            contexts.len() as u32 - 1
        })
    }

    /// Adds what is known; `true` when it is new.
    fn add(&mut self, known: Known, live: Live, reason: Reason) -> bool {
        if live.is_none() || !self.is_useful(known) {
            return false;
        }
        let next = self.nodes.len() as u32;
        let id = *self.node_ids.entry(known).or_insert(next);
        if id == next {
            if self.nodes.len() >= self.max_facts {
                self.node_ids.remove(&known);
                self.limits.capped += 1;
                return false;
            }
            // Most are known on one way only.
            let ways = Vec::with_capacity(usize::from(self.steps.is_none()));
            self.nodes.push(Node { known, live: Live::default(), ways, is_queued: false });
            match known {
                Known::Exit { context, exit } => {
                    self.contexts[context as usize].exits.push(id);
                    if let (Exit::Sink(sink), Entry::Source(source)) = (exit, self.contexts[context as usize].entry) {
                        self.arrivals.push((source, sink, id));
                    }
                }
                Known::Fact { .. } | Known::InCell { .. } => {}
            }
        }
        self.note_step(&reason, id);
        let node = &mut self.nodes[id as usize];
        let gained = live.beyond(node.live);
        if gained.is_none() {
            return false;
        }
        node.live = node.live.or(live);
        if self.steps.is_none() {
            node.ways.push(Way { gained, reason });
        }
        if !node.is_queued {
            node.is_queued = true;
            self.queue.push_back(id);
        }
        id == next
    }

    #[expect(clippy::too_many_arguments, reason = "a fact has that many parts, and each caller knows them all")]
    fn fact(
        &mut self,
        context: ContextId,
        value: u32,
        path: Path,
        since: u32,
        is_written: bool,
        live: Live,
        reason: Reason,
    ) {
        let body = self.contexts[context as usize].body;
        let skeleton = self.store.skeleton(body.file);
        let live = live.without(skeleton.body(body.body).clean_of(value)).tested_if(self.store.is_test(body.file));
        let path = self.widened(context, value, path);
        // What lies in all of an object lies in each part of it, and what lies there from the beginning lies there later.
        let above = path.above().map(|path| (path, since));
        let covering = above.chain(Some((path, START)).filter(|_| since != START));
        for (path, since) in covering {
            let known = Known::Fact { context, value, path, since, is_written };
            let Some(&id) = self.node_ids.get(&known) else { continue };
            if live.beyond(self.nodes[id as usize].live).is_none() {
                self.note_step(&reason, id);
                return;
            }
        }
        self.add(Known::Fact { context, value, path, since, is_written }, live, reason);
    }

    /// The data lay in that value before anything was written: what was read from there is not written back to it. Of all
    /// sources as one nobody knows whether it is the same data.
    fn is_from_there(&self, context: ContextId, value: u32, path: Path, live: Live) -> bool {
        let entry = self.contexts[context as usize].entry;
        let is_one_source = entry != Entry::Source(ANY_SOURCE);
        // What is written later into what the body was handed was in no part of it before.
        let first = if matches!(entry, Entry::Later(..)) { AFTER } else { START };
        let lies_there = |path: Path| {
            let known = Known::Fact { context, value, path, since: first, is_written: false };
            let id = self.node_ids.get(&known);
            id.is_some_and(|&id| live.beyond(self.nodes[id as usize].live).is_none())
        };
        is_one_source && std::iter::once(path).chain(path.above()).any(lies_there)
    }

    /// The path, or where there are too many in that value, one that stands for it and others.
    fn widened(&mut self, context: ContextId, value: u32, path: Path) -> Path {
        let shortened = path.shortened();
        if shortened == path {
            return path;
        }
        let paths = self.paths.entry((context, value)).or_default();
        if paths.contains(&path) {
            return path;
        }
        if paths.len() < MAX_PATHS {
            paths.push(path);
            return path;
        }
        self.limits.collapsed += 1;
        shortened
    }

    fn exit(&mut self, context: ContextId, exit: Exit, live: Live, reason: Reason) {
        let live = live.tested_if(self.store.is_test(self.contexts[context as usize].body.file));
        self.add(Known::Exit { context, exit }, live, reason);
    }

    /// Follows a fact along the edges of its value, and into calls.
    fn follow(&mut self, at: At, is_written: bool) {
        let body = self.contexts[at.context as usize].body;
        let file = self.store.skeleton(body.file);
        let skeleton = file.body(body.body);
        for edge in skeleton.edges_of(at.value) {
            self.along(skeleton, at, edge, false);
        }
        if is_written {
            for edge in skeleton.holders_of(at.value) {
                self.along(skeleton, at, edge, true);
            }
        }
        for used in skeleton.uses_of(at.value) {
            self.use_of(skeleton, at, used, is_written);
        }
    }

    fn along(&mut self, skeleton: &Skeleton, at: At, edge: &Edge, is_holder: bool) {
        let (context, transfer) = self.by_keys(at, edge.transfer);
        let Some(path) = transfer.apply(at.path, &mut self.limits.collapsed) else {
            self.escape(at, edge);
            return;
        };
        let reach = reaches(skeleton, at.value, at.path.first(), at.since, edge.at);
        let mut since = START;
        match reach {
            Reach::Yes if is_holder => since = at.since,
            Reach::Yes => {}
            Reach::Never if is_holder || (edge.is_alias && !path.is_whole()) => since = at.since,
            // What was written into the result leaves in what else holds it.
            Reach::Never if edge.end == End::Return && at.since == AFTER && !path.is_whole() => {}
            Reach::Never | Reach::Overwritten => return,
        }
        if is_holder && path.is_whole() && !at.path.is_whole() {
            // The part itself was put there, not something in it.
            return;
        }
        let live = at.live.without(edge.cleans).guessed_if(edge.is_assumed);
        self.limits.opaque += u64::from(edge.is_assumed);
        let range = edge.place.unwrap_or_else(|| match edge.end {
            End::Value(to) => skeleton.ranges[to as usize],
            _ => skeleton.ranges[at.value as usize],
        });
        let reason = Reason::Step { from: at.node, what: edge.what, range };
        match edge.end {
            End::Value(to) => self.fact(context, to, path, since, false, live, reason),
            End::Object(to) if is_holder && self.is_from_there(context, to, path, live) => {}
            End::Object(to) if is_holder => self.fact(context, to, path, since, true, live, reason),
            End::Object(to) => {
                let since = if since == START { edge.at.saturating_add(1) } else { since };
                self.fact(context, to, path, since, true, live, reason);
            }
            End::Return => self.exit(context, Exit::Return(path), live, reason),
            End::Parameter(place) => self.exit(context, Exit::Parameter(place, path), live, reason),
            End::Captured(label) => self.exit(context, Exit::Captured(label, path), live, reason),
            End::Cell(cell) => self.exit(context, Exit::Cell(cell, path), live, reason),
            End::Sink(sink) => self.exit(context, Exit::Sink(sink), live, reason),
            End::Raise(class) => self.raised(skeleton, context, range, class, path, live, reason),
        }
    }

    /// What a function took along goes with it into a call of which nothing is known.
    fn escape(&mut self, at: At, edge: &Edge) {
        if edge.what != What::Call || !edge.is_assumed {
            return;
        }
        if let Some(label) = at.path.first().filter(|label| label.is_captured()) {
            let end = Range::default();
            let reason = Reason::Step { from: at.node, what: What::Call, range: end };
            let live = at.live.guessed_if(true);
            self.exit(at.context, Exit::Escaped(label, at.path.rest()), live, reason);
        }
    }

    /// An exception goes to the handlers around the place that it comes from, or else to whoever called.
    #[expect(clippy::too_many_arguments, reason = "a fact has that many parts, and each caller knows them all")]
    fn raised(
        &mut self,
        skeleton: &Skeleton,
        context: ContextId,
        from: Range,
        class: Option<Raised>,
        path: Path,
        live: Live,
        reason: Reason,
    ) {
        let around = skeleton.handlers.iter().filter(|handler| covers(handler.protects, from));
        let mut around: Vec<&Handler> = around.collect();
        // Of clauses of one `try` the first one comes first, and an inner `try` comes before an outer one.
        around.sort_by_key(|handler| std::cmp::Reverse(handler.protects.start));
        let mut is_caught = false;
        for handler in around {
            let is_group = handler.is_group && class.is_some_and(|class| self.store.is_group(class.class));
            let catches = match is_group {
                // Each clause takes its own part of the group.
                true => Catches::Perhaps,
                false => self.store.catches(handler.classes.as_deref(), class),
            };
            if catches == Catches::Never {
                continue;
            }
            let path = match handler.is_group && !is_group {
                true => {
                    let label = self.store.names.labels.id(super::path::Label::Attribute("exceptions".into()));
                    path.below(LabelId::ANY).0.below(label).0
                }
                false => path,
            };
            self.fact(context, handler.value, path, START, false, live, reason);
            if catches == Catches::Certainly {
                is_caught = true;
                break;
            }
        }
        if !is_caught {
            self.exit(context, Exit::Raise(class, path), live, reason);
        }
    }

    /// Data that everybody can see is read.
    fn seen(&mut self, node: NodeId, source: u32, cell: CellId, path: Path) {
        let live = self.nodes[node as usize].live;
        let readers = self.store.readers.get(&cell).cloned().unwrap_or_default();
        for reader in readers {
            if let Some(path) = reader.transfer.apply(path, &mut self.limits.collapsed) {
                let told = Told { class: reader.class, ..Told::default() };
                let context = self.context(reader.body, Entry::Source(source), told);
                let reason = Reason::Seen { from: node };
                self.fact(context, reader.value, path, START, false, live, reason);
            }
        }
    }
}

/// The suite has that place in it.
fn covers(suite: Range, place: Range) -> bool {
    suite.start <= place.start && place.end <= suite.end
}

/// A fact that is followed.
#[derive(Clone, Copy)]
struct At {
    node: NodeId,
    context: ContextId,
    value: u32,
    path: Path,
    since: u32,
    live: Live,
}
