//! What rules become once they are checked: names resolved, types known, shorthands written out.

mod print;

use aud_rules_codegen::check::model::Model;
use aud_rules_codegen::check::{check, check_views};
use aud_rules_codegen::diag::{Code, Color, Diagnostics};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::parse::parse;
use aud_rules_codegen::vocab::Vocabulary;

/// Items that the bodies below may use.
const ITEMS: &str = r#"
set words = { "a", more_words, 1 }
set more_words = { "b", "a" }
/// The call has an argument of that name.
predicate has_argument(of: call, word: text) { any a in of.args where a.keyword == word }
/// The expression is there and is a call.
predicate is_call(e: expr?) { e is a call }
/// The label of a callee.
define label_of(e: expr?) { case { is_call(e) => e.callee.label, else => e.text } }
/// Things.
table things {
    scope: text     /// Where it stands.
    value: json?    /// Any value.
    line: int       /// Line.
    unique (file, line, value)
}
"#;

fn compile(files: &[&str]) -> (Model, Diagnostics, SourceMap) {
    let mut sources = SourceMap::default();
    let mut found = Diagnostics::default();
    for (index, text) in files.iter().enumerate() {
        sources.add(format!("{index}.rules"), *text);
    }
    let trees: Vec<_> = sources.ids().map(|id| (id, parse(id, &sources, &mut found))).collect();
    let mut model = check(&trees, &sources, Vocabulary::python(), &mut found);
    check_views(&mut model, "CREATE TABLE files (path TEXT);", &sources, &mut found).unwrap();
    (model, found, sources)
}

/// The model of rules that have no errors.
fn model_of(files: &[&str]) -> Model {
    let (model, found, sources) = compile(files);
    assert!(!found.has_errors(), "{}", found.render(&sources, Color::Never));
    model
}

/// Checks what becomes of the body of a rule, without the last `emit` that is added to it.
#[track_caller]
fn check_body(body: &str, want: &str) {
    let rule = format!(
        "/// A rule.\nrule r -> things {{ {body} emit {{ value: 1 }}\n\
         example \"\"\"f()\"\"\" emits {{ line: 1 }} example \"\"\"f\"\"\" emits nothing }}"
    );
    let model = model_of(&[ITEMS, &rule]);
    let printed = print::body(&model.rules[0].body);
    let (printed, last) = printed.rsplit_once("emit ").unwrap();
    assert_eq!(last, "(node_line $0), (node_scope $0), 1");
    assert_eq!(printed.trim_end(), want, "{body}");
}

/// Checks whether a value is present or optional behind a condition.
#[track_caller]
fn check_presence(condition: &str, value: &str, want: &str) {
    let rule = format!(
        "/// R.\nrule r -> things {{ match c: call where {condition} let _v = {value} emit {{ value: none }}\n\
         example \"\"\"f()\"\"\" emits {{ line: 1 }} example \"\"\"f\"\"\" emits nothing }}"
    );
    let model = model_of(&[ITEMS, &rule]);
    let printed = print::body(&model.rules[0].body);
    let line = printed.lines().nth(1).unwrap();
    assert_eq!(if line.ends_with('?') { "optional" } else { "present" }, want, "{condition} | {line}");
}

#[test]
fn conditions_make_values_present() {
    let member = "c.callee.member";
    check_presence("c.is_awaited", member, "optional");
    for condition in [
        "c.callee.member is present",
        "c.callee.member",
        "c.callee.member == \"x\"",
        "c.callee.member != \"x\" and c.callee.member in words",
        "c.callee.member like /x/",
        "c.callee.member starts with \"x\" or c.callee.member ends with \"x\"",
        "lower(c.callee.member) == \"x\"",
        "not c.callee.member is absent",
        "c.callee.member is not absent",
        "not (c.callee.member is absent or c.is_awaited)",
        "c.callee.member + \"x\" == \"yx\"",
    ] {
        check_presence(condition, member, "present");
    }
    for condition in [
        "c.callee.member != \"x\"",
        "not c.callee.member == \"x\"",
        "c.callee.member is absent",
        "c.callee.member == \"x\" or c.is_awaited",
        "(c.callee.member ?? \"x\") == \"x\"",
        "c.callee.name == \"x\"",
        "any a in c.args where c.callee.member == a.keyword",
    ] {
        check_presence(condition, member, "optional");
    }
}

