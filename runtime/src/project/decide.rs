//! From what waited in a file, and the answers to the questions of the file, to what holds of it: rows, and what rules say
//! of the flow of data.

use aud_rules_plan::{RuleId, TableId};
use bumpalo::Bump;

use super::{Project, Trace};
use crate::segment::graph::Place;
use crate::segment::open::{DeferredRow, Freezer, LoopId, OpenGuards, OpenValues, OwnedOpen, OwnedValue, Part};
use crate::segment::question::{OwnedQuestion, OwnedValueQuestion};
use crate::value::{Constants, Fold, Group, Item, Open, Value, ops};

/// Members that are walked for one row or value; no list of a project and no rule that people write comes near. It bounds what
/// loops in loops over lists of other files cost, which no budget of a rule counts.
const MAX_ROUNDS: usize = 1 << 20;

/// Something that walks more than [`MAX_ROUNDS`] members, and is not decided.
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
            let mut decided = Value::None;
            let mut keep = |cells: &[Value<'_>]| {
                if let (Value::None, Some(&cell)) = (decided, cells.first()) {
                    decided = copy(cell, arena);
                }
            };
            // What is cut off is not known.
            let _ = Thaw::of(&waiting, &answers, project.constants(), arena).row(&row, &mut keep);
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

/// What waits in a file, once its questions are answered.
pub struct Thaw<'a> {
    arena: &'a Bump,
    waiting: &'a OpenValues,
    constants: &'a Constants,
    answers: &'a [Value<'a>],
    /// The open values, by place.
    decided: Vec<Value<'a>>,
    /// Members that were walked for what is being decided.
    n_rounds: usize,
    is_cut: bool,
}

impl<'a> Thaw<'a> {
    /// Decides the open values of a file from front to back, but for those that depend on members of lists. `answers` are those
    /// to its questions.
    pub fn of(waiting: &'a OpenValues, answers: &'a [Value<'a>], constants: &'a Constants, arena: &'a Bump) -> Self {
        let mut is_inside = vec![false; waiting.open.len()];
        waiting.loops.iter().flat_map(|walked| &walked.body).for_each(|&place| is_inside[place as usize] = true);
        let decided = vec![Value::None; waiting.open.len()];
        let mut thaw = Thaw { arena, waiting, constants, answers, decided, n_rounds: 0, is_cut: false };
        for (place, open) in waiting.open.iter().enumerate().filter(|(place, _)| !is_inside[*place]) {
            thaw.n_rounds = 0;
            thaw.decided[place] = thaw.decide(open);
            thaw.is_cut |= thaw.n_rounds > MAX_ROUNDS;
        }
        thaw
    }

    /// Something that is the same for all rows walks too many members, so that not all rows are there.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Gives `take` the cells of a row when its guards hold, and of one that goes on for each member of a list those of each.
    ///
    /// # Errors
    ///
    /// When it walks too many members; what `take` got until then is right.
    pub fn row(&mut self, row: &DeferredRow, take: &mut dyn FnMut(&'a [Value<'a>])) -> Result<(), TooManyRounds> {
        self.n_rounds = 0;
        self.each_round(self.waiting.walked(row.guards.walked), &mut |thaw| {
            if thaw.all_hold(row.guards) {
                take(thaw.values(row.cells));
            }
            true
        });
        if self.n_rounds > MAX_ROUNDS { Err(TooManyRounds) } else { Ok(()) }
    }

    /// All the conditions hold, for some member of each list that they are about.
    pub fn hold(&mut self, guards: OpenGuards) -> bool {
        self.n_rounds = 0;
        let mut holds = false;
        self.each_round(self.waiting.walked(guards.walked), &mut |thaw| {
            holds = thaw.all_hold(guards);
            !holds
        });
        holds
    }

    fn all_hold(&self, guards: OpenGuards) -> bool {
        self.waiting.values(guards.all).iter().all(|guard| ops::is_true(self.value(guard)))
    }

    /// Goes on with each member of the first list, and for each with the loops in it, until `goes_on` says no; without a
    /// loop, once.
    fn each_round(&mut self, loops: &'a [LoopId], goes_on: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        match loops {
            [] => goes_on(self),
            [outer, inner @ ..] => self.each_member(*outer, &mut |thaw| thaw.each_round(inner, goes_on)),
        }
    }

    /// Decides what depends on each member of a list, and goes on with it.
    fn each_member(&mut self, LoopId(id): LoopId, goes_on: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        let waiting = self.waiting;
        let over = &waiting.loops[id as usize];
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
                self.decided[place as usize] = self.decide(&waiting.open[place as usize]);
            }
            if !goes_on(self) {
                return false;
            }
        }
        true
    }

    fn decide(&mut self, open: &OwnedOpen) -> Value<'a> {
        match *open {
            OwnedOpen::Ask(question) => self.answers[question.0 as usize],
            OwnedOpen::Apply(op, args) => op.apply(self.arena, self.values(args)),
            OwnedOpen::Choose(items) => self.holding(items).next().unwrap_or(Value::None),
            OwnedOpen::Fold(fold, items) => ops::fold(self.arena, fold, self.holding(items)),
            OwnedOpen::Member => Value::None,
            OwnedOpen::Each(fold, walked, parts) => self.each(fold, walked, parts),
        }
    }

    fn each(&mut self, fold: Fold, walked: LoopId, parts: Part) -> Value<'a> {
        let [condition, value] = self.waiting.values(parts) else { return Value::None };
        let mut kept = Vec::new();
        self.each_member(walked, &mut |thaw| {
            if ops::is_true(thaw.value(condition)) {
                kept.push(thaw.value(value));
            }
            true
        });
        ops::fold(self.arena, fold, kept.into_iter())
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
                // A key is a text.
                let key =
                    |key: &OwnedValue| if let OwnedValue::Text(text) = *key { self.waiting.text(text) } else { "" };
                let entries = self.waiting.values(by_turns).chunks_exact(2);
                let entries = entries.map(|entry| (key(&entry[0]), self.value(&entry[1])));
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
