//! Numbers of what a plan holds: each leads to one entry of one of its lists.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub u32);

            impl $name {
                /// Its place in the list that it leads into.
                #[inline]
                pub const fn index(self) -> usize {
                    self.0 as usize
                }

                /// The number of what stands at a place of that list. No list of a plan has more than `u32::MAX` entries.
                #[inline]
                pub const fn at(index: usize) -> Self {
                    Self(index as u32)
                }
            }
        )*
    };
}

ids! {
    /// A rule of a plan, or of what a matcher declares.
    RuleId
    /// A table of a plan, or of what a matcher declares.
    TableId
    /// A problem of a plan, or of what a matcher declares.
    ProblemId
    /// A variable of a rule; the first is its anchor.
    VarId
    /// A set of literals; equal sets are one.
    SetId
    /// A set of dotted names; equal sets are one.
    NamesId
    /// A regular expression.
    PatternId
    /// A list of nodes that the walk fills for the aggregates of one class.
    SlotId
    /// A predicate or define that is called.
    FunctionId
    /// A condition or value that is the same for a whole file.
    FactId
}
