//! From paths to the tests that stand there, and from a test to its outcome on one engine or on several.
//!
//! Below a path are tests
//!
//! * the examples of the rules and problems that are tested;
//! * each golden project: a folder with a folder [`FACTS_FOLDER`] that is empty or holds `.jsonl` files;
//! * each annotated Python file ([`super::annotations`]) by itself; but files that belong to a package (their folder has an
//!   `__init__.py`) are one test together with everything below the folder that holds the outermost package, so that they
//!   can import each other.
//!
//! What [`crate::input::discover`] leaves out is left out here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::annotations::read_annotations;
use super::golden::Rewritten;
use super::runner::{FACTS_FOLDER, Outcome, RunError, Runner};
use super::{Claims, Difference, findings};
use crate::input::discover::{DiscoverError, FoundFile, discover};
use crate::rules::matcher::Matcher;
use aud_rules_plan::{Problem, ProblemId, RuleHead, RuleId};

/// Something that passes or fails.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Test {
    /// An example that stands in a rule.
    Example {
        /// The rule.
        rule: RuleId,
        /// Index of the example.
        example: usize,
    },
    /// An example that stands in a problem.
    ProblemExample {
        /// The problem.
        problem: ProblemId,
        /// Index of the example.
        example: usize,
    },
    /// An annotated Python file, or a folder of them.
    Annotated(PathBuf),
    /// A project with golden rows.
    Golden(PathBuf),
}

impl Test {
    /// The kind of test, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Test::Example { .. } | Test::ProblemExample { .. } => "example",
            Test::Annotated(_) => "annotated",
            Test::Golden(_) => "golden",
        }
    }

    /// What it is called; no two tests are called alike.
    pub fn name(&self, matcher: &dyn Matcher) -> String {
        match self {
            Test::Example { rule, example } => {
                let head = &matcher.rules()[rule.index()];
                format!("{}:{} {}", head.at.file, matcher.examples(*rule)[*example].line, head.name)
            }
            Test::ProblemExample { problem, example } => {
                let head = &matcher.problems()[problem.index()];
                format!("{}:{} {}", head.at.file, matcher.problem_examples(*problem)[*example].line, head.name)
            }
            Test::Annotated(path) | Test::Golden(path) => path.display().to_string(),
        }
    }

    /// The file or folder that it stands in.
    pub fn path(&self, matcher: &dyn Matcher) -> PathBuf {
        match self {
            Test::Example { rule, .. } => PathBuf::from(&matcher.rules()[rule.index()].at.file),
            Test::ProblemExample { problem, .. } => PathBuf::from(&matcher.problems()[problem.index()].at.file),
            Test::Annotated(path) | Test::Golden(path) => path.clone(),
        }
    }
}

/// The examples of the rules for which `is_tested` holds.
pub fn examples(matcher: &dyn Matcher, is_tested: impl Fn(&RuleHead) -> bool) -> Vec<Test> {
    let heads = matcher.rules().iter().enumerate();
    let tested = heads.filter(|(_, head)| is_tested(head)).map(|(rule, _)| RuleId::at(rule));
    let of_rule = |rule| (0..matcher.examples(rule).len()).map(move |example| Test::Example { rule, example });
    tested.flat_map(of_rule).collect()
}

/// The examples of the problems for which `is_tested` holds; none as long as nothing is found.
pub fn problem_examples(matcher: &dyn Matcher, is_tested: impl Fn(&Problem) -> bool) -> Vec<Test> {
    let heads = matcher.problems().iter().enumerate().filter(|_| findings::ARE_MADE);
    let tested = heads.filter(|(_, head)| is_tested(head)).map(|(problem, _)| ProblemId::at(problem));
    let of_problem = |problem| {
        let examples = 0..matcher.problem_examples(problem).len();
        examples.map(move |example| Test::ProblemExample { problem, example })
    };
    tested.flat_map(of_problem).collect()
}

/// The tests on disk below the paths, sorted. A Python file that is named itself is a test whatever it holds.
///
/// # Errors
///
/// When a path is not there.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Test>, DiscoverError> {
    let mut tests = BTreeSet::new();
    for path in paths {
        let discovery = discover(std::slice::from_ref(path))?;
        let is_named = path.is_file();
        for FoundFile { absolute, real, .. } in &discovery.files {
            // Shown as the path was named, not as it was resolved.
            let shown = match absolute.strip_prefix(&discovery.root) {
                Ok(below) if !is_named => without_dot(path.join(below)),
                _ => path.clone(),
            };
            if let Some(project) = golden_above(&shown, &without_dot(path.clone())) {
                tests.insert(Test::Golden(project));
            } else if is_named || is_annotated(real) {
                tests.insert(Test::Annotated(home(&shown, absolute)));
            }
        }
    }
    let together: Vec<PathBuf> = tests.iter().filter_map(folder_of).map(Path::to_owned).collect();
    tests.retain(|test| match test {
        Test::Annotated(file) => !together.iter().any(|folder| file != folder && file.starts_with(folder)),
        Test::Golden(_) | Test::Example { .. } | Test::ProblemExample { .. } => true,
    });
    Ok(tests.into_iter().collect())
}

