//! From the index as an earlier run left it to the findings that are new since then.
//!
//! A finding is known by its fingerprint, as in a baseline. What is wrong with comments is in no index: it is known where
//! the file is the same.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::baseline::Baseline;
use super::finding::{Finding, Standing};
use super::load::IndexedFile;
use super::problems::{INVALID_SUPPRESSION, UNUSED_SUPPRESSION};

/// What an earlier run found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Before {
    findings: Baseline,
    /// Hashes of the files, by path.
    files: BTreeMap<String, String>,
}

impl Before {
    /// What the index has.
    ///
    /// # Errors
    ///
    /// When the database can not be read, or is no index.
    pub(crate) fn load(database: &Connection) -> rusqlite::Result<Self> {
        let mut statement = database.prepare("SELECT fingerprint FROM findings")?;
        let fingerprints = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let mut statement = database.prepare("SELECT file, sha256 FROM files")?;
        let files =
            statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?.unwrap_or_default())))?;
        Ok(Before { findings: Baseline::of(fingerprints), files: files.collect::<rusqlite::Result<_>>()? })
    }

    /// Leaves what is new among all findings of the index and those about comments; `files` are those of today. How many
    /// open ones were known.
    pub(crate) fn leave_new(&self, findings: &mut Vec<Finding>, files: &[IndexedFile]) -> usize {
        let today: BTreeMap<&str, &str> = files.iter().map(|file| (&*file.file, &*file.sha256)).collect();
        let is_same = |file: &str| self.files.get(file).is_some_and(|before| today.get(file) == Some(&&**before));
        let is_about_comment =
            |finding: &Finding| [INVALID_SUPPRESSION, UNUSED_SUPPRESSION].contains(&&*finding.problem);
        let mut left = self.findings.clone();
        let mut n_known = 0;
        findings.retain(|finding| {
            let is_known = match is_about_comment(finding) {
                true => is_same(&finding.place.file),
                false => left.take(&finding.fingerprint),
            };
            n_known += usize::from(is_known && finding.standing == Standing::Open);
            !is_known
        });
        n_known
    }
}
