//! What a local object certainly holds, and when that is forgotten.
//!
//! An object is told by the value that made it. Two values that may be the same object (parameters, results of calls) are
//! taken for the same where something is stored, and for different ones where something is read.

use std::rc::Rc;

use crate::dataflow::body::BodyRun;
use crate::resolve::fold::Constant;
use crate::segment::graph::{Op, ValueId};

/// Objects of a body that are followed at most.
pub(super) const MAX_OBJECTS: u32 = 1 << 10;

/// Elements, entries and attributes of one object that are followed at most.
pub(super) const MAX_HELD: usize = 64;

/// Values that one look at what is behind a value takes in at most.
const MAX_REACH: usize = 256;

/// What an object is, as far as its methods are concerned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Shape {
    /// Anything.
    #[default]
    Other,
    /// A list.
    List,
    /// A tuple: it never changes itself.
    Tuple,
    /// A set.
    Set,
    /// A dictionary.
    Dict,
    /// A `configparser.ConfigParser`.
    Config,
}

/// A constant key of a container.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Key<'t> {
    /// A number; true and false are 1 and 0.
    Int(i64),
    /// Text.
    Text(&'t str),
    /// An option of a section.
    Option(&'t str, &'t str),
    /// `None`.
    None,
}

impl<'t> Key<'t> {
    /// The key that a constant is.
    pub(super) fn of(constant: Constant<'t>) -> Option<Self> {
        match constant {
            Constant::Int(int) => Some(Key::Int(int)),
            Constant::Bool(bool) => Some(Key::Int(bool.into())),
            Constant::Text(text) => Some(Key::Text(text)),
            Constant::None => Some(Key::None),
            Constant::Bytes(_) | Constant::Real(_) => None,
        }
    }
}

/// What an object certainly holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents<'t> {
    /// All elements of a sequence, in order; none when these are not known.
    pub(super) elements: Option<Vec<ValueId>>,
    /// Entries with constant keys.
    pub(super) entries: Vec<(Key<'t>, ValueId)>,
    /// There are no other entries.
    pub(super) is_complete: bool,
    /// Attributes that were set.
    pub(super) attributes: Vec<(&'t str, ValueId)>,
}

impl<'t> Contents<'t> {
    /// A sequence of these elements.
    pub(super) fn sequence(elements: Vec<ValueId>) -> Self {
        let elements = (elements.len() <= MAX_HELD).then_some(elements);
        Contents { elements, ..Contents::default() }
    }

    /// The value under a key.
    pub(super) fn entry(&self, key: Key<'t>) -> Option<ValueId> {
        self.entries.iter().find(|(known, _)| *known == key).map(|&(_, value)| value)
    }

    /// An attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<ValueId> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
    }

    /// Puts a value under a key.
    pub(super) fn set_entry(&mut self, key: Key<'t>, value: ValueId) {
        match self.entries.iter().position(|(known, _)| *known == key) {
            Some(at) => self.entries[at].1 = value,
            None if self.entries.len() < MAX_HELD => self.entries.push((key, value)),
            None => self.is_complete = false,
        }
    }

    /// Sets an attribute.
    pub(super) fn set_attribute(&mut self, name: &'t str, value: ValueId) {
        match self.attributes.iter().position(|(known, _)| *known == name) {
            Some(at) => self.attributes[at].1 = value,
            None if self.attributes.len() < MAX_HELD => self.attributes.push((name, value)),
            None => {}
        }
    }

    /// Elements and entries are not known from now on.
    pub(super) fn forget_held(&mut self) {
        self.elements = None;
        self.entries.clear();
        self.is_complete = false;
    }

    fn values(&self) -> impl Iterator<Item = ValueId> + '_ {
        let elements = self.elements.iter().flatten().copied();
        let entries = self.entries.iter().map(|&(_, value)| value);
        elements.chain(entries).chain(self.attributes.iter().map(|&(_, value)| value))
    }
}

