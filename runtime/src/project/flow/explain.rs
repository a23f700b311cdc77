//! From a sink to why data arrives there, or why none does: where it was stopped on the way, or what comes in its place.
//!
//! The sources are followed forward as ever, and then the values that the sink is made of backward, over the few bodies
//! that they lie in, until one is met at which data of a source lies. Between that one and the next it was stopped.

mod backward;
mod ends;

use rustc_hash::FxHashMap;

use self::backward::Backward;
use super::program::{BodyRef, CallTargets, Program};
use super::solve::{Known, NodeId, Solver, WayKind};
use super::store::{Endpoint, Store};
use super::trace::FlowStep;
use super::{FlowLimits, FlowProblem};
use crate::modules::ModuleId;
use crate::segment::endpoint::{FlowStatement, Kinds};
use crate::segment::facts::Match;
use crate::segment::graph::{Op, Value};
use crate::syntax::tree::Range;

/// A place of the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spot {
    /// Its file.
    pub file: ModuleId,
    /// Where in it.
    pub range: Range,
}

/// What is told of a line.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Told {
    /// Its sinks of the problem, by place.
    pub sinks: Vec<SinkTold>,
    /// Kinds of sinks that the line has and that are none of the problem.
    pub other_kinds: u64,
    /// Nothing on the line ever runs.
    pub never_runs: bool,
    /// What was cut off.
    pub limits: FlowLimits,
}

/// What is told of a sink.
#[derive(Clone, PartialEq, Debug)]
pub struct SinkTold {
    /// The value.
    pub at: Spot,
    /// The rule that says that it is a sink.
    pub of: Match,
    /// The kinds that it is a sink of.
    pub kinds: u64,
    /// The ways of data that arrive, each with whether something on it is presumed.
    pub arrivals: Vec<(Vec<ToldStep>, bool)>,
    /// Where data of a source was stopped, nearest to the sink first.
    pub stops: Vec<Stop>,
    /// What the value is made of in the end, where no data was stopped.
    pub origins: Vec<Origin>,
    /// There were more values than are looked at.
    pub is_cut: bool,
}

/// A step with the rule that says it, where one does.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ToldStep {
    /// The step.
    pub step: FlowStep,
    /// The rule.
    pub of: Option<Match>,
}

/// Data of a source came that far.
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// Its way, source first.
    pub way: Vec<ToldStep>,
    /// Where it would have gone on.
    pub at: Spot,
    /// What stopped it.
    pub why: StopReason,
}

/// What stops data.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum StopReason {
    /// A rule says that the value is clean there for the sink, or is where a test of it comes out so.
    Cleaned {
        /// The rule.
        by: Option<Match>,
        /// It is a test.
        is_test: bool,
    },
    /// Something else is stored in its place on every way.
    Overwritten,
    /// It is stored only after it was read.
    TooLate,
    /// It lies in another part of the value than the one that is read.
    OtherPart,
}

/// What a value is made of that is no data of a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// Where.
    pub at: Spot,
    /// What.
    pub what: OriginKind,
}

/// What a value can begin with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OriginKind {
    /// It is written down.
    Constant,
    /// A parameter of a function that nobody is known to call.
    UncalledParameter(Box<str>),
    /// A parameter for which no call hands over anything: its default.
    DefaultParameter(Box<str>),
    /// A name of a library, or one that nothing known binds.
    Outside(Box<str>),
    /// What a call gives of which nothing is known.
    UnknownCall,
    /// What a function gives that is beyond a limit.
    BeyondLimit,
    /// A source, but of kinds that the problem does not ask for.
    OtherSource(u64),
    /// Something that no data is followed through, such as the outcome of a test.
    NothingKnown,
}

/// What is told of the sinks of a problem on a line.
pub fn explain(
    program: &dyn Program,
    targets: &dyn CallTargets,
    problem: &FlowProblem,
    file: ModuleId,
    line: u32,
) -> Told {
    let mut store = Store::new(program, targets);
    let kinds = |source: &Endpoint| if source.kinds.0 & problem.from == 0 { 0 } else { problem.to };
    let wanted: Vec<u64> = store.sources.iter().map(kinds).collect();
    let mut told = Told { never_runs: never_runs(program, file, line), ..Told::default() };
    let is_on = |range: Range| range.start.line <= line && line <= range.end.line;
    let mut asked = Vec::new();
    for (at, sink) in store.sinks.iter().enumerate().filter(|(_, sink)| sink.file == file) {
        if !is_on(sink.range) && sink.of.range.start.line != line {
            continue;
        }
        match sink.kinds.0 & problem.to {
            0 => told.other_kinds |= sink.kinds.0,
            kinds => asked.push((at as u32, Spot { file, range: sink.range }, kinds)),
        }
    }
    let solver = Solver::solve_everywhere(&mut store, &wanted);
    let mut telling = Telling { facts: facts_of(&solver), solver, program };
    told.sinks = asked.into_iter().map(|(sink, at, kinds)| telling.sink(sink, at, kinds, problem)).collect();
    told.sinks.sort_by_key(|sink| sink.at);
    told.limits = telling.solver.limits;
    told
}

