//! Input that nobody wishes for: none of it may end a run, cost another file its rows, or go unmentioned.

mod probe;

use std::fs;
use std::path::Path;

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::StoreError;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{IndexError, Indexer, Progress, Quiet, Reuse, Stage, Summary};
use probe::{MISTAKE, PANIC, Probe, Project, dump, index_into};

/// A healthy file that stands beside every bad one, before and after it in path order.
const HEALTHY: &str = "def healthy(): pass\n";

/// Nesting that no program has.
const DEPTH: usize = 100_000;

fn with_healthy_files() -> Project {
    let project = Project::new();
    project.write("a_healthy.py", HEALTHY);
    project.write("z_healthy.py", HEALTHY);
    project
}

/// The healthy files have their rows and no errors.
fn assert_others_are_whole(project: &Project, name: &str) {
    let rows = project.query("SELECT file, line FROM definitions WHERE name = 'healthy' ORDER BY file");
    assert_eq!(rows, ["a_healthy.py|1", "z_healthy.py|1"], "{name}: rows of other files");
    let errors = project.query("SELECT * FROM extraction_errors WHERE file LIKE '%healthy.py'");
    assert!(errors.is_empty(), "{name}: errors of other files: {errors:?}");
}

/// The errors of a file as `line stage`; the summary must have a line for them.
fn errors_of(project: &Project, summary: &Summary, file: &str) -> Vec<String> {
    let sql = "SELECT coalesce(line, '-'), stage, message FROM extraction_errors WHERE file =";
    let errors = project.query(&format!("{sql} '{file}'"));
    let in_summary = summary.first_errors.iter().find(|line| line.file == file);
    let n_in_summary = in_summary.map_or(0, |line| line.n_more as usize + 1);
    assert_eq!(n_in_summary, errors.len(), "a line of the summary says so");
    let counted = project.query("SELECT count(*) FROM extraction_errors");
    assert_eq!(counted, [summary.n_errors().to_string()], "the summary counts the errors of the database");
    errors.iter().map(|error| error.rsplit_once('|').unwrap().0.replace('|', " ")).collect()
}

/// A file `bad.py` with that content gives these errors (`line stage`) and defines these names.
fn check_content(name: &str, content: impl AsRef<[u8]>, errors: &[&str], definitions: &[&str]) {
    let project = with_healthy_files();
    project.write("bad.py", content);
    let summary = project.index();
    assert_eq!(errors_of(&project, &summary, "bad.py"), errors, "{name}: errors");
    let found = project.query("SELECT line, name FROM definitions WHERE file = 'bad.py' ORDER BY line");
    assert_eq!(found, definitions, "{name}: definitions");
    let n_errors = project.query("SELECT error_count FROM files WHERE file = 'bad.py'");
    assert_eq!(n_errors, [errors.len().to_string()], "{name}: `files` counts the errors");
    assert_others_are_whole(&project, name);
}

#[test]
fn unusual_files_that_python_runs_are_no_errors() {
    check_content("empty file", "", &[], &[]);
    check_content("only a newline", "\n", &[], &[]);
    check_content("no newline at the end", "def f(): pass", &[], &["1|f"]);
    check_content("byte order mark", b"\xef\xbb\xbfdef f(): pass\n", &[], &["1|f"]);
    check_content("CRLF", "def f():\r\n    pass\r\n\r\ndef g():\r\n    pass\r\n", &[], &["1|f", "4|g"]);
    check_content("CR", "def f():\r    pass\r\rdef g():\r    pass\r", &[], &["1|f", "4|g"]);
    check_content("latin-1", b"# -*- coding: latin-1 -*-\ndef f(): return '\xe9'\n", &[], &["2|f"]);
    check_content("latin-1 name", b"# coding: latin-1\ndef caf\xe9(): pass\n", &[], &["2|café"]);
    check_content("cp1252 on line 2", b"#!/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\x80'\n", &[], &[]);
}

