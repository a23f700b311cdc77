//! From `self.method` and `super().method` to the definition in a base class that they read.

use bumpalo::Bump;

use super::lineage::{ancestor_of_base, bases, has_project_base};
use super::{Ancestor, Question, ask};
use crate::resolve::{Path, join};
use crate::rules::cx::Cx;
use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::Value;

/// The class and method of `self.method`, `cls.method` or `super().method`.
pub(super) fn own_method<'t>(cx: &Cx<'t>, callee: NodeId) -> Option<(ScopeId, &'t str, bool)> {
    let tree = cx.tree();
    if tree.kind(callee) != Kind::Attribute {
        return None;
    }
    let object = tree.bare(tree.child(callee, Field::Object)?);
    let method = tree.slice(tree.child(callee, Field::Attribute)?);
    if let Some(class) = cx.file.receiver_class(object) {
        return Some((class, method, false));
    }
    let is_super = tree.kind(object) == Kind::Call
        && tree.child(object, Field::Function).is_some_and(|function| tree.slice(function) == "super");
    let class = cx.file.scopes.class_around(tree.node(callee).scope)?;
    is_super.then_some((class, method, true))
}

/// Where a method lies in the project that a class inherits: seen from the class, or for `super()` from each base.
pub(super) fn inherited_paths<'t>(cx: &Cx<'t>, class: ScopeId, method: &'t str, is_super: bool) -> &'t [Path<'t>] {
    let scope = cx.file.scopes.get(class);
    let mut paths = bumpalo::collections::Vec::new_in(cx.arena);
    if is_super {
        let ancestors = bases(cx, scope.node).into_iter().flat_map(|base| ancestor_of_base(cx, base));
        paths.extend(ancestors.filter_map(|ancestor| match ancestor {
            Ancestor::Certain(Path::Project { module, name, rest }) if !rest.is_empty() => {
                Some(Path::Project { module, name, rest: join(cx.arena, rest, method) })
            }
            _ => None,
        }));
    } else if has_project_base(cx, scope.node) {
        paths.push(cx.file.own_path(join(cx.arena, scope.qualname, method)));
    }
    paths.into_bump_slice()
}

/// The dotted name of the definition in a base class of the project that `self.method` or `super().method` reads. A name
/// that the class itself binds, in its body or on its instances, is not inherited.
pub(super) fn inherited<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    let Some((class, method, is_super)) = own_method(cx, cx.tree().bare(node)) else { return Value::None };
    let scope = cx.file.scopes.get(class);
    if !is_super && (scope.names.contains_key(method) || scope.attributes.contains_key(method)) {
        return Value::None;
    }
    match inherited_paths(cx, class, method, is_super) {
        [] => Value::None,
        paths => ask(cx, Question::Inherited { paths }),
    }
}

/// `resolved` for a name that is known.
pub(super) fn resolved_if_known<'a>(_: &'a Bump, names: &[Value<'a>]) -> Value<'a> {
    match names {
        [Value::Text(_)] => Value::Text("resolved"),
        _ => Value::None,
    }
}
