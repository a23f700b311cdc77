//! From a node and the names that a rule asks for to an answer: at once where the file settles it, and as a question to
//! the project stage where a name leads into another file.
//!
//! A name of the project is asked about only when its last segment is that of a name asked for: re-exports keep names.

mod kin;
mod methods;
mod parameters;
mod values;
mod words;

use crate::resolve::{
    ClassRef, Inherited, Path, Resolution, class_at, classes_of, is_class_name, is_own, last_written,
};
use crate::rules::file_state::FileState;
use crate::scope::{Bound, ScopeId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, is_expression};
use crate::value::{Item, Names, Op, Open, Question, Value, ValueQuestion};

pub use self::kin::{each_ancestor, each_class};
pub use self::parameters::argument_parameter;
pub use self::values::of_value;
pub use self::words::{ancestors, makers};

/// The expression stands for one of the names. Assumed names count.
pub fn is<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    match state.names.resolve(node) {
        Resolution::Assumed(text) => Value::Bool(names.has_assumed(text)),
        Resolution::Unknown => values::is(state, node, names),
        resolution => match is_certainly(state, resolution, names) {
            known @ Value::Bool(true) => known,
            static_answer if leads_into_project(resolution) => {
                either(state, static_answer, values::is(state, node, names))
            }
            static_answer => static_answer,
        },
    }
}

fn leads_into_project(resolution: Resolution<'_>) -> bool {
    matches!(resolution, Resolution::Paths(paths) if paths.iter().any(|path| matches!(path, Path::Project { .. })))
}

/// One of two truth values that may both be open.
fn either<'t>(state: &FileState<'t>, first: Value<'t>, second: Value<'t>) -> Value<'t> {
    match (first, second) {
        (Value::Bool(true), _) | (_, Value::Bool(true)) => Value::Bool(true),
        (Value::Bool(false), other) | (other, Value::Bool(false)) => other,
        (first, second) => {
            Value::Open(state.arena.alloc(Open::Apply(Op::Or, state.arena.alloc_slice_copy(&[first, second]))))
        }
    }
}

/// The expression certainly stands for one of the names.
pub fn is_exactly<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    is_certainly(state, state.names.resolve(node), names)
}

fn is_certainly<'t>(state: &FileState<'t>, resolution: Resolution<'t>, names: Names) -> Value<'t> {
    let Resolution::Paths(paths) = resolution else { return Value::Bool(false) };
    let mut open = bumpalo::collections::Vec::new_in(state.arena);
    for &path in paths {
        match (path, names.has_last(path.last_segment())) {
            (_, false) => {}
            (Path::Outside(text), true) if names.has(text) => return Value::Bool(true),
            (Path::Outside(text), true) if state.file.known.is(text, names) => return Value::Bool(true),
            (Path::Outside(_), true) => {}
            (path, true) => match is_own(&state.names, path, &names) {
                Some(true) => return Value::Bool(true),
                Some(false) => {}
                None => open.push(path),
            },
        }
    }
    if open.is_empty() {
        return Value::Bool(false);
    }
    state.ask(Question::Is { paths: open.into_bump_slice(), names })
}

/// The class has one of the names among its bases, directly or through any chain.
pub fn inherits<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    if is_reached(state, node) {
        return values::of_reached(state, node, ValueQuestion::Inherits(names));
    }
    if state.tree().kind(node) != Kind::ClassDefinition {
        return Value::Bool(false);
    }
    let mut inherited = Inherited::default();
    inherited.add_heir(&state.names, node, names);
    if inherited.is_certain || inherited.open.is_empty() || !state.file.known.is_possible(names) {
        return Value::Bool(inherited.is_certain);
    }
    state.ask(Question::Subclass { paths: state.arena.alloc_slice_copy(&inherited.open), names })
}

/// The value of the expression is an instance of one of the names, or of a subclass, as far as anything says so.
pub fn instance_of<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    let mut made = Inherited::default();
    let mut held = bumpalo::collections::Vec::new_in(state.arena);
    for &class in classes_of(&state.names, node) {
        match class {
            ClassRef::Assumed(text) => made.is_certain |= names.has_assumed(text),
            ClassRef::Held(path) => held.push(path),
            ClassRef::Made(path) => made.add_class(&state.names, path, names),
        }
        if made.is_certain {
            return Value::Bool(true);
        }
    }
    let is_told = !classes_of(&state.names, node).is_empty();
    if !state.file.known.is_possible(names) {
        return Value::Bool(false);
    }
    if made.open.is_empty() && held.is_empty() {
        return if is_told { Value::Bool(false) } else { values::instance_of(state, node, names) };
    }
    let made = state.arena.alloc_slice_copy(&made.open);
    let told = state.ask(Question::Instance { made, held: held.into_bump_slice(), names });
    either(state, told, values::instance_of(state, node, names))
}

