//! From a node and the names that a rule asks for to an answer: at once where the file settles it, and as a question to
//! the project stage where a name leads into another file.
//!
//! A name of the project is asked about only when its last segment is that of a name asked for: re-exports keep names.

mod methods;
mod parameters;
mod words;

use crate::resolve::{
    ClassRef, Inherited, Path, Resolution, class_at, classes_of, is_class_name, is_own, last_written,
};
use crate::rules::cx::Cx;
use crate::scope::{Bound, ScopeId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::question::Question;
use crate::value::{Names, Open, Value};

pub use self::parameters::argument_parameter;
pub use self::words::{ancestors, makers};

fn ask<'t>(cx: &Cx<'t>, question: Question<'t>) -> Value<'t> {
    cx.open(Open::Ask(question))
}

/// The expression stands for one of the names. Assumed names count.
pub fn is<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    match cx.names.resolve(node) {
        Resolution::Assumed(text) => Value::Bool(names.has_assumed(text)),
        resolution => is_certainly(cx, resolution, names),
    }
}

/// The expression certainly stands for one of the names.
pub fn is_exactly<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    is_certainly(cx, cx.names.resolve(node), names)
}

fn is_certainly<'t>(cx: &Cx<'t>, resolution: Resolution<'t>, names: Names) -> Value<'t> {
    let Resolution::Paths(paths) = resolution else { return Value::Bool(false) };
    let mut open = bumpalo::collections::Vec::new_in(cx.arena);
    for &path in paths {
        match (path, names.has_last(path.last_segment())) {
            (_, false) => {}
            (Path::Outside(text), true) if names.has(text) => return Value::Bool(true),
            (Path::Outside(_), true) => {}
            (path, true) => match is_own(&cx.names, path, names) {
                Some(true) => return Value::Bool(true),
                Some(false) => {}
                None => open.push(path),
            },
        }
    }
    if open.is_empty() {
        return Value::Bool(false);
    }
    ask(cx, Question::Is { paths: open.into_bump_slice(), names })
}

/// The class has one of the names among its bases, directly or through any chain.
pub fn inherits<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    if cx.tree().kind(node) != Kind::ClassDefinition {
        return Value::Bool(false);
    }
    let mut inherited = Inherited::default();
    inherited.add_heir(&cx.names, node, names);
    if inherited.is_certain || inherited.open.is_empty() {
        return Value::Bool(inherited.is_certain);
    }
    ask(cx, Question::Subclass { paths: cx.arena.alloc_slice_copy(&inherited.open), names })
}

/// The value of the expression is an instance of one of the names, or of a subclass, as far as anything says so.
pub fn instance_of<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    let mut made = Inherited::default();
    let mut held = bumpalo::collections::Vec::new_in(cx.arena);
    for &class in classes_of(&cx.names, node) {
        match class {
            ClassRef::Assumed(text) => made.is_certain |= names.has_assumed(text),
            ClassRef::Held(path) => held.push(path),
            ClassRef::Made(path) => made.add_class(&cx.names, path, names),
        }
        if made.is_certain {
            return Value::Bool(true);
        }
    }
    if made.open.is_empty() && held.is_empty() {
        return Value::Bool(false);
    }
    let made = cx.arena.alloc_slice_copy(&made.open);
    ask(cx, Question::Instance { made, held: held.into_bump_slice(), names })
}

/// Something says of which class the value of the expression is.
pub fn has_known_class<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    let mut made = bumpalo::collections::Vec::new_in(cx.arena);
    let mut held = bumpalo::collections::Vec::new_in(cx.arena);
    for &class in classes_of(&cx.names, node) {
        match class {
            ClassRef::Made(Path::Outside(text)) if is_class_name(text) => return Value::Bool(true),
            ClassRef::Made(path) if class_at(&cx.names, path).is_some() => return Value::Bool(true),
            ClassRef::Made(path @ Path::Project { .. }) => made.push(path),
            ClassRef::Held(path) => held.push(path),
            _ => {}
        }
    }
    if made.is_empty() && held.is_empty() {
        return Value::Bool(false);
    }
    ask(cx, Question::KnownClass { made: made.into_bump_slice(), held: held.into_bump_slice() })
}

/// A decorator of the function or class is one of the names, called or not.
pub fn decorated_by<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    let tree = cx.tree();
    let decorated = tree.parent(node);
    if tree.kind(decorated) != Kind::DecoratedDefinition {
        return Value::Bool(false);
    }
    let decorators = tree.children(decorated).filter(|&child| tree.kind(child) == Kind::Decorator);
    decorators
        .filter_map(|decorator| decorator_target(cx, decorator))
        .fold(Value::Bool(false), |answer, target| cx.or(answer, || is(cx, target, names)))
}

