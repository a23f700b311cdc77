//! Assignments: a value to names, attributes, items, and several targets at once.

use crate::dataflow::body::BodyRun;
use crate::dataflow::folding;
use crate::dataflow::objects::{Contents, Shape};
use crate::segment::graph::{Act, Argument, ArgumentKind, DisplayKind, Entry, Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

impl<'t> BodyRun<'_, '_, 't> {
    /// An assignment statement: `a = b = value`, `a: T = value`, `a: T`.
    pub(super) fn assignment(&mut self, node: NodeId) {
        let tree = self.tree;
        let mut targets = Vec::new();
        let mut at = node;
        let value = loop {
            targets.push((tree.child(at, Field::Left), tree.child(at, Field::Type)));
            match tree.child(at, Field::Right) {
                Some(right) if tree.kind(right) == Kind::Assignment => at = right,
                Some(right) if tree.kind(right) == Kind::AugmentedAssignment => break None,
                right => break right,
            }
        };
        let value = value.map(|value| self.expression(value));
        for (target, annotation) in targets {
            let Some(target) = target else { continue };
            let annotation = annotation.map(|annotation| self.annotation(annotation));
            match value {
                Some(value) => self.assign_annotated(target, value, annotation),
                None => self.declare(target, annotation, node),
            }
        }
    }

    /// `a: T` without a value.
    fn declare(&mut self, target: NodeId, annotation: Option<ValueId>, node: NodeId) {
        let Some(annotation) = annotation else { return };
        let tree = self.tree;
        let target = tree.bare(target);
        match tree.kind(target) {
            Kind::Identifier => {
                self.act(Act::Declare { object: None, name: tree.name(target).into(), annotation }, node);
            }
            Kind::Attribute => {
                let object = self.part(target, Field::Object);
                if let Some(member) = tree.child(target, Field::Attribute) {
                    let name = tree.name(member).into();
                    self.act(Act::Declare { object: Some(object), name, annotation }, node);
                }
            }
            _ => {}
        }
    }

    /// A target gets a value.
    pub(super) fn assign(&mut self, target: NodeId, value: ValueId) {
        self.assign_annotated(target, value, None);
    }

    fn assign_annotated(&mut self, target: NodeId, value: ValueId, annotation: Option<ValueId>) {
        let tree = self.tree;
        let target = tree.bare(target);
        match tree.kind(target) {
            Kind::Identifier => {
                self.place(target, value);
                self.bind(tree.node(target).scope, tree.name(target), target, value, annotation);
            }
            Kind::Attribute => {
                let object = self.part(target, Field::Object);
                self.place(target, value);
                let Some(member) = tree.child(target, Field::Attribute) else { return };
                self.store_attribute(object, tree.name(member), value, target);
                if let Some(annotation) = annotation {
                    let name = tree.name(member).into();
                    self.act(Act::Declare { object: Some(object), name, annotation }, target);
                }
            }
            Kind::Subscript => {
                let object = self.part(target, Field::Value);
                let is_slice = tree.child(target, Field::Subscript).is_some_and(|key| tree.kind(key) == Kind::Slice);
                let key = match is_slice {
                    // All elements of the value become elements.
                    true => self.unknown(target),
                    false => self.subscript_key(target),
                };
                self.place(target, value);
                let value = if is_slice { self.element(value, false, target) } else { value };
                self.store_item(object, key, value, target);
            }
            Kind::ListSplat | Kind::ListSplatPattern => {
                if let Some(inner) = tree.children(target).next() {
                    self.assign(inner, value);
                }
            }
            Kind::PatternList
            | Kind::TuplePattern
            | Kind::ListPattern
            | Kind::ExpressionList
            | Kind::Tuple
            | Kind::List => self.unpack(target, value),
            Kind::Other => {
                if let Some(inner) = tree.children(target).next() {
                    self.assign(inner, value);
                }
            }
            // Damaged code: whatever it is, it is evaluated.
            _ => {
                self.expression(target);
            }
        }
    }

    /// Several targets get the parts of a value.
    fn unpack(&mut self, target: NodeId, value: ValueId) {
        let targets: Vec<NodeId> = self.tree.children(target).collect();
        let is_star = |&node: &NodeId| matches!(self.tree.kind(node), Kind::ListSplatPattern | Kind::ListSplat);
        let star = targets.iter().position(is_star);
        let parts = self.unpacked(value, targets.len(), star, &targets);
        for (target, part) in targets.into_iter().zip(parts) {
            self.assign(target, part);
        }
    }

    /// The parts of a value that is taken apart, one for each of `nodes`; the one at `star` takes what is left.
    pub(super) fn unpacked(
        &mut self,
        value: ValueId,
        n_parts: usize,
        star: Option<usize>,
        nodes: &[NodeId],
    ) -> Vec<ValueId> {
        let known = self.contents(value).and_then(|contents| contents.elements.clone());
        let fits = |elements: &Vec<ValueId>| match star {
            Some(_) => elements.len() + 1 >= n_parts,
            None => elements.len() == n_parts,
        };
        let known = known.filter(|elements| fits(elements) && self.shape(value) != Shape::Set);
        let mut parts = Vec::with_capacity(n_parts);
        for (at, &node) in nodes.iter().enumerate().take(n_parts) {
            let is_rest = star == Some(at);
            let is_behind = star.is_some_and(|star| at > star);
            let part = match &known {
                Some(elements) if is_rest => {
                    let rest = elements[at..elements.len() + 1 + at - n_parts].to_vec();
                    self.rest(rest, node)
                }
                Some(elements) if is_behind => elements[elements.len() + at - n_parts],
                Some(elements) => elements[at],
                None => {
                    let index = if is_behind { at as i32 - n_parts as i32 } else { at as i32 };
                    self.push(Op::Unpacked { of: value, index, is_rest }, node)
                }
            };
            parts.push(part);
        }
        parts
    }

    fn rest(&mut self, elements: Vec<ValueId>, node: NodeId) -> ValueId {
        let entries = elements.iter().map(|&value| Entry { key: None, value, is_spread: false }).collect();
        let value = self.push(Op::Display { kind: DisplayKind::List, entries }, node);
        if let Some(at) = self.follow(value, Shape::List) {
            self.set_contents(at, Contents::sequence(elements));
        }
        value
    }

    /// `target operator= value`.
    pub(super) fn augmented(&mut self, node: NodeId) {
        let tree = self.tree;
        let (Some(target), Some(right)) = (tree.child(node, Field::Left), tree.child(node, Field::Right)) else {
            return;
        };
        let operator = tree.child(node, Field::Operator).map_or("", |operator| tree.slice(operator));
        let operator = operator.trim_end_matches('=');
        let target = tree.bare(target);
        match tree.kind(target) {
            Kind::Attribute => {
                let object = self.part(target, Field::Object);
                let Some(member) = tree.child(target, Field::Attribute) else { return };
                let old = self.attribute(object, tree.name(member), target);
                let new = self.augmented_value(old, operator, right, node);
                self.place(target, new);
                self.store_attribute(object, tree.name(member), new, node);
            }
            Kind::Subscript => {
                let object = self.part(target, Field::Value);
                let key = self.subscript_key(target);
                let old = self.item(object, key, target);
                let new = self.augmented_value(old, operator, right, node);
                self.place(target, new);
                self.store_item(object, key, new, node);
            }
            _ => {
                let old = self.expression(target);
                let new = self.augmented_value(old, operator, right, node);
                self.assign(target, new);
            }
        }
    }

    fn augmented_value(&mut self, old: ValueId, operator: &str, right: NodeId, node: NodeId) -> ValueId {
        let new = match operator {
            "%" => self.modulo(old, right, node),
            _ => {
                let right = self.expression(right);
                if operator == "+" && self.extended(old, right) {
                    return self.in_place(old, right, node);
                }
                self.operation(old, operator, right, node)
            }
        };
        if let Op::Derived { is_in_place, .. } = &mut self.values[new.0 as usize].op
            && new != old
        {
            *is_in_place = true;
        }
        new
    }

    /// A list grows by what is added to it in place: whoever has it sees that.
    fn extended(&mut self, list: ValueId, by: ValueId) -> bool {
        let Some(at) = self.object(list).filter(|_| self.shape(list) == Shape::List) else { return false };
        let more = self.contents(by).and_then(|contents| contents.elements.clone());
        let contents = self.state.contents_mut(at);
        contents.elements = contents.elements.take().zip(more).map(|(own, more)| [own, more].concat());
        true
    }

    fn in_place(&mut self, list: ValueId, by: ValueId, node: NodeId) -> ValueId {
        let callee = self.push(Op::Attribute { object: list, name: "extend".into() }, node);
        let arguments = [Argument { kind: ArgumentKind::Positional, value: by }].into();
        self.push(Op::Call { callee, arguments }, node);
        list
    }

    /// `del object[start:stop]`.
    fn delete_slice(&mut self, object: ValueId, slice: NodeId) {
        let bounds = self.slice_bounds(slice);
        let Some(at) = self.object(object) else { return self.escape(object) };
        let elements = self.contents(object).and_then(|contents| contents.elements.clone());
        let left = bounds.zip(elements).and_then(|(bounds, elements)| folding::without(&elements, bounds));
        let contents = self.state.contents_mut(at);
        match left {
            Some(left) => contents.elements = Some(left),
            None => contents.forget_held(),
        }
    }

    /// `del target`.
    pub(super) fn delete(&mut self, target: NodeId) {
        let tree = self.tree;
        let target = tree.bare(target);
        match tree.kind(target) {
            Kind::Identifier => self.unbind(tree.node(target).scope, tree.name(target)),
            Kind::Attribute => {
                let object = self.part(target, Field::Object);
                if let Some(member) = tree.child(target, Field::Attribute) {
                    self.forget_attribute(object, tree.name(member));
                    if let Some(at) = self.object(object) {
                        self.state.contents_mut(at).attributes.retain(|(name, _)| *name != tree.name(member));
                    }
                }
            }
            Kind::Subscript => {
                let object = self.part(target, Field::Value);
                match tree.child(target, Field::Subscript).filter(|&key| tree.kind(key) == Kind::Slice) {
                    Some(slice) => self.delete_slice(object, slice),
                    None => {
                        let key = self.subscript_key(target);
                        self.delete_item(object, key);
                    }
                }
            }
            _ => {
                for child in tree.children(target) {
                    self.delete(child);
                }
            }
        }
    }
}
