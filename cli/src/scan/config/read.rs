//! From TOML to a configuration. Every key and value that can not be used is told, not only the first.

use std::ops::Range;

use aud_rules_plan::Severity;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{At, Config, Fault, PathIgnores, Texts};
use crate::nearest::did_you_mean;

/// The keys of a configuration.
pub(super) const KEYS: [&str; 12] = [
    "paths",
    "exclude",
    "python",
    "rules",
    "select",
    "ignore",
    "per-path-ignores",
    "tests",
    "fail-on",
    "baseline",
    "nosec",
    "noqa",
];

/// Where a `pyproject.toml` holds it.
const SHARED_TABLES: [&str; 2] = ["tool", "aud-rules"];

type Value<'v, 't> = &'v Spanned<DeValue<'t>>;

/// Reads a configuration; `is_shared` when the text is a `pyproject.toml`, which may have none.
///
/// # Errors
///
/// When the text is no TOML, or has keys or values that can not be used.
pub(crate) fn read(text: &str, is_shared: bool) -> Result<Option<Config>, Vec<Fault>> {
    let document = DeTable::parse(text).map_err(|error| {
        let end = text.len();
        let range = error.span().unwrap_or(0..0);
        let range = range.start.min(end)..range.end.min(end);
        vec![Fault { range, message: format!("this is no TOML: {}", error.message()), help: None }]
    })?;
    let mut table = document.get_ref();
    if is_shared {
        for name in SHARED_TABLES {
            match table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value.get_ref()) {
                Some(DeValue::Table(inner)) => table = inner,
                _ => return Ok(None),
            }
        }
    }
    let mut reader = Reader { faults: Vec::new() };
    let config = reader.config(table);
    if reader.faults.is_empty() {
        return Ok(Some(config));
    }
    reader.faults.sort_by_key(|fault| (fault.range.start, fault.range.end));
    Err(reader.faults)
}

struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn config(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "paths" => config.paths = self.texts("paths", value),
                "exclude" => config.exclude = self.texts("exclude", value),
                "python" => config.python = self.text("python", value),
                "rules" => config.rules = self.texts("rules", value),
                "select" => config.select = self.texts("select", value),
                "ignore" => config.ignore = self.texts("ignore", value),
                "per-path-ignores" => config.per_path_ignores = self.per_path(value),
                "tests" => config.tests = self.truth("tests", value),
                "fail-on" => config.fail_on = self.severity(value),
                "baseline" => config.baseline = self.text("baseline", value),
                "nosec" => config.nosec = self.truth("nosec", value),
                "noqa" => config.noqa = self.truth("noqa", value),
                unknown => {
                    let help = did_you_mean(unknown, KEYS).unwrap_or_else(|| format!("known are {}", KEYS.join(", ")));
                    self.fault(key.span(), format!("there is no key `{unknown}`"), Some(help));
                }
            }
        }
        config
    }

    fn fault(&mut self, range: Range<usize>, message: String, help: Option<String>) {
        self.faults.push(Fault { range, message, help });
    }

    fn other_type(&mut self, key: &str, wanted: &str, value: Value<'_, '_>) {
        let message = format!("`{key}` takes {wanted}, and not {}", type_of(value.get_ref()));
        self.fault(value.span(), message, None);
    }

    fn text(&mut self, key: &str, value: Value<'_, '_>) -> Option<At<String>> {
        match value.get_ref() {
            DeValue::String(text) => Some(At { value: text.to_string(), range: value.span() }),
            _ => {
                self.other_type(key, "a text", value);
                None
            }
        }
    }

    fn texts(&mut self, key: &str, value: Value<'_, '_>) -> Option<Texts> {
        let DeValue::Array(items) = value.get_ref() else {
            self.other_type(key, "a list of texts", value);
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => texts.push(At { value: text.to_string(), range: item.span() }),
                _ => self.other_type(key, "a list of texts", item),
            }
        }
        Some(At { value: texts, range: value.span() })
    }

    fn truth(&mut self, key: &str, value: Value<'_, '_>) -> Option<At<bool>> {
        match value.get_ref() {
            DeValue::Boolean(truth) => Some(At { value: *truth, range: value.span() }),
            _ => {
                self.other_type(key, "`true` or `false`", value);
                None
            }
        }
    }

    fn severity(&mut self, value: Value<'_, '_>) -> Option<At<Severity>> {
        let At { value: word, range } = self.text("fail-on", value)?;
        let found = Severity::ALL.into_iter().find(|severity| severity.word() == word);
        if found.is_none() {
            let words = Severity::ALL.map(Severity::word);
            let help = did_you_mean(&word, words).unwrap_or_else(|| format!("severities are {}", words.join(", ")));
            self.fault(range.clone(), format!("there is no severity `{word}`"), Some(help));
        }
        found.map(|value| At { value, range })
    }

    fn per_path(&mut self, value: Value<'_, '_>) -> Option<At<Vec<PathIgnores>>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.other_type("per-path-ignores", "a table from patterns of paths to lists of problems", value);
            return None;
        };
        let mut ignores = Vec::new();
        for (key, words) in table {
            let pattern = At { value: key.get_ref().to_string(), range: key.span() };
            ignores.extend(self.texts(key.get_ref(), words).map(|words| PathIgnores { pattern, words: words.value }));
        }
        Some(At { value: ignores, range: value.span() })
    }
}

fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
