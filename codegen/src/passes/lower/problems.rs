//! Kinds and problems of the model as those of the plan.

use super::line_of;
use crate::check::model::{self, Detection};
use crate::source::SourceMap;
use aud_rules_plan::{FlowKind, Problem, ProblemExample};

pub(super) fn lower_kind(kind: &model::FlowKind, sources: &SourceMap) -> FlowKind {
    FlowKind {
        name: kind.name.clone(),
        is_private: kind.is_private,
        doc: kind.doc.trim().to_owned(),
        at: line_of(kind.span, sources),
    }
}

pub(super) fn lower_problem(problem: &model::Problem, sources: &SourceMap) -> Problem {
    let detection = match &problem.detection {
        Detection::Flow { from, to } => aud_rules_plan::Detection::Flow { from: *from, to: *to },
        Detection::Rule => aud_rules_plan::Detection::Rule,
        Detection::Query(sql, _) => aud_rules_plan::Detection::Query(sql.clone()),
    };
    Problem {
        name: problem.name.clone(),
        doc: problem.doc.trim().to_owned(),
        tags: problem.tags.clone(),
        severity: problem.severity,
        detection,
        message: problem.message.clone(),
        help: problem.help.clone(),
        at: line_of(problem.span, sources),
    }
}

pub(super) fn lower_examples(problem: &model::Problem, sources: &SourceMap) -> Vec<ProblemExample> {
    let lower = |example: &model::ProblemExample| ProblemExample {
        source: example.source.clone(),
        findings: example.findings.clone(),
        line: line_of(example.span, sources).line,
    };
    problem.examples.iter().map(lower).collect()
}
