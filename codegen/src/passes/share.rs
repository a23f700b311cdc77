//! What a rule reads more than once it reads once: chains of properties that come again get a variable.
//!
//! A chain is read at the first step that needs it whatever else it finds, never at one that might not come to it (the
//! second side of an `or`, an arm of a `case`, the inside of an aggregate): sharing must not make a rule ask more than
//! before. Properties have no effect, so reading them earlier or once changes no row. Variables that only stand for
//! another one go away.

use std::collections::BTreeSet;

use aud_rules_plan::{Expr, Origin, Plan, Step, VarId};

/// Parts of the largest rule that is looked through: the time grows with the square of the parts and more. A larger rule,
/// twice as large as the largest of the catalogue, runs as it was written.
const MAX_PARTS: usize = 1_500;

/// Gives a variable to each chain that a rule reads more than once.
pub fn share(plan: &mut Plan) {
    for rule in plan.rules.iter_mut().filter(|rule| count_parts(&rule.steps) <= MAX_PARTS) {
        let steps = std::mem::take(&mut rule.steps);
        let mut bound = BTreeSet::from([VarId(0)]);
        rule.steps = share_block(steps, &mut bound, &mut rule.vars);
    }
    for function in plan.functions.iter_mut().filter(|function| n_parts(&function.body) <= MAX_PARTS) {
        let body = std::mem::replace(&mut function.body, Expr::None);
        let mut bound = (0..function.n_params).map(VarId::at).collect();
        let steps = vec![Step::Where { condition: body, origin: Origin::default() }];
        function.body = in_one(share_block(steps, &mut bound, &mut function.vars));
    }
}

/// The value of the last step, with what the steps before it bind.
fn in_one(steps: Vec<Step>) -> Expr {
    steps.into_iter().rev().fold(Expr::None, |body, step| match step {
        Step::Let { var, value, origin: _ } => Expr::Let { var, value: Box::new(value), body: Box::new(body) },
        Step::Where { condition, origin: _ } => condition,
        Step::ForEach { .. } | Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => body,
    })
}

fn n_parts(expr: &Expr) -> usize {
    let mut n = 1;
    expr.for_each_part(&mut |part| n += n_parts(part));
    n
}

fn count_parts(steps: &[Step]) -> usize {
    let in_step = |step: &Step| {
        let in_body = match step {
            Step::ForEach { var: _, source: _, body, origin: _ } => count_parts(body),
            Step::Let { .. } | Step::Where { .. } | Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => 0,
        };
        1 + in_body + step.exprs().into_iter().map(n_parts).sum::<usize>()
    };
    steps.iter().map(in_step).sum()
}

/// `bound` holds the variables that steps have bound so far.
fn share_block(mut steps: Vec<Step>, bound: &mut BTreeSet<VarId>, vars: &mut Vec<String>) -> Vec<Step> {
    let mut at = 0;
    while at < steps.len() {
        while let Some(chain) = longest_shared(&steps[at..], bound) {
            let var = new_var(vars, &chain);
            steps[at..].iter_mut().for_each(|step| replace_in_step(step, &chain, var));
            steps.insert(at, Step::Let { var, value: chain, origin: Origin::default() });
        }
        let (before, after) = steps.split_at_mut(at + 1);
        match &mut before[at] {
            Step::Let { var, value: Expr::Var(same), origin: _ } => {
                after.iter_mut().for_each(|step| replace_in_step(step, &Expr::Var(*var), *same));
                steps.remove(at);
                continue;
            }
            Step::Let { var, value, origin: _ } => {
                if chain_length(value, bound).is_some() {
                    after.iter_mut().for_each(|step| replace_in_step(step, value, *var));
                }
                bound.insert(*var);
            }
            Step::ForEach { var, source: _, body, origin: _ } => {
                bound.insert(*var);
                *body = share_block(std::mem::take(body), bound, vars);
            }
            Step::Where { .. } | Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => {}
        }
        at += 1;
    }
    steps
}

/// Of the chains that the first step surely reads, the longest that these steps read more than once. A chain that the
/// first step itself binds has its variable.
fn longest_shared(steps: &[Step], bound: &BTreeSet<VarId>) -> Option<Expr> {
    let mut chains = Vec::new();
    for expr in steps[0].exprs() {
        let is_bound_here = matches!(steps[0], Step::Let { .. });
        surely_read(expr, &mut |read| {
            let is_whole = is_bound_here && std::ptr::eq(read, expr);
            if !is_whole && chain_length(read, bound).is_some() && !chains.contains(&read) {
                chains.push(read);
            }
        });
    }
    let shared = chains.into_iter().filter(|chain| count_in_steps(steps, chain) > 1);
    shared.max_by_key(|chain| chain_length(chain, bound)).cloned()
}

/// Number of properties between a bound variable and the value; none when it is no such chain.
fn chain_length(expr: &Expr, bound: &BTreeSet<VarId>) -> Option<usize> {
    match expr {
        Expr::Prop { prim: _, of, args } if args.iter().all(is_literal) => match &**of {
            Expr::Var(var) => bound.contains(var).then_some(1),
            of => Some(chain_length(of, bound)? + 1),
        },
        _ => None,
    }
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Bool(_) | Expr::Int(_) | Expr::Text(_) | Expr::Set(_))
}

