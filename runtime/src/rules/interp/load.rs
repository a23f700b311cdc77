//! From a plan to its program: finds the functions, sets, names and kinds that it names, once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use aud_rules_plan as plan;

use super::program::{Body, Expr, FlowStep, Iterable, Link, Program, Rule, Step};
use super::watch::Mark;
use super::{Fault, Interpreter, LoadError, MAX_DEPTH};
use crate::regex::Regex;
use crate::rules::dispatch::{By, Decision, KeyTable, Rules};
use crate::rules::names;
use crate::rules::prim::{self, Prim};
use crate::rules::run::{Handed, NameQuestion, Reach};
use crate::syntax::kinds::Kind;
use crate::syntax::language::kind_named;
use crate::syntax::tree::NodeId;
use crate::value::{Constants, LiteralSet, NameSet, Op, Pattern, Value};

/// Expressions that are marked, by the number of their mark.
pub(super) type Marks = RefCell<Vec<&'static plan::Expr>>;

/// Loads a plan that lives as long as the program. With `marks` every expression of its rules is marked that is not the
/// same at all nodes.
pub(super) fn load(plan: &'static plan::Plan, marks: Option<&Marks>) -> Result<Interpreter, LoadError> {
    let of_plan = |fault| LoadError { place: "the plan".to_owned(), fault };
    let constants = load_constants(plan).map_err(of_plan)?;
    let levels = Levels::of(plan).map_err(of_plan)?;
    let mut rules = Vec::new();
    for rule in &plan.rules {
        let of_rule = |fault| LoadError { place: format!("rule `{}`", rule.head.name), fault };
        rules.push(BodyLoader { plan, vars: &rule.vars, levels: &levels, marks }.rule(rule).map_err(of_rule)?);
    }
    let body = |name: &str, vars, body| {
        let of_body = |fault| LoadError { place: format!("`{name}`"), fault };
        BodyLoader { plan, vars, levels: &levels, marks }.body(body).map_err(of_body)
    };
    let functions = plan.functions.iter().map(|function| body(&function.name, &function.vars, &function.body));
    let functions = functions.collect::<Result<_, _>>()?;
    let facts = plan.facts.iter().map(|fact| body(&fact.name, &fact.vars, &fact.body)).collect::<Result<_, _>>()?;
    let program = Program { rules, functions, facts };
    let mut decisions = vec![None; Kind::COUNT];
    for (kind, decision) in &plan.decisions {
        decisions[kind_of(kind).map_err(of_plan)? as usize] = Some(load_decision(decision).map_err(of_plan)?);
    }
    let slots = plan
        .slots
        .iter()
        .map(|kinds| kinds.iter().map(|kind| kind_of(kind)).collect::<Result<Vec<_>, _>>())
        .collect::<Result<_, _>>()
        .map_err(of_plan)?;
    let examples = plan.examples();
    Ok(Interpreter { declared: plan.declared(), examples, slots, constants, program, decisions })
}

/// Items that live as long as the program, as all that values refer to do.
fn leaked<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    items.into_iter().collect::<Vec<T>>().leak()
}

