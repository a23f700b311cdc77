//! Rules: the anchor, then the statements from top to bottom, each under what those before it have made sure.

use super::Checker;
use super::emits::Target;
use super::items;
use super::limits::MAX_LOOPS;
use super::scope::Body;
use super::types::present;
use crate::ast::{self, Statement};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use crate::vocab::Type;
use aud_rules_plan::VarId;

impl<'a> Checker<'a> {
    /// Checks all rules; those that have no table or no anchor are not in the model.
    pub(super) fn check_rules(&mut self) -> Vec<model::Rule> {
        let rules = self.items.rules.clone();
        let mut checked = Vec::new();
        for rule in rules {
            if self.diagnostics.is_full() {
                break;
            }
            checked.extend(self.check_rule(rule));
        }
        checked
    }

    fn check_rule(&mut self, rule: &'a ast::Rule) -> Option<model::Rule> {
        let table = self.find_table(rule);
        let examples = self.check_examples(rule, table);
        let mut body = Body::new(self);
        let anchor = body.anchor(rule);
        let target = Target { table, anchor: rule.anchor.as_ref().map(|_| VarId(0)) };
        let statements = body.statements(rule, target);
        let vars = body.into_vars();
        self.check_levels(rule.name.span, &statements.iter().flat_map(exprs_of).collect::<Vec<_>>());
        let (class, kinds) = anchor?;
        Some(model::Rule {
            name: rule.name.node.clone(),
            doc: rule.doc.clone(),
            tags: rule.tags.iter().map(|tag| tag.node.clone()).collect(),
            table: table?,
            class,
            kinds,
            vars: vars.into_iter().map(|(name, _)| name).collect(),
            body: statements,
            examples,
            span: rule.name.span,
        })
    }

    /// Index of the rule's table among the tables by name.
    fn find_table(&mut self, rule: &ast::Rule) -> Option<usize> {
        let name = &rule.table;
        let found = self.items.tables.keys().position(|table| *table == name.node);
        self.words.note(name.span, || match found {
            Some(_) => Meaning::Table(name.node.clone()),
            None => Meaning::Unknown(Gap::Table),
        });
        if found.is_none() && !self.is_broken_item(&["table"], &name.node) {
            let message = format!("there is no table `{}`", name.node);
            let mut help = did_you_mean(&name.node, self.items.tables.keys().copied());
            if self.items.views.iter().any(|view| view.name.node == name.node) {
                help = Some(format!("`{}` is a view; rules fill tables", name.node));
            }
            self.report(Diagnostic::new(Code::UnknownTable, name.span, message).help(help));
        }
        found
    }

    /// The table of that index.
    pub(super) fn table(&self, index: usize) -> Option<&items::Table> {
        self.items.tables.values().nth(index)
    }
}

impl Body<'_, '_> {
    /// Declares the anchor; its class as written, and its syntax kinds.
    fn anchor(&mut self, rule: &ast::Rule) -> Option<(String, Vec<String>)> {
        let Some(anchor) = &rule.anchor else {
            self.reports_unknown_names = false;
            let message = format!("the rule `{}` has no anchor", rule.name.node);
            let help = "begin with what it looks at: `match f: function`";
            self.report(Diagnostic::new(Code::NoAnchor, rule.name.span, message).help(help));
            return None;
        };
        let class = self.class(&anchor.class);
        let ty = class.as_ref().map_or(Type::Unknown, |class| class.ty());
        self.declare(&anchor.var, present(ty), None);
        class.map(|class| (class.words, class.kinds))
    }

    fn statements(&mut self, rule: &ast::Rule, target: Target) -> Vec<model::Statement> {
        // The anchor needs no reader: the line of a row is its line.
        let mark = self.open();
        let last_emit = rule.body.iter().rposition(|statement| matches!(statement, Statement::Emit(_)));
        if last_emit.is_none() {
            let message = format!("the rule `{}` emits nothing", rule.name.node);
            let help = "end it with `emit { ... }`";
            self.report(Diagnostic::new(Code::NoEmit, rule.name.span, message).help(help));
        }
        let mut statements = Vec::new();
        let mut n_loops = 0;
        for (index, statement) in rule.body.iter().enumerate() {
            n_loops += usize::from(matches!(statement, Statement::For(..)));
            if n_loops > MAX_LOOPS {
                self.too_many(statement_span(statement), MAX_LOOPS, "`for` statements in one rule");
                break;
            }
            if self.diagnostics.is_full() {
                break;
            }
            statements.push(self.statement(statement, target));
            if Some(index) == last_emit {
                self.close(mark);
                return self.after_last_emit(&rule.body[index + 1..], statements);
            }
        }
        statements
    }

    /// Statements that nothing comes of are errors; what is in them is not looked at.
    fn after_last_emit(&mut self, rest: &[Statement], statements: Vec<model::Statement>) -> Vec<model::Statement> {
        for statement in rest {
            let message = "this has no effect: no `emit` follows it";
            self.error(Code::AfterLastEmit, statement_span(statement), message);
        }
        statements
    }

    fn statement(&mut self, statement: &Statement, target: Target) -> model::Statement {
        match statement {
            Statement::Let(name, value) => {
                let value = self.expr(value);
                let path = self.path(&value);
                let var = self.declare(name, value.ty.clone(), path);
                model::Statement::Let(var, value)
            }
            Statement::Where(condition) => {
                let condition = self.condition(condition);
                let facts = self.facts_if(&condition);
                self.facts.extend(facts);
                model::Statement::Where(condition)
            }
            Statement::For(name, source) => {
                let (source, member) = self.source(source);
                let facts = self.facts_of_source(&source);
                self.facts.extend(facts);
                let var = self.declare(name, present(member), None);
                model::Statement::For(var, source)
            }
            Statement::Emit(emit) => model::Statement::Emit(self.emit(emit, target)),
        }
    }
}

/// The expressions of a checked statement.
fn exprs_of(statement: &model::Statement) -> Vec<&model::Expr> {
    match statement {
        model::Statement::Let(_, expr)
        | model::Statement::Where(expr)
        | model::Statement::For(_, model::Iterable::List(expr) | model::Iterable::Region { region: expr, .. }) => {
            vec![expr]
        }
        model::Statement::Emit(cells) => cells.iter().collect(),
    }
}

fn statement_span(statement: &Statement) -> Span {
    match statement {
        Statement::Let(name, value) => name.span.to(value.span),
        Statement::Where(condition) => condition.span,
        Statement::For(name, ast::Iterable::List(list)) => name.span.to(list.span),
        Statement::For(name, ast::Iterable::Region { region, .. }) => name.span.to(region.span),
        Statement::Emit(emit) => emit.span,
    }
}
