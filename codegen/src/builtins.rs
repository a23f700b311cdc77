//! Python's built-in names: a rule that asks `is "eval"` means `builtins.eval`.
//!
//! The list lies with the runtime, which resolves unbound names with it, so that both sides agree.

use std::collections::BTreeSet;
use std::sync::LazyLock;

static BUILTINS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("../../runtime/src/builtins.txt").lines().collect());

/// The name as questions ask for it: a single segment that is a builtin gets its module.
pub fn qualify(name: &str) -> String {
    if BUILTINS.contains(name) { format!("builtins.{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

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
