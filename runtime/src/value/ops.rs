//! Operators and functions over plain values: what `==`, `in`, `like`, `+`, `lower(...)` and the aggregates mean.
//!
//! Nothing here sees a node's syntax or a file. Open values do not reach these functions: [`crate::rules::cx::Cx::pure`] delays
//! the call until they are decided. An absent argument gives an absent value, and a comparison with it is false.

mod compare;
mod sql;
mod text;

use bumpalo::Bump;

pub use compare::{contains, ends_with, eq, ge, gt, in_list, in_set, le, like, lt, ne, same, starts_with};
pub use sql::{sql_command, sql_tables};
pub(crate) use text::real_text;
pub use text::{
    concat, first_segment, join, last_segment, lower, split, strip_prefix, strip_suffix, text, trim, truncate, upper,
};

use crate::value::{Fold, PureFn, Value};

/// Every operator and function by name, sorted.
pub const TABLE: &[(&str, PureFn)] = &[
    ("add", add),
    ("and", and),
    ("concat", concat),
    ("contains", contains),
    ("ends_with", ends_with),
    ("eq", eq),
    ("first_segment", first_segment),
    ("ge", ge),
    ("group_key", group_key),
    ("gt", gt),
    ("in_list", in_list),
    ("in_set", in_set),
    ("is_present", is_present),
    ("join", join),
    ("last_segment", last_segment),
    ("le", le),
    ("like", like),
    ("lower", lower),
    ("lt", lt),
    ("ne", ne),
    ("not", not),
    ("or", or),
    ("split", split),
    ("sql_command", sql_command),
    ("sql_tables", sql_tables),
    ("starts_with", starts_with),
    ("strip_prefix", strip_prefix),
    ("strip_suffix", strip_suffix),
    ("sub", sub),
    ("text", text),
    ("trim", trim),
    ("truncate", truncate),
    ("truth_of", truth_of),
    ("upper", upper),
];

/// The operator or function of that name.
pub fn find(name: &str) -> Option<PureFn> {
    TABLE.binary_search_by_key(&name, |&(known, _)| known).ok().map(|at| TABLE[at].1)
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
