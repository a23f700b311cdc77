//! From what values of a project can be to what the engine asks of calls.

mod fields;
mod hidden;
mod overrides;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::fields::texts;
use self::overrides::Subclasses;
use super::program::{BodyRef, CallTarget, CallTargets, Fields, Receiver};
use crate::modules::ModuleId;
use crate::project::values::{Call, Callable, ClassName, FileValues, Reach, Target, Values};
use crate::project::{Project, Trace};
use crate::segment::graph::{Act, Body, BodyId, BodyKind, Derivation, FileGraph, Op, Place, ValueId};
use crate::segment::interface::OwnedPath;

/// What the values of a project say of its calls.
pub struct ValueTargets<'v, 'g> {
    values: RefCell<&'v mut Values<'g>>,
    project: &'v Project<'v>,
    /// The file that was asked for last.
    last: RefCell<Option<Rc<Reached>>>,
    /// Which classes inherit from which, once that was asked.
    subclasses: RefCell<Option<Subclasses>>,
}

/// What the calls of a file reach.
struct Reached {
    values: Arc<FileValues>,
    calls: Arc<[Call]>,
    /// Calls by the value that they give: places in the list.
    by_place: FxHashMap<Place, Vec<u32>>,
}

impl<'v, 'g> ValueTargets<'v, 'g> {
    /// Answers by these values; `project` knows where imports lead.
    pub fn new(values: &'v mut Values<'g>, project: &'v Project<'v>) -> Self {
        ValueTargets { values: RefCell::new(values), project, last: RefCell::default(), subclasses: RefCell::default() }
    }

    fn reached(&self, file: ModuleId) -> Rc<Reached> {
        if let Some(last) = &*self.last.borrow()
            && last.values.module() == file
        {
            return Rc::clone(last);
        }
        let mut values = self.values.borrow_mut();
        let calls = values.calls(file);
        let mut by_place: FxHashMap<Place, Vec<u32>> = FxHashMap::default();
        for (at, call) in calls.iter().enumerate() {
            by_place.entry(call.place).or_default().push(at as u32);
        }
        let reached = Rc::new(Reached { values: values.file(file), calls, by_place });
        *self.last.borrow_mut() = Some(Rc::clone(&reached));
        reached
    }

    fn kind(&self, body: BodyRef) -> Option<(BodyKind, Box<str>)> {
        let graph = self.values.borrow_mut().graph(body.file)?;
        let body = graph.bodies.get(body.body.0 as usize)?;
        Some((body.kind, body.qualname.clone()))
    }

    /// The class that a call makes an object of without a constructor.
    fn bare_class(&self, file: ModuleId, place: Place) -> Option<BodyRef> {
        let reached = self.reached(file);
        let calls = reached.by_place.get(&place)?.iter().map(|&at| &reached.calls[at as usize]);
        let mut classes = calls.filter(|call| call.how == Reach::Constructor || call.how == Reach::Decorator);
        classes.find_map(|call| match call.target {
            Target::Project { module, body } => {
                let class = BodyRef { file: module, body };
                (self.kind(class)?.0 == BodyKind::Class).then_some(class)
            }
            Target::Library(_) => None,
        })
    }
}

fn op(graph: &FileGraph, place: Place) -> &Op {
    &graph.bodies[place.body.0 as usize].values[place.value.0 as usize].op
}

/// The operand whose method of that name stands for an operator.
fn operand(op: &Op, qualname: &str) -> Receiver {
    match op {
        Op::Derived { how: Derivation::Contains, from, .. } => {
            from.get(1).map_or(Receiver::Object, |&of| Receiver::Value(of))
        }
        // A builtin that calls a method of its argument.
        Op::Call { arguments, .. } => arguments.first().map_or(Receiver::Object, |of| Receiver::Value(of.value)),
        Op::Derived { how, from, .. } if !how.is_comparison() => {
            let name = qualname.rsplit('.').next().and_then(|name| name.strip_prefix("__r")?.strip_suffix("__"));
            let is_reflected = name.is_some() && name == how.method();
            from.get(1).filter(|_| is_reflected).map_or(Receiver::Object, |&of| Receiver::Value(of))
        }
        _ => Receiver::Object,
    }
}

