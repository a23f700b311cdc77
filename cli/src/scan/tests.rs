//! Findings that SQL has put into a database, over small Python files, and what is made of them.

mod changed;
mod chosen;
mod configured;
mod forms;
mod sarif_shape;

use std::path::{Path, PathBuf};

use aud_rules_plan::schema::SYSTEM_SCHEMA;
use aud_rules_plan::{Detection, Problem, RuleLine, Severity};
use rusqlite::Connection;

use super::Scanned;
use super::choose::{Choice, Chosen, choose};
use super::load::{load_files, load_findings};
use super::problems::Problems;
use super::selection::Selection;
use super::sources::Sources;
use super::suppression::Honored;

/// The problems that the tests speak of.
fn problems() -> Problems {
    let problem = |name: &str, severity, tags: &[&str], doc: &str, help: &str| Problem {
        name: name.to_owned(),
        doc: doc.to_owned(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        severity,
        detection: Detection::Rule,
        message: String::new(),
        help: help.to_owned(),
        at: RuleLine::default(),
    };
    let help_of_sql =
        "Pass the data as a parameter of the query:\n\n```python\nexecute(\"... WHERE name = ?\", [name])\n```";
    Problems::new(&[
        problem(
            "sql_injection",
            Severity::High,
            &["CWE-89", "A03:2021", "injection"],
            "Data becomes SQL.\n\nWhoever sends it decides what the database does.",
            help_of_sql,
        ),
        problem(
            "command_injection",
            Severity::Critical,
            &["CWE-78", "A03:2021", "injection"],
            "Data becomes a command.",
            "Call the program without a shell.",
        ),
        problem("debug_mode", Severity::Low, &["CWE-489", "A05:2021"], "The debug mode is on.", ""),
        problem("hard_coded_secret", Severity::Medium, &["CWE-798", "A07:2021"], "A secret stands in the code.", ""),
    ])
}

/// Where the Python files of the tests lie.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scan/tests/project")
}

/// A database with the findings of the tests.
fn database() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(SYSTEM_SCHEMA).unwrap();
    connection.execute_batch(include_str!("tests/findings.sql")).unwrap();
    connection
}

fn sources() -> Sources {
    Sources::new("", |path| std::fs::read_to_string(project().join(path)).ok())
}

/// Everything is selected.
fn selects_all() -> Selection {
    let names = problems().all().iter().map(|problem| problem.name.clone()).collect();
    Selection { problems: names, ..Selection::default() }
}

fn chosen(selection: &Selection, honored: Honored) -> Chosen {
    let database = database();
    let (findings, files) = (load_findings(&database).unwrap(), load_files(&database).unwrap());
    choose(findings, &files, &Choice { selection, honored, below: "" }, &problems(), &sources())
}

/// What a scan of the project gives.
fn scanned() -> Scanned {
    let findings = chosen(&selects_all(), Honored::default()).findings;
    Scanned { findings, problems: problems(), sources: sources() }
}
