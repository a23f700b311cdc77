//! From what one file asks of the module list to answers, and to a record of both.
//!
//! What a file gives depends on the list of modules only through these answers. So a result that is kept from an earlier
//! run holds as long as the list of today answers the recorded questions alike.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};

use super::{ModuleId, ModuleMap};

/// The module list as one file sees it.
#[derive(Debug)]
pub struct ModuleView<'m> {
    map: &'m ModuleMap,
    from: ModuleId,
    asked: RefCell<Asked>,
}

/// What was asked so far. The two questions that are asked for nearly every name are answered from here the second time.
#[derive(Debug, Default)]
struct Asked {
    imports: FxHashMap<Box<str>, Option<ModuleId>>,
    prefixes: FxHashMap<Box<str>, bool>,
    others: FxHashMap<ModuleQuestion, AnswerHash>,
}

/// A question to the module list, in words that hold beyond a run: modules are named by their paths.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ModuleQuestion {
    /// Which module does `import dotted` mean in the file?
    Import(Box<str>),
    /// Does a module's name go on after `dotted.`?
    Prefix(Box<str>),
    /// Which module does a dotted name mean to files that are nowhere in particular?
    Anywhere(Box<str>),
    /// Which file does `from ..dotted import` mean, with that many dots?
    RelativeFile(u32, Box<str>),
    /// What is the dotted name of `..dotted`, with that many dots?
    RelativeName(u32, Box<str>),
    /// Which module of that name is directly inside the package at that path?
    Part(Box<str>, Box<str>),
}

/// An answer of the module list, for comparison only.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AnswerHash(u64);

impl<'m> ModuleView<'m> {
    /// The list as the file `from` sees it.
    pub fn new(map: &'m ModuleMap, from: ModuleId) -> Self {
        ModuleView { map, from, asked: RefCell::default() }
    }

    /// Its dotted name, e.g. `django.forms.models`. Of another module than the file's own the name is part of the answer
    /// that led to it.
    pub fn name(&self, module: ModuleId) -> &'m str {
        self.map.name(module)
    }

    /// Its path below the root.
    pub fn path(&self, module: ModuleId) -> &'m str {
        self.map.path(module)
    }

    /// The module that `import dotted` means here, if it is one of the project; see [`ModuleMap::find`].
    pub fn find(&self, dotted: &str) -> Option<ModuleId> {
        if let Some(&known) = self.asked.borrow().imports.get(dotted) {
            return known;
        }
        let found = self.map.find(self.from, dotted);
        self.asked.borrow_mut().imports.insert(dotted.into(), found);
        found
    }

    /// Some module has a name that goes on after `dotted.`.
    pub fn is_prefix(&self, dotted: &str) -> bool {
        if let Some(&known) = self.asked.borrow().prefixes.get(dotted) {
            return known;
        }
        let is_prefix = self.map.is_prefix(dotted);
        self.asked.borrow_mut().prefixes.insert(dotted.into(), is_prefix);
        is_prefix
    }

    /// The module that `dotted` means to files that are nowhere in particular.
    pub fn find_anywhere(&self, dotted: &str) -> Option<ModuleId> {
        let found = self.map.find_anywhere(dotted);
        self.note(ModuleQuestion::Anywhere(dotted.into()), hash_of(self.map, found));
        found
    }

    /// The file that `from .module import ...` imports from, with `level` dots.
    pub fn find_relative(&self, level: u32, module: &str) -> Option<ModuleId> {
        let found = self.map.find_relative(self.from, level, module);
        self.note(ModuleQuestion::RelativeFile(level, module.into()), hash_of(self.map, found));
        found
    }

    /// Dotted name of what `from .module import ...` imports from, with `level` dots; none above the root.
    pub fn relative(&self, level: u32, module: &str) -> Option<String> {
        let name = self.map.relative(self.from, level, module);
        self.note(ModuleQuestion::RelativeName(level, module.into()), hash(&name));
        name
    }

    /// The module `name` directly inside a package.
    pub fn submodule(&self, package: ModuleId, name: &str) -> Option<ModuleId> {
        let found = self.map.submodule(package, name);
        let question = ModuleQuestion::Part(self.map.path(package).into(), name.into());
        self.note(question, hash_of(self.map, found));
        found
    }

    fn note(&self, question: ModuleQuestion, answer: AnswerHash) {
        self.asked.borrow_mut().others.insert(question, answer);
    }

    /// Everything that was asked, with the answers, in one order for equal questions.
    pub fn record(&self) -> Vec<(ModuleQuestion, AnswerHash)> {
        let asked = self.asked.borrow();
        let imports =
            asked.imports.iter().map(|(name, found)| (ModuleQuestion::Import(name.clone()), hash_of(self.map, *found)));
        let prefixes = asked.prefixes.iter().map(|(name, is)| (ModuleQuestion::Prefix(name.clone()), hash(is)));
        let others = asked.others.iter().map(|(question, answer)| (question.clone(), *answer));
        let mut record: Vec<_> = imports.chain(prefixes).chain(others).collect();
        record.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        record
    }
}

