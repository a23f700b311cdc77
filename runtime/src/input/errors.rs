//! What could not be done with a file, as data; every other floor reports in these terms.

use serde::{Deserialize, Serialize};

/// Something that could not be done for a file; it becomes a row of `extraction_errors`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FileError {
    /// What was being done.
    pub stage: ErrorStage,
    /// First line of the range, from 1, where there is one.
    pub line: Option<u32>,
    /// Last line of the range.
    pub end_line: Option<u32>,
    /// Column of its beginning, from 0.
    pub column: Option<u32>,
    /// What was wrong, in a sentence.
    pub message: String,
}

impl FileError {
    /// An error of a file as a whole.
    pub fn of_file(stage: ErrorStage, message: String) -> Self {
        FileError { stage, line: None, end_line: None, column: None, message }
    }

    /// An error on one line of a file.
    pub fn on_line(stage: ErrorStage, line: u32, message: String) -> Self {
        FileError { stage, line: Some(line), end_line: Some(line), column: None, message }
    }
}

/// The stage of a [`FileError`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ErrorStage {
    /// Finding the files: the path is the problem.
    Find,
    /// Reading the file.
    Read,
    /// Turning its bytes into text.
    Decode,
    /// Parsing: the range is not Python.
    Parse,
    /// A limit was hit.
    Limit,
    /// A rule gave a row that its table can not take.
    Rule,
    /// Two different rows have one key.
    Key,
    /// The program itself failed on the file.
    Internal,
}

impl ErrorStage {
    /// Every stage.
    pub const ALL: [ErrorStage; 8] = [
        ErrorStage::Find,
        ErrorStage::Read,
        ErrorStage::Decode,
        ErrorStage::Parse,
        ErrorStage::Limit,
        ErrorStage::Rule,
        ErrorStage::Key,
        ErrorStage::Internal,
    ];

    /// The stage of that word.
    pub fn named(name: &str) -> Option<ErrorStage> {
        ErrorStage::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// The word in `extraction_errors.stage`.
    pub fn name(self) -> &'static str {
        match self {
            ErrorStage::Find => "find",
            ErrorStage::Read => "read",
            ErrorStage::Decode => "decode",
            ErrorStage::Parse => "parse",
            ErrorStage::Limit => "limit",
            ErrorStage::Rule => "rule",
            ErrorStage::Key => "key",
            ErrorStage::Internal => "internal",
        }
    }
}
