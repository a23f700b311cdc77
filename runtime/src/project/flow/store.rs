//! The skeletons of a project: made once for each file to see who calls whom, and kept, or made again, for the flow.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::modules::ModuleId;
use crate::segment::endpoint::{FlowFact, Kinds};
use crate::segment::facts::Match;
use crate::segment::graph::{Body, BodyId, BodyKind, FileGraph, Op, Place, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::Range;

use super::build::{self, Names};
use super::path::{LabelId, Transfer};
use super::program::{BodyRef, CallTargets, Program};
use super::shape::shape_of;
use super::skeleton::{CellId, FileSkeleton, Raised};

/// Values of the skeletons that are kept; about 100 bytes each.
const MAX_KEPT: usize = 2_000_000;

/// A source or sink.
#[derive(Clone, Debug)]
pub(super) struct Endpoint {
    pub(super) file: ModuleId,
    pub(super) place: Place,
    /// Where its expression stands.
    pub(super) range: Range,
    pub(super) kinds: Kinds,
    pub(super) of: Match,
    /// What it looks like.
    pub(super) shape: Box<str>,
}

/// A call of a function: the body, the call in it, and the target of that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CallerSite {
    pub(super) body: BodyRef,
    pub(super) site: u32,
    pub(super) target: u32,
}

/// A value that reads a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    pub(super) body: BodyRef,
    pub(super) value: u32,
    pub(super) transfer: Transfer,
    /// The value is an object of that class, which inherits the method that reads it.
    pub(super) class: Option<BodyRef>,
}

/// Whether an exception is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Catches {
    /// It is of another class.
    Never,
    /// Its class is not known well enough.
    Perhaps,
    /// It is.
    Certainly,
}

/// Classes whose objects a method is told apart by at most.
const MAX_OWNERS: usize = 8;

/// The skeletons of a project, and what leads from one to another.
pub(super) struct Store<'p> {
    program: &'p dyn Program,
    targets: &'p dyn CallTargets,
    pub(super) names: Names,
    pub(super) sources: Vec<Endpoint>,
    pub(super) sinks: Vec<Endpoint>,
    first_sinks: FxHashMap<ModuleId, u32>,
    pub(super) callers: FxHashMap<BodyRef, Vec<CallerSite>>,
    pub(super) readers: FxHashMap<CellId, Vec<Reader>>,
    /// Bodies that read a variable of a body around them, or hold one that does.
    pub(super) takers: FxHashMap<LabelId, Vec<BodyRef>>,
    /// The cell of what nobody knows the callers of stores in its own object.
    pub(super) instances: FxHashMap<BodyRef, CellId>,
    /// The cell of what is stored in an object of a class by what it inherits.
    pub(super) instances_of: FxHashMap<BodyRef, CellId>,
    /// Which classes inherit from which, as far as it was asked.
    subclasses: FxHashMap<(CellId, CellId), Option<bool>>,
    /// Methods of classes, as far as it was asked.
    methods: FxHashMap<(BodyRef, Box<str>), Option<BodyRef>>,
    /// The classes whose objects have a method, as far as it was asked.
    owners: FxHashMap<BodyRef, Rc<[BodyRef]>>,
    kept: FxHashMap<ModuleId, Rc<FileSkeleton>>,
    kept_order: Vec<ModuleId>,
    n_kept: usize,
    /// Number of values in all files.
    pub(super) n_values: usize,
}

impl<'p> Store<'p> {
    /// Looks at every file once.
    pub(super) fn new(program: &'p dyn Program, targets: &'p dyn CallTargets) -> Self {
        let mut store = Store {
            program,
            targets,
            names: Names::default(),
            sources: Vec::new(),
            sinks: Vec::new(),
            first_sinks: FxHashMap::default(),
            callers: FxHashMap::default(),
            readers: FxHashMap::default(),
            takers: FxHashMap::default(),
            instances: FxHashMap::default(),
            instances_of: FxHashMap::default(),
            subclasses: FxHashMap::default(),
            methods: FxHashMap::default(),
            owners: FxHashMap::default(),
            kept: FxHashMap::default(),
            kept_order: Vec::new(),
            n_kept: 0,
            n_values: 0,
        };
        let mut methods = Vec::new();
        for file in program.files() {
            store.note(file, &mut methods);
        }
        store.connect_instances(&methods);
        store
    }

