//! From a string literal in the tree to the text that it denotes: prefixes, escapes, doubled braces, holes.
//!
//! The literal's own brackets are the only nodes that are read; what lies between them is decoded from the source, so a
//! damaged literal gives what can be read of it.

use bumpalo::Bump;
use bumpalo::collections::Vec as BumpVec;

use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Tree};

/// What the letters before the quote say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// `r`: backslashes are only text.
    pub is_raw: bool,
    /// `b`: bytes.
    pub is_bytes: bool,
    /// `f` or `t`: braces enclose holes.
    pub is_format: bool,
}

impl Style {
    /// The style that the letters stand for; letters that Python does not know are passed over.
    pub fn of_prefix(letters: &str) -> Self {
        let has = |wanted: char| letters.chars().any(|letter| letter.eq_ignore_ascii_case(&wanted));
        Style { is_raw: has('r'), is_bytes: has('b'), is_format: has('f') || has('t') }
    }
}

/// A part of a string literal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// Decoded text.
    Text(&'t str),
    /// An `interpolation` node.
    Hole(NodeId),
}

/// The letters before the quote of a `string` node, as written.
pub fn prefix<'t>(tree: &Tree<'t>, string: NodeId) -> &'t str {
    let opening = tree.child_of_kind(string, Kind::StringStart).map_or("", |start| tree.slice(start));
    opening.trim_end_matches(['"', '\''])
}

/// The style of a `string` node.
pub fn style(tree: &Tree<'_>, string: NodeId) -> Style {
    Style::of_prefix(prefix(tree, string))
}

/// The `string` nodes of a literal: itself, or those that stand next to each other in a `concatenated_string`.
pub fn literals(tree: &Tree<'_>, literal: NodeId) -> Vec<NodeId> {
    match tree.kind(literal) {
        Kind::String => vec![literal],
        Kind::ConcatenatedString => tree.children(literal).filter(|&part| tree.kind(part) == Kind::String).collect(),
        _ => Vec::new(),
    }
}

/// The `interpolation` nodes of a literal, in order.
pub fn holes(tree: &Tree<'_>, literal: NodeId) -> Vec<NodeId> {
    let strings = literals(tree, literal);
    let parts = strings.iter().flat_map(|&string| tree.children(string));
    parts.filter(|&part| tree.kind(part) == Kind::Interpolation).collect()
}

/// Text and holes of one `string` node, in order. Characters of a bytes literal stand for bytes.
pub fn pieces<'t>(tree: &Tree<'t>, arena: &'t Bump, string: NodeId) -> BumpVec<'t, Piece<'t>> {
    let mut pieces = BumpVec::new_in(arena);
    let style = style(tree, string);
    let mut at = content_start(tree, string);
    let end = content_end(tree, string).max(at);
    for hole in tree.children(string).filter(|&part| tree.kind(part) == Kind::Interpolation) {
        let node = tree.node(hole);
        push_text(&mut pieces, arena, tree.source.get(at..node.start as usize), style);
        pieces.push(Piece::Hole(hole));
        at = node.end as usize;
    }
    push_text(&mut pieces, arena, tree.source.get(at..end), style);
    pieces
}

fn push_text<'t>(pieces: &mut BumpVec<'t, Piece<'t>>, arena: &'t Bump, text: Option<&'t str>, style: Style) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        pieces.push(Piece::Text(decode(arena, text, style)));
    }
}

fn content_start(tree: &Tree<'_>, string: NodeId) -> usize {
    let start = tree.child_of_kind(string, Kind::StringStart).map_or(tree.node(string).start, |s| tree.node(s).end);
    start as usize
}

fn content_end(tree: &Tree<'_>, string: NodeId) -> usize {
    let end = tree.child_of_kind(string, Kind::StringEnd).map_or(tree.node(string).end, |e| tree.node(e).start);
    end as usize
}

/// The text that is written as `text` between the quotes; borrowed when nothing stands for something else.
pub fn decode<'t>(arena: &'t Bump, text: &'t str, style: Style) -> &'t str {
    let is_plain = text.bytes().all(|byte| match byte {
        b'\r' => false,
        b'\\' => style.is_raw,
        b'{' | b'}' => !style.is_format,
        _ => true,
    });
    if is_plain {
        return text;
    }
    let mut decoded = bumpalo::collections::String::with_capacity_in(text.len(), arena);
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                skip(&mut chars, '\n');
                decoded.push('\n');
            }
            '{' | '}' if style.is_format => {
                skip(&mut chars, char);
                decoded.push(char);
            }
            '\\' if !style.is_raw => escape(&mut chars, style.is_bytes, &mut decoded),
            char => decoded.push(char),
        }
    }
    decoded.into_bump_str()
}

fn skip(chars: &mut std::str::Chars<'_>, expected: char) {
    if chars.as_str().starts_with(expected) {
        chars.next();
    }
}

/// Reads what follows a backslash. An escape that Python does not know stays as it is written.
fn escape(chars: &mut std::str::Chars<'_>, is_bytes: bool, decoded: &mut bumpalo::collections::String<'_>) {
    let Some(letter) = chars.next() else {
        decoded.push('\\');
        return;
    };
    let plain = match letter {
        '\n' => return,
        '\r' => return skip(chars, '\n'),
        '\\' | '\'' | '"' => Some(letter),
        'a' => Some('\x07'),
        'b' => Some('\x08'),
        'f' => Some('\x0c'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'v' => Some('\x0b'),
        '0'..='7' => octal(chars, letter),
        'x' => hex(chars, 2),
        'u' if !is_bytes => hex(chars, 4),
        'U' if !is_bytes => hex(chars, 8),
        _ => None,
    };
    match plain {
        Some(char) => decoded.push(char),
        None => decoded.extend(['\\', letter]),
    }
}

fn octal(chars: &mut std::str::Chars<'_>, first: char) -> Option<char> {
    let mut code = first.to_digit(8)?;
    for _ in 0..2 {
        let Some(digit) = chars.clone().next().and_then(|char| char.to_digit(8)) else { break };
        code = code * 8 + digit;
        chars.next();
    }
    char::from_u32(code)
}

fn hex(chars: &mut std::str::Chars<'_>, n_digits: usize) -> Option<char> {
    let digits = chars.as_str().get(..n_digits)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let code = u32::from_str_radix(digits, 16).ok()?;
    *chars = chars.as_str()[n_digits..].chars();
    Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_decoded_as_python_does() {
        let cases = [
            ("", r"a\nb", "a\nb"),
            ("", r"\x41\u00e9\U0001F600\101\0", "Aé😀A\0"),
            ("", r"\d\x4\u12", r"\d\x4\u12"),
            ("", "a\\\nb", "ab"),
            ("", "a\\\r\nb\r\nc", "ab\nc"),
            ("r", r"\n\\", r"\n\\"),
            ("R", "x", "x"),
            ("f", "{{a}}", "{a}"),
            ("", "{{a}}", "{{a}}"),
            ("rf", r"{{\d}}", r"{\d}"),
            ("b", r"\xff\u0041", "\u{ff}\\u0041"),
            ("", r"\ud800", "\u{fffd}"),
            ("", r"\N{DASH}", r"\N{DASH}"),
            ("", "\\", "\\"),
            ("", r"\xé", r"\xé"),
        ];
        let arena = Bump::new();
        for (prefix, written, meant) in cases {
            assert_eq!(decode(&arena, written, Style::of_prefix(prefix)), meant, "{prefix}'{written}'");
        }
    }
}
