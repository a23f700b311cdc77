//! Text that is put together: literals with holes, and `%`.

use crate::dataflow::body::BodyRun;
use crate::dataflow::folding;
use crate::resolve::fold::{self, Constant};
use crate::segment::graph::{self, Argument, ArgumentKind, Derivation, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::strings::{self, Piece};
use crate::syntax::tree::NodeId;

impl<'t> BodyRun<'_, '_, 't> {
    /// A string literal, or several that stand next to each other.
    pub(super) fn string(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        let parts = strings::literals(tree, node);
        let has_holes =
            parts.iter().any(|&part| tree.children(part).any(|child| tree.kind(child) == Kind::Interpolation));
        if !has_holes {
            return match fold::literal(self.names, node) {
                Some(constant) => self.constant(constant, node),
                None => self.push(Op::Constant(graph::Constant::Bytes), node),
            };
        }
        let mut text = Some(String::new());
        let mut from = Vec::new();
        for part in parts {
            for piece in strings::pieces(tree, self.names.arena, part) {
                match piece {
                    Piece::Text(piece) => text.iter_mut().for_each(|text| text.push_str(piece)),
                    Piece::Hole(hole) => self.hole(hole, &mut text, &mut from),
                }
            }
        }
        match text {
            Some(text) if text.len() <= folding::MAX_TEXT => {
                let text = self.names.alloc_text(&text);
                self.constant(Constant::Text(text), node)
            }
            _ => self.push(Op::derived(Derivation::Format, from), node),
        }
    }

    /// A hole: its expression and those in its format. `text` is what is known so far.
    fn hole(&mut self, hole: NodeId, text: &mut Option<String>, from: &mut Vec<ValueId>) {
        let tree = self.tree;
        for expression in tree.children_in(hole, Field::Expression) {
            let value = self.expression(expression);
            let value = self.converted(value, hole, expression);
            from.push(value);
            let is_plain = tree.child(hole, Field::TypeConversion).is_none()
                && tree.child(hole, Field::FormatSpecifier).is_none()
                && !tree.slice(hole).trim_end_matches('}').trim_end().ends_with('=');
            match (self.constant_of(value).filter(|_| is_plain), text.as_mut()) {
                (Some(constant), Some(text)) => text.push_str(&constant.text()),
                _ => *text = None,
            }
        }
        let format = tree.child(hole, Field::FormatSpecifier);
        for inner in format.into_iter().flat_map(|format| tree.children(format)) {
            for expression in tree.children_in(inner, Field::Expression) {
                from.push(self.expression(expression));
            }
        }
    }

    /// `!r`, `!s` or `!a` of a hole calls the builtin of that meaning.
    fn converted(&mut self, value: ValueId, hole: NodeId, expression: NodeId) -> ValueId {
        let Some(conversion) = self.tree.child(hole, Field::TypeConversion) else { return value };
        let builtin = match self.tree.slice(conversion).trim_start_matches('!') {
            "r" => "builtins.repr",
            "s" => "builtins.str",
            "a" => "builtins.ascii",
            _ => return value,
        };
        let callee = self.push(Op::Named(OwnedPath::Outside(builtin.into())), expression);
        let arguments = [Argument { kind: ArgumentKind::Positional, value }].into();
        self.push(Op::Call { callee, arguments }, expression)
    }

    /// `left % right`: of text with what is put into it, one derivation of all.
    pub(super) fn modulo(&mut self, left: ValueId, right: NodeId, node: NodeId) -> ValueId {
        let tree = self.tree;
        let bare = tree.bare(right);
        let is_tuple = tree.kind(bare) == Kind::Tuple;
        if !is_tuple || !matches!(self.constant_of(left), Some(Constant::Text(_))) {
            let right = self.expression(right);
            if let (Some(Constant::Text(format)), Some(value)) = (self.constant_of(left), self.constant_of(right))
                && let Some(text) = folding::percent(self.names, format, &[value])
            {
                return self.constant(Constant::Text(text), node);
            }
            return self.operation(left, "%", right, node);
        }
        let mut from = vec![left];
        for member in tree.children(bare) {
            from.push(self.entry(member).value);
        }
        let values: Option<Vec<Constant<'t>>> = from[1..].iter().map(|&value| self.constant_of(value)).collect();
        let has_star = tree.child_of_kind(bare, Kind::ListSplat).is_some();
        if let (Some(Constant::Text(format)), Some(values), false) = (self.constant_of(left), values, has_star)
            && let Some(text) = folding::percent(self.names, format, &values)
        {
            return self.constant(Constant::Text(text), node);
        }
        self.push(Op::derived(Derivation::Modulo, from), node)
    }
}
