//! From what values can be to what a file has to be told of them: that one is a function or class of a library which some
//! rule asks for, under a name that does not stand there. A worker looks for what rules ask for by the last segment of the
//! names that it reads; what has another name there is out of its sight.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::cells::Cell;
use super::objects::{MAX_WRAPPED, Obj, ObjId, Set, Site};
use super::solver::last_segment;
use super::{BodyRef, FileValues, Values};
use crate::project::Trace;
use crate::segment::graph::{Body, BodyId, Op, Place, Value, ValueId};
use crate::segment::interface::OwnedPath;
use crate::segment::learned::Learned;
use crate::value::{Constants, Names, NamesId};

/// The names that rules ask for, by their last segments.
pub struct Asked {
    by_last: FxHashMap<&'static str, Vec<Names>>,
}

impl Asked {
    /// Those of all rules.
    pub fn of(constants: &Constants) -> Self {
        let mut by_last: FxHashMap<&'static str, Vec<Names>> = FxHashMap::default();
        for at in 0..constants.names.len() {
            let names = constants.names(NamesId::at(at));
            for name in names.names() {
                let sets = by_last.entry(last_segment(name)).or_default();
                if sets.last() != Some(&names) {
                    sets.push(names);
                }
            }
        }
        Asked { by_last }
    }

    /// The sets that hold a name with that last segment.
    fn ending_in(&self, last: &str) -> &[Names] {
        self.by_last.get(last).map_or(&[], Vec::as_slice)
    }
}

/// What is found out about one value.
#[derive(Default)]
struct Found {
    names: Vec<Box<str>>,
    /// The calls of `functools.partial` that made it.
    partials: Vec<Site>,
}

impl Values<'_> {
    /// What a file has to be told of its values, for rules that ask for these names.
    pub fn learned(&mut self, file: &FileValues, asked: &Asked) -> Learned {
        let mut learned = Learned::default();
        let Some(graph) = self.solver.graph(file.unit) else { return learned };
        for (id, body) in (0..).map(BodyId).zip(&graph.bodies) {
            for (at, value) in (0..).map(ValueId).zip(&body.values) {
                match &value.op {
                    Op::Call { callee, .. } => {
                        let stands = body.values.get(callee.0 as usize).map(|callee| Stands::of(callee, value));
                        let place = Place { body: id, value: *callee };
                        if let Some(known) = stands.and_then(|stands| known_name(body, *callee, stands)) {
                            self.learn_callee(file, place, known, asked, &mut learned);
                        }
                    }
                    Op::Named(OwnedPath::Project { .. }) | Op::Attribute { .. } => {
                        if let Some(path) = path_of(body, at) {
                            let names = self.other_names(&path, asked);
                            learned.add(Place { body: id, value: at }, names);
                        }
                    }
                    _ => {}
                }
            }
        }
        learned
    }

    /// What is called there. `known`: the name that stands there.
    fn learn_callee(
        &mut self,
        file: &FileValues,
        place: Place,
        known: Option<&str>,
        asked: &Asked,
        learned: &mut Learned,
    ) {
        let mut found = Found::default();
        self.library_names(file.set(place), asked, 0, &mut found);
        found.names.retain(|name| Some(last_segment(name)) != known);
        if found.names.is_empty() {
            return;
        }
        learned.add(place, found.names);
        // Several may have made it: what they hold is not told apart.
        if let [made_by] = *found.partials
            && made_by.at.unit == file.unit
        {
            learned.add_partial(place, Place { body: made_by.at.body, value: made_by.value });
        }
    }

    /// The functions and classes of libraries in a set that are asked for.
    fn library_names(&mut self, set: Set, asked: &Asked, depth: usize, found: &mut Found) {
        if depth > MAX_WRAPPED {
            return;
        }
        for object in self.solver.store.members(set).to_vec() {
            self.library_name(object, asked, depth, found);
        }
    }

    fn library_name(&mut self, object: ObjId, asked: &Asked, depth: usize, found: &mut Found) {
        let object = match *self.solver.store.get(object) {
            Obj::Bound(function, _) => self.solver.store.object(Obj::Function(function)),
            Obj::Function(_) | Obj::Class(_) | Obj::Outside(_) => object,
            Obj::Member(container, name) => {
                let method = self.solver.container_method(container, name);
                let is_asked = |name: &String| asked.ending_in(last_segment(name)).iter().any(|names| names.has(name));
                found.names.extend(method.filter(is_asked).map(String::into_boxed_str));
                return;
            }
            Obj::Wrapped(_, function) => {
                if depth < MAX_WRAPPED {
                    self.library_name(function, asked, depth + 1, found);
                }
                return;
            }
            Obj::Partial(site) => {
                let callee = self.solver.store.atom("callee()");
                let set = self.solver.cells.peek(Cell::Entry(site, callee));
                if depth == 0 {
                    found.partials.push(site);
                }
                return self.library_names(set, asked, depth + 1, found);
            }
            _ => return,
        };
        if let Obj::Function(body) | Obj::Class(body) = *self.solver.store.get(object)
            && (self.solver.is_project(body.unit) || asked.ending_in(&self.last_name(body)).is_empty())
        {
            return;
        }
        let name = self.solver.name_of(object);
        if asked.ending_in(last_segment(&name)).iter().any(|&names| self.is_meant(object, &names)) {
            found.names.push(name.into());
        }
    }

    fn last_name(&mut self, body: BodyRef) -> String {
        let graph = self.solver.graph(body.unit);
        let body = graph.as_ref().and_then(|graph| graph.bodies.get(body.body.0 as usize));
        body.map(|body| last_segment(&body.qualname).to_owned()).unwrap_or_default()
    }

    /// The asked names outside of the project that a path into it leads to under another last name.
    fn other_names(&self, path: &OwnedPath, asked: &Asked) -> Vec<Box<str>> {
        let OwnedPath::Project { rest, .. } = path else { return Vec::new() };
        let written = last_segment(rest);
        let places = self.solver.project.canonical(path, &Trace::default());
        let others = places.iter().filter_map(|place| match place {
            OwnedPath::Outside(name) if last_segment(name) != written => Some(&**name),
            _ => None,
        });
        let is_asked = |name: &&str| {
            asked.ending_in(last_segment(name)).iter().any(|&names| self.solver.project.is_known_as(name, names))
        };
        others.filter(is_asked).map(Into::into).collect()
    }
}

