//! Imports, and modules as the project knows them.

use super::text::text_of;
use super::{definitions, list, segments, statements};
use crate::modules::ModuleId;
use crate::rules::cx::Cx;
use crate::scope::bind::import_source;
use crate::scope::{Bound, ImportFrom};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

fn is_module(cx: &Cx<'_>, node: NodeId) -> bool {
    cx.tree().kind(node) == Kind::Module
}

/// Dotted name by which other files import it.
pub fn module_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    is_module(cx, node).then(|| cx.file.modules.name(cx.file.module)).into()
}

/// Path below the indexed root.
pub fn module_path<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    is_module(cx, node).then_some(cx.file.path).into()
}

/// Name of the file without folders.
pub fn module_file_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let path = cx.file.path;
    is_module(cx, node).then(|| path.rsplit_once('/').map_or(path, |(_, name)| name)).into()
}

/// The statements at the top of the file.
pub fn module_body<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    if !is_module(cx, node) {
        return Value::None;
    }
    list(cx, statements(cx.tree(), node))
}

/// Text of the docstring of the file.
pub fn module_docstring<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    is_module(cx, node).then(|| definitions::docstring(cx, node)).flatten().into()
}

fn is_import(kind: Kind) -> bool {
    matches!(kind, Kind::ImportStatement | Kind::ImportFromStatement | Kind::FutureImportStatement)
}

/// It is a `from` import.
pub fn import_is_from<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let kind = cx.tree().kind(node);
    is_import(kind).then_some(kind != Kind::ImportStatement).into()
}

/// It imports `*`.
pub fn import_is_star<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    is_import(tree.kind(node)).then(|| tree.child_of_kind(node, Kind::WildcardImport).is_some()).into()
}

/// The module of a `from` import as written.
pub fn import_module<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    match tree.kind(node) {
        Kind::ImportFromStatement => tree.child(node, Field::ModuleName).map(|module| dotted(cx, module)).into(),
        Kind::FutureImportStatement => "__future__".into(),
        _ => Value::None,
    }
}

/// A dotted name as it is written, without the white space that may stand around its dots.
fn dotted<'t>(cx: &Cx<'t>, name: NodeId) -> &'t str {
    let text = text_of(cx, name);
    if text.contains(' ') { cx.alloc_text(&text.replace(' ', "")) } else { text }
}

/// What is imported.
pub fn import_names<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if !is_import(tree.kind(node)) {
        return Value::None;
    }
    list(cx, tree.children(node).filter(|&child| is_imported(tree, child)))
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
fn dotted_name<'t>(cx: &Cx<'t>, name: NodeId) -> &'t str {
    match cx.tree().normal.get(&name) {
        Some(normal) => cx.alloc_text(&normal.replace(' ', "")),
        None => dotted(cx, name),
    }
}

/// The name of what is imported, without what comes after `as`.
fn imported_node(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    if !is_imported(tree, node) {
        return None;
    }
    if tree.kind(node) == Kind::AliasedImport { tree.child(node, Field::Name) } else { Some(node) }
}

fn imported<'t>(cx: &Cx<'t>, node: NodeId) -> Option<&'t str> {
    imported_node(cx.tree(), node).map(|name| dotted_name(cx, name))
}

/// The name as written.
pub fn imported_name<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    imported_node(cx.tree(), node).map(|name| dotted(cx, name)).into()
}

/// The name after `as`.
pub fn imported_alias<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let alias = imported(cx, node).and_then(|_| tree.child(node, Field::Alias));
    alias.map(|alias| tree.name(alias)).into()
}

/// Dotted name of the module that is imported or imported from; as written where its package is not known.
fn module_of<'t>(cx: &Cx<'t>, node: NodeId) -> Option<&'t str> {
    let tree = cx.tree();
    let name = imported(cx, node)?;
    let import = tree.parent(node);
    match tree.kind(import) {
        Kind::ImportStatement => Some(name),
        Kind::FutureImportStatement => Some("__future__"),
        _ => {
            let from = import_source(tree, import)?;
            if from.level == 0 {
                return Some(dotted_name(cx, tree.child(import, Field::ModuleName)?));
            }
            let resolved = cx.file.modules.relative(from.level, from.module);
            resolved.map(|name| cx.alloc_text(&name)).or_else(|| import_module(cx, import, &[]).text())
        }
    }
}

/// Dotted name of the module that is imported or imported from.
pub fn imported_module<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    module_of(cx, node).into()
}

/// Path of the module that is imported from, when it is part of the project; for `from . import x` that of `x` where it
/// is a module, and also where the package itself has no file.
pub fn imported_path<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(name) = imported(cx, node) else { return Value::None };
    let import = tree.parent(node);
    let module = match tree.kind(import) {
        Kind::ImportStatement => cx.file.modules.find(name),
        _ => import_source(tree, import).and_then(|from| {
            let source = (!from.module.is_empty()).then(|| cx.names.import_source(from)).flatten();
            source.or_else(|| source_of(cx, from, name))
        }),
    };
    module.map(|module| cx.file.modules.path(module)).into()
}

/// The file that gives `name` in `from ... import name`: the module of that name in a package, else the source itself.
fn source_of(cx: &Cx<'_>, from: ImportFrom<'_>, name: &str) -> Option<ModuleId> {
    let modules = &cx.file.modules;
    let source = cx.names.import_source(from);
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
pub fn expr_imported_from<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let Some(segments) = segments(tree, node) else { return Value::None };
    let mut root = tree.bare(node);
    while let Some(object) = tree.child(root, Field::Object) {
        root = tree.bare(object);
    }
    let scopes = &cx.file.scopes;
    let Some(home) = scopes.lookup(cx.names.scope_of_name(root), segments[0]) else { return Value::None };
    let bound = scopes.bindings_of(home, segments[0]).iter().map(|&id| scopes.binding(id).bound);
    let source = bound.into_iter().find_map(|bound| match bound {
        Bound::Module(module) => Some(innermost_module(cx, module, &segments[1..])),
        Bound::From(from, name) => Some(match source_of(cx, from, name) {
            Some(module) => cx.file.modules.path(module),
            None => outside(cx, from),
        }),
        _ => None,
    });
    source.into()
}

/// Path of the module that `module.member...` leads to, as far as its members are modules of the project.
fn innermost_module<'t>(cx: &Cx<'t>, module: &'t str, members: &[&str]) -> &'t str {
    let modules = &cx.file.modules;
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
fn outside<'t>(cx: &Cx<'t>, from: ImportFrom<'t>) -> &'t str {
    let resolved = cx.file.modules.relative(from.level, from.module).filter(|_| from.level > 0);
    resolved.map_or(from.module, |name| cx.alloc_text(&name))
}
