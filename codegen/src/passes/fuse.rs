//! All rules together become one decision per kind of node: which of them a node must be given to.
//!
//! Most conditions of most rules fail on the name that they ask for first. Such a rule is filed under the last segments
//! of the names it can match, found at one path from the anchor (`call_callee`, or `function_decorators.decorator_target`
//! for the members of a list). At a node, the names at each path are looked up once for all rules. Rules that ask what a class
//! inherits, or what a value is an instance of, are filed under whole names, and all that is inherited is looked up once.
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
//! * Absent is false in all these conditions, so a path that leads nowhere leaves the rule out rightly.
//! * Of an alternative, every branch must ask for names, and the rule is filed under those of all of them, be they at one path
//!   or at several: then one of the names is needed whichever branch holds.
//! * A variable is what it was bound to, and what is present has a way to be there: one of the arms of a `case` whose condition
//!   holds, a member of the list that is looked through.
//!
//! What a rule means stays in its steps; they are all run again on the nodes that the look-up lets pass.

use std::collections::{BTreeMap, BTreeSet};

use aud_rules_plan::{
    Expr, Fold, FunctionId, Iterable, Key, KeyBy, KeyPath, NamesId, Plan, Problem, ProblemId, Question, Rule, RuleId,
    SetId, Step, Target, VarId,
};

/// Names of which a condition needs one, by where they are looked for.
type Names = BTreeMap<Key, BTreeSet<String>>;

/// What a condition needs: of each member one of the names.
type Needs = Vec<Names>;

/// Members that are kept of what alternatives need: each of one with each of the other would be too many.
const MAX_NEEDS: usize = 4;

/// The property that leads to a definition of another file.
const REACHED: &str = "expr_definition";

/// Properties whose text is the last name of the expression, or ends in it.
const NAME_TEXTS: [&str; 3] = ["expr_dotted", "expr_member", "expr_name"];

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

/// The fewest names of which every row of the rule needs one; none when it needs no names. What is written at the node costs less
/// to look up than what it inherits, and at one path less than at several.
fn names_of(plan: &Plan, rule: &Rule) -> Names {
    let mut keys = Keys { plan, paths: BTreeMap::from([(VarId(0), KeyPath::new())]), values: BTreeMap::new() };
    let mut needs = Needs::new();
    keys.steps(&rule.steps, &mut needs);
    needs.into_iter().min_by_key(cost).unwrap_or_default()
}

fn cost(names: &Names) -> (Option<KeyBy>, usize, usize) {
    (names.keys().map(|key| key.by).max(), names.len(), names.values().map(BTreeSet::len).sum())
}

struct Keys<'p> {
    plan: &'p Plan,
    /// Variables that hold what stands at a path from the anchor, or one member of the list that stands there.
    paths: BTreeMap<VarId, KeyPath>,
    /// What other variables are bound to.
    values: BTreeMap<VarId, &'p Expr>,
}

impl<'p> Keys<'p> {
    /// Collects what the first row of these steps needs.
    fn steps(&mut self, steps: &'p [Step], needs: &mut Needs) {
        for step in steps {
            match step {
                Step::Let { var, value, origin: _ } => self.bind(*var, value),
                Step::Where { condition, origin: _ } => needs.extend(self.condition(condition)),
                Step::ForEach { var, source, body, origin: _ } => {
                    self.bind_member(*var, source);
                    return self.steps(body, needs);
                }
                Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => return,
            }
        }
    }

    fn bind(&mut self, var: VarId, value: &'p Expr) {
        match self.path(value) {
            Some(path) => drop(self.paths.insert(var, path)),
            None => drop(self.values.insert(var, value)),
        }
    }

    fn bind_member(&mut self, var: VarId, source: &'p Iterable) {
        if let Iterable::List(list) = source
            && let Some(path) = self.path(list)
        {
            self.paths.insert(var, path);
        }
    }

    /// The path from the anchor to the value, when it is a chain of properties without arguments.
    fn path(&self, expr: &Expr) -> Option<KeyPath> {
        match expr {
            Expr::Var(var) => self.paths.get(var).cloned(),
            Expr::Named { name: _, of } => self.path(of),
            // The names of what an expression reaches in another file are not at the expression.
            Expr::Prop { prim, .. } if prim == REACHED => None,
            Expr::Prop { prim, of, args } if args.is_empty() => {
                let mut path = self.path(of)?;
                path.push(prim.clone());
                Some(path)
            }
            _ => None,
        }
    }