impl<'t> BodyRun<'_, '_, 't> {
    /// The value without the tests that it passed.
    #[inline]
    pub(super) fn base(&self, mut value: ValueId) -> ValueId {
        while let Op::Tested { value: inner, .. } = self.op(value) {
            value = *inner;
        }
        value
    }

    /// The object that a value is, where it is followed.
    #[inline]
    pub(super) fn object(&self, value: ValueId) -> Option<u32> {
        self.fact(self.base(value)).object
    }

    /// The object that a value is, followed from now on.
    pub(super) fn object_to_follow(&mut self, value: ValueId) -> Option<u32> {
        let base = self.base(value);
        if let Some(known) = self.fact(base).object {
            return Some(known);
        }
        match self.op(base) {
            Op::Join(_) | Op::Constant(_) | Op::Function(_) | Op::Unknown => None,
            _ => self.follow(base, Shape::Other),
        }
    }

    /// Follows a value as an object of its own.
    pub(super) fn follow(&mut self, value: ValueId, shape: Shape) -> Option<u32> {
        if self.n_objects() >= MAX_OBJECTS {
            return None;
        }
        let is_fresh = match self.op(value) {
            Op::Display { .. } => true,
            Op::Call { callee, .. } => shape != Shape::Other || self.makes_an_instance(*callee),
            _ => false,
        };
        Some(self.new_object(value, shape, is_fresh))
    }

    /// Calling it makes an object that nobody else has: a class, as far as its name tells.
    fn makes_an_instance(&self, callee: ValueId) -> bool {
        let last = match self.op(callee) {
            Op::Class(_) => return true,
            Op::Named(path) => path.last_segment(),
            Op::Unbound(name) => name,
            Op::Attribute { name, .. } => name,
            _ => return false,
        };
        last.starts_with(char::is_uppercase)
    }

