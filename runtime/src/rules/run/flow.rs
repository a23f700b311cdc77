//! What a rule says beside rows: of the flow of data, and places that it reports.
//!
//! A statement speaks of nodes. Where one of them is absent nothing is said; where it is one of several, depending on what
//! other files say, the statement is made for each, under the conditions of that one.

use super::{IntoValue, Run};
use crate::rules::budget::ROW_UNITS;
use crate::rules::prim::{argument_keyword, argument_value};
use crate::segment::endpoint::{FlowStatement, Kinds};
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Value;
use aud_rules_plan::TestOutcome;

/// How an argument of a call that nobody writes down is handed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handed {
    /// At that place. The places of a call are those from 0, in order.
    Index(u32),
    /// Under that name.
    Name(&'static str),
    /// The members of a list, or the elements of a value, one place each.
    Star,
    /// The keyword arguments in a list, or the entries of a value by their keys.
    DoubleStar,
}

/// The arguments of a call so far.
#[derive(Clone, Default)]
struct Arguments {
    positional: Vec<NodeId>,
    named: Vec<(Box<str>, NodeId)>,
    /// A positional argument is absent, so that those behind it have no place.
    has_gap: bool,
}

impl<'t> Run<'_, 't> {
    /// Data of these kinds, as bits of the rule's matcher, enters there.
    pub fn source(&self, kinds: u64, at: impl IntoValue<'t>) {
        let kinds = self.kinds(kinds);
        self.each_value_node(at.value(self), &mut |at| self.say(FlowStatement::Source { kinds, at }));
    }

    /// Data must not arrive there.
    pub fn sink(&self, kinds: u64, at: impl IntoValue<'t>) {
        let kinds = self.kinds(kinds);
        self.each_value_node(at.value(self), &mut |at| self.say(FlowStatement::Sink { kinds, at }));
    }

    /// The value is clean for these kinds; with `when`, where the anchor comes out so.
    pub fn clean(&self, kinds: u64, at: impl IntoValue<'t>, when: Option<TestOutcome>) {
        let (kinds, when) = (self.kinds(kinds), when.map(|outcome| (self.anchor, outcome)));
        self.each_value_node(at.value(self), &mut |at| self.say(FlowStatement::Clean { kinds, at, when }));
    }

    /// What is in a node, or in each of several, is handed on to another one.
    pub fn step(&self, from: impl IntoValue<'t>, to: impl IntoValue<'t>) {
        let to = to.value(self);
        self.each_value_node(from.value(self), &mut |from| {
            self.each_value_node(to, &mut |to| self.say(FlowStatement::Step { from, to }));
        });
    }

    /// A call that nobody writes down. An absent argument is left out, with the positional ones behind it; an absent result
    /// goes nowhere.
    pub fn call(&self, callee: impl IntoValue<'t>, arguments: &[(Handed, Value<'t>)], result: impl IntoValue<'t>) {
        let result = result.value(self);
        self.each_value_node(callee.value(self), &mut |callee| {
            self.with_arguments(arguments, Arguments::default(), &mut |Arguments { positional, named, .. }| {
                let call = |result| FlowStatement::Call {
                    callee,
                    positional: positional.clone(),
                    named: named.clone(),
                    result,
                };
                match result {
                    Value::None => self.say(call(None)),
                    result => self.each_value_node(result, &mut |result| self.say(call(Some(result)))),
                }
            });
        });
    }

    /// Reports a place of the problem that the rule is a part of.
    pub fn report(&self, at: impl IntoValue<'t>) {
        self.each_node(at.value(self), &mut |at| {
            if self.take(ROW_UNITS) {
                self.state.report(self.rule, self.anchor, &self.guards.borrow(), at);
            }
        });
    }

    fn kinds(&self, own: u64) -> Kinds {
        self.offsets.kinds(own)
    }

    fn say(&self, says: FlowStatement<NodeId>) {
        if self.take(ROW_UNITS) {
            self.state.say(self.rule, self.anchor, &self.guards.borrow(), says);
        }
    }

    /// Calls `take` with each node that the value may be or that is a member of it, under the condition that it is.
    fn each_node(&self, value: Value<'t>, take: &mut dyn FnMut(NodeId)) {
        if let Value::Node(node) = value {
            return take(node);
        }
        for item in self.items(value) {
            let _guard = self.guard();
            if let Value::Node(node) = item.value
                && self.holds(item.condition)
            {
                take(node);
            }
        }
    }

    /// As [`Run::each_node`], with the values of arguments in their place.
    fn each_value_node(&self, value: Value<'t>, take: &mut dyn FnMut(NodeId)) {
        self.each_node(value, &mut |node| take(self.value_of(node)));
    }

    /// The value of an argument; any other node itself.
    fn value_of(&self, node: NodeId) -> NodeId {
        match self.tree().kind(node) {
            Kind::KeywordArgument | Kind::ListSplat | Kind::ParenthesizedListSplat | Kind::DictionarySplat => {
                argument_value(self.state, node).unwrap_or(node)
            }
            _ => node,
        }
    }

    /// Calls `take` with the arguments, once for each choice of those that may be one of several.
    fn with_arguments(&self, rest: &[(Handed, Value<'t>)], so_far: Arguments, take: &mut dyn FnMut(Arguments)) {
        let Some((&(handed, value), rest)) = rest.split_first() else { return take(so_far) };
        // Members of a list are all handed over, as far as they are sure; of an open value each may be the one.
        if let (Handed::Star | Handed::DoubleStar, Value::List(members)) = (handed, value) {
            let mut with = so_far;
            members.iter().filter_map(|member| member.node()).for_each(|node| self.spread(handed, node, &mut with));
            return self.with_arguments(rest, with, take);
        }
        if value.is_none() {
            let has_gap = so_far.has_gap || matches!(handed, Handed::Index(_));
            return self.with_arguments(rest, Arguments { has_gap, ..so_far }, take);
        }
        self.each_node(value, &mut |node| {
            let mut with = so_far.clone();
            let of = self.value_of(node);
            match handed {
                Handed::Index(_) if with.has_gap => {}
                Handed::Index(_) => with.positional.push(of),
                Handed::Name(name) => with.named.push((name.into(), of)),
                Handed::Star => with.named.push(("*".into(), of)),
                Handed::DoubleStar => with.named.push(("**".into(), of)),
            }
            self.with_arguments(rest, with, take);
        });
    }

    /// Hands over one member of a list that is spread: as it is written in the call that it is an argument of.
    fn spread(&self, handed: Handed, node: NodeId, with: &mut Arguments) {
        let value = self.value_of(node);
        match (handed, self.tree().kind(node)) {
            (Handed::DoubleStar, Kind::DictionarySplat) => with.named.push(("**".into(), value)),
            (Handed::DoubleStar, _) => {
                if let Some(name) = argument_keyword(self.state, node) {
                    with.named.push((name.into(), value));
                }
            }
            (_, Kind::ListSplat | Kind::ParenthesizedListSplat) => with.named.push(("*".into(), value)),
            (_, Kind::KeywordArgument | Kind::DictionarySplat) => {}
            _ if with.has_gap => {}
            _ => with.positional.push(value),
        }
    }
}
