//! Writers that are killed: their locks and temporary files go, and the database stays as it was.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use aud_rules_runtime::output::sqlite::{Claim, Contents, Store, open_to_read};
use aud_rules_runtime::rules::matcher::{NoRules, RuleSet};
use aud_rules_runtime::segment::FileRow;

/// Names the database to the process that is going to be killed.
const DATABASE: &str = "AUD_RULES_TEST_DATABASE";

/// What that process says when it is in the middle of its work.
const READY: &str = "ready to be killed";

/// Adds a file to the database at `path`, which is made if it is not there, and calls `before_end` before that is kept.
fn write(path: &Path, file: &str, is_new: bool, before_end: impl FnOnce()) {
    let enabled = RuleSet::new(0, |_| true);
    let contents = Contents { matcher: &NoRules, enabled: &enabled, settings: "", blank: None };
    let claim = Claim::take(path, |holder| panic!("{holder} is at work")).unwrap();
    let opened = if is_new { None } else { Store::open(&claim, contents).unwrap() };
    let store = opened.unwrap_or_else(|| Store::create(&claim, contents).unwrap());
    let mut session = store.begin().unwrap();
    let row = FileRow { file: file.to_owned(), ..FileRow::default() };
    session.replace_file(&row, &[], []).unwrap();
    before_end();
    session.commit().unwrap();
    store.publish().unwrap();
}

/// The process that is killed: it does nothing unless the other test runs it.
#[test]
fn victim() {
    let Some(path) = std::env::var_os(DATABASE).map(PathBuf::from) else { return };
    let is_new = std::env::var_os("AUD_RULES_TEST_IS_NEW").is_some();
    write(&path, "b.py", is_new, || {
        println!("\n{READY}");
        // Until it is killed, or nobody is there any more who could.
        let _ = std::io::stdin().lines().next();
        std::process::exit(1);
    });
}

#[test]
fn a_killed_writer_leaves_the_database_as_it_was() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    write(&path, "a.py", true, || {});
    for is_new in [true, false] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "victim", "--nocapture"]).env(DATABASE, &path);
        if is_new {
            command.env("AUD_RULES_TEST_IS_NEW", "1");
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line == READY), "the process ended early");
        child.kill().unwrap();
        child.wait().unwrap();
        let files = "SELECT group_concat(file) FROM files";
        let seen: String = open_to_read(&path).unwrap().query_row(files, [], |row| row.get(0)).unwrap();
        assert_eq!(seen, "a.py", "new: {is_new}");
        drop(Claim::take(&path, |holder| panic!("{holder} is dead")).unwrap());
        let left: Vec<_> = directory.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let left: Vec<_> = left.iter().filter(|name| !name.to_string_lossy().ends_with("-journal")).collect();
        assert_eq!(left, ["facts.db"], "new: {is_new}");
    }
    write(&path, "b.py", false, || {});
    let seen: String =
        open_to_read(&path).unwrap().query_row("SELECT group_concat(file) FROM files", [], |row| row.get(0)).unwrap();
    assert_eq!(seen, "a.py,b.py");
}
