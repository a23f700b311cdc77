//! From a path to the text that the parser gets, and what the `files` table says of it.
//!
//! Reading never fails silently and never fails a run: what is wrong with a file is a [`FileError`] beside whatever text
//! could still be made of it.

mod category;
mod decode;
mod open;

use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

pub use category::Category;
pub use decode::{Decoded, decode};

use self::open::open_file;
use crate::input::errors::{ErrorStage, FileError};

/// What a run takes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Files with more bytes are recorded and not examined.
    pub max_file_bytes: u64,
}

impl Limits {
    /// The largest `max_file_bytes` that works: offsets have 32 bits, and text can grow to three times its bytes.
    pub const MAX_FILE_BYTES: u64 = 1 << 30;
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_file_bytes: 10 << 20 }
    }
}

/// A file as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The text; `None` when there is nothing to parse.
    pub text: Option<String>,
    /// Name of the encoding in which it was read.
    pub encoding: Option<&'static str>,
    /// What the file is for.
    pub category: Category,
    /// Lower-case hexadecimal SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// Number of bytes.
    pub size: Option<u64>,
    /// Number of lines; a last line without a newline counts.
    pub n_lines: Option<u64>,
    /// What was wrong.
    pub errors: Vec<FileError>,
}

/// Reads the file at `real`, a path without symbolic links, which is called `path` in the database.
pub fn read_source(real: &Path, path: &str, limits: &Limits) -> Source {
    match read_bytes(real, limits) {
        Ok(bytes) => Source::of(&bytes, path),
        Err((size, error)) => Source {
            text: None,
            encoding: None,
            category: Category::of(path, ""),
            sha256: None,
            size,
            n_lines: None,
            errors: vec![error],
        },
    }
}

impl Source {
    /// The source of a file called `path` that holds `bytes`.
    pub fn of(bytes: &[u8], path: &str) -> Self {
        let decoded = decode(bytes);
        Source {
            encoding: Some(decoded.encoding),
            category: Category::of(path, &decoded.text),
            sha256: Some(hexadecimal(&Sha256::digest(bytes))),
            size: Some(bytes.len() as u64),
            n_lines: Some(count_lines(&decoded.text)),
            errors: decoded.errors,
            text: Some(decoded.text),
        }
    }
}

/// The bytes of a file, or its size as far as it is known and why they can not be had.
fn read_bytes(path: &Path, limits: &Limits) -> Result<Vec<u8>, (Option<u64>, FileError)> {
    let unreadable = |error: io::Error| (None, FileError::of_file(ErrorStage::Read, describe(&error)));
    let most = limits.max_file_bytes.min(Limits::MAX_FILE_BYTES);
    let file = open_file(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > most {
        return Err((Some(size), too_large(size, most)));
    }
    // The file may have grown since its size was asked, so the reading is limited as well.
    let mut bytes = Vec::with_capacity(size as usize + 1);
    let n_read = file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if n_read as u64 > most { Err((None, too_large(n_read as u64, most))) } else { Ok(bytes) }
}

fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "the file was found and then was gone before it could be read".to_owned(),
        _ => format!("the file can not be read: {error}"),
    }
}

fn too_large(size: u64, most: u64) -> FileError {
    let message = format!("the file has {size} bytes, more than the limit of {most}, and was not examined");
    FileError::of_file(ErrorStage::Limit, message)
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn count_lines(text: &str) -> u64 {
    let n_newlines = memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
    n_newlines + u64::from(!text.is_empty() && !text.ends_with('\n'))
}

#[cfg(test)]
mod tests;
