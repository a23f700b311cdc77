//! From the outcome of tests to text for people: what failed and why, what was rewritten, and the totals last.

use std::io::{self, Write};

use aud_rules_runtime::expect::Difference;
use aud_rules_runtime::expect::golden::Rewritten;
use aud_rules_runtime::expect::suite::Tested;

use super::{Report, UNFIRED};
use aud_rules_codegen::diag::printable;

/// Changed lines of a golden file that are shown.
const N_SHOWN_LINES: usize = 10;

/// Writes it.
pub(super) fn write(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    for changed in &report.rewritten {
        write_rewritten(output, changed)?;
    }
    for (test, result) in &report.results {
        let name = report.name(test);
        match result {
            Ok(tested) if tested.is_passed() => {}
            Ok(tested) => write_failed(output, report, &name, tested)?,
            Err(error) => writeln!(output, "BROKEN {}: {}\n", printable(&name), printable(&error.to_string()))?,
        }
    }
    for rule in &report.unfired {
        writeln!(output, "FAILED {}:{} {}: {UNFIRED}\n", printable(&rule.at.file), rule.at.line, rule.name)?;
    }
    let left_out = match report.n_left_out {
        0 => String::new(),
        n => format!(", {n} left out"),
    };
    let (passed, failed) = (report.n_passed(), report.n_failed());
    writeln!(output, "{passed} passed, {failed} failed{left_out} in {:.2} s", report.elapsed.as_secs_f64())
}

fn write_failed(output: &mut dyn Write, report: &Report<'_>, name: &str, tested: &Tested) -> io::Result<()> {
    writeln!(output, "FAILED {}", printable(name))?;
    write_differences(output, &tested.outcome.differences)?;
    for (engine, differences) in &tested.elsewhere {
        let (first, other) = (report.engines[0], report.engines[*engine]);
        writeln!(output, "  the {other} engine differs; `expected` is the {first} one")?;
        write_differences(output, differences)?;
    }
    writeln!(output)
}

fn write_differences(output: &mut dyn Write, differences: &[Difference]) -> io::Result<()> {
    for difference in differences {
        for line in printable(&difference.to_string()).lines() {
            writeln!(output, "  {line}")?;
        }
    }
    Ok(())
}

fn write_rewritten(output: &mut dyn Write, changed: &Rewritten) -> io::Result<()> {
    let Rewritten { path, removed, added } = changed;
    let path = path.display().to_string();
    writeln!(output, "REWRITTEN {}: {} lines added, {} removed", printable(&path), added.len(), removed.len())?;
    let lines = removed.iter().map(|line| ('-', line)).chain(added.iter().map(|line| ('+', line)));
    for (sign, line) in lines.clone().take(N_SHOWN_LINES) {
        writeln!(output, "  {sign} {}", printable(line))?;
    }
    match lines.count().saturating_sub(N_SHOWN_LINES) {
        0 => writeln!(output),
        n => writeln!(output, "  and {n} more\n"),
    }
}
