//! Expressions: their names, their constant values, how they are put together, where their value goes.

use super::{bindings, member, segments};
use crate::resolve;
use crate::resolve::fold::{self, Constant};
use crate::rules::file_state::FileState;
use crate::rules::names;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::strings;
use crate::syntax::tree::{NodeId, Tree, is_expression};
use crate::value::Value;

/// The expression that the node is, without parentheses; none when it is none.
fn expression(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    Some(tree.bare(node)).filter(|&bare| is_expression(tree.kind(bare)))
}

/// Last segment of a name or attribute.
pub fn expr_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let bare = tree.bare(node);
    match tree.kind(bare) {
        Kind::Identifier => Some(tree.name(bare)),
        _ => member(tree, node),
    }
}

/// The source text of the node when it is a name or a chain of attributes of one without anything between them, which
/// nearly all are: parts that are as long as the whole together can be nothing else.
fn plain_chain<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    let (mut at, mut n_bytes) = (node, 0);
    while tree.kind(at) == Kind::Attribute {
        let name = tree.node(tree.child(at, Field::Attribute)?);
        n_bytes += 1 + (name.end - name.start);
        at = tree.child(at, Field::Object)?;
    }
    let (root, whole) = (tree.node(at), tree.node(node));
    let is_plain = root.kind == Kind::Identifier && n_bytes + (root.end - root.start) == whole.end - whole.start;
    is_plain.then(|| tree.slice(node))
}

/// Joins segments, the last one first, with dots.
fn joined<'t>(state: &FileState<'t>, segments: &[&str]) -> &'t str {
    let mut joined = bumpalo::collections::String::new_in(state.arena);
    for (index, segment) in segments.iter().rev().enumerate() {
        if index > 0 {
            joined.push('.');
        }
        joined.push_str(segment);
    }
    joined.into_bump_str()
}

/// The name as written, when it is a name or a chain of attributes of one.
pub fn expr_dotted<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let node = tree.bare(node);
    plain_chain(tree, node).or_else(|| {
        let mut segments = segments(tree, node)?;
        segments.reverse();
        Some(joined(state, &segments))
    })
}

/// A readable name of what is called or used.
pub fn expr_label<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    state.last.label.of(node, || label(state, node))
}

fn label<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let mut at = expression(tree, node)?;
    if let Some(plain) = plain_chain(tree, at) {
        return Some(plain);
    }
    let mut segments = Vec::new();
    loop {
        let inner = match tree.kind(at) {
            Kind::Identifier => {
                segments.push(tree.name(at));
                break;
            }
            Kind::Attribute => {
                segments.push(member(tree, at).unwrap_or("?"));
                tree.child(at, Field::Object)
            }
            Kind::Call => tree.child(at, Field::Function),
            Kind::Subscript => tree.child(at, Field::Value),
            Kind::Await | Kind::GenericType => tree.children(at).next(),
            _ => None,
        };
        match inner {
            Some(inner) => at = tree.bare(inner),
            None => {
                segments.push("?");
                break;
            }
        }
    }
    Some(joined(state, &segments))
}

/// Attribute name of `object.member`.
pub fn expr_member<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    member(state.tree(), node)
}

/// What the attribute is read from.
pub fn expr_object<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    super::bare_child_of(state, state.tree().bare(node), Kind::Attribute, Field::Object)
}

/// Dotted name that it stands for.
pub fn expr_qualified<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    names::qualified(state, node)
}

/// How certain the name is.
pub fn expr_resolution<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    names::resolution(state, node)
}

/// The class of the value is known.
pub fn expr_has_known_class<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    names::has_known_class(state, node)
}

/// The expression and the other node are the same binding.
pub fn expr_refers_to<'t>(state: &FileState<'t>, node: NodeId, other: Option<NodeId>) -> Option<bool> {
    Some(names::refers_to(state, node, other))
}

