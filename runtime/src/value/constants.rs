//! The constants of rules: sets of literals, sets of dotted names, regular expressions. Each has an id, by which values
//! that are not decided yet refer to it where they are written down.

mod name_set;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::OnceLock;

use aud_rules_plan::{NamesId, PatternId, SetId};
use regex::Regex;

pub use self::name_set::NameSet;

/// A constant with its id. Two are the same when their ids are.
pub struct Constant<I, T: 'static> {
    /// Its id.
    pub id: I,
    /// What it is.
    pub value: &'static T,
}

/// A set of literals: the right side of `in`.
pub type Set = Constant<SetId, LiteralSet>;

/// Dotted names that a rule asks for: the right side of `is`, `inherits` and their like.
pub type Names = Constant<NamesId, NameSet>;

/// A regular expression: the right side of `like`.
pub type Like = Constant<PatternId, Pattern>;

impl<I: Copy, T> Clone for Constant<I, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Copy, T> Copy for Constant<I, T> {}

impl<I: PartialEq, T> PartialEq for Constant<I, T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<I: Eq, T> Eq for Constant<I, T> {}

impl<I: Hash, T> Hash for Constant<I, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl<I: fmt::Debug, T> fmt::Debug for Constant<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl<I, T> Deref for Constant<I, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

/// Texts and whole numbers.
#[derive(Debug, Default)]
pub struct LiteralSet {
    /// The texts, sorted.
    pub texts: &'static [&'static str],
    /// The whole numbers, sorted.
    pub ints: &'static [i64],
}

impl LiteralSet {
    /// It holds that text.
    pub fn has_text(&self, text: &str) -> bool {
        self.texts.binary_search(&text).is_ok()
    }

    /// It holds that number.
    pub fn has_int(&self, int: i64) -> bool {
        self.ints.binary_search(&int).is_ok()
    }
}

/// A regular expression of a rule; made ready when it is first asked.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    regex: OnceLock<Regex>,
}

impl Pattern {
    /// The expression of that text, which the compiler of rules has tried.
    pub const fn new(source: &'static str) -> Pattern {
        Pattern { source, regex: OnceLock::new() }
    }

    /// It is found somewhere in the text.
    ///
    /// # Panics
    ///
    /// When it is no regular expression; the compiler of rules refuses such rules.
    pub fn is_match(&self, text: &str) -> bool {
        let make = || Regex::new(self.source).expect("the compiler of the rules has compiled this expression");
        self.regex.get_or_init(make).is_match(text)
    }
}

/// All constants of a matcher, by their ids.
#[derive(Clone, Copy, Debug, Default)]
pub struct Constants {
    /// Sets of literals.
    pub sets: &'static [&'static LiteralSet],
    /// Sets of dotted names.
    pub names: &'static [&'static NameSet],
    /// Regular expressions.
    pub patterns: &'static [&'static Pattern],
}

impl Constants {
    /// None at all.
    pub const NONE: Constants = Constants { sets: &[], names: &[], patterns: &[] };

    /// The set of that id.
    pub fn set(&self, id: SetId) -> Set {
        Set { id, value: self.sets[id.index()] }
    }

    /// The dotted names of that id.
    pub fn names(&self, id: NamesId) -> Names {
        Names { id, value: self.names[id.index()] }
    }

    /// The regular expression of that id.
    pub fn pattern(&self, id: PatternId) -> Like {
        Like { id, value: self.patterns[id.index()] }
    }
}
