//! From an argument of a call to the name of the parameter that takes it.

use crate::resolve::limits::Limit;
use crate::resolve::{
    Path, Receiver, Resolution, has_project_base, inherited_paths, method_of, own_method, positional_parameters,
};
use crate::rules::file_state::FileState;
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::{Question, Value};

/// The parameter of the callee that takes the argument: its keyword, or the parameter at its position where
/// the callee is a function or class of the project. None behind a `*` argument and for what `*args` takes.
pub fn argument_parameter<'t>(state: &FileState<'t>, argument: NodeId) -> Value<'t> {
    let tree = state.tree();
    match tree.kind(argument) {
        Kind::KeywordArgument => tree.child(argument, Field::Name).map(|name| tree.name(name)).into(),
        Kind::ListSplat | Kind::DictionarySplat => Value::None,
        _ => match call_and_index(state, argument) {
            Some((call, index)) => at_position(state, call, index),
            None => Value::None,
        },
    }
}

/// Arguments further behind are not asked about: no function written by hand has so many parameters, and a call with a
/// hundred thousand arguments must not be looked through a hundred thousand times.
const MAX_POSITION: u32 = 1_000;

/// The call that a positional argument stands in, and its place there.
fn call_and_index(state: &FileState<'_>, argument: NodeId) -> Option<(NodeId, u32)> {
    let tree = state.tree();
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
                state.names.limits.note(Limit::Arguments);
                return None;
            }
            _ => index += 1,
        }
    }
    Some((tree.parent(list), index))
}

fn at_position<'t>(state: &FileState<'t>, call: NodeId, index: u32) -> Value<'t> {
    let tree = state.tree();
    let Some(callee) = tree.child(call, Field::Function).map(|callee| tree.bare(callee)) else { return Value::None };
    if let Some((class, method, is_super)) = own_method(&state.names, callee) {
        return method_parameter(state, class, method, is_super, index);
    }
    if let Some(class) = state.names.receiving_class(callee) {
        let path = state.names.own_path(state.file.scopes.get(class).qualname);
        return own_parameter(state, path, index);
    }
    let Resolution::Paths(paths) = state.names.resolve(callee) else { return Value::None };
    match paths {
        [path] if path.is_in(state.file.module) => own_parameter(state, *path, index),
        [Path::Project { .. }, ..] => state.ask(Question::Parameter { paths, index, is_bound: false }),
        _ => Value::None,
    }
}

fn method_parameter<'t>(
    state: &FileState<'t>,
    class: ScopeId,
    method: &'t str,
    is_super: bool,
    index: u32,
) -> Value<'t> {
    if let Some(function) = method_of(&state.names, class, method).filter(|_| !is_super) {
        let skipped = u32::from(state.names.receiver(function) != Receiver::Never);
        return positional(state, function, index + skipped);
    }
    let paths = inherited_paths(&state.names, class, method, is_super);
    if paths.is_empty() {
        return Value::None;
    }
    state.ask(Question::Parameter { paths, index, is_bound: true })
}

/// The parameter of a function or class of this file.
fn own_parameter<'t>(state: &FileState<'t>, path: Path<'t>, index: u32) -> Value<'t> {
    let Path::Project { rest, .. } = path else { return Value::None };
    let open = || {
        let paths = state.arena.alloc_slice_copy(&[path]);
        state.ask(Question::Parameter { paths, index, is_bound: false })
    };
    let scopes = &state.file.scopes;
    let Some(id) = state.names.definition_scope(rest) else {
        // A method that a base class defines, if anything.
        let class = rest.rsplit_once('.').and_then(|(class, _)| state.names.definition_scope(class));
        let may_inherit = class.is_some_and(|class| has_project_base(&state.names, scopes.get(class).node));
        return if may_inherit { open() } else { Value::None };
    };
    let scope = scopes.get(id);
    if scope.kind == ScopeKind::Function {
        let is_of_class = scopes.get(scope.parent).kind == ScopeKind::Class;
        let skipped = u32::from(is_of_class && state.names.receiver(scope.node) == Receiver::Class);
        return positional(state, scope.node, index + skipped);
    }
    match method_of(&state.names, id, "__init__") {
        Some(init) => positional(state, init, index + 1),
        None if has_project_base(&state.names, scope.node) => open(),
        None => Value::None,
    }
}

fn positional<'t>(state: &FileState<'t>, function: NodeId, index: u32) -> Value<'t> {
    positional_parameters(&state.names, function).get(index as usize).copied().into()
}
