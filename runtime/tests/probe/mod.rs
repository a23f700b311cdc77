//! A small matcher for tests, written by hand: it knows the definitions and calls of a file, and how to misbehave.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::plan::{Column, ColumnType, Declared, RuleHead, RuleId, RuleLine, Table, TableId, View};
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::run::Run;
use aud_rules_runtime::run::{IndexError, Indexer, Quiet, Reuse, Summary};
use aud_rules_runtime::syntax::kinds::{Field, Kind};
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{Constants, Value};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OpenFlags};

/// Calling this name makes the probe panic.
pub(crate) const PANIC: &str = "panic_in_rule";

/// Calling this name makes the probe leave a column empty that must not be.
pub(crate) const MISTAKE: &str = "mistake_in_rule";

static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
    let line = || Column::new("line", ColumnType::Int);
    let name = || Column::new("name", ColumnType::Text);
    let parameters = Column::new("parameters", ColumnType::Text).optional();
    let tables = vec![
        table("definitions", "Functions and classes.", vec![line(), name()], vec![0, 1]),
        table(
            "signatures",
            "One signature for each function name: a key that real code breaks.",
            vec![line(), name(), parameters],
            vec![1],
        ),
        table("callees", "What is called; rows repeat.", vec![line(), name()], vec![]),
    ];
    let view = View {
        name: "called_definitions".to_owned(),
        doc: "Definitions that are called.".to_owned(),
        sql: "SELECT DISTINCT d.name FROM definitions d JOIN callees c ON c.name = d.name".to_owned(),
        at: RuleLine::new("probe.rules", 1),
    };
    let rules = [("function", 0), ("class", 0), ("signature", 1), ("callee", 2)];
    Declared {
        files: Vec::new(),
        tables,
        rules: rules.map(|(name, table)| rule(name, TableId(table))).to_vec(),
        views: vec![view],
        ..Declared::default()
    }
});

fn table(name: &str, doc: &str, columns: Vec<Column>, unique: Vec<usize>) -> Table {
    Table { doc: doc.to_owned(), unique, at: RuleLine::new("probe.rules", 1), ..Table::new(name, columns) }
}

fn rule(name: &str, table: TableId) -> RuleHead {
    RuleHead {
        doc: "Doc.".to_owned(),
        tags: vec!["CWE-1".to_owned(), "A01".to_owned()],
        at: RuleLine::new("probe.rules", 1),
        ..RuleHead::new(name, table)
    }
}

/// Every rule of the probe.
fn rules() -> impl Iterator<Item = RuleId> {
    (0..DECLARED.rules.len()).map(RuleId::at)
}

/// The matcher.
pub(crate) struct Probe;

impl Probe {
    fn emit(state: &FileState<'_>, offsets: &Offsets, rule: RuleId, node: NodeId) {
        let Some(run) = Run::begin(state, offsets, rule, node) else { return };
        let tree = state.tree();
        let line = Value::from(tree.line(node));
        let text = |field| tree.child(node, field).map_or(Value::None, |child| Value::Text(tree.slice(child)));
        match rule.0 {
            0 | 1 => run.emit(&[line, text(Field::Name)]),
            2 => run.emit(&[line, text(Field::Name), text(Field::Parameters)]),
            _ => {
                let callee = tree.child(node, Field::Function).filter(|&f| tree.kind(f) == Kind::Identifier);
                let Some(callee) = callee.map(|callee| tree.slice(callee)) else { return };
                assert_ne!(callee, PANIC, "the probe was told to");
                run.emit(&[line, if callee == MISTAKE { Value::None } else { Value::Text(callee) }]);
            }
        }
    }
}

impl Matcher for Probe {
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
        rules().any(|rule| self.is_wanted_by(rule, kind))
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        for rule in rules().filter(|&rule| self.is_wanted_by(rule, state.tree().kind(node))) {
            self.run(rule, state, offsets, node);
        }
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        Self::emit(state, offsets, rule, node);
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        match rule.0 {
            0 | 2 => kind == Kind::FunctionDefinition,
            1 => kind == Kind::ClassDefinition,
            _ => kind == Kind::Call,
        }
    }
}

/// Indexes `root` into `database` with all rules of the probe.
pub(crate) fn index_into(root: &Path, database: &Path, jobs: usize, limits: Limits) -> Result<Summary, IndexError> {
    let discovery = discover(&[root.to_owned()]).unwrap();
    let enabled = RuleSet::new(DECLARED.rules.len(), |_| true);
    Indexer {
        matcher: &Probe,
        enabled: &enabled,
        jobs,
        limits,
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
        finds: true,
        blank: None,
    }
    .run(&discovery, database)
}

/// A directory of files to index, and a place for the database outside of it.
pub(crate) struct Project {
    directory: tempfile::TempDir,
}

impl Project {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        std::fs::create_dir(directory.path().join("root")).unwrap();
        Project { directory }
    }

    /// The directory that is indexed.
    pub(crate) fn root(&self) -> PathBuf {
        self.directory.path().join("root")
    }

    /// Where the database goes.
    pub(crate) fn database(&self) -> PathBuf {
        self.directory.path().join("facts.db")
    }

    /// Writes a file below the root.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// Indexes it with two threads.
    pub(crate) fn index(&self) -> Summary {
        index_into(&self.root(), &self.database(), 2, Limits::default()).unwrap()
    }

    /// The rows of a query, columns joined with `|`.
    pub(crate) fn query(&self, sql: &str) -> Vec<String> {
        query(&self.database(), sql)
    }
}

/// The rows of a query over a database, columns joined with `|`.
pub(crate) fn query(database: &Path, sql: &str) -> Vec<String> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let n_columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<String> = (0..n_columns).map(|column| show(row.get(column).unwrap())).collect();
        found.push(cells.join("|"));
    }
    found
}

/// Everything in a database, in the order in which it is stored; what depends on the machine is left out.
pub(crate) fn dump(database: &Path) -> BTreeMap<String, Vec<String>> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('_state', '_extraction_cache', 'sqlite_stat4') ORDER BY name";
    let tables = query(database, tables);
    let mut dump: BTreeMap<String, Vec<String>> = tables
        .into_iter()
        .map(|table| {
            let machine = match table.as_str() {
                "extraction_metrics" => {
                    "WHERE metric NOT LIKE '%second%' AND metric NOT IN ('jobs', 'peak_memory_bytes')"
                }
                _ => "",
            };
            let rows = query(database, &format!("SELECT * FROM \"{table}\" {machine}"));
            (table, rows)
        })
        .collect();
    dump.insert("sqlite_schema".to_owned(), query(database, "SELECT type, name, sql FROM sqlite_schema"));
    dump
}

fn show(value: SqlValue) -> String {
    match value {
        SqlValue::Null => "NULL".to_owned(),
        SqlValue::Integer(int) => int.to_string(),
        SqlValue::Real(real) => real.to_string(),
        SqlValue::Text(text) => text,
        SqlValue::Blob(bytes) => format!("{bytes:?}"),
    }
}
