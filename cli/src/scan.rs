//! From a database of findings to what is said of them: the findings are loaded, chosen, silenced where the code or a
//! baseline says so, and written in one of several forms. Nothing here indexes or speaks to a terminal; that is for the
//! commands.

pub(crate) mod baseline;
pub(crate) mod changed;
pub(crate) mod choose;
pub(crate) mod config;
pub(crate) mod draw;
pub(crate) mod finding;
pub(crate) mod format;
pub(crate) mod load;
pub(crate) mod problems;
pub(crate) mod selection;
pub(crate) mod since;
pub(crate) mod sources;
pub(crate) mod suppression;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use aud_rules_plan::Severity;

use finding::{Finding, Standing};
use problems::Problems;
use sources::Sources;

/// The outcome of a scan, as the formats take it.
pub(crate) struct Scanned {
    /// The findings that are in force or silenced, by place.
    pub(crate) findings: Vec<Finding>,
    /// What can be found.
    pub(crate) problems: Problems,
    /// The text of the files.
    pub(crate) sources: Sources,
}

impl Scanned {
    /// The findings that nobody has silenced.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.standing == Standing::Open)
    }

    /// How many of the open findings have each severity.
    pub(crate) fn by_severity(&self) -> BTreeMap<Severity, usize> {
        let mut counts = BTreeMap::new();
        for finding in self.open() {
            *counts.entry(finding.severity).or_default() += 1;
        }
        counts
    }

    /// Some open finding is as severe as that, or more.
    pub(crate) fn has_as_severe(&self, least: Severity) -> bool {
        self.open().any(|finding| finding.severity >= least)
    }
}

/// `1 finding`, `2 findings`.
pub(crate) fn counted(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}
