//! Every example of every rule is a test: a file `example.py` for which that rule gives exactly the rows named.

use std::process::ExitCode;

use aud_rules_catalogue::Catalogue;
use aud_rules_runtime::expect::runner::Runner;
use aud_rules_runtime::matcher::Matcher;
use libtest_mimic::{Arguments, Failed, Trial, run};

static CATALOGUE: Catalogue = Catalogue;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let scratch = tempfile::tempdir().expect("a folder for databases can be made");
    let mut trials = Vec::new();
    for (rule, def) in CATALOGUE.rules().iter().enumerate() {
        for (index, example) in def.examples.iter().enumerate() {
            let name = format!("{}:{} {}", def.file, example.line, def.name);
            let folder = scratch.path().join(format!("{rule}-{index}"));
            trials.push(Trial::test(name, move || check(&Runner::new(&CATALOGUE, &folder), rule, index)));
        }
    }
    run(&arguments, trials).exit_code()
}

fn check(runner: &Runner<'_>, rule: usize, example: usize) -> Result<(), Failed> {
    let outcome = runner.check_example(rule, example)?;
    let shown: Vec<String> = outcome.differences.iter().map(ToString::to_string).collect();
    if shown.is_empty() { Ok(()) } else { Err(shown.join("\n").into()) }
}
