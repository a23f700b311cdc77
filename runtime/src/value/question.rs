//! Questions that only the whole project can answer, as one file asks them, and in the words of a person.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::resolve::Path;
use crate::segment::graph::Place;
use crate::value::Names;

/// A question that only the whole project can answer. Of several paths any may be meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Question<'t> {
    /// Do they lead to one of the names?
    Is {
        /// Where a name leads.
        paths: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is the class there one of the names, or does it inherit from one?
    Subclass {
        /// Dotted paths that may each name a class.
        paths: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is the value an instance of one of the names, or of a subclass?
    Instance {
        /// What was called to make the value, or what it is annotated with.
        made: &'t [Path<'t>],
        /// Variables that hold the value.
        held: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is anything known about the class of the value?
    KnownClass {
        /// What was called to make the value, or what it is annotated with.
        made: &'t [Path<'t>],
        /// Variables that hold the value.
        held: &'t [Path<'t>],
    },
    /// The dotted name that they lead to; of the first that exists.
    Qualified {
        /// Where a name leads.
        paths: &'t [Path<'t>],
    },
    /// The dotted name of the function or class that a class inherits; of the first path that leads to one.
    Inherited {
        /// Where it may be, seen from the class.
        paths: &'t [Path<'t>],
    },
    /// The parameter that takes a positional argument.
    Parameter {
        /// What is called.
        paths: &'t [Path<'t>],
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
        asks: ValueQuestion<'t>,
    },
}

/// What is asked of a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ValueQuestion<'t> {
    /// Can it be the function, class or method of one of the names?
    Is(Names),
    /// Can it be an instance of one of the names, or of a subclass?
    Instance(Names),
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
    Reads(&'t str),
    /// The dotted name of what the class that it is has under a name, from the project.
    Find(&'t str),
    /// Names of the functions that the class that it is has, from the project.
    AllMethods,
    /// Names of what else the bodies of that class and its ancestors in the project bind.
    AllFields,
    /// Has that function or class of the project one of the names as a decorator?
    DecoratedBy(Names),
    /// Has that class of the project one of the names among its ancestors?
    Inherits(Names),
}

/// What is asked of a function or class of the project.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Facet {
    /// Is there one?
    IsThere,
    /// Its name.
    Name,
    /// Its dotted name.
    Qualified,
    /// Path of its file.
    Path,
    /// Line of its definition.
    Line,
    /// Is it a class?
    IsClass,
    /// Is it asynchronous?
    IsAsync,
    /// Names of its parameters, as one text.
    Parameters,
    /// Names of its decorators.
    Decorators,
    /// Names of its bases.
    Bases,
}

/// Names and paths that are written out; the rest is counted.
const MAX_SHOWN: usize = 3;

impl fmt::Display for Question<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Question::Is { paths, names } => write!(f, "does {} lead to {}?", of_paths(paths), of_names(names)),
            Question::Subclass { paths, names } => {
                write!(f, "is {} the class {}, or a subclass?", of_paths(paths), of_names(names))
            }
            Question::Instance { made, held, names } => {
                write!(f, "is {} an instance of {}, or of a subclass?", of_values(made, held), of_names(names))
            }
            Question::KnownClass { made, held } => write!(f, "is the class of {} known?", of_values(made, held)),
            Question::Qualified { paths } => write!(f, "what does {} lead to in the end?", of_paths(paths)),
            Question::Inherited { paths } => write!(f, "which function or class is {}?", of_paths(paths)),
            Question::Parameter { paths, index, is_bound: _ } => {
                write!(f, "which parameter of {} takes the positional argument {index}?", of_paths(paths))
            }
            Question::Value { asks, .. } => asks.fmt(f),
        }
    }
}

