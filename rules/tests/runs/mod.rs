//! Runs of a matcher over a folder of Python, as the rows of every table in their order, to hold one run against another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aud_rules_catalogue::Catalogue;
use aud_rules_plan::{Declared, RuleHead, RuleId};
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::Blank;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::rusqlite::{Connection, types::Value};
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::Constants;

/// A matcher without its look-up by names: every rule is given all nodes of its kinds.
pub(crate) struct Unfused<'m>(pub(crate) &'m dyn Matcher);

impl Unfused<'_> {
    fn ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        (0..self.0.rules().len()).map(RuleId::at)
    }
}

impl Matcher for Unfused<'_> {
    fn declared(&self) -> &Declared {
        self.0.declared()
    }

    fn slots(&self) -> Vec<&[Kind]> {
        self.0.slots()
    }

    fn constants(&self) -> Constants {
        self.0.constants()
    }

    fn n_facts(&self) -> u32 {
        self.0.n_facts()
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        self.ids().any(|rule| self.is_wanted_by(rule, kind))
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        for rule in self.ids() {
            if self.is_wanted_by(rule, state.tree().kind(node)) {
                self.run(rule, state, offsets, node);
            }
        }
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        self.0.run(rule, state, offsets, node);
    }

    fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
        self.0.is_wanted_by(rule, kind)
    }
}

/// The rows of every table, and the errors.
pub(crate) type Facts = BTreeMap<String, Vec<Vec<Value>>>;

/// What each database begins as: all engines have the same tables.
static BLANK: LazyLock<Blank> = LazyLock::new(|| Blank::of(&Catalogue).unwrap());

/// What the rules for which `is_enabled` holds give for the Python below `root`.
pub(crate) fn index(
    matcher: &dyn Matcher,
    root: &Path,
    database: &Path,
    is_enabled: impl Fn(&RuleHead) -> bool,
) -> Facts {
    let discovery = discover(&[root.to_owned()]).unwrap();
    let rules = matcher.rules();
    let enabled = RuleSet::new(rules.len(), |rule| is_enabled(&rules[rule.index()]));
    let indexer = Indexer {
        matcher,
        enabled: &enabled,
        jobs: 2,
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::Nothing,
        progress: &Quiet,
        finds: false,
        blank: Some(&BLANK),
    };
    indexer.run(&discovery, database).unwrap();
    let connection = Connection::open(database).unwrap();
    let tables = matcher.tables().iter().map(|table| &*table.name).chain(["extraction_errors"]);
    tables.map(|table| (table.to_owned(), rows(&connection, table))).collect()
}

fn rows(connection: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let n_columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..n_columns).map(|column| row.get(column)).collect()).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Fails with the first row that differs.
pub(crate) fn assert_same(what: &str, found: &Facts, expected: &Facts) {
    assert!(found.keys().eq(expected.keys()), "{what}: other tables");
    for (table, expected) in expected {
        let found = &found[table];
        let differs = found.iter().zip(expected).find(|(found, expected)| found != expected);
        assert!(differs.is_none(), "{what}, {table}: {differs:#?}");
        assert_eq!(found.len(), expected.len(), "{what}, {table}: {:?}", expected.get(found.len()));
    }
}

/// An empty folder of that name for the tests of that file.
pub(crate) fn folder(file: &str, name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file).join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}
