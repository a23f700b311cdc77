//! From the steps of a block to values and effects.

use crate::control::{Action, Item};
use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Outcome;
use crate::scope::bind::import_source;
use crate::segment::graph::{Act, DisplayKind, Entry, Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::{NodeId, is_expression};

impl<'t> BodyRun<'_, '_, 't> {
    /// Runs a step. What it gives matters when it is the last of its block.
    pub(super) fn step(&mut self, item: Item) -> Outcome {
        let node = item.node;
        match item.action {
            Action::Parameters => self.bind_parameters(node),
            Action::Statement => self.statement(node),
            Action::Evaluate if self.tree.kind(node) == Kind::ArgumentList => {}
            Action::Evaluate => {
                self.expression(node);
            }
            Action::Test => {
                let test = self.expression(node);
                return Outcome { test: Some(test), truth: self.truth(test) };
            }
            Action::Next => return self.goes_on(node),
            Action::Leave => {}
            Action::BindNext => self.bind_next(node),
            Action::Handles => self.handles(node),
            Action::BindException => self.bind_exception(node),
            Action::UnbindException => {
                if let Some(name) = self.alias_name(node) {
                    self.unbind(self.tree.node(name).scope, self.tree.name(name));
                }
            }
            Action::Enter => self.enter_manager(node),
            Action::Matches => return self.matches(node),
            Action::Capture => self.capture(node),
            Action::Define => self.define(node),
        }
        Outcome::default()
    }

    fn statement(&mut self, node: NodeId) {
        let tree = self.tree;
        match tree.kind(node) {
            Kind::ExpressionStatement => self.expression_statement(node),
            Kind::ReturnStatement => {
                if let Some(value) = tree.children(node).next() {
                    let value = self.expression(value);
                    if !self.is_replaced_in_finally(node) {
                        self.act(Act::Return(value), node);
                    }
                }
            }
            Kind::RaiseStatement => self.raise(node),
            Kind::DeleteStatement => {
                for target in tree.children(node) {
                    self.delete(target);
                }
            }
            Kind::ImportStatement => self.import(node),
            Kind::ImportFromStatement => self.import_from(node),
            Kind::TypeAliasStatement => self.type_alias(node),
            Kind::PrintStatement | Kind::ExecStatement => {
                for child in tree.children(node).filter(|&child| is_expression(tree.kind(tree.bare(child)))) {
                    self.expression(child);
                }
            }
            _ => {}
        }
    }

    fn expression_statement(&mut self, node: NodeId) {
        let tree = self.tree;
        for child in tree.children(node) {
            match tree.kind(child) {
                Kind::Assignment => {
                    self.assignment(child);
                    // Where somebody handles what it may raise, that it came back tells something.
                    let right = tree.child(child, Field::Right).filter(|_| self.log.is_some());
                    if let Some(value) = right.and_then(|right| self.placed(right)) {
                        self.has_returned(value, false);
                    }
                }
                Kind::AugmentedAssignment => self.augmented(child),
                // A text that stands alone says something to people.
                Kind::String | Kind::ConcatenatedString | Kind::Ellipsis => {}
                kind if is_expression(tree.kind(tree.bare(child))) || kind == Kind::ParenthesizedExpression => {
                    let value = self.expression(child);
                    self.has_returned(value, true);
                }
                _ => {}
            }
        }
    }

    fn raise(&mut self, node: NodeId) {
        let tree = self.tree;
        let cause = tree.child(node, Field::Cause);
        let raised = tree.children(node).find(|&child| Some(child) != cause);
        let raised = match raised {
            Some(raised) => Some(self.expression(raised)),
            // What is handled is raised again.
            None => self.handled_around(node),
        };
        let Some(raised) = raised else { return };
        if let Some(cause) = cause {
            let cause = self.expression(cause);
            self.store_attribute(raised, "__cause__", cause, node);
        }
        self.act(Act::Raise(raised), node);
    }

    fn import(&mut self, node: NodeId) {
        let tree = self.tree;
        for name in tree.children_in(node, Field::Name) {
            let (module, alias) = (tree.child(name, Field::Name), tree.child(name, Field::Alias));
            match (module, alias) {
                (Some(module), Some(alias)) => {
                    let value = self.module(tree.name(module), name);
                    self.bind_import(tree.name(alias), name, value);
                    self.place(alias, value);
                }
                _ => {
                    let dotted = tree.name(name);
                    let root = dotted.split('.').next().unwrap_or(dotted);
                    let value = self.module(root, name);
                    self.bind_import(root, name, value);
                }
            }
        }
    }

    fn bind_import(&mut self, local: &'t str, node: NodeId, value: ValueId) {
        self.place(node, value);
        self.bind(self.scope, local, node, value, None);
    }

    fn import_from(&mut self, node: NodeId) {
        let tree = self.tree;
        let Some(from) = import_source(tree, node) else { return };
        for name in tree.children_in(node, Field::Name) {
            let (imported, local) = match (tree.child(name, Field::Name), tree.child(name, Field::Alias)) {
                (Some(imported), Some(alias)) => (tree.name(imported), tree.name(alias)),
                _ => (tree.name(name), tree.name(name)),
            };
            let value = match self.names.imported(from, imported) {
                Ok(path) => self.named(path, name),
                Err(text) => self.push(Op::Unbound(text.into()), name),
            };
            self.bind_import(local, name, value);
        }
    }

    fn type_alias(&mut self, node: NodeId) {
        let tree = self.tree;
        let (Some(left), Some(right)) = (tree.child(node, Field::Left), tree.child(node, Field::Right)) else {
            return;
        };
        let value = self.annotation(right);
        let name = tree.bare(left);
        if tree.kind(name) == Kind::Identifier {
            self.assign(name, value);
        }
    }

    /// Whether a loop over something has a next element: there is none in what is certainly empty.
    fn goes_on(&mut self, statement: NodeId) -> Outcome {
        let Some(iterable) = self.tree.child(statement, Field::Right) else { return Outcome::default() };
        let value = self.value_of(iterable);
        Outcome { test: None, truth: self.is_empty(value).then_some(false) }
    }

    /// The target of a `for` gets an element.
    fn bind_next(&mut self, target: NodeId) {
        let tree = self.tree;
        let statement = tree.parent(target);
        let iterable = match tree.child(statement, Field::Right) {
            Some(iterable) => self.value_of(iterable),
            None => self.unknown(statement),
        };
        let is_async = self.is_async(statement);
        let element = self.element(iterable, is_async, target);
        self.assign(target, element);
    }

    fn handles(&mut self, class: NodeId) {
        let tree = self.tree;
        let class = match tree.kind(class) {
            Kind::AsPattern => tree.children(class).next().unwrap_or(class),
            _ => class,
        };
        for part in self.handled_classes(class) {
            self.expression(part);
        }
    }

    /// The classes of an `except`, each by itself.
    fn handled_classes(&self, class: NodeId) -> Vec<NodeId> {
        let class = self.tree.bare(class);
        match self.tree.kind(class) {
            Kind::Tuple | Kind::ExpressionList => self.tree.children(class).collect(),
            _ => vec![class],
        }
    }

    /// A `finally` around a `return` always returns something else.
    fn is_replaced_in_finally(&self, node: NodeId) -> bool {
        let tree = self.tree;
        let is_definition = |kind| matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Lambda);
        let around = tree.ancestors(node).take_while(|&around| !is_definition(tree.kind(around)));
        around.into_iter().filter(|&around| tree.kind(around) == Kind::TryStatement).any(|around| {
            let clause = tree.child_of_kind(around, Kind::FinallyClause).filter(|&clause| !tree.contains(clause, node));
            let suite = clause.and_then(|clause| tree.child_of_kind(clause, Kind::Block));
            suite.is_some_and(|suite| tree.child_of_kind(suite, Kind::ReturnStatement).is_some())
        })
    }

    /// What the `except` around a node has taken.
    fn handled_around(&self, node: NodeId) -> Option<ValueId> {
        let tree = self.tree;
        let is_definition = |kind| matches!(kind, Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Lambda);
        let inside = tree.ancestors(node).take_while(|&around| !is_definition(tree.kind(around)));
        let clause = inside.into_iter().find(|&around| tree.kind(around) == Kind::ExceptClause)?;
        self.placed_exactly(clause)
    }

    /// An exception comes to an `except` clause.
    pub(super) fn catch(&mut self, clause: NodeId) {
        let tree = self.tree;
        let mut classes = Vec::new();
        for class in tree.children_in(clause, Field::Value) {
            let class = match tree.kind(class) {
                Kind::AsPattern => tree.children(class).next().unwrap_or(class),
                _ => class,
            };
            for part in self.handled_classes(class) {
                classes.push(self.value_of(part));
            }
        }
        let text = tree.slice(clause);
        let is_group = text.strip_prefix("except").is_some_and(|rest| rest.trim_start().starts_with('*'));
        let protects = tree.child(tree.parent(clause), Field::Body).unwrap_or(clause);
        let protects = self.file.range(protects);
        let shown = tree.children_in(clause, Field::Value).last().unwrap_or(clause);
        let value = self.push(Op::Caught { classes: classes.into(), is_group, protects }, shown);
        self.place(clause, value);
    }

    fn bind_exception(&mut self, alias: NodeId) {
        if let Some(value) = self.handled_around(alias) {
            self.assign(alias, value);
        }
    }

    fn alias_name(&self, alias: NodeId) -> Option<NodeId> {
        let tree = self.tree;
        let mut at = tree.bare(alias);
        while tree.kind(at) == Kind::Other {
            at = tree.children(at).next()?;
        }
        (tree.kind(at) == Kind::Identifier).then_some(at)
    }

    /// A `with` item: the manager, and what it gives to the target.
    fn enter_manager(&mut self, item: NodeId) {
        let tree = self.tree;
        let Some(value) = tree.child(item, Field::Value) else { return };
        let value = tree.bare(value);
        let (manager, alias) = match tree.kind(value) {
            Kind::AsPattern => (tree.children(value).next().unwrap_or(value), tree.child(value, Field::Alias)),
            _ => (value, None),
        };
        let manager = self.expression(manager);
        let Some(alias) = alias else { return };
        let is_async = tree
            .ancestors(item)
            .find(|&around| tree.kind(around) == Kind::WithStatement)
            .is_some_and(|statement| self.is_async(statement));
        let entered = self.push(Op::Entered { manager, is_async }, alias);
        self.assign(alias, entered);
    }

    /// The subject of a `match`; several are a tuple.
    pub(super) fn subject(&mut self, statement: NodeId) -> ValueId {
        if let Some(known) = self.placed_exactly(statement) {
            return known;
        }
        let subjects: Vec<NodeId> = self.tree.children_in(statement, Field::Subject).collect();
        let value = match subjects.as_slice() {
            [only] => self.value_of(*only),
            several => {
                let entries = several
                    .iter()
                    .map(|&subject| Entry { key: None, value: self.value_of(subject), is_spread: false })
                    .collect();
                self.push_display(DisplayKind::Tuple, entries, statement)
            }
        };
        self.place(statement, value);
        value
    }
}
