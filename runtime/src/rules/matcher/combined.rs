//! Several matchers as one, so that one pass over a file serves them all: the compiled catalogue and rules that were loaded
//! when the program began.
//!
//! Rules, slots, tables and views are put one behind another. A matcher goes on counting its own from 0;
//! [`Cx::run_part`] translates what it says. A table that several declare alike is one table. Rules of a matcher can be
//! left out, so that an edited version of them can take their place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::Matcher;
use crate::output::schema::{RuleDef, TableDef, ViewDef};
use crate::rules::cx::{Cx, Part};
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;

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

/// Several matchers that run as one, none of them a combination itself. Their joined definitions live as long as the program, as those of every matcher.
pub struct Combined<'m> {
    parts: Vec<(Part, &'m dyn Matcher)>,
    /// For each rule its matcher's place and its index there.
    homes: Vec<(usize, usize)>,
    tables: &'static [TableDef],
    rules: &'static [RuleDef],
    views: &'static [ViewDef],
    slots: &'static [&'static [Kind]],
}

/// A place in a rule file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RulePlace {
    /// The file.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for RulePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Two matchers declare something of one name that can not be one.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
#[error("{what} `{name}` is declared twice{difference}\n  --> {first}\n  --> {second}")]
pub struct Clash {
    /// What it is: a table, view or rule.
    pub what: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How the two differ, where they could have been one.
    pub difference: String,
    /// The declaration in the earlier matcher.
    pub first: RulePlace,
    /// The declaration in the later matcher.
    pub second: RulePlace,
}

impl<'m> Combined<'m> {
    /// The matchers in the order in which their rules run at a node.
    ///
    /// # Errors
    ///
    /// When two of them declare a table with different columns or keys, or a view or rule of one name.
    pub fn new<C: Into<Contribution<'m>>>(matchers: impl IntoIterator<Item = C>) -> Result<Self, Clash> {
        let mut joined = Joined::default();
        let mut slots = Vec::new();
        let (mut parts, mut homes) = (Vec::new(), Vec::new());
        for contribution in matchers.into_iter().map(Into::into) {
            let numbers = joined.add(&contribution)?;
            homes.extend((0..numbers.len()).filter(|&rule| numbers[rule].is_some()).map(|rule| (parts.len(), rule)));
            let part = Part { rules: Some(numbers.leak()), first_slot: slots.len() };
            slots.extend_from_slice(contribution.matcher.slots());
            parts.push((part, contribution.matcher));
        }
        let Joined { tables, rules, views, .. } = joined;
        let (tables, rules, views, slots) = (tables.leak(), rules.leak(), views.leak(), slots.leak());
        Ok(Combined { parts, homes, tables, rules, views, slots })
    }

    /// The matcher that has the rule, what it is of all, and the rule's index there.
    fn part_of(&self, rule: usize) -> (Part, &'m dyn Matcher, usize) {
        let (home, rule) = self.homes[rule];
        let (part, matcher) = self.parts[home];
        (part, matcher, rule)
    }
}

impl Matcher for Combined<'_> {
    fn tables(&self) -> &'static [TableDef] {
        self.tables
    }

    fn rules(&self) -> &'static [RuleDef] {
        self.rules
    }

    fn views(&self) -> &'static [ViewDef] {
        self.views
    }

    fn slots(&self) -> &'static [&'static [Kind]] {
        self.slots
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        self.parts.iter().any(|(_, matcher)| matcher.is_wanted(kind))
    }

    fn visit(&self, cx: &Cx<'_>, node: NodeId) {
        for &(part, matcher) in &self.parts {
            cx.run_part(part, || matcher.visit(cx, node));
        }
    }

    fn run(&self, rule: usize, cx: &Cx<'_>, node: NodeId) {
        let (part, matcher, rule) = self.part_of(rule);
        cx.run_part(part, || matcher.run(rule, cx, node));
    }

    fn is_wanted_by(&self, rule: usize, kind: Kind) -> bool {
        let (_, matcher, rule) = self.part_of(rule);
        matcher.is_wanted_by(rule, kind)
    }
}

/// The definitions of the matchers so far.
#[derive(Default)]
struct Joined {
    tables: Vec<TableDef>,
    rules: Vec<RuleDef>,
    views: Vec<ViewDef>,
    /// Index of each table by its name.
    by_name: BTreeMap<&'static str, usize>,
}

impl Joined {
    /// Adds what a matcher contributes; gives the number of each of its rules.
    fn add(&mut self, contribution: &Contribution<'_>) -> Result<Vec<Option<usize>>, Clash> {
        let matcher = contribution.matcher;
        let runs = |rule: &RuleDef| !contribution.without.contains(rule.name);
        let mut tables = Vec::new();
        for (index, table) in matcher.tables().iter().enumerate() {
            let mut rules = matcher.rules().iter().filter(|rule| rule.table == index).peekable();
            let is_left_out = rules.peek().is_some() && !rules.any(runs);
            tables.push(if is_left_out { None } else { Some(self.add_table(table)?) });
        }
        let mut numbers = Vec::new();
        for rule in matcher.rules() {
            let table = tables[rule.table].filter(|_| runs(rule));
            numbers.push(table.map(|_| self.rules.len()));
            let Some(table) = table else { continue };
            if let Some(known) = self.rules.iter().find(|known| known.name == rule.name) {
                return Err(clash("rule", rule.name, (known.file, known.line), (rule.file, rule.line)));
            }
            self.rules.push(RuleDef { table, ..*rule });
        }
        for view in matcher.views().iter().filter(|_| contribution.has_views) {
            let views = self.views.iter().map(|known| (known.name, (known.file, known.line)));
            let known_tables = self.tables.iter().map(|known| (known.name, (known.file, known.line)));
            if let Some((_, known)) = views.chain(known_tables).find(|(name, _)| *name == view.name) {
                return Err(clash("view", view.name, known, (view.file, view.line)));
            }
            self.views.push(*view);
        }
        Ok(numbers)
    }

    /// Index of the table; one that is known already is not added again.
    fn add_table(&mut self, table: &TableDef) -> Result<usize, Clash> {
        let second = (table.file, table.line);
        if let Some(view) = self.views.iter().find(|view| view.name == table.name) {
            return Err(clash("table", table.name, (view.file, view.line), second));
        }
        if let Some(&index) = self.by_name.get(table.name) {
            let known = &self.tables[index];
            return match difference(known, table) {
                None => Ok(index),
                Some(difference) => {
                    Err(Clash { difference, ..clash("table", table.name, (known.file, known.line), second) })
                }
            };
        }
        self.by_name.insert(table.name, self.tables.len());
        self.tables.push(*table);
        Ok(self.tables.len() - 1)
    }
}

type Declared = (&'static str, u32);

fn clash(what: &'static str, name: &'static str, first: Declared, second: Declared) -> Clash {
    let place = |(file, line)| RulePlace { file, line };
    Clash { what, name, difference: String::new(), first: place(first), second: place(second) }
}

/// What keeps two tables from being one.
fn difference(one: &TableDef, other: &TableDef) -> Option<String> {
    for (column, twin) in one.columns.iter().zip(other.columns) {
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
