//! The fixpoint: bodies are looked at, one after another, until no cell grows any more. Sets only grow and are bounded, so
//! it ends, and the order in which bodies are looked at does not matter to what comes out. (The analysis is inclusion-based
//! and does not tell calls of one function apart: L. Andersen, Program Analysis and Specialization for the C Programming
//! Language, 1994; classes of values as O. Agesen's Cartesian products would have them are not kept apart either.)

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Graphs;
use super::cells::{Cell, Cells, Part};
use super::fixtures::KnownFixtures;
use super::look::Looked;
use super::mro::Mro;
use super::objects::{Atom, BodyRef, Obj, ObjId, Set, Site, Store, Unit, Wrapper};
use super::record::Recorder;
use super::signature::Signature;
use crate::modules::{ModuleId, ModuleMap};
use crate::project::libraries::Libraries;
use crate::project::{Project, Trace};
use crate::segment::graph::{Act, Body, BodyId, BodyKind, FileGraph, Op, ParameterKind, ValueId};
use crate::segment::interface::OwnedPath;

/// State of the fixpoint.
pub(super) struct Solver<'g> {
    pub(super) graphs: &'g (dyn Graphs + Sync),
    pub(super) libraries: &'g Libraries,
    pub(super) project: &'g Project<'g>,
    pub(super) map: &'g ModuleMap,
    pub(super) store: Store,
    pub(super) cells: Cells,
    /// Library modules that were met, by name; those that no stub describes are none.
    pub(super) met: FxHashMap<Box<str>, Option<Unit>>,
    /// Graphs and names of the library modules that were met, behind those of the project.
    pub(super) library_units: Vec<(Box<str>, Arc<FileGraph>)>,
    pub(super) mros: FxHashMap<BodyRef, Arc<Mro>>,
    /// By class: the classes whose linearization it is in, itself among them.
    pub(super) heirs: FxHashMap<BodyRef, Vec<BodyRef>>,
    pub(super) signatures: FxHashMap<BodyRef, Arc<Signature>>,
    pub(super) known_fixtures: KnownFixtures,
    /// Instances of the classes that literals and operators of the language give.
    pub(super) literals: FxHashMap<&'static str, Set>,
    /// By module: the values that decorate.
    decorators: FxHashMap<Unit, FxHashSet<Site>>,
    /// Functions whose first parameter nobody fills, and so takes its own class.
    pub(super) is_seeding: bool,
    /// Takes down calls, in the last round.
    pub(super) recorder: Option<Recorder>,
    started: FxHashSet<BodyRef>,
    /// What came out when a body was looked at last.
    pub(super) looked: FxHashMap<BodyRef, Looked>,
    depth: usize,
    /// Names outside of the project that are asked for on behalf of each other.
    naming: usize,
}

/// A body while it is looked at.
pub(super) struct Frame<'b> {
    pub(super) at: BodyRef,
    pub(super) body: &'b Body,
    /// What each of its values can be, so far.
    pub(super) sets: Vec<Set>,
}

impl Frame<'_> {
    /// What a value can be.
    pub(super) fn set(&self, value: ValueId) -> Set {
        self.sets.get(value.0 as usize).copied().unwrap_or(Set::UNKNOWN)
    }

    /// How a value comes about.
    pub(super) fn op(&self, value: ValueId) -> &Op {
        self.body.values.get(value.0 as usize).map_or(&Op::Unknown, |value| &value.op)
    }

    pub(super) fn site(&self, value: ValueId) -> Site {
        Site { at: self.at, value }
    }
}

impl<'g> Solver<'g> {
    pub(super) fn new(
        graphs: &'g (dyn Graphs + Sync),
        libraries: &'g Libraries,
        project: &'g Project<'g>,
        map: &'g ModuleMap,
    ) -> Self {
        Solver {
            graphs,
            libraries,
            project,
            map,
            store: Store::new(),
            cells: Cells::default(),
            met: FxHashMap::default(),
            library_units: Vec::new(),
            mros: FxHashMap::default(),
            heirs: FxHashMap::default(),
            signatures: FxHashMap::default(),
            known_fixtures: KnownFixtures::default(),
            literals: FxHashMap::default(),
            decorators: FxHashMap::default(),
            is_seeding: false,
            recorder: None,
            started: FxHashSet::default(),
            looked: FxHashMap::default(),
            depth: 0,
            naming: 0,
        }
    }

