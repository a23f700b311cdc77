//! Facts about the place of any node.

use super::{statement_of, undecorated};
use crate::rules::file_state::FileState;
use crate::rules::prim::text::text_of;
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::LiteralSet;

/// Line where it begins.
pub fn node_line<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    Some(state.range(undecorated(state.tree(), node)).start.line.into())
}

/// Line where it ends.
pub fn node_end_line<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    Some(state.range(node).end.line.into())
}

/// Byte column where it begins.
pub fn node_column<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    let tree = state.tree();
    Some(state.range(undecorated(tree, node)).start.column.into())
}

/// Source text on one line.
pub fn node_text<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    Some(text_of(state, node))
}

/// The first line of its source text.
pub fn node_first_line<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    let slice = tree.slice(undecorated(tree, node));
    Some(slice.split(['\n', '\r']).next().unwrap_or(slice).trim_end())
}

/// The grammar's name of the syntax kind.
pub fn node_kind<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    Some(kind_name(state.tree(), node))
}

fn kind_name<'t>(tree: &Tree<'t>, node: NodeId) -> &'t str {
    match tree.kind(node) {
        Kind::Token => tree.slice(node),
        kind => Kind::NAMES[kind as usize],
    }
}

/// The node is of one of the grammar's kinds that the set holds.
pub fn node_is_kind<'t>(state: &FileState<'t>, node: NodeId, kinds: Option<&'static LiteralSet>) -> Option<bool> {
    Some(kinds.is_some_and(|kinds| kinds.has_text(kind_name(state.tree(), node))))
}

/// The scope of a node; a parameter belongs to the function that has it, its default and annotation do not.
fn home(state: &FileState<'_>, node: NodeId) -> ScopeId {
    state.names.scope_of_name(node)
}

/// Nearest enclosing function.
pub fn node_function<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let scopes = &state.file.scopes;
    let function = scopes.get(scopes.function_around(home(state, node)));
    (function.kind == ScopeKind::Function).then_some(function.node)
}

/// Nearest enclosing class.
pub fn node_class<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let scopes = &state.file.scopes;
    scopes.class_around(home(state, node)).map(|class| scopes.get(class).node)
}

/// Qualified name of the innermost enclosing definition.
pub fn node_scope<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    match state.file.scopes.get(home(state, node)).qualname {
        "" => Some("<module>"),
        qualname => Some(qualname),
    }
}

/// Climbs inside the same function, class or lambda to the first node around that `is_wanted`; it is given the node and
/// the field through which its content was left.
fn enclosing(state: &FileState<'_>, node: NodeId, is_wanted: impl Fn(Kind, Field) -> bool) -> Option<NodeId> {
    let tree = state.tree();
    let mut at = node;
    for around in tree.ancestors(node) {
        let (kind, field) = (tree.kind(around), tree.node(at).field);
        if is_wanted(kind, field) {
            return Some(around);
        }
        let is_boundary = matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Lambda);
        if is_boundary && field == Field::Body {
            return None;
        }
        at = around;
    }
    None
}

/// Nearest enclosing loop. The iterable of a `for` and the `else` of a loop run once, outside of it.
pub fn node_loop<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    enclosing(state, node, |kind, field| match kind {
        Kind::ForStatement => !matches!(field, Field::Right | Field::Alternative),
        Kind::WhileStatement => field != Field::Alternative,
        _ => false,
    })
}

/// Nearest enclosing branch. The condition of an `if` is not inside it.
pub fn node_branch<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    enclosing(state, node, |kind, field| match kind {
        Kind::IfStatement => field == Field::Consequence,
        Kind::TryStatement | Kind::ElifClause | Kind::ElseClause | Kind::ExceptClause | Kind::FinallyClause => true,
        Kind::CaseClause => true,
        _ => false,
    })
}

/// Nearest enclosing `except` clause.
pub fn node_handler<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    enclosing(state, node, |kind, _| kind == Kind::ExceptClause)
}

/// Nearest enclosing `with` statement, its items included.
pub fn node_with<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    enclosing(state, node, |kind, _| kind == Kind::WithStatement)
}

/// Nearest call of the same statement that has the node in an argument.
pub fn node_outer_call<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    let mut at = node;
    for around in tree.ancestors(node) {
        match tree.kind(around) {
            // The list of arguments is itself no argument; a lone generator expression is both in one.
            Kind::Call if at == node && tree.kind(at) == Kind::ArgumentList => {}
            Kind::Call if tree.node(at).field == Field::Arguments => return Some(around),
            Kind::Block | Kind::Module => break,
            _ => {}
        }
        at = around;
    }
    None
}

/// The statement that holds it.
pub fn node_statement<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    Some(statement_of(state.tree(), node))
}

/// The node around it, without parentheses and other wrappers that only group.
pub fn node_parent<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    if node == NodeId::MODULE {
        return None;
    }
    let is_wrapper = |kind| matches!(kind, Kind::ParenthesizedExpression | Kind::Type | Kind::Other);
    tree.ancestors(node).find(|&around| !is_wrapper(tree.kind(around)))
}

/// The value is a decorator, or the callee or an argument of one.
pub fn node_is_decorator<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    let around = tree.bare_parent(node);
    if tree.kind(node) == Kind::Decorator || tree.kind(around) == Kind::Decorator {
        return Some(true);
    }
    let is_part = matches!(tree.kind(around), Kind::KeywordArgument | Kind::ListSplat | Kind::DictionarySplat);
    let list = if is_part { tree.bare_parent(around) } else { around };
    let call = if tree.kind(list) == Kind::ArgumentList { tree.parent(list) } else { list };
    Some(tree.kind(call) == Kind::Call && tree.kind(tree.bare_parent(call)) == Kind::Decorator)
}
