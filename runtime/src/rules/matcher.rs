//! What the walk needs of a set of rules. The runtime knows no rule: a matcher is handed to it.

mod combined;

use aud_rules_plan::{Declared, Example, Problem, ProblemExample, ProblemId, RuleHead, RuleId, Table, View};
pub use combined::{Clash, Combined, Contribution};

use crate::rules::file_state::FileState;
use crate::rules::offsets::Offsets;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Constants;

/// Which rules may run.
#[derive(Clone, Debug)]
pub struct RuleSet(Vec<bool>);

impl RuleSet {
    /// The rules for which `keep` holds, of `n_rules`.
    pub fn new(n_rules: usize, keep: impl Fn(RuleId) -> bool) -> Self {
        RuleSet((0..n_rules).map(RuleId::at).map(keep).collect())
    }

    /// That rule may run.
    #[inline]
    pub fn contains(&self, rule: RuleId) -> bool {
        self.0[rule.index()]
    }
}

/// A compiled or interpreted set of rules.
pub trait Matcher: Sync {
    /// What the rules declare; a rule or table is known by its place there from here on.
    fn declared(&self) -> &Declared;

    /// Tables that the rules fill.
    fn tables(&self) -> &[Table] {
        &self.declared().tables
    }

    /// The rules, as others see them.
    fn rules(&self) -> &[RuleHead] {
        &self.declared().rules
    }

    /// Views over the tables, in the order in which they can be created.
    fn views(&self) -> &[View] {
        &self.declared().views
    }

    /// Problems that are reported; a problem is known by its place here.
    fn problems(&self) -> &[Problem] {
        &self.declared().problems
    }

    /// The examples of a rule; none when the rules were compiled without theirs.
    fn examples(&self, _: RuleId) -> &[Example] {
        &[]
    }

    /// The examples of a problem; none when the rules were compiled without theirs.
    fn problem_examples(&self, _: ProblemId) -> &[ProblemExample] {
        &[]
    }

    /// Kinds that each aggregate slot collects; the walk writes every node of these kinds down for it.
    fn slots(&self) -> Vec<&[Kind]>;

    /// Sets of literals, sets of names and regular expressions, by their ids.
    fn constants(&self) -> Constants;

    /// Number of conditions and values that are the same for a whole file.
    fn n_facts(&self) -> u32;

    /// Whether any rule can match a node of that kind.
    fn is_wanted(&self, kind: Kind) -> bool;

    /// Runs every rule that can match `node`, in the order of their ids. `offsets` say where this matcher's rules lie among
    /// all that run over the file.
    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId);

    /// Runs one rule on `node`, whose kind is one of the rule's; the unfused way, for tests and measurements.
    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId);

    /// Whether that rule can match a node of that kind.
    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool;
}

/// No rules at all, for whoever needs of a file only its syntax, names and summary.
#[derive(Clone, Copy, Debug)]
pub struct NoRules;

impl Matcher for NoRules {
    fn declared(&self) -> &Declared {
        static NOTHING: Declared = Declared {
            files: Vec::new(),
            tables: Vec::new(),
            rules: Vec::new(),
            views: Vec::new(),
            kinds: Vec::new(),
            problems: Vec::new(),
        };
        &NOTHING
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn constants(&self) -> Constants {
        Constants::NONE
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, _: Kind) -> bool {
        false
    }

    fn visit(&self, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn run(&self, _: RuleId, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn is_wanted_by(&self, _: RuleId, _: Kind) -> bool {
        false
    }
}