    /// Looks at every body of the project until nothing changes.
    pub(super) fn solve(&mut self) {
        let mut methods = Vec::new();
        for module in self.map.ids() {
            let unit = Unit(module.0);
            let Some(graph) = self.graph(unit) else { continue };
            for (at, body) in graph.bodies.iter().enumerate() {
                let body_ref = BodyRef { unit, body: BodyId(at as u32) };
                self.cells.enqueue(body_ref);
                if matches!(body.kind, BodyKind::Function { .. }) {
                    methods.push(body_ref);
                }
            }
        }
        self.settle();
        // A method that nobody calls still has a receiver.
        self.is_seeding = true;
        for method in methods {
            if self.cells.peek(Cell::Parameter(method, 0)) == Set::NONE {
                self.seed_receiver(method);
            }
        }
        self.settle();
        // Whatever nobody has brought by now comes from outside of the project.
        self.cells.add(Cell::Unseen, Set::UNKNOWN, &mut self.store);
        self.settle();
        self.cells.forget_readers();
    }

    fn settle(&mut self) {
        let mut last = None;
        while let Some((body, parts)) = self.cells.next_after(last) {
            self.look_again(body, &parts);
            last = Some(body);
        }
    }

    /// The receiver of a method in the class that defines it.
    fn seed_receiver(&mut self, method: BodyRef) {
        let Some(graph) = self.graph(method.unit) else { return };
        let body = &graph.bodies[method.body.0 as usize];
        let parent = BodyRef { unit: method.unit, body: body.parent };
        if graph.bodies[body.parent.0 as usize].kind != BodyKind::Class || body.parameters.is_empty() {
            return;
        }
        let name = self.store.atom(last_segment(&body.qualname));
        let bound = self.cells.peek(Cell::Name(parent, name));
        let members = self.store.members(bound).to_vec();
        let wraps =
            |wrapper| members.iter().any(|&id| matches!(self.store.get(id), Obj::Wrapped(w, _) if *w == wrapper));
        let receiver = if wraps(Wrapper::Static) {
            return;
        } else if wraps(Wrapper::Class) || matches!(last_segment(&body.qualname), "__new__" | "__init_subclass__") {
            Obj::Class(parent)
        } else {
            Obj::Instance(parent, Box::default())
        };
        let set = self.store.one(receiver);
        self.cells.add(Cell::Parameter(method, 0), set, &mut self.store);
    }

    /// The graph of a module.
    pub(super) fn graph(&mut self, unit: Unit) -> Option<Arc<FileGraph>> {
        let n_project = self.map.len() as u32;
        if unit.0 < n_project {
            return self.graphs.graph(ModuleId(unit.0));
        }
        self.library_units.get((unit.0 - n_project) as usize).map(|(_, graph)| Arc::clone(graph))
    }

    /// The unit is a file of the project.
    pub(super) fn is_project(&self, unit: Unit) -> bool {
        unit.0 < self.map.len() as u32
    }

    /// The dotted name of a module.
    pub(super) fn unit_name(&self, unit: Unit) -> &str {
        match unit.0.checked_sub(self.map.len() as u32) {
            None => self.map.name(ModuleId(unit.0)),
            Some(library) => &self.library_units[library as usize].0,
        }
    }

    /// The dotted name of a definition.
    pub(super) fn dotted(&mut self, body: BodyRef) -> String {
        let qualname = self.graph(body.unit).map(|graph| graph.bodies[body.body.0 as usize].qualname.clone());
        join(self.unit_name(body.unit), &qualname.unwrap_or_default())
    }

