//! From operators, comparisons and choices to their values: what is constant is computed, what is of known contents is put together.

use crate::dataflow::body::BodyRun;
use crate::dataflow::conditions::Truth;
use crate::dataflow::flow::Arrival;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Shape};
use crate::resolve::fold::{Constant, number};
use crate::segment::graph::{Derivation, DisplayKind, Entry, Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use aud_rules_plan::TestOutcome;

impl<'t> BodyRun<'_, '_, 't> {
    /// Operators from the left: a chain of them nests in the left operand, and is followed without recursion.
    pub(super) fn binary(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        let mut chain = vec![node];
        let mut first = tree.child(node, Field::Left).map(|left| tree.bare(left));
        while let Some(left) = first.filter(|&left| tree.kind(left) == Kind::BinaryOperator) {
            chain.push(left);
            first = tree.child(left, Field::Left).map(|left| tree.bare(left));
        }
        let mut value = match first {
            Some(first) => self.expression(first),
            None => self.unknown(node),
        };
        for &operation in chain.iter().rev() {
            let operator = tree.child(operation, Field::Operator).map_or("", |operator| tree.slice(operator));
            let right = tree.child(operation, Field::Right);
            value = match (operator, right) {
                ("%", Some(right)) => self.modulo(value, right, operation),
                (_, Some(right)) => {
                    let right = self.expression(right);
                    self.operation(value, operator, right, operation)
                }
                (_, None) => self.unknown(operation),
            };
            self.place(operation, value);
        }
        value
    }

    /// `left operator right`.
    pub(super) fn operation(&mut self, left: ValueId, operator: &str, right: ValueId, node: NodeId) -> ValueId {
        if let (Some(x), Some(y)) = (self.constant_of(left), self.constant_of(right))
            && let Some(folded) = folding::operation(self.names, x, operator, y)
        {
            return self.constant(folded, node);
        }
        if operator == "+"
            && let (shape @ (Shape::List | Shape::Tuple), other) = (self.shape(left), self.shape(right))
            && shape == other
        {
            return self.concatenated(left, right, shape, node);
        }
        let how = match operator {
            "+" => Derivation::Add,
            "%" => Derivation::Modulo,
            "*" => Derivation::Multiply,
            "/" => Derivation::Divide,
            "|" => Derivation::Or,
            "-" => Derivation::Subtract,
            "@" => Derivation::Matrix,
            "//" => Derivation::Floor,
            "**" => Derivation::Power,
            "<<" => Derivation::ShiftLeft,
            ">>" => Derivation::ShiftRight,
            "&" => Derivation::And,
            "^" => Derivation::Xor,
            // Damaged code.
            _ => return self.unknown(node),
        };
        let merged = if how == Derivation::Or { self.merged_dictionaries(left, right) } else { None };
        let value = self.push(Op::derived(how, [left, right]), node);
        if let Some(contents) = merged
            && let Some(at) = self.follow(value, Shape::Dict)
        {
            self.set_contents(at, contents);
        }
        value
    }

    /// What `left | right` holds of two dictionaries whose entries are all known: what is in both is that of the right one.
    fn merged_dictionaries(&self, left: ValueId, right: ValueId) -> Option<Contents<'t>> {
        let known = |value| self.contents(value).filter(|known| known.is_complete && self.shape(value) == Shape::Dict);
        let (mut merged, right) = (known(left)?.clone(), known(right)?);
        right.entries.iter().for_each(|&(key, value)| merged.set_entry(key, value));
        Some(merged)
    }

    /// Two sequences, one behind the other: a new one with the elements of both.
    fn concatenated(&mut self, left: ValueId, right: ValueId, shape: Shape, node: NodeId) -> ValueId {
        let elements = |body: &Self, value| body.contents(value).and_then(|contents| contents.elements.clone());
        let all = elements(self, left).zip(elements(self, right)).map(|(left, right)| [left, right].concat());
        let kind = if shape == Shape::List { DisplayKind::List } else { DisplayKind::Tuple };
        let entries = [left, right].map(|value| Entry { key: None, value, is_spread: true });
        let value = self.push(Op::Display { kind, entries: entries.into() }, node);
        if let Some(at) = self.follow(value, shape) {
            let contents = all.map_or_else(Contents::default, Contents::sequence);
            self.set_contents(at, contents);
        }
        value
    }

    pub(super) fn unary(&mut self, node: NodeId) -> ValueId {
        let value = self.part(node, Field::Argument);
        let operator = self.tree.child(node, Field::Operator).map_or("", |operator| self.tree.slice(operator));
        if let Some(folded) = self.constant_of(value).and_then(|constant| number::unary(operator, constant)) {
            return self.constant(folded, node);
        }
        let how = match operator {
            "-" => Derivation::Negative,
            "~" => Derivation::Invert,
            _ => Derivation::Positive,
        };
        self.push(Op::derived(how, [value]), node)
    }

    pub(super) fn not(&mut self, node: NodeId) -> ValueId {
        let value = self.part(node, Field::Argument);
        if let Some(truth) = self.truth(value) {
            return self.constant(Constant::Bool(!truth), node);
        }
        let not = self.push(Op::derived(Derivation::Truth, [value]), node);
        self.truths.insert(not, Truth::Not(value));
        not
    }

    /// `and`, `or`: what is on the right runs where the left is true, or false.
    pub(super) fn boolean(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        let left = self.part(node, Field::Left);
        let operator = tree.child(node, Field::Operator).map_or("", |operator| tree.slice(operator));
        let is_and = operator == "and";
        match self.truth(left) {
            Some(truth) if truth == is_and => return self.part(node, Field::Right),
            Some(_) => return left,
            None => {}
        }
        let before = self.state.clone();
        self.assume(left, is_and);
        let right = self.part(node, Field::Right);
        let after = std::mem::take(&mut self.state);
        self.state = self.merge(vec![Arrival::through(before), Arrival::through(after)]);
        let given = match self.truths.get(&left) {
            // `a and b or c` is never `a`.
            Some(&Truth::And(_, last)) if !is_and => last,
            None if is_and => self.empty(left),
            _ => left,
        };
        let value = self.push(Op::Join([given, right].into()), node);
        let truth = if is_and { Truth::And(left, right) } else { Truth::Or(left, right) };
        self.truths.insert(value, truth);
        value
    }

    /// The value, where `and` gives it: it is false.
    fn empty(&mut self, value: ValueId) -> ValueId {
        let base = self.base(value);
        match self.op(base) {
            Op::Parameter(_) | Op::Attribute { .. } | Op::Item { .. } | Op::Call { .. } | Op::Element { .. } => {
                self.tested(value, base, TestOutcome::False)
            }
            _ => value,
        }
    }

    pub(super) fn conditional(&mut self, node: NodeId) -> ValueId {
        let parts: Vec<NodeId> = self.tree.children(node).collect();
        let [then, test, otherwise] = parts[..] else { return self.parts(node) };
        let test = self.expression(test);
        match self.truth(test) {
            Some(true) => return self.expression(then),
            Some(false) => return self.expression(otherwise),
            None => {}
        }
        let before = self.state.clone();
        self.assume(test, true);
        let then = self.expression(then);
        let after_then = std::mem::replace(&mut self.state, before);
        self.assume(test, false);
        let otherwise = self.expression(otherwise);
        let after_otherwise = std::mem::take(&mut self.state);
        self.state = self.merge(vec![Arrival::through(after_then), Arrival::through(after_otherwise)]);
        let mut values = vec![then, otherwise];
        self.join(&mut values).unwrap_or(then)
    }

    pub(super) fn comparison(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        let operands = tree.children(node).filter(|&child| tree.node(child).field != Field::Operators);
        let operands: Vec<NodeId> = operands.collect();
        let values: Vec<ValueId> = operands.into_iter().map(|operand| self.expression(operand)).collect();
        let operators: Vec<String> = tree
            .children_in(node, Field::Operators)
            .map(|operator| tree.slice(operator).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let outcomes: Vec<Option<bool>> = operators
            .iter()
            .zip(values.windows(2))
            .map(|(operator, pair)| self.compared(pair[0], operator, pair[1]))
            .collect();
        if outcomes.contains(&Some(false)) {
            return self.constant(Constant::Bool(false), node);
        }
        if !outcomes.is_empty() && outcomes.iter().all(|outcome| *outcome == Some(true)) {
            return self.constant(Constant::Bool(true), node);
        }
        // Several at once hold where each does.
        let open = operators.iter().zip(values.windows(2)).zip(outcomes).filter(|(_, outcome)| outcome.is_none());
        let open: Vec<(&str, [ValueId; 2])> =
            open.map(|((operator, pair), _)| (operator.as_str(), [pair[0], pair[1]])).collect();
        let Some((&(operator, pair), others)) = open.split_first() else {
            return self.push(Op::derived(Derivation::Truth, values), node);
        };
        let mut value = self.compared_pair(operator, pair, node);
        for &(operator, pair) in others {
            let next = self.compared_pair(operator, pair, node);
            let both = self.push(Op::derived(Derivation::Truth, [value, next]), node);
            self.truths.insert(both, Truth::And(value, next));
            value = both;
        }
        value
    }

    /// `left operator right`, of which nobody knows how it comes out.
    fn compared_pair(&mut self, operator: &str, pair: [ValueId; 2], node: NodeId) -> ValueId {
        let (how, is_negated) = match operator {
            "==" | "is" => (Derivation::Equal, false),
            "!=" | "<>" | "is not" => (Derivation::Equal, true),
            "in" => (Derivation::Contains, false),
            "not in" => (Derivation::Contains, true),
            "<" => (Derivation::Less, false),
            "<=" => (Derivation::LessOrEqual, false),
            ">" => (Derivation::Greater, false),
            ">=" => (Derivation::GreaterOrEqual, false),
            _ => (Derivation::Truth, false),
        };
        let value = self.push(Op::derived(how, pair), node);
        if !is_negated {
            return value;
        }
        let not = self.push(Op::derived(Derivation::Truth, [value]), node);
        self.truths.insert(not, Truth::Not(value));
        not
    }

    /// How a comparison of two values certainly comes out.
    pub(super) fn compared(&self, left: ValueId, operator: &str, right: ValueId) -> Option<bool> {
        let x = self.constant_of(self.base(left))?;
        if let Some(y) = self.constant_of(self.base(right)) {
            return folding::compare(x, operator, y);
        }
        let contents = self.contents(right)?;
        let elements = contents.elements.as_deref()?;
        let all: Option<Vec<Constant<'t>>> = elements.iter().map(|&element| self.constant_of(element)).collect();
        let is_in = all?.into_iter().any(|element| folding::compare(x, "==", element) == Some(true));
        match operator {
            "in" => Some(is_in),
            "not in" => Some(!is_in),
            _ => None,
        }
    }
}
