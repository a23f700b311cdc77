//! From text as it is written in a rule file to what it means: escapes resolved, indentation and comment marks taken off.

/// The text between two quotes with its escapes resolved, and the escapes that do not exist: offset of the backslash
/// and the character behind it.
pub(crate) fn unescape(raw: &str) -> (String, Vec<(usize, char)>) {
    let mut out = String::with_capacity(raw.len());
    let mut unknown = Vec::new();
    let mut chars = raw.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some((_, '"')) => out.push('"'),
            Some((_, '\\')) => out.push('\\'),
            Some((_, 'n')) => out.push('\n'),
            Some((_, 't')) => out.push('\t'),
            Some((_, other)) => unknown.push((at, other)),
            None => {}
        }
    }
    (out, unknown)
}

/// The regular expression between two slashes: `\/` stands for a slash, every other escape is the expression's own.
pub(crate) fn unescape_pattern(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('/')) => {}
            ('\\', Some(other)) => {
                out.extend([c, other]);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}

/// The text between `"""` and `"""`: the line break behind the first quotes, the blank line before the last ones and
/// the indentation that all lines share are dropped; line ends become `\n`.
pub(crate) fn dedent(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let mut lines: Vec<&str> = raw.split('\n').collect();
    // A text that begins right behind the quotes: its first line has no indentation to share.
    let begins_at_once = !is_blank(lines[0]);
    if !begins_at_once && lines.len() > 1 {
        lines.remove(0);
    }
    let ends_with_line = lines.len() > 1 && lines.last().is_some_and(|line| is_blank(line));
    if ends_with_line {
        lines.pop();
    }
    let indented = &lines[usize::from(begins_at_once)..];
    let margin = indented.iter().filter(|line| !is_blank(line)).map(|line| indentation(line)).reduce(common_prefix);
    let margin = margin.unwrap_or("").len();
    let mut out = String::with_capacity(raw.len());
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let taken = if index == 0 && begins_at_once { 0 } else { margin };
        if !is_blank(line) {
            out.push_str(&line[taken..]);
        }
    }
    if ends_with_line {
        out.push('\n');
    }
    out
}

/// What a `///` line says.
pub(crate) fn doc_line(raw: &str) -> &str {
    let text = raw.strip_prefix("///").unwrap_or(raw);
    text.strip_prefix(' ').unwrap_or(text).trim_end()
}

/// Number of characters before the first that is no white space, on the line that holds the offset.
pub(crate) fn indentation_at(source: &str, offset: usize) -> usize {
    let line = source[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    indentation(&source[line..]).chars().count()
}

/// Only white space stands before the offset on its line.
pub(crate) fn begins_line(source: &str, offset: usize) -> bool {
    let line = source[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    is_blank(&source[line..offset])
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\u{feff}'))
}

fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t', '\u{feff}']).len()]
}

fn common_prefix<'a>(a: &'a str, b: &'a str) -> &'a str {
    let shared: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    &a[..shared]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        let check = |raw: &str, want: &str, unknown: &[(usize, char)]| {
            assert_eq!(unescape(raw), (want.to_string(), unknown.to_vec()), "{raw}");
        };
        check("plain é", "plain é", &[]);
        check(r#"a\"b\\c\nd\te"#, "a\"b\\c\nd\te", &[]);
        check(r"\q\\é\x", r"\é", &[(0, 'q'), (6, 'x')]);
    }

    #[test]
    fn slashes_of_patterns() {
        let check = |raw: &str, want: &str| assert_eq!(unescape_pattern(raw), want, "{raw}");
        check(r"^a\/b\.c$", r"^a/b\.c$");
        check(r"\\", r"\\");
        check(r"\\\/", r"\\/");
    }

    #[test]
    fn indentation_is_taken_off() {
        let check = |raw: &str, want: &str| assert_eq!(dedent(raw), want, "{raw:?}");
        check("", "");
        check("x = 1", "x = 1");
        check("\n    a\n      b\n\n    c\n    ", "a\n  b\n\nc\n");
        check("\r\n    a\r\n    b\r\n", "a\nb\n");
        check("SELECT a\n    FROM b\n    WHERE c", "SELECT a\nFROM b\nWHERE c");
        check("\n\ta\n    b\n", "\ta\n    b\n");
        check("\n    a", "a");
        check("   \n\n    a\n", "\na\n");
        check("   ", "");
        check("\n", "");
    }

    #[test]
    fn doc_lines() {
        let check = |raw, want| assert_eq!(doc_line(raw), want);
        check("/// Text.  \r", "Text.");
        check("///   Indented", "  Indented");
        check("///", "");
    }

    #[test]
    fn layout() {
        let source = "a\n  b c\n";
        assert_eq!((indentation_at(source, 6), begins_line(source, 6)), (2, false));
        assert_eq!((indentation_at(source, 4), begins_line(source, 4)), (2, true));
        assert_eq!((indentation_at(source, 0), begins_line(source, 0)), (0, true));
    }
}
