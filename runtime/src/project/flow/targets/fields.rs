//! Classes that take what they are made of as attributes: dataclasses, named tuples and the like.

use super::super::program::{BodyRef, CallTargets, Fields, FieldsKind};
use super::{ValueTargets, op};
use crate::segment::graph::{Act, Body, BodyId, Constant, Derivation, Entry, FileGraph, Op, Place, ValueId};
use crate::segment::interface::OwnedPath;

impl ValueTargets<'_, '_> {
    /// The fields of a class and of those that it inherits from, in order.
    pub(super) fn fields_of(&self, class: BodyRef) -> Fields {
        let ancestors = self.values.borrow_mut().ancestors(class.file, class.body);
        let mut fields = Fields { names: Vec::new(), kind: FieldsKind::Object, defaults: Vec::new(), then: None };
        for ancestor in ancestors.into_iter().rev() {
            match ancestor {
                Ok((module, body)) => self.own_fields(BodyRef { file: module, body }, &mut fields),
                Err(name) if name.ends_with("NamedTuple") => fields.kind = FieldsKind::Tuple,
                Err(name) if name.ends_with("TypedDict") => fields.kind = FieldsKind::Dictionary,
                Err(_) => {}
            }
        }
        self.own_fields(class, &mut fields);
        fields
    }

    /// Adds the fields that a class body declares, in order.
    pub(super) fn own_fields(&self, class: BodyRef, fields: &mut Fields) {
        let Some(graph) = self.values.borrow_mut().graph(class.file) else { return };
        let body = &graph.bodies[class.body.0 as usize];
        for effect in &body.effects {
            let name = match &effect.act {
                Act::Declare { object: None, name, .. } => name,
                Act::Bind { name, value, annotation: Some(_), .. } => {
                    let rest = format!("{}.{name}", body.qualname).into();
                    fields.defaults.retain(|(known, _)| known != name);
                    // What `field` is told makes a new one for each object.
                    if !is_field_call(&body.values[value.0 as usize].op, body) {
                        fields.defaults.push((name.clone(), OwnedPath::Project { module: class.file, rest }));
                    }
                    name
                }
                _ => continue,
            };
            if !fields.names.contains(name) {
                fields.names.push(name.clone());
            }
        }
        let then = format!("{}.__post_init__", body.qualname);
        if let Some(then) = graph.bodies.iter().position(|body| *body.qualname == *then) {
            fields.then = Some(BodyRef { file: class.file, body: BodyId(then as u32) });
        }
    }

    /// What a call makes of a class that `namedtuple` made.
    pub(super) fn named_tuple(&self, graph: &FileGraph, call: Place) -> Option<Fields> {
        let Op::Call { callee, .. } = op(graph, call) else { return None };
        let Op::Named(path) = op(graph, Place { body: call.body, value: *callee }) else { return None };
        let OwnedPath::Project { module, rest } = self.canonical(path) else { return None };
        let graph = self.values.borrow_mut().graph(module)?;
        let made = graph.bodies[0].effects.iter().find_map(|effect| match &effect.act {
            Act::Bind { name, value, .. } if *name == rest => Some(*value),
            _ => None,
        })?;
        let Op::Call { callee, arguments } = op(&graph, Place { body: BodyId::MODULE, value: made }) else {
            return None;
        };
        let maker = op(&graph, Place { body: BodyId::MODULE, value: *callee });
        let is_maker = matches!(maker, Op::Named(OwnedPath::Outside(name)) if **name == *"collections.namedtuple");
        let fields = arguments.get(1).filter(|_| is_maker)?;
        let names = texts(&graph, Place { body: BodyId::MODULE, value: fields.value });
        (!names.is_empty()).then_some(Fields { names, kind: FieldsKind::Tuple, defaults: Vec::new(), then: None })
    }

    /// A class that is decorated has a field of that name: each of its objects has its own.
    pub(super) fn is_field(&self, class: BodyRef, name: &str) -> bool {
        let Some(graph) = self.values.borrow_mut().graph(class.file) else { return false };
        let body = &graph.bodies[class.body.0 as usize];
        let is_it = |act: &Act| matches!(act, Act::Bind { name: known, annotation: Some(_), .. } if **known == *name);
        !body.decorators.is_empty() && body.effects.iter().any(|effect| is_it(&effect.act))
    }

