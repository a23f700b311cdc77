//! From an expression to its value.

use crate::dataflow::MAX_NESTING;
use crate::dataflow::body::BodyRun;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Shape};
use crate::resolve::fold::{self, Constant};
use crate::segment::graph::{self, Act, Derivation, DisplayKind, Entry, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, is_expression};

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
    pub(super) fn parts(&mut self, node: NodeId) -> ValueId {
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
