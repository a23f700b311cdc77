//! From the graphs of a file, its flow facts and what its calls reach to its skeleton.

mod calls;
mod captures;
mod exceptions;
mod facts;
mod guards;
mod labels;
mod names;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::modules::ModuleId;
use crate::segment::endpoint::{FlowFact, Kinds};
use crate::segment::graph::{
    Act, Body, BodyId, BodyKind, Derivation, DisplayKind, Entry, FileGraph, Op, Place, Run, ValueId,
};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::Range;

use self::captures::Captures;
pub(super) use self::facts::{sinks, sources};
use self::guards::{Around, FileGuards, Guards};
use super::library;
use super::path::{Handing, Label, LabelId, Labels, Transfer};
use super::program::{CallTargets, Program};
use super::skeleton::{Block, CellId, Edge, End, FileSkeleton, Overwrite, Skeleton, SkeletonParameter, What};

/// Labels and places that everybody can see, numbered for a whole project, and what its tests say.
#[derive(Default)]
pub(super) struct Names {
    pub(super) labels: Labels,
    guards: Guards,
    cells: FxHashMap<OwnedPath, CellId>,
    pub(super) cell_paths: Vec<OwnedPath>,
}

impl Names {
    /// The number of a place that everybody can see.
    pub(super) fn cell(&mut self, path: OwnedPath) -> CellId {
        let paths = &mut self.cell_paths;
        *self.cells.entry(path).or_insert_with_key(|path| {
            paths.push(path.clone());
            CellId(paths.len() as u32 - 1)
        })
    }
}

/// A value that reads a place that everybody can see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) cell: CellId,
    pub(super) body: BodyId,
    pub(super) value: u32,
    pub(super) transfer: Transfer,
}

/// What a file gives.
pub(super) struct Built {
    pub(super) skeleton: FileSkeleton,
    pub(super) reads: Vec<Read>,
}

/// What is the same for all bodies of a file.
struct FileBuild<'b> {
    file: ModuleId,
    graph: &'b FileGraph,
    targets: &'b dyn CallTargets,
    names: &'b mut Names,
    captures: Captures,
    reads: Vec<Read>,
    /// Places that facts say hand something on: nothing else is presumed of such a call.
    described: FxHashSet<Place>,
    /// What its tests say.
    guards: FileGuards,
    program: &'b dyn Program,
}

/// Builds the skeleton of a file. `first_sink` is the number of its first sink.
pub(super) fn build(
    file: ModuleId,
    graph: &Arc<FileGraph>,
    facts: &[FlowFact],
    (program, targets): (&dyn Program, &dyn CallTargets),
    names: &mut Names,
    first_sink: u32,
) -> Built {
    let captures = Captures::of(file, graph, names);
    let mut build = FileBuild {
        file,
        graph,
        targets,
        names,
        captures,
        reads: Vec::new(),
        described: facts::described(file, graph, facts, targets),
        guards: FileGuards::new(file, graph, facts),
        program,
    };
    let bodies = (0..graph.bodies.len()).map(|at| build.body(BodyId(at as u32))).collect();
    let mut skeleton = FileSkeleton { file, bodies };
    facts::enter(&mut build, facts, first_sink, &mut skeleton);
    skeleton.bodies.iter_mut().for_each(Skeleton::finish);
    Built { skeleton, reads: build.reads }
}

/// A body that is being read.
struct BodyBuild<'f, 'b> {
    of: &'f mut FileBuild<'b>,
    id: BodyId,
    body: &'b Body,
    /// Values that are called.
    called: FxHashSet<u32>,
    out: Skeleton,
}

impl<'b> FileBuild<'b> {
    fn body(&mut self, id: BodyId) -> Skeleton {
        let body = &self.graph.bodies[id.0 as usize];
        let out = Skeleton {
            qualname: body.qualname.clone(),
            is_generator: matches!(body.kind, BodyKind::Function { is_generator: true, .. }),
            is_opaque: body.is_opaque,
            parameters: parameters(body),
            ranges: body.values.iter().map(|value| value.range).collect(),
            order: order_of(body),
            blocks: body.runs.iter().map(|run| block(run, is_constructor(body))).collect(),
            ..Skeleton::default()
        };
        let mut build = BodyBuild { of: self, id, body, called: called(body), out };
        for at in 0..body.values.len() as u32 {
            build.value(at);
        }
        build.takers();
        for at in 0..body.effects.len() as u32 {
            build.effect(at);
        }
        build.key_parameters();
        build.out
    }
}

