//! From the outcome of tests to JUnit's XML: one suite, one case a test, one case a rule that nothing makes fire.

use std::io::{self, Write};

use aud_rules_runtime::expect::Difference;
use aud_rules_runtime::expect::suite::Tested;
use quick_junit::{NonSuccessKind, Report as Document, TestCase, TestCaseStatus, TestSuite};

use super::{Report, UNFIRED};

/// What the library says of the whole document, where no test is ever skipped.
const NO_SKIPPED: &str = " skipped=\"0\"";

/// Writes it.
pub(super) fn write(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let mut suite = TestSuite::new("aud-rules");
    for (test, result) in &report.results {
        let status = match result {
            Ok(tested) if tested.is_passed() => TestCaseStatus::success(),
            Ok(tested) => failure(&headline(tested), &all_differences(report, tested)),
            Err(error) => {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
                status.set_message(error.to_string());
                status
            }
        };
        let mut case = TestCase::new(report.name(test), status);
        case.set_classname(test.kind());
        if let Ok(tested) = result {
            case.set_time(tested.elapsed);
        }
        suite.add_test_case(case);
    }
    for rule in &report.unfired {
        let name = format!("{}:{} {} fires", rule.at.file, rule.at.line, rule.name);
        let mut case = TestCase::new(name, failure(UNFIRED, UNFIRED));
        case.set_classname("rule");
        suite.add_test_case(case);
    }
    suite.set_time(report.elapsed);
    let mut document = Document::new("aud-rules");
    document.add_test_suite(suite);
    let text = document.to_string().map_err(io::Error::other)?;
    // The schema that Jenkins validates against knows no skipped tests of the whole document, only those of a suite.
    output.write_all(text.replacen(NO_SKIPPED, "", 1).as_bytes())
}

fn failure(message: &str, description: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_message(message).set_type("difference").set_description(description);
    status
}

fn headline(tested: &Tested) -> String {
    let engines = tested.elsewhere.iter().flat_map(|(_, differences)| differences);
    tested.outcome.differences.iter().chain(engines).next().map(Difference::headline).unwrap_or_default()
}

fn all_differences(report: &Report<'_>, tested: &Tested) -> String {
    let mut text: Vec<String> = tested.outcome.differences.iter().map(ToString::to_string).collect();
    for (engine, differences) in &tested.elsewhere {
        text.push(format!("the {} engine differs:\n", report.engines[*engine]));
        text.extend(differences.iter().map(ToString::to_string));
    }
    text.join("\n")
}
