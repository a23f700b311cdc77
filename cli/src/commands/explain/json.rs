//! From what a rule did to JSON for programs: everything, nothing left out.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::operands::Operand;
use super::report::{Candidate, Done, Outcome, Reach, RoundDone};
use super::rule::Explained;
use crate::shown::Asked;

/// Writes the explanation.
pub(super) fn write(output: &mut dyn Write, explained: &Explained) -> io::Result<()> {
    let rule = explained.rule;
    let document = json!({
        "rule": {
            "name": rule.head.name,
            "table": explained.table,
            "file": rule.head.at.file,
            "line": rule.head.at.line,
            "class": rule.class,
            "kinds": rule.kinds,
            "stage": rule.head.stage.name(),
            "stage_reason": rule.stage_reason,
        },
        "file": explained.place.path.to_string_lossy(),
        "line": explained.place.line,
        "classes_on_line": explained.classes_there,
        "rows": explained.n_rows(),
        "candidates": explained.candidates.iter().map(candidate).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn candidate(candidate: &Candidate) -> Value {
    json!({
        "line": candidate.line,
        "column": candidate.column,
        "class": candidate.class,
        "text": candidate.text,
        "rows": candidate.reach.n_rows,
        "failed": failed(&candidate.reach),
        "steps": candidate.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

/// The condition that kept the rule from a row.
fn failed(reach: &Reach) -> Value {
    match reach.end() {
        Some(failed) => json!({ "text": failed.text, "file": failed.at.file, "line": failed.at.line }),
        None => Value::Null,
    }
}

fn step(step: &Done) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("text", step.text.clone().into());
    put("file", step.at.file.clone().into());
    put("line", step.at.line.into());
    match &step.outcome {
        Outcome::Holds => put("holds", true.into()),
        Outcome::Fails => put("holds", false.into()),
        Outcome::Open(holds) => put("holds", (*holds).into()),
        Outcome::Bound(value) => put("value", value.json.clone()),
        Outcome::Looped(n_members) => put("members", (*n_members).into()),
        Outcome::Row => put("is_row", true.into()),
        Outcome::NoRow => put("is_row", false.into()),
    };
    put("values", step.operands.iter().map(operand).collect());
    if let Some(asked) = &step.asked {
        put("asked", asked_json(asked));
    }
    if !step.row.is_empty() {
        let row: Map<String, Value> =
            step.row.iter().map(|(column, value)| (column.clone(), value.json.clone())).collect();
        put("row", row.into());
    }
    if !step.rounds.is_empty() {
        put("rounds", step.rounds.iter().map(round).collect());
    }
    object.into()
}

fn operand(operand: &Operand) -> Value {
    let mut value = json!({ "text": operand.text, "value": operand.value.json });
    if let Some(members) = operand.members {
        value["members"] =
            json!({ "looked_at": members.n_seen, "passed": members.n_passed, "left_open": members.n_open });
    }
    if let Some(asked) = &operand.asked {
        value["asked"] = asked_json(asked);
    }
    value
}

fn asked_json(asked: &Asked) -> Value {
    json!({ "questions": asked.questions, "answer": asked.answer.json })
}

fn round(round: &RoundDone) -> Value {
    json!({
        "name": round.name,
        "member": round.member.json,
        "asked": round.asked.as_ref().map(asked_json),
        "rows": round.reach.n_rows,
        "failed": failed(&round.reach),
        "steps": round.steps.iter().map(step).collect::<Vec<_>>(),
    })
}