fn texts(texts: &'static [String]) -> &'static [&'static str] {
    leaked(texts.iter().map(String::as_str))
}

fn kind_of(name: &str) -> Result<Kind, Fault> {
    kind_named(name).ok_or_else(|| Fault::Kind(name.to_owned()))
}

fn prim_of(name: &str) -> Result<Prim, Fault> {
    prim::find(name).ok_or_else(|| Fault::Property(name.to_owned()))
}

fn load_decision(decision: &'static plan::Decision) -> Result<Decision<'static>, Fault> {
    let keyed = decision.keyed.iter().map(|(key, by_name)| {
        let path = key.path.iter().map(|prim| prim_of(prim)).collect::<Result<Vec<_>, _>>()?;
        let mut all: Vec<plan::RuleId> = by_name.values().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        let names = leaked(by_name.iter().map(|(name, rules)| (name.as_str(), rule_list(rules))));
        let asked = || &leaked([NameSet::new(leaked(by_name.keys().map(String::as_str)))])[0];
        let by = match key.by {
            plan::KeyBy::Name => By::Name,
            plan::KeyBy::Text => By::Text,
            plan::KeyBy::Keyword => By::Keyword,
            plan::KeyBy::Ancestor => By::Ancestor(asked()),
            plan::KeyBy::Class => By::Class(asked()),
        };
        Ok(KeyTable { by, path: leaked(path), names, all: rule_list(&all) })
    });
    Ok(Decision { always: rule_list(&decision.always), keyed: leaked(keyed.collect::<Result<Vec<_>, Fault>>()?) })
}

fn rule_list(rules: &[plan::RuleId]) -> Rules<'static> {
    leaked(rules.iter().copied())
}

/// Constants of the plan by their ids.
fn load_constants(plan: &'static plan::Plan) -> Result<Constants, Fault> {
    if let Some(pattern) = plan.patterns.iter().find(|pattern| Regex::new(pattern).is_err()) {
        return Err(Fault::Pattern(pattern.clone()));
    }
    let sets = leaked(plan.sets.iter().map(|set| LiteralSet { texts: texts(&set.texts), ints: &set.ints }));
    let names = leaked(plan.names.iter().map(|names| NameSet::new(texts(names))));
    let patterns = leaked(plan.patterns.iter().map(|pattern| Pattern::new(pattern)));
    Ok(Constants { sets: leaked(sets), names: leaked(names), patterns: leaked(patterns) })
}

/// How deep functions and facts are nested, those that they call counted.
#[derive(Default)]
struct Levels {
    functions: BTreeMap<plan::FunctionId, usize>,
    facts: BTreeMap<plan::FactId, usize>,
}

impl Levels {
    /// Of all functions and facts of a plan. Those that call each other in a circle have no depth.
    fn of(plan: &plan::Plan) -> Result<Levels, Fault> {
        let mut levels = Levels::default();
        // Each round settles at least those that call only what the rounds before have settled.
        for _ in 0..=plan.functions.len() + plan.facts.len() {
            let n_before = levels.functions.len() + levels.facts.len();
            for (index, function) in plan.functions.iter().enumerate() {
                let id = plan::FunctionId::at(index);
                if !levels.functions.contains_key(&id)
                    && let Some(depth) = levels.depth(&function.body, 0)?
                {
                    levels.functions.insert(id, depth);
                }
            }
            for (index, fact) in plan.facts.iter().enumerate() {
                let id = plan::FactId::at(index);
                if !levels.facts.contains_key(&id)
                    && let Some(depth) = levels.depth(&fact.body, 0)?
                {
                    levels.facts.insert(id, depth);
                }
            }
            if levels.functions.len() + levels.facts.len() == n_before {
                break;
            }
        }
        Ok(levels)
    }

    /// Depth of an expression; none while that of something that it calls is not known.
    fn depth(&self, expr: &plan::Expr, around: usize) -> Result<Option<usize>, Fault> {
        let around = deeper(around)?;
        let own = match expr {
            plan::Expr::Call { function, args: _ } => self.functions.get(function).copied(),
            plan::Expr::Fact(fact) => self.facts.get(fact).copied(),
            plan::Expr::And(all) | plan::Expr::Or(all) | plan::Expr::Coalesce(all) => Some(all.len()),
            _ => Some(0),
        };
        let mut parts = Vec::new();
        expr.for_each_part(&mut |part| parts.push(part));
        let mut deepest = Some(0);
        for part in parts {
            deepest = deepest.zip(self.depth(part, around)?).map(|(deepest, part): (usize, usize)| deepest.max(part));
        }
        Ok(own.zip(deepest).map(|(own, deepest)| 1 + own + deepest))
    }
}

/// What an index of the plan leads to.
fn at<T>(items: &'static [T], index: u32, what: &'static str) -> Result<&'static T, Fault> {
    items.get(index as usize).ok_or(Fault::Missing { what, index })
}

/// Loads what one rule, function or fact does.
#[derive(Clone, Copy)]
struct BodyLoader<'l> {
    plan: &'static plan::Plan,
    /// Names of its variables.
    vars: &'static [String],
    levels: &'l Levels,
    marks: Option<&'l Marks>,
}

