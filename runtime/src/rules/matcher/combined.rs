//! Several matchers as one, so that one pass over a file serves them all: the compiled catalogue and rules that were loaded
//! when the program began.
//!
//! Rules, slots, tables, views and problems are put one behind another. A matcher goes on counting its own from 0;
//! [`Offsets`] translate what it says. A table that several declare alike is one table, and a kind of data of one name is
//! one kind. Rules and problems of a matcher can be left out, so that an edited version of them can take their place.

use std::collections::{BTreeMap, BTreeSet};

use super::Matcher;
use crate::rules::file_state::FileState;
use crate::rules::offsets::{Offsets, among_all};
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Constants;
use aud_rules_plan::{
    Declared, Detection, Example, FlowKind, MAX_FLOW_KINDS, Problem, ProblemExample, ProblemId, RuleHead, RuleId,
    RuleLine, Table, TableId, Target,
};

/// What one matcher contributes.
#[derive(Clone)]
pub struct Contribution<'m> {
    /// The matcher.
    pub matcher: &'m dyn Matcher,
    /// Names of its rules and problems that are left out, with the tables that only they fill.
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
    /// For each problem its matcher's place and its id there.
    problem_homes: Vec<(usize, ProblemId)>,
    declared: Declared,
    constants: Constants,
    n_facts: u32,
}

/// Two matchers declare what can not be there together.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
pub enum Clash {
    /// Something of one name that can not be one.
    #[error("{what} `{name}` is declared twice{difference}\n  --> {first}\n  --> {second}")]
    Twice {
        /// What it is: a table, view, rule or problem.
        what: &'static str,
        /// Its name.
        name: String,
        /// How the two differ, where they could have been one.
        difference: Box<str>,
        /// The declaration in the earlier matcher.
        first: RuleLine,
        /// The declaration in the later matcher.
        second: RuleLine,
    },
    /// More kinds of data than there are bits.
    #[error("the kind `{name}` is one more than the {MAX_FLOW_KINDS} kinds that there can be\n  --> {at}")]
    TooManyKinds {
        /// The first that is too many.
        name: String,
        /// Where it is declared.
        at: RuleLine,
    },
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
        let (mut parts, mut homes, mut problem_homes) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = Offsets::NONE;
        for contribution in matchers.into_iter().map(Into::into) {
            let Numbers { rules: numbers, kinds, problems } = joined.add(&contribution)?;
            let reported = (0..problems.len()).filter(|&problem| problems[problem].is_some());
            problem_homes.extend(reported.map(|problem| (parts.len(), ProblemId::at(problem))));
            let runs = (0..numbers.len()).filter(|&rule| numbers[rule].is_some());
            homes.extend(runs.map(|rule| (parts.len(), RuleId::at(rule))));
            let matcher = contribution.matcher;
            parts.push((Offsets { rules: Some(numbers.leak()), kinds: Some(kinds.leak()), ..next }, matcher));
            let constants = matcher.constants();
            sets.extend_from_slice(constants.sets);
            names.extend_from_slice(constants.names);
            patterns.extend_from_slice(constants.patterns);
            next = Offsets {
                rules: None,
                kinds: None,
                slot: next.slot + matcher.slots().len() as u32,
                set: sets.len() as u32,
                names: names.len() as u32,
                pattern: patterns.len() as u32,
                fact: next.fact + matcher.n_facts(),
            };
        }
        let constants = Constants { sets: sets.leak(), names: names.leak(), patterns: patterns.leak() };
        Ok(Combined { parts, homes, problem_homes, declared: joined.declared, constants, n_facts: next.fact })
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

