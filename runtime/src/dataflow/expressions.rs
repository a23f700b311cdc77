//! From an expression to its value.

use crate::dataflow::MAX_NESTING;
use crate::dataflow::body::BodyRun;
use crate::dataflow::conditions::Truth;
use crate::dataflow::flow::Arrival;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Shape};
use crate::resolve::fold::{self, Constant, number};
use crate::segment::graph::{self, Act, Derivation, DisplayKind, Entry, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, is_expression};
use aud_rules_plan::TestOutcome;

impl<'t> BodyRun<'_, '_, 't> {
    /// The value of an expression.
    pub(super) fn expression(&mut self, node: NodeId) -> ValueId {
        let node = self.tree.bare(node);
        if self.nesting >= MAX_NESTING {
            self.is_capped = true;
            return self.unknown(node);
        }
        self.nesting += 1;
        let value = self.lower(node);
        self.nesting -= 1;
        self.place(node, value);
        value
    }

    fn lower(&mut self, node: NodeId) -> ValueId {
        match self.tree.kind(node) {
            Kind::Identifier => self.name(node),
            Kind::Attribute => self.attribute_expression(node),
            Kind::Subscript => self.subscript(node),
            Kind::Call => self.call(node),
            Kind::BinaryOperator => self.binary(node),
            Kind::BooleanOperator => self.boolean(node),
            Kind::ComparisonOperator => self.comparison(node),
            Kind::NotOperator => self.not(node),
            Kind::UnaryOperator => self.unary(node),
            Kind::ConditionalExpression => self.conditional(node),
            Kind::NamedExpression => self.walrus(node),
            Kind::Lambda => self.lambda(node),
            Kind::Await => self.awaited(node),
            Kind::Yield => self.yielded(node),
            Kind::List | Kind::ListPattern => self.display(node, DisplayKind::List),
            Kind::Tuple | Kind::ExpressionList | Kind::PatternList | Kind::TuplePattern => {
                self.display(node, DisplayKind::Tuple)
            }
            Kind::Set => self.display(node, DisplayKind::Set),
            Kind::Dictionary => self.dictionary(node),
            Kind::ListComprehension => self.comprehension(node, DisplayKind::List),
            Kind::SetComprehension => self.comprehension(node, DisplayKind::Set),
            Kind::DictionaryComprehension => self.comprehension(node, DisplayKind::Dict),
            Kind::GeneratorExpression => self.comprehension(node, DisplayKind::Generator),
            Kind::String | Kind::ConcatenatedString => self.string(node),
            Kind::Integer | Kind::Float | Kind::True | Kind::False | Kind::None => self.literal(node),
            Kind::Ellipsis => self.push(Op::Constant(graph::Constant::Ellipsis), node),
            Kind::Slice => self.slice(node),
            Kind::GenericType | Kind::MemberType | Kind::UnionType => self.type_expression(node),
            _ => self.parts(node),
        }
    }

    /// What has a value that nothing is known of; its parts are evaluated.
    fn parts(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        for child in tree.children(node) {
            if is_expression(tree.kind(tree.bare(child))) {
                self.expression(child);
            }
        }
        self.unknown(node)
    }

    fn literal(&mut self, node: NodeId) -> ValueId {
        match fold::literal(self.names, node) {
            Some(constant) => self.constant(constant, node),
            // A number that is too large, or imaginary.
            None => self.push(Op::Constant(graph::Constant::Float), node),
        }
    }

    /// The value of a part of an expression; unknown when the tree has none.
    pub(super) fn part(&mut self, node: NodeId, field: Field) -> ValueId {
        match self.tree.child(node, field) {
            Some(part) => self.expression(part),
            None => self.unknown(node),
        }
    }

    fn attribute_expression(&mut self, node: NodeId) -> ValueId {
        let object = self.part(node, Field::Object);
        let Some(member) = self.tree.child(node, Field::Attribute) else { return self.unknown(node) };
        self.attribute(object, self.tree.name(member), node)
    }

