//! From a rule and a node to what the rule saw there: each step that it came to, the values of its expressions, the first
//! condition that failed. The rule runs as ever, with a recorder as its watcher; nothing is evaluated a second time.
//!
//! A plan that is traced should come straight from `lower`. After `share` its steps are no longer those of the author: a
//! condition may read a variable that the compiler made, and its values would be missing where the author looks for them.

use std::cell::RefCell;

use aud_rules_plan::{self as plan, Declared, Example, Plan, ProblemExample, ProblemId, RuleId};

use super::watch::{Mark, Watch};
use super::{Interpreter, LoadError, load, run};
use crate::rules::file_state::FileState;
use crate::rules::matcher::Matcher;
use crate::rules::offsets::Offsets;
use crate::rules::run::Run;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::ops;
use crate::value::{Constants, Item, Value};

/// Rules that are watched while they run. As a matcher it gives every rule all nodes of its kinds: an author asks most
/// of all about nodes that a look-up by names would have left out.
pub struct Tracer {
    plan: &'static Plan,
    interpreter: Interpreter,
    marks: Vec<&'static plan::Expr>,
}

/// What a rule did at one node.
#[derive(Debug)]
pub struct Trace<'t> {
    /// The node.
    pub node: NodeId,
    /// The steps that it came to, in order.
    pub steps: Vec<StepTrace<'t>>,
}

/// What a step did.
#[derive(Debug)]
pub struct StepTrace<'t> {
    /// The step.
    pub step: &'static plan::Step,
    /// The values of its expressions, each once, parts before what they are part of.
    pub readings: Vec<Reading<'t>>,
    /// Of a condition: the rule went on.
    pub holds: Option<bool>,
    /// Of a loop: its rounds in order.
    pub rounds: Vec<Round<'t>>,
    /// Of an `emit`: the row; of what says something beside rows: the conditions that were left open.
    pub emitted: Option<Emitted<'t>>,
}

/// What an expression gave.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'t> {
    /// The expression. No reading is kept of those that are the same at every node.
    pub expr: &'static plan::Expr,
    /// Its value; that of the last time when it was evaluated for several members.
    pub value: Value<'t>,
    /// How often it was evaluated.
    pub n_times: usize,
    /// How often it surely held, as a condition.
    pub n_held: usize,
    /// How often that was left open.
    pub n_open: usize,
}

/// A round of a loop.
#[derive(Debug)]
pub struct Round<'t> {
    /// The member, with the condition under which it is one.
    pub member: Item<'t>,
    /// It is one, as far as anyone can tell.
    pub is_entered: bool,
    /// What the body did.
    pub steps: Vec<StepTrace<'t>>,
}

/// A row, as it left the rule.
#[derive(Debug)]
pub struct Emitted<'t> {
    /// One value for each column; none of what is no row.
    pub cells: Vec<Value<'t>>,
    /// The conditions that were left open: it is a row when all of them hold.
    pub guards: Vec<Value<'t>>,
}

impl<'t> StepTrace<'t> {
    /// The reading of an expression of the step; none when it was not come to, or is the same at every node.
    pub fn reading(&self, expr: &plan::Expr) -> Option<&Reading<'t>> {
        // What has a name is known by what the name stands for.
        let mut expr = expr;
        while let plan::Expr::Named { name: _, of } = expr {
            expr = of;
        }
        self.readings.iter().find(|reading| std::ptr::eq(reading.expr, expr))
    }
}

impl Tracer {
    /// Finds everything that the plan names.
    ///
    /// # Errors
    ///
    /// As [`Interpreter::new`].
    pub fn new(plan: Plan) -> Result<Tracer, LoadError> {
        let plan: &'static Plan = Box::leak(Box::new(plan));
        let marks = load::Marks::default();
        let interpreter = load::load(plan, Some(&marks))?;
        Ok(Tracer { plan, interpreter, marks: marks.into_inner() })
    }

    /// The plan that runs; what traces refer to is part of it.
    pub fn plan(&self) -> &'static Plan {
        self.plan
    }

    fn ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        (0..self.plan.rules.len()).map(RuleId::at)
    }

    /// Runs a rule on a node and says what it did; nothing when the rule is switched off.
    pub fn trace<'t>(&self, rule: RuleId, state: &FileState<'t>, node: NodeId) -> Option<Trace<'t>> {
        let run = Run::begin(state, &Offsets::NONE, rule, node)?;
        let outermost = Block { plan: &self.plan.rules[rule.index()].steps, member: None, steps: Vec::new() };
        let record = RefCell::new(Record { outermost, inner: Vec::new() });
        let recorder = Recorder { marks: &self.marks, record: &record };
        run::run(&self.interpreter.program, rule, &run, node, recorder);
        Some(Trace { node, steps: record.into_inner().outermost.steps })
    }
}

