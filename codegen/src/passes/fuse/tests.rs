//! Which names a rule is filed under, and where it is not.

use crate::compile::tests::{EXAMPLES, plan_of, plan_of_rule};
use aud_rules_plan::{Decision, Key, KeyBy, Plan, RuleId};

/// The keys of the only rule under its first kind: `path: names`, several with `|` between them, or `always`.
fn key(plan: &Plan) -> String {
    let decision = plan.decisions.values().next().unwrap();
    if decision.keyed.is_empty() {
        return "always".to_owned();
    }
    assert!(decision.always.is_empty(), "a keyed rule is not run always");
    let keys = decision.keyed.iter().map(|(key, names)| {
        let names: Vec<&str> = names.keys().map(String::as_str).collect();
        let by = match key.by {
            KeyBy::Name => "",
            by => by.words(),
        };
        let of = if by.is_empty() || key.path.is_empty() { "" } else { " of " };
        format!("{by}{of}{}: {}", key.path.join("."), names.join(" "))
    });
    keys.collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_rule_is_filed_under_the_names_that_it_needs() {
    for (body, expected) in [
        // Questions by name give their last segments.
        ("match c: call where c.callee is { \"subprocess.run\", \"os.system\" }", "call_callee: run system"),
        ("match c: call where c.callee is exactly \"eval\"", "call_callee: eval"),
        ("match a: attribute where a is \"os.environ\"", ": environ"),
        (
            "match f: function where f decorated by \"typing.overload\"",
            "definition_decorators.decorator_target: overload",
        ),
        // So do comparisons with the text of a name.
        ("match c: call where c.callee.member == \"execute\"", "call_callee: execute"),
        ("match c: call where c.callee.name in { \"a\", \"b\" }", "call_callee: a b"),
        ("match c: call where c.callee.dotted == \"os.path.join\"", "call_callee: join"),
        ("match c: call where c.callee.object.member == \"objects\"", "call_callee.expr_object: objects"),
        // The condition with the fewest names is taken, wherever it stands before the first row.
        ("match c: call where c.callee.name in { \"a\", \"b\" } and c.callee is \"m.b\"", "call_callee: b"),
        ("match c: call let _f = c.function where c.is_awaited where c.callee is \"m.b\"", "call_callee: b"),
        ("match c: call let callee = c.callee where callee.member == \"a\"", "call_callee: a"),
        ("match c: call let m = c.callee.member where m == \"a\"", "call_callee: a"),
        (
            "match c: call where c.callee.member == \"a\" let m = c.callee.member where m == \"b\" or m == \"c\"",
            "call_callee: a",
        ),
        // Alternatives must all ask, at one path or at several.
        ("match c: call where c.callee is \"m.a\" or c.callee.member == \"b\"", "call_callee: a b"),
        ("match c: call where c.callee is \"m.a\" or c.is_awaited", "always"),
        (
            "match c: call where c.callee is \"m.a\" or c.callee.object is \"n.b\"",
            "call_callee: a | call_callee.expr_object: b",
        ),
        (
            "match c: call where c.callee is \"m.a\" or c.callee.object instance of \"n.B\"",
            "call_callee: a | the classes of call_callee.expr_object: n.B",
        ),
        (
            "match c: call where c.callee is \"m.a\" or c.callee.object is \"n.b\" where c.callee.name in { \"a\", \"b\" }",
            "call_callee: a b",
        ),
        // A variable is what it was bound to.
        ("match c: call let is_a = c.callee is \"m.a\" where is_a", "call_callee: a"),
        ("match c: call let is_a = c.callee is \"m.a\" where is_a or c.callee.name == \"b\"", "call_callee: a b"),
        // What is present came from somewhere.
        (
            "match c: call let t = case { c.callee is \"m.a\" => 1, c.callee.name == \"b\" => 2 } where t is present",
            "call_callee: a b",
        ),
        ("match c: call let t = case { c.callee is \"m.a\" => 1, else => 2 } where t is present", "always"),
        ("match c: call let t = case { c.callee is \"m.a\" => c.arg(0) } where t.text is present", "call_callee: a"),
        ("match c: call where case { c.callee is \"m.a\" => true, else => false }", "call_callee: a"),
        // Members of a list are looked up one by one.
        (
            "match f: function for d in f.decorators where d.target is \"m.a\"",
            "definition_decorators.decorator_target: a",
        ),
        (
            "match f: function let ds = f.decorators for d in ds where d.target.name == \"a\"",
            "definition_decorators.decorator_target: a",
        ),
        (
            "match f: function where any d in f.decorators where d.target is \"m.a\"",
            "definition_decorators.decorator_target: a",
        ),
        (
            "match f: function let found = first d in f.decorators where d.target is \"m.a\" where found is present",
            "definition_decorators.decorator_target: a",
        ),
        ("match f: function where (count d in f.decorators where d.target is \"m.a\") == 0", "always"),
        // What is asked in a slot is no condition on the node.
        ("match f: function for c: call in f where c.callee is \"m.a\"", "always"),
        // What bases and values are is looked up by whole names, where nothing that is written there leads to the rule.
        ("match c: call where c instance of \"m.A\"", "the classes: m.A"),
        ("match k: class where k inherits { \"m.A\", \"n.B\" }", "the ancestors: m.A n.B"),
        ("match k: class where k inherits \"m.A\" or k inherits \"n.B\"", "the ancestors: m.A n.B"),
        ("match k: class where k inherits \"m.A\" or k.is_top_level", "always"),
        (
            "match c: call where c.callee.object instance of \"m.A\" where c.callee.member in { \"a\", \"b\" }",
            "call_callee: a b",
        ),
        ("match c: call where c.callee.object instance of \"m.A\"", "the classes of call_callee.expr_object: m.A"),
        // An argument is looked up by its keyword, and what is asked of it needs it to be there.
        ("match c: call where c.keyword(\"a\") is present", "the keywords: a"),
        (
            "match c: call where c.keyword(\"a\").boolean == false or c.keyword(\"b\").string like /x/",
            "the keywords: a b",
        ),
        ("match c: call where c.keyword(\"a\") is \"m.b\"", "the keywords: a"),
        ("match c: call for _e in (c.keyword(\"a\") ?? c.keyword(\"b\")).entries", "the keywords: a b"),
        ("match c: call for g in c.keywords where g.keyword in { \"a\", \"b\" }", "the keywords: a b"),
        ("match c: call where c.keyword(\"a\") is absent", "always"),
        ("match c: call where c.keyword(\"a\").boolean != true", "always"),
        // So are texts that differ from node to node.
        ("match c: call where c.callee.text == \"a\"", "the text of call_callee.node_text: a"),
        ("match a: assignment where a.target.text == \"t\"", "the text of assignment_target.node_text: t"),
        (
            "match f: function where any p in f.params where p.name == \"self\"",
            "the text of function_params.parameter_name: self",
        ),
        ("match f: function for p in f.params where p.passing == \"vararg\"", "always"),
        // What stands at one of several places is looked up at each of them.
        (
            "match a: assignment let n = case { a.target is a subscript => a.target.index.string, else => a.target.name } \
             where n == \"t\"",
            "assignment_target: t | the text of assignment_target.subscript_index.expr_string: t",
        ),
        (
            "match a: assignment let m = case { a.value.callee is a call => a.value.callee, else => a.value } \
             where m.callee is \"m.a\"",
            "assignment_value.call_callee: a | assignment_value.call_callee.call_callee: a",
        ),
        // Nor is what must not be.
        ("match c: call where c.callee is not \"m.a\"", "always"),
        ("match c: call where not (c.callee is \"m.a\")", "always"),
        ("match c: call where c.arg(0) is \"m.a\"", "always"),
        ("match c: call where c.callee.text != \"a\"", "always"),
    ] {
        let plan = plan_of_rule(&format!("{body} emit {{ value: none }}"));
        assert_eq!(key(&plan), expected, "{body}");
    }
}

#[test]
fn conditions_behind_a_row_do_not_hold_it_back() {
    let plan = plan_of_rule("match c: call emit { value: 1 } where c.callee is \"m.a\" emit { value: 2 }");
    assert_eq!(key(&plan), "always");
}

#[test]
fn a_name_selects_its_rules_and_no_others() {
    let text = format!("
        /// Calls.
        table calls {{
            name: text? /// Name.
        }}
        /// Any call.
        rule every -> calls {{ match c: call emit {{ name: none }} {EXAMPLES} }}
        /// Running.
        rule runs -> calls {{ match c: call where c.callee is {{ \"subprocess.run\", \"os.popen\" }} emit {{ name: none }} {EXAMPLES} }}
        /// Any `run`.
        rule run_members -> calls {{ match c: call where c.callee.member == \"run\" emit {{ name: none }} {EXAMPLES} }}
    ");
    let plan = plan_of(&[("calls.rules", &text)]);
    let at_call: &Decision = &plan.decisions["call"];
    assert_eq!(at_call.always, [RuleId(0)]);
    for (name, expected) in [("run", vec![RuleId(1), RuleId(2)]), ("popen", vec![RuleId(1)]), ("system", vec![])] {
        let key = Key { by: KeyBy::Name, path: vec!["call_callee".to_owned()] };
        let found = at_call.keyed[&key].get(name).cloned().unwrap_or_default();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_hundred_rules_about_ancestors_are_one_look_up() {
    let rules: String = (0..100)
        .map(|rule| {
            format!(
                "/// Heirs.\nrule heirs_{rule} -> classes {{ match k: class where k inherits \"m.Base{rule:02}\" \
                 emit {{ name: none }} {EXAMPLES} }}\n"
            )
        })
        .collect();
    let text = format!("/// Classes.\ntable classes {{\n    name: text? /// Name.\n}}\n{rules}");
    let plan = plan_of(&[("classes.rules", &text)]);
    let at_class: &Decision = &plan.decisions["class_definition"];
    assert!(at_class.always.is_empty());
    let [(key, names)] = &at_class.keyed.iter().collect::<Vec<_>>()[..] else { panic!("{:?}", at_class.keyed) };
    assert_eq!(**key, Key { by: KeyBy::Ancestor, path: Vec::new() });
    assert_eq!(names.len(), 100);
    assert!(names.values().all(|rules| rules.len() == 1));
    assert!(plan.to_string().contains("by the ancestors of the node itself\n"), "{plan}");
}
