//! From annotated Python files to checked flows.
//!
//! Every file directly in `tests/flows` is a project of its own, and so is every directory there. `source()` gives data,
//! `sink(x)` must not get it: `# flow` says that some does on that line, `# flow by tests` that some does, but through a file of
//! tests only, `# no flow` that none does, as far as the engine can tell; `# not yet: ...` says the same of a line that it still
//! gets wrong. `clean(x)` gives a clean value, and what `hand_clean(x)` is handed is clean. `if is_safe(x)` tells that `x` is one;
//! so does a comparison with a text that begins with `safe`, or with several, also of what `origin_of(x)` or `shared_of([x])`
//! gives; and so does `parse(x)` or `x.parse_itself()` when it comes back. `run_later(f, x)` is a call of `f`, and
//! `hand_over("name", x)` hands on to `taken("name")` in any function of the file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, iter};

use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::dataflow::lower;
use aud_rules_runtime::input::text::Category;
use aud_rules_runtime::modules::view::ModuleView;
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::plan::{RuleId, TestOutcome};
use aud_rules_runtime::project::Project;
use aud_rules_runtime::project::fingerprint::fingerprints;
use aud_rules_runtime::project::flow::explain::{OriginKind, StopReason, Told, explain};
use aud_rules_runtime::project::flow::program::Program;
use aud_rules_runtime::project::flow::targets::ValueTargets;
use aud_rules_runtime::project::flow::{Flow, FlowProblem, Flows, What, find_flows};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::project::values::{Graphs, Values};
use aud_rules_runtime::resolve::{File, Resolver};
use aud_rules_runtime::segment::endpoint::{FlowFact, FlowStatement, Kinds};
use aud_rules_runtime::segment::facts::Match;
use aud_rules_runtime::segment::graph::{Body, BodyId, Constant, Derivation, FileGraph, Op, Place, ValueId};
use aud_rules_runtime::segment::interface::{ModuleInterface, OwnedPath, summarize};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::{Interest, walk};
use aud_rules_runtime::value::Constants;
use bumpalo::Bump;

/// The kind of all sources, and the kind of all sinks.
const KINDS: (u64, u64) = (1, 2);

/// A project that is all in memory.
struct Loaded {
    modules: ModuleMap,
    graphs: Vec<Arc<FileGraph>>,
    interfaces: Vec<ModuleInterface>,
}

impl Loaded {
    fn new(files: &BTreeMap<String, String>) -> Loaded {
        let modules = ModuleMap::new(files.keys().cloned());
        let mut parser = parser();
        let (mut graphs, mut interfaces) = (Vec::new(), Vec::new());
        for module in modules.ids() {
            let arena = Bump::new();
            let text = &files[modules.path(module)];
            let parsed = parser.parse(text, None).unwrap();
            let starts = aud_rules_runtime::syntax::pass::line_starts(text);
            let walked = walk(&parsed, text, starts, &arena, &Interest::new(&[], |_| false));
            let file = File {
                path: modules.path(module),
                module,
                modules: ModuleView::new(&modules, module),
                tree: walked.tree,
                scopes: walked.scopes,
                slots: walked.slots,
                known: &aud_rules_runtime::resolve::file::NothingKnown,
            };
            let names = Resolver::new(&file, &arena);
            graphs.push(Arc::new(lower(&names).graph));
            interfaces.push(summarize(&names));
        }
        Loaded { modules, graphs, interfaces }
    }
}

impl Graphs for Loaded {
    fn graph(&self, module: ModuleId) -> Option<Arc<FileGraph>> {
        self.graphs.get(module.0 as usize).cloned()
    }
}

impl Program for Loaded {
    fn files(&self) -> Vec<ModuleId> {
        self.modules.ids().collect()
    }

    fn graph(&self, file: ModuleId) -> Option<Arc<FileGraph>> {
        Graphs::graph(self, file)
    }

    fn facts(&self, file: ModuleId) -> Vec<FlowFact> {
        let graph = &self.graphs[file.0 as usize];
        let mut facts = Vec::new();
        for (at, body) in graph.bodies.iter().enumerate() {
            let place = |value: ValueId| Place { body: BodyId(at as u32), value };
            for (number, value) in body.values.iter().enumerate() {
                let of = Match { range: value.range, ..Match::from(RuleId(0)) };
                for says in said_of_value(body, place, ValueId(number as u32)) {
                    let subject = says.subject();
                    let range = graph.bodies[subject.body.0 as usize].values[subject.value.0 as usize].range;
                    facts.push(FlowFact { says, of, range });
                }
            }
        }
        let step = |(from, to): (Place, Place)| FlowFact {
            says: FlowStatement::Step { from, to },
            of: Match::from(RuleId(0)),
            range: graph.bodies[from.body.0 as usize].values[from.value.0 as usize].range,
        };
        facts.extend(handed_over(graph).into_iter().map(step));
        facts
    }

