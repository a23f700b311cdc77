//! Every fixture is a test: annotated Python files, folders of them, damaged files, and projects with golden rows.
//!
//! `UPDATE_EXPECT=1` rewrites the golden rows.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use aud_rules_catalogue::Catalogue;
use aud_rules_runtime::expect::runner::{Outcome, Runner};
use aud_rules_runtime::facts::ErrorStage;
use aud_rules_runtime::matcher::Matcher;
use libtest_mimic::{Arguments, Failed, Trial, run};

static CATALOGUE: Catalogue = Catalogue;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let scratch = tempfile::tempdir().expect("a folder for databases can be made");
    let mut trials = Vec::new();
    for domain in entries(&fixtures.join("rules")) {
        for fixture in entries(&domain) {
            trials.push(trial(&fixtures, fixture, scratch.path(), check_annotated));
        }
    }
    for file in entries(&fixtures.join("broken")) {
        trials.push(trial(&fixtures, file, scratch.path(), check_broken));
    }
    for project in entries(&fixtures.join("projects")) {
        trials.push(trial(&fixtures, project, scratch.path(), check_golden));
    }
    trials.push(trial(&fixtures, fixtures.join("rules"), scratch.path(), check_coverage));
    run(&arguments, trials).exit_code()
}

/// What a folder holds, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths
}

type Check = fn(&Runner<'_>, &Path) -> Result<(), Failed>;

fn trial(fixtures: &Path, path: PathBuf, scratch: &Path, check: Check) -> Trial {
    let name = path.strip_prefix(fixtures).unwrap_or(&path).display().to_string();
    let folder = scratch.join(name.replace('/', "-"));
    Trial::test(name, move || check(&Runner::new(&CATALOGUE, &folder), &path))
}

fn check_annotated(runner: &Runner<'_>, path: &Path) -> Result<(), Failed> {
    judge(&runner.check_annotated(path)?)
}

/// A damaged file gives the rows of its healthy parts, and says that it is damaged.
fn check_broken(runner: &Runner<'_>, path: &Path) -> Result<(), Failed> {
    let outcome = runner.check_annotated(path)?;
    judge(&outcome)?;
    match outcome.summary.error_counts.get(&ErrorStage::Parse) {
        Some(1..) => Ok(()),
        _ => Err("the file is damaged, but nothing says so in `extraction_errors`".into()),
    }
}

fn check_golden(runner: &Runner<'_>, path: &Path) -> Result<(), Failed> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        for changed in runner.accept_golden(path)? {
            println!("{}: {} rows were {}", changed.path.display(), changed.n_after, changed.n_before);
        }
    }
    judge(&runner.check_golden(path)?)
}

/// All annotated fixtures together make every rule fire, and state a fact of every table.
fn check_coverage(runner: &Runner<'_>, path: &Path) -> Result<(), Failed> {
    let mut silent: BTreeSet<&str> = CATALOGUE.rules().iter().map(|rule| rule.name).collect();
    let mut unstated: BTreeSet<&str> = CATALOGUE.tables().iter().map(|table| table.name).collect();
    for fixture in entries(path).iter().flat_map(|domain| entries(domain)) {
        let outcome = runner.check_annotated(&fixture)?;
        for rule in outcome.summary.rules.iter().filter(|rule| rule.n_rows > 0) {
            silent.remove(rule.rule);
        }
        for table in &outcome.stated {
            unstated.remove(table);
        }
    }
    let mut faults = String::new();
    for rule in silent {
        writeln!(faults, "rule `{rule}` fires in no fixture")?;
    }
    for table in unstated {
        writeln!(faults, "no fixture states a fact of table `{table}`")?;
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

fn judge(outcome: &Outcome) -> Result<(), Failed> {
    let mut shown = String::new();
    for difference in &outcome.differences {
        writeln!(shown, "{difference}")?;
    }
    let (n_nodes, n_visited) = (outcome.summary.n_nodes, outcome.summary.n_visited);
    if n_nodes != n_visited {
        writeln!(shown, "{n_nodes} nodes, but the pass visited {n_visited}")?;
    }
    if shown.is_empty() { Ok(()) } else { Err(shown.into()) }
}
