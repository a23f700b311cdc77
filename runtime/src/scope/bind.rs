//! From a completed syntax node to the bindings that it makes.
//!
//! The walk calls [`record`] for every node on the way up. Only kinds that bind names do anything.

use crate::scope::{Binding, Bound, ImportFrom, Scope, ScopeId, ScopeKind, Scopes};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

/// Records what `node` binds; its subtree is complete. `is_conditional`: it runs conditionally in its scope.
pub(crate) fn record<'t>(tree: &Tree<'t>, scopes: &mut Scopes<'t>, node: NodeId, is_conditional: bool) {
    let mut recorder = Recorder { tree, scopes, is_conditional };
    match tree.kind(node) {
        Kind::Assignment => recorder.assignment(node),
        Kind::AugmentedAssignment | Kind::ForStatement | Kind::ForInClause => recorder.targets_of(node, Field::Left),
        Kind::NamedExpression => recorder.walrus(node),
        Kind::AsPattern => recorder.alias(node),
        Kind::ExceptClause => recorder.targets_of(node, Field::Alias),
        Kind::ImportStatement => recorder.import(node),
        Kind::ImportFromStatement => recorder.import_from(node),
        Kind::FunctionDefinition => recorder.definition(node, Bound::Function(node)),
        Kind::ClassDefinition => recorder.definition(node, Bound::Class(node)),
        Kind::Parameters | Kind::LambdaParameters => recorder.parameters(node),
        Kind::TypeParameter => recorder.type_parameter(node),
        Kind::TypeAliasStatement => recorder.targets_of(node, Field::Left),
        Kind::GlobalStatement => recorder.declare(node, |scope| &mut scope.globals),
        Kind::NonlocalStatement => recorder.declare(node, |scope| &mut scope.nonlocals),
        Kind::CasePattern | Kind::KeywordPattern => recorder.capture(node),
        Kind::SplatPattern => recorder.targets(node),
        _ => {}
    }
}

struct Recorder<'r, 't> {
    tree: &'r Tree<'t>,
    scopes: &'r mut Scopes<'t>,
    is_conditional: bool,
}

type Names<'t> = rustc_hash::FxHashSet<&'t str>;

