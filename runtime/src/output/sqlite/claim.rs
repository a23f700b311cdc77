//! From the path of a database to the right to write it: one process at a time has that, and loses it when it dies.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::StoreError;
use super::target::{TEMPORARY, check_replaceable, remove_abandoned};

/// The right to write a database. It is a lock on a file beside it, `.NAME.lock`, which the system lifts when the process
/// ends, however it ends.
pub struct Claim {
    pub(super) path: PathBuf,
    /// Nothing where the file system knows no locks; then nothing tells two writers from each other.
    lock: Option<(PathBuf, File)>,
}

impl Claim {
    /// Waits until no other process writes the database at `path`; `wait` is told who does, when somebody does. Temporary
    /// files of writers that died are removed.
    ///
    /// # Errors
    ///
    /// When the directory is not there or can not be written, or when `path` is something that must not be replaced.
    pub fn take(path: &Path, wait: impl FnOnce(&str)) -> Result<Self, StoreError> {
        let unwritable = |reason: String| StoreError::Unwritable { path: path.to_owned(), reason };
        let name = path.file_name().ok_or_else(|| unwritable("it names no file".to_owned()))?;
        let directory = directory_of(path);
        if !directory.is_dir() {
            return Err(unwritable(format!("there is no directory `{}`", directory.display())));
        }
        check_replaceable(path)?;
        let lock_path = directory.join(format!(".{}.lock", name.to_string_lossy()));
        let lock = lock_file(&lock_path, wait).map_err(|error| unwritable(error.to_string()))?;
        if lock.is_some() {
            remove_abandoned(directory, &format!(".{}.", name.to_string_lossy()));
        }
        Ok(Claim { path: path.to_owned(), lock: lock.map(|file| (lock_path, file)) })
    }
}

impl Claim {
    /// The path of the database.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A new file beside the database, for what will take its place or stand beside it. The next writer removes it when
    /// this process dies.
    ///
    /// # Errors
    ///
    /// When the directory can not be written.
    pub fn temporary(&self) -> io::Result<NamedTempFile> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let mut builder = tempfile::Builder::new();
        let prefix = format!(".{name}.");
        builder.prefix(&prefix).suffix(TEMPORARY);
        // Those of an ordinary new file: without them other users could not read it.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(directory_of(&self.path))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Removed while it is locked: whoever waits for it finds that it is gone, and makes a new one.
        if cfg!(unix)
            && let Some((path, _)) = &self.lock
        {
            let _ = fs::remove_file(path);
        }
    }
}

/// The directory in which a file of that path lies.
pub(super) fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Locks the file at `path` and writes into it who did. `None` where there are no locks.
fn lock_file(path: &Path, wait: impl FnOnce(&str)) -> io::Result<Option<File>> {
    let mut wait = Some(wait);
    loop {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                if let Some(wait) = wait.take() {
                    wait(if holder.is_empty() { "another process" } else { &holder });
                }
                file.lock()?;
            }
            Err(TryLockError::Error(_)) => return Ok(None),
        }
        if is_at(&file, path) {
            file.set_len(0)?;
            file.seek(SeekFrom::Start(0))?;
            write!(file, "process {}", std::process::id())?;
            return Ok(Some(file));
        }
    }
}

/// The open file is still the one of that path; the one who had it before may have removed it.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let place = |metadata: &fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(open), Ok(named)) if place(&open) == place(&named))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