    fn problem_examples(&self, problem: ProblemId) -> &[ProblemExample] {
        let (home, problem) = self.problem_homes[problem.index()];
        self.parts[home].1.problem_examples(problem)
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

/// What the rules, kinds and problems of a matcher are known by among those of all.
struct Numbers {
    /// By its own ids; none for a rule that does not run.
    rules: Vec<Option<RuleId>>,
    /// The bit of each kind.
    kinds: Vec<u8>,
    /// By its own ids; none for a problem that is left out.
    problems: Vec<Option<ProblemId>>,
}

/// What the matchers declare so far.
#[derive(Default)]
struct Joined {
    declared: Declared,
    /// Each table by its name.
    by_name: BTreeMap<String, TableId>,
}

impl Joined {
    /// Adds what a matcher contributes; gives the numbers of what it has.
    fn add(&mut self, contribution: &Contribution<'_>) -> Result<Numbers, Clash> {
        let matcher = contribution.matcher;
        let runs = |rule: &RuleHead| !contribution.without.contains(&rule.name);
        let mut tables = Vec::new();
        for (index, table) in matcher.tables().iter().enumerate() {
            let mut rules = matcher.rules().iter().filter(|rule| rule.table() == Some(TableId::at(index))).peekable();
            let is_left_out = rules.peek().is_some() && !rules.any(runs);
            tables.push(if is_left_out { None } else { Some(self.add_table(table)?) });
        }
        let kinds: Vec<u8> =
            matcher.declared().kinds.iter().map(|kind| self.add_kind(kind)).collect::<Result<_, _>>()?;
        let problems = self.add_problems(contribution, &kinds)?;
        let mut rules = Vec::new();
        for rule in matcher.rules() {
            let target = match rule.target {
                Target::Table(table) => tables[table.index()].map(Target::Table),
                Target::Problem(problem) => problems[problem.index()].map(Target::Problem),
                Target::Flow => Some(Target::Flow),
            };
            let target = target.filter(|_| runs(rule));
            rules.push(target.map(|_| RuleId::at(self.declared.rules.len())));
            let Some(target) = target else { continue };
            if let Some(known) = self.declared.rules.iter().find(|known| known.name == rule.name) {
                return Err(clash("rule", &rule.name, &known.at, &rule.at));
            }
            self.declared.rules.push(RuleHead { target, ..rule.clone() });
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
        Ok(Numbers { rules, kinds, problems })
    }

    /// The bit of a kind; one of a name that all files can name is known already when another matcher has it.
    fn add_kind(&mut self, kind: &FlowKind) -> Result<u8, Clash> {
        let is_same = |known: &FlowKind| {
            let is_of_file = !kind.is_private || known.at.file == kind.at.file;
            known.name == kind.name && known.is_private == kind.is_private && is_of_file
        };
        let bit = self.declared.kinds.iter().position(is_same).unwrap_or_else(|| {
            self.declared.kinds.push(kind.clone());
            self.declared.kinds.len() - 1
        });
        match bit < MAX_FLOW_KINDS {
            true => Ok(bit as u8),
            false => Err(Clash::TooManyKinds { name: kind.name.clone(), at: kind.at.clone() }),
        }
    }

    /// The number of each problem; `kinds` are the bits of the matcher's kinds.
    fn add_problems(&mut self, contribution: &Contribution<'_>, kinds: &[u8]) -> Result<Vec<Option<ProblemId>>, Clash> {
        let mut numbers = Vec::new();
        for problem in contribution.matcher.problems() {
            if contribution.without.contains(&problem.name) {
                numbers.push(None);
                continue;
            }
            if let Some(known) = self.declared.problems.iter().find(|known| known.name == problem.name) {
                return Err(clash("problem", &problem.name, &known.at, &problem.at));
            }
            let detection = match &problem.detection {
                Detection::Flow { from, to } => {
                    Detection::Flow { from: among_all(*from, kinds), to: among_all(*to, kinds) }
                }
                other @ (Detection::Rule | Detection::Query(_)) => other.clone(),
            };
            numbers.push(Some(ProblemId::at(self.declared.problems.len())));
            self.declared.problems.push(Problem { detection, ..problem.clone() });
        }
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
                Some(difference) => Err(differing("table", &table.name, difference, &known.at, &table.at)),
            };
        }
        let id = TableId::at(self.declared.tables.len());
        self.by_name.insert(table.name.clone(), id);
        self.declared.tables.push(table.clone());
        Ok(id)
    }
}

fn clash(what: &'static str, name: &str, first: &RuleLine, second: &RuleLine) -> Clash {
    differing(what, name, String::new(), first, second)
}

fn differing(what: &'static str, name: &str, difference: String, first: &RuleLine, second: &RuleLine) -> Clash {
    let (first, second) = (first.clone(), second.clone());
    Clash::Twice { what, name: name.to_owned(), difference: difference.into(), first, second }
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