    fn note(&mut self, file: ModuleId, methods: &mut Vec<(BodyRef, OwnedPath)>) {
        let Some(graph) = self.program.graph(file) else { return };
        let facts = self.program.facts(file);
        let endpoint = |(fact, kinds, place): (&FlowFact, Kinds, Place)| {
            let shape = shape_of(&graph, place, fact.of.range).into();
            Endpoint { file, place, range: fact.range, kinds, of: fact.of, shape }
        };
        self.first_sinks.insert(file, self.sinks.len() as u32);
        let built =
            build::build(file, &graph, &facts, (self.program, self.targets), &mut self.names, self.sinks.len() as u32);
        self.sources.extend(build::sources(&facts).map(endpoint));
        self.sinks.extend(build::sinks(&facts).map(endpoint));
        for read in &built.reads {
            let body = BodyRef { file, body: read.body };
            self.readers.entry(read.cell).or_default().push(Reader {
                body,
                value: read.value,
                transfer: read.transfer,
                class: None,
            });
        }
        self.n_values += built.skeleton.bodies.iter().map(|body| body.ranges.len()).sum::<usize>();
        for (at, skeleton) in built.skeleton.bodies.iter().enumerate() {
            let body = BodyRef { file, body: BodyId(at as u32) };
            for (site, call) in skeleton.sites.iter().enumerate() {
                for (target, reached) in call.targets.iter().enumerate() {
                    let caller = CallerSite { body, site: site as u32, target: target as u32 };
                    self.callers.entry(reached.function).or_default().push(caller);
                }
            }
            for &(label, _) in &skeleton.captured {
                let takers = self.takers.entry(label).or_default();
                if takers.last() != Some(&body) {
                    takers.push(body);
                }
            }
        }
        methods.extend(self.methods_of(file, &graph));
        self.keep(built.skeleton);
    }

    fn methods_of(&self, file: ModuleId, graph: &FileGraph) -> Vec<(BodyRef, OwnedPath)> {
        let bodies = graph.bodies.iter().enumerate();
        let functions =
            bodies.filter(|(_, body)| matches!(body.kind, BodyKind::Function { .. }) && takes_object(graph, body));
        let methods = functions.filter_map(|(at, _)| {
            let body = BodyRef { file, body: BodyId(at as u32) };
            Some((body, self.targets.class_of_method(body)?))
        });
        methods.collect()
    }

    /// What a method that nobody is known to call stores in its own object is read by the others of its class, of those that
    /// it inherits from, and of those that inherit from it. What an inherited method stores in an object that it has from there
    /// stays with the class of that.
    fn connect_instances(&mut self, methods: &[(BodyRef, OwnedPath)]) {
        let mut by_class: FxHashMap<&OwnedPath, Vec<BodyRef>> = FxHashMap::default();
        for (body, class) in methods {
            let uncalled = by_class.entry(class).or_default();
            if self.is_uncalled(*body) {
                uncalled.push(*body);
            }
        }
        let mut classes: Vec<&OwnedPath> = by_class.keys().copied().collect();
        classes.sort_unstable();
        // Whose objects, the method that reads them, and whether it is one that their class inherits.
        let mut families: Vec<(OwnedPath, BodyRef, bool)> = Vec::new();
        for &class in &classes {
            let own = &by_class[class];
            families.extend(own.iter().map(|&body| (class.clone(), body, false)));
            for ancestor in self.targets.ancestors(class) {
                let of_ancestor = by_class.get(&ancestor);
                families.extend(of_ancestor.into_iter().flatten().map(|&body| (class.clone(), body, true)));
                if of_ancestor.is_some() {
                    families.extend(own.iter().map(|&body| (ancestor.clone(), body, false)));
                }
            }
        }
        for &class in &classes {
            let cell = self.names.cell(instances_of(class));
            self.instances.extend(by_class[class].iter().map(|&body| (body, cell)));
            self.instances_of.extend(self.targets.class_body(class).map(|class| (class, cell)));
        }
        let mut is_seen = FxHashSet::default();
        for (class, body, is_inherited) in families {
            let cell = self.names.cell(instances_of(&class));
            let file = self.skeleton(body.file);
            let skeleton = file.body(body.body);
            let own = skeleton.parameters.first().and_then(|own| own.value);
            // Where nothing is stored, and no method chosen, it makes no difference.
            let class = Some(class).filter(|_| is_inherited && (skeleton.stores() || skeleton.chooses_own()));
            let class = class.and_then(|class| self.targets.class_body(&class));
            if let Some(value) = own
                && is_seen.insert((cell, body))
            {
                let reader = Reader { body, value, transfer: Transfer::SAME, class };
                self.readers.entry(cell).or_default().push(reader);
            }
        }
    }

    /// The file is one of tests.
    pub(super) fn is_test(&self, file: ModuleId) -> bool {
        self.program.is_test(file)
    }

    /// Nobody is known to call the body, other than tests.
    pub(super) fn is_uncalled(&self, body: BodyRef) -> bool {
        let mut callers = self.callers.get(&body).into_iter().flatten();
        callers.all(|caller| self.is_test(caller.body.file) && !self.is_test(body.file))
    }

    /// The skeleton of a file.
    pub(super) fn skeleton(&mut self, file: ModuleId) -> Rc<FileSkeleton> {
        if let Some(kept) = self.kept.get(&file) {
            return Rc::clone(kept);
        }
        let graph = self.program.graph(file).unwrap_or_default();
        let facts = self.program.facts(file);
        let first_sink = self.first_sinks.get(&file).copied().unwrap_or(0);
        let built = build::build(file, &graph, &facts, (self.program, self.targets), &mut self.names, first_sink);
        self.keep(built.skeleton)
    }

