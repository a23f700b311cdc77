//! From a rule to the names of which every row of it needs one, and where they are looked for.

use std::collections::{BTreeMap, BTreeSet};

use aud_rules_plan::{
    Expr, Fold, FunctionId, Iterable, Key, KeyBy, KeyPath, NamesId, Plan, Question, Rule, SetId, Step, VarId,
};

/// Names of which a condition needs one, by where they are looked for.
pub(super) type Names = BTreeMap<Key, BTreeSet<String>>;

/// What a condition needs: of each member one of the names.
type Needs = Vec<Names>;

/// The places from the anchor at one of which a value stands, if it is there.
type Paths = Vec<KeyPath>;

/// Members that are kept of what alternatives need: each of one with each of the other would be too many.
const MAX_NEEDS: usize = 4;

/// Places at which a value is looked for: each costs a look at every node of the kind.
const MAX_PATHS: usize = 4;

/// The property that leads to a definition of another file.
const REACHED: &str = "expr_definition";

/// Properties whose text is the last name of the expression, or ends in it.
const NAME_TEXTS: [&str; 3] = ["expr_dotted", "expr_member", "expr_name"];

/// Properties whose text differs from node to node, so that few nodes have a given one.
const TEXTS: [&str; 5] = ["definition_name", "expr_string", "field_name", "node_text", "parameter_name"];

/// The value of an argument by its keyword.
const BY_KEYWORD: &str = "call_keyword";

/// The keyword of a member of a list of arguments.
const KEYWORD: &str = "argument_keyword";

/// Pure functions that are false when their first argument is absent.
const NEED_FIRST: [&str; 9] = ["contains", "ends_with", "ge", "gt", "in_set", "le", "like", "lt", "starts_with"];

/// The fewest names of which every row of the rule needs one; none when it needs no names. What is written at the node costs less
/// to look up than what it inherits, and at one path less than at several.
pub(super) fn names_of(plan: &Plan, rule: &Rule) -> Names {
    let mut keys = Keys { plan, paths: BTreeMap::from([(VarId(0), vec![KeyPath::new()])]), values: BTreeMap::new() };
    let mut needs = Needs::new();
    keys.steps(&rule.steps, &mut needs);
    needs.into_iter().min_by_key(cost).unwrap_or_default()
}

fn cost(names: &Names) -> (Option<KeyBy>, usize, usize) {
    (names.keys().map(|key| key.by).max(), names.len(), names.values().map(BTreeSet::len).sum())
}

