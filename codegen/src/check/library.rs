//! From parsed files, some of which are a library, to the items that are compiled: all of the others, and of the library the
//! sets, predicates, tables, views and kinds that are named, directly or by way of one another.
//!
//! A pack of rules can so use what the catalogue declares without carrying a copy, while its own names come first: an item
//! of the library whose name the pack gives to an item of its own is not there, nor is one that needs it, since it would
//! mean something else. The library's rules and problems are never taken; they are compiled already. Names are looked for as
//! words of the text, so that an item is rather kept than missed.

use std::collections::{BTreeMap, BTreeSet};

use crate::ast::{File, Item};
use crate::source::{FileId, SourceMap, Span};

/// What of a library is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// What the other files name: all that compiling them needs.
    WhatIsNamed,
    /// What they could name: what an editor offers.
    AllThatCanBeNamed,
}

/// Leaves of the library's files only what is taken.
pub fn take_of_library(files: &mut [(FileId, File)], sources: &SourceMap, what: Taken) {
    let is_library = |file: FileId| sources.file(file).is_library;
    if !files.iter().any(|(file, _)| is_library(*file)) {
        return;
    }
    let (library, own): (Vec<_>, Vec<_>) = files.iter().partition(|(file, _)| is_library(*file));
    let own_items = own.iter().flat_map(|(_, file)| &file.items);
    let taken: BTreeSet<Key<'_>> =
        own_items.filter(|item| !item.is_private()).map(|item| Key::new(None, item)).collect();
    let mut offered: BTreeMap<Key<'_>, BTreeSet<Key<'_>>> = BTreeMap::new();
    for (id, file) in &library {
        let private: BTreeSet<&str> = file.items.iter().filter(|item| item.is_private()).map(name_of).collect();
        let key = |name| Key { private_to: private.contains(name).then_some(*id), is_kind: false, name };
        for item in file.items.iter().filter(|item| is_offered(item)) {
            let needs = words(&sources.slice(extent(item))[name_of(item).len()..]).map(key).collect();
            offered.insert(Key::new(Some(*id), item), needs);
        }
    }
    offered.retain(|key, _| !taken.contains(key));
    leave_out_changed(&mut offered, &taken);
    let mut named = BTreeSet::new();
    let mut waiting: Vec<Key<'_>> = match what {
        Taken::WhatIsNamed => {
            let words = own.iter().flat_map(|(file, _)| words(&sources.file(*file).text));
            words.flat_map(|name| [false, true].map(|is_kind| Key { private_to: None, is_kind, name })).collect()
        }
        Taken::AllThatCanBeNamed => offered.keys().copied().collect(),
    };
    while let Some(key) = waiting.pop() {
        if let Some(needs) = offered.get(&key)
            && named.insert((key.private_to, key.is_kind, key.name.to_owned()))
        {
            waiting.extend(needs);
        }
    }
    for (id, file) in files.iter_mut().filter(|(file, _)| is_library(*file)) {
        let key = |item: &Item| (item.is_private().then_some(*id), is_kind(item), name_of(item).to_owned());
        file.items.retain(|item| is_offered(item) && named.contains(&key(item)));
    }
}

/// What an item of the library is known by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'s> {
    /// The only file that can name it; none when every file can.
    private_to: Option<FileId>,
    /// Kinds have names of their own: a set may be called like one.
    is_kind: bool,
    name: &'s str,
}

impl<'s> Key<'s> {
    /// That of an item of a file; the file matters only when the item is private.
    fn new(file: Option<FileId>, item: &'s Item) -> Self {
        Key { private_to: file.filter(|_| item.is_private()), is_kind: is_kind(item), name: name_of(item) }
    }
}

fn is_kind(item: &Item) -> bool {
    matches!(item, Item::Kind(_))
}

/// Leaves out what needs a name that means something else here, and what needs that, and so on.
fn leave_out_changed<'s>(offered: &mut BTreeMap<Key<'s>, BTreeSet<Key<'s>>>, taken: &BTreeSet<Key<'s>>) {
    let mut changed = taken.clone();
    loop {
        let found: Vec<Key<'s>> =
            offered.iter().filter(|(_, needs)| !needs.is_disjoint(&changed)).map(|(key, _)| *key).collect();
        if found.is_empty() {
            return;
        }
        offered.retain(|key, _| !found.contains(key));
        changed.extend(found);
    }
}

fn is_offered(item: &Item) -> bool {
    match item {
        Item::Set(_) | Item::Predicate(_) | Item::Table(_) | Item::View(_) | Item::Kind(_) => true,
        Item::Rule(_) | Item::Problem(_) => false,
    }
}

fn name_of(item: &Item) -> &str {
    &item.name().node
}

/// From the name of the item to the end of what may name other items.
fn extent(item: &Item) -> Span {
    match item {
        Item::Set(set) => set.members.last().map_or(set.name.span, |last| {
            let end = match last {
                crate::ast::SetMember::Literal(literal) => literal.span,
                crate::ast::SetMember::Set(name) => name.span,
            };
            set.name.span.to(end)
        }),
        Item::Predicate(predicate) => predicate.name.span.to(predicate.body.span),
        Item::View(view) => view.name.span.to(view.sql.span),
        Item::Table(_) | Item::Rule(_) | Item::Kind(_) | Item::Problem(_) => item.name().span,
    }
}

