//! Values of the rule language at run time, those included that only the whole project can decide.
//!
//! A value is small and `Copy`: text borrows the source or the file's arena. A question about another file becomes
//! [`Value::Open`]; every operation on an open value gives an open value, so a rule is evaluated once, at its node, and
//! what is left of it is decided later from data alone ([`crate::segment::open`]).

pub mod json;
pub mod name_set;
pub mod ops;
pub mod question;

pub use aud_rules_plan::Fold;
use bumpalo::Bump;
use regex::Regex;

use self::name_set::NameSet;
use self::question::Question;
use crate::syntax::tree::NodeId;

/// A value while the rules run over one file.
#[derive(Clone, Copy, Debug)]
pub enum Value<'t> {
    /// Absent.
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
    Set(&'static LiteralSet),
    /// A compiled regular expression: an argument of operations only.
    Pattern(&'static Regex),
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

/// A function of plain values: no node, no file. Open arguments delay it.
pub type PureFn = for<'a> fn(&'a Bump, &[Value<'a>]) -> Value<'a>;

/// A value that waits for the project stage.
#[derive(Clone, Copy, Debug)]
pub enum Open<'t> {
    /// A question about names of other files.
    Ask(Question<'t>),
    /// A pure function, at least one of whose arguments is open.
    Apply(PureFn, &'t [Value<'t>]),
    /// The value of the first alternative whose condition holds; none when no condition does.
    Choose(&'t [Item<'t>]),
    /// An aggregate over the items whose condition holds.
    Fold(Fold, &'t [Item<'t>]),
}

/// The literals of a `set`: texts and whole numbers.
#[derive(Debug, Default)]
pub struct LiteralSet {
    /// The texts, sorted.
    pub texts: &'static [&'static str],
    /// The whole numbers, sorted.
    pub ints: &'static [i64],
}

/// Dotted names that a rule asks for, e.g. `subprocess.run`; see [`NameSet`].
pub type Names = &'static NameSet;

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
