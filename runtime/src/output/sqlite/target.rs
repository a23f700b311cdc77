//! The place of a database: a temporary file beside it that takes its name in the end, or leaves without a trace.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::claim::{Claim, directory_of};
use super::{APPLICATION_ID, StoreError};

/// First bytes of every SQLite file.
const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Where the header of a SQLite file holds its application id.
const APPLICATION_ID_AT: usize = 68;

/// Ending of temporary files.
pub(super) const TEMPORARY: &str = ".tmp";

/// A target path with the temporary file that will take its place. The file is removed when this is dropped.
pub(super) struct Target {
    path: PathBuf,
    temporary: NamedTempFile,
}

impl Target {
    /// Makes the temporary file beside the database of the claim.
    pub(super) fn beside(claim: &Claim) -> Result<Self, StoreError> {
        let path = claim.path().to_owned();
        match claim.temporary() {
            Ok(temporary) => Ok(Target { path, temporary }),
            Err(error) => Err(StoreError::Unwritable { path, reason: error.to_string() }),
        }
    }

    /// The temporary file.
    pub(super) fn temporary(&self) -> &Path {
        self.temporary.path()
    }

    /// Writes what the temporary file begins as.
    pub(super) fn fill(&self, bytes: &[u8]) -> Result<(), StoreError> {
        let written = fs::write(self.temporary(), bytes);
        written.map_err(|error| StoreError::Unwritable { path: self.path.clone(), reason: error.to_string() })
    }

    /// Gives the temporary file the target's name, once it is on disk when it is to be kept.
    pub(super) fn publish(self, is_kept: bool) -> Result<(), StoreError> {
        let Target { path, temporary } = self;
        let unwritable = |error: io::Error| StoreError::Unwritable { path: path.clone(), reason: error.to_string() };
        if is_kept {
            temporary.as_file().sync_all().map_err(unwritable)?;
        }
        // Journals of the old database would be taken for journals of the new one. What one of a killed writer had to say
        // was done when this one began.
        for ending in ["-journal", "-wal", "-shm"] {
            let mut journal = path.clone().into_os_string();
            journal.push(ending);
            let _ = fs::remove_file(journal);
        }
        temporary.persist(&path).map_err(|error| unwritable(error.error))?;
        if is_kept {
            // The file is complete; only its name could be lost now, and not every system can bring that to disk.
            let _ = File::open(directory_of(&path)).and_then(|directory| directory.sync_all());
        }
        Ok(())
    }
}

/// Refuses a path that holds anything but a database of this program or an empty file.
pub(super) fn check_replaceable(path: &Path) -> Result<(), StoreError> {
    let foreign = || StoreError::Foreign { path: path.to_owned() };
    let unwritable = |error: io::Error| StoreError::Unwritable { path: path.to_owned(), reason: error.to_string() };
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unwritable(error)),
        Ok(metadata) if metadata.is_dir() => {
            return Err(StoreError::Unwritable { path: path.to_owned(), reason: "it is a directory".to_owned() });
        }
        Ok(metadata) if !metadata.is_file() => return Err(foreign()),
        Ok(_) => {}
    }
    let mut header = Vec::new();
    let file = File::open(path).map_err(unwritable)?;
    file.take(100).read_to_end(&mut header).map_err(unwritable)?;
    let id = header.get(APPLICATION_ID_AT..APPLICATION_ID_AT + 4);
    let is_ours = header.starts_with(SQLITE_MAGIC) && id == Some(&APPLICATION_ID.to_be_bytes());
    if is_ours || header.is_empty() { Ok(()) } else { Err(foreign()) }
}

/// Removes the temporary files whose names begin with `prefix`. The caller has the claim on the database, so whoever made
/// them is dead.
pub(super) fn remove_abandoned(directory: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(TEMPORARY)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
