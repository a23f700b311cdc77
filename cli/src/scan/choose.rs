//! From all findings of an index to those that are asked for, with those that comments silence marked, and with what is wrong
//! with the comments.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, sort};
use super::load::IndexedFile;
use super::problems::Problems;
use super::selection::Selection;
use super::sources::Sources;
use super::suppression::{Honored, Suppressions, number_equal};

/// By what findings are chosen.
pub(crate) struct Choice<'c> {
    /// What is reported where.
    pub(crate) selection: &'c Selection,
    /// Which comments of other checkers count.
    pub(crate) honored: Honored,
    /// Leads from the folder of the configuration to the indexed root; empty, or ends in `/`.
    pub(crate) below: &'c str,
}

/// What was chosen.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    /// The findings, in the order in which they are shown.
    pub(crate) findings: Vec<Finding>,
    /// Number of files that were looked at.
    pub(crate) n_files: usize,
    /// Number of files with tests that were not.
    pub(crate) n_tests_left_out: usize,
}

/// Chooses among the findings in these files.
pub(crate) fn choose(
    findings: Vec<Finding>,
    files: &[IndexedFile],
    choice: &Choice<'_>,
    problems: &Problems,
    sources: &Sources,
) -> Chosen {
    let Choice { selection, honored, below } = *choice;
    // A query can report a place that is in no indexed file.
    let mut by_file: BTreeMap<String, (&str, Vec<Finding>)> =
        files.iter().map(|file| (file.file.clone(), (&*file.category, Vec::new()))).collect();
    for finding in findings {
        by_file.entry(finding.place.file.clone()).or_default().1.push(finding);
    }
    let is_test = |file: &IndexedFile| !selection.has_tests && file.category == "test";
    let tests: BTreeSet<&str> = files.iter().filter(|file| is_test(file)).map(|file| &*file.file).collect();
    let mut chosen = Chosen::default();
    for (file, (category, mut here)) in by_file {
        let path = format!("{below}{file}");
        if !selection.takes_file(&path, category) {
            chosen.n_tests_left_out += usize::from(category == "test" && !selection.has_tests);
            continue;
        }
        chosen.n_files += 1;
        here.retain(|finding| selection.takes(&finding.problem, &path));
        let text = sources.text_once(&file).unwrap_or_default();
        let mut suppressions = Suppressions::of(&file, &text, problems, honored);
        suppressions.silence(here.iter_mut(), problems);
        // Data that only tests hand over is none of the code. A comment about it is not called unused all the same.
        here.retain(|finding| !finding.places().any(|place| tests.contains(&*place.file)));
        let about_comments = suppressions.findings(|problem| selection.takes(problem, &path));
        here.extend(about_comments.into_iter().filter(|finding| selection.takes(&finding.problem, &path)));
        chosen.findings.extend(here);
    }
    sort(&mut chosen.findings);
    number_equal(&mut chosen.findings);
    chosen
}
