//! Rule files that somebody wrote to do harm: each is refused with the code that says why, or compiled into a plan, and
//! what comes of it has bounds. The work is counted, not timed.

use aud_rules_codegen::compile::{Compiled, compile};
use aud_rules_codegen::diag::{Color, Diagnostics, MAX_KEPT, is_hidden};
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::syntax::print::format;
use aud_rules_plan::{Expr, Plan, Step};

/// Bytes of all messages together: what is shown of a mistake is a few lines.
const MAX_OUTPUT: usize = 3 << 20;

/// Parts of the expressions of a plan: what the limits of the checker and one file leave room for.
const MAX_PLAN: usize = 1_000_000;

const TABLE: &str = "/// Anything.\ntable things {\n    value: json? /// Any value.\n}\n\n";

/// A rule of that name and body that fills `things`.
fn rule(name: impl std::fmt::Display, body: impl std::fmt::Display) -> String {
    format!(
        "/// A rule.\nrule {name} -> things {{\n{body}\nexample \"\"\"x()\"\"\" emits {{ line: 1 }}\n\
         example \"\"\"x\"\"\" emits nothing\n}}\n"
    )
}

/// A file with one rule whose condition is `condition`.
fn condition(condition: impl std::fmt::Display) -> String {
    TABLE.to_owned() + &rule("r", format!("match c: call where {condition}\nemit {{ value: 1 }}"))
}

/// A file with one rule that emits `value`.
fn value(value: impl std::fmt::Display) -> String {
    TABLE.to_owned() + &rule("r", format!("match c: call\nemit {{ value: {value} }}"))
}

/// A file with one rule with these statements.
fn statements(statements: impl std::fmt::Display) -> String {
    TABLE.to_owned() + &rule("r", format!("match c: call\n{statements}\nemit {{ value: 1 }}"))
}

/// A file with a view.
fn view(sql: &str) -> String {
    format!("{}/// A view.\nview v \"\"\"{sql}\"\"\"\n", value(1))
}

/// Texts for the numbers from 0 on, one after the other.
fn each(n: usize, text: impl Fn(usize) -> String) -> String {
    (0..n).map(text).collect()
}

/// A predicate that calls the one before it twice, that many times.
fn doubling(n: usize) -> String {
    let first = "/// Is `a`.\npredicate p0(e: expr?) { e.name == \"a\" }\n".to_owned();
    let next = |n: usize| format!("/// Twice.\npredicate p{}(e: expr?) {{ p{n}(e) and p{n}(e.object) }}\n", n + 1);
    first + &each(n, next)
}

