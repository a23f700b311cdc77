//! The second engine: from a plan to a matcher, for rules that are not compiled in.
//!
//! `program` is the plan with everything found that it names: functions instead of names, literals as values. `load` makes
//! it, once; `run` executes it, by the operations of [`Run`];
//! `trace` looks on and writes down what it saw. None of them knows what a property or an operator means.

mod load;
mod program;
mod run;
#[cfg(test)]
mod tests;
mod trace;
mod watch;

use aud_rules_plan::{Declared, Example, Examples, Plan, ProblemExample, ProblemId, RuleId};

pub use self::trace::{Emitted, Reading, Round, StepTrace, Trace, Tracer};
use self::watch::Unwatched;
use crate::rules::dispatch::Decision;
use crate::rules::file_state::FileState;
use crate::rules::matcher::Matcher;
use crate::rules::offsets::Offsets;
use crate::rules::run::Run;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Constants;

/// Deepest nesting of steps and expressions that is run. The checker allows less in one expression; predicates put into
/// each other add up.
pub const MAX_DEPTH: usize = 500;

/// Why a plan can not be run. The checker refuses all of it, so this is a plan made or changed by a program.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
#[error("{place} can not be run: {fault}")]
pub struct LoadError {
    /// The rule, or the plan as a whole.
    pub place: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a plan.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// No property of that name.
    #[error("the engine has no property `{0}`")]
    Property(String),
    /// No operator or function of that name.
    #[error("the engine has no function `{0}`")]
    Function(String),
    /// No syntax kind of that name.
    #[error("the grammar has no kind `{0}`")]
    Kind(String),
    /// A regular expression that does not compile.
    #[error("`/{0}/` is no regular expression")]
    Pattern(String),
    /// An index that leads nowhere.
    #[error("its plan has no {what} {index}")]
    Missing {
        /// What is looked for.
        what: &'static str,
        /// Its index.
        index: u32,
    },
    /// It would take too much stack.
    #[error("it is nested more than {MAX_DEPTH} levels deep")]
    TooDeep,
}

/// A plan, ready to run.
///
/// Sets, texts and regular expressions of a plan live as long as the program, since values refer to them freely: so loading
/// a plan leaks it. A program loads the rules that it is given once.
pub struct Interpreter {
    declared: Declared,
    examples: Examples,
    slots: Vec<Vec<Kind>>,
    constants: Constants,
    program: program::Program,
    /// By kind: what to do at such a node.
    decisions: Vec<Option<Decision<'static>>>,
}

impl Interpreter {
    /// Finds everything that the plan names.
    ///
    /// # Errors
    ///
    /// When a name or index in the plan leads nowhere, or a rule is nested too deeply.
    pub fn new(plan: Plan) -> Result<Interpreter, LoadError> {
        load::load(Box::leak(Box::new(plan)), None)
    }
}

impl Matcher for Interpreter {
    fn declared(&self) -> &Declared {
        &self.declared
    }

    fn examples(&self, rule: RuleId) -> &[Example] {
        &self.examples.rules[rule.index()]
    }

    fn problem_examples(&self, problem: ProblemId) -> &[ProblemExample] {
        &self.examples.problems[problem.index()]
    }

    fn slots(&self) -> Vec<&[Kind]> {
        self.slots.iter().map(Vec::as_slice).collect()
    }

    fn constants(&self) -> Constants {
        self.constants
    }

    fn n_facts(&self) -> u32 {
        self.program.facts.len() as u32
    }

    #[inline]
    fn is_wanted(&self, kind: Kind) -> bool {
        self.decisions[kind as usize].is_some()
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        if let Some(decision) = &self.decisions[state.tree().kind(node) as usize] {
            decision.each_due(state, node, |rule| self.run(rule, state, offsets, node));
        }
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        if let Some(run) = Run::begin(state, offsets, rule, node) {
            run::run(&self.program, rule, &run, node, Unwatched);
        }
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        self.program.rules[rule.index()].kinds.contains(&kind)
    }
}
