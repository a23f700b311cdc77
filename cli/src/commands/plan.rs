//! `aud-rules plan`: from rule files, or the rules that are built in, to what they are compiled into.

use std::collections::BTreeMap;
use std::io::{self, Write};

use aud_rules_codegen::compile::compile;
use aud_rules_plan::{Decision, Plan, Rule, RuleId};
use serde_json::{Value, json};

use crate::args::{PlanArgs, SummaryFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;
use crate::rule_packs::catalogue_sources;
use crate::rule_paths::{RulePaths, unusable};

/// Runs the command.
pub(crate) fn run(args: &PlanArgs) -> Result<Exit, Failure> {
    let sources =
        if args.paths.is_empty() { catalogue_sources() } else { RulePaths::read_with_library(&args.paths)?.sources };
    let plan = compile(&sources).map_err(|found| unusable(&found, &sources))?.plan;
    let wanted = args.rule.as_deref().map(|name| find(&plan, name)).transpose()?;
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(write_text(output, &plan, wanted)?),
        SummaryFormat::Json => Ok(write_json(output, &plan, wanted)?),
    })?;
    Ok(Exit::Done)
}

fn find(plan: &Plan, name: &str) -> Result<RuleId, Failure> {
    let index = plan.rules.iter().position(|rule| rule.head.name == name);
    index.map(RuleId::at).ok_or_else(|| {
        let help = did_you_mean(name, plan.rules.iter().map(|rule| rule.head.name.as_str()));
        Failure::misuse(format!("there is no rule `{name}`")).with_help(help)
    })
}

/// The decisions that can lead to the rule, or all of them.
fn decisions(plan: &Plan, wanted: Option<RuleId>) -> Vec<(&str, Decision)> {
    let decisions = plan.decisions.iter().map(|(kind, decision)| (kind.as_str(), decision.clone()));
    match wanted {
        None => decisions.collect(),
        Some(rule) => decisions.filter_map(|(kind, decision)| Some((kind, leading_to(decision, rule)?))).collect(),
    }
}

/// What of a decision leads to the rule; none when nothing does.
fn leading_to(mut decision: Decision, wanted: RuleId) -> Option<Decision> {
    let keep = |rules: &mut Vec<RuleId>| {
        rules.retain(|rule| *rule == wanted);
        !rules.is_empty()
    };
    let is_always = keep(&mut decision.always);
    decision.keyed.retain(|_, names| {
        names.retain(|_, rules| keep(rules));
        !names.is_empty()
    });
    (is_always || !decision.keyed.is_empty()).then_some(decision)
}

fn rules(plan: &Plan, wanted: Option<RuleId>) -> impl Iterator<Item = &Rule> {
    let is_wanted = move |index: usize| wanted.is_none_or(|rule| rule.index() == index);
    plan.rules.iter().enumerate().filter(move |(index, _)| is_wanted(*index)).map(|(_, rule)| rule)
}

fn write_text(output: &mut dyn Write, plan: &Plan, wanted: Option<RuleId>) -> io::Result<()> {
    if wanted.is_none() {
        return write!(output, "{plan}");
    }
    for rule in rules(plan, wanted) {
        write!(output, "{}", plan.show_rule(rule))?;
    }
    for (kind, decision) in decisions(plan, wanted) {
        write!(output, "\n{}", plan.show_decision(kind, &decision))?;
    }
    Ok(())
}

fn write_json(output: &mut dyn Write, plan: &Plan, wanted: Option<RuleId>) -> io::Result<()> {
    let rules: Vec<Value> = rules(plan, wanted).map(|rule| rule_json(plan, rule)).collect();
    let decisions: BTreeMap<&str, Value> =
        decisions(plan, wanted).iter().map(|(kind, decision)| (*kind, decision_json(plan, decision))).collect();
    serde_json::to_writer_pretty(&mut *output, &json!({ "rules": rules, "decisions": decisions }))?;
    writeln!(output)
}

fn rule_json(plan: &Plan, rule: &Rule) -> Value {
    json!({
        "name": rule.head.name,
        "table": rule.head.table().map(|table| &plan.tables[table.index()].name),
        "file": rule.head.at.file,
        "line": rule.head.at.line,
        "class": rule.class,
        "kinds": rule.kinds,
        "stage": rule.head.stage.name(),
        "stage_reason": rule.stage_reason,
    })
}

fn decision_json(plan: &Plan, decision: &Decision) -> Value {
    let names = |rules: &[RuleId]| -> Vec<&str> {
        rules.iter().map(|rule| plan.rules[rule.index()].head.name.as_str()).collect()
    };
    let keyed: Vec<Value> = decision
        .keyed
        .iter()
        .map(|(key, literals)| {
            let literals: BTreeMap<&str, Vec<&str>> =
                literals.iter().map(|(literal, rules)| (literal.as_str(), names(rules))).collect();
            json!({ "by": key.by.words(), "path": key.path, "literals": literals })
        })
        .collect();
    json!({ "always": names(&decision.always), "keyed": keyed })
}
