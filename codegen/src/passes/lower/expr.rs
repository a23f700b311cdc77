//! Typed expressions to plan expressions: the table of which word is which function of the runtime.

use super::pool::Pools;
use crate::ast::{AggregateKind, BinaryOp};
use crate::check::model::{self, Aggregate, ExprKind};
use crate::vocab::Type;
use aud_rules_plan::{Expr, Fold, Iterable};

/// Lowers an expression with all its parts. What stands in place of a call is marked with its name.
pub(super) fn lower_expr(expr: &model::Expr, pools: &mut Pools) -> Expr {
    let Some(name) = pools.predicate_at(expr.span) else { return lower_kind(expr, pools) };
    let around = pools.inside.replace(expr.span);
    let of = Box::new(lower_kind(expr, pools));
    pools.inside = around;
    Expr::Named { name, of }
}

fn lower_kind(expr: &model::Expr, pools: &mut Pools) -> Expr {
    match &expr.kind {
        ExprKind::None => Expr::None,
        ExprKind::Bool(value) => Expr::Bool(*value),
        ExprKind::Int(value) => Expr::Int(*value),
        ExprKind::Real(value) => Expr::Real(*value),
        ExprKind::Text(value) => Expr::Text(value.clone()),
        ExprKind::Var(var) => Expr::Var(*var),
        ExprKind::Module => Expr::Module,
        ExprKind::Property { prim, of, args, stage: _ } => {
            Expr::Prop { prim: prim.clone(), of: boxed(of, pools), args: lower_all(args, pools) }
        }
        ExprKind::GroupKey(group) => pure("group_key", [lower_expr(group, pools)]),
        ExprKind::Call { name, args } => Expr::Pure { op: name.clone(), args: lower_all(args, pools) },
        ExprKind::Binary(op, left, right) => lower_binary(*op, left, right, pools),
        ExprKind::Not(of) => pure("not", [lower_condition(of, pools)]),
        ExprKind::Ask(question, of, names) => {
            Expr::Ask { question: *question, of: boxed(of, pools), names: pools.names(names) }
        }
        ExprKind::RefersTo(of, other) => property("expr_refers_to", of, lower_expr(other, pools), pools),
        ExprKind::Present(of) => Expr::Present(boxed(of, pools)),
        ExprKind::IsKind(of, kinds) => {
            let kinds = Expr::Set(pools.text_set(kinds));
            property("node_is_kind", of, kinds, pools)
        }
        ExprKind::InSet(of, members) => pure("in_set", [lower_expr(of, pools), Expr::Set(pools.set(members))]),
        ExprKind::InList(of, list) => pure("in_list", [lower_expr(of, pools), lower_expr(list, pools)]),
        ExprKind::Like(of, regex) => pure("like", [lower_expr(of, pools), Expr::Pattern(pools.pattern(regex))]),
        ExprKind::StartsWith(of, start) => pure("starts_with", [lower_expr(of, pools), lower_expr(start, pools)]),
        ExprKind::EndsWith(of, end) => pure("ends_with", [lower_expr(of, pools), lower_expr(end, pools)]),
        ExprKind::Contains(of, part) => pure("contains", [lower_expr(of, pools), lower_expr(part, pools)]),
        ExprKind::Case(arms, otherwise) => lower_case(arms, otherwise.as_deref(), pools),
        ExprKind::Aggregate(aggregate) => lower_aggregate(aggregate, pools),
        ExprKind::List(members) => Expr::List(lower_all(members, pools)),
        ExprKind::Object(entries) => {
            Expr::Object(entries.iter().map(|(key, value)| (key.clone(), lower_expr(value, pools))).collect())
        }
        ExprKind::Let(var, value, body) => {
            Expr::Let { var: *var, value: boxed(value, pools), body: boxed(body, pools) }
        }
    }
}

fn boxed(expr: &model::Expr, pools: &mut Pools) -> Box<Expr> {
    Box::new(lower_expr(expr, pools))
}

fn lower_all(exprs: &[model::Expr], pools: &mut Pools) -> Vec<Expr> {
    exprs.iter().map(|expr| lower_expr(expr, pools)).collect()
}

