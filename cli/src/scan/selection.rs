//! From words such as `sql_injection`, `CWE-89`, `high` and `injection` to the problems that they name.

use std::collections::BTreeSet;

use aud_rules_plan::{Problem, Severity};
use globset::{GlobBuilder, GlobMatcher};

use super::problems::{Problems, cwe};
use crate::nearest::did_you_mean;

/// Names every problem.
const ALL: &str = "all";

/// A word that names no problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct UnknownWord {
    /// What is wrong, in a sentence.
    pub(crate) message: String,
    /// Words that were probably meant.
    pub(crate) help: Option<String>,
}

/// The names of the problems that a word names: a problem, a CWE, a severity, a tag (also without what stands behind its
/// colon, as in `A03` for `A03:2021`), or `all`.
///
/// # Errors
///
/// When it names none.
pub(crate) fn named<'p>(word: &str, problems: &'p Problems) -> Result<BTreeSet<&'p str>, UnknownWord> {
    let is_severity = Severity::ALL.iter().any(|severity| severity.word() == word);
    let is_named = |problem: &&Problem| {
        word == ALL
            || problem.name == word
            || problem.severity.word() == word
            || problem.tags.iter().any(|tag| is_tag(tag, word))
    };
    let found: BTreeSet<&str> = problems.all().iter().filter(is_named).map(|problem| &*problem.name).collect();
    if !found.is_empty() || is_severity {
        return Ok(found);
    }
    if let Some(number) = cwe(word) {
        let message = format!("no problem is of the weakness CWE-{number}");
        return Err(UnknownWord { message, help: None });
    }
    let severities = Severity::ALL.iter().map(|severity| severity.word());
    let of_problem =
        |problem: &'p Problem| std::iter::once(&*problem.name).chain(problem.tags.iter().map(|tag| &**tag));
    let help = did_you_mean(word, problems.all().iter().flat_map(of_problem).chain(severities));
    Err(UnknownWord { message: format!("there is no problem, severity or tag `{word}`"), help })
}

fn is_tag(tag: &str, word: &str) -> bool {
    let short = tag.split(':').next().unwrap_or(tag);
    tag.eq_ignore_ascii_case(word) || short.eq_ignore_ascii_case(word)
}

/// A pattern of paths, as in ignore files: `*` stays in one directory, `**` crosses them, and a directory means all below it.
#[derive(Clone, Debug)]
pub(crate) struct PathPattern {
    itself: GlobMatcher,
    below: GlobMatcher,
}

impl PathPattern {
    /// Reads a pattern of paths below the folder that it is written for.
    ///
    /// # Errors
    ///
    /// When it can not be read; the text says why.
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
        let glob = |pattern: &str| {
            let built = GlobBuilder::new(pattern).literal_separator(true).build();
            built.map(|glob| glob.compile_matcher()).map_err(|error| error.kind().to_string())
        };
        Ok(PathPattern { itself: glob(pattern)?, below: glob(&format!("{pattern}/**"))? })
    }

    /// The path is meant.
    pub(crate) fn is_match(&self, path: &str) -> bool {
        self.itself.is_match(path) || self.below.is_match(path)
    }
}

/// Which problems are reported in which files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Names of the problems.
    pub(crate) problems: BTreeSet<String>,
    /// Files in which nothing is reported.
    pub(crate) exclude: Vec<PathPattern>,
    /// Problems that are not reported in some files.
    pub(crate) per_path: Vec<(PathPattern, BTreeSet<String>)>,
    /// Test code is looked at too.
    pub(crate) has_tests: bool,
}

impl Selection {
    /// Findings in that file are looked at. `path` leads from the folder of the configuration to it.
    pub(crate) fn takes_file(&self, path: &str, category: &str) -> bool {
        (self.has_tests || category != "test") && !self.exclude.iter().any(|pattern| pattern.is_match(path))
    }

    /// That problem is reported in that file.
    pub(crate) fn takes(&self, problem: &str, path: &str) -> bool {
        let is_ignored = |(pattern, problems): &(PathPattern, BTreeSet<String>)| {
            problems.contains(problem) && pattern.is_match(path)
        };
        self.problems.contains(problem) && !self.per_path.iter().any(is_ignored)
    }
}
