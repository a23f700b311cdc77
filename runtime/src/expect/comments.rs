//! Python text to its comments, and to the lines that hold code. Works on text that no parser accepts.

use crate::syntax::pass::line_starts;

/// A comment of a Python text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Comment<'t> {
    /// Its line, from 1.
    pub(super) line: u32,
    /// What stands behind the `#`, to the end of the line.
    pub(super) text: &'t str,
    /// Nothing but white space stands before it.
    pub(super) is_alone: bool,
}

/// The lines of a Python text, told apart.
pub(super) struct Lines<'t> {
    /// The text of each line without its end.
    pub(super) texts: Vec<&'t str>,
    /// All comments in order.
    pub(super) comments: Vec<Comment<'t>>,
    has_code: Vec<bool>,
}

impl<'t> Lines<'t> {
    /// Tells the lines of `text` apart.
    pub(super) fn of(text: &'t str) -> Self {
        let mut lines = Lines { texts: split_lines(text), comments: Vec::new(), has_code: Vec::new() };
        let mut open = None;
        for index in 0..lines.texts.len() {
            lines.scan(index, &mut open);
        }
        lines
    }

    /// The first line after `line` that holds code; the inside of a long string counts as code.
    pub(super) fn next_code(&self, line: u32) -> Option<u32> {
        let after = line as usize;
        self.has_code.iter().skip(after).position(|&has_code| has_code).map(|skipped| (after + skipped) as u32 + 1)
    }

    /// Goes through one line. `open` is the delimiter of the string that the line before left open.
    fn scan(&mut self, index: usize, open: &mut Option<&'static str>) {
        let text = self.texts[index];
        let mut has_code = open.is_some();
        let mut at = 0;
        loop {
            if let Some(quote) = *open {
                let Some(end) = end_of_string(text, at, quote) else {
                    // A short string ends with its line, unless a backslash carries it over.
                    if quote.len() == 1 && !text.ends_with('\\') {
                        *open = None;
                    }
                    break;
                };
                at = end;
                *open = None;
            }
            let Some(&byte) = text.as_bytes().get(at) else { break };
            match byte {
                b'#' => {
                    self.comments.push(Comment { line: index as u32 + 1, text: &text[at + 1..], is_alone: !has_code });
                    break;
                }
                b'"' | b'\'' => {
                    has_code = true;
                    let quote = delimiter_at(&text[at..]);
                    at += quote.len();
                    *open = Some(quote);
                }
                _ => {
                    has_code |= !byte.is_ascii_whitespace();
                    at += 1;
                }
            }
        }
        self.has_code.push(has_code);
    }
}

fn split_lines(text: &str) -> Vec<&str> {
    let starts = line_starts(text);
    let ends = starts.iter().skip(1).map(|&start| start as usize).chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| text[start as usize..end].trim_end_matches(['\r', '\n'])).collect()
}

fn delimiter_at(text: &str) -> &'static str {
    ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| text.starts_with(quote)).unwrap_or("\"")
}

/// Where the string that is open at `from` has ended; none when it goes on behind this line.
fn end_of_string(text: &str, from: usize, quote: &str) -> Option<usize> {
    let mut at = from;
    while at < text.len() {
        if text.as_bytes()[at] == b'\\' {
            at += 2;
        } else if text.as_bytes()[at..].starts_with(quote.as_bytes()) {
            return Some(at + quote.len());
        } else {
            at += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, comments: &[(u32, &str, bool)], code: &[u32]) {
        let lines = Lines::of(text);
        let found: Vec<_> = lines.comments.iter().map(|c| (c.line, c.text, c.is_alone)).collect();
        assert_eq!(found, comments, "comments of {text:?}");
        let n_lines = lines.texts.len() as u32;
        let found: Vec<_> = (1..=n_lines).filter(|&line| lines.next_code(line - 1) == Some(line)).collect();
        assert_eq!(found, code, "lines of code of {text:?}");
    }

    #[test]
    fn comments_and_code_are_told_apart() {
        check("# a\nx = 1  # b\n\n  # c\n", &[(1, " a", true), (2, " b", false), (4, " c", true)], &[2]);
        check("x = '# no' # yes", &[(1, " yes", false)], &[1]);
        check("x = \"\"\"\n# no\n\"\"\" # yes", &[(3, " yes", false)], &[1, 2, 3]);
        check("x = '''a''' # yes\r\n\r\ny", &[(1, " yes", false)], &[1, 3]);
        check(r"x = 'it\'s # no' # yes", &[(1, " yes", false)], &[1]);
        check("x = 'left open # no\n# yes", &[(2, " yes", true)], &[1]);
        check("x = 'carried \\\n# no' # yes", &[(2, " yes", false)], &[1, 2]);
        check("x = ''\n# é\ry", &[(2, " é", true)], &[1, 3]);
        check("x = 'é\\é' # é", &[(1, " é", false)], &[1]);
        check("", &[], &[]);
    }
}