/// What stands after `@`, without a call.
fn decorator_target(cx: &Cx<'_>, decorator: NodeId) -> Option<NodeId> {
    let tree = cx.tree();
    let target = tree.bare(tree.children(decorator).next()?);
    match tree.kind(target) {
        Kind::Call => tree.child(target, Field::Function).map(|callee| tree.bare(callee)),
        _ => Some(target),
    }
}

/// The dotted name that the expression stands for.
pub fn qualified<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    match cx.names.resolve(node) {
        Resolution::Unknown => methods::inherited(cx, node),
        Resolution::Assumed(text) => Value::Text(text),
        Resolution::Paths(paths) => match paths.first() {
            Some(path @ Path::Project { rest, .. })
                if path.is_in(cx.file.module) && cx.names.definition_scope(rest).is_some() =>
            {
                Value::Text(path.dotted(cx.arena))
            }
            Some(Path::Project { .. }) => ask(cx, Question::Qualified { paths }),
            Some(Path::Outside(text)) => Value::Text(text),
            None => Value::None,
        },
    }
}

/// `resolved` or `assumed`: how certain it is what the expression stands for.
pub fn resolution<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    match cx.names.resolve(node) {
        Resolution::Paths(_) => Value::Text("resolved"),
        Resolution::Assumed(_) => Value::Text("assumed"),
        Resolution::Unknown => cx.pure(methods::resolved_if_known, &[methods::inherited(cx, node)]),
    }
}

/// Gives `take` the last names under which a rule may ask for the expression: its own, and of what it stands for. A
/// name may come more than once.
pub fn each_key<'t>(cx: &Cx<'t>, node: NodeId, mut take: impl FnMut(&'t str)) {
    let node = cx.tree().bare(node);
    let Some(written) = last_written(cx.tree(), node) else { return };
    take(written);
    match cx.names.resolve(node) {
        Resolution::Paths(paths) => {
            paths.iter().map(|path| path.last_segment()).filter(|key| *key != written).for_each(take)
        }
        Resolution::Assumed(text) => take(crate::modules::last_segment(text, '.')),
        Resolution::Unknown => {}
    }
}

/// The expression means the same binding as the other node, which is an expression, a definition, or whatever binds.
pub fn refers_to<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    let Some(&Value::Node(other)) = args.first() else { return Value::Bool(false) };
    let tree = cx.tree();
    let (node, other) = (tree.bare(node), tree.bare(other));
    if let (Some(place), Some(other)) = (place_of(cx, node), place_of(cx, other)) {
        return Value::Bool(place == other);
    }
    Value::Bool(is_bound_by(cx, node, other))
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

fn place_of<'t>(cx: &Cx<'t>, node: NodeId) -> Option<Place<'t>> {
    let tree = cx.tree();
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
    let root = match (cx.names.receiver_class(at), cx.file.scopes.lookup(cx.names.scope_of_name(at), name)) {
        (Some(class), _) => Root::Receiver(class),
        (None, Some(home)) => Root::Bound(home, name),
        (None, None) => Root::Unbound(name),
    };
    Some(Place { root, members })
}

/// `binder` is one of the nodes that bind the name.
fn is_bound_by(cx: &Cx<'_>, name: NodeId, binder: NodeId) -> bool {
    let (tree, scopes) = (cx.tree(), &cx.file.scopes);
    let text = tree.name(name);
    let home = match tree.kind(name) {
        Kind::Identifier => scopes.lookup(cx.names.scope_of_name(name), text),
        Kind::Attribute => return is_own_member(cx, name, binder),
        _ => None,
    };
    home.is_some_and(|home| is_among(cx, scopes.bindings_of(home, text), binder))
}

/// `self.name` means a definition in the body of the class.
fn is_own_member(cx: &Cx<'_>, attribute: NodeId, binder: NodeId) -> bool {
    let tree = cx.tree();
    let (Some(object), Some(member)) = (tree.child(attribute, Field::Object), tree.child(attribute, Field::Attribute))
    else {
        return false;
    };
    let class = cx.names.receiver_class(tree.bare(object));
    class.is_some_and(|class| is_among(cx, cx.file.scopes.bindings_of(class, tree.name(member)), binder))
}

fn is_among(cx: &Cx<'_>, bindings: &[crate::scope::BindingId], binder: NodeId) -> bool {
    bindings.iter().map(|&id| cx.file.scopes.binding(id)).any(|binding| {
        binding.node == binder
            || matches!(binding.bound, Bound::Function(n) | Bound::Class(n) | Bound::Parameter(n) if n == binder)
    })
}
