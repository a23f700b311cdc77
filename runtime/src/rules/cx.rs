//! What a rule sees while it runs over one file, and the operations of the plan that touch more than plain values.
//!
//! Both engines are a sequence of calls to the methods here: reading a property, asking about names, walking a list,
//! aggregating a slot, keeping or dropping a candidate, emitting a row. Each has one meaning for values that are known
//! and for values that stay open until the project stage.

pub mod budget;
mod part;

pub use part::Part;

use std::cell::{Cell, RefCell};

use aud_rules_plan::RuleId;
use bumpalo::Bump;
use rustc_hash::FxHashMap;

use crate::resolve::{File, Resolver};
use crate::rules::matcher::RuleSet;
use crate::segment::facts::FactSink;
use crate::syntax::tree::{NodeId, Tree};
use crate::value::ops;
use crate::value::{Fold, Group, Item, Names, Open, PureFn, Value};
use budget::Budget;

/// A property of the vocabulary: the node it is read from, then its arguments.
pub type Prim = for<'t> fn(&Cx<'t>, NodeId, &[Value<'t>]) -> Value<'t>;

/// A question about the names of a node.
pub type NameQuestion = for<'t> fn(&Cx<'t>, NodeId, Names) -> Value<'t>;

/// A condition and the value that it chooses, each computed when it is needed.
pub type Arm<'a, 't> = (&'a dyn Fn() -> Value<'t>, &'a dyn Fn() -> Value<'t>);

/// Lists up to this length are looked through each time a place in them is asked for.
const SHORT_LIST: usize = 32;

/// How far an aggregate looks from its region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// `in`: not into nested functions, classes and lambdas.
    In,
    /// `within`: everything below.
    Within,
}

/// The state of the rules over one file.
pub struct Cx<'t> {
    /// The file, with its tree, scopes and slots.
    pub file: &'t File<'t>,
    /// Holds whatever is built while the file is open.
    pub arena: &'t Bump,
    /// Rules that may run.
    pub enabled: &'t RuleSet,
    /// Answers what names stand for.
    pub names: Resolver<'t>,
    /// Place of nodes among their like, for long lists only; see [`Cx::place_among`].
    places: RefCell<FxHashMap<NodeId, u32>>,
    sink: RefCell<FactSink<'t>>,
    guards: RefCell<Vec<Value<'t>>>,
    part: Cell<Part>,
    rule: Cell<RuleId>,
    anchor: Cell<NodeId>,
    budget: Budget,
}

/// Conditions that were open are forgotten when this is dropped: the statements they guard are done.
pub struct Guard<'a, 't> {
    guards: &'a RefCell<Vec<Value<'t>>>,
    depth: usize,
}

impl Drop for Guard<'_, '_> {
    fn drop(&mut self) {
        self.guards.borrow_mut().truncate(self.depth);
    }
}

impl<'t> Cx<'t> {
    /// A fresh state over `file`.
    pub fn new(file: &'t File<'t>, arena: &'t Bump, enabled: &'t RuleSet, sink: FactSink<'t>) -> Self {
        let budget = Budget::new(sink.candidates.len(), file.tree.nodes.len());
        Cx {
            file,
            arena,
            enabled,
            names: Resolver::new(file, arena),
            places: RefCell::default(),
            sink: RefCell::new(sink),
            guards: RefCell::default(),
            part: Cell::default(),
            rule: Cell::new(budget.nobody()),
            anchor: Cell::new(NodeId::MODULE),
            budget,
        }
    }

