//! The values of annotations: text to a cell, and a cell back to the same text.

use super::Expected;

/// A value as it is written in an annotation.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Written {
    /// A value that stands for itself.
    Value(Expected),
    /// `+3` or `-1`: so many lines from the line that is spoken of.
    Offset(i64),
}

/// Reads the value at the beginning of `text`; gives it and the number of bytes that it takes.
pub(super) fn read_value(text: &str) -> Result<(Written, usize), String> {
    let value = |value, len| Ok((Written::Value(value), len));
    let word_len = text.find(|c: char| !c.is_alphanumeric() && !"_+-.".contains(c)).unwrap_or(text.len());
    let word = &text[..word_len];
    match word {
        _ if text.starts_with('"') => read_text(text).map(|(text, len)| (Written::Value(Expected::Text(text)), len)),
        "none" => value(Expected::Null, word_len),
        "true" => value(Expected::Bool(true), word_len),
        "false" => value(Expected::Bool(false), word_len),
        "json" => {
            read_json(&text[word_len..]).map(|(json, len)| (Written::Value(Expected::Json(json)), word_len + len))
        }
        _ if text.starts_with('\'') => Err("text stands in double quotes".to_owned()),
        "" => Err("a value is missing here".to_owned()),
        _ => Ok((read_number(word)?, word_len)),
    }
}

fn read_number(word: &str) -> Result<Written, String> {
    if let Ok(int) = word.parse() {
        let is_signed = word.starts_with(['+', '-']);
        return Ok(if is_signed { Written::Offset(int) } else { Written::Value(Expected::Int(int)) });
    }
    match word.parse::<f64>() {
        Ok(real) if real.is_finite() => Ok(Written::Value(Expected::Real(real))),
        _ => Err(match word {
            "None" | "null" | "NULL" => format!("`{word}` is written `none`"),
            "True" | "False" => format!("`{word}` is written `{}`", word.to_lowercase()),
            _ => format!("`{word}` is no value; text stands in double quotes"),
        }),
    }
}

fn read_text(text: &str) -> Result<(String, usize), String> {
    let mut out = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((out, at + 1)),
            '\n' => break,
            '\\' => match chars.next() {
                Some((_, c @ ('"' | '\\'))) => out.push(c),
                Some((_, 'n')) => out.push('\n'),
                Some((_, 't')) => out.push('\t'),
                Some((_, other)) => return Err(format!("`\\{other}` is no escape; there are \\\" \\\\ \\n \\t")),
                None => break,
            },
            other => out.push(other),
        }
    }
    Err("the text has no closing quote on its line".to_owned())
}

fn read_json(text: &str) -> Result<(serde_json::Value, usize), String> {
    let given = text.trim_start();
    let n_spaces = text.len() - given.len();
    if !given.starts_with(['[', '{', '"']) {
        let len = given.find([',', ')', '\n']).unwrap_or(given.len());
        let word = given[..len].trim_end();
        return match serde_json::from_str(word) {
            Ok(value) => Ok((value, n_spaces + word.len())),
            Err(_) if word.is_empty() => Err("JSON is missing behind `json`".to_owned()),
            Err(_) => Err(format!("`{word}` is not JSON")),
        };
    }
    let mut values = serde_json::Deserializer::from_str(given).into_iter();
    match values.next() {
        Some(Ok(value)) => Ok((value, n_spaces + values.byte_offset())),
        Some(Err(error)) => Err(format!("this is not JSON: {error}")),
        None => Err("JSON is missing behind `json`".to_owned()),
    }
}

/// The text in quotes, as [`read_value`] reads it.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(Written, &str), &str>) {
        let found = read_value(text);
        let found = found.as_ref().map(|(value, len)| (value.clone(), &text[*len..])).map_err(String::as_str);
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn values_are_read() {
        let value = |value, rest| Ok((Written::Value(value), rest));
        check(r#""a, \"b\" \\ \n\t)", x"#, value(Expected::Text("a, \"b\" \\ \n\t)".into()), ", x"));
        check("none)", value(Expected::Null, ")"));
        check("true, ", value(Expected::Bool(true), ", "));
        check("12 ", value(Expected::Int(12), " "));
        check("-1.5)", value(Expected::Real(-1.5), ")"));
        check("1e3)", value(Expected::Real(1000.0), ")"));
        check("+2)", Ok((Written::Offset(2), ")")));
        check("-2)", Ok((Written::Offset(-2), ")")));
        check("json [1, {\"a\": null}], b=1", value(Expected::Json(serde_json::json!([1, {"a": null}])), ", b=1"));
        check("json \"x\")", value(Expected::Json("x".into()), ")"));
        check("json null )", value(Expected::Json(serde_json::Value::Null), " )"));
    }

    #[test]
    fn what_is_no_value_is_told() {
        check("'a'", Err("text stands in double quotes"));
        check("None", Err("`None` is written `none`"));
        check("True", Err("`True` is written `true`"));
        check("word)", Err("`word` is no value; text stands in double quotes"));
        check("nan", Err("`nan` is no value; text stands in double quotes"));
        check(")", Err("a value is missing here"));
        check("\"open", Err("the text has no closing quote on its line"));
        check("\"a\nb\"", Err("the text has no closing quote on its line"));
        check("\"\\x\"", Err("`\\x` is no escape; there are \\\" \\\\ \\n \\t"));
        check("json", Err("JSON is missing behind `json`"));
        check("json none)", Err("`none` is not JSON"));
        check("json [1", Err("this is not JSON: EOF while parsing a list at line 1 column 2"));
    }

    proptest! {
        #[test]
        fn quoting_is_read_back(text in "\\PC*[\\n\\t\"\\\\]*\\PC*") {
            let quoted = quote(&text);
            let read = read_value(&quoted);
            prop_assert_eq!(read, Ok((Written::Value(Expected::Text(text)), quoted.len())));
        }
    }
}
