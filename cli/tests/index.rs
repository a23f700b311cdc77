//! `aud-rules index`, as it is called from a shell.

mod command;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use command::{Run, Sandbox};
use serde_json::Value;

const CODE: &str = "import os\n\ndef main(argument):\n    os.system(argument)\n\nclass Shop:\n    pass\n";

/// The rows of a query as CSV, without the header.
fn rows(sandbox: &Sandbox, database: &str, sql: &str) -> String {
    let run = sandbox.run(&["query", sql, "--db", database, "--format", "csv"]);
    assert_eq!(run.status, 0, "{run:?}");
    run.stdout.split_once('\n').unwrap().1.to_owned()
}

/// Gives a command line that names `aud-rules` to a shell.
fn run_shell(sandbox: &Sandbox, directory: &str, line: &str) -> Run {
    let program = Path::new(env!("CARGO_BIN_EXE_aud-rules")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    Run::of(shell.args(["-c", line]).env("PATH", path).current_dir(sandbox.path(directory)).output().unwrap())
}

#[test]
fn the_default_database_lies_under_the_root_and_out_of_version_control() {
    let sandbox = Sandbox::with(&[("shop/app.py", CODE)]);
    let run = sandbox.run(&["index", "shop"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(sandbox.path("shop/.aud/index.db").is_file());
    assert_eq!(fs::read_to_string(sandbox.path("shop/.aud/.gitignore")).unwrap(), "*\n");
    let again = sandbox.run(&["index", "shop"]);
    assert_eq!(again.status, 0, "{again:?}");
    assert_eq!(rows(&sandbox, "shop/.aud/index.db", "SELECT file, line_count FROM files"), "app.py,7\n");
}

#[test]
fn the_summary_says_what_was_found_and_where() {
    let sandbox = Sandbox::with(&[("app.py", CODE), ("broken.py", "def f(:\n"), ("latin.py", "x = 1\n")]);
    let run = sandbox.run(&["index", "--jobs", "2"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for part in ["Indexed 3 files, 9 lines, in ", "  symbols  ", "in 1 file (", "  broken.py:1: parse: ", "Database: "]
    {
        assert!(run.stdout.contains(part), "`{part}` is not in\n{}", run.stdout);
    }
    assert!(!run.stdout.contains("nodes visited"), "{}", run.stdout);
}

#[test]
fn the_query_to_try_works() {
    let check = |files: &[(&str, &str)], from: &str, arguments: &[&str]| {
        let sandbox = Sandbox::with(files);
        let run = sandbox.run_in(from, arguments);
        let query = run.stdout.lines().find_map(|line| line.strip_prefix("Try: ")).expect("there is a query");
        let tried = run_shell(&sandbox, from, query);
        assert_eq!(tried.status, 0, "{query}: {tried:?}");
        assert!(!tried.stdout.ends_with("0 rows\n"), "{query}: {}", tried.stdout);
    };
    check(&[("app.py", CODE)], "", &["index"]);
    check(&[("app.py", CODE), ("below/x.txt", "")], "below", &["index", "..", "--db", "it's here.db"]);
    check(&[("a folder/app.py", CODE)], "", &["index", "a folder"]);
    check(&[("empty.py", "")], "", &["index"]);
    check(&[("readme.txt", "")], "", &["index"]);
}

#[test]
fn the_summary_is_json_on_request() {
    let sandbox = Sandbox::with(&[("app.py", CODE), ("broken.py", "def f(:\n")]);
    let json = |arguments: &[&str]| -> Value {
        let run = sandbox.run(arguments);
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    };
    let summary = json(&["index", "--format", "json"]);
    assert_eq!(summary["files"], 2);
    assert_eq!(summary["lines"], 8);
    assert_eq!(summary["bytes"], CODE.len() + 8);
    assert_eq!(summary["nodes_total"], summary["nodes_visited"]);
    assert!(summary["rows"]["symbols"].as_u64().unwrap() >= 2, "{summary}");
    assert_eq!(summary["errors"]["first"][0]["file"], "broken.py");
    assert!(summary["seconds"].is_f64() && summary["stats"].is_null());
    let summary = json(&["index", "--format", "json", "--stats", "--jobs", "1"]);
    assert_eq!(summary["stats"]["jobs"], 1);
    assert!(summary["stats"]["rules"].as_object().unwrap().values().any(|rule| rule["rows"].as_u64() > Some(0)));
}

#[test]
fn stats_say_what_it_cost() {
    let sandbox = Sandbox::with(&[("app.py", CODE)]);
    let run = sandbox.run(&["index", "--stats"]);
    for part in ["nodes in the trees", "nodes visited", "walk and match", "candidates"] {
        assert!(run.stdout.contains(part), "`{part}` is not in\n{}", run.stdout);
    }
}

#[test]
fn only_fills_only_these_tables() {
    let sandbox = Sandbox::with(&[("app.py", CODE)]);
    let count = |table: &str| rows(&sandbox, ".aud/index.db", &format!("SELECT count(*) > 0 FROM {table}"));
    sandbox.run(&["index"]);
    assert_eq!((count("symbols"), count("calls")), ("1\n".to_owned(), "1\n".to_owned()));
    assert_eq!(sandbox.run(&["index", "--only", "calls"]).status, 0);
    assert_eq!((count("symbols"), count("calls")), ("0\n".to_owned(), "1\n".to_owned()));
    assert_eq!(rows(&sandbox, ".aud/index.db", "SELECT DISTINCT table_name FROM rules WHERE is_enabled"), "calls\n");
    assert_eq!(sandbox.run(&["index", "--only", "calls,symbols"]).status, 0);
    assert_eq!((count("symbols"), count("calls")), ("1\n".to_owned(), "1\n".to_owned()));
}

#[test]
fn what_can_not_be_is_said_with_what_could_be() {
    let sandbox = Sandbox::with(&[("app.py", CODE), ("notes.txt", "precious")]);
    let check = |arguments: &[&str], status: i32, parts: &[&str]| {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert_eq!(run.stdout, "", "{arguments:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(&["index", "--only", "symbls"], 2, &["no table or group of tables `symbls`", "did you mean `symbols`?"]);
    check(&["index", "gone"], 2, &["`gone` can not be indexed"]);
    check(&["index", "--db", "notes.txt"], 2, &["`notes.txt`", "no database of this program"]);
    check(&["index", "--db", "no/such/place.db"], 3, &["no directory `no/such`", "--db FILE"]);
    check(&["index", "--db", "."], 3, &["can not be written"]);
    check(&["index", "--max-file-size", "10 apples"], 2, &["--max-file-size", "k, M or G"]);
    check(&["index", "--max-file-size", "9G"], 2, &["1024M"]);
    check(&["index", "--jobs", "0"], 2, &["--jobs"]);
    check(&["index", "--frobnicate"], 2, &["--frobnicate"]);
    check(&["frobnicate"], 2, &["frobnicate"]);
    assert_eq!(fs::read_to_string(sandbox.path("notes.txt")).unwrap(), "precious");
}

/// Databases beside the default one that are being written.
fn temporary_files(sandbox: &Sandbox) -> Vec<PathBuf> {
    let entries = fs::read_dir(sandbox.path(".aud")).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(".index.db.")).collect()
}

#[test]
fn a_run_that_is_killed_leaves_the_old_database() {
    let sandbox = Sandbox::with(&[("app.py", CODE)]);
    sandbox.run(&["index"]);
    let before = fs::read(sandbox.path(".aud/index.db")).unwrap();
    for number in 0..200 {
        fs::write(sandbox.path(&format!("new_{number}.py")), CODE.repeat(200)).unwrap();
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_aud-rules"));
    let mut child = program.args(["index", "--jobs", "1"]).current_dir(sandbox.path("")).spawn().unwrap();
    while temporary_files(&sandbox).is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "the run ended before it could be killed");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(fs::read(sandbox.path(".aud/index.db")).unwrap() == before, "the old database is as it was");
    for left in temporary_files(&sandbox) {
        fs::File::open(left).unwrap().set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    }
    assert_eq!(sandbox.run(&["index"]).status, 0);
    assert_eq!(rows(&sandbox, ".aud/index.db", "SELECT count(*) FROM files"), "201\n");
    assert_eq!(temporary_files(&sandbox), [""; 0].map(PathBuf::from), "what the killed run left is removed");
}

#[test]
fn strict_minds_what_was_not_understood() {
    let check = |files: &[(&str, &str)], arguments: &[&str], status: i32| {
        let sandbox = Sandbox::with(files);
        let run = sandbox.run(arguments);
        assert_eq!(run.status, status, "{files:?} {arguments:?}: {run:?}");
        assert!(run.stdout.contains("Database: "), "the work is done all the same");
    };
    let broken: &[(&str, &str)] = &[("app.py", CODE), ("broken.py", "def f(:\n")];
    check(broken, &["index"], 0);
    check(broken, &["index", "--strict"], 1);
    check(&[("app.py", CODE)], &["index", "--strict"], 0);
    check(&[("app.py", CODE)], &["index", "--strict", "--max-file-size", "20"], 1);
    check(&[("readme.txt", "")], &["index", "--strict"], 1);
}

#[test]
fn several_paths_share_a_root() {
    let sandbox = Sandbox::with(&[("p/a/x.py", CODE), ("p/b/y.py", CODE), ("p/c/z.py", CODE)]);
    assert_eq!(sandbox.run(&["index", "p/a", "p/b/y.py", "--db", "facts.db"]).status, 0);
    assert_eq!(rows(&sandbox, "facts.db", "SELECT file FROM files"), "a/x.py\nb/y.py\n");
}

#[test]
fn escapes_in_names_do_not_reach_the_terminal() {
    let sandbox = Sandbox::with(&[("\u{1b}[31mred.py", "def f(:\n")]);
    let run = sandbox.run(&["index"]);
    assert!(run.stdout.contains("\\u{1b}[31mred.py:1: parse"), "{}", run.stdout);
}

/// The rules of the catalogue see what no program has: deep nesting of everything, and one line of everything.
#[test]
fn the_catalogue_bears_extreme_files() {
    let nested = |open: &str, inner: &str, close: &str| {
        format!("x = {}{inner}{}\n", open.repeat(100_000), close.repeat(100_000))
    };
    let files = [
        ("calls.py", nested("f(", "", ")")),
        ("chains.py", nested("", "a", ".b(c)")),
        ("attributes.py", nested("", "a", ".b")),
        ("additions.py", nested("", "'a'", " + 'b'")),
        ("lists.py", nested("[", "", "]")),
        ("dictionaries.py", nested("{1: ", "2", "}")),
        ("lambdas.py", nested("lambda a: ", "a", "")),
        ("conditions.py", nested("(1 if a else ", "2", ")")),
        ("negations.py", nested("-", "1", "")),
        ("unclosed.py", "f(".repeat(50_000)),
        ("long.py", format!("x = [{}]\n", "g(a.b, c=1), ".repeat(100_000))),
        ("healthy.py", CODE.to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let sandbox = Sandbox::with(&files);
    let run = sandbox.run(&["index"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stderr, "", "nothing panics");
    let counted = rows(&sandbox, ".aud/index.db", "SELECT count(*) FROM files WHERE node_count > 0");
    assert_eq!(counted, format!("{}\n", files.len()));
    let errors = "SELECT count(*) FROM extraction_errors WHERE stage = 'internal' OR file = 'healthy.py'";
    assert_eq!(rows(&sandbox, ".aud/index.db", errors), "0\n");
    let size = fs::metadata(sandbox.path(".aud/index.db")).unwrap().len();
    assert!(size < 1 << 30, "the database has {size} bytes");
}

#[test]
fn help_documents_the_exit_status() {
    let sandbox = Sandbox::with(&[]);
    for arguments in [&["--help"][..], &["index", "--help"], &["query", "--help"]] {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, 0);
        for status in 0..=3 {
            let start = format!("  {status}  ");
            assert!(run.stdout.lines().any(|line| line.starts_with(&start)), "{start} is not in\n{}", run.stdout);
        }
    }
}

/// A rule file of one's own.
const OWN_RULES: &str = "/// Calls of `os.system`.
table own_shell_calls {
    argument: text? /// What is run, as written.
}

/// Every call of `os.system`.
rule own_shell_call -> own_shell_calls {
    match c: call where c.callee is \"os.system\"
    emit { argument: c.arg(0).text }
    example \"\"\"
        import os
        os.system(x)
    \"\"\" emits { line: 2, argument: \"x\" }
    example \"\"\"print(x)\"\"\" emits nothing
}
";

#[test]
fn rules_of_ones_own_run_beside_the_catalogue() {
    let known = include_str!("../../rules/core/calls.rules");
    let sandbox = Sandbox::with(&[
        ("app.py", CODE),
        ("mine/own.rules", OWN_RULES),
        ("calls.rules", known),
        ("plain/app.py", CODE),
    ]);
    let run = sandbox.run(&["index", "app.py", "--rules", "mine", "--rules", "calls.rules", "--db", "both.db"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for part in
        [" ran compiled, 1 rule of 1 file interpreted; 1 file of --rules is compiled in\n", "  own_shell_calls "]
    {
        assert!(run.stdout.contains(part), "`{part}` is not in\n{}", run.stdout);
    }
    assert_eq!(rows(&sandbox, "both.db", "SELECT * FROM own_shell_calls"), "app.py,4,argument\n");
    let of_rule = "SELECT table_name, file, line, is_enabled FROM rules WHERE name = 'own_shell_call'";
    assert_eq!(rows(&sandbox, "both.db", of_rule), "own_shell_calls,mine/own.rules,7,1\n");

    assert_eq!(sandbox.run(&["index", "app.py", "--db", "alone.db"]).status, 0);
    for table in ["symbols", "calls", "extraction_errors"] {
        let sql = format!("SELECT * FROM {table}");
        assert_eq!(rows(&sandbox, "both.db", &sql), rows(&sandbox, "alone.db", &sql), "{table}");
    }
    let json =
        sandbox.run(&["index", "app.py", "--rules", "mine/own.rules", "--only", "own_shell_calls", "--format", "json"]);
    let summary: Value = serde_json::from_str(&json.stdout).unwrap_or_else(|error| panic!("{error}: {json:?}"));
    assert_eq!(summary["engines"]["interpreted"], serde_json::json!({ "rules": 1, "files": 1 }));
    assert_eq!(summary["rows"]["own_shell_calls"], 1);
    assert_eq!(summary["rows"]["symbols"], 0);
}

#[test]
fn a_pack_names_what_the_catalogue_declares() {
    let text = "/// Calls of `shop` that run what they are given, and those of Python itself.
rule shop_code -> python_eval_exec {
    match c: call where c.callee is \"shop.run\" or c.callee is code_builtins and c.arg(3) is present
    emit {
        callee: c.callee.label, function: \"shop.run\", is_builtin: c.callee is code_builtins,
        is_constant: c.arg(0).constant is present, shape: c.arg(0).shape ?? \"absent\", argument: c.arg(0).text,
        argument_line: c.arg(0).line,
    }

    example \"\"\"
        import shop
        shop.run(\"x\")
    \"\"\" emits { line: 2, is_builtin: false, argument: \"\\\"x\\\"\" }
    example \"\"\"
        x()
    \"\"\" emits nothing
}
";
    let sandbox = Sandbox::with(&[("own.rules", text), ("app.py", "import shop\nshop.run(\"x\")\n")]);
    for arguments in [&["check", "own.rules"][..], &["test", "own.rules"], &["index", "--rules", "own.rules"]] {
        let run = sandbox.run(arguments);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{text}\n{arguments:?}: {run:?}");
    }
    assert_eq!(rows(&sandbox, ".aud/index.db", "SELECT file, line FROM python_eval_exec"), "app.py,2\n");
}

#[test]
fn an_edited_copy_takes_the_place_of_a_rule_file() {
    let hooks = include_str!("../../rules/flask/hooks.rules");
    let edited = hooks.replacen("\"before_request\"", "\"before_each_request\"", 1);
    let wider = edited.replacen(
        "table python_flask_hooks {\n",
        "table python_flask_hooks {\n    note: text? /// Nothing.\n",
        1,
    );
    let wider = wider.replace("emit {", "emit { note: \"new\",");
    let app = "import flask\napp = flask.Flask(__name__)\n\n@app.before_each_request\ndef f(): ...\n";
    let sandbox =
        Sandbox::with(&[("edited/flask/hooks.rules", &edited), ("wider/flask/hooks.rules", &wider), ("app.py", app)]);
    for pack in ["edited", "wider"] {
        let run = sandbox.run(&["index", "app.py", "--rules", pack, "--db", "facts.db"]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{pack}: {run:?}");
        assert!(run.stdout.contains("; 1 file of --rules in place of compiled ones\n"), "{pack}: {run:?}");
        assert_eq!(rows(&sandbox, "facts.db", "SELECT line, hook FROM python_flask_hooks"), "5,before_each_request\n");
        let file = "SELECT DISTINCT file FROM rules WHERE table_name = 'python_flask_hooks'";
        assert_eq!(rows(&sandbox, "facts.db", file), format!("{pack}/flask/hooks.rules\n"), "{pack}");
    }
    assert_eq!(rows(&sandbox, "facts.db", "SELECT note FROM python_flask_hooks"), "new\n");
}

#[test]
fn unusable_rules_are_shown_and_nothing_is_done() {
    let clashing = OWN_RULES.replace("own_shell_calls", "symbols");
    let sandbox = Sandbox::with(&[
        ("app.py", CODE),
        ("typo.rules", &OWN_RULES.replace("c.callee is", "c.calle is")),
        ("table.rules", &clashing),
        ("rule.rules", &OWN_RULES.replace("rule own_shell_call ", "rule function_symbol ")),
        ("none/readme.txt", ""),
    ]);
    let check = |rules: &str, parts: &[&str]| {
        let run = sandbox.run(&["index", "--rules", rules]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{rules}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{rules}: `{part}` is not in\n{}", run.stderr);
        }
        assert!(!sandbox.path(".aud").exists(), "{rules}");
    };
    check("typo.rules", &["error[AR0102]", "--> typo.rules:8:", "^^^^^", "did you mean `callee`?"]);
    check("table.rules", &["table `symbols` is declared twice", "core/symbols.rules:", "--> table.rules:2"]);
    check("rule.rules", &["rule `function_symbol` is declared twice", "core/symbols.rules:22", "--> rule.rules:7"]);
    check("gone.rules", &["gone.rules"]);
    check("none", &["there is no `.rules` file in `none`"]);
}
