//! What the rules share over one file: its names, what was found out about its nodes, the rows so far.

use std::cell::{Cell, OnceCell, RefCell};

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use super::budget::Budget;
use super::graphs::Graphs;
use super::matcher::RuleSet;
use crate::dataflow::Places;
use crate::resolve::{File, Resolver};
use crate::rules::prim::node_text;
use crate::segment::effects::ReportedPlace;
use crate::segment::endpoint::{FlowFact, FlowStatement};
use crate::segment::facts::{FactSink, Match};
use crate::segment::graph::Place;
use crate::segment::learned::Learned;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Range, Tree};
use crate::value::{Constants, Open, Question, Value};
use aud_rules_plan::{FactId, RuleId};

static NOTHING_LEARNED: Learned = Learned::NOTHING;

/// Lists up to this length are looked through each time a place in them is asked for.
const SHORT_LIST: usize = 32;

/// What was read last of properties that cost something, each with the node that it was read from.
pub(super) struct LastRead<'t> {
    range: Last<Range>,
    pub(super) label: Last<Option<&'t str>>,
    pub(super) imported_from: Last<Option<&'t str>>,
}

/// A value with the node that it was read from.
pub(super) struct Last<T>(Cell<Option<(NodeId, T)>>);

impl<T: Copy> Last<T> {
    fn nothing() -> Self {
        Last(Cell::new(None))
    }

    /// The value of the node: what is remembered, or else what `read` gives.
    #[inline]
    pub(super) fn of(&self, node: NodeId, read: impl FnOnce() -> T) -> T {
        match self.0.get() {
            Some((known, value)) if known == node => value,
            _ => {
                let value = read();
                self.0.set(Some((node, value)));
                value
            }
        }
    }
}

/// The state of a file while rules run over it. Properties are read from it; [`Run`](super::run::Run) is the state of one
/// rule at one node.
pub struct FileState<'t> {
    /// The file, with its tree, scopes and slots.
    pub file: &'t File<'t>,
    /// Holds whatever is built while the file is open.
    pub arena: &'t Bump,
    /// Answers what names stand for.
    pub names: Resolver<'t>,
    /// Rules that may run.
    pub enabled: &'t RuleSet,
    /// The constants of all rules.
    pub constants: Constants,
    /// Where nodes are in the graphs of the file's values; nothing when nobody asks for them.
    pub values: Option<Places>,
    /// What other files tell of its values.
    learned: &'t Learned,
    /// The calls of `functools.partial` that are spoken of there, by their values.
    partials: FxHashMap<Place, NodeId>,
    /// Place of nodes among their like, for long lists only; see [`FileState::place_among`].
    places: RefCell<FxHashMap<NodeId, u32>>,
    /// By fact: its value, once a rule has asked for it.
    facts: Vec<OnceCell<Value<'t>>>,
    /// The control flow graphs of the file, once a rule has asked for one.
    graphs: OnceCell<Graphs>,
    /// By rule: what it has left.
    budgets: Vec<Budget>,
    /// Rules that were stopped, and the nodes that they were at.
    stopped: RefCell<Vec<(RuleId, NodeId)>>,
    /// What was read last: rules at one node follow each other and read much alike.
    pub(super) last: LastRead<'t>,
    sink: RefCell<FactSink<'t>>,
}

impl<'t> FileState<'t> {
    /// A fresh state over `file`, for rules with so many facts.
    pub fn new(
        file: &'t File<'t>,
        arena: &'t Bump,
        enabled: &'t RuleSet,
        constants: Constants,
        n_facts: u32,
        sink: FactSink<'t>,
    ) -> Self {
        let n_nodes = file.tree.nodes.len();
        FileState {
            file,
            arena,
            names: Resolver::new(file, arena),
            enabled,
            constants,
            values: None,
            learned: &NOTHING_LEARNED,
            partials: FxHashMap::default(),
            places: RefCell::default(),
            facts: (0..n_facts).map(|_| OnceCell::new()).collect(),
            graphs: OnceCell::new(),
            budgets: sink.candidates.iter().map(|_| Budget::of_file(n_nodes)).collect(),
            stopped: RefCell::default(),
            last: LastRead { range: Last::nothing(), label: Last::nothing(), imported_from: Last::nothing() },
            sink: RefCell::new(sink),
        }
    }

