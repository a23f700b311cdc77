//! One rule at one node, and the operations of the plan that touch more than plain values.
//!
//! Both engines are a sequence of calls to the methods here: reading a property, asking about names, walking a list,
//! aggregating, keeping or dropping a candidate, emitting a row. Each has one meaning for values that are known and for
//! values that stay open until the project stage.

mod aggregates;
mod flow;
mod undecided;

use std::cell::RefCell;

pub use self::aggregates::{Each, EachValue, Items, Member};
pub use self::flow::Handed;
use super::budget::{Budget, ROW_UNITS};
use super::file_state::FileState;
use super::offsets::Offsets;
use super::prim::Prim;
use crate::syntax::tree::{NodeId, Tree, is_expression};
use crate::value::ops;
use crate::value::{Like, Names, NamesId, Op, Open, PatternId, Set, SetId, Value};
use aud_rules_plan::{FactId, RuleId, SlotId};

/// A question about the names of a node.
pub type NameQuestion = for<'t> fn(&FileState<'t>, NodeId, Names) -> Value<'t>;

/// How far an aggregate looks from its region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// `in`: not into nested functions, classes and lambdas.
    In,
    /// `within`: everything below.
    Within,
}

/// A rule at the node that it matched. It borrows the state of the file and charges the budget that the rule has there.
pub struct Run<'r, 't> {
    /// The file.
    pub state: &'r FileState<'t>,
    offsets: &'r Offsets,
    rule: RuleId,
    anchor: NodeId,
    budget: &'r Budget,
    /// Open conditions of the statements so far: a row is there when all of them hold.
    guards: RefCell<Vec<Value<'t>>>,
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

impl<'r, 't> Run<'r, 't> {
    /// Begins a rule on a candidate; none when the rule is switched off or was stopped in this file.
    #[inline]
    pub fn begin(state: &'r FileState<'t>, offsets: &'r Offsets, rule: RuleId, anchor: NodeId) -> Option<Self> {
        let rule = offsets.rule(rule).filter(|&rule| state.enabled.contains(rule))?;
        state.count_candidate(rule);
        let budget = state.budget(rule);
        budget.has_left().then(|| Run { state, offsets, rule, anchor, budget, guards: RefCell::default() })
    }

    /// The file's tree.
    #[inline]
    pub fn tree(&self) -> &'t Tree<'t> {
        self.state.tree()
    }

    /// The set of literals of the rule's matcher.
    pub fn set(&self, set: SetId) -> Value<'t> {
        Value::Set(self.known_set(set))
    }

    fn known_set(&self, set: SetId) -> Set {
        self.state.constants.set(SetId(self.offsets.set + set.0))
    }