    /// Ends the file and hands over what was emitted.
    pub fn finish(self) -> FactSink<'t> {
        self.sink.into_inner()
    }

    /// The file's tree.
    #[inline]
    pub fn tree(&self) -> &'t Tree<'t> {
        &self.file.tree
    }

    /// Copies text into the arena.
    pub fn alloc_text(&self, text: &str) -> &'t str {
        self.arena.alloc_str(text)
    }

    /// Copies values into the arena.
    pub fn alloc_list(&self, values: impl IntoIterator<Item = Value<'t>>) -> Value<'t> {
        let mut list = bumpalo::collections::Vec::new_in(self.arena);
        list.extend(values);
        self.built(Value::List(list.into_bump_slice()))
    }

    /// Takes units from what the running rule has for the file; `false` when it has none left.
    #[inline]
    fn take(&self, units: usize) -> bool {
        self.budget.take(self.rule.get(), self.anchor.get(), units)
    }

    /// The value, which was just built; absent when the running rule has built too much.
    #[inline]
    fn built(&self, value: Value<'t>) -> Value<'t> {
        match self.budget.of_built(self.rule.get(), value) {
            0 => value,
            units if self.take(units) => value,
            _ => Value::None,
        }
    }

    /// Ends the last rule: what is computed from here on is for none.
    pub fn end_rules(&self) {
        self.rule.set(self.budget.nobody());
    }

    /// The rules that were stopped because they had used up their [`budget`], each with the line that it was at.
    pub fn stopped(&self) -> Vec<(RuleId, u32)> {
        self.budget.stopped().into_iter().map(|(rule, anchor)| (rule, self.tree().line(anchor))).collect()
    }

    /// Begins a rule on a candidate; `false` when the rule is switched off or was stopped.
    pub fn begin(&self, rule: RuleId, anchor: NodeId) -> bool {
        let Some(rule) = self.part.get().rule(rule).filter(|&rule| self.enabled.contains(rule)) else { return false };
        self.rule.set(rule);
        self.anchor.set(anchor);
        self.sink.borrow_mut().count_candidate(rule);
        self.budget.has_left(rule)
    }

    /// Lets a matcher run that is this part of all of them.
    #[inline]
    pub fn run_part(&self, part: Part, run: impl FnOnce()) {
        let outer = self.part.replace(part);
        run();
        self.part.set(outer);
    }

    /// Reads a property. An absent receiver gives an absent value; of an open one, each alternative is read.
    #[inline]
    pub fn get(&self, prim: Prim, of: Value<'t>, args: &[Value<'t>]) -> Value<'t> {
        match of {
            Value::Node(node) => prim(self, node, args),
            Value::Open(open) => self.map(open, &|node| prim(self, node, args)),
            _ => Value::None,
        }
    }

    /// Asks about the names of a node: `is`, `inherits`, `instance of`, `decorated by`. Absent is `false`.
    #[inline]
    pub fn ask(&self, question: NameQuestion, of: Value<'t>, names: Names) -> Value<'t> {
        match of {
            Value::Node(node) => question(self, node, names),
            Value::Open(open) => self.map(open, &|node| question(self, node, names)),
            _ => Value::Bool(false),
        }
    }

    /// Applies a pure function, or delays it when an argument is open.
    #[inline]
    pub fn pure(&self, function: PureFn, args: &[Value<'t>]) -> Value<'t> {
        if !self.budget.has_left(self.rule.get()) {
            return Value::None;
        }
        // What is done to a long text costs as much as it is long.
        if !self.take(args.iter().map(|&arg| Budget::of_text(arg)).sum()) {
            return Value::None;
        }
        if args.iter().any(|a| ops::is_open(*a)) {
            return self.open(Open::Apply(function, self.arena.alloc_slice_copy(args)));
        }
        self.built(function(self.arena, args))
    }

    /// `first and second`, the second only looked at when the first may hold.
    #[inline]
    pub fn and(&self, first: Value<'t>, second: impl FnOnce() -> Value<'t>) -> Value<'t> {
        match first {
            Value::Open(_) => match second() {
                second if ops::is_true(second) => first,
                second @ Value::Open(_) => self.pure(ops::and, &[first, second]),
                _ => Value::Bool(false),
            },
            first if ops::is_true(first) => ops::truth(second()),
            _ => Value::Bool(false),
        }
    }

    /// `first or second`, the second only looked at when the first may fail.
    #[inline]
    pub fn or(&self, first: Value<'t>, second: impl FnOnce() -> Value<'t>) -> Value<'t> {
        match first {
            Value::Open(_) => match second() {
                second if ops::is_true(second) => Value::Bool(true),
                second @ Value::Open(_) => self.pure(ops::or, &[first, second]),
                _ => first,
            },
            first if ops::is_true(first) => Value::Bool(true),
            _ => ops::truth(second()),
        }
    }

    /// `first ?? second`, the second only looked at when the first may be absent.
    pub fn coalesce(&self, first: Value<'t>, second: impl FnOnce() -> Value<'t>) -> Value<'t> {
        match first {
            Value::None => second(),
            Value::Open(_) => {
                let present = self.is_present(first);
                let arms = [Item { condition: present, value: first }, Item::sure(second())];
                self.open(Open::Choose(self.arena.alloc_slice_copy(&arms)))
            }
            known => known,
        }
    }

    /// `value is present`; of alternatives that are nodes, whether the chosen one is there.
    pub fn is_present(&self, value: Value<'t>) -> Value<'t> {
        match value {
            Value::Open(open) if self.may_be_node(open) => {
                let present = self.map(open, &|_| Value::Bool(true));
                self.pure(ops::truth_of, &[present])
            }
            value => self.pure(ops::is_present, &[value]),
        }
    }

    /// The value of the first arm whose condition holds. Arms after one that surely holds are not looked at.
    pub fn choose(&self, arms: &[Arm<'_, 't>]) -> Value<'t> {
        let mut open = bumpalo::collections::Vec::new_in(self.arena);
        for (condition, value) in arms {
            match condition() {
                condition @ Value::Open(_) => open.push(Item { condition, value: value() }),
                known if ops::is_true(known) => {
                    if open.is_empty() {
                        return value();
                    }
                    open.push(Item::sure(value()));
                    break;
                }
                _ => {}
            }
        }
        if open.is_empty() { Value::None } else { self.open(Open::Choose(open.into_bump_slice())) }
    }

    /// Keeps or drops a candidate: `false` when the condition surely fails. An open condition is remembered and guards
    /// every row that is emitted until the enclosing [`Guard`] is dropped.
    #[inline]
    pub fn holds(&self, condition: Value<'t>) -> bool {
        match condition {
            Value::Open(_) => {
                self.guards.borrow_mut().push(condition);
                true
            }
            known => ops::is_true(known),
        }
    }

    /// Opens a block of statements: what is remembered by [`Cx::holds`] from here on ends with it.
    #[inline]
    pub fn guard(&self) -> Guard<'_, 't> {
        Guard { guards: &self.guards, depth: self.guards.borrow().len() }
    }

    /// The open conditions that guard a row emitted now.
    pub fn open_guards(&self) -> Vec<Value<'t>> {
        self.guards.borrow().clone()
    }

    /// The members of a list; a single value is a list of one, absent is empty.
    pub fn items(&self, list: Value<'t>) -> &'t [Item<'t>] {
        let n_items = match list {
            Value::None => 0,
            Value::List(values) => values.len(),
            Value::Group(group) => group.members.len(),
            Value::Open(Open::Fold(_, items) | Open::Choose(items)) => items.len(),
            _ => 1,
        };
        if !self.take(n_items) {
            return &[];
        }
        match list {
            Value::None => &[],
            Value::List(values) => self.alloc_items(values.iter().copied().map(Item::sure)),
            Value::Group(group) => group.members,
            Value::Open(Open::Fold(Fold::List, items)) => items,
            Value::Open(Open::Choose(arms)) => self.items_of_arms(arms),
            single => self.alloc_items([Item::sure(single)]),
        }
    }

    /// Members of a list that is one of several: those of each arm, under its condition and the failure of those before.
    fn items_of_arms(&self, arms: &[Item<'t>]) -> &'t [Item<'t>] {
        let mut items = bumpalo::collections::Vec::new_in(self.arena);
        let mut none_before = Value::Bool(true);
        for &Item { condition, value: list } in arms {
            let chosen = self.and(none_before, || condition);
            for item in self.items(list) {
                items.push(Item { condition: self.and(chosen, || item.condition), value: item.value });
            }
            none_before = self.and(none_before, || self.pure(ops::not, &[condition]));
        }
        items.into_bump_slice()
    }

    /// Nodes of an aggregate slot in a region: what the walk collected there, in source order.
    pub fn slot(&self, slot: usize, region: Value<'t>, reach: Reach) -> &'t [Item<'t>] {
        let Value::Node(region) = region else { return &[] };
        if !self.take(1) {
            return &[];
        }
        let tree = self.tree();
        let collected = &self.file.slots[self.part.get().first_slot + slot];
        let first = collected.partition_point(|&n| n <= region);
        let home = self.file.scopes.boundary_inside(tree, region);
        let below = &collected[first..];
        let below = &below[..below.partition_point(|&n| n < tree.node(region).next)];
        let inside =
            below.iter().filter(|&&n| reach == Reach::Within || self.file.scopes.boundary(tree.node(n).scope) == home);
        // The arena keeps what a growing list leaves behind, so the list is made as long as it can become.
        let mut items = bumpalo::collections::Vec::with_capacity_in(below.len(), self.arena);
        items.extend(inside.map(|&n| Item::sure(Value::Node(n))));
        let items = items.into_bump_slice();
        // Those in nested functions were looked at, too.
        if self.take(items.len() + below.len() / 8) { items } else { &[] }
    }

    fn alloc_items(&self, items: impl IntoIterator<Item = Item<'t>>) -> &'t [Item<'t>] {
        let mut list = bumpalo::collections::Vec::new_in(self.arena);
        list.extend(items);
        list.into_bump_slice()
    }

    /// Folds the items whose condition holds into one value; what depends on an open condition stays open.
    pub fn fold(
        &self,
        fold: Fold,
        items: &[Item<'t>],
        condition: impl Fn(Value<'t>) -> Value<'t>,
        value: impl Fn(Value<'t>) -> Value<'t>,
    ) -> Value<'t> {
        let mut kept = bumpalo::collections::Vec::new_in(self.arena);
        let mut is_open = false;
        for item in items {
            let keep = self.and(item.condition, || condition(item.value));
            if !matches!(keep, Value::Open(_)) && !ops::is_true(keep) {
                continue;
            }
            if fold == Fold::Any && ops::is_true(keep) {
                return Value::Bool(true);
            }
            let value = value(item.value);
            let value_matters = !matches!(fold, Fold::Any | Fold::Count);
            is_open |= matches!(keep, Value::Open(_)) || (value_matters && ops::is_open(value));
            kept.push(Item { condition: keep, value });
            if fold == Fold::First && !is_open {
                return value;
            }
        }
        let kept = kept.into_bump_slice();
        if !is_open {
            return self.built(ops::fold(self.arena, fold, kept.iter().map(|item| item.value)));
        }
        match fold {
            Fold::First => self.open(Open::Choose(kept)),
            Fold::Last => {
                let reversed = self.arena.alloc_slice_fill_iter(kept.iter().rev().copied());
                self.open(Open::Choose(reversed))
            }
            fold => self.open(Open::Fold(fold, kept)),
        }
    }

    /// Groups the items by a key, in the order in which the keys first appear; a group is there when one of its members
    /// is. An item whose key is open has no group, since rows are made before it could be known.
    pub fn group(
        &self,
        items: &[Item<'t>],
        condition: impl Fn(Value<'t>) -> Value<'t>,
        key: impl Fn(Value<'t>) -> Value<'t>,
    ) -> Value<'t> {
        let mut groups: Vec<(Value<'t>, Vec<Item<'t>>)> = Vec::new();
        for &Item { condition: member, value } in items {
            let condition = self.and(member, || condition(value));
            if ops::is_false(condition) {
                continue;
            }
            let key = key(value);
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
        let groups = self.arena.alloc_slice_fill_iter(groups.into_iter().map(|(key, members)| {
            let members: &[Item<'t>] = self.arena.alloc_slice_copy(&members);
            let condition = members.iter().fold(Value::Bool(false), |any, m| self.or(any, || m.condition));
            Item { condition, value: Value::Group(self.arena.alloc(Group { key, members })) }
        }));
        self.fold(Fold::List, groups, |_| Value::Bool(true), |group| group)
    }

    /// A JSON object.
    pub fn object(&self, entries: &[(&'static str, Value<'t>)]) -> Value<'t> {
        self.built(Value::Object(self.arena.alloc_slice_fill_iter(entries.iter().map(|&(k, v)| (k as &'t str, v)))))
    }

    /// Emits a row of the running rule: one value for each declared column, `line` first.
    pub fn emit(&self, cells: &[Value<'t>]) {
        if !self.take(Budget::of_row()) {
            return;
        }
        let guards = self.guards.borrow();
        let is_taken = self.sink.borrow_mut().emit(self, self.rule.get(), self.anchor.get(), &guards, cells);
        if !is_taken {
            self.take(Budget::of_refused_row(cells));
        }
    }

    /// Place of `node` among `members`, from 0, and none when it is not one of them. A node must always be asked about
    /// with the same members. Those of a long list are looked at once for all of them, so that asking each member costs
    /// no more than the list is long.
    pub(crate) fn place_among(&self, node: NodeId, members: impl Iterator<Item = NodeId> + Clone) -> Option<u32> {
        if let Some(&place) = self.places.borrow().get(&node) {
            return Some(place);
        }
        if let Some(place) = members.clone().take(SHORT_LIST).position(|member| member == node) {
            return Some(place as u32);
        }
        let mut places = self.places.borrow_mut();
        places.extend(members.enumerate().map(|(place, member)| (member, place as u32)));
        places.get(&node).copied()
    }

    pub(crate) fn open(&self, open: Open<'t>) -> Value<'t> {
        self.built(Value::Open(self.arena.alloc(open)))
    }

    /// Some alternative of the open value is a node.
    fn may_be_node(&self, open: &Open<'t>) -> bool {
        match open {
            Open::Choose(arms) => arms.iter().any(|arm| match arm.value {
                Value::Node(_) => true,
                Value::Open(inner) => self.may_be_node(inner),
                _ => false,
            }),
            _ => false,
        }
    }

    /// Maps the nodes among the alternatives of an open value.
    fn map(&self, open: &'t Open<'t>, f: &dyn Fn(NodeId) -> Value<'t>) -> Value<'t> {
        let Open::Choose(arms) = open else { return Value::None };
        let mapped = self.arena.alloc_slice_fill_iter(arms.iter().map(|arm| {
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
