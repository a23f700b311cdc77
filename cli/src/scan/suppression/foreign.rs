//! From comments for other checkers (`# nosec B602`, `# noqa: S602`) to the weaknesses that their codes stand for. Both
//! number their checks alike: the letter differs, the number is that of bandit.

/// Which comments of other checkers count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Honored {
    /// `# nosec` counts.
    pub(crate) nosec: bool,
    /// `# noqa: S602` counts. Without a code it is about style, and does not.
    pub(crate) noqa: bool,
}

impl Honored {
    /// The text may have such a comment.
    pub(crate) fn may_be_in(self, text: &str) -> bool {
        self.nosec && text.contains("nosec") || self.noqa && text.to_ascii_lowercase().contains("noqa")
    }
}

/// A comment for another checker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Foreign {
    /// `nosec` or `noqa`.
    word: &'static str,
    /// The numbers of the checks; none silences all.
    numbers: Vec<u32>,
}

impl Foreign {
    /// The comment whose text behind the `#` this is, if it is one that counts.
    pub(crate) fn of(comment: &str, honored: Honored) -> Option<Self> {
        comment.split('#').find_map(|part| {
            let part = part.trim();
            if honored.nosec
                && let Some(codes) = part.strip_prefix("nosec")
                && !codes.starts_with(|c: char| c.is_alphanumeric())
            {
                return Some(Foreign { word: "nosec", numbers: numbers(codes, 'B') });
            }
            let is_noqa = honored.noqa && part.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("noqa"));
            let codes = part.get(4..).filter(|_| is_noqa)?.trim_start().strip_prefix(':')?;
            let numbers = numbers(codes, 'S');
            (!numbers.is_empty()).then_some(Foreign { word: "noqa", numbers })
        })
    }

    /// It silences a problem of these weaknesses.
    pub(crate) fn names(&self, cwes: impl Iterator<Item = u32>) -> bool {
        let cwes: Vec<u32> = cwes.collect();
        self.numbers.is_empty()
            || self.numbers.iter().any(|number| weaknesses(*number).iter().any(|cwe| cwes.contains(cwe)))
    }

    /// Itself, as the reason why a finding is silenced.
    pub(crate) fn said(&self) -> String {
        format!("`# {}`", self.word)
    }
}

/// The numbers of the codes with that letter, up to the first word that is no code.
fn numbers(codes: &str, letter: char) -> Vec<u32> {
    let words = codes.trim_start_matches([':', ' ']).split([',', ' ', '\t']).filter(|word| !word.is_empty());
    let is_code = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word.ends_with(|c: char| c.is_ascii_digit())
    };
    words.take_while(is_code).filter_map(|word| word.strip_prefix(letter)?.parse().ok()).collect()
}

/// The CWE numbers of what a check of bandit looks for; none for a check that no problem of ours is about.
fn weaknesses(number: u32) -> &'static [u32] {
    match number {
        101 => &[617, 703],
        102 | 307 => &[78, 94, 95],
        103 => &[276, 732],
        104 => &[605, 1327],
        105..=107 => &[259, 798],
        108 | 306 => &[377, 379],
        113 => &[400],
        201 => &[94, 215, 489],
        202 => &[22],
        301 | 302 | 403 => &[502],
        303 | 324 => &[327, 328, 916],
        304 | 305 => &[327],
        308 | 703 | 704 => &[79, 80],
        310 => &[22, 918],
        311 => &[330, 338],
        312 | 321 | 401 | 402 => &[319],
        313..=320 | 405..=411 => &[611, 776],
        323 | 501 => &[295],
        502..=504 => &[326, 327],
        505 => &[326],
        506 => &[20, 502],
        507 => &[295, 322],
        601..=607 | 609 => &[77, 78, 88],
        608 | 610 | 611 => &[89],
        612 => &[94],
        614 => &[502],
        701 | 702 => &[79, 94, 1336],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_others_are_read() {
        let check = |comment: &str, expected: Option<(&str, &[u32])>| {
            let found = Foreign::of(comment, Honored { nosec: true, noqa: true });
            let found = found.as_ref().map(|foreign| (foreign.word, &*foreign.numbers));
            assert_eq!(found, expected, "{comment}");
        };
        check(" nosec", Some(("nosec", &[])));
        check(" nosec B602, B607", Some(("nosec", &[602, 607])));
        check("nosec: B602 the list is fixed", Some(("nosec", &[602])));
        check(" noqa: E501,S608", Some(("noqa", &[608])));
        check(" type: ignore # NOQA:S608", Some(("noqa", &[608])));
        check(" noqa", None);
        check(" noqa: E501", None);
        check(" nosecret", None);
        check(" plain", None);
        assert_eq!(Foreign::of(" nosec", Honored::default()), None);
    }

    #[test]
    fn a_code_silences_its_weakness_only() {
        let check = |comment: &str, cwe: u32, expected: bool| {
            let foreign = Foreign::of(comment, Honored { nosec: true, noqa: true }).unwrap();
            assert_eq!(foreign.names([cwe].into_iter()), expected, "{comment} and CWE-{cwe}");
        };
        check("nosec B602", 78, true);
        check("nosec B602", 89, false);
        check("nosec", 89, true);
        check("noqa: S608", 89, true);
        check("nosec B199", 89, false);
    }
}
