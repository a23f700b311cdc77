//! The kinds of sinks that data is not clean for, by how sure it is that the data is there.

use crate::segment::endpoint::Kinds;

/// The kinds of sinks that data is not clean for. Whatever is in one of them is in those after it.
///
/// A call of which nothing is known may make its result of what it is given. One such guess leads to findings that nobody
/// would see otherwise; a second one behind it is nearly never right, and makes data of most of a large project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in super::super) struct Live {
    /// On some way on which nothing is presumed.
    pub(in super::super) sure: Kinds,
    /// On some way on which the functions that calls reach may be presumed, but are known.
    known: Kinds,
    /// On some way with one call at most of which nothing is known.
    pub(in super::super) any: Kinds,
}

impl Live {
    /// All kinds, surely.
    pub(super) const ALL: Live = Live { sure: Kinds(u64::MAX), known: Kinds(u64::MAX), any: Kinds(u64::MAX) };

    /// On one way behind the other.
    pub(super) fn and(self, other: Live) -> Live {
        Live {
            sure: self.sure.and(other.sure),
            known: self.known.and(other.known),
            any: self.any.and(other.known).or(self.known.and(other.any)),
        }
    }

    /// On one way or the other.
    pub(super) fn or(self, other: Live) -> Live {
        Live { sure: self.sure.or(other.sure), known: self.known.or(other.known), any: self.any.or(other.any) }
    }

    /// Clean for these kinds as well.
    pub(super) fn without(self, kinds: Kinds) -> Live {
        Live { sure: self.sure.without(kinds), known: self.known.without(kinds), any: self.any.without(kinds) }
    }

    /// Behind something that may be presumed.
    pub(super) fn assumed_if(self, is_assumed: bool) -> Live {
        if is_assumed { Live { sure: Kinds::NONE, ..self } } else { self }
    }

    /// Behind a call of which nothing may be known.
    pub(super) fn guessed_if(self, is_guessed: bool) -> Live {
        if is_guessed { Live { sure: Kinds::NONE, known: Kinds::NONE, any: self.known } } else { self }
    }

    /// What is not in the other.
    pub(super) fn beyond(self, known: Live) -> Live {
        Live {
            sure: self.sure.without(known.sure),
            known: self.known.without(known.known),
            any: self.any.without(known.any),
        }
    }

    /// There is no kind.
    pub(super) fn is_none(self) -> bool {
        self == Live::default()
    }
}
