//! From a node and the names that a rule asks for to an answer: at once where the file settles it, and as a question to
//! the project stage where a name leads into another file.
//!
//! A name of the project is asked about only when its last segment is that of a name asked for: re-exports keep names.

mod lineage;
mod methods;
mod parameters;
mod set;
mod words;

use crate::resolve::{ClassRef, Path, Resolution, classes_of};
use crate::rules::cx::Cx;
use crate::scope::{Bound, ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use crate::value::{Names, Open, Value};

pub(crate) use self::lineage::{Ancestor, ancestor_of_base, bases};
pub use self::parameters::argument_parameter;
pub(crate) use self::parameters::positional_parameters;
pub use self::set::NameSet;
pub use self::words::{ancestors, makers};

/// A question that only the whole project can answer. Of several paths any may be meant.
#[derive(Clone, Copy, Debug)]
pub enum Question<'t> {
    /// Do they lead to one of the names?
    Is {
        /// Where a name leads.
        paths: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is the class there one of the names, or does it inherit from one?
    Subclass {
        /// Classes, perhaps.
        paths: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is the value an instance of one of the names, or of a subclass?
    Instance {
        /// What was called to make the value, or what it is annotated with.
        made: &'t [Path<'t>],
        /// Variables that hold the value.
        held: &'t [Path<'t>],
        /// The names asked for.
        names: Names,
    },
    /// Is anything known about the class of the value?
    KnownClass {
        /// What was called to make the value, or what it is annotated with.
        made: &'t [Path<'t>],
        /// Variables that hold the value.
        held: &'t [Path<'t>],
    },
    /// The dotted name that they lead to; of the first that exists.
    Qualified {
        /// Where a name leads.
        paths: &'t [Path<'t>],
    },
    /// The dotted name of the function or class that a class inherits; of the first path that leads to one.
    Inherited {
        /// Where it may be, seen from the class.
        paths: &'t [Path<'t>],
    },
    /// The parameter that takes a positional argument.
    Parameter {
        /// What is called.
        paths: &'t [Path<'t>],
        /// Position of the argument, from 0.
        index: u32,
        /// The callee is read from an instance or class that takes the first parameter.
        is_bound: bool,
    },
}

fn ask<'t>(cx: &Cx<'t>, question: Question<'t>) -> Value<'t> {
    cx.open(Open::Ask(question))
}

/// The expression stands for one of the names. Assumed names count.
pub fn is<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    match cx.file.resolve(cx, node) {
        Resolution::Assumed(text) => Value::Bool(names.has_assumed(text)),
        resolution => is_certainly(cx, resolution, names),
    }
}

/// The expression certainly stands for one of the names.
pub fn is_exactly<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    is_certainly(cx, cx.file.resolve(cx, node), names)
}

