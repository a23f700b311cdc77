//! From the path of a database to the right to write it: one run at a time.
//!
//! The lock is the operating system's lock of a file beside the database, so it dies with its process. The file says who
//! holds it, for the person who waits. It stays when the run is over: removing it would let two runs lock two files.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The right to write a database; given back when dropped.
#[derive(Debug)]
pub struct RunLock {
    _file: File,
}

impl RunLock {
    /// Takes the lock at `path`. When another run holds it, `waiting` is told who, and this waits for the end of it.
    ///
    /// # Errors
    ///
    /// When the file can not be made. A file system without locks is no error: there nobody waits for anybody.
    pub fn acquire(path: &Path, waiting: impl FnOnce(&str)) -> io::Result<RunLock> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = (&file).take(200).read_to_string(&mut holder);
                waiting(if holder.trim().is_empty() { "another process" } else { holder.trim() });
                file.lock()?;
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Who holds it is said for people; a lock without a name is a lock all the same.
        let _ = file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0)));
        let _ = write!(file, "process {}", std::process::id());
        Ok(RunLock { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn the_second_waits_for_the_first_and_hears_who_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("index.lock");
        let first = RunLock::acquire(&path, |_| panic!("nobody holds it")).unwrap();
        let (tell, told) = mpsc::channel();
        thread::scope(|scope| {
            let second =
                scope.spawn(|| RunLock::acquire(&path, |holder| tell.send(holder.to_owned()).unwrap()).map(drop));
            let holder = told.recv().unwrap();
            assert_eq!(holder, format!("process {}", std::process::id()));
            drop(first);
            second.join().unwrap().unwrap();
        });
    }
}
