//! From the trace of a rule at a node to data that can be shown: open values are decided here, and what the rule came to
//! is summed up.

use aud_rules_codegen::unparse::Unparser;
use aud_rules_plan::{RuleLine, Step};
use aud_rules_runtime::rules::interp::{Emitted, Round, StepTrace, Trace};
use aud_rules_runtime::value::ops;

use super::operands::{Operand, Operands};
use crate::exit::Failure;
use crate::shown::{Asked, Shown, ask, class_of, show, source};
use crate::surroundings::View;

/// What a rule did at one node.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Line, from 1.
    pub(super) line: u32,
    /// Column, from 1.
    pub(super) column: u32,
    /// Its class.
    pub(super) class: String,
    /// Its text.
    pub(super) text: String,
    /// What the rule did, in order.
    pub(super) steps: Vec<Done>,
    /// How far it came.
    pub(super) reach: Reach,
}

/// How far a rule came at a node.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Reach {
    /// Number of rows.
    pub(super) n_rows: usize,
    /// Steps that let the rule go on, along the way that led farthest.
    pub(super) n_passed: usize,
    /// The first condition that failed on that way.
    pub(super) failed: Option<Failed>,
}

impl Reach {
    /// The condition that kept the rule from giving a row.
    pub(super) fn end(&self) -> Option<&Failed> {
        self.failed.as_ref().filter(|_| self.n_rows == 0)
    }
}

/// A condition that failed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Failed {
    /// Where it stands.
    pub(super) at: RuleLine,
    /// The statement.
    pub(super) text: String,
}

/// What a statement did.
#[derive(Debug)]
pub(super) struct Done {
    /// The statement as it was written.
    pub(super) text: String,
    /// Where it stands.
    pub(super) at: RuleLine,
    /// How it ended.
    pub(super) outcome: Outcome,
    /// What it read.
    pub(super) operands: Vec<Operand>,
    /// What other files were asked.
    pub(super) asked: Option<Asked>,
    /// Of a loop: its rounds.
    pub(super) rounds: Vec<RoundDone>,
    /// Of an `emit`: the columns and their values.
    pub(super) row: Vec<(String, Shown)>,
}

/// A round of a loop.
#[derive(Debug)]
pub(super) struct RoundDone {
    /// The member, as `name = value`.
    pub(super) member: Shown,
    /// The name of the loop's variable.
    pub(super) name: String,
    /// What other files were asked about it.
    pub(super) asked: Option<Asked>,
    /// What the body did.
    pub(super) steps: Vec<Done>,
    /// How far the round came.
    pub(super) reach: Reach,
}

/// How a statement ended.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Outcome {
    /// The condition holds.
    Holds,
    /// The condition fails.
    Fails,
    /// The condition was left open; other files say that it holds, or not.
    Open(bool),
    /// A name got this value.
    Bound(Shown),
    /// A loop had that many members.
    Looped(usize),
    /// A row was made.
    Row,
    /// A row was made that a condition left open takes back.
    NoRow,
}

/// Makes reports of one rule.
#[derive(Clone, Copy)]
pub(super) struct Reporter<'r, 'v, 't> {
    pub(super) view: &'r View<'v, 't>,
    pub(super) words: Unparser<'static>,
}

impl<'t> Reporter<'_, '_, 't> {
    /// The report of a trace.
    pub(super) fn candidate(self, trace: &Trace<'t>) -> Result<Candidate, Failure> {
        let (state, node) = (self.view.state, trace.node);
        let steps = self.steps(&trace.steps)?;
        Ok(Candidate {
            line: state.tree().line(node),
            column: state.tree().column_at(state.tree().node(node).start) + 1,
            class: class_of(state, node),
            text: source(state, node),
            reach: reach_of(&steps),
            steps,
        })
    }

