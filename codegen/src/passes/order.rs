//! Conditions that cost little come before those that cost much.
//!
//! A condition has no effect, so in which order conditions are asked changes no row. One that other files decide may have to
//! wait, and everything behind it is then carried along as something that may be; asked last, it waits only where all else
//! holds. Of a `where`, and of `and` and `or`, the parts that speak of the node alone are asked first, then those that look
//! through the file, then those about names and values. A `where` moves up past others that cost more, but past no
//! statement that has an effect, and never above what it reads.
//!
//! Whoever explains a rule sees the order in which it is written: that runs on the plan before this pass.

use std::collections::BTreeMap;

use super::outline::variables;
use crate::vocab::Vocabulary;
use aud_rules_plan::{Expr, Iterable, Origin, Plan, Stage, Step};

/// What an expression costs, at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Cost {
    /// It reads the syntax around one node, or is the same for the whole file.
    Node,
    /// It looks through a part of the file.
    File,
    /// It asks what names and values are, and may have to wait for other files.
    Project,
}

/// Puts the conditions of all rules in order.
pub fn order(plan: &mut Plan) {
    let classes = Vocabulary::python().classes.values();
    let properties = classes.flat_map(|class| class.properties.values());
    let costs = Costs(properties.map(|property| (property.prim.as_str(), cost_of_stage(property.stage))).collect());
    for rule in &mut plan.rules {
        costs.steps(&mut rule.steps);
    }
}

fn cost_of_stage(stage: Stage) -> Cost {
    match stage {
        Stage::Walk => Cost::Node,
        Stage::Scope | Stage::File => Cost::File,
        Stage::Project => Cost::Project,
    }
}

/// The costs of properties, by primitive.
struct Costs(BTreeMap<&'static str, Cost>);

impl Costs {
    fn steps(&self, steps: &mut Vec<Step>) {
        let mut ordered: Vec<Step> = Vec::with_capacity(steps.len());
        for mut step in steps.drain(..) {
            step.exprs_mut().into_iter().for_each(|expr| self.parts(expr));
            match step {
                Step::Where { condition, origin } => {
                    self.divided(condition).into_iter().for_each(|part| self.insert(&mut ordered, part, &origin));
                }
                Step::ForEach { var, source, mut body, origin } => {
                    self.steps(&mut body);
                    ordered.push(Step::ForEach { var, source, body, origin });
                }
                other => ordered.push(other),
            }
        }
        *steps = ordered;
    }

    /// Orders the parts of `and` and `or` inside an expression.
    fn parts(&self, expr: &mut Expr) {
        expr.for_each_part_mut(&mut |part| self.parts(part));
        if let Expr::And(all) | Expr::Or(all) = expr {
            all.sort_by_cached_key(|part| self.of(part));
        }
    }

    /// A condition as several that must all hold, one for each cost.
    fn divided(&self, condition: Expr) -> Vec<Expr> {
        let Expr::And(all) = condition else { return vec![condition] };
        let mut by_cost: BTreeMap<Cost, Vec<Expr>> = BTreeMap::new();
        for part in all {
            by_cost.entry(self.of(&part)).or_default().push(part);
        }
        let join = |mut parts: Vec<Expr>| match parts.len() {
            1 => parts.remove(0),
            _ => Expr::And(parts),
        };
        by_cost.into_values().map(join).collect()
    }

    /// Puts a `where` behind those steps, or as far up among them as it may go.
    fn insert(&self, steps: &mut Vec<Step>, condition: Expr, origin: &Origin) {
        let cost = self.of(&condition);
        let read = variables(&condition).free;
        let mut at = steps.len();
        for (above, step) in steps.iter().enumerate().rev() {
            match step {
                Step::Where { condition, .. } if self.of(condition) > cost => at = above,
                Step::Where { .. } => {}
                Step::Let { var, .. } if !read.contains(var) => {}
                _ => break,
            }
        }
        steps.insert(at, Step::Where { condition, origin: origin.clone() });
    }

    fn of(&self, expr: &Expr) -> Cost {
        let own = match expr {
            Expr::Ask { .. } => Cost::Project,
            Expr::Prop { prim, .. } => self.0.get(prim.as_str()).copied().unwrap_or(Cost::Project),
            Expr::Collect { source, .. } | Expr::Group { source, .. } => match **source {
                Iterable::Slot { .. } => Cost::File,
                Iterable::List(_) => Cost::Node,
            },
            _ => Cost::Node,
        };
        let mut cost = own;
        expr.for_each_part(&mut |part| cost = cost.max(self.of(part)));
        let is_fact = matches!(expr, Expr::Named { .. }) && cost == Cost::File && variables(expr).free.is_empty();
        if is_fact { Cost::Node } else { cost }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::tests::plan_of_rule;
    use aud_rules_plan::Step;

    /// The steps of a rule as `let`, `for`, `emit`, or the text of the condition, and the parts of the conditions.
    #[test]
    fn what_costs_less_is_asked_first() {
        for (body, expected) in [
            ("where c.callee is \"m.a\" and c.is_awaited", "c.is_awaited; c.callee is"),
            ("where c.callee is \"m.a\" where c.is_awaited", "c.is_awaited; c.callee is"),
            ("where c.callee is \"m.a\" let f = c.function where f is present", "c.callee is; let; f is present"),
            ("let f = c.function where c.callee is \"m.a\" where f is present", "let; f is present; c.callee is"),
            ("where c.callee is \"m.a\" let _f = c.function where c.is_awaited", "c.is_awaited; c.callee is; let"),
            ("where c.callee is \"m.a\" emit { value: 1 } where c.is_awaited", "c.callee is; let; emit; c.is_awaited"),
            ("where c instance of \"m.A\" where c.callee is \"m.a\"", "c instance of; c.callee is"),
        ] {
            let plan = plan_of_rule(&format!("match c: call {body} emit {{ value: none }}"));
            let words: Vec<String> = plan.rules[0].steps.iter().map(in_words).collect();
            let words = words.join("; ");
            assert_eq!(words.strip_suffix("; emit").unwrap_or(&words), expected, "{body}");
        }
    }

    fn in_words(step: &Step) -> String {
        let condition = match step {
            Step::Let { .. } => return "let".to_owned(),
            Step::Where { condition, .. } => format!("{condition:?}"),
            _ => return "emit".to_owned(),
        };
        let known = [
            ("InstanceOf", "c instance of"),
            ("Ask", "c.callee is"),
            ("Present", "f is present"),
            ("call_is_awaited", "c.is_awaited"),
        ];
        let found = known.iter().find(|(sign, _)| condition.contains(sign));
        found.map_or(condition.clone(), |(_, words)| (*words).to_owned())
    }
}