/// The first parameter of the method around a body.
fn own_object(graph: &FileGraph, body: BodyId) -> Receiver {
    let body: &Body = &graph.bodies[body.0 as usize];
    let own = body.values.iter().position(|value| matches!(value.op, Op::Parameter(0)));
    own.map_or(Receiver::Class, |own| Receiver::Value(ValueId(own as u32)))
}

impl CallTargets for ValueTargets<'_, '_> {
    fn targets(&self, file: ModuleId, graph: &FileGraph, value: Place) -> Vec<CallTarget> {
        let reached = self.reached(file);
        let places = reached.by_place.get(&value).map_or(&[][..], Vec::as_slice);
        let bound: Vec<Callable> = match op(graph, value) {
            Op::Call { callee, .. } if !places.is_empty() => {
                let callee = Place { body: value.body, value: *callee };
                self.values.borrow_mut().callable(&reached.values, callee)
            }
            _ => Vec::new(),
        };
        let (mut targets, mut overrides, mut is_abstract) = (Vec::new(), Vec::new(), false);
        for &at in places {
            let call = &reached.calls[at as usize];
            let Target::Project { module, body } = call.target else { continue };
            let function = BodyRef { file: module, body };
            let Some((kind, qualname)) = self.kind(function) else { continue };
            if matches!(kind, BodyKind::Class | BodyKind::Module)
                || matches!(call.how, Reach::Callback | Reach::Assumed)
            {
                continue;
            }
            let is_attribute = match op(graph, value) {
                Op::Call { callee, .. } => {
                    matches!(op(graph, Place { body: value.body, value: *callee }), Op::Attribute { .. })
                }
                _ => true,
            };
            let receiver = match call.how {
                _ if !call.is_bound => Receiver::Nothing,
                Reach::Constructor if qualname.ends_with(".__new__") => Receiver::Class,
                Reach::Constructor => Receiver::Result,
                Reach::Super => own_object(graph, value.body),
                Reach::Operator => operand(op(graph, value), &qualname),
                Reach::Property if qualname.ends_with(".__get__") => Receiver::Class,
                _ if is_attribute && !qualname.ends_with(".__call__") => Receiver::Object,
                _ => Receiver::Callee,
            };
            let n_bound = bound.iter().find(|known| known.module == module && known.body == body);
            if receiver == Receiver::Object
                && let Some(methods) = self.overrides(function)
            {
                is_abstract = true;
                overrides.extend(methods);
                continue;
            }
            targets.push(CallTarget {
                function,
                receiver,
                n_bound: n_bound.map_or(0, |known| known.n_bound),
                originals: self.originals(file, graph, value, function),
                is_descriptor: call.how == Reach::Property && qualname.ends_with(".__get__"),
                is_assumed: call.is_assumed,
            });
        }
        // Where the very class is known as well, its method is the one.
        if is_abstract {
            overrides.sort_unstable();
            overrides.dedup();
            let known = targets.is_empty().then(|| overrides.into_iter().map(CallTarget::method));
            targets.extend(known.into_iter().flatten());
            return targets;
        }
        match op(graph, value) {
            Op::Call { callee, .. } if targets.is_empty() && self.bare_class(file, value).is_none() => {
                self.hidden(file, graph, Place { body: value.body, value: *callee })
            }
            _ => targets,
        }
    }

