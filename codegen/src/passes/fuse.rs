//! All rules together become one decision per kind of node: which of them a node must be given to.
//!
//! Most conditions of most rules fail on the name that they ask for first. Such a rule is filed under the last segments
//! of the names it can match, found at one path from the anchor (`call_callee`, or `function_decorators.decorator_target`
//! for the members of a list). At a node, the names at each path are looked up once for all rules. Rules that ask what a class
//! inherits, or what a value is an instance of, are filed under whole names, and all that is inherited is looked up once. Rules
//! that compare a text, such as the name of a parameter, are filed under the texts, and rules that need an argument by its
//! keyword under the keywords.
//!
//! Leaving a rule out must never lose a row, so each step here relies on one fact:
//!
//! * A key comes from a condition that all that the rule gives needs: it stands before its first `emit`, statement about
//!   flow or `report`, and what does not
//!   hold ends the rule or the round of its loop. Loops and `let`s on the way do not change that.
//! * The look-up gives, for each expression at the path, its last name as written and those of everything the file
//!   resolves it to. An expression whose value is not known yet is given to all rules of the path. So a name that
//!   equals none of them has a comparison with its `member`, `name` or `dotted` text, or a question by its name, fail:
//!   the text is the name as written, and the runtime answers `is` by whole segments, the last one included. That holds
//!   for names of other files too, which are asked about under their last name only.
//! * The look-up of ancestors gives every asked name that the class or value is found to have by the very steps that answer
//!   the question; where another file has to be asked, all rules of the path are due.
//! * The look-up of keywords gives those that are written at the call. Where more may be given, by `**` or by a partial call,
//!   all rules of the path are due.
//! * Absent is false in all these conditions, so a path that leads nowhere leaves the rule out rightly, and what is asked of a
//!   value needs the value to be there.
//! * Of an alternative, every branch must ask for names, and the rule is filed under those of all of them, be they at one path
//!   or at several: then one of the names is needed whichever branch holds.
//! * A variable is what it was bound to, and what is present has a way to be there: one of the arms of a `case` whose condition
//!   holds, one of the parts of `??`, a member of the list that is looked through. So it stands at one of several paths.
//!
//! What a rule means stays in its steps; they are all run again on the nodes that the look-up lets pass.

mod needs;

use aud_rules_plan::{Plan, Problem, ProblemId, Rule, RuleId, Target};

use needs::names_of;

/// Fills in the plan's decisions.
pub fn fuse(plan: &mut Plan) {
    plan.decisions.clear();
    for (index, rule) in plan.rules.iter().enumerate() {
        let id = RuleId(index as u32);
        let needed = names_of(plan, rule);
        for kind in &rule.kinds {
            let decision = plan.decisions.entry(kind.clone()).or_default();
            if needed.is_empty() {
                decision.always.push(id);
            }
            for (key, names) in &needed {
                let by_name = decision.keyed.entry(key.clone()).or_default();
                for name in names {
                    by_name.entry(name.clone()).or_default().push(id);
                }
            }
        }
    }
}

/// Leaves only some rules in the plan.
pub fn keep_rules(plan: &mut Plan, keep: impl FnMut(&Rule) -> bool) {
    plan.rules.retain(keep);
    fuse(plan);
}

/// Leaves only some problems in the plan, and of the rules that report places those of these problems.
pub fn keep_problems(plan: &mut Plan, mut keep: impl FnMut(&Problem) -> bool) {
    let mut n_kept = 0;
    let numbers: Vec<Option<ProblemId>> = plan
        .problems
        .iter()
        .map(|problem| {
            keep(problem).then(|| {
                n_kept += 1;
                ProblemId::at(n_kept - 1)
            })
        })
        .collect();
    let mut is_kept = numbers.iter().map(Option::is_some);
    plan.problem_examples.retain(|_| is_kept.next().unwrap_or(false));
    let mut is_kept = numbers.iter().map(Option::is_some);
    plan.problems.retain(|_| is_kept.next().unwrap_or(false));
    plan.rules.retain_mut(|rule| match &mut rule.head.target {
        Target::Problem(problem) => match numbers[problem.index()] {
            Some(number) => {
                *problem = number;
                true
            }
            None => false,
        },
        Target::Table(_) | Target::Flow => true,
    });
    fuse(plan);
}

#[cfg(test)]
mod tests;
