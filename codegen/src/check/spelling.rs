//! How names may be spelt: snake_case, and nothing that SQLite or the house keeps for itself.

use rusqlite::Connection;

/// Tables that every database has, whatever the rules are.
const HOUSE_TABLES: [&str; 8] = [
    "extraction_cache",
    "extraction_errors",
    "extraction_metrics",
    "files",
    "findings",
    "flow_steps",
    "flows",
    "rules",
];

/// `lower_case` with single underscores between words; it begins with a letter.
pub(super) fn is_snake_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .split('_')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The name as it would be in snake_case: `FlaskHooks` gives `flask_hooks`.
pub(super) fn to_snake_case(name: &str) -> String {
    let mut words = String::new();
    let mut was_lower = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && was_lower {
            words.push('_');
        }
        was_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        words.push(c.to_ascii_lowercase());
    }
    words.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

/// Every database has a table of that name.
pub(super) fn is_house_table(name: &str) -> bool {
    HOUSE_TABLES.contains(&name) || name.starts_with("sqlite_")
}

/// Knows which names SQLite takes without quotes; it is asked, so that the answer fits the version that is linked.
pub(super) struct SqlNames {
    connection: Option<Connection>,
}

impl SqlNames {
    pub(super) fn new() -> Self {
        SqlNames { connection: Connection::open_in_memory().ok() }
    }

    /// The name can not stand for a table or column without quotes.
    pub(super) fn is_reserved(&self, name: &str) -> bool {
        let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let sql = format!("WITH {name}({name}) AS (SELECT 1) SELECT {name}, {name}.{name} FROM {name}");
        is_word && self.connection.as_ref().is_some_and(|connection| connection.prepare(&sql).is_err())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_case() {
        let check = |name, want| assert_eq!(is_snake_case(name), want, "{name}");
        for name in ["a", "flask_hooks", "x1", "md5_2"] {
            check(name, true);
            assert_eq!(to_snake_case(name), name);
        }
        for (name, want) in [("FlaskHooks", "flask_hooks"), ("a__b", "a_b"), ("_x", "x"), ("x_", "x"), ("ID", "id")] {
            check(name, false);
            assert_eq!(to_snake_case(name), want);
        }
        check("", false);
        check("1a", false);
    }

    #[test]
    fn sqlite_keeps_some_words() {
        let names = SqlNames::new();
        for name in ["select", "order", "table", "group", "raise", "values", "index"] {
            assert!(names.is_reserved(name), "{name}");
        }
        for name in ["column", "key", "kind", "path", "first", "line", "hook", "match"] {
            assert!(!names.is_reserved(name), "{name}");
        }
        assert!(is_house_table("files") && is_house_table("sqlite_x") && !is_house_table("file"));
    }
}
