//! One Python file while its rules run: text, flat tree, scopes, aggregate slots, and its place in the project.

use std::sync::Arc;

use crate::modules::ModuleId;
use crate::modules::view::ModuleView;
use crate::scope::Scopes;
use crate::syntax::tree::{NodeId, Tree};
use crate::value::{NameSet, Names};

/// What is known of names outside of the project.
pub trait KnownNames: Sync {
    /// The dotted name stands for what one of the names stands for: a class or function has several paths in its library.
    fn is(&self, dotted: &str, names: Names) -> bool;

    /// The class of that dotted name is one of the names, or inherits from one.
    fn inherits(&self, dotted: &str, names: Names) -> bool;

    /// Those of the names that the class of that dotted name is, or inherits from.
    fn ancestors(&self, dotted: &str, asked: &'static NameSet) -> Arc<[&'static str]>;

    /// A value that nothing is known of may be one of the names, or of such a class: the project has something to do with their
    /// packages.
    fn is_possible(&self, _names: Names) -> bool {
        true
    }
}

/// Nothing is known: names are what they are called.
#[derive(Clone, Copy, Debug)]
pub struct NothingKnown;

impl KnownNames for NothingKnown {
    fn is(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted)
    }

    fn inherits(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted)
    }

    fn ancestors(&self, dotted: &str, asked: &'static NameSet) -> Arc<[&'static str]> {
        asked.get(dotted).into_iter().collect()
    }
}

/// A file between the walk and the end of its rules.
pub struct File<'t> {
    /// Path below the indexed root, with `/`.
    pub path: &'t str,
    /// Its module.
    pub module: ModuleId,
    /// All modules of the project, as this file sees them.
    pub modules: ModuleView<'t>,
    /// Its syntax.
    pub tree: Tree<'t>,
    /// Its scopes and bindings.
    pub scopes: Scopes<'t>,
    /// What is known of names outside of the project.
    pub known: &'t dyn KnownNames,
    /// Nodes that each aggregate slot collects, in source order.
    pub slots: Vec<Vec<NodeId>>,
}
