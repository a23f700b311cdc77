//! From a path to what the file system says of the file without reading it, so that an unchanged file need not be read.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// A file that was changed in the last so many nanoseconds before it was read may change again without a new time.
const RACY_WITHIN: i64 = 2_000_000_000;

/// What the file system says of a file without reading it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct FileStamp {
    /// When it was changed last, in nanoseconds since 1970; 0 when that must not be relied on.
    pub modified: i64,
    /// Number of bytes.
    pub size: u64,
    /// Number of the file in its file system, where it has one.
    pub inode: u64,
}

impl FileStamp {
    /// The stamp of a file that is read after this; none when the system does not tell.
    pub fn before_reading(path: &Path) -> Option<FileStamp> {
        let stamp = FileStamp::of(path)?;
        let now = nanoseconds(SystemTime::now())?;
        let is_racy = now - stamp.modified < RACY_WITHIN;
        Some(FileStamp { modified: if is_racy { 0 } else { stamp.modified }, ..stamp })
    }

    /// What the system says of a file; none when it does not tell.
    pub fn of(path: &Path) -> Option<FileStamp> {
        let metadata = fs::metadata(path).ok()?;
        let modified = metadata.modified().ok().and_then(nanoseconds)?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&metadata);
        #[cfg(not(unix))]
        let inode = 0;
        Some(FileStamp { modified, size: metadata.len(), inode })
    }

    /// The file is as it was, as far as that can be told without reading it.
    pub fn is_as(&self, before: &FileStamp) -> bool {
        self.modified != 0 && self == before
    }
}

fn nanoseconds(time: SystemTime) -> Option<i64> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_nanos()).ok()
}
