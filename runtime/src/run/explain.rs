//! From an index that is current to what is told of the sinks on a line: as [`crate::project::flow::explain`], with names
//! and paths instead of numbers.

use std::path::Path;
use std::time::Instant;

use aud_rules_plan::{Detection, Problem};

use super::before::Before;
use super::find::{self, Analysed};
use super::load::readers;
use super::settle::Settler;
use super::work::Work;
use super::{IndexError, Indexer};
use crate::input::discover::Discovery;
use crate::output::sqlite::Claim;
use crate::project::flow::FlowProblem;
use crate::project::flow::explain::{OriginKind, SinkTold, Spot, StopReason, Told, ToldStep, explain};
use crate::project::flow::targets::ValueTargets;
use crate::segment::facts::Match;
use crate::segment::store::Extent;
use crate::syntax::tree::Range;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The name of a problem that is one of flow.
    pub problem: &'q str,
    /// The path of a file, below the indexed root.
    pub file: &'q str,
    /// A line of it, from 1.
    pub line: u32,
}

/// A place with the path of its file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Location {
    /// Path below the indexed root.
    pub file: String,
    /// Where in it.
    pub range: Range,
}

/// A step of a way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedStep {
    /// Where.
    pub at: Location,
    /// What happens, in the word of the table `flow_steps`.
    pub what: &'static str,
    /// The rule that says so, where one does.
    pub rule: Option<String>,
}

/// Data of a source that came that far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedStop {
    /// Its way, source first.
    pub way: Vec<ExplainedStep>,
    /// Where it would have gone on.
    pub at: Location,
    /// What stopped it.
    pub why: Stopped,
}

/// What stopped data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stopped {
    /// A rule says that it is clean.
    Cleaned {
        /// The rule.
        rule: Option<String>,
        /// Where it matched.
        at: Option<Location>,
        /// It is a test that came out so.
        is_test: bool,
    },
    /// Something else is stored in its place on every way.
    Overwritten,
    /// It is stored only after it was read.
    TooLate,
    /// It lies in another part than the one that is read.
    OtherPart,
}

/// What a value is made of that is no data of a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedOrigin {
    /// Where.
    pub at: Location,
    /// What.
    pub what: OriginKind,
    /// Of another source: its kinds.
    pub kinds: Vec<String>,
}

/// What is told of a sink.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedSink {
    /// The value.
    pub at: Location,
    /// The rule that says that it is a sink.
    pub rule: String,
    /// The kinds that the problem asks for.
    pub kinds: Vec<String>,
    /// The ways of data that arrive, each with whether something on it is presumed.
    pub arrivals: Vec<(Vec<ExplainedStep>, bool)>,
    /// Where data of a source was stopped.
    pub stops: Vec<ExplainedStop>,
    /// What arrives instead.
    pub origins: Vec<ExplainedOrigin>,
    /// There were more values than are looked at.
    pub is_cut: bool,
}

/// What is told of a line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explained {
    /// Its sinks of the problem.
    pub sinks: Vec<ExplainedSink>,
    /// Kinds of its other sinks.
    pub other_kinds: Vec<String>,
    /// Nothing on the line ever runs.
    pub never_runs: bool,
    /// Facts that were not followed, because there are too many.
    pub n_capped: u64,
}

impl Indexer<'_> {
    /// What is told of a line of a file, in a database that [`Indexer::run`] has just brought up to date with the same files.
    /// None when there is no such problem of flow, or no such file.
    ///
    /// # Errors
    ///
    /// When the database can not be read.
    pub fn explain(
        &self,
        discovery: &Discovery,
        database: &Path,
        question: Question<'_>,
    ) -> Result<Option<Explained>, IndexError> {
        let claim = Claim::take(database, |holder| self.progress.wait(holder))?;
        let settings = self.settings(discovery);
        let contents = self.contents(&settings);
        let before = Before::read(&claim, contents)?;
        Work::begin(self, discovery, &claim, before, Instant::now())?.explain(question)
    }
}

