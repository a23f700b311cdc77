//! Comparison and membership. All of it is false for an absent value; values of different types are different, but whole
//! and floating-point numbers compare as numbers.

use std::cmp::Ordering;

use bumpalo::Bump;

use super::arg;
use crate::value::Value;

/// The order of two values of one type; none when they have none.
fn order(x: Value<'_>, y: Value<'_>) -> Option<Ordering> {
    match (x, y) {
        (Value::Int(x), Value::Int(y)) => Some(x.cmp(&y)),
        (Value::Int(x), Value::Real(y)) => (x as f64).partial_cmp(&y),
        (Value::Real(x), Value::Int(y)) => x.partial_cmp(&(y as f64)),
        (Value::Real(x), Value::Real(y)) => x.partial_cmp(&y),
        (Value::Text(x), Value::Text(y)) => Some(x.cmp(y)),
        _ => None,
    }
}

pub(super) fn is_less(x: Value<'_>, y: Value<'_>) -> bool {
    order(x, y) == Some(Ordering::Less)
}

/// The two values are the same; lists and objects by their members. Two absent values are the same, so that they share
/// a group.
pub fn same(x: Value<'_>, y: Value<'_>) -> bool {
    match (x, y) {
        (Value::None, Value::None) => true,
        (Value::Bool(x), Value::Bool(y)) => x == y,
        (Value::Node(x), Value::Node(y)) => x == y,
        (Value::List(x), Value::List(y)) => x.len() == y.len() && x.iter().zip(y).all(|(&x, &y)| same(x, y)),
        (Value::Object(x), Value::Object(y)) => {
            x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.0 == y.0 && same(x.1, y.1))
        }
        (Value::Group(x), Value::Group(y)) => std::ptr::eq(x, y),
        (x, y) => order(x, y) == Some(Ordering::Equal),
    }
}

fn equals(x: Value<'_>, y: Value<'_>) -> bool {
    !x.is_none() && same(x, y)
}

/// `x == y`.
pub fn eq<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(equals(arg(args, 0), arg(args, 1)))
}

/// `x != y`: whatever `==` is not, so also when a value is absent.
pub fn ne<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(!equals(arg(args, 0), arg(args, 1)))
}

/// `x < y`, for two numbers or two texts.
pub fn lt<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(is_less(arg(args, 0), arg(args, 1)))
}

/// `x <= y`, for two numbers or two texts.
pub fn le<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(order(arg(args, 0), arg(args, 1)).is_some_and(Ordering::is_le))
}

/// `x > y`, for two numbers or two texts.
pub fn gt<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(is_less(arg(args, 1), arg(args, 0)))
}

/// `x >= y`, for two numbers or two texts.
pub fn ge<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    Value::Bool(order(arg(args, 0), arg(args, 1)).is_some_and(Ordering::is_ge))
}

/// `x in { ... }`: the second argument is a set.
pub fn in_set<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let is_in = match (arg(args, 0), arg(args, 1)) {
        (Value::Text(text), Value::Set(set)) => set.has_text(text),
        (Value::Int(int), Value::Set(set)) => set.has_int(int),
        _ => false,
    };
    Value::Bool(is_in)
}

/// `x in list`.
pub fn in_list<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let value = arg(args, 0);
    let is_in = match arg(args, 1) {
        Value::List(values) => values.iter().any(|&member| equals(value, member)),
        _ => false,
    };
    Value::Bool(is_in)
}

/// `x like /pattern/`: the pattern is found somewhere in the text.
pub fn like<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let is_like = match (arg(args, 0), arg(args, 1)) {
        (Value::Text(text), Value::Pattern(pattern)) => pattern.is_match(text),
        _ => false,
    };
    Value::Bool(is_like)
}

fn texts<'a>(args: &[Value<'a>], holds: impl Fn(&'a str, &'a str) -> bool) -> Value<'a> {
    let both = arg(args, 0).text().zip(arg(args, 1).text());
    Value::Bool(both.is_some_and(|(whole, part)| holds(whole, part)))
}

/// `x starts with y`.
pub fn starts_with<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    texts(args, |whole, part| whole.starts_with(part))
}

/// `x ends with y`.
pub fn ends_with<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    texts(args, |whole, part| whole.ends_with(part))
}

/// `x contains y`: a text has that part, or a list that member.
pub fn contains<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match arg(args, 0) {
        list @ Value::List(_) => in_list(arena, &[arg(args, 1), list]),
        _ => texts(args, |whole, part| whole.contains(part)),
    }
}
