//! From what the rules of one matcher are known by there to what they are known by among all that run together.

use crate::segment::endpoint::Kinds;
use aud_rules_plan::{FactId, RuleId};

/// Where the rules, slots, constants and facts of one matcher lie among those of all matchers that run together. A matcher
/// counts its own from 0; with [`Offsets::NONE`] they are its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offsets {
    /// The number of each of its rules; none for a rule that does not run. Without numbers they are its own.
    pub rules: Option<&'static [Option<RuleId>]>,
    /// The bit of each of its kinds of data. Without bits they are its own.
    pub kinds: Option<&'static [u8]>,
    /// Its first slot.
    pub slot: u32,
    /// Its first set of literals.
    pub set: u32,
    /// Its first set of names.
    pub names: u32,
    /// Its first regular expression.
    pub pattern: u32,
    /// Its first fact.
    pub fact: u32,
}

impl Offsets {
    /// Those of a matcher that runs alone.
    pub const NONE: Offsets = Offsets { rules: None, kinds: None, slot: 0, set: 0, names: 0, pattern: 0, fact: 0 };

    /// The number of its rule `rule`, when it runs.
    #[inline]
    pub(super) fn rule(&self, rule: RuleId) -> Option<RuleId> {
        self.rules.map_or(Some(rule), |rules| rules[rule.index()])
    }

    /// Some of its kinds of data, among those of all.
    #[inline]
    pub(super) fn kinds(&self, own: u64) -> Kinds {
        Kinds(self.kinds.map_or(own, |bits| among_all(own, bits)))
    }

    /// The number of its fact `fact`.
    #[inline]
    pub(super) fn fact(&self, fact: FactId) -> FactId {
        FactId(self.fact + fact.0)
    }
}

/// Kinds of one matcher as those of all, when `bits` has the bit of each of its own.
pub(super) fn among_all(own: u64, bits: &[u8]) -> u64 {
    let named = bits.iter().enumerate().filter(|(bit, _)| own >> bit & 1 == 1);
    named.fold(0, |kinds, (_, bit)| kinds | 1 << bit)
}
