//! From an abstract method to those that stand for it: the methods of that name that subclasses have.

use rustc_hash::FxHashMap;

use super::super::program::BodyRef;
use super::ValueTargets;
use crate::segment::graph::{Act, Body, BodyId, BodyKind, FileGraph, Op, ValueId};
use crate::segment::interface::OwnedPath;

/// Methods that stand for an abstract one at most.
const MAX_OVERRIDES: usize = 32;

/// The classes of the project that inherit from a class, at any distance.
pub(super) type Subclasses = FxHashMap<BodyRef, Vec<BodyRef>>;

/// How much of an abstract method is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Abstract {
    /// It raises `NotImplementedError`, or is declared to be abstract and does nothing.
    Wholly,
    /// It does nothing, which may be all that it is to do.
    Perhaps,
}

impl ValueTargets<'_, '_> {
    /// What runs in place of a method that is abstract; none when it is not.
    pub(super) fn overrides(&self, method: BodyRef) -> Option<Vec<BodyRef>> {
        let graph = self.values.borrow_mut().graph(method.file)?;
        let body = &graph.bodies[method.body.0 as usize];
        let kind = kind_of(&graph, body)?;
        let class = BodyRef { file: method.file, body: body.parent };
        if kind == Abstract::Perhaps && !self.is_interface(class) {
            return None;
        }
        let name = body.qualname.rsplit('.').next()?.to_owned();
        let subclasses = self.subclasses_of(class);
        let mut methods: Vec<BodyRef> = Vec::new();
        for subclass in subclasses {
            let own = self.values.borrow_mut().method_of(subclass.file, subclass.body, &name);
            let own = own.map(|own| BodyRef { file: own.module, body: own.body });
            methods.extend(own.filter(|own| *own != method && !methods.contains(own)));
        }
        methods.truncate(MAX_OVERRIDES);
        if kind == Abstract::Perhaps {
            methods.insert(0, method);
        }
        Some(methods)
    }

    /// The class is one of those that are made to be inherited from.
    fn is_interface(&self, class: BodyRef) -> bool {
        let ancestors = self.values.borrow_mut().ancestors(class.file, class.body);
        let mut outside = ancestors.into_iter().filter_map(Result::err);
        outside.any(|name| matches!(&*name, "abc.ABC" | "typing.Protocol" | "typing_extensions.Protocol"))
    }

    pub(super) fn subclasses_of(&self, class: BodyRef) -> Vec<BodyRef> {
        if self.subclasses.borrow().is_none() {
            let all = self.all_subclasses();
            *self.subclasses.borrow_mut() = Some(all);
        }
        self.subclasses.borrow().as_ref().and_then(|all| all.get(&class)).cloned().unwrap_or_default()
    }

    fn all_subclasses(&self) -> Subclasses {
        let mut all = Subclasses::default();
        for file in self.project.files() {
            let Some(graph) = self.values.borrow_mut().graph(file) else { continue };
            let classes = graph.bodies.iter().enumerate().filter(|(_, body)| body.kind == BodyKind::Class);
            for (at, _) in classes.filter(|(_, body)| !body.bases.is_empty()) {
                let class = BodyRef { file, body: BodyId(at as u32) };
                let ancestors = self.values.borrow_mut().ancestors(class.file, class.body);
                for (file, body) in ancestors.into_iter().flatten() {
                    all.entry(BodyRef { file, body }).or_default().push(class);
                }
            }
        }
        all
    }
}

/// Whether a method of a class is abstract; none when it is not.
fn kind_of(graph: &FileGraph, method: &Body) -> Option<Abstract> {
    let class = &graph.bodies[method.parent.0 as usize];
    if class.kind != BodyKind::Class || method.is_opaque {
        return None;
    }
    let is_declared = method.decorators.iter().any(|&decorator| is_abstract_decorator(class, decorator));
    match &method.effects[..] {
        [] if is_declared => Some(Abstract::Wholly),
        [] if method.values.iter().all(|value| matches!(value.op, Op::Parameter(_) | Op::Constant(_))) => {
            Some(Abstract::Perhaps)
        }
        [only] if matches!(&only.act, Act::Raise(value) if is_not_implemented(method, *value)) => {
            Some(Abstract::Wholly)
        }
        _ => None,
    }
}

fn is_abstract_decorator(class: &Body, decorator: ValueId) -> bool {
    match &class.values[decorator.0 as usize].op {
        Op::Call { callee, .. } => is_abstract_decorator(class, *callee),
        Op::Named(OwnedPath::Outside(name)) => name.starts_with("abc.abstract"),
        _ => false,
    }
}

fn is_not_implemented(method: &Body, value: ValueId) -> bool {
    match &method.values[value.0 as usize].op {
        Op::Call { callee, .. } => is_not_implemented(method, *callee),
        Op::Named(OwnedPath::Outside(name)) => **name == *"builtins.NotImplementedError",
        _ => false,
    }
}
