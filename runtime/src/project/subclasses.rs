//! From a class of the project to whether it is one of the names of a set or inherits from one: each class is looked at
//! once for a set, its bases before it.

use std::sync::PoisonError;

use super::{Known, Project, Thing, Trace};
use crate::resolve::components::{Graph, components};
use crate::segment::interface::{Base, ClassSummary, OwnedPath};
use crate::value::Names;

impl Project<'_> {
    /// The class at a canonical place is one of the names or inherits from one.
    pub(super) fn is_subclass(&self, class: &OwnedPath, names: Names, trace: &Trace) -> bool {
        let Some(Thing::Class(summary)) = self.thing(class, trace) else { return self.is_heir(class, names, trace) };
        if let Some(known) = self.known_subclass(summary, names) {
            trace.add(&known);
            return known.answer;
        }
        let mut search = Search { project: self, names, answer: Known::new(false, &Trace::default()) };
        components(&mut search, class.clone());
        // That of the class that the search began with is finished last.
        trace.add(&search.answer);
        search.answer.answer
    }

    /// What is no class of the project is one of the names, or is known to inherit from one.
    fn is_heir(&self, class: &OwnedPath, names: Names, trace: &Trace) -> bool {
        let is_known = matches!(class, OwnedPath::Outside(text) if self.known.inherits(text, names));
        is_known || self.is_target(class, names, trace)
    }

    fn known_subclass(&self, class: &ClassSummary, names: Names) -> Option<Known<bool>> {
        let known = self.subclasses.read().unwrap_or_else(PoisonError::into_inner);
        known.get(&(std::ptr::from_ref(class).addr(), names.id)).cloned()
    }
}

struct Search<'s, 'm> {
    project: &'s Project<'m>,
    names: Names,
    /// That of the component that was finished last.
    answer: Known<bool>,
}

impl Search<'_, '_> {
    fn class(&self, place: &OwnedPath, trace: &Trace) -> Option<&ClassSummary> {
        match self.project.thing(place, trace) {
            Some(Thing::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// The places of the bases of a class.
    fn bases(&self, place: &OwnedPath, trace: &Trace) -> Vec<OwnedPath> {
        let bases = self.class(place, trace).into_iter().flat_map(|class| &class.bases);
        let certain = bases.filter_map(|base| match base {
            Base::Certain(base) => Some(base),
            Base::Assumed(_) => None,
        });
        certain.flat_map(|base| self.project.canonical(base, trace).to_vec()).collect()
    }

    /// The class itself is one of the names, or has one as a base that is only presumed.
    fn is_target(&self, place: &OwnedPath, trace: &Trace) -> bool {
        let mut bases = self.class(place, trace).into_iter().flat_map(|class| &class.bases);
        self.project.is_target(place, self.names, trace)
            || bases.any(|base| matches!(base, Base::Assumed(text) if self.names.has_assumed(text)))
    }
}

impl Graph for Search<'_, '_> {
    type Node = OwnedPath;

    fn successors(&mut self, place: &OwnedPath) -> Vec<OwnedPath> {
        // What this depends on is noted when the class is finished.
        let trace = Trace::default();
        let bases = self.bases(place, &trace).into_iter();
        let is_unknown = |base: &OwnedPath| {
            self.class(base, &trace).is_some_and(|class| self.project.known_subclass(class, self.names).is_none())
        };
        bases.filter(is_unknown).collect()
    }

    fn finish(&mut self, component: Vec<OwnedPath>) {
        let trace = Trace::default();
        let answer = component.iter().any(|place| {
            self.is_target(place, &trace)
                || self.bases(place, &trace).iter().any(|base| match self.class(base, &trace) {
                    // One of the component is not known yet, and is looked at itself.
                    Some(class) => self.project.known_subclass(class, self.names).is_some_and(|known| {
                        trace.add(&known);
                        known.answer
                    }),
                    None => self.project.is_heir(base, self.names, &trace),
                })
        });
        self.answer = Known::new(answer, &trace);
        let mut known = self.project.subclasses.write().unwrap_or_else(PoisonError::into_inner);
        for class in component.iter().filter_map(|place| self.class(place, &trace)) {
            known.insert((std::ptr::from_ref(class).addr(), self.names.id), self.answer.clone());
        }
    }
}
