//! Expressions: their names, their constant values, how they are put together, where their value goes.

use super::{bindings, member, segments};
use crate::resolve;
use crate::resolve::fold::{self, Constant};
use crate::rules::cx::Cx;
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
pub fn expr_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let bare = tree.bare(node);
    match tree.kind(bare) {
        Kind::Identifier => tree.name(bare).into(),
        _ => member(tree, node).into(),
    }
}

/// Joins segments with dots; borrowed when the source has it so.
fn joined<'t>(cx: &Cx<'t>, node: NodeId, segments: &[&str]) -> &'t str {
    let slice = cx.tree().slice(cx.tree().bare(node));
    let name = segments.join(".");
    if name == slice { slice } else { cx.alloc_text(&name) }
}

/// The name as written, when it is a name or a chain of attributes of one.
pub fn expr_dotted<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    segments(cx.tree(), node).map(|segments| joined(cx, node, &segments)).into()
}

/// A readable name of what is called or used.
pub fn expr_label<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(mut at) = expression(tree, node) else { return Value::None };
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
    segments.reverse();
    joined(cx, node, &segments).into()
}

/// Attribute name of `object.member`.
pub fn expr_member<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    member(cx.tree(), node).into()
}

/// What the attribute is read from.
pub fn expr_object<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    super::bare_child_of(cx, cx.tree().bare(node), Kind::Attribute, Field::Object)
}

/// Dotted name that it stands for.
pub fn expr_qualified<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    names::qualified(cx, node)
}

/// How certain the name is.
pub fn expr_resolution<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    names::resolution(cx, node)
}

/// The class of the value is known.
pub fn expr_has_known_class<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    names::has_known_class(cx, node)
}

/// The expression and the other node are the same binding.
pub fn expr_refers_to<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    names::refers_to(cx, node, args)
}

/// The folded literal value. `None` and bytes are no value of the rule language, so they are absent.
pub fn expr_constant<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Text(text)) => Value::Text(text),
        Some(Constant::Int(int)) => Value::Int(int),
        Some(Constant::Real(real)) => Value::Real(real),
        Some(Constant::Bool(bool)) => Value::Bool(bool),
        Some(Constant::Bytes(_) | Constant::None) | None => Value::None,
    }
}

/// The folded value, when it is a string.
pub fn expr_string<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Text(text)) => Value::Text(text),
        _ => Value::None,
    }
}

/// The folded value, when it is a whole number.
pub fn expr_integer<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Int(int)) => Value::Int(int),
        _ => Value::None,
    }
}

/// The folded value, when it is a number.
pub fn expr_number<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Int(int)) => Value::Real(int as f64),
        Some(Constant::Real(real)) => Value::Real(real),
        _ => Value::None,
    }
}

/// The folded value, when it is `True` or `False`.
pub fn expr_boolean<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Bool(bool)) => Value::Bool(bool),
        _ => Value::None,
    }
}

/// The folded value as text that can be read.
pub fn expr_constant_text<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match fold::constant(&cx.names, node) {
        Some(Constant::Text(text)) => Value::Text(text),
        Some(other) => cx.alloc_text(&other.text()).into(),
        None => Value::None,
    }
}

/// It is written as a literal.
pub fn expr_is_literal<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    expression(tree, node).map(|node| is_literal(tree, node)).into()
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
pub fn expr_is_none<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    expression(tree, node).map(|node| tree.kind(node) == Kind::None).into()
}

/// Text with `{}` for each part that is not constant.
pub fn expr_template<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    fold::template(&cx.names, node).into()
}

/// How the value is put together.
pub fn expr_shape<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    fold::shape(&cx.names, node).into()
}

/// The one expression whose value reaches this name.
pub fn expr_origin<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    expression(tree, node).and_then(|node| resolve::origin(&cx.names, node)).map(|origin| tree.bare(origin)).into()
}

/// How a name is used.
pub fn expr_role<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    expression(tree, node).map(|node| bindings::role(tree, node)).into()
}

/// The first target that takes this value as it is.
pub fn expr_target<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    expression(tree, node).and_then(|node| bindings::target_of(tree, node)).into()
}

/// The letters before the quote of a string, lower case; of adjacent strings, those of the first.
pub fn string_prefix<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(&first) = strings::literals(tree, node).first() else { return Value::None };
    let prefix = strings::prefix(tree, first);
    if prefix.bytes().any(|letter| letter.is_ascii_uppercase()) {
        return cx.alloc_text(&prefix.to_ascii_lowercase()).into();
    }
    prefix.into()
}

/// The holes of an f-string.
pub fn string_holes<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !matches!(tree.kind(node), Kind::String | Kind::ConcatenatedString) {
        return Value::None;
    }
    let holes = strings::holes(tree, node).into_iter();
    let values = holes.filter_map(|hole| tree.child(hole, Field::Expression));
    super::list(cx, values.map(|value| tree.bare(value)))
}