    /// An attribute of a value.
    pub(super) fn attribute(&mut self, object: ValueId, name: &'t str, node: NodeId) -> ValueId {
        if let Some(known) = self.contents(object).and_then(|contents| contents.attribute(name)) {
            return known;
        }
        if let Some(path) = self.member_of_module(object, name) {
            return self.push(Op::Named(path), node);
        }
        self.push(Op::Attribute { object, name: name.into() }, node)
    }

    /// What a module has under a name.
    fn member_of_module(&self, object: ValueId, name: &'t str) -> Option<OwnedPath> {
        let Op::Named(path) = self.op(object) else { return None };
        match path {
            OwnedPath::Project { module, rest } if rest.is_empty() => {
                Some(OwnedPath::Project { module: *module, rest: name.into() })
            }
            OwnedPath::Outside(module) if self.file.is_module(module) => {
                let dotted = self.names.alloc_text(&format!("{module}.{name}"));
                Some(match self.file.is_module(dotted) {
                    true => self.names.module_path(dotted).into(),
                    false => OwnedPath::Outside(dotted.into()),
                })
            }
            _ => None,
        }
    }

    fn subscript(&mut self, node: NodeId) -> ValueId {
        let object = self.part(node, Field::Value);
        let tree = self.tree;
        let mut keys = tree.children_in(node, Field::Subscript);
        let (first, is_only) = (keys.next(), keys.next().is_none());
        if let Some(slice) = first.filter(|&first| is_only && tree.kind(first) == Kind::Slice) {
            return self.sliced(object, slice, node);
        }
        let key = self.subscript_key(node);
        self.item(object, key, node)
    }

    /// The key of a subscript; several are a tuple.
    pub(super) fn subscript_key(&mut self, node: NodeId) -> ValueId {
        let keys: Vec<NodeId> = self.tree.children_in(node, Field::Subscript).collect();
        match keys.as_slice() {
            [only] => self.expression(*only),
            [] => self.unknown(node),
            several => {
                let entries: Vec<Entry> = several.iter().map(|&key| self.entry(key)).collect();
                self.push_display(DisplayKind::Tuple, entries, node)
            }
        }
    }

    /// What a value has under a key.
    pub(super) fn item(&mut self, object: ValueId, key: ValueId, node: NodeId) -> ValueId {
        if let (Some(constant), Some(at)) = (self.constant_of(object), self.constant_of(key))
            && let Some(folded) = folding::item(self.names, constant, at)
        {
            return self.constant(folded, node);
        }
        if let Some(known) = self.held_at(object, key) {
            return known;
        }
        if let (Op::Call { callee, .. }, Some(Constant::Text(name))) = (self.op(object), self.constant_of(key))
            && self.is_named(*callee, "builtins.globals")
        {
            let path = self.own_path(name);
            return self.push(Op::Named(path), node);
        }
        if let (Shape::Config, Some(Constant::Text(section))) = (self.shape(object), self.constant_of(key)) {
            return self.section(object, section, key, node);
        }
        self.push(Op::Item { object, key }, node)
    }

    /// A section of a configuration: what it holds is read from there.
    fn section(&mut self, object: ValueId, section: &'t str, key: ValueId, node: NodeId) -> ValueId {
        use crate::dataflow::objects::Key;
        let held = self.contents(object).map(|contents| {
            let options = contents.entries.iter().filter_map(|&(key, value)| match key {
                Key::Option(of, option) if of == section => Some((Key::Text(option), value)),
                _ => None,
            });
            options.collect::<Vec<_>>()
        });
        let value = self.push(Op::Item { object, key }, node);
        if let (Some(entries), Some(at)) = (held, self.follow(value, Shape::Other)) {
            self.set_contents(at, Contents { entries, ..Contents::default() });
        }
        value
    }

