//! What rules say of the flow of data in a file, as owned data: where it enters, where it must not arrive, what cleans it,
//! how it is handed on, and which calls nobody writes down.

use aud_rules_plan::TestOutcome;
use serde::{Deserialize, Serialize};

use super::facts::Match;
use super::graph::Place;
use crate::syntax::tree::Range;

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

/// What a rule says of the flow of data. While its rules run, a file has nodes where there are places later.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FlowFact<P = Place> {
    /// What it says.
    pub says: FlowStatement<P>,
    /// The rule, and where it matched.
    pub of: Match,
    /// Where the expression stands that it speaks of. The value of a name comes about where the name is bound.
    pub range: Range,
}

/// What a rule says of the flow of data, at places of some kind.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum FlowStatement<P = Place> {
    /// Data of these kinds enters as that value.
    Source {
        /// The kinds.
        kinds: Kinds,
        /// The value.
        at: P,
    },
    /// Data must not arrive there.
    Sink {
        /// The kinds that the place is a sink of.
        kinds: Kinds,
        /// The value.
        at: P,
    },
    /// The value is clean for sinks of these kinds; with `when`, where a test came out so.
    Clean {
        /// The kinds.
        kinds: Kinds,
        /// The value: the result of a cleaner, or what a guard looks at.
        at: P,
        /// The test whose outcome decides, and the outcome.
        when: Option<(P, TestOutcome)>,
    },
    /// What is in `from` is handed on to `to`.
    Step {
        /// From that value.
        from: P,
        /// To that value: the result of the call, or an object that it writes into.
        to: P,
    },
    /// A call that nobody writes down: the value is called with these arguments.
    Call {
        /// What is called: a value that stands for a function.
        callee: P,
        /// Arguments by position.
        positional: Vec<P>,
        /// Arguments by name; one that is called `*` hands over its elements behind the positional ones, one that is called
        /// `**` its entries by their keys.
        named: Vec<(Box<str>, P)>,
        /// The value that the result becomes, where there is one.
        result: Option<P>,
    },
}

impl<P> FlowFact<P> {
    /// The same at other places; none when one that it needs is nowhere.
    pub fn at<Q>(self, place: &dyn Fn(P) -> Option<Q>) -> Option<FlowFact<Q>> {
        Some(FlowFact { says: self.says.at(place)?, of: self.of, range: self.range })
    }
}

impl<P> FlowStatement<P> {
    /// What it speaks of in the first place.
    pub fn subject(&self) -> &P {
        match self {
            FlowStatement::Source { at, .. } | FlowStatement::Sink { at, .. } | FlowStatement::Clean { at, .. } => at,
            FlowStatement::Step { to, .. } => to,
            FlowStatement::Call { callee, .. } => callee,
        }
    }

    /// The same at other places; none when one that it needs is nowhere. A call loses named arguments that are nowhere, and
    /// positional ones from the first of those on.
    pub fn at<Q>(self, place: &dyn Fn(P) -> Option<Q>) -> Option<FlowStatement<Q>> {
        Some(match self {
            FlowStatement::Source { kinds, at } => FlowStatement::Source { kinds, at: place(at)? },
            FlowStatement::Sink { kinds, at } => FlowStatement::Sink { kinds, at: place(at)? },
            FlowStatement::Clean { kinds, at, when } => {
                let when = match when {
                    Some((call, outcome)) => Some((place(call)?, outcome)),
                    None => None,
                };
                FlowStatement::Clean { kinds, at: place(at)?, when }
            }
            FlowStatement::Step { from, to } => FlowStatement::Step { from: place(from)?, to: place(to)? },
            FlowStatement::Call { callee, positional, named, result } => FlowStatement::Call {
                callee: place(callee)?,
                positional: positional.into_iter().map_while(place).collect(),
                named: named.into_iter().filter_map(|(name, at)| Some((name, place(at)?))).collect(),
                result: result.and_then(place),
            },
        })
    }
}
