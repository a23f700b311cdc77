//! From a class to everything it certainly or presumably inherits from, as far as its own file tells.

use bumpalo::collections::Vec as BumpVec;
use rustc_hash::FxHashSet;

use super::{Path, Resolution, Resolver};
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Classes that are looked at for one question.
const MAX_CLASSES: usize = 500;

/// A class that another one inherits from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Ancestor<'t> {
    /// Certainly; in a file of the project its own bases may be there as well.
    Certain(Path<'t>),
    /// A dotted name whose root nothing known binds.
    Assumed(&'t str),
}

/// The bases as written, without keywords and subscripts.
pub(crate) fn bases(names: &Resolver<'_>, class: NodeId) -> Vec<NodeId> {
    let tree = names.tree();
    let Some(list) = tree.child(class, Field::Superclasses) else { return Vec::new() };
    tree.children(list).map(|base| without_subscript(names, base)).collect()
}

/// `Base` of `Base[int]`.
fn without_subscript(names: &Resolver<'_>, base: NodeId) -> NodeId {
    let tree = names.tree();
    let base = tree.bare(base);
    match tree.kind(base) {
        Kind::Subscript => tree.child(base, Field::Value).map_or(base, |value| tree.bare(value)),
        _ => base,
    }
}

/// What a base leads to.
pub(crate) fn ancestor_of_base<'t>(names: &Resolver<'t>, base: NodeId) -> Vec<Ancestor<'t>> {
    match names.resolve(base) {
        Resolution::Paths(paths) => paths.iter().map(|&path| Ancestor::Certain(path)).collect(),
        Resolution::Assumed(text) => vec![Ancestor::Assumed(text)],
        Resolution::Unknown => Vec::new(),
    }
}

/// The class of this file at the end of a path, if it is one.
pub(crate) fn class_at(names: &Resolver<'_>, path: Path<'_>) -> Option<ScopeId> {
    let Path::Project { rest, .. } = path else { return None };
    let scope = names.definition_scope(rest).filter(|_| path.is_in(names.file.module))?;
    (names.file.scopes.get(scope).kind == ScopeKind::Class).then_some(scope)
}

/// All classes that a class inherits from, those of this file followed to the end.
pub(crate) fn lineage<'t>(names: &Resolver<'t>, class: NodeId) -> &'t [Ancestor<'t>] {
    if let Some(known) = names.memo.lineages.borrow().get(&class) {
        return known;
    }
    let lineage = search_bases(names, class);
    names.memo.lineages.borrow_mut().insert(class, lineage);
    lineage
}

fn search_bases<'t>(names: &Resolver<'t>, class: NodeId) -> &'t [Ancestor<'t>] {
    let mut found = BumpVec::new_in(names.arena);
    let (mut seen, mut named) = (FxHashSet::default(), FxHashSet::default());
    let mut waiting = vec![class];
    while let Some(class) = waiting.pop() {
        if seen.len() >= MAX_CLASSES || !seen.insert(class) {
            continue;
        }
        for ancestor in bases(names, class).into_iter().flat_map(|base| ancestor_of_base(names, base)) {
            if !named.insert(ancestor) {
                continue;
            }
            found.push(ancestor);
            if let Ancestor::Certain(path) = ancestor {
                waiting.extend(class_at(names, path).map(|scope| names.file.scopes.get(scope).node));
            }
        }
    }
    found.into_bump_slice()
}

/// Adds the class at the end of a path and, where it is one of this file, what it inherits from.
pub(crate) fn add_with_ancestors<'t>(names: &Resolver<'t>, path: Path<'t>, found: &mut BumpVec<'t, Ancestor<'t>>) {
    found.push(Ancestor::Certain(path));
    if let Some(scope) = class_at(names, path) {
        found.extend_from_slice_copy(lineage(names, names.file.scopes.get(scope).node));
    }
}

/// The class inherits from something of the project that its file does not hold, or from a class of its file.
pub(crate) fn has_project_base(names: &Resolver<'_>, class: NodeId) -> bool {
    bases(names, class)
        .into_iter()
        .flat_map(|base| ancestor_of_base(names, base))
        .any(|ancestor| matches!(ancestor, Ancestor::Certain(Path::Project { .. })))
}
