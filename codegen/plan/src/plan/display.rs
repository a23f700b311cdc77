//! The plan as text that people read: every rule with its stage and steps, then the decision at each kind of node.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::{ArgumentKey, Decision, Expr, FlowStep, Iterable, LiteralSet, Plan, Rule, Step};
use crate::{RuleId, Target, VarId};

impl Display for Plan {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let rules = self.rules.iter().map(|rule| self.show_rule(rule));
        let decisions = self.decisions.iter().map(|(kind, decision)| self.show_decision(kind, decision));
        f.write_str(&rules.chain(decisions).collect::<Vec<_>>().join("\n"))
    }
}

impl Plan {
    /// One rule as text: its stage and its steps.
    pub fn show_rule(&self, rule: &Rule) -> String {
        let mut text = match rule.head.target {
            Target::Table(table) => format!("rule {} -> {}\n", rule.head.name, self.tables[table.index()].name),
            Target::Flow => format!("rule {}\n", rule.head.name),
            Target::Problem(problem) => format!("rule of problem {}\n", self.problems[problem.index()].name),
        };
        text += &match &rule.stage_reason {
            Some(reason) => format!("  stage {}: {reason}\n", rule.head.stage.name()),
            None => format!("  stage {}\n", rule.head.stage.name()),
        };
        text += &format!("  match {}: {}\n", var_name(rule, VarId(0)), rule.class);
        Dump { plan: self, rule }.steps(&mut text, &rule.steps, 1);
        text
    }

    /// What is done at nodes of one kind, as text.
    pub fn show_decision(&self, kind: &str, decision: &Decision) -> String {
        let mut text = format!("at {kind}\n");
        if !decision.always.is_empty() {
            text += &format!("  always: {}\n", self.rule_names(&decision.always));
        }
        for (key, names) in &decision.keyed {
            let path = if key.path.is_empty() { "the node itself".to_owned() } else { key.path.join(".") };
            text += &format!("  by {} of {path}\n", key.by.words());
            for (rules, names) in names_by_rules(names) {
                text += &format!("    {} => {}\n", quoted(names), self.rule_names(rules));
            }
        }
        text
    }

    fn rule_names(&self, rules: &[RuleId]) -> String {
        let names: Vec<&str> = rules.iter().map(|rule| self.rules[rule.index()].head.name.as_str()).collect();
        names.join(", ")
    }
}

/// Names that lead to the same rules, together; in the order of the first name of each.
fn names_by_rules(names: &BTreeMap<String, Vec<RuleId>>) -> Vec<(&[RuleId], Vec<&str>)> {
    let mut groups: Vec<(&[RuleId], Vec<&str>)> = Vec::new();
    for (name, rules) in names {
        match groups.iter_mut().find(|(r, _)| r == rules) {
            Some((_, names)) => names.push(name),
            None => groups.push((rules, vec![name])),
        }
    }
    groups
}

fn quoted<'s>(texts: impl IntoIterator<Item = &'s str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| format!("{text:?}")).collect();
    texts.join(" | ")
}

/// The name of a variable as the rule has it; the compiler's own have a number.
fn var_name(rule: &Rule, var: VarId) -> String {
    match rule.vars.get(var.index()) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => format!("v{}", var.0),
    }
}

struct Dump<'p> {
    plan: &'p Plan,
    rule: &'p Rule,
}

