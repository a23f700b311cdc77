//! Functions, classes and lambdas as values, and their heads: parameters, annotations, decorators, bases.

use crate::dataflow::body::BodyRun;
use crate::scope::bind::parameter_name;
use crate::segment::graph::{Act, Argument, ArgumentKind, BodyId, BodyKind, Op, Parameter, ParameterKind, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

impl<'t> BodyRun<'_, '_, 't> {
    /// A function or class is made, wrapped by its decorators, and bound.
    pub(super) fn define(&mut self, node: NodeId) {
        let tree = self.tree;
        let Some(body) = self.file.body_at(node) else { return };
        let n_known = self.type_parameters.len();
        self.see_type_parameters(node, body);
        let bases = tree.child(node, Field::Superclasses).map(|bases| self.argument_list(bases)).unwrap_or_default();
        let parameters = self.parameters(node);
        let returns = tree.child(node, Field::ReturnType).map(|returns| self.annotation(returns));
        self.type_parameters.truncate(n_known);
        let (decorators, decorator_nodes) = self.decorators(node);
        let is_class = tree.kind(node) == Kind::ClassDefinition;
        let mut value = self.push(if is_class { Op::Class(body) } else { Op::Function(body) }, node);
        self.place(node, value);
        for (&decorator, &at) in decorators.iter().zip(&decorator_nodes).rev() {
            let arguments = [Argument { kind: ArgumentKind::Positional, value }];
            value = self.push(Op::Call { callee: decorator, arguments: arguments.into() }, at);
        }
        self.file.is_reached[body.0 as usize] = true;
        self.defined.push(body);
        let head = &mut self.file.bodies[body.0 as usize];
        (head.bases, head.parameters, head.returns, head.decorators) = (bases, parameters, returns, decorators);
        if let Some(name) = tree.child(node, Field::Name) {
            self.bind(tree.node(node).scope, tree.name(name), node, value, None);
        }
    }

    fn see_type_parameters(&mut self, definition: NodeId, body: BodyId) {
        let names = self.file.bodies[body.0 as usize].type_parameters.clone();
        for name in names {
            let name = self.names.alloc_text(&name);
            self.type_parameters.push((body, name));
        }
        let Some(list) = self.tree.child(definition, Field::TypeParameters) else { return };
        for parameter in self.tree.children(list) {
            let inner = self.tree.bare(parameter);
            if self.tree.kind(inner) == Kind::ConstrainedType {
                let bound = self.tree.children(inner).nth(1);
                if let Some(bound) = bound {
                    self.annotation(bound);
                }
            }
        }
    }

    fn decorators(&mut self, definition: NodeId) -> (Vec<ValueId>, Vec<NodeId>) {
        let tree = self.tree;
        let around = tree.parent(definition);
        if tree.kind(around) != Kind::DecoratedDefinition {
            return (Vec::new(), Vec::new());
        }
        let decorators = tree.children(around).filter(|&child| tree.kind(child) == Kind::Decorator);
        let targets: Vec<NodeId> = decorators.filter_map(|decorator| tree.children(decorator).next()).collect();
        let values = targets.iter().map(|&target| self.value_of(target)).collect();
        (values, targets)
    }

    /// The parameters of a function or lambda; what of them is evaluated outside is evaluated here.
    fn parameters(&mut self, definition: NodeId) -> Vec<Parameter> {
        let tree = self.tree;
        let Some(list) = tree.child(definition, Field::Parameters) else { return Vec::new() };
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut kind = ParameterKind::Both;
        for node in tree.children(list) {
            match tree.kind(node) {
                Kind::PositionalSeparator => {
                    parameters.iter_mut().for_each(|before| before.kind = ParameterKind::PositionalOnly);
                }
                Kind::KeywordSeparator => kind = ParameterKind::KeywordOnly,
                _ => {
                    let own = self.parameter_kind(node, kind);
                    if own == ParameterKind::Rest {
                        kind = ParameterKind::KeywordOnly;
                    }
                    let name = parameter_name(tree, node).map_or("", |name| tree.name(name));
                    let annotation = tree.child(node, Field::Type).map(|annotation| self.annotation(annotation));
                    let default = tree.child(node, Field::Value).map(|default| self.value_of(default));
                    parameters.push(Parameter { name: name.into(), kind: own, annotation, default });
                }
            }
        }
        parameters
    }

    fn parameter_kind(&self, node: NodeId, plain: ParameterKind) -> ParameterKind {
        let pattern = match self.tree.kind(node) {
            Kind::TypedParameter => self.tree.children(node).next().unwrap_or(node),
            _ => node,
        };
        match self.tree.kind(pattern) {
            Kind::ListSplatPattern => ParameterKind::Rest,
            Kind::DictionarySplatPattern => ParameterKind::Keywords,
            _ => plain,
        }
    }

    /// At the beginning of a function or lambda its parameters have their values.
    pub(super) fn bind_parameters(&mut self, list: NodeId) {
        let tree = self.tree;
        let separators = [Kind::PositionalSeparator, Kind::KeywordSeparator];
        let nodes = tree.children(list).filter(|&node| !separators.contains(&tree.kind(node)));
        for (place, node) in (0..).zip(nodes) {
            let value = self.push(Op::Parameter(place), node);
            self.place(node, value);
            self.parameters.push(None);
            // What Python 2 takes apart has no name.
            if let Some(name) = parameter_name(tree, node) {
                self.place(name, value);
                self.bind(self.scope, tree.name(name), name, value, None);
                let variable = self.variable(self.scope, tree.name(name));
                self.parameters[place as usize] = Some(variable);
            }
        }
    }

    /// A lambda as a value.
    pub(super) fn lambda(&mut self, node: NodeId) -> ValueId {
        let Some(body) = self.file.body_at(node) else { return self.unknown(node) };
        let parameters = self.parameters(node);
        self.file.is_reached[body.0 as usize] = true;
        self.defined.push(body);
        self.file.bodies[body.0 as usize].parameters = parameters;
        self.push(Op::Function(body), node)
    }

    /// The body of a lambda.
    pub(super) fn lambda_body(&mut self, node: NodeId) {
        debug_assert_eq!(self.file.bodies[self.id.0 as usize].kind, BodyKind::Lambda);
        if let Some(list) = self.tree.child(node, Field::Parameters) {
            self.bind_parameters(list);
        }
        if let Some(body) = self.tree.child(node, Field::Body) {
            let value = self.expression(body);
            self.act(Act::Return(value), body);
            self.end(Some(value));
        }
    }
}
