//! From what waited in a file, and the answers to the questions of the file, to what holds of it: rows, and what rules say
//! of the flow of data.

use aud_rules_plan::{RuleId, TableId};
use bumpalo::Bump;

use super::{Project, Trace};
use crate::segment::graph::Place;
use crate::segment::open::{DeferredRow, Freezer, OpenGuards, OpenValues, OwnedOpen, OwnedValue, Part};
use crate::segment::question::{OwnedQuestion, OwnedValueQuestion};
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
            let waiting = freezer.finish();
            let answers = answers(&waiting.questions, project, &Trace::default(), arena, &mut |_, _| Value::None);
            let cells = Thaw::of(&waiting, &answers, project.constants(), arena).row(&row).unwrap_or_default();
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

/// What waits in a file, once its questions are answered.
pub struct Thaw<'a> {
    arena: &'a Bump,
    waiting: &'a OpenValues,
    constants: &'a Constants,
    /// The open values, by place.
    decided: Vec<Value<'a>>,
}

impl<'a> Thaw<'a> {
    /// Decides the open values of a file from front to back. `answers` are those to its questions.
    pub fn of(
        waiting: &'a OpenValues,
        answers: &[Value<'a>],
        constants: &'a Constants,
        arena: &'a Bump,
    ) -> Self {
        let mut thaw = Thaw { arena, waiting, constants, decided: Vec::with_capacity(waiting.open.len()) };
        for open in &waiting.open {
            let value = thaw.decide(open, answers);
            thaw.decided.push(value);
        }
        thaw
    }

    /// The cells of a row when its guards hold; none when one does not.
    pub fn row(&self, row: &DeferredRow) -> Option<&'a [Value<'a>]> {
        self.hold(row.guards).then(|| self.values(row.cells))
    }

    /// All the conditions hold.
    pub fn hold(&self, OpenGuards(guards): OpenGuards) -> bool {
        self.waiting.values(guards).iter().all(|guard| ops::is_true(self.value(guard)))
    }

    fn decide(&self, open: &OwnedOpen, answers: &[Value<'a>]) -> Value<'a> {
        match *open {
            OwnedOpen::Ask(question) => answers[question.0 as usize],
            OwnedOpen::Apply(op, args) => op.apply(self.arena, self.values(args)),
            OwnedOpen::Choose(items) => self.holding(items).next().unwrap_or(Value::None),
            OwnedOpen::Fold(fold, items) => ops::fold(self.arena, fold, self.holding(items)),
        }
    }

    /// The values of the items whose condition holds.
    fn holding<'s>(&'s self, items: Part) -> impl Iterator<Item = Value<'a>> + use<'s, 'a> {
        let items = self.waiting.values(items).chunks_exact(2);
        items.filter(|item| ops::is_true(self.value(&item[0]))).map(|item| self.value(&item[1]))
    }

    fn values(&self, part: Part) -> &'a [Value<'a>] {
        self.arena.alloc_slice_fill_iter(self.waiting.values(part).iter().map(|value| self.value(value)))
    }

    fn value(&self, value: &OwnedValue) -> Value<'a> {
        match *value {
            OwnedValue::None => Value::None,
            OwnedValue::Bool(bool) => Value::Bool(bool),
            OwnedValue::Int(int) => Value::Int(int),
            OwnedValue::Real(real) => Value::Real(real),
            OwnedValue::Text(text) => Value::Text(self.waiting.text(text)),
            OwnedValue::List(members) => Value::List(self.values(members)),
            OwnedValue::Object(by_turns) => {
                let entries = self.waiting.values(by_turns).chunks_exact(2).map(|entry| match entry[0] {
                    OwnedValue::Text(key) => (self.waiting.text(key), self.value(&entry[1])),
                    _ => ("", self.value(&entry[1])),
                });
                Value::Object(self.arena.alloc_slice_fill_iter(entries))
            }
            OwnedValue::Group(parts) => {
                let [key, members @ ..] = self.waiting.values(parts) else { return Value::None };
                let members = members
                    .chunks_exact(2)
                    .map(|item| Item { condition: self.value(&item[0]), value: self.value(&item[1]) });
                let members = self.arena.alloc_slice_fill_iter(members);
                Value::Group(self.arena.alloc(Group { key: self.value(key), members }))
            }
            OwnedValue::Set(set) => Value::Set(self.constants.set(set)),
            OwnedValue::Pattern(pattern) => Value::Pattern(self.constants.pattern(pattern)),
            OwnedValue::Open(place) => self.decided[place as usize],
        }
    }
}

#[cfg(test)]
mod tests;