/// No value and no effect lies on the line. A function or class lies on all of its lines, whatever of them runs.
fn never_runs(program: &dyn Program, file: ModuleId, line: u32) -> bool {
    let Some(graph) = program.graph(file) else { return false };
    let is_end = |range: Range| range.start.line == line || range.end.line == line;
    let is_over = |range: Range| range.start.line <= line && line <= range.end.line;
    let runs = |value: &Value| match value.op {
        Op::Function(_) | Op::Class(_) => is_end(value.range),
        _ => is_over(value.range),
    };
    !graph
        .bodies
        .iter()
        .any(|body| body.values.iter().any(runs) || body.effects.iter().any(|effect| is_end(effect.range)))
}

/// By value: the nodes of data that lies there.
type Facts = FxHashMap<(BodyRef, u32), Vec<NodeId>>;

fn facts_of(solver: &Solver<'_, '_>) -> Facts {
    let mut facts: Facts = FxHashMap::default();
    for (at, node) in solver.nodes.iter().enumerate() {
        if let Known::Fact { context, value, .. } = node.known {
            let body = solver.contexts[context as usize].body;
            facts.entry((body, value)).or_default().push(at as NodeId);
        }
    }
    facts
}

/// What was followed forward, beside the project.
struct Telling<'t, 's, 'p> {
    solver: Solver<'s, 'p>,
    facts: Facts,
    program: &'t dyn Program,
}

impl Telling<'_, '_, '_> {
    fn sink(&mut self, sink: u32, at: Spot, kinds: u64, problem: &FlowProblem) -> SinkTold {
        let endpoint = self.solver.store.sinks[sink as usize].clone();
        let mut told = SinkTold {
            at,
            of: endpoint.of,
            kinds,
            arrivals: Vec::new(),
            stops: Vec::new(),
            origins: Vec::new(),
            is_cut: false,
        };
        for (_, _, node) in self.solver.arrivals.clone().into_iter().filter(|(_, arrived, _)| arrived.0 == sink) {
            let live = self.solver.nodes[node as usize].live;
            let Some((of, kind)) = live.best(kinds) else { continue };
            let way = self.way_to(node, kind & kind.wrapping_neg(), of);
            told.arrivals.push((way, !of.is_sure));
        }
        if told.arrivals.is_empty() {
            let body = BodyRef { file: endpoint.file, body: endpoint.place.body };
            let mut backward = Backward::new(self, Kinds(kinds), problem);
            backward.walk(body, endpoint.place.value.0, sink);
            (told.stops, told.origins, told.is_cut) = (backward.stops, backward.origins, backward.is_cut);
            ends::in_order(&mut told.stops, &mut told.origins);
        }
        told
    }

    /// The way to a node, each step with the rule that says it.
    fn way_to(&mut self, node: NodeId, kind: u64, of: WayKind) -> Vec<ToldStep> {
        let steps = self.solver.way_to(node, kind, of);
        steps.into_iter().map(|step| ToldStep { step, of: self.rule_of(&step) }).collect()
    }

    /// The rule that says that data enters, arrives, or is handed on there.
    fn rule_of(&self, step: &FlowStep) -> Option<Match> {
        use super::What;
        let graph = self.program.graph(step.file)?;
        let range_of = |place: &crate::segment::graph::Place| {
            Some(graph.bodies.get(place.body.0 as usize)?.values.get(place.value.0 as usize)?.range)
        };
        let says = |statement: &FlowStatement, of: &Match| match (step.what, statement) {
            (What::Source, FlowStatement::Source { at, .. }) => range_of(at) == Some(step.range),
            (What::Sink, FlowStatement::Sink { .. })
            | (What::Step, FlowStatement::Step { .. })
            | (What::Call, FlowStatement::Call { .. }) => of.range == step.range,
            _ => false,
        };
        let facts = self.program.facts(step.file);
        facts.iter().find(|fact| says(&fact.says, &fact.of)).map(|fact| fact.of)
    }
}
