//! From a row that only the project stage can decide to owned data; [`crate::project::decide`] makes a row of it.
//!
//! Open values refer to one another and share their parts. They are written down once each, parts first, so that a row
//! takes no more room than what it depends on and is decided from front to back without recursion.

mod parts;

use aud_rules_plan::TableId;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use self::parts::Parts;
use crate::modules::ModuleId;
use crate::resolve::Path;
use crate::segment::bytes::NamesModules;
use crate::segment::facts::Match;
use crate::segment::graph::Place;
use crate::segment::interface::OwnedPath;
use crate::value::{Facet, Fold, NamesId, Op, PatternId, Question, SetId, Value, ValueQuestion};

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
    /// What is known of a value once all calls and assignments of the project are?
    Value {
        /// The value.
        at: Place,
        /// What is asked of it.
        asks: OwnedValueQuestion,
    },
}

/// [`ValueQuestion`], owned.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum OwnedValueQuestion {
    /// Can it be the function, class or method of one of the names?
    Is(NamesId),
    /// Can it be an instance of one of the names, or of a subclass?
    Instance(NamesId),
    /// Is anything known about its class?
    HasKnownClass,
    /// The dotted name of the only function, class or method that it can be.
    Name,
    /// The dotted name of the only class that it can be an instance of.
    Class,
    /// The dotted name of the only class that its elements can be instances of.
    ElementClass,
    /// Something about the only function or class of the project that it can be.
    Definition(Facet),
    /// Does the body of that function or class read that dotted name?
    Reads(Box<str>),
    /// The dotted name of what the class that it is has under a name, from the project.
    Find(Box<str>),
    /// Names of the functions that the class that it is has, from the project.
    AllMethods,
    /// Names of what else the bodies of that class and its ancestors in the project bind.
    AllFields,
    /// Has that function or class of the project one of the names as a decorator?
    DecoratedBy(NamesId),
    /// Has that class of the project one of the names among its ancestors?
    Inherits(NamesId),
}

impl From<ValueQuestion<'_>> for OwnedValueQuestion {
    fn from(question: ValueQuestion<'_>) -> Self {
        match question {
            ValueQuestion::Is(names) => OwnedValueQuestion::Is(names.id),
            ValueQuestion::Instance(names) => OwnedValueQuestion::Instance(names.id),
            ValueQuestion::HasKnownClass => OwnedValueQuestion::HasKnownClass,
            ValueQuestion::Name => OwnedValueQuestion::Name,
            ValueQuestion::Class => OwnedValueQuestion::Class,
            ValueQuestion::ElementClass => OwnedValueQuestion::ElementClass,
            ValueQuestion::Definition(facet) => OwnedValueQuestion::Definition(facet),
            ValueQuestion::Reads(name) => OwnedValueQuestion::Reads(name.into()),
            ValueQuestion::Find(name) => OwnedValueQuestion::Find(name.into()),
            ValueQuestion::AllMethods => OwnedValueQuestion::AllMethods,
            ValueQuestion::AllFields => OwnedValueQuestion::AllFields,
            ValueQuestion::DecoratedBy(names) => OwnedValueQuestion::DecoratedBy(names.id),
            ValueQuestion::Inherits(names) => OwnedValueQuestion::Inherits(names.id),
        }
    }
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
            Question::Value { at, asks } => OwnedQuestion::Value { at, asks: asks.into() },
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
            OwnedQuestion::Value { .. } => (&mut [], &mut []),
        };
        paths.iter_mut().chain(more).for_each(|path| path.each_module(take));
    }
}

/// [`Value`], owned and without nodes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedValue {
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
pub(crate) struct OwnedItem {
    pub(crate) condition: OwnedValue,
    pub(crate) value: OwnedValue,
}

/// [`Open`], owned; it refers to open values before it only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum OwnedOpen {
    Ask(QuestionId),
    Apply(Op, Box<[OwnedValue]>),
    Choose(Box<[OwnedItem]>),
    Fold(Fold, Box<[OwnedItem]>),
    /// What the loop or aggregate around it puts here.
    Member,
    Each {
        fold: Fold,
        members: Loop,
        condition: OwnedValue,
        value: OwnedValue,
    },
    /// It depends on a member: the loop or aggregate over the members decides it.
    Inside(Box<OwnedOpen>),
}

/// Walks a list that only the project stage knows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Loop {
    /// The list.
    pub(crate) list: OwnedValue,
    /// Place of the [`OwnedOpen::Member`].
    pub(crate) member: u32,
    /// Places of what is to be decided for each member, in order.
    pub(crate) body: Box<[u32]>,
}

/// Open values that refer to one another, and the loops that go on once for each member of a list, outer before inner.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct OpenParts {
    pub(crate) open: Box<[OwnedOpen]>,
    pub(crate) loops: Box<[Loop]>,
}

/// A row that waits for the project stage.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeferredRow {
    /// Its table.
    pub table: TableId,
    /// The rule that made it, and where.
    pub of: Match,
    pub(crate) parts: OpenParts,
    pub(crate) guards: Box<[OwnedValue]>,
    pub(crate) cells: Box<[OwnedValue]>,
}

/// Conditions that only the project stage can decide.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OpenGuards {
    pub(crate) parts: OpenParts,
    pub(crate) guards: Box<[OwnedValue]>,
}

/// Writes down the rows of one file that wait, and the questions that they wait for, each once.
#[derive(Default)]
pub struct Freezer<'t> {
    questions: Vec<Question<'t>>,
    ids: FxHashMap<Question<'t>, QuestionId>,
}

impl<'t> Freezer<'t> {
    /// Writes a row down that is there when all guards hold, once for each member of the lists whose [`Open::Member`] stands
    /// among the guards. A node that is still among the values becomes absent.
    pub fn freeze_row(&mut self, table: TableId, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> DeferredRow {
        let mut parts = Parts::of(self);
        for &value in guards.iter().chain(cells) {
            parts.prepare(value);
        }
        let guards = guards.iter().map(|&guard| parts.freeze(guard)).collect();
        let cells = cells.iter().map(|&cell| parts.freeze(cell)).collect();
        DeferredRow { table, of, parts: parts.end(), guards, cells }
    }

    /// Freezes conditions that something waits for.
    pub fn freeze_guards(&mut self, guards: &[Value<'t>]) -> OpenGuards {
        let mut parts = Parts::of(self);
        guards.iter().for_each(|&guard| parts.prepare(guard));
        let guards = guards.iter().map(|&guard| parts.freeze(guard)).collect();
        OpenGuards { parts: parts.end(), guards }
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