fn pure<const N: usize>(op: &str, args: [Expr; N]) -> Expr {
    Expr::Pure { op: op.to_owned(), args: args.into() }
}

fn property(prim: &str, of: &model::Expr, arg: Expr, pools: &mut Pools) -> Expr {
    Expr::Prop { prim: prim.to_owned(), of: boxed(of, pools), args: vec![arg] }
}

/// A value used as a condition: what is no truth value counts by its presence.
fn lower_condition(of: &model::Expr, pools: &mut Pools) -> Expr {
    let lowered = lower_expr(of, pools);
    match of.ty.ty {
        Type::Bool | Type::Unknown => lowered,
        _ => Expr::Present(Box::new(lowered)),
    }
}

fn lower_binary(op: BinaryOp, left: &model::Expr, right: &model::Expr, pools: &mut Pools) -> Expr {
    let name = match op {
        BinaryOp::Or => return Expr::Or(chain(op, left, right, pools)),
        BinaryOp::And => return Expr::And(chain(op, left, right, pools)),
        BinaryOp::Coalesce => return Expr::Coalesce(chain(op, left, right, pools)),
        BinaryOp::Eq => "eq",
        BinaryOp::Ne => "ne",
        BinaryOp::Lt => "lt",
        BinaryOp::Le => "le",
        BinaryOp::Gt => "gt",
        BinaryOp::Ge => "ge",
        BinaryOp::Add => "add",
        BinaryOp::Sub => "sub",
    };
    pure(name, [lower_expr(left, pools), lower_expr(right, pools)])
}

/// The operands of a chain of one associative operator.
fn chain(op: BinaryOp, left: &model::Expr, right: &model::Expr, pools: &mut Pools) -> Vec<Expr> {
    let mut operands = Vec::new();
    for side in [left, right] {
        match &side.kind {
            ExprKind::Binary(inner, l, r) if *inner == op => operands.extend(chain(op, l, r, pools)),
            _ => operands.push(lower_expr(side, pools)),
        }
    }
    operands
}

/// `else` is an arm that always holds.
fn lower_case(arms: &[(model::Expr, model::Expr)], otherwise: Option<&model::Expr>, pools: &mut Pools) -> Expr {
    let mut lowered: Vec<(Expr, Expr)> =
        arms.iter().map(|(condition, value)| (lower_expr(condition, pools), lower_expr(value, pools))).collect();
    lowered.extend(otherwise.map(|value| (Expr::Bool(true), lower_expr(value, pools))));
    Expr::Choose(lowered)
}

/// Lowers what a loop or an aggregate iterates.
pub(super) fn lower_source(source: &model::Iterable, pools: &mut Pools) -> Iterable {
    match source {
        model::Iterable::List(list) => Iterable::List(lower_expr(list, pools)),
        model::Iterable::Region { class: _, kinds, is_within, region } => {
            Iterable::Slot { slot: pools.slot(kinds), region: lower_expr(region, pools), is_within: *is_within }
        }
    }
}

fn lower_aggregate(aggregate: &Aggregate, pools: &mut Pools) -> Expr {
    let var = aggregate.var;
    let source = Box::new(lower_source(&aggregate.source, pools));
    let condition = aggregate.condition.as_ref().map(|condition| boxed(condition, pools));
    let value = aggregate.value.as_ref().map(|value| boxed(value, pools));
    let fold = match aggregate.kind {
        AggregateKind::Group => {
            let key = value.unwrap_or_else(|| Box::new(Expr::Var(var)));
            return Expr::Group { var, source, condition, key };
        }
        AggregateKind::Any => Fold::Any,
        AggregateKind::Count => Fold::Count,
        AggregateKind::First => Fold::First,
        AggregateKind::Last => Fold::Last,
        AggregateKind::List => Fold::List,
        AggregateKind::Sum => Fold::Sum,
        AggregateKind::Min => Fold::Min,
        AggregateKind::Max => Fold::Max,
    };
    Expr::Collect { fold, var, source, condition, value }
}
