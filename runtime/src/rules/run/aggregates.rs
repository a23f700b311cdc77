//! Walking lists, folding and grouping their members.

use super::{IntoValue, Run};
use crate::syntax::tree::NodeId;
use crate::value::ops;
use crate::value::{self, Fold, Group, Item, Op, Open, Value};

/// The members of a list of nodes or texts.
pub type Each<'t, T> = std::iter::Copied<std::slice::Iter<'t, T>>;

/// Something that is iterated, with the condition under which it is a member.
pub trait Member<'t>: Copy {
    /// The member itself.
    type Inner: Copy;

    /// The condition: `true`, or open.
    fn condition(self) -> Value<'t>;

    /// The member.
    fn inner(self) -> Self::Inner;
}

impl<'t> Member<'t> for Item<'t> {
    type Inner = Value<'t>;

    #[inline]
    fn condition(self) -> Value<'t> {
        self.condition
    }

    #[inline]
    fn inner(self) -> Value<'t> {
        self.value
    }
}

macro_rules! sure_members {
    ($($ty:ty),*) => {
        $(
            impl<'t> Member<'t> for $ty {
                type Inner = $ty;

                #[inline]
                fn condition(self) -> Value<'t> {
                    Value::Bool(true)
                }

                #[inline]
                fn inner(self) -> $ty {
                    self
                }
            }
        )*
    };
}

sure_members!(NodeId, &'t str, Value<'t>);

/// The members of a decided value.
#[derive(Clone)]
pub enum EachValue<'t> {
    /// Those of a list.
    Values(std::slice::Iter<'t, Value<'t>>),
    /// Nodes.
    Nodes(Each<'t, NodeId>),
    /// Those of a group, or of a list that is left open.
    Items(std::slice::Iter<'t, Item<'t>>),
    /// A single value is a list of one; absent is empty.
    One(Option<Value<'t>>),
}

impl<'t> Iterator for EachValue<'t> {
    type Item = Value<'t>;

    #[inline]
    fn next(&mut self) -> Option<Value<'t>> {
        match self {
            EachValue::Values(values) => values.next().copied(),
            EachValue::Nodes(nodes) => nodes.next().map(Value::Node),
            EachValue::Items(items) => items.next().map(|item| item.value),
            EachValue::One(value) => value.take(),
        }
    }
}

/// The members of any value, each with its condition.
#[derive(Clone)]
pub struct Items<'t> {
    of: EachValue<'t>,
    /// The one that stands for all members of a list that only the project stage knows.
    late: Option<Item<'t>>,
}

impl<'t> Items<'t> {
    /// Nodes, as values.
    pub fn nodes(nodes: Each<'t, NodeId>) -> Self {
        EachValue::Nodes(nodes).into()
    }
}

impl<'t> From<EachValue<'t>> for Items<'t> {
    fn from(of: EachValue<'t>) -> Self {
        Items { of, late: None }
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = Item<'t>;

    #[inline]
    fn next(&mut self) -> Option<Item<'t>> {
        if let Some(late) = self.late.take() {
            return Some(late);
        }
        match &mut self.of {
            EachValue::Items(items) => items.next().copied(),
            others => others.next().map(Item::sure),
        }
    }
}

/// Members one after another.
pub trait Members<'t>: Iterator<Item: Member<'t>> {
    /// What stands for all of them, when only the project stage knows them.
    fn late(&self) -> Option<&'t Open<'t>> {
        None
    }
}

impl<'t> Members<'t> for Items<'t> {
    fn late(&self) -> Option<&'t Open<'t>> {
        match self.late?.value {
            Value::Open(member) => Some(member),
            _ => None,
        }
    }
}

impl<'t> Members<'t> for EachValue<'t> {}

impl<'t, T: Member<'t>> Members<'t> for Each<'t, T> {}

impl<'t> Members<'t> for std::vec::IntoIter<Item<'t>> {}

/// Only the project stage knows how many members the list has.
fn is_late(list: &Open<'_>) -> bool {
    match list {
        Open::Fold(fold, _) => *fold != Fold::List,
        Open::Choose(arms) => arms.iter().any(|arm| matches!(arm.value, Value::Open(list) if is_late(list))),
        Open::Ask(_) | Open::Apply(..) | Open::Member(_) | Open::Each(_) => true,
    }
}