/// Calls `f` with the expression and each part of it that is evaluated whenever it is.
fn surely_read<'e>(expr: &'e Expr, f: &mut dyn FnMut(&'e Expr)) {
    f(expr);
    match expr {
        Expr::And(all) | Expr::Or(all) | Expr::Coalesce(all) => {
            all.iter().take(1).for_each(|first| surely_read(first, f));
        }
        Expr::Choose(arms) => arms.iter().take(1).for_each(|(condition, _)| surely_read(condition, f)),
        Expr::Collect { source, .. } | Expr::Group { source, .. } => surely_read(source.root(), f),
        _ => expr.for_each_part(&mut |part| surely_read(part, f)),
    }
}

fn count_in_steps(steps: &[Step], chain: &Expr) -> usize {
    let in_step = |step: &Step| {
        let in_body = match step {
            Step::ForEach { var: _, source: _, body, origin: _ } => count_in_steps(body, chain),
            Step::Let { .. } | Step::Where { .. } | Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => 0,
        };
        in_body + step.exprs().into_iter().map(|expr| count(expr, chain)).sum::<usize>()
    };
    steps.iter().map(in_step).sum()
}

fn count(expr: &Expr, chain: &Expr) -> usize {
    if expr == chain {
        return 1;
    }
    let mut n = 0;
    expr.for_each_part(&mut |part| n += count(part, chain));
    n
}

fn replace_in_step(step: &mut Step, chain: &Expr, var: VarId) {
    step.exprs_mut().into_iter().for_each(|expr| replace(expr, chain, var));
    if let Step::ForEach { var: _, source: _, body, origin: _ } = step {
        body.iter_mut().for_each(|step| replace_in_step(step, chain, var));
    }
}

fn replace(expr: &mut Expr, chain: &Expr, var: VarId) {
    if expr == chain {
        *expr = Expr::Var(var);
    } else {
        expr.for_each_part_mut(&mut |part| replace(part, chain, var));
    }
}

/// A variable that is called like the last property of the chain.
fn new_var(vars: &mut Vec<String>, chain: &Expr) -> VarId {
    let var = VarId(vars.len() as u32);
    let name = match chain {
        Expr::Prop { prim, .. } => prim.clone(),
        _ => String::new(),
    };
    let is_taken = vars.contains(&name);
    vars.push(if is_taken { format!("{name}_{}", var.0) } else { name });
    var
}

#[cfg(test)]
mod tests {
    use crate::compile::tests::plan_of_rule;

    #[test]
    fn chains_that_come_again_get_a_variable() {
        for (body, expected) in [
            // The longer chain holds every reading of the shorter one.
            (
                "match c: call
                 where c.callee.member == \"a\" or c.callee.member == \"b\"
                 emit { value: c.callee.member }",
                "let expr_member = c.call_callee.expr_member
                 where (eq(expr_member, \"a\") or eq(expr_member, \"b\"))
                 emit value: expr_member",
            ),
            // What is bound by the rule is taken from there.
            (
                "match c: call
                 let callee = c.callee
                 where c.callee.member == \"a\"
                 emit { value: callee.name }",
                "let callee = c.call_callee
                 where eq(callee.expr_member, \"a\")
                 emit value: callee.expr_name",
            ),
            // The parameter of a predicate is its argument.
            (
                "match c: call
                 where c.callee.member in { \"a\" }
                 where is_own(c.callee)
                 emit { value: c.callee.text }",
                "let call_callee = c.call_callee
                 where in_set(call_callee.expr_member, {\"a\"})
                 where eq(call_callee.expr_object.expr_name, \"self\")
                 emit value: call_callee.node_text",
            ),
            // The second side of an `or` is not read for sure.
            (
                "match c: call
                 where c.is_awaited or c.callee.member == \"a\"
                 emit { value: c.callee.name }",
                "where (c.call_is_awaited or eq(c.call_callee.expr_member, \"a\"))
                 emit value: c.call_callee.expr_name",
            ),
            // Arguments that are literals belong to the chain; the loop's body is looked at from outside.
            (
                "match c: call
                 where c.arg(0) is present
                 for _a in c.args
                 emit { value: c.arg(0).text }",
                "let call_arg = c.call_arg(0)
                 where present(call_arg)
                 for _a in c.call_args
                 emit value: call_arg.node_text",
            ),
        ] {
            let plan = plan_of_rule(body);
            let dump = plan.show_rule(&plan.rules[0]);
            let steps: Vec<&str> = dump.lines().map(str::trim).filter(|line| !line.starts_with("line: ")).collect();
            let steps = steps[3..].join("\n").replace("emit\n", "emit ");
            let expected: Vec<&str> = expected.lines().map(str::trim).collect();
            assert_eq!(steps, expected.join("\n"), "{body}");
        }
    }
}
