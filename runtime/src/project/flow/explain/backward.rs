//! From a sink backward over what it is made of, to where data of a source was stopped, or to what is there instead.

use std::collections::VecDeque;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::order::{Reach, reaches};
use super::super::path::{Label, LabelId, Path};
use super::super::program::BodyRef;
use super::super::skeleton::{CellId, Edge, End, FileSkeleton, SiteReceiver, Skeleton};
use super::super::solve::{Known, NodeId, WayKind};
use super::{FlowProblem, Origin, OriginKind, Spot, Stop, StopReason, Telling};
use crate::segment::endpoint::{FlowStatement, Kinds};
use crate::segment::graph::{Act, Op, Place, ValueId};

/// Values that are looked at for one sink.
const MAX_VALUES: usize = 20_000;

/// Stops that are told of one sink.
const MAX_STOPS: usize = 16;

/// A value that another one, or a sink, is made of.
struct Before {
    body: BodyRef,
    value: u32,
    /// The edge that leads from it; none between functions, and through what everybody can see.
    edge: Option<Edge>,
}

/// The walk from one sink.
pub(super) struct Backward<'b, 't, 's, 'p> {
    telling: &'b mut Telling<'t, 's, 'p>,
    kinds: Kinds,
    problem: &'b FlowProblem,
    pub(super) stops: Vec<Stop>,
    pub(super) origins: Vec<Origin>,
    pub(super) is_cut: bool,
    is_seen: FxHashSet<(BodyRef, u32)>,
    open: VecDeque<(BodyRef, u32)>,
    /// By body and value: edges that lead there.
    incoming: FxHashMap<BodyRef, Rc<FxHashMap<u32, Vec<Edge>>>>,
    /// What everybody can see, once it is asked for.
    shared: Option<Rc<Shared>>,
}

/// Who writes what everybody can see, and who reads it.
#[derive(Default)]
struct Shared {
    writers: FxHashMap<CellId, Vec<(BodyRef, u32)>>,
    read_by: FxHashMap<(BodyRef, u32), Vec<CellId>>,
    captured: FxHashMap<LabelId, Vec<(BodyRef, u32)>>,
}

impl<'b, 't, 's, 'p> Backward<'b, 't, 's, 'p> {
    pub(super) fn new(telling: &'b mut Telling<'t, 's, 'p>, kinds: Kinds, problem: &'b FlowProblem) -> Self {
        Backward {
            telling,
            kinds,
            problem,
            stops: Vec::new(),
            origins: Vec::new(),
            is_cut: false,
            is_seen: FxHashSet::default(),
            open: VecDeque::new(),
            incoming: FxHashMap::default(),
            shared: None,
        }
    }

    /// Walks back from the value of a sink.
    pub(super) fn walk(&mut self, body: BodyRef, value: u32, sink: u32) {
        let file = self.skeleton(body);
        let skeleton = file.body(body.body);
        let into_sink = |edge: &&Edge| matches!(edge.end, End::Sink(id) if id.0 == sink);
        let edge = skeleton.edges_of(value).iter().find(into_sink).copied();
        self.step((body, value), Before { body, value, edge });
        while let Some((body, value)) = self.open.pop_front() {
            if self.is_seen.len() > MAX_VALUES {
                self.is_cut = true;
                break;
            }
            let before = self.before(body, value);
            if before.is_empty() {
                let what = self.origin(body, value);
                let at = self.spot(body, value);
                self.origins.push(Origin { at, what });
            }
            for before in before {
                self.step((body, value), before);
            }
        }
    }

