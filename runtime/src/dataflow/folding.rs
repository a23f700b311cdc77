//! Operations on constants, as Python computes them. What is not certain, or too long, is none.

use std::cmp::Ordering;

use crate::resolve::Resolver;
use crate::resolve::fold::{Constant, number};
use crate::segment::graph::ValueId;

/// Bytes of a text that is computed at most.
pub(super) const MAX_TEXT: usize = 1 << 12;

fn text<'t>(names: &Resolver<'t>, text: &str) -> Option<Constant<'t>> {
    (text.len() <= MAX_TEXT).then(|| Constant::Text(names.alloc_text(text)))
}

/// `left operator right`.
pub(super) fn operation<'t>(
    names: &Resolver<'t>,
    left: Constant<'t>,
    operator: &str,
    right: Constant<'t>,
) -> Option<Constant<'t>> {
    match (left, operator, right) {
        (Constant::Text(x), "+", Constant::Text(y)) if x.len() + y.len() <= MAX_TEXT => text(names, &[x, y].concat()),
        (Constant::Text(x), "*", Constant::Int(n)) | (Constant::Int(n), "*", Constant::Text(x)) => {
            let n = usize::try_from(n).unwrap_or(0);
            (x.len().saturating_mul(n) <= MAX_TEXT).then(|| text(names, &x.repeat(n)))?
        }
        _ => number::binary(left, operator, right),
    }
}

fn real(constant: Constant<'_>) -> Option<f64> {
    match constant {
        Constant::Int(int) => Some(int as f64),
        Constant::Bool(bool) => Some(f64::from(u8::from(bool))),
        Constant::Real(real) => Some(real),
        _ => None,
    }
}

fn is_equal(left: Constant<'_>, right: Constant<'_>) -> bool {
    match (left, right) {
        (Constant::Text(x), Constant::Text(y)) | (Constant::Bytes(x), Constant::Bytes(y)) => x == y,
        (Constant::Int(x), Constant::Int(y)) => x == y,
        (Constant::None, Constant::None) => true,
        _ => real(left).is_some() && real(left) == real(right),
    }
}

fn order(left: Constant<'_>, right: Constant<'_>) -> Option<Ordering> {
    match (left, right) {
        (Constant::Text(x), Constant::Text(y)) => Some(x.cmp(y)),
        (Constant::Int(x), Constant::Int(y)) => Some(x.cmp(&y)),
        _ => real(left)?.partial_cmp(&real(right)?),
    }
}

/// How a comparison comes out.
pub(super) fn compare(left: Constant<'_>, operator: &str, right: Constant<'_>) -> Option<bool> {
    let is_single = |constant| matches!(constant, Constant::None | Constant::Bool(_));
    match operator {
        "==" => Some(is_equal(left, right)),
        "!=" | "<>" => Some(!is_equal(left, right)),
        "is" if is_single(left) || is_single(right) => Some(left == right),
        "is not" if is_single(left) || is_single(right) => Some(left != right),
        "<" => Some(order(left, right)? == Ordering::Less),
        "<=" => Some(order(left, right)? != Ordering::Greater),
        ">" => Some(order(left, right)? == Ordering::Greater),
        ">=" => Some(order(left, right)? != Ordering::Less),
        "in" | "not in" => match (left, right) {
            (Constant::Text(part), Constant::Text(whole)) => Some(whole.contains(part) == (operator == "in")),
            _ => None,
        },
        _ => None,
    }
}

/// `constant[key]`.
pub(super) fn item<'t>(names: &Resolver<'t>, constant: Constant<'t>, key: Constant<'t>) -> Option<Constant<'t>> {
    let (Constant::Text(whole), Constant::Int(index)) = (constant, key) else { return None };
    let at = if index < 0 { index + whole.chars().count() as i64 } else { index };
    let char = whole.chars().nth(usize::try_from(at).ok()?)?;
    text(names, char.encode_utf8(&mut [0; 4]))
}

/// The places that a slice takes of so many.
fn places([start, stop, step]: [Option<i64>; 3], n: usize) -> Option<Vec<usize>> {
    let n = n as i64;
    let step = step.unwrap_or(1);
    if step == 0 {
        return None;
    }
    let (low, high) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let place = |bound: i64| if bound < 0 { (bound + n).max(low) } else { bound.min(high) };
    let (first, last) = if step > 0 { (0, n) } else { (n - 1, -1) };
    let (mut at, stop) = (start.map_or(first, place), stop.map_or(last, place));
    let mut places = Vec::new();
    while if step > 0 { at < stop } else { at > stop } {
        places.push(usize::try_from(at).ok()?);
        at = at.checked_add(step)?;
    }
    Some(places)
}

