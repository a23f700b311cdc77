//! Where databases are: the default place under an indexed root, and the way back to it from below.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Directory of the database under the indexed root.
const DIRECTORY: &str = ".aud";

/// Name of the database in it.
const FILE: &str = "index.db";

/// Keeps the directory out of version control, whatever the project's own ignore files say.
const IGNORE_FILE: &str = ".gitignore";

/// The default place of the database of `root`. Makes its directory.
pub(crate) fn make_default(root: &Path) -> io::Result<PathBuf> {
    let directory = root.join(DIRECTORY);
    fs::create_dir_all(&directory)?;
    let ignore_file = directory.join(IGNORE_FILE);
    if !ignore_file.exists() {
        fs::write(ignore_file, "*\n")?;
    }
    Ok(directory.join(FILE))
}

/// The database that is meant in `directory`: that of the directory itself or of the nearest one above that has one.
pub(crate) fn find_from(directory: &Path) -> Option<PathBuf> {
    directory.ancestors().map(|above| above.join(DIRECTORY).join(FILE)).find(|path| path.is_file())
}
