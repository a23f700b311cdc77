//! `aud-rules explain --rule`: from the name of a rule and a Python file to what the rule does at each of its nodes.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use aud_rules_codegen::compile::compile;
use aud_rules_codegen::passes::fuse::keep_rules;
use aud_rules_codegen::passes::lower::lower;
use aud_rules_codegen::unparse::Unparser;
use aud_rules_plan::{Plan, Rule, RuleId, VarId};
use aud_rules_runtime::rules::interp::Tracer;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;

use super::report::{Candidate, Failed, Reach, Reporter};
use super::{json, text};
use crate::args::{ExplainArgs, SummaryFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::file_place::FilePlace;
use crate::line_nodes::on_line;
use crate::nearest::did_you_mean;
use crate::rule_packs::catalogue_sources;
use crate::rule_paths::{RulePaths, unusable};
use crate::shown::chains_of;
use crate::surroundings::{Surroundings, View};

/// Candidates that are shown in full without `--all`.
const MAX_CANDIDATES: usize = 8;

/// As many of them may have ended at one condition.
const MAX_ALIKE: usize = 2;

/// What a rule does in a file.
#[derive(Debug)]
pub(super) struct Explained {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// The table that it fills, if it fills one.
    pub(super) table: Option<&'static str>,
    /// The variable of its anchor.
    pub(super) anchor: String,
    /// The file and line that were asked about, as they were named.
    pub(super) place: FilePlace,
    /// Candidates in full, those that came farthest first.
    pub(super) candidates: Vec<Candidate>,
    /// How far the others came.
    pub(super) others: Vec<Reach>,
    /// Classes of the nodes on the line, in source order; for an author whose rule has no candidate there.
    pub(super) classes_there: Vec<&'static str>,
}

impl Explained {
    /// Number of rows that the rule gives at all candidates.
    pub(super) fn n_rows(&self) -> usize {
        let shown = self.candidates.iter().map(|candidate| &candidate.reach);
        shown.chain(&self.others).map(|reach| reach.n_rows).sum()
    }
}

/// Runs the command.
pub(super) fn run(rule: &str, place: &OsStr, args: &ExplainArgs) -> Result<Exit, Failure> {
    let tracer = Tracer::new(plan_of(rule, &args.rules)?).map_err(Failure::misuse)?;
    let place = FilePlace::parse(place)?;
    let surroundings = Surroundings::of(&place, args.project.as_deref())?;
    let shows_all = args.all || args.format == SummaryFormat::Json;
    let explained = surroundings.look(&place, &tracer, |view| explain(&tracer, view, &place, shows_all))?;
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(text::write(output, &explained, args.all)?),
        SummaryFormat::Json => Ok(json::write(output, &explained)?),
    })?;
    Ok(if explained.n_rows() > 0 { Exit::Done } else { Exit::No })
}

/// The plan of that rule alone, of the first set of rule files that has it.
fn plan_of(name: &str, paths: &[PathBuf]) -> Result<Plan, Failure> {
    let mut known = Vec::new();
    let given =
        (!paths.is_empty()).then(|| RulePaths::read_with_library(paths).map(|rules| rules.sources)).transpose()?;
    for sources in given.into_iter().chain(std::iter::once_with(catalogue_sources)) {
        let compiled = compile(&sources).map_err(|found| unusable(&found, &sources))?;
        // Neither shared nor fused: the steps are those that the author wrote, and every node of the class is tried.
        let mut plan = lower(&compiled.model, &sources);
        if plan.rules.iter().any(|rule| rule.head.name == name) {
            keep_rules(&mut plan, |rule| rule.head.name == name);
            return Ok(plan);
        }
        known.extend(plan.rules.into_iter().map(|rule| rule.head.name));
    }
    let help = did_you_mean(name, known.iter().map(String::as_str));
    let help = help.unwrap_or_else(|| "`--rules PATH` adds rules that are not built in".to_owned());
    Err(Failure::misuse(format!("there is no rule `{name}`")).with_help(help))
}

/// Traces the rule at the candidates of the place. Those that are not shown are forgotten at once but for how far they
/// came, and those that are shown are traced again: what a rule saw at all nodes of a large file can be very much.
fn explain(tracer: &Tracer, view: &View<'_, '_>, place: &FilePlace, shows_all: bool) -> Result<Explained, Failure> {
    let plan = tracer.plan();
    let rule = &plan.rules[0];
    let words = Unparser { plan, rule };
    let reporter = Reporter { view, words };
    let report = |node| match tracer.trace(RuleId(0), view.state, node) {
        Some(trace) => reporter.candidate(&trace),
        None => Err(Failure::broken("the rule does not run, though nothing has switched it off")),
    };
    let mut reached = Vec::new();
    for node in on_line(view.state, view.candidates, place.line) {
        reached.push((node, report(node)?.reach));
    }
    // The sort is stable: of those that came equally far the first in the file comes first.
    reached.sort_by_key(|(_, reach)| std::cmp::Reverse((reach.n_rows > 0, reach.n_passed)));
    let (shown, others) = if shows_all { (reached, Vec::new()) } else { cut(reached) };
    let candidates = shown.into_iter().map(|(node, _)| report(node)).collect::<Result<_, _>>()?;
    Ok(Explained {
        rule,
        table: rule.head.table().map(|table| &*plan.tables[table.index()].name),
        anchor: words.var(VarId(0)),
        place: place.clone(),
        candidates,
        others: others.into_iter().map(|(_, reach)| reach).collect(),
        classes_there: place.line.map_or_else(Vec::new, |line| classes_on(view, line)),
    })
}

type Reached = Vec<(NodeId, Reach)>;

/// The candidates that a person reads, and the others: the farthest come first, and few that ended alike are enough.
fn cut(reached: Reached) -> (Reached, Reached) {
    let mut alike: BTreeMap<Option<Failed>, usize> = BTreeMap::new();
    let mut n_shown = 0;
    reached.into_iter().partition(|(_, reach)| {
        let end = reach.end();
        let n_alike = alike.entry(end.cloned()).or_default();
        *n_alike += 1;
        let is_shown = n_shown < MAX_CANDIDATES && (*n_alike <= MAX_ALIKE || end.is_none());
        n_shown += usize::from(is_shown);
        is_shown
    })
}

/// The most telling classes of the nodes that begin on a line, each once.
fn classes_on(view: &View<'_, '_>, line: u32) -> Vec<&'static str> {
    let tree = view.state.tree();
    let mut classes = Vec::new();
    for node in (0..tree.nodes.len() as u32).map(NodeId).filter(|&node| tree.line(node) == line) {
        let kind: Kind = tree.kind(node);
        if let Some(class) = chains_of(kind).first().map(|chain| chain[0]).filter(|class| !classes.contains(class)) {
            classes.push(class);
        }
    }
    classes
}
