//! From annotations to what a value of that type can be; and from the arguments of a call to what the type parameters of the
//! callee stand for.

use std::sync::Arc;

use super::cells::Cell;
use super::objects::{BodyRef, Obj, ObjId, Set};
use super::solver::{Frame, Solver, last_segment};
use crate::segment::graph::{BodyKind, Constant, Derivation, Op, ParameterKind, ValueId};

/// Types in types are looked into that far.
const MAX_DEPTH: usize = 4;

/// A type as it is written.
#[derive(Clone, Debug)]
pub(super) enum Type {
    /// Nothing is said.
    Unknown,
    /// Values of these.
    Values(Set),
    /// What a type parameter stands for.
    Parameter(ObjId),
    /// A class with types inside.
    Generic(Set, Vec<Type>),
    /// Something that can be called, with these arguments where they are known.
    Callable(Vec<Type>, Box<Type>),
    /// A class, not an instance of it.
    ClassOf(Box<Type>),
    /// One of these.
    Union(Vec<Type>),
}

/// The types of the parameters of a function.
#[derive(Clone, Debug, Default)]
pub(super) struct Signature {
    pub(super) parameters: Vec<Type>,
}

/// What type parameters stand for in one call.
pub(super) type Bindings = Vec<(ObjId, Set)>;

