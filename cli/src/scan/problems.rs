//! The problems that can be found, by name: those that rules declare, and those of the comments that silence others.

use std::collections::BTreeMap;

use aud_rules_plan::{Detection, Problem, RuleLine, Severity};

/// A comment that silences a finding is written wrongly.
pub(crate) const INVALID_SUPPRESSION: &str = "invalid_suppression";

/// A comment silences nothing.
pub(crate) const UNUSED_SUPPRESSION: &str = "unused_suppression";

/// Every problem that a scan can report.
pub(crate) struct Problems {
    all: Vec<Problem>,
    by_name: BTreeMap<String, usize>,
}

impl Problems {
    /// Those that rules declare, in that order, and behind them those of comments.
    pub(crate) fn new(declared: &[Problem]) -> Self {
        let mut all = declared.to_vec();
        all.extend(of_suppressions());
        let by_name = all.iter().enumerate().rev().map(|(at, problem)| (problem.name.clone(), at)).collect();
        Problems { all, by_name }
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Problem] {
        &self.all
    }

    /// The problem of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Problem> {
        self.by_name.get(name).map(|&at| &self.all[at])
    }

    /// Its place among all of them.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The tags of the problem of that name.
    pub(crate) fn tags(&self, name: &str) -> &[String] {
        self.get(name).map_or(&[], |problem| &problem.tags)
    }

    /// The numbers of its CWE tags.
    pub(crate) fn cwes(&self, name: &str) -> impl Iterator<Item = u32> {
        self.tags(name).iter().filter_map(|tag| cwe(tag))
    }
}

/// The number of a tag such as `CWE-89`.
pub(crate) fn cwe(tag: &str) -> Option<u32> {
    let prefix = tag.get(..4)?;
    prefix.eq_ignore_ascii_case("CWE-").then(|| tag[4..].parse().ok())?
}

/// The first paragraph of a Markdown text, on one line.
pub(crate) fn first_paragraph(text: &str) -> String {
    let lines = text.trim().lines().map(str::trim).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn of_suppressions() -> [Problem; 2] {
    let problem = |name: &str, severity, doc: &str, help: &str| Problem {
        name: name.to_owned(),
        doc: doc.to_owned(),
        tags: vec!["suppression".to_owned()],
        severity,
        detection: Detection::Rule,
        message: String::new(),
        help: help.to_owned(),
        at: RuleLine::default(),
    };
    [
        problem(
            INVALID_SUPPRESSION,
            Severity::Low,
            "A comment that should silence a finding is written wrongly, and silences nothing.",
            "Write `# aud: ignore[sql_injection] reason`: the problems in brackets, and behind them why they are none here.",
        ),
        problem(
            UNUSED_SUPPRESSION,
            Severity::Info,
            "A comment silences a problem that is not found there.",
            "Remove the comment, or the name from its brackets.",
        ),
    ]
}