/// `constant[start:stop:step]`.
pub(super) fn slice<'t>(names: &Resolver<'t>, whole: Constant<'t>, bounds: [Option<i64>; 3]) -> Option<Constant<'t>> {
    let Constant::Text(whole) = whole else { return None };
    if whole.len() > MAX_TEXT {
        return None;
    }
    let chars: Vec<char> = whole.chars().collect();
    let part: String = places(bounds, chars.len())?.into_iter().map(|at| chars[at]).collect();
    text(names, &part)
}

/// The elements that a slice leaves.
pub(super) fn without(elements: &[ValueId], bounds: [Option<i64>; 3]) -> Option<Vec<ValueId>> {
    let places = places(bounds, elements.len())?;
    let all = elements.iter().enumerate();
    Some(all.filter(|(at, _)| !places.contains(at)).map(|(_, &element)| element).collect())
}

/// The elements that a slice takes.
pub(super) fn sliced(elements: &[ValueId], bounds: [Option<i64>; 3]) -> Option<Vec<ValueId>> {
    Some(places(bounds, elements.len())?.into_iter().map(|at| elements[at]).collect())
}

/// `len(constant)`.
pub(super) fn length(constant: Constant<'_>) -> Option<i64> {
    match constant {
        Constant::Text(text) | Constant::Bytes(text) => Some(text.chars().count() as i64),
        _ => None,
    }
}

/// `format % values`, where nothing but `%s`, `%d` and `%%` is in it.
pub(super) fn percent<'t>(names: &Resolver<'t>, format: &str, values: &[Constant<'t>]) -> Option<&'t str> {
    let mut made = String::new();
    let mut values = values.iter();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        made.push_str(&rest[..at]);
        match (rest.as_bytes().get(at + 1)?, values.as_slice().first()) {
            (b'%', _) => made.push('%'),
            (b's', Some(value)) => {
                made.push_str(&value.text());
                values.next();
            }
            (b'd' | b'i', Some(Constant::Int(int))) => {
                made.push_str(&int.to_string());
                values.next();
            }
            _ => return None,
        }
        rest = &rest[at + 2..];
    }
    made.push_str(rest);
    (values.as_slice().is_empty() && made.len() <= MAX_TEXT).then(|| names.alloc_text(&made))
}

/// What a method of a text gives.
pub(super) fn method<'t>(
    names: &Resolver<'t>,
    of: Constant<'t>,
    name: &str,
    arguments: &[Constant<'t>],
) -> Option<Constant<'t>> {
    let Constant::Text(of) = of else { return None };
    let bool = |bool| Some(Constant::Bool(bool));
    let is_all = |test: fn(char) -> bool| bool(!of.is_empty() && of.chars().all(test));
    let found = |at: Option<usize>| match at {
        Some(at) => i64::try_from(of[..at].chars().count()).ok(),
        None => Some(-1),
    };
    match (name, arguments) {
        ("upper", []) => text(names, &of.to_uppercase()),
        ("lower" | "casefold", []) => text(names, &of.to_lowercase()),
        ("strip", []) => text(names, of.trim()),
        ("lstrip", []) => text(names, of.trim_start()),
        ("rstrip", []) => text(names, of.trim_end()),
        ("strip", [Constant::Text(set)]) => text(names, of.trim_matches(|char| set.contains(char))),
        ("replace", [Constant::Text(old), Constant::Text(new)]) if !old.is_empty() && of.len() <= MAX_TEXT => {
            text(names, &of.replace(old, new))
        }
        ("format", values) => format(names, of, values),
        ("startswith", [Constant::Text(part)]) => bool(of.starts_with(part)),
        ("endswith", [Constant::Text(part)]) => bool(of.ends_with(part)),
        ("find", [Constant::Text(part)]) => found(of.find(part)).map(Constant::Int),
        ("isdigit", []) if of.is_ascii() => is_all(|char| char.is_ascii_digit()),
        ("isalpha", []) if of.is_ascii() => is_all(|char| char.is_ascii_alphabetic()),
        ("isalnum", []) if of.is_ascii() => is_all(|char| char.is_ascii_alphanumeric()),
        ("removeprefix", [Constant::Text(part)]) => text(names, of.strip_prefix(part).unwrap_or(of)),
        ("removesuffix", [Constant::Text(part)]) => text(names, of.strip_suffix(part).unwrap_or(of)),
        _ => None,
    }
}

/// `format.format(values)`, where nothing but `{}`, `{{` and `}}` is in it.
fn format<'t>(names: &Resolver<'t>, format: &str, values: &[Constant<'t>]) -> Option<Constant<'t>> {
    let mut made = String::new();
    let mut values = values.iter();
    let mut rest = format;
    while let Some(at) = rest.find(['{', '}']) {
        made.push_str(&rest[..at]);
        match rest.get(at..at + 2)? {
            "{}" => made.push_str(&values.next()?.text()),
            "{{" => made.push('{'),
            "}}" => made.push('}'),
            _ => return None,
        }
        rest = &rest[at + 2..];
    }
    made.push_str(rest);
    text(names, &made)
}