impl ModuleMap {
    /// The list answers a question of the file `from` as it did when the answer was recorded.
    pub fn answers_alike(&self, from: ModuleId, question: &ModuleQuestion, answer: AnswerHash) -> bool {
        let now = match question {
            ModuleQuestion::Import(dotted) => hash_of(self, self.find(from, dotted)),
            ModuleQuestion::Prefix(dotted) => hash(&self.is_prefix(dotted)),
            ModuleQuestion::Anywhere(dotted) => hash_of(self, self.find_anywhere(dotted)),
            ModuleQuestion::RelativeFile(level, module) => hash_of(self, self.find_relative(from, *level, module)),
            ModuleQuestion::RelativeName(level, module) => hash(&self.relative(from, *level, module)),
            ModuleQuestion::Part(package, name) => {
                hash_of(self, self.at_path(package).and_then(|package| self.submodule(package, name)))
            }
        };
        now == answer
    }
}

/// A module is the same beyond a run when its path and its name are.
fn hash_of(map: &ModuleMap, module: Option<ModuleId>) -> AnswerHash {
    hash(&module.map(|module| (map.path(module), map.name(module))))
}

fn hash(answer: &impl Hash) -> AnswerHash {
    let mut hasher = FxHasher::default();
    answer.hash(&mut hasher);
    AnswerHash(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever a view is asked, the record holds against the same list, and an answer that changed is found.
    #[test]
    fn a_record_holds_until_an_answer_changes() {
        let paths = ["app/__init__.py", "app/models.py", "app/views.py", "lib.py", "ns/deep/part.py"];
        let map = ModuleMap::new(paths.map(str::to_owned));
        let from = map.at_path("app/views.py").unwrap();
        let view = ModuleView::new(&map, from);
        assert!(view.find("lib").is_some() && view.find("gone").is_none() && view.find("lib").is_some());
        assert!(view.is_prefix("ns") && !view.is_prefix("lib"));
        assert!(view.find_anywhere("app").is_some());
        assert!(view.find_relative(1, "models").is_some() && view.find_relative(1, "forms").is_none());
        assert_eq!(view.relative(1, "models").as_deref(), Some("app.models"));
        assert!(view.submodule(map.at_path("app/__init__.py").unwrap(), "models").is_some());
        let record = view.record();
        assert_eq!(record.len(), 9);
        for (change, expected) in [
            (&[][..], 0),
            (&["other.py"][..], 0),
            (&["gone.py"][..], 1),
            (&["app/forms.py"][..], 1),
            (&["lib/more.py"][..], 1),
            // The package is in a package now: every name below it is another one.
            (&["__init__.py"][..], 0),
        ] {
            let more = paths.iter().chain(change).map(|path| (*path).to_owned());
            let changed = ModuleMap::new(more);
            let from = changed.at_path("app/views.py").unwrap();
            let n_changed = record.iter().filter(|(q, answer)| !changed.answers_alike(from, q, *answer)).count();
            assert_eq!(n_changed, expected, "{change:?}");
        }
    }
}
