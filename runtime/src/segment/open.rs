//! From a row that only the project stage can decide to owned data, and from that data to a row.
//!
//! Open values refer to one another and share their parts. They are written down once each, parts first, so that a row
//! takes no more room than what it depends on and is decided from front to back without recursion.

use aud_rules_plan::{RuleId, TableId};
use bumpalo::Bump;
use rustc_hash::FxHashMap;

use serde::{Deserialize, Serialize};

use crate::modules::ModuleId;
use crate::project::{Project, Trace};
use crate::resolve::Path;
use crate::segment::bytes::NamesModules;
use crate::segment::facts::Match;
use crate::segment::interface::OwnedPath;
use crate::value::ops;
use crate::value::{Constants, Fold, Group, Item, NamesId, Op, Open, PatternId, Question, SetId, Value};

/// A question of one file, by its place among those of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct QuestionId(pub u32);

/// [`Question`], owned.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum OwnedQuestion {
    /// Do the paths lead to one of the names?
    Is {
        /// Where a name leads.
        paths: Box<[OwnedPath]>,
        /// The names asked for.
        names: NamesId,
    },
    /// Is the class there one of the names, or does it inherit from one?
    Subclass {
        /// Classes, perhaps.
        paths: Box<[OwnedPath]>,
        /// The names asked for.
        names: NamesId,
    },
    /// Is the value an instance of one of the names, or of a subclass?
    Instance {
        /// What was called to make the value, or what it is annotated with.
        made: Box<[OwnedPath]>,
        /// Variables that hold the value.
        held: Box<[OwnedPath]>,
        /// The names asked for.
        names: NamesId,
    },
    /// Is anything known about the class of the value?
    KnownClass {
        /// What was called to make the value, or what it is annotated with.
        made: Box<[OwnedPath]>,
        /// Variables that hold the value.
        held: Box<[OwnedPath]>,
    },
    /// The dotted name that the paths lead to.
    Qualified {
        /// Where a name leads.
        paths: Box<[OwnedPath]>,
    },
    /// The dotted name of the function or class that a class inherits.
    Inherited {
        /// Where it may be, seen from the class.
        paths: Box<[OwnedPath]>,
    },
    /// The parameter that takes a positional argument.
    Parameter {
        /// What is called.
        paths: Box<[OwnedPath]>,
        /// Position of the argument, from 0.
        index: u32,
        /// The callee is read from an instance or class that takes the first parameter.
        is_bound: bool,
    },
}

impl From<Question<'_>> for OwnedQuestion {
    fn from(question: Question<'_>) -> Self {
        let own = |paths: &[Path<'_>]| paths.iter().map(|&path| path.into()).collect();
        match question {
            Question::Is { paths, names } => OwnedQuestion::Is { paths: own(paths), names: names.id },
            Question::Subclass { paths, names } => OwnedQuestion::Subclass { paths: own(paths), names: names.id },
            Question::Instance { made, held, names } => {
                OwnedQuestion::Instance { made: own(made), held: own(held), names: names.id }
            }
            Question::KnownClass { made, held } => OwnedQuestion::KnownClass { made: own(made), held: own(held) },
            Question::Qualified { paths } => OwnedQuestion::Qualified { paths: own(paths) },
            Question::Inherited { paths } => OwnedQuestion::Inherited { paths: own(paths) },
            Question::Parameter { paths, index, is_bound } => {
                OwnedQuestion::Parameter { paths: own(paths), index, is_bound }
            }
        }
    }
}

impl NamesModules for OwnedQuestion {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        let (paths, more): (&mut [OwnedPath], &mut [OwnedPath]) = match self {
            OwnedQuestion::Is { paths, .. }
            | OwnedQuestion::Subclass { paths, .. }
            | OwnedQuestion::Qualified { paths }
            | OwnedQuestion::Inherited { paths }
            | OwnedQuestion::Parameter { paths, .. } => (paths, &mut []),
            OwnedQuestion::Instance { made, held, .. } | OwnedQuestion::KnownClass { made, held } => (made, held),
        };
        paths.iter_mut().chain(more).for_each(|path| path.each_module(take));
    }
}

