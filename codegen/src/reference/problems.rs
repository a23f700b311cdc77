//! The problems and kinds of data of a plan, for `rules/README.md`.

use std::fmt::Write;

use super::cell;
use aud_rules_plan::{Detection, FlowKind, FlowStep, Plan, Problem, Rule, Step};

/// The sections about problems and kinds; nothing when there are none.
pub(super) fn problems_md(plan: &Plan) -> String {
    let mut page = String::new();
    if !plan.problems.is_empty() {
        page += "\n# Problems\n\nWhat is reported as a finding.\n\n| problem | severity | tags | found by |\n| --- | --- | --- | --- |\n";
    }
    for problem in &plan.problems {
        let (name, severity, tags) = (&problem.name, problem.severity.word(), problem.tags.join(", "));
        let _ = writeln!(page, "| [`{name}`](#{name}) | {severity} | {tags} | {} |", found_by(plan, problem));
    }
    for problem in &plan.problems {
        let Problem { name, doc, help, .. } = problem;
        let _ = write!(page, "\n## {name}\n\n{doc}\n\n{help}\n");
        if let Detection::Query(sql) = &problem.detection {
            let _ = write!(page, "\n```sql\n{}\n```\n", sql.trim());
        }
    }
    if !plan.kinds.is_empty() {
        page += "\n# Kinds of data\n\nWhat rules say of the flow of data is said of these.\n";
        page += "\n| kind | meaning | sources | sinks | cleaned by |\n| --- | --- | --- | --- | --- |\n";
    }
    for (bit, FlowKind { name, doc, .. }) in plan.kinds.iter().enumerate() {
        let of = |is_meant: fn(&FlowStep) -> Option<u64>| {
            let speaks =
                |rule: &&Rule| says(&rule.steps, &|step| is_meant(step).is_some_and(|kinds| kinds >> bit & 1 == 1));
            let rules = plan.rules.iter().filter(speaks).map(|rule| format!("`{}`", rule.head.name));
            rules.collect::<Vec<_>>().join(", ")
        };
        let sources = of(|step| if let FlowStep::Source { kinds, at: _ } = step { Some(*kinds) } else { None });
        let sinks = of(|step| if let FlowStep::Sink { kinds, at: _ } = step { Some(*kinds) } else { None });
        let cleaners = of(|step| if let FlowStep::Clean { kinds, .. } = step { Some(*kinds) } else { None });
        let _ = writeln!(page, "| `{name}` | {} | {sources} | {sinks} | {cleaners} |", cell(doc));
    }
    page
}

fn found_by(plan: &Plan, problem: &Problem) -> String {
    let kinds = |kinds: u64| {
        let names = plan.kind_names(kinds).into_iter().map(|name| format!("`{name}`"));
        names.collect::<Vec<_>>().join(", ")
    };
    match &problem.detection {
        Detection::Flow { from, to } => format!("flow of {} to {}", kinds(*from), kinds(*to)),
        Detection::Rule => "a rule".to_owned(),
        Detection::Query(_) => "a query".to_owned(),
    }
}

/// Some step says what is meant.
fn says(steps: &[Step], is_meant: &dyn Fn(&FlowStep) -> bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Flow { says, origin: _ } => is_meant(says),
        Step::ForEach { var: _, source: _, body, origin: _ } => self::says(body, is_meant),
        Step::Let { .. } | Step::Where { .. } | Step::Emit { .. } | Step::Report { .. } => false,
    })
}