    fn keep(&mut self, skeleton: FileSkeleton) -> Rc<FileSkeleton> {
        let skeleton = Rc::new(skeleton);
        self.n_kept += size(&skeleton);
        self.kept_order.push(skeleton.file);
        self.kept.insert(skeleton.file, Rc::clone(&skeleton));
        if self.n_kept > MAX_KEPT {
            let n_gone = self.kept_order.len() / 2;
            for file in self.kept_order.drain(..n_gone) {
                if let Some(gone) = self.kept.remove(&file) {
                    self.n_kept -= size(&gone);
                }
            }
        }
        skeleton
    }

    /// Whether a handler of these classes takes an exception of that class.
    pub(super) fn catches(&mut self, handled: Option<&[CellId]>, raised: Option<Raised>) -> Catches {
        let Some(handled) = handled else { return Catches::Certainly };
        let mut catches = Catches::Never;
        for &class in handled {
            let one = self.catches_one(class, raised);
            catches = catches.max(one);
        }
        catches
    }

    fn catches_one(&mut self, handled: CellId, raised: Option<Raised>) -> Catches {
        let path = &self.names.cell_paths[handled.0 as usize];
        let is_any = matches!(path, OwnedPath::Outside(text) if matches!(&**text, "builtins.Exception" | "builtins.BaseException"));
        let unknown = if is_any { Catches::Certainly } else { Catches::Perhaps };
        let Some(raised) = raised else { return unknown };
        match self.is_subclass(raised.class, handled) {
            Some(true) => Catches::Certainly,
            Some(false) if raised.is_exact => Catches::Never,
            Some(false) if self.is_subclass(handled, raised.class) == Some(false) => Catches::Never,
            Some(false) => Catches::Perhaps,
            None if is_any => Catches::Certainly,
            None => Catches::Never,
        }
    }

    /// The function that an object of a class has as its method of that name, where there is one only.
    pub(super) fn method_of(&mut self, class: BodyRef, name: &str) -> Option<BodyRef> {
        let key = (class, Box::from(name));
        if let Some(&known) = self.methods.get(&key) {
            return known;
        }
        let method = self.targets.method_of(class, name);
        self.methods.insert(key, method);
        method
    }

    /// The classes whose objects have a function as their method of that name: its own, and those that inherit it from there. None
    /// where it is no method, or one of too many.
    pub(super) fn owners(&mut self, function: BodyRef, name: &str) -> Rc<[BodyRef]> {
        if let Some(known) = self.owners.get(&function) {
            return Rc::clone(known);
        }
        let own = self.targets.class_of_method(function).and_then(|class| self.targets.class_body(&class));
        let mut owners: Vec<BodyRef> =
            own.into_iter().chain(own.map_or_else(Vec::new, |own| self.targets.subclasses(own))).collect();
        owners.retain(|&class| self.method_of(class, name) == Some(function));
        if owners.len() > MAX_OWNERS {
            owners.clear();
        }
        let owners: Rc<[BodyRef]> = owners.into();
        self.owners.insert(function, Rc::clone(&owners));
        owners
    }

    /// The class is one of groups of exceptions.
    pub(super) fn is_group(&mut self, class: CellId) -> bool {
        let group = self.names.cell(OwnedPath::Outside("builtins.BaseExceptionGroup".into()));
        self.is_subclass(class, group) == Some(true)
    }

    fn is_subclass(&mut self, class: CellId, of: CellId) -> Option<bool> {
        if let Some(&known) = self.subclasses.get(&(class, of)) {
            return known;
        }
        let paths = &self.names.cell_paths;
        let is_subclass = self.targets.is_subclass(&paths[class.0 as usize], &paths[of.0 as usize]);
        self.subclasses.insert((class, of), is_subclass);
        is_subclass
    }
}

/// The first parameter of a method takes an object of its class, not the class.
fn takes_object(graph: &FileGraph, method: &Body) -> bool {
    let values = &graph.bodies[method.parent.0 as usize].values;
    let op = |value: ValueId| values.get(value.0 as usize).map(|value| &value.op);
    let is_other = |name: &str| matches!(name, "classmethod" | "staticmethod");
    let is_of_class = method.decorators.iter().any(|&call| match op(call) {
        Some(Op::Call { callee, .. }) => match op(*callee) {
            Some(Op::Unbound(name)) => is_other(name),
            Some(Op::Named(OwnedPath::Outside(name))) => name.strip_prefix("builtins.").is_some_and(is_other),
            _ => false,
        },
        _ => false,
    });
    let name = method.qualname.rsplit('.').next().unwrap_or_default();
    !is_of_class && !matches!(name, "__new__" | "__init_subclass__" | "__class_getitem__")
}

fn size(skeleton: &FileSkeleton) -> usize {
    skeleton.bodies.iter().map(|body| 8 + body.ranges.len() + body.edges.len()).sum()
}

fn instances_of(class: &OwnedPath) -> OwnedPath {
    match class {
        OwnedPath::Outside(text) => OwnedPath::Outside(format!("{text}()").into()),
        OwnedPath::Project { module, rest } => OwnedPath::Project { module: *module, rest: format!("{rest}()").into() },
    }
}
