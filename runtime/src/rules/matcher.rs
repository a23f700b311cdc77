//! What the walk needs of a set of rules. The runtime knows no rule: a matcher is handed to it.

mod combined;

pub use combined::{Clash, Combined, Contribution, RulePlace};

use crate::output::schema::{RuleDef, TableDef, ViewDef};
use crate::rules::cx::Cx;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;

/// Which rules may run.
#[derive(Clone, Debug)]
pub struct RuleSet(Vec<bool>);

impl RuleSet {
    /// The rules for which `keep` holds, of `n_rules`.
    pub fn new(n_rules: usize, keep: impl Fn(usize) -> bool) -> Self {
        RuleSet((0..n_rules).map(keep).collect())
    }

    /// That rule may run.
    #[inline]
    pub fn contains(&self, rule: usize) -> bool {
        self.0[rule]
    }
}

/// A compiled or interpreted set of rules.
pub trait Matcher: Sync {
    /// Tables that the rules fill.
    fn tables(&self) -> &'static [TableDef];

    /// The rules; a rule is known by its index from here on.
    fn rules(&self) -> &'static [RuleDef];

    /// Views over the tables, in the order in which they can be created.
    fn views(&self) -> &'static [ViewDef];

    /// Kinds that each aggregate slot collects; the walk writes every node of these kinds down for it.
    fn slots(&self) -> &'static [&'static [Kind]];

    /// Whether any rule can match a node of that kind.
    fn is_wanted(&self, kind: Kind) -> bool;

    /// Runs every rule that can match `node`, in the order of their indexes.
    fn visit(&self, cx: &Cx<'_>, node: NodeId);

    /// Runs one rule on `node`, whose kind is one of the rule's; the unfused way, for tests and measurements.
    fn run(&self, rule: usize, cx: &Cx<'_>, node: NodeId);

    /// Whether that rule can match a node of that kind.
    fn is_wanted_by(&self, rule: usize, kind: Kind) -> bool;
}

/// No rules at all, for whoever needs of a file only its syntax, names and summary.
#[derive(Clone, Copy, Debug)]
pub struct NoRules;

impl Matcher for NoRules {
    fn tables(&self) -> &'static [TableDef] {
        &[]
    }

    fn rules(&self) -> &'static [RuleDef] {
        &[]
    }

    fn views(&self) -> &'static [ViewDef] {
        &[]
    }

    fn slots(&self) -> &'static [&'static [Kind]] {
        &[]
    }

    fn is_wanted(&self, _: Kind) -> bool {
        false
    }

    fn visit(&self, _: &Cx<'_>, _: NodeId) {}

    fn run(&self, _: usize, _: &Cx<'_>, _: NodeId) {}

    fn is_wanted_by(&self, _: usize, _: Kind) -> bool {
        false
    }
}
