//! From the paths a person names to the Python files below them: a sorted list, and what stood in the way.
//!
//! Taken are files that end in `.py` or `.pyi`, and every file that is named itself. Left out, as ripgrep does it, are
//! hidden files and directories and whatever `.gitignore` and `.ignore` files exclude; a Git repository is not required
//! for them to count. Ignore files above the named path count only inside a Git repository, and a user's global ones never,
//! so that the result depends on the tree alone. Also left out are `node_modules`, `__pycache__` and virtual environments
//! (directories that hold a `pyvenv.cfg`).
//!
//! A symbolic link to a file of the tree is a file. A symbolic link to a directory is not followed: inside the tree, what
//! it leads to is found under its own path. A link that leads out of the tree, to a file or a directory and through however
//! many links, is recorded as an error and never read, and so is one that leads into itself or nowhere. The tree is what
//! was named: a named path may be a link itself.

mod above;
mod names;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

pub use self::above::{Above, PROJECT_MARKERS};
use crate::input::errors::{ErrorStage, FileError};

/// Directories that never hold code of the project.
const SKIPPED_DIRECTORIES: [&str; 2] = ["node_modules", "__pycache__"];

/// The file that marks a virtual environment.
const VENV_MARKER: &str = "pyvenv.cfg";

/// A file to be indexed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundFile {
    /// Path below the root, with `/`; unique, also where the real one is not UTF-8.
    pub path: String,
    /// Where it was found.
    pub absolute: PathBuf,
    /// Where it lies, without a symbolic link on the way; the same as `absolute` unless that is a link.
    pub real: PathBuf,
}

/// Something wrong with a path, found before any file was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathError {
    /// Path below the root, with `/`; `.` for the root itself.
    pub path: String,
    /// What is wrong with it.
    pub error: FileError,
}

/// The files of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Discovery {
    /// The directory that paths are relative to.
    pub root: PathBuf,
    /// The directories above it that names of modules are counted through.
    pub above: Above,
    /// The files, sorted by path.
    pub files: Vec<FoundFile>,
    /// What could not be looked at, sorted by path.
    pub errors: Vec<PathError>,
}

/// A named path that can not be indexed.
#[derive(thiserror::Error, Debug)]
pub enum DiscoverError {
    /// No path was named.
    #[error("no path was given")]
    NoPath,
    /// It is not there, or may not be looked at.
    #[error("`{}` can not be indexed: {source}", path.display())]
    Unreachable {
        /// The path as it was named.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is neither a file nor a directory.
    #[error("`{}` can not be indexed: it is neither a file nor a directory", path.display())]
    NotAFile {
        /// The path as it was named.
        path: PathBuf,
    },
}

/// Finds the Python files below `paths`. The root is the directory that all of them share: of one directory itself, of
/// one file the directory it stands in.
///
/// # Errors
///
/// When one of `paths` is not there. Whatever is wrong further down is part of the result.
pub fn discover(paths: &[PathBuf]) -> Result<Discovery, DiscoverError> {
    let named = paths.iter().map(|path| NamedPath::locate(path)).collect::<Result<Vec<_>, _>>()?;
    let root = common_directory(&named).ok_or(DiscoverError::NoPath)?;
    let mut search = Search { root: &root, named: &named, files: Vec::new(), errors: Vec::new() };
    for path in &named {
        match path {
            NamedPath::File { found, real } => search.take_file(found, real),
            NamedPath::Directory(directory) => search.search_directory(directory),
        }
    }
    Ok(search.finish())
}

/// A named path, made absolute.
enum NamedPath {
    /// A file, in a directory without links; `real` is where it lies when it is a link itself.
    File { found: PathBuf, real: PathBuf },
    /// A directory, without links.
    Directory(PathBuf),
}

impl NamedPath {
    fn locate(path: &Path) -> Result<Self, DiscoverError> {
        let unreachable = |source| DiscoverError::Unreachable { path: path.to_owned(), source };
        let metadata = fs::metadata(path).map_err(unreachable)?;
        if metadata.is_dir() {
            return path.canonicalize().map(NamedPath::Directory).map_err(unreachable);
        }
        // Only the directory is resolved: a link keeps the name under which it was given.
        let absolute = std::path::absolute(path).map_err(unreachable)?;
        match (metadata.is_file(), absolute.parent(), absolute.file_name()) {
            (true, Some(directory), Some(name)) => {
                let found = directory.canonicalize().map_err(unreachable)?.join(name);
                let real = found.canonicalize().map_err(unreachable)?;
                Ok(NamedPath::File { found, real })
            }
            _ => Err(DiscoverError::NotAFile { path: path.to_owned() }),
        }
    }

