//! From a name, where it is read or bound, to its value: a variable of this body, or what it stands for elsewhere.

use crate::dataflow::body::BodyRun;
use crate::resolve::{Path, Resolution};
use crate::scope::{Bound, ScopeId, ScopeKind};
use crate::segment::graph::{Act, BodyId, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::NodeId;

impl OwnedPath {
    /// Its last name; of a whole module of the project nothing.
    pub(super) fn last_segment(&self) -> &str {
        let (OwnedPath::Outside(text) | OwnedPath::Project { rest: text, .. }) = self;
        text.rsplit('.').next().unwrap_or(text)
    }
}

impl<'t> BodyRun<'_, '_, 't> {
    /// The value of an identifier.
    pub(super) fn name(&mut self, node: NodeId) -> ValueId {
        self.read(self.tree.node(node).scope, self.tree.name(node), node)
    }

    /// The value of a name as seen from a scope.
    pub(super) fn read(&mut self, scope: ScopeId, name: &'t str, node: NodeId) -> ValueId {
        if let Some(&(body, _)) = self.type_parameters.iter().rev().find(|&&(_, known)| known == name) {
            return self.push(Op::Captured { body, name: name.into() }, node);
        }
        let home = self.scopes.lookup(scope, name);
        if let Some(body) = self.body_with_type_parameter(name)
            && !home.is_some_and(|home| self.is_bound(home, name))
        {
            return self.push(Op::Captured { body, name: name.into() }, node);
        }
        let Some(home) = home else { return self.unbound(name, node) };
        if !self.is_variable(home, name) {
            return self.outside(home, name, node);
        }
        // A variable that other bodies bind as well has what any of them gave it.
        if self.file.is_bound_elsewhere(home, name) && self.scopes.boundary(home) == self.scope {
            return self.outside(home, name, node);
        }
        let variable = self.variable(home, name);
        match self.state.variable(variable) {
            Some(value) => value,
            None => self.not_bound_yet(home, name, node),
        }
    }

    /// The name of that scope is a variable while this body runs.
    fn is_variable(&self, home: ScopeId, name: &str) -> bool {
        if self.scopes.boundary(home) == self.scope {
            return true;
        }
        let scope = self.scopes.get(self.scope);
        (home == ScopeId::MODULE && scope.globals.contains(name)) || scope.nonlocals.contains(name)
    }

    /// The number of a variable.
    pub(super) fn variable(&mut self, home: ScopeId, name: &'t str) -> u32 {
        let next = self.variables.len() as u32;
        *self.variables.entry((home, name)).or_insert(next)
    }

    /// A variable that nothing has bound so far.
    fn not_bound_yet(&mut self, home: ScopeId, name: &'t str, node: NodeId) -> ValueId {
        if self.scopes.boundary(home) != self.scope {
            return self.outside(home, name, node);
        }
        match self.scopes.get(home).kind {
            ScopeKind::Class => {
                // The class runs from top to bottom: until it binds a name, that is the one from outside.
                let mut outer = self.scopes.get(home).parent;
                while self.scopes.get(outer).kind == ScopeKind::Class {
                    outer = self.scopes.get(outer).parent;
                }
                self.read(outer, name, node)
            }
            ScopeKind::Module if aud_rules_plan::builtins::is_builtin(name) => self.builtin(name, node),
            ScopeKind::Module => self.outside(home, name, node),
            _ => self.unknown(node),
        }
    }

    /// The name is a variable of this body, and has a value.
    fn is_bound(&self, home: ScopeId, name: &'t str) -> bool {
        let variable = self.variables.get(&(home, name));
        variable.is_some_and(|&variable| self.state.variable(variable).is_some())
    }

    /// The body around, or this one, that has a type parameter of the name.
    fn body_with_type_parameter(&self, name: &str) -> Option<BodyId> {
        if !self.file.has_type_parameters {
            return None;
        }
        let mut at = self.id;
        loop {
            let body = &self.file.bodies[at.0 as usize];
            if body.type_parameters.iter().any(|known| &**known == name) {
                return Some(at);
            }
            if at == BodyId::MODULE {
                return None;
            }
            at = body.parent;
        }
    }

    fn builtin(&mut self, name: &'t str, node: NodeId) -> ValueId {
        self.once(None, name, |body| body.push(Op::Named(OwnedPath::Outside(format!("builtins.{name}").into())), node))
    }

    /// What does not depend on the place in the body is one value of it.
    fn once(&mut self, home: Option<ScopeId>, name: &'t str, make: impl FnOnce(&mut Self) -> ValueId) -> ValueId {
        if let Some(&known) = self.outside.get(&(home, name)) {
            return known;
        }
        let value = make(self);
        self.outside.insert((home, name), value);
        value
    }

    /// A name that another body binds.
    fn outside(&mut self, home: ScopeId, name: &'t str, node: NodeId) -> ValueId {
        self.once(Some(home), name, |body| body.make_outside(home, name, node))
    }

    fn make_outside(&mut self, home: ScopeId, name: &'t str, node: NodeId) -> ValueId {
        match self.file.sole_binding(home, name) {
            Some(Bound::Function(definition)) => {
                if let Some(body) = self.file.body_at(definition) {
                    return self.push(Op::Function(body), node);
                }
            }
            Some(Bound::Class(definition)) => {
                if let Some(body) = self.file.body_at(definition) {
                    return self.push(Op::Class(body), node);
                }
            }
            Some(_) => {
                let resolution = self.names.resolve_bound(home, name);
                return self.resolved(resolution, node);
            }
            None => {}
        }
        let op = match home {
            ScopeId::MODULE => Op::Named(self.own_path(name)),
            _ => Op::Captured { body: self.file.body_of(home), name: name.into() },
        };
        self.push(op, node)
    }

    /// A name of this module.
    pub(super) fn own_path(&self, name: &str) -> OwnedPath {
        OwnedPath::Project { module: self.names.file.module, rest: name.into() }
    }

    /// A name that no scope of the file binds.
    fn unbound(&mut self, name: &'t str, node: NodeId) -> ValueId {
        self.once(None, name, |body| {
            let resolution = body.names.resolve_text(ScopeId::MODULE, name);
            body.resolved(resolution, node)
        })
    }

    /// The value of what a name stands for.
    pub(super) fn resolved(&mut self, resolution: Resolution<'t>, node: NodeId) -> ValueId {
        match resolution {
            Resolution::Paths([path]) => self.named(*path, node),
            Resolution::Paths(paths) => {
                let values: Box<[ValueId]> = paths.iter().map(|&path| self.named(path, node)).collect();
                self.push(Op::Join(values), node)
            }
            Resolution::Assumed(text) => self.push(Op::Unbound(text.into()), node),
            Resolution::Unknown => self.unknown(node),
        }
    }

    /// The value of a path.
    pub(super) fn named(&mut self, path: Path<'t>, node: NodeId) -> ValueId {
        self.push(Op::Named(path.into()), node)
    }

    /// The module of that dotted name.
    pub(super) fn module(&mut self, dotted: &'t str, node: NodeId) -> ValueId {
        let path = self.names.module_path(dotted);
        self.named(path, node)
    }

    /// A name gets a value. `scope` is the one in which the binding stands.
    pub(super) fn bind(
        &mut self,
        scope: ScopeId,
        name: &'t str,
        node: NodeId,
        value: ValueId,
        annotation: Option<ValueId>,
    ) {
        let home = self.home_of_binding(scope, name);
        let variable = self.variable(home, name);
        self.state.variables.set(variable, Some(value));
        if let Some(log) = &mut self.log {
            log.push((variable, value));
        }
        if annotation.is_some() || self.file.is_visible(home, name) {
            let body = self.file.body_of(home);
            self.act(Act::Bind { body, name: name.into(), value, annotation }, node);
        }
    }

    fn home_of_binding(&self, scope: ScopeId, name: &str) -> ScopeId {
        let own = self.scopes.get(self.scope);
        if scope == self.scope && own.globals.contains(name) {
            ScopeId::MODULE
        } else if scope == self.scope && own.nonlocals.contains(name) {
            self.scopes.lookup(self.scope, name).unwrap_or(scope)
        } else {
            scope
        }
    }

    /// A name has no value any more.
    pub(super) fn unbind(&mut self, scope: ScopeId, name: &'t str) {
        let home = self.home_of_binding(scope, name);
        let variable = self.variable(home, name);
        self.state.variables.set(variable, None);
    }
}
