//! What rules say of the flow of data in a file, as owned data: where it enters, where it must not arrive, what cleans it,
//! how it is handed on, and which calls nobody writes down.

use serde::{Deserialize, Serialize};

use super::facts::Match;
use super::graph::Place;

/// A set of kinds of data, one bit each: see [`aud_rules_plan::declared::FlowKind`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Kinds(pub u64);

impl Kinds {
    /// No kind.
    pub const NONE: Kinds = Kinds(0);

    /// There is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of either.
    #[must_use]
    pub fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Those of both.
    #[must_use]
    pub fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    /// Those that the other has not.
    #[must_use]
    pub fn without(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }
}

/// What a rule says of the flow of data at a place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FlowFact {
    /// What it says.
    pub says: FlowStatement,
    /// The rule, and where it matched.
    pub of: Match,
}

/// What a rule says of the flow of data.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum FlowStatement {
    /// Data of these kinds enters as that value.
    Source {
        /// The kinds.
        kinds: Kinds,
        /// The value.
        at: Place,
    },
    /// Data must not arrive there.
    Sink {
        /// The kinds that the place is a sink of.
        kinds: Kinds,
        /// The value.
        at: Place,
    },
    /// The value is clean for sinks of these kinds; with `when`, where the call that it is an argument of is true or false.
    Clean {
        /// The kinds.
        kinds: Kinds,
        /// The value: the result of a cleaner, or what a guard looks at.
        at: Place,
        /// The call whose outcome decides, and the outcome.
        when: Option<(Place, bool)>,
    },
    /// What is in `from` is handed on to `to`.
    Step {
        /// From that value.
        from: Place,
        /// To that value: the result of the call, or an object that it writes into.
        to: Place,
    },
    /// A call that nobody writes down: the value is called with these arguments.
    Call {
        /// What is called: a value that stands for a function.
        callee: Place,
        /// Arguments by position.
        positional: Vec<Place>,
        /// Arguments by name; `**` hands over all keywords of what it names.
        named: Vec<(Box<str>, Place)>,
        /// The value that the result becomes, where there is one.
        result: Option<Place>,
    },
}