/// Compiles a file: everything that was found, and the plan if there is one.
fn compiled(text: &str) -> (Vec<&'static str>, String, Option<Plan>) {
    let mut sources = SourceMap::default();
    sources.add("hostile.rules", text);
    let (found, plan) = match compile(&sources) {
        Ok(Compiled { plan, warnings, .. }) => (warnings, Some(plan)),
        Err(found) => (found, None),
    };
    let mut codes: Vec<&str> = found.sorted().iter().map(|diagnostic| diagnostic.code.id()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(found.sorted().len() <= 2 * MAX_KEPT);
    (codes, found.render(&sources, Color::Never), plan)
}

fn n_parts(steps: &[Step]) -> usize {
    fn parts_of(expr: &Expr) -> usize {
        let mut n = 1;
        expr.for_each_part(&mut |part| n += parts_of(part));
        n
    }
    let in_step = |step: &Step| match step {
        Step::Let { value: expr, .. } | Step::Where { condition: expr, .. } => parts_of(expr),
        Step::ForEach { body, .. } => n_parts(body),
        Step::Emit { .. } | Step::Flow { .. } | Step::Report { .. } => step.exprs().into_iter().map(parts_of).sum(),
    };
    steps.iter().map(in_step).sum()
}

/// The file has mistakes of these codes and no other; with none it is compiled.
fn check(what: &str, text: &str, codes: &[&str]) {
    let (found, drawn, plan) = compiled(text);
    let start: String = drawn.chars().take(600).collect();
    assert_eq!(found, codes, "{what}: {start}");
    assert!(drawn.len() <= MAX_OUTPUT, "{what}: {} bytes of messages", drawn.len());
    assert!(drawn.chars().all(|c| c == '\n' || !is_hidden(c)), "{what}: {start}");
    let has_errors = codes.iter().any(|code| !code.starts_with("AR05") || *code != "AR0503");
    assert_eq!(plan.is_none(), has_errors, "{what}: {start}");
    if let Some(plan) = plan {
        let n_parts: usize = plan.rules.iter().map(|rule| n_parts(&rule.steps)).sum();
        assert!(n_parts <= MAX_PLAN, "{what}: {n_parts} parts");
    }
}

#[test]
fn large_files_and_items_are_refused() {
    check("a large file", &format!("// {}", "x".repeat(2 << 20)), &["AR0006"]);
    check("a long example", &value(1).replace("x()", &"x()\n".repeat(20_000)), &["AR0006"]);
    check("rows of an example", &value(1).replace("{ line: 1 }", &["{ line: 1 }"; 10_000].join(", ")), &["AR0006"]);
    check("statements", &statements(each(9_000, |n| format!("where c.line != {n}\n"))), &["AR0006"]);
    check(
        "items",
        &(TABLE.to_owned() + &each(5_000, |n| rule(format!("r{n}"), "match c: call emit { value: 1 }"))),
        &["AR0012"],
    );
    let columns = each(300, |n| format!("    c{n}: int? /// A column.\n"));
    let cells = each(300, |n| format!("c{n}: {n}, "));
    let wide = value(1).replace("    value: json? /// Any value.\n", &columns).replace("value: 1", &cells);
    check("columns", &wide, &["AR0012"]);
}

#[test]
fn large_sets_are_refused() {
    let members = |n: usize| (0..n).map(|n| format!("\"m{n}\"")).collect::<Vec<_>>().join(", ");
    let in_set = condition("c.callee.name in s0");
    check("members", &format!("set s0 = {{ {} }}\n{in_set}", members(50_000)), &["AR0012"]);
    check("members of one place", &condition(format!("c.callee.name in {{ {} }}", members(50_000))), &["AR0006"]);
    let uses = each(200, |_| "where c.callee.name in s0\n".to_owned());
    check("uses", &format!("set s0 = {{ {} }}\n{}", members(15_000), statements(uses)), &["AR0012"]);
    let chain = each(20_000, |n| format!("set s{n} = {{ s{}, {n} }}\n", n + 1)) + "set s20000 = { 1 }\n";
    check("sets in sets", &format!("{chain}{in_set}"), &["AR0005", "AR0012", "AR0103"]);
    let twice = each(30, |n| format!("set s{n} = {{ s{0}, s{0} }}\n", n + 1)) + "set s30 = { \"a\" }\n";
    check("sets that hold another one twice", &format!("{twice}{in_set}"), &[]);
}

#[test]
fn deep_expressions_are_refused() {
    let nested = |open: &str, n: usize, inner: &str, close: &str| open.repeat(n) + inner + &close.repeat(n);
    check("parentheses", &condition(nested("(", 10_000, "c.is_awaited", ")")), &["AR0005"]);
    check("not", &condition(nested("not ", 5_000, "c.is_awaited", "")), &["AR0005"]);
    check("json", &value(nested("json ", 5_000, "1", "")), &["AR0005"]);
    check("lists", &value("json ".to_owned() + &nested("[", 5_000, "1", "]")), &["AR0005"]);
    check("case", &value(nested("case { c.is_awaited => ", 1_000, "1", " }")), &["AR0005"]);
    check("or", &condition(vec!["c.is_awaited"; 2_000].join(" or ")), &["AR0005"]);
    check("properties", &condition(format!("c{} is present", ".callee".repeat(4_000))), &["AR0005"]);
    check("aggregates", &condition(nested("any x in c.args where ", 1_000, "true", "")), &["AR0005"]);
    check("loops", &statements(each(20, |n| format!("for x{n} in c.args where x{n}.is_star\n"))), &["AR0012"]);
}

#[test]
fn predicates_are_not_unfolded_without_end() {
    check("a doubling chain", &(doubling(40) + &condition("p40(c.callee)")), &["AR0005"]);
    let calls = ["p10(c.callee)"; 100].join(" and ");
    check("one rule", &(doubling(10) + &condition(calls)), &["AR0005"]);
    let rules =
        each(100, |n| rule(format!("r{n}"), "match c: call where p10(c.callee) and p10(c.callee) emit { value: 1 }"));
    check("many rules", &(doubling(10) + TABLE + &rules), &["AR0012"]);
    let chain = each(200, |n| format!("/// Next.\npredicate p{n}(e: expr?) {{ p{}(e) and e.line > {n} }}\n", n + 1));
    let last = "/// Last.\npredicate p200(e: expr?) { e.line > 0 }\n";
    check("a long chain", &(chain + last + &condition("p0(c.callee)")), &[]);
    let circle = each(50, |n| format!("/// Next.\npredicate p{n}(e: expr?) {{ p{}(e) }}\n", (n + 1) % 50));
    check("a circle", &(circle + &condition("p0(c.callee)")), &["AR0502"]);
    let deep = |body: &dyn Fn(usize) -> String| {
        let first = "/// Last.\npredicate p0(e: expr?) { e.line > 0 }\n".to_owned();
        first + &each(40, |n| format!("/// Next.\npredicate p{}(e: expr?) {{ {} }}\n", n + 1, body(n)))
    };
    let not = deep(&|n| format!("{}p{n}(e)", "not ".repeat(99)));
    check("deep predicates", &(not + &condition("p40(c.callee)")), &["AR0005"]);
    let or = deep(&|n| format!("p{n}(e){}", each(99, |line| format!(" or e.line == {line}"))));
    check("predicates of many operators", &(or + &condition("p40(c.callee)")), &["AR0005"]);
    let doubled = each(800, |n| format!("let v{} = v{n} + v{n}\n", n + 1));
    check("variables", &statements(format!("let v0 = c.line\n{doubled}where v800 > 1")), &[]);
}

#[test]
fn regular_expressions_have_bounds() {
    let like = |pattern: &str| condition(format!("c.callee.name like /{pattern}/"));
    check("repetitions", &like("(a{1000}){1000}"), &["AR0206"]);
    check("classes", &like("(?i)[\\p{L}\\p{N}]{300}"), &["AR0206"]);
    check("groups", &like(&("(".repeat(5_000) + "a" + &")".repeat(5_000))), &["AR0206"]);
    let many = |from: usize| each(60, |n| format!("where not c.callee.name like /a{}/\n", from + n));
    let rules = each(10, |n| rule(format!("r{n}"), format!("match c: call\n{}emit {{ value: 1 }}", many(60 * n))));
    check("many", &(TABLE.to_owned() + &rules), &["AR0012"]);
}

#[test]
fn views_only_read() {
    for (sql, codes) in [
        ("SELECT load_extension('x') AS a", &["AR0505"][..]),
        ("SELECT Load_Extension('x', 'y') AS a FROM things", &["AR0505"]),
        ("SELECT readfile('/etc/passwd') AS a", &["AR0504"]),
        ("SELECT writefile('x', 'y') AS a", &["AR0504"]),
        ("ATTACH 'x.db' AS x", &["AR0505"]),
        ("PRAGMA journal_mode = OFF", &["AR0505"]),
        ("VACUUM INTO 'x.db'", &["AR0505"]),
        ("DELETE FROM things RETURNING 1", &["AR0505"]),
        ("WITH x AS (SELECT 1) INSERT INTO things SELECT 1, 1", &["AR0505"]),
        ("SELECT 1 AS a; DROP TABLE things", &["AR0505"]),
        ("CREATE TEMP TABLE x (a)", &["AR0505"]),
        ("EXPLAIN SELECT 1", &["AR0505"]),
        ("SELECT 'a", &["AR0504"]),
        ("SELECT (1 AS a", &["AR0504"]),
        ("SELECT ?1 AS a", &["AR0504"]),
        ("SELECT 1 AS a \0; DROP TABLE things", &["AR0013"]),
        // They cost something only when they are asked for, and whoever asks can stop them.
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", &[]),
        ("SELECT count(*) AS n FROM things a, things b, things c, things d", &[]),
        ("SELECT zeroblob(1000000000) AS a, randomblob(1000000000) AS b", &[]),
    ] {
        check(sql, &view(sql), codes);
    }
    for (name, codes) in [
        ("sqlite_schema", &["AR0306", "AR0504"][..]),
        ("extraction_errors", &["AR0306", "AR0504"]),
        ("things", &["AR0304"]),
        ("select", &["AR0306"]),
    ] {
        let found = compiled(&view("SELECT 1 AS a").replace("view v", &format!("view {name}"))).0;
        assert_eq!(found, codes, "{name}");
    }
    let doubled = each(20, |n| {
        format!("/// Twice.\nview v{} \"\"\"SELECT * FROM v{n} UNION ALL SELECT * FROM v{n}\"\"\"\n", n + 1)
    });
    check("views of views", &(value(1) + "/// One.\nview v0 \"\"\"SELECT 1 AS a\"\"\"\n" + &doubled), &["AR0012"]);
    let many = each(300, |n| format!("/// Next.\nview v{n} \"\"\"SELECT * FROM v{}\"\"\"\n", n + 1));
    check("many views", &(value(1) + &many), &["AR0012", "AR0504"]);
}

#[test]
fn nothing_hides_from_the_reader() {
    let text = |c: char| condition(format!("c.callee.name == \"a{c}b\""));
    for c in ['\0', '\u{1b}', '\u{7}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2066}', '\r'] {
        check(&format!("{c:?} in a text"), &text(c), &["AR0013"]);
        check(&format!("{c:?} in a comment"), &format!("// a{c}b\n{}", value(1)), &["AR0013"]);
        check(&format!("{c:?} in a name"), &value(1).replace("things", &format!("th{c}ings")), &["AR0013"]);
    }
    check("a byte order mark", &format!("\u{feff}{}", value(1)), &[]);
    check("two characters for a line end", &value(1).replace('\n', "\r\n"), &[]);
    check("quotes in a name", "table \"a\" { b: text }\n", &["AR0004"]);
    check("words of SQL", &value(1).replace("things", "table_names").replace("value", "select"), &["AR0306"]);
}

#[test]
fn a_file_full_of_mistakes_is_cut_short() {
    check("keywords", &each(60_000, |n| format!("zet s{n} = {{}}\n")), &["AR0004"]);
    check("names", &"set s = { 1 }\n".repeat(60_000), &["AR0304"]);
    check("properties", &statements(each(1_500, |n| format!("where c.x{n} == 1\n"))), &["AR0102"]);
    check("a long name", &condition(format!("c.{} == 1", "a".repeat(30_000))), &["AR0102"]);
    check("brackets", &"{".repeat(100_000), &["AR0005"]);
    let mut sources = SourceMap::default();
    let file = sources.add("hostile.rules", each(60_000, |n| format!("zet s{n} = {{}}\n")));
    let mut found = Diagnostics::default();
    assert_eq!(format(file, &sources, &mut found), None);
    assert!(found.render(&sources, Color::Never).ends_with("these are the first 200; there may be more\n"));
}
