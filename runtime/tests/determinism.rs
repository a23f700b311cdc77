//! The same files give the same database, however many threads there are.

mod probe;

use aud_rules_runtime::input::text::Limits;
use probe::{Project, dump, index_into};

/// Files of very different size, some broken, so that threads finish out of order.
fn uneven_project() -> Project {
    let project = Project::new();
    for number in 0..120 {
        let n_functions = if number % 10 == 0 { 400 } else { number % 7 };
        let mut text = String::new();
        for function in 0..n_functions {
            text.push_str(&format!("def f{function}(a, b={number}):\n    return g{function}(a)\n\n"));
        }
        if number % 9 == 0 {
            text.push_str("def f0(other): pass\ndef broken(:\n");
        }
        project.write(&format!("package_{}/module_{number}.py", number % 5), text);
    }
    project
}

#[test]
fn the_number_of_threads_does_not_show() {
    let project = uneven_project();
    let run = |jobs| {
        let database = project.root().join(format!("../jobs_{jobs}.db"));
        index_into(&project.root(), &database, jobs, Limits::default()).unwrap();
        dump(&database)
    };
    let alone = run(1);
    assert!(
        alone["_definitions"].len() > 4_000 && alone["_extraction_errors"].len() > 20,
        "there is something to compare"
    );
    assert_eq!(alone, run(2));
    assert_eq!(alone, run(7));
}

#[test]
fn running_again_changes_nothing() {
    let project = uneven_project();
    project.index();
    let first = dump(&project.database());
    project.index();
    assert_eq!(first, dump(&project.database()));
}

#[test]
fn every_node_is_visited_once() {
    let project = uneven_project();
    let summary = project.index();
    assert!(summary.n_nodes > 10_000);
    assert_eq!(summary.n_nodes, summary.n_visited);
    let metrics =
        project.query("SELECT value FROM extraction_metrics WHERE metric IN ('nodes_total', 'nodes_visited')");
    assert_eq!(metrics[0], metrics[1]);
}
