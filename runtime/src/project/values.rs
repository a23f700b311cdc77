//! From the value graphs of all files, and what is known of libraries, to what values can be and what calls reach.
//!
//! One fixpoint over the project ([`solver`]); then each file is asked once more and what its calls reach is taken down.

mod answers;
mod calls;
mod cells;
mod construct;
mod containers;
mod definition;
pub mod describe;
mod evaluate;
mod fixtures;
mod iterate;
mod kept;
pub mod known;
mod language;
mod learned;
mod look;
mod members;
mod mro;
mod objects;
mod opened;
mod reached;
mod record;
mod signature;
mod solver;

use std::sync::Arc;

use aud_rules_plan::NamesId;
use rustc_hash::FxHashMap;

pub use self::learned::Asked;
use self::mro::Ancestor;
use self::objects::{BodyRef, Set, Unit};
pub use self::reached::{Callable, ClassName};
pub use self::record::Reach;
use self::record::{Callee, Recorder};
use self::solver::Solver;
use super::Project;
use super::libraries::Libraries;
use crate::modules::{ModuleId, ModuleMap};
use crate::segment::graph::{BodyId, BodyKind, FileGraph, Place};

/// Packages whose values turn up where no file names them: what is built in, what literals and the forms of the language give,
/// and what pytest hands to tests.
pub const UNNAMED_PACKAGES: [&str; 4] = ["_pytest", "builtins", "pytest_mock", "typing"];

/// The value graphs of a project, each loaded when it is asked for.
pub trait Graphs {
    /// The graph of a module; none for one that could not be examined.
    fn graph(&self, module: ModuleId) -> Option<Arc<FileGraph>>;
}

/// What a call reaches.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Target {
    /// A function, lambda or class of the project.
    Project {
        /// Its module.
        module: ModuleId,
        /// Its body.
        body: BodyId,
    },
    /// A function or class outside of the project, by its dotted name.
    Library(Box<str>),
}

/// A call that reaches something.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Call {
    /// The value that the call gives; of a property or operator, that of the expression.
    pub place: Place,
    /// What it reaches.
    pub target: Target,
    /// How.
    pub how: Reach,
    /// The first parameter of the target takes the receiver, or the instance that is made.
    pub is_bound: bool,
    /// It may reach something else, or the way to it is only presumed.
    pub is_assumed: bool,
}

/// What values can be in a project.
pub struct Values<'g> {
    solver: Solver<'g>,
    /// By module.
    files: Vec<Arc<FileValues>>,
    /// Calls of files that were asked for: rows and flows ask for those of each file.
    calls: FxHashMap<ModuleId, Arc<[Call]>>,
    /// Number of these calls.
    n_kept: usize,
    /// Whether some object of a set is what one of the names stands for, or an instance of it: asked of few sets, at many places.
    named: FxHashMap<(Set, NamesId, Named), bool>,
}

/// What an object is to a name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Named {
    /// What it stands for.
    Itself,
    /// An instance of that class, or of an heir.
    Instance,
}

/// Calls of files that are kept: about 60 bytes each.
const MAX_KEPT: usize = 1 << 19;

/// What values can be in one file.
pub struct FileValues {
    unit: Unit,
    /// By body and value.
    sets: Vec<Vec<Set>>,
}

impl<'g> Values<'g> {
    /// Finds out what values can be.
    pub fn of(
        graphs: &'g (dyn Graphs + Sync),
        libraries: &'g Libraries,
        project: &'g Project<'g>,
        map: &'g ModuleMap,
    ) -> Self {
        let mut solver = Solver::new(graphs, libraries, project, map);
        solver.solve();
        let mut files: Vec<FileValues> =
            map.ids().map(|module| FileValues { unit: Unit(module.0), sets: Vec::new() }).collect();
        for (at, looked) in solver.looked.drain() {
            // The bodies of libraries are behind those of the project.
            let Some(file) = files.get_mut(at.unit.0 as usize) else { continue };
            let place = at.body.0 as usize;
            if file.sets.len() <= place {
                file.sets.resize_with(place + 1, Vec::new);
            }
            file.sets[place] = looked.sets;
        }
        let files = files.into_iter().map(Arc::new).collect();
        Values { solver, files, calls: FxHashMap::default(), n_kept: 0, named: FxHashMap::default() }
    }