/// The path without the `./` of the current folder.
fn without_dot(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map_or(path.clone(), Path::to_owned)
}

fn folder_of(test: &Test) -> Option<&Path> {
    match test {
        Test::Annotated(path) if path.is_dir() => Some(path),
        _ => None,
    }
}

/// The golden project that holds the file, looked for no further up than `top`.
fn golden_above(file: &Path, top: &Path) -> Option<PathBuf> {
    let folders = file.ancestors().skip(1).take_while(|folder| folder.starts_with(top));
    folders.filter(|folder| is_golden(folder)).last().map(named)
}

fn is_golden(folder: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(folder.join(FACTS_FOLDER)) else { return false };
    entries.all(|entry| entry.is_ok_and(|entry| entry.path().extension().is_some_and(|extension| extension == "jsonl")))
}

fn is_annotated(file: &Path) -> bool {
    let Ok(bytes) = fs::read(file) else { return false };
    let Claims { claims, malformed, .. } = read_annotations(&String::from_utf8_lossy(&bytes), &[]);
    !claims.is_empty() || !malformed.is_empty()
}

/// What is indexed for a file: itself, or the folder that holds its outermost package.
fn home(shown: &Path, absolute: &Path) -> PathBuf {
    let folders = absolute.ancestors().skip(1);
    let n_packages = folders.take_while(|folder| folder.join("__init__.py").is_file()).count();
    if n_packages == 0 {
        return shown.to_owned();
    }
    let goes_up = shown.components().any(|part| part == Component::ParentDir);
    let nth = |path: &Path| path.ancestors().nth(n_packages + 1).map(named);
    let as_shown = if goes_up { None } else { nth(shown) };
    as_shown.or_else(|| nth(absolute)).unwrap_or_else(|| shown.to_owned())
}

/// The folder by a name that can be opened: that of the current one is `.`.
fn named(folder: &Path) -> PathBuf {
    if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() }
}

/// What came of a test.
pub struct Tested {
    /// The test.
    pub test: Test,
    /// What the first engine gave.
    pub outcome: Outcome,
    /// Where other engines differ from what is claimed, or from the first one: which engine, by its index, and how.
    pub elsewhere: Vec<(usize, Vec<Difference>)>,
    /// How long it took, on all engines.
    pub elapsed: std::time::Duration,
}

impl Tested {
    /// Nothing differs anywhere.
    pub fn is_passed(&self) -> bool {
        self.outcome.differences.is_empty() && self.elsewhere.is_empty()
    }
}

/// Runs one test on each engine.
///
/// # Errors
///
/// When it can not be run.
pub fn run(test: &Test, engines: &[Runner<'_>]) -> Result<Tested, RunError> {
    let start = std::time::Instant::now();
    let run_on = |engine: &Runner<'_>| match test {
        Test::Example { rule, example } => engine.check_example(*rule, *example),
        Test::ProblemExample { problem, example } => engine.check_problem_example(*problem, *example),
        Test::Annotated(path) => engine.check_annotated(path),
        Test::Golden(path) => engine.check_golden(path),
    };
    let [first, others @ ..] = engines else { return Err(RunError::NoEngine) };
    let outcome = run_on(first)?;
    let mut elsewhere = Vec::new();
    for (index, engine) in others.iter().enumerate() {
        let other = run_on(engine)?;
        let mut differences = engine.hold_against(&other.rows, &outcome.rows);
        if differences.is_empty() && outcome.differences.is_empty() {
            differences = other.differences;
        }
        if !differences.is_empty() {
            elsewhere.push((index + 1, differences));
        }
    }
    Ok(Tested { test: test.clone(), outcome, elsewhere, elapsed: start.elapsed() })
}

/// Runs tests on several threads; gives their outcomes in the order of the tests. `done` is told of each, as they end.
pub fn run_all(
    tests: &[Test],
    engines: &[Runner<'_>],
    jobs: usize,
    done: impl Fn() + Sync,
) -> Vec<Result<Tested, RunError>> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(tests.len()));
    thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, tests.len().max(1)) {
            scope.spawn(|| {
                while let Some((index, test)) = take(&next, tests) {
                    let result = run(test, engines);
                    results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
                    done();
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'t>(next: &AtomicUsize, tests: &'t [Test]) -> Option<(usize, &'t Test)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    tests.get(index).map(|test| (index, test))
}

/// Writes the rows of every golden project among the tests as its goldens.
///
/// # Errors
///
/// When a project can not be indexed, or a golden file can not be written.
pub fn accept(tests: &[Test], runner: &Runner<'_>) -> Result<Vec<Rewritten>, RunError> {
    let mut rewritten = Vec::new();
    for test in tests {
        if let Test::Golden(project) = test {
            rewritten.extend(runner.accept_golden(project)?);
        }
    }
    Ok(rewritten)
}
