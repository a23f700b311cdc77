//! The look-up by names loses no row: every rule is given all nodes of its kinds, without it, and the database is the
//! same.
//!
//! The Python comes from the examples of all rules; `AUD_RULES_CORPUS` adds a folder of one's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_catalogue::Catalogue;
use aud_rules_runtime::cx::Cx;
use aud_rules_runtime::discover::discover;
use aud_rules_runtime::facts::RuleSet;
use aud_rules_runtime::grammar::Kind;
use aud_rules_runtime::index::{Indexer, Quiet};
use aud_rules_runtime::matcher::Matcher;
use aud_rules_runtime::rusqlite::{Connection, types::Value};
use aud_rules_runtime::schema::{RuleDef, TableDef, ViewDef};
use aud_rules_runtime::text::Limits;
use aud_rules_runtime::tree::NodeId;

/// The catalogue without its look-up.
struct Unfused;

impl Matcher for Unfused {
    fn tables(&self) -> &'static [TableDef] {
        Catalogue.tables()
    }

    fn rules(&self) -> &'static [RuleDef] {
        Catalogue.rules()
    }

    fn views(&self) -> &'static [ViewDef] {
        Catalogue.views()
    }

    fn slots(&self) -> &'static [&'static [Kind]] {
        Catalogue.slots()
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        (0..self.rules().len()).any(|rule| self.is_wanted_by(rule, kind))
    }

    fn visit(&self, cx: &Cx<'_>, node: NodeId) {
        for rule in 0..self.rules().len() {
            if self.is_wanted_by(rule, cx.tree().kind(node)) {
                self.run(rule, cx, node);
            }
        }
    }

    fn run(&self, rule: usize, cx: &Cx<'_>, node: NodeId) {
        Catalogue.run(rule, cx, node);
    }

    fn is_wanted_by(&self, rule: usize, kind: Kind) -> bool {
        Catalogue.is_wanted_by(rule, kind)
    }
}

/// The rows of every table, in their order.
fn index(matcher: &dyn Matcher, root: &Path, database: &Path) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    let discovery = discover(&[root.to_owned()]).unwrap();
    let enabled = RuleSet::new(matcher.rules().len(), |_| true);
    let indexer = Indexer { matcher, enabled: &enabled, jobs: 2, limits: Limits::default(), progress: &Quiet };
    indexer.run(&discovery, database).unwrap();
    let connection = Connection::open(database).unwrap();
    matcher.tables().iter().map(|table| (table.name, rows(&connection, table.name))).collect()
}

fn rows(connection: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY rowid")).unwrap();
    let n_columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..n_columns).map(|column| row.get(column)).collect()).unwrap();
    rows.map(Result::unwrap).collect()
}

/// An empty folder of that name.
fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fused").join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

fn assert_same(name: &str, root: &Path) {
    let databases = folder(name);
    let mut fused = index(&Catalogue, root, &databases.join("fused.db"));
    let unfused = index(&Unfused, root, &databases.join("unfused.db"));
    for (table, expected) in unfused {
        let found = fused.remove(table).unwrap_or_default();
        let differs = found.iter().zip(&expected).find(|(found, expected)| found != expected);
        assert!(differs.is_none(), "{table}: {differs:#?}");
        assert_eq!(found.len(), expected.len(), "{table}: {:?}", expected.get(found.len()));
    }
}

#[test]
fn the_look_up_loses_no_row_of_the_examples() {
    let root = folder("examples");
    let mut n_examples = 0;
    for rule in Catalogue.rules() {
        for (index, example) in rule.examples.iter().enumerate() {
            fs::write(root.join(format!("{}_{index}.py", rule.name)), example.source).unwrap();
            n_examples += 1;
        }
    }
    assert!(n_examples >= 2 * Catalogue.rules().len());
    assert_same("of_examples", &root);
}

#[test]
fn the_look_up_loses_no_row_of_the_corpus() {
    if let Some(corpus) = std::env::var_os("AUD_RULES_CORPUS") {
        assert_same("of_corpus", Path::new(&corpus));
    }
}
