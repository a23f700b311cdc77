//! Whatever binds names to values: assignments, walruses, loops and `with` items, and each place that they bind.

use super::text::text_of;
use super::{bare_child_of, has_token, list};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// What the places inside a target stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// Parentheses and the like, which change nothing.
    Wrapper,
    /// `*rest`.
    Star,
    /// A tuple or list of targets.
    Sequence,
}

fn holder(tree: &Tree<'_>, node: NodeId) -> Option<Holder> {
    match tree.kind(node) {
        // The grammar has no kind for what stands after `as`.
        Kind::ParenthesizedExpression | Kind::Other => Some(Holder::Wrapper),
        Kind::TuplePattern if is_only_parenthesized(tree, node) => Some(Holder::Wrapper),
        Kind::ListSplatPattern | Kind::ListSplat => Some(Holder::Star),
        Kind::TuplePattern
        | Kind::ListPattern
        | Kind::PatternList
        | Kind::Tuple
        | Kind::List
        | Kind::ExpressionList => Some(Holder::Sequence),
        _ => None,
    }
}

/// `(x) = value`, which the grammar calls a tuple.
fn is_only_parenthesized(tree: &Tree<'_>, tuple: NodeId) -> bool {
    let mut members = tree.children(tuple);
    let (Some(only), None) = (members.next(), members.next()) else { return false };
    let after = tree.node(only).end as usize..tree.node(tuple).end as usize;
    tree.kind(only) != Kind::ListSplatPattern && !tree.source.get(after).unwrap_or_default().contains(',')
}

/// The target without parentheses around it.
fn unwrapped(tree: &Tree<'_>, target: NodeId) -> NodeId {
    let mut at = target;
    while holder(tree, at) == Some(Holder::Wrapper) {
        match tree.children(at).next() {
            Some(inner) => at = inner,
            None => break,
        }
    }
    at
}

fn is_place(kind: Kind) -> bool {
    matches!(kind, Kind::Identifier | Kind::Attribute | Kind::Subscript)
}

/// Every name, attribute or subscript among nested targets, in order.
pub(super) fn leaves(tree: &Tree<'_>, target: NodeId) -> Vec<NodeId> {
    let mut leaves = Vec::new();
    let mut waiting = vec![target];
    while let Some(at) = waiting.pop() {
        if is_place(tree.kind(at)) {
            leaves.push(at);
        } else if holder(tree, at).is_some() {
            let n_waiting = waiting.len();
            waiting.extend(tree.children(at));
            waiting[n_waiting..].reverse();
        }
    }
    leaves
}

/// The target that the node is a leaf of, as a child of what binds it.
fn whole_target(tree: &Tree<'_>, leaf: NodeId) -> NodeId {
    let mut at = leaf;
    while holder(tree, tree.parent(at)).is_some() {
        at = tree.parent(at);
    }
    at
}

/// What binds the leaf, and the field with the value.
fn binder_of(tree: &Tree<'_>, leaf: NodeId) -> Option<(NodeId, Field)> {
    if !is_place(tree.kind(leaf)) {
        return None;
    }
    let target = whole_target(tree, leaf);
    let binder = tree.parent(target);
    match (tree.kind(binder), tree.node(target).field) {
        (Kind::Assignment | Kind::AugmentedAssignment, Field::Left) => Some((binder, Field::Right)),
        (Kind::ForStatement | Kind::ForInClause, Field::Left) => Some((binder, Field::Right)),
        (Kind::NamedExpression, Field::Name) => Some((binder, Field::Value)),
        (Kind::AsPattern, Field::Alias) => Some((with_item_of(tree, binder)?, Field::Value)),
        _ => None,
    }
}

/// The `with` item whose value the pattern is.
fn with_item_of(tree: &Tree<'_>, as_pattern: NodeId) -> Option<NodeId> {
    let item = match tree.bare_parent(as_pattern) {
        tuple if tree.kind(tuple) == Kind::Tuple => tree.parent(tuple),
        item => item,
    };
    (tree.kind(item) == Kind::WithItem).then_some(item)
}

/// Where in the value the leaf's part lies, when the target is a tuple or list.
fn path(state: &FileState<'_>, leaf: NodeId) -> Option<String> {
    let tree = state.tree();
    let mut segments = Vec::new();
    let mut at = leaf;
    let mut is_star = false;
    loop {
        let around = tree.parent(at);
        match holder(tree, around) {
            Some(Holder::Wrapper) => {}
            Some(Holder::Star) => is_star = true,
            Some(Holder::Sequence) => {
                segments.push(if is_star { "[*]".to_owned() } else { index_path(state, around, at) });
                is_star = false;
            }
            None => break,
        }
        at = around;
    }
    segments.reverse();
    (!segments.is_empty()).then(|| segments.concat())
}

/// Python lets at most this many targets stand before a starred one.
const MAX_BEFORE_STAR: usize = 256;