    /// The classes of libraries that a class, or one that it inherits from, declares an attribute to be of one of; none where
    /// it declares nothing, or anything else.
    pub(super) fn declared(&self, class: BodyRef, name: &str) -> Option<Vec<Box<str>>> {
        if let Some(own) = self.declared_in(class, name) {
            return own;
        }
        let ancestors = self.values.borrow_mut().ancestors(class.file, class.body);
        let mut ancestors = ancestors.into_iter().flatten();
        ancestors.find_map(|(file, body)| self.declared_in(BodyRef { file, body }, name))?
    }

    /// What the body of a class declares; none where it says nothing of the attribute.
    fn declared_in(&self, class: BodyRef, name: &str) -> Option<Option<Vec<Box<str>>>> {
        let graph = self.values.borrow_mut().graph(class.file)?;
        let declared = graph.bodies[class.body.0 as usize].effects.iter().find_map(|effect| match &effect.act {
            Act::Declare { object: None, name: known, annotation }
            | Act::Bind { name: known, annotation: Some(annotation), .. }
                if **known == *name =>
            {
                Some(*annotation)
            }
            _ => None,
        })?;
        let mut classes = Vec::new();
        let known = self.library_classes(&graph, Place { body: class.body, value: declared }, &mut classes);
        Some(known.map(|()| classes))
    }

    /// Adds the classes that an annotation names, `None` left out; none where one is not of a library.
    fn library_classes(&self, graph: &FileGraph, annotation: Place, classes: &mut Vec<Box<str>>) -> Option<()> {
        let of = |value: ValueId| Place { value, ..annotation };
        match op(graph, annotation) {
            Op::Constant(Constant::None) => {}
            Op::Named(path) => match self.canonical(path) {
                OwnedPath::Outside(name) => classes.push(name),
                OwnedPath::Project { .. } => return None,
            },
            Op::Item { object, key } => {
                let Op::Named(OwnedPath::Outside(generic)) = op(graph, of(*object)) else { return None };
                let first = match op(graph, of(*key)) {
                    Op::Display { entries, .. } => entries.first()?.value,
                    _ => *key,
                };
                match (generic.rsplit('.').next()?, op(graph, of(*key))) {
                    ("Union", Op::Display { entries, .. }) => {
                        entries.iter().try_for_each(|entry| self.library_classes(graph, of(entry.value), classes))?;
                    }
                    ("Optional" | "Union" | "Annotated" | "Final" | "ClassVar", _) => {
                        self.library_classes(graph, of(first), classes)?;
                    }
                    _ => return None,
                }
            }
            Op::Derived { how: Derivation::Or, from, .. } => {
                from.iter().try_for_each(|&part| self.library_classes(graph, of(part), classes))?;
            }
            _ => return None,
        }
        Some(())
    }

    /// The constructor of a class sets an attribute of that name.
    pub(super) fn is_set_at_first(&self, class: BodyRef, name: &str) -> bool {
        let Some(graph) = self.values.borrow_mut().graph(class.file) else { return false };
        let constructor = format!("{}.__init__", graph.bodies[class.body.0 as usize].qualname);
        graph.bodies.iter().filter(|body| *body.qualname == *constructor).any(|body| {
            body.effects.iter().any(|effect| match &effect.act {
                Act::StoreAttribute { object, name: known, .. } => {
                    **known == *name && matches!(body.values[object.0 as usize].op, Op::Parameter(0))
                }
                _ => false,
            })
        })
    }
}

/// A call of `dataclasses.field`.
fn is_field_call(op: &Op, body: &Body) -> bool {
    let Op::Call { callee, .. } = op else { return false };
    matches!(&body.values[callee.0 as usize].op, Op::Named(path) if match path {
        OwnedPath::Outside(name) | OwnedPath::Project { rest: name, .. } => {
            matches!(name.rsplit('.').next(), Some("field" | "Field" | "attrib" | "ib"))
        }
    })
}

/// The texts that a value is: the elements of a sequence, or the words of one text.
pub(super) fn texts(graph: &FileGraph, place: Place) -> Vec<Box<str>> {
    match op(graph, place) {
        Op::Constant(Constant::Text(text)) => text
            .split(|char: char| char == ',' || char.is_whitespace())
            .filter(|t| !t.is_empty())
            .map(Into::into)
            .collect(),
        Op::Display { entries, .. } => {
            let one = |entry: &Entry| match op(graph, Place { value: entry.value, ..place }) {
                Op::Constant(Constant::Text(text)) => Some(text.clone()),
                _ => None,
            };
            entries.iter().map(one).collect::<Option<_>>().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