    fn is_test(&self, file: ModuleId) -> bool {
        Category::of(self.modules.path(file), "") == Category::Test
    }
}

/// What rules say of a call or comparison.
fn said_of_value(body: &Body, place: impl Fn(ValueId) -> Place, at: ValueId) -> Vec<FlowStatement> {
    let op = |value: ValueId| &body.values[value.0 as usize].op;
    match op(at) {
        Op::Call { callee, arguments } => {
            let first = match op(*callee) {
                Op::Join(parts) => parts.first().map_or(op(*callee), |&first| op(first)),
                one => one,
            };
            if let Op::Attribute { object, name } = first
                && **name == *"parse_itself"
            {
                let when = Some((place(at), TestOutcome::Returned));
                return vec![FlowStatement::Clean { kinds: Kinds(KINDS.1), at: place(*object), when }];
            }
            let name = match first {
                Op::Unbound(name) => &**name,
                // Star imports may bind it.
                Op::Named(OwnedPath::Project { rest, .. }) => rest,
                _ => return Vec::new(),
            };
            let handed: Vec<Place> = arguments.iter().map(|argument| place(argument.value)).collect();
            said_of_call(name, place(at), &handed).into_iter().collect()
        }
        Op::Derived { how: Derivation::Equal | Derivation::Contains, from, .. } => {
            let next = body.values.get(at.0 as usize + 1);
            // A rule speaks of what is written: of a negated comparison where that comes out false.
            let is_negated = next.is_some_and(|next| {
                next.op == Op::derived(Derivation::Truth, [at]) && next.range == body.values[at.0 as usize].range
            });
            let not = ValueId(at.0 + 1);
            let when = if is_negated { (place(not), TestOutcome::False) } else { (place(at), TestOutcome::True) };
            let is_told = from.iter().any(|&operand| is_known(body, operand));
            let others = from.iter().filter(|&&operand| is_told && !is_known(body, operand));
            let others = others.flat_map(|&operand| iter::once(operand).chain(origins(body, operand)));
            let clean = |at| FlowStatement::Clean { kinds: Kinds(KINDS.1), at, when: Some(when) };
            others.map(|operand| clean(place(operand))).collect()
        }
        _ => Vec::new(),
    }
}

fn said_of_call(name: &str, result: Place, arguments: &[Place]) -> Option<FlowStatement> {
    Some(match (name, arguments.first().copied()) {
        ("source", _) => FlowStatement::Source { kinds: Kinds(KINDS.0), at: result },
        ("sink", Some(at)) => FlowStatement::Sink { kinds: Kinds(KINDS.1), at },
        ("clean", _) => FlowStatement::Clean { kinds: Kinds(KINDS.1), at: result, when: None },
        ("hand_clean", Some(at)) => FlowStatement::Clean { kinds: Kinds(KINDS.1), at, when: None },
        ("is_safe", Some(at)) => {
            FlowStatement::Clean { kinds: Kinds(KINDS.1), at, when: Some((result, TestOutcome::True)) }
        }
        ("parse", Some(at)) => {
            FlowStatement::Clean { kinds: Kinds(KINDS.1), at, when: Some((result, TestOutcome::Returned)) }
        }
        ("run_later", Some(callee)) => {
            FlowStatement::Call { callee, positional: arguments[1..].to_vec(), named: Vec::new(), result: Some(result) }
        }
        _ => return None,
    })
}

/// What `hand_over("name", x)` hands on to `taken("name")`, wherever that stands in the file.
fn handed_over(graph: &FileGraph) -> Vec<(Place, Place)> {
    let (mut handed, mut taken) = (Vec::new(), Vec::new());
    for (at, body) in graph.bodies.iter().enumerate() {
        let place = |value: ValueId| Place { body: BodyId(at as u32), value };
        for (number, value) in body.values.iter().enumerate() {
            let Op::Call { callee, arguments } = &value.op else { continue };
            let Op::Unbound(name) = &body.values[callee.0 as usize].op else { continue };
            let key = arguments.first().map(|key| body.values[key.value.0 as usize].op.clone());
            match (&**name, arguments.get(1)) {
                ("hand_over", Some(value)) => handed.push((key, place(value.value))),
                ("taken", None) => taken.push((key, place(ValueId(number as u32)))),
                _ => {}
            }
        }
    }
    let to = |(key, from): &(Option<Op>, Place)| {
        let same = taken.iter().filter(|(known, _)| known == key).map(|&(_, to)| (*from, to));
        same.collect::<Vec<_>>()
    };
    handed.iter().flat_map(to).collect()
}