    pub(super) fn act(&mut self, frame: &Frame<'_>, act: &Act) {
        match act {
            Act::StoreAttribute { object, name, value } => {
                let name = self.store.atom(name);
                self.store_attribute(frame.set(*object), name, frame.set(*value));
            }
            Act::StoreItem { object, key, value } => {
                let key = self.constant_key(frame, *key);
                let value = frame.set(*value);
                self.store_item(frame.at, frame.set(*object), key, value);
            }
            Act::Bind { body, name, value, annotation } => {
                let name = self.store.atom(name);
                let home = BodyRef { unit: frame.at.unit, body: *body };
                self.cells.add(Cell::Name(home, name), frame.set(*value), &mut self.store);
                if let Some(annotation) = annotation {
                    let annotated = self.annotated(frame, *annotation);
                    self.cells.add(Cell::Name(home, name), annotated, &mut self.store);
                }
            }
            Act::Declare { object, name, annotation } => {
                let (name, annotated) = (self.store.atom(name), self.annotated(frame, *annotation));
                match object {
                    Some(object) => self.store_attribute(frame.set(*object), name, annotated),
                    None if frame.body.kind == BodyKind::Class => {
                        self.cells.add(Cell::Attribute(frame.at, name), annotated, &mut self.store);
                    }
                    None => self.cells.add(Cell::Name(frame.at, name), annotated, &mut self.store),
                }
            }
            Act::Return(value) => {
                let set = self.handed_back(frame, *value);
                self.cells.add(Cell::Returned(frame.at), set, &mut self.store);
            }
            Act::Yield(value) => self.cells.add(Cell::Yielded(frame.at), frame.set(*value), &mut self.store),
            Act::Delegate(value) => {
                let elements = self.elements(frame.at, frame.set(*value), false);
                self.cells.add(Cell::Yielded(frame.at), elements, &mut self.store);
            }
            Act::Raise(_) => {}
        }
    }

    /// What a function returns; a parameter that it hands back stands for what each call passes.
    fn handed_back(&mut self, frame: &Frame<'_>, value: ValueId) -> Set {
        match frame.op(value) {
            Op::Join(parts) if parts.iter().all(|part| part.0 < value.0) => {
                parts.iter().fold(Set::NONE, |all, &part| {
                    let set = self.handed_back(frame, part);
                    self.store.union(all, set)
                })
            }
            Op::Parameter(place) => {
                let is_plain =
                    frame.body.parameters.get(*place as usize).is_some_and(|parameter| {
                        !matches!(parameter.kind, ParameterKind::Rest | ParameterKind::Keywords)
                    });
                if !is_plain {
                    return frame.set(value);
                }
                let passed = self.passed(frame.at, *place);
                self.store.set(vec![passed], false)
            }
            _ => frame.set(value),
        }
    }

    /// Stands for what a call passes to a parameter of a function.
    pub(super) fn passed(&mut self, function: BodyRef, place: u32) -> ObjId {
        let name = self.store.atom(&format!("parameter {place}"));
        self.store.object(Obj::TypeParameter(function, name))
    }

    /// Values of a module that decorate.
    pub(super) fn is_decorator(&mut self, site: Site) -> bool {
        if !self.decorators.contains_key(&site.at.unit) {
            let mut sites = FxHashSet::default();
            if let Some(graph) = self.graph(site.at.unit) {
                for body in &graph.bodies {
                    let at = BodyRef { unit: site.at.unit, body: body.parent };
                    sites.extend(body.decorators.iter().map(|&value| Site { at, value }));
                }
            }
            self.decorators.insert(site.at.unit, sites);
        }
        self.decorators[&site.at.unit].contains(&site)
    }

    fn store_attribute(&mut self, object: Set, name: Atom, value: Set) {
        for id in self.store.members(object).to_vec() {
            let cell = match *self.store.get(id) {
                Obj::Instance(class, _) => Cell::Attribute(class, name),
                Obj::Class(class) => Cell::Name(class, name),
                Obj::Module(unit) => Cell::Name(BodyRef { unit, body: BodyId::MODULE }, name),
                Obj::Function(function) => Cell::Attribute(function, name),
                _ => continue,
            };
            self.cells.add(cell, value, &mut self.store);
        }
    }

    /// Puts a value into containers, under a constant key or any other.
    pub(super) fn store_item(&mut self, reader: BodyRef, object: Set, key: Option<Atom>, value: Set) {
        for id in self.store.members(object).to_vec() {
            match self.store.get(id).clone() {
                Obj::Container(site) => {
                    let cell = key.map_or(Cell::Entries(site), |key| Cell::Entry(site, key));
                    self.cells.add(cell, value, &mut self.store);
                }
                Obj::Instance(class, _) if self.is_project(class.unit) => {
                    let name = self.store.atom("__setitem__");
                    let method = self.attribute(id, name, reader);
                    self.call_implicit(reader, method, &[Set::UNKNOWN, value]);
                }
                _ => {}
            }
        }
    }

