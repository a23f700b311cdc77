//! Constants of the plan, each kept once.

use std::collections::BTreeMap;

use crate::check::model::{Members, Model, Set};
use crate::source::Span;
use aud_rules_plan::{Labels, LiteralSet, NamesId, PatternId, SetId, SlotId};

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
pub(super) struct Pools<'m> {
    /// Names of predicates by the place of their bodies.
    predicates: Option<&'m BTreeMap<Span, String>>,
    /// The body that is being lowered. A conversion around it has the same place.
    pub(super) inside: Option<Span>,
    pub(super) sets: Pool<LiteralSet>,
    pub(super) names: Pool<Vec<String>>,
    pub(super) patterns: Pool<String>,
    pub(super) slots: Pool<Vec<String>>,
}

impl<'m> Pools<'m> {
    /// Empty pools for the rules of a model.
    pub(super) fn of(model: &'m Model) -> Self {
        Pools { predicates: Some(&model.predicates), ..Pools::default() }
    }

    /// The predicate whose body stands there.
    pub(super) fn predicate_at(&self, span: Span) -> Option<String> {
        self.predicates?.get(&span).filter(|_| self.inside != Some(span)).cloned()
    }

    /// What the rule files call the sets.
    pub(super) fn labels(&self, model: &Model) -> Labels {
        let mut labels = Labels {
            sets: vec![String::new(); self.sets.items.len()],
            names: vec![String::new(); self.names.items.len()],
        };
        for Set { name, doc: _, members, span: _ } in &model.sets {
            let set = LiteralSet { texts: sorted(&members.texts), ints: sorted(&members.ints) };
            let names = sorted(&qualified(&members.texts));
            for (known, label) in
                [(self.sets.indexes.get(&set), &mut labels.sets), (self.names.indexes.get(&names), &mut labels.names)]
            {
                // Of two sets with the same members the first gives the name; of two private ones of one name the first
                // has it.
                let is_taken = label.contains(name);
                let label = known.and_then(|&at| label.get_mut(at as usize));
                if let Some(label) = label.filter(|label| label.is_empty() && !is_taken) {
                    label.clone_from(name);
                }
            }
        }
        labels
    }

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
        NamesId(self.names.put(sorted(&qualified(names))))
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

fn qualified(names: &[String]) -> Vec<String> {
    names.iter().map(|name| aud_rules_plan::builtins::qualify(name)).collect()
}

fn sorted<T: Ord + Clone>(items: &[T]) -> Vec<T> {
    let mut items = items.to_vec();
    items.sort();
    items.dedup();
    items
}