    /// One step back: data that lies there and does not go on was stopped between the two; otherwise the walk goes on from
    /// there.
    fn step(&mut self, after: (BodyRef, u32), before: Before) {
        let at = (before.body, before.value);
        let live: Vec<NodeId> = self.live_at(at);
        if live.is_empty() {
            if self.is_seen.insert(at) {
                self.open.push_back(at);
            }
            return;
        }
        let stopped = live.iter().find_map(|&node| Some((node, self.reason(after, &before, node)?)));
        if let Some((node, why)) = stopped
            && self.stops.len() < MAX_STOPS
        {
            let kind = self.telling.solver.nodes[node as usize].live.anywhere.any.and(self.kinds).0;
            let way = self.telling.way_to(node, kind & kind.wrapping_neg(), WayKind::ANY);
            // What is tested is the value that was there before; what stops it stands where it is tested.
            let stopping = match (why, self.op(after.0, after.1)) {
                (StopReason::Cleaned { is_test: true, .. }, Some(Op::Tested { test, .. })) => test.0,
                _ => after.1,
            };
            let at = self.spot(after.0, stopping);
            self.stops.push(Stop { way, at, why });
        }
    }

    /// The nodes of data that lies in a value and is not clean for the sink.
    fn live_at(&self, at: (BodyRef, u32)) -> Vec<NodeId> {
        let nodes = self.telling.facts.get(&at).map_or(&[][..], Vec::as_slice);
        let is_live =
            |node: &&NodeId| !self.telling.solver.nodes[**node as usize].live.anywhere.any.and(self.kinds).is_empty();
        nodes.iter().filter(is_live).copied().collect()
    }

    /// What stops data between two values; none when it goes on.
    fn reason(&mut self, after: (BodyRef, u32), before: &Before, node: NodeId) -> Option<StopReason> {
        let is_clean = |kinds: Kinds, asked: Kinds| asked.without(kinds).is_empty();
        let live = self.telling.solver.nodes[node as usize].live.anywhere.any.and(self.kinds);
        let cleaned_there = self.skeleton(after.0).body(after.0.body).clean_of(after.1);
        let is_same = after == (before.body, before.value);
        if !is_same && is_clean(cleaned_there, live) {
            let by = self.cleaner(after, false);
            return Some(StopReason::Cleaned { by, is_test: false });
        }
        let edge = before.edge?;
        if is_clean(edge.cleans, live) {
            let by = self.cleaner(after, true);
            return Some(StopReason::Cleaned { by, is_test: true });
        }
        let Known::Fact { path, since, .. } = self.telling.solver.nodes[node as usize].known else { return None };
        let Some(arrives) = edge.transfer.apply(path, &mut 0) else { return Some(StopReason::OtherPart) };
        let file = self.skeleton(before.body);
        match reaches(file.body(before.body.body), before.value, path.first(), since, edge.at) {
            Reach::Yes => None,
            Reach::Overwritten => Some(StopReason::Overwritten),
            // What two names of one object have in common is there under both, whenever it was stored.
            Reach::Never if edge.is_alias && !arrives.is_whole() => None,
            Reach::Never => Some(StopReason::TooLate),
        }
    }

    /// The rule that says that a value is clean.
    fn cleaner(&self, at: (BodyRef, u32), is_test: bool) -> Option<crate::segment::facts::Match> {
        let place = Place { body: at.0.body, value: ValueId(at.1) };
        let test = match self.op(at.0, at.1)? {
            Op::Tested { test, .. } => Some(Place { body: at.0.body, value: test }),
            _ => None,
        };
        let facts = self.telling.program.facts(at.0.file);
        let is_it = |statement: &FlowStatement| match *statement {
            FlowStatement::Clean { kinds, when: Some((call, _)), .. } if is_test => {
                Some(call) == test && !kinds.and(self.kinds).is_empty()
            }
            FlowStatement::Clean { kinds, at, when: None } if !is_test => {
                at == place && !kinds.and(self.kinds).is_empty()
            }
            _ => false,
        };
        facts.iter().find(|fact| is_it(&fact.says)).map(|fact| fact.of)
    }

