//! From a value to the function or class of the project that it is, and what is known of that.

use bumpalo::Bump;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Values;
use super::answers::{only, texts};
use super::cells::Cell;
use super::mro::Ancestor;
use super::objects::{BodyRef, MAX_WRAPPED, Obj, ObjId, Set};
use super::solver::{join, last_segment};
use crate::modules::ModuleId;
use crate::project::Trace;
use crate::segment::graph::{Act, ArgumentKind, Body, BodyId, BodyKind, FileGraph, Op, Place, ValueId};
use crate::segment::interface::OwnedPath;
use crate::value::{Facet, Names, Value};

/// Attributes of one name that are followed.
const MAX_CHAIN: usize = 32;

impl Values<'_> {
    /// The only function or class of the project in a set; none when there is another object in it.
    pub(super) fn definition(&self, set: Set) -> Option<BodyRef> {
        let [object] = *self.solver.store.members(set) else { return None };
        self.defined(object, 0)
    }

    fn defined(&self, object: ObjId, depth: usize) -> Option<BodyRef> {
        let body = match *self.solver.store.get(object) {
            Obj::Function(body) | Obj::Bound(body, _) | Obj::Class(body) => body,
            Obj::Wrapped(_, function) if depth < MAX_WRAPPED => return self.defined(function, depth + 1),
            _ => return None,
        };
        self.solver.is_project(body.unit).then_some(body)
    }

    /// What is known of the definition that a set leads to.
    pub(super) fn facet<'a>(&mut self, set: Set, facet: Facet, arena: &'a Bump) -> Value<'a> {
        let Some(at) = self.definition(set) else { return Value::None };
        let Some(graph) = self.solver.graph(at.unit) else { return Value::None };
        let Some(body) = graph.bodies.get(at.body.0 as usize) else { return Value::None };
        let text = |text: &str| Value::Text(arena.alloc_str(text));
        match facet {
            Facet::IsThere => Value::Bool(true),
            Facet::Name => text(last_segment(&body.qualname)),
            Facet::Qualified => text(&self.solver.dotted(at)),
            Facet::Path => text(self.solver.map.path(ModuleId(at.unit.0))),
            Facet::Line => Value::Int(body.range.start.line.into()),
            Facet::IsClass => Value::Bool(body.kind == BodyKind::Class),
            Facet::IsAsync => Value::Bool(matches!(body.kind, BodyKind::Function { is_async: true, .. })),
            Facet::Parameters => {
                text(&body.parameters.iter().map(|parameter| &*parameter.name).collect::<Vec<_>>().join(", "))
            }
            Facet::Decorators => texts(&self.dotted_of(at, &graph, decorators(&graph, body)), arena),
            Facet::Bases => texts(&self.dotted_of(at, &graph, bases(&graph, body)), arena),
        }
    }

    /// The dotted names of values of the body around a definition; those that nobody knows are left out.
    fn dotted_of(&mut self, at: BodyRef, graph: &FileGraph, values: Vec<ValueId>) -> Vec<String> {
        let around = graph.bodies[at.body.0 as usize].parent;
        let body = &graph.bodies[around.0 as usize];
        let file = self.file(ModuleId(at.unit.0));
        let mut dotted = Vec::new();
        for value in values {
            let paths = self.paths(body, value);
            let outside = paths.iter().find_map(OwnedPath::outside).map(str::to_owned);
            let known = outside.or_else(|| only(self.callable_names(file.set(Place { body: around, value }))));
            dotted.extend(known.or_else(|| match paths.first() {
                Some(OwnedPath::Project { module, rest }) => Some(join(self.solver.map.name(*module), rest)),
                _ => None,
            }));
        }
        dotted
    }

    /// One of the decorators of a definition is one of the names.
    pub(super) fn is_decorated_by(&mut self, at: BodyRef, names: Names) -> bool {
        let Some(graph) = self.solver.graph(at.unit) else { return false };
        let Some(body) = graph.bodies.get(at.body.0 as usize) else { return false };
        let around = &graph.bodies[body.parent.0 as usize];
        let file = self.file(ModuleId(at.unit.0));
        decorators(&graph, body).into_iter().any(|value| {
            self.names(around, value).iter().any(|name| names.has(name))
                || self.is(file.set(Place { body: body.parent, value }), names)
        })
    }

    /// A class has one of the names among its ancestors.
    pub(super) fn inherits(&mut self, class: BodyRef, names: Names) -> bool {
        let mro = self.solver.mro(class, class);
        mro.ancestors.iter().skip(1).any(|&ancestor| {
            let object = self.solver.store.object(ancestor.object());
            self.is_meant(object, &names)
        })
    }

    /// The names that the bodies of the only class in a set and of its ancestors in the project bind, nearer ones first.
    pub(super) fn inherited_members(&mut self, set: Set) -> Members {
        let mut members = Members::default();
        let [object] = *self.solver.store.members(set) else { return members };
        let Obj::Class(class) = *self.solver.store.get(object) else { return members };
        let mro = self.solver.mro(class, class);
        for home in mro.classes() {
            if let Some(graph) = self.solver.graph(home.unit).filter(|_| self.solver.is_project(home.unit)) {
                members.add(&graph, home.body);
            }
        }
        members
    }

    /// Something in a body, or in one inside it, reads a dotted name that is bound outside of the project.
    pub(super) fn reads(&mut self, at: BodyRef, name: &str) -> bool {
        let Some(graph) = self.solver.graph(at.unit) else { return false };
        let last = last_segment(name);
        let mut is_inside = vec![false; graph.bodies.len()];
        for (id, body) in (0..).map(BodyId).zip(&graph.bodies) {
            // A body comes before those inside it.
            let place = id.0 as usize;
            is_inside[place] = id == at.body || id != BodyId::MODULE && is_inside[body.parent.0 as usize];
            if !is_inside[place] {
                continue;
            }
            let reads = |value: &ValueId| match &body.values[value.0 as usize].op {
                Op::Attribute { name: member, .. } => {
                    **member == *last && self.names(body, *value).iter().any(|known| known == name)
                }
                Op::Named(_) => self.names(body, *value).iter().any(|known| known == name),
                _ => false,
            };
            if (0..body.values.len() as u32).map(ValueId).any(|value| reads(&value)) {
                return true;
            }
        }
        false
    }

    /// The dotted names outside of the project of a chain of attributes.
    fn names(&self, body: &Body, value: ValueId) -> Vec<String> {
        self.paths(body, value).iter().filter_map(OwnedPath::outside).map(str::to_owned).collect()
    }

    /// What a chain of attributes may stand for, as far as names tell.
    fn paths(&self, body: &Body, value: ValueId) -> Vec<OwnedPath> {
        let mut members: Vec<&str> = Vec::new();
        let mut at = value;
        loop {
            match &body.values[at.0 as usize].op {
                Op::Attribute { object, name } if members.len() < MAX_CHAIN => {
                    members.push(name);
                    at = *object;
                }
                Op::Named(path) => {
                    let longer =
                        |front: &str| members.iter().rev().fold(front.to_owned(), |front, member| front + "." + member);
                    return match path {
                        OwnedPath::Outside(text) => vec![OwnedPath::Outside(longer(text).into())],
                        OwnedPath::Project { module, rest } => {
                            let rest = longer(rest).trim_start_matches('.').into();
                            let path = OwnedPath::Project { module: *module, rest };
                            self.solver.project.canonical(&path, &Trace::default()).to_vec()
                        }
                    };
                }
                _ => return Vec::new(),
            }
        }
    }

    /// The dotted name of what a class of the project has under a name, from the project.
    pub(super) fn found(&mut self, set: Set, name: &str) -> Option<String> {
        let [object] = *self.solver.store.members(set) else { return None };
        let Obj::Class(class) = *self.solver.store.get(object) else { return None };
        let name = self.solver.store.atom(name);
        let mro = self.solver.mro(class, class);
        let mut homes = mro.ancestors.iter().filter_map(|&ancestor| match ancestor {
            Ancestor::Class(home) if self.solver.is_project(home.unit) => Some(home),
            _ => None,
        });
        let home = homes.find(|&home| self.solver.cells.peek(Cell::Name(home, name)) != Set::NONE)?;
        Some(format!("{}.{}", self.solver.dotted(home), self.solver.store.text(name)))
    }
}

