//! From the checked model to the plan: operators become functions of the runtime, conjunctions become steps, loops hold
//! what follows them, and every literal set, name set, regular expression and slot gets one id.
//!
//! Ids are given in the order of first use, rules being in the order of the plan, so that equal rule files give equal
//! plans. Which rules a node is given to is not decided here ([`crate::fuse`]).

mod expr;
mod pool;

use crate::ast::BinaryOp;
use crate::model::{self, ExprKind, Model, Statement};
use crate::plan::{self, Place, Plan, Step, TableId};
use crate::source::{SourceFile, SourceMap, Span};
use crate::stage;

use expr::lower_expr;
use pool::Pools;

/// Lowers every rule. The plan's decisions are left empty.
pub fn lower(model: &Model, sources: &SourceMap) -> Plan {
    let mut by_table: Vec<&model::Rule> = model.rules.iter().collect();
    by_table.sort_by_key(|rule| rule.table);
    let mut pools = Pools::default();
    let rules = by_table.into_iter().map(|rule| lower_rule(rule, sources, &mut pools)).collect();
    Plan {
        files: sources.ids().map(|id| sources.file(id)).filter(|file| !file.is_library).map(rule_file).collect(),
        tables: model.tables.iter().map(|table| lower_table(table, sources)).collect(),
        rules,
        views: model.views.iter().map(|view| lower_view(view, sources)).collect(),
        sets: pools.sets.into_items(),
        names: pools.names.into_items(),
        patterns: pools.patterns.into_items(),
        slots: pools.slots.into_items(),
        decisions: Default::default(),
    }
}

fn rule_file(file: &SourceFile) -> plan::RuleFile {
    plan::RuleFile { path: file.path.clone(), sha256: file.sha256() }
}

fn place(span: Span, sources: &SourceMap) -> Place {
    Place { file: sources.file(span.file).path.clone(), line: sources.position(span).0 }
}

fn lower_table(table: &model::Table, sources: &SourceMap) -> plan::Table {
    let columns = table.columns.iter().map(|column| plan::Column {
        name: column.name.clone(),
        doc: column.doc.clone(),
        ty: column.ty,
        is_optional: column.is_optional,
    });
    plan::Table {
        name: table.name.clone(),
        doc: table.doc.clone(),
        columns: columns.collect(),
        unique: table.unique.clone(),
        place: place(table.span, sources),
    }
}

fn lower_view(view: &model::View, sources: &SourceMap) -> plan::View {
    plan::View {
        name: view.name.clone(),
        doc: view.doc.clone(),
        sql: view.sql.clone(),
        place: place(view.span, sources),
    }
}

fn lower_rule(rule: &model::Rule, sources: &SourceMap, pools: &mut Pools) -> plan::Rule {
    let stage = stage::of_rule(rule, sources);
    plan::Rule {
        name: rule.name.clone(),
        doc: rule.doc.clone(),
        tags: rule.tags.clone(),
        table: TableId(rule.table as u32),
        place: place(rule.span, sources),
        kinds: rule.kinds.clone(),
        class: rule.class.clone(),
        vars: rule.vars.clone(),
        stage: stage.stage,
        stage_reason: stage.reason,
        steps: lower_body(&rule.body, pools),
        examples: rule.examples.iter().map(|example| lower_example(example, sources)).collect(),
    }
}

fn lower_example(example: &model::Example, sources: &SourceMap) -> plan::Example {
    plan::Example {
        source: example.source.clone(),
        rows: example.rows.clone(),
        line: place(example.span, sources).line,
    }
}

/// Each loop takes all statements behind it as its body.
fn lower_body(statements: &[Statement], pools: &mut Pools) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, statement) in statements.iter().enumerate() {
        match statement {
            Statement::Let(var, value) => {
                let value = lower_value(value, pools, &mut steps);
                steps.push(Step::Let { var: *var, value });
            }
            Statement::Where(condition) => lower_where(condition, pools, &mut steps),
            Statement::For(var, source) => {
                let source = expr::lower_source(source, pools);
                let body = lower_body(&statements[index + 1..], pools);
                steps.push(Step::ForEach { var: *var, source, body });
                break;
            }
            Statement::Emit(cells) => {
                let cells = cells.iter().map(|cell| lower_value(cell, pools, &mut steps)).collect();
                steps.push(Step::Emit { cells });
            }
        }
    }
    steps
}

/// A value that the next step surely needs. What it binds on the way (the subject of a `case`, the arguments of a
/// predicate) becomes a step of its own, so that later passes see it.
fn lower_value(value: &model::Expr, pools: &mut Pools, steps: &mut Vec<Step>) -> plan::Expr {
    match &value.kind {
        ExprKind::Let(var, bound, body) => {
            let bound = lower_value(bound, pools, steps);
            steps.push(Step::Let { var: *var, value: bound });
            lower_value(body, pools, steps)
        }
        _ => lower_expr(value, pools),
    }
}

/// One step for each conjunct: cheap ones that fail keep the others from being asked, and each can give a key.
fn lower_where(condition: &model::Expr, pools: &mut Pools, steps: &mut Vec<Step>) {
    match &condition.kind {
        ExprKind::Binary(BinaryOp::And, left, right) => {
            lower_where(left, pools, steps);
            lower_where(right, pools, steps);
        }
        ExprKind::Let(var, bound, body) => {
            let bound = lower_value(bound, pools, steps);
            steps.push(Step::Let { var: *var, value: bound });
            lower_where(body, pools, steps);
        }
        _ => steps.push(Step::Where { condition: lower_expr(condition, pools) }),
    }
}