    /// What a path stands for.
    pub(super) fn named(&mut self, frame_at: BodyRef, path: &OwnedPath) -> Set {
        match path {
            OwnedPath::Outside(dotted) => self.outside(dotted, frame_at),
            // A stub is the only file of its project.
            OwnedPath::Project { rest, .. } if !self.is_project(frame_at.unit) => {
                self.within(frame_at.unit, rest, frame_at)
            }
            OwnedPath::Project { .. } => {
                let places = self.project.canonical(path, &Trace::default());
                let mut found = Set::NONE;
                for place in places.iter() {
                    let set = match place {
                        OwnedPath::Outside(dotted) => self.outside(dotted, frame_at),
                        OwnedPath::Project { module, rest } => self.within(Unit(module.0), rest, frame_at),
                    };
                    found = self.store.union(found, set);
                }
                found
            }
        }
    }

    /// What a dotted name holds inside a module.
    pub(super) fn within(&mut self, unit: Unit, rest: &str, reader: BodyRef) -> Set {
        let mut set = self.store.one(Obj::Module(unit));
        for name in rest.split('.').filter(|name| !name.is_empty()) {
            let name = self.store.atom(name);
            set = match self.missing(unit, set) {
                // Asked once more, the library would be asked for the same name again, without end.
                Some(of) => {
                    let dotted = join(self.store.text(of), self.store.text(name));
                    let dotted = self.store.atom(&dotted);
                    self.store.one(Obj::Outside(dotted))
                }
                None => self.attribute_of_set(set, name, reader),
            };
        }
        set
    }

    /// The name in a library module that its stub does not have.
    fn missing(&self, unit: Unit, set: Set) -> Option<Atom> {
        let [one] = *self.store.members(set) else { return None };
        let Obj::Outside(name) = *self.store.get(one) else { return None };
        let rest = self.store.text(name).strip_prefix(self.unit_name(unit))?;
        rest.starts_with('.').then_some(name)
    }

    /// What a dotted name stands for that lies outside of the project: in a library that is known, or nowhere.
    pub(super) fn outside(&mut self, dotted: &str, reader: BodyRef) -> Set {
        // Two modules that import one name from each other lead from one to the other without end.
        const MAX_DEPTH: usize = 8;
        if self.naming >= MAX_DEPTH {
            let atom = self.store.atom(dotted);
            return self.store.one(Obj::Outside(atom));
        }
        self.naming += 1;
        let set = self.named_outside(dotted, reader);
        self.naming -= 1;
        set
    }

    fn named_outside(&mut self, dotted: &str, reader: BodyRef) -> Set {
        let ends: Vec<usize> = dotted.match_indices('.').map(|(dot, _)| dot).chain([dotted.len()]).collect();
        for &end in ends.iter().rev() {
            let Some(unit) = self.library(&dotted[..end]) else { continue };
            return self.within(unit, dotted[end..].trim_start_matches('.'), reader);
        }
        let atom = self.store.atom(dotted);
        self.store.one(Obj::Outside(atom))
    }

    /// The library module of that name, if a stub or the environment describes it.
    pub(super) fn library(&mut self, name: &str) -> Option<Unit> {
        if let Some(&known) = self.met.get(name) {
            return known;
        }
        let graph = self.libraries.graph(name);
        let unit = graph.map(|graph| {
            self.library_units.push((name.into(), graph));
            Unit((self.map.len() + self.library_units.len() - 1) as u32)
        });
        self.met.insert(name.into(), unit);
        if let Some(unit) = unit {
            self.start(BodyRef { unit, body: BodyId::MODULE });
        }
        unit
    }

    /// Looks at a body of a library for the first time, at once, since whoever names it wants to know.
    pub(super) fn start(&mut self, body: BodyRef) {
        const MAX_DEPTH: usize = 24;
        if !self.started.insert(body) {
            return;
        }
        if self.depth >= MAX_DEPTH {
            self.cells.enqueue(body);
            return;
        }
        self.depth += 1;
        self.look_again(body, &[Part::Whole]);
        self.depth -= 1;
    }
}

/// The last name of a dotted one.
pub(super) fn last_segment(dotted: &str) -> &str {
    dotted.rsplit('.').next().unwrap_or(dotted)
}

/// Two dotted names behind each other.
pub(super) fn join(first: &str, second: &str) -> String {
    match (first, second) {
        ("", name) | (name, "") => name.to_owned(),
        (first, second) => format!("{first}.{second}"),
    }
}
