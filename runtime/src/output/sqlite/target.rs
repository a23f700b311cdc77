//! The place of a database: a temporary file beside it that takes its name in the end, or leaves without a trace.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::{APPLICATION_ID, StoreError};

/// First bytes of every SQLite file.
const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Where the header of a SQLite file holds its application id.
const APPLICATION_ID_AT: usize = 68;

/// Ending of temporary files.
const TEMPORARY: &str = ".tmp";

/// A run has locked its temporary file when that is older than this.
const LOCKED_WITHIN: Duration = Duration::from_secs(60);

/// A target path with the temporary file that will take its place. The file is removed when this is dropped.
pub(super) struct Target {
    path: PathBuf,
    temporary: NamedTempFile,
}

impl Target {
    /// Makes the temporary file beside `path`, after checking that `path` may be replaced.
    pub(super) fn beside(path: &Path) -> Result<Self, StoreError> {
        let unwritable = |reason: String| StoreError::Unwritable { path: path.to_owned(), reason };
        let name = path.file_name().ok_or_else(|| unwritable("it names no file".to_owned()))?;
        let directory = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        if !directory.is_dir() {
            return Err(unwritable(format!("there is no directory `{}`", directory.display())));
        }
        check_replaceable(path)?;
        let prefix = format!(".{}.", name.to_string_lossy());
        remove_abandoned(directory, &prefix);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(TEMPORARY);
        // Those of an ordinary new file: without them other users could not read the database.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let temporary = builder.tempfile_in(directory).map_err(|error| unwritable(error.to_string()))?;
        // The lock tells a run that is at work from one that was killed; where there are no locks nothing is cleaned up.
        let _ = temporary.as_file().try_lock();
        Ok(Target { path: path.to_owned(), temporary })
    }

    /// The temporary file.
    pub(super) fn temporary(&self) -> &Path {
        self.temporary.path()
    }

    /// Brings the temporary file to disk and gives it the target's name.
    pub(super) fn publish(self) -> Result<(), StoreError> {
        let Target { path, temporary } = self;
        let unwritable = |error: io::Error| StoreError::Unwritable { path: path.clone(), reason: error.to_string() };
        temporary.as_file().sync_all().map_err(unwritable)?;
        // Journals of the old database would be taken for journals of the new one.
        for ending in ["-journal", "-wal", "-shm"] {
            let mut journal = path.clone().into_os_string();
            journal.push(ending);
            let _ = fs::remove_file(journal);
        }
        temporary.persist(&path).map_err(|error| unwritable(error.error))?;
        if let Some(directory) = path.parent() {
            // The file is complete; only its name could be lost now, and not every system can bring that to disk.
            let _ = File::open(directory).and_then(|directory| directory.sync_all());
        }
        Ok(())
    }
}

/// Refuses a path that holds anything but a database of this program or an empty file.
fn check_replaceable(path: &Path) -> Result<(), StoreError> {
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

/// Removes temporary files of runs that were killed: they are not new, and nobody holds their lock.
fn remove_abandoned(directory: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_temporary = name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(TEMPORARY));
        if is_temporary && is_abandoned(&entry.path()).unwrap_or(false) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_abandoned(path: &Path) -> io::Result<bool> {
    let file = File::open(path)?;
    let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
    Ok(age > LOCKED_WITHIN && file.try_lock().is_ok())
}
