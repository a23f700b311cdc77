//! Functions over text and lists of text.

use bumpalo::Bump;

use super::arg;
use crate::value::Value;

fn map<'a>(value: Value<'a>, change: impl FnOnce(&'a str) -> &'a str) -> Value<'a> {
    value.text().map(change).into()
}

/// `lower(text)`.
pub fn lower<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map(arg(args, 0), |text| arena.alloc_str(&text.to_lowercase()))
}

/// `upper(text)`.
pub fn upper<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map(arg(args, 0), |text| arena.alloc_str(&text.to_uppercase()))
}

/// `trim(text)`.
pub fn trim<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map(arg(args, 0), str::trim)
}

/// Applies a function of two texts; absent when one of them is.
fn map2<'a>(args: &[Value<'a>], change: impl FnOnce(&'a str, &'a str) -> &'a str) -> Value<'a> {
    arg(args, 0).text().zip(arg(args, 1).text()).map(|(first, second)| change(first, second)).into()
}

/// `strip_prefix(prefix, text)`.
pub fn strip_prefix<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map2(args, |prefix, text| text.strip_prefix(prefix).unwrap_or(text))
}

/// `strip_suffix(suffix, text)`.
pub fn strip_suffix<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map2(args, |suffix, text| text.strip_suffix(suffix).unwrap_or(text))
}

/// `truncate(length, text)`; the length counts characters.
pub fn truncate<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let (Value::Int(length), Value::Text(text)) = (arg(args, 0), arg(args, 1)) else { return Value::None };
    let length = usize::try_from(length).unwrap_or(0);
    match text.char_indices().nth(length) {
        Some((end, _)) => Value::Text(bumpalo::format!(in arena, "{}...", &text[..end]).into_bump_str()),
        None => Value::Text(text),
    }
}

/// `join(separator, texts)`; members that are no text are left out.
pub fn join<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let (Value::Text(separator), Value::List(values)) = (arg(args, 0), arg(args, 1)) else { return Value::None };
    let mut joined = bumpalo::collections::String::new_in(arena);
    for (index, text) in values.iter().filter_map(|value| value.text()).enumerate() {
        if index > 0 {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    Value::Text(joined.into_bump_str())
}

/// `split(separator, text)`; an empty separator does not split.
pub fn split<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let (Value::Text(separator), Value::Text(text)) = (arg(args, 0), arg(args, 1)) else { return Value::None };
    let mut parts = bumpalo::collections::Vec::new_in(arena);
    if separator.is_empty() {
        parts.push(text.trim());
    } else {
        parts.extend(text.split(separator).map(str::trim));
    }
    let parts = parts.into_iter().filter(|part| !part.is_empty()).map(Value::Text);
    Value::List(bumpalo::collections::Vec::from_iter_in(parts, arena).into_bump_slice())
}

/// `last_segment(separator, text)`.
pub fn last_segment<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map2(args, |separator, text| text.rsplit_once(separator).map_or(text, |(_, last)| last))
}

/// `first_segment(separator, text)`.
pub fn first_segment<'a>(_: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    map2(args, |separator, text| text.split_once(separator).map_or(text, |(first, _)| first))
}

/// `text(value)`: as Python prints it; absent for what is no literal.
pub fn text<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    match arg(args, 0) {
        Value::Text(text) => Value::Text(text),
        Value::Int(int) => Value::Text(bumpalo::format!(in arena, "{}", int).into_bump_str()),
        Value::Real(real) => Value::Text(arena.alloc_str(&real_text(real))),
        Value::Bool(bool) => Value::Text(if bool { "True" } else { "False" }),
        _ => Value::None,
    }
}

/// `concat(first, second)`: the members of both lists.
pub fn concat<'a>(arena: &'a Bump, args: &[Value<'a>]) -> Value<'a> {
    let (Value::List(first), Value::List(second)) = (arg(args, 0), arg(args, 1)) else { return Value::None };
    let members = first.iter().chain(second).copied();
    Value::List(bumpalo::collections::Vec::from_iter_in(members, arena).into_bump_slice())
}

/// A floating-point number as Python prints it: the shortest digits that read back, `30.0`, `1e+16`, `1e-05`.
pub(crate) fn real_text(real: f64) -> String {
    if real.is_nan() {
        return "nan".to_owned();
    }
    if real.is_infinite() {
        return if real > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let scientific = format!("{real:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>().unwrap_or(0) {
        -4..=15 => {
            let fixed = real.to_string();
            if fixed.contains('.') { fixed } else { fixed + ".0" }
        }
        exponent => {
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{digits}e{sign}{:02}", exponent.unsigned_abs())
        }
    }
}
