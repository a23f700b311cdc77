//! From what is known of libraries to the other names of a class or function, and to what a class of a library inherits: all
//! of it for names alone, without any file of a project.

use std::sync::{LazyLock, Mutex, PoisonError, RwLock};

use aud_rules_plan::NamesId;
use rustc_hash::FxHashMap;

use super::objects::{Obj, Set, Unit};
use super::{BodyRef, Graphs, Values};
use crate::modules::{ModuleId, ModuleMap};
use crate::project::Project;
use crate::project::libraries::Libraries;
use crate::resolve::KnownNames;
use crate::segment::graph::{BodyId, FileGraph};
use crate::value::{Constants, Names};

static NO_MODULES: LazyLock<ModuleMap> = LazyLock::new(|| ModuleMap::new([]));
static NO_PROJECT: LazyLock<Project<'static>> =
    LazyLock::new(|| Project::new(&NO_MODULES, Vec::new(), &Constants::NONE));

/// A project without files.
struct NoGraphs;

impl Graphs for NoGraphs {
    fn graph(&self, _: ModuleId) -> Option<std::sync::Arc<FileGraph>> {
        None
    }
}

/// What is asked of a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Is,
    Inherits,
}

/// By name and question.
type Answers = FxHashMap<(Box<str>, Asked), bool>;

/// What libraries tell of names.
pub struct LibraryNames<'l> {
    pub(super) values: Mutex<Values<'l>>,
    answers: RwLock<FxHashMap<NamesId, Answers>>,
}

impl<'l> LibraryNames<'l> {
    /// What these libraries tell.
    pub fn of(libraries: &'l Libraries) -> Self {
        let values = Values::of(&NoGraphs, libraries, &NO_PROJECT, &NO_MODULES);
        LibraryNames { values: Mutex::new(values), answers: RwLock::default() }
    }

    fn answer(&self, dotted: &str, names: Names, asked: Asked) -> bool {
        let key = (Box::from(dotted), asked);
        let known = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(&known) = known.get(&names.id).and_then(|answers| answers.get(&key)) {
            return known;
        }
        drop(known);
        let answer = {
            let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
            values.name_answer(dotted, names, asked)
        };
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        answers.entry(names.id).or_default().insert(key, answer);
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
}

impl Values<'_> {
    fn name_answer(&mut self, dotted: &str, names: Names, asked: Asked) -> bool {
        let nobody = BodyRef { unit: Unit(u32::MAX), body: BodyId::MODULE };
        let set = self.solver.outside(dotted, nobody);
        // What no stub describes has no other name.
        let is_described = |id: &super::objects::ObjId| !matches!(self.solver.store.get(*id), Obj::Outside(_));
        if !self.solver.store.members(set).iter().any(is_described) {
            return false;
        }
        match asked {
            Asked::Is => self.is(set, names),
            Asked::Inherits => {
                let instances: Set = self.solver.instances(set);
                self.is_instance(instances, names)
            }
        }
    }
}