struct Keys<'p> {
    plan: &'p Plan,
    /// Variables that hold what stands at one of these places, or one member of a list that stands there.
    paths: BTreeMap<VarId, Paths>,
    /// What variables are bound to.
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
                    needs.extend(self.bind_member(*var, source));
                    return self.steps(body, needs);
                }
                Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => return,
            }
        }
    }

    fn bind(&mut self, var: VarId, value: &'p Expr) {
        if let Some(paths) = self.paths(value) {
            self.paths.insert(var, paths);
        }
        self.values.insert(var, value);
    }

    /// Binds a member of what is looked through; what it needs to have one.
    fn bind_member(&mut self, var: VarId, source: &'p Iterable) -> Needs {
        let Iterable::List(list) = source else { return Needs::new() };
        if let Some(paths) = self.paths(list) {
            self.paths.insert(var, paths);
        }
        self.presence(list)
    }

    /// Where the value stands, if it is there: at the ends of chains of properties without arguments.
    fn paths(&mut self, expr: &'p Expr) -> Option<Paths> {
        let paths = match expr {
            Expr::Var(var) => self.paths.get(var).cloned()?,
            Expr::Named { name: _, of } => self.paths(of)?,
            // The names of what an expression reaches in another file are not at the expression.
            Expr::Prop { prim, .. } if prim == REACHED => return None,
            Expr::Prop { prim, of, args } if args.is_empty() => {
                let mut paths = self.paths(of)?;
                paths.iter_mut().for_each(|path| path.push(prim.clone()));
                paths
            }
            Expr::Choose(arms) => {
                let values = arms.iter().map(|(_, value)| value).filter(|value| !matches!(value, Expr::None));
                self.paths_of_all(values)?
            }
            Expr::Coalesce(parts) => self.paths_of_all(parts)?,
            Expr::Let { var, value, body } => {
                self.bind(*var, value);
                self.paths(body)?
            }
            Expr::Collect { fold: Fold::First | Fold::Last, var, source, condition: _, value } => {
                self.bind_member(*var, source);
                match value {
                    Some(value) => self.paths(value)?,
                    None => self.paths.get(var).cloned()?,
                }
            }
            Expr::Call { function, args } => self.call(*function, args, |keys, body| keys.paths(body))?,
            _ => return None,
        };
        (paths.len() <= MAX_PATHS).then_some(paths)
    }

    fn paths_of_all(&mut self, values: impl IntoIterator<Item = &'p Expr>) -> Option<Paths> {
        let paths: Option<Vec<Paths>> = values.into_iter().map(|value| self.paths(value)).collect();
        let mut paths = paths?.concat();
        paths.sort_unstable();
        paths.dedup();
        Some(paths)
    }

    /// What is needed for a condition to hold.
    fn condition(&mut self, condition: &'p Expr) -> Needs {
        match condition {
            Expr::Ask { question, of, names } => {
                let mut needs: Needs = self.ask(*question, of, *names).into_iter().collect();
                needs.extend(self.presence(of));
                needs
            }
            Expr::Pure { op, args } => self.comparison(op, args),
            Expr::Prop { .. } => self.presence(condition),
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
                self.member(*var, source, condition.as_deref())
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
            Expr::Prop { prim, of, args } => {
                let mut needs = self.presence(of);
                if let (BY_KEYWORD, [Expr::Text(keyword)]) = (prim.as_str(), args.as_slice()) {
                    needs.extend(self.paths(of).map(|paths| names_at(KeyBy::Keyword, paths, [keyword])));
                }
                needs
            }
            Expr::Choose(arms) => self.one_of(arms, Self::presence),
            Expr::Coalesce(any) => any.iter().map(|part| self.presence(part)).reduce(either).unwrap_or_default(),
            Expr::Let { var, value, body } => {
                self.bind(*var, value);
                self.presence(body)
            }
            Expr::Collect { fold: Fold::First | Fold::Last, var, source, condition, value: _ } => {
                self.member(*var, source, condition.as_deref())
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

    /// What is needed for one member to be there for which the condition holds.
    fn member(&mut self, var: VarId, source: &'p Iterable, condition: Option<&'p Expr>) -> Needs {
        let mut needs = self.bind_member(var, source);
        needs.extend(condition.into_iter().flat_map(|condition| self.condition(condition)));
        needs
    }

    /// What is made of the body of a function, with its parameters at the places of the arguments.
    fn call<T>(&mut self, function: FunctionId, args: &'p [Expr], wanted: impl FnOnce(&mut Self, &'p Expr) -> T) -> T {
        let paths = args.iter().enumerate().filter_map(|(param, arg)| Some((VarId::at(param), self.paths(arg)?)));
        let paths = paths.collect();
        let mut inner = Keys { plan: self.plan, paths, values: BTreeMap::new() };
        wanted(&mut inner, &self.plan.functions[function.index()].body)
    }

    fn ask(&mut self, question: Question, of: &'p Expr, names: NamesId) -> Option<Names> {
        let mut paths = self.paths(of)?;
        let by = match question {
            Question::Is | Question::IsExactly => KeyBy::Name,
            Question::DecoratedBy => {
                let decorators = ["definition_decorators", "decorator_target"];
                paths.iter_mut().for_each(|path| path.extend(decorators.map(str::to_owned)));
                KeyBy::Name
            }
            Question::Inherits => KeyBy::Ancestor,
            Question::InstanceOf => KeyBy::Class,
        };
        Some(names_at(by, paths, &self.plan.names[names.0 as usize]))
    }

    /// What is needed for a comparison to hold: that what is compared is there, and, where it is compared with texts, one of
    /// them.
    fn comparison(&mut self, op: &str, args: &'p [Expr]) -> Needs {
        let mut needs = match (op, args) {
            ("eq", [value, Expr::Text(text)] | [Expr::Text(text), value]) => self.text(value, [text]),
            ("in_set", [value, Expr::Set(SetId(set))]) => self.text(value, &self.plan.sets[*set as usize].texts),
            _ => Needs::new(),
        };
        let needed = match op {
            "eq" => args,
            _ if NEED_FIRST.contains(&op) => args.get(..1).unwrap_or_default(),
            _ => &[],
        };
        needed.iter().for_each(|value| needs.extend(self.presence(value)));
        needs
    }

    fn text<'t>(&mut self, value: &'p Expr, texts: impl IntoIterator<Item = &'t String> + Clone) -> Needs {
        let Some(paths) = self.paths(value) else { return Needs::new() };
        let mut needed = Names::new();
        for mut path in paths {
            let by = match path.last().map(String::as_str) {
                Some(prim) if NAME_TEXTS.contains(&prim) => {
                    path.pop();
                    KeyBy::Name
                }
                // Its list is that of a call, whatever arguments it leaves out.
                Some(KEYWORD) if path.len() > 1 => {
                    path.truncate(path.len() - 2);
                    KeyBy::Keyword
                }
                Some(prim) if TEXTS.contains(&prim) => KeyBy::Text,
                _ => return Needs::new(),
            };
            needed.extend(names_at(by, vec![path], texts.clone()));
        }
        vec![needed]
    }
}

/// The same names at each of several places.
fn names_at<'n>(by: KeyBy, paths: Paths, names: impl IntoIterator<Item = &'n String>) -> Names {
    let names = names.into_iter();
    let names: BTreeSet<String> = match by {
        KeyBy::Name => names.map(|name| last_segment(name)).collect(),
        KeyBy::Text | KeyBy::Keyword | KeyBy::Ancestor | KeyBy::Class => names.cloned().collect(),
    };
    paths.into_iter().map(|path| (Key { by, path }, names.clone())).collect()
}

fn last_segment(dotted: &str) -> String {
    dotted.rsplit('.').next().unwrap_or(dotted).to_owned()
}

/// One of the two holds: names of which one is needed whichever does.
fn either(left: Needs, right: Needs) -> Needs {
    let mut both: Needs = left.iter().flat_map(|one| right.iter().map(|other| union(one, other))).collect();
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