    /// What a value is made of.
    fn before(&mut self, body: BodyRef, value: u32) -> Vec<Before> {
        let edges = self.edges_into(body);
        // The function that is called is no part of what it gives.
        let called = match self.op(body, value) {
            Some(Op::Call { callee, .. }) => Some(callee.0),
            _ => None,
        };
        let mut before: Vec<Before> = edges
            .get(&value)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .filter(|edge| called != Some(edge.from))
            .map(|&edge| Before { body, value: edge.from, edge: Some(edge) })
            .collect();
        let file = self.skeleton(body);
        let skeleton = file.body(body.body);
        before.extend(self.arguments(body, skeleton, value));
        before.extend(self.results(skeleton, value));
        let shared = self.shared();
        let cells = shared.read_by.get(&(body, value)).map_or(&[][..], Vec::as_slice);
        let written = cells.iter().flat_map(|cell| shared.writers.get(cell).map_or(&[][..], Vec::as_slice));
        let labels = skeleton.captured.iter().filter(|(_, captured)| *captured == value);
        let stored = labels.clone().flat_map(|(label, _)| shared.captured.get(label).map_or(&[][..], Vec::as_slice));
        before.extend(written.chain(stored).map(|&(body, value)| Before { body, value, edge: None }));
        for &(label, _) in labels {
            before.extend(self.bound(label));
        }
        before
    }

    /// What the body around binds to a captured variable.
    fn bound(&self, label: LabelId) -> Vec<Before> {
        let Label::Captured(file, owner, name) = self.telling.solver.store.names.labels.get(label) else {
            return Vec::new();
        };
        let Some(graph) = self.telling.program.graph(*file) else { return Vec::new() };
        let bodies = graph.bodies.iter().enumerate();
        let bindings = bodies.flat_map(|(at, body)| body.effects.iter().map(move |effect| (at as u32, &effect.act)));
        let values = bindings.filter_map(|(at, act)| match act {
            Act::Bind { body, name: bound, value, .. } if body == owner && bound == name => {
                let body = BodyRef { file: *file, body: crate::segment::graph::BodyId(at) };
                Some(Before { body, value: value.0, edge: None })
            }
            _ => None,
        });
        values.collect()
    }

    /// Of a parameter: what calls hand over.
    fn arguments(&mut self, body: BodyRef, skeleton: &Skeleton, value: u32) -> Vec<Before> {
        let place = skeleton.parameters.iter().position(|parameter| parameter.value == Some(value));
        let Some(place) = place.map(|place| place as u32) else { return Vec::new() };
        let mut before = Vec::new();
        for caller in self.telling.solver.store.callers.get(&body).cloned().unwrap_or_default() {
            let file = self.skeleton(caller.body);
            let site = &file.body(caller.body.body).sites[caller.site as usize];
            let target = &site.targets[caller.target as usize];
            let mut take = |value: u32| before.push(Before { body: caller.body, value, edge: None });
            if let (0, Some(SiteReceiver::Value(receiver))) = (place, target.receiver) {
                take(receiver);
            }
            for at in 0..site.arguments.len() as u32 {
                let bound = self.telling.solver.bind(site, target, skeleton, at, Path::WHOLE);
                if bound.iter().any(|&(reached, _)| reached == place) {
                    take(site.arguments[at as usize].value);
                }
            }
        }
        before
    }

    /// Of the result of a call: what the functions that it reaches return.
    fn results(&mut self, skeleton: &Skeleton, value: u32) -> Vec<Before> {
        let mut before = Vec::new();
        let sites = skeleton.sites.iter().filter(|site| site.result.is_some_and(|result| result.value == value));
        for target in sites.flat_map(|site| &site.targets) {
            let body = target.function;
            let file = self.skeleton(body);
            let returned = file.body(body.body).edges.iter().filter(|edge| edge.end == End::Return);
            before.extend(returned.map(|edge| Before { body, value: edge.from, edge: Some(*edge) }));
        }
        before
    }

