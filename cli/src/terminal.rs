//! From text of unknown origin to text that a terminal shows and does not obey.

use aud_rules_codegen::diag::is_hidden;

/// `text` without characters that a terminal obeys, which are written as escapes; line ends and tabs stay.
pub(crate) fn for_terminal(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c if is_hidden(c) => shown.extend(c.escape_default()),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        let check = |text: &str, expected: &str| assert_eq!(for_terminal(text), expected);
        check("plain é", "plain é");
        check("a\n\tb", "a\n\tb");
        check("\u{1b}[31mred\u{7}", "\\u{1b}[31mred\\u{7}");
        check("a\rb", "a\\rb");
        check("a\u{202e}b\u{9b}c", "a\\u{202e}b\\u{9b}c");
    }
}
