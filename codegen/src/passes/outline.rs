//! From a plan with predicates and defines in place of their calls to one that calls them, and that answers once a file
//! what does not speak of the node.
//!
//! What stands in place of a call is a function of the variables that it reads and does not bind. Two of them are one
//! function when they are the same but for the names of variables; constants stay where they were put, so that a
//! predicate called with two texts is two functions. What reads no variable of the rule is a fact of the file, and so is
//! an aggregate that reads none. Small ones are left in place.

use aud_rules_plan::{Expr, Fact, FactId, Function, FunctionId, Plan, Step, VarId};

/// Parts of the smallest expression that is called rather than pasted.
const MIN_PARTS: usize = 8;

/// Puts calls in place of what was pasted.
pub fn outline(plan: &mut Plan) {
    let mut outline = Outline { functions: Vec::new(), facts: Vec::new() };
    for rule in &mut plan.rules {
        outline.steps(&mut rule.steps, &rule.vars);
    }
    plan.functions = outline.functions;
    plan.facts = outline.facts;
}

struct Outline {
    functions: Vec<Function>,
    facts: Vec<Fact>,
}

impl Outline {
    fn steps(&mut self, steps: &mut [Step], vars: &[String]) {
        for step in steps {
            step.exprs_mut().into_iter().for_each(|expr| self.expr(expr, vars));
            if let Step::ForEach { var: _, source: _, body, origin: _ } = step {
                self.steps(body, vars);
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr, vars: &[String]) {
        match expr {
            Expr::Named { name, of } => {
                let name = std::mem::take(name);
                *expr = self.named(name, std::mem::replace(&mut **of, Expr::None), vars);
            }
            Expr::Collect { .. } | Expr::Group { .. } if variables(expr).free.is_empty() => {
                let name = match expr {
                    Expr::Collect { fold, .. } => fold.word(),
                    _ => "group",
                };
                let whole = std::mem::replace(expr, Expr::None);
                *expr = self.fact(name.to_owned(), whole, vars);
            }
            _ => expr.for_each_part_mut(&mut |part| self.expr(part, vars)),
        }
    }

    /// What takes the place of the body of a predicate or define.
    fn named(&mut self, name: String, mut body: Expr, vars: &[String]) -> Expr {
        let free = variables(&body).free;
        if free.is_empty() && n_parts(&body) > 1 {
            return self.fact(name, body, vars);
        }
        self.expr(&mut body, vars);
        if n_parts(&body) < MIN_PARTS {
            return body;
        }
        let (body, names) = on_its_own(body, &free, vars);
        let known = self.functions.iter().position(|known| known.name == name && known.body == body);
        let at = known.unwrap_or_else(|| {
            self.functions.push(Function { name, n_params: free.len(), vars: names, body });
            self.functions.len() - 1
        });
        Expr::Call { function: FunctionId::at(at), args: free.into_iter().map(Expr::Var).collect() }
    }

    fn fact(&mut self, name: String, mut body: Expr, vars: &[String]) -> Expr {
        body.for_each_part_mut(&mut |part| self.expr(part, vars));
        let (body, names) = on_its_own(body, &[], vars);
        let known = self.facts.iter().position(|known| known.body == body);
        let at = known.unwrap_or_else(|| {
            self.facts.push(Fact { name, vars: names, body });
            self.facts.len() - 1
        });
        Expr::Fact(FactId::at(at))
    }
}

/// The variables of an expression, each in the order in which it first appears.
#[derive(Default)]
pub(super) struct Variables {
    /// Those that it reads and does not bind.
    pub(super) free: Vec<VarId>,
    bound: Vec<VarId>,
}

pub(super) fn variables(expr: &Expr) -> Variables {
    fn look(expr: &Expr, found: &mut Variables) {
        let binds = match expr {
            Expr::Let { var, .. } | Expr::Collect { var, .. } | Expr::Group { var, .. } => Some(*var),
            Expr::Var(var) if !found.bound.contains(var) && !found.free.contains(var) => {
                found.free.push(*var);
                None
            }
            _ => None,
        };
        // Each variable is bound at one place, and nowhere read outside of what binds it.
        found.bound.extend(binds);
        expr.for_each_part(&mut |part| look(part, found));
    }
    let mut found = Variables::default();
    look(expr, &mut found);
    found
}

/// The expression over variables of its own: the parameters, then those that it binds; and their names.
fn on_its_own(mut body: Expr, params: &[VarId], vars: &[String]) -> (Expr, Vec<String>) {
    let bound = variables(&body).bound;
    let all: Vec<VarId> = params.iter().copied().chain(bound).collect();
    let names = all.iter().map(|var| vars.get(var.index()).cloned().unwrap_or_default()).collect();
    renumber(&mut body, &|var| VarId::at(all.iter().position(|known| *known == var).unwrap_or_default()));
    (body, names)
}

fn renumber(expr: &mut Expr, number: &impl Fn(VarId) -> VarId) {
    match expr {
        Expr::Var(var) | Expr::Let { var, .. } | Expr::Collect { var, .. } | Expr::Group { var, .. } => {
            *var = number(*var)
        }
        _ => {}
    }
    expr.for_each_part_mut(&mut |part| renumber(part, number));
}

fn n_parts(expr: &Expr) -> usize {
    let mut n = 1;
    expr.for_each_part(&mut |part| n += n_parts(part));
    n
}

#[cfg(test)]
mod tests {
    use aud_rules_plan::Plan;

    use crate::compile::tests::{EXAMPLES, plan_of};

    fn plan(body: &str) -> Plan {
        let text = format!(
            "/// Things.\ntable things {{\n    value: json? /// Any value.\n}}\n\n\
             /// It is called like something.\n\
             predicate is_named(e: expr) {{ e.name like /^a/ or e.object.name == \"self\" or e.member == \"run\" }}\n\n\
             /// It is imported.\n\
             predicate imports(name: text) {{ any i: import within module where any n in i.names where n.module == name }}\n\n\
             /// Finds things.\nrule r -> things {{\n{body}\n{EXAMPLES}}}\n"
        );
        plan_of(&[("things.rules", &text)])
    }

    fn condition(plan: &Plan) -> String {
        let dump = plan.show_rule(&plan.rules[0]);
        let lines = dump.lines().map(str::trim).filter(|line| line.starts_with("where "));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn predicates_are_called() {
        let plan = plan(
            "match c: call\nlet f = c.callee\nwhere is_named(f) and not is_named(c.arg(0) ?? f)\nemit { value: none }",
        );
        assert_eq!(plan.functions.len(), 1);
        assert_eq!(plan.functions[0].vars, ["f"]);
        let found = condition(&plan);
        assert!(found.contains("is_named#0("), "{found}");
    }

    #[test]
    fn what_does_not_speak_of_the_node_is_a_fact() {
        let plan = plan(
            "match c: call\nwhere imports(\"a\") or imports(\"b\")\nwhere not imports(\"a\")\n\
             where (count i: import in module) > 1\nemit { value: none }",
        );
        assert!(plan.functions.is_empty());
        let names: Vec<&str> = plan.facts.iter().map(|fact| &*fact.name).collect();
        assert_eq!(names, ["imports", "imports", "count"]);
        assert_eq!(condition(&plan), "where (imports@0 or imports@1)\nwhere not(imports@0)\nwhere gt(count@2, 1)");
    }
}
