//! Every example of every rule and every fixture is a test, on the compiled engine: the suite that `aud-rules test` runs. That
//! the other engine gives the same is held by `differential.rs`.
//!
//! `UPDATE_EXPECT=1` rewrites the golden rows.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::LazyLock;

use aud_rules_catalogue::{Catalogue, LIBRARY_FILES};
use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::expect::runner::Runner;
use aud_rules_runtime::expect::suite::{self, Test, Tested};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::Matcher;
use libtest_mimic::{Arguments, Failed, Trial, run};

static CATALOGUE: Catalogue = Catalogue;

static LIBRARIES: LazyLock<Libraries> = LazyLock::new(|| {
    let stubs = LIBRARY_FILES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned()));
    Libraries::new(stubs, Box::new(graph_of_stub))
});

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let scratch = tempfile::tempdir().expect("a folder for databases can be made");
    // Tests have to be able to outlive this function. All share one runner, and so the empty database that it copies.
    let folder: &'static Path = Box::leak(Box::from(scratch.path()));
    let runner: &'static Runner<'static> =
        Box::leak(Box::new(Runner::new(&CATALOGUE, folder).with_libraries(&LIBRARIES)));
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let on_disk = suite::find(std::slice::from_ref(&fixtures)).expect("the fixtures are there");
    let tests = suite::examples(&CATALOGUE, |_| true).into_iter().chain(on_disk.clone());
    let mut trials: Vec<Trial> = tests
        .map(|test| {
            let name = test.name(&CATALOGUE);
            let name =
                Path::new(&name).strip_prefix(&fixtures).map_or(name.clone(), |below| below.display().to_string());
            Trial::test(name, move || check(&test, runner))
        })
        .collect();
    trials.push(Trial::test("fixtures_make_every_rule_fire", move || check_coverage(&on_disk, runner)));
    run(&arguments, trials).exit_code()
}

fn check(test: &Test, runner: &Runner<'_>) -> Result<(), Failed> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        for changed in suite::accept(std::slice::from_ref(test), runner)? {
            let (n_added, n_removed) = (changed.added.len(), changed.removed.len());
            println!("{}: {n_added} lines added, {n_removed} removed", changed.path.display());
        }
    }
    judge(&suite::run(test, std::slice::from_ref(runner))?)
}

fn judge(tested: &Tested) -> Result<(), Failed> {
    let mut shown = String::new();
    for difference in &tested.outcome.differences {
        writeln!(shown, "{difference}")?;
    }
    let (n_nodes, n_visited) = (tested.outcome.summary.n_nodes, tested.outcome.summary.n_visited);
    if n_nodes != n_visited {
        writeln!(shown, "{n_nodes} nodes, but the pass visited {n_visited}")?;
    }
    if shown.is_empty() { Ok(()) } else { Err(shown.into()) }
}

/// The annotated fixtures and the golden projects together make every rule fire that fills a table, and state a fact of every table.
/// Examples do not count: they show a rule alone.
fn check_coverage(tests: &[Test], runner: &Runner<'_>) -> Result<(), Failed> {
    let fills = CATALOGUE.rules().iter().filter(|rule| rule.table().is_some());
    let mut silent: BTreeSet<&str> = fills.map(|rule| &*rule.name).collect();
    let mut unstated: BTreeSet<&str> = CATALOGUE.tables().iter().map(|table| &*table.name).collect();
    for test in tests {
        let outcome = suite::run(test, std::slice::from_ref(runner))?.outcome;
        for rule in outcome.summary.rules.iter().filter(|rule| rule.n_rows > 0) {
            silent.remove(&*rule.rule);
        }
        for table in &outcome.stated {
            unstated.remove(&**table);
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
