//! From paths of the file system to the text that names them in the database.
//!
//! A path is bytes, the database holds text. Bytes that are not UTF-8 are written as `\xNN`, so that two such paths stay
//! different; where that still gives a name twice, the later file gets a number.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::{FoundFile, PathError};
use crate::input::errors::{ErrorStage, FileError};

/// The path of `path` below `root`, with `/`, and whether it is written exactly as it is.
pub(super) fn below(root: &Path, path: &Path) -> (String, bool) {
    let mut name = String::new();
    let mut is_exact = true;
    for component in path.strip_prefix(root).unwrap_or(path).components() {
        let Component::Normal(segment) = component else { continue };
        if !name.is_empty() {
            name.push('/');
        }
        for chunk in segment.as_encoded_bytes().utf8_chunks() {
            name.push_str(chunk.valid());
            for byte in chunk.invalid() {
                name.push_str(&format!("\\x{byte:02x}"));
                is_exact = false;
            }
        }
    }
    if name.is_empty() {
        name.push('.');
    }
    (name, is_exact)
}

/// Names every file, which comes with where it was found and where it lies, each differently, and records the ones whose path had to be changed.
pub(super) fn name_uniquely(
    root: &Path,
    files: Vec<(PathBuf, PathBuf)>,
    errors: &mut Vec<PathError>,
) -> Vec<FoundFile> {
    let mut found = Vec::with_capacity(files.len());
    let mut inexact = Vec::new();
    for (absolute, real) in files {
        let (path, is_exact) = below(root, &absolute);
        let into = if is_exact { &mut found } else { &mut inexact };
        into.push(FoundFile { path, absolute, real });
    }
    if !inexact.is_empty() {
        let mut taken: BTreeSet<String> = found.iter().map(|file| file.path.clone()).collect();
        for mut file in inexact {
            file.path = free_name(&file.path, &taken);
            taken.insert(file.path.clone());
            let message = format!("the path is not UTF-8; the file is called `{}` here", file.path);
            let error = FileError::of_file(ErrorStage::Find, message);
            errors.push(PathError { path: file.path.clone(), error });
            found.push(file);
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn free_name(wished: &str, taken: &BTreeSet<String>) -> String {
    let (stem, suffix) = wished.rsplit_once('.').unwrap_or((wished, ""));
    let numbered = (2..).map(|number| format!("{stem}~{number}.{suffix}"));
    std::iter::once(wished.to_owned())
        .chain(numbered)
        .find(|name| !taken.contains(name))
        .unwrap_or_else(|| wished.to_owned())
}
