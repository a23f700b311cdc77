//! From one statement to blocks and edges: suites, simple statements, definitions, branches, loops, `match`.

use crate::control::build::{Builder, Frame, Jump};
use crate::control::{Action, BlockId, BlockKind, EdgeKind};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, Tree, is_expression};

/// What a test is, where literals decide it; `and` and `or` may be decided by one side. The depth of the tree is limited,
/// and so is this recursion.
fn literal_truth(tree: &Tree<'_>, test: NodeId) -> Option<bool> {
    let test = tree.bare(test);
    let truth = |field| tree.child(test, field).and_then(|operand| literal_truth(tree, operand));
    match tree.kind(test) {
        Kind::True => Some(true),
        Kind::False | Kind::None => Some(false),
        Kind::Integer => {
            let text = tree.slice(test);
            let digits =
                text.strip_prefix('0').map_or(text, |rest| rest.trim_start_matches(['x', 'X', 'o', 'O', 'b', 'B']));
            Some(digits.bytes().any(|digit| digit.is_ascii_hexdigit() && digit != b'0'))
        }
        Kind::NotOperator => truth(Field::Argument).map(|truth| !truth),
        Kind::BooleanOperator => {
            let (left, right) = (truth(Field::Left), truth(Field::Right));
            let operator = tree.child(test, Field::Operator).map(|operator| tree.slice(operator));
            let decisive = operator == Some("or");
            if left == Some(decisive) || right == Some(decisive) { Some(decisive) } else { left.and(right) }
        }
        _ => None,
    }
}

impl Builder<'_, '_> {
    /// The statements of a block, or of the module, one after the other.
    pub(super) fn suite(&mut self, suite: NodeId) {
        let tree = self.tree;
        for statement in tree.children(suite) {
            self.statement(statement);
        }
    }

    fn statement(&mut self, node: NodeId) {
        match self.tree.kind(node) {
            Kind::IfStatement => self.if_statement(node),
            Kind::WhileStatement => self.while_statement(node),
            Kind::ForStatement => self.for_statement(node),
            Kind::TryStatement => self.try_statement(node),
            Kind::WithStatement => self.with_statement(node),
            Kind::MatchStatement => self.match_statement(node),
            Kind::FunctionDefinition | Kind::ClassDefinition | Kind::DecoratedDefinition => self.definition(node),
            Kind::ReturnStatement => self.leave(node, BlockKind::Return, EdgeKind::Return),
            Kind::RaiseStatement => self.leave(node, BlockKind::Raise, EdgeKind::Exception),
            Kind::BreakStatement => self.jump_in_loop(node, EdgeKind::Break),
            Kind::ContinueStatement => self.jump_in_loop(node, EdgeKind::Continue),
            Kind::AssertStatement => self.assert_statement(node),
            kind if is_simple(kind) => self.simple(node),
            _ => self.damaged(node),
        }
    }

    fn simple(&mut self, node: NodeId) {
        let block = self.here(node);
        self.stands(node, block);
        self.push(block, Action::Statement, node);
        if matches!(self.tree.kind(node), Kind::PassStatement | Kind::GlobalStatement | Kind::NonlocalStatement) {
            return;
        }
        let called = self.tree.child_of_kind(node, Kind::Call);
        if self.tree.kind(node) == Kind::ExpressionStatement && called.is_some_and(self.never_returns) {
            self.raise(block, EdgeKind::Exception);
            self.current = None;
        } else {
            self.can_raise(block);
        }
    }

    /// What the parser could not make a statement of: statements below it run here, and so do its expressions.
    fn damaged(&mut self, node: NodeId) {
        let tree = self.tree;
        let kind = tree.kind(node);
        if is_expression(kind) {
            let block = self.here(node);
            self.push(block, Action::Evaluate, node);
            self.can_raise(block);
        } else if matches!(
            kind,
            Kind::Error
                | Kind::Block
                | Kind::CaseClause
                | Kind::ElifClause
                | Kind::ElseClause
                | Kind::ExceptClause
                | Kind::FinallyClause
        ) {
            self.suite(node);
        }
    }

    /// What the parser could not read inside a compound statement comes before it.
    pub(super) fn damage_in(&mut self, node: NodeId) {
        if self.tree.damaged.is_empty() {
            return;
        }
        let tree = self.tree;
        for child in tree.children(node).filter(|&child| tree.kind(child) == Kind::Error) {
            self.suite(child);
        }
    }

