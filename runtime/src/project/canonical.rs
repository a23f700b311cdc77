//! From a path into the project to the places that it leads to in the end: through re-exports, aliases, star imports,
//! submodules and the bases of classes.

use super::{Project, Trace};
use crate::modules::ModuleId;
use crate::resolve::limits::Limit;
use crate::segment::interface::{Base, Definition, NameSummary, OwnedPath, Star};

/// Names that are looked at on the way of one path.
const MAX_STEPS: u32 = 2_000;

/// Names that lead to one another are followed that far.
const MAX_DEPTH: u32 = 64;

/// Places that are kept of one path.
const MAX_PLACES: usize = 16;

/// The walk from one path.
pub(super) struct Trail<'p, 'm> {
    project: &'p Project<'m>,
    /// Names on the way to the current one.
    open: Vec<(ModuleId, String)>,
    /// Names whose star imports are being searched.
    starred: Vec<(ModuleId, String)>,
    n_steps: u32,
    trace: &'p Trace,
}

impl<'p, 'm> Trail<'p, 'm> {
    pub(super) fn new(project: &'p Project<'m>, trace: &'p Trace) -> Self {
        Trail { project, open: Vec::new(), starred: Vec::new(), n_steps: 0, trace }
    }

    /// The places at the end of a path, without repetition, first choice first; the path itself where nothing is there.
    /// None when it leads back to itself only.
    pub(super) fn follow(&mut self, path: &OwnedPath) -> Option<Vec<OwnedPath>> {
        let OwnedPath::Project { module, rest } = path else { return Some(vec![path.clone()]) };
        if rest.is_empty() {
            return Some(vec![path.clone()]);
        }
        let key = (*module, rest.to_string());
        self.n_steps += 1;
        if self.open.contains(&key) {
            return None;
        }
        if self.n_steps > MAX_STEPS || self.open.len() as u32 >= MAX_DEPTH {
            self.trace.limits.note(Limit::Aliases);
            return None;
        }
        self.open.push(key);
        let places = self.follow_name(*module, rest);
        self.open.pop();
        places
    }

    fn follow_name(&mut self, module: ModuleId, rest: &str) -> Option<Vec<OwnedPath>> {
        let (name, tail) = split(rest);
        let project = self.project;
        let summary = project.interface(module, self.trace).names.get(name);
        if let Some(places) = summary.and_then(|summary| self.follow_summary(module, summary, name, tail)) {
            return Some(places);
        }
        if let Some(part) = project.map.submodule(module, name) {
            return self.follow(&place(part, tail));
        }
        if summary.is_none() {
            if let Some(places) = self.follow_stars(module, name, tail) {
                return Some(places);
            }
            return Some(vec![place(module, rest)]);
        }
        None
    }

    /// The places of what a module or class calls a name, whose path in the module is `front`, with `tail` read from it.
    fn follow_summary(
        &mut self,
        module: ModuleId,
        summary: &NameSummary,
        front: &str,
        tail: &str,
    ) -> Option<Vec<OwnedPath>> {
        let mut places = Vec::new();
        if let Some(definition) = &summary.definition {
            let found = match definition {
                Definition::Class(class) if !tail.is_empty() => {
                    let (member, after) = split(tail);
                    match class.names.get(member) {
                        Some(inner) => self.follow_summary(module, inner, &dotted(front, member), after),
                        None => self.follow_bases(&class.bases, tail),
                    }
                }
                _ => None,
            };
            self.add_all(&mut places, found.unwrap_or_else(|| vec![place(module, &dotted(front, tail))]));
        }
        for alias in &summary.aliases {
            if let Some(found) = self.follow(&longer(alias, tail)) {
                self.add_all(&mut places, found);
            }
        }
        if places.is_empty() && summary.aliases.is_empty() {
            places.push(place(module, &dotted(front, tail)));
        }
        (!places.is_empty()).then_some(places)
    }

    /// What the first base that has the member makes of it.
    fn follow_bases(&mut self, bases: &[Base], tail: &str) -> Option<Vec<OwnedPath>> {
        for base in bases {
            let Base::Certain(base) = base else { continue };
            for owner in self.follow(base).unwrap_or_default() {
                let path = longer(&owner, tail);
                let found = match &path {
                    OwnedPath::Project { .. } if self.project.has_class(&owner, self.trace) => self.follow(&path),
                    _ => None,
                };
                let exists =
                    |places: &Vec<OwnedPath>| places.iter().any(|place| self.project.exists(place, self.trace));
                if let Some(places) = found.filter(exists) {
                    return Some(places);
                }
            }
        }
        None
    }

    /// What star imports make of a name that the module does not bind itself: files of the project that have it come
    /// first, and only without one a module that nobody can look into.
    fn follow_stars(&mut self, module: ModuleId, name: &str, tail: &str) -> Option<Vec<OwnedPath>> {
        let key = (module, name.to_owned());
        if self.starred.contains(&key) {
            return None;
        }
        self.starred.push(key);
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for star in &self.project.interface(module, self.trace).stars {
            match star {
                Star::Project(from) if *from != module && self.may_export(*from, name) => {
                    let found = self.follow(&place(*from, name)).unwrap_or_default();
                    for owner in found.into_iter().filter(|owner| self.project.exists(owner, self.trace)) {
                        let found = self.follow(&longer(&owner, tail));
                        let into = if matches!(owner, OwnedPath::Outside(_)) { &mut outside } else { &mut inside };
                        self.add_all(into, found.unwrap_or_default());
                    }
                }
                Star::Outside(from) if !name.starts_with('_') => {
                    self.add_all(&mut outside, vec![OwnedPath::Outside(dotted(&dotted(from, name), tail).into())]);
                }
                _ => {}
            }
        }
        self.starred.pop();
        let places = if inside.is_empty() { outside } else { inside };
        (!places.is_empty()).then_some(places)
    }

    fn add_all(&self, places: &mut Vec<OwnedPath>, found: Vec<OwnedPath>) {
        for place in found {
            if places.contains(&place) {
                continue;
            }
            match places.len() < MAX_PLACES {
                true => places.push(place),
                false => self.trace.limits.note(Limit::Alternatives),
            }
        }
    }

    /// A star import of the module would take the name, if it has it.
    fn may_export(&self, module: ModuleId, name: &str) -> bool {
        match &self.project.interface(module, self.trace).exports {
            Some(exports) => exports.iter().any(|export| &**export == name),
            None => !name.starts_with('_'),
        }
    }
}

/// The first segment and what comes after it.
pub(super) fn split(dotted: &str) -> (&str, &str) {
    dotted.split_once('.').unwrap_or((dotted, ""))
}

fn dotted(first: &str, second: &str) -> String {
    match (first, second) {
        ("", second) => second.to_owned(),
        (first, "") => first.to_owned(),
        (first, second) => format!("{first}.{second}"),
    }
}

pub(super) fn place(module: ModuleId, rest: &str) -> OwnedPath {
    OwnedPath::Project { module, rest: rest.into() }
}

/// A path with more names behind it.
pub(super) fn longer(path: &OwnedPath, tail: &str) -> OwnedPath {
    match path {
        path if tail.is_empty() => path.clone(),
        OwnedPath::Outside(text) => OwnedPath::Outside(dotted(text, tail).into()),
        OwnedPath::Project { module, rest } => place(*module, &dotted(rest, tail)),
    }
}