    /// What values can be in a file.
    pub fn file(&self, module: ModuleId) -> Arc<FileValues> {
        Arc::clone(&self.files[module.0 as usize])
    }

    /// The calls of a file that reach something, by place.
    pub fn calls(&mut self, module: ModuleId) -> Arc<[Call]> {
        if let Some(known) = self.calls.get(&module) {
            return Arc::clone(known);
        }
        let calls: Arc<[Call]> = self.look_at(module).into();
        if self.n_kept + calls.len() > MAX_KEPT {
            self.calls.clear();
            self.n_kept = 0;
        }
        self.n_kept += calls.len();
        self.calls.insert(module, Arc::clone(&calls));
        calls
    }

    /// Asks a file once more and takes down what its calls reach.
    fn look_at(&mut self, module: ModuleId) -> Vec<Call> {
        let unit = Unit(module.0);
        let mut calls = Vec::new();
        let Some(graph) = self.solver.graph(unit) else { return calls };
        self.solver.recorder = Some(Recorder::default());
        for at in 0..graph.bodies.len() {
            let body = BodyRef { unit, body: BodyId(at as u32) };
            let sets = self.solver.look(body);
            let known = self.files[module.0 as usize].sets.get(at);
            debug_assert!(
                known.is_none_or(|known| *known == sets),
                "{} is not looked at to its end",
                self.solver.dotted(body)
            );
        }
        let recorder = self.solver.recorder.take().unwrap_or_default();
        for noted in recorder.calls.iter().filter(|noted| noted.site.at.unit == unit) {
            let target = match noted.callee {
                Callee::Body(body) if self.solver.is_project(body.unit) => {
                    Target::Project { module: ModuleId(body.unit.0), body: body.body }
                }
                Callee::Body(body) => Target::Library(self.solver.dotted(body).into()),
                Callee::Outside(name) => Target::Library(self.solver.store.text(name).into()),
            };
            let place = Place { body: noted.site.at.body, value: noted.site.value };
            let is_assumed = noted.how == Reach::Assumed || recorder.open.contains(&noted.site);
            calls.push(Call { place, target, how: noted.how, is_bound: noted.is_bound, is_assumed });
        }
        calls.sort_unstable();
        calls.dedup();
        calls
    }

    /// The classes of a file with their ancestors in the order in which members are looked for, by dotted names.
    pub fn orders(&mut self, module: ModuleId) -> Vec<(BodyId, Vec<String>)> {
        let unit = Unit(module.0);
        let Some(graph) = self.solver.graph(unit) else { return Vec::new() };
        let classes = (0..).map(BodyId).zip(&graph.bodies).filter(|(_, body)| body.kind == BodyKind::Class);
        classes
            .map(|(id, _)| {
                let class = BodyRef { unit, body: id };
                let mro = self.solver.mro(class, class);
                let names = mro.ancestors.iter().map(|ancestor| match *ancestor {
                    Ancestor::Class(class) => self.solver.dotted(class),
                    Ancestor::Outside(name) => self.solver.store.text(name).to_owned(),
                });
                (id, names.collect())
            })
            .collect()
    }

    /// The dotted name of a body.
    pub fn dotted(&mut self, module: ModuleId, body: BodyId) -> String {
        self.solver.dotted(BodyRef { unit: Unit(module.0), body })
    }
}

impl FileValues {
    fn set(&self, place: Place) -> Set {
        let body = self.sets.get(place.body.0 as usize);
        body.and_then(|sets| sets.get(place.value.0 as usize)).copied().unwrap_or(Set::UNKNOWN)
    }

    /// The file.
    pub fn module(&self) -> ModuleId {
        ModuleId(self.unit.0)
    }
}