fn is_certainly<'t>(cx: &Cx<'t>, resolution: Resolution<'t>, names: Names) -> Value<'t> {
    let Resolution::Paths(paths) = resolution else { return Value::Bool(false) };
    let mut open = bumpalo::collections::Vec::new_in(cx.arena);
    for &path in paths {
        match (path, names.has_last(path.last_segment())) {
            (_, false) => {}
            (Path::Outside(text), true) if names.has(text) => return Value::Bool(true),
            (Path::Outside(_), true) => {}
            (path, true) => match is_own(cx, path, names) {
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

/// Whether a path into the project is one of the names, where this file settles it. A definition of this file is also
/// meant by names that other files export it under, which only names of the project can be.
fn is_own<'t>(cx: &Cx<'t>, path: Path<'t>, names: Names) -> Option<bool> {
    let Path::Project { rest, .. } = path else { return None };
    if !path.is_in(cx.file.module) || cx.file.definition_scope(cx, rest).is_none() {
        return None;
    }
    if names.has(path.dotted(cx.arena)) {
        return Some(true);
    }
    let may_be_exported = names.ending_in(path.last_segment(), |name| {
        let root = name.split('.').next().unwrap_or(name);
        cx.file.modules.is_prefix(root) || cx.file.modules.find_anywhere(root).is_some()
    });
    if may_be_exported { None } else { Some(false) }
}

/// The class has one of the names among its bases, directly or through any chain.
pub fn inherits<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    if cx.tree().kind(node) != Kind::ClassDefinition {
        return Value::Bool(false);
    }
    lineage::leads_to(cx, lineage::lineage(cx, node), names)
}

/// The value of the expression is an instance of one of the names, or of a subclass, as far as anything says so.
pub fn instance_of<'t>(cx: &Cx<'t>, node: NodeId, names: Names) -> Value<'t> {
    let mut made = bumpalo::collections::Vec::new_in(cx.arena);
    let mut held = bumpalo::collections::Vec::new_in(cx.arena);
    for &class in classes_of(cx, node) {
        match class {
            ClassRef::Assumed(text) if names.has_assumed(text) => return Value::Bool(true),
            ClassRef::Assumed(_) => {}
            ClassRef::Held(path) => held.push(path),
            ClassRef::Made(path) => lineage::add_with_ancestors(cx, path, &mut made),
        }
    }
    let ancestors: &[Ancestor<'t>] = made.into_bump_slice();
    match lineage::certain_or_open(cx, ancestors, names) {
        Ok(answer) if answer || held.is_empty() => Value::Bool(answer),
        Ok(_) => ask(cx, Question::Instance { made: &[], held: held.into_bump_slice(), names }),
        Err(made) => ask(cx, Question::Instance { made, held: held.into_bump_slice(), names }),
    }
}

/// Something says of which class the value of the expression is.
pub fn has_known_class<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    let mut made = bumpalo::collections::Vec::new_in(cx.arena);
    let mut held = bumpalo::collections::Vec::new_in(cx.arena);
    for &class in classes_of(cx, node) {
        match class {
            ClassRef::Made(Path::Outside(text)) if is_class_name(text) => return Value::Bool(true),
            ClassRef::Made(path) if lineage::class_at(cx, path).is_some() => return Value::Bool(true),
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

/// What nobody can look into is taken for a class by its name, as Python's style guide has it, so that the result of
/// `connect()` is of an unknown class.
pub(crate) fn is_class_name(dotted: &str) -> bool {
    let last = crate::modules::last_segment(dotted, '.').trim_start_matches('_');
    match dotted {
        "typing.Any" | "typing_extensions.Any" | "builtins.object" => false,
        _ if last.starts_with(char::is_uppercase) => true,
        dotted => dotted.strip_prefix("builtins.").is_some_and(|name| {
            matches!(
                name,
                "bool"
                    | "bytearray"
                    | "bytes"
                    | "complex"
                    | "dict"
                    | "float"
                    | "frozenset"
                    | "int"
                    | "list"
                    | "set"
                    | "str"
                    | "tuple"
            )
        }),
    }
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
    match cx.file.resolve(cx, node) {
        Resolution::Unknown => methods::inherited(cx, node),
        Resolution::Assumed(text) => Value::Text(text),
        Resolution::Paths(paths) => match paths.first() {
            Some(path @ Path::Project { rest, .. })
                if path.is_in(cx.file.module) && cx.file.definition_scope(cx, rest).is_some() =>
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
    match cx.file.resolve(cx, node) {
        Resolution::Paths(_) => Value::Text("resolved"),
        Resolution::Assumed(_) => Value::Text("assumed"),
        Resolution::Unknown => cx.pure(methods::resolved_if_known, &[methods::inherited(cx, node)]),
    }
}

/// Last segment of a name or attribute as it is written.
pub fn last_written<'t>(cx: &Cx<'t>, node: NodeId) -> Option<&'t str> {
    let tree = cx.tree();
    match tree.kind(node) {
        Kind::Identifier => Some(tree.slice(node)),
        Kind::Attribute => tree.child(node, Field::Attribute).map(|member| tree.slice(member)),
        _ => None,
    }
}

/// Gives `take` the last names under which a rule may ask for the expression: as written, and of what it stands for. A
/// name may come more than once.
pub fn each_key<'t>(cx: &Cx<'t>, node: NodeId, mut take: impl FnMut(&'t str)) {
    let node = cx.tree().bare(node);
    let Some(written) = last_written(cx, node) else { return };
    take(written);
    match cx.file.resolve(cx, node) {
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
        members.push(tree.slice(tree.child(at, Field::Attribute)?));
        at = tree.bare(tree.child(at, Field::Object)?);
    }
    if tree.kind(at) != Kind::Identifier {
        return None;
    }
    let name = tree.slice(at);
    let root = match (cx.file.receiver_class(at), cx.file.scopes.lookup(cx.file.scope_of_name(at), name)) {
        (Some(class), _) => Root::Receiver(class),
        (None, Some(home)) => Root::Bound(home, name),
        (None, None) => Root::Unbound(name),
    };
    Some(Place { root, members })
}

/// `binder` is one of the nodes that bind the name.
fn is_bound_by(cx: &Cx<'_>, name: NodeId, binder: NodeId) -> bool {
    let (tree, scopes) = (cx.tree(), &cx.file.scopes);
    let text = tree.slice(name);
    let home = match tree.kind(name) {
        Kind::Identifier => scopes.lookup(cx.file.scope_of_name(name), text),
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
    let class = cx.file.receiver_class(tree.bare(object));
    class.is_some_and(|class| is_among(cx, cx.file.scopes.bindings_of(class, tree.slice(member)), binder))
}

fn is_among(cx: &Cx<'_>, bindings: &[crate::scope::BindingId], binder: NodeId) -> bool {
    bindings.iter().map(|&id| cx.file.scopes.binding(id)).any(|binding| {
        binding.node == binder
            || matches!(binding.bound, Bound::Function(n) | Bound::Class(n) | Bound::Parameter(n) if n == binder)
    })
}

/// The class scope, if the definition is one.
pub(crate) fn class_scope(cx: &Cx<'_>, scope: ScopeId) -> Option<ScopeId> {
    (cx.file.scopes.get(scope).kind == ScopeKind::Class).then_some(scope)
}
