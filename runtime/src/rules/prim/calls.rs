//! Calls and their arguments.
//!
//! An argument is known by its node: the `keyword_argument`, the starred value, or the bare expression of a plain
//! positional argument. A generator expression that stands alone is the list of arguments and the argument in one.

use super::displays::expr_entry;
use super::{bare_child_of, list};
use crate::rules::file_state::FileState;
use crate::rules::names;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree};
use crate::value::Value;

/// How an argument is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Star,
    DoubleStar,
    Keyword,
}

impl Form {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::KeywordArgument => Form::Keyword,
            Kind::ListSplat | Kind::ParenthesizedListSplat => Form::Star,
            Kind::DictionarySplat => Form::DoubleStar,
            _ => Form::Plain,
        }
    }

    fn is_positional(self) -> bool {
        matches!(self, Form::Plain | Form::Star)
    }
}

fn is_argument(kind: Kind) -> bool {
    !matches!(kind, Kind::Comment | Kind::LineContinuation | Kind::Error | Kind::Token)
}

/// The arguments of a list, in the order written.
fn list_members<'a>(tree: &'a Tree<'_>, list: NodeId) -> impl Iterator<Item = NodeId> + Clone + 'a {
    let is_list = tree.kind(list) == Kind::ArgumentList;
    let alone = (tree.kind(list) == Kind::GeneratorExpression).then_some(list);
    let members = is_list.then(|| tree.children(list)).into_iter().flatten();
    members.filter(|&child| is_argument(tree.kind(child))).map(|child| tree.bare(child)).chain(alone)
}

/// The arguments of a call; none when the node is no call.
fn arguments<'a>(tree: &'a Tree<'_>, call: NodeId) -> Option<impl Iterator<Item = NodeId> + Clone + 'a> {
    let list = (tree.kind(call) == Kind::Call).then(|| tree.child(call, Field::Arguments))?;
    Some(list.into_iter().flat_map(|list| list_members(tree, list)))
}

fn form(tree: &Tree<'_>, argument: NodeId) -> Form {
    Form::of(tree.kind(argument))
}

/// The list in which the node is an argument.
fn list_of(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    if tree.node(node).field == Field::Arguments && tree.kind(node) == Kind::GeneratorExpression {
        return Some(node);
    }
    let list = tree.bare_parent(node);
    let is_argument = is_argument(tree.kind(node)) && tree.bare(node) == node;
    (is_argument && tree.kind(list) == Kind::ArgumentList).then_some(list)
}

/// The value of an argument, without stars and keyword.
fn value_of(tree: &Tree<'_>, argument: NodeId) -> Option<NodeId> {
    let value = match form(tree, argument) {
        Form::Plain => return Some(argument),
        Form::Keyword => tree.child(argument, Field::Value),
        Form::Star | Form::DoubleStar => tree.children(argument).next(),
    };
    value.map(|value| tree.bare(value))
}

fn keyword_of<'t>(tree: &Tree<'t>, argument: NodeId) -> Option<&'t str> {
    let name = tree.child(argument, Field::Name).filter(|_| form(tree, argument) == Form::Keyword)?;
    Some(tree.name(name))
}

/// The value of a keyword in a list of arguments.
pub(super) fn keyword_value(tree: &Tree<'_>, list: NodeId, name: &str) -> Option<NodeId> {
    let argument = tree.children(list).find(|&argument| keyword_of(tree, argument) == Some(name))?;
    value_of(tree, argument)
}

/// What is called.
pub fn call_callee<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    bare_child_of(state, node, Kind::Call, Field::Function)
}

/// All arguments in the order written.
pub fn call_args<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    arguments(state.tree(), node).and_then(|arguments| list(state, arguments))
}

/// The positional argument at that index; none behind a `*` argument.
pub fn call_arg<'t>(state: &FileState<'t>, node: NodeId, index: Option<i64>) -> Option<NodeId> {
    let tree = state.tree();
    let mut index = usize::try_from(index?).ok()?;
    if let Some(partial) = call_callee(state, node).and_then(|callee| state.partial_call(callee)) {
        // What is called stands before what it is called with.
        let held = with_form(state, partial, Form::Plain)?.get(1..).unwrap_or_default();
        match index.checked_sub(held.len()) {
            None => return held.get(index).copied(),
            Some(behind) => index = behind,
        }
    }
    let mut positional = arguments(tree, node)?.filter(|&argument| form(tree, argument).is_positional());
    positional.by_ref().take_while(|&argument| form(tree, argument) == Form::Plain).nth(index)
}

