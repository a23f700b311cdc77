//! From what is known of libraries to the other names of a class or function, and to what a class of a library inherits: all
//! of it for names alone, without any file of a project.

use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock};

use aud_rules_plan::NamesId;
use rustc_hash::FxHashMap;

use super::objects::{Obj, Set};
use super::solver::join;
use super::{BodyRef, Graphs, Values};
use crate::modules::{ModuleId, ModuleMap};
use crate::project::Project;
use crate::project::libraries::Libraries;
use crate::project::mentions::Possible;
use crate::resolve::KnownNames;
use crate::segment::graph::FileGraph;
use crate::value::{Constants, NameSet, Names};

static NO_MODULES: LazyLock<ModuleMap> = LazyLock::new(|| ModuleMap::new([]));
static NO_PROJECT: LazyLock<Project<'static>> =
    LazyLock::new(|| Project::new(&NO_MODULES, Vec::new(), &Constants::NONE));

/// A project without files.
struct NoGraphs;

impl Graphs for NoGraphs {
    fn graph(&self, _: ModuleId) -> Option<Arc<FileGraph>> {
        None
    }
}

/// What is asked of a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Is,
    Inherits,
}

/// By what is asked, then by the name that it is asked of: asking needs no copy of the name.
type Answers = FxHashMap<(NamesId, Asked), FxHashMap<Box<str>, bool>>;

/// By the address of the names that are asked for, then by class: which of them it is or inherits from.
type Ancestors = FxHashMap<usize, FxHashMap<Box<str>, Arc<[&'static str]>>>;

/// What libraries tell of names.
pub struct LibraryNames<'l> {
    pub(super) values: Mutex<Values<'l>>,
    answers: RwLock<Answers>,
    ancestors: RwLock<Ancestors>,
    possible: Possible,
}

impl<'l> LibraryNames<'l> {
    /// What these libraries tell.
    pub fn of(libraries: &'l Libraries) -> Self {
        let values = Values::of(&NoGraphs, libraries, &NO_PROJECT, &NO_MODULES);
        LibraryNames {
            values: Mutex::new(values),
            answers: RwLock::default(),
            ancestors: RwLock::default(),
            possible: Possible::ALL,
        }
    }

    /// The same, for a project in which only these are possible.
    #[must_use]
    pub fn with_possible(self, possible: Possible) -> Self {
        LibraryNames { possible, ..self }
    }

    /// The dotted name under which a class or function is defined; of a method, its name in the class that is meant. None of
    /// what no library describes, and of values.
    pub fn defined_as(&self, dotted: &str) -> Option<String> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).defined_as(dotted)
    }

    fn answer(&self, dotted: &str, names: Names, asked: Asked) -> bool {
        let known = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(&known) = known.get(&(names.id, asked)).and_then(|answers| answers.get(dotted)) {
            return known;
        }
        drop(known);
        let answer = {
            let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
            values.name_answer(dotted, names, asked)
        };
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        answers.entry((names.id, asked)).or_default().insert(dotted.into(), answer);
        answer
    }
}

impl KnownNames for LibraryNames<'_> {
    fn is(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted) || self.answer(dotted, names, Asked::Is)
    }

    fn inherits(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted) || self.answer(dotted, names, Asked::Inherits)
    }

    fn ancestors(&self, dotted: &str, asked: &'static NameSet) -> Arc<[&'static str]> {
        let key = std::ptr::from_ref(asked).addr();
        let known = self.ancestors.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&key).and_then(|ancestors| ancestors.get(dotted)) {
            return Arc::clone(known);
        }
        drop(known);
        let mut found: Vec<&'static str> = asked.get(dotted).into_iter().collect();
        found.extend(self.values.lock().unwrap_or_else(PoisonError::into_inner).named_ancestors(dotted, asked));
        let mut ancestors = self.ancestors.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(ancestors.entry(key).or_default().entry(dotted.into()).or_insert(found.into()))
    }

    fn is_possible(&self, names: Names) -> bool {
        self.possible.has(names.id)
    }
}

impl Values<'_> {
    fn name_answer(&mut self, dotted: &str, names: Names, asked: Asked) -> bool {
        let Some(set) = self.described(dotted) else { return false };
        match asked {
            Asked::Is => self.is(set, names),
            Asked::Inherits => {
                let instances: Set = self.solver.instances(set);
                self.is_instance(instances, names)
            }
        }
    }

    fn defined_as(&mut self, dotted: &str) -> Option<String> {
        if let Some((class, member)) = dotted.rsplit_once('.')
            && let Some(Obj::Class(class)) = self.only_described(class)
        {
            return Some(join(&self.solver.dotted(class), member));
        }
        match self.only_described(dotted)? {
            Obj::Class(body) | Obj::Function(body) => Some(self.solver.dotted(body)),
            _ => None,
        }
    }

    /// The only object that a name stands for.
    fn only_described(&mut self, dotted: &str) -> Option<Obj> {
        let set = self.described(dotted)?;
        match *self.solver.store.members(set) {
            [object] => Some(self.solver.store.get(object).clone()),
            _ => None,
        }
    }

    /// What a name stands for. What no stub describes has no other name.
    fn described(&mut self, dotted: &str) -> Option<Set> {
        let set = self.solver.outside(dotted, BodyRef::NOBODY);
        let is_described = |id: &super::objects::ObjId| !matches!(self.solver.store.get(*id), Obj::Outside(_));
        self.solver.store.members(set).iter().any(is_described).then_some(set)
    }

    /// Those of the names that the class of that dotted name is or inherits from, as far as it is described.
    fn named_ancestors(&mut self, dotted: &str, asked: &'static NameSet) -> Vec<&'static str> {
        let Some(set) = self.described(dotted) else { return Vec::new() };
        let instances = self.solver.instances(set);
        let mut found = Vec::new();
        self.each_ancestor(instances, &mut |values, ancestor| {
            found.extend(values.meant(ancestor, asked));
            false
        });
        found
    }
}