/// Names of a class and its ancestors, each once.
#[derive(Default)]
pub(super) struct Members {
    /// Those of functions.
    pub(super) methods: Vec<String>,
    /// Those of anything else than functions and classes.
    pub(super) fields: Vec<String>,
    /// All of them, those of classes too.
    seen: FxHashSet<String>,
}

impl Members {
    /// Adds what the body of a class binds, in the order of the source.
    fn add(&mut self, graph: &FileGraph, class: BodyId) {
        let inner = graph.bodies.iter().filter(|body| body.parent == class);
        let inner: FxHashMap<&str, BodyKind> = inner.map(|body| (last_segment(&body.qualname), body.kind)).collect();
        let Some(body) = graph.bodies.get(class.0 as usize) else { return };
        for effect in &body.effects {
            let name = match &effect.act {
                Act::Bind { body, name, .. } if *body == class => name,
                Act::Declare { object: None, name, .. } => name,
                _ => continue,
            };
            if self.seen.insert(name.to_string()) {
                match inner.get(&**name) {
                    Some(BodyKind::Function { .. }) => self.methods.push(name.to_string()),
                    Some(BodyKind::Class) => {}
                    _ => self.fields.push(name.to_string()),
                }
            }
        }
    }
}

/// What decorates a definition, without the calls.
fn decorators(graph: &FileGraph, body: &Body) -> Vec<ValueId> {
    let around = &graph.bodies[body.parent.0 as usize];
    let target = |&value: &ValueId| match &around.values[value.0 as usize].op {
        Op::Call { callee, .. } => *callee,
        _ => value,
    };
    body.decorators.iter().map(target).collect()
}

/// The bases of a class; of `Base[T]` the class.
fn bases(graph: &FileGraph, body: &Body) -> Vec<ValueId> {
    let around = &graph.bodies[body.parent.0 as usize];
    let bases = body.bases.iter().filter(|base| base.kind == ArgumentKind::Positional);
    let class = |value: ValueId| match &around.values[value.0 as usize].op {
        Op::Item { object, .. } => *object,
        _ => value,
    };
    bases.map(|base| class(base.value)).collect()
}
