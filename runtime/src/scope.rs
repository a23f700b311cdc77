//! Scopes and bindings of one file, as the walk records them; what they mean is decided in [`crate::resolve`].
//!
//! A binding says how a name of a scope gets a value. All bindings of a name are kept: Python decides what is local for
//! a whole block at once, so the order of statements does not matter here.

pub mod bind;

use bumpalo::Bump;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::syntax::tree::{NodeId, Tree};

/// A scope of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ScopeId(pub u32);

impl ScopeId {
    /// The scope of the module.
    pub const MODULE: ScopeId = ScopeId(0);
}

/// A binding of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BindingId(pub u32);

/// What opens a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    /// The file.
    Module,
    /// A class body: not seen from the functions inside it.
    Class,
    /// A function body.
    Function,
    /// The body of a `lambda`.
    Lambda,
    /// A comprehension or generator expression.
    Comprehension,
}

/// A scope.
#[derive(Debug)]
pub struct Scope<'t> {
    /// What opens it.
    pub kind: ScopeKind,
    /// The node that opens it: module, definition, lambda or comprehension.
    pub node: NodeId,
    /// The scope around it; the module is its own parent.
    pub parent: ScopeId,
    /// The innermost scope that is no comprehension: itself, or one around it.
    pub boundary: ScopeId,
    /// Names of the enclosing definitions and its own, with dots; empty for the module.
    pub qualname: &'t str,
    /// Bindings of each name, first to last.
    pub names: FxHashMap<&'t str, Vec<BindingId>>,
    /// Of a class: attributes that its methods set on their first parameter (`self.x = ...`).
    pub attributes: FxHashMap<&'t str, Vec<BindingId>>,
    /// Names that a `global` statement of this scope hands to the module.
    pub globals: FxHashSet<&'t str>,
    /// Names that a `nonlocal` statement of this scope hands to the functions around it.
    pub nonlocals: FxHashSet<&'t str>,
    /// `from module import *` statements.
    pub stars: Vec<ImportFrom<'t>>,
}

/// The module part of an import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportFrom<'t> {
    /// Number of leading dots.
    pub level: u32,
    /// Dotted name behind the dots; may be empty.
    pub module: &'t str,
}

/// How a name gets its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound<'t> {
    /// `import a.b` (binds `a` to the module `a`) or `import a.b as c` (binds `c` to `a.b`): the module it is bound to.
    Module(&'t str),
    /// `from module import name [as alias]`.
    From(ImportFrom<'t>, &'t str),
    /// `def`, at that node.
    Function(NodeId),
    /// `class`, at that node.
    Class(NodeId),
    /// A parameter, at that node.
    Parameter(NodeId),
    /// The whole value of that expression: `name = value`, `name: T = value`, `name := value`.
    Value(NodeId),
    /// Declared with an annotation, without a value.
    Declared,
    /// Anything else: loops, `with`, `except`, unpacking, augmented assignment, `del`, patterns.
    Other,
}

/// A binding.
#[derive(Clone, Copy, Debug)]
pub struct Binding<'t> {
    /// How the value comes about.
    pub bound: Bound<'t>,
    /// The identifier, attribute, import name or definition that binds.
    pub node: NodeId,
    /// The annotation, for assignments and parameters.
    pub annotation: Option<NodeId>,
    /// It stands inside `if`, `try`, `except`, a loop or a `match` of its scope, so that another binding of the name may be
    /// an alternative to it rather than replace it.
    pub is_conditional: bool,
}

/// All scopes and bindings of a file.
#[derive(Debug)]
pub struct Scopes<'t> {
    scopes: Vec<Scope<'t>>,
    bindings: Vec<Binding<'t>>,
    /// The scope that each definition, lambda or comprehension opens.
    opened: FxHashMap<NodeId, ScopeId>,
}

impl<'t> Scopes<'t> {
    /// The module's scope alone.
    pub fn new() -> Self {
        let mut scopes = Scopes { scopes: Vec::new(), bindings: Vec::new(), opened: FxHashMap::default() };
        scopes.push(ScopeKind::Module, NodeId::MODULE, ScopeId::MODULE, "");
        scopes
    }

    fn push(&mut self, kind: ScopeKind, node: NodeId, parent: ScopeId, qualname: &'t str) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        let boundary = if kind == ScopeKind::Comprehension { self.get(parent).boundary } else { id };
        self.scopes.push(Scope {
            kind,
            node,
            parent,
            boundary,
            qualname,
            names: FxHashMap::default(),
            attributes: FxHashMap::default(),
            globals: FxHashSet::default(),
            nonlocals: FxHashSet::default(),
            stars: Vec::new(),
        });
        self.opened.insert(node, id);
        id
    }

