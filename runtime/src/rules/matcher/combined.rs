//! Several matchers as one, so that one pass over a file serves them all: the compiled catalogue and rules that were loaded
//! when the program began.
//!
//! Rules, slots, tables and views are put one behind another. A matcher goes on counting its own from 0;
//! [`Offsets`] translate what it says. A table that several declare alike is one table. Rules of a matcher can be
//! left out, so that an edited version of them can take their place.

use std::collections::{BTreeMap, BTreeSet};

use super::Matcher;
use crate::rules::file_state::FileState;
use crate::rules::offsets::Offsets;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Constants;
use aud_rules_plan::{Declared, Example, RuleHead, RuleId, RuleLine, Table, TableId};

/// What one matcher contributes.
#[derive(Clone)]
pub struct Contribution<'m> {
    /// The matcher.
    pub matcher: &'m dyn Matcher,
    /// Names of its rules that are left out, with the tables that only they fill.
    pub without: BTreeSet<String>,
    /// Its views are there too.
    pub has_views: bool,
}

impl<'m> From<&'m dyn Matcher> for Contribution<'m> {
    fn from(matcher: &'m dyn Matcher) -> Self {
        Contribution { matcher, without: BTreeSet::new(), has_views: true }
    }
}

/// Several matchers that run as one, none of them a combination itself.
pub struct Combined<'m> {
    parts: Vec<(Offsets, &'m dyn Matcher)>,
    /// For each rule its matcher's place and its id there.
    homes: Vec<(usize, RuleId)>,
    declared: Declared,
    constants: Constants,
    n_facts: u32,
}

/// Two matchers declare something of one name that can not be one.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
#[error("{what} `{name}` is declared twice{difference}\n  --> {first}\n  --> {second}")]
pub struct Clash {
    /// What it is: a table, view or rule.
    pub what: &'static str,
    /// Its name.
    pub name: String,
    /// How the two differ, where they could have been one.
    pub difference: Box<str>,
    /// The declaration in the earlier matcher.
    pub first: RuleLine,
    /// The declaration in the later matcher.
    pub second: RuleLine,
}

impl<'m> Combined<'m> {
    /// The matchers in the order in which their rules run at a node.
    ///
    /// # Errors
    ///
    /// When two of them declare a table with different columns or keys, or a view or rule of one name.
    pub fn new<C: Into<Contribution<'m>>>(matchers: impl IntoIterator<Item = C>) -> Result<Self, Clash> {
        let mut joined = Joined::default();
        let (mut sets, mut names, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        let (mut parts, mut homes) = (Vec::new(), Vec::new());
        let mut next = Offsets::NONE;
        for contribution in matchers.into_iter().map(Into::into) {
            let numbers = joined.add(&contribution)?;
            let runs = (0..numbers.len()).filter(|&rule| numbers[rule].is_some());
            homes.extend(runs.map(|rule| (parts.len(), RuleId::at(rule))));
            let matcher = contribution.matcher;
            parts.push((Offsets { rules: Some(numbers.leak()), ..next }, matcher));
            let constants = matcher.constants();
            sets.extend_from_slice(constants.sets);
            names.extend_from_slice(constants.names);
            patterns.extend_from_slice(constants.patterns);
            next = Offsets {
                rules: None,
                slot: next.slot + matcher.slots().len() as u32,
                set: sets.len() as u32,
                names: names.len() as u32,
                pattern: patterns.len() as u32,
                fact: next.fact + matcher.n_facts(),
            };
        }
        let constants = Constants { sets: sets.leak(), names: names.leak(), patterns: patterns.leak() };
        Ok(Combined { parts, homes, declared: joined.declared, constants, n_facts: next.fact })
    }

    /// The matcher that has the rule, where that lies among all, and the rule's id there.
    fn part_of(&self, rule: RuleId) -> (&Offsets, &'m dyn Matcher, RuleId) {
        let (home, rule) = self.homes[rule.index()];
        let (offsets, matcher) = &self.parts[home];
        (offsets, *matcher, rule)
    }
}

