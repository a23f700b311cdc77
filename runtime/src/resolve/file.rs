//! One Python file while its rules run: text, flat tree, scopes, aggregate slots, and its place in the project.

use crate::modules::ModuleId;
use crate::modules::view::ModuleView;
use crate::scope::Scopes;
use crate::syntax::tree::{NodeId, Tree};

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
    /// Nodes that each aggregate slot collects, in source order.
    pub slots: Vec<Vec<NodeId>>,
}
