//! From an expression to what is known of its value without running it: a folded constant, a template, a shape.
//!
//! Names count when their scope binds them exactly once, to something that folds. Work, nesting and size are bounded, so
//! that a hostile file costs no more than an honest one; what is over the limit is not constant.

pub(crate) mod number;
mod template;

use std::cell::{Cell, RefCell};

use super::limits::Limit;
use crate::resolve::{self, Resolver};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::strings::{self, Piece};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::ops::real_text;

pub use template::{shape, template};

/// Expressions that one question may look at.
const MAX_STEPS: u32 = 4_096;

/// How deep operations and names may be nested in one question.
const MAX_DEPTH: u32 = 64;

/// Bytes of a text that an operation makes; a literal may be longer.
const MAX_TEXT: usize = 1 << 16;

/// A literal value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Constant<'t> {
    /// `str`.
    Text(&'t str),
    /// `bytes`; every character stands for the byte of its number.
    Bytes(&'t str),
    /// `int`, when 64 bits hold it.
    Int(i64),
    /// `float`.
    Real(f64),
    /// `bool`.
    Bool(bool),
    /// `None`.
    None,
}

impl Constant<'_> {
    /// As Python's `str` prints it.
    pub fn text(self) -> String {
        match self {
            Constant::Text(text) => text.to_owned(),
            Constant::Bytes(bytes) => {
                let escaped: String = bytes.chars().map(byte_text).collect();
                format!("b'{escaped}'")
            }
            Constant::Int(int) => int.to_string(),
            Constant::Real(real) => real_text(real),
            Constant::Bool(true) => "True".to_owned(),
            Constant::Bool(false) => "False".to_owned(),
            Constant::None => "None".to_owned(),
        }
    }

    /// As a condition.
    pub(crate) fn is_true(self) -> bool {
        match self {
            Constant::Text(text) | Constant::Bytes(text) => !text.is_empty(),
            Constant::Int(int) => int != 0,
            Constant::Real(real) => real != 0.0,
            Constant::Bool(bool) => bool,
            Constant::None => false,
        }
    }
}

fn byte_text(byte: char) -> String {
    match byte {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        '\\' | '\'' => format!("\\{byte}"),
        ' '..='~' => byte.to_string(),
        _ => format!("\\x{:02x}", u32::from(byte)),
    }
}

/// The folded value of an expression.
pub fn constant<'t>(names: &Resolver<'t>, node: NodeId) -> Option<Constant<'t>> {
    Folder::new(names, true).constant(node, 0)
}

/// The folded value of an expression, names not looked up.
pub fn literal<'t>(names: &Resolver<'t>, node: NodeId) -> Option<Constant<'t>> {
    Folder::new(names, false).constant(node, 0)
}

/// One question: what it has looked at is counted.
struct Folder<'c, 't> {
    names: &'c Resolver<'t>,
    /// Names are looked up.
    follows_names: bool,
    n_steps: Cell<u32>,
    /// Values of names that are being folded: one that depends on itself is not constant.
    open: RefCell<Vec<NodeId>>,
}

impl<'c, 't> Folder<'c, 't> {
    fn new(names: &'c Resolver<'t>, follows_names: bool) -> Self {
        Folder { names, follows_names, n_steps: Cell::new(0), open: RefCell::default() }
    }

    fn tree(&self) -> &'c Tree<'t> {
        &self.names.file.tree
    }

    /// Counts an expression; `false` when the question has cost enough.
    fn may_look(&self, depth: u32) -> bool {
        self.n_steps.set(self.n_steps.get() + 1);
        let may = depth < MAX_DEPTH && self.n_steps.get() < MAX_STEPS;
        if !may {
            self.names.limits.note(Limit::Constants);
        }
        may
    }

