//! What the rules of a file say beside rows: of the flow of data, and the places that they report. Each is decided, or waits
//! for conditions that other files decide.

use serde::{Deserialize, Serialize};

use super::bytes::NamesModules;
use super::endpoint::FlowFact;
use super::facts::Match;
use super::graph::Place;
use super::open::{OpenGuards, OpenValues};
use crate::modules::ModuleId;
use crate::syntax::tree::Range;

/// A place that a rule reports. The problem is that of the rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReportedPlace {
    /// Where it lies.
    pub range: Range,
    /// Its source text, on one line and cut off when it is long.
    pub text: Box<str>,
    /// Qualified name of the innermost function or class around it; empty at the top.
    pub scope: Box<str>,
    /// The rule, and where it matched.
    pub of: Match,
}

/// Something that is said when conditions hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting<T> {
    /// What is said.
    pub what: T,
    /// The conditions.
    pub guards: OpenGuards,
}

/// What the rules of a file say beside rows, in the order in which they said it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Effects<P = Place> {
    /// Of the flow of data.
    pub flows: Vec<FlowFact<P>>,
    /// The same, waiting.
    pub open_flows: Vec<Waiting<FlowFact<P>>>,
    /// Places that they report.
    pub reports: Vec<ReportedPlace>,
    /// The same, waiting.
    pub open_reports: Vec<Waiting<ReportedPlace>>,
}

/// What the rules of a file say beside rows, with what that depends on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Said {
    /// What they say.
    pub effects: Effects,
    /// What those depend on that wait.
    pub waiting: OpenValues,
}

impl NamesModules for Said {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        self.waiting.questions.iter_mut().for_each(|question| question.each_module(take));
    }
}

/// What is decided of [`Effects`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DecidedEffects {
    /// What rules say of the flow of data: what was decided in the file, then what was decided with others.
    pub flows: Vec<FlowFact>,
    /// Places that rules report, in the same order.
    pub reports: Vec<ReportedPlace>,
}

impl<P> Default for Effects<P> {
    fn default() -> Self {
        Effects { flows: Vec::new(), open_flows: Vec::new(), reports: Vec::new(), open_reports: Vec::new() }
    }
}

impl<P> Effects<P> {
    /// The same at other places. What speaks of something that is nowhere, such as code that never runs, is left out.
    pub fn at<Q>(self, place: &dyn Fn(P) -> Option<Q>) -> Effects<Q> {
        let waiting = |Waiting { what, guards }: Waiting<FlowFact<P>>| Some(Waiting { what: what.at(place)?, guards });
        Effects {
            flows: self.flows.into_iter().filter_map(|fact| fact.at(place)).collect(),
            open_flows: self.open_flows.into_iter().filter_map(waiting).collect(),
            reports: self.reports,
            open_reports: self.open_reports,
        }
    }
}

impl Effects {
    /// What is said, when `holds` tells which conditions hold.
    pub fn decide(&self, mut holds: impl FnMut(OpenGuards) -> bool) -> DecidedEffects {
        DecidedEffects {
            flows: decided(&self.flows, &self.open_flows, &mut holds),
            reports: decided(&self.reports, &self.open_reports, &mut holds),
        }
    }
}

fn decided<T: Clone>(sure: &[T], waiting: &[Waiting<T>], holds: &mut impl FnMut(OpenGuards) -> bool) -> Vec<T> {
    let waiting = waiting.iter().filter(|waiting| holds(waiting.guards)).map(|waiting| &waiting.what);
    sure.iter().chain(waiting).cloned().collect()
}
