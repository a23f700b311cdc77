//! From limits that were hit while names and values of a file were followed to what the file's errors say: once for each
//! kind of limit, however often it was hit.
//!
//! Every limit that cuts an answer short is one of these, unless its place can be told; then it is noted where it is hit.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use crate::input::errors::{ErrorStage, FileError};

/// A limit that cuts answers about names and values short. What is beyond it counts as unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Names that stand for names, or lead on through imports.
    Aliases,
    /// Bindings of one name.
    Bindings,
    /// Things that one name may stand for.
    Alternatives,
    /// Bases in other files.
    Bases,
    /// Values behind the class of one value.
    Values,
    /// Classes that one value may be of.
    Classes,
    /// Parts and nesting of constant expressions.
    Constants,
    /// The length of a constant text.
    Texts,
    /// Positional arguments of one call.
    Arguments,
}

impl Limit {
    const ALL: [Limit; 9] = [
        Limit::Aliases,
        Limit::Bindings,
        Limit::Alternatives,
        Limit::Bases,
        Limit::Values,
        Limit::Classes,
        Limit::Constants,
        Limit::Texts,
        Limit::Arguments,
    ];

    /// What was cut, in a sentence.
    fn message(self) -> &'static str {
        match self {
            Limit::Aliases => "some names lead on through too many others, and were not followed to their end",
            Limit::Bindings => "some names are bound too often, and what they stand for is taken for unknown",
            Limit::Alternatives => "some names may stand for too many things, and only the first of these were kept",
            Limit::Bases => {
                "some classes inherit from too many classes of other files, and only some of these were asked"
            }
            Limit::Values => "the classes of some values lead through too many other values, and were not all found",
            Limit::Classes => "some values may be of too many classes, and only the first of these were kept",
            Limit::Constants => "some expressions are too long or too deep to be computed, and count as not constant",
            Limit::Texts => "some constant texts grow too long to be computed, and count as not constant",
            Limit::Arguments => {
                "some calls have too many positional arguments, and the parameters of the last are not known"
            }
        }
    }
}

/// Some of the limits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub(crate) struct LimitSet(u16);

/// The limits that were hit so far.
#[derive(Debug, Default)]
pub struct LimitsHit(Cell<u16>);

impl LimitsHit {
    /// A limit was hit.
    #[cold]
    pub(crate) fn note(&self, limit: Limit) {
        self.0.set(self.0.get() | 1 << limit as u16);
    }

    /// An answer is used that limits cut.
    pub(crate) fn add(&self, limits: LimitSet) {
        self.0.set(self.0.get() | limits.0);
    }

    /// Those that were hit.
    pub(crate) fn hit(&self) -> LimitSet {
        LimitSet(self.0.get())
    }

    /// The errors of the file whose answers they cut.
    pub fn errors(&self) -> impl Iterator<Item = FileError> {
        self.errors_beside(LimitSet::default())
    }

    /// As [`LimitsHit::errors`], without those that the file has already.
    pub(crate) fn errors_beside(&self, known: LimitSet) -> impl Iterator<Item = FileError> + use<> {
        let new = self.0.get() & !known.0;
        let hit = Limit::ALL.into_iter().filter(move |&limit| new & 1 << limit as u16 != 0);
        hit.map(|limit| FileError::of_file(ErrorStage::Limit, limit.message().to_owned()))
    }
}
