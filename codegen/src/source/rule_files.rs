//! From folders and files to the source map: finds the `.rules` files and reads them in a fixed order.

use std::collections::BTreeSet;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::source::{MAX_FILE_BYTES, SourceMap};

/// What the names of rule files end in.
const RULES: &str = ".rules";

/// The folder, below one of rule files, that holds stubs of libraries.
pub const STUBS_DIR: &str = "libraries";

/// The rule files of a folder, or of several paths.
#[derive(Debug, Default)]
pub struct RuleFiles {
    /// Their text, in the order of their paths. Those of one folder are called by their paths below it.
    pub sources: SourceMap,
    /// Where each lies, in the same order.
    pub files: Vec<PathBuf>,
    /// The folders that were looked into.
    pub dirs: Vec<PathBuf>,
}

/// The stubs of libraries that stand beside rule files.
#[derive(Debug, Default)]
pub struct Stubs {
    /// Their paths below [`STUBS_DIR`] and their texts, sorted.
    pub files: Vec<(String, String)>,
    /// The files, and the folders that were looked into.
    pub watched: Vec<PathBuf>,
}

impl RuleFiles {
    /// Reads every `.rules` file below `dir`; hidden folders and `target` are left out, links are not followed.
    pub fn read(dir: &Path) -> io::Result<RuleFiles> {
        let mut found = RuleFiles::default();
        found.look_into(dir, RULES)?;
        found.files.sort();
        for file in &found.files {
            let text = read_text(file).map_err(|error| at(file, error))?;
            let below = file.strip_prefix(dir).unwrap_or(file);
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            found.sources.add(parts.join("/"), text);
        }
        Ok(found)
    }

    /// The paths of all files that [`RuleFiles::read`] reads, sorted.
    pub fn find(dir: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = RuleFiles::default();
        found.look_into(dir, RULES)?;
        found.files.sort();
        Ok(found.files)
    }

    /// [`RuleFiles::read`] would read a file at this path below the directory.
    pub fn is_rule_file(below: &Path) -> bool {
        let is_left_out = |folder: &str| folder == "target" || folder.starts_with('.');
        let folders = below.parent().into_iter().flat_map(Path::iter);
        let is_rules = below.file_name().is_some_and(|name| name.to_string_lossy().ends_with(RULES));
        is_rules && !folders.into_iter().any(|folder| is_left_out(&folder.to_string_lossy()))
    }

    /// Reads the files among `paths` and every `.rules` file below the folders among them; they are called by their whole
    /// paths. A file that is reached twice is read once.
    pub fn read_all(paths: &[PathBuf]) -> io::Result<RuleFiles> {
        let mut found = RuleFiles::default();
        for path in paths {
            if path.is_dir() {
                found.look_into(path, RULES)?;
            } else {
                found.files.push(path.clone());
            }
        }
        found.files.sort();
        let mut seen = BTreeSet::new();
        for file in std::mem::take(&mut found.files) {
            if seen.insert(file.canonicalize().map_err(|error| at(&file, error))?) {
                let text = read_text(&file).map_err(|error| at(&file, error))?;
                let shown = file.strip_prefix(".").unwrap_or(&file).to_string_lossy().replace('\\', "/");
                found.sources.add(shown, text);
                found.files.push(file);
            }
        }
        Ok(found)
    }

    /// The stubs of libraries below the folder of rule files.
    pub fn read_stubs(dir: &Path) -> io::Result<Stubs> {
        let root = dir.join(STUBS_DIR);
        let mut found = RuleFiles::default();
        if root.is_dir() {
            found.look_into(&root, ".pyi")?;
        }
        found.files.sort();
        let stubs = found.files.iter().map(|file| {
            let below = file.strip_prefix(&root).unwrap_or(file);
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            Ok((parts.join("/"), read_text(file).map_err(|error| at(file, error))?))
        });
        let files = stubs.collect::<io::Result<Vec<_>>>()?;
        Ok(Stubs { files, watched: found.dirs.into_iter().chain(found.files).collect() })
    }

    fn look_into(&mut self, dir: &Path, suffix: &str) -> io::Result<()> {
        self.dirs.push(dir.to_owned());
        let mut entries =
            std::fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(|error| at(dir, error))?;
        entries.sort_by_key(|entry| entry.file_name());
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let ty = entry.file_type().map_err(|error| at(&path, error))?;
            if ty.is_dir() && name != "target" && !name.starts_with('.') {
                self.look_into(&path, suffix)?;
            } else if ty.is_file() && name.ends_with(suffix) {
                self.files.push(path);
            }
        }
        Ok(())
    }
}

/// The text of a rule file. No more of it is read than tells that it is too large, which the parser then says.
///
/// # Errors
///
/// It can not be read, or is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_FILE_BYTES {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let (valid, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        let byte = rest.first().copied().unwrap_or_default();
        let message = format!("line {line} has the byte 0x{byte:02X}, which is not UTF-8 as rule files are");
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

/// The error with the path that it is about.
fn at(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