    /// The regular expression of the rule's matcher.
    pub fn pattern(&self, pattern: PatternId) -> Value<'t> {
        let pattern: Like = self.state.constants.pattern(PatternId(self.offsets.pattern + pattern.0));
        Value::Pattern(pattern)
    }

    /// Takes units from what the rule has for the file; `false` when it has none left.
    #[inline]
    fn take(&self, units: usize) -> bool {
        self.budget.take(units) || self.stop()
    }

    #[cold]
    fn stop(&self) -> bool {
        self.state.stop(self.rule, self.anchor);
        false
    }

    /// The value, which was just built; absent when the rule has built too much.
    #[inline]
    fn built(&self, value: Value<'t>) -> Value<'t> {
        match self.budget.of_built(value) {
            0 => value,
            units if self.take(units) => value,
            _ => Value::None,
        }
    }

    /// Reads a property. An absent receiver gives an absent value; of an open one, each alternative is read.
    #[inline]
    pub fn get(&self, prim: Prim, of: Value<'t>, args: &[Value<'t>]) -> Value<'t> {
        match of {
            Value::Node(node) => self.read(prim, node, args),
            Value::Open(open) => self.map(open, &|node| self.read(prim, node, args)),
            _ => Value::None,
        }
    }

    #[inline]
    fn read(&self, prim: Prim, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
        match prim(self.state, node, args) {
            value @ (Value::List(_) | Value::Open(_)) => self.built(value),
            plain => plain,
        }
    }

    /// A list that a property gave.
    #[inline]
    pub(crate) fn listed<T>(&self, list: Option<&'t [T]>) -> Option<&'t [T]> {
        list.filter(|list| self.take(1 + list.len()))
    }

    /// A value that a property gave which other files may have to decide.
    #[inline]
    pub(crate) fn undecided(&self, value: Value<'t>) -> Value<'t> {
        if matches!(value, Value::Open(_)) { self.built(value) } else { value }
    }

    /// Asks about the names of a node: `is`, `inherits`, `instance of`, `decorated by`. Absent is `false`.
    #[inline]
    pub fn ask(&self, question: NameQuestion, of: Value<'t>, names: NamesId) -> Value<'t> {
        let names = || self.state.constants.names(NamesId(self.offsets.names + names.0));
        match of {
            Value::Node(node) => self.undecided(question(self.state, node, names())),
            Value::Open(open) => {
                let names = names();
                self.map(open, &|node| self.undecided(question(self.state, node, names)))
            }
            _ => Value::Bool(false),
        }
    }

    /// As [`Run::pure`], of arguments of any types.
    #[inline]
    pub fn apply(&self, op: Op, args: impl IntoValues<'t>) -> Value<'t> {
        args.into_values(self.state, |args| self.pure(op, args))
    }

    /// Applies a pure function, or delays it when an argument is open.
    #[inline]
    pub fn pure(&self, op: Op, args: &[Value<'t>]) -> Value<'t> {
        // What is done to a long text costs as much as it is long.
        if !self.take(args.iter().map(|&arg| Budget::of_text(arg)).sum()) {
            return Value::None;
        }
        if args.iter().any(|&arg| ops::is_open(arg)) {
            return self.open(Open::Apply(op, self.state.arena.alloc_slice_copy(args)));
        }
        self.built(op.apply(self.state.arena, args))
    }

    /// A value that is the same for the whole file: computed when the first rule asks for it. A rule that is stopped on
    /// the way leaves it to the next one.
    pub fn fact(&self, fact: FactId, compute: impl FnOnce() -> Value<'t>) -> Value<'t> {
        let known = self.state.known_fact(self.offsets.fact(fact));
        if let Some(&value) = known.get() {
            return value;
        }
        let value = compute();
        if self.budget.has_left() {
            // Nothing that it is computed from asks for it.
            let _ = known.set(value);
        }
        value
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

    /// Opens a block of statements: what is remembered by [`Run::holds`] from here on ends with it.
    #[inline]
    pub fn guard(&self) -> Guard<'_, 't> {
        Guard { guards: &self.guards, depth: self.guards.borrow().len() }
    }

    /// The open conditions that guard a row emitted now.
    pub fn open_guards(&self) -> Vec<Value<'t>> {
        self.guards.borrow().clone()
    }

    /// Nodes of an aggregate slot in a region: what the walk collected there, in source order. An expression lies in itself;
    /// a statement or definition holds only what is below it.
    pub fn slot(&self, slot: SlotId, region: Option<NodeId>, reach: Reach) -> Each<'t, NodeId> {
        let Some(region) = region.filter(|_| self.take(1)) else { return (&[] as &[NodeId]).iter().copied() };
        let (tree, scopes) = (self.tree(), &self.state.file.scopes);
        let collected = &self.state.file.slots[(self.offsets.slot + slot.0) as usize];
        let holds_itself = is_expression(tree.kind(region));
        let first = collected.partition_point(|&node| node < region || (node == region && !holds_itself));
        let below = &collected[first..];
        let below = &below[..below.partition_point(|&node| node < tree.node(region).next)];
        let inside: &'t [NodeId] = match reach {
            Reach::Within => below,
            Reach::In if below.is_empty() => below,
            Reach::In => {
                let home = scopes.boundary_inside(tree, region);
                let is_inside = |&&node: &&NodeId| scopes.boundary(tree.node(node).scope) == home;
                // The arena keeps what a growing list leaves behind, so the list is made as long as it can become.
                let mut inside = bumpalo::collections::Vec::with_capacity_in(below.len(), self.state.arena);
                inside.extend(below.iter().filter(is_inside));
                inside.into_bump_slice()
            }
        };
        // Those in nested functions were looked at, too.
        if self.take(inside.len() + below.len() / 8) {
            inside.iter().copied()
        } else {
            (&[] as &[NodeId]).iter().copied()
        }
    }

    /// Nodes or texts as a list.
    pub fn list<T: Copy>(&self, items: impl IntoIterator<Item = T>) -> &'t [T] {
        self.listed(Some(self.state.alloc_list(items))).unwrap_or_default()
    }

    /// Values as a list, absent ones too.
    pub fn members_of(&self, values: &[Value<'t>]) -> Value<'t> {
        self.built(Value::List(self.state.arena.alloc_slice_copy(values)))
    }

    /// A JSON object.
    pub fn object(&self, entries: &[(&'static str, Value<'t>)]) -> Value<'t> {
        let entries = entries.iter().map(|&(key, value)| (key as &'t str, value));
        self.built(Value::Object(self.state.arena.alloc_slice_fill_iter(entries)))
    }

    /// Emits a row: one value for each declared column, `line` first.
    pub fn emit(&self, cells: &[Value<'t>]) {
        if !self.take(ROW_UNITS) {
            return;
        }
        if !self.state.emit(self.rule, self.anchor, &self.guards.borrow(), cells) {
            self.take(Budget::of_refused_row(cells));
        }
    }
}

/// What can be a [`Value`].
pub trait IntoValue<'t>: Sized {
    /// As a value; lists are copied into the arena of the file.
    fn into_value(self, file: &FileState<'t>) -> Value<'t>;

    /// As a value of a rule.
    #[inline]
    fn value(self, run: &Run<'_, 't>) -> Value<'t> {
        self.into_value(run.state)
    }
}

/// Several of them, of any types.
pub trait IntoValues<'t> {
    /// Hands them over as values.
    fn into_values<R>(self, file: &FileState<'t>, take: impl FnOnce(&[Value<'t>]) -> R) -> R;
}

macro_rules! into_values {
    ($($name:ident)*) => {
        impl<'t, $($name: IntoValue<'t>),*> IntoValues<'t> for ($($name,)*) {
            #[inline]
            #[allow(non_snake_case, reason = "a member is called like its type")]
            fn into_values<R>(self, file: &FileState<'t>, take: impl FnOnce(&[Value<'t>]) -> R) -> R {
                let ($($name,)*) = self;
                take(&[$($name.into_value(file)),*])
            }
        }
    };
}