impl Solver<'_> {
    /// What the definition of a function says of its parameters and its result, from the body that it stands in.
    pub(super) fn describe(&mut self, frame: &Frame<'_>, function: BodyRef) {
        let Some(graph) = self.graph(function.unit) else { return };
        let body = &graph.bodies[function.body.0 as usize];
        let is_library = !self.is_project(function.unit);
        let mut signature = Signature::default();
        for (place, parameter) in body.parameters.iter().enumerate() {
            let cell = match parameter.kind {
                ParameterKind::Rest | ParameterKind::Keywords => {
                    Cell::Entries(super::evaluate::parameter_site(function, place as u32))
                }
                _ => Cell::Parameter(function, place as u32),
            };
            let ty = parameter.annotation.map_or(Type::Unknown, |value| self.type_of(frame, value, 0));
            if !is_library {
                if let Some(default) = parameter.default {
                    self.cells.add(cell, frame.set(default), &mut self.store);
                }
                let set = self.values_of(&ty);
                if !matches!(ty, Type::Unknown) && set != Set::UNKNOWN {
                    self.cells.add(cell, set, &mut self.store);
                }
            }
            signature.parameters.push(ty);
        }
        // What a generator of the project yields is known from its body; of a library nobody looks into it.
        let is_generator = matches!(body.kind, BodyKind::Function { is_generator: true, .. });
        if let Some(returns) = body.returns.filter(|_| is_library || !is_generator) {
            let set = self.annotated(frame, returns);
            if set != Set::UNKNOWN || is_library {
                self.cells.add(Cell::Returned(function), set, &mut self.store);
            }
        }
        if is_library {
            self.signatures.insert(function, Arc::new(signature));
        }
    }

    /// What a value can be that is annotated so.
    pub(super) fn annotated(&mut self, frame: &Frame<'_>, annotation: ValueId) -> Set {
        let ty = self.type_of(frame, annotation, 0);
        self.values_of(&ty)
    }

    fn type_of(&mut self, frame: &Frame<'_>, value: ValueId, depth: usize) -> Type {
        if depth > MAX_DEPTH {
            return Type::Unknown;
        }
        match frame.op(value) {
            Op::Constant(Constant::None) => Type::Values(self.store.one(Obj::None)),
            Op::Constant(_) => Type::Unknown,
            Op::Derived { how: Derivation::Or, from, .. } => {
                Type::Union(from.iter().map(|&part| self.type_of(frame, part, depth + 1)).collect())
            }
            Op::Item { object, key } => self.generic(frame, *object, *key, depth),
            _ => self.plain(frame.set(value)),
        }
    }

    fn plain(&mut self, set: Set) -> Type {
        if let [one] = *self.store.members(set) {
            match self.store.get(one).clone() {
                Obj::TypeParameter(..) => return Type::Parameter(one),
                Obj::Class(body) if !self.is_project(body.unit) => {
                    let name = self.dotted(body);
                    match last_segment(&name) {
                        "Self" => return self.own_type(),
                        "Any" | "object" => return Type::Unknown,
                        _ => {}
                    }
                }
                Obj::Outside(name) => match last_segment(self.store.text(name)) {
                    "Self" => return self.own_type(),
                    "Any" | "object" => return Type::Unknown,
                    _ => {}
                },
                _ => {}
            }
        }
        let is_class = |id: &ObjId| matches!(self.store.get(*id), Obj::Class(_) | Obj::Outside(_) | Obj::None);
        let classes: Vec<ObjId> = self.store.members(set).iter().copied().filter(is_class).collect();
        if classes.is_empty() {
            return Type::Unknown;
        }
        let classes = self.store.set(classes, false);
        Type::Values(self.instances(classes))
    }

    /// `Self`: a type parameter that stands for the receiver.
    fn own_type(&mut self) -> Type {
        let atom = self.store.atom("Self");
        Type::Parameter(self.store.object(Obj::TypeParameter(BodyRef::NOBODY, atom)))
    }

    fn generic(&mut self, frame: &Frame<'_>, head: ValueId, key: ValueId, depth: usize) -> Type {
        let heads = frame.set(head);
        let parts: Vec<ValueId> = match frame.op(key) {
            Op::Display { entries, .. } => entries.iter().map(|entry| entry.value).collect(),
            _ => vec![key],
        };
        let name = self.store.members(heads).first().copied().map(|id| self.name_of(id)).unwrap_or_default();
        let one = |solver: &mut Self, at: usize| {
            parts.get(at).map_or(Type::Unknown, |&part| solver.type_of(frame, part, depth + 1))
        };
        match last_segment(&name) {
            "Optional" => {
                let none = Type::Values(self.store.one(Obj::None));
                Type::Union(vec![one(self, 0), none])
            }
            "Union" => Type::Union((0..parts.len()).map(|at| one(self, at)).collect()),
            "Annotated" | "Final" | "ClassVar" | "InitVar" | "Required" | "NotRequired" | "ReadOnly" => one(self, 0),
            "type" | "Type" => Type::ClassOf(Box::new(one(self, 0))),
            "Literal" => Type::Unknown,
            "Callable" => {
                let arguments = match parts.first().map(|&part| frame.op(part)) {
                    Some(Op::Display { entries, .. }) => {
                        entries.iter().map(|entry| self.type_of(frame, entry.value, depth + 1)).collect()
                    }
                    _ => Vec::new(),
                };
                Type::Callable(arguments, Box::new(one(self, 1)))
            }
            _ => {
                let is_rest = |&&part: &&ValueId| !matches!(frame.op(part), Op::Constant(Constant::Ellipsis));
                let inside = parts.iter().filter(is_rest).map(|&part| self.type_of(frame, part, depth + 1)).collect();
                Type::Generic(heads, inside)
            }
        }
    }

    /// The dotted name of a class or of what lies outside.
    pub(super) fn name_of(&mut self, object: ObjId) -> String {
        match self.store.get(object).clone() {
            Obj::Class(body) | Obj::Function(body) | Obj::Instance(body, _) => self.dotted(body),
            Obj::Outside(name) | Obj::OutsideInstance(name) => self.store.text(name).to_owned(),
            _ => String::new(),
        }
    }

    /// What a value of a type can be.
    pub(super) fn values_of(&mut self, ty: &Type) -> Set {
        match ty {
            Type::Unknown => Set::UNKNOWN,
            Type::Values(set) => *set,
            Type::Parameter(parameter) => self.store.set(vec![*parameter], false),
            Type::Union(parts) => parts.iter().fold(Set::NONE, |all, part| {
                let set = self.values_of(part);
                self.store.union(all, set)
            }),
            Type::ClassOf(inner) => {
                let instances = self.values_of(inner);
                let mut found = Set::NONE;
                for id in self.store.members(instances).to_vec() {
                    let set = match self.store.get(id).clone() {
                        Obj::Instance(class, _) => self.store.one(Obj::Class(class)),
                        Obj::OutsideInstance(name) => self.store.one(Obj::Outside(name)),
                        _ => Set::UNKNOWN,
                    };
                    found = self.store.union(found, set);
                }
                found
            }
            Type::Callable(arguments, result) => {
                let parameter = match arguments.first() {
                    Some(Type::Parameter(parameter)) => Some(*parameter),
                    _ => None,
                };
                let result = self.values_of(result);
                self.store.one(Obj::Callable(parameter, result))
            }
            Type::Generic(heads, inside) => self.generic_values(*heads, inside),
        }
    }

    fn generic_values(&mut self, heads: Set, inside: &[Type]) -> Set {
        let inside: Vec<Set> = inside.iter().map(|ty| self.values_of(ty)).collect();
        let mut found = Set::NONE;
        for head in self.store.members(heads).to_vec() {
            let set = match self.store.get(head).clone() {
                Obj::Class(_) | Obj::Outside(_) if last_segment(&self.name_of(head)).eq_ignore_ascii_case("tuple") => {
                    match inside.as_slice() {
                        [all] => self.store.one(Obj::Iterable(*all)),
                        parts => self.store.one(Obj::Tuple(parts.into())),
                    }
                }
                Obj::Class(class) => self.store.one(Obj::Instance(class, inside.clone().into_boxed_slice())),
                Obj::Outside(name) => self.store.one(Obj::OutsideInstance(name)),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        if found == Set::NONE { Set::UNKNOWN } else { found }
    }

    /// The set with the type parameters of a receiver's class replaced by what they stand for there.
    pub(super) fn substituted(&mut self, set: Set, receiver: ObjId) -> Set {
        if self.has_parameters(set, 0) { self.replaced(set, Some(receiver), &Vec::new(), 0) } else { set }
    }

    fn has_parameters(&self, set: Set, depth: usize) -> bool {
        depth < MAX_DEPTH
            && self.store.members(set).iter().any(|&id| match self.store.get(id) {
                Obj::TypeParameter(..) => true,
                Obj::Instance(_, inside) | Obj::Tuple(inside) => {
                    inside.iter().any(|&set| self.has_parameters(set, depth + 1))
                }
                Obj::Iterable(elements) | Obj::Callable(_, elements) => self.has_parameters(*elements, depth + 1),
                _ => false,
            })
    }

    /// The set with type parameters replaced; those that stand for nothing known become unknown.
    pub(super) fn replaced(&mut self, set: Set, receiver: Option<ObjId>, bindings: &Bindings, depth: usize) -> Set {
        if depth >= MAX_DEPTH || !self.has_parameters(set, depth) {
            return set;
        }
        let mut found = if self.store.is_open(set) { Set::UNKNOWN } else { Set::NONE };
        let decorating = self.decorating(set, bindings);
        for id in self.store.members(set).to_vec() {
            let new = match self.store.get(id).clone() {
                Obj::TypeParameter(..) => self.standing_for(id, receiver, bindings),
                Obj::Callable(Some(parameter), _) if decorating.contains(&parameter) => continue,
                Obj::Instance(class, inside) => {
                    let inside = inside.iter().map(|&set| self.replaced(set, receiver, bindings, depth + 1)).collect();
                    self.store.one(Obj::Instance(class, inside))
                }
                Obj::Tuple(inside) => {
                    let inside = inside.iter().map(|&set| self.replaced(set, receiver, bindings, depth + 1)).collect();
                    self.store.one(Obj::Tuple(inside))
                }
                Obj::Iterable(elements) => {
                    let elements = self.replaced(elements, receiver, bindings, depth + 1);
                    self.store.one(Obj::Iterable(elements))
                }
                Obj::Callable(parameter, result) => {
                    // Its own parameter is known when it is called.
                    let kept = parameter.map(|parameter| (parameter, self.store.set(vec![parameter], false)));
                    let mut bindings = bindings.clone();
                    bindings.extend(kept);
                    let result = self.replaced(result, receiver, &bindings, depth + 1);
                    self.store.one(Obj::Callable(parameter, result))
                }
                _ => self.store.set(vec![id], false),
            };
            found = self.store.union(found, new);
        }
        found
    }

    /// Type parameters that stand for a definition. `C | Callable[[C], C]` is what decorators give that may be called first: one
    /// that got a definition gives that, and no other decorator; so does one of which it is not known yet what it got.
    fn decorating(&self, set: Set, bindings: &Bindings) -> Vec<ObjId> {
        let is_definition = |&id: &ObjId| {
            matches!(self.store.get(id), Obj::Class(_) | Obj::Function(_) | Obj::Bound(..) | Obj::Wrapped(..))
        };
        let stands_for_one = |&(parameter, given): &(ObjId, Set)| {
            let members = self.store.members(given);
            let is_one = given == Set::NONE || !members.is_empty() && members.iter().all(is_definition);
            (is_one && self.store.members(set).contains(&parameter)).then_some(parameter)
        };
        bindings.iter().filter_map(stands_for_one).collect()
    }

    fn standing_for(&mut self, parameter: ObjId, receiver: Option<ObjId>, bindings: &Bindings) -> Set {
        if let Some(&(_, set)) = bindings.iter().find(|(bound, _)| *bound == parameter) {
            return set;
        }
        let Obj::TypeParameter(home, name) = *self.store.get(parameter) else { return Set::UNKNOWN };
        let Some(receiver) = receiver else { return Set::UNKNOWN };
        if self.store.text(name) == "Self" {
            return match self.store.get(receiver).clone() {
                Obj::Class(class) => self.store.one(Obj::Instance(class, Box::default())),
                Obj::Outside(name) => self.store.one(Obj::OutsideInstance(name)),
                _ => self.store.set(vec![receiver], false),
            };
        }
        let Obj::Instance(class, inside) = self.store.get(receiver).clone() else { return Set::UNKNOWN };
        let names = |solver: &mut Self, body: BodyRef| {
            let graph = solver.graph(body.unit);
            graph.map(|graph| graph.bodies[body.body.0 as usize].type_parameters.clone()).unwrap_or_default()
        };
        // An heir usually calls the parameter of its base by the same name.
        let own = names(self, class);
        let text = self.store.text(name).to_owned();
        let place = own.iter().position(|own| **own == *text);
        let place = place.or_else(|| names(self, home).iter().position(|own| **own == *text));
        place.and_then(|place| inside.get(place)).copied().unwrap_or(Set::UNKNOWN)
    }

    /// What type parameters stand for when a parameter of that type gets one of these values.
    pub(super) fn unify(&mut self, ty: &Type, set: Set, reader: BodyRef, bindings: &mut Bindings) {
        match ty {
            Type::Parameter(parameter) => self.bind_type(*parameter, set, bindings),
            Type::Union(parts) => parts.iter().for_each(|part| self.unify(part, set, reader, bindings)),
            Type::ClassOf(inner) => {
                let instances = self.instances(set);
                self.unify(inner, instances, reader, bindings);
            }
            Type::Generic(heads, inside) => {
                let name = self.store.members(*heads).first().copied().map(|id| self.name_of(id)).unwrap_or_default();
                match (last_segment(&name), inside.as_slice()) {
                    ("Awaitable" | "Coroutine" | "Future" | "Task", [.., last]) => {
                        let awaited = self.awaited(reader, set);
                        self.unify(last, awaited, reader, bindings);
                    }
                    ("Mapping" | "MutableMapping" | "dict" | "Dict", [keys, values]) => {
                        let (of_keys, of_values) = (self.elements(reader, set, false), self.mapped(reader, set));
                        self.unify(keys, of_keys, reader, bindings);
                        self.unify(values, of_values, reader, bindings);
                    }
                    (_, [element]) => {
                        let elements = self.elements(reader, set, name.contains("Async"));
                        self.unify(element, elements, reader, bindings);
                    }
                    _ => {}
                }
            }
            Type::Unknown | Type::Values(_) | Type::Callable(..) => {}
        }
    }

    pub(super) fn bind_type(&mut self, parameter: ObjId, set: Set, bindings: &mut Bindings) {
        match bindings.iter_mut().find(|(bound, _)| *bound == parameter) {
            Some((_, bound)) => *bound = self.store.union(*bound, set),
            None => bindings.push((parameter, set)),
        }
    }
}
