//! Rules: the anchor, then the statements from top to bottom, each under what those before it have made sure.

use super::Checker;
use super::emits::{Fills, Target};
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
use aud_rules_plan::{self as plan, TableId, VarId};

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
        let table = rule.table.as_ref().map(|name| self.find_table(name));
        let examples = self.check_examples(rule, table.flatten());
        let fills = match table {
            None => Fills::Flow,
            Some(table) => Fills::Table(table),
        };
        let doing = self.check_doing(&rule.name, rule.anchor.as_ref(), &rule.body, fills)?;
        let target = match table {
            None => plan::Target::Flow,
            Some(table) => plan::Target::Table(TableId::at(table?)),
        };
        Some(model::Rule {
            name: rule.name.node.clone(),
            doc: rule.doc.clone(),
            tags: rule.tags.iter().map(|tag| tag.node.clone()).collect(),
            target,
            examples,
            ..doing
        })
    }

    /// Checks what a rule, or the rule of a problem, does: without its doc comment, tags, target and examples. None when it
    /// has no anchor.
    pub(super) fn check_doing(
        &mut self,
        name: &ast::Name,
        anchor: Option<&ast::Anchor>,
        statements: &[Statement],
        fills: Fills,
    ) -> Option<model::Rule> {
        let mut body = Body::new(self);
        let checked = body.anchor(name, anchor, fills);
        let target = Target { fills, anchor: anchor.map(|_| VarId(0)) };
        let statements = body.statements(name, statements, target);
        let vars = body.into_vars();
        self.check_levels(name.span, &statements.iter().flat_map(model::Statement::exprs).collect::<Vec<_>>());
        let (class, kinds) = checked?;
        Some(model::Rule {
            name: name.node.clone(),
            doc: String::new(),
            tags: Vec::new(),
            target: plan::Target::Flow,
            class,
            kinds,
            vars: vars.into_iter().map(|(name, _)| name).collect(),
            body: statements,
            examples: Vec::new(),
            span: name.span,
        })
    }

    /// Index of the table that a rule fills among the tables by name.
    fn find_table(&mut self, name: &ast::Name) -> Option<usize> {
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
    fn anchor(
        &mut self,
        name: &ast::Name,
        anchor: Option<&ast::Anchor>,
        fills: Fills,
    ) -> Option<(String, Vec<String>)> {
        let Some(anchor) = anchor else {
            self.reports_unknown_names = false;
            let message = format!("the {} `{}` has no anchor", fills.item(), name.node);
            let help = "begin with what it looks at: `match f: function`";
            self.report(Diagnostic::new(Code::NoAnchor, name.span, message).help(help));
            return None;
        };
        let class = self.class(&anchor.class);
        let ty = class.as_ref().map_or(Type::Unknown, |class| class.ty());
        self.declare(&anchor.var, present(ty), None);
        class.map(|class| (class.words, class.kinds))
    }

    fn statements(&mut self, name: &ast::Name, body: &[Statement], target: Target) -> Vec<model::Statement> {
        // The anchor needs no reader: the line of a row is its line.
        let mark = self.open();
        let last_effect = body.iter().rposition(is_effect);
        self.check_effects(name, body, target.fills);
        let mut statements = Vec::new();
        let mut n_loops = 0;
        for (index, statement) in body.iter().enumerate() {
            n_loops += usize::from(matches!(statement, Statement::For(..)));
            if n_loops > MAX_LOOPS {
                self.too_many(statement.span(), MAX_LOOPS, "`for` statements in one rule");
                break;
            }
            if self.diagnostics.is_full() {
                break;
            }
            statements.push(self.statement(statement, target));
            if Some(index) == last_effect {
                self.close(mark);
                return self.after_last_effect(&body[index + 1..], statements);
            }
        }
        statements
    }

    /// Reports a rule that does not give what it is for.
    fn check_effects(&mut self, name: &ast::Name, body: &[Statement], fills: Fills) {
        let emits = |statement: &Statement| matches!(statement, Statement::Emit(_));
        let (gives, help) = match fills {
            Fills::Table(_) => (body.iter().any(emits), "end it with `emit { ... }`"),
            Fills::Flow => (body.iter().any(is_effect), "end it with `source`, `sink`, `clean`, `step` or `call`"),
            Fills::Problem => (body.iter().any(is_effect), "end it with `report at ...`"),
        };
        if !gives {
            let verb = match fills {
                Fills::Table(_) => "emits",
                Fills::Flow => "says",
                Fills::Problem => "reports",
            };
            let message = format!("the {} `{}` {verb} nothing", fills.item(), name.node);
            self.report(Diagnostic::new(Code::NoEmit, name.span, message).help(help));
        }
        let without_table = body.iter().find(|statement| emits(statement)).filter(|_| fills == Fills::Flow);
        if let Some(Statement::Emit(emit)) = without_table {
            let message = format!("the rule `{}` has no table for rows", name.node);
            let help = format!("say which one it fills: `rule {} -> TABLE {{`", name.node);
            let span = Span { end: emit.span.start + "emit".len() as u32, ..emit.span };
            self.report(Diagnostic::new(Code::NoTable, span, message).also(name.span, "the rule").help(help));
        }
    }

    /// Statements that nothing comes of are errors; what is in them is not looked at.
    fn after_last_effect(&mut self, rest: &[Statement], statements: Vec<model::Statement>) -> Vec<model::Statement> {
        for statement in rest {
            let message = "this has no effect: no `emit` and nothing else that a rule gives follows it";
            self.error(Code::AfterLastEmit, statement.span(), message);
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
            Statement::Flow(flow) => model::Statement::Flow(self.flow(&flow.says, target.anchor), flow.span),
            Statement::Report(report) => model::Statement::Report(self.reported(&report.at)),
        }
    }
}

/// Something comes of the statement.
fn is_effect(statement: &Statement) -> bool {
    matches!(statement, Statement::Emit(_) | Statement::Flow(_) | Statement::Report(_))
}
