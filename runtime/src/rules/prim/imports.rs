//! Imports, and modules as the project knows them.

use super::text::text_of;
use super::{definitions, list, segments, statements};
use crate::modules::ModuleId;
use crate::rules::file_state::FileState;
use crate::scope::bind::import_source;
use crate::scope::{Bound, ImportFrom};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};

fn is_module(state: &FileState<'_>, node: NodeId) -> bool {
    state.tree().kind(node) == Kind::Module
}

/// Dotted name by which other files import it.
pub fn module_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    is_module(state, node).then(|| state.file.modules.name(state.file.module))
}

/// Path below the indexed root.
pub fn module_path<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    is_module(state, node).then_some(state.file.path)
}

/// Name of the file without folders.
pub fn module_file_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let path = state.file.path;
    is_module(state, node).then(|| path.rsplit_once('/').map_or(path, |(_, name)| name))
}

/// The statements at the top of the file.
pub fn module_body<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    if !is_module(state, node) {
        return None;
    }
    list(state, statements(state.tree(), node))
}

/// Text of the docstring of the file.
pub fn module_docstring<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    is_module(state, node).then(|| definitions::docstring(state, node)).flatten()
}

fn is_import(kind: Kind) -> bool {
    matches!(kind, Kind::ImportStatement | Kind::ImportFromStatement | Kind::FutureImportStatement)
}

/// It is a `from` import.
pub fn import_is_from<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let kind = state.tree().kind(node);
    is_import(kind).then_some(kind != Kind::ImportStatement)
}

/// It imports `*`.
pub fn import_is_star<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    is_import(tree.kind(node)).then(|| tree.child_of_kind(node, Kind::WildcardImport).is_some())
}

/// The module of a `from` import as written.
pub fn import_module<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    match tree.kind(node) {
        Kind::ImportFromStatement => tree.child(node, Field::ModuleName).map(|module| dotted(state, module)),
        Kind::FutureImportStatement => Some("__future__"),
        _ => None,
    }
}

/// A dotted name as it is written, without the white space that may stand around its dots.
fn dotted<'t>(state: &FileState<'t>, name: NodeId) -> &'t str {
    let text = text_of(state, name);
    if text.contains(' ') { state.alloc_text(&text.replace(' ', "")) } else { text }
}

/// What is imported.
pub fn import_names<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    if !is_import(tree.kind(node)) {
        return None;
    }
    list(state, tree.children(node).filter(|&child| is_imported(tree, child)))
}

/// The node is one name or module of an import statement.
fn is_imported(tree: &Tree<'_>, node: NodeId) -> bool {
    let is_name = match tree.kind(node) {
        Kind::DottedName | Kind::AliasedImport => tree.node(node).field == Field::Name,
        kind => kind == Kind::WildcardImport,
    };
    is_name && is_import(tree.kind(tree.parent(node)))
}

/// As [`dotted`], as Python compares names.
fn dotted_name<'t>(state: &FileState<'t>, name: NodeId) -> &'t str {
    match state.tree().normal.get(&name) {
        Some(normal) => state.alloc_text(&normal.replace(' ', "")),
        None => dotted(state, name),
    }
}

/// The name of what is imported, without what comes after `as`.
fn imported_node(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    if !is_imported(tree, node) {
        return None;
    }
    if tree.kind(node) == Kind::AliasedImport { tree.child(node, Field::Name) } else { Some(node) }
}

fn imported<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    imported_node(state.tree(), node).map(|name| dotted_name(state, name))
}

/// The name as written.
pub fn imported_name<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    imported_node(state.tree(), node).map(|name| dotted(state, name))
}

/// The name after `as`.
pub fn imported_alias<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let alias = imported(state, node).and_then(|_| tree.child(node, Field::Alias));
    alias.map(|alias| tree.name(alias))
}