    fn steps(self, steps: &[StepTrace<'t>]) -> Result<Vec<Done>, Failure> {
        steps.iter().map(|step| self.step(step)).collect()
    }

    fn step(self, trace: &StepTrace<'t>) -> Result<Done, Failure> {
        let mut done = Done {
            text: self.text(trace.step),
            at: trace.step.origin().at.clone(),
            outcome: Outcome::Fails,
            operands: Vec::new(),
            asked: None,
            rounds: Vec::new(),
            row: Vec::new(),
        };
        let mut operands = Operands::new(self, trace);
        match trace.step {
            Step::Let { var: _, value, origin: _ } => {
                operands.of_value(value)?;
                let bound = trace.reading(value).map(|reading| reading.value);
                done.asked = bound.map_or(Ok(None), |bound| ask(self.view, bound))?;
                done.outcome = Outcome::Bound(match bound {
                    Some(bound) => show(self.view.state, bound, None),
                    None => constant(self.words.expr(value)),
                });
            }
            Step::Where { condition, origin: _ } => {
                operands.of_condition(condition)?;
                done.asked = match trace.reading(condition) {
                    Some(reading) => ask(self.view, reading.value)?,
                    None => None,
                };
                done.outcome = match &done.asked {
                    Some(asked) => Outcome::Open(is_yes(asked)),
                    None if trace.holds == Some(true) => Outcome::Holds,
                    None => Outcome::Fails,
                };
            }
            Step::ForEach { var, source, body: _, origin: _ } => {
                operands.of_value(source.root())?;
                let rounds = trace.rounds.iter().map(|round| self.round(self.words.var(*var), round));
                done.rounds = rounds.collect::<Result<_, _>>()?;
                done.outcome = Outcome::Looped(done.rounds.len());
            }
            Step::Emit { .. } => {
                if let Some(emitted) = &trace.emitted {
                    (done.row, done.outcome) = self.row(emitted)?;
                }
            }
            Step::Flow { .. } | Step::Report { .. } => {
                trace.step.exprs().into_iter().try_for_each(|expr| operands.of_value(expr))?;
                if let Some(said) = &trace.emitted {
                    (_, done.outcome) = self.row(said)?;
                }
            }
        }
        done.operands = operands.found;
        Ok(done)
    }

    fn text(self, step: &Step) -> String {
        match step {
            Step::Let { var, value, origin } => {
                let text = if origin.text.is_empty() { self.words.expr(value) } else { origin.text.clone() };
                format!("let {} = {text}", self.words.var(*var))
            }
            Step::Where { condition: _, origin } => format!("where {}", origin.text),
            Step::ForEach { var, source, body: _, origin: _ } => {
                format!("for {}{}", self.words.var(*var), self.words.source(source))
            }
            Step::Emit { .. } => "emit".to_owned(),
            Step::Flow { says: _, origin } => origin.text.clone(),
            Step::Report { at: _, origin } => format!("report at {}", origin.text),
        }
    }

    fn round(self, name: String, round: &Round<'t>) -> Result<RoundDone, Failure> {
        let asked = ask(self.view, round.member.condition)?;
        let member = show(self.view.state, round.member.value, None);
        let steps = self.steps(&round.steps)?;
        let reach = match &asked {
            Some(asked) if !is_yes(asked) => Reach::default(),
            _ => reach_of(&steps),
        };
        Ok(RoundDone { member, name, asked, steps, reach })
    }

    fn row(self, emitted: &Emitted<'t>) -> Result<(Vec<(String, Shown)>, Outcome), Failure> {
        let mut outcome = Outcome::Row;
        for &guard in &emitted.guards {
            if !ops::is_true(self.view.decide(guard)?) {
                outcome = Outcome::NoRow;
            }
        }
        let table = self.words.rule.head.table().map(|table| &self.words.plan.tables[table.index()]);
        let columns = table.map_or(&[][..], |table| &table.columns);
        let mut row = Vec::new();
        for (column, &cell) in columns.iter().zip(&emitted.cells) {
            let decided = if ops::is_open(cell) { self.view.decide(cell)? } else { cell };
            row.push((column.name.clone(), show(self.view.state, decided, None)));
        }
        Ok((row, outcome))
    }
}

/// A value that the rule itself says.
fn constant(text: String) -> Shown {
    Shown { json: text.clone().into(), text }
}

/// The answer, taken as a condition.
fn is_yes(asked: &Asked) -> bool {
    !matches!(asked.answer.json, serde_json::Value::Null | serde_json::Value::Bool(false))
}

/// How far these statements came.
fn reach_of(steps: &[Done]) -> Reach {
    let mut reach = Reach::default();
    for step in steps {
        let failed = || Some(Failed { at: step.at.clone(), text: step.text.clone() });
        match &step.outcome {
            Outcome::Fails | Outcome::Open(false) => {
                reach.failed = failed();
                return reach;
            }
            Outcome::Looped(0) => {
                reach.failed = failed();
                return reach;
            }
            Outcome::Looped(_) => {
                let n_rows = step.rounds.iter().map(|round| round.reach.n_rows).sum::<usize>();
                // The first of those that came equally far speaks for them.
                let far = |round: &&RoundDone| (round.reach.n_rows, round.reach.n_passed);
                if let Some(farthest) = step.rounds.iter().rev().max_by_key(far) {
                    reach.failed = farthest.reach.failed.clone();
                    reach.n_passed += farthest.reach.n_passed;
                }
                reach.n_rows += n_rows;
            }
            Outcome::Row => reach.n_rows += 1,
            Outcome::Holds | Outcome::Open(true) | Outcome::Bound(_) | Outcome::NoRow => {}
        }
        reach.n_passed += 1;
    }
    reach
}
