//! From a question about a value to its answer, once all values are known.

use aud_rules_plan::NamesId;
use bumpalo::Bump;

use super::mro::Ancestor;
use super::objects::{Obj, ObjId, Set};
use super::{BodyRef, FileValues, Values};
use crate::segment::graph::{BodyId, Place};
use crate::segment::open::OwnedValueQuestion;
use crate::value::{Names, Value};

impl Values<'_> {
    /// The answer to a question about a value of a file.
    pub fn answer<'a>(&mut self, file: &FileValues, at: Place, asks: OwnedValueQuestion, arena: &'a Bump) -> Value<'a> {
        let set = file.set(at);
        match asks {
            OwnedValueQuestion::Is(names) => Value::Bool(self.is(set, self.asked(names))),
            OwnedValueQuestion::Instance(names) => Value::Bool(self.is_instance(set, self.asked(names))),
            OwnedValueQuestion::HasKnownClass => {
                let is_instance = |&id: &ObjId| self.class_of(id).is_some();
                Value::Bool(self.solver.store.members(set).iter().any(is_instance))
            }
            OwnedValueQuestion::Name => text(only(self.callable_names(set)), arena),
            OwnedValueQuestion::Class => text(only(self.class_names(set)), arena),
        }
    }

    fn asked(&self, names: NamesId) -> Names {
        self.solver.project.constants().names(names)
    }

    /// The objects that the names of a rule stand for, and so one class under all paths that lead to it.
    fn meant(&mut self, names: Names) -> Set {
        if let Some(&known) = self.meant.get(&names.id) {
            return known;
        }
        let nobody = BodyRef { unit: super::Unit(u32::MAX), body: BodyId::MODULE };
        let mut members = Vec::new();
        for name in names.names() {
            let set = self.solver.outside(name, nobody);
            members.extend_from_slice(self.solver.store.members(set));
        }
        // More names than a set of values keeps are none too many here.
        let set = self.solver.store.all(members);
        self.meant.insert(names.id, set);
        set
    }

    fn is(&mut self, set: Set, names: Names) -> bool {
        let meant = self.meant(names);
        for id in self.solver.store.members(set).to_vec() {
            let id = match self.solver.store.get(id).clone() {
                Obj::Bound(function, _) => self.solver.store.object(Obj::Function(function)),
                Obj::Outside(name) if names.has(self.solver.store.text(name)) => return true,
                _ => id,
            };
            if self.solver.store.members(meant).contains(&id) {
                return true;
            }
        }
        false
    }

    fn is_instance(&mut self, set: Set, names: Names) -> bool {
        let meant = self.meant(names);
        for id in self.solver.store.members(set).to_vec() {
            match self.class_of(id) {
                Some(ClassOf::Outside(name)) if names.has(&name) => return true,
                Some(ClassOf::Body(class)) => {
                    let mro = self.solver.mro(class, class);
                    for &ancestor in &mro.ancestors {
                        let object = match ancestor {
                            Ancestor::Class(class) => Obj::Class(class),
                            Ancestor::Outside(name) if names.has(self.solver.store.text(name)) => return true,
                            Ancestor::Outside(name) => Obj::Outside(name),
                        };
                        let object = self.solver.store.object(object);
                        if self.solver.store.members(meant).contains(&object) {
                            return true;
                        }
                    }
                }
                _ => {}
            }
        }
        false
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
fn only(mut names: Vec<String>) -> Option<String> {
    names.sort_unstable();
    names.dedup();
    (names.len() == 1).then(|| names.remove(0))
}

/// The class of an object.
enum ClassOf {
    Body(BodyRef),
    Outside(String),
}

fn text(name: Option<String>, arena: &Bump) -> Value<'_> {
    name.map(|name| &*arena.alloc_str(&name)).into()
}
