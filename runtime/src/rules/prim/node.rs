//! Facts about the place of any node.

use super::{statement_of, undecorated};
use crate::rules::cx::Cx;
use crate::rules::prim::text::text_of;
use crate::scope::{ScopeId, ScopeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

/// Line where it begins.
pub fn node_line<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    cx.tree().line(undecorated(cx.tree(), node)).into()
}

/// Line where it ends.
pub fn node_end_line<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    cx.tree().end_line(node).into()
}

/// Byte column where it begins.
pub fn node_column<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    tree.column_at(tree.node(undecorated(tree, node)).start).into()
}

/// Source text on one line.
pub fn node_text<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    text_of(cx, node).into()
}

/// The grammar's name of the syntax kind.
pub fn node_kind<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    kind_name(cx.tree(), node).into()
}

fn kind_name<'t>(tree: &Tree<'t>, node: NodeId) -> &'t str {
    match tree.kind(node) {
        Kind::Token => tree.slice(node),
        kind => Kind::NAMES[kind as usize],
    }
}

/// The node is of one of the grammar's kinds that the set holds.
pub fn node_is_kind<'t>(cx: &Cx<'t>, node: NodeId, args: &[Value<'t>]) -> Value<'t> {
    let Some(Value::Set(kinds)) = args.first() else { return Value::Bool(false) };
    kinds.texts.binary_search(&kind_name(cx.tree(), node)).is_ok().into()
}

/// The scope of a node; a parameter belongs to the function that has it, its default and annotation do not.
fn home(cx: &Cx<'_>, node: NodeId) -> ScopeId {
    cx.names.scope_of_name(node)
}

/// Nearest enclosing function.
pub fn node_function<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let scopes = &cx.file.scopes;
    let function = scopes.get(scopes.function_around(home(cx, node)));
    (function.kind == ScopeKind::Function).then_some(function.node).into()
}

/// Nearest enclosing class.
pub fn node_class<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let scopes = &cx.file.scopes;
    scopes.class_around(home(cx, node)).map(|class| scopes.get(class).node).into()
}

/// Qualified name of the innermost enclosing definition.
pub fn node_scope<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    match cx.file.scopes.get(home(cx, node)).qualname {
        "" => "<module>".into(),
        qualname => qualname.into(),
    }
}

/// Climbs inside the same function, class or lambda to the first node around that `is_wanted`; it is given the node and
/// the field through which its content was left.
fn enclosing<'t>(cx: &Cx<'t>, node: NodeId, is_wanted: impl Fn(Kind, Field) -> bool) -> Value<'t> {
    let tree = cx.tree();
    let mut at = node;
    for around in tree.ancestors(node) {
        let (kind, field) = (tree.kind(around), tree.node(at).field);
        if is_wanted(kind, field) {
            return around.into();
        }
        let is_boundary = matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Lambda);
        if is_boundary && field == Field::Body {
            return Value::None;
        }
        at = around;
    }
    Value::None
}

/// Nearest enclosing loop. The iterable of a `for` and the `else` of a loop run once, outside of it.
pub fn node_loop<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    enclosing(cx, node, |kind, field| match kind {
        Kind::ForStatement => !matches!(field, Field::Right | Field::Alternative),
        Kind::WhileStatement => field != Field::Alternative,
        _ => false,
    })
}

/// Nearest enclosing branch. The condition of an `if` is not inside it.
pub fn node_branch<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    enclosing(cx, node, |kind, field| match kind {
        Kind::IfStatement => field == Field::Consequence,
        Kind::TryStatement | Kind::ElifClause | Kind::ElseClause | Kind::ExceptClause | Kind::FinallyClause => true,
        Kind::CaseClause => true,
        _ => false,
    })
}

/// Nearest enclosing `except` clause.
pub fn node_handler<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    enclosing(cx, node, |kind, _| kind == Kind::ExceptClause)
}

/// Nearest enclosing `with` statement, its items included.
pub fn node_with<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    enclosing(cx, node, |kind, _| kind == Kind::WithStatement)
}

/// Nearest call of the same statement that has the node in an argument.
pub fn node_outer_call<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let mut at = node;
    for around in tree.ancestors(node) {
        match tree.kind(around) {
            // The list of arguments is itself no argument; a lone generator expression is both in one.
            Kind::Call if at == node && tree.kind(at) == Kind::ArgumentList => {}
            Kind::Call if tree.node(at).field == Field::Arguments => return around.into(),
            Kind::Block | Kind::Module => break,
            _ => {}
        }
        at = around;
    }
    Value::None
}

/// The statement that holds it.
pub fn node_statement<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    statement_of(cx.tree(), node).into()
}

/// The node around it, without parentheses and other wrappers that only group.
pub fn node_parent<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    if node == NodeId::MODULE {
        return Value::None;
    }
    let is_wrapper = |kind| matches!(kind, Kind::ParenthesizedExpression | Kind::Type | Kind::Other);
    tree.ancestors(node).find(|&around| !is_wrapper(tree.kind(around))).into()
}

/// The value is a decorator, or the callee or an argument of one.
pub fn node_is_decorator<'t>(cx: &Cx<'t>, node: NodeId, _: &[Value<'t>]) -> Value<'t> {
    let tree = cx.tree();
    let around = tree.bare_parent(node);
    if tree.kind(node) == Kind::Decorator || tree.kind(around) == Kind::Decorator {
        return true.into();
    }
    let is_part = matches!(tree.kind(around), Kind::KeywordArgument | Kind::ListSplat | Kind::DictionarySplat);
    let list = if is_part { tree.bare_parent(around) } else { around };
    let call = if tree.kind(list) == Kind::ArgumentList { tree.parent(list) } else { list };
    (tree.kind(call) == Kind::Call && tree.kind(tree.bare_parent(call)) == Kind::Decorator).into()
}
