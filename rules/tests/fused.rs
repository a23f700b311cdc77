//! The look-up by names loses no row: every rule is given all nodes of its kinds, without it, and the database is the
//! same.
//!
//! The Python comes from the examples of all rules; `AUD_RULES_CORPUS` adds a folder of one's own.

mod runs;

use std::fs;
use std::path::Path;

use aud_rules_catalogue::Catalogue;
use aud_rules_plan::RuleId;
use aud_rules_runtime::rules::matcher::Matcher;
use runs::{Unfused, assert_same, folder, index};

fn check(name: &str, root: &Path) {
    let databases = folder("fused", name);
    let fused = index(&Catalogue, root, &databases.join("fused.db"), |_| true);
    let unfused = index(&Unfused(&Catalogue), root, &databases.join("unfused.db"), |_| true);
    assert_same(name, &fused, &unfused);
}

#[test]
fn the_look_up_loses_no_row_of_the_examples() {
    let root = folder("fused", "examples");
    let mut n_examples = 0;
    for (rule, head) in Catalogue.rules().iter().enumerate() {
        for (index, example) in Catalogue.examples(RuleId::at(rule)).iter().enumerate() {
            fs::write(root.join(format!("{}_{index}.py", head.name)), &example.source).unwrap();
            n_examples += 1;
        }
    }
    let fills_a_table = Catalogue.rules().iter().filter(|rule| rule.table().is_some()).count();
    assert!(n_examples >= 2 * fills_a_table);
    check("of_examples", &root);
}

#[test]
fn the_look_up_loses_no_row_of_the_corpus() {
    if let Some(corpus) = std::env::var_os("AUD_RULES_CORPUS") {
        check("of_corpus", Path::new(&corpus));
    }
}
