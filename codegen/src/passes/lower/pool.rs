//! Constants of the plan, each kept once.

use std::collections::BTreeMap;

use crate::check::model::Members;
use aud_rules_plan::{LiteralSet, NamesId, PatternId, SetId, SlotId};

/// Values with the index at which each was first put in.
#[derive(Debug)]
pub(super) struct Pool<T> {
    items: Vec<T>,
    indexes: BTreeMap<T, u32>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Pool { items: Vec::new(), indexes: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Pool<T> {
    fn put(&mut self, item: T) -> u32 {
        if let Some(&index) = self.indexes.get(&item) {
            return index;
        }
        let index = self.items.len() as u32;
        self.items.push(item.clone());
        self.indexes.insert(item, index);
        index
    }

    /// The values by index.
    pub(super) fn into_items(self) -> Vec<T> {
        self.items
    }
}

/// All pools of a plan.
#[derive(Debug, Default)]
pub(super) struct Pools {
    pub(super) sets: Pool<LiteralSet>,
    pub(super) names: Pool<Vec<String>>,
    pub(super) patterns: Pool<String>,
    pub(super) slots: Pool<Vec<String>>,
}

impl Pools {
    /// The set of these literals.
    pub(super) fn set(&mut self, members: &Members) -> SetId {
        SetId(self.sets.put(LiteralSet { texts: sorted(&members.texts), ints: sorted(&members.ints) }))
    }

    /// The set of these texts.
    pub(super) fn text_set(&mut self, texts: &[String]) -> SetId {
        SetId(self.sets.put(LiteralSet { texts: sorted(texts), ints: Vec::new() }))
    }

    /// The set of these dotted names; builtins get their module.
    pub(super) fn names(&mut self, names: &[String]) -> NamesId {
        let qualified: Vec<String> = names.iter().map(|name| aud_rules_plan::builtins::qualify(name)).collect();
        NamesId(self.names.put(sorted(&qualified)))
    }

    /// The regular expression of that text.
    pub(super) fn pattern(&mut self, pattern: &str) -> PatternId {
        PatternId(self.patterns.put(pattern.to_owned()))
    }

    /// The slot that collects nodes of these kinds.
    pub(super) fn slot(&mut self, kinds: &[String]) -> SlotId {
        SlotId(self.slots.put(sorted(kinds)))
    }
}

fn sorted<T: Ord + Clone>(items: &[T]) -> Vec<T> {
    let mut items = items.to_vec();
    items.sort();
    items.dedup();
    items
}
