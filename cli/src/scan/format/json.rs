//! From findings to a JSON document. Lines and columns begin at 1, columns count characters, ends are exclusive.

use std::io::{self, Write};

use aud_rules_plan::Severity;
use serde_json::{Map, Value, json};

use crate::scan::Scanned;
use crate::scan::finding::{Finding, Place, Standing, Step};
use crate::scan::sources::Sources;

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    let findings: Vec<Value> = scanned.open().map(|finding| finding_json(finding, scanned)).collect();
    let silenced = scanned.findings.iter().filter_map(|finding| {
        let reason = match &finding.standing {
            Standing::Open => return None,
            Standing::Ignored { reason } => json!({ "by": "comment", "reason": reason }),
            Standing::InBaseline => json!({ "by": "baseline" }),
        };
        let mut silenced = finding_json(finding, scanned);
        silenced["silenced"] = reason;
        Some(silenced)
    });
    let counts = scanned.by_severity();
    let count = |severity: Severity| (severity.word().to_owned(), counts.get(&severity).copied().unwrap_or(0).into());
    let by_severity: Map<String, Value> = Severity::ALL.into_iter().rev().map(count).collect();
    let document = json!({
        "version": 1,
        "count": findings.len(),
        "by_severity": by_severity,
        "findings": findings,
        "silenced": silenced.collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn finding_json(finding: &Finding, scanned: &Scanned) -> Value {
    let sources = &scanned.sources;
    let flow = finding.flow.as_ref().map(|flow| {
        json!({
            "source_kind": flow.source_kind,
            "sink_kind": flow.sink_kind,
            "is_derived": flow.is_derived,
            "steps": flow.steps.iter().map(|step| step_json(step, sources)).collect::<Vec<_>>(),
        })
    });
    json!({
        "problem": finding.problem,
        "severity": finding.severity.word(),
        "certainty": finding.certainty(),
        "message": finding.message,
        "file": sources.shown(&finding.place.file),
        "range": range_json(&finding.place, sources),
        "scope": finding.scope,
        "tags": scanned.problems.tags(&finding.problem),
        "fingerprint": finding.fingerprint,
        "flow": flow,
    })
}

fn step_json(step: &Step, sources: &Sources) -> Value {
    json!({
        "what": step.what,
        "file": sources.shown(&step.place.file),
        "range": range_json(&step.place, sources),
    })
}

fn range_json(place: &Place, sources: &Sources) -> Value {
    let range = sources.range(place);
    json!({
        "start": { "line": range.line, "column": range.column },
        "end": { "line": range.end_line, "column": range.end_column },
    })
}
