//! From a class, or a function, to its members: methods read from `self` or `super()`, and where bases may define them;
//! the parameters that positional arguments reach.

use super::lineage::{Ancestor, ancestor_of_base, bases, has_project_base};
use super::{Path, Resolver, join};
use crate::scope::bind::parameter_name;
use crate::scope::{Bound, ScopeId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// The class and method of `self.method`, `cls.method` or `super().method`.
pub(crate) fn own_method<'t>(names: &Resolver<'t>, callee: NodeId) -> Option<(ScopeId, &'t str, bool)> {
    let tree = names.tree();
    if tree.kind(callee) != Kind::Attribute {
        return None;
    }
    let object = tree.bare(tree.child(callee, Field::Object)?);
    let method = tree.name(tree.child(callee, Field::Attribute)?);
    if let Some(class) = names.receiver_class(object) {
        return Some((class, method, false));
    }
    let is_super = tree.kind(object) == Kind::Call
        && tree.child(object, Field::Function).is_some_and(|function| tree.name(function) == "super");
    let class = names.file.scopes.class_around(tree.node(callee).scope)?;
    is_super.then_some((class, method, true))
}

/// Where a method lies in the project that a class inherits: seen from the class, or for `super()` from each base.
pub(crate) fn inherited_paths<'t>(
    names: &Resolver<'t>,
    class: ScopeId,
    method: &'t str,
    is_super: bool,
) -> &'t [Path<'t>] {
    let scope = names.file.scopes.get(class);
    let mut paths = bumpalo::collections::Vec::new_in(names.arena);
    if is_super {
        let ancestors = bases(names, scope.node).into_iter().flat_map(|base| ancestor_of_base(names, base));
        paths.extend(ancestors.filter_map(|ancestor| match ancestor {
            Ancestor::Certain(Path::Project { module, name, rest }) if !rest.is_empty() => {
                Some(Path::Project { module, name, rest: join(names.arena, rest, method) })
            }
            _ => None,
        }));
    } else if has_project_base(names, scope.node) {
        paths.push(names.own_path(join(names.arena, scope.qualname, method)));
    }
    paths.into_bump_slice()
}

/// The last function of that name in a class body.
pub(crate) fn method_of(names: &Resolver<'_>, class: ScopeId, name: &str) -> Option<NodeId> {
    let scopes = &names.file.scopes;
    scopes.bindings_of(class, name).iter().rev().find_map(|&id| match scopes.binding(id).bound {
        Bound::Function(node) => Some(node),
        _ => None,
    })
}

/// Names of the parameters that positional arguments reach, up to `*`.
pub(crate) fn positional_parameters<'t>(names: &Resolver<'t>, function: NodeId) -> Vec<&'t str> {
    let tree = names.tree();
    let Some(parameters) = tree.child(function, Field::Parameters) else { return Vec::new() };
    let mut names = Vec::new();
    for parameter in tree.children(parameters) {
        let name = parameter_name(tree, parameter);
        let is_star = match tree.kind(parameter) {
            Kind::ListSplatPattern | Kind::DictionarySplatPattern | Kind::KeywordSeparator => true,
            Kind::TypedParameter => tree
                .children(parameter)
                .next()
                .is_some_and(|inner| matches!(tree.kind(inner), Kind::ListSplatPattern | Kind::DictionarySplatPattern)),
            _ => false,
        };
        if is_star {
            break;
        }
        names.extend(name.map(|name| tree.name(name)));
    }
    names
}
