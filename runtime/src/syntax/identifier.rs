//! From a name as it is written to the name that it is: Python compares identifiers under NFKC (PEP 3131), so that
//! `\u{fb01}x`, with a ligature, is `fix`.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The name that Python makes of an identifier, or of several with dots between them.
pub(crate) fn normal(written: &str) -> Cow<'_, str> {
    if written.is_ascii() || is_nfkc_quick(written.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(written);
    }
    Cow::Owned(written.nfkc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normalised_as_python_does_it() {
        for (written, name) in [
            ("fix", "fix"),
            ("caf\u{e9}", "caf\u{e9}"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("\u{fb01}x", "fix"),
            ("\u{ff45}\u{ff56}\u{ff41}\u{ff4c}", "eval"),
            ("\u{1d4ae}\u{1d502}\u{1d4c8}.x", "Sys.x"),
            ("\u{2115}", "N"),
            ("x\u{2082}", "x2"),
            ("\u{540d}\u{524d}", "\u{540d}\u{524d}"),
        ] {
            assert_eq!(normal(written), name, "{written}");
        }
    }
}
