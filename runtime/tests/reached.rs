//! What calls reach in other files, of which class values are, and what classes have from their bases in other files.

use std::fs;
use std::sync::LazyLock;

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::open_to_read;
use aud_rules_runtime::plan::{Column, ColumnType, Declared, RuleHead, RuleId, Stage, Table, TableId};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::prim;
use aud_rules_runtime::rules::run::Run;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{Constants, Value};

/// What is asked of what a call reaches; `reads` asks for the name of the library that checks who a visitor is.
const OF_DEFINITIONS: [&str; 7] = [
    "reached_qualified",
    "reached_path",
    "reached_line",
    "reached_is_class",
    "reached_is_async",
    "reached_parameters",
    "reached_reads",
];

static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
    let column = |name: &str| Column::new(name, ColumnType::Text).optional();
    let line = || Column::new("line", ColumnType::Int);
    let number = |name: &str, ty| Column::new(name, ty).optional();
    let reached = vec![
        line(),
        column("qualified"),
        column("path"),
        number("at", ColumnType::Int),
        number("is_class", ColumnType::Bool),
        number("is_async", ColumnType::Bool),
        column("parameters"),
        number("reads", ColumnType::Bool),
    ];
    let classes = vec![line(), column("class"), column("elements")];
    let found = vec![line(), column("found")];
    let tables = [("reached", reached), ("classes", classes), ("found", found)];
    Declared {
        tables: tables.map(|(name, columns)| Table::new(name, columns)).to_vec(),
        rules: (0..3).map(|at| RuleHead { stage: Stage::Project, ..RuleHead::new("rule", TableId(at)) }).collect(),
        ..Declared::default()
    }
});

/// At a call: what it reaches. At a name that is returned: its classes. At a class: where it has `__str__` from.
struct Questions;

impl Matcher for Questions {
    fn declared(&self) -> &Declared {
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn constants(&self) -> Constants {
        Constants::NONE
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        (0..3).any(|rule| self.is_wanted_by(RuleId(rule), kind))
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        for rule in (0..3).map(RuleId).filter(|&rule| self.is_wanted_by(rule, state.tree().kind(node))) {
            self.run(rule, state, offsets, node);
        }
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        let Some(run) = Run::begin(state, offsets, rule, node) else { return };
        let line = Value::from(state.tree().line(node));
        let get = |name: &str, of, argument: &[Value<'static>]| run.get(prim::find(name).unwrap(), of, argument);
        match rule.0 {
            0 => {
                let callee = prim::call_callee(state, node).map_or(Value::None, Value::Node);
                let definition = get("expr_definition", callee, &[]);
                if run.holds(run.is_present(definition)) {
                    let asked = [Value::Text("flask_login.current_user.is_authenticated")];
                    let of = |name: &str| run.get(prim::find(name).unwrap(), definition, &asked);
                    let cells = OF_DEFINITIONS.map(of);
                    run.emit(&[&[line], &cells[..]].concat());
                }
            }
            1 => {
                let value = state.tree().children(node).next().map_or(Value::None, Value::Node);
                run.emit(&[line, get("expr_class_name", value, &[]), get("expr_element_class", value, &[])]);
            }
            _ => run.emit(&[line, get("class_find", Value::Node(node), &[Value::Text("__str__")])]),
        }
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        match rule.0 {
            0 => kind == Kind::Call,
            1 => kind == Kind::ReturnStatement,
            _ => kind == Kind::ClassDefinition,
        }
    }
}

/// The rows of a table for `app.py`.
fn rows(files: &[(&str, &str)], table: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("root");
    fs::create_dir(&root).unwrap();
    files.iter().for_each(|(path, text)| fs::write(root.join(path), text).unwrap());
    let enabled = RuleSet::new(3, |_| true);
    let indexer = Indexer {
        matcher: &Questions,
        enabled: &enabled,
        jobs: 2,
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
    };
    let database = folder.path().join("facts.db");
    indexer.run(&discover(&[root]).unwrap(), &database).unwrap();
    let connection = open_to_read(&database).unwrap();
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} WHERE file = 'app.py'")).unwrap();
    let n_columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cell = |at| match row.get_ref(at).unwrap() {
            rusqlite::types::ValueRef::Null => "-".to_owned(),
            rusqlite::types::ValueRef::Integer(int) => int.to_string(),
            other => other.as_str().unwrap().to_owned(),
        };
        // The file is known.
        found.push((1..n_columns).map(cell).collect::<Vec<_>>().join(" | "));
    }
    found
}

const GUARDS: (&str, &str) = (
    "guards.py",
    "from flask_login import current_user as who\nfrom functools import wraps\n\n\
     def staff(view):\n    @wraps(view)\n    def inner(*args):\n        if not who.is_authenticated: raise PermissionError\n        \
     return view(*args)\n    return inner\n\nasync def load(key, *, fresh=False): ...\n\nclass Box:\n    def open(self): ...\n",
);

#[test]
fn a_call_tells_of_what_it_reaches_in_another_file() {
    let app = "from guards import staff, load as fetch, Box\nimport os\nstaff(print)\nfetch(1)\nb = Box()\nb.open()\nos.getcwd()\n";
    let expected = [
        "3 | guards.staff | guards.py | 4 | 0 | 0 | view | 1",
        "4 | guards.load | guards.py | 11 | 0 | 1 | key, fresh | 0",
        "5 | guards.Box | guards.py | 13 | 1 | 0 |  | 0",
        "6 | guards.Box.open | guards.py | 14 | 0 | 0 | self | 0",
    ];
    assert_eq!(rows(&[("app.py", app), GUARDS], "reached"), expected);
}

#[test]
fn classes_of_values_and_of_their_elements_are_known() {
    let app = "from guards import Box\ndef one():\n    b = Box()\n    return b\ndef many():\n    return [Box(), Box()]\n\
               def either(x):\n    return x\n";
    let expected = ["4 | guards.Box | -", "6 | - | guards.Box", "8 | - | -"];
    assert_eq!(rows(&[("app.py", app), GUARDS], "classes"), expected);
}

#[test]
fn a_class_has_what_its_bases_in_other_files_bind() {
    let bases = "class Named:\n    def __str__(self): return self.name\nclass Plain:\n    pass\n";
    let app = "from bases import Named, Plain\nimport library\nclass A(Plain, Named): ...\nclass B(A):\n    __str__ = repr\n\
               class C(Plain, library.Model): ...\nclass D(B): ...\n";
    let expected = ["3 | bases.Named.__str__", "4 | app.B.__str__", "6 | -", "7 | app.B.__str__"];
    assert_eq!(rows(&[("app.py", app), ("bases.py", bases)], "found"), expected);
}