/// Behind a starred target the place is counted from the end, as in Python.
fn index_path(state: &FileState<'_>, sequence: NodeId, member: NodeId) -> String {
    let tree = state.tree();
    let members = tree.children(sequence).filter(|&m| tree.kind(m) != Kind::Error);
    let index = state.place_among(member, members.clone()).unwrap_or(0) as usize;
    let mut before = members.clone().take(index.min(MAX_BEFORE_STAR + 1));
    if before.any(|m| holder(tree, m) == Some(Holder::Star)) {
        return format!("[-{}]", members.count() - index);
    }
    format!("[{index}]")
}

/// The last right-hand side of a chain of assignments.
pub(super) fn assigned_value(tree: &Tree<'_>, assignment: NodeId) -> Option<NodeId> {
    let mut value = tree.child(assignment, Field::Right)?;
    while tree.kind(value) == Kind::Assignment {
        value = tree.child(value, Field::Right)?;
    }
    Some(tree.bare(value))
}

/// The managed expression of a `with` item and its target.
fn managed(tree: &Tree<'_>, item: NodeId) -> Option<(NodeId, Option<NodeId>)> {
    if tree.kind(item) != Kind::WithItem {
        return None;
    }
    let value = only_member(tree, tree.bare(tree.child(item, Field::Value)?));
    if tree.kind(value) != Kind::AsPattern {
        return Some((value, None));
    }
    let managed = tree.children(value).next()?;
    Some((tree.bare(managed), tree.child(value, Field::Alias)))
}

/// The expression in `with (expression,):`, which the grammar calls a tuple, or else the node itself.
fn only_member(tree: &Tree<'_>, node: NodeId) -> NodeId {
    let mut members = tree.children(node);
    match (members.next(), members.next()) {
        (Some(only), None) if tree.kind(node) == Kind::Tuple => tree.bare(only),
        _ => node,
    }
}

/// Every place that the node binds.
pub fn binder_bindings<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    let target = match tree.kind(node) {
        Kind::Assignment | Kind::AugmentedAssignment | Kind::ForStatement => tree.child(node, Field::Left),
        Kind::NamedExpression => tree.child(node, Field::Name),
        Kind::WithItem => managed(tree, node).and_then(|(_, target)| target),
        _ => return None,
    };
    list(state, target.into_iter().flat_map(|target| leaves(tree, target)))
}

/// What an assignment binds the value to.
pub fn assignment_target<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let target = match tree.kind(node) {
        Kind::Assignment | Kind::AugmentedAssignment => tree.child(node, Field::Left),
        Kind::NamedExpression => tree.child(node, Field::Name),
        _ => None,
    };
    target.map(|target| unwrapped(tree, target))
}

/// The value of an assignment.
pub fn assignment_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::Assignment | Kind::AugmentedAssignment => assigned_value(tree, node),
        Kind::NamedExpression => super::bare_child(state, node, Field::Value),
        _ => None,
    }
}

/// The annotation of an assignment.
pub fn assignment_annotation<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::Assignment, Field::Type)
}

/// The operator of an assignment.
pub fn assignment_operator<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::Assignment => Some("="),
        Kind::NamedExpression => Some(":="),
        Kind::AugmentedAssignment => tree.child(node, Field::Operator).map(|operator| tree.slice(operator)),
        _ => None,
    }
}

/// Readable name of the place that a binding binds.
pub fn binding_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    match tree.kind(node) {
        _ if binder_of(tree, node).is_none() => None,
        Kind::Identifier => Some(tree.name(node)),
        _ => Some(state.alloc_text(&place_text(state, node))),
    }
}

/// The place with `[]` for every subscript, without the arguments of calls, and with `?` for what has no name.
fn place_text(state: &FileState<'_>, place: NodeId) -> String {
    let tree = state.tree();
    let mut suffixes = Vec::new();
    let mut at = place;
    loop {
        let inner = match tree.kind(at) {
            Kind::Attribute => {
                let member = tree.child(at, Field::Attribute).map_or("", |member| tree.name(member));
                suffixes.push(format!(".{member}"));
                tree.child(at, Field::Object)
            }
            Kind::Subscript => {
                suffixes.push("[]".to_owned());
                tree.child(at, Field::Value)
            }
            Kind::Call => tree.child(at, Field::Function),
            Kind::Await => tree.children(at).next(),
            _ => break,
        };
        match inner {
            Some(inner) => at = tree.bare(inner),
            None => return text_of(state, place).to_owned(),
        }
    }
    suffixes.reverse();
    let root = if tree.kind(at) == Kind::Identifier { tree.name(at) } else { "?" };
    root.to_owned() + &suffixes.concat()
}

/// The place that a binding binds.
pub fn binding_target<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    binder_of(state.tree(), node).map(|_| node)
}

/// Path from the value to the part of it that a binding gets.
pub fn binding_path<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    binder_of(tree, node).and_then(|_| path(state, node)).map(|path| state.alloc_text(&path))
}