impl<'t> Recorder<'_, 't> {
    fn bind(&mut self, scope: ScopeId, name: &'t str, node: NodeId, bound: Bound<'t>, annotation: Option<NodeId>) {
        let binding = Binding { bound, node, annotation, is_conditional: self.is_conditional };
        self.scopes.bind(scope, name, binding);
    }

    fn scope(&self, node: NodeId) -> ScopeId {
        self.tree.node(node).scope
    }

    fn assignment(&mut self, node: NodeId) {
        let annotation = self.tree.child(node, Field::Type).map(|ty| self.tree.bare(ty));
        let bound = match self.assigned_value(node) {
            Some(value) => Bound::Value(value),
            None => Bound::Declared,
        };
        let Some(left) = self.tree.child(node, Field::Left) else { return };
        match self.tree.kind(left) {
            Kind::Identifier => self.bind(self.scope(node), self.tree.name(left), left, bound, annotation),
            Kind::Attribute => self.instance_attribute(left, bound, annotation),
            _ => self.targets(left),
        }
    }

    /// The last right-hand side of a chain of assignments.
    fn assigned_value(&self, assignment: NodeId) -> Option<NodeId> {
        let mut value = self.tree.child(assignment, Field::Right)?;
        while self.tree.kind(value) == Kind::Assignment {
            value = self.tree.child(value, Field::Right)?;
        }
        Some(self.tree.bare(value))
    }

    /// `self.name = value` in a method binds an attribute of the instances of its class.
    fn instance_attribute(&mut self, target: NodeId, bound: Bound<'t>, annotation: Option<NodeId>) {
        let (Some(object), Some(member)) =
            (self.tree.child(target, Field::Object), self.tree.child(target, Field::Attribute))
        else {
            return;
        };
        let method = self.scopes.function_around(self.scope(target));
        let class = self.scopes.get(method).parent;
        if self.tree.kind(object) != Kind::Identifier || self.scopes.get(class).kind != ScopeKind::Class {
            return;
        }
        if self.is_receiver(method, self.tree.name(object)) {
            let binding = Binding { bound, node: target, annotation, is_conditional: self.is_conditional };
            self.scopes.bind_attribute(class, self.tree.name(member), binding);
        }
    }

    /// The name is the first parameter of a function. The function's own node is not complete while its body is walked,
    /// but its parameters are.
    fn is_receiver(&self, function: ScopeId, name: &str) -> bool {
        let first = self.scopes.bindings_of(function, name).first().map(|&id| self.scopes.binding(id).bound);
        match first {
            Some(Bound::Parameter(parameter)) => {
                self.tree.children(self.tree.parent(parameter)).next() == Some(parameter)
            }
            _ => false,
        }
    }

    fn walrus(&mut self, node: NodeId) {
        let (Some(name), Some(value)) = (self.tree.child(node, Field::Name), self.tree.child(node, Field::Value))
        else {
            return;
        };
        let scope = self.scopes.boundary(self.scope(node));
        self.bind(scope, self.tree.name(name), name, Bound::Value(self.tree.bare(value)), None);
    }

    fn targets_of(&mut self, node: NodeId, field: Field) {
        if let Some(target) = self.tree.child(node, field) {
            self.targets(target);
        }
    }

    /// `with x as target`, `except x as target` and `case x as target`; the last has no field for it.
    fn alias(&mut self, node: NodeId) {
        let target = self.tree.child(node, Field::Alias).or_else(|| self.tree.child_of_kind(node, Kind::Identifier));
        if let Some(target) = target {
            self.targets(target);
        }
    }

    /// Binds every name among nested targets. The depth of the tree is limited, and so is this recursion.
    fn targets(&mut self, target: NodeId) {
        match self.tree.kind(target) {
            Kind::Identifier => self.bind(self.scope(target), self.tree.name(target), target, Bound::Other, None),
            Kind::Attribute | Kind::Subscript | Kind::Call => {}
            _ => {
                let children: Vec<NodeId> = self.tree.children(target).collect();
                for child in children {
                    self.targets(child);
                }
            }
        }
    }

    fn import(&mut self, node: NodeId) {
        let names: Vec<NodeId> = self.tree.children_in(node, Field::Name).collect();
        for name in names {
            match (self.tree.child(name, Field::Name), self.tree.child(name, Field::Alias)) {
                (Some(module), Some(alias)) => {
                    let bound = Bound::Module(self.tree.name(module));
                    self.bind(self.scope(node), self.tree.name(alias), name, bound, None);
                }
                _ => {
                    let module = self.tree.name(name);
                    let root = module.split('.').next().unwrap_or(module);
                    self.bind(self.scope(node), root, name, Bound::Module(root), None);
                }
            }
        }
    }

    fn import_from(&mut self, node: NodeId) {
        let Some(from) = import_source(self.tree, node) else { return };
        let scope = self.scope(node);
        if self.tree.child_of_kind(node, Kind::WildcardImport).is_some() {
            self.scopes.get_mut(scope).stars.push(from);
        }
        let names: Vec<NodeId> = self.tree.children_in(node, Field::Name).collect();
        for name in names {
            let (imported, local) = match (self.tree.child(name, Field::Name), self.tree.child(name, Field::Alias)) {
                (Some(imported), Some(alias)) => (self.tree.name(imported), self.tree.name(alias)),
                _ => (self.tree.name(name), self.tree.name(name)),
            };
            self.bind(scope, local, name, Bound::From(from, imported), None);
        }
    }

    fn definition(&mut self, node: NodeId, bound: Bound<'t>) {
        if let Some(name) = self.tree.child(node, Field::Name) {
            self.bind(self.scope(node), self.tree.name(name), node, bound, None);
        }
    }

    fn parameters(&mut self, node: NodeId) {
        let Some(scope) = self.scopes.opened_by(self.tree.parent(node)) else { return };
        let parameters: Vec<NodeId> = self.tree.children(node).collect();
        self.is_conditional = false;
        for parameter in parameters {
            let annotation = self.tree.child(parameter, Field::Type).map(|ty| self.tree.bare(ty));
            if let Some(name) = parameter_name(self.tree, parameter) {
                let is_star = self.tree.kind(self.tree.parent(name)) != self.tree.kind(node)
                    && matches!(
                        self.tree.kind(self.tree.parent(name)),
                        Kind::ListSplatPattern | Kind::DictionarySplatPattern
                    );
                let annotation = annotation.filter(|_| !is_star);
                self.bind(scope, self.tree.name(name), name, Bound::Parameter(parameter), annotation);
            }
        }
    }

    fn type_parameter(&mut self, node: NodeId) {
        let Some(scope) = self.scopes.opened_by(self.tree.parent(node)) else { return };
        for ty in self.tree.children(node) {
            let name = self.tree.bare(ty);
            if self.tree.kind(name) == Kind::Identifier {
                let binding = Binding { bound: Bound::Other, node: name, annotation: None, is_conditional: false };
                self.scopes.bind(scope, self.tree.name(name), binding);
            }
        }
    }

    fn declare(&mut self, node: NodeId, names: for<'s> fn(&'s mut Scope<'t>) -> &'s mut Names<'t>) {
        let scope = self.scopes.boundary(self.scope(node));
        for name in self.tree.children(node) {
            let name = self.tree.name(name);
            names(self.scopes.get_mut(scope)).insert(name);
        }
    }

    /// `case name:` captures the subject.
    fn capture(&mut self, node: NodeId) {
        for child in self.tree.children(node) {
            let text = self.tree.name(child);
            if self.tree.kind(child) == Kind::DottedName && !text.contains('.') && text != "_" {
                self.bind(self.scope(node), text, child, Bound::Other, None);
            }
        }
    }
}

/// The identifier that a parameter binds; none for the bare `*` and `/`.
pub(crate) fn parameter_name(tree: &Tree<'_>, parameter: NodeId) -> Option<NodeId> {
    match tree.kind(parameter) {
        Kind::Identifier => Some(parameter),
        Kind::DefaultParameter | Kind::TypedDefaultParameter => tree.child(parameter, Field::Name),
        Kind::TypedParameter | Kind::ListSplatPattern | Kind::DictionarySplatPattern => {
            tree.children(parameter).next().and_then(|inner| parameter_name(tree, inner))
        }
        _ => None,
    }
}

/// The module part of `from ... import`, dots counted.
pub(crate) fn import_source<'t>(tree: &Tree<'t>, import: NodeId) -> Option<ImportFrom<'t>> {
    let source = tree.child(import, Field::ModuleName)?;
    if tree.kind(source) != Kind::RelativeImport {
        return Some(ImportFrom { level: 0, module: tree.name(source) });
    }
    let dots = tree.child_of_kind(source, Kind::ImportPrefix).map_or("", |prefix| tree.slice(prefix));
    let module = tree.child_of_kind(source, Kind::DottedName).map_or("", |name| tree.name(name));
    Some(ImportFrom { level: dots.matches('.').count() as u32, module })
}