impl Matcher for Combined<'_> {
    fn declared(&self) -> &Declared {
        &self.declared
    }

    fn examples(&self, rule: RuleId) -> &[Example] {
        let (_, matcher, rule) = self.part_of(rule);
        matcher.examples(rule)
    }

    fn slots(&self) -> Vec<&[Kind]> {
        self.parts.iter().flat_map(|(_, matcher)| matcher.slots()).collect()
    }

    fn constants(&self) -> Constants {
        self.constants
    }

    fn n_facts(&self) -> u32 {
        self.n_facts
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        self.parts.iter().any(|(_, matcher)| matcher.is_wanted(kind))
    }

    /// A combination is never part of another one, so that it looks at its own offsets only.
    fn visit(&self, state: &FileState<'_>, _: &Offsets, node: NodeId) {
        for (offsets, matcher) in &self.parts {
            matcher.visit(state, offsets, node);
        }
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, _: &Offsets, node: NodeId) {
        let (offsets, matcher, rule) = self.part_of(rule);
        matcher.run(rule, state, offsets, node);
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        let (_, matcher, rule) = self.part_of(rule);
        matcher.is_wanted_by(rule, kind)
    }
}

/// What the matchers declare so far.
#[derive(Default)]
struct Joined {
    declared: Declared,
    /// Each table by its name.
    by_name: BTreeMap<String, TableId>,
}

impl Joined {
    /// Adds what a matcher contributes; gives the number of each of its rules.
    fn add(&mut self, contribution: &Contribution<'_>) -> Result<Vec<Option<RuleId>>, Clash> {
        let matcher = contribution.matcher;
        let runs = |rule: &RuleHead| !contribution.without.contains(&rule.name);
        let mut tables = Vec::new();
        for (index, table) in matcher.tables().iter().enumerate() {
            let mut rules = matcher.rules().iter().filter(|rule| rule.table.index() == index).peekable();
            let is_left_out = rules.peek().is_some() && !rules.any(runs);
            tables.push(if is_left_out { None } else { Some(self.add_table(table)?) });
        }
        let mut numbers = Vec::new();
        for rule in matcher.rules() {
            let table = tables[rule.table.index()].filter(|_| runs(rule));
            numbers.push(table.map(|_| RuleId::at(self.declared.rules.len())));
            let Some(table) = table else { continue };
            if let Some(known) = self.declared.rules.iter().find(|known| known.name == rule.name) {
                return Err(clash("rule", &rule.name, &known.at, &rule.at));
            }
            self.declared.rules.push(RuleHead { table, ..rule.clone() });
        }
        for view in matcher.views().iter().filter(|_| contribution.has_views) {
            let views = self.declared.views.iter().map(|known| (&known.name, &known.at));
            let tables = self.declared.tables.iter().map(|known| (&known.name, &known.at));
            if let Some((_, known)) = views.chain(tables).find(|(name, _)| **name == view.name) {
                return Err(clash("view", &view.name, known, &view.at));
            }
            self.declared.views.push(view.clone());
        }
        self.declared.files.extend_from_slice(&matcher.declared().files);
        Ok(numbers)
    }

    /// The table's id; one that is known already is not added again.
    fn add_table(&mut self, table: &Table) -> Result<TableId, Clash> {
        if let Some(view) = self.declared.views.iter().find(|view| view.name == table.name) {
            return Err(clash("table", &table.name, &view.at, &table.at));
        }
        if let Some(&id) = self.by_name.get(&table.name) {
            let known = &self.declared.tables[id.index()];
            return match difference(known, table) {
                None => Ok(id),
                Some(difference) => {
                    Err(Clash { difference: difference.into(), ..clash("table", &table.name, &known.at, &table.at) })
                }
            };
        }
        let id = TableId::at(self.declared.tables.len());
        self.by_name.insert(table.name.clone(), id);
        self.declared.tables.push(table.clone());
        Ok(id)
    }
}

fn clash(what: &'static str, name: &str, first: &RuleLine, second: &RuleLine) -> Clash {
    Clash { what, name: name.to_owned(), difference: Box::default(), first: first.clone(), second: second.clone() }
}

/// What keeps two tables from being one.
fn difference(one: &Table, other: &Table) -> Option<String> {
    for (column, twin) in one.columns.iter().zip(&other.columns) {
        if column.name != twin.name {
            return Some(format!(": its column `{}` is `{}` in the second", column.name, twin.name));
        }
        if column.ty != twin.ty || column.is_optional != twin.is_optional {
            return Some(format!(": its column `{}` has another type in the second", column.name));
        }
    }
    let (n_columns, n_others) = (one.columns.len(), other.columns.len());
    if n_columns != n_others {
        return Some(format!(": with {n_columns} columns and with {n_others}"));
    }
    (one.unique != other.unique).then(|| ": its keys differ".to_owned())
}

#[cfg(test)]
mod tests;