    /// The value of a name.
    fn named(&self, name: NodeId, depth: u32) -> Option<Constant<'t>> {
        let value = resolve::origin(self.names, name)?;
        if self.open.borrow().contains(&value) {
            return None;
        }
        self.open.borrow_mut().push(value);
        let constant = self.constant(value, depth);
        self.open.borrow_mut().pop();
        constant
    }

    /// A text of that many bytes may be made.
    fn may_make(&self, n_bytes: usize) -> bool {
        if n_bytes > MAX_TEXT {
            self.names.limits.note(Limit::Texts);
        }
        n_bytes <= MAX_TEXT
    }

    fn constant(&self, node: NodeId, depth: u32) -> Option<Constant<'t>> {
        if !self.may_look(depth) {
            return None;
        }
        let tree = self.tree();
        let node = tree.bare(node);
        match tree.kind(node) {
            Kind::String | Kind::ConcatenatedString => self.string(node),
            Kind::Integer => number::integer(tree.slice(node)),
            Kind::Float => number::real(tree.slice(node)),
            Kind::True => Some(Constant::Bool(true)),
            Kind::False => Some(Constant::Bool(false)),
            Kind::None => Some(Constant::None),
            Kind::NamedExpression => self.constant(tree.child(node, Field::Value)?, depth + 1),
            Kind::NotOperator => {
                let value = self.constant(tree.child(node, Field::Argument)?, depth + 1)?;
                Some(Constant::Bool(!value.is_true()))
            }
            Kind::UnaryOperator => {
                let value = self.constant(tree.child(node, Field::Argument)?, depth + 1)?;
                number::unary(tree.slice(tree.child(node, Field::Operator)?), value)
            }
            Kind::BinaryOperator => self.operation(node, depth + 1),
            Kind::Call => self.formatted(node, depth + 1),
            Kind::Identifier if self.follows_names => self.named(node, depth + 1),
            _ => None,
        }
    }

    /// A literal without holes; adjacent ones are one.
    fn string(&self, node: NodeId) -> Option<Constant<'t>> {
        let tree = self.tree();
        let parts = strings::literals(tree, node);
        let is_bytes = strings::style(tree, *parts.first()?).is_bytes;
        let mut texts = Vec::with_capacity(parts.len());
        for part in parts {
            if strings::style(tree, part).is_bytes != is_bytes {
                return None;
            }
            for piece in strings::pieces(tree, self.names.arena, part) {
                match piece {
                    Piece::Text(text) => texts.push(text),
                    Piece::Hole(_) => return None,
                }
            }
        }
        let text = match texts.as_slice() {
            [] => "",
            [one] => one,
            several => self.names.alloc_text(&several.concat()),
        };
        Some(if is_bytes { Constant::Bytes(text) } else { Constant::Text(text) })
    }

    /// `+`, `%`, `*` and the like. Chains nest in their left operand; they are folded from the left without recursion.
    fn operation(&self, node: NodeId, depth: u32) -> Option<Constant<'t>> {
        let (first, rest) = self.chain(node)?;
        let mut value = self.constant(first, depth)?;
        let mut at = 0;
        while let Some(&(operator, operand)) = rest.get(at) {
            at += 1;
            if let (Constant::Text(text), "%") = (value, operator) {
                value = Constant::Text(self.percent(text, operand, depth)?.whole()?);
                continue;
            }
            let right = self.constant(operand, depth)?;
            value = match (value, operator, right) {
                (Constant::Text(left), "+", Constant::Text(text)) => {
                    let joined = self.joined(left, text, &rest[at..], depth, |value| match value {
                        Constant::Text(text) => Some(text),
                        _ => None,
                    })?;
                    at += joined.1;
                    Constant::Text(joined.0)
                }
                (Constant::Bytes(left), "+", Constant::Bytes(bytes)) => {
                    let joined = self.joined(left, bytes, &rest[at..], depth, |value| match value {
                        Constant::Bytes(bytes) => Some(bytes),
                        _ => None,
                    })?;
                    at += joined.1;
                    Constant::Bytes(joined.0)
                }
                (Constant::Text(text), "*", Constant::Int(times))
                | (Constant::Int(times), "*", Constant::Text(text)) => Constant::Text(self.repeat(text, times)?),
                (Constant::Bytes(bytes), "*", Constant::Int(times))
                | (Constant::Int(times), "*", Constant::Bytes(bytes)) => Constant::Bytes(self.repeat(bytes, times)?),
                (left, operator, right) => number::binary(left, operator, right)?,
            };
        }
        Some(value)
    }

    /// Two texts and all further ones that are added to them, with the number of those: one text, not one for each
    /// operator.
    fn joined(
        &self,
        left: &str,
        right: &str,
        rest: &[(&str, NodeId)],
        depth: u32,
        text_of: impl Fn(Constant<'t>) -> Option<&'t str>,
    ) -> Option<(&'t str, usize)> {
        let mut joined = [left, right].concat();
        let mut n_more = 0;
        for &(operator, operand) in rest {
            let more = if operator == "+" { self.constant(operand, depth).and_then(&text_of) } else { None };
            let Some(more) = more else { break };
            joined.push_str(more);
            n_more += 1;
        }
        self.may_make(joined.len()).then(|| (self.names.alloc_text(&joined), n_more))
    }

    fn repeat(&self, text: &str, times: i64) -> Option<&'t str> {
        let times = usize::try_from(times).unwrap_or(0);
        let length = text.len().saturating_mul(times);
        self.may_make(length).then(|| self.names.alloc_text(&text.repeat(times)))
    }

    /// The leftmost operand of nested operations, then each operator with its right operand, in order.
    fn chain(&self, node: NodeId) -> Option<(NodeId, Vec<(&'t str, NodeId)>)> {
        let tree = self.tree();
        let mut rest = Vec::new();
        let mut at = node;
        while tree.kind(at) == Kind::BinaryOperator {
            if !self.may_look(0) {
                return None;
            }
            let operator = tree.slice(tree.child(at, Field::Operator)?);
            rest.push((operator, tree.child(at, Field::Right)?));
            at = tree.bare(tree.child(at, Field::Left)?);
        }
        rest.reverse();
        Some((at, rest))
    }

    /// `"...".format(...)` of constants.
    fn formatted(&self, call: NodeId, depth: u32) -> Option<Constant<'t>> {
        let format = format_receiver(self.tree(), call)?;
        match self.constant(format, depth)? {
            Constant::Text(text) => Some(Constant::Text(self.format(text, call, depth)?.whole()?)),
            _ => None,
        }
    }
}

/// What `.format` is called on, when `call` is such a call.
fn format_receiver(tree: &Tree<'_>, call: NodeId) -> Option<NodeId> {
    let callee = tree.bare(tree.child(call, Field::Function)?);
    let member = tree.child(callee, Field::Attribute)?;
    (tree.kind(callee) == Kind::Attribute && tree.name(member) == "format").then_some(())?;
    tree.child(callee, Field::Object)
}
