//! From what waits while rules run over a file to owned data that refers only to what stands before it, and from members of
//! lists that only the project stage knows to the loops over them.
//!
//! A value can be as deep as a file is long, so nothing goes down one by recursion.

use std::hash::Hasher;

use aud_rules_plan::TableId;
use rustc_hash::{FxHashMap, FxHasher};

use super::{DeferredRow, Loop, LoopId, OpenGuards, OpenValues, OwnedOpen, OwnedValue, Part};
use crate::segment::facts::Match;
use crate::segment::question::QuestionId;
use crate::value::{Each, Fold, Item, Op, Open, Question, Value};

/// How an open value is made, without what it is made of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Making {
    Apply(Op),
    Choose,
    Fold(Fold),
}

impl Making {
    fn of(self, parts: Part) -> OwnedOpen {
        match self {
            Making::Apply(op) => OwnedOpen::Apply(op, parts),
            Making::Choose => OwnedOpen::Choose(parts),
            Making::Fold(fold) => OwnedOpen::Fold(fold, parts),
        }
    }
}

/// Writes down what waits in one file, and the values and questions that it waits for, each once.
#[derive(Default)]
pub struct Freezer<'t> {
    questions: Vec<Question<'t>>,
    ids: FxHashMap<Question<'t>, QuestionId>,
    /// Place of each open value that is written down, by its address.
    places: FxHashMap<*const Open<'t>, u32>,
    /// Open values that wait for their parts.
    waiting: Vec<&'t Open<'t>>,
    /// Place of each question among the open values.
    asked: Vec<u32>,
    /// Place of the last open value that is made so, by a hash of how and of its parts.
    made: FxHashMap<(Making, u64), u32>,
    texts: FxHashMap<&'t str, Part>,
    /// The loop of each member, by its place.
    loops: FxHashMap<u32, LoopId>,
    /// Places of the members that open values depend on, by their places, ascending: an outer loop is written down before what
    /// is in it.
    depends: FxHashMap<u32, Box<[u32]>>,
    written: OpenValues,
}