    /// Ends the file and hands over what was emitted.
    pub fn finish(self) -> FactSink<'t> {
        self.sink.into_inner()
    }

    /// Takes what other files tell of its values; to be called when the places of nodes are known.
    pub fn learn(&mut self, learned: &'t Learned) {
        self.learned = learned;
        let made_by: Vec<Place> = learned.partials().collect();
        if made_by.is_empty() {
            return;
        }
        let Some(values) = &self.values else { return };
        let tree = &self.file.tree;
        let calls = values.iter().filter(|&(node, place)| tree.kind(node) == Kind::Call && made_by.contains(&place));
        self.partials = calls.map(|(node, place)| (place, node)).collect();
    }

    /// The dotted names under which other files know the value of a node, when they are others than it has there.
    pub(crate) fn learned_names(&self, node: NodeId) -> &'t [Box<str>] {
        match self.value_at(self.tree().bare(node)) {
            Some(place) if !self.learned.is_empty() => self.learned.names(place),
            _ => &[],
        }
    }

    /// The call of `functools.partial` that made what is called.
    pub(crate) fn partial_call(&self, callee: NodeId) -> Option<NodeId> {
        if self.partials.is_empty() {
            return None;
        }
        let made_by = self.learned.partial(self.value_at(self.tree().bare(callee))?)?;
        self.partials.get(&made_by).copied()
    }

    /// The value of a node, as the project stage knows it.
    pub(crate) fn value_at(&self, node: NodeId) -> Option<Place> {
        self.values.as_ref()?.of(node)
    }

    /// The file's tree.
    #[inline]
    pub fn tree(&self) -> &'t Tree<'t> {
        &self.file.tree
    }

    /// Copies text into the arena.
    pub fn alloc_text(&self, text: &str) -> &'t str {
        self.arena.alloc_str(text)
    }

    /// Copies nodes or texts into the arena.
    pub fn alloc_list<T: Copy>(&self, items: impl IntoIterator<Item = T>) -> &'t [T] {
        let mut list = bumpalo::collections::Vec::new_in(self.arena);
        list.extend(items);
        list.into_bump_slice()
    }

    /// A question to the whole project, as a value.
    pub(crate) fn ask(&self, question: Question<'t>) -> Value<'t> {
        Value::Open(self.arena.alloc(Open::Ask(question)))
    }

    /// The rules that were stopped because they had used up their [`budget`](super::budget), each with the line that it
    /// was at.
    pub fn stopped(&self) -> Vec<(RuleId, u32)> {
        self.stopped.borrow().iter().map(|&(rule, anchor)| (rule, self.tree().line(anchor))).collect()
    }

    /// Place of `node` among `members`, from 0, and none when it is not one of them. A node must always be asked about
    /// with the same members. Those of a long list are looked at once for all of them, so that asking each member costs
    /// no more than the list is long.
    pub(crate) fn place_among(&self, node: NodeId, members: impl Iterator<Item = NodeId> + Clone) -> Option<u32> {
        if let Some(place) = members.clone().take(SHORT_LIST).position(|member| member == node) {
            return Some(place as u32);
        }
        if let Some(&place) = self.places.borrow().get(&node) {
            return Some(place);
        }
        let mut places = self.places.borrow_mut();
        places.extend(members.enumerate().map(|(place, member)| (member, place as u32)));
        places.get(&node).copied()
    }

    /// The control flow graphs of the file.
    pub(super) fn graphs(&self) -> &Graphs {
        self.graphs.get_or_init(|| Graphs::of(self.file, &self.names))
    }

    /// Where a node lies.
    pub fn range(&self, node: NodeId) -> Range {
        self.last.range.of(node, || self.tree().range(node))
    }

    pub(super) fn budget(&self, rule: RuleId) -> &Budget {
        &self.budgets[rule.index()]
    }

    pub(super) fn stop(&self, rule: RuleId, anchor: NodeId) {
        let mut stopped = self.stopped.borrow_mut();
        // A rule that has nothing left comes here at each further step; where it was first is what counts.
        if !stopped.iter().any(|&(known, _)| known == rule) {
            stopped.push((rule, anchor));
        }
    }

    pub(super) fn known_fact(&self, fact: FactId) -> &OnceCell<Value<'t>> {
        &self.facts[fact.index()]
    }

    pub(super) fn count_candidate(&self, rule: RuleId) {
        self.sink.borrow_mut().count_candidate(rule);
    }

    /// Takes a row; `false` when its table refuses it.
    pub(super) fn emit(&self, rule: RuleId, anchor: NodeId, guards: &[Value<'t>], cells: &[Value<'t>]) -> bool {
        self.sink.borrow_mut().emit(self.matched(rule, anchor), guards, cells)
    }

    /// Takes what a rule says of the flow of data.
    pub(super) fn say(&self, rule: RuleId, anchor: NodeId, guards: &[Value<'t>], says: FlowStatement<NodeId>) {
        let range = self.tree().range(*says.subject());
        let fact = FlowFact { says, of: self.matched(rule, anchor), range };
        self.sink.borrow_mut().say(fact, guards);
    }

    /// Takes a place that a rule reports.
    pub(super) fn report(&self, rule: RuleId, anchor: NodeId, guards: &[Value<'t>], at: NodeId) {
        let place = ReportedPlace {
            range: self.tree().range(at),
            text: shortened(node_text(self, at).unwrap_or_default()),
            scope: self.file.scopes.get(self.names.scope_of_name(at)).qualname.into(),
            of: self.matched(rule, anchor),
        };
        self.sink.borrow_mut().report(place, guards);
    }

    fn matched(&self, rule: RuleId, anchor: NodeId) -> Match {
        Match { rule, range: self.range(anchor), is_near_damage: self.tree().is_near_damage(anchor) }
    }
}

/// Characters of a reported place that are kept.
const MAX_SHOWN: usize = 60;

/// A text on one line, cut off where it is long.
fn shortened(line: &str) -> Box<str> {
    match line.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}...", &line[..end]).into(),
        None => line.into(),
    }
}
