//! From a class that is called to an instance of it: constructors, fields without one, and what type parameters stand for.

use super::calls::{Arguments, Caller};
use super::cells::Cell;
use super::mro::Ancestor;
use super::objects::{BodyRef, Obj, ObjId, Set};
use super::record::{Callee, Reach};
use super::signature::Bindings;
use super::solver::Solver;
use crate::segment::graph::Act;

impl Solver<'_> {
    /// An instance of a class of the project or of a library.
    pub(super) fn construct(&mut self, class: BodyRef, callee: ObjId, arguments: &Arguments, caller: Caller) -> Set {
        let init = self.store.atom("__init__");
        let is_library = !self.is_project(class.unit);
        let how = if caller.how == Reach::Decorator { caller.how } else { Reach::Constructor };
        let caller = Caller { how, ..caller };
        let found = self.find(class, 0, init, caller.reader);
        let instance = match found {
            Some((Ancestor::Class(home), set)) if is_library => {
                self.generic_instance(class, home, set, arguments, caller)
            }
            _ => self.store.object(Obj::Instance(class, Box::default())),
        };
        self.call_new(class, callee, arguments, caller);
        match found {
            Some((Ancestor::Class(_), set)) => {
                for function in self.store.members(set).to_vec() {
                    let bound = self.bound(function, instance);
                    self.call_set(bound, arguments, caller);
                }
                if is_library {
                    self.note(caller, Callee::Body(class), true);
                }
            }
            _ => {
                self.note(caller, Callee::Body(class), true);
                self.fill_fields(class, arguments, caller.reader);
            }
        }
        self.store.set(vec![instance], false)
    }

    pub(super) fn call_new(&mut self, class: BodyRef, callee: ObjId, arguments: &Arguments, caller: Caller) {
        let new = self.store.atom("__new__");
        if let Some((Ancestor::Class(home), set)) = self.find(class, 0, new, caller.reader)
            && self.is_project(home.unit)
        {
            for function in self.store.members(set).to_vec() {
                let bound = self.bound(function, callee);
                self.call_set(bound, arguments, caller);
            }
        }
    }

    /// An instance of a class of a library, with what its type parameters stand for.
    pub(super) fn generic_instance(
        &mut self,
        class: BodyRef,
        home: BodyRef,
        init: Set,
        arguments: &Arguments,
        caller: Caller,
    ) -> ObjId {
        let graph = self.graph(class.unit);
        let names = graph.map(|graph| graph.bodies[class.body.0 as usize].type_parameters.clone()).unwrap_or_default();
        let mut inside = Vec::new();
        if !names.is_empty() {
            let function = self.store.members(init).first().map(|&id| self.store.get(id).clone());
            let bindings = match function {
                Some(Obj::Function(function)) => {
                    let silent = Caller { site: None, ..caller };
                    self.bind_types(function, true, arguments, silent)
                }
                _ => Bindings::new(),
            };
            for name in &names {
                let atom = self.store.atom(name);
                let bound = bindings.iter().find(|(id, _)| match *self.store.get(*id) {
                    Obj::TypeParameter(of, name) => name == atom && (of == class || of == home),
                    _ => false,
                });
                inside.push(bound.map_or(Set::UNKNOWN, |&(_, set)| set));
            }
        }
        self.store.object(Obj::Instance(class, inside.into_boxed_slice()))
    }

    /// A class without `__init__` of its own takes its fields, as dataclasses and models do.
    pub(super) fn fill_fields(&mut self, class: BodyRef, arguments: &Arguments, reader: BodyRef) {
        for &(name, set) in &arguments.named {
            self.cells.add(Cell::Attribute(class, name), set, &mut self.store);
        }
        let mut positional = arguments.positional.iter();
        let ancestors: Vec<BodyRef> = self.mro(class, reader).classes().collect();
        for ancestor in ancestors.into_iter().rev().filter(|ancestor| ancestor.unit.0 < self.map.len() as u32) {
            let Some(graph) = self.graph(ancestor.unit) else { continue };
            for effect in &graph.bodies[ancestor.body.0 as usize].effects {
                let field = match &effect.act {
                    Act::Declare { object: None, name, .. } | Act::Bind { name, annotation: Some(_), .. } => name,
                    _ => continue,
                };
                let Some(&set) = positional.next() else { return };
                let name = self.store.atom(field);
                self.cells.add(Cell::Attribute(class, name), set, &mut self.store);
            }
        }
    }
}
