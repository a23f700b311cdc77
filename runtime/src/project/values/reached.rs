//! What the flow of data asks of values beside calls: what a value is when it is called, and where attributes lie.

use super::cells::Cell;
use super::mro::Ancestor;
use super::objects::{BodyRef, MAX_WRAPPED, Obj, ObjId, Set, Site, Unit};
use super::{FileValues, Values};
use crate::modules::ModuleId;
use crate::segment::graph::{BodyId, Op, Place};

/// A function of the project that runs when a value is called.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Callable {
    /// Its module.
    pub module: ModuleId,
    /// Its body.
    pub body: BodyId,
    /// Its first parameter takes what the value was read from, or the value itself.
    pub is_bound: bool,
    /// The value is a class; the function is its constructor, or the class itself where it has none.
    pub is_class: bool,
    /// Number of further parameters that are taken already.
    pub n_bound: u32,
}

/// A class of the project, or the dotted name of another one.
pub type ClassName = Result<(ModuleId, BodyId), String>;

impl Values<'_> {
    /// The functions of the project that run when a value is called.
    pub fn callable(&mut self, file: &FileValues, place: Place) -> Vec<Callable> {
        let at = BodyRef { unit: file.unit, body: place.body };
        let mut found = Vec::new();
        self.callable_set(file.set(place), at, 0, 0, &mut found);
        found.sort_unstable();
        found.dedup();
        found
    }

    fn callable_set(&mut self, set: Set, at: BodyRef, n_bound: u32, depth: usize, found: &mut Vec<Callable>) {
        for object in self.solver.store.members(set).to_vec() {
            self.callable_object(object, at, n_bound, depth, found);
        }
    }

    fn callable_object(&mut self, object: ObjId, at: BodyRef, n_bound: u32, depth: usize, found: &mut Vec<Callable>) {
        if depth > MAX_WRAPPED {
            return;
        }
        let mut push = |body: BodyRef, is_bound, is_class| {
            found.push(Callable { module: ModuleId(body.unit.0), body: body.body, is_bound, is_class, n_bound });
        };
        match self.solver.store.get(object).clone() {
            Obj::Function(body) if self.solver.is_project(body.unit) => push(body, false, false),
            Obj::Bound(body, _) if self.solver.is_project(body.unit) => push(body, true, false),
            Obj::Class(class) if self.solver.is_project(class.unit) => {
                let init = self.solver.store.atom("__init__");
                match self.solver.find(class, 0, init, at) {
                    Some((Ancestor::Class(home), set)) if self.solver.is_project(home.unit) => {
                        for function in self.solver.store.members(set).to_vec() {
                            if let Obj::Function(body) = *self.solver.store.get(function) {
                                push(body, true, true);
                            }
                        }
                    }
                    _ => push(class, false, true),
                }
            }
            Obj::Wrapped(_, function) => self.callable_object(function, at, n_bound, depth + 1, found),
            Obj::Instance(class, _) if self.solver.is_project(class.unit) => {
                let name = self.solver.store.atom("__call__");
                let methods = self.solver.attribute(object, name, at);
                self.callable_set(methods, at, n_bound, depth + 1, found);
            }
            Obj::Partial(site) => {
                let callee = self.solver.store.atom("callee()");
                let set = self.solver.cells.peek(Cell::Entry(site, callee));
                let n = self.bound_before(site);
                self.callable_set(set, at, n_bound + n, depth + 1, found);
            }
            _ => {}
        }
    }

    /// Number of positional arguments behind the function that `functools.partial` is given there.
    fn bound_before(&mut self, site: Site) -> u32 {
        let Some(graph) = self.solver.graph(site.at.unit) else { return 0 };
        let value = graph.bodies.get(site.at.body.0 as usize).and_then(|body| body.values.get(site.value.0 as usize));
        let Some(Op::Call { arguments, .. }) = value.map(|value| &value.op) else { return 0 };
        let is_positional =
            |kind: &crate::segment::graph::ArgumentKind| *kind == crate::segment::graph::ArgumentKind::Positional;
        (arguments.iter().filter(|argument| is_positional(&argument.kind)).count() as u32).saturating_sub(1)
    }

    /// The classes of the project whose body binds the attribute that a value, an instance or a class, has under a name.
    pub fn homes(&mut self, file: &FileValues, place: Place, name: &str) -> Vec<(ModuleId, BodyId)> {
        let at = BodyRef { unit: file.unit, body: place.body };
        let name = self.solver.store.atom(name);
        let mut homes = Vec::new();
        for object in self.solver.store.members(file.set(place)).to_vec() {
            let (Obj::Instance(class, _) | Obj::Class(class)) = *self.solver.store.get(object) else { continue };
            if let Some((Ancestor::Class(home), _)) = self.solver.find(class, 0, name, at)
                && self.solver.is_project(home.unit)
            {
                homes.push((ModuleId(home.unit.0), home.body));
            }
        }
        homes.sort_unstable();
        homes.dedup();
        homes
    }

    /// The classes of the project that a value can be an instance of.
    pub fn own_classes(&mut self, file: &FileValues, place: Place) -> Vec<(ModuleId, BodyId)> {
        let members = self.solver.store.members(file.set(place)).iter();
        let classes = members.filter_map(|&object| match *self.solver.store.get(object) {
            Obj::Instance(class, _) if self.solver.is_project(class.unit) => Some((ModuleId(class.unit.0), class.body)),
            _ => None,
        });
        classes.collect()
    }

    /// The classes that a class inherits from, itself left out: those of the project with their bodies, others by their names.
    pub fn ancestors(&mut self, module: ModuleId, class: BodyId) -> Vec<ClassName> {
        let at = BodyRef { unit: Unit(module.0), body: class };
        let mro = self.solver.mro(at, at);
        let mut found = Vec::new();
        for &ancestor in &mro.ancestors {
            match ancestor {
                Ancestor::Class(body) if body == at => {}
                Ancestor::Class(body) if self.solver.is_project(body.unit) => {
                    found.push(Ok((ModuleId(body.unit.0), body.body)));
                }
                Ancestor::Class(body) => found.push(Err(self.solver.dotted(body))),
                Ancestor::Outside(name) => found.push(Err(self.solver.store.text(name).to_owned())),
            }
        }
        found
    }

    /// A class is the other one or inherits from it; none where something that it inherits from is not known.
    pub fn is_subclass(&mut self, class: &ClassName, of: &ClassName) -> Option<bool> {
        let (class, of) = (self.ancestor(class)?, self.ancestor(of)?);
        if class == of {
            return Some(true);
        }
        let Ancestor::Class(class) = class else { return None };
        let mro = self.solver.mro(class, class);
        if mro.ancestors.contains(&of) {
            return Some(true);
        }
        let is_known = !mro.is_open && mro.ancestors.iter().all(|ancestor| matches!(ancestor, Ancestor::Class(_)));
        is_known.then_some(false)
    }

    fn ancestor(&mut self, class: &ClassName) -> Option<Ancestor> {
        let name = match class {
            Ok((module, body)) => return Some(Ancestor::Class(BodyRef { unit: Unit(module.0), body: *body })),
            Err(name) => name,
        };
        let set = self.solver.outside(name, BodyRef::NOBODY);
        self.solver.store.members(set).iter().find_map(|&object| Ancestor::of(self.solver.store.get(object)))
    }

    /// The class that a value is an instance of, where there is one only.
    pub fn class_of_value(&mut self, file: &FileValues, place: Place) -> Option<ClassName> {
        let set = file.set(place);
        let [only] = *self.solver.store.members(set) else { return None };
        match self.solver.store.get(only).clone() {
            Obj::Instance(class, _) if self.solver.is_project(class.unit) => {
                Some(Ok((ModuleId(class.unit.0), class.body)))
            }
            Obj::Instance(class, _) => Some(Err(self.solver.dotted(class))),
            Obj::OutsideInstance(name) => Some(Err(self.solver.store.text(name).to_owned())),
            _ => None,
        }
    }

    /// The methods of the project that a value has under a name.
    pub fn methods(&mut self, file: &FileValues, place: Place, name: &str) -> Vec<Callable> {
        let at = BodyRef { unit: file.unit, body: place.body };
        let name = self.solver.store.atom(name);
        let mut found = Vec::new();
        for object in self.solver.store.members(file.set(place)).to_vec() {
            if matches!(self.solver.store.get(object), Obj::Instance(class, _) if self.solver.is_project(class.unit)) {
                let methods = self.solver.attribute(object, name, at);
                self.callable_set(methods, at, 0, 0, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The function of the project that an object of a class has as its method of that name, where there is one only.
    pub fn method_of(&mut self, module: ModuleId, class: BodyId, name: &str) -> Option<Callable> {
        let class = BodyRef { unit: Unit(module.0), body: class };
        let name = self.solver.store.atom(name);
        let (_, set) = self.solver.find(class, 0, name, class)?;
        let mut found = Vec::new();
        self.callable_set(set, class, 0, 0, &mut found);
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The methods of the project that give the next element of what `__iter__` of a value gives.
    pub fn iterators(&mut self, file: &FileValues, place: Place, is_async: bool) -> Vec<Callable> {
        let at = BodyRef { unit: file.unit, body: place.body };
        let names = if is_async { ["__aiter__", "__anext__"] } else { ["__iter__", "__next__"] };
        let [iter, next] = names.map(|name| self.solver.store.atom(name));
        let mut found = Vec::new();
        for object in self.solver.store.members(file.set(place)).to_vec() {
            if !self.solver.is_own_instance(object) {
                continue;
            }
            let method = self.solver.attribute(object, iter, at);
            let iterators = self.solver.call_implicit(at, method, &[]);
            for iterator in self.solver.store.members(iterators).to_vec() {
                if self.solver.is_own_instance(iterator) {
                    let methods = self.solver.attribute(iterator, next, at);
                    self.callable_set(methods, at, 0, 0, &mut found);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The methods of that name that the descriptor has which the class of a value binds under the name of an attribute.
    pub fn descriptors(&mut self, file: &FileValues, place: Place, name: &str, method: &str) -> Vec<Callable> {
        let at = BodyRef { unit: file.unit, body: place.body };
        let [name, method] = [name, method].map(|text| self.solver.store.atom(text));
        let mut found = Vec::new();
        for object in self.solver.store.members(file.set(place)).to_vec() {
            let Obj::Instance(class, _) = *self.solver.store.get(object) else { continue };
            let Some((_, members)) = self.solver.find(class, 0, name, at) else { continue };
            for member in self.solver.store.members(members).to_vec() {
                if self.solver.is_own_instance(member) {
                    let methods = self.solver.attribute(member, method, at);
                    self.callable_set(methods, at, 0, 0, &mut found);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The graph of a module.
    pub fn graph(&mut self, module: ModuleId) -> Option<std::sync::Arc<crate::segment::graph::FileGraph>> {
        self.solver.graph(Unit(module.0))
    }
}
