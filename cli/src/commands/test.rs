//! `aud-rules test`: from paths to the tests that stand there, and to what they gave.

mod github;
mod json;
mod junit;
mod text;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use aud_rules_plan::RuleHead;
use aud_rules_runtime::expect::golden::Rewritten;
use aud_rules_runtime::expect::runner::{RunError, Runner};
use aud_rules_runtime::expect::suite::{self, Test, Tested};
use aud_rules_runtime::rules::matcher::Matcher;

use crate::args::{TestArgs, TestEngine, TestFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::progress::Bar;
use crate::rule_packs::{CatalogueEngine, Engines, RulePacks, may_have_rules};

/// Runs the command.
pub(crate) fn run(args: &TestArgs) -> Result<Exit, Failure> {
    let start = Instant::now();
    let packs = engines_of(args)?;
    let matchers =
        packs.iter().map(|(name, packs)| Ok((*name, packs.matcher()?))).collect::<Result<Vec<_>, Failure>>()?;
    let rules = Rules { matcher: &matchers[0].1, named: packs[0].1.named_rules() };
    let found = find(args, &rules)?;
    let libraries = crate::libraries::load(&args.paths, None, Path::new("."))?;
    let scratch = tempfile::tempdir().map_err(|error| Failure::broken(format!("no folder for databases: {error}")))?;
    let folders: Vec<PathBuf> = (0..matchers.len()).map(|index| scratch.path().join(index.to_string())).collect();
    let runners: Vec<Runner<'_>> = matchers
        .iter()
        .zip(&folders)
        .map(|((_, matcher), folder)| {
            let runner = Runner::new(matcher, folder).with_libraries(&libraries);
            runner.with_goldens_of(|rule| rules.is_tested(rule))
        })
        .collect();
    let rewritten =
        if args.accept { suite::accept(&found.tests, &runners[0]).map_err(Failure::broken)? } else { Vec::new() };
    let results = run_all(args, &found.tests, &runners);
    let report = Report {
        engines: matchers.iter().map(|(name, _)| *name).collect(),
        matcher: rules.matcher,
        unfired: if found.n_left_out > 0 { Vec::new() } else { rules.unfired(&results) },
        n_left_out: found.n_left_out,
        results,
        rewritten,
        elapsed: start.elapsed(),
    };
    write_output(|output| match args.format {
        TestFormat::Text => Ok(text::write(output, &report)?),
        TestFormat::Json => Ok(json::write(output, &report)?),
        TestFormat::Junit => Ok(junit::write(output, &report)?),
        TestFormat::Github => Ok(github::write(output, &report)?),
    })?;
    Ok(report.exit())
}

/// The rules on each engine that the tests run on, with the engine's word.
fn engines_of(args: &TestArgs) -> Result<Vec<(&'static str, RulePacks)>, Failure> {
    let paths: Vec<PathBuf> = args.paths.iter().filter(|path| may_have_rules(path)).cloned().collect();
    if let Some(gone) = paths.iter().find(|path| !path.exists()) {
        return Err(Failure::misuse(format!("there is no file or directory `{}`", gone.display())));
    }
    let load = |engine| RulePacks::load_if_any(&paths, engine);
    let packs = match args.engine {
        None => vec![load(CatalogueEngine::Compiled)?],
        Some(TestEngine::Compiled) => vec![only_compiled(load(CatalogueEngine::Compiled)?)?],
        Some(TestEngine::Interpreted) => vec![load(CatalogueEngine::Interpreter)?],
        Some(TestEngine::Both) => vec![load(CatalogueEngine::Compiled)?, load(CatalogueEngine::Interpreter)?],
    };
    Ok(packs.into_iter().map(|packs| (engine_word(&packs), packs)).collect())
}

/// What runs the rules, in a word for people and programs.
fn engine_word(packs: &RulePacks) -> &'static str {
    let Engines { compiled, interpreted, .. } = packs.engines();
    match (compiled.n_rules, interpreted.n_rules) {
        (_, 0) => "compiled",
        (0, _) => "interpreted",
        _ => "compiled and interpreted",
    }
}

fn only_compiled(packs: RulePacks) -> Result<RulePacks, Failure> {
    match packs.engines().interpreted.n_files {
        0 => Ok(packs),
        n => {
            let files = if n == 1 { "1 rule file is" } else { &format!("{n} rule files are") };
            let help = "leave out `--engine compiled`, or build a program with them".to_owned();
            Err(Failure::misuse(format!("{files} not compiled in")).with_help(help))
        }
    }
}

