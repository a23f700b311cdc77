//! From an expression to where its value comes from: the one expression that gives it, and the classes it may be of.
//!
//! Classes are found from calls, annotations and literals, through the bindings of names. What another file binds is
//! named by its path and left to the project stage.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::limits::Limit;
use super::{Path, Resolution, Resolver};
use crate::scope::{Binding, BindingId, Bound, ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Names bound to names are followed that far.
const MAX_HOPS: usize = 64;

/// Names and expressions that are looked at for the classes of one value.
const MAX_STEPS: usize = 200;

/// What is known about the class of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ClassRef<'t> {
    /// It was made by calling that, or is annotated with it: a class, or a function that says what it returns.
    Made(Path<'t>),
    /// As `Made`, by a dotted name whose root nothing known binds.
    Assumed(&'t str),
    /// It is what that path into the project holds.
    Held(Path<'t>),
}

/// The one expression whose value reaches a name, or an attribute of `self`: its scope binds it exactly once, and to a
/// whole value. A name that is bound to another name stands for the origin of that one, where it has one.
pub fn origin(names: &Resolver<'_>, node: NodeId) -> Option<NodeId> {
    let mut origin = only_value(names, names.tree().bare(node))?;
    let (mut middle, mut n_hops) = (origin, 0);
    while let Some(value) = only_value(names, origin) {
        n_hops += 1;
        // The middle of the way goes half as fast: where the way is a circle, its end comes round to it.
        if n_hops % 2 == 0 {
            middle = only_value(names, middle)?;
        }
        if value == middle {
            break;
        }
        if n_hops == MAX_HOPS {
            names.limits.note(Limit::Aliases);
            break;
        }
        origin = value;
    }
    Some(origin)
}

fn only_value(names: &Resolver<'_>, node: NodeId) -> Option<NodeId> {
    let scopes = &names.file.scopes;
    let bound = bindings(names, node).into_iter().flatten().map(|&id| scopes.binding(id).bound);
    let mut values = bound.filter(|bound| *bound != Bound::Declared);
    match (values.next(), values.next()) {
        (Some(Bound::Value(value)), None) => Some(value),
        _ => None,
    }
}

/// The bindings of a name, or of an attribute of the receiver of a method or of a class of this file.
fn bindings<'t>(names: &Resolver<'t>, node: NodeId) -> [&'t [BindingId]; 2] {
    let (tree, scopes) = (names.tree(), &names.file.scopes);
    match tree.kind(node) {
        Kind::Identifier => {
            let home = scopes.lookup(names.scope_of_name(node), tree.name(node));
            [home.map_or(&[], |home| scopes.bindings_of(home, tree.name(node))), &[]]
        }
        Kind::Attribute => {
            let (Some(class), Some(member)) = (class_of_object(names, node), tree.child(node, Field::Attribute)) else {
                return [&[], &[]];
            };
            class_bindings(names, class, tree.name(member))
        }
        _ => [&[], &[]],
    }
}

/// The class of this file that holds an attribute: that of the receiver, or the class that the object names.
fn class_of_object(names: &Resolver<'_>, attribute: NodeId) -> Option<ScopeId> {
    let object = names.tree().bare(names.tree().child(attribute, Field::Object)?);
    if let Some(class) = names.receiver_class(object) {
        return Some(class);
    }
    let Resolution::Paths(&[path @ Path::Project { rest, .. }]) = names.resolve(object) else { return None };
    let scope = names.definition_scope(rest).filter(|_| path.is_in(names.file.module))?;
    (names.file.scopes.get(scope).kind == ScopeKind::Class).then_some(scope)
}

/// How a class body and the methods of the class bind an attribute.
fn class_bindings<'t>(names: &Resolver<'t>, class: ScopeId, member: &str) -> [&'t [BindingId]; 2] {
    let scope = names.file.scopes.get(class);
    [&scope.names, &scope.attributes].map(|names| names.get(member).map_or(&[][..], Vec::as_slice))
}

/// The classes that the value of an expression may be of; empty when nothing is known.
pub(crate) fn classes_of<'t>(names: &Resolver<'t>, node: NodeId) -> &'t [ClassRef<'t>] {
    if let Some(known) = names.memo.classes.borrow().get(&node) {
        return known;
    }
    let mut search = Search { names, found: Vec::new(), seen: FxHashSet::default() };
    search.value(node);
    let classes = names.arena.alloc_slice_copy(&search.found);
    names.memo.classes.borrow_mut().insert(node, classes);
    classes
}

/// The classes that a binding says its name to hold, those of imports left out.
pub(crate) fn classes_of_binding<'t>(names: &Resolver<'t>, binding: &Binding<'t>) -> Vec<ClassRef<'t>> {
    if matches!(binding.bound, Bound::Module(_) | Bound::From(..)) {
        return Vec::new();
    }
    let mut search = Search { names, found: Vec::new(), seen: FxHashSet::default() };
    search.binding(binding);
    search.found
}