/// Something says of which class the value of the expression is.
pub fn has_known_class<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    let mut made = bumpalo::collections::Vec::new_in(state.arena);
    let mut held = bumpalo::collections::Vec::new_in(state.arena);
    for &class in classes_of(&state.names, node) {
        match class {
            ClassRef::Made(Path::Outside(text)) if is_class_name(text) => return Value::Bool(true),
            ClassRef::Made(path) if class_at(&state.names, path).is_some() => return Value::Bool(true),
            ClassRef::Made(path @ Path::Project { .. }) => made.push(path),
            ClassRef::Held(path) => held.push(path),
            _ => {}
        }
    }
    if made.is_empty() && held.is_empty() {
        return values::has_known_class(state, node);
    }
    let told = state.ask(Question::KnownClass { made: made.into_bump_slice(), held: held.into_bump_slice() });
    either(state, told, values::has_known_class(state, node))
}

/// The node is the expression that reaches a definition: nothing else than an expression stands for one of another file.
fn is_reached(state: &FileState<'_>, node: NodeId) -> bool {
    is_expression(state.tree().kind(node))
}

/// A decorator of the function or class is one of the names, called or not.
pub fn decorated_by<'t>(state: &FileState<'t>, node: NodeId, names: Names) -> Value<'t> {
    if is_reached(state, node) {
        return values::of_reached(state, node, ValueQuestion::DecoratedBy(names));
    }
    let tree = state.tree();
    let decorated = tree.parent(node);
    if tree.kind(decorated) != Kind::DecoratedDefinition {
        return Value::Bool(false);
    }
    let decorators = tree.children(decorated).filter(|&child| tree.kind(child) == Kind::Decorator);
    let mut open = bumpalo::collections::Vec::new_in(state.arena);
    for target in decorators.filter_map(|decorator| decorator_target(state, decorator)) {
        match is(state, target, names) {
            Value::Bool(true) => return Value::Bool(true),
            answer @ Value::Open(_) => open.push(answer),
            _ => {}
        }
    }
    match open.into_bump_slice() {
        [] => Value::Bool(false),
        [one] => *one,
        several => Value::Open(state.arena.alloc(Open::Apply(Op::Or, several))),
    }
}

/// What stands after `@`, without a call.
fn decorator_target(state: &FileState<'_>, decorator: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let target = tree.bare(tree.children(decorator).next()?);
    match tree.kind(target) {
        Kind::Call => tree.child(target, Field::Function).map(|callee| tree.bare(callee)),
        _ => Some(target),
    }
}

/// The dotted name that the expression stands for.
pub fn qualified<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    match state.names.resolve(node) {
        Resolution::Unknown => name_of_value(state, node),
        Resolution::Assumed(text) => Value::Text(text),
        Resolution::Paths(paths) => match paths.first() {
            Some(path @ Path::Project { rest, .. })
                if path.is_in(state.file.module) && state.names.definition_scope(rest).is_some() =>
            {
                Value::Text(path.dotted(state.arena))
            }
            Some(Path::Project { .. }) => state.ask(Question::Qualified { paths }),
            Some(Path::Outside(text)) => Value::Text(text),
            None => Value::None,
        },
    }
}

/// The dotted name of what a value is that the names of the file do not tell: a member of a base class, what the whole project
/// knows of the value, the first of what it is known by under other names.
fn name_of_value<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    let known = first_present(state, methods::inherited(state, node), values::name(state, node));
    let learned = state.learned_names(node).first().map(|name| &**name);
    first_present(state, known, learned.into())
}

/// The value where a truth value that may be open holds; else nothing.
pub fn if_holds<'t>(state: &FileState<'t>, condition: Value<'t>, value: Value<'t>) -> Value<'t> {
    match condition {
        Value::Bool(true) => value,
        Value::Open(_) => {
            Value::Open(state.arena.alloc(Open::Choose(state.arena.alloc_slice_copy(&[Item { condition, value }]))))
        }
        _ => Value::None,
    }
}

/// The first of two texts that is there.
fn first_present<'t>(state: &FileState<'t>, first: Value<'t>, second: Value<'t>) -> Value<'t> {
    match (first, second) {
        (Value::None, other) | (other, Value::None) => other,
        (first, second) => {
            let is_there = Open::Apply(Op::IsPresent, state.arena.alloc_slice_copy(&[first]));
            let condition = Value::Open(state.arena.alloc(is_there));
            let arms = state.arena.alloc_slice_copy(&[Item { condition, value: first }, Item::sure(second)]);
            Value::Open(state.arena.alloc(Open::Choose(arms)))
        }
    }
}