#[test]
fn broken_syntax_is_recorded_and_the_rest_examined() {
    let broken = "def before(): pass\n\ndef broken(:\n    pass\n\ndef after(): pass\n";
    let project = with_healthy_files();
    project.write("bad.py", broken);
    let summary = project.index();
    assert!(errors_of(&project, &summary, "bad.py").iter().all(|error| error.ends_with(" parse")));
    let found = project.query("SELECT name FROM definitions WHERE file = 'bad.py' AND name IN ('before', 'after')");
    assert_eq!(found, ["before", "after"]);
    assert!(summary.n_errors() > 0);
    assert_others_are_whole(&project, "syntax error");
}

#[test]
fn unreadable_text_is_recorded_and_read_as_far_as_it_goes() {
    check_content(
        "invalid UTF-8",
        b"def f(): pass\nx = '\xff\xfe\xfd'\ndef g(): pass\n",
        &["2 decode"],
        &["1|f", "3|g"],
    );
    check_content("NUL bytes", b"def f(): pass\nx = '\0\0'\ndef g(): pass\n", &["2 decode"], &["1|f", "3|g"]);
    check_content("unknown encoding", "# coding: klingon\ndef f(): pass\n", &["1 decode"], &["2|f"]);
    check_content("not ASCII", "# coding: ascii\nx = 'é'\ndef f(): pass\n", &["2 decode"], &["3|f"]);
    check_content("mark against coding line", "\u{feff}# coding: latin-1\ndef f(): pass\n", &["1 decode"], &["2|f"]);
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    check_content("UTF-16 LE", utf16("def f(): pass\n", u16::to_le_bytes), &["- decode"], &["1|f"]);
    check_content("UTF-16 BE", utf16("def f(): pass\n", u16::to_be_bytes), &["- decode"], &["1|f"]);
    check_content("half a UTF-16 unit", b"\xff\xfed\0e\0f\0 \0f", &["- decode", "1 decode", "1 parse"], &[]);
}

#[test]
fn nesting_without_end_is_a_limit() {
    let check_errors = |name: &str, open: &str, inner: &str, close: &str, errors: &[&str]| {
        let text = format!("def f(): pass\nx = {}{inner}{}\ndef g(): pass\n", open.repeat(DEPTH), close.repeat(DEPTH));
        check_content(name, text, errors, &["1|f", "3|g"]);
    };
    let check = |name, open, inner, close| check_errors(name, open, inner, close, &["2 limit"]);
    check("parentheses", "(", "1", ")");
    check("lists", "[", "", "]");
    check("calls", "f(", "", ")");
    check("lambdas", "lambda: ", "1", "");
    check("unary minus", "-", "1", "");
    check("not", "not ", "1", "");
    check("attributes", "", "a", ".b");
    check("subscripts", "", "a", "[0]");
    check("chained calls", "", "a", "()");
    check("additions", "", "a", " + 1");
    // The class of the value, which each condition may give, is looked for no farther either.
    check_errors("conditions in parentheses", "(1 if a else ", "1", ")", &["- limit", "2 limit"]);
    check("dictionaries", "{1: ", "1", "}");
}

#[test]
fn deeply_indented_blocks_are_a_limit() {
    let n_blocks = 1_500;
    let mut text = String::from("def f(): pass\n");
    for depth in 0..n_blocks {
        text.push_str(&format!("{}if a:\n", " ".repeat(depth)));
    }
    text.push_str(&format!("{}pass\ndef g(): pass\n", " ".repeat(n_blocks)));
    let project = with_healthy_files();
    project.write("bad.py", text);
    let summary = project.index();
    let errors = errors_of(&project, &summary, "bad.py");
    assert!(errors.iter().any(|error| error.ends_with("limit")), "{errors:?}");
    assert_eq!(project.query("SELECT name FROM definitions WHERE file = 'bad.py' AND line = 1"), ["f"]);
    assert_others_are_whole(&project, "indented blocks");
}

