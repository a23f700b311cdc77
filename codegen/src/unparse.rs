//! An expression of the plan in the words of a rule: `c.callee.member` instead of `call_callee` and `expr_member`.
//!
//! Rules are shown to their authors this way. It is not the text that was written: parameters of a predicate are what
//! they stand for, and names of sets are gone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::vocab::{Property, Vocabulary};
use aud_rules_plan::{Expr, Fold, Iterable, Plan, Rule, VarId};

/// Members of a set that are written out; the rest is counted.
const MAX_MEMBERS: usize = 3;

/// Properties by the function of the runtime that answers them.
static PROPERTIES: LazyLock<BTreeMap<&str, &Property>> = LazyLock::new(|| {
    let classes = Vocabulary::python().classes.values();
    classes.flat_map(|class| class.properties.values()).map(|property| (property.prim.as_str(), property)).collect()
});

/// The property that a function of the runtime answers.
pub fn property_of(prim: &str) -> Option<&'static Property> {
    PROPERTIES.get(prim).copied()
}

/// Writes the expressions of one rule.
#[derive(Clone, Copy)]
pub struct Unparser<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The rule.
    pub rule: &'p Rule,
}

impl Unparser<'_> {
    /// The name of a variable; the compiler's own are called by what they are.
    pub fn var(self, var: VarId) -> String {
        match self.rule.vars.get(var.index()) {
            Some(name) if !name.is_empty() => name.clone(),
            _ => "it".to_owned(),
        }
    }

    /// What is iterated, with the word before it: `in f.decorators`.
    pub fn source(self, source: &Iterable) -> String {
        match source {
            Iterable::List(list) => format!(" in {}", self.expr(list)),
            Iterable::Slot { slot, region, is_within } => {
                let class = self.class(&self.plan.slots[slot.index()]);
                format!(": {class} {} {}", if *is_within { "within" } else { "in" }, self.expr(region))
            }
        }
    }

    /// The expression.
    pub fn expr(self, expr: &Expr) -> String {
        match expr {
            Expr::None => "none".to_owned(),
            Expr::Bool(value) => value.to_string(),
            Expr::Int(value) => value.to_string(),
            Expr::Real(value) => format!("{value:?}"),
            Expr::Text(value) => quoted(value),
            Expr::Set(set) => {
                let set = &self.plan.sets[set.index()];
                members(set.texts.iter().map(|text| quoted(text)).chain(set.ints.iter().map(i64::to_string)))
            }
            Expr::Pattern(pattern) => format!("/{}/", self.plan.patterns[pattern.index()].replace('/', "\\/")),
            Expr::Var(var) => self.var(*var),
            Expr::Module => "module".to_owned(),
            Expr::Prop { prim, of, args } => self.property(prim, of, args),
            Expr::Pure { op, args } => self.operation(op, args),
            Expr::Ask { question, of, names } => {
                let names = self.plan.names[names.index()].iter().map(|name| quoted(unqualified(name)));
                format!("{} {} {}", self.operand(of), question.words(), one_or_set(names))
            }
            Expr::And(all) => self.joined(all, " and ", &|part| matches!(part, Expr::Or(_))),
            Expr::Or(any) => self.joined(any, " or ", &|_| false),
            Expr::Coalesce(values) => self.joined(values, " ?? ", &|part| !matches!(part, Expr::Prop { .. })),
            Expr::Present(of) => format!("{} is present", self.operand(of)),
            Expr::Choose(arms) => {
                let arm = |(condition, value): &(Expr, Expr)| match condition {
                    Expr::Bool(true) => format!("else => {}", self.expr(value)),
                    condition => format!("{} => {}", self.expr(condition), self.expr(value)),
                };
                format!("case {{ {} }}", arms.iter().map(arm).collect::<Vec<_>>().join(", "))
            }
            Expr::Let { var: _, value: _, body } => self.expr(body),
            Expr::Named { name: _, of } => self.expr(of),
            Expr::Call { function, args } => {
                format!("{}({})", self.plan.functions[function.index()].name, self.list(args))
            }
            Expr::Fact(fact) => self.plan.facts[fact.index()].name.clone(),
            Expr::Collect { fold, var, source, condition, value } => {
                self.aggregate(fold.word(), *var, source, condition.as_deref(), value.as_deref(), shows_value(*fold))
            }
            Expr::Group { var, source, condition, key } => {
                let text = self.aggregate("group", *var, source, condition.as_deref(), None, false);
                format!("{text} by {}", self.expr(key))
            }
            Expr::List(members) => format!("[{}]", self.list(members)),
            Expr::Object(entries) => {
                let entry = |(key, value): &(String, Expr)| format!("{key}: {}", self.expr(value));
                format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn property(self, prim: &str, of: &Expr, args: &[Expr]) -> String {
        match (prim, args) {
            ("expr_refers_to", [other]) => format!("{} refers to {}", self.operand(of), self.operand(other)),
            ("node_is_kind", [Expr::Set(kinds)]) => {
                let class = self.class(&self.plan.sets[kinds.index()].texts);
                format!("{} is a {class}", self.operand(of))
            }
            _ => {
                let name = property_of(prim).map_or(prim, |property| property.name.as_str());
                let args = if args.is_empty() { String::new() } else { format!("({})", self.list(args)) };
                format!("{}.{name}{args}", self.operand(of))
            }
        }
    }

    /// Operators stand between their operands, functions before them.
    fn operation(self, op: &str, args: &[Expr]) -> String {
        let sign = match op {
            "eq" => "==",
            "ne" => "!=",
            "lt" => "<",
            "le" => "<=",
            "gt" => ">",
            "ge" => ">=",
            "add" => "+",
            "sub" => "-",
            "in_set" | "in_list" => "in",
            "like" => "like",
            "starts_with" => "starts with",
            "ends_with" => "ends with",
            "contains" => "contains",
            _ => "",
        };
        match (op, args) {
            ("not", [Expr::Present(of)]) => format!("{} is absent", self.operand(of)),
            ("not", [of]) => format!("not {}", self.operand(of)),
            ("group_key", [of]) => format!("{}.key", self.operand(of)),
            (_, [left, right]) if !sign.is_empty() => {
                format!("{} {sign} {}", self.operand(left), self.operand(right))
            }
            _ => format!("{op}({})", self.list(args)),
        }
    }

    /// The expression in brackets when it is not one word or call.
    fn operand(self, expr: &Expr) -> String {
        let text = self.expr(expr);
        match expr {
            Expr::Let { var: _, value: _, body } => self.operand(body),
            Expr::And(_) | Expr::Or(_) | Expr::Coalesce(_) | Expr::Collect { .. } | Expr::Group { .. } => {
                format!("({text})")
            }
            Expr::Pure { op, .. } if !text.starts_with(&format!("{op}(")) => format!("({text})"),
            Expr::Ask { .. } | Expr::Present(_) => format!("({text})"),
            _ => text,
        }
    }

    fn aggregate(
        self,
        word: &str,
        var: VarId,
        source: &Iterable,
        condition: Option<&Expr>,
        value: Option<&Expr>,
        has_value: bool,
    ) -> String {
        let name = self.var(var);
        let value = value.filter(|value| has_value && **value != Expr::Var(var));
        let value = value.map_or(String::new(), |value| format!("{} for ", self.expr(value)));
        let condition = condition.map_or(String::new(), |condition| format!(" where {}", self.expr(condition)));
        format!("{word} {value}{name}{}{condition}", self.source(source))
    }

    /// The parts with a word between them. An aggregate would take what follows it for its own.
    fn joined(self, parts: &[Expr], link: &str, needs_brackets: &dyn Fn(&Expr) -> bool) -> String {
        let is_aggregate = |part: &Expr| matches!(part, Expr::Collect { .. } | Expr::Group { .. });
        let part = |part| if is_aggregate(part) || needs_brackets(part) { self.operand(part) } else { self.expr(part) };
        parts.iter().map(part).collect::<Vec<_>>().join(link)
    }

    fn list(self, exprs: &[Expr]) -> String {
        exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>().join(", ")
    }

    /// The class with just these kinds; a kind that has no class is called as the language calls it.
    fn class(self, kinds: &[String]) -> String {
        let vocabulary = Vocabulary::python();
        let class = vocabulary.classes.keys().find(|class| vocabulary.kinds(class) == kinds);
        class.cloned().unwrap_or_else(|| format!("node({})", one_or_set(kinds.iter().map(|kind| quoted(kind)))))
    }
}

/// The aggregate gives values of its members, not only how many there are.
fn shows_value(fold: Fold) -> bool {
    !matches!(fold, Fold::Any | Fold::Count)
}

/// A text as a rule writes it.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t"))
}

/// The name as a rule asks for it: builtins without their module.
fn unqualified(name: &str) -> &str {
    name.strip_prefix("builtins.").unwrap_or(name)
}

fn one_or_set(mut items: impl ExactSizeIterator<Item = String>) -> String {
    match items.len() {
        1 => items.next().unwrap_or_default(),
        _ => members(items),
    }
}

fn members(items: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = items.collect();
    match all.len().checked_sub(MAX_MEMBERS) {
        None | Some(0 | 1) => format!("{{ {} }}", all.join(", ")),
        Some(n_more) => format!("{{ {}, and {n_more} more }}", all[..MAX_MEMBERS].join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::tests::plan_of_rule;
    use aud_rules_plan::Step;

    /// The conditions, values and lists of the steps, in the words of a rule.
    fn shown(plan: &Plan, steps: &[Step], all: &mut Vec<String>) {
        let words = Unparser { plan, rule: &plan.rules[0] };
        for step in steps {
            match step {
                Step::Let { var: _, value: shown, origin: _ } | Step::Where { condition: shown, origin: _ } => {
                    all.push(words.expr(shown));
                }
                Step::ForEach { var, source, body, origin: _ } => {
                    all.push(format!("for {}{}", words.var(*var), words.source(source)));
                    self::shown(plan, body, all);
                }
                Step::Emit { cells, origin: _ } => all.push(words.expr(&cells[1])),
                Step::Flow { .. } | Step::Report { .. } => {
                    all.extend(step.exprs().into_iter().map(|expr| words.expr(expr)));
                }
            }
        }
    }

    /// What a rule says comes back as it is written. Some brackets stand where they need not.
    #[test]
    fn expressions_are_shown_in_the_words_of_a_rule() {
        for (class, written) in [
            ("call", "c.callee.member == \"a\""),
            ("call", "c.callee.name != \"a\\\\\\\"\\n\""),
            ("call", "c.arg(0).integer >= -1 or c.keyword(\"x\").number < 0.5"),
            ("call", "(c.is_awaited or c.arg(1) is present) and c.arg(0) is absent"),
            ("call", "c.callee.name in { \"a\", \"b\", \"c\", \"d\" }"),
            ("call", "c.callee is { \"eval\", \"m.a\" } and not (c.callee is exactly \"n.b\")"),
            ("call", "c.callee.name like /^a\\/b/"),
            (
                "call",
                "c.callee.text starts with \"a\" or c.callee.text ends with \"b\" or c.callee.text contains \"c\"",
            ),
            ("call", "c.arg(0) is a call and c.arg(1) refers to c.callee"),
            ("call", "c instance of \"m.A\""),
            ("function", "(any d in c.decorators where d.index == 1) or c.is_async"),
            ("function", "(count y: yield within c) > 2"),
            ("function", "(first e: call in c where e.is_awaited) is present"),
            ("function", "(lower(c.name) + \"a\") == (c.name ?? \"b\")"),
        ] {
            let plan = plan_of_rule(&format!(
                "match c: {class} where any _a: call in module where ({written}) emit {{ value: none }}"
            ));
            let Step::Where { condition: Expr::Collect { condition: Some(condition), .. }, origin: _ } =
                &plan.rules[0].steps[0]
            else {
                panic!("{written}: {plan}");
            };
            assert_eq!(Unparser { plan: &plan, rule: &plan.rules[0] }.expr(condition), written);
        }
    }

    #[test]
    fn loops_and_values_are_shown_too() {
        let plan = plan_of_rule(
            "match f: function
             for d in f.decorators
             for s: node(\"slice\") in f
             let n = case d.index { 1 => \"one\", else => s.text }
             where is_own(d.target)
             emit { value: json { a: [n, 1], b: json [for c: call in f: c.line] } }",
        );
        let mut all = Vec::new();
        shown(&plan, &plan.rules[0].steps, &mut all);
        expect_test::expect![[r#"
            for d in f.decorators
            for s: node("slice") in f
            d.index
            case { case == 1 => "one", else => s.text }
            d.target
            e.object.name == "self"
            { a: [n, 1], b: list c.line for c: call in f }"#]]
        .assert_eq(&all.join("\n"));
    }
}