    fn directory(&self) -> &Path {
        match self {
            NamedPath::File { found, .. } => found.parent().unwrap_or(found),
            NamedPath::Directory(directory) => directory,
        }
    }

    /// What lies at a path without links belongs to what was named.
    fn holds(&self, path: &Path) -> bool {
        match self {
            NamedPath::File { real, .. } => real == path,
            NamedPath::Directory(directory) => path.starts_with(directory),
        }
    }
}

fn common_directory(named: &[NamedPath]) -> Option<PathBuf> {
    let mut common = named.first()?.directory();
    for path in named {
        while !path.directory().starts_with(common) {
            common = common.parent()?;
        }
    }
    Some(common.to_owned())
}

struct Search<'r> {
    root: &'r Path,
    named: &'r [NamedPath],
    /// Where files were found, and where they lie.
    files: Vec<(PathBuf, PathBuf)>,
    errors: Vec<(PathBuf, FileError)>,
}

impl Search<'_> {
    fn search_directory(&mut self, directory: &Path) {
        let is_in_repository = directory.ancestors().any(|above| above.join(".git").exists());
        let entries = WalkBuilder::new(directory)
            .require_git(false)
            .git_global(false)
            .parents(is_in_repository)
            .follow_links(false)
            .filter_entry(|entry| entry.depth() == 0 || !is_skipped(entry))
            .build();
        for entry in entries {
            match entry {
                Ok(entry) => self.take(&entry),
                Err(error) => self.take_error(directory, &error),
            }
        }
    }

    fn take(&mut self, entry: &DirEntry) {
        let Some(file_type) = entry.file_type() else { return };
        let path = entry.path();
        if file_type.is_symlink() {
            self.take_link(path);
        } else if file_type.is_file() && has_python_suffix(path) {
            self.take_file(path, path);
        } else if !file_type.is_dir() && has_python_suffix(path) {
            self.record(path, "it is no regular file and was not opened".to_owned());
        }
    }

    fn take_link(&mut self, link: &Path) {
        let target = match link.canonicalize() {
            Ok(target) => target,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !has_python_suffix(link) => return,
            Err(error) => return self.record(link, format!("the symbolic link leads nowhere: {error}")),
        };
        let is_directory = target.is_dir();
        if is_directory && link.starts_with(&target) {
            let message = "the symbolic link leads to a directory that it stands in, which would never end";
            self.record(link, message.to_owned());
        } else if !is_directory && !has_python_suffix(link) {
            // Whatever it leads to, nobody would read it.
        } else if !self.named.iter().any(|named| named.holds(&target)) {
            let target = target.display();
            self.record(
                link,
                format!("the symbolic link leads out of the indexed tree, to `{target}`, and was not followed"),
            );
        } else if target.is_file() {
            self.take_file(link, &target);
        } else if !is_directory {
            self.record(link, "it leads to something that is no regular file".to_owned());
        }
    }

    fn take_file(&mut self, found: &Path, real: &Path) {
        self.files.push((found.to_owned(), real.to_owned()));
    }

    fn take_error(&mut self, directory: &Path, error: &ignore::Error) {
        let path = path_of(error).unwrap_or(directory).to_owned();
        let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        self.record(&path, format!("it could not be looked into: {reason}"));
    }

    fn record(&mut self, path: &Path, message: String) {
        self.errors.push((path.to_owned(), FileError::of_file(ErrorStage::Find, message)));
    }

    fn finish(mut self) -> Discovery {
        self.files.sort();
        self.files.dedup();
        let mut errors: Vec<PathError> = Vec::new();
        let files = names::name_uniquely(self.root, self.files, &mut errors);
        for (path, error) in self.errors {
            errors.push(PathError { path: names::below(self.root, &path).0, error });
        }
        if files.is_empty() {
            let message = format!("no Python file (`.py`, `.pyi`) was found under `{}`", self.root.display());
            errors.push(PathError { path: ".".to_owned(), error: FileError::of_file(ErrorStage::Find, message) });
        }
        errors.sort_by(|a, b| (&a.path, &a.error.message).cmp(&(&b.path, &b.error.message)));
        errors.dedup();
        Discovery { root: self.root.to_owned(), above: Above::of(self.root), files, errors }
    }
}

fn is_skipped(entry: &DirEntry) -> bool {
    let is_directory = entry.file_type().is_some_and(|file_type| file_type.is_dir());
    let is_named = entry.file_name().to_str().is_some_and(|name| SKIPPED_DIRECTORIES.contains(&name));
    is_directory && (is_named || entry.path().join(VENV_MARKER).is_file())
}

fn has_python_suffix(path: &Path) -> bool {
    path.extension().is_some_and(|suffix| suffix == "py" || suffix == "pyi")
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
