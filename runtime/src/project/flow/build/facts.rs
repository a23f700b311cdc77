//! What rules say of a file, put into its skeleton.

use rustc_hash::FxHashSet;

use crate::modules::ModuleId;
use crate::segment::endpoint::{FlowFact, FlowStatement, Kinds};
use crate::segment::graph::{ArgumentKind, BodyId, FileGraph, Op, Place, Value, ValueId};
use crate::segment::interface::OwnedPath;

use super::super::path::Transfer;
use super::super::program::CallTargets;
use super::super::skeleton::{Edge, End, FileSkeleton, Owner, Role, SinkId, Site, SiteArgument, SiteResult, What};
use super::calls::{site_argument, site_target};
use super::{FileBuild, Read};

/// Values of which rules say what is handed on to them, or which function of the project gives them.
pub(super) fn described(
    file: ModuleId,
    graph: &FileGraph,
    facts: &[FlowFact],
    targets: &dyn CallTargets,
) -> FxHashSet<Place> {
    let ends = facts.iter().filter_map(|fact| match fact.says {
        // What a rule sees as read from a container may be known to be the very value that was put there: nothing is made.
        FlowStatement::Step { from, to } if from.body == to.body && from.value >= to.value => None,
        FlowStatement::Step { to, .. } => Some(to),
        FlowStatement::Call { callee, result, .. } => {
            result.filter(|_| !targets.callable(file, graph, callee).is_empty())
        }
        _ => None,
    });
    ends.collect()
}

/// The sinks of a file, in the order in which they are numbered.
pub(in super::super) fn sinks(facts: &[FlowFact]) -> impl Iterator<Item = (&FlowFact, Kinds, Place)> {
    facts.iter().filter_map(|fact| match fact.says {
        FlowStatement::Sink { kinds, at } => Some((fact, kinds, at)),
        _ => None,
    })
}

/// The sources of a file.
pub(in super::super) fn sources(facts: &[FlowFact]) -> impl Iterator<Item = (&FlowFact, Kinds, Place)> {
    facts.iter().filter_map(|fact| match fact.says {
        FlowStatement::Source { kinds, at } => Some((fact, kinds, at)),
        _ => None,
    })
}

/// Puts sinks, cleaners, steps and virtual calls into the skeleton.
pub(super) fn enter(build: &mut FileBuild<'_>, facts: &[FlowFact], first_sink: u32, out: &mut FileSkeleton) {
    for (at, (fact, _, place)) in sinks(facts).enumerate() {
        let call = call_of(build, fact, place);
        let end = End::Sink(SinkId(first_sink + at as u32));
        push(out, place, edge(fact, end, What::Sink, call));
    }
    for fact in facts {
        match &fact.says {
            FlowStatement::Source { .. } | FlowStatement::Sink { .. } | FlowStatement::Clean { .. } => {}
            FlowStatement::Step { from, to } if from.body != to.body => {
                carry(build, fact, *from, *to, out, (Transfer::DERIVED, What::Step));
            }
            FlowStatement::Step { from, to } if from == to => {}
            FlowStatement::Step { from, to } => {
                let call = call_of(build, fact, *to);
                let is_made = call.is_none_or(|call| to.value.0 >= call);
                let end = if is_made { End::Value(to.value.0) } else { End::Object(to.value.0) };
                push(out, *from, edge(fact, end, What::Step, call));
            }
            FlowStatement::Call { .. } => virtual_call(build, fact, out),
        }
    }
    for fact in facts {
        let FlowStatement::Clean { kinds, at, when: None } = fact.says else { continue };
        match call_of(build, fact, at) {
            Some(call) if is_argument(build, call, at) => clean_argument(fact, call, at, kinds, out),
            _ => out.bodies[at.body.0 as usize].clean.push((at.value.0, kinds)),
        }
    }
}

/// What lies in a value of one body is handed on to a value of another one.
fn carry(
    build: &mut FileBuild<'_>,
    fact: &FlowFact,
    from: Place,
    to: Place,
    out: &mut FileSkeleton,
    (transfer, what): (Transfer, What),
) {
    let rest = format!("<{}:{} to {}:{}>", from.body.0, from.value.0, to.body.0, to.value.0);
    let cell = build.names.cell(OwnedPath::Project { module: build.file, rest: rest.into() });
    build.reads.push(Read { cell, body: to.body, value: to.value.0, transfer });
    push(out, from, Edge { transfer: Transfer::SAME, ..edge(fact, End::Cell(cell), what, None) });
}

fn is_argument(build: &FileBuild<'_>, call: u32, at: Place) -> bool {
    match &build.graph.bodies[at.body.0 as usize].values[call as usize].op {
        Op::Call { arguments, .. } => arguments.iter().any(|argument| argument.value == at.value),
        _ => false,
    }
}

