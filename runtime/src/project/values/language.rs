//! Calls that the language itself gives a meaning to: `super`, decorators of the language, iteration, and the methods of
//! containers that are written out.

use super::calls::{Arguments, Caller};
use super::cells::Cell;
use super::objects::{Atom, Obj, ObjId, Set, Wrapper};
use super::record::{Callee, Reach};
use super::solver::{Frame, Solver, join};
use crate::segment::graph::{BodyKind, DisplayKind};

impl Solver<'_> {
    /// `super()` and `super(Class, self)`; none when something else is called.
    pub(super) fn super_call(&mut self, frame: &Frame<'_>, callees: Set, arguments: &Arguments) -> Option<Set> {
        if !self.set_is_named(callees, "builtins.super") {
            return None;
        }
        let given = arguments.positional.first().map(|&set| self.store.members(set).to_vec());
        let class = match given.and_then(|given| given.first().copied()) {
            Some(class) => match *self.store.get(class) {
                Obj::Class(class) => class,
                _ => return Some(Set::UNKNOWN),
            },
            None => self.class_around(frame)?,
        };
        let receivers = match arguments.positional.get(1) {
            Some(&receivers) => receivers,
            None => {
                let method = self.method_around(frame);
                self.cells.read(Cell::Parameter(method, 0), frame.at)
            }
        };
        let mut found = Set::NONE;
        for receiver in self.store.members(receivers).to_vec() {
            if matches!(self.store.get(receiver), Obj::Instance(..) | Obj::Class(_)) {
                let set = self.store.one(Obj::Super(class, receiver));
                found = self.store.union(found, set);
            }
        }
        if found == Set::NONE {
            let receiver = self.store.object(Obj::Instance(class, Box::default()));
            found = self.store.one(Obj::Super(class, receiver));
        }
        Some(found)
    }

    /// The class in whose method a body stands.
    fn class_around(&mut self, frame: &Frame<'_>) -> Option<super::objects::BodyRef> {
        let graph = self.graph(frame.at.unit)?;
        let mut at = frame.body.parent;
        loop {
            let body = &graph.bodies[at.0 as usize];
            match body.kind {
                BodyKind::Class => return Some(super::objects::BodyRef { unit: frame.at.unit, body: at }),
                BodyKind::Module => return None,
                _ => at = body.parent,
            }
        }
    }

    /// The method that a body is, or stands in.
    fn method_around(&mut self, frame: &Frame<'_>) -> super::objects::BodyRef {
        let Some(graph) = self.graph(frame.at.unit) else { return frame.at };
        let mut at = frame.at.body;
        loop {
            let parent = graph.bodies[at.0 as usize].parent;
            match graph.bodies[parent.0 as usize].kind {
                BodyKind::Class | BodyKind::Module => return super::objects::BodyRef { unit: frame.at.unit, body: at },
                _ => at = parent,
            }
        }
    }

    /// What a call of a definition gives whose meaning no stub can say; none for any other object.
    pub(super) fn call_of_language(&mut self, callee: ObjId, arguments: &Arguments, caller: Caller) -> Option<Set> {
        let is_outside = match *self.store.get(callee) {
            Obj::Class(body) | Obj::Function(body) => !self.is_project(body.unit),
            Obj::Outside(_) => true,
            _ => false,
        };
        if !is_outside {
            return None;
        }
        let name = self.name_of(callee);
        let first = arguments.positional.first().copied();
        let wrap = |solver: &mut Self, wrapper: Wrapper| first.map(|set| solver.wrapped(wrapper, set));
        let set = match name.as_str() {
            "builtins.classmethod" => wrap(self, Wrapper::Class),
            "builtins.staticmethod" => wrap(self, Wrapper::Static),
            "builtins.property"
            | "functools.cached_property"
            | "abc.abstractproperty"
            | "django.utils.functional.cached_property"
            | "werkzeug.utils.cached_property" => wrap(self, Wrapper::Property),
            "contextlib.contextmanager" | "contextlib.asynccontextmanager" => wrap(self, Wrapper::Context),
            "functools.wraps" | "functools.lru_cache" | "typing.no_type_check"
                if !self.is_function(first) || name == "functools.wraps" =>
            {
                // Called with its options, it gives a decorator that gives what it got.
                let parameter = self.identity();
                Some(parameter)
            }
            "functools.lru_cache"
            | "functools.cache"
            | "functools.update_wrapper"
            | "functools.singledispatch"
            | "abc.abstractmethod"
            | "typing.overload"
            | "typing.final"
            | "typing.override"
            | "typing_extensions.override"
            | "atexit.register"
            | "copy.copy"
            | "copy.deepcopy"
            | "builtins.reversed" => first,
            "builtins.open" => self.opened(caller),
            "functools.partial" | "functools.partialmethod" => self.partial(arguments, caller),
            "builtins.type" if arguments.positional.len() == 1 => first.map(|set| self.classes(set)),
            "builtins.iter" | "builtins.list" | "builtins.set" | "builtins.frozenset" | "builtins.tuple"
            | "builtins.sorted" | "collections.deque"
                if first.is_some() =>
            {
                self.call_keys(arguments, caller);
                first.map(|set| self.collected(caller, &name, set))
            }
            "builtins.next" | "builtins.max" | "builtins.min" | "random.choice" if arguments.positional.len() == 1 => {
                self.call_keys(arguments, caller);
                first.map(|set| self.next(caller, set))
            }
            "builtins.enumerate" => first.map(|set| {
                let (number, elements) =
                    (self.instance_of("builtins.int", caller.reader), self.elements(caller.reader, set, false));
                let pair = self.store.one(Obj::Tuple(Box::from([number, elements])));
                self.store.one(Obj::Iterable(pair))
            }),
            "builtins.zip" => {
                let parts = arguments.positional.iter().map(|&set| self.elements(caller.reader, set, false)).collect();
                let tuple = self.store.one(Obj::Tuple(parts));
                Some(self.store.one(Obj::Iterable(tuple)))
            }
            "builtins.map" => self.mapped_over(arguments, caller),
            "builtins.filter" => arguments.positional.get(1).copied().map(|set| {
                let elements = self.elements(caller.reader, set, false);
                self.call_with(first.unwrap_or(Set::NONE), &[elements], caller);
                self.store.one(Obj::Iterable(elements))
            }),
            "functools.reduce" => arguments.positional.get(1).copied().map(|set| {
                let elements = self.elements(caller.reader, set, false);
                let result = self.call_with(first.unwrap_or(Set::NONE), &[elements, elements], caller);
                self.store.union(result, elements)
            }),
            _ => None,
        };
        if set.is_some() {
            let noted = match *self.store.get(callee) {
                Obj::Class(body) | Obj::Function(body) => Callee::Body(body),
                _ => Callee::Outside(self.store.atom(&name)),
            };
            self.note(caller, noted, false);
        }
        set
    }

    fn is_function(&self, set: Option<Set>) -> bool {
        set.is_some_and(|set| {
            self.store
                .members(set)
                .iter()
                .any(|&id| matches!(self.store.get(id), Obj::Function(_) | Obj::Bound(..) | Obj::Class(_)))
        })
    }

    /// Something that gives what it is called with.
    fn identity(&mut self) -> Set {
        let (atom, nobody) = (self.store.atom("F"), super::objects::Unit(u32::MAX));
        let home = super::objects::BodyRef { unit: nobody, body: crate::segment::graph::BodyId::MODULE };
        let parameter = self.store.object(Obj::TypeParameter(home, atom));
        let set = self.store.set(vec![parameter], false);
        self.store.one(Obj::Callable(Some(parameter), set))
    }

    fn wrapped(&mut self, wrapper: Wrapper, functions: Set) -> Set {
        let mut found = Set::NONE;
        for function in self.store.members(functions).to_vec() {
            let set = self.store.one(Obj::Wrapped(wrapper, function));
            found = self.store.union(found, set);
        }
        if found == Set::NONE { Set::UNKNOWN } else { found }
    }

    /// The classes of values.
    fn classes(&mut self, values: Set) -> Set {
        let mut found = if self.store.is_open(values) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(values).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Instance(class, _) => self.store.one(Obj::Class(class)),
                Obj::OutsideInstance(name) => self.store.one(Obj::Outside(name)),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }

    fn partial(&mut self, arguments: &Arguments, caller: Caller) -> Option<Set> {
        let (site, (&callee, rest)) = (caller.site?, arguments.positional.split_first()?);
        let [held, named] = ["callee()", "named()"].map(|name| self.store.atom(name));
        self.cells.add(Cell::Entry(site, held), callee, &mut self.store);
        for (place, &set) in rest.iter().enumerate() {
            let key = self.store.atom(&place.to_string());
            self.cells.add(Cell::Entry(site, key), set, &mut self.store);
        }
        if !arguments.named.is_empty() {
            for &(name, set) in &arguments.named {
                self.hold(site, name, set);
            }
            let container = self.store.one(Obj::Container(site));
            self.cells.add(Cell::Entry(site, named), container, &mut self.store);
        }
        Some(self.store.one(Obj::Partial(site)))
    }

    /// What a builtin of that name makes of the elements of a value. One that is written out as such stays itself, so that the
    /// places of its elements stay known.
    fn collected(&mut self, caller: Caller, name: &str, set: Set) -> Set {
        let kind = match name {
            "builtins.list" | "builtins.sorted" => Some(DisplayKind::List),
            "builtins.tuple" => Some(DisplayKind::Tuple),
            "builtins.set" => Some(DisplayKind::Set),
            _ => None,
        };
        let objects = self.store.members(set).to_vec();
        let keeps_places = !objects.is_empty()
            && objects.into_iter().all(|id| match *self.store.get(id) {
                Obj::Container(site) => {
                    let own = self.container_kind(site);
                    own == kind || name == "builtins.iter" && own != Some(DisplayKind::Dict)
                }
                Obj::Iterable(_) => name == "builtins.iter",
                Obj::Tuple(_) => matches!(name, "builtins.iter" | "builtins.tuple"),
                _ => false,
            });
        if keeps_places {
            return set;
        }
        let elements = self.elements(caller.reader, set, false);
        let class = match name {
            "builtins.sorted" => "builtins.list",
            "builtins.iter" | "builtins.tuple" => return self.store.one(Obj::Iterable(elements)),
            name => name,
        };
        let classes = self.outside(class, caller.reader);
        let class = self.store.members(classes).iter().find_map(|&id| match *self.store.get(id) {
            Obj::Class(class) => Some(class),
            _ => None,
        });
        self.store.one(match class {
            Some(class) => Obj::Instance(class, Box::from([elements])),
            None => Obj::Iterable(elements),
        })
    }

    /// What `next` gives.
    fn next(&mut self, caller: Caller, set: Set) -> Set {
        let mut found = Set::NONE;
        let name = self.store.atom("__next__");
        for object in self.store.members(set).to_vec() {
            let one = self.store.set(vec![object], false);
            let set = match self.store.get(object).clone() {
                Obj::Instance(class, _) if self.find(class, 0, name, caller.reader).is_some() => {
                    let method = self.attribute(object, name, caller.reader);
                    self.call_set(method, &Arguments::default(), caller.reached(Reach::Operator))
                }
                _ => self.elements(caller.reader, one, false),
            };
            found = self.store.union(found, set);
        }
        if self.store.is_open(set) { self.store.union(found, Set::UNKNOWN) } else { found }
    }

    /// `key=` of `sorted`, `max`, `min`.
    fn call_keys(&mut self, arguments: &Arguments, caller: Caller) {
        let key = self.store.atom("key");
        let Some(&(_, function)) = arguments.named.iter().find(|(name, _)| *name == key) else { return };
        let elements =
            arguments.positional.first().map_or(Set::UNKNOWN, |&set| self.elements(caller.reader, set, false));
        self.call_with(function, &[elements], caller);
    }

    fn call_with(&mut self, functions: Set, positional: &[Set], caller: Caller) -> Set {
        let arguments = Arguments { positional: positional.to_vec(), ..Arguments::default() };
        self.call_set(functions, &arguments, caller.reached(Reach::Callback))
    }

    fn mapped_over(&mut self, arguments: &Arguments, caller: Caller) -> Option<Set> {
        let (&function, over) = arguments.positional.split_first()?;
        let elements: Vec<Set> = over.iter().map(|&set| self.elements(caller.reader, set, false)).collect();
        let result = self.call_with(function, &elements, caller);
        Some(self.store.one(Obj::Iterable(result)))
    }

    /// A method of a container that is written out.
    pub(super) fn call_member(&mut self, container: ObjId, name: Atom, arguments: &Arguments, caller: Caller) -> Set {
        let Obj::Container(site) = *self.store.get(container) else { return Set::UNKNOWN };
        let kind = self.container_kind(site);
        self.note_container_method(kind, name, caller);
        let own = self.store.set(vec![container], false);
        let last = arguments.positional.last().copied();
        match (self.store.text(name), kind) {
            ("append" | "add" | "insert" | "appendleft", _) => {
                if let Some(set) = last {
                    self.cells.add(Cell::Entries(site), set, &mut self.store);
                }
                self.store.one(Obj::None)
            }
            ("extend" | "update", kind) => {
                for &set in &arguments.positional {
                    let elements = match kind {
                        Some(DisplayKind::Dict) => self.mapped(caller.reader, set),
                        _ => self.elements(caller.reader, set, false),
                    };
                    self.cells.add(Cell::Entries(site), elements, &mut self.store);
                }
                for &(name, set) in &arguments.named {
                    self.hold(site, name, set);
                }
                self.store.one(Obj::None)
            }
            ("setdefault", _) => {
                if let Some(&set) = arguments.positional.get(1) {
                    self.cells.add(Cell::Entries(site), set, &mut self.store);
                }
                self.all_held(site, caller.reader)
            }
            ("get" | "pop" | "popitem" | "popleft" | "__getitem__", _) => {
                let held = self.all_held(site, caller.reader);
                let default = arguments.positional.get(1).copied().unwrap_or(Set::NONE);
                self.store.union(held, default)
            }
            ("keys", _) => {
                let elements = self.elements(caller.reader, own, false);
                self.store.one(Obj::Iterable(elements))
            }
            ("values", _) => {
                let held = self.all_held(site, caller.reader);
                self.store.one(Obj::Iterable(held))
            }
            ("items", _) => {
                let (keys, held) = (self.elements(caller.reader, own, false), self.all_held(site, caller.reader));
                let pair = self.store.one(Obj::Tuple(Box::from([keys, held])));
                self.store.one(Obj::Iterable(pair))
            }
            ("copy" | "union" | "intersection" | "difference", _) => own,
            ("sort", _) => {
                let key = Arguments { positional: vec![own], ..arguments.clone() };
                self.call_keys(&key, caller);
                self.store.one(Obj::None)
            }
            _ => Set::UNKNOWN,
        }
    }

    /// The method of the builtin class is what is called.
    fn note_container_method(&mut self, kind: Option<DisplayKind>, name: Atom, caller: Caller) {
        if self.recorder.is_none() {
            return;
        }
        let dotted = join(builtin_class(kind), self.store.text(name));
        let callees = self.outside(&dotted, caller.reader);
        for callee in self.store.members(callees).to_vec() {
            let callee = match *self.store.get(callee) {
                Obj::Function(body) => Callee::Body(body),
                Obj::Outside(name) => Callee::Outside(name),
                _ => continue,
            };
            self.note(caller, callee, true);
        }
    }

    /// The dotted name of a method of a container.
    pub(super) fn container_method(&mut self, container: ObjId, name: Atom) -> Option<String> {
        let Obj::Container(site) = *self.store.get(container) else { return None };
        let kind = self.container_kind(site);
        Some(join(builtin_class(kind), self.store.text(name)))
    }
}

/// The class of a container that is written out.
fn builtin_class(kind: Option<DisplayKind>) -> &'static str {
    match kind {
        Some(DisplayKind::List) => "builtins.list",
        Some(DisplayKind::Dict) => "builtins.dict",
        Some(DisplayKind::Set) => "builtins.set",
        _ => "builtins.tuple",
    }
}
