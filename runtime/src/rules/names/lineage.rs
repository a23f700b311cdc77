//! From a class to everything it certainly or presumably inherits from, as far as its own file tells.

use bumpalo::collections::Vec as BumpVec;
use rustc_hash::FxHashSet;

use super::{Question, ask, class_scope, is_own};
use crate::resolve::{Path, Resolution};
use crate::rules::cx::Cx;
use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::{Names, Value};

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
pub(crate) fn bases(cx: &Cx<'_>, class: NodeId) -> Vec<NodeId> {
    let tree = cx.tree();
    let Some(list) = tree.child(class, Field::Superclasses) else { return Vec::new() };
    tree.children(list).map(|base| without_subscript(cx, base)).collect()
}

/// `Base` of `Base[int]`.
fn without_subscript(cx: &Cx<'_>, base: NodeId) -> NodeId {
    let tree = cx.tree();
    let base = tree.bare(base);
    match tree.kind(base) {
        Kind::Subscript => tree.child(base, Field::Value).map_or(base, |value| tree.bare(value)),
        _ => base,
    }
}

/// What a base leads to.
pub(crate) fn ancestor_of_base<'t>(cx: &Cx<'t>, base: NodeId) -> Vec<Ancestor<'t>> {
    match cx.file.resolve(cx, base) {
        Resolution::Paths(paths) => paths.iter().map(|&path| Ancestor::Certain(path)).collect(),
        Resolution::Assumed(text) => vec![Ancestor::Assumed(text)],
        Resolution::Unknown => Vec::new(),
    }
}

/// The class of this file at the end of a path, if it is one.
pub(super) fn class_at(cx: &Cx<'_>, path: Path<'_>) -> Option<ScopeId> {
    let Path::Project { rest, .. } = path else { return None };
    let scope = cx.file.definition_scope(cx, rest).filter(|_| path.is_in(cx.file.module))?;
    class_scope(cx, scope)
}

/// All classes that a class inherits from, those of this file followed to the end.
pub(super) fn lineage<'t>(cx: &Cx<'t>, class: NodeId) -> &'t [Ancestor<'t>] {
    if let Some(known) = cx.resolver.lineages.borrow().get(&class) {
        return known;
    }
    let lineage = search_bases(cx, class);
    cx.resolver.lineages.borrow_mut().insert(class, lineage);
    lineage
}

fn search_bases<'t>(cx: &Cx<'t>, class: NodeId) -> &'t [Ancestor<'t>] {
    let mut found = BumpVec::new_in(cx.arena);
    let (mut seen, mut named) = (FxHashSet::default(), FxHashSet::default());
    let mut waiting = vec![class];
    while let Some(class) = waiting.pop() {
        if seen.len() >= MAX_CLASSES || !seen.insert(class) {
            continue;
        }
        for ancestor in bases(cx, class).into_iter().flat_map(|base| ancestor_of_base(cx, base)) {
            if !named.insert(ancestor) {
                continue;
            }
            found.push(ancestor);
            if let Ancestor::Certain(path) = ancestor {
                waiting.extend(class_at(cx, path).map(|scope| cx.file.scopes.get(scope).node));
            }
        }
    }
    found.into_bump_slice()
}

/// Adds the class at the end of a path and, where it is one of this file, what it inherits from.
pub(super) fn add_with_ancestors<'t>(cx: &Cx<'t>, path: Path<'t>, found: &mut BumpVec<'t, Ancestor<'t>>) {
    found.push(Ancestor::Certain(path));
    if let Some(scope) = class_at(cx, path) {
        found.extend_from_slice_copy(lineage(cx, cx.file.scopes.get(scope).node));
    }
}

/// One of the ancestors is, or inherits from, one of the names.
pub(super) fn leads_to<'t>(cx: &Cx<'t>, ancestors: &'t [Ancestor<'t>], names: Names) -> Value<'t> {
    match certain_or_open(cx, ancestors, names) {
        Ok(answer) => Value::Bool(answer),
        Err(paths) => ask(cx, Question::Subclass { paths, names }),
    }
}

/// The answer where the file settles it, or else the classes to ask about.
///
/// A class of this file is asked about as well when it is called like one of the names: the name may be where another
/// file exports it from.
pub(super) fn certain_or_open<'t>(
    cx: &Cx<'t>,
    ancestors: &[Ancestor<'t>],
    names: Names,
) -> Result<bool, &'t [Path<'t>]> {
    let mut open = BumpVec::new_in(cx.arena);
    for &ancestor in ancestors {
        match ancestor {
            Ancestor::Assumed(text) if names.has_assumed(text) => return Ok(true),
            Ancestor::Certain(Path::Outside(text)) if names.has(text) => return Ok(true),
            Ancestor::Certain(path @ Path::Project { .. }) => {
                let is_of_file = class_at(cx, path).is_some();
                match is_own(cx, path, names) {
                    Some(true) => return Ok(true),
                    None if !is_of_file || names.has_last(path.last_segment()) => open.push(path),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    if open.is_empty() { Ok(false) } else { Err(open.into_bump_slice()) }
}

/// The class inherits from something of the project that its file does not hold, or from a class of its file.
pub(super) fn has_project_base(cx: &Cx<'_>, class: NodeId) -> bool {
    bases(cx, class)
        .into_iter()
        .flat_map(|base| ancestor_of_base(cx, base))
        .any(|ancestor| matches!(ancestor, Ancestor::Certain(Path::Project { .. })))
}
