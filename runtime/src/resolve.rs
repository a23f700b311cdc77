//! From a name or a chain of attributes, and where it stands, to what it stands for.
//!
//! A name is looked up as Python scopes it, and all bindings of the scope that has it are weighed together: imports and
//! aliases lead on, definitions lead to themselves, anything else makes the name mean something unknown. Answers are
//! remembered for each file. A name that is defined by itself, or by too long a chain, stands for nothing known.

mod bindings;
pub(crate) mod components;
pub mod file;
pub mod fold;
mod hierarchy;
mod imports;
pub mod limits;
mod lineage;
mod members;
mod no_return;
mod values;

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use serde::{Deserialize, Serialize};

use crate::modules::{ModuleId, last_segment};
use crate::scope::{Bound, ScopeId, ScopeKind};
use crate::syntax::identifier::normal;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

pub use self::file::{File, KnownNames, NothingKnown};
use self::hierarchy::Hierarchy;
pub(crate) use self::hierarchy::{Inherited, Kin, is_own};
pub(crate) use self::lineage::{Ancestor, ancestor_of_base, bases, class_at, has_project_base, lineage};
pub(crate) use self::members::{inherited_paths, method_of, own_method, positional_parameters};
pub use self::no_return::never_returns;
pub use self::values::origin;
pub(crate) use self::values::{ClassRef, classes_of, classes_of_binding, classes_returned, is_class_name};

use self::limits::{Limit, LimitsHit};

/// Aliases of aliases are followed that far.
const MAX_DEPTH: u32 = 48;

/// Bindings that are looked at for one name at most, those of the names it leads to counted.
const MAX_STEPS: u32 = 2_000;

/// Alternatives that are kept of one name.
const MAX_PATHS: usize = 16;

/// Whether a function takes an instance or class as its first argument when it is read from one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Receiver {
    /// When it is read from an instance.
    Instance,
    /// Always: a class method.
    Class,
    /// Never: a static method.
    Never,
}

/// What a name certainly leads to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Path<'t> {
    /// A dotted name of a module that is not part of the project, e.g. `subprocess.run` or `builtins.open`.
    Outside(&'t str),
    /// A name in a module of the project.
    Project {
        /// The module.
        module: ModuleId,
        /// The module's dotted name.
        name: &'t str,
        /// What comes after the module; empty for the module itself.
        rest: &'t str,
    },
}

impl<'t> Path<'t> {
    /// Its last name; for a whole module the last segment of the module's name.
    pub fn last_segment(self) -> &'t str {
        match self {
            Path::Outside(text) | Path::Project { name: text, rest: "", .. } => last_segment(text, '.'),
            Path::Project { rest, .. } => last_segment(rest, '.'),
        }
    }

    /// Its dotted name.
    pub fn dotted(self, arena: &'t Bump) -> &'t str {
        match self {
            Path::Outside(text) | Path::Project { name: text, rest: "", .. } => text,
            Path::Project { name, rest, .. } => join(arena, name, rest),
        }
    }

    /// It lies in that module.
    pub fn is_in(self, module: ModuleId) -> bool {
        matches!(self, Path::Project { module: at, .. } if at == module)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Outside(text) | Path::Project { name: text, rest: "", .. } => f.write_str(text),
            Path::Project { name, rest, .. } => write!(f, "{name}.{rest}"),
        }
    }
}

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resolution<'t> {
    /// One of these, never none; several are alternatives, as of an import with a fallback.
    Paths(&'t [Path<'t>]),
    /// Nothing known binds the name at its root: the dotted name as it is written.
    Assumed(&'t str),
    /// Something without a name: a parameter, the result of a call, a name that is bound anew.
    Unknown,
}

/// Answers what the names of one file stand for, and remembers the answers.
pub struct Resolver<'t> {
    /// The file, with its tree and scopes.
    pub file: &'t File<'t>,
    /// Holds whatever is built while the file is open.
    pub arena: &'t Bump,
    /// Limits that were hit.
    pub limits: LimitsHit,
    memo: Memo<'t>,
}

/// What was found out about the names of a file.
#[derive(Default)]
struct Memo<'t> {
    /// By scope and name; `None` while it is being found out.
    bound: RefCell<FxHashMap<(ScopeId, &'t str), Option<Resolution<'t>>>>,
    unbound: RefCell<FxHashMap<&'t str, Resolution<'t>>>,
    attributes: RefCell<FxHashMap<NodeId, Resolution<'t>>>,
    definitions: OnceCell<FxHashMap<&'t str, ScopeId>>,
    /// What its classes inherit.
    hierarchy: OnceCell<Hierarchy<'t>>,
    /// The classes that the value of each expression may be of.
    classes: RefCell<FxHashMap<NodeId, &'t [ClassRef<'t>]>>,
    /// The node that was asked about last, and the answer: rules at one node follow each other.
    last: Cell<Option<(NodeId, Resolution<'t>)>>,
    depth: Cell<u32>,
    n_steps: Cell<u32>,
    /// An answer was cut short, so that it must not be remembered for questions that begin elsewhere.
    is_cut: Cell<bool>,
}