    fn definition(&mut self, node: NodeId) {
        let tree = self.tree;
        let definition = match tree.kind(node) {
            Kind::DecoratedDefinition => tree.child(node, Field::Definition),
            _ => Some(node),
        };
        self.damage_in(node);
        let block = self.here(node);
        self.stands(definition.unwrap_or(node), block);
        let decorators = tree.children(node).filter(|&child| tree.kind(child) == Kind::Decorator);
        for decorator in decorators.filter_map(|decorator| tree.children(decorator).next()) {
            self.push(block, Action::Evaluate, decorator);
        }
        let Some(definition) = definition else { return };
        if let Some(bases) = tree.child(definition, Field::Superclasses) {
            self.push(block, Action::Evaluate, bases);
        }
        if let Some(parameters) = tree.child(definition, Field::Parameters) {
            for default in tree.children(parameters).filter_map(|parameter| tree.child(parameter, Field::Value)) {
                self.push(block, Action::Evaluate, default);
            }
        }
        self.push(block, Action::Define, definition);
        self.can_raise(block);
    }

    /// `return` and `raise`, each a block of its own.
    fn leave(&mut self, node: NodeId, kind: BlockKind, why: EdgeKind) {
        let block = self.enter(kind, node, self.span(node));
        self.stands(node, block);
        self.push(block, Action::Statement, node);
        self.can_raise(block);
        match why {
            EdgeKind::Exception => self.raise(block, why),
            _ => self.jump(Jump { from: block, why, label: why }),
        }
        self.current = None;
    }

    fn jump_in_loop(&mut self, node: NodeId, why: EdgeKind) {
        let from = self.here(node);
        self.stands(node, from);
        self.push(from, Action::Statement, node);
        self.jump(Jump { from, why, label: why });
        self.current = None;
    }

    /// A block that asks for the truth of an expression.
    fn test(&mut self, block: BlockId, condition: Option<NodeId>) -> Option<bool> {
        self.ask(block, condition.into_iter());
        let condition = condition?;
        self.push(block, Action::Test, condition);
        self.can_raise(block);
        literal_truth(self.tree, condition)
    }

    /// An edge for one outcome of a test, unless the test is a literal that rules it out.
    fn branch(&mut self, from: BlockId, to: BlockId, outcome: bool, truth: Option<bool>) {
        if truth != Some(!outcome) {
            self.edge(from, to, if outcome { EdgeKind::True } else { EdgeKind::False });
        }
    }

