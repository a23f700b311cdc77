//! From the summaries of all files to the answers that single files had to leave open.
//!
//! Paths are brought to their end first ([`canonical`]); names that a rule asks for as well, where they lie in the
//! project, so that a rule about a library also holds for the library's own files. Everything is bounded: cycles of
//! imports and bases end, and answers are remembered.

mod canonical;
pub mod decide;
pub mod environment;
pub mod fingerprint;
pub mod flow;
mod interfaces;
pub mod libraries;
pub mod mentions;
mod subclasses;
mod trace;
pub mod values;

use std::collections::BTreeSet;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use self::canonical::{Trail, longer, place, split};
use self::interfaces::Interfaces;
pub use self::interfaces::Load;
use self::trace::Known;
pub use self::trace::Trace;
use crate::modules::{ModuleId, ModuleMap};
use crate::resolve::limits::Limit;
use crate::resolve::{KnownNames, NothingKnown, Receiver, is_class_name};
use crate::segment::interface::{
    ClassSummary, Definition, FunctionSummary, ModuleInterface, NameSummary, OwnedPath, ValueClass,
};
use crate::segment::question::OwnedQuestion;
use crate::value::{Constants, Names, NamesId, Value};

/// Values that are looked at to find the class of one.
const MAX_VALUES: u32 = 300;

type Places = Arc<[OwnedPath]>;
type Targets = Arc<BTreeSet<OwnedPath>>;

/// Every file's names, and what was found out about them.
pub struct Project<'m> {
    map: &'m ModuleMap,
    interfaces: Interfaces<'m>,
    /// What is known of names outside of the project.
    known: &'m dyn KnownNames,
    /// What questions name.
    constants: Constants,
    canonical: RwLock<FxHashMap<OwnedPath, Known<Places>>>,
    /// Where the names of a set lie in the project.
    targets: RwLock<FxHashMap<NamesId, Known<Targets>>>,
    /// Whether a class is one of a set or inherits from one, by the address of its summary and the set.
    subclasses: RwLock<FxHashMap<(usize, NamesId), Known<bool>>>,
}

/// A class that is looked for among those that values may be of.
struct ClassSearch<'s> {
    n_left: u32,
    trace: &'s Trace,
    is_found: &'s dyn Fn(&OwnedPath) -> bool,
    is_assumed: &'s dyn Fn(&str) -> bool,
}

