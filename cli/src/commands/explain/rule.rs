//! `aud-rules explain --rule`: from the name of a rule and a Python file to what the rule does at each of its nodes.

use std::ffi::OsStr;
use std::path::PathBuf;

use aud_rules_codegen::compile::compile;
use aud_rules_codegen::fuse::keep_rules;
use aud_rules_codegen::lower::lower;
use aud_rules_codegen::plan::words::Words;
use aud_rules_codegen::plan::{Plan, Rule, VarId};
use aud_rules_runtime::grammar::Kind;
use aud_rules_runtime::interp::Tracer;
use aud_rules_runtime::tree::NodeId;

use super::report::{Candidate, Reporter};
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

/// What a rule does in a file.
#[derive(Debug)]
pub(super) struct Explained {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// The table that it fills.
    pub(super) table: &'static str,
    /// The variable of its anchor.
    pub(super) anchor: String,
    /// The file and line that were asked about, as they were named.
    pub(super) place: FilePlace,
    /// The candidates, those that came farthest first.
    pub(super) candidates: Vec<Candidate>,
    /// Classes of the nodes on the line, in source order; for an author whose rule has no candidate there.
    pub(super) classes_there: Vec<&'static str>,
}

/// Runs the command.
pub(super) fn run(rule: &str, place: &OsStr, args: &ExplainArgs) -> Result<Exit, Failure> {
    let tracer = Tracer::new(plan_of(rule, &args.rules)?).map_err(Failure::misuse)?;
    let place = FilePlace::parse(place)?;
    let surroundings = Surroundings::of(&place, args.project.as_deref())?;
    let explained = surroundings.look(&place, &tracer, |view| explain(&tracer, view, &place))?;
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(text::write(output, &explained, args.all)?),
        SummaryFormat::Json => Ok(json::write(output, &explained)?),
    })?;
    let has_row = explained.candidates.iter().any(|candidate| candidate.reach.n_rows > 0);
    Ok(if has_row { Exit::Done } else { Exit::No })
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
        if plan.rules.iter().any(|rule| rule.name == name) {
            keep_rules(&mut plan, |rule| rule.name == name);
            return Ok(plan);
        }
        known.extend(plan.rules.into_iter().map(|rule| rule.name));
    }
    let help = did_you_mean(name, known.iter().map(String::as_str));
    let help = help.unwrap_or_else(|| "`--rules PATH` adds rules that are not built in".to_owned());
    Err(Failure::misuse(format!("there is no rule `{name}`")).with_help(help))
}

/// Traces the rule at the candidates of the place.
fn explain(tracer: &Tracer, view: &View<'_, '_>, place: &FilePlace) -> Result<Explained, Failure> {
    let plan = tracer.plan();
    let rule = &plan.rules[0];
    let words = Words { plan, rule };
    let reporter = Reporter { view, words };
    let nodes = on_line(view.cx, view.candidates, place.line);
    let mut candidates = Vec::new();
    for trace in nodes.iter().filter_map(|&node| tracer.trace(0, view.cx, node)) {
        candidates.push(reporter.candidate(&trace)?);
    }
    // The sort is stable: of those that came equally far the first in the file comes first.
    candidates.sort_by_key(|candidate| {
        let reach = &candidate.reach;
        std::cmp::Reverse((reach.n_rows > 0, reach.n_passed))
    });
    Ok(Explained {
        rule,
        table: &plan.tables[rule.table.0 as usize].name,
        anchor: words.var(VarId(0)),
        place: place.clone(),
        candidates,
        classes_there: place.line.map_or_else(Vec::new, |line| classes_on(view, line)),
    })
}

/// The most telling classes of the nodes that begin on a line, each once.
fn classes_on(view: &View<'_, '_>, line: u32) -> Vec<&'static str> {
    let tree = view.cx.tree();
    let mut classes = Vec::new();
    for node in (0..tree.nodes.len() as u32).map(NodeId).filter(|&node| tree.line(node) == line) {
        let kind: Kind = tree.kind(node);
        if let Some(class) = chains_of(kind).first().map(|chain| chain[0]).filter(|class| !classes.contains(class)) {
            classes.push(class);
        }
    }
    classes
}
