//! From what rules say of tests, and what functions of the project assure of their arguments, to what a tested value is clean
//! for.

use std::rc::Rc;
use std::sync::Arc;

use aud_rules_plan::TestOutcome;
use rustc_hash::FxHashMap;

use crate::modules::ModuleId;
use crate::segment::endpoint::{FlowFact, FlowStatement, Kinds};
use crate::segment::graph::{
    Argument, ArgumentKind, Body, BodyId, Derivation, FileGraph, Op, ParameterKind, Place, ValueId,
};

use super::super::program::{BodyRef, CallTarget, CallTargets, Program, Receiver};

/// How far joins, and functions that ask functions, are followed.
const MAX_DEPTH: u32 = 8;

/// Files that are kept, with their graphs.
const MAX_FILES: usize = 16;

/// What a file says of its tests.
pub(super) struct FileGuards {
    file: ModuleId,
    graph: Arc<FileGraph>,
    /// By a test and how it comes out: values, and what they are clean for then.
    cleans: FxHashMap<(Place, TestOutcome), Vec<(Place, Kinds)>>,
}

/// What tests assure, as far as it was asked.
#[derive(Default)]
pub(in super::super) struct Guards {
    files: FxHashMap<ModuleId, Rc<FileGuards>>,
    assured: FxHashMap<(BodyRef, u32, TestOutcome), Kinds>,
}

/// Whom to ask about other files.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    program: &'a dyn Program,
    targets: &'a dyn CallTargets,
    /// Joins and functions that were followed to get here.
    depth: u32,
}

impl<'a> Around<'a> {
    pub(super) fn new(program: &'a dyn Program, targets: &'a dyn CallTargets) -> Self {
        Around { program, targets, depth: 0 }
    }

    fn deeper(self) -> Option<Self> {
        (self.depth < MAX_DEPTH).then_some(Around { depth: self.depth + 1, ..self })
    }
}

impl FileGuards {
    pub(super) fn new(file: ModuleId, graph: &Arc<FileGraph>, facts: &[FlowFact]) -> Self {
        let mut cleans: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for fact in facts {
            if let FlowStatement::Clean { kinds, at, when: Some(when) } = fact.says {
                cleans.entry(turned_round(graph, when)).or_default().push((at, kinds));
            }
        }
        FileGuards { file, graph: Arc::clone(graph), cleans }
    }

    fn body(&self, body: BodyId) -> &Body {
        &self.graph.bodies[body.0 as usize]
    }
}

/// A negated comparison comes out as the comparison itself does not: tested values name that.
fn turned_round(graph: &FileGraph, (test, outcome): (Place, TestOutcome)) -> (Place, TestOutcome) {
    let op = |value: ValueId| &graph.bodies[test.body.0 as usize].values[value.0 as usize].op;
    let Op::Derived { how: Derivation::Truth, from, .. } = op(test.value) else { return (test, outcome) };
    match **from {
        [compared] if matches!(op(compared), Op::Derived { how, .. } if how.is_comparison()) => {
            (Place { value: compared, ..test }, outcome.negated())
        }
        _ => (test, outcome),
    }
}

impl Guards {
    /// What a value is clean for where a test came out so.
    pub(super) fn told(
        &mut self,
        around: Around<'_>,
        of: &FileGuards,
        test: Place,
        outcome: TestOutcome,
        value: ValueId,
    ) -> Kinds {
        let body = of.body(test.body);
        // What is false is empty.
        if outcome == TestOutcome::False && is_same(body, test.value, value) {
            return Kinds(u64::MAX);
        }
        let is_it = |&&(place, _): &&(Place, Kinds)| place.body == test.body && is_same(body, place.value, value);
        let said = of.cleans.get(&(test, outcome)).into_iter().flatten().filter(is_it);
        let said = said.fold(Kinds::NONE, |all, &(_, kinds)| all.or(kinds));
        match &body.values[test.value.0 as usize].op {
            Op::Call { callee, arguments } => {
                let object = match &body.values[callee.0 as usize].op {
                    Op::Attribute { object, .. } => Some(*object),
                    _ => None,
                };
                let targets = around.targets.targets(of.file, &of.graph, test);
                let mut of_targets = targets.iter().map(|target| {
                    let places = reached(around, body, target, object, arguments, value);
                    let assured = places.into_iter().map(|place| self.assured(around, target.function, place, outcome));
                    assured.fold(Kinds::NONE, Kinds::or)
                });
                let first = of_targets.next().unwrap_or(Kinds::NONE);
                said.or(of_targets.fold(first, Kinds::and))
            }
            _ => said,
        }
    }