/// What a value was made of by `origin_of(x)`, of which an attribute may be read, or `shared_of([x, y])`.
fn origins(body: &Body, value: ValueId) -> Vec<ValueId> {
    let op = |value: ValueId| &body.values[value.0 as usize].op;
    match op(value) {
        Op::Attribute { object, .. } => origins(body, *object),
        Op::Tested { value, .. } => origins(body, *value),
        Op::Call { callee, arguments } => match (op(*callee), &**arguments) {
            (Op::Unbound(name), [only]) if **name == *"origin_of" => vec![only.value],
            (Op::Unbound(name), [only]) if **name == *"shared_of" => match op(only.value) {
                Op::Display { entries, .. } => entries.iter().map(|entry| entry.value).collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A text that begins with `safe`, or a display of such.
fn is_known(body: &Body, value: ValueId) -> bool {
    match &body.values[value.0 as usize].op {
        Op::Constant(Constant::Text(text)) => text.starts_with("safe"),
        Op::Display { entries, .. } => entries.iter().all(|entry| is_known(body, entry.value)),
        _ => false,
    }
}

/// The libraries that the product describes.
fn libraries() -> Libraries {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../rules/libraries");
    let mut stubs = BTreeMap::new();
    if root.is_dir() {
        python_files(&root, &root, &mut stubs);
    }
    Libraries::new(stubs, Box::new(graph_of_stub))
}

fn flows_of(loaded: &Loaded) -> Flows {
    with_targets(loaded, |targets| find_flows(loaded, targets, &[leak()]))
}

fn leak() -> FlowProblem {
    FlowProblem { problem: 0, name: "leak".into(), from: KINDS.0, to: KINDS.1 }
}

fn with_targets<R>(loaded: &Loaded, work: impl FnOnce(&ValueTargets<'_, '_>) -> R) -> R {
    let project = Project::new(&loaded.modules, loaded.interfaces.clone(), &Constants::NONE);
    let libraries = libraries();
    let mut values = Values::of(loaded, &libraries, &project, &loaded.modules);
    work(&ValueTargets::new(&mut values, &project))
}

/// Python files below a directory, or the file itself, by path below `root`.
fn python_files(root: &Path, at: &Path, files: &mut BTreeMap<String, String>) {
    if at.is_dir() {
        for entry in fs::read_dir(at).unwrap() {
            python_files(root, &entry.unwrap().path(), files);
        }
    } else {
        let path = at.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        files.insert(path, fs::read_to_string(at).unwrap());
    }
}

/// How data arrives at a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Arrival {
    Never,
    ThroughTests,
    Otherwise,
}

/// Lines with what they claim.
fn claims(text: &str) -> impl Iterator<Item = (u32, Arrival)> + '_ {
    text.lines().enumerate().filter_map(|(at, line)| {
        let line_number = at as u32 + 1;
        match line.rsplit_once('#').map(|(_, claim)| claim.trim()) {
            Some("flow") => Some((line_number, Arrival::Otherwise)),
            Some("flow by tests") => Some((line_number, Arrival::ThroughTests)),
            Some("no flow") => Some((line_number, Arrival::Never)),
            _ => None,
        }
    })
}

#[test]
fn data_arrives_where_the_comments_say() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/flows");
    let mut entries: Vec<PathBuf> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let (mut failures, mut n_claims) = (Vec::new(), 0);
    for at in entries {
        let base = if at.is_dir() { &at } else { &root };
        let mut files = BTreeMap::new();
        python_files(base, &at, &mut files);
        let loaded = Loaded::new(&files);
        let flows = flows_of(&loaded);
        let mut arrived = BTreeMap::new();
        for flow in &flows.flows {
            assert_eq!(flow.steps.first().map(|step| step.what), Some(What::Source), "{flow:?}");
            assert_eq!(flow.steps.last().map(|step| step.what), Some(What::Sink), "{flow:?}");
            let how = if flow.is_through_tests { Arrival::ThroughTests } else { Arrival::Otherwise };
            let at = (loaded.modules.path(flow.sink.file).to_owned(), flow.sink.of.range.start.line);
            let known = arrived.entry(at).or_insert(how);
            *known = how.max(*known);
        }
        for (path, text) in &files {
            for (line, expected) in claims(text) {
                n_claims += 1;
                let found = arrived.get(&(path.clone(), line)).copied().unwrap_or(Arrival::Never);
                if found != expected {
                    let word = match found {
                        Arrival::Never => "no data arrives",
                        Arrival::ThroughTests => "data arrives, through tests only",
                        Arrival::Otherwise => "data arrives",
                    };
                    let shown = text.lines().nth(line as usize - 1).unwrap().trim();
                    failures.push(format!("{}:{path}:{line}: {word}: `{shown}`", at.file_name().unwrap().display()));
                }
            }
        }
    }
    assert!(n_claims > 1_400, "only {n_claims} claims were found");
    assert!(failures.is_empty(), "{} of {n_claims} claims are wrong:\n{}", failures.len(), failures.join("\n"));
}

/// What does not depend on where things stand: fingerprints, and the steps without their lines.
fn identity(flows: &Flows) -> Vec<(String, Vec<What>)> {
    let steps = |flow: &Flow| flow.steps.iter().map(|step| step.what).collect();
    let fingerprints = fingerprints(flows.flows.iter().map(|flow| &*flow.identity));
    fingerprints.into_iter().zip(flows.flows.iter().map(steps)).collect()
}

#[test]
fn fingerprints_stay_when_lines_move_and_differ_between_flows() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/flows");
    for name in ["fields.py", "closures.py", "imported"] {
        let at = root.join(name);
        let base = if at.is_dir() { &at } else { &root };
        let mut files = BTreeMap::new();
        python_files(base, &at, &mut files);
        let flows = flows_of(&Loaded::new(&files));
        let moved = files.iter().map(|(path, text)| (path.clone(), format!("# Moved.\n\n{text}"))).collect();
        assert_eq!(identity(&flows), identity(&flows_of(&Loaded::new(&moved))), "{name}");
        let all: BTreeSet<String> = fingerprints(flows.flows.iter().map(|flow| &*flow.identity)).into_iter().collect();
        assert_eq!(all.len(), flows.flows.len(), "{name}");
    }
}

