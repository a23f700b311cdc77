//! From the names at a node to the rules that are due there: the look-up that both engines begin with.
//!
//! Why a rule may be left out is argued where the tables are made, in codegen's `fuse`.

use aud_rules_plan::RuleId;

use crate::rules::file_state::FileState;
use crate::rules::names;
use crate::rules::prim::{self, Prim};
use crate::syntax::tree::NodeId;
use crate::value::{NameSet, Value};

/// Rules, ascending.
pub type Rules<'p> = &'p [RuleId];

/// What to do at a node of one kind.
#[derive(Clone, Copy)]
pub struct Decision<'p> {
    /// Rules that every node of the kind is given to.
    pub always: Rules<'p>,
    /// Rules that ask for a name.
    pub keyed: &'p [KeyTable<'p>],
}

/// Which names of what stands at a path lead to rules.
#[derive(Clone, Copy, Debug)]
pub enum By {
    /// Of an expression: its last name, as written and as resolved.
    Name,
    /// The text that stands there.
    Text,
    /// Of a call: the keywords of its arguments.
    Keyword,
    /// Of a class: what it inherits from among these names, which are all of the table.
    Ancestor(&'static NameSet),
    /// Of a value: the classes that it is an instance of among these names, which are all of the table, their heirs included.
    Class(&'static NameSet),
}

/// Rules that ask for names of what stands at one path from the node.
#[derive(Clone, Copy)]
pub struct KeyTable<'p> {
    /// Which names.
    pub by: By,
    /// Properties that lead there; one that gives a list leads to each member.
    pub path: &'p [Prim],
    /// The rules by name, sorted by it.
    pub names: &'p [(&'p str, Rules<'p>)],
    /// All rules of `names`: they are due when what has the names is not known yet, or other files have to be asked for them.
    pub all: Rules<'p>,
}

impl Decision<'_> {
    /// Calls `run` for each rule that is due at a node, in the order of their ids.
    #[inline]
    pub fn each_due(&self, state: &FileState<'_>, node: NodeId, mut run: impl FnMut(RuleId)) {
        if self.keyed.is_empty() {
            self.always.iter().for_each(|&rule| run(rule));
        } else {
            Due::at(state, node, self).for_each(run);
        }
    }
}

/// Lists beyond this many take memory of their own.
const INLINE_LISTS: usize = 8;

/// The rules that are due at a node, ascending, each once.
pub struct Due<'p> {
    first: [Rules<'p>; INLINE_LISTS],
    n_first: usize,
    more: Vec<Rules<'p>>,
}

impl<'p> Due<'p> {
    /// What a decision gives for `node`.
    pub fn at(state: &FileState<'_>, node: NodeId, decision: &Decision<'p>) -> Self {
        let mut due = Due { first: [&[]; INLINE_LISTS], n_first: 0, more: Vec::new() };
        due.add(decision.always);
        for table in decision.keyed {
            due.look_up(state, Value::Node(node), table.path, table);
        }
        due
    }

    fn look_up<'t>(&mut self, state: &FileState<'t>, value: Value<'t>, path: &[Prim], table: &KeyTable<'p>) {
        match (value, path) {
            (Value::List(members), _) => members.iter().for_each(|&member| self.look_up(state, member, path, table)),
            (Value::Node(node), [prim, rest @ ..]) => self.look_up(state, prim(state, node, &[]), rest, table),
            (Value::Text(text), []) => self.take(text, table),
            (Value::Node(node), []) => {
                let mut take = |key: &str| self.take(key, table);
                let is_told = match table.by {
                    By::Name => {
                        names::each_key(state, node, &mut take);
                        true
                    }
                    By::Text => true,
                    By::Keyword => prim::each_keyword(state, node, &mut take),
                    By::Ancestor(asked) => names::each_ancestor(state, node, asked, &mut take),
                    By::Class(asked) => names::each_class(state, node, asked, &mut take),
                };
                if !is_told {
                    self.add(table.all);
                }
            }
            (Value::Open(_), _) => self.add(table.all),
            _ => {}
        }
    }

    fn take(&mut self, key: &str, table: &KeyTable<'p>) {
        if let Ok(place) = table.names.binary_search_by_key(&key, |&(name, _)| name) {
            self.add(table.names[place].1);
        }
    }

    fn add(&mut self, rules: Rules<'p>) {
        if self.n_first < INLINE_LISTS {
            self.first[self.n_first] = rules;
            self.n_first += 1;
        } else {
            self.more.push(rules);
        }
    }
}

impl Iterator for Due<'_> {
    type Item = RuleId;

    fn next(&mut self) -> Option<RuleId> {
        let lists = || self.first[..self.n_first].iter().chain(&self.more);
        let next = *lists().filter_map(|list| list.first()).min()?;
        for list in self.first[..self.n_first].iter_mut().chain(&mut self.more) {
            if list.first() == Some(&next) {
                *list = &list[1..];
            }
        }
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_merged_ascending_and_without_repetition() {
        let many: Vec<Vec<u32>> = (0..12).map(|n| vec![n, n + 1]).collect();
        let many: Vec<&[u32]> = many.iter().map(Vec::as_slice).collect();
        let cases: &[(&[&[u32]], &[u32])] = &[
            (&[], &[]),
            (&[&[]], &[]),
            (&[&[1, 4, 9]], &[1, 4, 9]),
            (&[&[4], &[1, 9], &[4, 9, 12]], &[1, 4, 9, 12]),
            (&many, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ];
        for (lists, expected) in cases {
            let mut due = Due { first: [&[]; INLINE_LISTS], n_first: 0, more: Vec::new() };
            let lists: Vec<Vec<RuleId>> = lists.iter().map(|list| list.iter().copied().map(RuleId).collect()).collect();
            lists.iter().for_each(|list| due.add(list));
            assert_eq!(due.map(|rule| rule.0).collect::<Vec<_>>(), *expected);
        }
    }
}
