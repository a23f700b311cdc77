//! Databases that are begun, published, changed, given up, and the files around them.

use std::fs::{self, File};

use std::sync::LazyLock;

use aud_rules_plan::{Column, ColumnType, Declared, RuleId, Table, TableId};

use super::*;
use crate::input::errors::{ErrorStage, FileError};
use crate::rules::file_state::FileState;
use crate::rules::offsets::Offsets;
use crate::segment::FileRow;
use crate::segment::facts::{Cell, Rows};
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::Constants;

/// One table and no rule.
struct Facts;

impl Matcher for Facts {
    fn declared(&self) -> &Declared {
        static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
            let columns = vec![Column::new("line", ColumnType::Int), Column::new("scope", ColumnType::Text)];
            let tables = vec![Table::new("facts", columns)];
            Declared {
                files: Vec::new(),
                tables,
                rules: Vec::new(),
                views: Vec::new(),
                kinds: Vec::new(),
                problems: Vec::new(),
            }
        });
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn is_wanted(&self, _: Kind) -> bool {
        false
    }

    fn constants(&self) -> Constants {
        Constants::NONE
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn visit(&self, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn run(&self, _: RuleId, _: &FileState<'_>, _: &Offsets, _: NodeId) {}

    fn is_wanted_by(&self, _: RuleId, _: Kind) -> bool {
        false
    }
}

/// A directory with the path of a database in it.
struct Place {
    directory: tempfile::TempDir,
    enabled: RuleSet,
}

impl Place {
    fn new() -> Self {
        Place { directory: tempfile::tempdir().unwrap(), enabled: RuleSet::new(0, |_| true) }
    }

    fn path(&self) -> PathBuf {
        self.directory.path().join("facts.db")
    }

    fn claim(&self) -> Claim {
        Claim::take(&self.path(), |holder| panic!("{holder} is at work")).unwrap()
    }

    fn contents<'i>(&'i self, settings: &'i str) -> Contents<'i> {
        Contents { matcher: &Facts, enabled: &self.enabled, settings, blank: None }
    }

    /// Makes a database with these files, each with rows of these scopes.
    fn make(&self, files: &[(&str, &[&str])]) {
        let claim = self.claim();
        let store = Store::create(&claim, self.contents("")).unwrap();
        let mut session = store.begin().unwrap();
        session.place(files.iter().map(|(file, _)| *file)).unwrap();
        files.iter().for_each(|(file, scopes)| replace(&mut session, file, scopes));
        assert!(session.commit().unwrap());
        store.publish().unwrap();
    }

    /// Changes the database in place; whether it was touched.
    fn change(&self, change: impl FnOnce(&mut Session<'_>)) -> bool {
        let claim = self.claim();
        let store = Store::open(&claim, self.contents("")).unwrap().unwrap();
        let mut session = store.begin().unwrap();
        change(&mut session);
        let is_changed = session.commit().unwrap();
        store.publish().unwrap();
        is_changed
    }

    fn query(&self, sql: &str) -> Vec<String> {
        let connection = open_to_read(&self.path()).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// All that people see, and what they do not see but would if it were wrong.
    fn all(&self) -> Vec<String> {
        self.query(
            "SELECT file || ':' || line || ' ' || scope FROM facts
             UNION ALL SELECT file || ' ' || error_count FROM files
             UNION ALL SELECT file || ' ' || message FROM extraction_errors
             UNION ALL SELECT 'scopes ' || count(*) FROM _scopes
             UNION ALL SELECT tbl || ' ' || stat FROM sqlite_stat1",
        )
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.directory.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Gives a file a row for each scope, and an error for each scope that is called `bad`.
fn replace(session: &mut Session<'_>, file: &str, scopes: &[&str]) {
    let mut rows = Rows::default();
    for (line, scope) in (1..).zip(scopes) {
        rows.push(TableId::at(0), RuleId::at(0), [Cell::Int(line), Cell::Text(scope)]);
    }
    let bad = scopes.iter().filter(|scope| **scope == "bad");
    let errors: Vec<FileError> = bad.map(|_| FileError::of_file(ErrorStage::Rule, "bad".to_owned())).collect();
    session.replace_file(&file_row(file), &errors, rows.iter()).unwrap();
}

fn file_row(file: &str) -> FileRow {
    FileRow { file: file.to_owned(), ..FileRow::default() }
}

#[test]
fn a_database_appears_when_it_is_published() {
    let place = Place::new();
    let claim = place.claim();
    let store = Store::create(&claim, place.contents("")).unwrap();
    assert!(!place.path().exists());
    store.publish().unwrap();
    drop(claim);
    assert_eq!(place.files(), ["facts.db"]);
    let connection = Connection::open(place.path()).unwrap();
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0)).unwrap();
    assert_eq!((pragma("application_id"), pragma("user_version")), (APPLICATION_ID, SCHEMA_VERSION));
}

#[test]
fn a_database_that_is_given_up_leaves_nothing() {
    let place = Place::new();
    drop(Store::create(&place.claim(), place.contents("")).unwrap());
    assert_eq!(place.files(), [""; 0]);
    place.make(&[("a.py", &["f"])]);
    let before = fs::read(place.path()).unwrap();
    drop(Store::create(&place.claim(), place.contents("")).unwrap());
    let claim = place.claim();
    let store = Store::open(&claim, place.contents("")).unwrap().unwrap();
    replace(&mut store.begin().unwrap(), "a.py", &["g", "g"]);
    drop(store);
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_changed_database_is_as_if_made_anew() {
    let check = |before: &[(&str, &[&str])], change: fn(&mut Session<'_>), after: &[(&str, &[&str])]| {
        let (changed, fresh) = (Place::new(), Place::new());
        changed.make(before);
        assert!(changed.change(change));
        fresh.make(after);
        assert_eq!(changed.all(), fresh.all());
    };
    let two: &[(&str, &[&str])] = &[("a.py", &["f", "g", "f"]), ("c.py", &["f", "bad"])];
    check(two, |s| replace(s, "a.py", &["bad"]), &[("a.py", &["bad"]), ("c.py", &["f", "bad"])]);
    check(two, |s| replace(s, "c.py", &[]), &[("a.py", &["f", "g", "f"]), ("c.py", &[])]);
    check(two, |s| assert!(s.remove_file("c.py").unwrap().is_some()), &[("a.py", &["f", "g", "f"])]);
    check(
        two,
        |s| {
            s.place(["_.py", "a.py", "b.py", "b/x.py", "d.py"]).unwrap();
            ["d.py", "b/x.py", "_.py", "b.py"].iter().for_each(|file| replace(s, file, &["h"]));
        },
        &[
            ("_.py", &["h"]),
            ("a.py", &["f", "g", "f"]),
            ("b.py", &["h"]),
            ("b/x.py", &["h"]),
            ("c.py", &["f", "bad"]),
            ("d.py", &["h"]),
        ],
    );
    check(
        two,
        |s| {
            let error = FileError::of_file(ErrorStage::Find, "a link".to_owned());
            s.set_path_errors(&[("c.py", &error), ("z", &error)]).unwrap();
            s.set_path_errors(&[]).unwrap();
        },
        two,
    );
}

#[test]
fn nothing_changed_is_nothing_written() {
    let place = Place::new();
    place.make(&[("a.py", &["f"])]);
    let before = fs::read(place.path()).unwrap();
    assert!(!place.change(|session| {
        session.place(["a.py"]).unwrap();
        assert_eq!(session.remove_file("b.py").unwrap(), None);
    }));
    assert!(fs::read(place.path()).unwrap() == before);
    assert!(place.change(|session| replace(session, "a.py", &["f", "g"])));
    assert!(fs::read(place.path()).unwrap() != before);
}

#[test]
fn a_full_gap_asks_for_a_new_database() {
    let place = Place::new();
    place.make(&[("a.py", &["f"]), ("b.py", &["f"])]);
    let before = place.all();
    let claim = place.claim();
    let store = Store::open(&claim, place.contents("")).unwrap().unwrap();
    let mut session = store.begin().unwrap();
    let outcome = (0..100).try_for_each(|n| {
        let file = format!("a/{n:03}.py");
        session.replace_file(&file_row(&file), &[], Rows::default().iter())
    });
    assert!(matches!(outcome, Err(StoreError::NoRoom)), "{outcome:?}");
    drop(session);
    assert_eq!(place.all(), before);
}

#[test]
fn a_database_of_other_rules_is_made_anew() {
    let place = Place::new();
    let opens = |hash: &str| Store::open(&place.claim(), place.contents(hash)).unwrap().is_some();
    assert!(!opens(""), "there is none");
    place.make(&[("a.py", &["f"])]);
    assert!(opens(""));
    assert!(!opens("other"));
    let whole = fs::read(place.path()).unwrap();
    fs::write(place.path(), &whole[..whole.len() / 2]).unwrap();
    assert!(!opens(""), "half of it");
}

#[test]
fn a_full_disk_leaves_the_old_database() {
    let place = Place::new();
    place.make(&[("a.py", &["f"])]);
    let before = place.all();
    let claim = place.claim();
    let long = "scope".repeat(100_000);
    for store in
        [Store::open(&claim, place.contents("")).unwrap().unwrap(), Store::create(&claim, place.contents("")).unwrap()]
    {
        store.connection.execute_batch("PRAGMA max_page_count = 40").unwrap();
        let mut session = store.begin().unwrap();
        let mut rows = Rows::default();
        rows.push(TableId::at(0), RuleId::at(0), [Cell::Int(1), Cell::Text(&long)]);
        let full = session.replace_file(&file_row("b.py"), &[], rows.iter()).unwrap_err();
        assert_eq!(full.to_string(), "adding a row to `facts`: database or disk is full");
        drop(session);
        drop(store);
        assert_eq!(place.all(), before);
    }
}

#[test]
fn temporary_files_of_killed_runs_are_removed() {
    let place = Place::new();
    for name in [".facts.db.killed.tmp", ".other.db.killed.tmp", ".facts.db.lock"] {
        File::create(place.directory.path().join(name)).unwrap();
    }
    drop(place.claim());
    assert_eq!(place.files(), [".other.db.killed.tmp"]);
}

#[test]
fn one_process_writes_at_a_time() {
    let place = Place::new();
    let claim = place.claim();
    let (told, holder) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let path = place.path();
        let second = scope.spawn(move || Claim::take(&path, |holder| told.send(holder.to_owned()).unwrap()).map(drop));
        assert_eq!(holder.recv().unwrap(), format!("process {}", std::process::id()));
        drop(claim);
        second.join().unwrap().unwrap();
    });
    assert_eq!(place.files(), [""; 0]);
}

#[test]
fn journals_of_the_old_database_go_with_it() {
    let place = Place::new();
    for name in ["facts.db-journal", "facts.db-wal", "facts.db-shm", "facts.db-notes"] {
        File::create(place.directory.path().join(name)).unwrap();
    }
    place.make(&[]);
    assert_eq!(place.files(), ["facts.db", "facts.db-notes"]);
}

#[cfg(unix)]
#[test]
fn the_database_has_the_permissions_of_an_ordinary_file() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    place.make(&[]);
    File::create(place.directory.path().join("ordinary")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&place.path()), mode(&place.directory.path().join("ordinary")));
}

#[test]
fn only_our_databases_and_empty_files_are_replaced() {
    let place = Place::new();
    let check = |content: &[u8], is_replaced: bool| {
        fs::write(place.path(), content).unwrap();
        let claim = Claim::take(&place.path(), |_| {});
        assert_eq!(claim.is_ok(), is_replaced, "{:?}", claim.err());
        assert_eq!(fs::read(place.path()).unwrap(), content);
    };
    check(b"", true);
    check(b"text", false);
    let mut header = b"SQLite format 3\0".to_vec();
    header.resize(100, 0);
    check(&header, false);
    header[68..72].copy_from_slice(&APPLICATION_ID.to_be_bytes());
    check(&header, true);
}

#[test]
fn what_people_see_of_the_system_tables_is_documented() {
    let views = SYSTEM_SCHEMA.split("\n\n").filter(|block| block.contains("CREATE TABLE "));
    for block in views {
        let (comment, statements) = block.split_at(block.find("CREATE TABLE ").unwrap());
        assert!(comment.trim_end().ends_with('.'), "no doc comment: {statements}");
        let shown = &statements[statements.find("CREATE VIEW ").unwrap_or(0)..];
        for line in shown.lines().filter(|line| line.starts_with("    ") && !line.contains("PRIMARY KEY (")) {
            assert!(line.ends_with('.') || line.contains("(SELECT"), "no doc comment: {line}");
        }
    }
}
