//! From `FILE[:LINE]` on the command line to a file and, perhaps, a line of it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::exit::Failure;

/// A Python file, or a line of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct FilePlace {
    /// The file, as it was named.
    pub(crate) path: PathBuf,
    /// The line, from 1.
    pub(crate) line: Option<u32>,
}

impl FilePlace {
    /// A file of that whole name is meant before a line of a file with a shorter name.
    pub(crate) fn parse(argument: &OsStr) -> Result<FilePlace, Failure> {
        let whole = Path::new(argument);
        if whole.is_file() {
            return Ok(FilePlace { path: whole.to_owned(), line: None });
        }
        if whole.is_dir() {
            let message = format!("`{}` is a directory", whole.display());
            return Err(Failure::misuse(message).with_help("name one Python file in it".to_owned()));
        }
        match argument.to_str().and_then(|text| text.rsplit_once(':')) {
            Some((path, line)) if Path::new(path).is_file() => {
                Ok(FilePlace { path: PathBuf::from(path), line: Some(parse_line(path, line)?) })
            }
            Some((path, line)) if parse_line(path, line).is_ok() => Err(missing(Path::new(path))),
            _ => Err(missing(whole)),
        }
    }

    /// Fails when the file has no such line.
    pub(crate) fn check_line(&self, n_lines: u32) -> Result<(), Failure> {
        match self.line {
            Some(line) if line > n_lines => {
                let lines = if n_lines == 1 { "1 line".to_owned() } else { format!("{n_lines} lines") };
                Err(Failure::misuse(format!("`{}` has {lines}, and no line {line}", self.path.display())))
            }
            _ => Ok(()),
        }
    }
}

fn parse_line(path: &str, line: &str) -> Result<u32, Failure> {
    match line.parse::<u32>() {
        Ok(line) if line > 0 => Ok(line),
        _ => {
            let message = format!("`{line}` is no line of `{path}`");
            Err(Failure::misuse(message).with_help("lines are counted from 1: `FILE:12`".to_owned()))
        }
    }
}

fn missing(path: &Path) -> Failure {
    Failure::misuse(format!("there is no file `{}`", path.display()))
}

/// Number of lines of a text; a last one without a line end counts.
pub(crate) fn count_lines(line_starts: &[u32], text: &str) -> u32 {
    let is_last_empty = line_starts.last().is_some_and(|&start| start as usize == text.len());
    (line_starts.len() as u32 - u32::from(is_last_empty)).max(1)
}
