//! Runs a loaded rule on a node: each step and each expression is a call of [`Cx`], as codegen writes it, and a watcher is
//! told.

use std::cell::Cell;

use super::program::{Expr, Iterable, Link, Rule, Step};
use super::watch::Watch;
use crate::rules::cx::{Arm, Cx};
use crate::syntax::tree::NodeId;
use crate::value::{Item, Value};

/// Runs the rule on its anchor, before the eyes of `watch`.
pub(super) fn run<'t>(rule: &Rule, cx: &Cx<'t>, anchor: NodeId, watch: impl Watch<'t>) {
    let vars = vec![Cell::new(Value::None); rule.n_vars];
    let frame = Frame { cx, vars: &vars, watch };
    let _guard = cx.guard();
    frame.set(0, Value::Node(anchor));
    frame.steps(&rule.steps);
}

/// The variables of a running rule. Each has one place that binds it, so a later round may overwrite the value of an
/// earlier one.
#[derive(Clone, Copy)]
struct Frame<'f, 't, W> {
    cx: &'f Cx<'t>,
    vars: &'f [Cell<Value<'t>>],
    watch: W,
}

impl<'t, W: Watch<'t>> Frame<'_, 't, W> {
    fn set(self, var: usize, value: Value<'t>) {
        self.vars[var].set(value);
    }

    /// The statements of one block; the first condition that fails ends it.
    fn steps(self, steps: &[Step]) {
        for (place, step) in steps.iter().enumerate() {
            self.watch.step(place);
            match step {
                Step::Let { var, value } => self.set(*var, self.eval(value)),
                Step::Where { condition } => {
                    let holds = self.cx.holds(self.eval(condition));
                    self.watch.held(holds);
                    if !holds {
                        return;
                    }
                }
                Step::ForEach { var, source, body } => {
                    for item in self.items(source) {
                        let _guard = self.cx.guard();
                        let is_entered = self.cx.holds(item.condition);
                        self.watch.round(*item, is_entered);
                        if is_entered {
                            self.set(*var, item.value);
                            self.steps(body);
                        }
                        self.watch.end_round();
                    }
                }
                Step::Emit { cells } => self.with_all(cells, |cells| {
                    self.cx.emit(cells);
                    self.watch.emitted(self.cx, cells);
                }),
            }
        }
    }

    fn items(self, source: &Iterable) -> &'t [Item<'t>] {
        match source {
            Iterable::List(list) => self.cx.items(self.eval(list)),
            Iterable::Slot { slot, region, reach } => self.cx.slot(*slot, self.eval(region), *reach),
        }
    }

    fn eval(self, expr: &Expr) -> Value<'t> {
        let cx = self.cx;
        match expr {
            Expr::Known(value) => *value,
            Expr::Var(var) => self.vars[*var].get(),
            Expr::Prop { prim, of, args } => {
                let of = self.eval(of);
                self.with_all(args, |args| cx.get(*prim, of, args))
            }
            Expr::Pure { op, args } => self.with_all(args, |args| cx.pure(*op, args)),
            Expr::Ask { question, of, names } => cx.ask(*question, self.eval(of), names),
            Expr::Chain { link, operands } => self.chain(*link, operands),
            Expr::Present(of) => cx.is_present(self.eval(of)),
            Expr::Choose(arms) => self.choose(arms),
            Expr::Let { var, value, body } => {
                self.set(*var, self.eval(value));
                self.eval(body)
            }
            Expr::Collect { fold, var, source, condition, value } => cx.fold(
                *fold,
                self.items(source),
                |item| self.eval_with(*var, item, condition),
                |item| self.eval_with(*var, item, value),
            ),
            Expr::Group { var, source, condition, key } => cx.group(
                self.items(source),
                |item| self.eval_with(*var, item, condition),
                |item| self.eval_with(*var, item, key),
            ),
            Expr::List(members) => cx.alloc_list(members.iter().map(|member| self.eval(member))),
            Expr::Object(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| (*key, self.eval(value))).collect();
                cx.object(&entries)
            }
            Expr::Marked { mark, of } => {
                let value = self.eval(of);
                self.watch.saw(*mark, value);
                value
            }
        }
    }

    fn eval_with(self, var: usize, item: Value<'t>, expr: &Expr) -> Value<'t> {
        self.set(var, item);
        self.eval(expr)
    }

    fn chain(self, link: Link, operands: &[Expr]) -> Value<'t> {
        let [first, rest @ ..] = operands else { return Value::None };
        let first = self.eval(first);
        if rest.is_empty() {
            return first;
        }
        let rest = || self.chain(link, rest);
        match link {
            Link::And => self.cx.and(first, rest),
            Link::Or => self.cx.or(first, rest),
            Link::Coalesce => self.cx.coalesce(first, rest),
        }
    }

    fn choose(self, arms: &[(Expr, Expr)]) -> Value<'t> {
        let thunks: Vec<_> =
            arms.iter().map(|(condition, value)| (move || self.eval(condition), move || self.eval(value))).collect();
        let arms: Vec<Arm<'_, 't>> = thunks.iter().map(|(condition, value)| (condition as _, value as _)).collect();
        self.cx.choose(&arms)
    }

    /// Evaluates expressions in order; the few arguments that most functions take need no memory of their own.
    fn with_all<R>(self, exprs: &[Expr], take: impl FnOnce(&[Value<'t>]) -> R) -> R {
        match exprs {
            [] => take(&[]),
            [one] => take(&[self.eval(one)]),
            [one, other] => take(&[self.eval(one), self.eval(other)]),
            more => take(&more.iter().map(|expr| self.eval(expr)).collect::<Vec<_>>()),
        }
    }
}