/// A definition whose name is below the depth limit can not fill the column `name`: that is no mistake of the rule. A rule
/// that leaves a column empty for no such reason is told so, also in the same file.
#[test]
fn what_a_limit_or_broken_syntax_takes_away_is_no_mistake_of_a_rule() {
    let is_rule_error = |error: &String| error.ends_with(" rule");
    // Wherever the limit falls among the parts of the definition; with 499 blocks its name is the first that is cut.
    for n_blocks in 497..502 {
        let project = with_healthy_files();
        let blocks: String = (0..n_blocks).map(|depth| format!("{}if a:\n", " ".repeat(depth))).collect();
        let indent = " ".repeat(n_blocks);
        let deep = format!("{blocks}{indent}@a\n{indent}class C: pass\n");
        project.write("bad.py", format!("{deep}{MISTAKE}()\nif a:\n    {MISTAKE}()\n"));
        let summary = project.index();
        let errors = errors_of(&project, &summary, "bad.py");
        let line = n_blocks + 3;
        let mistakes: Vec<&String> = errors.iter().filter(|error| is_rule_error(error)).collect();
        assert_eq!(mistakes, [&format!("{line} rule"), &format!("{} rule", line + 2)], "{n_blocks}: {errors:?}");
        let is_cut = errors.iter().any(|error| error.ends_with(" limit"));
        assert_eq!(is_cut, n_blocks >= 499, "{n_blocks}: {errors:?}");
        assert_others_are_whole(&project, "limit");
    }
    for (broken, n_mistakes) in [
        (format!("if a:\n    x = = 1\n    {MISTAKE}()\n{MISTAKE}()\n"), 1),
        (format!("def f():\n    x = = 1\n    {MISTAKE}()\n"), 0),
        (format!("x = 1\n{MISTAKE}()\n"), 1),
    ] {
        let project = with_healthy_files();
        project.write("bad.py", &broken);
        let summary = project.index();
        let errors = errors_of(&project, &summary, "bad.py");
        assert_eq!(errors.iter().filter(|error| is_rule_error(error)).count(), n_mistakes, "{broken}: {errors:?}");
    }
}

#[test]
fn unclosed_nesting_is_an_error_of_its_file_alone() {
    for open in ["(", "[", "{", "f(", "lambda: ", "f'{", "if a:"] {
        let project = with_healthy_files();
        project.write("bad.py", format!("x = {}", open.repeat(20_000)));
        let summary = project.index();
        assert!(!errors_of(&project, &summary, "bad.py").is_empty(), "{open}");
        assert_others_are_whole(&project, open);
    }
}

#[test]
fn a_file_above_the_size_limit_is_recorded_and_below_it_examined() {
    let fifty_mega = 50 << 20;
    let line = |n_bytes: usize| format!("def f(): pass\nx = '{}'\n", "y".repeat(n_bytes));
    check_content("line of 50 MB", line(fifty_mega), &["- limit"], &[]);
    let project = with_healthy_files();
    project.write("bad.py", line(4 << 20));
    let check = |max_file_bytes, n_errors| {
        let summary = index_into(&project.root(), &project.database(), 2, Limits { max_file_bytes }).unwrap();
        assert_eq!(summary.n_errors(), n_errors, "limit {max_file_bytes}");
        assert_others_are_whole(&project, "long line");
    };
    check(4 << 20, 1);
    check(5 << 20, 0);
    assert_eq!(project.query("SELECT name FROM definitions WHERE file = 'bad.py'"), ["f"]);
    let size = project.query("SELECT size_bytes, line_count FROM files WHERE file = 'bad.py'");
    assert_eq!(size, [format!("{}|2", (4 << 20) + 21)]);
}

#[test]
fn a_long_line_of_code_is_examined() {
    let text = format!("def f(): pass\nx = [{}]\n", "g(1), ".repeat(300_000));
    // Its values are more than are followed, which costs no row.
    check_content("long line", text, &["- limit"], &["1|f"]);
}

#[test]
fn a_panic_in_a_rule_is_an_error_of_its_file_alone() {
    check_content("panic", format!("def f(): pass\n{PANIC}()\n"), &["- internal"], &[]);
}

