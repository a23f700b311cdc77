//! From the path of a file, as it was found, to the open file: that one, not what somebody has put in its place since.
//!
//! Between finding and reading, a file or a directory above it can be replaced by a symbolic link that leads out of the
//! tree. So it is verified what was opened, not what a path leads to now.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Opens the regular file at `path`, which is absolute and had no symbolic link on it when it was found.
///
/// # Errors
///
/// When it can not be opened, is no regular file, or does not lie at `path`.
pub(super) fn open_file(path: &Path) -> io::Result<File> {
    // Opening a pipe would wait for a writer for ever.
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(replaced());
    }
    let file = File::open(path)?;
    if !file.metadata()?.is_file() || !lies_at(&file, path)? {
        return Err(replaced());
    }
    Ok(file)
}

fn replaced() -> io::Error {
    io::Error::other("it was replaced by something else since it was found, and was not read")
}

/// The system says where an open file lies, whatever happens to the path meanwhile. Where it does not say so, the path is
/// looked at again.
#[cfg(target_os = "linux")]
fn lies_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::fd::AsRawFd;

    match fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd())) {
        Ok(real) => Ok(real == path),
        Err(_) => is_still_at(file, path),
    }
}

#[cfg(not(target_os = "linux"))]
fn lies_at(file: &File, path: &Path) -> io::Result<bool> {
    is_still_at(file, path)
}

/// No link has come into the path, and the file there is the open one, where files can be told apart.
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    if path.canonicalize()? != path {
        return Ok(false);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        let (opened, there) = (file.metadata()?, fs::symlink_metadata(path)?);
        Ok((opened.dev(), opened.ino()) == (there.dev(), there.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        Ok(true)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;

    use super::*;

    /// Opening `p/a.py` after `change` was made in the tree gives that; `outside` is another tree that holds `a.py`, too.
    fn check(name: &str, change: impl Fn(&Path, &Path), is_opened: bool) {
        let [tree, outside] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let [tree, outside]: [PathBuf; 2] = [&tree, &outside].map(|directory| directory.path().canonicalize().unwrap());
        for root in [&tree, &outside] {
            fs::create_dir_all(root.join("p")).unwrap();
            fs::write(root.join("p/a.py"), root.as_os_str().as_encoded_bytes()).unwrap();
        }
        let path = tree.join("p/a.py");
        change(&tree, &outside);
        assert_eq!(open_file(&path).is_ok(), is_opened, "{name}");
        if let Ok(file) = File::open(&path) {
            let still = file.metadata().unwrap().is_file() && is_still_at(&file, &path).unwrap();
            assert_eq!(still, is_opened, "{name}, looked at again");
        }
    }

    #[test]
    fn only_what_was_found_is_opened() {
        check("nothing changed", |_, _| {}, true);
        check("written anew", |tree, _| fs::write(tree.join("p/a.py"), "new").unwrap(), true);
        check("gone", |tree, _| fs::remove_file(tree.join("p/a.py")).unwrap(), false);
        let file_is_link = |tree: &Path, outside: &Path| {
            fs::remove_file(tree.join("p/a.py")).unwrap();
            symlink(outside.join("p/a.py"), tree.join("p/a.py")).unwrap();
        };
        check("the file became a link", file_is_link, false);
        let parent_is_link = |tree: &Path, outside: &Path| {
            fs::remove_dir_all(tree.join("p")).unwrap();
            symlink(outside.join("p"), tree.join("p")).unwrap();
        };
        check("its directory became a link", parent_is_link, false);
        let became_directory = |tree: &Path, _: &Path| {
            fs::remove_file(tree.join("p/a.py")).unwrap();
            fs::create_dir(tree.join("p/a.py")).unwrap();
        };
        check("the file became a directory", became_directory, false);
    }
}