    /// What a value is that nothing leads to.
    fn origin(&mut self, body: BodyRef, value: u32) -> OriginKind {
        let place = Place { body: body.body, value: ValueId(value) };
        let kinds = self.telling.program.facts(body.file).iter().fold(0, |all, fact| match fact.says {
            FlowStatement::Source { kinds, at } if at == place => all | kinds.0,
            _ => all,
        });
        if kinds & !self.problem.from != 0 {
            return OriginKind::OtherSource(kinds & !self.problem.from);
        }
        let file = self.skeleton(body);
        let skeleton = file.body(body.body);
        let reaches_opaque = |value: u32| {
            let sites = skeleton.sites.iter().filter(|site| site.result.is_some_and(|result| result.value == value));
            sites.flat_map(|site| site.targets.iter().map(|target| target.function)).collect::<Vec<_>>()
        };
        match self.op(body, value) {
            Some(Op::Constant(_) | Op::Function(_) | Op::Class(_) | Op::Display { .. }) => OriginKind::Constant,
            Some(Op::Parameter(place)) => {
                let name = skeleton.parameters.get(place as usize).map(|parameter| parameter.name.clone());
                let is_called = self.telling.solver.store.callers.contains_key(&body);
                let kind = if is_called { OriginKind::DefaultParameter } else { OriginKind::UncalledParameter };
                kind(name.unwrap_or_default())
            }
            Some(Op::Named(path)) => OriginKind::Outside(path.to_string().trim_start_matches('.').into()),
            Some(Op::Unbound(name) | Op::Captured { name, .. }) => OriginKind::Outside(name),
            Some(Op::Call { .. }) => {
                let functions = reaches_opaque(value);
                let is_opaque = functions.iter().any(|&function| self.skeleton(function).body(function.body).is_opaque);
                if is_opaque { OriginKind::BeyondLimit } else { OriginKind::UnknownCall }
            }
            _ => OriginKind::NothingKnown,
        }
    }

    fn op(&self, body: BodyRef, value: u32) -> Option<Op> {
        let graph = self.telling.program.graph(body.file)?;
        Some(graph.bodies.get(body.body.0 as usize)?.values.get(value as usize)?.op.clone())
    }

    fn spot(&mut self, body: BodyRef, value: u32) -> Spot {
        let file = self.skeleton(body);
        let range = file.body(body.body).ranges.get(value as usize).copied().unwrap_or_default();
        Spot { file: body.file, range }
    }

    fn skeleton(&mut self, body: BodyRef) -> Rc<FileSkeleton> {
        self.telling.solver.store.skeleton(body.file)
    }

    fn edges_into(&mut self, body: BodyRef) -> Rc<FxHashMap<u32, Vec<Edge>>> {
        if let Some(known) = self.incoming.get(&body) {
            return Rc::clone(known);
        }
        let file = self.skeleton(body);
        let mut edges: FxHashMap<u32, Vec<Edge>> = FxHashMap::default();
        for edge in &file.body(body.body).edges {
            if let End::Value(to) | End::Object(to) = edge.end {
                edges.entry(to).or_default().push(*edge);
            }
        }
        let edges = Rc::new(edges);
        self.incoming.insert(body, Rc::clone(&edges));
        edges
    }

    fn shared(&mut self) -> Rc<Shared> {
        if let Some(known) = &self.shared {
            return Rc::clone(known);
        }
        let mut shared = Shared::default();
        let store = &mut *self.telling.solver.store;
        for (&cell, readers) in &store.readers {
            for reader in readers {
                shared.read_by.entry((reader.body, reader.value)).or_default().push(cell);
            }
        }
        for file in self.telling.program.files() {
            let skeletons = store.skeleton(file);
            for (at, skeleton) in skeletons.bodies.iter().enumerate() {
                let body = BodyRef { file, body: crate::segment::graph::BodyId(at as u32) };
                for edge in &skeleton.edges {
                    match edge.end {
                        End::Cell(cell) => shared.writers.entry(cell).or_default().push((body, edge.from)),
                        End::Captured(label) => shared.captured.entry(label).or_default().push((body, edge.from)),
                        _ => {}
                    }
                }
            }
        }
        shared.read_by.values_mut().for_each(|cells| cells.sort_unstable());
        let shared = Rc::new(shared);
        self.shared = Some(Rc::clone(&shared));
        shared
    }
}
