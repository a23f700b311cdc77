//! A database that is brought up to date holds what a new one would: after any edits, row for row and in the same order.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use aud_rules_catalogue::{Catalogue, LIBRARY_FILES};
use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::open_to_read;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::run::{Indexer, Quiet, Reuse, Summary};
use proptest::prelude::*;
use rusqlite::types::Value;

/// Files that come and go: packages with and without their `__init__`, two modules of one name, a script.
const PATHS: &[&str] = &[
    "app.py",
    "core/__init__.py",
    "core/base.py",
    "core/models.py",
    "core/models.pyi",
    "shop/__init__.py",
    "shop/models.py",
    "shop/views.py",
    "src/core.py",
    "tests/base.py",
    "tests/use.py",
    "vendor/shop/__init__.py",
];

/// Texts that lead from file to file: bases, re-exports, star imports, `__all__`, aliases, and what is asked of them.
const TEXTS: &[&str] = &[
    "",
    "import core\nfrom core import *\ncore.run('x')\nstart('y')\n",
    "from .base import Base\nfrom subprocess import run as start\n__all__ = ['Base', 'start']\n",
    "from subprocess import run, call\nclass Base:\n    def save(self): return self\n    def drop(self): self.save()\n",
    "from django.db import models\nclass Base(models.Model):\n    name = models.CharField(max_length=3)\n",
    "from core.base import Base\nclass Item(Base):\n    def save(self): return super().save()\n",
    "from core import Base as B\nclass Item(B):\n    pass\nitem = Item()\nitem.save()\n",
    "from shop.models import Item\nclass Sub(Item):\n    def go(self): self.drop()\nSub().save()\n",
    "from flask import Flask\nfrom core import start\napp = Flask(__name__)\n@app.route('/a')\ndef a():\n    start('ls', shell=True)\n",
    "from app import app\n@app.route('/b')\ndef b():\n    return a()\n",
    "from core.models import *\nclass Mine(Item): pass\nMine().save()\n",
    "import shop.models as m, subprocess\nm.Item().save()\nsubprocess.run(m.Item.name, shell=True)\n",
    "def broken(:\n    pass\nimport os\nos.system('x')\n",
    "from . import models\nfrom .. import core\nmodels.Item()\ncore.Base().drop()\n",
];

static LIBRARIES: LazyLock<Libraries> = LazyLock::new(|| {
    let stubs = LIBRARY_FILES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned()));
    Libraries::new(stubs, Box::new(graph_of_stub))
});

#[derive(Clone, Debug)]
enum Edit {
    Write { path: usize, text: usize },
    Remove { path: usize },
    Rename { from: usize, to: usize },
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..PATHS.len();
    prop_oneof![
        6 => (path.clone(), 0..TEXTS.len()).prop_map(|(path, text)| Edit::Write { path, text }),
        2 => path.clone().prop_map(|path| Edit::Remove { path }),
        2 => (path.clone(), path).prop_map(|(from, to)| Edit::Rename { from, to }),
    ]
}

/// Times long ago, each a second behind the one before.
fn times() -> impl Iterator<Item = SystemTime> {
    let first = SystemTime::now() - Duration::from_secs(36_000);
    (0..).map(move |n| first + Duration::from_secs(n))
}

/// Does it; a file that is written is said to be from that time. One that was just written would be read by every run, since it
/// may be written again without a new time.
fn apply(root: &Path, edit: &Edit, time: SystemTime) {
    let at = |path: usize| root.join(PATHS[path]);
    let make_room = |path: usize| fs::create_dir_all(at(path).parent().unwrap()).unwrap();
    match *edit {
        Edit::Write { path, text } => {
            make_room(path);
            fs::write(at(path), TEXTS[text]).unwrap();
            fs::File::options().write(true).open(at(path)).unwrap().set_modified(time).unwrap();
        }
        // What is not there can not be removed or renamed, and need not be.
        Edit::Remove { path } => drop(fs::remove_file(at(path))),
        Edit::Rename { from, to } => {
            make_room(to);
            drop(fs::rename(at(from), at(to)));
        }
    }
}

fn index(root: &Path, database: &Path, jobs: usize, reuse: Reuse) -> Summary {
    let enabled = RuleSet::new(Catalogue.rules().len(), |_| true);
    let indexer = Indexer {
        matcher: &Catalogue,
        enabled: &enabled,
        jobs,
        limits: Limits::default(),
        libraries: &LIBRARIES,
        reuse,
        progress: &Quiet,
        finds: true,
        blank: None,
    };
    indexer.run(&discover(&[root.to_owned()]).unwrap(), database).unwrap()
}

/// Every row of every table, in the order in which the database gives them; measures and the cache left out, since they
/// tell how a run went.
fn dump(database: &Path) -> Vec<String> {
    let connection = open_to_read(database).unwrap();
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'view' AND name NOT LIKE 'extraction_cache' ORDER BY name";
    let names: Vec<String> =
        connection.prepare(tables).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(names.len() > 20, "{names:?}");
    let mut lines = Vec::new();
    for name in names {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let n_columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> =
                (0..n_columns).map(|at| format!("{:?}", row.get::<_, Value>(at).unwrap())).collect();
            lines.push(format!("{name}: {}", cells.join(" | ")));
        }
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_it_is_as_new(steps in proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 1..6)) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("project");
        fs::create_dir(&root).unwrap();
        let mut times = times();
        let written = (0..PATHS.len()).step_by(2).map(|path| Edit::Write { path, text: path % TEXTS.len() });
        written.zip(&mut times).for_each(|(edit, time)| apply(&root, &edit, time));
        let (kept, new) = (folder.path().join("kept.db"), folder.path().join("new.db"));
        index(&root, &kept, 2, Reuse::Unchanged);
        for (at, edits) in steps.iter().enumerate() {
            edits.iter().zip(&mut times).for_each(|(edit, time)| apply(&root, edit, time));
            let updated = index(&root, &kept, 1 + at % 3, Reuse::Unchanged);
            let fresh = index(&root, &new, 1, Reuse::Nothing);
            let (kept, new) = (dump(&kept), dump(&new));
            let first = kept.iter().zip(&new).position(|(kept, new)| kept != new).unwrap_or(kept.len().min(new.len()));
            prop_assert_eq!(kept.get(first), new.get(first), "after {:?}, row {}", edits, first);
            prop_assert_eq!(updated.tables, fresh.tables);
            prop_assert_eq!(updated.rules, fresh.rules);
            prop_assert_eq!(updated.error_counts, fresh.error_counts);
        }
    }
}

/// Nothing changed: not a byte of the database or of the segments.
#[test]
fn nothing_is_written_when_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("project");
    fs::create_dir(&root).unwrap();
    (0..PATHS.len()).zip(times()).for_each(|(path, time)| apply(&root, &Edit::Write { path, text: path }, time));
    let database = folder.path().join("index.db");
    index(&root, &database, 2, Reuse::Unchanged);
    let state = || (fs::read(&database).unwrap(), fs::read(folder.path().join("index.segments")).unwrap());
    for reuse in [Reuse::Verified, Reuse::Unchanged] {
        let before = state();
        let summary = index(&root, &database, 2, reuse);
        assert_eq!(summary.n_examined, 0);
        assert!(state() == before, "{reuse:?}");
    }
}
