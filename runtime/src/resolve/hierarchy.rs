//! From all classes of a file to what each inherits for a set of names: one look at each class for each set, bases first.
//!
//! A class's answer is computed from those of its bases, and shared with them where it adds nothing, so that neither a
//! long line of heirs nor a class of many bases costs more than its own text.

use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::components::{Graph, components};
use super::limits::Limit;
use super::lineage::{Ancestor, class_at, direct};
use super::{Path, Resolver};
use crate::scope::ScopeKind;
use crate::syntax::tree::NodeId;
use crate::value::{NameSet, Names, NamesId};

/// Classes of other files that one class is asked about. Those of honest projects have a dozen.
const MAX_PATHS: usize = 64;

/// The classes of a file, bases before their heirs.
pub(crate) struct Hierarchy<'t> {
    families: Vec<Family<'t>>,
    /// The family of each class.
    family_of: FxHashMap<NodeId, usize>,
    /// What a set of names comes to, by the address of the set; in the order of the families.
    answers: RefCell<FxHashMap<NamesId, &'t [Answer<'t>]>>,
    /// What many names at once come to, by the address of their set; in the order of the families.
    kin: RefCell<FxHashMap<usize, &'t [FamilyKin<'t>]>>,
}

/// A class; several when they inherit from one another in a circle, which have one answer.
struct Family<'t> {
    /// What they directly inherit from.
    ancestors: Vec<Ancestor<'t>>,
    /// Other families of the file among these.
    bases: Vec<usize>,
    /// Everything that they inherit from of which this file knows nothing.
    open: &'t [Path<'t>],
}

/// What a family inherits of the names of a set.
#[derive(Clone, Copy)]
struct Answer<'t> {
    is_certain: bool,
    /// Classes of this file that are called like one of the names, which may be where another file exports it from.
    alike: &'t [Path<'t>],
}

/// What a family has among its ancestors of many names.
#[derive(Clone, Copy)]
struct FamilyKin<'t> {
    names: &'t [&'static str],
    /// Other files have to be asked, and it may have more.
    is_open: bool,
}

/// What a class or value has among its ancestors of the names that many rules ask for.
#[derive(Default)]
pub(crate) struct Kin {
    /// Those that this file tells of; one may come more than once.
    pub(crate) names: Vec<&'static str>,
    /// Other files have to be asked, and it may have more.
    pub(crate) is_open: bool,
}

/// What is known of a class and a set of names.
#[derive(Default)]
pub(crate) struct Inherited<'t> {
    pub(crate) is_certain: bool,
    /// Classes to ask the project about.
    pub(crate) open: Vec<Path<'t>>,
}

impl<'t> Hierarchy<'t> {
    /// That of the file.
    fn of<'c>(names: &'c Resolver<'t>) -> &'c Hierarchy<'t> {
        names.memo.hierarchy.get_or_init(|| {
            let hierarchy = Hierarchy {
                families: Vec::new(),
                family_of: FxHashMap::default(),
                answers: RefCell::default(),
                kin: RefCell::default(),
            };
            let mut builder = Builder { names, ancestors: FxHashMap::default(), hierarchy };
            let scopes = &names.file.scopes;
            for class in scopes.ids().map(|id| scopes.get(id)).filter(|scope| scope.kind == ScopeKind::Class) {
                if !builder.hierarchy.family_of.contains_key(&class.node) {
                    components(&mut builder, class.node);
                }
            }
            builder.hierarchy
        })
    }

    /// What each family comes to for a set of names.
    fn answers(&self, names: &Resolver<'t>, asked: Names) -> &'t [Answer<'t>] {
        if let Some(&known) = self.answers.borrow().get(&asked.id) {
            return known;
        }
        let mut answers = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let answer = family.answer(names, asked, &answers);
            answers.push(answer);
        }
        let answers = names.arena.alloc_slice_copy(&answers);
        self.answers.borrow_mut().insert(asked.id, answers);
        answers
    }
}

impl<'t> Hierarchy<'t> {
    /// What each family has among its ancestors of these names.
    fn kin(&self, names: &Resolver<'t>, asked: &'static NameSet) -> &'t [FamilyKin<'t>] {
        let key = std::ptr::from_ref(asked).addr();
        if let Some(&known) = self.kin.borrow().get(&key) {
            return known;
        }
        let mut all: Vec<FamilyKin<'t>> = Vec::with_capacity(self.families.len());
        for family in &self.families {
            let mut kin = Kin { names: Vec::new(), is_open: !family.open.is_empty() };
            family.ancestors.iter().for_each(|&ancestor| kin.add_ancestor(names, ancestor, asked));
            let bases = || family.bases.iter().map(|&base| all[base]);
            bases().for_each(|base| {
                kin.names.extend(base.names);
                kin.is_open |= base.is_open;
            });
            kin.names.sort_unstable();
            kin.names.dedup();
            let shared = bases().find(|base| base.names == kin.names).map(|base| base.names);
            let shared = shared.unwrap_or_else(|| names.arena.alloc_slice_copy(&kin.names));
            all.push(FamilyKin { names: shared, is_open: kin.is_open });
        }
        let all = names.arena.alloc_slice_copy(&all);
        self.kin.borrow_mut().insert(key, all);
        all
    }
}