/// The folded literal value. `None` and bytes are no value of the rule language, so they are absent.
pub fn expr_constant<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    match fold::constant(&state.names, node) {
        Some(Constant::Text(text)) => Value::Text(text),
        Some(Constant::Int(int)) => Value::Int(int),
        Some(Constant::Real(real)) => Value::Real(real),
        Some(Constant::Bool(bool)) => Value::Bool(bool),
        Some(Constant::Bytes(_) | Constant::None) | None => Value::None,
    }
}

/// The folded value, when it is a string.
pub fn expr_string<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    match fold::constant(&state.names, node) {
        Some(Constant::Text(text)) => Some(text),
        _ => None,
    }
}

/// The folded value, when it is a whole number.
pub fn expr_integer<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    match fold::constant(&state.names, node) {
        Some(Constant::Int(int)) => Some(int),
        _ => None,
    }
}

/// The folded value, when it is a number.
pub fn expr_number<'t>(state: &FileState<'t>, node: NodeId) -> Option<f64> {
    match fold::constant(&state.names, node) {
        Some(Constant::Int(int)) => Some(int as f64),
        Some(Constant::Real(real)) => Some(real),
        _ => None,
    }
}

/// The folded value, when it is `True` or `False`.
pub fn expr_boolean<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    match fold::constant(&state.names, node) {
        Some(Constant::Bool(bool)) => Some(bool),
        _ => None,
    }
}

/// The folded value as text that can be read.
pub fn expr_constant_text<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    match fold::constant(&state.names, node) {
        Some(Constant::Text(text)) => Some(text),
        Some(other) => Some(state.alloc_text(&other.text())),
        None => None,
    }
}

/// It is written as a literal.
pub fn expr_is_literal<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    expression(tree, node).map(|node| is_literal(tree, node))
}

/// Every operand is a literal; operations are taken apart without recursion.
fn is_literal(tree: &Tree<'_>, node: NodeId) -> bool {
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        let node = tree.bare(node);
        match tree.kind(node) {
            Kind::Integer | Kind::Float | Kind::True | Kind::False | Kind::None => {}
            Kind::String | Kind::ConcatenatedString => {
                if !strings::holes(tree, node).is_empty() {
                    return false;
                }
            }
            Kind::UnaryOperator | Kind::NotOperator => waiting.extend(tree.child(node, Field::Argument)),
            Kind::BinaryOperator | Kind::BooleanOperator => {
                waiting.extend(tree.child(node, Field::Left));
                waiting.extend(tree.child(node, Field::Right));
            }
            _ => return false,
        }
    }
    true
}

/// It is `None`.
pub fn expr_is_none<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    expression(tree, node).map(|node| tree.kind(node) == Kind::None)
}

/// Text with `{}` for each part that is not constant.
pub fn expr_template<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    fold::template(&state.names, node)
}

/// How the value is put together.
pub fn expr_shape<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    fold::shape(&state.names, node)
}

/// The one expression whose value reaches this name.
pub fn expr_origin<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    expression(tree, node).and_then(|node| resolve::origin(&state.names, node)).map(|origin| tree.bare(origin))
}

/// How a name is used.
pub fn expr_role<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    expression(tree, node).map(|node| bindings::role(tree, node))
}

/// The first target that takes this value as it is.
pub fn expr_target<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    expression(tree, node).and_then(|node| bindings::target_of(tree, node))
}

/// The letters before the quote of a string, lower case; of adjacent strings, those of the first.
pub fn string_prefix<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let first = *strings::literals(tree, node).first()?;
    let prefix = strings::prefix(tree, first);
    if prefix.bytes().any(|letter| letter.is_ascii_uppercase()) {
        return Some(state.alloc_text(&prefix.to_ascii_lowercase()));
    }
    Some(prefix)
}

/// The holes of an f-string.
pub fn string_holes<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if !matches!(tree.kind(node), Kind::String | Kind::ConcatenatedString) {
        return None;
    }
    let holes = strings::holes(tree, node).into_iter();
    let values = holes.filter_map(|hole| tree.child(hole, Field::Expression));
    super::list(state, values.map(|value| tree.bare(value)))
}
