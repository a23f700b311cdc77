//! From `try` and `with` to blocks and edges: handlers in the order in which Python asks them, and blocks that every jump
//! out of a suite goes through.

use crate::control::build::{Builder, Frame, Jump};
use crate::control::{Action, BlockId, BlockKind, EdgeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Reasons to leave a suite for good, in the order of their edges.
const REASONS: [EdgeKind; 4] = [EdgeKind::Exception, EdgeKind::Return, EdgeKind::Break, EdgeKind::Continue];

/// Where control comes through to what follows: the block and what its edge is called.
type Ends = Vec<(BlockId, EdgeKind)>;

impl Builder<'_, '_> {
    pub(super) fn try_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        self.damage_in(node);
        let clauses_of = |kind| tree.children(node).filter(move |&child| tree.kind(child) == kind);
        let handlers: Vec<NodeId> = clauses_of(Kind::ExceptClause).collect();
        let finally = clauses_of(Kind::FinallyClause).next();
        let suite = tree.child(node, Field::Body);
        let body = self.enter(BlockKind::Try, node, suite.map_or(self.span(node), |suite| self.span(suite)));
        self.stands(node, body);
        if finally.is_some() {
            self.frames.push(Frame::Protected(Vec::new()));
        }
        if !handlers.is_empty() {
            self.frames.push(Frame::Handlers(Vec::new()));
        }
        // Python can be interrupted anywhere, so there is always a way to the handlers.
        self.can_raise(body);
        if let Some(suite) = suite {
            self.suite(suite);
        }
        let end = self.current.take();
        let mut ends = Ends::new();
        if !handlers.is_empty() {
            let raised = self.pop_waiting();
            self.handlers(&handlers, &raised, &mut ends);
        }
        let end = match clauses_of(Kind::ElseClause).next() {
            Some(clause) => self.else_clause(clause, |builder, block| builder.flow(end, block)),
            None => end,
        };
        ends.extend(end.map(|end| (end, EdgeKind::Normal)));
        match finally {
            Some(clause) => self.finally_clause(node, clause, &ends),
            None => {
                let merge = self.behind(BlockKind::Merge, node);
                self.all_flow(&ends, merge);
            }
        }
    }

    fn all_flow(&mut self, ends: &Ends, to: BlockId) {
        for &(from, kind) in ends {
            self.edge(from, to, kind);
        }
    }

    /// The jumps that wait in the innermost frame, which is done.
    fn pop_waiting(&mut self) -> Vec<Jump> {
        match self.frames.pop() {
            Some(Frame::Handlers(waiting) | Frame::Protected(waiting)) => waiting,
            _ => Vec::new(),
        }
    }

    /// The handlers of a `try`, to the first of which `raised` leads. Each that does not take the exception hands it to the
    /// next; what the last one does not take is raised again. `ends` gets where control comes through.
    fn handlers(&mut self, clauses: &[NodeId], raised: &[Jump], ends: &mut Ends) {
        // What `except*` has taken leads to the next clause as well, which is asked about the rest.
        let mut to_next: Ends = raised.iter().map(|jump| (jump.from, jump.label)).collect();
        let mut taken = None;
        for &clause in clauses {
            let classes: Vec<NodeId> = self.tree.children_in(clause, Field::Value).collect();
            let head = self.open(BlockKind::Except, clause, self.head(clause, classes.last().copied()));
            self.all_flow(&to_next, head);
            to_next.clear();
            self.flow(taken, head);
            self.stands(clause, head);
            if !classes.is_empty() {
                to_next.push((head, EdgeKind::False));
            }
            let end = self.handler(clause, head, &classes);
            if self.is_group(clause) {
                if taken.is_some() && clauses.last() == Some(&clause) {
                    ends.extend(&to_next);
                }
                taken = end;
            } else {
                ends.extend(end.map(|end| (end, EdgeKind::Normal)));
            }
        }
        if let Some(taken) = taken {
            ends.push((taken, EdgeKind::Normal));
            self.raise(taken, EdgeKind::Exception);
        }
        for (from, _) in to_next {
            self.jump(Jump { from, why: EdgeKind::Exception, label: EdgeKind::Exception });
        }
    }

    /// The head of an `except` clause was begun; the block in which its suite ends.
    fn handler(&mut self, clause: NodeId, head: BlockId, classes: &[NodeId]) -> Option<BlockId> {
        let tree = self.tree;
        let without_alias = |class: NodeId| match tree.kind(class) {
            Kind::AsPattern => tree.children(class).next().unwrap_or(class),
            _ => class,
        };
        self.ask(head, classes.iter().map(|&class| without_alias(class)));
        for &class in classes {
            self.push(head, Action::Handles, class);
        }
        let suite = tree.child_of_kind(clause, Kind::Block)?;
        let block = self.open(BlockKind::Basic, suite, self.span(suite));
        self.edge(head, block, if classes.is_empty() { EdgeKind::Normal } else { EdgeKind::True });
        // The parser has `E as e` as the value, with the alias inside.
        let alias = tree.child(clause, Field::Alias).or_else(|| {
            let pattern = classes.first().filter(|&&class| tree.kind(class) == Kind::AsPattern)?;
            tree.child(*pattern, Field::Alias)
        });
        if let Some(alias) = alias {
            self.push(block, Action::BindException, alias);
        }
        self.suite(suite);
        if let (Some(end), Some(alias)) = (self.current, alias) {
            self.push(end, Action::UnbindException, alias);
        }
        self.current.take()
    }

    /// The clause is an `except*`.
    fn is_group(&self, clause: NodeId) -> bool {
        let text = self.tree.slice(clause);
        text.strip_prefix("except").is_some_and(|rest| rest.trim_start().starts_with('*'))
    }

    /// A `finally` clause, to which all jumps out of its `try` and all `ends` lead, and what comes after it.
    fn finally_clause(&mut self, node: NodeId, clause: NodeId, ends: &Ends) {
        let waiting = self.pop_waiting();
        let suite = self.tree.child_of_kind(clause, Kind::Block).unwrap_or(clause);
        let block = self.open(BlockKind::Finally, clause, self.span(suite));
        self.stands(clause, block);
        self.all_flow(ends, block);
        for jump in &waiting {
            self.edge(jump.from, block, jump.label);
        }
        let is_dead = self.is_dead(block);
        self.suite(suite);
        let end = self.current.take();
        if let Some(end) = end {
            self.jump_on(end, &waiting, is_dead);
        }
        let comes_through = self.is_any_alive(ends.iter().map(|&(from, _)| from), is_dead);
        let merge = self.behind(BlockKind::Merge, node);
        if comes_through {
            self.flow(end, merge);
        }
    }

    /// One of the blocks is alive; where all is dead, there is one.
    fn is_any_alive(&self, mut blocks: impl Iterator<Item = BlockId>, is_all_dead: bool) -> bool {
        blocks.any(|block| is_all_dead || !self.is_dead(block))
    }

    /// From the end of what the jumps went through, each goes on to where it leads; one edge for each reason.
    fn jump_on(&mut self, end: BlockId, waiting: &[Jump], is_all_dead: bool) {
        for why in REASONS {
            let of_reason = waiting.iter().filter(|jump| jump.why == why).map(|jump| jump.from);
            if !self.is_any_alive(of_reason, is_all_dead) {
                continue;
            }
            match why {
                EdgeKind::Exception => self.raise(end, why),
                _ => self.jump(Jump { from: end, why, label: why }),
            }
        }
    }

    /// `with`: as a `try` whose `finally` leaves the context managers, which may swallow what was raised.
    pub(super) fn with_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        self.damage_in(node);
        let managers: Vec<NodeId> = match tree.child_of_kind(node, Kind::WithClause) {
            Some(clause) => tree.children(clause).filter(|&child| tree.kind(child) == Kind::WithItem).collect(),
            None => Vec::new(),
        };
        let block = self.enter(BlockKind::With, node, self.span(node));
        self.stands(node, block);
        self.ask(block, managers.iter().copied());
        self.frames.push(Frame::Protected(Vec::new()));
        for &manager in &managers {
            self.push(block, Action::Enter, manager);
        }
        self.can_raise(block);
        if let Some(suite) = tree.child(node, Field::Body) {
            self.suite(suite);
        }
        let waiting = self.pop_waiting();
        let end = self.current;
        let exit = self.behind(BlockKind::WithExit, node);
        self.flow(end, exit);
        for jump in &waiting {
            self.edge(jump.from, exit, jump.label);
        }
        for &manager in managers.iter().rev() {
            self.push(exit, Action::Leave, manager);
        }
        self.can_raise(exit);
        let is_dead = self.is_dead(exit);
        self.jump_on(exit, &waiting, is_dead);
        let merge = self.behind(BlockKind::Merge, node);
        let comes_through = self.is_any_alive(end.into_iter(), is_dead);
        self.edge(exit, merge, if comes_through { EdgeKind::Normal } else { EdgeKind::Suppressed });
    }
}