/// The classes that calling a function gives, by its return annotation.
pub(crate) fn classes_returned<'t>(names: &Resolver<'t>, function: NodeId) -> Vec<ClassRef<'t>> {
    let mut search = Search { names, found: Vec::new(), seen: FxHashSet::default() };
    search.returned(function);
    search.found
}

struct Search<'s, 't> {
    names: &'s Resolver<'t>,
    found: Vec<ClassRef<'t>>,
    /// Expressions and names that were looked at.
    seen: FxHashSet<NodeId>,
}

impl<'t> Search<'_, 't> {
    fn add(&mut self, class: ClassRef<'t>) {
        if !self.found.contains(&class) {
            self.found.push(class);
        }
    }

    fn add_builtin(&mut self, dotted: &'t str) {
        self.add(ClassRef::Made(Path::Outside(dotted)));
    }

    /// Counts a name or expression; `false` when it was looked at or too many were.
    fn may_look(&mut self, node: NodeId) -> bool {
        if self.seen.contains(&node) {
            return false;
        }
        if self.seen.len() >= MAX_STEPS {
            self.names.limits.note(Limit::Values);
            return false;
        }
        self.seen.insert(node)
    }

    fn value(&mut self, node: NodeId) {
        let tree = self.names.tree();
        let node = tree.bare(node);
        if !self.may_look(node) {
            return;
        }
        match tree.kind(node) {
            Kind::Call => {
                if let Some(callee) = tree.child(node, Field::Function) {
                    self.made_by(tree.bare(callee));
                }
            }
            Kind::Identifier | Kind::Attribute => self.name(node),
            Kind::NamedExpression => {
                if let Some(value) = tree.child(node, Field::Value) {
                    self.value(value);
                }
            }
            Kind::BooleanOperator => {
                for operand in [Field::Left, Field::Right].into_iter().filter_map(|field| tree.child(node, field)) {
                    self.value(operand);
                }
            }
            Kind::ConditionalExpression => {
                let parts: Vec<NodeId> = tree.children(node).collect();
                if let [value, _, otherwise] = parts[..] {
                    self.value(value);
                    self.value(otherwise);
                }
            }
            kind => {
                if let Some(class) = literal_class(kind, tree.slice(node)) {
                    self.add_builtin(class);
                }
            }
        }
    }

    /// What a call of `callee` gives.
    fn made_by(&mut self, callee: NodeId) {
        let (names, file) = (self.names, self.names.file);
        if let Some(class) = names.receiving_class(callee) {
            self.add(ClassRef::Made(names.own_path(file.scopes.get(class).qualname)));
            return;
        }
        match names.resolve(callee) {
            Resolution::Paths(paths) => paths.iter().for_each(|&path| self.made_by_path(path)),
            Resolution::Assumed(text) => self.add(ClassRef::Assumed(text)),
            Resolution::Unknown => {}
        }
    }

    fn made_by_path(&mut self, path: Path<'t>) {
        let (names, file) = (self.names, self.names.file);
        let Path::Project { rest, .. } = path else { return self.add(ClassRef::Made(path)) };
        let scope = names.definition_scope(rest).filter(|_| path.is_in(file.module));
        match scope.map(|scope| file.scopes.get(scope)) {
            Some(scope) if scope.kind == ScopeKind::Function => self.returned(scope.node),
            _ => self.add(ClassRef::Made(path)),
        }
    }

    fn returned(&mut self, function: NodeId) {
        let tree = self.names.tree();
        let is_async = tree.children(function).any(|c| tree.kind(c) == Kind::Token && tree.slice(c) == "async");
        if let Some(returns) = tree.child(function, Field::ReturnType).filter(|_| !is_async) {
            self.annotation(returns);
        }
    }

    fn name(&mut self, node: NodeId) {
        let (names, file) = (self.names, self.names.file);
        let is_name = self.names.tree().kind(node) == Kind::Identifier;
        if let Some(class) = names.receiver_class(node).filter(|_| is_name) {
            if names.receiving_class(node).is_some() {
                return;
            }
            self.add(ClassRef::Made(names.own_path(file.scopes.get(class).qualname)));
            return;
        }
        let bindings = bindings(self.names, node);
        for &id in bindings.into_iter().flatten().take(MAX_STEPS) {
            self.binding(file.scopes.binding(id));
        }
        if bindings.into_iter().flatten().nth(MAX_STEPS).is_some() {
            self.names.limits.note(Limit::Bindings);
        }
        if bindings != [&[], &[]] {
            return;
        }
        if let Some(class) = class_of_object(self.names, node).filter(|_| !is_name) {
            // Bound by a base class, perhaps.
            let class = names.own_path(file.scopes.get(class).qualname);
            if let (Path::Project { module, name, rest }, Some(member)) =
                (class, self.names.tree().child(node, Field::Attribute))
            {
                let rest = super::join(self.names.arena, rest, self.names.tree().name(member));
                self.add(ClassRef::Held(Path::Project { module, name, rest }));
            }
            return;
        }
        self.held(node);
    }

    /// What a name holds that is bound in another file.
    fn held(&mut self, node: NodeId) {
        if let Resolution::Paths(paths) = self.names.resolve(node) {
            for &path in paths.iter().filter(|path| matches!(path, Path::Project { rest, .. } if !rest.is_empty())) {
                self.add(ClassRef::Held(path));
            }
        }
    }

    fn binding(&mut self, binding: &Binding<'t>) {
        if let Some(annotation) = binding.annotation {
            self.annotation(annotation);
        }
        match binding.bound {
            Bound::Value(value) => self.value(value),
            Bound::From(from, name) => {
                if let Ok(path @ Path::Project { .. }) = self.names.imported(from, name) {
                    self.add(ClassRef::Held(path));
                }
            }
            _ => {}
        }
    }

    fn annotation(&mut self, node: NodeId) {
        let tree = self.names.tree();
        let node = tree.bare(node);
        if !self.may_look(node) {
            return;
        }
        match tree.kind(node) {
            Kind::Identifier | Kind::Attribute => {
                let resolution = self.names.resolve(node);
                self.annotated_with(resolution);
            }
            Kind::String => {
                if let Some(content) = tree.child_of_kind(node, Kind::StringContent) {
                    self.annotation_text(tree.node(node).scope, tree.slice(content));
                }
            }
            Kind::BinaryOperator | Kind::UnionType => {
                for side in tree.children(node).filter(|&side| tree.kind(side) != Kind::Token) {
                    self.annotation(side);
                }
            }
            Kind::GenericType | Kind::Subscript => self.generic(node),
            _ => {}
        }
    }

    /// `Optional[T]` and the like stand for what is inside, `Base[T]` for `Base`.
    fn generic(&mut self, node: NodeId) {
        let tree = self.names.tree();
        let mut parts = tree.children(node);
        let Some(head) = parts.next().map(|head| tree.bare(head)) else { return };
        let inner: Vec<NodeId> = parts
            .flat_map(|part| match tree.kind(part) {
                Kind::TypeParameter => tree.children(part).collect(),
                _ => vec![part],
            })
            .collect();
        match super::last_written(tree, head).map_or(Wrapper::None, Wrapper::of) {
            Wrapper::All => inner.into_iter().for_each(|part| self.annotation(part)),
            Wrapper::First => inner.into_iter().take(1).for_each(|part| self.annotation(part)),
            Wrapper::None => self.annotation(head),
        }
    }

    /// An annotation in quotes: dotted names, `Optional[...]`, and alternatives with `|`.
    fn annotation_text(&mut self, scope: ScopeId, text: &'t str) {
        for part in text.split('|').map(str::trim) {
            let part = part.split_once('[').map_or(part, |(head, tail)| {
                match Wrapper::of(crate::modules::last_segment(head, '.')) {
                    Wrapper::None => head,
                    _ => tail.trim_end_matches(']').split(',').next().unwrap_or(tail),
                }
            });
            let is_name =
                |segment: &str| !segment.is_empty() && segment.chars().all(|c| c.is_alphanumeric() || c == '_');
            if part != "None" && part.split('.').all(is_name) {
                let part = match crate::syntax::identifier::normal(part) {
                    Cow::Borrowed(part) => part,
                    Cow::Owned(part) => self.names.alloc_text(&part),
                };
                let resolution = self.names.resolve_text(scope, part);
                self.annotated_with(resolution);
            }
        }
    }

    fn annotated_with(&mut self, resolution: Resolution<'t>) {
        match resolution {
            Resolution::Paths(paths) => paths.iter().for_each(|&path| self.add(ClassRef::Made(path))),
            Resolution::Assumed(text) => self.add(ClassRef::Assumed(text)),
            Resolution::Unknown => {}
        }
    }
}

