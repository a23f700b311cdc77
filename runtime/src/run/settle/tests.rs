//! Rows that wait and rows that do not, put together in the order in which they were made.

use std::sync::{Arc, LazyLock};

use super::*;
use crate::modules::ModuleMap;
use crate::project::libraries::Libraries;
use crate::project::values::Graphs;
use crate::segment::facts::Cell;
use crate::segment::graph::FileGraph;
use crate::segment::open::Freezer;
use crate::value::{Constants, Value};
use aud_rules_plan::{Column, ColumnType};

static TABLES: LazyLock<[Table; 2]> = LazyLock::new(|| {
    let columns = [Column::new("line", ColumnType::Int), Column::new("name", ColumnType::Text)];
    ["open", "closed"].map(|name| Table { unique: vec![0], ..Table::new(name, columns.to_vec()) })
});

static RULES: LazyLock<[RuleHead; 1]> = LazyLock::new(|| [RuleHead::new("one", TableId(0))]);

/// A row as it is made: its table, its line and name, and, when it waits, whether it will hold.
type Made = (TableId, i64, &'static str, Option<bool>);

/// The rows `made` come to these names, in order for each table.
fn check(made: &[Made], expected: &[&str], n_errors: usize) {
    let mut facts = Facts::default();
    let mut freezer = Freezer::default();
    for &(table, line, name, holds) in made {
        match holds {
            None => facts.rows.push(table, RuleId(0), [Cell::Int(line), Cell::Text(name)]),
            Some(holds) => {
                let cells = [Value::Int(line), Value::Text(name)];
                let row = freezer.freeze_row(table, RuleId(0).into(), &[Value::Bool(holds)], &cells);
                facts.open.push((facts.rows.len() as u32, row));
            }
        }
    }
    facts.waiting = freezer.finish();
    let map = ModuleMap::new(["a.py".to_owned()]);
    let project = Project::new(&map, Vec::new(), &Constants::NONE);
    let arena = Bump::new();
    let values = Mutex::new(Values::of(&NoGraphs, Libraries::none(), &project, &map));
    let answers = Answers { module: ModuleId(0), project: &project, values: &values, arena: &arena };
    let Decided::Anew(rows, mut errors, _) = decide(&facts, None, &answers, &map, &*TABLES) else {
        panic!("there is nothing from before: {made:?}");
    };
    let kept = settle_tables(&rows, &*TABLES, &*RULES, &mut errors);
    assert_eq!(names(&rows, &kept), expected, "{made:?}");
    assert_eq!(errors.len(), n_errors, "{made:?}");
}

/// No file has a graph.
struct NoGraphs;

impl Graphs for NoGraphs {
    fn graph(&self, _: ModuleId) -> Option<Arc<FileGraph>> {
        None
    }
}

fn names<'r>(rows: &'r Rows, kept: &[usize]) -> Vec<&'r str> {
    let name = |&index: &usize| match rows.get(index).cell(1) {
        Cell::Text(name) => name,
        other => panic!("a name is text, not {other:?}"),
    };
    kept.iter().map(name).collect()
}

const OPEN: TableId = TableId(0);
const CLOSED: TableId = TableId(1);

#[test]
fn the_order_is_that_in_which_they_were_made() {
    check(&[], &[], 0);
    check(&[(OPEN, 1, "a", None), (CLOSED, 1, "b", None)], &["a", "b"], 0);
    check(&[(OPEN, 1, "a", Some(false)), (CLOSED, 1, "b", None)], &["b"], 0);
    let made = [
        (OPEN, 1, "a", Some(true)),
        (CLOSED, 1, "x", None),
        (OPEN, 2, "b", None),
        (OPEN, 3, "c", Some(true)),
        (OPEN, 4, "gone", Some(false)),
        (OPEN, 5, "d", Some(true)),
        (OPEN, 6, "e", None),
        (CLOSED, 2, "y", None),
        (OPEN, 7, "f", Some(true)),
    ];
    check(&made, &["a", "b", "c", "d", "e", "f", "x", "y"], 0);
}

#[test]
fn the_first_row_of_a_key_stays_whether_it_waited_or_not() {
    check(&[(OPEN, 1, "a", None), (OPEN, 1, "b", Some(true))], &["a"], 1);
    check(&[(OPEN, 1, "a", Some(true)), (OPEN, 1, "b", None)], &["a"], 1);
    check(&[(OPEN, 1, "a", Some(false)), (OPEN, 1, "b", None)], &["b"], 0);
    check(&[(OPEN, 1, "a", Some(true)), (OPEN, 1, "a", None)], &["a"], 0);
    check(&[(CLOSED, 1, "a", None), (CLOSED, 1, "b", None), (OPEN, 1, "c", Some(true))], &["c", "a"], 1);
}