    /// What is known of the object that a value is.
    #[inline]
    pub(super) fn contents(&self, value: ValueId) -> Option<&Contents<'t>> {
        self.state.contents(self.object(value)?)
    }

    /// What the object that a value is, is.
    #[inline]
    pub(super) fn shape(&self, value: ValueId) -> Shape {
        self.object(value).map_or(Shape::Other, |object| self.shape_of(object))
    }

    /// An unknown call gets the value: it may change it, and all that can be reached through it.
    pub(super) fn escape(&mut self, value: ValueId) {
        let mut open = vec![value];
        let mut seen: Vec<u32> = Vec::new();
        let mut n_seen = 0;
        while let Some(value) = open.pop() {
            n_seen += 1;
            if n_seen > MAX_REACH {
                return self.forget_all();
            }
            match self.op(value) {
                Op::Join(values) => {
                    // A join at the head of a loop may be an operand of its own.
                    let earlier = values.iter().copied().filter(|&operand| operand < value);
                    open.extend(earlier);
                    continue;
                }
                Op::Tested { value, .. } => {
                    open.push(*value);
                    continue;
                }
                Op::Attribute { object, .. } | Op::Item { object, .. } if self.fact(value).object.is_none() => {
                    let object = *object;
                    self.forget_read_from(object);
                    continue;
                }
                _ => {}
            }
            let Some(object) = self.fact(value).object else { continue };
            if seen.contains(&object) {
                continue;
            }
            seen.push(object);
            if let Some(contents) = self.state.contents(object) {
                open.extend(contents.values());
            }
            if self.shape_of(object) != Shape::Tuple {
                self.state.forget(object);
            }
        }
    }

    /// Something that was read from an object is changed; that may be something that the object is known to hold.
    pub(super) fn forget_read_from(&mut self, object: ValueId) {
        let Some(known) = self.object(object).and_then(|object| self.state.contents(object)) else { return };
        let held: Vec<u32> = known.values().filter_map(|value| self.object(value)).collect();
        held.into_iter().for_each(|object| self.state.forget(object));
    }

    /// Nothing is known of any object.
    pub(super) fn forget_all(&mut self) {
        self.state.objects = Default::default();
    }

    /// `object.name = value`.
    pub(super) fn set_attribute(&mut self, object: ValueId, name: &'t str, value: ValueId) {
        let Some(at) = self.object_to_follow(object) else {
            return self.forget_attribute(object, name);
        };
        if !self.is_fresh(at) {
            self.forget_attribute_of_others(at, name);
        }
        self.state.contents_mut(at).set_attribute(name, value);
    }

    /// The attribute of one of several objects is set or deleted.
    pub(super) fn forget_attribute(&mut self, object: ValueId, name: &str) {
        let mut open = vec![object];
        let mut n_seen = 0;
        while let Some(value) = open.pop() {
            n_seen += 1;
            if n_seen > MAX_REACH {
                return self.forget_all();
            }
            let value = self.base(value);
            if let Op::Join(values) = self.op(value) {
                open.extend(values.iter().copied().filter(|&operand| operand < value));
            } else if let Some(at) = self.fact(value).object
                && self.state.contents(at).is_some_and(|known| known.attribute(name).is_some())
            {
                self.state.contents_mut(at).attributes.retain(|(known, _)| *known != name);
            }
        }
        self.forget_attribute_of_others(u32::MAX, name);
    }

    fn forget_attribute_of_others(&mut self, but: u32, name: &str) {
        for other in self.state.objects.places() {
            let has_it = self.state.contents(other).is_some_and(|known| known.attribute(name).is_some());
            if has_it && other != but && !self.is_fresh(other) {
                self.state.contents_mut(other).attributes.retain(|(known, _)| *known != name);
            }
        }
    }

    /// `object[key] = value`.
    pub(super) fn set_item(&mut self, object: ValueId, key: ValueId, value: ValueId) {
        let Some(at) = self.object_to_follow(object) else {
            return self.escape(object);
        };
        let shape = self.shape_of(at);
        let key = self.fact(key).constant.and_then(Key::of);
        let contents = self.state.contents_mut(at);
        match (shape, key) {
            (Shape::List, Some(Key::Int(index))) => match place(contents.elements.as_deref(), index) {
                Some(index) => contents.elements.as_mut().into_iter().for_each(|all| all[index] = value),
                None => contents.forget_held(),
            },
            (Shape::Dict | Shape::Other, Some(key)) => contents.set_entry(key, value),
            _ => contents.forget_held(),
        }
    }

    /// `del object[key]`.
    pub(super) fn delete_item(&mut self, object: ValueId, key: ValueId) {
        let Some(at) = self.object(object) else { return self.escape(object) };
        if self.state.contents(at).is_none() {
            return;
        }
        let key = self.fact(key).constant.and_then(Key::of);
        let shape = self.shape_of(at);
        let contents = self.state.contents_mut(at);
        match (shape, key) {
            (Shape::List, Some(Key::Int(index))) => match place(contents.elements.as_deref(), index) {
                Some(index) => contents.elements.iter_mut().for_each(|all| {
                    all.remove(index);
                }),
                None => contents.forget_held(),
            },
            (Shape::Dict | Shape::Other, Some(key)) => contents.entries.retain(|(known, _)| *known != key),
            _ => contents.forget_held(),
        }
    }

    /// What an object is known to hold at a constant key.
    pub(super) fn held_at(&self, object: ValueId, key: ValueId) -> Option<ValueId> {
        let key = Key::of(self.fact(key).constant?)?;
        let contents = self.contents(object)?;
        match key {
            Key::Int(index) if contents.elements.is_some() => {
                let elements = contents.elements.as_deref();
                place(elements, index).and_then(|at| elements?.get(at).copied())
            }
            key => contents.entry(key),
        }
    }

    /// Replaces what is known of an object.
    pub(super) fn set_contents(&mut self, object: u32, contents: Contents<'t>) {
        self.state.objects.set(object, Some(Rc::new(contents)));
    }
}

/// The place that an index means, from the end when it is negative.
pub(super) fn place(elements: Option<&[ValueId]>, index: i64) -> Option<usize> {
    let n_elements = elements?.len() as i64;
    let at = if index < 0 { index + n_elements } else { index };
    (0..n_elements).contains(&at).then_some(at as usize)
}
