//! From what waited in a file, and the answers to the questions of the file, to what holds of it: rows, and what rules say
//! of the flow of data.

use aud_rules_plan::{RuleId, TableId};
use bumpalo::Bump;

use super::{Project, Trace};
use crate::segment::effects::{DecidedEffects, Effects};
use crate::segment::graph::Place;
use crate::segment::open::{
    DeferredRow, Freezer, Loop, OpenGuards, OpenParts, OwnedItem, OwnedOpen, OwnedQuestion, OwnedValue,
    OwnedValueQuestion,
};
use crate::value::{Constants, Group, Item, Open, Value, ops};

/// Members that are walked for one row; no list of a project and no rule that people write comes near. It bounds what loops
/// in loops over lists of other files cost, which no budget of a rule counts.
const MAX_ROUNDS: usize = 1 << 20;

/// A row that walks more than [`MAX_ROUNDS`] members, and is not decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooManyRounds;

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

/// Gives `take` the cells of a row when its guards hold, and of one that goes on for each member of a list those of each.
/// `answers` are those to the questions of its file.
///
/// # Errors
///
/// When it walks too many members; what `take` got until then is right.
pub fn decide<'a>(
    row: &'a DeferredRow,
    answers: &[Value<'a>],
    constants: &Constants,
    arena: &'a Bump,
    take: &mut dyn FnMut(Vec<Value<'a>>),
) -> Result<(), TooManyRounds> {
    let mut thaw = Thaw::of(&row.parts, answers, constants, arena);
    thaw.each_round(&row.parts.loops, &mut |thaw| {
        if thaw.all_hold(&row.guards) {
            take(row.cells.iter().map(|cell| thaw.value(cell)).collect());
        }
        true
    });
    thaw.end()
}

/// What rules said beside rows, as far as its conditions hold. `answers` are those to the questions of its file.
pub fn decide_effects(effects: &Effects, answers: &[Value<'_>], constants: &Constants, arena: &Bump) -> DecidedEffects {
    effects.decide(|OpenGuards { parts, guards }| {
        let mut holds = false;
        Thaw::of(parts, answers, constants, arena).each_round(&parts.loops, &mut |thaw| {
            holds = thaw.all_hold(guards);
            !holds
        });
        holds
    })
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
            let mut decided = Value::None;
            let mut keep = |cells: Vec<Value<'_>>| {
                if let (Value::None, Some(&cell)) = (decided, cells.first()) {
                    decided = copy(cell, arena);
                }
            };
            // What is cut off is not known.
            let _ = decide(&row, &answers, project.constants(), arena, &mut keep);
            decided
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
    open: &'a [OwnedOpen],
    /// The open values so far, by their places.
    decided: Vec<Value<'a>>,
    n_rounds: usize,
}

impl<'r, 'a> Thaw<'r, 'a> {
    /// Decides the open values of something that waits, from front to back.
    fn of(parts: &'a OpenParts, answers: &'r [Value<'a>], constants: &'r Constants, arena: &'a Bump) -> Self {
        let open = &*parts.open;
        let mut thaw = Thaw { arena, answers, constants, open, decided: vec![Value::None; open.len()], n_rounds: 0 };
        for (place, open) in open.iter().enumerate() {
            thaw.decided[place] = thaw.decide(open);
        }
        thaw
    }

    /// Goes on with each member of the first list, and for each with the loops in it, until `goes_on` says no; without a
    /// loop, once.
    fn each_round(&mut self, loops: &'a [Loop], goes_on: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        match loops {
            [] => goes_on(self),
            [outer, inner @ ..] => self.each_member(outer, &mut |thaw| thaw.each_round(inner, goes_on)),
        }
    }

    /// Decides what depends on each member of a list, and goes on with it.
    fn each_member(&mut self, over: &'a Loop, goes_on: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        let members = match self.value(&over.list) {
            Value::List(members) => members,
            _ => &[],
        };
        for &member in members {
            self.n_rounds += 1;
            if self.n_rounds > MAX_ROUNDS {
                return false;
            }
            self.decided[over.member as usize] = member;
            for &place in &over.body {
                if let OwnedOpen::Inside(open) = &self.open[place as usize] {
                    self.decided[place as usize] = self.decide(open);
                }
            }
            if !goes_on(self) {
                return false;
            }
        }
        true
    }

    fn end(&self) -> Result<(), TooManyRounds> {
        if self.n_rounds > MAX_ROUNDS { Err(TooManyRounds) } else { Ok(()) }
    }

    fn all_hold(&self, guards: &'a [OwnedValue]) -> bool {
        guards.iter().all(|guard| ops::is_true(self.value(guard)))
    }

    fn decide(&mut self, open: &'a OwnedOpen) -> Value<'a> {
        match open {
            OwnedOpen::Ask(question) => self.answers[question.0 as usize],
            OwnedOpen::Apply(op, args) => {
                let args: Vec<Value<'a>> = args.iter().map(|arg| self.value(arg)).collect();
                op.apply(self.arena, &args)
            }
            OwnedOpen::Choose(items) => self.holding(items).next().unwrap_or(Value::None),
            OwnedOpen::Fold(fold, items) => ops::fold(self.arena, *fold, self.holding(items)),
            OwnedOpen::Each { fold, members, condition, value } => {
                let mut kept = Vec::new();
                self.each_member(members, &mut |thaw| {
                    if ops::is_true(thaw.value(condition)) {
                        kept.push(thaw.value(value));
                    }
                    true
                });
                ops::fold(self.arena, *fold, kept.into_iter())
            }
            OwnedOpen::Member | OwnedOpen::Inside(_) => Value::None,
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
