//! Values of the rule language at run time, those included that only the whole project can decide.
//!
//! A value is small and `Copy`: text borrows the source or the file's arena. A question about another file becomes
//! [`Value::Open`]; every operation on an open value gives an open value, so a rule is evaluated once, at its node, and
//! what is left of it is decided later from data alone ([`crate::segment::open`]).

mod constants;
pub mod json;
pub mod ops;
mod question;

pub use aud_rules_plan::{Fold, NamesId, PatternId, SetId};

pub use self::constants::{Constant, Constants, Like, LiteralSet, NameSet, Names, Pattern, Set};
pub use self::ops::Op;
pub use self::question::{Facet, Question, ValueQuestion};
use crate::syntax::tree::NodeId;

/// A value while the rules run over one file.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value<'t> {
    /// Absent.
    #[default]
    None,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text.
    Text(&'t str),
    /// A syntax node.
    Node(NodeId),
    /// Several values in order.
    List(&'t [Value<'t>]),
    /// Named values in order: a JSON object.
    Object(&'t [(&'t str, Value<'t>)]),
    /// Members that share a key.
    Group(&'t Group<'t>),
    /// A `set` of a rule file: an argument of operations only.
    Set(Set),
    /// A regular expression: an argument of operations only.
    Pattern(Like),
    /// Not decided yet.
    Open(&'t Open<'t>),
}

/// Members that share a key, as `group ... by ...` gives them.
#[derive(Debug)]
pub struct Group<'t> {
    /// The shared key.
    pub key: Value<'t>,
    /// The members in source order, never empty, each with the condition under which it is one.
    pub members: &'t [Item<'t>],
}

/// One member of a list, with the condition under which it is in it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'t> {
    /// [`Value::Bool`] `true`, or open.
    pub condition: Value<'t>,
    /// The member.
    pub value: Value<'t>,
}

impl<'t> Item<'t> {
    /// A member without a condition.
    pub fn sure(value: Value<'t>) -> Self {
        Item { condition: Value::Bool(true), value }
    }
}

/// A value that waits for the project stage.
#[derive(Clone, Copy, Debug)]
pub enum Open<'t> {
    /// A question about names of other files.
    Ask(Question<'t>),
    /// A pure function, at least one of whose arguments is open.
    Apply(Op, &'t [Value<'t>]),
    /// The value of the first alternative whose condition holds; none when no condition does.
    Choose(&'t [Item<'t>]),
    /// An aggregate over the items whose condition holds.
    Fold(Fold, &'t [Item<'t>]),
    /// A member of a list whose members only the project stage knows: each of them, in an [`Open::Each`] of it; outside of
    /// one, what depends on it is there once for each.
    Member(Value<'t>),
    /// An aggregate over the members of such a list.
    Each(Each<'t>),
}

/// An aggregate over the members of a list that only the project stage knows.
#[derive(Clone, Copy, Debug)]
pub struct Each<'t> {
    /// What is made of them.
    pub fold: Fold,
    /// The [`Open::Member`] that stands for each of them in the condition and the value.
    pub member: &'t Open<'t>,
    /// The condition under which a member counts.
    pub condition: Value<'t>,
    /// What of a member counts.
    pub value: Value<'t>,
}

impl<'t> Value<'t> {
    /// The text, if it is one.
    pub fn text(self) -> Option<&'t str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, if it is one.
    pub fn int(self) -> Option<i64> {
        match self {
            Value::Int(int) => Some(int),
            _ => None,
        }
    }

    /// The truth value, if it is one.
    pub fn bool(self) -> Option<bool> {
        match self {
            Value::Bool(bool) => Some(bool),
            _ => None,
        }
    }

    /// The floating-point number, if it is one.
    pub fn real(self) -> Option<f64> {
        match self {
            Value::Real(real) => Some(real),
            _ => None,
        }
    }

    /// The node, if it is one.
    pub fn node(self) -> Option<NodeId> {
        match self {
            Value::Node(node) => Some(node),
            _ => None,
        }
    }

    /// It is absent.
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<u32> for Value<'_> {
    fn from(value: u32) -> Self {
        Value::Int(value.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(value: usize) -> Self {
        Value::Int(value as i64)
    }
}

impl From<NodeId> for Value<'_> {
    fn from(value: NodeId) -> Self {
        Value::Node(value)
    }
}

impl<'t> From<&'t str> for Value<'t> {
    fn from(value: &'t str) -> Self {
        Value::Text(value)
    }
}

impl<'t, T: Into<Value<'t>>> From<Option<T>> for Value<'t> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::None, Into::into)
    }
}
