//! What is called under another name than the one that rules ask for is found all the same: by any number of threads, and
//! after any edits.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::open_to_read;
use aud_rules_runtime::plan::{Column, ColumnType, Declared, NamesId, RuleHead, RuleId, Stage, Table, TableId};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::dispatch::{By, Decision, KeyTable};
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::rules::names;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::prim;
use aud_rules_runtime::rules::run::{IntoValue, Run};
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{Constants, NameSet, Value};

static ASKED: NameSet =
    NameSet::new(&["os.popen", "os.system", "subprocess.call", "subprocess.check_output", "subprocess.run"]);

static ALL_ASKED: &[&NameSet] = &[&ASKED];

static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
    let text = |name| Column::new(name, ColumnType::Text).optional();
    let columns = vec![Column::new("line", ColumnType::Int), text("callee"), text("command"), text("shell")];
    Declared {
        tables: vec![Table::new("commands", columns)],
        rules: vec![RuleHead { stage: Stage::Project, ..RuleHead::new("command", TableId(0)) }],
        ..Declared::default()
    }
});

const CALLED: Decision<'_> = Decision {
    always: &[],
    keyed: &[KeyTable {
        by: By::Name,
        path: &[|state, node, _| prim::call_callee(state, node).into_value(state)],
        names: &[
            ("call", &[RuleId(0)]),
            ("check_output", &[RuleId(0)]),
            ("popen", &[RuleId(0)]),
            ("run", &[RuleId(0)]),
            ("system", &[RuleId(0)]),
        ],
        all: &[RuleId(0)],
    }],
};

/// One rule: a call of a function that starts a program, with its first argument and its keyword `shell`. As in compiled
/// rules, a call is looked at only where one of these names leads to it.
struct Commands;

impl Matcher for Commands {
    fn declared(&self) -> &Declared {
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn constants(&self) -> Constants {
        Constants { names: ALL_ASKED, ..Constants::NONE }
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        kind == Kind::Call
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        CALLED.each_due(state, node, |rule| self.run(rule, state, offsets, node));
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        let Some(run) = Run::begin(state, offsets, rule, node) else { return };
        let Some(callee) = prim::call_callee(state, node) else { return };
        if run.holds(run.ask(names::is, Value::Node(callee), NamesId(0))) {
            let text = |node: Option<NodeId>| node.and_then(|node| prim::node_text(state, node)).into_value(state);
            let (command, shell) =
                (prim::call_arg(state, node, Some(0)), prim::call_keyword(state, node, Some("shell")));
            run.emit(&[state.tree().line(node).into(), names::qualified(state, callee), text(command), text(shell)]);
        }
    }

    fn is_wanted_by(&self, _: RuleId, kind: Kind) -> bool {
        self.is_wanted(kind)
    }
}

/// A project on disk and its database.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Project { folder };
        files.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join("root").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The rows after indexing into the database of that name.
    fn index(&self, database: &str, jobs: usize, reuse: Reuse) -> Vec<String> {
        let enabled = RuleSet::new(1, |_| true);
        let indexer = Indexer {
            matcher: &Commands,
            enabled: &enabled,
            jobs,
            limits: Limits::default(),
            libraries: Libraries::none(),
            reuse,
            progress: &Quiet,
            finds: true,
            blank: None,
        };
        let database = self.folder.path().join(database);
        indexer.run(&discover(&[self.folder.path().join("root")]).unwrap(), &database).unwrap();
        rows(&database)
    }
}

fn rows(database: &Path) -> Vec<String> {
    let connection = open_to_read(database).unwrap();
    let edges = "SELECT file, line, caller, callee, callee_file, how FROM call_edges";
    let mut all = Vec::new();
    for sql in ["SELECT file, line, callee, command, shell FROM commands", edges] {
        let mut statement = connection.prepare(sql).unwrap();
        let n_columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cell = |at| match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Null => "-".to_owned(),
                rusqlite::types::ValueRef::Integer(int) => int.to_string(),
                other => other.as_str().unwrap().to_owned(),
            };
            all.push((0..n_columns).map(cell).collect::<Vec<_>>().join(" "));
        }
    }
    all
}

