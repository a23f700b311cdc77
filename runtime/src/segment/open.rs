//! From what only the project stage can decide to owned data; [`crate::project::decide`] makes rows of it.
//!
//! Open values refer to one another and share their parts. Those of a file are written down once each, parts first, so that
//! they take no more room than what they depend on and are decided from front to back without recursion; rules ask much the
//! same of a node, so values that are made alike are one. Texts lie in one string and members in one vector, so that a value
//! costs no allocation of its own.

use std::hash::Hasher;

use aud_rules_plan::TableId;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};

use crate::segment::facts::Match;
use crate::segment::question::{OwnedQuestion, QuestionId};
use crate::value::{Fold, Item, Op, Open, PatternId, Question, SetId, Value};

/// Neighbours in one of the lists of [`OpenValues`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Part {
    start: u32,
    len: u32,
}

impl Part {
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// [`Value`], owned and without nodes. What it is made of is in the lists of the file.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedValue {
    None,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(Part),
    List(Part),
    /// Keys, which are texts, and values by turns.
    Object(Part),
    /// The key, and behind it the members.
    Group(Part),
    Set(SetId),
    Pattern(PatternId),
    /// The open value at that place.
    Open(u32),
}

/// [`Open`], owned; it refers to open values before it only. Items are conditions and values by turns.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedOpen {
    Ask(QuestionId),
    Apply(Op, Part),
    Choose(Part),
    Fold(Fold, Part),
}

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

/// What waits in one file depends on these values.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OpenValues {
    /// What is asked of the project, each question once.
    pub questions: Vec<OwnedQuestion>,
    /// Open values, each behind its parts.
    pub(crate) open: Vec<OwnedOpen>,
    values: Vec<OwnedValue>,
    text: String,
}

impl OpenValues {
    pub(crate) fn values(&self, part: Part) -> &[OwnedValue] {
        &self.values[part.range()]
    }

    pub(crate) fn text(&self, part: Part) -> &str {
        &self.text[part.range()]
    }
}

/// A row that waits for the project stage.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DeferredRow {
    /// Its table.
    pub table: TableId,
    /// The rule that made it, and where.
    pub of: Match,
    pub(crate) guards: OpenGuards,
    pub(crate) cells: Part,
}

/// Conditions that only the project stage can decide.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct OpenGuards(pub(crate) Part);

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
    written: OpenValues,
}

impl<'t> Freezer<'t> {
    /// Writes a row down that is there when all guards hold. A node that is still among the values becomes absent.
    pub fn freeze_row(&mut self, table: TableId, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> DeferredRow {
        let guards = self.freeze_guards(guards);
        cells.iter().for_each(|&cell| self.prepare(cell));
        DeferredRow { table, of, guards, cells: self.freeze_all(cells.iter().copied()) }
    }

    /// Writes conditions down that something waits for.
    pub fn freeze_guards(&mut self, guards: &[Value<'t>]) -> OpenGuards {
        guards.iter().for_each(|&guard| self.prepare(guard));
        OpenGuards(self.freeze_all(guards.iter().copied()))
    }

    /// All that was written down.
    pub fn finish(self) -> OpenValues {
        OpenValues { questions: self.questions.into_iter().map(Into::into).collect(), ..self.written }
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
                }
            }
            if self.waiting.len() > n_waiting {
                continue;
            }
            self.waiting.pop();
            if !self.is_written(open) {
                let place = self.freeze_open(open);
                self.places.insert(std::ptr::from_ref(open), place);
            }
        }
    }

    fn is_written(&self, open: &Open<'t>) -> bool {
        self.places.contains_key(&std::ptr::from_ref(open))
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
            Value::Open(open) => {
                self.places.get(&std::ptr::from_ref(open)).map_or(OwnedValue::None, |&place| OwnedValue::Open(place))
            }
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
            OwnedOpen::Ask(_) => return false,
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
