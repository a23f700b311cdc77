//! From the value graphs of a project, what its calls reach and what rules say of flow to flows with their paths.
//!
//! Each body is made a skeleton first ([`build`]), then data is followed from its sources ([`solve`]), and the way of what
//! arrives at a sink is written down ([`trace`]). The engine knows no rule: kinds are bits, and one run serves all problems.

mod build;
pub mod explain;
mod library;
mod order;
mod path;
pub mod program;
mod shape;
mod skeleton;
mod solve;
mod store;
pub mod targets;
mod trace;

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::modules::ModuleId;
use crate::segment::facts::Match;
use crate::segment::graph::Place;
use crate::syntax::tree::Range;

use self::program::{CallTargets, Program};
use self::skeleton::SinkId;
pub use self::skeleton::What;
pub use self::solve::FlowLimits;
use self::solve::Solver;
use self::store::Store;
pub use self::trace::FlowStep;

/// Kinds of sources and sinks between which a flow is a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlowProblem {
    /// Its place among the problems of the rules.
    pub problem: u32,
    /// Its name.
    pub name: Box<str>,
    /// Kinds of sources.
    pub from: u64,
    /// Kinds of sinks.
    pub to: u64,
}

/// A source or sink of a flow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FlowEnd {
    /// Its file.
    pub file: ModuleId,
    /// Its value.
    pub place: Place,
    /// Where its expression stands.
    pub range: Range,
    /// The rule that says so, and where it matched.
    pub of: Match,
    /// The first kind that makes it a problem: its place among the kinds.
    pub kind: u32,
}

/// A flow that is a problem.
#[derive(Clone, PartialEq, Debug)]
pub struct Flow {
    /// The problem, as [`FlowProblem::problem`].
    pub problem: u32,
    /// Where the data enters.
    pub source: FlowEnd,
    /// Where it arrives.
    pub sink: FlowEnd,
    /// Qualified name of the body that the sink is in.
    pub scope: Box<str>,
    /// It leads through a file of tests, and there is no other way.
    pub is_through_tests: bool,
    /// Something on the way is only presumed.
    pub is_assumed: bool,
    /// What arrives is made of the data.
    pub is_derived: bool,
    /// The way, source first.
    pub steps: Vec<FlowStep>,
    /// Number of other sources of the problem whose data arrives there: as this one's does, where that needs no tests.
    pub n_others: u32,
    /// What it is known by, which stays the same when lines move and files are renamed. Flows that look alike share it.
    pub identity: Box<str>,
}

/// The flows of a project.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Flows {
    /// One for each problem and sink, by file and place of the sink, then by problem: of several sources one
    /// whose way leads through no tests, of those one on whose way nothing is presumed, of those the one with the shortest.
    pub flows: Vec<Flow>,
    /// What was cut off.
    pub limits: FlowLimits,
    /// Number of facts that were followed.
    pub n_facts: u64,
}

/// Finds the flows of a project that are problems.
pub fn find_flows(program: &dyn Program, targets: &dyn CallTargets, problems: &[FlowProblem]) -> Flows {
    let mut store = Store::new(program, targets);
    let wanted: Vec<u64> = store.sources.iter().map(|source| wanted_of(problems, source.kinds.0)).collect();
    let mut solver = Solver::solve(&mut store, &wanted);
    let arrivals = std::mem::take(&mut solver.arrivals);
    let mut nearest = Nearest::default();
    for (source, sink, node) in arrivals {
        let (entered, arrived) =
            (solver.store.sources[source as usize].clone(), solver.store.sinks[sink.0 as usize].clone());
        let live = solver.nodes[node as usize].live;
        for problem in problems {
            let from = problem.from & entered.kinds.0;
            let Some((way, kind)) = live.best(problem.to & arrived.kinds.0).filter(|_| from != 0) else { continue };
            let steps = solver.way_to(node, kind & kind.wrapping_neg(), way);
            let scope = solver.store.skeleton(arrived.file).body(arrived.place.body).qualname.clone();
            let is_derived = steps.iter().any(|step| matches!(step.what, What::Derive | What::Step | What::Call));
            let end = |of: &store::Endpoint, kinds: u64| FlowEnd {
                file: of.file,
                place: of.place,
                range: of.range,
                of: of.of,
                kind: kinds.trailing_zeros(),
            };
            nearest.add(
                sink,
                Flow {
                    problem: problem.problem,
                    source: end(&entered, from),
                    sink: end(&arrived, kind),
                    is_through_tests: !way.is_outside_tests,
                    is_assumed: !way.is_sure,
                    is_derived,
                    steps,
                    n_others: 0,
                    identity: format!("{}\n{scope}\n{}\n{}", problem.name, arrived.shape, entered.shape).into(),
                    scope,
                },
            );
        }
    }
    let mut flows = nearest.flows;
    flows.sort_by_key(|flow| (flow.sink.file, flow.sink.of.range, flow.sink.place, flow.problem));
    Flows { flows, limits: solver.limits, n_facts: solver.nodes.len() as u64 }
}

/// The flow of each problem and sink that is shown.
#[derive(Default)]
struct Nearest {
    flows: Vec<Flow>,
    places: FxHashMap<(SinkId, u32), usize>,
}

impl Nearest {
    fn add(&mut self, sink: SinkId, flow: Flow) {
        let Some(&at) = self.places.get(&(sink, flow.problem)) else {
            self.places.insert((sink, flow.problem), self.flows.len());
            return self.flows.push(flow);
        };
        let known = &mut self.flows[at];
        let rank = |flow: &Flow| {
            let source = &flow.source;
            (flow.is_through_tests, flow.is_assumed, flow.steps.len(), source.file, source.of.range, source.place)
        };
        // What only tests hand over is no source of what arrives without them.
        let n_others = match known.is_through_tests.cmp(&flow.is_through_tests) {
            Ordering::Less => known.n_others,
            Ordering::Equal => known.n_others + 1,
            Ordering::Greater => 0,
        };
        if rank(&flow) < rank(known) {
            *known = flow;
        }
        known.n_others = n_others;
    }
}

/// The kinds of sinks that make a problem of sources of these kinds.
fn wanted_of(problems: &[FlowProblem], kinds: u64) -> u64 {
    let of_source = problems.iter().filter(|problem| problem.from & kinds != 0);
    of_source.fold(0, |all, problem| all | problem.to)
}
