//! From rule files that have changed to all files whose rules may mean something else now.
//!
//! A rule means what its own file says and what the sets and predicates that it names say. Names are looked for as words, so
//! that a file is counted in once too often rather than left out.

use std::collections::BTreeSet;

use crate::ast::Item;
use crate::check::library::words;
use crate::diag::Diagnostics;
use crate::source::{FileId, SourceMap};
use crate::syntax::parse::parse;

/// The changed files, those that name a set or predicate of one, those that name one of these, and so on.
pub fn with_dependents(sources: &SourceMap, changed: &BTreeSet<FileId>) -> BTreeSet<FileId> {
    let mut found = changed.clone();
    let mut names: BTreeSet<String> = found.iter().flat_map(|file| names_of(*file, sources)).collect();
    loop {
        let next = sources.ids().find(|file| !found.contains(file) && mentions(&sources.file(*file).text, &names));
        let Some(file) = next else { return found };
        names.extend(names_of(file, sources));
        found.insert(file);
    }
}

/// Names of the sets and predicates of a file that others can name.
fn names_of(file: FileId, sources: &SourceMap) -> Vec<String> {
    let items = parse(file, sources, &mut Diagnostics::default()).items.into_iter();
    let name = |item| match item {
        Item::Set(set) => (!set.is_private).then_some(set.name.node),
        Item::Predicate(predicate) => (!predicate.is_private).then_some(predicate.name.node),
        Item::Table(_) | Item::Rule(_) | Item::View(_) | Item::Kind(_) | Item::Problem(_) => None,
    };
    items.filter_map(name).collect()
}

fn mentions(text: &str, names: &BTreeSet<String>) -> bool {
    words(text).any(|word| names.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_set_reaches_those_who_name_it() {
        let mut sources = SourceMap::default();
        sources.add("sets.rules", "set hooks = { \"a\" }");
        sources.add("predicates.rules", "/// Asks.\npredicate is_hook(e: expr) { e.name in hooks }");
        sources.add("rules.rules", "rule r -> t { match n: name where is_hook(n) emit { name: n.text } }");
        sources.add("others.rules", "set hooks_of_others = { \"b\" }");
        for (changed, expected) in [(vec![0], vec![0, 1, 2]), (vec![1], vec![1, 2]), (vec![2, 3], vec![2, 3])] {
            let ids = |ids: Vec<u32>| ids.into_iter().map(FileId).collect::<BTreeSet<_>>();
            assert_eq!(with_dependents(&sources, &ids(changed.clone())), ids(expected), "{changed:?}");
        }
    }
}
