//! Items that are private to their file: who can name them, and what the names mean.

use aud_rules_codegen::compile::compile;
use aud_rules_codegen::diag::Color;
use aud_rules_codegen::source::SourceMap;

/// A table and a rule `NAME` that holds where `CONDITION` does.
fn rule(name: &str, condition: &str) -> String {
    format!(
        "/// Rows.\ntable {name}s {{\n    value: text? /// Any.\n}}\n\n/// Finds.\nrule {name} -> {name}s {{\n\
         match c: call where {condition}\nemit {{ value: c.text }}\n\
         example \"\"\"x()\"\"\" emits {{ line: 1 }}\nexample \"\"\"x\"\"\" emits nothing\n}}\n"
    )
}

/// The plan of the files `a.rules`, `b.rules` and so on, or everything that was found.
fn compiled(files: &[String]) -> String {
    let mut sources = SourceMap::default();
    for (letter, text) in ('a'..).zip(files) {
        sources.add(format!("{letter}.rules"), text.as_str());
    }
    match compile(&sources) {
        Ok(compiled) => compiled.plan.to_string() + &compiled.warnings.render(&sources, Color::Never),
        Err(found) => found.render(&sources, Color::Never),
    }
}

#[track_caller]
fn check(files: &[String], parts: &[&str]) {
    let found = compiled(files);
    for part in parts {
        assert!(found.contains(part), "`{part}` is not in\n{found}");
    }
}

#[test]
fn each_file_means_its_own() {
    let file = |name: &str, member: &str| {
        format!(
            "private set verbs = {{ \"{member}\" }}\n/// Asks.\nprivate predicate asks(c: call) {{ c.callee.name in verbs }}\n{}",
            rule(name, "asks(c)")
        )
    };
    let found = compiled(&[file("one", "get"), file("other", "post")]);
    let in_set = |name: &str, member: &str| {
        let of_rule = &found[found.find(&format!("rule {name} ->")).unwrap()..];
        assert!(of_rule[..of_rule.find("emit").unwrap()].contains(&format!("{{\"{member}\"}}")), "{found}");
    };
    in_set("one", "get");
    in_set("other", "post");
    assert!(!found.contains("warning"), "{found}");
}

#[test]
fn a_private_item_comes_before_one_of_all_files() {
    let all = format!("set verbs = {{ \"get\" }}\n{}", rule("one", "c.callee.name in verbs"));
    let own = format!("private set verbs = {{ \"post\" }}\n{}", rule("other", "c.callee.name in verbs"));
    check(&[all, own], &["{\"get\"}", "{\"post\"}"]);
}

#[test]
fn no_other_file_can_name_it() {
    let set = "private set verbs = { \"get\" }\n".to_owned() + &rule("one", "c.callee.name in verbs");
    check(
        &[set, rule("other", "c.callee.name in verbs")],
        &["the set `verbs` is private to `a.rules`", "declared here", "without `private`", "b.rules:8"],
    );
    let predicate =
        "/// Asks.\nprivate predicate asks(c: call) { c.callee.name == \"x\" }\n".to_owned() + &rule("one", "asks(c)");
    check(&[predicate, rule("other", "asks(c)")], &["the predicate `asks` is private to `a.rules`"]);
}

#[test]
fn one_file_has_a_name_once() {
    for second in ["private set verbs", "set verbs"] {
        let text = format!("private set verbs = {{ \"a\" }}\n{second} = {{ \"b\" }}\n");
        check(&[text + &rule("one", "c.callee.name in verbs")], &["the name `verbs` is taken", "first declared here"]);
    }
}

#[test]
fn what_nothing_uses_is_still_said() {
    check(
        &["private set verbs = { \"a\" }\n".to_owned() + &rule("one", "c.line > 1")],
        &["nothing uses the set `verbs`"],
    );
}

#[test]
fn tables_rules_and_views_are_for_everyone() {
    check(&["/// Rows.\nprivate table rows { value: text /// Any.\n}\n".to_owned()], &["expected", "a.rules:2"]);
}

#[test]
fn a_private_kind_is_named_in_its_file() {
    let file = |name: &str| {
        format!(
            "/// Own.\nprivate kind own\n/// Enters.\nrule {name} {{ match c: call where c.callee.name == \"{name}\" source own at c }}\n"
        )
    };
    check(&[file("one"), file("other")], &["rule one\n", "rule other\n", "source own at c"]);
    check(
        &[file("one"), "/// Enters.\nrule other { match c: call source own at c }".to_owned()],
        &["the kind `own` is private to `a.rules`", "AR0110"],
    );
}
