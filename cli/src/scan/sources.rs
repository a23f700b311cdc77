//! From paths of the index to the text of the files, and from byte columns to places in it that people count.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use aud_rules_runtime::syntax::pass::line_starts;

use super::finding::Place;

/// Reads the file of that path below the indexed root; `None` when it can not be read.
type Read = Box<dyn Fn(&str) -> Option<String>>;

/// The text of files, each read once when somebody asks.
pub(crate) struct Sources {
    read: Read,
    /// Stands before each path where it is shown, so that it leads from the current directory to the file.
    prefix: String,
    texts: RefCell<BTreeMap<String, Option<Rc<Text>>>>,
}

/// The text of a file.
pub(crate) struct Text {
    /// As it was decoded.
    pub(crate) text: String,
    starts: Vec<u32>,
}

/// A range as people count it: lines and columns from 1, columns in characters, the end exclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Range {
    /// First line.
    pub(crate) line: u32,
    /// Column of its first character.
    pub(crate) column: u32,
    /// Last line.
    pub(crate) end_line: u32,
    /// Column behind its last character.
    pub(crate) end_column: u32,
}

impl Sources {
    /// Files that `read` reads; `prefix` is empty, or ends in `/`.
    pub(crate) fn new(prefix: impl Into<String>, read: impl Fn(&str) -> Option<String> + 'static) -> Self {
        Sources { read: Box::new(read), prefix: prefix.into(), texts: RefCell::default() }
    }

    /// The path as it is shown.
    pub(crate) fn shown(&self, file: &str) -> String {
        format!("{}{file}", self.prefix)
    }

    /// The text of the file; none when it can not be read any more.
    pub(crate) fn text(&self, file: &str) -> Option<Rc<Text>> {
        let mut texts = self.texts.borrow_mut();
        texts.entry(file.to_owned()).or_insert_with(|| (self.read)(file).map(|text| Rc::new(Text::new(text)))).clone()
    }

    /// The text of a file that is looked into once, and not kept.
    pub(crate) fn text_once(&self, file: &str) -> Option<String> {
        (self.read)(file)
    }

    /// The place as people count it. Without the text of the file bytes are counted for characters.
    pub(crate) fn range(&self, place: &Place) -> Range {
        let text = self.text(&place.file);
        let column = |line: u32, column: u32| match &text {
            Some(text) => text.character_column(line, column),
            None => column + 1,
        };
        Range {
            line: place.line,
            column: column(place.line, place.column),
            end_line: place.end_line,
            end_column: column(place.end_line, place.end_column),
        }
    }

    /// What is written at the place, on one line and not longer than `most` characters.
    pub(crate) fn excerpt(&self, place: &Place, most: usize) -> String {
        let Some(text) = self.text(&place.file) else { return String::new() };
        let words: Vec<&str> = text.text[text.range(place)].split_whitespace().collect();
        let whole = words.join(" ");
        match whole.char_indices().nth(most) {
            Some((end, _)) => format!("{}...", &whole[..end]),
            None => whole,
        }
    }
}

impl Text {
    /// With the starts of its lines.
    pub(crate) fn new(text: String) -> Self {
        Text { starts: line_starts(&text), text }
    }

    /// The bytes of the place, moved into the text and to the boundaries of characters: the file may be another one by now.
    pub(crate) fn range(&self, place: &Place) -> std::ops::Range<usize> {
        let start = self.offset(place.line, place.column);
        start..self.offset(place.end_line, place.end_column).max(start)
    }

    /// Number of lines, an empty last one too.
    pub(crate) fn n_lines(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Where the line begins; the end of the text for a line that is not there.
    pub(crate) fn line_start(&self, line: u32) -> usize {
        let at = (line as usize).saturating_sub(1);
        self.starts.get(at).map_or(self.text.len(), |&start| start as usize)
    }

    fn offset(&self, line: u32, column: u32) -> usize {
        let end = self.line_start(line.saturating_add(1));
        let mut offset = (self.line_start(line) + column as usize).min(end);
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn character_column(&self, line: u32, column: u32) -> u32 {
        self.text[self.line_start(line)..self.offset(line, column)].chars().count() as u32 + 1
    }
}