impl<'t> Run<'_, 't> {
    /// The members of a list of nodes or texts; none of an absent one.
    #[inline]
    pub fn each<T: Copy>(&self, list: Option<&'t [T]>) -> Each<'t, T> {
        let list = list.filter(|list| self.take(list.len()));
        list.unwrap_or_default().iter().copied()
    }

    /// The members of a decided value.
    #[inline]
    pub fn each_value(&self, list: Value<'t>) -> EachValue<'t> {
        self.items(list).of
    }

    /// The members of a list, each with its condition; a single value is a list of one, absent is empty. One stands for all
    /// members of a list that only the project stage knows.
    pub fn items(&self, list: Value<'t>) -> Items<'t> {
        let n_items = match list {
            Value::None => 0,
            Value::List(values) => values.len(),
            Value::Group(group) => group.members.len(),
            Value::Open(Open::Fold(_, items) | Open::Choose(items)) => items.len(),
            _ => 1,
        };
        if !self.take(n_items) {
            return EachValue::One(None).into();
        }
        let of = match list {
            Value::None => EachValue::One(None),
            Value::List(values) => EachValue::Values(values.iter()),
            Value::Group(group) => EachValue::Items(group.members.iter()),
            Value::Open(open) if is_late(open) => return self.late_items(list),
            Value::Open(Open::Fold(Fold::List, items)) => EachValue::Items(items.iter()),
            Value::Open(Open::Choose(arms)) => EachValue::Items(self.items_of_arms(arms).iter()),
            single => EachValue::One(Some(single)),
        };
        of.into()
    }

    /// The condition of the one that stands for all is that it is there. It holds for each, and a statement that asks it
    /// before anything else settles that it is there once for each.
    fn late_items(&self, list: Value<'t>) -> Items<'t> {
        match self.open(Open::Member(list)) {
            value @ Value::Open(_) => {
                let condition = self.is_present(value);
                Items { of: EachValue::One(None), late: Some(Item { condition, value }) }
            }
            _ => EachValue::One(None).into(),
        }
    }

    /// Members of a list that is one of several: those of each arm, under its condition and the failure of those before.
    fn items_of_arms(&self, arms: &[Item<'t>]) -> &'t [Item<'t>] {
        let mut items = bumpalo::collections::Vec::new_in(self.state.arena);
        let mut none_before = Value::Bool(true);
        for &Item { condition, value: list } in arms {
            let chosen = self.and(none_before, || condition);
            for item in self.items(list) {
                items.push(Item { condition: self.and(chosen, || item.condition), value: item.value });
            }
            none_before = self.and(none_before, || self.pure(Op::Not, &[condition]));
        }
        items.into_bump_slice()
    }

    /// Folds the members whose condition holds into one value; what depends on an open condition stays open.
    pub fn fold<M: Member<'t>>(
        &self,
        fold: Fold,
        mut members: impl Members<'t, Item = M>,
        condition: impl Fn(M::Inner) -> Value<'t>,
        value: impl Fn(M::Inner) -> Value<'t>,
    ) -> Value<'t> {
        if let Some(late) = members.late() {
            return members.next().map_or(Value::None, |member| {
                let condition = ops::truth(condition(member.inner()));
                let value = if ops::is_false(condition) { Value::None } else { value(member.inner()) };
                self.open(Open::Each(value::Each { fold, member: late, condition, value }))
            });
        }
        let mut kept = bumpalo::collections::Vec::new_in(self.state.arena);
        let mut is_open = false;
        for member in members {
            let keep = self.and(member.condition(), || condition(member.inner()));
            if ops::is_false(keep) {
                continue;
            }
            if fold == Fold::Any && ops::is_true(keep) {
                return Value::Bool(true);
            }
            let value = value(member.inner());
            let value_matters = !matches!(fold, Fold::Any | Fold::Count);
            is_open |= matches!(keep, Value::Open(_)) || (value_matters && ops::is_open(value));
            kept.push(Item { condition: keep, value });
            if fold == Fold::First && !is_open {
                return value;
            }
        }
        let kept = kept.into_bump_slice();
        if !is_open {
            return self.built(ops::fold(self.state.arena, fold, kept.iter().map(|item| item.value)));
        }
        match fold {
            Fold::First => self.open(Open::Choose(kept)),
            Fold::Last => {
                let reversed = self.state.arena.alloc_slice_fill_iter(kept.iter().rev().copied());
                self.open(Open::Choose(reversed))
            }
            fold => self.open(Open::Fold(fold, kept)),
        }
    }

    /// Groups the members by a key, in the order in which the keys first appear; a group is there when one of its members
    /// is. A member whose key is open has no group, since rows are made before it could be known.
    pub fn group<M: Member<'t>>(
        &self,
        members: impl Iterator<Item = M>,
        condition: impl Fn(M::Inner) -> Value<'t>,
        key: impl Fn(M::Inner) -> Value<'t>,
    ) -> Value<'t>
    where
        M::Inner: IntoValue<'t>,
    {
        let mut groups: Vec<(Value<'t>, Vec<Item<'t>>)> = Vec::new();
        for member in members {
            let condition = self.and(member.condition(), || condition(member.inner()));
            if ops::is_false(condition) {
                continue;
            }
            let (key, value) = (key(member.inner()), member.inner().value(self));
            if ops::is_open(key) {
                continue;
            }
            // Each group so far is looked at.
            if !self.take(groups.len() / 16) {
                break;
            }
            match groups.iter_mut().find(|(k, _)| ops::same(*k, key)) {
                Some((_, members)) => members.push(Item { condition, value }),
                None => groups.push((key, vec![Item { condition, value }])),
            }
        }
        let groups: Vec<Item<'t>> = groups
            .into_iter()
            .map(|(key, members)| {
                let members: &[Item<'t>] = self.state.arena.alloc_slice_copy(&members);
                let condition = members.iter().fold(Value::Bool(false), |any, m| self.or(any, || m.condition));
                Item { condition, value: Value::Group(self.state.arena.alloc(Group { key, members })) }
            })
            .collect();
        self.fold(Fold::List, groups.into_iter(), |_| Value::Bool(true), |group| group)
    }
}
