//! Who looks on while a rule runs. The interpreter is made for its watcher: for [`Unwatched`] every call here is empty
//! and goes away, so that a watched run and any other are one function.

use crate::rules::run::Run;
use crate::value::{Item, Value};

/// An expression that is watched: its number among those that the loader has marked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Mark(pub(super) u32);

/// Sees what a rule does, in the order in which it is done.
pub(super) trait Watch<'t>: Copy {
    /// The step at that place of the running block begins.
    fn step(self, place: usize);

    /// A marked expression has that value.
    fn saw(self, mark: Mark, value: Value<'t>);

    /// The condition of the running step lets the rule go on, or not.
    fn held(self, holds: bool);

    /// The running loop comes to a member; the rule goes on with it, or not.
    fn round(self, member: Item<'t>, is_entered: bool);

    /// That round is over.
    fn end_round(self);

    /// The running step has emitted these cells.
    fn emitted(self, run: &Run<'_, 't>, cells: &[Value<'t>]);

    /// The running step has said something beside rows.
    fn said(self, run: &Run<'_, 't>);
}

/// Nobody looks on.
#[derive(Clone, Copy)]
pub(super) struct Unwatched;

impl<'t> Watch<'t> for Unwatched {
    #[inline(always)]
    fn step(self, _: usize) {}

    #[inline(always)]
    fn saw(self, _: Mark, _: Value<'t>) {}

    #[inline(always)]
    fn held(self, _: bool) {}

    #[inline(always)]
    fn round(self, _: Item<'t>, _: bool) {}

    #[inline(always)]
    fn end_round(self) {}

    #[inline(always)]
    fn emitted(self, _: &Run<'_, 't>, _: &[Value<'t>]) {}

    #[inline(always)]
    fn said(self, _: &Run<'_, 't>) {}
}
