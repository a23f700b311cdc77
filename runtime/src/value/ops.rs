//! Operators and functions over plain values: what `==`, `in`, `like`, `+`, `lower(...)` and the aggregates mean.
//!
//! Nothing here sees a node's syntax or a file. Open values do not reach these functions: [`crate::rules::run::Run::pure`] delays
//! the call until they are decided. An absent argument gives an absent value, and a comparison with it is false.

mod compare;
mod sql;
mod text;

use bumpalo::Bump;
use serde::{Deserialize, Serialize};

pub use compare::{contains, ends_with, eq, ge, gt, in_list, in_set, le, like, lt, ne, same, starts_with};
pub use sql::{sql_command, sql_tables};
pub(crate) use text::real_text;
pub use text::{
    concat, first_segment, join, last_segment, lower, split, strip_prefix, strip_suffix, text, trim, truncate, upper,
};

use crate::value::{Fold, Value};

macro_rules! operations {
    ($($function:ident $name:ident)*) => {
        /// An operator or function of plain values, by its place in the registry: what an undecided value refers to
        /// where it is written down.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is documented with its function")]
        #[repr(u8)]
        pub enum Op {
            $($name),*
        }

        impl Op {
            /// Every operator and function, sorted by name.
            pub const ALL: &[Op] = &[$(Op::$name),*];

            /// The name of its function, by which plans know it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Op::$name => stringify!($function)),*
                }
            }

            /// What it gives for these arguments, none of them undecided.
            #[inline]
            pub fn apply<'a>(self, arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
                match self {
                    $(Op::$name => $function(arena, args)),*
                }
            }
        }
    };
}

operations! {
    add Add
    and And
    concat Concat
    contains Contains
    ends_with EndsWith
    eq Eq
    first_segment FirstSegment
    ge Ge
    group_key GroupKey
    gt Gt
    in_list InList
    in_set InSet
    is_present IsPresent
    join Join
    last_segment LastSegment
    le Le
    like Like
    lower Lower
    lt Lt
    ne Ne
    not Not
    or Or
    resolved_if_known ResolvedIfKnown
    split Split
    sql_command SqlCommand
    sql_tables SqlTables
    starts_with StartsWith
    strip_prefix StripPrefix
    strip_suffix StripSuffix
    sub Sub
    text Text
    trim Trim
    truncate Truncate
    truth_of TruthOf
    upper Upper
}

impl Op {
    /// The operator or function of that name.
    pub fn named(name: &str) -> Option<Op> {
        Op::ALL.binary_search_by_key(&name, |op| op.name()).ok().map(|at| Op::ALL[at])
    }
}

/// The value is open, or holds an open value.
pub fn is_open(value: Value<'_>) -> bool {
    match value {
        Value::Open(_) => true,
        Value::List(values) => values.iter().any(|&value| is_open(value)),
        Value::Object(entries) => entries.iter().any(|&(_, value)| is_open(value)),
        Value::Group(group) => {
            is_open(group.key) || group.members.iter().any(|m| is_open(m.condition) || is_open(m.value))
        }
        _ => false,
    }
}

/// As a condition, the value surely holds: it is `true`, or present and no truth value.
pub fn is_true(value: Value<'_>) -> bool {
    match value {
        Value::Bool(bool) => bool,
        Value::None | Value::Open(_) => false,
        _ => true,
    }
}

/// As a condition, the value surely fails.
pub fn is_false(value: Value<'_>) -> bool {
    !matches!(value, Value::Open(_)) && !is_true(value)
}

/// The value as a condition; an open value stays as it is.
pub fn truth(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Open(_) => value,
        known => Value::Bool(is_true(known)),
    }
}

