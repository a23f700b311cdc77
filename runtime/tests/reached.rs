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
use aud_rules_runtime::rules::names;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::prim;
use aud_rules_runtime::rules::run::Run;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{Constants, Fold, NameSet, NamesId, Op, Value};

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
    let json = |name: &str| Column::new(name, ColumnType::Json).optional();
    let listed = vec![
        line(),
        json("decorators"),
        json("bases"),
        number("is_guarded", ColumnType::Bool),
        number("n_guards", ColumnType::Int),
        json("pairs"),
        number("is_decorated", ColumnType::Bool),
        number("inherits", ColumnType::Bool),
    ];
    let each = vec![line(), column("decorator"), column("base")];
    let members = vec![line(), json("methods"), json("fields")];
    let tables = [
        ("reached", reached),
        ("classes", classes),
        ("found", found),
        ("listed", listed),
        ("each", each),
        ("members", members),
    ];
    Declared {
        tables: tables.map(|(name, columns)| Table::new(name, columns)).to_vec(),
        rules: (0..N_RULES)
            .map(|at| RuleHead { stage: Stage::Project, ..RuleHead::new("rule", TableId(at)) })
            .collect(),
        ..Declared::default()
    }
});

/// Each has a table of its own.
const N_RULES: u32 = 6;

static GUARD: NameSet = NameSet::new(&["flask_login.login_required"]);
static MODEL: NameSet = NameSet::new(&["django.db.models.Model"]);
static NAMES: [&NameSet; 2] = [&GUARD, &MODEL];

/// At a call: what it reaches, with the decorators and bases as lists and one by one. At a name that is returned: its classes.
/// At a class: where it has `__str__` from, and its members.
struct Questions;

impl Questions {
    /// What lists that only the project stage knows come to: as a whole, counted, looked through, and two of them at once.
    fn listed<'t>(run: &Run<'_, 't>, line: Value<'t>, definition: Value<'t>) {
        let list = |name: &str| run.get(prim::find(name).unwrap(), definition, &[]);
        let (decorators, bases) = (list("reached_decorators"), list("reached_bases"));
        let is_guard = |member| run.pure(Op::EndsWith, &[member, Value::Text("_required")]);
        let all = |_| Value::Bool(true);
        let joined = |decorator| {
            let pair = |base| run.pure(Op::Add, &[decorator, base]);
            run.fold(Fold::List, run.items(bases), all, pair)
        };
        run.emit(&[
            line,
            decorators,
            bases,
            run.fold(Fold::Any, run.items(decorators), is_guard, all),
            run.fold(Fold::Count, run.items(decorators), is_guard, all),
            run.fold(Fold::List, run.items(decorators), all, joined),
            run.ask(names::decorated_by, definition, NamesId(0)),
            run.ask(names::inherits, definition, NamesId(1)),
        ]);
    }

    /// A row for each decorator with each base.
    fn each<'t>(run: &Run<'_, 't>, line: Value<'t>, definition: Value<'t>) {
        for decorator in run.items(run.get(prim::find("reached_decorators").unwrap(), definition, &[])) {
            let _guard = run.guard();
            if run.holds(decorator.condition) {
                for base in run.items(run.get(prim::find("reached_bases").unwrap(), definition, &[])) {
                    let _guard = run.guard();
                    if run.holds(base.condition) {
                        run.emit(&[line, decorator.value, base.value]);
                    }
                }
            }
        }
    }
}

impl Matcher for Questions {
    fn declared(&self) -> &Declared {
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn constants(&self) -> Constants {
        Constants { names: &NAMES, ..Constants::NONE }
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        (0..N_RULES).any(|rule| self.is_wanted_by(RuleId(rule), kind))
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        for rule in (0..N_RULES).map(RuleId).filter(|&rule| self.is_wanted_by(rule, state.tree().kind(node))) {
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
            2 => run.emit(&[line, get("class_find", Value::Node(node), &[Value::Text("__str__")])]),
            3 | 4 => {
                let callee = prim::call_callee(state, node).map_or(Value::None, Value::Node);
                let definition = get("expr_definition", callee, &[]);
                if run.holds(run.is_present(definition)) {
                    if rule.0 == 3 {
                        Questions::listed(&run, line, definition);
                    } else {
                        Questions::each(&run, line, definition);
                    }
                }
            }
            _ => {
                let class = Value::Node(node);
                run.emit(&[line, get("class_all_methods", class, &[]), get("class_all_fields", class, &[])]);
            }
        }
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        match rule.0 {
            0 | 3 | 4 => kind == Kind::Call,
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
    let enabled = RuleSet::new(N_RULES as usize, |_| true);
    let indexer = Indexer {
        matcher: &Questions,
        enabled: &enabled,
        jobs: 2,
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
        finds: true,
        blank: None,
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

#[test]
fn decorators_and_bases_of_what_is_reached_are_lists() {
    let shop = "import flask_login as login\nfrom django.db import models\nimport functools\nfrom own import checked, kept, Base\n\
                @login.login_required\n@checked(level=2)\n@functools.cache\ndef buy(): ...\n\
                @functools.total_ordering\n@kept\nclass Order(Base, models.Model): ...\n\
                class Items(list[Order]): ...\ndef plain(): ...\n";
    let own = "def checked(level=1):\n    return lambda f: f\ndef kept(k): return k\nclass Base: ...\n";
    let app = "import shop\nshop.buy()\nshop.Order()\nshop.Items()\nshop.plain()\nprint()\n";
    let files = [("app.py", app), ("shop.py", shop), ("own.py", own)];
    let expected = [
        r#"2 | ["flask_login.login_required","own.checked","functools.cache"] | [] | 1 | 1 | [[],[],[]] | 1 | 0"#,
        r#"3 | ["functools.total_ordering","own.kept"] | ["own.Base","django.db.models.Model"] | 0 | 0 | [["functools.total_orderingown.Base","functools.total_orderingdjango.db.models.Model"],["own.keptown.Base","own.keptdjango.db.models.Model"]] | 0 | 1"#,
        r#"4 | [] | ["builtins.list"] | 0 | 0 | [] | 0 | 0"#,
        "5 | [] | [] | 0 | 0 | [] | 0 | 0",
    ];
    assert_eq!(rows(&files, "listed"), expected);
    let expected = [
        "3 | functools.total_ordering | own.Base",
        "3 | functools.total_ordering | django.db.models.Model",
        "3 | own.kept | own.Base",
        "3 | own.kept | django.db.models.Model",
    ];
    assert_eq!(rows(&files, "each"), expected);
}

#[test]
fn a_class_has_the_members_of_its_bases_in_other_files() {
    let bases = "class Named:\n    name: str\n    size = 1\n    def __str__(self): ...\n    def close(self): ...\n    class Meta: ...\n";
    let app = "from bases import Named\nimport library\n\
               class A(Named, library.Base):\n    @property\n    def total(self): ...\n    close = None\n    Meta = 1\n    \
               def size(self): ...\nclass B: ...\n";
    let expected = [r#"3 | ["total","size","__str__"] | ["close","Meta","name"]"#, "9 | [] | []"];
    assert_eq!(rows(&[("app.py", app), ("bases.py", bases)], "members"), expected);
}