/// What a call is handed is clean. The value that it is may be used elsewhere as well, so the call is handed another one.
fn clean_argument(fact: &FlowFact, call: u32, argument: Place, kinds: Kinds, out: &mut FileSkeleton) {
    let handed = extra(fact, argument.body, out).value.0;
    let skeleton = &mut out.bodies[argument.body.0 as usize];
    let (value, at) = (argument.value.0, skeleton.order[call as usize]);
    skeleton.ranges[handed as usize] = skeleton.ranges[value as usize];
    for edge in skeleton.edges.iter_mut().filter(|edge| edge.from == value && edge.at == at) {
        edge.from = handed;
    }
    let sites = &mut skeleton.sites;
    for used in skeleton.uses.iter_mut().filter(|used| used.value == value) {
        let site = &mut sites[used.site as usize];
        if let Role::Argument(place) = used.role
            && site.at == at
        {
            site.arguments[place as usize].value = handed;
            used.value = handed;
        }
    }
    let whole = Edge { transfer: Transfer::SAME, is_alias: true, ..edge(fact, End::Value(handed), What::Assign, None) };
    skeleton.edges.push(Edge { from: value, at, cleans: kinds, place: None, ..whole });
    skeleton.holders.push(Edge { from: handed, end: End::Object(value), what: What::Store, ..whole });
}

/// A value of a body that no expression has.
fn extra(fact: &FlowFact, body: BodyId, out: &mut FileSkeleton) -> Place {
    let skeleton = &mut out.bodies[body.0 as usize];
    skeleton.ranges.push(fact.of.range);
    skeleton.order.push(0);
    Place { body, value: ValueId(skeleton.ranges.len() as u32 - 1) }
}

/// A call that nobody writes down. It is made where its arguments are; the function may be named elsewhere, and so may an
/// argument be, and the result be wanted.
fn virtual_call(build: &mut FileBuild<'_>, fact: &FlowFact, out: &mut FileSkeleton) {
    let FlowStatement::Call { callee, positional, named, result } = &fact.says else { return };
    let mut ends = positional.iter().chain(named.iter().map(|(_, place)| place)).chain(result.iter());
    let home = ends.next().map_or(callee.body, |place| place.body);
    let is_inside = |place: &Place| place.body == home;
    let by_place = positional.iter().map(|place| (ArgumentKind::Positional, *place));
    let by_name = named.iter().map(|(name, place)| match &**name {
        "*" => (ArgumentKind::Rest, *place),
        "**" => (ArgumentKind::Keywords, *place),
        _ => (ArgumentKind::Keyword(name.clone()), *place),
    });
    let mut arguments: Vec<SiteArgument> = Vec::new();
    for (kind, place) in by_place.chain(by_name) {
        let here = if is_inside(&place) { place } else { extra(fact, home, out) };
        if here != place {
            carry(build, fact, place, here, out, (Transfer::SAME, What::Call));
        }
        arguments.push(site_argument(kind, here.value.0, Transfer::SAME));
    }
    let result = result.map(|result| match is_inside(&result) {
        true => result,
        false => {
            let here = extra(fact, home, out);
            carry(build, fact, here, result, out, (Transfer::SAME, What::Call));
            here
        }
    });
    let graph = &build.graph.bodies[callee.body.0 as usize];
    let bound = match &graph.values[callee.value.0 as usize].op {
        Op::Attribute { object, .. } if is_inside(callee) => Some(object.0),
        _ => None,
    };
    let callee_here = is_inside(callee).then_some(callee.value.0);
    let targets = build.targets.callable(build.file, build.graph, *callee);
    let targets = targets.iter().map(|target| site_target(target, callee_here, bound)).collect();
    let body = &mut out.bodies[home.0 as usize];
    body.add_site(Site {
        at: u32::MAX,
        range: fact.of.range,
        callee: callee_here,
        given: None,
        owner: Owner::Other,
        kept: Vec::new(),
        arguments,
        targets,
        result: result.map(|result| SiteResult { value: result.value.0, transfer: Transfer::SAME }),
        is_virtual: true,
    });
}

/// An edge of a fact, from a value that [`push`] puts in; it also makes a place in the order of the call.
fn edge(fact: &FlowFact, end: End, what: What, call: Option<u32>) -> Edge {
    Edge {
        from: 0,
        end,
        transfer: Transfer::DERIVED,
        what,
        at: call.unwrap_or(u32::MAX),
        is_alias: false,
        is_assumed: false,
        cleans: Kinds::NONE,
        place: Some(fact.of.range),
    }
}

fn push(out: &mut FileSkeleton, from: Place, edge: Edge) {
    let body = &mut out.bodies[from.body.0 as usize];
    let at = body.order.get(edge.at as usize).copied().unwrap_or(u32::MAX);
    body.edges.push(Edge { from: from.value.0, at, ..edge });
}

/// The call that a rule matched; none when it matched something else.
fn call_of(build: &FileBuild<'_>, fact: &FlowFact, place: Place) -> Option<u32> {
    let body = &build.graph.bodies[place.body.0 as usize];
    let is_it = |value: &Value| value.range == fact.of.range && matches!(value.op, Op::Call { .. });
    body.values.iter().position(is_it).map(|at| at as u32)
}
