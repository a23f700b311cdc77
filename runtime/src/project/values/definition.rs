//! From a value to the function or class of the project that it is, and what is known of that.

use bumpalo::Bump;

use super::Values;
use super::cells::Cell;
use super::mro::Ancestor;
use super::objects::{BodyRef, MAX_WRAPPED, Obj, ObjId, Set};
use super::solver::last_segment;
use crate::modules::ModuleId;
use crate::project::Trace;
use crate::segment::graph::{Body, BodyId, BodyKind, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::value::{Facet, Value};

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
        }
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
                        OwnedPath::Outside(text) => vec![longer(text)],
                        OwnedPath::Project { module, rest } => {
                            let rest = longer(rest).trim_start_matches('.').into();
                            let path = OwnedPath::Project { module: *module, rest };
                            let places = self.solver.project.canonical(&path, &Trace::default());
                            let outside = places.iter().filter_map(|place| match place {
                                OwnedPath::Outside(text) => Some(text.to_string()),
                                OwnedPath::Project { .. } => None,
                            });
                            outside.collect()
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