/// The words of a text, those inside quotes too.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::compile::tests::EXAMPLES;
    use crate::diag::{Color, Diagnostics};
    use crate::syntax::parse::parse;

    const LIBRARY: &str = r#"
        set verbs = { "get", "post" }
        set methods = { verbs, "put" }
        /// Of a method.
        predicate is_verb(e: expr) { e.member in methods }
        /// Calls.
        table calls { name: text /// Its name.
        }
        /// Any.
        rule any_call -> calls { match c: call emit { name: c.text } }
        /// All.
        view all_calls """SELECT * FROM calls"""
    "#;

    fn kept(own: &str) -> Vec<String> {
        let mut sources = SourceMap::default();
        sources.add_library("library.rules", LIBRARY);
        sources.add("own.rules", own);
        let mut files: Vec<_> =
            sources.ids().map(|id| (id, parse(id, &sources, &mut Diagnostics::default()))).collect();
        take_of_library(&mut files, &sources, Taken::WhatIsNamed);
        files[0].1.items.iter().map(|item| name_of(item).to_owned()).collect()
    }

    #[test]
    fn what_is_named_is_kept_with_what_it_needs() {
        let check = |own: &str, expected: &[&str]| assert_eq!(kept(own), expected, "{own}");
        check("set mine = { \"a\" }", &[]);
        check("set mine = { methods }", &["verbs", "methods"]);
        check("predicate p(e: expr) { is_verb(e) }", &["verbs", "methods", "is_verb"]);
        check("rule r -> calls { }", &["calls"]);
        check("problem p { from \"\"\"SELECT * FROM all_calls\"\"\" }", &["calls", "all_calls"]);
        check("rule any_call_of_mine -> calls_of_mine { }", &[]);
    }

    #[test]
    fn names_of_the_pack_come_first() {
        let check = |own: &str, expected: &[&str]| assert_eq!(kept(own), expected, "{own}");
        check("set methods = { verbs }", &["verbs"]);
        check("set verbs = { \"head\" } predicate p(e: expr) { is_verb(e) and e.name in methods }", &[]);
        check("table calls { name: text } rule r -> calls { }", &[]);
        check("table calls { name: text } problem p { from \"\"\"SELECT * FROM all_calls\"\"\" }", &[]);
    }

    #[test]
    fn kinds_have_names_of_their_own() {
        let library = "/// Text of SQL.\nkind log\nset logs = { \"logging.log\" }";
        let kept = |own: &str| {
            let mut sources = SourceMap::default();
            sources.add_library("library.rules", library);
            sources.add("own.rules", own);
            let mut files: Vec<_> =
                sources.ids().map(|id| (id, parse(id, &sources, &mut Diagnostics::default()))).collect();
            take_of_library(&mut files, &sources, Taken::WhatIsNamed);
            files[0].1.items.iter().map(|item| name_of(item).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(kept("rule r { match c: call sink log at c }"), ["log"]);
        assert_eq!(kept("kind log\nset mine = { logs }"), ["logs"]);
    }

    #[test]
    fn private_items_of_the_library_stay_with_what_needs_them() {
        let mut sources = SourceMap::default();
        sources.add_library("a.rules", "private set verbs = { \"get\" }\nset methods = { verbs }");
        sources.add_library("b.rules", "private set verbs = { \"run\" }\nset commands = { verbs }");
        sources.add("own.rules", "set verbs = { \"head\" }\nset mine = { methods }");
        let mut files: Vec<_> =
            sources.ids().map(|id| (id, parse(id, &sources, &mut Diagnostics::default()))).collect();
        take_of_library(&mut files, &sources, Taken::WhatIsNamed);
        let kept: Vec<Vec<&str>> = files.iter().map(|(_, file)| file.items.iter().map(name_of).collect()).collect();
        assert_eq!(kept, [vec!["verbs", "methods"], vec![], vec!["verbs", "mine"]]);
    }

    #[test]
    fn a_pack_compiles_against_a_library() {
        let own = format!(
            "/// Verbs.\nrule r -> calls {{ match c: call where is_verb(c.callee) emit {{ name: c.text }}\n{EXAMPLES}}}"
        );
        let mut sources = SourceMap::default();
        sources.add("own.rules", own);
        sources.add_library("library.rules", LIBRARY);
        let compiled = compile(&sources).unwrap_or_else(|found| panic!("{}", found.render(&sources, Color::Never)));
        let rules: Vec<&str> = compiled.plan.rules.iter().map(|rule| rule.head.name.as_str()).collect();
        assert_eq!((rules, compiled.plan.tables.len(), compiled.plan.views.len()), (vec!["r"], 1, 0));
        assert!(compiled.warnings.is_empty(), "{}", compiled.warnings.render(&sources, Color::Never));
    }
}
