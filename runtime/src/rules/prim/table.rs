//! The properties by name and type: for the interpreter, which finds them when it loads a plan, and as methods of nodes,
//! by which compiled rules read them. Both lead to the same functions.

use crate::rules::file_state::FileState;
use crate::rules::run::{IntoValue, Run};
use crate::syntax::tree::NodeId;
use crate::value::{LiteralSet, Value};

/// A property, whatever its type is: of a node of the file, with arguments.
pub type Prim = for<'t> fn(&FileState<'t>, NodeId, &[Value<'t>]) -> Value<'t>;

/// What a property takes or gives; what it gives may be absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A node.
    Node,
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// A floating-point number.
    Real,
    /// A truth value.
    Bool,
    /// Nodes.
    Nodes,
    /// Texts.
    Texts,
    /// A set of literals.
    Set,
    /// A value of one of several types, decided in its file.
    Plain,
    /// A value that other files may have to decide.
    Open,
}

/// A property of the vocabulary.
#[derive(Clone, Copy)]
pub struct Property {
    /// Name of its function.
    pub name: &'static str,
    /// What it takes, if anything.
    pub param: Option<Form>,
    /// What it gives.
    pub result: Form,
    /// Reads it.
    pub read: Prim,
}

#[rustfmt::skip]
macro_rules! form {
    (node) => { Form::Node };
    (text) => { Form::Text };
    (int) => { Form::Int };
    (real) => { Form::Real };
    (bool) => { Form::Bool };
    (nodes) => { Form::Nodes };
    (texts) => { Form::Texts };
    (set) => { Form::Set };
    (plain) => { Form::Plain };
    (open) => { Form::Open };
}