/// [`Value`], owned and without nodes.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum OwnedValue {
    None,
    Bool(bool),
    Int(i64),
    Real(f64),
    Text(Box<str>),
    List(Box<[OwnedValue]>),
    Object(Box<[(Box<str>, OwnedValue)]>),
    Group {
        key: Box<OwnedValue>,
        members: Box<[OwnedItem]>,
    },
    Set(SetId),
    Pattern(PatternId),
    /// The open value at that place of the row.
    Open(u32),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct OwnedItem {
    condition: OwnedValue,
    value: OwnedValue,
}

/// [`Open`], owned; it refers to open values before it only.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum OwnedOpen {
    Ask(QuestionId),
    Apply(Op, Box<[OwnedValue]>),
    Choose(Box<[OwnedItem]>),
    Fold(Fold, Box<[OwnedItem]>),
}

/// A row that waits for the project stage.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeferredRow {
    /// Its table.
    pub table: TableId,
    /// The rule that made it, and where.
    pub of: Match,
    open: Box<[OwnedOpen]>,
    guards: Box<[OwnedValue]>,
    cells: Box<[OwnedValue]>,
}

/// Writes down the rows of one file that wait, and the questions that they wait for, each once.
#[derive(Default)]
pub struct Freezer<'t> {
    questions: Vec<Question<'t>>,
    ids: FxHashMap<Question<'t>, QuestionId>,
}

impl<'t> Freezer<'t> {
    /// Writes a row down that is there when all guards hold. A node that is still among the values becomes absent.
    pub fn freeze_row(&mut self, table: TableId, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> DeferredRow {
        let mut parts = Parts { questions: self, open: Vec::new(), places: FxHashMap::default(), waiting: Vec::new() };
        for &value in guards.iter().chain(cells) {
            parts.prepare(value);
        }
        let guards = guards.iter().map(|&guard| parts.freeze(guard)).collect();
        let cells = cells.iter().map(|&cell| parts.freeze(cell)).collect();
        DeferredRow { table, of, open: parts.open.into(), guards, cells }
    }

    /// The questions by their ids.
    pub fn questions(&self) -> Vec<OwnedQuestion> {
        self.questions.iter().map(|&question| question.into()).collect()
    }

    fn id_of(&mut self, question: Question<'t>) -> QuestionId {
        *self.ids.entry(question).or_insert_with(|| {
            self.questions.push(question);
            QuestionId(self.questions.len() as u32 - 1)
        })
    }
}

/// The parts of one row.
struct Parts<'p, 't> {
    questions: &'p mut Freezer<'t>,
    open: Vec<OwnedOpen>,
    /// Place of each open value that is written down, by its address.
    places: FxHashMap<*const Open<'t>, u32>,
    /// Open values that wait for their parts.
    waiting: Vec<&'t Open<'t>>,
}

impl<'t> Parts<'_, 't> {
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
                let frozen = self.freeze_open(open);
                self.places.insert(std::ptr::from_ref(open), self.open.len() as u32);
                self.open.push(frozen);
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

    fn freeze(&self, value: Value<'t>) -> OwnedValue {
        match value {
            Value::None | Value::Node(_) => OwnedValue::None,
            Value::Bool(bool) => OwnedValue::Bool(bool),
            Value::Int(int) => OwnedValue::Int(int),
            Value::Real(real) => OwnedValue::Real(real),
            Value::Text(text) => OwnedValue::Text(text.into()),
            Value::List(values) => OwnedValue::List(values.iter().map(|&value| self.freeze(value)).collect()),
            Value::Object(entries) => {
                OwnedValue::Object(entries.iter().map(|&(key, value)| (key.into(), self.freeze(value))).collect())
            }
            Value::Group(&Group { key, members }) => {
                OwnedValue::Group { key: Box::new(self.freeze(key)), members: self.freeze_items(members) }
            }
            Value::Set(set) => OwnedValue::Set(set.id),
            Value::Pattern(pattern) => OwnedValue::Pattern(pattern.id),
            Value::Open(open) => {
                self.places.get(&std::ptr::from_ref(open)).map_or(OwnedValue::None, |&place| OwnedValue::Open(place))
            }
        }
    }