    /// Start, stop and step of a slice, each a constant or not there; none when one is not constant.
    pub(super) fn slice_bounds(&mut self, slice: NodeId) -> Option<[Option<i64>; 3]> {
        let tree = self.tree;
        let mut bounds = [None; 3];
        let mut is_constant = true;
        let mut at = tree.node(slice).start as usize;
        let mut place = 0;
        for part in tree.children(slice) {
            let before = tree.source.get(at..tree.node(part).start as usize).unwrap_or("");
            place += before.matches(':').count();
            at = tree.node(part).end as usize;
            let value = self.expression(part);
            match (self.constant_of(value), bounds.get_mut(place)) {
                (Some(Constant::Int(int)), Some(bound)) => *bound = Some(int),
                (Some(Constant::None), Some(_)) => {}
                _ => is_constant = false,
            }
        }
        is_constant.then_some(bounds)
    }

    /// A slice that stands in a tuple of subscripts.
    fn slice(&mut self, node: NodeId) -> ValueId {
        self.slice_bounds(node);
        self.unknown(node)
    }

    fn sliced(&mut self, object: ValueId, slice: NodeId, node: NodeId) -> ValueId {
        let bounds = self.slice_bounds(slice);
        if let (Some(constant), Some(bounds)) = (self.constant_of(object), bounds)
            && let Some(folded) = folding::slice(self.names, constant, bounds)
        {
            return self.constant(folded, node);
        }
        let elements = self.contents(object).and_then(|contents| contents.elements.clone());
        let part = bounds.zip(elements).and_then(|(bounds, elements)| folding::sliced(&elements, bounds));
        match (part, self.shape(object)) {
            (Some(part), shape @ (Shape::List | Shape::Tuple)) => self.sequence_of(part, shape, node),
            _ => self.push(Op::derived(Derivation::Slice, [object]), node),
        }
    }

    /// A new sequence of known elements.
    fn sequence_of(&mut self, elements: Vec<ValueId>, shape: Shape, node: NodeId) -> ValueId {
        let kind = if shape == Shape::List { DisplayKind::List } else { DisplayKind::Tuple };
        let entries = elements.iter().map(|&value| Entry { key: None, value, is_spread: false }).collect();
        let value = self.push(Op::Display { kind, entries }, node);
        if let Some(at) = self.follow(value, shape) {
            self.set_contents(at, Contents::sequence(elements));
        }
        value
    }

    /// Operators from the left: a chain of them nests in the left operand, and is followed without recursion.
    fn binary(&mut self, node: NodeId) -> ValueId {
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

    fn unary(&mut self, node: NodeId) -> ValueId {
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

    fn not(&mut self, node: NodeId) -> ValueId {
        let value = self.part(node, Field::Argument);
        if let Some(truth) = self.truth(value) {
            return self.constant(Constant::Bool(!truth), node);
        }
        let not = self.push(Op::derived(Derivation::Truth, [value]), node);
        self.truths.insert(not, Truth::Not(value));
        not
    }

    /// `and`, `or`: what is on the right runs where the left is true, or false.
    fn boolean(&mut self, node: NodeId) -> ValueId {
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

    fn conditional(&mut self, node: NodeId) -> ValueId {
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

    fn comparison(&mut self, node: NodeId) -> ValueId {
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

    fn walrus(&mut self, node: NodeId) -> ValueId {
        let value = self.part(node, Field::Value);
        if let Some(name) = self.tree.child(node, Field::Name) {
            self.place(name, value);
            self.bind(self.scope, self.tree.name(name), name, value, None);
        }
        value
    }

    fn awaited(&mut self, node: NodeId) -> ValueId {
        let of = match self.tree.children(node).next() {
            Some(of) => self.expression(of),
            None => self.unknown(node),
        };
        self.push(Op::Awaited(of), node)
    }

    fn yielded(&mut self, node: NodeId) -> ValueId {
        let tree = self.tree;
        let is_delegated = tree.children(node).any(|c| tree.kind(c) == Kind::Token && tree.slice(c) == "from");
        let operand = tree.children(node).find(|&child| tree.kind(child) != Kind::Token);
        let value = operand.map(|operand| self.expression(operand));
        match value {
            Some(value) if is_delegated => {
                self.act(Act::Delegate(value), node);
                self.push(Op::Delegated(value), node)
            }
            value => {
                if let Some(value) = value {
                    self.act(Act::Yield(value), node);
                }
                self.push(Op::Sent, node)
            }
        }
    }
}
