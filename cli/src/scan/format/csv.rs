//! From findings to comma-separated values with a header.

use std::io::{self, Write};

use crate::scan::Scanned;
use crate::scan::finding::Finding;

/// The columns.
const HEADER: [&str; 14] = [
    "problem",
    "severity",
    "certainty",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "scope",
    "tags",
    "source_file",
    "source_line",
    "message",
    "fingerprint",
];

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(HEADER).map_err(of_output)?;
    for finding in scanned.open() {
        writer.write_record(record(finding, scanned)).map_err(of_output)?;
    }
    writer.flush()
}

fn record(finding: &Finding, scanned: &Scanned) -> [String; 14] {
    let range = scanned.sources.range(&finding.place);
    let source = finding.source().map(|step| &step.place);
    [
        finding.problem.clone(),
        finding.severity.word().to_owned(),
        finding.certainty().to_owned(),
        scanned.sources.shown(&finding.place.file),
        range.line.to_string(),
        range.column.to_string(),
        range.end_line.to_string(),
        range.end_column.to_string(),
        finding.scope.clone(),
        scanned.problems.tags(&finding.problem).join(" "),
        source.map_or(String::new(), |place| scanned.sources.shown(&place.file)),
        source.map_or(String::new(), |place| place.line.to_string()),
        finding.message.clone(),
        finding.fingerprint.clone(),
    ]
}

/// The error of the output below: a closed pipe must be known as one.
fn of_output(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