impl fmt::Display for ValueQuestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            ValueQuestion::Is(names) => write!(f, "can the value be {}?", of_names(names)),
            ValueQuestion::Instance(names) => {
                write!(f, "can the value be an instance of {}, or of a subclass?", of_names(names))
            }
            ValueQuestion::HasKnownClass => f.write_str("is the class of the value known?"),
            ValueQuestion::Name => f.write_str("which function or class is the value?"),
            ValueQuestion::Class => f.write_str("of which class is the value?"),
            ValueQuestion::ElementClass => f.write_str("of which class are its elements?"),
            ValueQuestion::Definition(_) => f.write_str("which function or class of the project is the value?"),
            ValueQuestion::Reads(name) => write!(f, "does what it reaches read `{name}`?"),
            ValueQuestion::Find(name) => write!(f, "where does the class have `{name}` from?"),
            ValueQuestion::AllMethods => f.write_str("which methods does the class have, inherited ones too?"),
            ValueQuestion::AllFields => f.write_str("which fields does the class have, inherited ones too?"),
            ValueQuestion::DecoratedBy(names) => write!(f, "is what it reaches decorated by {}?", of_names(names)),
            ValueQuestion::Inherits(names) => write!(f, "does the class that it reaches inherit {}?", of_names(names)),
        }
    }
}

fn of_paths(paths: &[Path<'_>]) -> String {
    one_of(paths.iter().map(|path| format!("`{path}`")))
}

fn of_names(names: Names) -> String {
    one_of(names.names().iter().map(|name| format!("`{}`", name.strip_prefix("builtins.").unwrap_or(name))))
}

/// The value that a call made, or that a variable holds.
fn of_values(made: &[Path<'_>], held: &[Path<'_>]) -> String {
    let made = (!made.is_empty()).then(|| format!("what {} makes", of_paths(made)));
    let held = (!held.is_empty()).then(|| format!("the value of {}", of_paths(held)));
    made.into_iter().chain(held).collect::<Vec<_>>().join(" or ")
}

fn one_of(items: impl ExactSizeIterator<Item = String>) -> String {
    let n_more = items.len().saturating_sub(MAX_SHOWN);
    let mut shown: Vec<String> = items.take(MAX_SHOWN).collect();
    if n_more > 0 {
        shown.push(format!("one of {n_more} more"));
    }
    shown.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::ModuleId;
    use crate::value::{NameSet, NamesId};

    #[test]
    fn questions_are_sentences() {
        static ONE: NameSet = NameSet::new(&["flask.Flask"]);
        static MANY: NameSet = NameSet::new(&["builtins.eval", "m.b", "m.c", "m.d", "m.e"]);
        let one = Names { id: NamesId(0), value: &ONE };
        let many = Names { id: NamesId(1), value: &MANY };
        let inside = Path::Project { module: ModuleId(0), name: "shop.app", rest: "App" };
        let paths: &[Path<'_>] = &[inside, Path::Outside("m.App")];
        for (question, expected) in [
            (Question::Is { paths: &paths[..1], names: one }, "does `shop.app.App` lead to `flask.Flask`?"),
            (
                Question::Is { paths: &paths[1..], names: many },
                "does `m.App` lead to `eval` or `m.b` or `m.c` or one of 2 more?",
            ),
            (
                Question::Subclass { paths, names: one },
                "is `shop.app.App` or `m.App` the class `flask.Flask`, or a subclass?",
            ),
            (
                Question::Instance { made: &paths[..1], held: &paths[1..], names: one },
                "is what `shop.app.App` makes or the value of `m.App` an instance of `flask.Flask`, or of a subclass?",
            ),
            (
                Question::KnownClass { made: &[], held: &paths[..1] },
                "is the class of the value of `shop.app.App` known?",
            ),
            (Question::Qualified { paths: &paths[..1] }, "what does `shop.app.App` lead to in the end?"),
            (Question::Inherited { paths: &paths[..1] }, "which function or class is `shop.app.App`?"),
            (
                Question::Parameter { paths: &paths[..1], index: 1, is_bound: true },
                "which parameter of `shop.app.App` takes the positional argument 1?",
            ),
        ] {
            assert_eq!(question.to_string(), expected);
        }
    }
}
