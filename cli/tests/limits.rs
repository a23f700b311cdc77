//! Rule packs of others: rules that would take all time or memory are stopped in the file where they do, no other rule
//! loses a row, and names of files do nothing to the terminal.

mod command;

use command::Sandbox;

const TABLE: &str = "\
/// Anything.
table things {
    value: json?    /// Any value.
}

/// Every call, to see that it is left alone.
rule harmless -> things {
    match c: call
    emit { value: \"harmless\" }

    example \"\"\"x()\"\"\" emits { line: 1 }
    example \"\"\"x\"\"\" emits nothing
}
";

/// Doubles a value forty times.
fn doubled(first: &str, twice: impl Fn(usize) -> String) -> String {
    let lets: String = (0..40).map(|n| format!("let v{} = {}\n", n + 1, twice(n))).collect();
    format!("match c: call\nlet v0 = {first}\n{lets}emit {{ value: json v40 }}")
}

#[test]
fn no_name_of_a_file_reaches_the_terminal_as_it_is() {
    let sandbox = Sandbox::with(&[("pack/a\u{1b}[31m.rules", "zet\n"), ("code/b\u{1b}[31m.py", "def f(:\n")]);
    for (arguments, status) in [
        (&["check", "pack"][..], 1),
        (&["fmt", "pack"], 2),
        (&["index", "code", "--rules", "pack"], 2),
        (&["index", "code"], 0),
        (&["check", "gone\u{1b}[31m"], 2),
    ] {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!((run.stdout.clone() + &run.stderr).contains("\\u{1b}"), "{arguments:?}: {run:?}");
        assert!(!(run.stdout + &run.stderr).contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn a_rule_without_end_is_stopped() {
    let loops: String = (0..8).map(|n| format!("for x{n}: call within module where x{n}.line > 0\n")).collect();
    let bodies = [
        format!("match c: call\n{loops}emit {{ value: none }}"),
        "match c: call\nfor x: call in module\nfor y: call in module\nemit { value: x.line + y.line }".to_owned(),
        "match c: call where (count x: call in module where (count y: call in module where y.line < x.line) > 5) > 3\n\
         emit { value: none }"
            .to_owned(),
        doubled("c.text", |n| format!("v{n} + v{n}")),
        doubled("c.callee.qualified ?? \"\"", |n| format!("v{n} + v{n}")),
        doubled("list a.text for a in c.args", |n| format!("concat(v{n}, v{n})")),
        doubled("json [c.text]", |n| format!("json [v{n}, v{n}]")),
        doubled("json [c.text]", |n| format!("json {{ a: v{n}, b: v{n} }}")),
        doubled("json [c.text]", |n| format!("json list v{n} for _x in [1, 2]")),
    ];
    let calls: String = (0..1_500).map(|n| format!("import m{n}; m{n}.f(a, b)\n")).collect();
    for body in bodies {
        let rule = format!(
            "{TABLE}\n/// Takes all there is.\nrule endless -> things {{\n{body}\n\
             example \"\"\"x()\"\"\" emits {{ line: 1 }}\nexample \"\"\"x\"\"\" emits nothing\n}}\n"
        );
        let sandbox = Sandbox::with(&[("calls.py", &calls), ("other.py", "x()\n"), ("endless.rules", &rule)]);
        let run = sandbox.run(&["index", "--rules", "endless.rules"]);
        assert_eq!(run.status, 0, "{body}: {run:?}");
        let ask = |sql: &str| sandbox.run(&["query", sql, "--format", "csv"]).stdout;
        assert_eq!(
            ask(
                "SELECT file, stage, message, count(*) n FROM extraction_errors WHERE file = 'calls.py' AND stage = 'limit'"
            ),
            "file,stage,message,n\ncalls.py,limit,the rule `endless` was stopped: \
             it looks at more than a rule may in one file,1\n",
            "{body}"
        );
        let harmless = "SELECT count(*) n FROM things WHERE value = '\"harmless\"'";
        assert_eq!(ask(harmless), "n\n1501\n", "{body}");
    }
}
