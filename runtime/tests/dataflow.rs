//! Value graphs: inputs as data, each beside the graph that it gives (`dataflow/*.py`, `dataflow/*.graph`), and what must
//! hold of every graph.
//!
//! With `UPDATE_GRAPHS=1` the graphs are written anew; what changed is then read as a diff.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_runtime::dataflow::{Lowered, lower};
use aud_rules_runtime::modules::ModuleMap;
use aud_rules_runtime::modules::view::ModuleView;
use aud_rules_runtime::resolve::{File, Resolver};
use aud_rules_runtime::rules::examine::line_starts;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::{Interest, walk};
use bumpalo::Bump;

/// Lowers a text as the module `app`.
fn with_graph<T>(text: &str, look: impl FnOnce(&File<'_>, &Lowered) -> T) -> T {
    let modules = ModuleMap::new(["app.py".to_owned(), "lib/__init__.py".to_owned(), "lib/part.py".to_owned()]);
    let module = modules.at_path("app.py").unwrap();
    let parsed = parser().parse(text, None).unwrap();
    let arena = Bump::new();
    let walked = walk(&parsed, text, line_starts(text), &arena, &Interest::new(&[], |_| false));
    let file = File {
        path: modules.path(module),
        module,
        modules: ModuleView::new(&modules, module),
        tree: walked.tree,
        scopes: walked.scopes,
        slots: walked.slots,
    };
    let names = Resolver::new(&file, &arena);
    look(&file, &lower(&names))
}

fn shown(text: &str) -> String {
    with_graph(text, |_, lowered| {
        let mut shown = String::new();
        for (at, body) in lowered.graph.bodies.iter().enumerate() {
            writeln!(shown, "{at} {body}\n").unwrap();
        }
        shown
    })
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dataflow");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "py")).collect();
    files.sort();
    files
}

#[test]
fn graphs_are_as_written_down() {
    let is_update = std::env::var_os("UPDATE_GRAPHS").is_some();
    let mut wrong = Vec::new();
    for input in inputs() {
        let found = shown(&fs::read_to_string(&input).unwrap());
        let golden = input.with_extension("graph");
        if is_update {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if expected != found {
            let line = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
            let at = |text: &str| text.lines().nth(line).unwrap_or("nothing").to_owned();
            wrong.push(format!(
                "{} line {}: expected `{}`, found `{}`",
                golden.display(),
                line + 1,
                at(&expected),
                at(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
