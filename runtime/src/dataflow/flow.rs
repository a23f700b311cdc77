//! The run over the blocks of a body: which are reached, with what state, and what goes along each edge.
//!
//! A `finally` and the exit of a `with` are one block that all ways out of their suite go through. What came in is kept
//! by reason (its end, an exception, `return` ...), and goes out along the edge of that reason, where the suite of the
//! `finally` has left it as it was: so an exception that may have been raised earlier does not blur what holds behind.

use std::rc::Rc;

use crate::control::{Action, BlockId, BlockKind, Cfg, Edge, EdgeKind, Item};
use crate::dataflow::MAX_BLOCKS;
use crate::dataflow::body::BodyRun;
use crate::dataflow::loops::LoopHead;
use crate::dataflow::state::State;
use crate::segment::graph::{Run, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Why a block is left, as far as a `finally` hands it on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reason {
    /// Control comes through.
    End,
    /// An exception.
    Raise,
    /// `return`.
    Return,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// A state that comes into a block.
pub(super) struct Arrival<'t> {
    pub(super) state: State<'t>,
    /// What variables may have been bound to besides, by the time the exception was raised.
    pub(super) bound: Vec<(u32, ValueId)>,
    reason: Reason,
}

impl<'t> Arrival<'t> {
    /// Control comes through with that state.
    pub(super) fn through(state: State<'t>) -> Self {
        Arrival { state, bound: Vec::new(), reason: Reason::End }
    }
}

/// What came into a `finally` clause or the exit of a `with`.
pub(super) struct Split<'t> {
    /// The clause, or the `with`.
    node: NodeId,
    /// It is an exit: nothing is run in it.
    is_exit: bool,
    whole: State<'t>,
    parts: Vec<(Reason, State<'t>)>,
}

/// How the last step of a block came out, for its edges.
#[derive(Clone, Copy, Default)]
pub(super) struct Outcome {
    /// The value that was tested.
    pub(super) test: Option<ValueId>,
    /// How it certainly comes out.
    pub(super) truth: Option<bool>,
}

/// The blocks on their way.
struct Blocks<'c, 't> {
    cfg: &'c Cfg,
    /// By block: its place in reverse postorder.
    order: Vec<u32>,
    arrivals: Vec<Vec<Arrival<'t>>>,
    heads: Vec<Option<LoopHead>>,
    /// By block: its run.
    runs: Vec<Option<u32>>,
    /// The body has a `finally` or a `with`.
    is_split: bool,
}

impl<'t> BodyRun<'_, '_, 't> {
    /// Runs the blocks of a body that can be reached.
    pub(super) fn run_blocks(&mut self, cfg: &Cfg) {
        let n_blocks = cfg.blocks().len();
        if n_blocks > MAX_BLOCKS {
            self.is_capped = true;
            return;
        }
        let mut order = vec![u32::MAX; n_blocks];
        for (place, block) in (0..).zip(cfg.reverse_postorder()) {
            order[block.index()] = place;
        }
        let is_split = cfg.blocks().iter().any(|b| matches!(b.kind, BlockKind::Finally | BlockKind::WithExit));
        let mut blocks = Blocks {
            cfg,
            order,
            arrivals: (0..n_blocks).map(|_| Vec::new()).collect(),
            heads: (0..n_blocks).map(|_| None).collect(),
            runs: vec![None; n_blocks],
            is_split,
        };
        for &block in cfg.reverse_postorder() {
            let arrivals = std::mem::take(&mut blocks.arrivals[block.index()]);
            if block != BlockId::ENTRY && arrivals.is_empty() {
                continue;
            }
            self.run_block(&mut blocks, block, arrivals);
            if self.is_capped {
                return;
            }
        }
        self.connect_runs(&blocks);
    }

    fn run_block(&mut self, blocks: &mut Blocks<'_, 't>, block: BlockId, arrivals: Vec<Arrival<'t>>) {
        let cfg = blocks.cfg;
        blocks.runs[block.index()] = Some(self.runs.len() as u32);
        self.runs.push(Run {
            first_value: self.values.len() as u32,
            first_effect: self.effects.len() as u32,
            next: Box::default(),
            is_end: false,
        });
        self.enter(cfg, block, arrivals);
        let is_head = |edge: &Edge| blocks.order[edge.from.index()] >= blocks.order[block.index()];
        let is_live = |edge: &Edge| blocks.order[edge.from.index()] != u32::MAX;
        if cfg.predecessors(block).iter().any(|edge| is_live(edge) && is_head(edge)) {
            blocks.heads[block.index()] = Some(self.open_loop(cfg.block(block).node));
        }
        let raises = cfg.successors(block).iter().any(|e| e.kind == EdgeKind::Exception && e.to != cfg.exit());
        let mut before = None;
        let mut outcome = Outcome::default();
        for &item in cfg.items(block) {
            if raises && before.is_none() && self.can_raise(item) {
                before = Some(self.state.clone());
                self.log = Some(Vec::new());
            }
            outcome = self.step(item);
        }
        let before = if raises { before.or_else(|| Some(self.state.clone())) } else { None };
        if cfg.block(block).kind == BlockKind::Except {
            self.catch(cfg.block(block).node);
        }
        let log = self.log.take();
        let raised = before.map(|before| self.raised(before, log.unwrap_or_default()));
        self.leave(blocks, block, outcome, raised);
    }

    /// The step may raise an exception: it is anything but a literal that a name is bound to.
    fn can_raise(&self, item: Item) -> bool {
        let tree = self.tree;
        let assignment = tree.child_of_kind(item.node, Kind::Assignment).filter(|_| item.action == Action::Statement);
        let Some(assignment) = assignment else { return true };
        let is = |field, kinds: &[Kind]| tree.child(assignment, field).is_some_and(|at| kinds.contains(&tree.kind(at)));
        let literals = [Kind::Integer, Kind::Float, Kind::True, Kind::False, Kind::None];
        let is_plain = |text| !tree.children(text).any(|part| tree.kind(part) == Kind::Interpolation);
        let is_text = is(Field::Right, &[Kind::String]) && tree.child(assignment, Field::Right).is_some_and(is_plain);
        let is_literal = is_text || is(Field::Right, &literals);
        !(is_literal && is(Field::Left, &[Kind::Identifier]) && tree.child(assignment, Field::Type).is_none())
    }

    /// The state in which an exception may leave a block: what held at its beginning, and what variables were bound to.
    fn raised(&mut self, before: State<'t>, bound: Vec<(u32, ValueId)>) -> Arrival<'t> {
        let mut state = before;
        for object in state.objects.places() {
            let (known, after) = (state.objects.get(object), self.state.objects.get(object));
            let is_same = match (known.and_then(Option::as_ref), after.and_then(Option::as_ref)) {
                (Some(known), Some(after)) => Rc::ptr_eq(known, after),
                (None, _) => true,
                (Some(_), None) => false,
            };
            if !is_same {
                state.forget(object);
            }
        }
        Arrival { state, bound, reason: Reason::Raise }
    }

    /// The state in which a block begins.
    fn enter(&mut self, cfg: &Cfg, id: BlockId, arrivals: Vec<Arrival<'t>>) {
        let block = cfg.block(id);
        if !matches!(block.kind, BlockKind::Finally | BlockKind::WithExit) {
            self.state = self.merge(arrivals);
            return;
        }
        let mut parts: Vec<(Reason, Vec<Arrival<'t>>)> = Vec::new();
        for arrival in arrivals {
            match parts.iter_mut().find(|(reason, _)| *reason == arrival.reason) {
                Some((_, of_reason)) => of_reason.push(arrival),
                None => parts.push((arrival.reason, vec![arrival])),
            }
        }
        let parts: Vec<(Reason, State<'t>)> =
            parts.into_iter().map(|(reason, arrivals)| (reason, self.merge(arrivals))).collect();
        let all =
            parts.iter().map(|(reason, state)| Arrival { state: state.clone(), bound: Vec::new(), reason: *reason });
        self.state = self.merge(all.collect());
        self.splits.push(Split {
            node: block.node,
            is_exit: block.kind == BlockKind::WithExit,
            whole: self.state.clone(),
            parts,
        });
    }

    /// Sends the state along the edges of a block.
    fn leave(&mut self, blocks: &mut Blocks<'_, 't>, id: BlockId, outcome: Outcome, raised: Option<Arrival<'t>>) {
        let cfg = blocks.cfg;
        let after = std::mem::take(&mut self.state);
        for edge in cfg.successors(id) {
            if edge.to == cfg.exit() {
                if self.reason(cfg, edge) != Reason::Raise {
                    self.state = after.clone();
                    self.end_by(cfg, edge);
                }
                continue;
            }
            if edge.kind == EdgeKind::Exception
                && let Some(raised) = &raised
                && !self.is_split_end(blocks, edge)
            {
                let arrival =
                    Arrival { state: raised.state.clone(), bound: raised.bound.clone(), reason: Reason::Raise };
                self.arrive(blocks, edge, arrival);
                continue;
            }
            let holds = edge.kind == EdgeKind::True;
            let is_tested = matches!(edge.kind, EdgeKind::True | EdgeKind::False);
            if is_tested && outcome.truth == Some(!holds) {
                continue;
            }
            self.state = after.clone();
            if let Some(test) = outcome.test.filter(|_| is_tested) {
                self.assume(test, holds);
            }
            let reason = self.reason(cfg, edge);
            if blocks.is_split && !self.split(cfg, edge, reason) {
                continue;
            }
            let state = std::mem::take(&mut self.state);
            self.arrive(blocks, edge, Arrival { state, bound: Vec::new(), reason });
        }
    }

    /// The body is left along an edge that no exception takes.
    fn end_by(&mut self, cfg: &Cfg, edge: &Edge) {
        self.store_tested();
        let last = cfg.items(edge.from).last().filter(|item| item.action == Action::Statement);
        match last.filter(|item| self.tree.kind(item.node) == Kind::ReturnStatement) {
            Some(item) => match self.tree.children(item.node).next() {
                Some(returned) => {
                    let value = self.value_of(returned);
                    self.end(Some(value));
                }
                None => self.end(None),
            },
            // It was returned before a `finally` or the exit of a `with`.
            None if edge.kind == EdgeKind::Return => self.end_somehow(),
            None => self.end(None),
        }
    }

    fn arrive(&mut self, blocks: &mut Blocks<'_, 't>, edge: &Edge, arrival: Arrival<'t>) {
        let (from, to) = (edge.from.index(), edge.to.index());
        if blocks.order[from] < blocks.order[to] {
            blocks.arrivals[to].push(arrival);
        } else if let Some(head) = &blocks.heads[to] {
            self.come_back(head, &arrival);
        }
    }

    /// The reason that an edge stands for.
    fn reason(&self, cfg: &Cfg, edge: &Edge) -> Reason {
        let from = cfg.block(edge.from);
        match edge.kind {
            EdgeKind::Exception => Reason::Raise,
            EdgeKind::Return => Reason::Return,
            EdgeKind::Break => Reason::Break,
            EdgeKind::Continue => Reason::Continue,
            EdgeKind::False if self.tree.kind(from.node) == Kind::AssertStatement => Reason::Raise,
            _ => Reason::End,
        }
    }

    /// The `finally` or exit that an edge leaves, if it leaves one.
    fn split_left(&self, cfg: &Cfg, edge: &Edge) -> Option<&Split<'t>> {
        let from = cfg.block(edge.from);
        if from.kind == BlockKind::WithExit {
            return self.splits.iter().rev().find(|split| split.is_exit && split.node == from.node);
        }
        let to = cfg.block(edge.to).node;
        self.splits.iter().rev().find(|split| {
            let is_inside = |node| self.tree.contains(split.node, node);
            !split.is_exit && is_inside(from.node) && !is_inside(to)
        })
    }

    /// The exception goes on from the end of a `finally` or a `with`; it was not raised there.
    fn is_split_end(&self, blocks: &Blocks<'_, 't>, edge: &Edge) -> bool {
        blocks.is_split
            && self
                .split_left(blocks.cfg, edge)
                .is_some_and(|split| split.parts.iter().any(|(reason, _)| *reason == Reason::Raise))
    }

    /// Makes the state that of a reason, where an edge leaves a `finally` or an exit. False when nothing came in for it.
    fn split(&mut self, cfg: &Cfg, edge: &Edge, reason: Reason) -> bool {
        let last = cfg.items(edge.from).last();
        let jumps = last.is_some_and(|item| {
            let kind = self.tree.kind(item.node);
            item.action == Action::Statement
                && matches!(
                    kind,
                    Kind::ReturnStatement | Kind::RaiseStatement | Kind::BreakStatement | Kind::ContinueStatement
                )
        });
        if jumps {
            return true;
        }
        let state = std::mem::take(&mut self.state);
        let wanted = if edge.kind == EdgeKind::Suppressed { Reason::Raise } else { reason };
        let Some(split) = self.split_left(cfg, edge) else {
            self.state = state;
            return true;
        };
        let Some((_, part)) = split.parts.iter().find(|(known, _)| *known == wanted) else {
            self.state = state;
            // What is raised in a `finally` itself leaves it as any exception does.
            return wanted == Reason::Raise;
        };
        self.state = restored(state, split, part);
        true
    }

    fn connect_runs(&mut self, blocks: &Blocks<'_, 't>) {
        for id in blocks.cfg.ids() {
            let Some(run) = blocks.runs[id.index()] else { continue };
            let next = blocks.cfg.successors(id).iter().filter_map(|edge| blocks.runs[edge.to.index()]);
            let mut next: Vec<u32> = next.collect();
            next.sort_unstable();
            next.dedup();
            let exits = blocks.cfg.successors(id).iter().filter(|edge| edge.to == blocks.cfg.exit());
            let is_end = exits.clone().any(|edge| self.reason(blocks.cfg, edge) != Reason::Raise);
            self.runs[run as usize] = Run { next: next.into(), is_end, ..std::mem::take(&mut self.runs[run as usize]) };
        }
    }
}

/// A state at the end of a `finally`, with what that left alone as it came in for one reason.
fn restored<'t>(mut state: State<'t>, split: &Split<'t>, part: &State<'t>) -> State<'t> {
    for variable in state.variables.places() {
        let now = state.variable(variable);
        if now == split.whole.variable(variable) && now != part.variable(variable) {
            state.variables.set(variable, part.variable(variable));
        }
    }
    let places = if split.is_exit { part.objects.places() } else { state.objects.places() };
    for object in places {
        let as_came = split.whole.objects.get(object).cloned().flatten();
        let now = state.objects.get(object).cloned().flatten();
        let is_as_it_came = match (&now, &as_came) {
            (Some(now), Some(came)) => Rc::ptr_eq(now, came),
            (None, None) => split.is_exit,
            _ => false,
        };
        if is_as_it_came {
            let known = part.objects.get(object).cloned().flatten();
            if known.is_some() || now.is_some() {
                state.objects.set(object, known);
            }
        }
    }
    state
}
