//! Which syntax kinds can stand anywhere below which, as the grammar of Python has it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::vocab::node_types::NodeTypes;

/// For each kind those that can be its direct children; collected once, since every region asks.
static CHILDREN: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let grammar = NodeTypes::python();
    let children = |parent| grammar.kinds().filter(|child| grammar.can_contain(parent, child)).collect();
    grammar.kinds().map(|parent| (parent, children(parent))).collect()
});

/// A node of one of the kinds `inner` can stand somewhere below one of the kinds `outer`.
pub(super) fn can_hold(outer: &[String], inner: &[String]) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = outer.iter().map(String::as_str).collect();
    while let Some(kind) = open.pop() {
        for &child in CHILDREN.get(kind).into_iter().flatten() {
            if inner.iter().any(|kind| kind == child) {
                return true;
            }
            if seen.insert(child) {
                open.push(child);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_stand_where() {
        let check = |outer: &str, inner: &str, want| {
            assert_eq!(can_hold(&[outer.into()], &[inner.into()]), want, "{inner} in {outer}");
        };
        check("function_definition", "yield", true);
        check("function_definition", "function_definition", true);
        check("call", "lambda", true);
        check("call", "return_statement", false);
        check("lambda", "function_definition", false);
        check("function_definition", "module", false);
        check("argument_list", "comment", true);
    }
}
