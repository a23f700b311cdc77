//! Annotations as values: types as they are written, and those that stand in quotes.

use crate::dataflow::body::BodyRun;
use crate::resolve::fold::{self, Constant};
use crate::segment::graph::{self, Derivation, DisplayKind, Entry, Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// How deep brackets are followed in a quoted annotation.
const MAX_BRACKETS: u32 = 32;

impl<'t> BodyRun<'_, '_, 't> {
    /// The value of an annotation.
    pub(super) fn annotation(&mut self, node: NodeId) -> ValueId {
        let node = self.tree.bare(node);
        if let Some(known) = self.placed_exactly(node) {
            return known;
        }
        let value = self.type_expression(node);
        self.place(node, value);
        value
    }

    /// A type: quotes in it hold further types.
    pub(super) fn type_expression(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        match tree.kind(node) {
            Kind::String | Kind::ConcatenatedString => match fold::literal(self.names, node) {
                Some(Constant::Text(text)) => self.quoted_type(text, node),
                _ => self.unknown(node),
            },
            Kind::GenericType => {
                let mut parts = tree.children(node);
                let object = match parts.next() {
                    Some(object) => self.annotation(object),
                    None => self.unknown(node),
                };
                let arguments: Vec<NodeId> = parts.flat_map(|list| tree.children(list)).collect();
                self.generic(object, &arguments, node)
            }
            Kind::Subscript => {
                let object = match tree.child(node, Field::Value) {
                    Some(object) => self.annotation(object),
                    None => self.unknown(node),
                };
                let arguments: Vec<NodeId> = tree.children_in(node, Field::Subscript).collect();
                self.generic(object, &arguments, node)
            }
            Kind::UnionType => {
                let parts: Vec<NodeId> = tree.children(node).collect();
                let from: Vec<ValueId> = parts.into_iter().map(|part| self.annotation(part)).collect();
                self.push(Op::derived(Derivation::Or, from), node)
            }
            Kind::BinaryOperator => {
                let sides = [Field::Left, Field::Right].map(|side| tree.child(node, side));
                let from: Vec<ValueId> = sides.into_iter().flatten().map(|side| self.annotation(side)).collect();
                self.push(Op::derived(Derivation::Or, from), node)
            }
            Kind::MemberType => {
                let mut parts = tree.children(node);
                let object = match parts.next() {
                    Some(object) => self.annotation(object),
                    None => self.unknown(node),
                };
                match parts.next() {
                    Some(member) => self.attribute(object, tree.name(member), node),
                    None => self.unknown(node),
                }
            }
            Kind::List | Kind::Tuple => {
                let parts: Vec<NodeId> = tree.children(node).collect();
                let entries = self.types(&parts);
                self.push_display(DisplayKind::List, entries, node)
            }
            _ => self.expression(node),
        }
    }

    fn types(&mut self, nodes: &[NodeId]) -> Vec<Entry> {
        nodes.iter().map(|&node| Entry { key: None, value: self.annotation(node), is_spread: false }).collect()
    }

    /// `object[arguments]`. What `Literal` holds are values, and so is all but the first that `Annotated` does.
    fn generic(&mut self, object: ValueId, arguments: &[NodeId], node: NodeId) -> ValueId {
        let n_types = match self.op(object) {
            Op::Named(path) if path.last_segment() == "Literal" => 0,
            Op::Named(path) if path.last_segment() == "Annotated" => 1,
            _ => usize::MAX,
        };
        let mut entries = Vec::with_capacity(arguments.len());
        for (at, &argument) in arguments.iter().enumerate() {
            let value = if at < n_types { self.annotation(argument) } else { self.expression(argument) };
            entries.push(Entry { key: None, value, is_spread: false });
        }
        let key = match entries.as_slice() {
            [only] => only.value,
            _ => self.push_display(DisplayKind::Tuple, entries, node),
        };
        self.push(Op::Item { object, key }, node)
    }

    /// A type in quotes: dotted names, `|`, brackets.
    fn quoted_type(&mut self, text: &'t str, node: NodeId) -> ValueId {
        let mut rest = text;
        let value = self.quoted_union(&mut rest, node, 0);
        // What is left is no type of this small language.
        if rest.trim().is_empty() { value } else { self.unknown(node) }
    }

    fn quoted_union(&mut self, rest: &mut &'t str, node: NodeId, depth: u32) -> ValueId {
        let mut from = vec![self.quoted_one(rest, node, depth)];
        while let Some(after) = rest.trim_start().strip_prefix('|') {
            *rest = after;
            from.push(self.quoted_one(rest, node, depth));
        }
        match from.as_slice() {
            [only] => *only,
            _ => self.push(Op::derived(Derivation::Or, from), node),
        }
    }

    fn quoted_one(&mut self, rest: &mut &'t str, node: NodeId, depth: u32) -> ValueId {
        let text = rest.trim_start();
        if depth >= MAX_BRACKETS {
            return self.unknown(node);
        }
        if let Some(after) = text.strip_prefix('[') {
            *rest = after;
            return self.quoted_arguments(rest, node, depth, DisplayKind::List);
        }
        if let Some(quote) = text.chars().next().filter(|char| matches!(char, '"' | '\'')) {
            let inside = &text[1..];
            let (inner, after) = inside.split_once(quote).unwrap_or((inside, ""));
            *rest = after;
            let mut inner = inner;
            return self.quoted_union(&mut inner, node, depth + 1);
        }
        let end = text.find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '.'))).unwrap_or(text.len());
        let (dotted, after) = text.split_at(end);
        *rest = after;
        let object = self.quoted_name(dotted, text, node);
        match rest.trim_start().strip_prefix('[') {
            Some(inside) => {
                *rest = inside;
                let key = self.quoted_arguments(rest, node, depth, DisplayKind::Tuple);
                self.push(Op::Item { object, key }, node)
            }
            None => object,
        }
    }

    fn quoted_name(&mut self, dotted: &'t str, text: &str, node: NodeId) -> ValueId {
        match dotted {
            "None" => self.constant(Constant::None, node),
            "..." => self.push(Op::Constant(graph::Constant::Ellipsis), node),
            _ if !text.starts_with(|char: char| char.is_alphabetic() || char == '_') => self.unknown(node),
            _ => {
                let mut parts = dotted.split('.');
                let first = parts.next().unwrap_or(dotted);
                let mut value = self.read(self.tree.node(node).scope, first, node);
                for member in parts {
                    value = self.attribute(value, member, node);
                }
                value
            }
        }
    }

    /// What stands up to the closing bracket: one type, or several as a display.
    fn quoted_arguments(&mut self, rest: &mut &'t str, node: NodeId, depth: u32, kind: DisplayKind) -> ValueId {
        let mut values = Vec::new();
        loop {
            let text = rest.trim_start();
            if let Some(after) = text.strip_prefix(']') {
                *rest = after;
                break;
            }
            if text.is_empty() || depth >= MAX_BRACKETS {
                return self.unknown(node);
            }
            let before = text.len();
            *rest = text;
            values.push(self.quoted_union(rest, node, depth + 1));
            *rest = rest.trim_start();
            *rest = rest.strip_prefix(',').unwrap_or(rest);
            if rest.len() == before {
                return self.unknown(node);
            }
        }
        if kind == DisplayKind::Tuple && values.len() == 1 {
            return values[0];
        }
        let entries = values.into_iter().map(|value| Entry { key: None, value, is_spread: false }).collect();
        self.push_display(kind, entries, node)
    }
}
