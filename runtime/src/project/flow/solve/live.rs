//! The kinds of sinks that data is not clean for, by how sure it is that the data is there, and by what code it has passed.

use crate::segment::endpoint::Kinds;

/// The kinds of sinks that data is not clean for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in super::super) struct Live {
    /// On some way.
    pub(in super::super) anywhere: Ways,
    /// On some way that leads through no file of tests: a part of the former.
    pub(in super::super) outside_tests: Ways,
}

/// The kinds of sinks that data is not clean for on ways of some kind. Whatever is in one of them is in those after it.
///
/// A call of which nothing is known may make its result of what it is given. One such guess leads to findings that nobody
/// would see otherwise; a second one behind it is nearly never right, and makes data of most of a large project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in super::super) struct Ways {
    /// On some way on which nothing is presumed.
    pub(in super::super) sure: Kinds,
    /// On some way on which the functions that calls reach may be presumed, but are known.
    known: Kinds,
    /// On some way with one call at most of which nothing is known.
    pub(in super::super) any: Kinds,
}

/// A kind of ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct WayKind {
    /// Nothing is presumed on them.
    pub(in super::super) is_sure: bool,
    /// They lead through no file of tests.
    pub(in super::super) is_outside_tests: bool,
}

impl WayKind {
    /// Any way.
    pub(in super::super) const ANY: WayKind = WayKind { is_sure: false, is_outside_tests: false };

    /// All kinds of ways, the one that is told rather than others first.
    pub(in super::super) fn all() -> impl Iterator<Item = WayKind> {
        let both = [true, false].into_iter();
        both.flat_map(|is_outside_tests| [true, false].map(|is_sure| WayKind { is_sure, is_outside_tests }))
    }
}

impl Live {
    /// All kinds, surely.
    pub(super) const ALL: Live = Live { anywhere: Ways::ALL, outside_tests: Ways::ALL };

    /// Those on ways of that kind.
    pub(in super::super) fn on(self, kind: WayKind) -> Kinds {
        let ways = if kind.is_outside_tests { self.outside_tests } else { self.anywhere };
        if kind.is_sure { ways.sure } else { ways.any }
    }

    /// Of the best ways on which there are some of these kinds: what ways they are, and the kinds.
    pub(in super::super) fn best(self, kinds: u64) -> Option<(WayKind, u64)> {
        let mut found = WayKind::all().map(|of| (of, self.on(of).0 & kinds));
        found.find(|&(_, kinds)| kinds != 0)
    }

    /// On one way behind the other.
    pub(super) fn and(self, other: Live) -> Live {
        self.with(other, Ways::and)
    }

    /// On one way or the other.
    pub(super) fn or(self, other: Live) -> Live {
        self.with(other, Ways::or)
    }

    /// What is not in the other.
    pub(super) fn beyond(self, known: Live) -> Live {
        self.with(known, Ways::beyond)
    }

    /// Clean for these kinds as well.
    pub(super) fn without(self, kinds: Kinds) -> Live {
        self.each(|ways| ways.without(kinds))
    }

    /// Behind something that may be presumed.
    pub(super) fn assumed_if(self, is_assumed: bool) -> Live {
        if is_assumed { self.each(|ways| Ways { sure: Kinds::NONE, ..ways }) } else { self }
    }

    /// Behind a call of which nothing may be known.
    pub(super) fn guessed_if(self, is_guessed: bool) -> Live {
        if is_guessed {
            self.each(|ways| Ways { sure: Kinds::NONE, known: Kinds::NONE, any: ways.known })
        } else {
            self
        }
    }

    /// In code that may be a test.
    pub(super) fn tested_if(self, is_test: bool) -> Live {
        if is_test { Live { outside_tests: Ways::default(), ..self } } else { self }
    }

    /// There is no kind.
    pub(super) fn is_none(self) -> bool {
        self == Live::default()
    }

    fn each(self, change: impl Fn(Ways) -> Ways) -> Live {
        Live { anywhere: change(self.anywhere), outside_tests: change(self.outside_tests) }
    }

    fn with(self, other: Live, join: impl Fn(Ways, Ways) -> Ways) -> Live {
        Live {
            anywhere: join(self.anywhere, other.anywhere),
            outside_tests: join(self.outside_tests, other.outside_tests),
        }
    }
}

impl Ways {
    const ALL: Ways = Ways { sure: Kinds(u64::MAX), known: Kinds(u64::MAX), any: Kinds(u64::MAX) };

    fn and(self, other: Ways) -> Ways {
        Ways {
            sure: self.sure.and(other.sure),
            known: self.known.and(other.known),
            any: self.any.and(other.known).or(self.known.and(other.any)),
        }
    }

    fn or(self, other: Ways) -> Ways {
        Ways { sure: self.sure.or(other.sure), known: self.known.or(other.known), any: self.any.or(other.any) }
    }

    fn without(self, kinds: Kinds) -> Ways {
        Ways { sure: self.sure.without(kinds), known: self.known.without(kinds), any: self.any.without(kinds) }
    }

    fn beyond(self, known: Ways) -> Ways {
        Ways {
            sure: self.sure.without(known.sure),
            known: self.known.without(known.known),
            any: self.any.without(known.any),
        }
    }
}