impl Kin {
    /// Adds what a class of this file inherits.
    pub(crate) fn add_heir(&mut self, names: &Resolver<'_>, class: NodeId, asked: &'static NameSet) {
        let hierarchy = Hierarchy::of(names);
        let Some(&family) = hierarchy.family_of.get(&class) else { return };
        let kin = hierarchy.kin(names, asked)[family];
        self.names.extend(kin.names);
        self.is_open |= kin.is_open;
    }

    /// Adds the class at the end of a path, and what it inherits where it is one of this file.
    pub(crate) fn add_class<'t>(&mut self, names: &Resolver<'t>, path: Path<'t>, asked: &'static NameSet) {
        self.add_ancestor(names, Ancestor::Certain(path), asked);
        if let Some(scope) = class_at(names, path) {
            self.add_heir(names, names.file.scopes.get(scope).node, asked);
        }
    }

    /// Adds what a dotted name may mean whose root nothing binds.
    pub(crate) fn add_assumed(&mut self, text: &str, asked: &'static NameSet) {
        asked.each_assumed(text, |name| self.names.push(name));
    }

    /// Adds what a class itself is, as [`settle`] tells it of one set, and what it inherits outside of the project.
    fn add_ancestor<'t>(&mut self, names: &Resolver<'t>, ancestor: Ancestor<'t>, asked: &'static NameSet) {
        match ancestor {
            Ancestor::Assumed(text) => self.add_assumed(text, asked),
            Ancestor::Certain(Path::Outside(text)) => {
                self.names.extend(names.file.known.ancestors(text, asked).iter().copied())
            }
            Ancestor::Certain(path) => {
                self.names.extend(asked.get(path.dotted(names.arena)).filter(|_| is_own(names, path, asked).is_some()));
                self.is_open |= settle_own(names, path, asked).is_none();
            }
        }
    }
}

struct Builder<'c, 't> {
    names: &'c Resolver<'t>,
    ancestors: FxHashMap<NodeId, Vec<Ancestor<'t>>>,
    hierarchy: Hierarchy<'t>,
}

impl Builder<'_, '_> {
    fn class_of(&self, ancestor: Ancestor<'_>) -> Option<NodeId> {
        let Ancestor::Certain(path) = ancestor else { return None };
        class_at(self.names, path).map(|scope| self.names.file.scopes.get(scope).node)
    }
}

impl Graph for Builder<'_, '_> {
    type Node = NodeId;

    fn successors(&mut self, class: &NodeId) -> Vec<NodeId> {
        let ancestors = direct(self.names, *class);
        let classes = ancestors.iter().filter_map(|&ancestor| self.class_of(ancestor));
        let unknown = classes.filter(|class| !self.hierarchy.family_of.contains_key(class)).collect();
        self.ancestors.insert(*class, ancestors);
        unknown
    }

    fn finish(&mut self, component: Vec<NodeId>) {
        let (mut ancestors, mut bases, mut seen) = (Vec::new(), Vec::new(), FxHashSet::default());
        let own: Vec<_> = component.iter().flat_map(|class| self.ancestors.remove(class).unwrap_or_default()).collect();
        for ancestor in own {
            let base = self.class_of(ancestor).and_then(|class| self.hierarchy.family_of.get(&class));
            bases.extend(base.copied().filter(|&base| seen.insert(base)));
            ancestors.push(ancestor);
        }
        let own = ancestors.iter().filter_map(|&ancestor| unknown_to_file(self.names, ancestor));
        let inherited = bases.iter().map(|&base| self.hierarchy.families[base].open);
        let open = union(self.names, own, inherited);
        let place = self.hierarchy.families.len();
        self.hierarchy.family_of.extend(component.into_iter().map(|class| (class, place)));
        self.hierarchy.families.push(Family { ancestors, bases, open });
    }
}

impl<'t> Family<'t> {
    fn answer(&self, names: &Resolver<'t>, asked: Names, before: &[Answer<'t>]) -> Answer<'t> {
        let mut alike = Vec::new();
        let is_certain = self.bases.iter().any(|&base| before[base].is_certain)
            || self.ancestors.iter().any(|&ancestor| match settle(names, ancestor, asked) {
                Some(answer) => answer,
                None => {
                    alike.extend(match ancestor {
                        Ancestor::Certain(path) if unknown_to_file(names, ancestor).is_none() => Some(path),
                        _ => None,
                    });
                    false
                }
            });
        if is_certain {
            return Answer { is_certain, alike: &[] };
        }
        let inherited = self.bases.iter().map(|&base| before[base].alike);
        Answer { is_certain, alike: union(names, alike.into_iter(), inherited) }
    }
}