/// The rules that are there, and those of them that are tested.
struct Rules<'r> {
    matcher: &'r dyn Matcher,
    /// Those of the named rule files; without any, all.
    named: &'r BTreeSet<String>,
}

impl<'r> Rules<'r> {
    fn is_tested(&self, rule: &RuleHead) -> bool {
        self.named.is_empty() || self.named.contains(&rule.name)
    }

    /// Rules of the named files that gave no row in any test. The built-in rules that a single fixture happens to test need
    /// not all fire.
    fn unfired(&self, results: &[(Test, Result<Tested, RunError>)]) -> Vec<&'r RuleHead> {
        let tested = results.iter().filter_map(|(_, result)| result.as_ref().ok());
        let counts = tested.flat_map(|tested| &tested.outcome.summary.rules);
        let fired: BTreeSet<&str> = counts.filter(|count| count.n_rows > 0).map(|count| count.rule.as_str()).collect();
        let named = self.matcher.rules().iter().filter(|rule| self.named.contains(&rule.name));
        // Those that make no rows are tested by the problems that they serve.
        named.filter(|rule| rule.table().is_some() && !fired.contains(rule.name.as_str())).collect()
    }
}

/// The tests to run.
struct Found {
    tests: Vec<Test>,
    /// How many `--filter` leaves out.
    n_left_out: usize,
}

fn find(args: &TestArgs, rules: &Rules<'_>) -> Result<Found, Failure> {
    let is_rule_file = |path: &Path| path.extension().is_some_and(|extension| extension == "rules");
    let paths: Vec<PathBuf> = args.paths.iter().filter(|path| !is_rule_file(path)).cloned().collect();
    let mut tests = suite::examples(rules.matcher, |rule| rules.named.contains(&rule.name));
    tests.extend(suite::problem_examples(rules.matcher, |problem| rules.named.contains(&problem.name)));
    tests.extend(suite::find(&paths).map_err(Failure::misuse)?);
    if tests.is_empty() {
        let named: Vec<String> = args.paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let help = "a test is an example in a rule file, a Python file with `# fact:` comments, or a golden project";
        return Err(Failure::misuse(format!("there is no test in {}", named.join(" or "))).with_help(help.to_owned()));
    }
    let n_all = tests.len();
    let is_wanted = |name: &str| args.filter.is_empty() || args.filter.iter().any(|part| name.contains(part.as_str()));
    tests.retain(|test| is_wanted(&test.name(rules.matcher)));
    if tests.is_empty() {
        return Err(Failure::misuse(format!("no name of the {n_all} tests contains `{}`", args.filter.join("` or `"))));
    }
    Ok(Found { n_left_out: n_all - tests.len(), tests })
}

fn run_all(args: &TestArgs, tests: &[Test], runners: &[Runner<'_>]) -> Vec<(Test, Result<Tested, RunError>)> {
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let bar = Bar::for_tests(tests.len());
    let results = suite::run_all(tests, runners, jobs, || bar.done());
    tests.iter().cloned().zip(results).collect()
}

/// What the tests gave.
struct Report<'r> {
    /// The engines that the tests ran on.
    engines: Vec<&'static str>,
    matcher: &'r dyn Matcher,
    results: Vec<(Test, Result<Tested, RunError>)>,
    /// Rules that nothing made fire.
    unfired: Vec<&'r RuleHead>,
    /// Tests that were left out.
    n_left_out: usize,
    rewritten: Vec<Rewritten>,
    elapsed: Duration,
}

impl Report<'_> {
    fn n_passed(&self) -> usize {
        self.results.iter().filter(|(_, result)| result.as_ref().is_ok_and(Tested::is_passed)).count()
    }

    /// Tests that failed, and rules that nothing made fire.
    fn n_failed(&self) -> usize {
        self.results.len() - self.n_passed() + self.unfired.len()
    }

    fn exit(&self) -> Exit {
        let is_broken = self.results.iter().any(|(_, result)| result.is_err());
        match self.n_failed() {
            _ if is_broken => Exit::Broken,
            0 => Exit::Done,
            _ => Exit::No,
        }
    }

    fn name(&self, test: &Test) -> String {
        test.name(self.matcher)
    }
}

/// What is wrong with a rule that nothing makes fire.
const UNFIRED: &str = "no test makes this rule fire";
