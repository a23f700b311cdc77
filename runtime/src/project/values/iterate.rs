//! From values to what loops, `with`, `await` and `except` make of them.

use super::cells::Cell;
use super::evaluate::is_iterable;
use super::objects::{BodyRef, Obj, Set, Wrapper};
use super::solver::{Frame, Solver};
use crate::segment::graph::{DisplayKind, ValueId};

impl Solver<'_> {
    /// What `await` gives.
    pub(super) fn awaited(&mut self, reader: BodyRef, values: Set) -> Set {
        let mut found = if self.store.is_open(values) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(values).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Coroutine(function) => self.cells.read(Cell::Returned(function), reader),
                Obj::Instance(class, args) => {
                    let name = self.dotted(class);
                    match super::solver::last_segment(&name) {
                        "Awaitable" | "Future" | "Task" => args.first().copied().unwrap_or(Set::UNKNOWN),
                        "Coroutine" => args.last().copied().unwrap_or(Set::UNKNOWN),
                        _ => {
                            let name = self.store.atom("__await__");
                            let method = self.attribute(object, name, reader);
                            let iterator = self.call_implicit(reader, method, &[]);
                            if iterator == Set::NONE { Set::UNKNOWN } else { self.delegated(reader, iterator) }
                        }
                    }
                }
                _ => self.store.set(vec![object], false),
            };
            found = self.store.union(found, set);
        }
        found
    }

    /// What `yield from` gives: what the generator returns.
    pub(super) fn delegated(&mut self, reader: BodyRef, values: Set) -> Set {
        let mut found = Set::NONE;
        for object in self.store.members(values).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Generator(function) | Obj::Coroutine(function) => {
                    self.cells.read(Cell::Returned(function), reader)
                }
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }

    pub(super) fn caught(&mut self, frame: &Frame<'_>, classes: &[ValueId]) -> Set {
        let mut found = Set::NONE;
        for &class in classes {
            let mut set = frame.set(class);
            // `except (A, B)`.
            for object in self.store.members(set).to_vec() {
                if let Obj::Container(site) = *self.store.get(object) {
                    let held = self.all_held(site, frame.at);
                    set = self.store.union(set, held);
                }
            }
            let instances = self.instances(set);
            found = self.store.union(found, instances);
        }
        if found == Set::NONE { Set::UNKNOWN } else { found }
    }

    /// What a loop over the values gives.
    pub(super) fn elements(&mut self, reader: BodyRef, values: Set, is_async: bool) -> Set {
        let mut found = if self.store.is_open(values) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(values).to_vec() {
            let set = self.elements_of(reader, object, is_async);
            found = self.store.union(found, set);
        }
        found
    }

    pub(super) fn elements_of(&mut self, reader: BodyRef, object: super::objects::ObjId, is_async: bool) -> Set {
        match self.store.get(object).clone() {
            Obj::Container(site) => {
                if self.container_kind(site) == Some(DisplayKind::Dict) {
                    let keys = self.store.atom("keys()");
                    return self.cells.read(Cell::Entry(site, keys), reader);
                }
                self.all_held(site, reader)
            }
            Obj::Generator(function) => self.cells.read(Cell::Yielded(function), reader),
            Obj::Instance(class, args) => {
                let name = self.dotted(class);
                if !self.is_project(class.unit) && is_iterable(&name) && !args.is_empty() {
                    return args[0];
                }
                let names = if is_async { ["__aiter__", "__anext__"] } else { ["__iter__", "__next__"] };
                let [iter, next] = names.map(|name| self.store.atom(name));
                let method = self.attribute(object, iter, reader);
                let iterators = self.call_implicit(reader, method, &[]);
                let mut found = Set::NONE;
                for iterator in self.store.members(iterators).to_vec() {
                    let set = match self.store.get(iterator).clone() {
                        Obj::Instance(class, _) if self.find(class, 0, next, reader).is_some() => {
                            let method = self.attribute(iterator, next, reader);
                            let set = self.call_implicit(reader, method, &[]);
                            if is_async { self.awaited(reader, set) } else { set }
                        }
                        _ if iterator != object => self.elements_of(reader, iterator, is_async),
                        _ => Set::UNKNOWN,
                    };
                    found = self.store.union(found, set);
                }
                found
            }
            Obj::Iterable(elements) => elements,
            Obj::Tuple(parts) => parts.iter().fold(Set::NONE, |all, &part| self.store.union(all, part)),
            _ => Set::UNKNOWN,
        }
    }

    pub(super) fn elements_at(&mut self, frame: &Frame<'_>, id: ValueId, of: ValueId, is_async: bool) -> Set {
        let values = frame.set(of);
        self.note_iteration(frame, id, values, is_async);
        self.elements(frame.at, values, is_async)
    }

    /// What `with` binds.
    pub(super) fn entered(&mut self, frame: &Frame<'_>, id: ValueId, manager: ValueId, is_async: bool) -> Set {
        let managers = frame.set(manager);
        let mut found = if self.store.is_open(managers) { Set::UNKNOWN } else { Set::NONE };
        let names = if is_async { ["__aenter__", "__aexit__"] } else { ["__enter__", "__exit__"] };
        let [enter, exit] = names.map(|name| self.store.atom(name));
        for object in self.store.members(managers).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Wrapped(Wrapper::Entered, function) => match *self.store.get(function) {
                    Obj::Function(function) | Obj::Bound(function, _) => {
                        self.cells.read(Cell::Yielded(function), frame.at)
                    }
                    _ => Set::UNKNOWN,
                },
                Obj::Instance(..) => {
                    let leave = self.attribute(object, exit, frame.at);
                    self.call_operator(frame, id, leave, &[Set::UNKNOWN; 3]);
                    let method = self.attribute(object, enter, frame.at);
                    let set = self.call_operator(frame, id, method, &[]);
                    if is_async { self.awaited(frame.at, set) } else { set }
                }
                Obj::OutsideInstance(_) => self.store.set(vec![object], false),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }
}
