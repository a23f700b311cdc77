//! Displays of lists and dicts, comprehensions, subscripts and operations.

use super::text::text_of;
use super::{bare_child, bare_child_of, has_token, list};
use crate::resolve::fold::{self, Constant};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree, is_expression};

fn is_sequence(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::List
            | Kind::Tuple
            | Kind::Set
            | Kind::ExpressionList
            | Kind::PatternList
            | Kind::TuplePattern
            | Kind::ListPattern
    )
}

fn is_starred(kind: Kind) -> bool {
    matches!(kind, Kind::ListSplat | Kind::ListSplatPattern | Kind::ParenthesizedListSplat)
}

/// Members of a list, tuple or set display; starred members are left out.
pub fn expr_elements<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    let node = tree.bare(node);
    if !is_expression(tree.kind(node)) {
        return None;
    }
    let members = tree.children(node).filter(|_| is_sequence(tree.kind(node)));
    let members = members.filter(|&member| !is_starred(tree.kind(member)) && tree.kind(member) != Kind::Error);
    list(state, members.map(|member| tree.bare(member)))
}

fn is_entry(kind: Kind) -> bool {
    matches!(kind, Kind::Pair | Kind::DictionarySplat)
}

/// Entries of a dict display; none of anything else.
fn entries<'a>(tree: &'a Tree<'_>, dict: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let is_dict = tree.kind(dict) == Kind::Dictionary;
    tree.children(dict).filter(move |&entry| is_dict && is_entry(tree.kind(entry)))
}

/// Pairs and `**` unpackings of a dict display.
pub fn expr_entries<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    let node = tree.bare(node);
    if !is_expression(tree.kind(node)) {
        return None;
    }
    list(state, entries(tree, node))
}

/// The value that a dict display has under that string key; the last one, as in Python.
pub fn expr_entry<'t>(state: &FileState<'t>, node: NodeId, key: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let name = key?;
    let has_key = |&entry: &NodeId| {
        let key = tree.child(entry, Field::Key).filter(|_| tree.kind(entry) == Kind::Pair);
        key.is_some_and(|key| fold::literal(&state.names, key) == Some(Constant::Text(name)))
    };
    let entry = entries(tree, tree.bare(node)).filter(has_key).last();
    bare_child(state, entry?, Field::Value)
}

/// The key of a pair.
pub fn entry_key<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::Pair, Field::Key)
}

/// The value of a pair, or what is unpacked.
pub fn entry_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::DictionarySplat => tree.children(node).next().map(|value| tree.bare(value)),
        _ => bare_child_of(state, node, Kind::Pair, Field::Value),
    }
}

/// It is written `**value`.
pub fn entry_is_spread<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let kind = state.tree().kind(node);
    is_entry(kind).then_some(kind == Kind::DictionarySplat)
}

fn is_comprehension(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ListComprehension | Kind::SetComprehension | Kind::DictionaryComprehension | Kind::GeneratorExpression
    )
}

/// It is a generator expression.
pub fn comprehension_is_generator<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let kind = state.tree().kind(node);
    is_comprehension(kind).then_some(kind == Kind::GeneratorExpression)
}

/// Any of its clauses is an `async for`.
pub fn comprehension_is_async<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    let is_async =
        || tree.children(node).any(|clause| tree.kind(clause) == Kind::ForInClause && has_token(tree, clause, "async"));
    is_comprehension(tree.kind(node)).then(is_async)
}

/// What is subscripted; in an annotation the grammar has a kind of its own for `name[...]`.
pub fn subscript_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::GenericType => tree.children(node).next().map(|value| tree.bare(value)),
        _ => bare_child_of(state, node, Kind::Subscript, Field::Value),
    }
}

/// The indexes and slices of a subscript, without parentheses; none when the node is none.
fn indexes(tree: &Tree<'_>, node: NodeId) -> Option<Vec<NodeId>> {
    let indexes: Vec<NodeId> = match tree.kind(node) {
        Kind::Subscript => tree.children_in(node, Field::Subscript).collect(),
        Kind::GenericType => tree.child_of_kind(node, Kind::TypeParameter).map(|p| tree.children(p).collect())?,
        _ => return None,
    };
    Some(indexes.into_iter().map(|index| tree.bare(index)).collect())
}

/// The first index or slice.
pub fn subscript_index<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    indexes(state.tree(), node).and_then(|indexes| indexes.first().copied())
}

/// All indexes and slices.
pub fn subscript_indexes<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    list(state, indexes(state.tree(), node)?)
}

fn operand(state: &FileState<'_>, node: NodeId, field: Field) -> Option<NodeId> {
    match state.tree().kind(node) {
        Kind::BinaryOperator | Kind::BooleanOperator => bare_child(state, node, field),
        _ => None,
    }
}

/// The left operand.
pub fn binary_left<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    operand(state, node, Field::Left)
}

/// The right operand.
pub fn binary_right<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    operand(state, node, Field::Right)
}

/// The operator as written.
pub fn binary_operator<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    operand(state, node, Field::Operator).map(|operator| state.tree().slice(operator))
}

/// The operands of a comparison.
pub fn compare_operands<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if tree.kind(node) != Kind::ComparisonOperator {
        return None;
    }
    let operands = tree.children(node).filter(|&child| !matches!(tree.kind(child), Kind::Token | Kind::Error));
    list(state, operands.map(|operand| tree.bare(operand)))
}

/// The operators of a comparison.
pub fn compare_operators<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [&'t str]> {
    let tree = state.tree();
    if tree.kind(node) != Kind::ComparisonOperator {
        return None;
    }
    Some(state.alloc_list(tree.children_in(node, Field::Operators).map(|operator| text_of(state, operator))))
}

/// The condition of `a if condition else b`.
pub fn conditional_condition<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    if tree.kind(node) != Kind::ConditionalExpression {
        return None;
    }
    let mut parts = tree.children(node).filter(|&part| tree.kind(part) != Kind::Error);
    parts.nth(1).map(|condition| tree.bare(condition))
}

/// What is awaited.
pub fn await_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    super::first_value(state, node, Kind::Await)
}

/// It is a `yield from`.
pub fn yield_is_from<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    (tree.kind(node) == Kind::Yield).then(|| has_token(tree, node, "from"))
}

/// What is yielded.
pub fn yield_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    super::first_value(state, node, Kind::Yield)
}