    /// Opens the scope of a definition called `name`, or of a lambda or comprehension, which keep the name around them.
    pub fn open(
        &mut self,
        arena: &'t Bump,
        kind: ScopeKind,
        node: NodeId,
        parent: ScopeId,
        name: Option<&'t str>,
    ) -> ScopeId {
        let outer = self.get(parent).qualname;
        let qualname = match name {
            Some(name) if outer.is_empty() => name,
            Some(name) => bumpalo::format!(in arena, "{}.{}", outer, name).into_bump_str(),
            None => outer,
        };
        self.push(kind, node, parent, qualname)
    }

    /// Adds a binding of `name` to the scope in which Python puts it: past comprehensions for a walrus (the caller passes
    /// the boundary), to the module for `global` names, to the enclosing function for `nonlocal` ones.
    pub fn bind(&mut self, scope: ScopeId, name: &'t str, binding: Binding<'t>) {
        let home = if self.get(scope).globals.contains(name) {
            ScopeId::MODULE
        } else if self.get(scope).nonlocals.contains(name) {
            self.function_with(self.get(scope).parent, name)
        } else {
            scope
        };
        let id = self.add(binding);
        self.get_mut(home).names.entry(name).or_default().push(id);
    }

    /// The nearest function from `scope` outwards that has bound the name so far; the nearest one of all where none has.
    fn function_with(&self, scope: ScopeId, name: &str) -> ScopeId {
        let nearest = self.function_around(scope);
        let mut at = nearest;
        while self.get(at).kind == ScopeKind::Function {
            if self.get(at).names.contains_key(name) && !self.get(at).nonlocals.contains(name) {
                return at;
            }
            at = self.function_around(self.get(at).parent);
        }
        nearest
    }

    /// Adds a binding of an attribute of the instances of a class.
    pub fn bind_attribute(&mut self, class: ScopeId, name: &'t str, binding: Binding<'t>) {
        let id = self.add(binding);
        self.get_mut(class).attributes.entry(name).or_default().push(id);
    }

    fn add(&mut self, binding: Binding<'t>) -> BindingId {
        self.bindings.push(binding);
        BindingId(self.bindings.len() as u32 - 1)
    }

    /// The scope of that id.
    pub fn get(&self, id: ScopeId) -> &Scope<'t> {
        &self.scopes[id.0 as usize]
    }

    /// The scope of that id, to be changed.
    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope<'t> {
        &mut self.scopes[id.0 as usize]
    }

    /// Ids of all scopes, outer before inner.
    pub fn ids(&self) -> impl Iterator<Item = ScopeId> + use<> {
        (0..self.scopes.len() as u32).map(ScopeId)
    }

    /// The binding of that id.
    pub fn binding(&self, id: BindingId) -> &Binding<'t> {
        &self.bindings[id.0 as usize]
    }

    /// The bindings of a name in one scope, first to last.
    pub fn bindings_of(&self, scope: ScopeId, name: &str) -> &[BindingId] {
        self.get(scope).names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The scope that a definition, lambda, comprehension or the module opens.
    pub fn opened_by(&self, node: NodeId) -> Option<ScopeId> {
        self.opened.get(&node).copied()
    }

    /// The innermost scope around `scope`, itself included, that is no comprehension.
    pub fn boundary(&self, scope: ScopeId) -> ScopeId {
        self.get(scope).boundary
    }

    /// The boundary inside which the direct content of `node` lies: the scope it opens, or else the one it stands in.
    pub fn boundary_inside(&self, tree: &Tree<'t>, node: NodeId) -> ScopeId {
        self.boundary(self.opened_by(node).unwrap_or(tree.node(node).scope))
    }

    /// The scope that binds `name` as seen from `from`: class scopes are seen from their own body only.
    pub fn lookup(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let mut at = from;
        let mut is_own = true;
        loop {
            let scope = self.get(at);
            if scope.globals.contains(name) {
                let is_bound = self.get(ScopeId::MODULE).names.contains_key(name);
                return is_bound.then_some(ScopeId::MODULE);
            }
            let is_visible = scope.kind != ScopeKind::Class || is_own;
            if is_visible && !scope.nonlocals.contains(name) && scope.names.contains_key(name) {
                return Some(at);
            }
            if at == ScopeId::MODULE {
                return None;
            }
            is_own = false;
            at = scope.parent;
        }
    }

    /// The nearest scope of a function, from `scope` outwards; the module when there is none.
    pub fn function_around(&self, scope: ScopeId) -> ScopeId {
        let mut at = scope;
        while !matches!(self.get(at).kind, ScopeKind::Function | ScopeKind::Module) {
            at = self.get(at).parent;
        }
        at
    }

    /// The nearest class scope, from `scope` outwards.
    pub fn class_around(&self, scope: ScopeId) -> Option<ScopeId> {
        let mut at = scope;
        loop {
            match self.get(at).kind {
                ScopeKind::Class => return Some(at),
                ScopeKind::Module => return None,
                _ => at = self.get(at).parent,
            }
        }
    }
}

impl Default for Scopes<'_> {
    fn default() -> Self {
        Self::new()
    }
}