/// The place of each value in the order of values and effects.
fn order_of(body: &Body) -> Vec<u32> {
    let mut n_effects = 0;
    let values = 0..body.values.len() as u32;
    let place = |value| {
        while body.effects.get(n_effects).is_some_and(|effect| effect.n_values <= value) {
            n_effects += 1;
        }
        value + n_effects as u32
    };
    values.map(place).collect()
}

/// Values that are called.
fn called(body: &Body) -> FxHashSet<u32> {
    let callees = body.values.iter().filter_map(|value| match &value.op {
        Op::Call { callee, .. } => Some(callee.0),
        _ => None,
    });
    callees.collect()
}

/// Where a constructor raises an exception there is no object.
fn block(run: &Run, is_constructor: bool) -> Block {
    let is_end = run.is_end || (run.next.is_empty() && !is_constructor);
    Block { first: run.first_value + run.first_effect, next: run.next.clone(), is_end }
}

fn is_constructor(body: &Body) -> bool {
    body.qualname.ends_with(".__init__") || body.qualname.ends_with(".__post_init__")
}

fn parameters(body: &Body) -> Vec<SkeletonParameter> {
    let mut parameters: Vec<_> = body
        .parameters
        .iter()
        .map(|parameter| SkeletonParameter { name: parameter.name.clone(), kind: parameter.kind, value: None })
        .collect();
    for (at, value) in body.values.iter().enumerate() {
        if let Op::Parameter(place) = value.op
            && let Some(parameter) = parameters.get_mut(place as usize)
        {
            parameter.value.get_or_insert(at as u32);
        }
    }
    parameters
}

