//! From what waited in a file, and the answers to the questions of the file, to what holds of it: rows, and what rules say
//! of the flow of data.

use aud_rules_plan::{RuleId, TableId};
use bumpalo::Bump;

use super::{Project, Trace};
use crate::segment::effects::{DecidedEffects, Effects};
use crate::segment::graph::Place;
use crate::segment::open::{
    DeferredRow, Freezer, OpenGuards, OwnedItem, OwnedOpen, OwnedQuestion, OwnedValue, OwnedValueQuestion,
};
use crate::value::{Constants, Group, Item, Open, Value, ops};

/// The answers to the questions of one file, each asked once. What they depend on is noted. `of_value` answers those about
/// its values.
pub fn answers<'a>(
    questions: &[OwnedQuestion],
    project: &Project<'_>,
    trace: &Trace,
    arena: &'a Bump,
    of_value: &mut dyn FnMut(Place, &OwnedValueQuestion) -> Value<'a>,
) -> Vec<Value<'a>> {
    let answer = |question: &OwnedQuestion| match question {
        OwnedQuestion::Value { at, asks } => of_value(*at, asks),
        question => project.answer(question, trace, arena),
    };
    questions.iter().map(answer).collect()
}

/// The cells of a row when its guards hold; none when one does not. `answers` are those to the questions of its file.
pub fn decide<'a>(
    row: &'a DeferredRow,
    answers: &[Value<'a>],
    constants: &Constants,
    arena: &'a Bump,
) -> Option<Vec<Value<'a>>> {
    let thaw = Thaw::of(&row.open, answers, constants, arena);
    thaw.all_hold(&row.guards).then(|| row.cells.iter().map(|cell| thaw.value(cell)).collect())
}

/// What rules said beside rows, as far as its conditions hold. `answers` are those to the questions of its file.
pub fn decide_effects(effects: &Effects, answers: &[Value<'_>], constants: &Constants, arena: &Bump) -> DecidedEffects {
    effects.decide(|OpenGuards { open, guards }| Thaw::of(open, answers, constants, arena).all_hold(guards))
}

/// What a value comes to when every question in it is answered: for a person who wants to see it, node and all. Rows are
/// decided by [`decide`].
pub fn decide_value<'a>(value: Value<'a>, project: &Project<'_>, arena: &'a Bump) -> Value<'a> {
    match value {
        Value::Open(Open::Choose(arms)) => {
            let holds = |arm: &&Item<'a>| ops::is_true(decide_value(arm.condition, project, arena));
            arms.iter().find(holds).map_or(Value::None, |arm| decide_value(arm.value, project, arena))
        }
        Value::List(values) => {
            let decided = values.iter().map(|&value| decide_value(value, project, arena));
            Value::List(arena.alloc_slice_fill_iter(decided))
        }
        value if ops::is_open(value) => {
            let mut freezer = Freezer::default();
            let row = freezer.freeze_row(TableId(0), RuleId(0).into(), &[], &[value]);
            let answers = answers(&freezer.questions(), project, &Trace::default(), arena, &mut |_, _| Value::None);
            let cells = decide(&row, &answers, project.constants(), arena).unwrap_or_default();
            cells.first().map_or(Value::None, |&cell| copy(cell, arena))
        }
        known => known,
    }
}

/// The value with its texts and members in the arena; a group is the list of its members.
fn copy<'a>(value: Value<'_>, arena: &'a Bump) -> Value<'a> {
    match value {
        Value::None | Value::Open(_) => Value::None,
        Value::Bool(bool) => Value::Bool(bool),
        Value::Int(int) => Value::Int(int),
        Value::Real(real) => Value::Real(real),
        Value::Text(text) => Value::Text(arena.alloc_str(text)),
        Value::Node(node) => Value::Node(node),
        Value::List(values) => Value::List(arena.alloc_slice_fill_iter(values.iter().map(|&value| copy(value, arena)))),
        Value::Group(group) => {
            Value::List(arena.alloc_slice_fill_iter(group.members.iter().map(|member| copy(member.value, arena))))
        }
        Value::Object(entries) => {
            let entries = entries.iter().map(|&(key, value)| (&*arena.alloc_str(key), copy(value, arena)));
            Value::Object(arena.alloc_slice_fill_iter(entries))
        }
        Value::Set(set) => Value::Set(set),
        Value::Pattern(pattern) => Value::Pattern(pattern),
    }
}

struct Thaw<'r, 'a> {
    arena: &'a Bump,
    answers: &'r [Value<'a>],
    constants: &'r Constants,
    /// The open values so far.
    decided: Vec<Value<'a>>,
}

impl<'r, 'a> Thaw<'r, 'a> {
    /// Decides the open values of something that waits, from front to back.
    fn of(open: &'a [OwnedOpen], answers: &'r [Value<'a>], constants: &'r Constants, arena: &'a Bump) -> Self {
        let mut thaw = Thaw { arena, answers, constants, decided: Vec::with_capacity(open.len()) };
        for open in open {
            let value = thaw.decide(open);
            thaw.decided.push(value);
        }
        thaw
    }

    fn all_hold(&self, guards: &'a [OwnedValue]) -> bool {
        guards.iter().all(|guard| ops::is_true(self.value(guard)))
    }

    fn decide(&self, open: &'a OwnedOpen) -> Value<'a> {
        match open {
            OwnedOpen::Ask(question) => self.answers[question.0 as usize],
            OwnedOpen::Apply(op, args) => {
                let args: Vec<Value<'a>> = args.iter().map(|arg| self.value(arg)).collect();
                op.apply(self.arena, &args)
            }
            OwnedOpen::Choose(items) => self.holding(items).next().unwrap_or(Value::None),
            OwnedOpen::Fold(fold, items) => ops::fold(self.arena, *fold, self.holding(items)),
        }
    }

    /// The values of the items whose condition holds.
    fn holding<'s>(&'s self, items: &'a [OwnedItem]) -> impl Iterator<Item = Value<'a>> + use<'s, 'a> {
        items.iter().filter(|item| ops::is_true(self.value(&item.condition))).map(|item| self.value(&item.value))
    }

    fn value(&self, value: &'a OwnedValue) -> Value<'a> {
        match value {
            OwnedValue::None => Value::None,
            OwnedValue::Bool(bool) => Value::Bool(*bool),
            OwnedValue::Int(int) => Value::Int(*int),
            OwnedValue::Real(real) => Value::Real(*real),
            OwnedValue::Text(text) => Value::Text(text),
            OwnedValue::List(values) => {
                Value::List(self.arena.alloc_slice_fill_iter(values.iter().map(|value| self.value(value))))
            }
            OwnedValue::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| (&**key, self.value(value)));
                Value::Object(self.arena.alloc_slice_fill_iter(entries))
            }
            OwnedValue::Group { key, members } => {
                let members = members
                    .iter()
                    .map(|item| Item { condition: self.value(&item.condition), value: self.value(&item.value) });
                let members = self.arena.alloc_slice_fill_iter(members);
                Value::Group(self.arena.alloc(Group { key: self.value(key), members }))
            }
            OwnedValue::Set(set) => Value::Set(self.constants.set(*set)),
            OwnedValue::Pattern(pattern) => Value::Pattern(self.constants.pattern(*pattern)),
            OwnedValue::Open(place) => self.decided[*place as usize],
        }
    }
}

#[cfg(test)]
mod tests;
