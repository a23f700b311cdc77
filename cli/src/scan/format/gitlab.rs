//! From findings to a report of GitLab's code quality: an array of objects.

use std::io::{self, Write};

use aud_rules_plan::Severity;
use serde_json::{Value, json};

use crate::scan::Scanned;

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    let issues: Vec<Value> = scanned
        .open()
        .map(|finding| {
            json!({
                "description": finding.message,
                "check_name": finding.problem,
                "fingerprint": finding.fingerprint,
                "severity": word(finding.severity),
                "location": {
                    "path": scanned.sources.shown(&finding.place.file),
                    "lines": { "begin": finding.place.line, "end": finding.place.end_line },
                },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *output, &issues)?;
    writeln!(output)
}

/// GitLab's word for a severity.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Low => "minor",
        Severity::Medium => "major",
        Severity::High => "critical",
        Severity::Critical => "blocker",
    }
}
