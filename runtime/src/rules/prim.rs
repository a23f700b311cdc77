//! The vocabulary: one function for each property of `python.vocab`, the only place where a word gets its meaning.
//!
//! A property is asked of a node and reads fields, children and ancestors of it; it never searches below. Asked of a
//! node that is not of its class, and of damaged source that lacks the part, it gives an absent value. Expressions are
//! given back without the parentheses around them.

mod bindings;
mod calls;
mod classes;
mod comments;
mod definitions;
mod displays;
mod exprs;
mod imports;
mod node;
mod parameters;
mod statements;
mod text;

pub use bindings::*;
pub use calls::*;
pub use classes::*;
pub use comments::*;
pub use definitions::*;
pub use displays::*;
pub use exprs::*;
pub use imports::*;
pub use node::*;
pub use parameters::*;
pub use statements::*;

use crate::rules::cx::{Cx, Prim};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

macro_rules! prims {
    ($($name:ident)*) => {
        /// Every property by the name of its function, sorted.
        pub const TABLE: &[(&str, Prim)] = &[$((stringify!($name), $name as Prim)),*];
    };
}

prims! {
    argument_index
    argument_is_double_star
    argument_is_star
    argument_keyword
    argument_parameter
    argument_value
    assert_condition
    assert_message
    assignment_annotation
    assignment_operator
    assignment_target
    assignment_value
    await_value
    binary_left
    binary_operator
    binary_right
    binder_bindings
    binding_name
    binding_path
    binding_target
    binding_value
    call_arg
    call_args
    call_callee
    call_is_awaited
    call_keyword
    call_keywords
    call_positional
    class_bases
    class_field
    class_fields
    class_inner
    class_keyword
    class_method
    class_methods
    comment_unit
    compare_operands
    compare_operators
    comprehension_for_is_async
    comprehension_for_iterable
    comprehension_is_async
    comprehension_is_generator
    conditional_condition
    decorator_arg
    decorator_args
    decorator_call
    decorator_definition
    decorator_index
    decorator_keyword
    decorator_target
    definition_body
    definition_decorators
    definition_docstring
    definition_is_top_level
    definition_name
    definition_owner
    definition_qualname
    delete_targets
    entry_is_spread
    entry_key
    entry_value
    except_name
    except_type
    expr_boolean
    expr_constant
    expr_constant_text
    expr_dotted
    expr_elements
    expr_entries
    expr_entry
    expr_has_known_class
    expr_imported_from
    expr_integer
    expr_is_literal
    expr_is_none
    expr_label
    expr_member
    expr_name
    expr_number
    expr_object
    expr_origin
    expr_qualified
    expr_refers_to
    expr_resolution
    expr_role
    expr_shape
    expr_string
    expr_target
    expr_template
    field_annotation
    field_name
    field_value
    for_is_async
    for_iterable
    function_is_async
    function_is_method
    function_is_typed
    function_param
    function_params
    function_returns
    global_names
    if_condition
    import_is_from
    import_is_star
    import_module
    import_names
    imported_alias
    imported_module
    imported_name
    imported_path
    lambda_body
    lambda_params
    match_subject
    module_body
    module_docstring
    module_file_name
    module_name
    module_path
    node_branch
    node_class
    node_column
    node_end_line
    node_function
    node_handler
    node_is_decorator
    node_is_kind
    node_kind
    node_line
    node_loop
    node_outer_call
    node_parent
    node_scope
    node_statement
    node_text
    node_with
    parameter_annotation
    parameter_default
    parameter_index
    parameter_name
    parameter_passing
    raise_cause
    raise_value
    return_value
    string_holes
    string_prefix
    subscript_index
    subscript_indexes
    subscript_value
    type_alias_name
    type_alias_value
    while_condition
    with_is_async
    with_item_target
    with_item_value
    with_items
    yield_is_from
    yield_value
}

/// The property whose function has that name.
pub fn find(name: &str) -> Option<Prim> {
    TABLE.binary_search_by_key(&name, |&(known, _)| known).ok().map(|at| TABLE[at].1)
}