/// Dotted name of the module that is imported or imported from; as written where its package is not known.
fn module_of<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let name = imported(state, node)?;
    let import = tree.parent(node);
    match tree.kind(import) {
        Kind::ImportStatement => Some(name),
        Kind::FutureImportStatement => Some("__future__"),
        _ => {
            let from = import_source(tree, import)?;
            if from.level == 0 {
                return Some(dotted_name(state, tree.child(import, Field::ModuleName)?));
            }
            let resolved = state.file.modules.relative(from.level, from.module);
            resolved.map(|name| state.alloc_text(&name)).or_else(|| import_module(state, import))
        }
    }
}

/// Dotted name of the module that is imported or imported from.
pub fn imported_module<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    module_of(state, node)
}

/// Path of the module that is imported from, when it is part of the project; for `from . import x` that of `x` where it
/// is a module, and also where the package itself has no file.
pub fn imported_path<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let name = imported(state, node)?;
    let import = tree.parent(node);
    let module = match tree.kind(import) {
        Kind::ImportStatement => state.file.modules.find(name),
        _ => import_source(tree, import).and_then(|from| {
            let source = (!from.module.is_empty()).then(|| state.names.import_source(from)).flatten();
            source.or_else(|| source_of(state, from, name))
        }),
    };
    module.map(|module| state.file.modules.path(module))
}

/// The file that gives `name` in `from ... import name`: the module of that name in a package, else the source itself.
fn source_of(state: &FileState<'_>, from: ImportFrom<'_>, name: &str) -> Option<ModuleId> {
    let modules = &state.file.modules;
    let source = state.names.import_source(from);
    let inner = match (source, from.level) {
        (Some(package), _) => modules.submodule(package, name),
        (None, 0) => modules.find(&join(from.module, name)),
        (None, level) => modules.find_relative(level, &join(from.module, name)),
    };
    inner.or(source)
}

fn join(first: &str, second: &str) -> String {
    if first.is_empty() { second.to_owned() } else { format!("{first}.{second}") }
}

/// Where the root of the name is imported from: path of a module of the project, or dotted name of another module.
pub fn expr_imported_from<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    state.last.imported_from.of(node, || imported_from(state, node))
}

fn imported_from<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let mut root = tree.bare(node);
    while tree.kind(root) == Kind::Attribute {
        tree.child(root, Field::Attribute)?;
        root = tree.bare(tree.child(root, Field::Object)?);
    }
    if tree.kind(root) != Kind::Identifier {
        return None;
    }
    let (scopes, name) = (&state.file.scopes, tree.slice(root));
    let home = scopes.lookup(state.names.scope_of_name(root), name)?;
    let mut bound = scopes.bindings_of(home, name).iter().map(|&id| scopes.binding(id).bound);
    bound.find_map(|bound| match bound {
        Bound::Module(module) => Some(innermost_module(state, module, segments(tree, node)?.get(1..)?)),
        Bound::From(from, name) => Some(match source_of(state, from, name) {
            Some(module) => state.file.modules.path(module),
            None => outside(state, from),
        }),
        _ => None,
    })
}

/// Path of the module that `module.member...` leads to, as far as its members are modules of the project.
fn innermost_module<'t>(state: &FileState<'t>, module: &'t str, members: &[&str]) -> &'t str {
    let modules = &state.file.modules;
    let mut found = modules.find(module);
    let mut dotted = module.to_owned();
    for member in members {
        dotted = join(&dotted, member);
        match modules.find(&dotted) {
            Some(inner) => found = Some(inner),
            None => break,
        }
    }
    found.map_or(module, |module| modules.path(module))
}

/// Dotted name of a module that is no part of the project.
fn outside<'t>(state: &FileState<'t>, from: ImportFrom<'t>) -> &'t str {
    let resolved = state.file.modules.relative(from.level, from.module).filter(|_| from.level > 0);
    resolved.map_or(from.module, |name| state.alloc_text(&name))
}
