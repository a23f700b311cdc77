//! Plans that no checker lets through are refused when they are loaded.

use aud_rules_plan::{Expr, NamesId, PatternId, Plan, Question, Rule, RuleHead, SetId, Step, Table, TableId, VarId};

use super::*;

fn plan_of(condition: Expr) -> Plan {
    let rule = Rule {
        head: RuleHead::new("r", TableId(0)),
        kinds: vec!["call".to_owned()],
        class: "call".to_owned(),
        vars: vec!["c".to_owned()],
        stage_reason: None,
        steps: vec![Step::Where { condition, origin: Default::default() }],
        examples: Vec::new(),
    };
    Plan { tables: vec![Table::new("t", Vec::new())], rules: vec![rule], ..Plan::default() }
}

fn nested(levels: usize) -> Expr {
    (0..levels).fold(Expr::Bool(true), |inner, _| Expr::Present(Box::new(inner)))
}

/// With the stack that a program's main thread has, as plans are loaded there.
#[test]
fn plans_that_lead_nowhere_are_refused() {
    let check = std::thread::Builder::new().stack_size(8 << 20).spawn(refuse_plans_that_lead_nowhere);
    check.unwrap().join().unwrap();
}

fn refuse_plans_that_lead_nowhere() {
    let anchor = || Box::new(Expr::Var(VarId(0)));
    let missing = |what, index| Fault::Missing { what, index };
    let cases = [
        (Expr::Bool(true), None),
        (nested(MAX_DEPTH - 2), None),
        (nested(MAX_DEPTH), Some(Fault::TooDeep)),
        (Expr::Or(vec![Expr::None; MAX_DEPTH]), Some(Fault::TooDeep)),
        (Expr::Var(VarId(7)), Some(missing("variable", 7))),
        (Expr::Set(SetId(1)), Some(missing("set", 1))),
        (Expr::Pattern(PatternId(0)), Some(missing("regular expression", 0))),
        (Expr::Ask { question: Question::Is, of: anchor(), names: NamesId(2) }, Some(missing("set of names", 2))),
        (
            Expr::Prop { prim: "call_colour".to_owned(), of: anchor(), args: Vec::new() },
            Some(Fault::Property("call_colour".to_owned())),
        ),
        (Expr::Pure { op: "guess".to_owned(), args: Vec::new() }, Some(Fault::Function("guess".to_owned()))),
    ];
    for (condition, expected) in cases {
        let shown = format!("{condition:?}").chars().take(80).collect::<String>();
        assert_eq!(Interpreter::new(plan_of(condition)).err().map(|error| error.fault), expected, "{shown}");
    }
}

#[test]
fn constants_and_kinds_are_looked_at_too() {
    let bad_pattern = Plan { patterns: vec!["(".to_owned()], ..plan_of(Expr::Bool(true)) };
    let bad_slot = Plan { slots: vec![vec!["cal".to_owned()]], ..plan_of(Expr::Bool(true)) };
    for (plan, message) in [
        (bad_pattern, "the plan can not be run: `/(/` is no regular expression"),
        (bad_slot, "the plan can not be run: the grammar has no kind `cal`"),
    ] {
        assert_eq!(Interpreter::new(plan).err().map(|error| error.to_string()).as_deref(), Some(message));
    }
}
