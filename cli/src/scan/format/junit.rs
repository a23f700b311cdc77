//! From findings to JUnit's XML: one suite, one failed case a finding; without a finding one case that passes.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use crate::scan::Scanned;
use crate::scan::finding::Finding;

/// What the library says of the whole document, where no test is ever skipped.
const NO_SKIPPED: &str = " skipped=\"0\"";

/// Writes it.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned) -> io::Result<()> {
    let mut suite = TestSuite::new("aud-rules scan");
    for finding in scanned.open() {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        let description = description(finding, scanned);
        status.set_message(&*finding.message).set_type(finding.severity.word()).set_description(description);
        let range = scanned.sources.range(&finding.place);
        let name = format!("{}:{}:{}", scanned.sources.shown(&finding.place.file), range.line, range.column);
        let mut case = TestCase::new(name, status);
        case.set_classname(&*finding.problem);
        suite.add_test_case(case);
    }
    if scanned.open().next().is_none() {
        suite.add_test_case(TestCase::new("nothing is found", TestCaseStatus::success()));
    }
    let mut document = Document::new("aud-rules scan");
    document.add_test_suite(suite);
    let text = document.to_string().map_err(io::Error::other)?;
    // The schema that Jenkins validates against knows no skipped tests of the whole document, only those of a suite.
    output.write_all(text.replacen(NO_SKIPPED, "", 1).as_bytes())
}

/// The place, and the way of the data.
fn description(finding: &Finding, scanned: &Scanned) -> String {
    let at = |file: &str, line| format!("{}:{line}", scanned.sources.shown(file));
    let mut text = at(&finding.place.file, finding.place.line);
    for step in finding.flow.iter().flat_map(|flow| &flow.steps) {
        text += &format!("\n{} {}", at(&step.place.file, step.place.line), step.said());
    }
    text
}
