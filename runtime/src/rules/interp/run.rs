//! Runs a loaded rule on a node: each step and each expression is an operation of [`Run`], and a watcher is told.

use std::cell::Cell;

use aud_rules_plan::RuleId;

use super::program::{Body, Expr, FlowStep, Iterable, Link, Program, Step};
use super::watch::Watch;
use crate::rules::run::{Items, Run};
use crate::syntax::tree::NodeId;
use crate::value::Value;

/// Runs the rule on its anchor, before the eyes of `watch`.
pub(super) fn run<'t>(program: &Program, rule: RuleId, run: &Run<'_, 't>, anchor: NodeId, watch: impl Watch<'t>) {
    let rule = &program.rules[rule.index()];
    let vars = vec![Cell::new(Value::None); rule.n_vars];
    let frame = Frame { program, run, vars: &vars, watch };
    frame.set(0, Value::Node(anchor));
    frame.steps(&rule.steps);
}

/// The variables of a running rule. Each has one place that binds it, so a later round may overwrite the value of an
/// earlier one.
#[derive(Clone, Copy)]
struct Frame<'f, 'r, 't, W> {
    program: &'f Program,
    run: &'f Run<'r, 't>,
    vars: &'f [Cell<Value<'t>>],
    watch: W,
}

impl<'t, W: Watch<'t>> Frame<'_, '_, 't, W> {
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
                    let holds = self.run.holds(self.eval(condition));
                    self.watch.held(holds);
                    if !holds {
                        return;
                    }
                }
                Step::ForEach { var, source, body } => {
                    for item in self.items(source) {
                        let _guard = self.run.guard();
                        let is_entered = self.run.holds(item.condition);
                        self.watch.round(item, is_entered);
                        if is_entered {
                            self.set(*var, item.value);
                            self.steps(body);
                        }
                        self.watch.end_round();
                    }
                }
                Step::Emit { cells } => self.with_all(cells, |cells| {
                    self.run.emit(cells);
                    self.watch.emitted(self.run, cells);
                }),
                Step::Flow(says) => {
                    self.flow(says);
                    self.watch.said(self.run);
                }
                Step::Report { at } => {
                    self.run.report(self.eval(at));
                    self.watch.said(self.run);
                }
            }
        }
    }

    fn flow(self, says: &FlowStep) {
        let run = self.run;
        match says {
            FlowStep::Source { kinds, at } => run.source(*kinds, self.eval(at)),
            FlowStep::Sink { kinds, at } => run.sink(*kinds, self.eval(at)),
            FlowStep::Clean { kinds, at, when } => run.clean(*kinds, self.eval(at), *when),
            FlowStep::Step { from, to } => run.step(self.eval(from), self.eval(to)),
            FlowStep::Call { callee, arguments, result } => {
                let callee = self.eval(callee);
                let arguments: Vec<_> = arguments.iter().map(|(handed, value)| (*handed, self.eval(value))).collect();
                run.call(callee, &arguments, self.eval(result));
            }
        }
    }

    fn items(self, source: &Iterable) -> Items<'t> {
        match source {
            Iterable::List(list) => self.run.items(self.eval(list)),
            Iterable::Slot { slot, region, reach } => {
                Items::nodes(self.run.slot(*slot, self.eval(region).node(), *reach))
            }
        }
    }

    fn eval(self, expr: &Expr) -> Value<'t> {
        let run = self.run;
        match expr {
            Expr::Known(value) => *value,
            Expr::Var(var) => self.vars[*var].get(),
            Expr::Prop { prim, of, args } => {
                let of = self.eval(of);
                self.with_all(args, |args| run.get(*prim, of, args))
            }
            Expr::Pure { op, args } => self.with_all(args, |args| run.pure(*op, args)),
            Expr::Ask { question, of, names } => run.ask(*question, self.eval(of), *names),
            Expr::Chain { link, operands } => self.chain(*link, operands),
            Expr::Present(of) => run.is_present(self.eval(of)),
            Expr::Choose(arms) => self.choose(arms),
            Expr::Let { var, value, body } => {
                self.set(*var, self.eval(value));
                self.eval(body)
            }
            Expr::Collect { fold, var, source, condition, value } => run.fold(
                *fold,
                self.items(source),
                |item| self.eval_with(*var, item, condition),
                |item| self.eval_with(*var, item, value),
            ),
            Expr::Group { var, source, condition, key } => run.group(
                self.items(source),
                |item| self.eval_with(*var, item, condition),
                |item| self.eval_with(*var, item, key),
            ),
            Expr::List(members) => self.with_all(members, |members| run.members_of(members)),
            Expr::Set(set) => run.set(*set),
            Expr::Pattern(pattern) => run.pattern(*pattern),
            Expr::Object(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| (*key, self.eval(value))).collect();
                run.object(&entries)
            }
            Expr::Call { function, args } => {
                self.with_all(args, |args| self.in_frame(&self.program.functions[function.index()], args))
            }
            Expr::Fact(fact) => run.fact(*fact, || self.in_frame(&self.program.facts[fact.index()], &[])),
            Expr::Marked { mark, of } => {
                let value = self.eval(of);
                self.watch.saw(*mark, value);
                value
            }
        }
    }

    /// Evaluates a body with variables of its own.
    fn in_frame(self, body: &Body, args: &[Value<'t>]) -> Value<'t> {
        let vars = vec![Cell::new(Value::None); body.n_vars];
        let frame = Frame { vars: &vars, ..self };
        args.iter().enumerate().for_each(|(var, &arg)| frame.set(var, arg));
        frame.eval(&body.value)
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
            Link::And => self.run.and(first, rest),
            Link::Or => self.run.or(first, rest),
            Link::Coalesce => self.run.coalesce(first, rest),
        }
    }

    fn choose(self, arms: &[(Expr, Expr)]) -> Value<'t> {
        let choice = arms.iter().fold(self.run.choose(), |choice, (condition, value)| {
            choice.when(|| self.eval(condition), || self.eval(value))
        });
        choice.end()
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