    fn callable(&self, file: ModuleId, graph: &FileGraph, value: Place) -> Vec<CallTarget> {
        let reached = self.reached(file);
        let callable = self.values.borrow_mut().callable(&reached.values, value);
        let is_attribute = matches!(op(graph, value), Op::Attribute { .. });
        let targets = callable.into_iter().filter_map(|known| {
            let function = BodyRef { file: known.module, body: known.body };
            if self.kind(function)?.0 == BodyKind::Class {
                return None;
            }
            let receiver = match (known.is_bound, known.is_class) {
                (false, _) => Receiver::Nothing,
                (true, true) => Receiver::Result,
                (true, false) if is_attribute => Receiver::Object,
                (true, false) => Receiver::Callee,
            };
            Some(CallTarget {
                function,
                receiver,
                n_bound: known.n_bound,
                originals: Vec::new(),
                is_descriptor: false,
                is_assumed: false,
            })
        });
        let targets: Vec<CallTarget> = targets.collect();
        if targets.is_empty() && !is_attribute { self.hidden(file, graph, value) } else { targets }
    }

    fn stores(&self, file: ModuleId, graph: &FileGraph, body: BodyId, effect: u32) -> Vec<CallTarget> {
        let reached = self.reached(file);
        match &graph.bodies[body.0 as usize].effects[effect as usize].act {
            Act::StoreItem { object, .. } => {
                let place = Place { body, value: *object };
                let methods = self.values.borrow_mut().methods(&reached.values, place, "__setitem__");
                let functions = methods.iter().map(|known| BodyRef { file: known.module, body: known.body });
                functions.map(CallTarget::method).collect()
            }
            Act::StoreAttribute { object, name, .. } => {
                let place = Place { body, value: *object };
                let descriptors = self.values.borrow_mut().descriptors(&reached.values, place, name, "__set__");
                if !descriptors.is_empty() {
                    let functions = descriptors.iter().map(|known| BodyRef { file: known.module, body: known.body });
                    let setter = |function| CallTarget {
                        receiver: Receiver::Class,
                        is_descriptor: true,
                        ..CallTarget::method(function)
                    };
                    return functions.map(setter).collect();
                }
                let homes = self.values.borrow_mut().homes(&reached.values, place, name);
                homes
                    .into_iter()
                    .filter_map(|(module, class)| self.setter(module, class, name))
                    .map(CallTarget::method)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn methods(&self, file: ModuleId, _graph: &FileGraph, value: Place, name: &str) -> Vec<CallTarget> {
        let reached = self.reached(file);
        let methods = self.values.borrow_mut().methods(&reached.values, value, name);
        let targets = methods.iter().map(|known| CallTarget::method(BodyRef { file: known.module, body: known.body }));
        targets.collect()
    }

    fn iterators(&self, file: ModuleId, _graph: &FileGraph, value: Place, is_async: bool) -> Vec<CallTarget> {
        let reached = self.reached(file);
        let methods = self.values.borrow_mut().iterators(&reached.values, value, is_async);
        let targets = methods.iter().map(|known| CallTarget::method(BodyRef { file: known.module, body: known.body }));
        targets.collect()
    }

    fn fields(&self, file: ModuleId, graph: &FileGraph, call: Place) -> Option<Fields> {
        let Some(class) = self.bare_class(file, call) else { return self.named_tuple(graph, call) };
        let fields = self.fields_of(class);
        (!fields.names.is_empty()).then_some(fields)
    }

    fn class_body(&self, class: &OwnedPath) -> Option<BodyRef> {
        if !matches!(class, OwnedPath::Project { .. }) {
            return None;
        }
        let (file, body) = self.named_class(class)?.ok()?;
        Some(BodyRef { file, body })
    }

    fn method_of(&self, class: BodyRef, name: &str) -> Option<BodyRef> {
        let known = self.values.borrow_mut().method_of(class.file, class.body, name)?;
        Some(BodyRef { file: known.module, body: known.body })
    }

    fn match_arguments(&self, class: &OwnedPath) -> Vec<Box<str>> {
        let Some(Ok((file, body))) = self.named_class(class) else { return Vec::new() };
        let Some(graph) = self.values.borrow_mut().graph(file) else { return Vec::new() };
        let body_of = &graph.bodies[body.0 as usize];
        let declared = body_of.effects.iter().find_map(|effect| match &effect.act {
            Act::Bind { name, value, .. } if **name == *"__match_args__" => Some(*value),
            _ => None,
        });
        match declared {
            Some(names) => texts(&graph, Place { body, value: names }),
            None => self.fields_of(BodyRef { file, body }).names,
        }
    }

    fn class_attributes(&self, file: ModuleId, graph: &FileGraph, attribute: Place) -> Vec<OwnedPath> {
        let Op::Attribute { object, name } = op(graph, attribute) else { return Vec::new() };
        let reached = self.reached(file);
        let place = Place { body: attribute.body, value: *object };
        let homes = self.values.borrow_mut().homes(&reached.values, place, name);
        let paths = homes.into_iter().filter_map(|(module, body)| {
            let class = BodyRef { file: module, body };
            if self.is_set_at_first(class, name) || self.is_field(class, name) {
                return None;
            }
            let (_, qualname) = self.kind(BodyRef { file: module, body })?;
            Some(OwnedPath::Project { module, rest: format!("{qualname}.{name}").into() })
        });
        paths.collect()
    }

    fn canonical(&self, path: &OwnedPath) -> OwnedPath {
        let places = self.project.canonical(path, &Trace::default());
        places.first().unwrap_or(path).clone()
    }

    fn ancestors(&self, class: &OwnedPath) -> Vec<OwnedPath> {
        let OwnedPath::Project { module, rest } = class else { return Vec::new() };
        let Some(graph) = self.values.borrow_mut().graph(*module) else { return Vec::new() };
        let body = graph.bodies.iter().position(|body| body.kind == BodyKind::Class && body.qualname == *rest);
        let Some(body) = body else { return Vec::new() };
        let ancestors = self.values.borrow_mut().ancestors(*module, BodyId(body as u32));
        let paths = ancestors.into_iter().filter_map(|ancestor| {
            let (module, body) = ancestor.ok()?;
            let (_, rest) = self.kind(BodyRef { file: module, body })?;
            Some(OwnedPath::Project { module, rest })
        });
        paths.collect()
    }

    fn subclasses(&self, class: BodyRef) -> Vec<BodyRef> {
        self.subclasses_of(class)
    }

    fn is_subclass(&self, class: &OwnedPath, of: &OwnedPath) -> Option<bool> {
        let (class, of) = (self.named_class(class)?, self.named_class(of)?);
        self.values.borrow_mut().is_subclass(&class, &of)
    }

    fn class_of(&self, file: ModuleId, value: Place) -> Option<OwnedPath> {
        let reached = self.reached(file);
        let class = self.values.borrow_mut().class_of_value(&reached.values, value)?;
        match class {
            Ok((module, body)) => {
                let (_, rest) = self.kind(BodyRef { file: module, body })?;
                Some(OwnedPath::Project { module, rest })
            }
            Err(name) => Some(OwnedPath::Outside(name.into())),
        }
    }

    fn declared_classes(&self, file: ModuleId, graph: &FileGraph, attribute: Place) -> Vec<Box<str>> {
        let Op::Attribute { object, name } = op(graph, attribute) else { return Vec::new() };
        let reached = self.reached(file);
        let place = Place { body: attribute.body, value: *object };
        let classes = self.values.borrow_mut().own_classes(&reached.values, place);
        let declared = classes.into_iter().map(|(file, body)| self.declared(BodyRef { file, body }, name));
        declared.collect::<Option<Vec<_>>>().unwrap_or_default().concat()
    }

    fn keeps_nothing(&self, file: ModuleId, value: Place, method: &str) -> bool {
        let reached = self.reached(file);
        self.values.borrow_mut().keeps_nothing(&reached.values, value, method)
    }

    fn class_of_method(&self, function: BodyRef) -> Option<OwnedPath> {
        let graph = self.values.borrow_mut().graph(function.file)?;
        let body = graph.bodies.get(function.body.0 as usize)?;
        let class = &graph.bodies[body.parent.0 as usize];
        let rest = class.qualname.clone();
        (class.kind == BodyKind::Class).then_some(OwnedPath::Project { module: function.file, rest })
    }
}

impl ValueTargets<'_, '_> {
    /// The class of that path.
    fn named_class(&self, path: &OwnedPath) -> Option<ClassName> {
        match path {
            OwnedPath::Outside(name) => Some(Err(name.to_string())),
            OwnedPath::Project { module, rest } => {
                let graph = self.values.borrow_mut().graph(*module)?;
                let is_it = |body: &Body| body.kind == BodyKind::Class && body.qualname == *rest;
                let body = graph.bodies.iter().position(is_it)?;
                Some(Ok((*module, BodyId(body as u32))))
            }
        }
    }

    /// The functions that decorators made the one of that is reached: what each has got, the outermost first.
    fn originals(&self, file: ModuleId, graph: &FileGraph, call: Place, reached: BodyRef) -> Vec<BodyRef> {
        let Op::Call { callee, .. } = op(graph, call) else { return Vec::new() };
        let callee = Place { body: call.body, value: *callee };
        let paths = match op(graph, callee) {
            Op::Named(path) => vec![self.canonical(path)],
            Op::Attribute { .. } => self.class_attributes(file, graph, callee),
            _ => return Vec::new(),
        };
        let found = paths.into_iter().find_map(|path| {
            let OwnedPath::Project { module, rest } = path else { return None };
            let graph = self.values.borrow_mut().graph(module)?;
            let is_it = |body: &Body| body.qualname == rest && !body.decorators.is_empty();
            let body = graph.bodies.iter().position(is_it)?;
            let original = BodyRef { file: module, body: BodyId(body as u32) };
            (original != reached).then(|| self.decorated(&graph, original))
        });
        found.unwrap_or_default()
    }

    /// What each decorator of a function has got, the outermost first, and the function at last.
    fn decorated(&self, graph: &FileGraph, original: BodyRef) -> Vec<BodyRef> {
        let around = graph.bodies[original.body.0 as usize].parent;
        let values = &graph.bodies[around.0 as usize].values;
        let mut stages = Vec::new();
        let mut at = values.iter().position(|value| value.op == Op::Function(original.body));
        // Each decorator is called with what the one below it has made.
        while let Some(argument) = at {
            at = values.iter().position(|value| match &value.op {
                Op::Call { arguments, .. } => matches!(&**arguments, [only] if only.value.0 as usize == argument),
                _ => false,
            });
            if at.is_some() {
                stages.push(Place { body: around, value: ValueId(argument as u32) });
            }
        }
        let last = self.last.borrow().clone();
        let file = self.reached(original.file);
        let mut functions: Vec<BodyRef> = Vec::new();
        for &stage in stages.iter().skip(1).rev() {
            if let [one] = self.values.borrow_mut().callable(&file.values, stage)[..] {
                functions.push(BodyRef { file: one.module, body: one.body });
            }
        }
        *self.last.borrow_mut() = last;
        functions.push(original);
        functions
    }

    /// The setter of a property: the method of that name that `.setter` decorates.
    fn setter(&self, module: ModuleId, class: BodyId, name: &str) -> Option<BodyRef> {
        let graph = self.values.borrow_mut().graph(module)?;
        let around = &graph.bodies[class.0 as usize];
        let is_setter = |body: &Body| {
            let decorators = body.decorators.iter().map(|decorator| &around.values[decorator.0 as usize].op);
            let mut attributes = decorators.filter_map(|op| match op {
                Op::Attribute { name, .. } => Some(&**name),
                _ => None,
            });
            body.parent == class
                && body.qualname.rsplit('.').next() == Some(name)
                && attributes.any(|attribute| attribute == "setter")
        };
        let body = graph.bodies.iter().position(is_setter)?;
        Some(BodyRef { file: module, body: BodyId(body as u32) })
    }
}