into_values!(A);
into_values!(A B);
into_values!(A B C);
into_values!(A B C D);
into_values!(A B C D E);
into_values!(A B C D E F);
into_values!(A B C D E F G);
into_values!(A B C D E F G H);

macro_rules! into_value {
    ($($ty:ty => $variant:ident),*) => {
        $(
            impl<'t> IntoValue<'t> for $ty {
                #[inline]
                fn into_value(self, _: &FileState<'t>) -> Value<'t> {
                    Value::$variant(self)
                }
            }
        )*
    };
}

into_value!(NodeId => Node, &'t str => Text, i64 => Int, f64 => Real, bool => Bool);

impl<'t> IntoValue<'t> for Value<'t> {
    #[inline]
    fn into_value(self, _: &FileState<'t>) -> Value<'t> {
        self
    }
}

impl<'t, T: IntoValue<'t> + Copy> IntoValue<'t> for &'t [T] {
    fn into_value(self, file: &FileState<'t>) -> Value<'t> {
        Value::List(file.arena.alloc_slice_fill_iter(self.iter().map(|&item| item.into_value(file))))
    }
}

impl<'t, T: IntoValue<'t>> IntoValue<'t> for Option<T> {
    #[inline]
    fn into_value(self, file: &FileState<'t>) -> Value<'t> {
        self.map_or(Value::None, |value| value.into_value(file))
    }
}

/// Two values that may be absent are there and the same.
#[inline]
pub fn same<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    left.is_some() && left == right
}

/// Number of members.
#[inline]
pub fn count<T>(members: impl Iterator<Item = T>) -> i64 {
    members.count() as i64
}
