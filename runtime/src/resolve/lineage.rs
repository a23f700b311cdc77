//! From a class to what it certainly or presumably inherits from, as far as its own file tells.

use rustc_hash::FxHashSet;

use super::{Path, Resolution, Resolver};
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

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

/// What a class directly inherits from, without repetition.
pub(super) fn direct<'t>(names: &Resolver<'t>, class: NodeId) -> Vec<Ancestor<'t>> {
    let mut seen = FxHashSet::default();
    let ancestors = bases(names, class).into_iter().flat_map(|base| ancestor_of_base(names, base));
    ancestors.filter(|&ancestor| seen.insert(ancestor)).collect()
}

/// All classes that a class inherits from, those of this file followed to the end: for a person to read.
pub(crate) fn lineage<'t>(names: &Resolver<'t>, class: NodeId) -> Vec<Ancestor<'t>> {
    let (mut found, mut seen) = (Vec::new(), FxHashSet::default());
    let mut waiting = vec![class];
    while let Some(class) = waiting.pop() {
        for ancestor in direct(names, class) {
            if !seen.insert(ancestor) {
                continue;
            }
            found.push(ancestor);
            if let Ancestor::Certain(path) = ancestor {
                waiting.extend(class_at(names, path).map(|scope| names.file.scopes.get(scope).node));
            }
        }
    }
    found
}

/// The class inherits from something of the project that its file does not hold, or from a class of its file.
pub(crate) fn has_project_base(names: &Resolver<'_>, class: NodeId) -> bool {
    bases(names, class)
        .into_iter()
        .flat_map(|base| ancestor_of_base(names, base))
        .any(|ancestor| matches!(ancestor, Ancestor::Certain(Path::Project { .. })))
}
