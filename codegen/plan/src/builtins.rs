//! Python's built-in names: a rule that asks `is "eval"` means `builtins.eval`, and a name that is bound nowhere may be
//! one of them.

use std::sync::LazyLock;

/// Sorted.
static BUILTINS: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("builtins.txt").lines().collect());

/// Python has a builtin of that name.
pub fn is_builtin(name: &str) -> bool {
    BUILTINS.binary_search(&name).is_ok()
}

/// The name as questions ask for it: a single segment that is a builtin gets its module.
pub fn qualify(name: &str) -> String {
    if is_builtin(name) { format!("builtins.{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(BUILTINS.is_sorted());
    }

    #[test]
    fn only_single_segments_that_are_builtins_get_the_module() {
        for (written, expected) in [
            ("eval", "builtins.eval"),
            ("ValueError", "builtins.ValueError"),
            ("builtins.eval", "builtins.eval"),
            ("ast.eval", "ast.eval"),
            ("Flask", "Flask"),
        ] {
            assert_eq!(qualify(written), expected);
        }
    }
}