impl Work<'_> {
    /// What is told of a line, from the segments as the run before left them.
    fn explain(&self, question: Question<'_>) -> Result<Option<Explained>, IndexError> {
        let declared = self.indexer.matcher.declared();
        let is_meant = |(_, problem): &(u32, &Problem)| problem.name == question.problem;
        let Some((number, problem)) = (0..).zip(&declared.problems).find(is_meant) else { return Ok(None) };
        let Detection::Flow { from, to } = problem.detection else { return Ok(None) };
        let Some(file) = self.inventory.modules.at_path(question.file) else { return Ok(None) };
        let asked = FlowProblem { problem: number, name: problem.name.as_str().into(), from, to };
        let (segments, files) = self.as_left()?;
        let extents: Vec<Extent> = files.iter().map(|state| state.record.extent).collect();
        let told = self.linked(&extents, readers(&segments)?, |linked, _| {
            let mut settler =
                Settler::new(self.indexer.matcher, &self.inventory.modules, linked.project, linked.values, &segments);
            let said = find::said(&files, &mut settler)?;
            let program = Analysed { graphs: linked.graphs, said: &said };
            let mut values = linked.values.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let targets = ValueTargets::new(&mut values, linked.project);
            Ok(explain(&program, &targets, &asked, file, question.line))
        })?;
        Ok(Some(self.named(told)))
    }

    fn named(&self, told: Told) -> Explained {
        Explained {
            sinks: told.sinks.into_iter().map(|sink| self.named_sink(sink)).collect(),
            other_kinds: self.kinds(told.other_kinds),
            never_runs: told.never_runs,
            n_capped: told.limits.capped,
        }
    }

    fn named_sink(&self, sink: SinkTold) -> ExplainedSink {
        let stop = |stop: &crate::project::flow::explain::Stop| ExplainedStop {
            way: self.way(&stop.way),
            at: self.location(stop.at),
            why: match stop.why {
                StopReason::Cleaned { by, is_test } => Stopped::Cleaned {
                    rule: by.map(|by| self.rule(&by)),
                    at: by.map(|by| self.location(Spot { file: stop.at.file, range: by.range })),
                    is_test,
                },
                StopReason::Overwritten => Stopped::Overwritten,
                StopReason::TooLate => Stopped::TooLate,
                StopReason::OtherPart => Stopped::OtherPart,
            },
        };
        let origin = |origin: crate::project::flow::explain::Origin| {
            let kinds = match origin.what {
                OriginKind::OtherSource(kinds) => self.kinds(kinds),
                _ => Vec::new(),
            };
            ExplainedOrigin { at: self.location(origin.at), what: origin.what, kinds }
        };
        ExplainedSink {
            at: self.location(sink.at),
            rule: self.rule(&sink.of),
            kinds: self.kinds(sink.kinds),
            arrivals: sink.arrivals.iter().map(|(way, is_assumed)| (self.way(way), *is_assumed)).collect(),
            stops: sink.stops.iter().map(stop).collect(),
            origins: sink.origins.into_iter().map(origin).collect(),
            is_cut: sink.is_cut,
        }
    }

    fn way(&self, way: &[ToldStep]) -> Vec<ExplainedStep> {
        let step = |told: &ToldStep| ExplainedStep {
            at: self.location(Spot { file: told.step.file, range: told.step.range }),
            what: told.step.what.word(),
            rule: told.of.map(|of| self.rule(&of)),
        };
        way.iter().map(step).collect()
    }

    fn location(&self, spot: Spot) -> Location {
        Location { file: self.inventory.modules.path(spot.file).to_owned(), range: spot.range }
    }

    fn rule(&self, of: &Match) -> String {
        let rules = &self.indexer.matcher.declared().rules;
        rules.get(of.rule.index()).map_or_else(String::new, |rule| rule.name.clone())
    }

    /// The names of kinds of data.
    fn kinds(&self, bits: u64) -> Vec<String> {
        let kinds = self.indexer.matcher.declared().kinds.iter().enumerate();
        kinds.filter(|&(bit, _)| bit < 64 && bits >> bit & 1 == 1).map(|(_, kind)| kind.name.clone()).collect()
    }
}