/// What a place holds.
enum Thing<'p> {
    Class(&'p ClassSummary),
    Function(&'p FunctionSummary),
    Variable(&'p NameSummary),
}

impl<'m> Project<'m> {
    /// The files of the project.
    pub fn files(&self) -> impl Iterator<Item = ModuleId> + use<> {
        self.map.ids()
    }

    /// The project of files with these interfaces; one without has no names. `constants` are those of the rules that ask.
    pub fn new(map: &'m ModuleMap, interfaces: Vec<ModuleInterface>, constants: &Constants) -> Self {
        Self::over(map, Interfaces::given(map, interfaces), constants)
    }

    /// The project of files whose interfaces are loaded when they are asked for.
    pub fn lazy(map: &'m ModuleMap, load: &'m Load<'m>, constants: &Constants) -> Self {
        Self::over(map, Interfaces::lazy(map, load), constants)
    }

    fn over(map: &'m ModuleMap, interfaces: Interfaces<'m>, constants: &Constants) -> Self {
        Project {
            map,
            interfaces,
            known: &NothingKnown,
            constants: *constants,
            canonical: RwLock::default(),
            targets: RwLock::default(),
            subclasses: RwLock::default(),
        }
    }

    /// The same, with what is known of names outside of it.
    #[must_use]
    pub fn with_known(self, known: &'m dyn KnownNames) -> Self {
        Project { known, ..self }
    }

    /// The constants of the rules that ask.
    pub fn constants(&self) -> &Constants {
        &self.constants
    }

    fn interface(&self, module: ModuleId, trace: &Trace) -> &ModuleInterface {
        trace.note_read(module);
        self.interfaces.get(module)
    }

    /// Changes when the places change that the names of some rule lead to in the project.
    pub fn targets_hash(&self) -> u64 {
        use std::hash::Hasher;
        let mut hasher = rustc_hash::FxHasher::default();
        for at in 0..self.constants.names.len() {
            let names = self.constants.names(NamesId::at(at));
            for place in self.targets(names, &Trace::default()).iter() {
                self.dotted(place).hash(&mut hasher);
                if let OwnedPath::Project { module, .. } = place {
                    self.map.path(*module).hash(&mut hasher);
                }
            }
            hasher.write_u8(0xff);
        }
        hasher.finish()
    }

    /// The answer to a question that a file left open; limits that cut it are noted. Questions about values are answered by
    /// [`values`]; here they have no answer.
    pub fn answer<'a>(&self, question: &OwnedQuestion, trace: &Trace, arena: &'a Bump) -> Value<'a> {
        match question {
            OwnedQuestion::Is { paths, names } => {
                let names = self.constants.names(*names);
                Value::Bool(self.any_place(paths, trace, |place| self.is_target(place, names, trace)))
            }
            OwnedQuestion::Subclass { paths, names } => {
                let names = self.constants.names(*names);
                Value::Bool(self.any_place(paths, trace, |place| self.is_subclass(place, names, trace)))
            }
            OwnedQuestion::Instance { made, held, names } => {
                let names = self.constants.names(*names);
                let is_found = |place: &OwnedPath| self.is_subclass(place, names, trace);
                let is_assumed = |text: &str| names.has_assumed(text);
                self.search_classes(made, held, trace, &is_found, &is_assumed).into()
            }
            OwnedQuestion::KnownClass { made, held } => {
                let is_found = |place: &OwnedPath| match place {
                    OwnedPath::Outside(text) => is_class_name(text),
                    place => self.has_class(place, trace),
                };
                self.search_classes(made, held, trace, &is_found, &|_| false).into()
            }
            OwnedQuestion::Qualified { paths } => match self.first_that_exists(paths, trace) {
                Some(place) => Value::Text(arena.alloc_str(&self.dotted(&place))),
                None => Value::None,
            },
            OwnedQuestion::Inherited { paths } => {
                let places = paths.iter().flat_map(|path| self.canonical(path, trace).to_vec());
                let defined =
                    |place: &OwnedPath| matches!(self.thing(place, trace), Some(Thing::Function(_) | Thing::Class(_)));
                let name = places.into_iter().find(defined).map(|place| self.dotted(&place));
                name.map(|name| &*arena.alloc_str(&name)).into()
            }
            OwnedQuestion::Parameter { paths, index, is_bound } => {
                let name = paths.iter().find_map(|path| self.parameter(path, *index as usize, *is_bound, trace));
                name.map(|name| &*arena.alloc_str(name)).into()
            }
            OwnedQuestion::Value { .. } => Value::None,
        }
    }

    /// The places that a path leads to in the end; the path itself when it leads nowhere.
    pub fn canonical(&self, path: &OwnedPath, trace: &Trace) -> Arc<[OwnedPath]> {
        remember(&self.canonical, path, trace, |trace| {
            Trail::new(self, trace).follow(path).unwrap_or_else(|| vec![path.clone()]).into()
        })
    }

    /// The dotted name of a place.
    pub fn dotted(&self, place: &OwnedPath) -> String {
        match place {
            OwnedPath::Outside(text) => text.to_string(),
            OwnedPath::Project { module, rest } if rest.is_empty() => self.map.name(*module).to_owned(),
            OwnedPath::Project { module, rest } => format!("{}.{rest}", self.map.name(*module)),
        }
    }

    /// A dotted name outside of the project is one of the names, or another name of it.
    fn is_known_as(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted) || self.known.is(dotted, names)
    }

    fn any_place(&self, paths: &[OwnedPath], trace: &Trace, mut holds: impl FnMut(&OwnedPath) -> bool) -> bool {
        paths.iter().any(|path| self.canonical(path, trace).iter().any(&mut holds))
    }

    fn first_that_exists(&self, paths: &[OwnedPath], trace: &Trace) -> Option<OwnedPath> {
        let mut places = paths.iter().flat_map(|path| self.canonical(path, trace).to_vec());
        let first = places.next()?;
        if self.exists(&first, trace) {
            return Some(first);
        }
        Some(places.find(|place| self.exists(place, trace)).unwrap_or(first))
    }

    /// There is something at a place, as far as anyone can tell.
    fn exists(&self, place: &OwnedPath, trace: &Trace) -> bool {
        match place {
            OwnedPath::Project { rest, .. } if !rest.is_empty() => self.thing(place, trace).is_some(),
            _ => true,
        }
    }

    fn has_class(&self, place: &OwnedPath, trace: &Trace) -> bool {
        matches!(self.thing(place, trace), Some(Thing::Class(_)))
    }

    /// What a canonical place holds.
    fn thing(&self, place: &OwnedPath, trace: &Trace) -> Option<Thing<'_>> {
        let OwnedPath::Project { module, rest } = place else { return None };
        let (name, mut tail) = split(rest);
        let mut summary = self.interface(*module, trace).names.get(name)?;
        while !tail.is_empty() {
            let Some(Definition::Class(class)) = &summary.definition else { return None };
            let (name, after) = split(tail);
            summary = class.names.get(name)?;
            tail = after;
        }
        Some(match &summary.definition {
            Some(Definition::Class(class)) => Thing::Class(class),
            Some(Definition::Function(function)) => Thing::Function(function),
            None => Thing::Variable(summary),
        })
    }

    /// Where the names of a set lie in the project.
    fn targets(&self, names: Names, trace: &Trace) -> Targets {
        remember(&self.targets, &names.id, trace, |trace| {
            Arc::new(names.names().iter().flat_map(|name| self.places_named(name, trace)).collect())
        })
    }

    /// The places that a dotted name means where it lies in the project, in every module that is called so.
    fn places_named(&self, name: &str, trace: &Trace) -> Vec<OwnedPath> {
        let mut places = Vec::new();
        let ends = name.match_indices('.').map(|(dot, _)| dot).chain([name.len()]);
        for end in ends {
            for module in self.map.all_named(&name[..end]) {
                let path = place(module, name[end..].trim_start_matches('.'));
                places.extend(self.canonical(&path, trace).iter().cloned());
            }
        }
        places
    }

    /// A place is where one of the names lies; a place that is not there counts by its dotted name.
    fn is_target(&self, place: &OwnedPath, names: Names, trace: &Trace) -> bool {
        match place {
            OwnedPath::Outside(text) if self.is_known_as(text, names) => true,
            OwnedPath::Project { .. } if names.has(&self.dotted(place)) => true,
            place => self.targets(names, trace).contains(place),
        }
    }

    /// The class of a value that was made by, or is held by, one of the paths is what is looked for.
    fn search_classes(
        &self,
        made: &[OwnedPath],
        held: &[OwnedPath],
        trace: &Trace,
        is_found: &dyn Fn(&OwnedPath) -> bool,
        is_assumed: &dyn Fn(&str) -> bool,
    ) -> bool {
        let made = made.iter().cloned().map(ValueClass::Made);
        let classes: Vec<ValueClass> = made.chain(held.iter().cloned().map(ValueClass::Held)).collect();
        self.any_class(&classes, &mut ClassSearch { n_left: MAX_VALUES, trace, is_found, is_assumed })
    }

    /// One of the classes, as far as they lead to the end, is what is looked for.
    fn any_class(&self, classes: &[ValueClass], search: &mut ClassSearch<'_>) -> bool {
        classes.iter().any(|class| {
            if search.n_left == 0 {
                search.trace.limits.note(Limit::Values);
                return false;
            }
            search.n_left -= 1;
            match class {
                ValueClass::Assumed(text) => (search.is_assumed)(text),
                ValueClass::Made(path) => {
                    self.canonical(path, search.trace).iter().any(|place| match self.thing(place, search.trace) {
                        Some(Thing::Function(function)) => self.any_class(&function.returns, search),
                        _ => (search.is_found)(place),
                    })
                }
                ValueClass::Held(path) => {
                    self.canonical(path, search.trace).iter().any(|place| match self.thing(place, search.trace) {
                        Some(Thing::Variable(variable)) => self.any_class(&variable.classes, search),
                        _ => false,
                    })
                }
            }
        })
    }

    /// The parameter at a position of what a path leads to.
    fn parameter(&self, path: &OwnedPath, index: usize, is_bound: bool, trace: &Trace) -> Option<&str> {
        self.canonical(path, trace).iter().find_map(|place| match self.thing(place, trace)? {
            Thing::Function(function) => {
                let takes_receiver = match function.receiver {
                    Receiver::Never => false,
                    Receiver::Class => true,
                    Receiver::Instance => is_bound,
                };
                function.positional.get(index + usize::from(takes_receiver)).map(|name| &**name)
            }
            Thing::Class(_) => {
                let init = self.canonical(&longer(place, "__init__"), trace);
                let Some(Thing::Function(init)) = init.iter().find_map(|init| self.thing(init, trace)) else {
                    return None;
                };
                init.positional.get(index + 1).map(|name| &**name)
            }
            Thing::Variable(_) => None,
        })
    }
}

/// What is remembered under a key, or else found out now. What it depends on is noted each time it is used, so that every
/// file whose rows depend on it says so, whichever was first.
fn remember<K: Clone + Eq + Hash, T: Clone>(
    memory: &RwLock<FxHashMap<K, Known<T>>>,
    key: &K,
    trace: &Trace,
    find: impl FnOnce(&Trace) -> T,
) -> T {
    let known = memory.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
    let known = known.unwrap_or_else(|| {
        let own = Trace::default();
        let found = Known::new(find(&own), &own);
        let mut memory = memory.write().unwrap_or_else(PoisonError::into_inner);
        memory.entry(key.clone()).or_insert(found).clone()
    });
    trace.add(&known);
    known.answer
}

#[cfg(test)]
mod tests;