/// The value that is bound or unpacked.
pub fn binding_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let (binder, field) = binder_of(tree, node)?;
    match tree.kind(binder) {
        Kind::Assignment | Kind::AugmentedAssignment => assigned_value(tree, binder),
        Kind::WithItem => managed(tree, binder).map(|(value, _)| value),
        _ => super::bare_child(state, binder, field),
    }
}

/// What a `for` iterates.
pub fn for_iterable<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::ForStatement, Field::Right)
}

/// It is an `async for`.
pub fn for_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    (tree.kind(node) == Kind::ForStatement).then(|| has_token(tree, node, "async"))
}

/// What a clause of a comprehension iterates.
pub fn comprehension_for_iterable<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::ForInClause, Field::Right)
}

/// The clause of a comprehension is an `async for`.
pub fn comprehension_for_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    (tree.kind(node) == Kind::ForInClause).then(|| has_token(tree, node, "async"))
}

/// Items of a `with` statement.
pub fn with_items<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if tree.kind(node) != Kind::WithStatement {
        return None;
    }
    let clause = tree.child_of_kind(node, Kind::WithClause).into_iter();
    let items = clause.flat_map(|clause| tree.children(clause));
    list(state, items.filter(|&item| tree.kind(item) == Kind::WithItem))
}

/// It is an `async with`.
pub fn with_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    (tree.kind(node) == Kind::WithStatement).then(|| has_token(tree, node, "async"))
}

/// The managed expression of a `with` item.
pub fn with_item_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    managed(state.tree(), node).map(|(value, _)| value)
}

/// What stands after `as`.
pub fn with_item_target<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let target = managed(tree, node).and_then(|(_, target)| target);
    target.map(|target| unwrapped(tree, target))
}

/// How a name is used: `read`, `write`, `delete`, `call`, `parameter` or `augmented`.
pub(super) fn role(tree: &Tree<'_>, node: NodeId) -> &'static str {
    let mut target = whole_target(tree, node);
    let mut around = tree.parent(target);
    while tree.kind(around) == Kind::DictionarySplatPattern || is_alias_name(tree, around, target) {
        target = around;
        around = tree.parent(target);
    }
    let field = tree.node(target).field;
    match (tree.kind(around), field) {
        (Kind::Assignment | Kind::ForStatement | Kind::ForInClause | Kind::TypeAliasStatement, Field::Left) => "write",
        (Kind::AugmentedAssignment, Field::Left) => "augmented",
        (Kind::NamedExpression, Field::Name) | (Kind::AsPattern | Kind::ExceptClause, Field::Alias) => "write",
        (Kind::AsPattern, _) if tree.kind(tree.parent(around)) == Kind::CasePattern => "write",
        (Kind::SplatPattern, _) => "write",
        (Kind::DeleteStatement, _) => "delete",
        (Kind::Call, Field::Function) if tree.bare(target) == node => "call",
        (Kind::Parameters | Kind::LambdaParameters, _) => "parameter",
        (Kind::TypedParameter, field) if field != Field::Type => "parameter",
        (Kind::DefaultParameter | Kind::TypedDefaultParameter, Field::Name) => "parameter",
        _ => "read",
    }
}

/// The node wraps the name that a `type` statement binds, perhaps with parameters behind it.
fn is_alias_name(tree: &Tree<'_>, node: NodeId, inner: NodeId) -> bool {
    let alias = match tree.kind(node) {
        Kind::Type => node,
        Kind::GenericType if tree.children(node).next() == Some(inner) => tree.parent(node),
        _ => return false,
    };
    tree.node(alias).field == Field::Left && tree.kind(tree.parent(alias)) == Kind::TypeAliasStatement
}

/// The first target that takes the value as it is.
pub(super) fn target_of(tree: &Tree<'_>, value: NodeId) -> Option<NodeId> {
    let mut at = value;
    let mut around = tree.parent(at);
    while matches!(tree.kind(around), Kind::ParenthesizedExpression | Kind::Await) {
        at = around;
        around = tree.parent(at);
    }
    match (tree.kind(around), tree.node(at).field) {
        (Kind::Assignment, Field::Right) => first_whole_target(tree, around),
        (Kind::NamedExpression, Field::Value) => tree.child(around, Field::Name),
        (Kind::AsPattern, Field::None) => {
            with_item_of(tree, around)?;
            whole(tree, tree.child(around, Field::Alias)?)
        }
        _ => None,
    }
}

/// The target, unless the value is unpacked into it.
fn whole(tree: &Tree<'_>, target: NodeId) -> Option<NodeId> {
    let target = unwrapped(tree, target);
    is_place(tree.kind(target)).then_some(target)
}

/// The outermost target of a chain of assignments that takes the whole value.
fn first_whole_target(tree: &Tree<'_>, innermost: NodeId) -> Option<NodeId> {
    let mut first = None;
    let mut at = innermost;
    while tree.kind(at) == Kind::Assignment {
        first = tree.child(at, Field::Left).and_then(|target| whole(tree, target)).or(first);
        at = tree.parent(at);
    }
    first
}