#[test]
fn presence_reaches_what_a_value_was_read_from() {
    let check = check_presence;
    // What a present value was read from is present as well; two arguments are two paths.
    check("c.arg(0).callee.name == \"x\"", "c.arg(0)", "present");
    check("c.arg(0).callee.name == \"x\"", "c.arg(0).callee", "present");
    check("c.arg(0).callee.name == \"x\"", "c.arg(1)", "optional");
    check("c.arg(0).value.name == \"x\"", "c.arg(0)", "present");
    // A class that is asked for is known from there on, and with it its own properties.
    check("c.arg(0) is a call", "c.arg(0).callee", "present");
    check("c.arg(0) is a node(\"call\")", "c.arg(0).callee", "present");
    check("c.arg(0) is a expr", "c.arg(0).callee", "optional");
    check("is_call(c.arg(0))", "c.arg(0).callee", "present");
    check("c.arg(0) is present", "c.arg(0) ?? c.arg(1)", "present");
    check("c.is_awaited", "c.arg(0) ?? c.callee", "present");
    check("c.is_awaited", "c.arg(0) ?? c.arg(1)", "optional");
    check("c.is_awaited", "case { c.arg(0) is absent => \"x\", else => c.arg(0).text }", "present");
    check("c.is_awaited", "case c.arg(0).string { none => \"x\", else => lower(c.arg(0).string) }", "present");
    check("c.is_awaited", "case c.callee.member { \"x\" => 1 }", "optional");
    check("c.is_awaited", "first a in c.args", "optional");
    check("c.is_awaited", "count c.arg(0).elements", "present");
}

#[test]
fn a_binding_and_its_value_are_one() {
    check_body(
        "match c: call let q = c.arg(0) where c.arg(0) is present let _v = q.text",
        "let $1 = (call_arg $0 0)?\nwhere (present (call_arg $0 0)?)\nlet $2 = (node_text $1)",
    );
    check_body(
        "match c: call for a in c.arg(0).elements let _v = c.arg(0).text let _w = a.text",
        "for $1 in (expr_elements (call_arg $0 0)?)?\nlet $2 = (node_text (call_arg $0 0))\nlet $3 = (node_text $1)",
    );
}

#[test]
fn predicates_are_put_in_place() {
    check_body(
        "match c: call where has_argument(c, \"x\" + \"y\") and has_argument(c, \"z\")",
        "where (and (let $1 (add \"x\" \"y\") (any $2 in (call_args $0) where (eq (argument_keyword $2)? $1))) \
         (any $3 in (call_args $0) where (eq (argument_keyword $3)? \"z\")))",
    );
    check_body(
        "match c: call let _v = label_of(c.arg(0))",
        "let $2 = (let $1 (call_arg $0 0)? (case (is_kind $1? [\"call\"]) => (expr_label (call_callee $1)); else (node_text $1?)?)?)?",
    );
}

#[test]
fn sets_are_unfolded() {
    check_body(
        "match c: call where c.callee.name in words or c.line in { words, 2 } or c.callee is { \"x.y\", more_words }",
        "where (or (or (in_set (expr_name (call_callee $0))? [\"a\", \"b\"] [1]) (in_set (node_line $0) [\"a\", \"b\"] [1, 2])) \
         (Is (call_callee $0) [\"x.y\", \"b\", \"a\"]))",
    );
}