impl BodyLoader<'_> {
    fn rule(self, rule: &'static plan::Rule) -> Result<Rule, Fault> {
        match rule.head.target {
            plan::Target::Table(table) => at(&self.plan.tables, table.0, "table").map(|_| ())?,
            plan::Target::Problem(problem) => at(&self.plan.problems, problem.0, "problem").map(|_| ())?,
            plan::Target::Flow => {}
        }
        Ok(Rule {
            kinds: rule.kinds.iter().map(|kind| kind_of(kind)).collect::<Result<_, _>>()?,
            n_vars: self.vars.len().max(1),
            steps: self.steps(&rule.steps, 0)?,
        })
    }

    fn body(self, body: &'static plan::Expr) -> Result<Body, Fault> {
        Ok(Body { n_vars: self.vars.len(), value: self.expr(body, 0)? })
    }

    fn steps(self, steps: &'static [plan::Step], depth: usize) -> Result<Vec<Step>, Fault> {
        steps.iter().map(|step| self.step(step, depth)).collect()
    }

    fn step(self, step: &'static plan::Step, depth: usize) -> Result<Step, Fault> {
        let depth = deeper(depth)?;
        Ok(match step {
            plan::Step::Let { var, value, origin: _ } => {
                Step::Let { var: self.var(*var)?, value: self.expr(value, depth)? }
            }
            plan::Step::Where { condition, origin: _ } => Step::Where { condition: self.expr(condition, depth)? },
            plan::Step::ForEach { var, source, body, origin: _ } => Step::ForEach {
                var: self.var(*var)?,
                source: self.source(source, depth)?,
                body: self.steps(body, depth)?,
            },
            plan::Step::Emit { cells, origin: _ } => Step::Emit { cells: self.all(cells, depth)? },
            plan::Step::Flow { says, origin: _ } => Step::Flow(self.flow(says, depth)?),
            plan::Step::Report { at, origin: _ } => Step::Report { at: self.expr(at, depth)? },
        })
    }

    fn flow(self, says: &'static plan::FlowStep, depth: usize) -> Result<FlowStep, Fault> {
        Ok(match says {
            plan::FlowStep::Source { kinds, at } => FlowStep::Source { kinds: *kinds, at: self.expr(at, depth)? },
            plan::FlowStep::Sink { kinds, at } => FlowStep::Sink { kinds: *kinds, at: self.expr(at, depth)? },
            plan::FlowStep::Clean { kinds, at, when } => {
                FlowStep::Clean { kinds: *kinds, at: self.expr(at, depth)?, when: *when }
            }
            plan::FlowStep::Step { from, to } => {
                FlowStep::Step { from: self.expr(from, depth)?, to: self.expr(to, depth)? }
            }
            plan::FlowStep::Call { callee, arguments, result } => {
                let argument = |(key, value): &'static (plan::ArgumentKey, plan::Expr)| {
                    let handed = match key {
                        plan::ArgumentKey::Index(index) => Handed::Index(*index),
                        plan::ArgumentKey::Name(name) => Handed::Name(name),
                        plan::ArgumentKey::Star => Handed::Star,
                        plan::ArgumentKey::DoubleStar => Handed::DoubleStar,
                    };
                    Ok((handed, self.expr(value, depth)?))
                };
                FlowStep::Call {
                    callee: self.expr(callee, depth)?,
                    arguments: arguments.iter().map(argument).collect::<Result<_, _>>()?,
                    result: result.as_ref().map_or(Ok(Expr::Known(Value::None)), |result| self.expr(result, depth))?,
                }
            }
        })
    }

    fn source(self, source: &'static plan::Iterable, depth: usize) -> Result<Iterable, Fault> {
        Ok(match source {
            plan::Iterable::List(list) => Iterable::List(self.expr(list, depth)?),
            plan::Iterable::Slot { slot, region, is_within } => {
                at(&self.plan.slots, slot.0, "slot")?;
                let reach = if *is_within { Reach::Within } else { Reach::In };
                Iterable::Slot { slot: *slot, region: self.expr(region, depth)?, reach }
            }
        })
    }

    fn expr(self, expr: &'static plan::Expr, depth: usize) -> Result<Expr, Fault> {
        let depth = deeper(depth)?;
        let loaded = match expr {
            plan::Expr::None => Expr::Known(Value::None),
            plan::Expr::Bool(value) => Expr::Known(Value::Bool(*value)),
            plan::Expr::Int(value) => Expr::Known(Value::Int(*value)),
            plan::Expr::Real(value) => Expr::Known(Value::Real(*value)),
            plan::Expr::Text(value) => Expr::Known(Value::Text(value)),
            plan::Expr::Set(set) => at(&self.plan.sets, set.0, "set").map(|_| Expr::Set(*set))?,
            plan::Expr::Pattern(pattern) => {
                at(&self.plan.patterns, pattern.0, "regular expression").map(|_| Expr::Pattern(*pattern))?
            }
            plan::Expr::Var(var) => Expr::Var(self.var(*var)?),
            plan::Expr::Module => Expr::Known(Value::Node(NodeId::MODULE)),
            plan::Expr::Prop { prim, of, args } => {
                Expr::Prop { prim: prim_of(prim)?, of: self.boxed(of, depth)?, args: self.all(args, depth)? }
            }
            plan::Expr::Pure { op, args } => {
                let found = Op::named(op).ok_or_else(|| Fault::Function(op.clone()))?;
                Expr::Pure { op: found, args: self.all(args, depth)? }
            }
            plan::Expr::Ask { question, of, names } => Expr::Ask {
                question: question_of(*question),
                of: self.boxed(of, depth)?,
                names: at(&self.plan.names, names.0, "set of names").map(|_| *names)?,
            },
            plan::Expr::And(all) => self.chain(Link::And, all, depth)?,
            plan::Expr::Or(any) => self.chain(Link::Or, any, depth)?,
            plan::Expr::Coalesce(values) => self.chain(Link::Coalesce, values, depth)?,
            plan::Expr::Present(of) => Expr::Present(self.boxed(of, depth)?),
            plan::Expr::Choose(arms) => {
                let arm = |(condition, value): &'static (plan::Expr, plan::Expr)| {
                    Ok((self.expr(condition, depth)?, self.expr(value, depth)?))
                };
                Expr::Choose(arms.iter().map(arm).collect::<Result<_, _>>()?)
            }
            plan::Expr::Let { var, value, body } => {
                Expr::Let { var: self.var(*var)?, value: self.boxed(value, depth)?, body: self.boxed(body, depth)? }
            }
            plan::Expr::Collect { fold, var, source, condition, value } => {
                let var = self.var(*var)?;
                let value = match value {
                    Some(value) => self.boxed(value, depth)?,
                    None => Box::new(Expr::Var(var)),
                };
                let condition = self.condition(condition.as_deref(), depth)?;
                let source = Box::new(self.source(source, depth)?);
                Expr::Collect { fold: *fold, var, source, condition, value }
            }
            plan::Expr::Group { var, source, condition, key } => Expr::Group {
                var: self.var(*var)?,
                source: Box::new(self.source(source, depth)?),
                condition: self.condition(condition.as_deref(), depth)?,
                key: self.boxed(key, depth)?,
            },
            // What stands in place of a call is not marked a second time.
            plan::Expr::Named { name: _, of } => return self.expr(of, depth),
            plan::Expr::Call { function, args } => {
                at(&self.plan.functions, function.0, "function")?;
                let levels = self.levels.functions.get(function).copied().unwrap_or(MAX_DEPTH);
                deeper(depth + levels)?;
                Expr::Call { function: *function, args: self.all(args, depth)? }
            }
            plan::Expr::Fact(fact) => {
                at(&self.plan.facts, fact.0, "fact")?;
                deeper(depth + self.levels.facts.get(fact).copied().unwrap_or(MAX_DEPTH))?;
                Expr::Fact(*fact)
            }
            plan::Expr::List(members) => Expr::List(self.all(members, depth)?),
            plan::Expr::Object(entries) => {
                let entry = |(key, value): &'static (String, plan::Expr)| Ok((key.as_str(), self.expr(value, depth)?));
                Expr::Object(entries.iter().map(entry).collect::<Result<_, _>>()?)
            }
        };
        Ok(self.marked(expr, loaded))
    }

    fn marked(self, expr: &'static plan::Expr, loaded: Expr) -> Expr {
        match (self.marks, loaded) {
            (None, loaded) | (_, loaded @ (Expr::Known(_) | Expr::Set(_) | Expr::Pattern(_))) => loaded,
            (Some(marks), loaded) => {
                let mut marks = marks.borrow_mut();
                marks.push(expr);
                Expr::Marked { mark: Mark(marks.len() as u32 - 1), of: Box::new(loaded) }
            }
        }
    }

    fn boxed(self, expr: &'static plan::Expr, depth: usize) -> Result<Box<Expr>, Fault> {
        self.expr(expr, depth).map(Box::new)
    }

    fn all(self, exprs: &'static [plan::Expr], depth: usize) -> Result<Vec<Expr>, Fault> {
        exprs.iter().map(|expr| self.expr(expr, depth)).collect()
    }

    /// Each operand runs inside the one before it.
    fn chain(self, link: Link, operands: &'static [plan::Expr], depth: usize) -> Result<Expr, Fault> {
        let operands = operands.iter().enumerate().map(|(index, operand)| self.expr(operand, depth + index));
        Ok(Expr::Chain { link, operands: operands.collect::<Result<_, _>>()? })
    }

    fn condition(self, condition: Option<&'static plan::Expr>, depth: usize) -> Result<Box<Expr>, Fault> {
        condition.map_or_else(|| Ok(Box::new(Expr::Known(Value::Bool(true)))), |condition| self.boxed(condition, depth))
    }

    fn var(self, var: plan::VarId) -> Result<usize, Fault> {
        at(self.vars, var.0, "variable").map(|_| var.index())
    }
}

fn deeper(depth: usize) -> Result<usize, Fault> {
    if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(Fault::TooDeep) }
}

fn question_of(question: plan::Question) -> NameQuestion {
    match question {
        plan::Question::Is => names::is,
        plan::Question::IsExactly => names::is_exactly,
        plan::Question::InstanceOf => names::instance_of,
        plan::Question::Inherits => names::inherits,
        plan::Question::DecoratedBy => names::decorated_by,
    }
}
