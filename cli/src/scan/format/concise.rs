//! From findings to a line for each, which editors and other programs find the place in.

use std::io::{self, Write};

use crate::scan::Scanned;
use aud_rules_codegen::diag::printable;

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    for finding in scanned.open() {
        let range = scanned.sources.range(&finding.place);
        let file = scanned.sources.shown(&finding.place.file);
        let (severity, problem) = (finding.severity.word(), &finding.problem);
        let line = format!("{file}:{}:{}: {severity}[{problem}] {}", range.line, range.column, finding.message);
        writeln!(output, "{}", printable(&line).replace('\n', " "))?;
    }
    Ok(())
}