/// Behind each call of `app.py` that is to be found stands `# CALLEE COMMAND SHELL`.
fn check(app: &str, others: &[(&str, &str)]) {
    let project = Project::with(&[&[("app.py", app)], others].concat());
    let expected: BTreeMap<usize, &str> =
        app.lines().enumerate().filter_map(|(at, line)| Some((at + 1, line.split_once("  # ")?.1))).collect();
    let expected: Vec<String> = expected.iter().map(|(line, row)| format!("app.py {line} {row}")).collect();
    let found = project.index("one.db", 1, Reuse::Nothing);
    let commands: Vec<&String> =
        found.iter().filter(|row| row.split(' ').count() == 5 && row.starts_with("app.py")).collect();
    assert_eq!(commands, expected.iter().collect::<Vec<_>>(), "{app}");
    assert_eq!(found, project.index("three.db", 3, Reuse::Nothing), "{app}");
    assert_eq!(found, project.index("one.db", 2, Reuse::Unchanged), "{app}");
}

const CORE: (&str, &str) = ("core.py", "from subprocess import run as start\nimport os\nfire = os.system\n");

#[test]
fn a_name_that_another_file_hands_on_renamed() {
    check(
        "from core import start, fire as f\nimport core\nstart(a, shell=True)  # subprocess.run a True\n\
         core.start(b)  # subprocess.run b -\nf(c)  # os.system c -\ncore.fire(d)  # os.system d -\ncore.other(e)\n",
        &[CORE],
    );
    check(
        "from shop import *\nfrom shop.tools import go\ngo(a)  # subprocess.run a -\nbegin(b)  # subprocess.run b -\n",
        &[
            CORE,
            ("shop/__init__.py", "from core import start as begin\n"),
            ("shop/tools.py", "from . import begin as go\n"),
        ],
    );
}

#[test]
fn functions_that_are_looked_up_by_a_constant() {
    check(
        "import subprocess, importlib\ngetattr(subprocess, 'check_output')(a)  # subprocess.check_output a -\n\
         __import__('os').system(b)  # os.system b -\nimportlib.import_module('os').popen(c)  # os.popen c -\n\
         getattr(subprocess, 'list2cmdline')(d)\ngetattr(subprocess, name)(e)\n",
        &[],
    );
}

#[test]
fn values_that_are_called() {
    check(
        "import os, subprocess\n(subprocess.call if x else subprocess.run)(a)  # subprocess.call a -\n\
         {'x': os.popen}['x'](b)  # os.popen b -\nsubprocess.run(c, **{'shell': True})  # subprocess.run c True\n\
         def later(how):\n    how(d)  # os.system d -\nlater(os.system)\n\
         def which(): return os.popen\nwhich()(e)  # os.popen e -\nprint(f)\n",
        &[],
    );
}

#[test]
fn what_partial_holds_comes_before_what_it_is_called_with() {
    check(
        "import functools, subprocess\np = functools.partial(subprocess.run, shell=True)\np(a)  # subprocess.run a True\n\
         q = functools.partial(subprocess.call, b)\nq(c, shell=d)  # subprocess.call b d\n\
         functools.partial(subprocess.run)(e)  # subprocess.run e -\nfunctools.partial(print, subprocess.run)(f)\n",
        &[],
    );
}

#[test]
fn after_edits_it_is_as_new() {
    let app = ("app.py", "from core import start\nfrom other import go\ndef main(a):\n    start(a)\n    go(a)\n");
    let project = Project::with(&[app, CORE, ("other.py", "import core\ngo = core.start\n")]);
    let both = ["app.py 4 subprocess.run a -", "app.py 5 subprocess.run a -"];
    let commands = |rows: &[String]| -> Vec<String> {
        rows.iter().filter(|row| row.starts_with("app.py") && row.split(' ').count() == 5).cloned().collect()
    };
    let first = project.index("kept.db", 2, Reuse::Unchanged);
    assert_eq!(commands(&first), both);
    for (path, text, expected) in [
        ("core.py", "def start(x): pass\n", &[][..]),
        ("core.py", CORE.1, &both[..]),
        ("other.py", "def go(x): pass\n", &both[..1]),
        ("app.py", "import core\ncore.start(1)\n", &["app.py 2 subprocess.run 1 -"]),
        ("late.py", "import core\n", &["app.py 2 subprocess.run 1 -"]),
        ("app.py", app.1, &both[..1]),
    ] {
        project.write(path, text);
        let kept = project.index("kept.db", 1, Reuse::Verified);
        assert_eq!(commands(&kept), expected, "{path}: {text}");
        assert_eq!(kept, project.index("new.db", 1, Reuse::Nothing), "{path}: {text}");
    }
}
