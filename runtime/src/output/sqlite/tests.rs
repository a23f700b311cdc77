//! Databases that are begun, published, given up, and the files around them.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use super::*;

fn files_in(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_database_appears_when_it_is_published() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    let store = Store::create(&path).unwrap();
    assert!(!path.exists());
    store.run(SYSTEM_SCHEMA, "").unwrap();
    store.publish().unwrap();
    assert_eq!(files_in(directory.path()), ["facts.db"]);
    let connection = Connection::open(&path).unwrap();
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0)).unwrap();
    assert_eq!((pragma("application_id"), pragma("user_version")), (APPLICATION_ID, SCHEMA_VERSION));
}

#[test]
fn a_database_that_is_given_up_leaves_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    drop(Store::create(&path).unwrap());
    assert_eq!(files_in(directory.path()), [""; 0]);
    Store::create(&path).unwrap().publish().unwrap();
    let before = fs::read(&path).unwrap();
    let store = Store::create(&path).unwrap();
    store.run(SYSTEM_SCHEMA, "").unwrap();
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn temporary_files_of_killed_runs_are_removed() {
    let directory = tempfile::tempdir().unwrap();
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    let old_file = |name: &str| {
        let file = File::create(directory.path().join(name)).unwrap();
        file.set_modified(hour_ago).unwrap();
        file
    };
    drop(old_file(".facts.db.killed.tmp"));
    drop(old_file(".other.db.killed.tmp"));
    let at_work = old_file(".facts.db.working.tmp");
    at_work.try_lock().unwrap();
    File::create(directory.path().join(".facts.db.young.tmp")).unwrap();
    Store::create(&directory.path().join("facts.db")).unwrap().publish().unwrap();
    let left = [".facts.db.working.tmp", ".facts.db.young.tmp", ".other.db.killed.tmp", "facts.db"];
    assert_eq!(files_in(directory.path()), left);
}

#[test]
fn journals_of_the_old_database_go_with_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    for name in ["facts.db-journal", "facts.db-wal", "facts.db-shm", "facts.db-notes"] {
        File::create(directory.path().join(name)).unwrap();
    }
    Store::create(&path).unwrap().publish().unwrap();
    assert_eq!(files_in(directory.path()), ["facts.db", "facts.db-notes"]);
}

#[cfg(unix)]
#[test]
fn the_database_has_the_permissions_of_an_ordinary_file() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    Store::create(&path).unwrap().publish().unwrap();
    File::create(directory.path().join("ordinary")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&path), mode(&directory.path().join("ordinary")));
}

#[test]
fn only_our_databases_and_empty_files_are_replaced() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("facts.db");
    let check = |content: &[u8], is_replaced: bool| {
        fs::write(&path, content).unwrap();
        let store = Store::create(&path);
        assert_eq!(store.is_ok(), is_replaced, "{:?}", store.err());
        assert_eq!(fs::read(&path).unwrap(), content);
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
fn every_column_of_the_system_tables_is_documented() {
    for line in SYSTEM_SCHEMA.lines().filter(|line| line.starts_with("    ")) {
        let (column, doc) = line.split_once("--").unwrap_or((line, ""));
        assert!(doc.trim().ends_with('.'), "no doc comment: {column}");
    }
    let tables = SYSTEM_SCHEMA.matches("CREATE TABLE").count();
    assert_eq!((tables, SYSTEM_SCHEMA.matches(".\nCREATE TABLE").count()), (4, 4), "each table has a doc comment");
}
