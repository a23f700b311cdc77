//! The rule files of one compilation: their text, and the ranges that everything else points into.

pub mod rule_files;

use sha2::{Digest, Sha256};

/// Files above this size are not read: no rule file comes near it, and offsets stay small.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// A file of the [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A byte range of a file; never a bare point, so that a diagnostic has something to underline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
}

impl Span {
    /// From the beginning of `self` to the end of `last`, in one file.
    pub fn to(self, last: Span) -> Span {
        Span { end: last.end, ..self }
    }
}

/// A rule file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path as diagnostics show it, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// It is there for what the other files name of it; see [`crate::check::library`].
    pub is_library: bool,
    /// Where each line begins.
    line_starts: Vec<u32>,
}

impl SourceFile {
    fn new(path: String, text: String, is_library: bool) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
        SourceFile { path, text, is_library, line_starts }
    }

    /// SHA-256 of its text, in hexadecimal digits: equal for files that are equal byte for byte.
    pub fn sha256(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// All rule files of one compilation, in the order in which they are compiled.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(SourceFile::new(path.into(), text.into(), false))
    }

    /// Adds a file whose sets, predicates and tables the others may name.
    pub fn add_library(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(SourceFile::new(path.into(), text.into(), true))
    }

    /// The same files, one of them with another text.
    pub fn with_text(&self, id: FileId, text: String) -> SourceMap {
        let mut changed = self.clone();
        let SourceFile { path, is_library, .. } = &self.files[id.0 as usize];
        changed.files[id.0 as usize] = SourceFile::new(path.clone(), text, *is_library);
        changed
    }

    fn push(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of that id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Ids of all files.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    /// The text in a range.
    pub fn slice(&self, span: Span) -> &str {
        &self.file(span.file).text[span.start as usize..span.end as usize]
    }

    /// Line and column, both from 1, of the beginning of a range; the column counts characters.
    pub fn position(&self, span: Span) -> (u32, u32) {
        let file = self.file(span.file);
        let line = file.line_starts.partition_point(|&start| start <= span.start);
        let line_start = file.line_starts[line - 1] as usize;
        let column = file.text[line_start..span.start as usize].chars().count() + 1;
        (line as u32, column as u32)
    }
}
