//! From a decided value to compact JSON text.

use std::fmt::Write;

use crate::value::Value;

/// Bytes of the longest JSON text. A value can hold another one many times over, so that it has no bound by itself.
pub(crate) const MAX_BYTES: usize = 4 << 20;

/// The value as JSON without white space; keys stay in the order in which they were given. What JSON can not hold (an
/// infinite number, a node) is `null`. None when it would have more than 4 MiB.
pub fn to_json(value: Value<'_>) -> Option<String> {
    let mut json = String::new();
    write(&mut json, value);
    (json.len() <= MAX_BYTES).then_some(json)
}

/// Writes until the text is too long.
fn write(json: &mut String, value: Value<'_>) {
    if json.len() > MAX_BYTES {
        return;
    }
    match value {
        Value::Bool(bool) => json.push_str(if bool { "true" } else { "false" }),
        Value::Int(int) => json.push_str(&int.to_string()),
        Value::Real(real) => match serde_json::Number::from_f64(real) {
            Some(number) => json.push_str(&number.to_string()),
            None => json.push_str("null"),
        },
        Value::Text(text) => write_text(json, text),
        Value::List(values) => write_list(json, values.iter().copied()),
        Value::Group(group) => write_list(json, group.members.iter().map(|member| member.value)),
        Value::Object(entries) => {
            json.push('{');
            for (index, &(key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                write_text(json, key);
                json.push(':');
                write(json, value);
            }
            json.push('}');
        }
        Value::None | Value::Node(_) | Value::Set(_) | Value::Pattern(_) | Value::Open(_) => json.push_str("null"),
    }
}

fn write_list<'a>(json: &mut String, values: impl Iterator<Item = Value<'a>>) {
    json.push('[');
    for (index, value) in values.enumerate() {
        if json.len() > MAX_BYTES {
            return;
        }
        if index > 0 {
            json.push(',');
        }
        write(json, value);
    }
    json.push(']');
}

fn write_text(json: &mut String, text: &str) {
    // Writing to a string can not fail.
    let _ = write!(json, "{}", serde_json::Value::from(text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::tree::NodeId;

    #[test]
    fn values_become_compact_json() {
        let list = [Value::Int(1), Value::None, Value::Text("a\"\n")];
        let object = [("z", Value::List(&list)), ("a", Value::Bool(true))];
        let cases = [
            (Value::None, "null"),
            (Value::Real(1.0), "1.0"),
            (Value::Real(f64::INFINITY), "null"),
            (Value::Node(NodeId::MODULE), "null"),
            (Value::List(&[]), "[]"),
            (Value::Object(&object), r#"{"z":[1,null,"a\"\n"],"a":true}"#),
            (Value::Text("é"), "\"é\""),
        ];
        for (value, expected) in cases {
            assert_eq!(to_json(value).as_deref(), Some(expected));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_reads_back(text: String) {
            let json = to_json(Value::Text(&text)).unwrap();
            proptest::prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
