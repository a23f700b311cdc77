//! The row types read back what the engine has written, and write it again.

use std::fs;
use std::path::Path;

use aud_rules_catalogue::Catalogue;
use aud_rules_catalogue::rows::PythonFlaskHooks;
use aud_rules_plan::schema::table_ddl;
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::rows::Row;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{Indexer, Quiet};
use aud_rules_runtime::rusqlite::Connection;

const APP: &str = "import flask
app = flask.Flask(__name__)

@app.before_request
def load_user(): ...

@app.teardown_request
def close(error): ...
";

#[test]
fn rows_are_typed_and_can_be_copied() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rows");
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("root")).unwrap();
    fs::write(dir.join("root/app.py"), APP).unwrap();
    let discovery = discover(&[dir.join("root")]).unwrap();
    let enabled = RuleSet::new(Catalogue.rules().len(), |_| true);
    let indexer =
        Indexer { matcher: &Catalogue, enabled: &enabled, jobs: 1, limits: Limits::default(), progress: &Quiet };
    indexer.run(&discovery, &dir.join("facts.db")).unwrap();

    let hooks = PythonFlaskHooks::all(&Connection::open(dir.join("facts.db")).unwrap()).unwrap();
    let found: Vec<(&str, i64, &str)> = hooks.iter().map(|row| (&*row.file, row.line, &*row.hook)).collect();
    assert_eq!(found, [("app.py", 5, "before_request"), ("app.py", 8, "teardown_request")]);

    let copy = Connection::open_in_memory().unwrap();
    let table = Catalogue.tables().iter().find(|table| table.name == PythonFlaskHooks::TABLE).unwrap();
    copy.execute_batch(&table_ddl(table)).unwrap();
    hooks.iter().for_each(|row| row.insert(&copy).unwrap());
    assert_eq!(PythonFlaskHooks::all(&copy).unwrap(), hooks);
}
