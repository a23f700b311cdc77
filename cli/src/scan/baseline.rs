//! From findings to a baseline, a file of those that are known, and from a baseline to the findings that are new.
//!
//! A finding is known by its fingerprint, which stays when lines move and files are renamed, so that a baseline has no
//! lines. How often one comes is counted: a second one like the first is new.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::finding::{Finding, Standing};

/// The form of the file that this program writes and reads.
const VERSION: u64 = 1;

/// The findings that are known, by fingerprint.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Baseline {
    counts: BTreeMap<String, u64>,
}

/// How findings compare with a baseline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Compared {
    /// Findings that it has.
    pub(crate) n_known: usize,
    /// Findings of the baseline that are there no more.
    pub(crate) n_gone: usize,
}

impl Baseline {
    /// Reads what [`write`] has written.
    ///
    /// # Errors
    ///
    /// When it has written something else; the text says what.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let document: Value = serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
        match document["version"].as_u64() {
            Some(VERSION) => {}
            Some(other) => return Err(format!("it has version {other}, and this program reads version {VERSION}")),
            None => return Err("it has no `version`".to_owned()),
        }
        let entries = document["findings"].as_array().ok_or("it has no list `findings`")?;
        let mut counts = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let fingerprint = entry["fingerprint"].as_str();
            let fingerprint = fingerprint.ok_or_else(|| format!("entry {} has no `fingerprint`", at + 1))?;
            let count = match &entry["count"] {
                Value::Null => 1,
                count => count.as_u64().ok_or_else(|| format!("`count` of entry {} is no number", at + 1))?,
            };
            *counts.entry(fingerprint.to_owned()).or_default() += count;
        }
        Ok(Baseline { counts })
    }

    /// The findings of these fingerprints.
    pub(crate) fn of(fingerprints: impl IntoIterator<Item = String>) -> Self {
        let mut counts = BTreeMap::new();
        for fingerprint in fingerprints {
            *counts.entry(fingerprint).or_default() += 1;
        }
        Baseline { counts }
    }

    /// It has a finding of that fingerprint; one less from then on.
    pub(crate) fn take(&mut self, fingerprint: &str) -> bool {
        match self.counts.get_mut(fingerprint).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                true
            }
            None => false,
        }
    }

    /// Marks the open findings that it has.
    pub(crate) fn mark(&self, findings: &mut [Finding]) -> Compared {
        let mut left = self.clone();
        let mut compared = Compared::default();
        for finding in findings.iter_mut().filter(|finding| finding.standing == Standing::Open) {
            if left.take(&finding.fingerprint) {
                finding.standing = Standing::InBaseline;
                compared.n_known += 1;
            }
        }
        compared.n_gone = left.counts.values().sum::<u64>() as usize;
        compared
    }
}

/// The open findings as a baseline. What stands there beside the fingerprint is for people who read its changes.
pub(crate) fn write(findings: &[Finding]) -> String {
    let mut known: BTreeMap<(&str, &str, &str), (&str, u64)> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.standing == Standing::Open) {
        let key = (&*finding.place.file, &*finding.problem, &*finding.fingerprint);
        known.entry(key).or_insert((&finding.message, 0)).1 += 1;
    }
    let entries: Vec<Value> = known
        .into_iter()
        .map(|((file, problem, fingerprint), (message, count))| {
            json!({ "fingerprint": fingerprint, "problem": problem, "file": file, "message": message, "count": count })
        })
        .collect();
    let document = json!({ "version": VERSION, "findings": entries });
    serde_json::to_string_pretty(&document).expect("texts and numbers are JSON") + "\n"
}