/// The class that an ancestor is, when this file does not hold it.
fn unknown_to_file<'t>(names: &Resolver<'t>, ancestor: Ancestor<'t>) -> Option<Path<'t>> {
    let Ancestor::Certain(path @ Path::Project { rest, .. }) = ancestor else { return None };
    let is_of_file = path.is_in(names.file.module) && names.definition_scope(rest).is_some();
    (!is_of_file).then_some(path)
}

/// Whether an ancestor itself is one of the names, where this file tells.
fn settle<'t>(names: &Resolver<'t>, ancestor: Ancestor<'t>, asked: Names) -> Option<bool> {
    match ancestor {
        Ancestor::Assumed(text) => Some(asked.has_assumed(text)),
        Ancestor::Certain(Path::Outside(text)) => Some(asked.has(text) || names.file.known.inherits(text, asked)),
        Ancestor::Certain(path) => settle_own(names, path, &asked),
    }
}

/// Whether a class in the project is one of the names, where this file tells.
fn settle_own<'t>(names: &Resolver<'t>, path: Path<'t>, asked: &NameSet) -> Option<bool> {
    match is_own(names, path, asked) {
        // What is called otherwise is not where another file exports one of the names from.
        None if class_at(names, path).is_some() && !asked.has_last(path.last_segment()) => Some(false),
        answer => answer,
    }
}

/// All of these paths, the own ones first, each once and not too many. A list that holds all of them is taken as it is.
fn union<'t>(
    names: &Resolver<'t>,
    own: impl Iterator<Item = Path<'t>>,
    lists: impl Iterator<Item = &'t [Path<'t>]>,
) -> &'t [Path<'t>] {
    let mut all: Vec<Path<'t>> = Vec::new();
    let mut taken: Vec<&'t [Path<'t>]> = Vec::new();
    // False when there is no room.
    let add = |all: &mut Vec<Path<'t>>, path: Path<'t>| {
        if all.contains(&path) {
            return true;
        }
        let has_room = all.len() < MAX_PATHS;
        match has_room {
            true => all.push(path),
            false => names.limits.note(Limit::Bases),
        }
        has_room
    };
    let mut has_room = true;
    for path in own {
        has_room = has_room && add(&mut all, path);
    }
    for list in lists {
        if has_room && !taken.iter().any(|&known| std::ptr::eq(known, list)) {
            has_room = list.iter().all(|&path| add(&mut all, path));
            taken.push(list);
        }
    }
    let whole = taken.into_iter().find(|list| has_room && list.len() == all.len());
    whole.unwrap_or_else(|| names.arena.alloc_slice_copy(&all))
}

impl<'t> Inherited<'t> {
    fn add_open(&mut self, paths: &[Path<'t>]) {
        for &path in paths {
            if !self.open.contains(&path) {
                self.open.push(path);
            }
        }
    }

    /// Adds what a class of this file inherits.
    pub(crate) fn add_heir(&mut self, names: &Resolver<'t>, class: NodeId, asked: Names) {
        let hierarchy = Hierarchy::of(names);
        let Some(&family) = hierarchy.family_of.get(&class) else { return };
        let answer = hierarchy.answers(names, asked)[family];
        self.is_certain |= answer.is_certain;
        self.add_open(answer.alike);
        self.add_open(hierarchy.families[family].open);
    }

    /// Adds the class at the end of a path, and what it inherits where it is one of this file.
    pub(crate) fn add_class(&mut self, names: &Resolver<'t>, path: Path<'t>, asked: Names) {
        match settle(names, Ancestor::Certain(path), asked) {
            Some(is_certain) => self.is_certain |= is_certain,
            None => self.add_open(&[path]),
        }
        if let Some(scope) = class_at(names, path) {
            self.add_heir(names, names.file.scopes.get(scope).node, asked);
        }
    }
}

/// Whether a path into the project is one of the names, where this file settles it. A definition of this file is also
/// meant by names that other files export it under, which only names of the project can be.
pub(crate) fn is_own<'t>(names: &Resolver<'t>, path: Path<'t>, asked: &NameSet) -> Option<bool> {
    let Path::Project { rest, .. } = path else { return None };
    if !path.is_in(names.file.module) || names.definition_scope(rest).is_none() {
        return None;
    }
    if asked.has(path.dotted(names.arena)) {
        return Some(true);
    }
    let may_be_exported = asked.ending_in(path.last_segment(), |name| {
        let root = name.split('.').next().unwrap_or(name);
        names.file.modules.is_prefix(root) || names.file.modules.find_anywhere(root).is_some()
    });
    if may_be_exported { None } else { Some(false) }
}
