//! What is written down of each file and of the run, so that the next run can tell what it need not do again.

use aud_rules_plan::RuleId;
use serde::{Deserialize, Serialize};

use super::Effort;
use super::store::Extent;
use crate::input::stamp::FileStamp;
use crate::input::text::Category;

/// What is known of a file after a run.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FileRecord {
    /// What the file system said of it before it was read; none when it said nothing.
    pub stamp: Option<FileStamp>,
    /// Lower-case hexadecimal SHA-256 of its bytes; none when they could not be read.
    pub sha256: Option<String>,
    /// What it is for.
    pub category: Category,
    /// Where its segment stands.
    pub extent: Extent,
    /// Changes when what other files may ask about it changes.
    pub interface_hash: u64,
    /// Of what other files told of its values when it was examined; 0 when that was nothing.
    pub learned: u64,
    /// How its rows were settled.
    pub settled: SettledRecord,
    /// Changes when its calls and classes, as the database has them, change.
    pub relations: u64,
    /// Number of its lines.
    pub n_lines: u64,
    /// Number of its bytes.
    pub n_bytes: u64,
    /// What it cost to examine.
    pub effort: Effort,
}

/// How the rows of a file were settled.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SettledRecord {
    /// Of the answers to its questions; none when it asked none.
    pub answers: Option<u64>,
    /// The modules whose interfaces were looked at for the answers, sorted.
    pub read: Vec<PathHash>,
    /// It asks what values can be, which depends on all files.
    pub asks_values: bool,
    /// Rows of each rule in the database; rules without a row are left out.
    pub rows: Vec<(RuleId, u64)>,
}

/// A hash of a module's path. Two paths with one hash cost a needless look, and nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct PathHash(u32);

impl PathHash {
    /// The hash of a path below the root.
    pub fn of(path: &str) -> PathHash {
        use std::hash::Hasher;
        let mut hasher = rustc_hash::FxHasher::default();
        hasher.write(path.as_bytes());
        let hash = hasher.finish();
        PathHash((hash ^ (hash >> 32)) as u32)
    }
}

/// What is known of a run as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RunRecord {
    /// Name of the file of segments.
    pub segments: String,
    /// Number of its bytes.
    pub segments_len: u64,
    /// Of the paths that could not be looked at.
    pub path_errors: u64,
    /// Of the places in the project that the names of rules lead to.
    pub targets: u64,
    /// Packages that counted as named when files were examined; none when all did.
    pub mentions: Option<Vec<String>>,
    /// Problems were looked for, and the tables of findings have what was found in these files.
    pub has_findings: bool,
}
