//! `aud-rules query`, as it is called from a shell.

mod command;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use command::Sandbox;

/// A sandbox with an index of two files.
fn indexed() -> Sandbox {
    let sandbox = Sandbox::with(&[("a.py", "x = 1\n"), ("p/b.py", "\n\ny = 2\n")]);
    assert_eq!(sandbox.run(&["index"]).status, 0);
    sandbox
}

#[test]
fn rows_have_three_forms() {
    let sandbox = indexed();
    let check = |sql: &str, format: &str, expected: &str| {
        let run = sandbox.run(&["query", sql, "--format", format]);
        assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, expected, ""), "{sql}");
    };
    let files = "SELECT file, line_count FROM files";
    check(files, "csv", "file,line_count\na.py,1\np/b.py,3\n");
    check(files, "json", "[\n  {\"file\":\"a.py\",\"line_count\":1},\n  {\"file\":\"p/b.py\",\"line_count\":3}\n]\n");
    let table = "┌────────┬────────────┐\n│ file   ┆ line_count │\n╞════════╪════════════╡\n│ a.py   ┆ 1          │\n\
                 │ p/b.py ┆ 3          │\n└────────┴────────────┘\n2 rows\n";
    check(files, "table", table);
    check("SELECT file FROM files WHERE 0", "csv", "file\n");
    check("SELECT file FROM files WHERE 0", "json", "[]\n");
    check("SELECT NULL n, 1.5 r, 'a,\"b\"' t, x'ff' b", "csv", "n,r,t,b\n,1.5,\"a,\"\"b\"\"\",ff\n");
    check("SELECT NULL n, 1.5 r, 'é' t", "json", "[\n  {\"n\":null,\"r\":1.5,\"t\":\"é\"}\n]\n");
    check("SELECT 1 a, 2 a", "json", "[\n  {\"a\":1,\"a_2\":2}\n]\n");
}

#[test]
fn a_table_shows_control_characters() {
    let sandbox = indexed();
    let run = sandbox.run(&["query", "SELECT char(27) || '[31m' AS \"a\tb\", NULL"]);
    assert!(run.stdout.contains("\\u{1b}[31m") && run.stdout.contains("NULL"), "{}", run.stdout);
    assert!(run.stdout.ends_with("\n1 row\n"));
}

#[test]
fn the_database_is_found_from_below() {
    let sandbox = indexed();
    let run = sandbox.run_in("p", &["query", "SELECT count(*) n FROM files", "--format", "csv"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "n\n2\n"), "{run:?}");
    let named = sandbox.run_in("p", &["query", "SELECT 1 n", "--db", "../.aud/index.db", "--format", "csv"]);
    assert_eq!((named.status, named.stdout.as_str()), (0, "n\n1\n"), "{named:?}");
}

#[test]
fn what_can_not_be_asked_is_said() {
    let sandbox = indexed();
    let check = |arguments: &[&str], status: i32, parts: &[&str]| {
        let run = sandbox.run(&[&["query"], arguments].concat());
        assert_eq!((run.status, run.stdout.as_str()), (status, ""), "{arguments:?}: {run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check(&["SELECT * FROM fils"], 2, &["no such table: fils", "did you mean `files`?"]);
    check(&["SELECT * FROM zebra"], 2, &["no such table: zebra", "sqlite_schema"]);
    check(&["SELECT line_cont FROM files"], 2, &["no such column: line_cont", "`line_count`"]);
    check(&["SELECT f.shaa256 FROM files f"], 2, &["no such column: f.shaa256", "`sha256`"]);
    check(&["SELEKT 1"], 2, &["near \"SELEKT\": syntax error, in column 1"]);
    check(&["SELECT 1; SELECT 2"], 2, &["one statement"]);
    check(&["DELETE FROM files"], 2, &["SELECT"]);
    check(&["INSERT INTO files SELECT * FROM files RETURNING 1"], 2, &["only read"]);
    for sql in [
        "ATTACH 'x.db' AS x",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema",
        "VACUUM INTO 'copy.db'",
        "CREATE TEMP TABLE t (a)",
        "BEGIN",
        "DELETE FROM files RETURNING 1",
    ] {
        check(&[sql], 2, &["the database is only read here", "write a SELECT"]);
    }
    check(&["SELECT load_extension('x')"], 2, &["not authorized to use function: load_extension"]);
    check(&["SELECT writefile('x', 'y')"], 2, &["no such function: writefile"]);
    check(&["SELECT length(zeroblob(1000000000))"], 2, &["too big"]);
    check(&["SELECT length(printf('%.*c', 1000000000, 'x'))"], 2, &["too big"]);
    check(&[""], 2, &["gives no rows"]);
    check(&["SELECT abs(-9223372036854775808)"], 2, &["integer overflow"]);
    check(&["SELECT 1", "--db", "gone.db"], 2, &["no database `gone.db`", "aud-rules index --db gone.db"]);
    check(&["SELECT 1", "--db", "a.py"], 3, &["`a.py` can not be read as a database"]);
    let elsewhere = Sandbox::with(&[]);
    let run = elsewhere.run(&["query", "SELECT 1"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("aud-rules index") && run.stderr.contains("--db FILE"), "{}", run.stderr);
}

#[test]
fn the_schema_may_be_asked() {
    let sandbox = indexed();
    for sql in ["PRAGMA table_info(files)", "SELECT * FROM pragma_table_info('files')", "SELECT * FROM sqlite_schema"] {
        let run = sandbox.run(&["query", sql, "--format", "csv"]);
        assert_eq!(run.status, 0, "{sql}: {run:?}");
        assert!(run.stdout.contains("line_count"), "{sql}: {}", run.stdout);
    }
}

#[test]
fn a_reader_may_leave_early() {
    let sandbox = indexed();
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000) SELECT i FROM n";
    for format in ["csv", "json"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_aud-rules"))
            .args(["query", endless, "--format", format])
            .current_dir(sandbox.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        reader.read_line(&mut String::new()).unwrap();
        drop(reader);
        let ended = child.wait_with_output().unwrap();
        assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}
