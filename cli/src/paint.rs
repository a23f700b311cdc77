//! Colours of a terminal, where standard output is one.

use std::io;

use aud_rules_codegen::diag::Color;

use crate::rule_paths::color_for;

/// Puts colour around words, or does not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    is_colored: bool,
}

impl Paint {
    /// For standard output.
    pub(crate) fn for_output() -> Self {
        Paint { is_colored: color_for(&io::stdout()) == Color::Always }
    }

    /// What went well.
    pub(crate) fn good(self, text: &str) -> String {
        self.with(text, "32")
    }

    /// What failed.
    pub(crate) fn bad(self, text: &str) -> String {
        self.with(text, "31")
    }

    /// What was left open.
    pub(crate) fn open(self, text: &str) -> String {
        self.with(text, "33")
    }

    /// What is less important.
    pub(crate) fn faint(self, text: &str) -> String {
        self.with(text, "2")
    }

    /// What is more important.
    pub(crate) fn strong(self, text: &str) -> String {
        self.with(text, "1")
    }

    fn with(self, text: &str, code: &str) -> String {
        if self.is_colored { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