/// `resolved` or `assumed`: how certain it is what the expression stands for.
pub fn resolution<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    match state.names.resolve(node) {
        Resolution::Paths(_) => Value::Text("resolved"),
        Resolution::Assumed(_) => Value::Text("assumed"),
        Resolution::Unknown => match name_of_value(state, node) {
            Value::Text(_) => Value::Text("resolved"),
            Value::Open(name) => {
                let name = state.arena.alloc_slice_copy(&[Value::Open(name)]);
                Value::Open(state.arena.alloc(Open::Apply(Op::ResolvedIfKnown, name)))
            }
            _ => Value::None,
        },
    }
}

/// Gives `take` the last names under which a rule may ask for the expression: its own, and of what it stands for. A
/// name may come more than once.
pub fn each_key<'t>(state: &FileState<'t>, node: NodeId, mut take: impl FnMut(&str)) {
    let node = state.tree().bare(node);
    state.learned_names(node).iter().for_each(|name| take(crate::modules::last_segment(name, '.')));
    let written = last_written(state.tree(), node);
    written.into_iter().for_each(&mut take);
    match state.names.resolve(node) {
        Resolution::Paths(paths) => {
            paths.iter().map(|path| path.last_segment()).filter(|key| Some(*key) != written).for_each(take)
        }
        Resolution::Assumed(text) => take(crate::modules::last_segment(text, '.')),
        Resolution::Unknown => {}
    }
}

/// The expression means the same binding as the other node, which is an expression, a definition, or whatever binds.
pub fn refers_to(state: &FileState<'_>, node: NodeId, other: Option<NodeId>) -> bool {
    let Some(other) = other else { return false };
    let tree = state.tree();
    let (node, other) = (tree.bare(node), tree.bare(other));
    if let (Some(place), Some(other)) = (place_of(state, node), place_of(state, other)) {
        return place == other;
    }
    is_bound_by(state, node, other)
}

/// Where a name, or a chain of attributes of one, is bound.
#[derive(PartialEq, Eq)]
struct Place<'t> {
    root: Root<'t>,
    members: Vec<&'t str>,
}

#[derive(PartialEq, Eq)]
enum Root<'t> {
    /// A name of that scope.
    Bound(ScopeId, &'t str),
    /// Instances of that class, in its methods.
    Receiver(ScopeId),
    /// A name that the file does not bind.
    Unbound(&'t str),
}

fn place_of<'t>(state: &FileState<'t>, node: NodeId) -> Option<Place<'t>> {
    let tree = state.tree();
    let mut members = Vec::new();
    let mut at = node;
    while tree.kind(at) == Kind::Attribute {
        members.push(tree.name(tree.child(at, Field::Attribute)?));
        at = tree.bare(tree.child(at, Field::Object)?);
    }
    if tree.kind(at) != Kind::Identifier {
        return None;
    }
    let name = tree.name(at);
    let root = match (state.names.receiver_class(at), state.file.scopes.lookup(state.names.scope_of_name(at), name)) {
        (Some(class), _) => Root::Receiver(class),
        (None, Some(home)) => Root::Bound(home, name),
        (None, None) => Root::Unbound(name),
    };
    Some(Place { root, members })
}

/// `binder` is one of the nodes that bind the name.
fn is_bound_by(state: &FileState<'_>, name: NodeId, binder: NodeId) -> bool {
    let (tree, scopes) = (state.tree(), &state.file.scopes);
    let text = tree.name(name);
    let home = match tree.kind(name) {
        Kind::Identifier => scopes.lookup(state.names.scope_of_name(name), text),
        Kind::Attribute => return is_own_member(state, name, binder),
        _ => None,
    };
    home.is_some_and(|home| is_among(state, scopes.bindings_of(home, text), binder))
}

/// `self.name` means a definition in the body of the class.
fn is_own_member(state: &FileState<'_>, attribute: NodeId, binder: NodeId) -> bool {
    let tree = state.tree();
    let (Some(object), Some(member)) = (tree.child(attribute, Field::Object), tree.child(attribute, Field::Attribute))
    else {
        return false;
    };
    let class = state.names.receiver_class(tree.bare(object));
    class.is_some_and(|class| is_among(state, state.file.scopes.bindings_of(class, tree.name(member)), binder))
}

fn is_among(state: &FileState<'_>, bindings: &[crate::scope::BindingId], binder: NodeId) -> bool {
    bindings.iter().map(|&id| state.file.scopes.binding(id)).any(|binding| {
        binding.node == binder
            || matches!(binding.bound, Bound::Function(n) | Bound::Class(n) | Bound::Parameter(n) if n == binder)
    })
}
