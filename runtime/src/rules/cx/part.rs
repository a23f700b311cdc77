//! From the number of a rule in its matcher to its number among all that run together.

use aud_rules_plan::RuleId;

/// Which of the rules and slots of several matchers that run together are those of one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// The number of each of its rules; none for a rule that does not run. Without numbers they are its own.
    pub rules: Option<&'static [Option<RuleId>]>,
    /// Index of its first slot.
    pub first_slot: usize,
}

impl Part {
    /// The number of its rule `rule`, when it runs.
    #[inline]
    pub(super) fn rule(self, rule: RuleId) -> Option<RuleId> {
        self.rules.map_or(Some(rule), |rules| rules[rule.index()])
    }
}