    fn freeze_items(&self, items: &[Item<'t>]) -> Box<[OwnedItem]> {
        let freeze =
            |item: &Item<'t>| OwnedItem { condition: self.freeze(item.condition), value: self.freeze(item.value) };
        items.iter().map(freeze).collect()
    }

    fn freeze_open(&mut self, open: &Open<'t>) -> OwnedOpen {
        match *open {
            Open::Ask(question) => OwnedOpen::Ask(self.questions.id_of(question)),
            Open::Apply(op, args) => OwnedOpen::Apply(op, args.iter().map(|&arg| self.freeze(arg)).collect()),
            Open::Choose(items) => OwnedOpen::Choose(self.freeze_items(items)),
            Open::Fold(fold, items) => OwnedOpen::Fold(fold, self.freeze_items(items)),
        }
    }
}

/// The answers to the questions of one file, each asked once. What they depend on is noted.
pub fn answers<'a>(
    questions: &[OwnedQuestion],
    project: &Project<'_>,
    trace: &Trace,
    arena: &'a Bump,
) -> Vec<Value<'a>> {
    questions.iter().map(|question| project.answer(question, trace, arena)).collect()
}

/// The cells of a row when its guards hold; none when one does not. `answers` are those to the questions of its file.
pub fn decide<'a>(
    row: &'a DeferredRow,
    answers: &[Value<'a>],
    constants: &Constants,
    arena: &'a Bump,
) -> Option<Vec<Value<'a>>> {
    let mut thaw = Thaw { arena, answers, constants, decided: Vec::with_capacity(row.open.len()) };
    for open in &row.open {
        let value = thaw.decide(open);
        thaw.decided.push(value);
    }
    let holds = row.guards.iter().all(|guard| ops::is_true(thaw.value(guard)));
    holds.then(|| row.cells.iter().map(|cell| thaw.value(cell)).collect())
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
            let answers = answers(&freezer.questions(), project, &Trace::default(), arena);
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

impl<'a> Thaw<'_, 'a> {
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
mod tests {
    use super::*;
    use crate::modules::{ModuleId, ModuleMap};
    use crate::syntax::tree::{NodeId, Position, Range};
    use crate::value::NameSet;

    static YES_SET: NameSet = NameSet::new(&["m.yes"]);
    static NO_SET: NameSet = NameSet::new(&["m.no"]);
    static SETS: [&NameSet; 2] = [&YES_SET, &NO_SET];
    static CONSTANTS: Constants = Constants { names: &SETS, ..Constants::NONE };
    const YES: NamesId = NamesId(0);
    const NO: NamesId = NamesId(1);
    const OF: Match = Match {
        rule: RuleId(5),
        range: Range { start: Position { line: 9, column: 0 }, end: Position { line: 9, column: 7 } },
        is_near_damage: false,
    };

