//! Containers that are written out, and comprehensions, to values.

use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Arrival;
use crate::dataflow::objects::{Contents, Key, Shape};
use crate::segment::graph::{DisplayKind, Entry, Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Members of a display from which on those that are literals are left out: tables of data hold thousands.
const MANY: usize = 256;

impl<'t> BodyRun<'_, '_, 't> {
    /// A list, tuple or set.
    pub(super) fn display(&mut self, node: NodeId, kind: DisplayKind) -> ValueId {
        let members = self.members(node);
        let entries: Vec<Entry> = members.into_iter().map(|member| self.entry(member)).collect();
        self.push_whole(kind, entries, node)
    }

    /// A display that may have more members than those that were lowered.
    fn push_whole(&mut self, kind: DisplayKind, entries: Vec<Entry>, node: NodeId) -> ValueId {
        let is_whole = self.tree.children(node).nth(MANY).is_none();
        let value = self.push_display(kind, entries, node);
        if let Some(at) = self.object(value).filter(|_| !is_whole) {
            self.state.forget(at);
        }
        value
    }

    /// The members of a display that are lowered.
    fn members(&self, node: NodeId) -> Vec<NodeId> {
        let mut members: Vec<NodeId> = self.tree.children(node).collect();
        if members.len() > MANY {
            members.retain(|&member| !self.is_literal(member));
        }
        members
    }

    /// Nothing but literals, and containers of these.
    fn is_literal(&self, node: NodeId) -> bool {
        let inside = node.0 as usize..self.tree.node(node).next.0 as usize;
        self.tree.nodes[inside].iter().all(|node| {
            matches!(
                node.kind,
                Kind::String
                    | Kind::StringStart
                    | Kind::StringContent
                    | Kind::StringEnd
                    | Kind::EscapeSequence
                    | Kind::ConcatenatedString
                    | Kind::Integer
                    | Kind::Float
                    | Kind::True
                    | Kind::False
                    | Kind::None
                    | Kind::UnaryOperator
                    | Kind::Token
                    | Kind::Pair
                    | Kind::Tuple
                    | Kind::List
                    | Kind::Dictionary
                    | Kind::Comment
            )
        })
    }

    /// A member of a display: a value, or `*values`.
    pub(super) fn entry(&mut self, node: NodeId) -> Entry {
        let is_spread = matches!(self.tree.kind(node), Kind::ListSplat | Kind::ListSplatPattern);
        let inner = if is_spread { self.tree.children(node).next().unwrap_or(node) } else { node };
        let value = if is_spread && inner == node { self.unknown(node) } else { self.expression(inner) };
        Entry { key: None, value, is_spread }
    }

    /// A container of these entries, followed as an object.
    pub(super) fn push_display(&mut self, kind: DisplayKind, entries: Vec<Entry>, node: NodeId) -> ValueId {
        let (shape, contents) = match kind {
            DisplayKind::List => (Shape::List, self.contents_of_sequence(&entries)),
            DisplayKind::Tuple => (Shape::Tuple, self.contents_of_sequence(&entries)),
            DisplayKind::Set => (Shape::Set, self.contents_of_sequence(&entries)),
            DisplayKind::Dict => (Shape::Dict, self.contents_of_dictionary(&entries)),
            DisplayKind::Generator => (Shape::Other, Contents::default()),
        };
        let value = self.push(Op::Display { kind, entries: entries.into() }, node);
        if let Some(at) = self.follow(value, shape) {
            self.set_contents(at, contents);
        }
        value
    }

    fn contents_of_sequence(&self, entries: &[Entry]) -> Contents<'t> {
        let mut elements = Vec::with_capacity(entries.len());
        for entry in entries {
            if !entry.is_spread {
                elements.push(entry.value);
                continue;
            }
            match self.contents(entry.value).and_then(|contents| contents.elements.as_ref()) {
                Some(spread) => elements.extend(spread),
                None => return Contents::default(),
            }
        }
        Contents::sequence(elements)
    }

    fn contents_of_dictionary(&self, entries: &[Entry]) -> Contents<'t> {
        let mut contents = Contents { is_complete: true, ..Contents::default() };
        for entry in entries {
            match entry.key {
                Some(key) => match self.constant_of(key).and_then(Key::of) {
                    Some(key) => contents.set_entry(key, entry.value),
                    None => contents.forget_held(),
                },
                None => match self.contents(entry.value) {
                    Some(spread) if spread.is_complete => {
                        spread.entries.iter().for_each(|&(key, value)| contents.set_entry(key, value));
                    }
                    _ => contents.forget_held(),
                },
            }
        }
        contents
    }

    /// `{key: value, **values}`.
    pub(super) fn dictionary(&mut self, node: NodeId) -> ValueId {
        let members = self.members(node);
        let entries: Vec<Entry> = members.into_iter().map(|member| self.dictionary_entry(member)).collect();
        self.push_whole(DisplayKind::Dict, entries, node)
    }

    fn dictionary_entry(&mut self, node: NodeId) -> Entry {
        match self.tree.kind(node) {
            Kind::Pair => {
                let key = self.part(node, Field::Key);
                let value = self.part(node, Field::Value);
                Entry { key: Some(key), value, is_spread: false }
            }
            Kind::DictionarySplat => {
                let value = match self.tree.children(node).next() {
                    Some(inner) => self.expression(inner),
                    None => self.unknown(node),
                };
                Entry { key: None, value, is_spread: true }
            }
            _ => Entry { key: None, value: self.unknown(node), is_spread: true },
        }
    }

    /// A comprehension: its loops are run once, and its one entry stands for all.
    pub(super) fn comprehension(&mut self, node: NodeId, kind: DisplayKind) -> ValueId {
        let tree = self.tree;
        self.forget_changed(node);
        let before = self.state.clone();
        let mut is_dead = false;
        for clause in tree.children(node) {
            match tree.kind(clause) {
                Kind::ForInClause => self.comprehension_loop(clause),
                Kind::IfClause => {
                    let Some(test) = tree.children(clause).next() else { continue };
                    let test = self.expression(test);
                    is_dead |= self.truth(test) == Some(false);
                    self.assume(test, true);
                }
                _ => {}
            }
            if is_dead {
                break;
            }
        }
        let body = tree.child(node, Field::Body).filter(|_| !is_dead);
        let entries: Vec<Entry> = body
            .map(|body| match tree.kind(body) {
                Kind::Pair | Kind::DictionarySplat => self.dictionary_entry(body),
                _ => self.entry(body),
            })
            .into_iter()
            .collect();
        let after = std::mem::take(&mut self.state);
        self.state = self.merge(vec![Arrival::through(before), Arrival::through(after)]);
        let value = self.push(Op::Display { kind, entries: entries.into() }, node);
        let shape = match kind {
            DisplayKind::List => Shape::List,
            DisplayKind::Set => Shape::Set,
            DisplayKind::Dict => Shape::Dict,
            DisplayKind::Tuple | DisplayKind::Generator => Shape::Other,
        };
        self.follow(value, shape);
        value
    }

    fn comprehension_loop(&mut self, clause: NodeId) {
        let tree = self.tree;
        let iterables: Vec<NodeId> = tree.children_in(clause, Field::Right).collect();
        let iterable = match iterables.as_slice() {
            [only] => self.expression(*only),
            several => {
                let entries: Vec<Entry> = several.iter().map(|&member| self.entry(member)).collect();
                self.push_display(DisplayKind::Tuple, entries, clause)
            }
        };
        let is_async = self.is_async(clause);
        let Some(target) = tree.child(clause, Field::Left) else { return };
        let element = self.element(iterable, is_async, target);
        self.assign(target, element);
    }

    /// An element of a value, as a loop gives it: one of those that are known.
    pub(super) fn element(&mut self, of: ValueId, is_async: bool, node: NodeId) -> ValueId {
        let known = self.contents(of).and_then(|contents| contents.elements.clone());
        if let Some(mut elements) = known.filter(|elements| !elements.is_empty() && !is_async)
            && let Some(value) = self.join(&mut elements)
        {
            return value;
        }
        self.push(Op::Element { of, is_async }, node)
    }
}
