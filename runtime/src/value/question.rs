//! Questions that only the whole project can answer, as one file asks them.

use crate::resolve::Path;
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
}