    /// What a function assures of a parameter where it returns so.
    fn assured(&mut self, around: Around<'_>, function: BodyRef, parameter: u32, outcome: TestOutcome) -> Kinds {
        if let Some(&known) = self.assured.get(&(function, parameter, outcome)) {
            return known;
        }
        let Some(around) = around.deeper() else { return Kinds::NONE };
        // A function that asks itself is told nothing.
        self.assured.insert((function, parameter, outcome), Kinds::NONE);
        let file = self.file(around, function.file);
        let Some(file) = file.filter(|file| !file.body(function.body).assures.is_empty()) else { return Kinds::NONE };
        let ends: &[bool] = match outcome {
            TestOutcome::True => &[true],
            TestOutcome::False => &[false],
            TestOutcome::Returned => &[true, false],
        };
        let mut all = Kinds(u64::MAX);
        for &returns in ends {
            let mut assures = file.body(function.body).assures.iter();
            let Some(found) = assures.find(|known| known.parameter == parameter && known.returns == returns) else {
                all = Kinds::NONE;
                break;
            };
            for &value in &found.values {
                all = all.and(self.cleaned(around, &file, Place { body: function.body, value }));
            }
        }
        self.assured.insert((function, parameter, outcome), all);
        all
    }

    /// What tests have made a value clean for, on every way.
    fn cleaned(&mut self, around: Around<'_>, of: &FileGuards, at: Place) -> Kinds {
        let Some(around) = around.deeper() else { return Kinds::NONE };
        match &of.body(at.body).values[at.value.0 as usize].op {
            Op::Tested { value, test, outcome } => {
                let test = Place { value: *test, ..at };
                let told = self.told(around, of, test, *outcome, *value);
                told.or(self.cleaned(around, of, Place { value: *value, ..at }))
            }
            Op::Join(parts) => {
                let all = Kinds(u64::MAX);
                let mut part = |&value: &ValueId| self.cleaned(around, of, Place { value, ..at });
                parts.iter().fold(all, |all, value| all.and(part(value)))
            }
            _ => Kinds::NONE,
        }
    }

    fn file(&mut self, around: Around<'_>, file: ModuleId) -> Option<Rc<FileGuards>> {
        if let Some(known) = self.files.get(&file) {
            return Some(Rc::clone(known));
        }
        let graph = around.program.graph(file)?;
        let guards = Rc::new(FileGuards::new(file, &graph, &around.program.facts(file)));
        if self.files.len() >= MAX_FILES {
            self.files.clear();
        }
        self.files.insert(file, Rc::clone(&guards));
        Some(guards)
    }
}

/// The parameters of a target that take a value as it is.
fn reached(
    around: Around<'_>,
    body: &Body,
    target: &CallTarget,
    object: Option<ValueId>,
    arguments: &[Argument],
    value: ValueId,
) -> Vec<u32> {
    let Some(graph) = around.program.graph(target.function.file) else { return Vec::new() };
    let parameters = &graph.bodies[target.function.body.0 as usize].parameters;
    let is_it = |of: ValueId| is_same(body, of, value);
    let first = u32::from(target.receiver != Receiver::Nothing) + target.n_bound;
    let own = object.filter(|&object| target.receiver == Receiver::Object && is_it(object)).map(|_| 0);
    let is_spread = |argument: &Argument| matches!(argument.kind, ArgumentKind::Rest | ArgumentKind::Keywords);
    // Nobody knows how many come before what follows a spread one.
    let certain = arguments.iter().take_while(|argument| !is_spread(argument));
    let mut n_positional = 0;
    let places = certain.filter_map(|argument| {
        let place = match &argument.kind {
            ArgumentKind::Keyword(name) => parameters.iter().position(|known| known.name == *name)? as u32,
            _ => {
                n_positional += 1;
                first + n_positional - 1
            }
        };
        let kind = parameters.get(place as usize)?.kind;
        let is_plain = !matches!(kind, ParameterKind::Rest | ParameterKind::Keywords);
        (is_plain && is_it(argument.value)).then_some(place)
    });
    own.into_iter().chain(places).collect()
}

/// Both values are one, as far as tests between them tell nothing else.
fn is_same(body: &Body, first: ValueId, second: ValueId) -> bool {
    body.untested(first) == body.untested(second)
}