impl<'b> BodyBuild<'_, 'b> {
    fn op(&self, value: u32) -> &'b Op {
        &self.body.values[value as usize].op
    }

    fn place(&self, value: u32) -> Place {
        Place { body: self.id, value: ValueId(value) }
    }

    /// An edge to a value, at that value's place in the order.
    fn hand(&mut self, from: ValueId, to: u32, transfer: Transfer, what: What) -> &mut Edge {
        let at = self.out.order[to as usize];
        self.edge(from.0, End::Value(to), transfer, what, at, None)
    }

    fn edge(
        &mut self,
        from: u32,
        end: End,
        transfer: Transfer,
        what: What,
        at: u32,
        place: Option<Range>,
    ) -> &mut Edge {
        self.out.edges.push(Edge {
            from,
            end,
            transfer,
            what,
            at,
            is_alias: false,
            is_assumed: false,
            cleans: Kinds::NONE,
            place,
        });
        self.out.edges.last_mut().expect("it was just pushed")
    }

    /// The value is, or is a part of, the object: what is written into it is written into the object.
    fn holder(&mut self, value: u32, object: u32, transfer: Transfer) {
        let end = End::Object(object);
        self.held(value, end, transfer);
    }

    fn held(&mut self, value: u32, end: End, transfer: Transfer) {
        self.out.holders.push(Edge {
            from: value,
            end,
            transfer,
            what: What::Store,
            at: u32::MAX,
            is_alias: true,
            is_assumed: false,
            cleans: Kinds::NONE,
            place: None,
        });
    }

    /// The value is the other one, or the part of it that the label names.
    fn alias(&mut self, from: ValueId, to: u32, label: Option<LabelId>) {
        let (transfer, back, what) = match label {
            None => (Transfer::SAME, Transfer::SAME, What::Assign),
            Some(label) if label == LabelId::EACH => (Transfer::read(label), Transfer::put(LabelId::ANY), What::Load),
            Some(label) => (Transfer::read(label), Transfer::put(label), What::Load),
        };
        self.hand(from, to, transfer, what).is_alias = true;
        self.holder(to, from.0, back);
    }

    fn value(&mut self, at: u32) {
        match self.op(at) {
            Op::Constant(_) | Op::Unbound(_) | Op::Unknown => {}
            Op::Function(body) | Op::Class(body) => self.elsewhere(*body, at),
            Op::Parameter(place) => self.held(at, End::Parameter(*place), Transfer::SAME),
            Op::Named(path) => self.named(path, at),
            Op::Captured { body, name } => self.captured(*body, name, at),
            Op::Join(from) => from.iter().for_each(|&from| self.alias(from, at, None)),
            Op::Attribute { object, name } if **name == *"__dict__" => self.namespace(*object, at),
            Op::Attribute { .. } if self.is_plain(at) => {}
            Op::Attribute { object, name } => {
                if let Some(path) = self.member_of_module(ValueId(at)) {
                    return self.named(&path, at);
                }
                let label = self.attribute(name);
                if !self.computed(at, Some(object.0), &[]) {
                    self.alias(*object, at, Some(label));
                    self.class_attributes(at);
                    self.bound_method(*object, at);
                }
            }
            Op::Item { object, key } => {
                let label = self.key(key.0);
                if !self.computed(at, Some(object.0), &[key.0]) {
                    self.alias(*object, at, Some(label));
                }
            }
            Op::Element { of, is_async } => {
                if !self.iterated(of.0, at, Transfer::SAME, *is_async) {
                    self.alias(*of, at, Some(LabelId::EACH));
                }
            }
            Op::Unpacked { of, is_rest: true, .. } => {
                let of = self.iterable(of.0, at);
                self.hand(ValueId(of), at, Transfer::ELEMENTS, What::Load);
            }
            Op::Unpacked { of, index, .. } => {
                let label = match self.matched_attribute(*of, *index) {
                    Some(name) => self.attribute(&name),
                    None => self.index(i64::from(*index)),
                };
                let of = self.iterable(of.0, at);
                self.alias(ValueId(of), at, Some(label));
            }
            Op::Call { callee, arguments } => self.call(at, *callee, arguments),
            Op::Display { kind, entries } => self.display(at, *kind, entries),
            Op::Derived { how, from, .. } => self.derived(at, *how, from),
            Op::Awaited(of) => self.alias(*of, at, None),
            Op::Sent => self.out.sent.push(at),
            Op::Delegated(of) => {
                let label = self.of.names.labels.id(Label::Returned);
                self.hand(*of, at, Transfer::read(label), What::Return);
            }
            Op::Entered { manager, .. } => {
                if !self.computed(at, Some(manager.0), &[]) {
                    self.entered(*manager, at);
                }
            }
            Op::Caught { classes, is_group, protects } => self.caught(at, classes, *is_group, *protects),
            Op::Tested { value, test, outcome } => {
                let around = Around::new(self.of.program, self.of.targets);
                let test = self.place(test.0);
                let cleans = self.of.names.guards.told(around, &self.of.guards, test, *outcome, *value);
                self.alias(*value, at, None);
                if let Some(edge) = self.out.edges.last_mut() {
                    edge.cleans = cleans;
                }
            }
        }
    }

    /// What a context manager gives whose class does not say so: itself, or what the generator that it is gives.
    fn entered(&mut self, manager: ValueId, at: u32) {
        let itself = Transfer { how: Handing::Itself, ..Transfer::SAME };
        self.hand(manager, at, itself, What::Assign).is_alias = true;
        self.holder(at, manager.0, itself);
        self.hand(manager, at, Transfer::read(LabelId::EACH), What::Load);
    }

    /// The attribute is declared to be of a class whose objects carry no text: a number, a date.
    fn is_plain(&self, at: u32) -> bool {
        let classes = self.of.targets.declared_classes(self.of.file, self.of.graph, self.place(at));
        !classes.is_empty() && classes.iter().all(|class| library::is_plain(class))
    }

    fn display(&mut self, at: u32, kind: DisplayKind, entries: &[Entry]) {
        let is_sequence = matches!(kind, DisplayKind::List | DisplayKind::Tuple);
        let has_spread = entries.iter().any(|entry| entry.is_spread);
        // A list with one entry may be a comprehension, whose entry stands for all.
        let has_places = is_sequence && !has_spread && (entries.len() > 1 || kind == DisplayKind::Tuple);
        for (place, entry) in entries.iter().enumerate() {
            let transfer = match entry {
                Entry { is_spread: true, .. } if kind == DisplayKind::Dict => {
                    Transfer { how: Handing::Entries, ..Transfer::SAME }
                }
                Entry { is_spread: true, .. } => Transfer::ELEMENTS,
                Entry { key: Some(key), .. } => match self.key(key.0) {
                    label if label == LabelId::ANY || label.is_given() => Transfer::put(LabelId::ENTRY),
                    label => Transfer::put(label),
                },
                _ if has_places => Transfer::put(self.index(place as i64)),
                _ => Transfer::put(LabelId::ANY),
            };
            let value = match entry {
                Entry { is_spread: true, .. } if kind != DisplayKind::Dict => ValueId(self.iterable(entry.value.0, at)),
                _ => entry.value,
            };
            // What is written into a part later lies in the whole too.
            self.hand(value, at, transfer, What::Store).is_alias = !entry.is_spread;
            if let Some(key) = entry.key {
                self.hand(key, at, Transfer::put(LabelId::KEYS), What::Store);
            }
            if let ([None, None], [Some(label), None]) = (transfer.read, transfer.put) {
                self.holder(at, entry.value.0, Transfer::read(label));
            }
        }
    }

    fn derived(&mut self, at: u32, how: Derivation, from: &[ValueId]) {
        if self.operated(at, from) {
            return;
        }
        if let Derivation::Format | Derivation::Modulo = how {
            let names: &[&str] = match how {
                Derivation::Format => &["__format__", "__str__", "__repr__"],
                _ => &["__str__", "__repr__"],
            };
            for value in from.iter().filter(|value| !self.told(value.0, at, names)).collect::<Vec<_>>() {
                self.hand(*value, at, Transfer::DERIVED, What::Derive);
            }
            return;
        }
        let (transfer, n) = match how {
            how if how.is_comparison() => return,
            Derivation::Slice => (Transfer::ELEMENTS, 1),
            Derivation::Add => (Transfer::ELEMENTS, from.len()),
            Derivation::Or => (Transfer { how: Handing::Entries, ..Transfer::SAME }, from.len()),
            _ => (Transfer::DERIVED, from.len()),
        };
        for &value in &from[..n] {
            self.hand(value, at, transfer, What::Derive);
        }
    }

    fn effect(&mut self, at: u32) {
        let effect = &self.body.effects[at as usize];
        let (n, range) = (effect.n_values + at, Some(effect.range));
        match &effect.act {
            Act::StoreAttribute { object, name, value } => {
                if self.stored(at, *object, &[value.0]) {
                    return;
                }
                let label = self.attribute(name);
                self.store(*object, label, *value, n, range);
                if let Some(OwnedPath::Project { module, rest }) = self.class_path(*object) {
                    let rest = if rest.is_empty() { name.clone() } else { format!("{rest}.{name}").into() };
                    let cell = self.of.names.cell(OwnedPath::Project { module, rest });
                    self.edge(value.0, End::Cell(cell), Transfer::SAME, What::Store, n, range);
                }
            }
            Act::StoreItem { object, key, value } => {
                if !self.stored(at, *object, &[key.0, value.0]) {
                    let label = self.key(key.0);
                    self.store(*object, label, *value, n, range);
                    if label == LabelId::ANY || label.is_given() {
                        let put = Transfer::put(LabelId::KEYS);
                        self.edge(key.0, End::Object(object.0), put, What::Store, n, range);
                    }
                }
            }
            Act::Bind { body, name, value, .. } => self.bind(*body, name, *value, n, range),
            Act::Declare { .. } => {}
            Act::Return(value) => {
                let transfer = match self.out.is_generator {
                    true => Transfer::put(self.of.names.labels.id(Label::Returned)),
                    false => Transfer::SAME,
                };
                self.out.returned.push(value.0);
                self.edge(value.0, End::Return, transfer, What::Return, n, range);
            }
            Act::Yield(value) => {
                self.edge(value.0, End::Return, Transfer::put(LabelId::ANY), What::Return, n, range);
            }
            Act::Delegate(value) => {
                self.edge(value.0, End::Return, Transfer::ELEMENTS, What::Return, n, range);
            }
            Act::Raise(value) => {
                let class = self.raised_class(*value);
                self.edge(value.0, End::Raise(class), Transfer::SAME, What::Return, n, range);
            }
        }
    }

    fn store(&mut self, object: ValueId, label: LabelId, value: ValueId, at: u32, range: Option<Range>) {
        // What is written into the value later lies in the object too.
        self.edge(value.0, End::Object(object.0), Transfer::put(label), What::Store, at, range).is_alias = true;
        self.holder(object.0, value.0, Transfer::read(label));
        self.out.overwrites.push(Overwrite { object: object.0, label, at });
    }

    /// The cell of a name of a module or class.
    fn cell_of(&mut self, body: BodyId, name: &str) -> CellId {
        let around = &self.of.graph.bodies[body.0 as usize];
        let rest = match &*around.qualname {
            "" => name.into(),
            around => format!("{around}.{name}").into(),
        };
        self.of.names.cell(OwnedPath::Project { module: self.of.file, rest })
    }
}