#[test]
fn clashing_keys_keep_the_first_row() {
    let project = with_healthy_files();
    project.write("bad.py", "def f(a): pass\ndef f(a, b): pass\ndef g(): pass\n");
    let summary = project.index();
    assert_eq!(errors_of(&project, &summary, "bad.py"), ["2 key"]);
    let rows = project.query("SELECT line, name, parameters FROM signatures WHERE file = 'bad.py'");
    assert_eq!(rows, ["1|f|(a)", "3|g|()"]);
    let message = project.query("SELECT message FROM extraction_errors");
    assert!(message[0].contains("`signature`") && message[0].contains("name = \"f\""), "{message:?}");
    assert_others_are_whole(&project, "key clash");
}

#[test]
fn a_directory_without_python_gives_an_empty_database() {
    let project = Project::new();
    project.write("readme.txt", "no code here");
    let summary = project.index();
    assert_eq!(summary.n_files, 0);
    assert_eq!(errors_of(&project, &summary, "."), ["- find"]);
    assert_eq!(project.query("SELECT count(*) FROM definitions"), ["0"]);
}

/// What is wrong with `bad.py` as a path gives this error under that name.
#[cfg(unix)]
fn check_path(name: &str, arrange: impl Fn(&Path), file: &str, error: &str) {
    let project = with_healthy_files();
    arrange(&project.root());
    let summary = project.index();
    assert_eq!(errors_of(&project, &summary, file), [error], "{name}");
    assert_others_are_whole(&project, name);
}

#[cfg(unix)]
#[test]
fn paths_that_lead_nowhere_are_recorded() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    check_path("link to nothing", |root| symlink("gone", root.join("bad.py")).unwrap(), "bad.py", "- find");
    check_path("link to itself", |root| symlink("bad.py", root.join("bad.py")).unwrap(), "bad.py", "- find");
    check_path("link to its directory", |root| symlink(".", root.join("again")).unwrap(), "again", "- find");
    check_path("link out of the tree", |root| symlink("/proc", root.join("out")).unwrap(), "out", "- find");
    check_path(
        "file out of the tree",
        |root| symlink("/proc/self/mem", root.join("bad.py")).unwrap(),
        "bad.py",
        "- find",
    );
    let in_a_circle = |root: &Path| {
        fs::create_dir_all(root.join("p/q")).unwrap();
        symlink("../..", root.join("p/q/up")).unwrap();
    };
    check_path("circle of directories", in_a_circle, "p/q/up", "- find");
    let not_utf8 = |root: &Path| fs::write(root.join(OsStr::from_bytes(b"b\xffd.py")), "def f(): pass\n").unwrap();
    check_path("path that is not UTF-8", not_utf8, r"b\xffd.py", "- find");
}

#[cfg(unix)]
#[test]
fn a_file_whose_path_is_not_utf8_is_examined_under_another_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let project = with_healthy_files();
    for name in [&b"b\xffd.py"[..], b"b\xfed.py", br"b\xffd.py"] {
        fs::write(project.root().join(OsStr::from_bytes(name)), "def f(): pass\n").unwrap();
    }
    project.index();
    let files = project.query("SELECT file FROM definitions WHERE name = 'f' ORDER BY file");
    assert_eq!(files, [r"b\xfed.py", r"b\xffd.py", r"b\xffd~2.py"]);
}

/// Everybody may read everything as root, so the reading itself has to fail: `/proc/self/mem` is a file that can be
/// opened, and nothing can be read at its beginning. A link to it is only followed when it is named.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_can_not_be_read_is_recorded() {
    let project = with_healthy_files();
    let link = project.root().join("bad.py");
    std::os::unix::fs::symlink("/proc/self/mem", &link).unwrap();
    let discovery = discover(&[project.root(), link]).unwrap();
    let enabled = RuleSet::new(4, |_| true);
    let limits = Limits::default();
    let indexer = Indexer {
        matcher: &Probe,
        enabled: &enabled,
        jobs: 2,
        limits,
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
        finds: true,
        blank: None,
    };
    let summary = indexer.run(&discovery, &project.database()).unwrap();
    assert_eq!(errors_of(&project, &summary, "bad.py"), ["- read"]);
    assert_others_are_whole(&project, "reading fails");
}

