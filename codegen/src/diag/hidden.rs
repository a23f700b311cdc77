//! From text of unknown origin to text that a terminal shows and does not obey.

/// Control characters, and those that turn the direction of the text around them: a terminal obeys both, so that what
/// is seen is not what is there.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with hidden characters written as escapes; line ends and tabs stay. For what is said.
pub fn printable(text: &str) -> String {
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

/// The text with a character of as many bytes in the place of each hidden one, so that ranges in it stay; line ends and
/// tabs stay. For lines that are drawn.
pub fn quoted(text: &str) -> String {
    let shown = |c: char| match c.len_utf8() {
        _ if !is_hidden(c) || matches!(c, '\n' | '\r' | '\t') => c,
        1 => '?',
        2 => '\u{b7}',
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_shown() {
        let check = |text: &str, said: &str, drawn: &str| {
            assert_eq!((&*printable(text), &*quoted(text)), (said, drawn));
            assert_eq!(text.len(), drawn.len());
        };
        check("plain é", "plain é", "plain é");
        check("a\n\tb", "a\n\tb", "a\n\tb");
        check("\u{1b}[31mred\u{7}", "\\u{1b}[31mred\\u{7}", "?[31mred?");
        check("a\rb", "a\\rb", "a\rb");
        check("a\u{202e}b\u{9b}c", "a\\u{202e}b\\u{9b}c", "a\u{fffd}b\u{b7}c");
    }
}
