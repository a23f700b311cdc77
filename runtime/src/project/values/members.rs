//! From an object and a name to what the attribute can be: through instances, the linearization of classes, modules, `super()`
//! and properties.

use super::cells::Cell;
use super::mro::Ancestor;
use super::objects::{Atom, BodyRef, Obj, ObjId, Set, Unit, Wrapper};
use super::solver::{Solver, join};

/// Builtin classes of whose instances the stubs say all members.
const COMPLETE: [&str; 11] =
    ["str", "bytes", "bytearray", "int", "float", "complex", "bool", "list", "dict", "set", "frozenset"];

impl Solver<'_> {
    /// What an attribute of any object of the set can be.
    pub(super) fn attribute_of_set(&mut self, objects: Set, name: Atom, reader: BodyRef) -> Set {
        let mut found = if self.store.is_open(objects) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(objects).to_vec() {
            let set = self.attribute(object, name, reader);
            found = self.store.union(found, set);
        }
        found
    }

    /// What an attribute of an object can be.
    pub(super) fn attribute(&mut self, object: ObjId, name: Atom, reader: BodyRef) -> Set {
        match self.store.get(object).clone() {
            Obj::Module(unit) => self.of_module(unit, name, reader),
            Obj::Outside(of) => {
                let dotted = join(self.store.text(of), self.store.text(name));
                self.outside(&dotted, reader)
            }
            Obj::OutsideInstance(of) => {
                let dotted = self.store.atom(&join(self.store.text(of), self.store.text(name)));
                self.store.one(Obj::Outside(dotted))
            }
            Obj::Class(class) => self.of_class(class, object, name, reader),
            Obj::Instance(class, _) => self.of_instance(class, object, name, reader),
            Obj::Super(class, receiver) => self.of_super(class, receiver, name, reader),
            Obj::Container(_) => self.store.one(Obj::Member(object, name)),
            Obj::Function(function) | Obj::Bound(function, _) => {
                let set = self.cells.read(Cell::Attribute(function, name), reader);
                self.unless_unseen(set, reader)
            }
            Obj::Wrapped(Wrapper::Property, getter) => match self.store.text(name) {
                // `@value.setter` gives a property with the same getter.
                "setter" | "deleter" | "getter" => self.store.one(Obj::Wrapped(Wrapper::Property, getter)),
                _ => Set::UNKNOWN,
            },
            _ => Set::UNKNOWN,
        }
    }

    fn of_module(&mut self, unit: Unit, name: Atom, reader: BodyRef) -> Set {
        let set = self.cells.read(Cell::Name(Self::module_body(unit), name), reader);
        if set != Set::NONE {
            return set;
        }
        let dotted = join(self.unit_name(unit), self.store.text(name));
        if self.is_project(unit) {
            let module = crate::modules::ModuleId(unit.0);
            let part = self.map.submodule(module, self.store.text(name));
            return part.map_or(Set::NONE, |part| self.store.one(Obj::Module(Unit(part.0))));
        }
        if let Some(part) = self.library(&dotted) {
            return self.store.one(Obj::Module(part));
        }
        let dotted = self.store.atom(&dotted);
        self.store.one(Obj::Outside(dotted))
    }

    /// The class in the linearization, from `skip` on, whose body binds the name, and to what; a class outside of all that is
    /// known answers for whatever is not found before it.
    pub(super) fn find(&mut self, class: BodyRef, skip: usize, name: Atom, reader: BodyRef) -> Option<(Ancestor, Set)> {
        let mro = self.mro(class, reader);
        let mut outside = None;
        for &ancestor in mro.ancestors.iter().skip(skip) {
            match ancestor {
                Ancestor::Class(home) => {
                    let set = self.cells.read(Cell::Name(home, name), reader);
                    if set != Set::NONE {
                        return Some((ancestor, set));
                    }
                }
                Ancestor::Outside(of) if outside.is_none() => outside = Some((ancestor, of)),
                Ancestor::Outside(_) => {}
            }
        }
        let (ancestor, of) = outside?;
        let dotted = self.store.atom(&join(self.store.text(of), self.store.text(name)));
        Some((ancestor, self.store.one(Obj::Outside(dotted))))
    }

    fn of_class(&mut self, class: BodyRef, object: ObjId, name: Atom, reader: BodyRef) -> Set {
        let Some((_, raw)) = self.find(class, 0, name, reader) else {
            return self.unbound_member(class, name, reader, false);
        };
        let mut found = if self.store.is_open(raw) { Set::UNKNOWN } else { Set::NONE };
        for member in self.store.members(raw).to_vec() {
            let set = match self.store.get(member).clone() {
                Obj::Wrapped(Wrapper::Class, function) => self.bound(function, object),
                Obj::Wrapped(Wrapper::Static, function) => self.store.set(vec![function], false),
                _ => self.store.set(vec![member], false),
            };
            found = self.store.union(found, set);
        }
        found
    }

    fn of_instance(&mut self, class: BodyRef, object: ObjId, name: Atom, reader: BodyRef) -> Set {
        let mro = self.mro(class, reader);
        let mut found = Set::NONE;
        for home in mro.classes() {
            let own = self.cells.read(Cell::Attribute(home, name), reader);
            found = self.store.union(found, own);
        }
        if let Some((_, raw)) = self.find(class, 0, name, reader) {
            for member in self.store.members(raw).to_vec() {
                let set = self.read_from_instance(member, object, class, reader);
                found = self.store.union(found, set);
            }
            if self.store.is_open(raw) {
                found = self.store.union(found, Set::UNKNOWN);
            }
        }
        if found != Set::NONE {
            return self.substituted(found, object);
        }
        if let Some(computed) = self.computed(class, object, name, reader) {
            return computed;
        }
        if self.store.text(name) == "__class__" {
            return self.store.one(Obj::Class(class));
        }
        if self.is_project(class.unit)
            && let Some(raw) = self.of_object(class, name, reader)
        {
            for member in self.store.members(raw).to_vec() {
                let set = self.read_from_instance(member, object, class, reader);
                found = self.store.union(found, set);
            }
            return self.substituted(found, object);
        }
        self.unbound_member(class, name, reader, true)
    }

    /// What `__getattr__` gives for a name that nothing binds. A stub that does not say what it gives says nothing.
    fn computed(&mut self, class: BodyRef, object: ObjId, name: Atom, reader: BodyRef) -> Option<Set> {
        if self.store.text(name).starts_with("__") {
            return None;
        }
        let getter = self.store.atom("__getattr__");
        let Some((Ancestor::Class(home), _)) = self.find(class, 0, getter, reader) else { return None };
        let method = self.attribute(object, getter, reader);
        let given = self.call_implicit(reader, method, &[Set::UNKNOWN]);
        (self.is_project(home.unit) || !self.store.members(given).is_empty()).then_some(given)
    }

    /// What a class has from `object`, where all that it inherits from is known and has nothing of that name.
    fn of_object(&mut self, class: BodyRef, name: Atom, reader: BodyRef) -> Option<Set> {
        if !self.store.text(name).starts_with("__") || self.mro(class, reader).is_open {
            return None;
        }
        let objects = self.outside("builtins.object", reader);
        let [one] = *self.store.members(objects) else { return None };
        let Obj::Class(home) = *self.store.get(one) else { return None };
        let bound = self.cells.read(Cell::Name(home, name), reader);
        let declared = self.cells.read(Cell::Attribute(home, name), reader);
        let found = self.store.union(bound, declared);
        if found == Set::NONE && self.store.text(name) == "__init__" {
            // No stub says it of `object`, so that a class without a constructor is called itself.
            let dotted = self.store.atom("builtins.object.__init__");
            return Some(self.store.one(Obj::Outside(dotted)));
        }
        (found != Set::NONE).then_some(found)
    }

    /// A member of a class as an instance has it.
    fn read_from_instance(&mut self, member: ObjId, object: ObjId, class: BodyRef, reader: BodyRef) -> Set {
        match self.store.get(member).clone() {
            Obj::Function(_) => self.bound(member, object),
            Obj::Wrapped(Wrapper::Class, function) => {
                let class = self.store.object(Obj::Class(class));
                self.bound(function, class)
            }
            Obj::Wrapped(Wrapper::Static, function) => self.store.set(vec![function], false),
            Obj::Wrapped(Wrapper::Property, getter) => {
                let getter = self.bound(getter, object);
                self.call_implicit(reader, getter, &[])
            }
            Obj::Wrapped(Wrapper::Context, function) => {
                let bound = self.bound(function, object);
                let bound = self.store.members(bound).first().copied().unwrap_or(function);
                self.store.one(Obj::Wrapped(Wrapper::Context, bound))
            }
            Obj::Instance(of, _) if self.is_project(of.unit) => {
                let get = self.store.atom("__get__");
                if self.find(of, 0, get, reader).is_none() {
                    return self.store.set(vec![member], false);
                }
                let method = self.attribute(member, get, reader);
                let (object, class) = (self.store.set(vec![object], false), self.store.one(Obj::Class(class)));
                self.call_implicit(reader, method, &[object, class])
            }
            _ => self.store.set(vec![member], false),
        }
    }

    /// The object is an instance of a class of the project.
    pub(super) fn is_own_instance(&self, object: ObjId) -> bool {
        matches!(self.store.get(object), Obj::Instance(class, _) if self.is_project(class.unit))
    }

    /// A function with its first argument.
    pub(super) fn bound(&mut self, function: ObjId, receiver: ObjId) -> Set {
        match *self.store.get(function) {
            Obj::Function(body) => self.store.one(Obj::Bound(body, receiver)),
            _ => self.store.set(vec![function], false),
        }
    }

    fn of_super(&mut self, class: BodyRef, receiver: ObjId, name: Atom, reader: BodyRef) -> Set {
        let own = match *self.store.get(receiver) {
            Obj::Instance(own, _) | Obj::Class(own) => own,
            _ => class,
        };
        let mro = self.mro(own, reader);
        let place = mro.ancestors.iter().position(|&ancestor| ancestor == Ancestor::Class(class));
        let (from, skip) = place.map_or((class, 1), |place| (own, place + 1));
        let raw = self.find(from, skip, name, reader).map(|(_, raw)| raw);
        let Some(raw) = raw.or_else(|| self.of_object(from, name, reader)) else { return Set::UNKNOWN };
        let mut found = Set::NONE;
        for member in self.store.members(raw).to_vec() {
            let set = match (self.store.get(member).clone(), self.store.get(receiver).clone()) {
                (Obj::Function(_), Obj::Class(_)) if self.store.text(name) != "__new__" => self.bound(member, receiver),
                (_, Obj::Class(class)) | (_, Obj::Instance(class, _)) => {
                    self.read_from_instance(member, receiver, class, reader)
                }
                _ => self.store.set(vec![member], false),
            };
            found = self.store.union(found, set);
        }
        found
    }

    /// A member that no class binds: unknown where a base is unknown, otherwise not there yet.
    fn unbound_member(&mut self, class: BodyRef, name: Atom, reader: BodyRef, is_instance: bool) -> Set {
        if self.mro(class, reader).is_open {
            return Set::UNKNOWN;
        }
        if self.is_project(class.unit) {
            return Set::NONE;
        }
        let dotted = self.dotted(class);
        if is_instance {
            match dotted.rsplit_once('.') {
                // Their stubs say all: whatever has another member is no such value ...
                Some(("builtins", class)) if COMPLETE.contains(&class) => return Set::NONE,
                // ... or of a class that inherits from what is only named as its type.
                Some(("builtins" | "typing" | "collections.abc", _)) => return Set::UNKNOWN,
                _ => {}
            }
        }
        // The stub does not say all: the name is known all the same.
        let dotted = join(&dotted, self.store.text(name));
        let dotted = self.store.atom(&dotted);
        self.store.one(Obj::Outside(dotted))
    }
}
