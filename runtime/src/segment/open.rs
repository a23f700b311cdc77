//! What only the project stage can decide, as owned data; [`crate::project::decide`] makes rows of it.
//!
//! Open values refer to one another and share their parts. Those of a file are written down once each, parts first, so that
//! they take no more room than what they depend on and are decided from front to back without recursion; rules ask much the
//! same of a node, so values that are made alike are one. Texts lie in one string and members in one vector, so that a value
//! costs no allocation of its own.

mod freezer;

use aud_rules_plan::TableId;
use serde::{Deserialize, Serialize};

pub use self::freezer::Freezer;
use crate::segment::facts::Match;
use crate::segment::question::{OwnedQuestion, QuestionId};
use crate::value::{Fold, Op, PatternId, SetId};

/// Neighbours in one of the lists of [`OpenValues`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Part {
    start: u32,
    len: u32,
}

impl Part {
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// [`Value`], owned and without nodes. What it is made of is in the lists of the file.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedValue {
    None,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(Part),
    List(Part),
    /// Keys, which are texts, and values by turns.
    Object(Part),
    /// The key, and behind it the members.
    Group(Part),
    Set(SetId),
    Pattern(PatternId),
    /// The open value at that place.
    Open(u32),
}

/// [`Open`], owned; it refers to open values before it only. Items are conditions and values by turns.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedOpen {
    Ask(QuestionId),
    Apply(Op, Part),
    Choose(Part),
    Fold(Fold, Part),
    /// What the loop or aggregate over a list puts here.
    Member,
    /// An aggregate over the members of a list: the condition and the value of each.
    Each(Fold, LoopId, Part),
}

/// A loop, by its place among those of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub(crate) struct LoopId(pub(crate) u32);

/// Walks a list that only the project stage knows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Loop {
    /// The list.
    pub(crate) list: OwnedValue,
    /// Place of the [`OwnedOpen::Member`].
    pub(crate) member: u32,
    /// Places of the open values that are to be decided for each member, in order: what depends on it and on none further in.
    pub(crate) body: Vec<u32>,
}

/// What waits in one file depends on these values.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OpenValues {
    /// What is asked of the project, each question once.
    pub questions: Vec<OwnedQuestion>,
    /// Open values, each behind its parts.
    pub(crate) open: Vec<OwnedOpen>,
    /// Loops over lists that only the project stage knows, outer before inner.
    pub(crate) loops: Vec<Loop>,
    walked: Vec<LoopId>,
    values: Vec<OwnedValue>,
    text: String,
}

impl OpenValues {
    pub(crate) fn values(&self, part: Part) -> &[OwnedValue] {
        &self.values[part.range()]
    }

    pub(crate) fn walked(&self, part: Part) -> &[LoopId] {
        &self.walked[part.range()]
    }

    pub(crate) fn text(&self, part: Part) -> &str {
        &self.text[part.range()]
    }
}

/// A row that waits for the project stage.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DeferredRow {
    /// Its table.
    pub table: TableId,
    /// The rule that made it, and where.
    pub of: Match,
    pub(crate) guards: OpenGuards,
    pub(crate) cells: Part,
}

/// Conditions that only the project stage can decide.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct OpenGuards {
    /// The loops around what they guard, outer before inner: it is there once for each member.
    pub(crate) walked: Part,
    pub(crate) all: Part,
}