/// Where the expression of a value that is called stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// The call begins with it.
    There,
    /// It is a part of what is written there, as in `{"key": value}["key"]()`.
    Inside,
    /// Elsewhere: a variable brings it there.
    Elsewhere,
}

impl Stands {
    fn of(callee: &Value, call: &Value) -> Stands {
        let (callee, call) = (callee.range, call.range);
        match callee.start.cmp(&call.start) {
            Ordering::Equal if callee.end <= call.end => Stands::There,
            Ordering::Greater if callee.end < call.end => Stands::Inside,
            _ => Stands::Elsewhere,
        }
    }
}

/// The last name by which the file knows what is called; none where it is not worth asking.
fn known_name(body: &Body, callee: ValueId, stands: Stands) -> Option<Option<&str>> {
    match &body.values.get(callee.0 as usize)?.op {
        // The file itself knows what it imports, and what it defines is of no library.
        Op::Named(OwnedPath::Outside(_)) if stands != Stands::Inside => None,
        Op::Unbound(_) | Op::Function(_) | Op::Class(_) => None,
        Op::Named(OwnedPath::Project { rest, .. }) => Some(Some(last_segment(rest))),
        Op::Attribute { name, .. } if stands == Stands::There => Some(Some(name)),
        Op::Captured { name, .. } => Some(Some(name)),
        _ => Some(None),
    }
}

/// The path into the project that a value is read by, through modules.
fn path_of(body: &Body, value: ValueId) -> Option<OwnedPath> {
    match &body.values.get(value.0 as usize)?.op {
        Op::Named(path @ OwnedPath::Project { rest, .. }) if !rest.is_empty() => Some(path.clone()),
        // An operand comes before what uses it, so that this ends.
        Op::Attribute { object, name } if *object < value => match &body.values.get(object.0 as usize)?.op {
            Op::Named(OwnedPath::Project { module, rest }) if rest.is_empty() => {
                Some(OwnedPath::Project { module: *module, rest: name.clone() })
            }
            _ => None,
        },
        _ => None,
    }
}