impl<'t> Resolver<'t> {
    /// A resolver of `file` that has found out nothing yet.
    pub fn new(file: &'t File<'t>, arena: &'t Bump) -> Self {
        Resolver { file, arena, limits: LimitsHit::default(), memo: Memo::default() }
    }

    /// The file's tree.
    #[inline]
    pub fn tree(&self) -> &'t Tree<'t> {
        &self.file.tree
    }

    /// Copies text into the arena.
    pub fn alloc_text(&self, text: &str) -> &'t str {
        self.arena.alloc_str(text)
    }

    /// What a name or a chain of attributes stands for, also one by `getattr` of a constant name; unknown for any other
    /// expression.
    pub fn resolve(&self, node: NodeId) -> Resolution<'t> {
        match self.memo.last.get() {
            Some((known, resolution)) if known == node => resolution,
            _ => {
                let resolution = self.follow(node).unwrap_or(Resolution::Unknown);
                if !self.memo.is_cut.get() {
                    self.memo.last.set(Some((node, resolution)));
                }
                resolution
            }
        }
    }

    /// What a dotted name stands for as seen from a scope, for names that are written inside strings.
    pub(crate) fn resolve_text(&self, scope: ScopeId, dotted: &'t str) -> Resolution<'t> {
        let mut segments = dotted.split('.');
        let root = segments.next().unwrap_or(dotted);
        let resolution = self.follow_name(scope, root).unwrap_or(Resolution::Unknown);
        segments.fold(resolution, |resolution, member| self.extend(resolution, member))
    }

    /// What a name stands for that a scope binds.
    pub(crate) fn resolve_bound(&self, home: ScopeId, name: &'t str) -> Resolution<'t> {
        self.follow_bound(home, name).unwrap_or(Resolution::Unknown)
    }

    /// As [`File::resolve`]; none when the name is defined by itself.
    fn follow(&self, node: NodeId) -> Option<Resolution<'t>> {
        let node = self.tree().bare(node);
        match self.tree().kind(node) {
            Kind::Identifier => self.follow_name(self.scope_seen_from(node), self.tree().name(node)),
            Kind::Attribute => {
                if let Some(&known) = self.memo.attributes.borrow().get(&node) {
                    return Some(known);
                }
                let resolution = self.follow_attribute(node)?;
                if !self.memo.is_cut.get() {
                    self.memo.attributes.borrow_mut().insert(node, resolution);
                }
                Some(resolution)
            }
            Kind::Call => self.follow_getattr(node),
            _ => Some(Resolution::Unknown),
        }
    }

    /// `getattr(object, "constant")`.
    fn follow_getattr(&self, call: NodeId) -> Option<Resolution<'t>> {
        let tree = self.tree();
        let callee = tree.child(call, Field::Function).map(|callee| tree.bare(callee));
        let Some(callee) = callee.filter(|&callee| last_written(tree, callee) == Some("getattr")) else {
            return Some(Resolution::Unknown);
        };
        let mut arguments = tree.child(call, Field::Arguments).into_iter().flat_map(|list| tree.children(list));
        let (Some(object), Some(name)) = (arguments.next(), arguments.next()) else { return Some(Resolution::Unknown) };
        let is_builtin = matches!(self.follow(callee)?, Resolution::Paths([Path::Outside("builtins.getattr")]));
        match fold::literal(self, tree.bare(name)) {
            Some(fold::Constant::Text(name)) if is_builtin => {
                Some(self.extend(self.follow(tree.bare(object))?, self.alloc_text(&normal(name))))
            }
            _ => Some(Resolution::Unknown),
        }
    }

    fn follow_attribute(&self, node: NodeId) -> Option<Resolution<'t>> {
        let (Some(object), Some(member)) =
            (self.tree().child(node, Field::Object), self.tree().child(node, Field::Attribute))
        else {
            return Some(Resolution::Unknown);
        };
        let (object, member) = (self.tree().bare(object), self.tree().name(member));
        if let Some(class) = self.receiver_class(object) {
            let own = self.member_of_class(class, member).map(|path| &*self.arena.alloc_slice_copy(&[path]));
            return Some(own.map_or(Resolution::Unknown, Resolution::Paths));
        }
        Some(self.extend(self.follow(object)?, member))
    }

    /// The function or class that a class body calls `member`.
    fn member_of_class(&self, class: ScopeId, member: &str) -> Option<Path<'t>> {
        self.file.scopes.bindings_of(class, member).iter().rev().find_map(|&id| {
            match self.file.scopes.binding(id).bound {
                Bound::Function(node) | Bound::Class(node) => self.definition_path(node),
                _ => None,
            }
        })
    }

    fn definition_path(&self, node: NodeId) -> Option<Path<'t>> {
        Some(self.own_path(self.file.scopes.get(self.file.scopes.opened_by(node)?).qualname))
    }

    /// A path into this file.
    pub(crate) fn own_path(&self, rest: &'t str) -> Path<'t> {
        Path::Project { module: self.file.module, name: self.file.modules.name(self.file.module), rest }
    }

    /// The class of whose instances, or of which itself, the name is the first parameter of a method.
    pub(crate) fn receiver_class(&self, name: NodeId) -> Option<ScopeId> {
        if self.tree().kind(name) != Kind::Identifier {
            return None;
        }
        let text = self.tree().name(name);
        let method = self.file.scopes.lookup(self.scope_of_name(name), text)?;
        let scope = self.file.scopes.get(method);
        let class = scope.parent;
        if scope.kind != ScopeKind::Function || self.file.scopes.get(class).kind != ScopeKind::Class {
            return None;
        }
        let [binding] = self.file.scopes.bindings_of(method, text) else { return None };
        let Bound::Parameter(parameter) = self.file.scopes.binding(*binding).bound else { return None };
        let parameters = self.tree().child(scope.node, Field::Parameters)?;
        let is_first = self.tree().children(parameters).next() == Some(parameter);
        (is_first && !self.is_decorated_plainly(scope.node, "staticmethod")).then_some(class)
    }

    /// The scope in which a name is looked up; the name of a parameter belongs to the function that it is for.
    pub(crate) fn scope_of_name(&self, name: NodeId) -> ScopeId {
        let mut at = name;
        loop {
            let (parent, is_default) = (self.tree().parent(at), self.tree().node(at).field == Field::Value);
            match self.tree().kind(parent) {
                Kind::Parameters | Kind::LambdaParameters => {
                    let function = self.tree().parent(parent);
                    return self.file.scopes.opened_by(function).unwrap_or(self.tree().node(name).scope);
                }
                Kind::DefaultParameter | Kind::TypedDefaultParameter | Kind::TypedParameter if !is_default => {
                    at = parent
                }
                Kind::ListSplatPattern | Kind::DictionarySplatPattern => at = parent,
                _ => return self.tree().node(name).scope,
            }
        }
    }

    /// The scope in which a name is read: as [`Resolver::scope_of_name`], but a class body runs from top to bottom, so that
    /// a name that it binds further down, or by this very statement (`app = app.name`), is still that from outside.
    fn scope_seen_from(&self, name: NodeId) -> ScopeId {
        let id = self.scope_of_name(name);
        let scope = self.file.scopes.get(id);
        if scope.kind != ScopeKind::Class {
            return id;
        }
        let first = self.file.scopes.bindings_of(id, self.tree().name(name)).first();
        let is_unbound_yet = first.map(|&first| self.file.scopes.binding(first)).is_some_and(|first| {
            name < first.node || matches!(first.bound, Bound::Value(value) if self.tree().contains(value, name))
        });
        if !is_unbound_yet {
            return id;
        }
        // The body of a class around it is not seen from here.
        let mut outer = scope.parent;
        while self.file.scopes.get(outer).kind == ScopeKind::Class {
            outer = self.file.scopes.get(outer).parent;
        }
        outer
    }

    /// The class that a name is the first parameter of a class method for, so that calling it makes an instance.
    pub(crate) fn receiving_class(&self, name: NodeId) -> Option<ScopeId> {
        let class = self.receiver_class(name)?;
        let method = self.file.scopes.lookup(self.scope_of_name(name), self.tree().name(name))?;
        let function = self.file.scopes.get(method).node;
        let is_new = self.function_name(function) == "__new__";
        (is_new || self.receiver(function) == Receiver::Class).then_some(class)
    }

    /// What the first parameter of a function takes when the function is read from a class or an instance.
    pub(crate) fn receiver(&self, function: NodeId) -> Receiver {
        match self.function_name(function) {
            // Python calls it with the class, but whoever else calls it passes the class.
            "__new__" => Receiver::Never,
            "__init_subclass__" | "__class_getitem__" => Receiver::Class,
            _ if self.is_decorated_plainly(function, "staticmethod") => Receiver::Never,
            _ if self.is_decorated_plainly(function, "classmethod") => Receiver::Class,
            _ => Receiver::Instance,
        }
    }

    fn function_name(&self, function: NodeId) -> &'t str {
        self.tree().child(function, Field::Name).map_or("", |name| self.tree().name(name))
    }

    /// A decorator of the definition is just that name.
    pub(crate) fn is_decorated_plainly(&self, definition: NodeId, name: &str) -> bool {
        let decorators = self.tree().parent(definition);
        self.tree().kind(decorators) == Kind::DecoratedDefinition
            && self.tree().children(decorators).any(|decorator| {
                self.tree().kind(decorator) == Kind::Decorator
                    && self.tree().children(decorator).next().is_some_and(|target| self.tree().name(target) == name)
            })
    }

    /// The scope that a definition of that qualified name opens; of several the last.
    pub(crate) fn definition_scope(&self, qualname: &str) -> Option<ScopeId> {
        let by_name = self.memo.definitions.get_or_init(|| {
            let is_definition =
                |id: &ScopeId| matches!(self.file.scopes.get(*id).kind, ScopeKind::Function | ScopeKind::Class);
            self.file.scopes.ids().filter(is_definition).map(|id| (self.file.scopes.get(id).qualname, id)).collect()
        });
        by_name.get(qualname).copied()
    }

    fn extend(&self, resolution: Resolution<'t>, member: &'t str) -> Resolution<'t> {
        match resolution {
            Resolution::Paths(paths) => {
                let longer = paths.iter().map(|&path| self.extend_path(path, member));
                Resolution::Paths(self.arena.alloc_slice_fill_iter(longer))
            }
            Resolution::Assumed(text) => Resolution::Assumed(join(self.arena, text, member)),
            Resolution::Unknown => Resolution::Unknown,
        }
    }

    /// A path and one more name; what is no file so far may be the directory of one.
    fn extend_path(&self, path: Path<'t>, member: &'t str) -> Path<'t> {
        match path {
            Path::Outside(text) => {
                let longer = join(self.arena, text, member);
                if self.file.modules.is_prefix(text) { self.module_path(longer) } else { Path::Outside(longer) }
            }
            Path::Project { module, name, rest: "" } => Path::Project { module, name, rest: member },
            Path::Project { module, name, rest } => {
                Path::Project { module, name, rest: join(self.arena, rest, member) }
            }
        }
    }

    /// What a name stands for as seen from a scope.
    fn follow_name(&self, scope: ScopeId, name: &'t str) -> Option<Resolution<'t>> {
        match self.file.scopes.lookup(scope, name) {
            Some(home) => self.follow_bound(home, name),
            None => Some(self.unbound(name)),
        }
    }

    /// What the bindings of a name in one scope come to; none when it is defined by itself.
    fn follow_bound(&self, home: ScopeId, name: &'t str) -> Option<Resolution<'t>> {
        let known = self.memo.bound.borrow().get(&(home, name)).copied();
        match known {
            Some(Some(resolution)) => return Some(resolution),
            Some(None) => {
                self.memo.is_cut.set(true);
                return None;
            }
            None => {}
        }
        let depth = self.memo.depth.get();
        if depth == 0 {
            self.memo.n_steps.set(0);
        }
        if depth >= MAX_DEPTH {
            self.limits.note(Limit::Aliases);
            self.memo.is_cut.set(true);
            return None;
        }
        self.memo.depth.set(depth + 1);
        self.memo.bound.borrow_mut().insert((home, name), None);
        let was_cut = self.memo.is_cut.replace(false);
        let resolution = self.weigh_bindings(home, name);
        self.memo.depth.set(depth);
        if self.memo.is_cut.get() && depth > 0 {
            self.memo.bound.borrow_mut().remove(&(home, name));
        } else {
            self.memo.bound.borrow_mut().insert((home, name), Some(resolution));
            self.memo.is_cut.set(was_cut);
        }
        Some(resolution)
    }
}

/// Last segment of a name or attribute as it stands there, not of what it stands for.
pub fn last_written<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    match tree.kind(node) {
        Kind::Identifier => Some(tree.name(node)),
        Kind::Attribute => tree.child(node, Field::Attribute).map(|member| tree.name(member)),
        _ => None,
    }
}

/// Two dotted names with a dot between them; the second alone when the first is empty.
pub(crate) fn join<'t>(arena: &'t Bump, first: &str, second: &'t str) -> &'t str {
    if first.is_empty() {
        return second;
    }
    let mut joined = bumpalo::collections::String::with_capacity_in(first.len() + 1 + second.len(), arena);
    joined.push_str(first);
    joined.push('.');
    joined.push_str(second);
    joined.into_bump_str()
}