#[test]
fn arms_become_conditions() {
    check_body(
        "match c: call let _v = case c.callee.name { \"a\" | \"b\" => 1, \"c\" => 2, like /d/ => 3, none => 4, else => 5 }",
        "let $2 = (let $1 (expr_name (call_callee $0))? (case (in_set $1? [\"a\", \"b\"] []) => 1; (eq $1? \"c\") => 2; \
         (like $1? /d/) => 3; (not (present $1?)) => 4; else 5))",
    );
    check_body(
        "match c: call let n = c.line let _v = case n { 1 => \"a\" }",
        "let $1 = (node_line $0)\nlet $2 = (case (eq $1 1) => \"a\";)?",
    );
}

#[test]
fn aggregates_and_groups() {
    check_body(
        "match f: function let _v = count yield in f let _w = count f.params let _x = any b: node(\"block\") within f.class",
        "let $2 = (count $1 in <yield=yield in $0>)\nlet $4 = (count $3 in (function_params $0))\n\
         let $6 = (any $5 in <node(\"block\")=block within (node_class $0)?>)",
    );
    check_body(
        "match s: scope for g in group f: function in s by f.name let _v = g.first.line let _w = g.key let _x = count g",
        "for $2 in (group $1 in <function=function_definition in $0> give (definition_name $1))\n\
         let $4 = (node_line (first $3 in $2))\nlet $5 = (key $2)\nlet $7 = (count $6 in $2)",
    );
    check_body(
        "match f: function let _v = json [for p in f.params where p.default: { name: p.name, it: p.default.text }]",
        "let $2 = (list $1 in (function_params $0) where (present (parameter_default $1)?) \
         give {name: (parameter_name $1), it: (node_text (parameter_default $1))})",
    );
    check_body(
        "match c: call let _v = join(\"\", [c.text, c.callee.name])",
        "let $2 = (join \"\" (list $1 in [(node_text $0), (expr_name (call_callee $0))?] give $1?))",
    );
}

#[test]
fn properties_of_subclasses() {
    check_body("match c: call let _v = c.callee.left", "let $1 = (binary_left (call_callee $0))?");
    // The one that the node has, where several subclasses have such a property.
    check_body(
        "match c: call let _v = c.callee.value.text",
        "let $2 = (node_text (let $1 (call_callee $0) \
         (coalesce (coalesce (await_value $1)? (subscript_value $1)?)? (yield_value $1)?)?)?)?",
    );
}

#[test]
fn tables_begin_with_the_line() {
    let model = model_of(&[ITEMS]);
    let table = &model.tables[0];
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["line", "scope", "value"]);
    assert_eq!(table.unique, [0, 2]);
    let undeclared = model_of(&["/// T.\ntable t {\n    a: text? /// A.\n}"]);
    assert_eq!(undeclared.tables[0].columns[0].name, "line");
    assert!(!undeclared.tables[0].columns[0].doc.is_empty());
}

#[test]
fn views_come_after_what_they_read() {
    let view = |name: &str, from: &str| format!("/// V.\nview {name} \"\"\"SELECT * FROM {from}\"\"\"\n");
    let files = [view("a", "b"), view("b", "c JOIN things"), view("c", "files"), view("d", "a")];
    let model = model_of(&[ITEMS, &files[0], &files[1], &files[2], &files[3]]);
    let order: Vec<&str> = model.views.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(order, ["c", "b", "a", "d"]);
}

#[test]
fn errors_of_all_files_come_at_once() {
    let (_, found, _) = compile(&[ITEMS, ITEMS, "set x = { y }", "table t {\n a: texts\n}", "set z = { \"a\" \"b\" }"]);
    let codes: Vec<Code> = found.sorted().iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == Code::DuplicateItem).count(), 6);
    for code in [Code::UnknownSet, Code::UnknownType, Code::MissingDoc, Code::Syntax] {
        assert!(codes.contains(&code), "{code}");
    }
    let twice = found.sorted().into_iter().find(|diagnostic| diagnostic.code == Code::DuplicateItem).unwrap();
    assert_ne!(twice.primary.span.file, twice.secondary[0].span.file);
}
