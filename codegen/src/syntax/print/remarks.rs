//! From the text between two tokens to the comments in it, and to what separates the tokens in the canonical form.

use super::doc::{Doc, text};

/// What lies between two tokens.
#[derive(Default)]
pub(super) struct Gap {
    /// The comment behind the first token, on its line.
    behind: Option<String>,
    /// Comments on lines of their own; `true`: an empty line stands before it.
    own: Vec<(bool, String)>,
    /// An empty line stands before the second token.
    has_empty_line: bool,
    /// There is a line break.
    pub(super) has_line_break: bool,
}

/// Whether empty lines are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum EmptyLines {
    /// One is kept where there are some.
    Keep,
    /// None is kept before the first comment or the token.
    DropFirst,
    /// One is kept before comments, none before the token.
    DropLast,
    /// There is one before the first comment, or else before the token; others are kept.
    Force,
}

impl Gap {
    /// Reads what lies between two tokens: white space and comments.
    pub(super) fn read(source: &str, start: usize, end: usize) -> Gap {
        let mut gap = Gap::default();
        gap.extend(source, start, end);
        gap
    }

    /// Reads on: the range follows the one that was read last, with a token between that may be moved.
    pub(super) fn extend(&mut self, source: &str, start: usize, end: usize) {
        let text = &source[start..end];
        let n_breaks = text.matches('\n').count();
        self.has_line_break |= n_breaks > 0;
        for (index, line) in text.split('\n').enumerate() {
            let line = line.trim_matches([' ', '\t', '\r', '\u{feff}']);
            if line.is_empty() {
                self.has_empty_line |= (1..n_breaks).contains(&index);
            } else if index == 0 && start > 0 && self.is_bare() {
                self.behind = Some(line.to_owned());
            } else {
                self.own.push((std::mem::take(&mut self.has_empty_line), line.to_owned()));
            }
        }
    }

    /// There is no comment.
    pub(super) fn is_bare(&self) -> bool {
        self.behind.is_none() && self.own.is_empty()
    }

    /// What separates the tokens where nothing but a comment asks for a line break.
    pub(super) fn or(self, bare: Doc) -> Doc {
        if self.is_bare() { bare } else { self.lines(EmptyLines::DropLast) }
    }

    /// What separates tokens that stand on different lines.
    pub(super) fn lines(self, empty: EmptyLines) -> Doc {
        let is_first = self.own.is_empty();
        let is_empty = match empty {
            EmptyLines::Keep => self.has_empty_line,
            EmptyLines::DropFirst => self.has_empty_line && !is_first,
            EmptyLines::DropLast => false,
            EmptyLines::Force => self.has_empty_line || is_first,
        };
        Doc::Parts(vec![self.remarks(empty), if is_empty { Doc::Empty } else { Doc::Hard }])
    }

    /// The comments, without a break behind the last.
    pub(super) fn remarks(self, empty: EmptyLines) -> Doc {
        let mut parts = Vec::new();
        parts.extend(self.behind.map(Doc::Remark));
        for (index, (has_empty_line, remark)) in self.own.into_iter().enumerate() {
            let is_empty = match empty {
                EmptyLines::Keep | EmptyLines::DropLast => has_empty_line,
                EmptyLines::DropFirst => has_empty_line && index > 0,
                EmptyLines::Force => has_empty_line || index == 0,
            };
            parts.push(if is_empty { Doc::Empty } else { Doc::Hard });
            parts.push(text(remark));
        }
        Doc::Parts(parts)
    }
}