/// A compound statement, or a clause of one that has a body of its own.
fn is_compound(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CaseClause
            | Kind::ClassDefinition
            | Kind::DecoratedDefinition
            | Kind::ElifClause
            | Kind::ElseClause
            | Kind::ExceptClause
            | Kind::FinallyClause
            | Kind::ForStatement
            | Kind::FunctionDefinition
            | Kind::IfStatement
            | Kind::MatchStatement
            | Kind::TryStatement
            | Kind::WhileStatement
            | Kind::WithStatement
    )
}

/// The function or class inside its decorators; any other node itself.
fn undecorated(tree: &Tree<'_>, node: NodeId) -> NodeId {
    match tree.kind(node) {
        Kind::DecoratedDefinition => tree.child(node, Field::Definition).unwrap_or(node),
        _ => node,
    }
}

/// The block of statements that belongs to a compound statement or clause.
fn block_of(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    tree.child_of_kind(node, Kind::Block)
}

/// The statements directly in a block or module, definitions without their decorators.
fn statements<'a>(tree: &'a Tree<'_>, block: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    let children = tree.children(block).filter(|&child| !matches!(tree.kind(child), Kind::Error | Kind::Token));
    children.map(|statement| undecorated(tree, statement))
}

/// The statement that holds the node, or is it.
fn statement_of(tree: &Tree<'_>, node: NodeId) -> NodeId {
    let mut at = node;
    while at != NodeId::MODULE {
        let around = tree.parent(at);
        let is_among_statements = matches!(tree.kind(around), Kind::Block | Kind::Module);
        if is_among_statements && !matches!(tree.kind(at), Kind::CaseClause | Kind::Comment) {
            return undecorated(tree, at);
        }
        at = around;
    }
    at
}

/// A keyword such as `async` stands among the children.
fn has_token(tree: &Tree<'_>, node: NodeId, token: &str) -> bool {
    tree.children(node).any(|child| tree.kind(child) == Kind::Token && tree.slice(child) == token)
}

/// The child in that field, without parentheses.
fn bare_child<'t>(cx: &Cx<'t>, node: NodeId, field: Field) -> Value<'t> {
    let tree = cx.tree();
    tree.child(node, field).map(|child| tree.bare(child)).into()
}

/// The child in that field of a node of that kind, without parentheses.
fn bare_child_of<'t>(cx: &Cx<'t>, node: NodeId, kind: Kind, field: Field) -> Value<'t> {
    if cx.tree().kind(node) == kind { bare_child(cx, node, field) } else { Value::None }
}

/// The first child of a node of that kind that has no field and is no keyword, without parentheses.
fn first_value<'t>(cx: &Cx<'t>, node: NodeId, kind: Kind) -> Value<'t> {
    let tree = cx.tree();
    let is_value = |&child: &NodeId| {
        tree.node(child).field == Field::None && !matches!(tree.kind(child), Kind::Token | Kind::Error)
    };
    let value = tree.children(node).find(is_value).filter(|_| tree.kind(node) == kind);
    value.map(|value| tree.bare(value)).into()
}

/// The attribute's name, when the node is one.
fn member<'t>(tree: &Tree<'t>, node: NodeId) -> Option<&'t str> {
    let node = tree.bare(node);
    let member = tree.child(node, Field::Attribute).filter(|_| tree.kind(node) == Kind::Attribute)?;
    Some(tree.name(member))
}

/// Names and attributes from the root on; none when something else stands among them.
fn segments<'t>(tree: &Tree<'t>, node: NodeId) -> Option<Vec<&'t str>> {
    let mut segments = Vec::new();
    let mut at = tree.bare(node);
    while tree.kind(at) == Kind::Attribute {
        segments.push(member(tree, at)?);
        at = tree.bare(tree.child(at, Field::Object)?);
    }
    if tree.kind(at) != Kind::Identifier {
        return None;
    }
    segments.push(tree.name(at));
    segments.reverse();
    Some(segments)
}

/// Nodes as a list.
fn list<'t>(cx: &Cx<'t>, nodes: impl IntoIterator<Item = NodeId>) -> Value<'t> {
    cx.alloc_list(nodes.into_iter().map(Value::Node))
}
