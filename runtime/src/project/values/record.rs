//! The calls of a file as they are taken down, once all values are known.

use rustc_hash::FxHashSet;

use super::calls::Caller;
use super::cells::Cell;
use super::objects::{Atom, BodyRef, Obj, Set, Site, Wrapper};
use super::solver::{Frame, Solver};
use crate::segment::graph::{Op, ValueId};

/// How a callee is reached.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reach {
    /// By its name, or as a value that is handed about.
    Direct,
    /// As a member of an instance or class.
    Method,
    /// By calling its class.
    Constructor,
    /// Through `super()`.
    Super,
    /// As a decorator.
    Decorator,
    /// By reading a property.
    Property,
    /// By an operator, a loop, `with` or `await`.
    Operator,
    /// By what it is handed to.
    Callback,
    /// By what it is handed to, as far as anyone can guess.
    Assumed,
}

impl Reach {
    /// Its word in `call_edges`.
    pub fn word(self) -> &'static str {
        match self {
            Reach::Direct => "direct",
            Reach::Method => "method",
            Reach::Constructor => "constructor",
            Reach::Super => "super",
            Reach::Decorator => "decorator",
            Reach::Property => "property",
            Reach::Operator => "operator",
            Reach::Callback | Reach::Assumed => "callback",
        }
    }
}

/// What a call reaches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Callee {
    /// A body whose graph is known; of a class without `__init__` its own.
    Body(BodyRef),
    /// What has that dotted name outside of all that is known.
    Outside(Atom),
}

/// A call that reaches something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Noted {
    pub(super) site: Site,
    pub(super) callee: Callee,
    pub(super) how: Reach,
    /// The first parameter takes the receiver.
    pub(super) is_bound: bool,
}

/// What is taken down of one file.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    pub(super) calls: Vec<Noted>,
    /// Calls that may reach something else too.
    pub(super) open: FxHashSet<Site>,
}

impl Recorder {
    pub(super) fn note_open(&mut self, site: Site) {
        self.open.insert(site);
    }
}

impl Solver<'_> {
    /// Takes down what a call reaches.
    pub(super) fn note(&mut self, caller: Caller, callee: Callee, is_bound: bool) {
        let (Some(recorder), Some(site)) = (&mut self.recorder, caller.site) else { return };
        let how = if caller.how == Reach::Direct && is_bound { Reach::Method } else { caller.how };
        recorder.calls.push(Noted { site, callee, how, is_bound });
    }

    /// How a callee is reached, as far as the expression of the call says it.
    pub(super) fn how_written(&mut self, frame: &Frame<'_>, callee: ValueId) -> Reach {
        if self.is_decorator(frame.site(callee)) {
            return Reach::Decorator;
        }
        let Op::Attribute { object, .. } = frame.op(callee) else { return Reach::Direct };
        let is_super = |id| matches!(self.store.get(id), Obj::Super(..));
        if self.store.members(frame.set(*object)).iter().copied().any(is_super) { Reach::Super } else { Reach::Direct }
    }

    /// Takes down the getters that reading an attribute calls.
    pub(super) fn note_property(&mut self, frame: &Frame<'_>, id: ValueId, object: ValueId, name: Atom) {
        if self.recorder.is_none() {
            return;
        }
        let caller = Caller { reader: frame.at, site: Some(frame.site(id)), how: Reach::Property, depth: 0 };
        for object in self.store.members(frame.set(object)).to_vec() {
            let Obj::Instance(class, _) = *self.store.get(object) else { continue };
            let Some((_, members)) = self.find(class, 0, name, frame.at) else {
                self.note_computed(caller, class, name);
                continue;
            };
            for member in self.store.members(members).to_vec() {
                match *self.store.get(member) {
                    Obj::Wrapped(Wrapper::Property, getter) => {
                        if let Obj::Function(getter) = *self.store.get(getter) {
                            self.note(caller, Callee::Body(getter), true);
                        }
                    }
                    Obj::Instance(of, _) if self.is_project(of.unit) => {
                        let get = self.store.atom("__get__");
                        self.note_method(caller, of, get);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Takes down `__getattr__`, for an attribute that nothing else gives.
    fn note_computed(&mut self, caller: Caller, class: BodyRef, name: Atom) {
        if !self.is_project(class.unit) || self.store.text(name).starts_with("__") {
            return;
        }
        let mro = self.mro(class, caller.reader);
        let is_set = mro.classes().any(|home| self.cells.peek(Cell::Attribute(home, name)) != Set::NONE);
        if !is_set {
            let getter = self.store.atom("__getattr__");
            self.note_method(caller, class, getter);
        }
    }

    /// Takes down a method of a class of the project.
    fn note_method(&mut self, caller: Caller, class: BodyRef, name: Atom) {
        let Some((_, methods)) = self.find(class, 0, name, caller.reader) else { return };
        for method in self.store.members(methods).to_vec() {
            if let Obj::Function(method) = *self.store.get(method) {
                self.note(caller, Callee::Body(method), true);
            }
        }
    }

    /// Takes down the methods that a loop calls.
    pub(super) fn note_iteration(&mut self, frame: &Frame<'_>, id: ValueId, values: Set, is_async: bool) {
        if self.recorder.is_none() {
            return;
        }
        let names = if is_async { ["__aiter__", "__anext__"] } else { ["__iter__", "__next__"] };
        let [iter, next] = names.map(|name| self.store.atom(name));
        for object in self.store.members(values).to_vec() {
            if !matches!(self.store.get(object), Obj::Instance(class, _) if self.is_project(class.unit)) {
                continue;
            }
            let method = self.attribute(object, iter, frame.at);
            let iterators = self.call_operator(frame, id, method, &[]);
            for iterator in self.store.members(iterators).to_vec() {
                if matches!(self.store.get(iterator), Obj::Instance(class, _) if self.is_project(class.unit)) {
                    let method = self.attribute(iterator, next, frame.at);
                    self.call_operator(frame, id, method, &[]);
                }
            }
        }
    }
}
