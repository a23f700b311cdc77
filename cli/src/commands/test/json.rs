//! From the outcome of tests to a JSON document.

use std::io::{self, Write};

use aud_rules_runtime::expect::golden::Rewritten;
use aud_rules_runtime::expect::suite::Tested;
use aud_rules_runtime::expect::{Difference, What};
use serde_json::{Value, json};

use super::Report;

/// Writes it.
pub(super) fn write(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let tests: Vec<Value> = report
        .results
        .iter()
        .map(|(test, result)| {
            let mut entry = json!({
                "name": report.name(test),
                "kind": test.kind(),
                "path": test.path(report.matcher).display().to_string(),
            });
            match result {
                Ok(tested) => add_outcome(&mut entry, report, tested),
                Err(error) => entry["error"] = error.to_string().into(),
            }
            entry
        })
        .collect();
    let unfired: Vec<Value> = report
        .unfired
        .iter()
        .map(|rule| json!({ "rule": rule.name, "file": rule.at.file, "line": rule.at.line }))
        .collect();
    let document = json!({
        "passed": report.n_passed(),
        "failed": report.n_failed(),
        "left_out": report.n_left_out,
        "seconds": report.elapsed.as_secs_f64(),
        "engines": report.engines,
        "tests": tests,
        "rules_that_never_fire": unfired,
        "rewritten": report.rewritten.iter().map(rewritten_json).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn add_outcome(entry: &mut Value, report: &Report<'_>, tested: &Tested) {
    entry["passed"] = tested.is_passed().into();
    entry["seconds"] = tested.elapsed.as_secs_f64().into();
    entry["differences"] = tested.outcome.differences.iter().map(difference_json).collect();
    entry["engine_differences"] = tested
        .elsewhere
        .iter()
        .flat_map(|(engine, differences)| {
            differences.iter().map(|difference| {
                let mut found = difference_json(difference);
                found["engine"] = report.engines[*engine].into();
                found
            })
        })
        .collect();
}

fn difference_json(difference: &Difference) -> Value {
    let columns: Vec<Value> = difference
        .columns
        .iter()
        .map(|pair| {
            json!({
                "column": pair.column,
                "expected": pair.expected,
                "actual": pair.actual,
                "is_different": pair.is_different,
            })
        })
        .collect();
    let help = match &difference.what {
        What::Malformed { help, .. } => help.clone(),
        _ => None,
    };
    json!({
        "file": difference.file,
        "line": difference.line,
        "source": difference.source,
        "what": difference.what.word(),
        "message": difference.headline(),
        "help": help,
        "table": difference.table,
        "rule": difference.rule,
        "columns": columns,
    })
}

fn rewritten_json(rewritten: &Rewritten) -> Value {
    json!({
        "path": rewritten.path.display().to_string(),
        "removed": rewritten.removed,
        "added": rewritten.added,
    })
}