impl<'t> Freezer<'t> {
    /// Writes a row down that is there when all guards hold, once for each member of the lists whose [`Open::Member`] stands
    /// among the guards. A node that is still among the values becomes absent.
    pub fn freeze_row(&mut self, table: TableId, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> DeferredRow {
        let all = self.freeze_conditions(guards);
        cells.iter().for_each(|&cell| self.prepare(cell));
        let cells_part = self.freeze_all(cells.iter().copied());
        let walked = self.walked_by(guards.iter().chain(cells));
        DeferredRow { table, of, guards: OpenGuards { walked, all }, cells: cells_part }
    }

    /// Writes conditions down that something waits for.
    pub fn freeze_guards(&mut self, guards: &[Value<'t>]) -> OpenGuards {
        let all = self.freeze_conditions(guards);
        OpenGuards { walked: self.walked_by(guards), all }
    }

    fn freeze_conditions(&mut self, guards: &[Value<'t>]) -> Part {
        guards.iter().for_each(|&guard| self.prepare(guard));
        self.freeze_all(guards.iter().copied())
    }

    /// The loops around values: those of the members that they depend on.
    fn walked_by<'v>(&mut self, values: impl IntoIterator<Item = &'v Value<'t>>) -> Part
    where
        't: 'v,
    {
        let mut members = Vec::new();
        if !self.depends.is_empty() {
            values.into_iter().for_each(|&value| self.add_members(value, &mut members));
        }
        members.sort_unstable();
        members.dedup();
        let start = self.written.walked.len() as u32;
        self.written.walked.extend(members.iter().filter_map(|member| self.loops.get(member)));
        Part { start, len: self.written.walked.len() as u32 - start }
    }

    /// All that was written down. What depends on a member is decided by the innermost loop that it is in.
    pub fn finish(self) -> OpenValues {
        let mut written = self.written;
        let mut depending: Vec<(u32, Box<[u32]>)> = self.depends.into_iter().collect();
        depending.sort_unstable();
        for (place, members) in depending {
            let innermost = members.last().filter(|&&member| member != place);
            if let Some(id) = innermost.and_then(|member| self.loops.get(member)) {
                written.loops[id.0 as usize].body.push(place);
            }
        }
        OpenValues { questions: self.questions.into_iter().map(Into::into).collect(), ..written }
    }

    /// Writes down every open value that a value depends on.
    fn prepare(&mut self, value: Value<'t>) {
        self.await_parts(value);
        while let Some(&open) = self.waiting.last() {
            let n_waiting = self.waiting.len();
            if !self.is_written(open) {
                match open {
                    Open::Ask(_) => {}
                    Open::Apply(_, args) => args.iter().for_each(|&arg| self.await_parts(arg)),
                    Open::Choose(items) | Open::Fold(_, items) => self.await_items(items),
                    Open::Member(list) => self.await_parts(*list),
                    // What is put on the pile last is written down first: the member, before whatever depends on it.
                    Open::Each(each) => {
                        self.await_parts(each.value);
                        self.await_parts(each.condition);
                        self.await_parts(Value::Open(each.member));
                    }
                }
            }
            if self.waiting.len() > n_waiting {
                continue;
            }
            self.waiting.pop();
            if !self.is_written(open) {
                let place = self.freeze_open(open);
                self.places.insert(std::ptr::from_ref(open), place);
                self.note_members(open, place);
            }
        }
    }

    /// Notes the members that an open value depends on, whose parts are written down.
    fn note_members(&mut self, open: &Open<'t>, place: u32) {
        let is_member = matches!(open, Open::Member(_));
        if self.depends.is_empty() && !is_member {
            return;
        }
        let mut members = Vec::new();
        match open {
            Open::Ask(_) => {}
            Open::Apply(_, args) => args.iter().for_each(|&arg| self.add_members(arg, &mut members)),
            Open::Choose(items) | Open::Fold(_, items) => self.add_members_of_items(items, &mut members),
            Open::Member(list) => {
                self.add_members(*list, &mut members);
                members.push(place);
            }
            Open::Each(each) => {
                let values = [Value::Open(each.member), each.condition, each.value];
                values.into_iter().for_each(|value| self.add_members(value, &mut members));
                let own = self.place_of(each.member);
                members.retain(|&member| Some(member) != own);
            }
        }
        members.sort_unstable();
        members.dedup();
        if !members.is_empty() {
            self.depends.insert(place, members.into());
        }
    }

    fn add_members(&self, value: Value<'t>, members: &mut Vec<u32>) {
        match value {
            Value::Open(open) => {
                let depends = self.place_of(open).and_then(|place| self.depends.get(&place));
                members.extend(depends.into_iter().flatten());
            }
            Value::List(values) => values.iter().for_each(|&value| self.add_members(value, members)),
            Value::Object(entries) => entries.iter().for_each(|&(_, value)| self.add_members(value, members)),
            Value::Group(group) => {
                self.add_members(group.key, members);
                self.add_members_of_items(group.members, members);
            }
            _ => {}
        }
    }

    fn add_members_of_items(&self, items: &[Item<'t>], members: &mut Vec<u32>) {
        for item in items {
            self.add_members(item.condition, members);
            self.add_members(item.value, members);
        }
    }

    fn place_of(&self, open: &Open<'t>) -> Option<u32> {
        self.places.get(&std::ptr::from_ref(open)).copied()
    }

    fn is_written(&self, open: &Open<'t>) -> bool {
        self.place_of(open).is_some()
    }

    fn await_items(&mut self, items: &[Item<'t>]) {
        for item in items {
            self.await_parts(item.condition);
            self.await_parts(item.value);
        }
    }

    /// Puts the open values inside a plain one on the pile. Plain values nest no deeper than a rule is written.
    fn await_parts(&mut self, value: Value<'t>) {
        match value {
            Value::Open(open) if !self.is_written(open) => self.waiting.push(open),
            Value::List(values) => values.iter().for_each(|&value| self.await_parts(value)),
            Value::Object(entries) => entries.iter().for_each(|&(_, value)| self.await_parts(value)),
            Value::Group(group) => {
                self.await_parts(group.key);
                self.await_items(group.members);
            }
            _ => {}
        }
    }

    fn freeze(&mut self, value: Value<'t>) -> OwnedValue {
        match value {
            Value::None | Value::Node(_) => OwnedValue::None,
            Value::Bool(bool) => OwnedValue::Bool(bool),
            Value::Int(int) => OwnedValue::Int(int),
            Value::Real(real) => OwnedValue::Real(real),
            Value::Text(text) => self.freeze_text(text),
            Value::List(values) => OwnedValue::List(self.freeze_all(values.iter().copied())),
            Value::Object(entries) => {
                let by_turns = entries.iter().flat_map(|&(key, value)| [Value::Text(key), value]);
                OwnedValue::Object(self.freeze_all(by_turns))
            }
            Value::Group(group) => {
                OwnedValue::Group(self.freeze_all(std::iter::once(group.key).chain(by_turns(group.members))))
            }
            Value::Set(set) => OwnedValue::Set(set.id),
            Value::Pattern(pattern) => OwnedValue::Pattern(pattern.id),
            Value::Open(open) => self.place_of(open).map_or(OwnedValue::None, OwnedValue::Open),
        }
    }

    fn freeze_text(&mut self, text: &'t str) -> OwnedValue {
        let written = &mut self.written.text;
        OwnedValue::Text(*self.texts.entry(text).or_insert_with(|| {
            let start = written.len() as u32;
            written.push_str(text);
            Part { start, len: text.len() as u32 }
        }))
    }

    /// Neighbours first get their places; what they are made of goes behind them.
    fn freeze_all(&mut self, values: impl Iterator<Item = Value<'t>> + Clone) -> Part {
        let start = self.written.values.len();
        self.written.values.extend(values.clone().map(|_| OwnedValue::None));
        let len = (self.written.values.len() - start) as u32;
        for (at, value) in values.enumerate() {
            self.written.values[start + at] = self.freeze(value);
        }
        Part { start: start as u32, len }
    }

    /// Writes an open value down whose parts are written; its place.
    fn freeze_open(&mut self, open: &Open<'t>) -> u32 {
        let n_values = self.written.values.len();
        let (making, parts) = match *open {
            Open::Ask(question) => return self.freeze_question(question),
            Open::Apply(op, args) => (Making::Apply(op), self.freeze_all(args.iter().copied())),
            Open::Choose(items) => (Making::Choose, self.freeze_all(by_turns(items))),
            Open::Fold(fold, items) => (Making::Fold(fold), self.freeze_all(by_turns(items))),
            Open::Member(list) => return self.freeze_member(list),
            Open::Each(each) => return self.freeze_each(each),
        };
        let key = (making, hash_of(self.written.values(parts)));
        if let Some(&known) = self.made.get(&key)
            && self.is_made_alike(known, parts)
        {
            self.written.values.truncate(n_values);
            return known;
        }
        let place = self.push(making.of(parts));
        self.made.insert(key, place);
        place
    }

    fn is_made_alike(&self, known: u32, parts: Part) -> bool {
        let known = match self.written.open[known as usize] {
            OwnedOpen::Ask(_) | OwnedOpen::Member | OwnedOpen::Each(..) => return false,
            OwnedOpen::Apply(_, known) | OwnedOpen::Choose(known) | OwnedOpen::Fold(_, known) => known,
        };
        self.written.values(known) == self.written.values(parts)
    }

    fn freeze_question(&mut self, question: Question<'t>) -> u32 {
        let n_known = self.questions.len();
        let id = *self.ids.entry(question).or_insert(QuestionId(n_known as u32));
        if id.0 as usize == n_known {
            self.questions.push(question);
            let place = self.push(OwnedOpen::Ask(id));
            self.asked.push(place);
        }
        self.asked[id.0 as usize]
    }

    fn freeze_member(&mut self, list: Value<'t>) -> u32 {
        let list = self.freeze(list);
        let member = self.push(OwnedOpen::Member);
        self.loops.insert(member, LoopId(self.written.loops.len() as u32));
        self.written.loops.push(Loop { list, member, body: Vec::new() });
        member
    }

    fn freeze_each(&mut self, each: Each<'t>) -> u32 {
        let parts = self.freeze_all([each.condition, each.value].into_iter());
        let walked = self.place_of(each.member).and_then(|member| self.loops.get(&member)).copied();
        match walked {
            Some(walked) => self.push(OwnedOpen::Each(each.fold, walked, parts)),
            // Its member is written down before it; of one that nobody walks there would be nothing.
            None => self.push(OwnedOpen::Member),
        }
    }

    fn push(&mut self, open: OwnedOpen) -> u32 {
        self.written.open.push(open);
        self.written.open.len() as u32 - 1
    }
}

/// Equal for equal values; lists inside are as they are placed.
fn hash_of(values: &[OwnedValue]) -> u64 {
    let mut hasher = FxHasher::default();
    for &value in values {
        let (kind, content) = match value {
            OwnedValue::None => (0, 0),
            OwnedValue::Bool(bool) => (1, u64::from(bool)),
            OwnedValue::Int(int) => (2, int as u64),
            OwnedValue::Real(real) => (3, real.to_bits()),
            OwnedValue::Text(part) => (4, u64::from(part.start)),
            OwnedValue::List(part) => (5, u64::from(part.start)),
            OwnedValue::Object(part) => (6, u64::from(part.start)),
            OwnedValue::Group(part) => (7, u64::from(part.start)),
            OwnedValue::Set(set) => (8, u64::from(set.0)),
            OwnedValue::Pattern(pattern) => (9, u64::from(pattern.0)),
            OwnedValue::Open(place) => (10, u64::from(place)),
        };
        hasher.write_u64(content << 4 | kind);
    }
    hasher.finish()
}

/// Conditions and values by turns.
fn by_turns<'i, 't>(items: &'i [Item<'t>]) -> impl Iterator<Item = Value<'t>> + Clone + use<'i, 't> {
    items.iter().flat_map(|item| [item.condition, item.value])
}