    fn assert_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        let mut parts = tree.children(node).filter(|&child| tree.kind(child) != Kind::Error);
        let (condition, message) = (parts.next(), parts.next());
        let block = self.enter(BlockKind::Condition, node, self.head(node, condition));
        self.stands(node, block);
        let truth = self.test(block, condition);
        if truth != Some(true) {
            match message {
                Some(message) => {
                    let raised = self.open(BlockKind::Raise, node, self.span(message));
                    self.edge(block, raised, EdgeKind::False);
                    self.push(raised, Action::Evaluate, message);
                    self.raise(raised, EdgeKind::Exception);
                }
                None => self.raise(block, EdgeKind::False),
            }
        }
        let merge = self.behind(BlockKind::Merge, node);
        self.branch(block, merge, true, truth);
    }

    /// `if` with its `elif` clauses: each of these is an `if` in the `else` of the one before, with a merge of its own.
    fn if_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        self.damage_in(node);
        let mut arms: Vec<Arm> = Vec::new();
        let mut otherwise = None;
        let clauses = std::iter::once(node).chain(tree.children_in(node, Field::Alternative));
        for clause in clauses {
            if tree.kind(clause) == Kind::ElseClause {
                otherwise = Some(clause);
                continue;
            }
            let condition = tree.child(clause, Field::Condition);
            let covers = self.head(clause, condition);
            let test = match arms.last() {
                None => self.enter(BlockKind::Condition, clause, covers),
                Some(arm) => {
                    let (before, truth) = (arm.test, arm.truth);
                    let test = self.open(BlockKind::Condition, clause, covers);
                    self.branch(before, test, false, truth);
                    test
                }
            };
            self.stands(clause, test);
            let truth = self.test(test, condition);
            let end = match tree.child(clause, Field::Consequence) {
                Some(suite) => {
                    let then = self.open(BlockKind::Basic, suite, self.span(suite));
                    self.branch(test, then, true, truth);
                    self.suite(suite);
                    self.current
                }
                None => self.current,
            };
            arms.push(Arm { test, truth, end });
        }
        let Some(last) = arms.last().map(|arm| (arm.test, arm.truth)) else { return };
        let otherwise = otherwise.and_then(|clause| tree.child(clause, Field::Body));
        let mut inner = otherwise.and_then(|suite| {
            let block = self.open(BlockKind::Basic, suite, self.span(suite));
            self.branch(last.0, block, false, last.1);
            self.suite(suite);
            self.current
        });
        for (at, arm) in arms.iter().enumerate().rev() {
            let merge = self.behind(BlockKind::Merge, node);
            self.flow(arm.end, merge);
            self.flow(inner, merge);
            if at + 1 == arms.len() && otherwise.is_none() {
                self.branch(arm.test, merge, false, arm.truth);
            }
            inner = Some(merge);
        }
    }

    fn while_statement(&mut self, node: NodeId) {
        self.damage_in(node);
        let condition = self.tree.child(node, Field::Condition);
        let head = self.enter(BlockKind::LoopCondition, node, self.head(node, condition));
        self.stands(node, head);
        let truth = self.test(head, condition);
        self.loop_from(node, head, truth, None);
    }

    fn for_statement(&mut self, node: NodeId) {
        self.damage_in(node);
        let (target, iterable) = (self.tree.child(node, Field::Left), self.tree.child(node, Field::Right));
        let before = self.here(node);
        if let Some(iterable) = iterable {
            self.push(before, Action::Evaluate, iterable);
            self.can_raise(before);
        }
        let head = self.enter(BlockKind::LoopCondition, node, self.head(node, iterable));
        self.stands(node, head);
        self.ask(head, iterable.into_iter());
        self.push(head, Action::Next, node);
        self.can_raise(head);
        self.loop_from(node, head, None, target);
    }

    /// The suite, the `else` and what comes after a loop.
    fn loop_from(&mut self, node: NodeId, head: BlockId, truth: Option<bool>, target: Option<NodeId>) {
        self.frames.push(Frame::Loop { head, breaks: Vec::new() });
        if let Some(suite) = self.tree.child(node, Field::Body) {
            let body = self.open(BlockKind::LoopBody, suite, self.span(suite));
            self.branch(head, body, true, truth);
            if let Some(target) = target {
                self.push(body, Action::BindNext, target);
                self.can_raise(body);
            }
            self.suite(suite);
            if let Some(end) = self.current {
                self.edge(end, head, EdgeKind::BackEdge);
            }
        }
        let breaks = match self.frames.pop() {
            Some(Frame::Loop { breaks, .. }) => breaks,
            _ => Vec::new(),
        };
        let otherwise = self.tree.child(node, Field::Alternative);
        let end = otherwise.and_then(|clause| {
            self.else_clause(clause, |builder, block| {
                builder.branch(head, block, false, truth);
            })
        });
        let merge = self.behind(BlockKind::Merge, node);
        match otherwise {
            Some(_) => self.flow(end, merge),
            None => self.branch(head, merge, false, truth),
        }
        for from in breaks {
            self.edge(from, merge, EdgeKind::Break);
        }
    }

    /// The `else` of a loop or a `try`, to which `lead` makes the edges; the block in which it ends.
    pub(super) fn else_clause(&mut self, clause: NodeId, lead: impl FnOnce(&mut Self, BlockId)) -> Option<BlockId> {
        let suite = self.tree.child(clause, Field::Body).unwrap_or(clause);
        let block = self.open(BlockKind::Else, suite, self.span(suite));
        lead(self, block);
        self.suite(suite);
        self.current
    }

    fn match_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        self.damage_in(node);
        let subjects = || tree.children_in(node, Field::Subject);
        let head = self.enter(BlockKind::Match, node, self.head(node, subjects().last()));
        self.stands(node, head);
        self.ask(head, subjects());
        for subject in subjects() {
            self.push(head, Action::Evaluate, subject);
        }
        self.can_raise(head);
        let mut missed = vec![(head, EdgeKind::Normal)];
        let mut ends = Vec::new();
        if let Some(body) = tree.child(node, Field::Body) {
            for clause in tree.children(body) {
                self.current = None;
                if tree.kind(clause) == Kind::CaseClause {
                    self.case_clause(clause, &mut missed);
                    ends.push(self.current);
                } else {
                    // Only what is no Python stands between cases.
                    self.statement(clause);
                }
            }
        }
        let merge = self.behind(BlockKind::Merge, node);
        for end in ends {
            self.flow(end, merge);
        }
        for (from, kind) in missed {
            self.edge(from, merge, kind);
        }
    }

    /// A `case`, to which `missed` leads; afterwards it has what leads to the next one.
    fn case_clause(&mut self, clause: NodeId, missed: &mut Vec<(BlockId, EdgeKind)>) {
        let tree = self.tree;
        let patterns = || tree.children(clause).filter(|&child| tree.kind(child) == Kind::CasePattern);
        let case = self.open(BlockKind::Case, clause, self.head(clause, patterns().last()));
        for (from, kind) in missed.drain(..) {
            self.edge(from, case, kind);
        }
        self.stands(clause, case);
        self.ask(case, patterns());
        self.push(case, Action::Matches, clause);
        self.can_raise(case);
        if !self.fits_all(clause) {
            missed.push((case, EdgeKind::False));
        }
        let guard = tree.child(clause, Field::Guard);
        let (mut from, mut truth) = (case, None);
        if let Some(guard) = guard {
            let test = self.open(BlockKind::Condition, guard, self.span(guard));
            self.edge(case, test, EdgeKind::True);
            self.push(test, Action::Capture, clause);
            truth = self.test(test, tree.children(guard).next());
            if truth != Some(true) {
                missed.push((test, EdgeKind::False));
            }
            from = test;
        }
        let Some(suite) = tree.child(clause, Field::Consequence) else { return };
        let block = self.open(BlockKind::Basic, suite, self.span(suite));
        self.branch(from, block, true, truth);
        if guard.is_none() {
            self.push(block, Action::Capture, clause);
        }
        self.suite(suite);
    }

    /// Every subject fits the pattern of a `case`: it is a name, `_`, or an alternative ends in one.
    fn fits_all(&self, clause: NodeId) -> bool {
        let tree = self.tree;
        let mut patterns = tree.children(clause).filter(|&child| tree.kind(child) == Kind::CasePattern);
        let (Some(pattern), None) = (patterns.next(), patterns.next()) else { return false };
        // `case x,:` is a sequence of one.
        let behind = tree.source[tree.node(pattern).end as usize..].trim_start();
        !behind.starts_with(',') && self.is_irrefutable(pattern)
    }

    fn is_irrefutable(&self, pattern: NodeId) -> bool {
        let tree = self.tree;
        let text = tree.slice(pattern);
        let mut children = tree.children(pattern);
        match tree.kind(pattern) {
            Kind::CasePattern => children.next().map_or(text == "_", |inner| self.is_irrefutable(inner)),
            Kind::DottedName | Kind::Identifier => !text.contains('.'),
            Kind::AsPattern => children.next().is_some_and(|inner| self.is_irrefutable(inner)),
            Kind::TuplePattern => {
                let (Some(inner), None) = (children.next(), children.next()) else { return false };
                !text.trim_end_matches([')', ' ']).ends_with(',') && self.is_irrefutable(inner)
            }
            Kind::UnionPattern => {
                text.rsplit('|').next().is_some_and(|last| last.trim() == "_")
                    || children
                        .last()
                        .is_some_and(|last| tree.kind(last) == Kind::DottedName && self.is_irrefutable(last))
            }
            _ => false,
        }
    }
}

/// One `if` or `elif`.
struct Arm {
    test: BlockId,
    truth: Option<bool>,
    /// Where its suite ends; none when it is left by a jump.
    end: Option<BlockId>,
}

/// A statement that holds no other one, jumps and `assert` apart.
fn is_simple(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ExpressionStatement
            | Kind::PassStatement
            | Kind::DeleteStatement
            | Kind::ImportStatement
            | Kind::ImportFromStatement
            | Kind::FutureImportStatement
            | Kind::GlobalStatement
            | Kind::NonlocalStatement
            | Kind::TypeAliasStatement
            | Kind::PrintStatement
            | Kind::ExecStatement
    )
}
