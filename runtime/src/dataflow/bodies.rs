//! From the scopes of a file to its bodies, and to what each must know of the others: which of its names inner functions
//! read or bind.

use std::cell::Cell;

use rustc_hash::FxHashSet;

use crate::dataflow::Places;
use crate::resolve::Resolver;
use crate::scope::{Bound, ScopeId, ScopeKind, Scopes};
use crate::segment::graph::{Body, BodyId, BodyKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Position, Range, Tree};

/// The bodies of a file while they are lowered.
pub(super) struct FileRun<'r, 't> {
    pub(super) names: &'r Resolver<'t>,
    pub(super) tree: &'t Tree<'t>,
    pub(super) scopes: &'t Scopes<'t>,
    pub(super) bodies: Vec<Body>,
    pub(super) places: Places,
    /// Place of the line that was looked for last.
    last_line: Cell<usize>,
    /// By body: its scope.
    pub(super) scope_of: Vec<ScopeId>,
    /// By scope: the body that it is a part of.
    body_of: Vec<BodyId>,
    /// By body: its definition was run, so that it can be.
    pub(super) is_reached: Vec<bool>,
    /// Names of functions that functions inside them use.
    captured: FxHashSet<(ScopeId, &'t str)>,
    /// Names that other bodies bind too, by `global` or `nonlocal`.
    bound_elsewhere: FxHashSet<(ScopeId, &'t str)>,
    /// Some definition has type parameters.
    pub(super) has_type_parameters: bool,
    /// Modules that `import` statements name, with those around them.
    modules: FxHashSet<&'t str>,
}

impl<'r, 't> FileRun<'r, 't> {
    /// The bodies of a file, nothing of them lowered.
    pub(super) fn new(names: &'r Resolver<'t>) -> Self {
        let (tree, scopes) = (names.tree(), &names.file.scopes);
        let mut file = FileRun {
            names,
            tree,
            scopes,
            bodies: Vec::new(),
            places: Places::new(tree.nodes.len()),
            last_line: Cell::new(0),
            scope_of: Vec::new(),
            body_of: Vec::new(),
            is_reached: Vec::new(),
            captured: FxHashSet::default(),
            bound_elsewhere: FxHashSet::default(),
            has_type_parameters: false,
            modules: FxHashSet::default(),
        };
        scopes.ids().for_each(|scope| file.add_scope(scope));
        file.is_reached[0] = true;
        file.has_type_parameters = file.bodies.iter().any(|body| !body.type_parameters.is_empty());
        file.find_generators();
        scopes.ids().for_each(|scope| file.find_captured(scope));
        scopes.ids().for_each(|scope| file.find_bound_elsewhere(scope));
        file.find_modules();
        file
    }

    fn add_scope(&mut self, id: ScopeId) {
        let (tree, scope) = (self.tree, self.scopes.get(id));
        let kind = match scope.kind {
            ScopeKind::Comprehension => return self.body_of.push(self.body_of[scope.boundary.0 as usize]),
            ScopeKind::Module => BodyKind::Module,
            ScopeKind::Class => BodyKind::Class,
            ScopeKind::Lambda => BodyKind::Lambda,
            ScopeKind::Function => {
                let is_async = tree.child_of_kind(scope.node, Kind::Token).is_some_and(|t| tree.slice(t) == "async");
                BodyKind::Function { is_async, is_generator: false }
            }
        };
        let qualname = match kind {
            BodyKind::Lambda if scope.qualname.is_empty() => "<lambda>".into(),
            BodyKind::Lambda => format!("{}.<lambda>", scope.qualname).into(),
            _ => scope.qualname.into(),
        };
        let parent = self.body_of.get(scope.parent.0 as usize).copied().unwrap_or(BodyId::MODULE);
        self.body_of.push(BodyId(self.bodies.len() as u32));
        self.scope_of.push(id);
        self.is_reached.push(false);
        self.bodies.push(Body {
            kind,
            qualname,
            parent,
            range: tree.range(scope.node),
            parameters: Vec::new(),
            type_parameters: type_parameters(tree, scope.node),
            returns: None,
            bases: Vec::new(),
            decorators: Vec::new(),
            values: Vec::new(),
            effects: Vec::new(),
            runs: Vec::new(),
            assures: Vec::new(),
            is_opaque: false,
        });
    }

    fn find_generators(&mut self) {
        for node in self.tree.nodes.iter().filter(|node| node.kind == Kind::Yield) {
            let body = self.body_of(node.scope);
            if let BodyKind::Function { is_generator, .. } = &mut self.bodies[body.0 as usize].kind {
                *is_generator = true;
            }
        }
    }

    /// A function inside a function uses names of those around it. What lies deeper is found with it.
    fn find_captured(&mut self, id: ScopeId) {
        let scope = self.scopes.get(id);
        if matches!(scope.kind, ScopeKind::Module | ScopeKind::Comprehension) {
            return;
        }
        let around = self.scopes.boundary(scope.parent);
        let is_in_function = matches!(self.scopes.get(around).kind, ScopeKind::Function | ScopeKind::Lambda);
        // A function around the one around has looked through this one already.
        if !is_in_function || self.is_in_function(self.scopes.get(around).parent) {
            return;
        }
        let inside = scope.node.0 as usize..self.tree.node(scope.node).next.0 as usize;
        for (at, node) in inside.clone().zip(&self.tree.nodes[inside]) {
            if node.kind != Kind::Identifier {
                continue;
            }
            let name = self.tree.name(NodeId(at as u32));
            let Some(home) = self.scopes.lookup(node.scope, name) else { continue };
            let (home_body, own_body) = (self.scopes.boundary(home), self.scopes.boundary(node.scope));
            if home_body != own_body && home_body != ScopeId::MODULE {
                self.captured.insert((home, name));
            }
        }
    }

    fn is_in_function(&self, mut scope: ScopeId) -> bool {
        loop {
            match self.scopes.get(scope).kind {
                ScopeKind::Module => return false,
                ScopeKind::Function | ScopeKind::Lambda => return true,
                _ => scope = self.scopes.get(scope).parent,
            }
        }
    }

    fn find_bound_elsewhere(&mut self, id: ScopeId) {
        let scope = self.scopes.get(id);
        let nonlocals = scope.nonlocals.iter().filter_map(|&name| Some((self.scopes.lookup(id, name)?, name)));
        for (home, name) in scope.globals.iter().map(|&name| (ScopeId::MODULE, name)).chain(nonlocals) {
            let bindings = self.scopes.bindings_of(home, name).iter().map(|&binding| self.scopes.binding(binding).node);
            if id != home && bindings.into_iter().any(|node| self.tree.contains(scope.node, node)) {
                self.bound_elsewhere.insert((home, name));
            }
        }
    }

    fn find_modules(&mut self) {
        let tree = self.tree;
        let imports = tree.nodes.iter().zip(0..).filter(|(node, _)| node.kind == Kind::ImportStatement);
        for import in imports.map(|(_, at)| NodeId(at)) {
            for name in tree.children_in(import, Field::Name) {
                let dotted = tree.name(tree.child(name, Field::Name).unwrap_or(name));
                let ends = dotted.match_indices('.').map(|(at, _)| at).chain([dotted.len()]);
                self.modules.extend(ends.map(|end| &dotted[..end]));
            }
        }
    }

    /// The body that a scope is a part of.
    pub(super) fn body_of(&self, scope: ScopeId) -> BodyId {
        self.body_of[scope.0 as usize]
    }

    /// The body that a definition or lambda opens.
    pub(super) fn body_at(&self, node: NodeId) -> Option<BodyId> {
        self.scopes.opened_by(node).map(|scope| self.body_of(scope))
    }

    /// Other bodies can see the name of that scope.
    pub(super) fn is_visible(&self, home: ScopeId, name: &'t str) -> bool {
        match self.scopes.get(home).kind {
            ScopeKind::Module | ScopeKind::Class => true,
            _ => self.captured.contains(&(home, name)),
        }
    }

    /// A function inside uses the name of a function.
    pub(super) fn is_captured(&self, home: ScopeId, name: &'t str) -> bool {
        self.captured.contains(&(home, name))
    }

    /// Another body binds the name too.
    pub(super) fn is_bound_elsewhere(&self, home: ScopeId, name: &'t str) -> bool {
        self.bound_elsewhere.contains(&(home, name))
    }

    /// The dotted name is that of a module which the file imports.
    pub(super) fn is_module(&self, dotted: &str) -> bool {
        self.modules.contains(dotted) || dotted == "os.path"
    }

    /// The definition is wrapped by decorators.
    pub(super) fn is_decorated(&self, definition: NodeId) -> bool {
        let around = self.tree.parent(definition);
        self.tree.kind(around) == Kind::DecoratedDefinition
            && self.tree.child_of_kind(around, Kind::Decorator).is_some()
    }

    /// Where a node lies: as [`Tree::range`], which searches for each line; here most nodes lie near the one before.
    pub(super) fn range(&self, id: NodeId) -> Range {
        let node = self.tree.node(id);
        let start = self.position(node.start);
        let last = self.position(node.end.saturating_sub(1).max(node.start));
        let end = Position { column: last.column + u32::from(node.end > node.start), ..last };
        let range = Range { start, end };
        debug_assert_eq!(range, self.tree.range(id));
        range
    }

    fn position(&self, offset: u32) -> Position {
        let lines = &self.tree.lines;
        let is_on = |at: usize| {
            lines.get(at).is_some_and(|&start| start <= offset) && lines.get(at + 1).is_none_or(|&next| offset < next)
        };
        let near = self.last_line.get();
        let at = match [near, near + 1].into_iter().find(|&at| is_on(at)) {
            Some(at) => at,
            None => self.tree.line_at(offset) as usize - 1,
        };
        self.last_line.set(at);
        Position { line: at as u32 + 1, column: offset - lines[at] }
    }

    /// What a sure, only binding of a name makes of it: an import or a definition. `import a` and `import a.b` bind `a` to
    /// one module.
    pub(super) fn sole_binding(&self, home: ScopeId, name: &str) -> Option<Bound<'t>> {
        let (first, others) = self.scopes.bindings_of(home, name).split_first()?;
        let first = self.scopes.binding(*first).bound;
        let is_first = |bound: Bound<'t>| match (bound, first) {
            (Bound::Module(module), Bound::Module(first)) => module == first,
            _ => false,
        };
        if !others.iter().all(|&other| is_first(self.scopes.binding(other).bound)) {
            return None;
        }
        match first {
            Bound::Function(node) | Bound::Class(node) if self.is_decorated(node) => None,
            bound @ (Bound::Module(_) | Bound::From(..) | Bound::Function(_) | Bound::Class(_)) => Some(bound),
            _ => None,
        }
    }
}

/// Names of the type parameters of a definition.
fn type_parameters(tree: &Tree<'_>, definition: NodeId) -> Vec<Box<str>> {
    let Some(list) = tree.child(definition, Field::TypeParameters) else { return Vec::new() };
    let names = tree.children(list).filter_map(|parameter| type_parameter_name(tree, parameter));
    names.map(|name| tree.name(name).into()).collect()
}

/// The name in `T`, `T: bound`, `*Ts`, `T = default`.
fn type_parameter_name(tree: &Tree<'_>, parameter: NodeId) -> Option<NodeId> {
    let mut at = parameter;
    while tree.kind(at) != Kind::Identifier {
        at = tree.children(at).next()?;
    }
    Some(at)
}
