//! From a configuration to a text that says what is in force, and from where: TOML, with the origin of each value behind it.

use std::fmt::Write;
use std::ops::Range;

use aud_rules_plan::Severity;

use super::{Found, PathIgnores, Texts};

/// The severity that makes a scan fail when nothing else is said: any.
pub(crate) const DEFAULT_FAIL_ON: Severity = Severity::Info;

/// Everything that can be configured, with the value in force.
pub(crate) fn show(found: &Found) -> String {
    let config = &found.config;
    let mut shown = String::new();
    match &found.path {
        Some(path) => _ = writeln!(shown, "# {}", path.display()),
        None => {
            shown +=
                "# nothing is configured: there is no aud-rules.toml, and no [tool.aud-rules] in a pyproject.toml\n"
        }
    }
    let line = |key: &str, value: String, range: Option<Range<usize>>| {
        let origin = range.map_or("default".to_owned(), |range| origin(found, &range));
        (format!("{key} = {value}"), origin)
    };
    let list = |list: &Option<Texts>, default: &[&str]| match list {
        Some(list) => texts(list.value.iter().map(|at| &*at.value)),
        None => texts(default.iter().copied()),
    };
    let range = |at: &Option<Texts>| at.as_ref().map(|at| at.range.clone());
    let mut lines = vec![
        line("paths", list(&config.paths, &["."]), range(&config.paths)),
        line("exclude", list(&config.exclude, &[]), range(&config.exclude)),
        line("rules", list(&config.rules, &[]), range(&config.rules)),
        line("select", list(&config.select, &["all"]), range(&config.select)),
        line("ignore", list(&config.ignore, &[]), range(&config.ignore)),
    ];
    let truths = [("tests", &config.tests), ("nosec", &config.nosec), ("noqa", &config.noqa)];
    for (key, truth) in truths {
        let value = truth.as_ref().is_some_and(|at| at.value);
        lines.push(line(key, value.to_string(), truth.as_ref().map(|at| at.range.clone())));
    }
    let fail_on = config.fail_on.as_ref().map_or(DEFAULT_FAIL_ON, |at| at.value);
    lines.push(line("fail-on", text(fail_on.word()), config.fail_on.as_ref().map(|at| at.range.clone())));
    for (key, value, default) in
        [("python", &config.python, ".venv, if there is one"), ("baseline", &config.baseline, "none")]
    {
        lines.push(match value {
            Some(at) => line(key, text(&at.value), Some(at.range.clone())),
            None => (format!("# {key}"), format!("default: {default}")),
        });
    }
    write_lines(&mut shown, &lines);
    if let Some(ignores) = &config.per_path_ignores {
        shown += "\n[per-path-ignores]\n";
        let lines = ignores.value.iter().map(|PathIgnores { pattern, words }| {
            let value = texts(words.iter().map(|at| &*at.value));
            (format!("{} = {value}", text(&pattern.value)), origin(found, &pattern.range))
        });
        write_lines(&mut shown, &lines.collect::<Vec<_>>());
    }
    shown
}

fn write_lines(shown: &mut String, lines: &[(String, String)]) {
    let width = lines.iter().map(|(line, _)| line.chars().count()).max().unwrap_or(0);
    for (line, origin) in lines {
        let _ = writeln!(shown, "{line:width$}  # {origin}");
    }
}

/// The file and line of a value.
fn origin(found: &Found, range: &Range<usize>) -> String {
    let line = 1 + found.text[..range.start].matches('\n').count();
    let name = found.path.as_deref().and_then(std::path::Path::file_name).unwrap_or_default();
    format!("{}:{line}", name.to_string_lossy())
}

fn texts<'t>(items: impl Iterator<Item = &'t str>) -> String {
    format!("[{}]", items.map(text).collect::<Vec<_>>().join(", "))
}

/// A text of TOML, whose escapes are those of JSON.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
