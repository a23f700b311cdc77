//! From the class of an object to whether it keeps what its methods are given.

use super::mro::Ancestor;
use super::objects::{BodyRef, Obj, ObjId};
use super::{FileValues, Values};
use crate::segment::graph::{BodyKind, FileGraph, Op, Place, ValueId};

/// What the names of classes begin with that keep what they are given: containers, and files.
const KEEPING: [&str; 5] = ["builtins.", "collections.", "io.", "tempfile.", "typing.IO"];

/// Of abstract classes only those that can be changed keep anything.
const ABSTRACT: (&str, &str) = ("collections.abc.", "Mutable");

/// How deep an annotation is looked into.
const MAX_DEPTH: u32 = 8;

impl Values<'_> {
    /// A value is certainly of classes of libraries that do not keep what their method of that name is given. What they keep
    /// they say: they inherit from a container, or what the parameter takes is of a type that is a parameter of the class.
    pub fn keeps_nothing(&mut self, file: &FileValues, place: Place, method: &str) -> bool {
        let set = file.set(place);
        let at = BodyRef { unit: file.unit, body: place.body };
        let objects = self.solver.store.members(set).to_vec();
        let mut objects = objects.into_iter().filter(|&object| *self.solver.store.get(object) != Obj::None).peekable();
        let is_known = !self.solver.store.is_open(set) && objects.peek().is_some();
        let objects: Vec<ObjId> = objects.collect();
        is_known && objects.into_iter().all(|object| self.object_keeps_nothing(object, method, at))
    }

    fn object_keeps_nothing(&mut self, object: ObjId, method: &str, at: BodyRef) -> bool {
        let Obj::Instance(class, _) = *self.solver.store.get(object) else { return false };
        let mro = self.solver.mro(class, at);
        if mro.is_open || mro.classes().count() < mro.ancestors.len() {
            return false;
        }
        if mro.classes().any(|ancestor| is_container(&self.solver.dotted(ancestor))) {
            return false;
        }
        let name = self.solver.store.atom(method);
        let Some((Ancestor::Class(home), found)) = self.solver.find(class, 0, name, at) else { return false };
        !self.solver.is_project(home.unit)
            && self.solver.store.members(found).to_vec().into_iter().all(|member| {
                match *self.solver.store.get(member) {
                    Obj::Function(function) => !self.takes_type_of_class(function),
                    _ => false,
                }
            })
    }

    /// Some parameter of a method is annotated with a type parameter of a class.
    fn takes_type_of_class(&mut self, method: BodyRef) -> bool {
        let Some(graph) = self.solver.graph(method.unit) else { return true };
        let body = &graph.bodies[method.body.0 as usize];
        let mut annotations = body.parameters.iter().filter_map(|parameter| parameter.annotation);
        annotations.any(|annotation| names_type_of_class(&graph, Place { body: body.parent, value: annotation }, 0))
    }
}

fn is_container(class: &str) -> bool {
    let (module, beginning) = ABSTRACT;
    match class.strip_prefix(module) {
        Some(name) => name.starts_with(beginning),
        None => class != "builtins.object" && KEEPING.iter().any(|known| class.starts_with(known)),
    }
}

fn names_type_of_class(graph: &FileGraph, annotation: Place, depth: u32) -> bool {
    let op = &graph.bodies[annotation.body.0 as usize].values[annotation.value.0 as usize].op;
    if let Op::Captured { body, .. } = *op {
        return graph.bodies[body.0 as usize].kind == BodyKind::Class;
    }
    let mut parts: Vec<ValueId> = Vec::new();
    op.each_operand(&mut |part| parts.push(*part));
    let of_class = |value| names_type_of_class(graph, Place { value, ..annotation }, depth + 1);
    depth < MAX_DEPTH && parts.into_iter().any(of_class)
}