/// Which arguments of a subscripted annotation say what the value is.
#[derive(Clone, Copy)]
enum Wrapper {
    All,
    First,
    None,
}

impl Wrapper {
    fn of(name: &str) -> Self {
        match name {
            "Optional" | "Union" => Wrapper::All,
            "Annotated" | "Final" | "ClassVar" | "InitVar" | "Required" | "NotRequired" | "ReadOnly" => Wrapper::First,
            _ => Wrapper::None,
        }
    }
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

/// The builtin class of what a literal or display gives.
fn literal_class(kind: Kind, text: &str) -> Option<&'static str> {
    let is_bytes = || text.split(['"', '\'']).next().is_some_and(|prefix| prefix.contains(['b', 'B']));
    Some(match kind {
        Kind::String | Kind::ConcatenatedString if is_bytes() => "builtins.bytes",
        Kind::String | Kind::ConcatenatedString => "builtins.str",
        Kind::Integer => "builtins.int",
        Kind::Float => "builtins.float",
        Kind::True | Kind::False => "builtins.bool",
        Kind::List | Kind::ListComprehension => "builtins.list",
        Kind::Set | Kind::SetComprehension => "builtins.set",
        Kind::Dictionary | Kind::DictionaryComprehension => "builtins.dict",
        Kind::Tuple | Kind::ExpressionList => "builtins.tuple",
        _ => return None,
    })
}
