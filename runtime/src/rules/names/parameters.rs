//! From an argument of a call to the name of the parameter that takes it.

use super::{Question, ask};
use crate::resolve::limits::Limit;
use crate::resolve::{
    Path, Receiver, Resolution, has_project_base, inherited_paths, method_of, own_method, positional_parameters,
};
use crate::rules::cx::Cx;
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::Value;

/// The parameter of the callee that takes the argument: its keyword, or the parameter at its position where
/// the callee is a function or class of the project. None behind a `*` argument and for what `*args` takes.
pub fn argument_parameter<'t>(cx: &Cx<'t>, argument: NodeId) -> Value<'t> {
    let tree = cx.tree();
    match tree.kind(argument) {
        Kind::KeywordArgument => tree.child(argument, Field::Name).map(|name| tree.name(name)).into(),
        Kind::ListSplat | Kind::DictionarySplat => Value::None,
        _ => match call_and_index(cx, argument) {
            Some((call, index)) => at_position(cx, call, index),
            None => Value::None,
        },
    }
}

/// Arguments further behind are not asked about: no function written by hand has so many parameters, and a call with a
/// hundred thousand arguments must not be looked through a hundred thousand times.
const MAX_POSITION: u32 = 1_000;

/// The call that a positional argument stands in, and its place there.
fn call_and_index(cx: &Cx<'_>, argument: NodeId) -> Option<(NodeId, u32)> {
    let tree = cx.tree();
    let list = tree.parent(argument);
    if tree.kind(list) == Kind::Call {
        // `f(x for x in y)`: the generator stands where the list of arguments would.
        return (tree.node(argument).field == Field::Arguments).then_some((list, 0));
    }
    if tree.kind(list) != Kind::ArgumentList || tree.kind(tree.parent(list)) != Kind::Call {
        return None;
    }
    let mut index = 0;
    for before in tree.children(list).take_while(|&before| before < argument) {
        match tree.kind(before) {
            Kind::ListSplat => return None,
            Kind::KeywordArgument | Kind::DictionarySplat => {}
            _ if index >= MAX_POSITION => {
                cx.names.limits.note(Limit::Arguments);
                return None;
            }
            _ => index += 1,
        }
    }
    Some((tree.parent(list), index))
}

fn at_position<'t>(cx: &Cx<'t>, call: NodeId, index: u32) -> Value<'t> {
    let tree = cx.tree();
    let Some(callee) = tree.child(call, Field::Function).map(|callee| tree.bare(callee)) else { return Value::None };
    if let Some((class, method, is_super)) = own_method(&cx.names, callee) {
        return method_parameter(cx, class, method, is_super, index);
    }
    if let Some(class) = cx.names.receiving_class(callee) {
        let path = cx.names.own_path(cx.file.scopes.get(class).qualname);
        return own_parameter(cx, path, index);
    }
    let Resolution::Paths(paths) = cx.names.resolve(callee) else { return Value::None };
    match paths {
        [path] if path.is_in(cx.file.module) => own_parameter(cx, *path, index),
        [Path::Project { .. }, ..] => ask(cx, Question::Parameter { paths, index, is_bound: false }),
        _ => Value::None,
    }
}

fn method_parameter<'t>(cx: &Cx<'t>, class: ScopeId, method: &'t str, is_super: bool, index: u32) -> Value<'t> {
    if let Some(function) = method_of(&cx.names, class, method).filter(|_| !is_super) {
        let skipped = u32::from(cx.names.receiver(function) != Receiver::Never);
        return positional(cx, function, index + skipped);
    }
    let paths = inherited_paths(&cx.names, class, method, is_super);
    if paths.is_empty() {
        return Value::None;
    }
    ask(cx, Question::Parameter { paths, index, is_bound: true })
}

/// The parameter of a function or class of this file.
fn own_parameter<'t>(cx: &Cx<'t>, path: Path<'t>, index: u32) -> Value<'t> {
    let Path::Project { rest, .. } = path else { return Value::None };
    let open = || {
        let paths = cx.arena.alloc_slice_copy(&[path]);
        ask(cx, Question::Parameter { paths, index, is_bound: false })
    };
    let scopes = &cx.file.scopes;
    let Some(id) = cx.names.definition_scope(rest) else {
        // A method that a base class defines, if anything.
        let class = rest.rsplit_once('.').and_then(|(class, _)| cx.names.definition_scope(class));
        let may_inherit = class.is_some_and(|class| has_project_base(&cx.names, scopes.get(class).node));
        return if may_inherit { open() } else { Value::None };
    };
    let scope = scopes.get(id);
    if scope.kind == ScopeKind::Function {
        let is_of_class = scopes.get(scope.parent).kind == ScopeKind::Class;
        let skipped = u32::from(is_of_class && cx.names.receiver(scope.node) == Receiver::Class);
        return positional(cx, scope.node, index + skipped);
    }
    match method_of(&cx.names, id, "__init__") {
        Some(init) => positional(cx, init, index + 1),
        None if has_project_base(&cx.names, scope.node) => open(),
        None => Value::None,
    }
}

fn positional<'t>(cx: &Cx<'t>, function: NodeId, index: u32) -> Value<'t> {
    positional_parameters(&cx.names, function).get(index as usize).copied().into()
}