impl Dump<'_> {
    fn steps(&self, text: &mut String, steps: &[Step], depth: usize) {
        let indent = "  ".repeat(depth);
        for step in steps {
            match step {
                Step::Let { var, value, origin: _ } => {
                    *text += &format!("{indent}let {} = {}\n", self.var(*var), self.expr(value))
                }
                Step::Where { condition, origin: _ } => *text += &format!("{indent}where {}\n", self.expr(condition)),
                Step::ForEach { var, source, body, origin: _ } => {
                    *text += &format!("{indent}for {} {}\n", self.var(*var), self.source(source));
                    self.steps(text, body, depth + 1);
                }
                Step::Emit { cells, origin: _ } => {
                    *text += &format!("{indent}emit\n");
                    let table = self.rule.head.table().map(|table| &self.plan.tables[table.index()]);
                    let columns = table.map_or(&[][..], |table| &table.columns);
                    for (column, cell) in columns.iter().zip(cells) {
                        *text += &format!("{indent}  {}: {}\n", column.name, self.expr(cell));
                    }
                }
                Step::Flow { says, origin: _ } => *text += &format!("{indent}{}\n", self.flow(says)),
                Step::Report { at, origin: _ } => *text += &format!("{indent}report at {}\n", self.expr(at)),
            }
        }
    }

    fn flow(&self, says: &FlowStep) -> String {
        let kinds = |kinds: u64| self.plan.kind_names(kinds).join(", ");
        match says {
            FlowStep::Source { kinds: of, at } => format!("source {} at {}", kinds(*of), self.expr(at)),
            FlowStep::Sink { kinds: of, at } => format!("sink {} at {}", kinds(*of), self.expr(at)),
            FlowStep::Clean { kinds: of, at, when } => {
                let when = when.map_or(String::new(), |when| format!(" when {when}"));
                format!("clean {} at {}{when}", kinds(*of), self.expr(at))
            }
            FlowStep::Step { from, to } => format!("step {} to {}", self.expr(from), self.expr(to)),
            FlowStep::Call { callee, arguments, result } => {
                let arguments = arguments.iter().map(|(key, value)| match key {
                    ArgumentKey::Index(index) => format!("{index}: {}", self.expr(value)),
                    ArgumentKey::Name(name) => format!("{name}: {}", self.expr(value)),
                    ArgumentKey::Star => format!("*{}", self.expr(value)),
                    ArgumentKey::DoubleStar => format!("**{}", self.expr(value)),
                });
                let arguments = arguments.collect::<Vec<_>>().join(", ");
                let result = result.as_ref().map_or(String::new(), |to| format!(" to {}", self.expr(to)));
                format!("call {} with ({arguments}){result}", self.expr(callee))
            }
        }
    }

    fn var(&self, var: VarId) -> String {
        var_name(self.rule, var)
    }

    fn source(&self, source: &Iterable) -> String {
        match source {
            Iterable::List(list) => format!("in {}", self.expr(list)),
            Iterable::Slot { slot, region, is_within } => {
                let kinds = self.plan.slots[slot.index()].join("|");
                let reach = if *is_within { "within" } else { "in" };
                format!("of slot {} ({kinds}) {reach} {}", slot.0, self.expr(region))
            }
        }
    }

    fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::None => "none".to_owned(),
            Expr::Bool(value) => value.to_string(),
            Expr::Int(value) => value.to_string(),
            Expr::Real(value) => format!("{value:?}"),
            Expr::Text(value) => format!("{value:?}"),
            Expr::Set(set) => literal_set(&self.plan.sets[set.index()]),
            Expr::Pattern(pattern) => format!("/{}/", self.plan.patterns[pattern.index()]),
            Expr::Var(var) => self.var(*var),
            Expr::Module => "module".to_owned(),
            Expr::Prop { prim, of, args } if args.is_empty() => format!("{}.{prim}", self.expr(of)),
            Expr::Prop { prim, of, args } => format!("{}.{prim}({})", self.expr(of), self.list(args, ", ")),
            Expr::Pure { op, args } => format!("{op}({})", self.list(args, ", ")),
            Expr::Ask { question, of, names } => {
                let names = self.plan.names[names.index()].iter().map(String::as_str);
                format!("({} {} {})", self.expr(of), question.words(), quoted(names))
            }
            Expr::And(all) => format!("({})", self.list(all, " and ")),
            Expr::Or(any) => format!("({})", self.list(any, " or ")),
            Expr::Coalesce(values) => format!("({})", self.list(values, " ?? ")),
            Expr::Present(of) => format!("present({})", self.expr(of)),
            Expr::Choose(arms) => {
                let arm =
                    |(condition, value): &(Expr, Expr)| format!("{} => {}", self.expr(condition), self.expr(value));
                format!("choose {{ {} }}", arms.iter().map(arm).collect::<Vec<_>>().join(", "))
            }
            Expr::Let { var, value, body } => {
                format!("(let {} = {}; {})", self.var(*var), self.expr(value), self.expr(body))
            }
            Expr::Collect { fold, var, source, condition, value } => {
                self.collect(fold.word(), *var, source, condition.as_deref(), value.as_deref())
            }
            Expr::Group { var, source, condition, key } => {
                self.collect("group", *var, source, condition.as_deref(), Some(key))
            }
            Expr::Named { name: _, of } => self.expr(of),
            Expr::Call { function, args } => {
                format!("{}#{}({})", self.plan.functions[function.index()].name, function.0, self.list(args, ", "))
            }
            Expr::Fact(fact) => format!("{}@{}", self.plan.facts[fact.index()].name, fact.0),
            Expr::List(members) => format!("[{}]", self.list(members, ", ")),
            Expr::Object(entries) => {
                let entry = |(key, value): &(String, Expr)| format!("{key}: {}", self.expr(value));
                format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn list(&self, exprs: &[Expr], separator: &str) -> String {
        exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>().join(separator)
    }

    fn collect(
        &self,
        word: &str,
        var: VarId,
        source: &Iterable,
        condition: Option<&Expr>,
        value: Option<&Expr>,
    ) -> String {
        let mut text = format!("({word} {} {}", self.var(var), self.source(source));
        if let Some(condition) = condition {
            text += &format!(" where {}", self.expr(condition));
        }
        if let Some(value) = value {
            text += &format!(": {}", self.expr(value));
        }
        text + ")"
    }
}

fn literal_set(set: &LiteralSet) -> String {
    let texts = set.texts.iter().map(|text| format!("{text:?}"));
    let members: Vec<String> = texts.chain(set.ints.iter().map(i64::to_string)).collect();
    format!("{{{}}}", members.join(", "))
}
