//! From what the rules of one matcher are known by there to what they are known by among all that run together.

use aud_rules_plan::{FactId, RuleId};

/// Where the rules, slots, constants and facts of one matcher lie among those of all matchers that run together. A matcher
/// counts its own from 0; with [`Offsets::NONE`] they are its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offsets {
    /// The number of each of its rules; none for a rule that does not run. Without numbers they are its own.
    pub rules: Option<&'static [Option<RuleId>]>,
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
    pub const NONE: Offsets = Offsets { rules: None, slot: 0, set: 0, names: 0, pattern: 0, fact: 0 };

    /// The number of its rule `rule`, when it runs.
    #[inline]
    pub(super) fn rule(&self, rule: RuleId) -> Option<RuleId> {
        self.rules.map_or(Some(rule), |rules| rules[rule.index()])
    }

    /// The number of its fact `fact`.
    #[inline]
    pub(super) fn fact(&self, fact: FactId) -> FactId {
        FactId(self.fact + fact.0)
    }
}
