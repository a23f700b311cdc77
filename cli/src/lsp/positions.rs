//! Between bytes of a text and the lines and columns of the protocol, whose columns count what editor and server agreed
//! on.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

/// What columns count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16; what counts when nothing was agreed on.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The first of those that the editor offers.
    pub(super) fn choose(offered: &[PositionEncodingKind]) -> Encoding {
        let known = offered.iter().find_map(|kind| match kind {
            PositionEncodingKind::UTF8 => Some(Encoding::Utf8),
            PositionEncodingKind::UTF16 => Some(Encoding::Utf16),
            PositionEncodingKind::UTF32 => Some(Encoding::Utf32),
            _ => None,
        });
        known.unwrap_or_default()
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }

    /// The position of a byte; one in the middle of a character counts as its beginning.
    pub(super) fn position(self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count();
        let character: usize = before[start..].chars().map(|c| self.units(c)).sum();
        Position { line: line as u32, character: character as u32 }
    }

    /// The range of two bytes.
    pub(super) fn range(self, text: &str, start: usize, end: usize) -> Range {
        Range { start: self.position(text, start), end: self.position(text, end.max(start)) }
    }

    /// The byte of a position. Behind the end of a line it is the end of that line, behind the last one that of the text.
    pub(super) fn offset(self, text: &str, position: Position) -> usize {
        let mut start = 0;
        for _ in 0..position.line {
            match text[start..].find('\n') {
                Some(length) => start += length + 1,
                None => return text.len(),
            }
        }
        let line = text[start..].split('\n').next().unwrap_or("");
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut column = 0;
        for (at, c) in line.char_indices() {
            column += self.units(c);
            if column > position.character as usize {
                return start + at;
            }
        }
        start + line.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_positions_are_each_other() {
        let text = "aé🦀b\r\n\nz";
        let check = |encoding: Encoding, offset: usize, line: u32, character: u32| {
            let position = Position { line, character };
            assert_eq!(encoding.position(text, offset), position, "{encoding:?} {offset}");
            assert_eq!(encoding.offset(text, position), offset, "{encoding:?} {position:?}");
        };
        for (encoding, behind_crab) in [(Encoding::Utf8, 7), (Encoding::Utf16, 4), (Encoding::Utf32, 3)] {
            check(encoding, 0, 0, 0);
            check(encoding, 1, 0, 1);
            check(encoding, 7, 0, behind_crab);
            check(encoding, 8, 0, behind_crab + 1);
            check(encoding, 10, 1, 0);
            check(encoding, 11, 2, 0);
            check(encoding, 12, 2, 1);
        }
    }

    #[test]
    fn positions_outside_the_text_are_moved_into_it() {
        let check = |line: u32, character: u32, expected: usize| {
            assert_eq!(
                Encoding::Utf16.offset("a🦀\r\nb", Position { line, character }),
                expected,
                "{line}:{character}"
            );
        };
        check(0, 2, 1);
        check(0, 99, 5);
        check(1, 99, 8);
        check(7, 0, 8);
        check(u32::MAX, u32::MAX, 8);
        assert_eq!(Encoding::Utf16.position("a🦀", 3), Position { line: 0, character: 1 });
        assert_eq!(Encoding::Utf16.position("a", 99), Position { line: 0, character: 1 });
    }

    #[test]
    fn the_first_known_encoding_is_chosen() {
        let check = |offered: &[PositionEncodingKind], expected| assert_eq!(Encoding::choose(offered), expected);
        check(&[], Encoding::Utf16);
        check(&[PositionEncodingKind::UTF32, PositionEncodingKind::UTF8], Encoding::Utf32);
        check(&[PositionEncodingKind::UTF16, PositionEncodingKind::UTF8], Encoding::Utf16);
    }
}
