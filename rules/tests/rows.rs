//! The row types read back what the engine has written.

use std::fs;
use std::path::Path;

use aud_rules_catalogue::Catalogue;
use aud_rules_catalogue::rows::{PythonFlaskHooks, Tables};
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::rows::{Database, RowIter};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};

const APP: &str = "import flask
app = flask.Flask(__name__)

@app.before_request
def load_user(): ...

@app.teardown_request
def close(error): ...
";

#[test]
fn rows_are_typed_and_read_one_by_one() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rows");
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("root/site")).unwrap();
    fs::write(dir.join("root/app.py"), APP).unwrap();
    fs::write(dir.join("root/site/app.py"), APP).unwrap();
    let discovery = discover(&[dir.join("root")]).unwrap();
    let enabled = RuleSet::new(Catalogue.rules().len(), |_| true);
    let indexer = Indexer {
        matcher: &Catalogue,
        enabled: &enabled,
        jobs: 1,
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
        finds: true,
        blank: None,
    };
    indexer.run(&discovery, &dir.join("facts.db")).unwrap();

    let database = Database::open(&dir.join("facts.db")).unwrap();
    let found = |rows: RowIter<'_, PythonFlaskHooks>| -> Vec<(String, i64, String)> {
        rows.map(|row| row.unwrap()).map(|row| (row.file, row.line, row.hook)).collect()
    };
    let row = |file: &str, line, hook: &str| (file.to_owned(), line, hook.to_owned());
    let mut hooks = database.python_flask_hooks().unwrap();
    let app = [row("app.py", 5, "before_request"), row("app.py", 8, "teardown_request")];
    let site = [row("site/app.py", 5, "before_request"), row("site/app.py", 8, "teardown_request")];
    assert_eq!(found(hooks.all().unwrap()), [app.clone(), site.clone()].concat());
    assert_eq!(found(hooks.in_file("app.py").unwrap()), app);
    assert_eq!(found(hooks.in_file("site/app.py").unwrap()), site);
    assert_eq!(found(hooks.in_file("site").unwrap()), []);
    let first = database.calls().unwrap().all().unwrap().next().unwrap().unwrap();
    assert_eq!((first.callee.as_str(), first.scope.as_str()), ("flask.Flask", "<module>"));
}