    /// What is needed for a condition to hold.
    fn condition(&mut self, condition: &'p Expr) -> Needs {
        match condition {
            Expr::Ask { question, of, names } => self.ask(*question, of, *names).into_iter().collect(),
            Expr::Pure { op, args } => match (op.as_str(), args.as_slice()) {
                ("eq", [value, Expr::Text(text)] | [Expr::Text(text), value]) => self.text(value, [text]),
                ("in_set", [value, Expr::Set(SetId(set))]) => self.text(value, &self.plan.sets[*set as usize].texts),
                _ => Needs::new(),
            },
            Expr::And(all) => all.iter().flat_map(|part| self.condition(part)).collect(),
            Expr::Or(any) => any.iter().map(|branch| self.condition(branch)).reduce(either).unwrap_or_default(),
            Expr::Present(of) => self.presence(of),
            Expr::Let { var, value, body } => {
                self.bind(*var, value);
                self.condition(body)
            }
            Expr::Var(var) => self.values.get(var).copied().map(|value| self.condition(value)).unwrap_or_default(),
            Expr::Choose(arms) => self.one_of(arms, Self::condition),
            Expr::Collect { fold: Fold::Any, var, source, condition, value: _ } => {
                self.bind_member(*var, source);
                condition.iter().flat_map(|condition| self.condition(condition)).collect()
            }
            Expr::Named { name: _, of } => self.condition(of),
            Expr::Call { function, args } => self.call(*function, args, |keys, body| keys.condition(body)),
            _ => Needs::new(),
        }
    }

    /// What is needed for a value to be present.
    fn presence(&mut self, value: &'p Expr) -> Needs {
        match value {
            Expr::Var(var) => self.values.get(var).copied().map(|value| self.presence(value)).unwrap_or_default(),
            Expr::Prop { prim: _, of, args: _ } => self.presence(of),
            Expr::Choose(arms) => self.one_of(arms, Self::presence),
            Expr::Coalesce(any) => any.iter().map(|part| self.presence(part)).reduce(either).unwrap_or_default(),
            Expr::Let { var, value, body } => {
                self.bind(*var, value);
                self.presence(body)
            }
            Expr::Collect { fold: Fold::First | Fold::Last, var, source, condition, value: _ } => {
                self.bind_member(*var, source);
                condition.iter().flat_map(|condition| self.condition(condition)).collect()
            }
            Expr::Named { name: _, of } => self.presence(of),
            Expr::Call { function, args } => self.call(*function, args, |keys, body| keys.presence(body)),
            _ => Needs::new(),
        }
    }

    /// One of the arms is taken: its condition holds, and its value is what is wanted.
    fn one_of(&mut self, arms: &'p [(Expr, Expr)], wanted: fn(&mut Self, &'p Expr) -> Needs) -> Needs {
        let arms = arms.iter().filter(|(_, value)| !matches!(value, Expr::None | Expr::Bool(false)));
        let needs = arms.map(|(condition, value)| {
            let mut needs = self.condition(condition);
            needs.extend(wanted(self, value));
            needs
        });
        needs.reduce(either).unwrap_or_default()
    }

    /// What the body of a function needs, with its parameters at the paths of the arguments.
    fn call(&self, function: FunctionId, args: &[Expr], wanted: impl FnOnce(&mut Self, &'p Expr) -> Needs) -> Needs {
        let paths = args.iter().enumerate().filter_map(|(param, arg)| Some((VarId::at(param), self.path(arg)?)));
        let mut inner = Keys { plan: self.plan, paths: paths.collect(), values: BTreeMap::new() };
        wanted(&mut inner, &self.plan.functions[function.index()].body)
    }

    fn ask(&self, question: Question, of: &Expr, names: NamesId) -> Option<Names> {
        let mut path = self.path(of)?;
        let by = match question {
            Question::Is | Question::IsExactly => KeyBy::Name,
            Question::DecoratedBy => {
                path.extend(["definition_decorators", "decorator_target"].map(str::to_owned));
                KeyBy::Name
            }
            Question::Inherits => KeyBy::Ancestor,
            Question::InstanceOf => KeyBy::Class,
        };
        let names = self.plan.names[names.0 as usize].iter();
        let names = match by {
            KeyBy::Name => names.map(|name| last_segment(name)).collect(),
            KeyBy::Ancestor | KeyBy::Class => names.cloned().collect(),
        };
        Some(Names::from([(Key { by, path }, names)]))
    }

    fn text<'t>(&self, value: &Expr, texts: impl IntoIterator<Item = &'t String>) -> Needs {
        let Some(mut path) = self.path(value) else { return Needs::new() };
        match path.pop() {
            Some(prim) if NAME_TEXTS.contains(&prim.as_str()) => {
                let key = Key { by: KeyBy::Name, path };
                vec![Names::from([(key, texts.into_iter().map(|text| last_segment(text)).collect())])]
            }
            _ => Needs::new(),
        }
    }
}

fn last_segment(dotted: &str) -> String {
    dotted.rsplit('.').next().unwrap_or(dotted).to_owned()
}

/// One of the two holds: names of which one is needed whichever does. At several paths only what is written there is worth a
/// look.
fn either(left: Needs, right: Needs) -> Needs {
    let mut both: Needs = left.iter().flat_map(|one| right.iter().map(|other| union(one, other))).collect();
    both.retain(|names| names.len() == 1 || names.keys().all(|key| key.by == KeyBy::Name));
    both.sort_by_cached_key(cost);
    both.truncate(MAX_NEEDS);
    both
}

fn union(one: &Names, other: &Names) -> Names {
    let mut both = one.clone();
    for (key, names) in other {
        both.entry(key.clone()).or_default().extend(names.iter().cloned());
    }
    both
}

#[cfg(test)]
mod tests;