/// The value of that keyword argument.
pub fn call_keyword<'t>(state: &FileState<'t>, node: NodeId, name: Option<&str>) -> Option<NodeId> {
    let tree = state.tree();
    let list = tree.child(node, Field::Arguments).filter(|_| tree.kind(node) == Kind::Call)?;
    let own = keyword_value(tree, list, name?).or_else(|| unpacked_value(state, list, name?));
    own.or_else(|| call_keyword(state, state.partial_call(call_callee(state, node)?)?, name))
}

/// The value of a key in the dict displays that a list of arguments unpacks.
fn unpacked_value(state: &FileState<'_>, list: NodeId, key: &str) -> Option<NodeId> {
    let tree = state.tree();
    let unpacked = list_members(tree, list).filter(|&argument| form(tree, argument) == Form::DoubleStar);
    let dicts = unpacked.filter_map(|argument| value_of(tree, argument));
    dicts.filter_map(|dict| expr_entry(state, dict, Some(key))).last()
}

fn with_form<'t>(state: &FileState<'t>, call: NodeId, wanted: Form) -> Option<&'t [NodeId]> {
    let tree = state.tree();
    list(state, arguments(tree, call)?.filter(|&argument| form(tree, argument) == wanted))
}

/// Positional arguments in order, without `*` arguments.
pub fn call_positional<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    with_form(state, node, Form::Plain)
}

/// Keyword arguments in order, without `**` arguments.
pub fn call_keywords<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t [NodeId]> {
    with_form(state, node, Form::Keyword)
}

/// Gives `take` the keywords that are written at a call. `false`: more may be given, by `**` or by a partial call.
pub(crate) fn each_keyword(state: &FileState<'_>, call: NodeId, mut take: impl FnMut(&str)) -> bool {
    let tree = state.tree();
    let mut is_told = call_callee(state, call).and_then(|callee| state.partial_call(callee)).is_none();
    for argument in arguments(tree, call).into_iter().flatten() {
        is_told &= form(tree, argument) != Form::DoubleStar;
        keyword_of(tree, argument).into_iter().for_each(&mut take);
    }
    is_told
}

/// It is awaited.
pub fn call_is_awaited<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    let tree = state.tree();
    (tree.kind(node) == Kind::Call).then(|| tree.kind(tree.bare_parent(node)) == Kind::Await)
}

/// The value of an argument.
pub fn argument_value<'t>(state: &FileState<'t>, node: NodeId) -> Option<NodeId> {
    let tree = state.tree();
    list_of(tree, node).and_then(|_| value_of(tree, node))
}

/// The keyword it is written with.
pub fn argument_keyword<'t>(state: &FileState<'t>, node: NodeId) -> Option<&'t str> {
    let tree = state.tree();
    list_of(tree, node).and_then(|_| keyword_of(tree, node))
}

/// Position: positional arguments first, then keywords.
pub fn argument_index<'t>(state: &FileState<'t>, node: NodeId) -> Option<i64> {
    let tree = state.tree();
    let list = list_of(tree, node)?;
    let arguments = || list_members(tree, list);
    let positional = arguments().filter(|&argument| form(tree, argument).is_positional());
    let keywords = arguments().filter(|&argument| !form(tree, argument).is_positional());
    state.place_among(node, positional.chain(keywords)).map(i64::from)
}

fn has_form(state: &FileState<'_>, argument: NodeId, wanted: Form) -> Option<bool> {
    let tree = state.tree();
    list_of(tree, argument).map(|_| form(tree, argument) == wanted)
}

/// It is written `*value`.
pub fn argument_is_star<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    has_form(state, node, Form::Star)
}

/// It is written `**value`.
pub fn argument_is_double_star<'t>(state: &FileState<'t>, node: NodeId) -> Option<bool> {
    has_form(state, node, Form::DoubleStar)
}

/// Name of the callee's parameter that takes it.
pub fn argument_parameter<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    names::argument_parameter(state, node)
}
