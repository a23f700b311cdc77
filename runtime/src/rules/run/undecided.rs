//! Connectives of values that may be open: what one of them leaves undecided the other may settle.

use super::{IntoValue, Run};
use crate::syntax::tree::NodeId;
use crate::value::ops;
use crate::value::{Item, Op, Open, Value};

impl<'t> Run<'_, 't> {
    /// `first and second`, the second only looked at when the first may hold.
    #[inline]
    pub fn and<V: IntoValue<'t>>(&self, first: impl IntoValue<'t>, second: impl FnOnce() -> V) -> Value<'t> {
        let second = || second().value(self);
        match first.value(self) {
            first @ Value::Open(_) => match second() {
                second if ops::is_true(second) => first,
                second @ Value::Open(_) => self.pure(Op::And, &[first, second]),
                _ => Value::Bool(false),
            },
            first if ops::is_true(first) => ops::truth(second()),
            _ => Value::Bool(false),
        }
    }

    /// `first or second`, the second only looked at when the first may fail.
    #[inline]
    pub fn or<V: IntoValue<'t>>(&self, first: impl IntoValue<'t>, second: impl FnOnce() -> V) -> Value<'t> {
        let second = || second().value(self);
        match first.value(self) {
            first @ Value::Open(_) => match second() {
                second if ops::is_true(second) => Value::Bool(true),
                second @ Value::Open(_) => self.pure(Op::Or, &[first, second]),
                _ => first,
            },
            first if ops::is_true(first) => Value::Bool(true),
            _ => ops::truth(second()),
        }
    }

    /// `first ?? second`, the second only looked at when the first may be absent.
    pub fn coalesce<V: IntoValue<'t>>(&self, first: impl IntoValue<'t>, second: impl FnOnce() -> V) -> Value<'t> {
        let second = || second().value(self);
        match first.value(self) {
            Value::None => second(),
            first @ Value::Open(_) => {
                let present = self.is_present(first);
                let arms = [Item { condition: present, value: first }, Item::sure(second())];
                self.open(Open::Choose(self.state.arena.alloc_slice_copy(&arms)))
            }
            known => known,
        }
    }

    /// `value is present`; of alternatives that are nodes, whether the chosen one is there.
    pub fn is_present(&self, value: Value<'t>) -> Value<'t> {
        match value {
            Value::Open(open) if may_be_node(open) => {
                let present = self.map(open, &|_| Value::Bool(true));
                self.pure(Op::TruthOf, &[present])
            }
            value => self.pure(Op::IsPresent, &[value]),
        }
    }

    /// The value of the first arm whose condition holds: arms are added one by one.
    #[inline]
    pub fn choose(&self) -> Choice<'_, '_, 't> {
        Choice { run: self, open: bumpalo::collections::Vec::new_in(self.state.arena), chosen: None }
    }

    pub(super) fn open(&self, open: Open<'t>) -> Value<'t> {
        self.built(Value::Open(self.state.arena.alloc(open)))
    }

    /// Maps the nodes among the alternatives of an open value.
    pub(super) fn map(&self, open: &'t Open<'t>, f: &dyn Fn(NodeId) -> Value<'t>) -> Value<'t> {
        let Open::Choose(arms) = open else { return Value::None };
        let mapped = self.state.arena.alloc_slice_fill_iter(arms.iter().map(|arm| {
            let value = match arm.value {
                Value::Node(node) => f(node),
                Value::Open(inner) => self.map(inner, f),
                _ => Value::None,
            };
            Item { condition: arm.condition, value }
        }));
        self.open(Open::Choose(mapped))
    }
}

/// Arms so far, of which the first counts whose condition holds.
pub struct Choice<'c, 'r, 't> {
    run: &'c Run<'r, 't>,
    /// Arms that may be the one.
    open: bumpalo::collections::Vec<'t, Item<'t>>,
    /// The arm that surely is, when none of those before is.
    chosen: Option<Value<'t>>,
}

impl<'t> Choice<'_, '_, 't> {
    /// Adds an arm. Behind one that surely holds none is looked at.
    #[inline]
    pub fn when<C: IntoValue<'t>, V: IntoValue<'t>>(
        mut self,
        condition: impl FnOnce() -> C,
        value: impl FnOnce() -> V,
    ) -> Self {
        if self.chosen.is_none() {
            match condition().value(self.run) {
                condition @ Value::Open(_) => self.open.push(Item { condition, value: value().value(self.run) }),
                known if ops::is_true(known) => self.chosen = Some(value().value(self.run)),
                _ => {}
            }
        }
        self
    }

    /// The value; absent when no condition holds.
    #[inline]
    pub fn end(mut self) -> Value<'t> {
        if self.open.is_empty() {
            return self.chosen.unwrap_or_default();
        }
        self.open.extend(self.chosen.map(Item::sure));
        self.run.open(Open::Choose(self.open.into_bump_slice()))
    }
}

/// Some alternative of the open value is a node.
fn may_be_node(open: &Open<'_>) -> bool {
    match open {
        Open::Choose(arms) => arms.iter().any(|arm| match arm.value {
            Value::Node(_) => true,
            Value::Open(inner) => may_be_node(inner),
            _ => false,
        }),
        _ => false,
    }
}