/// Its type in Rust.
#[rustfmt::skip]
macro_rules! ty {
    (node) => { Option<NodeId> };
    (text) => { Option<&'t str> };
    (int) => { Option<i64> };
    (real) => { Option<f64> };
    (bool) => { Option<bool> };
    (nodes) => { Option<&'t [NodeId]> };
    (texts) => { Option<&'t [&'t str]> };
    (plain) => { Value<'t> };
    (open) => { Value<'t> };
}

/// The type of a parameter.
#[rustfmt::skip]
macro_rules! param {
    (node) => { NodeId };
    (text) => { &'a str };
    (int) => { i64 };
    (set) => { &'static LiteralSet };
}

/// The argument among untyped ones.
#[rustfmt::skip]
macro_rules! argument {
    (node, $args:ident) => { $args.first().and_then(|arg| arg.node()) };
    (text, $args:ident) => { $args.first().and_then(|arg| arg.text()) };
    (int, $args:ident) => { $args.first().and_then(|arg| arg.int()) };
    (set, $args:ident) => {
        match $args.first() {
            Some(Value::Set(set)) => Some(set.value),
            _ => None,
        }
    };
}

/// What is given to a rule, which is charged for what was built.
#[rustfmt::skip]
macro_rules! charged {
    (nodes, $run:ident, $given:expr) => { $run.listed($given) };
    (texts, $run:ident, $given:expr) => { $run.listed($given) };
    (open, $run:ident, $given:expr) => { $run.undecided($given) };
    ($form:ident, $run:ident, $given:expr) => { $given };
}

macro_rules! properties {
    ($($name:ident($($arg:ident: $param:ident)?): $result:ident;)*) => {
        /// Every property, sorted by name.
        pub const TABLE: &[Property] = &[$(
            Property {
                name: stringify!($name),
                param: [$(Some(form!($param)),)? None][0],
                result: form!($result),
                read: read::$name,
            }
        ),*];

        /// Every property for values of any type.
        #[allow(missing_docs, reason = "each is documented where it is answered")]
        pub mod read {
            use super::*;

            $(
                pub fn $name<'t>(state: &FileState<'t>, node: NodeId, _args: &[Value<'t>]) -> Value<'t> {
                    crate::rules::prim::$name(state, node $(, argument!($param, _args))?).into_value(state)
                }
            )*
        }

        /// Every property as a method of a node, or of one that may be absent.
        #[allow(missing_docs, reason = "each is documented where it is answered")]
        #[allow(clippy::extra_unused_lifetimes, reason = "only those that are given a text name it")]
        pub trait Properties<'t>: Into<Option<NodeId>> {
            $(
                #[inline]
                fn $name<'a>(self, run: &Run<'_, 't> $(, $arg: impl Into<Option<param!($param)>>)?) -> ty!($result) {
                    let node: Option<NodeId> = self.into();
                    let Some(node) = node else { return Default::default() };
                    charged!($result, run, crate::rules::prim::$name(run.state, node $(, $arg.into())?))
                }
            )*
        }
    };
}

properties! {
    argument_index(): int;
    argument_is_double_star(): bool;
    argument_is_star(): bool;
    argument_keyword(): text;
    argument_parameter(): open;
    argument_value(): node;
    assert_condition(): node;
    assert_message(): node;
    assignment_annotation(): node;
    assignment_operator(): text;
    assignment_target(): node;
    assignment_value(): node;
    await_value(): node;
    binary_left(): node;
    binary_operator(): text;
    binary_right(): node;
    binder_bindings(): nodes;
    binding_name(): text;
    binding_path(): text;
    binding_target(): node;
    binding_value(): node;
    block_condition(): text;
    block_edges(): nodes;
    block_end_line(): int;
    block_is_dead(): bool;
    block_kind(): text;
    block_line(): int;
    block_number(): int;
    block_statements(): nodes;
    call_arg(index: int): node;
    call_args(): nodes;
    call_callee(): node;
    call_is_awaited(): bool;
    call_keyword(name: text): node;
    call_keywords(): nodes;
    call_positional(): nodes;
    class_all_fields(): open;
    class_all_methods(): open;
    class_bases(): nodes;
    class_field(name: text): node;
    class_fields(): nodes;
    class_find(name: text): open;
    class_inner(name: text): node;
    class_keyword(name: text): node;
    class_method(name: text): node;
    class_methods(): nodes;
    comment_unit(): node;
    compare_operands(): nodes;
    compare_operators(): texts;
    comprehension_for_is_async(): bool;
    comprehension_for_iterable(): node;
    comprehension_is_async(): bool;
    comprehension_is_generator(): bool;
    conditional_condition(): node;
    decorator_arg(index: int): node;
    decorator_args(): nodes;
    decorator_call(): node;
    decorator_definition(): node;
    decorator_index(): int;
    decorator_keyword(name: text): node;
    decorator_target(): node;
    definition_blocks(): nodes;
    definition_body(): nodes;
    definition_decorators(): nodes;
    definition_docstring(): text;
    definition_is_top_level(): bool;
    definition_name(): text;
    definition_owner(): node;
    definition_qualname(): text;
    delete_targets(): nodes;
    edge_from(): node;
    edge_kind(): text;
    edge_to(): node;
    entry_is_spread(): bool;
    entry_key(): node;
    entry_value(): node;
    except_name(): text;
    except_type(): node;
    expr_boolean(): bool;
    expr_class_name(): open;
    expr_constant(): plain;
    expr_constant_text(): text;
    expr_definition(): open;
    expr_dotted(): text;
    expr_element_class(): open;
    expr_elements(): nodes;
    expr_entries(): nodes;
    expr_entry(key: text): node;
    expr_has_known_class(): open;
    expr_imported_from(): text;
    expr_integer(): int;
    expr_is_literal(): bool;
    expr_is_none(): bool;
    expr_label(): text;
    expr_member(): text;
    expr_name(): text;
    expr_number(): real;
    expr_object(): node;
    expr_origin(): node;
    expr_qualified(): open;
    expr_refers_to(other: node): bool;
    expr_resolution(): open;
    expr_role(): text;
    expr_shape(): text;
    expr_string(): text;
    expr_target(): node;
    expr_template(): text;
    field_annotation(): node;
    field_name(): text;
    field_value(): node;
    for_is_async(): bool;
    for_iterable(): node;
    function_is_async(): bool;
    function_is_method(): bool;
    function_is_typed(): bool;
    function_param(name: text): node;
    function_params(): nodes;
    function_returns(): node;
    global_names(): texts;
    if_condition(): node;
    import_is_from(): bool;
    import_is_star(): bool;
    import_module(): text;
    import_names(): nodes;
    imported_alias(): text;
    imported_module(): text;
    imported_name(): text;
    imported_path(): text;
    lambda_body(): node;
    lambda_params(): nodes;
    match_subject(): node;
    module_blocks(): nodes;
    module_body(): nodes;
    module_docstring(): text;
    module_file_name(): text;
    module_name(): text;
    module_path(): text;
    node_block(): node;
    node_branch(): node;
    node_class(): node;
    node_column(): int;
    node_end_line(): int;
    node_first_line(): text;
    node_function(): node;
    node_handler(): node;
    node_is_decorator(): bool;
    node_is_kind(kinds: set): bool;
    node_kind(): text;
    node_line(): int;
    node_loop(): node;
    node_outer_call(): node;
    node_parent(): node;
    node_scope(): text;
    node_statement(): node;
    node_text(): text;
    node_with(): node;
    parameter_annotation(): node;
    parameter_default(): node;
    parameter_index(): int;
    parameter_name(): text;
    parameter_passing(): text;
    raise_cause(): node;
    raise_value(): node;
    reached_bases(): open;
    reached_decorators(): open;
    reached_is_async(): open;
    reached_is_class(): open;
    reached_line(): open;
    reached_name(): open;
    reached_parameters(): open;
    reached_path(): open;
    reached_qualified(): open;
    reached_reads(name: text): open;
    return_value(): node;
    string_holes(): nodes;
    string_prefix(): text;
    subscript_index(): node;
    subscript_indexes(): nodes;
    subscript_value(): node;
    type_alias_name(): text;
    type_alias_value(): node;
    while_condition(): node;
    with_is_async(): bool;
    with_item_target(): node;
    with_item_value(): node;
    with_items(): nodes;
    yield_is_from(): bool;
    yield_value(): node;
}

impl Properties<'_> for NodeId {}

impl Properties<'_> for Option<NodeId> {}

/// The property whose function has that name.
pub fn find(name: &str) -> Option<Prim> {
    TABLE.binary_search_by_key(&name, |property| property.name).ok().map(|at| TABLE[at].read)
}
