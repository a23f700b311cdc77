//! From what the rules of a file ask the project to owned data without a tree.

use serde::{Deserialize, Serialize};

use crate::modules::ModuleId;
use crate::resolve::Path;
use crate::segment::bytes::NamesModules;
use crate::segment::graph::Place;
use crate::segment::interface::OwnedPath;
use crate::value::{Facet, NamesId, Question, ValueQuestion};

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
