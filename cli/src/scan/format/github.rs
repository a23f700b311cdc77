//! From findings to the workflow commands of GitHub Actions, which shows them beside the lines they are about.

use std::io::{self, Write};

use aud_rules_plan::Severity;

use crate::github_commands::{data, property};
use crate::scan::Scanned;
use crate::scan::finding::Finding;

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    for finding in scanned.open() {
        let range = scanned.sources.range(&finding.place);
        // GitHub takes columns of one line only, and means the last column and not the one behind it.
        let columns = match range.line == range.end_line && range.column < range.end_column {
            true => format!(",col={},endColumn={}", range.column, range.end_column - 1),
            false => String::new(),
        };
        writeln!(
            output,
            "::{} file={},line={},endLine={}{columns},title={}::{}",
            command(finding.severity),
            property(&scanned.sources.shown(&finding.place.file)),
            range.line,
            range.end_line,
            property(&finding.problem),
            data(&message(finding, scanned)),
        )?;
    }
    Ok(())
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "notice",
    }
}

/// The message, and where the data enters, which GitHub has no second place for.
fn message(finding: &Finding, scanned: &Scanned) -> String {
    match finding.source() {
        Some(source) => {
            let (file, line) = (scanned.sources.shown(&source.place.file), source.place.line);
            format!("{}\nThe data enters at {file}:{line}", finding.message)
        }
        None => finding.message.clone(),
    }
}