impl Matcher for Tracer {
    fn declared(&self) -> &Declared {
        self.interpreter.declared()
    }

    fn examples(&self, rule: RuleId) -> &[Example] {
        self.interpreter.examples(rule)
    }

    fn problem_examples(&self, problem: ProblemId) -> &[ProblemExample] {
        self.interpreter.problem_examples(problem)
    }

    fn slots(&self) -> Vec<&[Kind]> {
        self.interpreter.slots()
    }

    fn constants(&self) -> Constants {
        self.interpreter.constants
    }

    fn n_facts(&self) -> u32 {
        self.interpreter.n_facts()
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        self.ids().any(|rule| self.is_wanted_by(rule, kind))
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        let kind = state.tree().kind(node);
        for rule in self.ids().filter(|&rule| self.is_wanted_by(rule, kind)) {
            self.run(rule, state, offsets, node);
        }
    }

    /// What is seen on the way is forgotten; the rows are those of a trace.
    fn run(&self, rule: RuleId, state: &FileState<'_>, _: &Offsets, node: NodeId) {
        self.trace(rule, state, node);
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        self.interpreter.is_wanted_by(rule, kind)
    }
}

/// The block of statements that runs, and those around it.
struct Record<'t> {
    outermost: Block<'t>,
    inner: Vec<Block<'t>>,
}

/// A block of statements, as far as it has run.
struct Block<'t> {
    plan: &'static [plan::Step],
    /// Of the body of a loop: the member, and whether it is one.
    member: Option<(Item<'t>, bool)>,
    steps: Vec<StepTrace<'t>>,
}

impl<'t> Record<'t> {
    fn block(&mut self) -> &mut Block<'t> {
        self.inner.last_mut().unwrap_or(&mut self.outermost)
    }

    fn with_step(&mut self, change: impl FnOnce(&mut StepTrace<'t>)) {
        if let Some(step) = self.block().steps.last_mut() {
            change(step);
        }
    }
}

/// Writes down what happens.
#[derive(Clone, Copy)]
struct Recorder<'r, 't> {
    marks: &'r [&'static plan::Expr],
    record: &'r RefCell<Record<'t>>,
}

impl<'t> Watch<'t> for Recorder<'_, 't> {
    fn step(self, place: usize) {
        let mut record = self.record.borrow_mut();
        let block = record.block();
        let step = &block.plan[place];
        block.steps.push(StepTrace { step, readings: Vec::new(), holds: None, rounds: Vec::new(), emitted: None });
    }

    fn saw(self, mark: Mark, value: Value<'t>) {
        let expr = self.marks[mark.0 as usize];
        let (is_held, is_open) = (usize::from(ops::is_true(value)), usize::from(matches!(value, Value::Open(_))));
        self.record.borrow_mut().with_step(|step| {
            match step.readings.iter_mut().find(|reading| std::ptr::eq(reading.expr, expr)) {
                Some(known) => {
                    known.value = value;
                    known.n_times += 1;
                    known.n_held += is_held;
                    known.n_open += is_open;
                }
                None => step.readings.push(Reading { expr, value, n_times: 1, n_held: is_held, n_open: is_open }),
            }
        });
    }

    fn held(self, holds: bool) {
        self.record.borrow_mut().with_step(|step| step.holds = Some(holds));
    }

    fn round(self, member: Item<'t>, is_entered: bool) {
        let mut record = self.record.borrow_mut();
        let plan: &'static [plan::Step] = match record.block().steps.last().map(|step| step.step) {
            Some(plan::Step::ForEach { var: _, source: _, body, origin: _ }) => body,
            _ => &[],
        };
        record.inner.push(Block { plan, member: Some((member, is_entered)), steps: Vec::new() });
    }

    fn end_round(self) {
        let mut record = self.record.borrow_mut();
        let Some(Block { plan: _, member: Some((member, is_entered)), steps }) = record.inner.pop() else { return };
        record.with_step(|step| step.rounds.push(Round { member, is_entered, steps }));
    }

    fn emitted(self, run: &Run<'_, 't>, cells: &[Value<'t>]) {
        let emitted = Emitted { cells: cells.to_vec(), guards: run.open_guards() };
        self.record.borrow_mut().with_step(|step| step.emitted = Some(emitted));
    }

    fn said(self, run: &Run<'_, 't>) {
        let said = Emitted { cells: Vec::new(), guards: run.open_guards() };
        self.record.borrow_mut().with_step(|step| step.emitted = Some(said));
    }
}
