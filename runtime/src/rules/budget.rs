//! What a rule may use up in one file: from what it looks at and builds to whether it may go on. Both engines do the same
//! operations of [`Run`](super::run::Run), so both stop at the same place.

use std::cell::Cell;

use crate::value::{Item, Open, Value};

/// Units that a rule has in any file: members that it looks at, parts of values that it builds. A loop over all nodes of a
/// file in a loop over all of them takes them in a second, and some hundred megabytes.
pub const BASE_UNITS: u32 = 1_000_000;

/// Units that it has for each node of the file besides, so that what costs the same for each node is never stopped. The
/// rules of the catalogue use a few.
pub const UNITS_PER_NODE: u32 = 32;

/// Units that a row takes: a rule of the catalogue makes less than one row for each node, a loop in a loop makes any number.
pub(super) const ROW_UNITS: usize = 8;

/// Bytes of a text that is built that count as one unit.
const TEXT_BYTES: usize = 64;

/// What one rule has left in a file.
#[derive(Debug)]
pub(super) struct Budget {
    left: Cell<u32>,
    is_ended: Cell<bool>,
}

impl Budget {
    /// What a rule has in a file with so many nodes.
    pub(super) fn of_file(n_nodes: usize) -> Budget {
        let n_nodes = u32::try_from(n_nodes).unwrap_or(u32::MAX);
        let left = BASE_UNITS.saturating_add(n_nodes.saturating_mul(UNITS_PER_NODE));
        Budget { left: Cell::new(left), is_ended: Cell::new(false) }
    }

    /// The rule has something left.
    #[inline]
    pub(super) fn has_left(&self) -> bool {
        !self.is_ended.get()
    }

    /// Takes units; `false` when there are not enough left and the rule must stop.
    #[inline]
    pub(super) fn take(&self, units: usize) -> bool {
        match (self.left.get() as usize).checked_sub(units) {
            Some(left) => {
                self.left.set(left as u32);
                true
            }
            None => self.end(),
        }
    }

    #[cold]
    fn end(&self) -> bool {
        self.left.set(0);
        self.is_ended.set(true);
        false
    }

    /// Units that a text takes which is built or looked through; nothing for any other value.
    #[inline]
    pub(super) fn of_text(value: Value<'_>) -> usize {
        match value {
            Value::Text(text) => text.len() / TEXT_BYTES,
            _ => 0,
        }
    }

    /// Units that a value takes which was built: counted no further than what is left, since a value can hold another one
    /// many times over. What an open value was made of has been counted when it was built.
    #[inline]
    pub(super) fn of_built(&self, value: Value<'_>) -> usize {
        match value {
            Value::Text(_) => Self::of_text(value),
            Value::List(_) | Value::Object(_) | Value::Group(_) | Value::Open(_) => {
                let all = self.left.get() as usize + 1;
                let mut left = all - 1;
                count_parts(value, &mut left);
                all - left
            }
            _ => 0,
        }
    }

    /// Units that a row takes which its table refused: rules do not make many, and the text of one may have been long.
    pub(super) fn of_refused_row(cells: &[Value<'_>]) -> usize {
        let has_json = cells.iter().any(|cell| matches!(cell, Value::List(_) | Value::Object(_) | Value::Group(_)));
        if has_json { crate::value::json::MAX_BYTES / TEXT_BYTES } else { 1_000 }
    }
}

/// Takes one from `left` for each part of the value that was not counted before, until nothing is left.
fn count(value: Value<'_>, left: &mut usize) {
    if *left == 0 {
        return;
    }
    *left = left.saturating_sub(1 + Budget::of_text(value));
    if !matches!(value, Value::Open(_)) {
        count_parts(value, left);
    }
}

fn count_parts(value: Value<'_>, left: &mut usize) {
    match value {
        Value::List(values) => values.iter().for_each(|&value| count(value, left)),
        Value::Object(entries) => entries.iter().for_each(|&(_, value)| count(value, left)),
        Value::Group(group) => count_items(group.members, left),
        Value::Open(Open::Apply(_, args)) => args.iter().for_each(|&value| count(value, left)),
        Value::Open(Open::Choose(items) | Open::Fold(_, items)) => count_items(items, left),
        Value::Open(Open::Member(list)) => count(*list, left),
        Value::Open(Open::Each(each)) => {
            count(Value::Open(each.member), left);
            count(each.condition, left);
            count(each.value, left);
        }
        _ => {}
    }
}

fn count_items(items: &[Item<'_>], left: &mut usize) {
    for item in items {
        count(item.condition, left);
        count(item.value, left);
    }
}
