//! Every example of the pack's rules and every fixture is a test: the suite that `aud-rules test` runs, on compiled rules.

use std::path::Path;
use std::process::ExitCode;
use std::sync::LazyLock;

use aud_rules_runtime::expect::runner::Runner;
use aud_rules_runtime::expect::suite::{self, Test};
use aud_rules_runtime::rules::matcher::{Combined, Matcher};
use libtest_mimic::{Arguments, Failed, Trial, run};
use own_pack::{Pack, all_rules};

static RULES: LazyLock<Combined<'static>> = LazyLock::new(|| all_rules().expect("no clash"));

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let scratch = tempfile::tempdir().expect("a folder for databases can be made");
    // Tests have to be able to outlive this function.
    let folder: &'static Path = Box::leak(Box::from(scratch.path()));
    let runner: &'static Runner<'static> = Box::leak(Box::new(Runner::new(&*RULES, folder)));
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let on_disk = suite::find(std::slice::from_ref(&fixtures)).expect("the fixtures are there");
    let is_own = |name: &str| Pack.rules().iter().any(|own| own.name == name);
    let examples = suite::examples(&*RULES, |rule| is_own(&rule.name));
    let trial = |test: Test| Trial::test(test.name(&*RULES), move || check(&test, runner));
    run(&arguments, examples.into_iter().chain(on_disk).map(trial).collect()).exit_code()
}

fn check(test: &Test, runner: &Runner<'_>) -> Result<(), Failed> {
    let outcome = suite::run(test, std::slice::from_ref(runner))?.outcome;
    if outcome.differences.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = outcome.differences.iter().map(ToString::to_string).collect();
    Err(shown.join("\n").into())
}
