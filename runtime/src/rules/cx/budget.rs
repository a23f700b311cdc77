//! What a rule may use up in one file: from what it looks at and builds to whether it may go on. Both engines do the same
//! operations of [`Cx`](super::Cx), so both stop at the same place.

use aud_rules_plan::RuleId;

use std::cell::{Cell, RefCell};

use crate::syntax::tree::NodeId;
use crate::value::{Item, Open, Value};

/// Units that a rule has in any file: members that it looks at, parts of values that it builds. A loop over all nodes of a
/// file in a loop over all of them takes them in a second, and some hundred megabytes.
pub const BASE_UNITS: u32 = 1_000_000;

/// Units that it has for each node of the file besides, so that what costs the same for each node is never stopped. The
/// rules of the catalogue use a few.
pub const UNITS_PER_NODE: u32 = 32;

/// Units that a row takes: a rule of the catalogue makes less than one row for each node, a loop in a loop makes any number.
const ROW_UNITS: u32 = 8;

/// Bytes of a text that is built that count as one unit.
const TEXT_BYTES: usize = 64;

/// What the rules have used up.
pub(super) struct Budget {
    /// By rule; the last is nobody's and has no end.
    used: Vec<Cell<u32>>,
    /// The rules that were stopped, and the node that they were at.
    stopped: RefCell<Vec<(RuleId, NodeId)>>,
    /// What each has.
    max: u32,
}

impl Budget {
    /// For so many rules over a file with so many nodes.
    pub(super) fn new(n_rules: usize, n_nodes: usize) -> Budget {
        let n_nodes = u32::try_from(n_nodes).unwrap_or(u32::MAX);
        // Below the greatest number, which tells that a rule was stopped.
        let max = BASE_UNITS.saturating_add(n_nodes.saturating_mul(UNITS_PER_NODE)).min(u32::MAX - 1);
        Budget { used: vec![Cell::new(0); n_rules + 1], stopped: RefCell::default(), max }
    }

    /// The rule that is nobody.
    pub(super) fn nobody(&self) -> RuleId {
        RuleId::at(self.used.len() - 1)
    }

    /// The rule has something left.
    #[inline]
    pub(super) fn has_left(&self, rule: RuleId) -> bool {
        self.used[rule.index()].get() <= self.max
    }

    /// Takes units; `false` when the rule has none left and must stop.
    #[inline]
    pub(super) fn take(&self, rule: RuleId, anchor: NodeId, units: usize) -> bool {
        let used = self.used[rule.index()].get();
        let units = u32::try_from(units).unwrap_or(u32::MAX);
        let now = used.saturating_add(units);
        if now <= self.max {
            self.used[rule.index()].set(now);
            return true;
        }
        self.end(rule, anchor, used)
    }

    #[cold]
    fn end(&self, rule: RuleId, anchor: NodeId, used: u32) -> bool {
        if rule == self.nobody() {
            return true;
        }
        if used <= self.max {
            self.stopped.borrow_mut().push((rule, anchor));
        }
        self.used[rule.index()].set(u32::MAX);
        false
    }

    /// Units that a row takes.
    pub(super) fn of_row() -> usize {
        ROW_UNITS as usize
    }

    /// Units that a row takes which its table refused: rules do not make many, and the text of one may have been long.
    pub(super) fn of_refused_row(cells: &[Value<'_>]) -> usize {
        let has_json = cells.iter().any(|cell| matches!(cell, Value::List(_) | Value::Object(_) | Value::Group(_)));
        if has_json { crate::value::json::MAX_BYTES / TEXT_BYTES } else { 1_000 }
    }

    /// Units that a text takes which is built or looked through; nothing for any other value.
    #[inline]
    pub(super) fn of_text(value: Value<'_>) -> usize {
        match value {
            Value::Text(text) => text.len() / TEXT_BYTES,
            _ => 0,
        }
    }

    /// Units that a value takes which was built.
    #[inline]
    pub(super) fn of_built(&self, rule: RuleId, value: Value<'_>) -> usize {
        match value {
            Value::Text(_) => Self::of_text(value),
            Value::List(_) | Value::Object(_) | Value::Group(_) | Value::Open(_) => {
                // A value can hold another one many times over: it is counted no further than what is left.
                let mut left = self.max.saturating_sub(self.used[rule.index()].get()) as usize + 1;
                let all = left;
                count(value, &mut left);
                all - left
            }
            _ => 0,
        }
    }

    /// The rules that were stopped, each with the node that it was at.
    pub(super) fn stopped(&self) -> Vec<(RuleId, NodeId)> {
        self.stopped.borrow().clone()
    }
}

/// Takes one from `left` for each part of the value, until nothing is left.
fn count(value: Value<'_>, left: &mut usize) {
    if *left == 0 {
        return;
    }
    *left = left.saturating_sub(1 + Budget::of_text(value));
    match value {
        Value::List(values) => values.iter().for_each(|&value| count(value, left)),
        Value::Object(entries) => entries.iter().for_each(|&(_, value)| count(value, left)),
        Value::Group(group) => count_items(group.members, left),
        Value::Open(Open::Apply(_, args)) => args.iter().for_each(|&value| count(value, left)),
        Value::Open(Open::Choose(items) | Open::Fold(_, items)) => count_items(items, left),
        _ => {}
    }
}

fn count_items(items: &[Item<'_>], left: &mut usize) {
    for item in items {
        count(item.condition, left);
        count(item.value, left);
    }
}