/// What to call such a value in a message.
pub fn type_name(value: Value<'_>) -> &'static str {
    match value {
        Value::None => "an absent value",
        Value::Bool(_) => "a truth value",
        Value::Int(_) => "a whole number",
        Value::Real(_) => "a floating-point number",
        Value::Text(_) => "text",
        Value::Node(_) => "a syntax node",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
        Value::Group(_) => "a group",
        Value::Set(_) => "a set",
        Value::Pattern(_) => "a regular expression",
        Value::Open(_) => "an undecided value",
    }
}

/// The argument at that place; absent when there are fewer.
fn arg<'a>(args: &[Value<'a>], index: usize) -> Value<'a> {
    args.get(index).copied().unwrap_or(Value::None)
}

/// `x + y`: numbers are added, texts put together. A sum that no whole number can hold is absent.
pub fn add<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match (arg(args, 0), arg(args, 1)) {
        (Value::Int(x), Value::Int(y)) => x.checked_add(y).map_or(Value::None, Value::Int),
        (Value::Text(x), Value::Text(y)) => Value::Text(bumpalo::format!(in arena, "{}{}", x, y).into_bump_str()),
        (x, y) => reals(x, y).map_or(Value::None, |(x, y)| Value::Real(x + y)),
    }
}

/// `x - y`. A difference that no whole number can hold is absent.
pub fn sub<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match (arg(args, 0), arg(args, 1)) {
        (Value::Int(x), Value::Int(y)) => x.checked_sub(y).map_or(Value::None, Value::Int),
        (x, y) => reals(x, y).map_or(Value::None, |(x, y)| Value::Real(x - y)),
    }
}

/// Both as floating-point numbers.
fn reals(x: Value<'_>, y: Value<'_>) -> Option<(f64, f64)> {
    let real = |value| match value {
        Value::Int(int) => Some(int as f64),
        Value::Real(real) => Some(real),
        _ => None,
    };
    Some((real(x)?, real(y)?))
}

/// `not x`: the value is false or absent.
pub fn not<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(!is_true(arg(args, 0)))
}

/// Every argument holds.
pub fn and<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(args.iter().all(|&value| is_true(value)))
}

/// One of the arguments holds.
pub fn or<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(args.iter().any(|&value| is_true(value)))
}

/// `x is present`.
pub fn is_present<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(!arg(args, 0).is_none())
}

/// The value as a condition.
pub fn truth_of<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    truth(arg(args, 0))
}

/// `resolved` for a name that is known: the certainty of a name that another file settles.
pub fn resolved_if_known<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match arg(args, 0) {
        Value::Text(_) => Value::Text("resolved"),
        _ => Value::None,
    }
}

/// The value that the members of a group share.
pub fn group_key<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match arg(args, 0) {
        Value::Group(group) => group.key,
        _ => Value::None,
    }
}

/// What an aggregate makes of the values whose condition holds. Absent values count for `any` and `count` only.
pub fn fold<'a>(arena: &'a Bump, fold: Fold, mut values: impl Iterator<Item = Value<'a>>) -> Value<'a> {
    match fold {
        Fold::Any => Value::Bool(values.next().is_some()),
        Fold::Count => values.count().into(),
        Fold::First => values.next().unwrap_or(Value::None),
        Fold::Last => values.last().unwrap_or(Value::None),
        Fold::List => {
            let mut list = bumpalo::collections::Vec::new_in(arena);
            list.extend(values.filter(|value| !value.is_none()));
            Value::List(list.into_bump_slice())
        }
        Fold::Sum => values
            .filter(|value| matches!(value, Value::Int(_) | Value::Real(_)))
            .fold(Value::Int(0), |sum, value| add(arena, &[sum, value])),
        Fold::Min => extreme(values, |value, best| compare::is_less(value, best)),
        Fold::Max => extreme(values, |value, best| compare::is_less(best, value)),
    }
}

/// The first value that no other one beats.
fn extreme<'a>(values: impl Iterator<Item = Value<'a>>, beats: impl Fn(Value<'a>, Value<'a>) -> bool) -> Value<'a> {
    let present = values.filter(|value| !value.is_none());
    present.reduce(|best, value| if beats(value, best) { value } else { best }).unwrap_or(Value::None)
}

#[cfg(test)]
mod tests;
