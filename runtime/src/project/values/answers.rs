//! From a question about a value to its answer, once all values are known.

use aud_rules_plan::NamesId;
use bumpalo::Bump;

use super::objects::{Obj, ObjId, Set};
use super::solver::last_segment;
use super::{BodyRef, FileValues, Named, Values};
use crate::segment::graph::Place;
use crate::segment::question::OwnedValueQuestion;
use crate::value::{NameSet, Names, Value};

impl Values<'_> {
    /// The answer to a question about a value of a file.
    pub fn answer<'a>(
        &mut self,
        file: &FileValues,
        at: Place,
        asks: &OwnedValueQuestion,
        arena: &'a Bump,
    ) -> Value<'a> {
        let set = file.set(at);
        match *asks {
            OwnedValueQuestion::Is(names) => Value::Bool(self.named(set, names, Named::Itself)),
            OwnedValueQuestion::Instance(names) => Value::Bool(self.named(set, names, Named::Instance)),
            OwnedValueQuestion::HasKnownClass => {
                let is_instance = |&id: &ObjId| self.class_of(id).is_some();
                Value::Bool(self.solver.store.members(set).iter().any(is_instance))
            }
            OwnedValueQuestion::Name => text(only(self.callable_names(set)), arena),
            OwnedValueQuestion::Class => text(only(self.class_names(set)), arena),
            OwnedValueQuestion::ElementClass => {
                let reader = BodyRef { unit: file.unit, body: at.body };
                let elements = self.solver.elements(reader, set, false);
                text(only(self.class_names(elements)), arena)
            }
            OwnedValueQuestion::Definition(facet) => self.facet(set, facet, arena),
            OwnedValueQuestion::Reads(ref name) => match self.definition(set) {
                Some(body) => Value::Bool(self.reads(body, name)),
                None => Value::None,
            },
            OwnedValueQuestion::Find(ref name) => text(self.found(set, name), arena),
            OwnedValueQuestion::AllMethods => texts(&self.inherited_members(set).methods, arena),
            OwnedValueQuestion::AllFields => texts(&self.inherited_members(set).fields, arena),
            OwnedValueQuestion::DecoratedBy(names) => {
                Value::Bool(self.definition(set).is_some_and(|body| self.is_decorated_by(body, self.asked(names))))
            }
            OwnedValueQuestion::Inherits(names) => {
                Value::Bool(self.definition(set).is_some_and(|class| self.inherits(class, self.asked(names))))
            }
        }
    }

    fn asked(&self, names: NamesId) -> Names {
        self.solver.project.constants().names(names)
    }

    fn named(&mut self, set: Set, names: NamesId, as_what: Named) -> bool {
        if let Some(&known) = self.named.get(&(set, names, as_what)) {
            return known;
        }
        let asked = self.asked(names);
        let is_named = match as_what {
            Named::Itself => self.is(set, asked),
            Named::Instance => self.is_instance(set, asked),
        };
        self.named.insert((set, names, as_what), is_named);
        is_named
    }

    /// The object is what one of the names stands for, under whatever path. Only names that end like its own are looked at, so
    /// that no library is read for a name that cannot be meant.
    pub(super) fn is_meant(&mut self, object: ObjId, names: &NameSet) -> bool {
        let dotted = self.solver.name_of(object);
        names.has(&dotted) || !self.meant(object, names).is_empty()
    }

    /// The names that the object is what they stand for.
    pub(super) fn meant(&mut self, object: ObjId, names: &NameSet) -> Vec<&'static str> {
        let dotted = self.solver.name_of(object);
        let last = last_segment(&dotted);
        let mut alike: Vec<&'static str> = Vec::new();
        names.ending_in(last, |name| {
            alike.push(name);
            false
        });
        alike.retain(|name| {
            *name == dotted || {
                let meant = self.solver.outside(name, BodyRef::NOBODY);
                self.solver.store.members(meant).contains(&object)
            }
        });
        alike
    }

    pub(super) fn is(&mut self, set: Set, names: Names) -> bool {
        self.solver.store.members(set).to_vec().into_iter().any(|id| {
            let id = match *self.solver.store.get(id) {
                Obj::Bound(function, _) => self.solver.store.object(Obj::Function(function)),
                Obj::Function(_) | Obj::Class(_) | Obj::Outside(_) => id,
                Obj::Member(container, name) => {
                    let method = self.solver.container_method(container, name);
                    return method.is_some_and(|method| names.has(&method));
                }
                _ => return false,
            };
            self.is_meant(id, &names)
        })
    }

    pub(super) fn is_instance(&mut self, set: Set, names: Names) -> bool {
        self.each_ancestor(set, &mut |values, ancestor| values.is_meant(ancestor, &names))
    }

    /// The classes that some object of the set is an instance of, and their ancestors, until `is_found` holds for one.
    pub(super) fn each_ancestor(&mut self, set: Set, is_found: &mut dyn FnMut(&mut Self, ObjId) -> bool) -> bool {
        self.solver.store.members(set).to_vec().into_iter().any(|id| match *self.solver.store.get(id) {
            Obj::OutsideInstance(name) => {
                let class = self.solver.store.object(Obj::Outside(name));
                is_found(self, class)
            }
            Obj::Instance(class, _) => {
                let mro = self.solver.mro(class, class);
                mro.ancestors.iter().any(|&ancestor| {
                    let object = self.solver.store.object(ancestor.object());
                    is_found(self, object)
                })
            }
            _ => false,
        })
    }

    /// The class that an object is an instance of.
    fn class_of(&self, id: ObjId) -> Option<ClassOf> {
        match self.solver.store.get(id) {
            Obj::Instance(class, _) => Some(ClassOf::Body(*class)),
            Obj::OutsideInstance(name) => Some(ClassOf::Outside(self.solver.store.text(*name).to_owned())),
            _ => None,
        }
    }

    fn class_names(&mut self, set: Set) -> Vec<String> {
        let mut names = Vec::new();
        for id in self.solver.store.members(set).to_vec() {
            match self.class_of(id) {
                Some(ClassOf::Body(class)) => names.push(self.solver.dotted(class)),
                Some(ClassOf::Outside(name)) => names.push(name),
                None => {}
            }
        }
        names
    }

    pub(super) fn callable_names(&mut self, set: Set) -> Vec<String> {
        let mut names = Vec::new();
        for id in self.solver.store.members(set).to_vec() {
            match self.solver.store.get(id).clone() {
                Obj::Class(body) | Obj::Function(body) | Obj::Bound(body, _) => names.push(self.solver.dotted(body)),
                Obj::Outside(name) => names.push(self.solver.store.text(name).to_owned()),
                Obj::Member(container, name) => names.extend(self.solver.container_method(container, name)),
                _ => {}
            }
        }
        names
    }
}

/// The only name among them; none where there are several.
pub(super) fn only(mut names: Vec<String>) -> Option<String> {
    names.sort_unstable();
    names.dedup();
    (names.len() == 1).then(|| names.remove(0))
}

/// The class of an object.
enum ClassOf {
    Body(BodyRef),
    Outside(String),
}

/// The texts as a list.
pub(super) fn texts<'a>(texts: &[String], arena: &'a Bump) -> Value<'a> {
    Value::List(arena.alloc_slice_fill_iter(texts.iter().map(|text| Value::Text(arena.alloc_str(text)))))
}

fn text(name: Option<String>, arena: &Bump) -> Value<'_> {
    name.map(|name| &*arena.alloc_str(&name)).into()
}