#[test]
fn the_shortest_way_is_told() {
    let text = "def give(x):\n    return x\n\ny = give(source())\nz = f\"a {y}\"\nsink(z)\n";
    let loaded = Loaded::new(&BTreeMap::from([("m.py".to_owned(), text.to_owned())]));
    let flows = flows_of(&loaded);
    let [flow] = &flows.flows[..] else { panic!("{flows:?}") };
    let steps: Vec<String> =
        flow.steps.iter().map(|step| format!("{} {}", step.what.word(), step.range.start.line)).collect();
    let expected = ["source 4", "argument 4", "return 2", "return 4", "derive 5", "sink 6"];
    assert_eq!(steps, expected);
    assert!(flow.is_derived && !flow.is_assumed);
}

/// What is told of a line, a word and lines for each thing.
fn told(told: &Told) -> Vec<String> {
    let mut said = Vec::new();
    for sink in &told.sinks {
        for (way, _) in &sink.arrivals {
            said.push(format!("arrives by {}", way.len()));
        }
        for stop in &sink.stops {
            let why = match stop.why {
                StopReason::Cleaned { is_test: false, .. } => "cleaned",
                StopReason::Cleaned { is_test: true, .. } => "tested",
                StopReason::Overwritten => "overwritten",
                StopReason::TooLate => "too late",
                StopReason::OtherPart => "other part",
            };
            let source = stop.way.first().map_or(0, |step| step.step.range.start.line);
            said.push(format!("{why} {} from {source}", stop.at.range.start.line));
        }
        for origin in &sink.origins {
            let what = match &origin.what {
                OriginKind::Constant => "constant".to_owned(),
                OriginKind::UncalledParameter(name) => format!("parameter {name}"),
                OriginKind::DefaultParameter(name) => format!("default {name}"),
                OriginKind::Outside(name) => format!("outside {name}"),
                other => format!("{other:?}"),
            };
            said.push(format!("{what} {}", origin.at.range.start.line));
        }
    }
    if told.never_runs {
        said.push("never runs".to_owned());
    }
    said
}

#[test]
fn it_is_told_where_data_was_stopped() {
    let check = |text: &str, line: u32, expected: &[&str]| {
        let loaded = Loaded::new(&BTreeMap::from([("m.py".to_owned(), text.to_owned())]));
        let found = with_targets(&loaded, |targets| explain(&loaded, targets, &leak(), ModuleId(0), line));
        assert_eq!(told(&found), expected, "{text}");
    };
    check("x = source()\nsink(x)\n", 2, &["arrives by 2"]);
    check("x = source()\ny = clean(x)\nsink(y)\n", 3, &["cleaned 2 from 1"]);
    check("x = source()\nx = 'a'\nsink(x)\n", 3, &["constant 2"]);
    check("x = source()\nif is_safe(x):\n    sink(x)\n", 3, &["tested 2 from 1"]);
    check("def f(a):\n    sink(a)\n", 2, &["parameter a 1"]);
    check("def f(a, b=1):\n    sink(b)\nf(2)\n", 2, &["default b 1"]);
    check("def f(a):\n    sink(a)\nf('x')\n", 2, &["constant 3"]);
    check("def give():\n    return clean(source())\nsink(give())\n", 3, &["cleaned 2 from 2"]);
    check("if False:\n    sink(source())\n", 2, &["never runs"]);
    check("sink(elsewhere)\n", 1, &["outside elsewhere 1"]);
    check("x = 1\n", 1, &[]);
}
