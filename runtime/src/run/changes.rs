//! From the files of today and the records of the run before to what there is to do.

use rustc_hash::FxHashMap;

use crate::input::discover::FoundFile;
use crate::input::stamp::FileStamp;
use crate::segment::record::FileRecord;

/// What is to be done with the file at one place of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// Its segment may be used again.
    Keep,
    /// It was read, and its bytes are the same: its segment may be used again.
    Same,
    /// Its bytes are others, or it has to be read to know.
    Read,
    /// It was not there before.
    New,
}

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// For each file of today.
    pub(super) files: Vec<(Change, Option<FileStamp>)>,
    /// Paths that were there before and are no more, in order.
    pub(super) removed: Vec<String>,
}

impl Changes {
    /// Compares `files`, which are sorted by path, with the records of the run before, by path. Stamps are relied on
    /// unless everything is to be verified.
    pub(super) fn between(files: &[FoundFile], before: &FxHashMap<String, FileRecord>, verifies: bool) -> Changes {
        let change = |file: &FoundFile| {
            let stamp = FileStamp::before_reading(&file.real);
            let change = match (before.get(&file.path), &stamp) {
                (None, _) => Change::New,
                (Some(record), Some(stamp)) if !verifies && record.stamp.is_some_and(|before| stamp.is_as(&before)) => {
                    Change::Keep
                }
                (Some(_), _) => Change::Read,
            };
            (change, stamp)
        };
        let mut removed: Vec<String> = before
            .keys()
            .filter(|path| files.binary_search_by(|file| file.path.as_str().cmp(path)).is_err())
            .cloned()
            .collect();
        removed.sort_unstable();
        Changes { files: files.iter().map(change).collect(), removed }
    }

    /// Number of files that are new, gone or others.
    pub(super) fn n_changed(&self) -> usize {
        let is_changed = |change| matches!(change, Change::Read | Change::New);
        self.removed.len() + self.files.iter().filter(|&&(change, _)| is_changed(change)).count()
    }

    /// The list of files is another one than before.
    pub(super) fn list_changed(&self) -> bool {
        !self.removed.is_empty() || self.files.iter().any(|(change, _)| *change == Change::New)
    }
}