    /// Asks whether `m.yes` is one of the names.
    fn asked<'t>(arena: &'t Bump, names: NamesId) -> Value<'t> {
        let names = CONSTANTS.names(names);
        let path = Path::Project { module: ModuleId(0), name: "m", rest: "yes" };
        Value::Open(arena.alloc(Open::Ask(Question::Is { paths: arena.alloc_slice_copy(&[path]), names })))
    }

    fn item<'t>(condition: Value<'t>, text: &'static str) -> Item<'t> {
        Item { condition, value: Value::Text(text) }
    }

    #[test]
    fn rows_are_decided_as_their_guards_and_cells_say() {
        let arena = Bump::new();
        let (yes, no) = (asked(&arena, YES), asked(&arena, NO));
        let items = arena.alloc_slice_copy(&[item(no, "a"), item(yes, "b"), item(Value::Bool(true), "c")]);
        let choose = Value::Open(arena.alloc(Open::Choose(items)));
        let list = Value::Open(arena.alloc(Open::Fold(Fold::List, items)));
        let either = Value::Open(arena.alloc(Open::Apply(Op::Or, arena.alloc_slice_copy(&[no, yes]))));
        let nested = Value::List(arena.alloc_slice_copy(&[choose, Value::Int(1), Value::Node(NodeId(3))]));
        let cases: [(&[Value<'_>], &[Value<'_>], Option<&str>); 8] = [
            (&[], &[Value::Int(7)], Some("[Int(7)]")),
            (&[yes], &[choose], Some("[Text(\"b\")]")),
            (&[no], &[choose], None),
            (&[yes, no], &[], None),
            (&[either], &[list], Some("[List([Text(\"b\"), Text(\"c\")])]")),
            (&[], &[nested], Some("[List([Text(\"b\"), Int(1), None])]")),
            (&[], &[Value::Node(NodeId(3)), no], Some("[None, Bool(false)]")),
            (&[Value::Bool(false)], &[], None),
        ];
        let map = ModuleMap::new(["m.py".to_owned()]);
        let project = Project::new(&map, Vec::new(), &CONSTANTS);
        for (guards, cells, expected) in cases {
            let mut freezer = Freezer::default();
            let row = freezer.freeze_row(TableId(2), OF, guards, cells);
            assert_eq!((row.table, row.of), (TableId(2), OF));
            let later = Bump::new();
            let answers = answers(&freezer.questions(), &project, &Trace::default(), &later);
            let decided = decide(&row, &answers, &CONSTANTS, &later).map(|cells| format!("{cells:?}"));
            assert_eq!(decided.as_deref(), expected, "{row:?}");
        }
    }

    #[test]
    fn values_are_decided_with_their_nodes() {
        let arena = Bump::new();
        let (yes, no) = (asked(&arena, YES), asked(&arena, NO));
        let node = Item { condition: yes, value: Value::Node(NodeId(3)) };
        let first = Value::Open(arena.alloc(Open::Choose(arena.alloc_slice_copy(&[item(no, "a"), node]))));
        let never = Value::Open(arena.alloc(Open::Choose(arena.alloc_slice_copy(&[item(no, "a")]))));
        let count = Value::Open(arena.alloc(Open::Fold(Fold::Count, arena.alloc_slice_copy(&[item(no, "a"), node]))));
        let list = Value::List(arena.alloc_slice_copy(&[first, Value::Text("b"), never]));
        let map = ModuleMap::new(["m.py".to_owned()]);
        let project = Project::new(&map, Vec::new(), &CONSTANTS);
        for (value, expected) in [
            (yes, "Bool(true)"),
            (first, "Node(NodeId(3))"),
            (never, "None"),
            (count, "Int(1)"),
            (list, "List([Node(NodeId(3)), Text(\"b\"), None])"),
            (Value::Int(7), "Int(7)"),
        ] {
            let later = Bump::new();
            assert_eq!(format!("{:?}", decide_value(value, &project, &later)), expected, "{value:?}");
        }
    }

    /// Deep and shared parts neither overflow the stack nor multiply.
    #[test]
    fn a_row_is_as_big_as_what_it_depends_on() {
        let arena = Bump::new();
        let mut value = asked(&arena, YES);
        for _ in 0..100_000 {
            value = Value::Open(arena.alloc(Open::Apply(Op::And, arena.alloc_slice_copy(&[value, value]))));
        }
        let row = Freezer::default().freeze_row(TableId(0), OF, &[value], &[]);
        assert_eq!(row.open.len(), 100_001);
        assert!(decide(&row, &[Value::Bool(true)], &CONSTANTS, &Bump::new()).is_some());
    }

    #[test]
    fn equal_questions_of_a_file_are_stored_once() {
        let arena = Bump::new();
        let mut freezer = Freezer::default();
        for names in [YES, NO, YES, YES] {
            freezer.freeze_row(TableId(0), OF, &[asked(&arena, names)], &[asked(&arena, NO)]);
        }
        let names = |question: &OwnedQuestion| match question {
            OwnedQuestion::Is { names, .. } => *names,
            other => panic!("{other:?} was not asked"),
        };
        assert_eq!(freezer.questions().iter().map(names).collect::<Vec<_>>(), [YES, NO]);
    }

    #[test]
    fn rows_go_from_thread_to_thread() {
        fn is_send<T: Send + Sync>() {}
        is_send::<DeferredRow>();
        is_send::<Project<'_>>();
    }
}
