//! From the text of a rule file to the characters in it that can not be seen: whoever reads the file, or a message about
//! it in a terminal, must see what the compiler sees.

use crate::diag::{Code, Diagnostic, Diagnostics, is_hidden};
use crate::source::{FileId, Span};

/// Reports every hidden character; `true` when there is one. White space is none, and lines may end with `\r\n`.
pub(super) fn report(file: FileId, source: &str, diagnostics: &mut Diagnostics) -> bool {
    let mut has_some = false;
    for (at, c) in source.char_indices() {
        let is_space = matches!(c, '\n' | '\t') || (c == '\r' && source[at + 1..].starts_with('\n'));
        if is_space || !is_hidden(c) {
            continue;
        }
        has_some = true;
        let span = Span { file, start: at as u32, end: (at + c.len_utf8()) as u32 };
        let message = format!("the character `{}` can not be seen", c.escape_default());
        let help = match c {
            '\r' => "lines end with a line feed, or with a carriage return and a line feed",
            _ => "remove it; a regular expression asks for it as `\\u{...}`",
        };
        diagnostics.push(Diagnostic::new(Code::HiddenCharacter, span, message).help(help));
        if diagnostics.is_full() {
            break;
        }
    }
    has_some
}