/// A pipe is opened by nobody: it would wait for a writer for ever.
#[cfg(unix)]
#[test]
fn a_directory_and_a_socket_named_like_files_are_told_apart() {
    let directory = |root: &Path| {
        fs::create_dir(root.join("package.py")).unwrap();
        fs::write(root.join("package.py/inner.py"), "def f(:\n").unwrap();
    };
    check_path("directory", directory, "package.py/inner.py", "1 parse");
    let socket = |root: &Path| drop(std::os::unix::net::UnixListener::bind(root.join("bad.py")).unwrap());
    check_path("socket", socket, "bad.py", "- find");
}

#[test]
fn a_file_that_vanishes_before_it_is_read_is_recorded() {
    let project = with_healthy_files();
    project.write("bad.py", "def f(): pass\n");
    let discovery = discover(&[project.root()]).unwrap();
    fs::remove_file(project.root().join("bad.py")).unwrap();
    let enabled = RuleSet::new(4, |_| true);
    let indexer = Indexer {
        matcher: &Probe,
        enabled: &enabled,
        jobs: 2,
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &aud_rules_runtime::run::Quiet,
        finds: true,
        blank: None,
    };
    let summary = indexer.run(&discovery, &project.database()).unwrap();
    assert_eq!(errors_of(&project, &summary, "bad.py"), ["- read"]);
    assert_eq!(project.query("SELECT sha256, node_count FROM files WHERE file = 'bad.py'"), ["NULL|NULL"]);
    assert_others_are_whole(&project, "vanished");
}

#[test]
fn a_database_that_can_not_be_written_is_said_before_any_work() {
    let project = with_healthy_files();
    project.write("notes.txt", "precious");
    project.write("foreign.db", b"SQLite format 3\0 and so on, but of another program");
    let check = |path: &str, is_expected: fn(&IndexError) -> bool| {
        let database = project.root().join(path);
        let error = index_into(&project.root(), &database, 1, Limits::default()).unwrap_err();
        assert!(is_expected(&error), "{path}: {error}");
        assert!(error.to_string().contains(path), "{error}");
    };
    check("no/such/directory.db", |e| matches!(e, IndexError::Store(StoreError::Unwritable { .. })));
    check("a_healthy.py/below_a_file.db", |e| matches!(e, IndexError::Store(StoreError::Unwritable { .. })));
    check("notes.txt", |e| matches!(e, IndexError::Store(StoreError::Foreign { .. })));
    check("foreign.db", |e| matches!(e, IndexError::Store(StoreError::Foreign { .. })));
    assert_eq!(fs::read_to_string(project.root().join("notes.txt")).unwrap(), "precious");
    fs::create_dir(project.root().join("directory")).unwrap();
    check("directory", |e| matches!(e, IndexError::Store(StoreError::Unwritable { .. })));
}

/// Stops the run with a panic when it comes to a stage.
struct StopAt(Stage);

impl Progress for StopAt {
    fn begin(&self, stage: Stage, _: usize) {
        assert_ne!(stage, self.0, "stopped");
    }

    fn step(&self) {}
}

#[test]
fn a_run_that_ends_early_leaves_the_old_database_and_nothing_else() {
    let project = with_healthy_files();
    project.index();
    let (before, bytes) = (dump(&project.database()), fs::read(project.database()).unwrap());
    project.write("new.py", "def new(): pass\n");
    let discovery = discover(&[project.root()]).unwrap();
    let enabled = RuleSet::new(4, |_| true);
    for stage in [Stage::Examine, Stage::Settle, Stage::Publish] {
        let progress = StopAt(stage);
        let indexer = Indexer {
            matcher: &Probe,
            enabled: &enabled,
            jobs: 2,
            limits: Limits::default(),
            libraries: Libraries::none(),
            reuse: Reuse::Nothing,
            progress: &progress,
            finds: true,
            blank: None,
        };
        let attempt = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            indexer.run(&discovery, &project.database()).map(drop)
        }));
        assert!(attempt.is_err(), "the run was stopped");
        assert_eq!(fs::read(project.database()).unwrap(), bytes, "stopped at {stage:?}");
    }
    let directory = project.database().parent().unwrap().to_owned();
    let mut left: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["facts.db", "facts.segments", "root"], "no temporary file is left");
    project.index();
    assert_ne!(dump(&project.database()), before, "the next run replaces it");
}
