//! From `aud-rules.toml`, or `[tool.aud-rules]` of a `pyproject.toml`, to what is configured, each value with its place in
//! the text, and to everything that is wrong with it.

mod read;
mod show;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::Level;
use aud_rules_plan::Severity;

pub(crate) use read::read;
pub(crate) use show::{DEFAULT_FAIL_ON, show};

use super::draw::{Drawing, Mark, Note, draw};
use super::problems::Problems;
use super::selection::{PathPattern, Selection, UnknownWord, named};
use super::sources::Text;
use super::suppression::Honored;

/// Name of the file that is only ours.
pub(crate) const OWN_FILE: &str = "aud-rules.toml";

/// Name of the file that we share with other tools.
pub(crate) const SHARED_FILE: &str = "pyproject.toml";

/// A value, with its range in the text that it was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct At<T> {
    /// The value.
    pub(crate) value: T,
    /// Its bytes.
    pub(crate) range: Range<usize>,
}

/// A list of texts.
pub(crate) type Texts = At<Vec<At<String>>>;

/// What is not reported in some files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct PathIgnores {
    /// A pattern of their paths.
    pub(crate) pattern: At<String>,
    /// Words for what is not reported.
    pub(crate) words: Vec<At<String>>,
}

/// What is configured; `None` or empty where nothing is said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Config {
    /// What is scanned when no path is named.
    pub(crate) paths: Option<Texts>,
    /// Files in which nothing is reported.
    pub(crate) exclude: Option<Texts>,
    /// The Python environment.
    pub(crate) python: Option<At<String>>,
    /// Rule files beside those that are built in.
    pub(crate) rules: Option<Texts>,
    /// What is reported.
    pub(crate) select: Option<Texts>,
    /// What of that is not.
    pub(crate) ignore: Option<Texts>,
    /// What is not reported in some files.
    pub(crate) per_path_ignores: Option<At<Vec<PathIgnores>>>,
    /// Test code is looked at too.
    pub(crate) tests: Option<At<bool>>,
    /// The least severity that makes a scan fail.
    pub(crate) fail_on: Option<At<Severity>>,
    /// The findings that are known.
    pub(crate) baseline: Option<At<String>>,
    /// `# nosec` silences.
    pub(crate) nosec: Option<At<bool>>,
    /// `# noqa: S602` silences.
    pub(crate) noqa: Option<At<bool>>,
}

/// Something that is wrong with a configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// What is wrong, in a sentence.
    pub(crate) message: String,
    /// What would be right.
    pub(crate) help: Option<String>,
}

/// A configuration that is in force, and where it was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Found {
    /// What is configured.
    pub(crate) config: Config,
    /// The file; none when nothing is configured.
    pub(crate) path: Option<PathBuf>,
    /// Its text.
    pub(crate) text: String,
}

/// What is asked for on the command line, and comes before what is configured.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked<'a> {
    /// Words of `--select`. They come in the place of all that is selected and ignored by the configuration.
    pub(crate) select: &'a [String],
    /// Words of `--ignore`.
    pub(crate) ignore: &'a [String],
    /// `--tests`.
    pub(crate) has_tests: bool,
}

/// Why there is no selection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum SelectionError {
    /// A word of the command line names nothing.
    Asked(UnknownWord),
    /// Those faults are in the configuration.
    Configured(Vec<Fault>),
}

impl Found {
    /// The folder that paths of the configuration begin at.
    pub(crate) fn folder(&self) -> &Path {
        self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""))
    }

    /// A path of the configuration, from its folder.
    pub(crate) fn located(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }

    /// Which comments of other checkers count.
    pub(crate) fn honored(&self) -> Honored {
        let is_set = |value: &Option<At<bool>>| value.as_ref().is_some_and(|at| at.value);
        Honored { nosec: is_set(&self.config.nosec), noqa: is_set(&self.config.noqa) }
    }

    /// Which problems are reported where.
    ///
    /// # Errors
    ///
    /// When a word names no problem, or a pattern can not be read.
    pub(crate) fn selection(&self, asked: &Asked<'_>, problems: &Problems) -> Result<Selection, SelectionError> {
        let mut faults = Vec::new();
        let configured = self.configured(problems, &mut faults);
        let mut names = match asked.select {
            [] => configured,
            words => asked_names(words, problems)?,
        };
        for name in asked_names(asked.ignore, problems)? {
            names.remove(&name);
        }
        let exclude = items(&self.config.exclude).iter().filter_map(|at| pattern(at, &mut faults)).collect();
        let mut per_path = Vec::new();
        for PathIgnores { pattern: at, words } in self.config.per_path_ignores.iter().flat_map(|at| &at.value) {
            let names = configured_names(words, problems, &mut faults);
            per_path.extend(pattern(at, &mut faults).map(|pattern| (pattern, names)));
        }
        if !faults.is_empty() {
            return Err(SelectionError::Configured(faults));
        }
        let has_tests = asked.has_tests || self.config.tests.as_ref().is_some_and(|at| at.value);
        Ok(Selection { problems: names, exclude, per_path, has_tests })
    }

    /// The problems of `select` without those of `ignore`.
    fn configured(&self, problems: &Problems, faults: &mut Vec<Fault>) -> BTreeSet<String> {
        let mut names = match &self.config.select {
            Some(words) => configured_names(&words.value, problems, faults),
            None => problems.all().iter().map(|problem| problem.name.clone()).collect(),
        };
        for name in configured_names(items(&self.config.ignore), problems, faults) {
            names.remove(&name);
        }
        names
    }

    /// The faults, each drawn under the text.
    pub(crate) fn draw(&self, faults: &[Fault], is_colored: bool) -> String {
        let path = self.path.as_deref().unwrap_or(Path::new(OWN_FILE)).display().to_string();
        let text = Text::new(self.text.clone());
        let drawn: Vec<String> = faults.iter().map(|fault| draw_fault(fault, &path, &text, is_colored)).collect();
        drawn.join("\n")
    }
}

fn draw_fault(fault: &Fault, path: &str, text: &Text, is_colored: bool) -> String {
    let line = 1 + text.text[..fault.range.start].matches('\n').count() as u32;
    let mark = Mark { path: path.to_owned(), text: Some(text), line, range: fault.range.clone(), label: String::new() };
    let notes = fault.help.iter().map(|help| Note::Help(help.clone())).collect();
    draw(&Drawing { level: Level::ERROR, id: "", title: &fault.message, marks: vec![mark], notes }, is_colored)
}

/// The items of a list that may not be there.
pub(crate) fn items(list: &Option<Texts>) -> &[At<String>] {
    list.as_ref().map_or(&[], |at| &at.value)
}

fn asked_names(words: &[String], problems: &Problems) -> Result<BTreeSet<String>, SelectionError> {
    let mut names = BTreeSet::new();
    for word in words {
        names.extend(named(word, problems).map_err(SelectionError::Asked)?.into_iter().map(str::to_owned));
    }
    Ok(names)
}

fn configured_names(words: &[At<String>], problems: &Problems, faults: &mut Vec<Fault>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for At { value, range } in words {
        match named(value, problems) {
            Ok(found) => names.extend(found.into_iter().map(str::to_owned)),
            Err(UnknownWord { message, help }) => faults.push(Fault { range: range.clone(), message, help }),
        }
    }
    names
}

fn pattern(at: &At<String>, faults: &mut Vec<Fault>) -> Option<PathPattern> {
    match PathPattern::new(&at.value) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            let message = format!("`{}` is no pattern of paths: {why}", at.value);
            faults.push(Fault { range: at.range.clone(), message, help: None });
            None
        }
    }
}
