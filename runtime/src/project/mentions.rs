//! From the texts of a project to the packages that its values can come from: those that its files name, those that the stubs
//! of these name, and so on. Whether an unknown value is of a class of any other package need not be asked.
//!
//! A package is named where its name stands as a whole word, at the beginning of a string or behind `import` or `from` on a line,
//! be that in a comment: so no way to import is forgotten but the one that puts the name together while the program runs. Of an
//! environment nobody knows what its code leads to: with one,
//! everything counts as named.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use aud_rules_plan::NamesId;
use memchr::{memmem, memrchr};

use super::libraries::Libraries;
use super::values::UNNAMED_PACKAGES;

use crate::modules::ModuleMap;
use crate::value::Constants;

/// Packages, by their places in [`Packages`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mentions(Vec<bool>);

impl Mentions {
    /// Those of both.
    pub fn add(&mut self, other: &Mentions) {
        self.0.iter_mut().zip(&other.0).for_each(|(one, &other)| *one |= other);
    }
}

/// The packages that rules ask for or stubs describe.
pub struct Packages<'p> {
    names: Vec<&'p str>,
    finder: AhoCorasick,
    libraries: &'p Libraries,
}

impl<'p> Packages<'p> {
    /// Those of these constants and libraries. None when all packages count as named.
    pub fn of(constants: &Constants, libraries: &'p Libraries) -> Option<Self> {
        if libraries.has_environment() {
            return None;
        }
        let asked = constants.names.iter().flat_map(|set| set.names()).map(|name| package_of(name));
        let described = libraries.names().map(package_of);
        let names: Vec<&str> = asked.chain(described).collect::<BTreeSet<_>>().into_iter().collect();
        // No package of an identifier stands inside another at its beginning, where the longest is taken.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names).ok()?;
        Some(Packages { names, finder, libraries })
    }

    /// None of them.
    pub fn none(&self) -> Mentions {
        Mentions(vec![false; self.names.len()])
    }

    /// Those of these names; what is no package is left out.
    pub fn named<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Mentions {
        let mut found = self.none();
        for place in names.into_iter().filter_map(|name| self.names.binary_search(&name).ok()) {
            found.0[place] = true;
        }
        found
    }

    /// The names of packages, sorted.
    pub fn names_of(&self, mentions: &Mentions) -> impl Iterator<Item = &'p str> {
        self.names.iter().zip(&mentions.0).filter(|&(_, &is_there)| is_there).map(|(&name, _)| name)
    }

    /// Those that a text names.
    pub fn in_text(&self, text: &str) -> Mentions {
        let mut found = self.none();
        for hit in self.finder.find_iter(text) {
            let is_found = &mut found.0[hit.pattern().as_usize()];
            *is_found = *is_found || is_mentioned(text.as_bytes(), hit.range());
        }
        found
    }

    /// Those that the modules of a project are a part of, and those whose values are known without any file that names them.
    pub fn at_hand(&self, modules: &ModuleMap) -> Mentions {
        let own = modules.ids().flat_map(|module| modules.name(module).split('.'));
        self.named(own.chain(UNNAMED_PACKAGES))
    }

    /// The same, and all that the stubs of these lead to.
    #[must_use]
    pub fn closed(&self, mut mentions: Mentions) -> Mentions {
        let mut looked_at = self.none();
        while let Some(next) = (0..self.names.len()).find(|&at| mentions.0[at] && !looked_at.0[at]) {
            looked_at.0[next] = true;
            for text in self.libraries.texts_of(self.names[next]) {
                mentions.add(&self.in_text(text));
            }
        }
        mentions
    }
}

/// Of which sets of names a value may be that nothing is known of.
#[derive(Clone, Debug)]
pub struct Possible {
    /// By the id of the set; none when all of them are.
    sets: Option<Vec<bool>>,
}

impl Possible {
    /// All of them.
    pub const ALL: Possible = Possible { sets: None };

    /// Those that have a name of one of the packages. A name without a package is always possible.
    pub fn of(constants: &Constants, packages: &Packages<'_>, mentions: &Mentions) -> Possible {
        let is_named = |name: &str| {
            let package = package_of(name);
            package == name || packages.names.binary_search(&package).is_ok_and(|place| mentions.0[place])
        };
        let sets = constants.names.iter().map(|set| set.names().iter().any(|name| is_named(name)));
        Possible { sets: Some(sets.collect()) }
    }

    /// A value may be of one of these names.
    pub fn has(&self, names: NamesId) -> bool {
        self.sets.as_ref().and_then(|sets| sets.get(names.index())).copied().unwrap_or(true)
    }
}

/// What stands there is a whole word, and it may name a module.
fn is_mentioned(text: &[u8], word: Range<usize>) -> bool {
    let is_in_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let last = word.start.checked_sub(1).and_then(|at| text.get(at));
    if is_in_word(last) || is_in_word(text.get(word.end)) {
        return false;
    }
    let mut line = memrchr(b'\n', &text[..word.start]).map_or(0, |end| end + 1);
    while let Some(before) = text[..line].strip_suffix(b"\\\n").or_else(|| text[..line].strip_suffix(b"\\\r\n")) {
        line = memrchr(b'\n', before).map_or(0, |end| end + 1);
    }
    let before = &text[line..word.start];
    matches!(last, Some(b'\'' | b'"'))
        || memmem::find(before, b"import").is_some()
        || memmem::find(before, b"from").is_some()
}

/// The first part of a dotted name.
fn package_of(dotted: &str) -> &str {
    dotted.split('.').next().unwrap_or(dotted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::NameSet;

    static SHOP: NameSet = NameSet::new(&["flask.Flask", "quart.Quart"]);
    static MODEL: NameSet = NameSet::new(&["django.db.models.Model"]);
    static BARE: NameSet = NameSet::new(&["eval"]);
    const CONSTANTS: Constants = Constants { sets: &[], names: &[&SHOP, &MODEL, &BARE], patterns: &[] };

    #[test]
    fn packages_are_named_by_words_and_by_the_stubs_of_packages() {
        let stubs = [("wagtail/models.pyi", "from django.db import models"), ("quart.pyi", "")];
        let stubs = stubs.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let libraries = Libraries::new(stubs, Box::new(|_, _| None));
        let packages = Packages::of(&CONSTANTS, &libraries).unwrap();
        for (text, expected) in [
            ("import flask", "flask"),
            ("__import__('flask').Flask", "flask"),
            ("import flasks, my_flask, flask_login", ""),
            ("# from djangos", ""),
            ("# as in flask", ""),
            ("import os, \\\n    flask", "flask"),
            ("import os\nflask = 1", ""),
            ("from wagtail.models import Page", "django wagtail"),
            ("import quart.app as flask", "flask quart"),
            ("if x: import quart", "quart"),
        ] {
            let found = packages.closed(packages.in_text(text));
            assert_eq!(packages.names_of(&found).collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_set_is_possible_when_one_of_its_packages_is_named() {
        let packages = Packages::of(&CONSTANTS, Libraries::none()).unwrap();
        let answers = |names: &[&str]| {
            let possible = Possible::of(&CONSTANTS, &packages, &packages.named(names.iter().copied()));
            [0, 1, 2].map(|id| possible.has(NamesId(id)))
        };
        assert_eq!(answers(&[]), [false, false, true]);
        assert_eq!(answers(&["quart"]), [true, false, true]);
        assert_eq!(answers(&["django", "unheard_of"]), [false, true, true]);
        assert!(Possible::ALL.has(NamesId(1)));
    }
}
