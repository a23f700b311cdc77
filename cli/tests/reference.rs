//! `aud-rules tables`, `explain`, `completions` and `man`, as they are called from a shell.

mod command;

use command::{Run, Sandbox};
use rusqlite::Connection;
use serde_json::Value;

fn run(arguments: &[&str]) -> Run {
    Sandbox::with(&[]).run(arguments)
}

/// Calls that succeed and whose output has these parts.
fn check(arguments: &[&str], parts: &[&str]) -> String {
    let run = run(arguments);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}: {run:?}");
    for part in parts {
        assert!(run.stdout.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stdout);
    }
    run.stdout
}

/// Calls that ask for something that can not be.
fn refuse(arguments: &[&str], parts: &[&str]) {
    let run = run(arguments);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}: {run:?}");
    for part in parts {
        assert!(run.stderr.contains(part), "{arguments:?}: `{part}` is not in\n{}", run.stderr);
    }
}

#[test]
fn tables_are_listed_and_shown() {
    check(
        &["tables"],
        &["\n  symbols  ", "\n  python_missing_auth  ", "\n  extraction_errors  ", "`aud-rules tables NAME`"],
    );
    check(
        &["tables", "python_sinks"],
        &[
            "python_sinks\n\n",
            "\n  file           text",
            "\n  has_shell      bool?",
            "\nFilled by:\n",
            "sql_sink (security/sinks/sql.rules:",
        ],
    );
    check(&["tables", "python_missing_auth"], &["CREATE VIEW python_missing_auth AS"]);
    check(&["tables", "files"], &["One row for each file", "f.line_count,  -- INTEGER or NULL"]);
    refuse(&["tables", "python_sink"], &["no table or view `python_sink`", "did you mean `python_sinks`"]);
    refuse(&["tables", "orders_of_magnitude"], &["`aud-rules tables` lists all"]);
}

#[test]
fn the_sql_of_all_tables_is_a_schema() {
    let schema = check(&["tables", "--format", "sql"], &[]);
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(&schema).unwrap();
    let listed = check(&["tables"], &[]);
    let count =
        "SELECT count(*) FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '\\_%' ESCAPE '\\'";
    let n_made: u32 = database.query_row(count, [], |row| row.get(0)).unwrap();
    assert_eq!(n_made as usize, listed.lines().filter(|line| line.starts_with("  ")).count());
    check(&["tables", "symbols", "--format", "sql"], &["CREATE TABLE _symbols (", "CREATE VIEW symbols AS"]);
}

#[test]
fn the_json_of_a_table_is_complete() {
    let tables: Value = serde_json::from_str(&check(&["tables", "--format", "json"], &[])).unwrap();
    let kinds = |kind: &str| tables.as_array().unwrap().iter().filter(|table| table["kind"] == kind).count();
    assert!(kinds("table") > 10 && kinds("view") > 1 && kinds("system table") == 10, "{tables}");
    let sinks: Value = serde_json::from_str(&check(&["tables", "python_sinks", "--format", "json"], &[])).unwrap();
    let columns = sinks[0]["columns"].as_array().unwrap();
    let has_shell = columns.iter().find(|column| column["name"] == "has_shell").unwrap();
    assert_eq!((&has_shell["type"], &has_shell["is_optional"]), (&"bool".into(), &true.into()));
    assert!(sinks[0]["rules"].as_array().unwrap().iter().any(|rule| rule["name"] == "sql_sink"));
}

#[test]
fn diagnostics_are_explained() {
    check(&["explain"], &["AR0001  error    the text does not fit the grammar\n", "AR0503  warning  unused"]);
    check(&["explain", "AR0104"], &["AR0104: unknown table (error)\n\n", "\nWrong:\n\n    ", "\nRight:\n\n    "]);
    assert_eq!(check(&["explain", "ar0104"], &[]), check(&["explain", "AR0104"], &[]));
    refuse(&["explain", "AR104"], &["no diagnostic `AR104`", "did you mean `AR0104`"]);
    refuse(&["explain", "everything, please"], &["`aud-rules explain` lists all codes"]);
}

#[test]
fn shells_and_man_know_every_subcommand() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        check(&["completions", shell], &["aud-rules", "explain", "index", "max-file-size"]);
    }
    refuse(&["completions", "csh"], &["invalid value 'csh'", "zsh"]);
    check(
        &["man"],
        &[
            ".TH aud-rules 1",
            "AUD\\-RULES INDEX\n",
            "AUD\\-RULES EXPLAIN\n",
            ".SH EXTRA\nExit status:",
            "\\-\\-max\\-file\\-size",
        ],
    );
}
