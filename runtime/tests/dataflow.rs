//! Value graphs: inputs as data, each beside the graph that it gives (`dataflow/*.py`, `dataflow/*.graph`), and what must
//! hold of every graph.
//!
//! With `UPDATE_EXPECT=1` the graphs are written anew; what changed is then read as a diff.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_runtime::dataflow::{Lowered, lower};
use aud_rules_runtime::modules::ModuleMap;
use aud_rules_runtime::modules::view::ModuleView;
use aud_rules_runtime::resolve::{File, NothingKnown, Resolver};
use aud_rules_runtime::segment::graph::Op;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::{Interest, line_starts, walk};
use aud_rules_runtime::syntax::tree::NodeId;
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
        known: &NothingKnown,
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
    for input in inputs() {
        let found = shown(&fs::read_to_string(&input).unwrap());
        expect_test::expect_file![input.with_extension("graph")].assert_eq(&found);
    }
}

/// What must hold of a graph, whatever the text is; what does not, in words.
fn broken_promises(file: &File<'_>, lowered: &Lowered) -> Vec<String> {
    let bodies = &lowered.graph.bodies;
    let mut broken = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        let n_values = body.values.len() as u32;
        let mut complain = |what: String| broken.push(format!("body {at} ({}): {what}", body.qualname));
        for (place, value) in body.values.iter().enumerate() {
            let is_join = matches!(value.op, Op::Join(_));
            value.op.clone().each_operand(&mut |operand| {
                if operand.0 >= n_values || (!is_join && operand.0 as usize >= place) {
                    complain(format!("v{place} = {} takes {operand}", value.op));
                }
            });
            if let Op::Function(inner) | Op::Class(inner) = value.op
                && inner.0 as usize >= bodies.len()
            {
                complain(format!("v{place} has no body"));
            }
        }
        let mut last = 0;
        for effect in &body.effects {
            effect.act.clone().each_value(&mut |value| {
                if value.0 >= effect.n_values {
                    complain(format!("`{}` comes before {value}", effect.act));
                }
            });
            if effect.n_values < last || effect.n_values > n_values {
                complain(format!("`{}` is out of order", effect.act));
            }
            last = effect.n_values;
        }
        let runs = body.runs.iter().map(|run| (run.first_value, run.first_effect));
        if !runs.is_sorted() || body.runs.iter().flat_map(|run| &run.next).any(|&to| to as usize >= body.runs.len()) {
            complain("its runs are out of order".to_owned());
        }
        let around = bodies[body.parent.0 as usize].values.len() as u32;
        body.clone().each_of_head(&mut |value| {
            if value.0 >= around {
                complain(format!("its head takes {value}"));
            }
        });
        if body.parent.0 as usize > at {
            complain("it comes before what is around it".to_owned());
        }
    }
    for (node, place) in lowered.places.iter() {
        let body = bodies.get(place.body.0 as usize);
        if body.is_none_or(|body| place.value.0 as usize >= body.values.len()) {
            broken.push(format!("`{}` has no value at {place:?}", file.tree.slice(node)));
        }
    }
    broken
}

/// Python files below a folder.
fn python_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            python_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "py") {
            files.push(path);
        }
    }
}

#[test]
fn graphs_of_all_fixtures_keep_their_promises() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    python_files(&root.join("tests"), &mut files);
    python_files(&root.join("../fixtures"), &mut files);
    // Any other folder of Python files, to look for what the fixtures have not.
    if let Some(more) = std::env::var_os("PYTHON_FILES") {
        python_files(Path::new(&more), &mut files);
    }
    let mut broken = Vec::new();
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let first = with_graph(&text, |file, lowered| {
            broken.extend(broken_promises(file, lowered).into_iter().map(|what| format!("{}: {what}", path.display())));
            lowered.graph.clone()
        });
        assert_eq!(with_graph(&text, |_, lowered| lowered.graph.clone()), first, "{}", path.display());
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn what_never_runs_has_no_values() {
    for (dead, alive) in [
        ("if 7 * 18 + 80 > 300:\n    x", "y"),
        ("while False:\n    x", "y"),
        ("if 'A' == 'ABC'[1]:\n    x", "y"),
        ("n = 3\nif n - 3:\n    x", "y"),
        ("z = 1 or x", "y"),
        ("z = y if not [] in (1,) else y", "y"),
        ("z = y if 2 in (1, 2) else x", "y"),
        ("match 'a':\n    case 'b':\n        x\n    case _:\n        y", "y"),
        ("def f():\n    return y\n    x\n", "y"),
        ("import sys\nif y:\n    sys.exit()\n    x", "y"),
        ("try:\n    y\nfinally:\n    pass\nif None: x", "y"),
    ] {
        let text = format!("{dead}\n{alive}\n");
        with_graph(&text, |file, lowered| {
            for at in 0..file.tree.nodes.len() as u32 {
                let node = NodeId(at);
                if file.tree.kind(node) == Kind::Identifier && file.tree.slice(node) == "x" {
                    assert_eq!(lowered.places.of(node), None, "{text}");
                }
            }
            let shown: String = lowered.graph.bodies.iter().map(ToString::to_string).collect();
            assert!(!shown.contains("unbound x") && shown.contains("unbound y"), "{text}{shown}");
        });
    }
}

#[test]
fn a_body_beyond_the_limits_is_opaque_and_says_so() {
    let long: String = (0..40_000).map(|n| format!("    f(v, {n})\n")).collect();
    let deep = format!("    {}v{}\n", "f(".repeat(450), ")".repeat(450));
    for body in [long, deep] {
        let text = format!("def big(v, w=g()):\n{body}\ndef small(v):\n    return v\n");
        with_graph(&text, |file, lowered| {
            let [module, big, small] = lowered.graph.bodies.as_slice() else { panic!("three bodies") };
            assert!(!module.is_opaque && big.is_opaque && !small.is_opaque);
            assert!(big.values.is_empty() && big.effects.is_empty() && big.parameters[1].default.is_some());
            assert!(lowered.error.is_some());
            assert_eq!(broken_promises(file, lowered), Vec::<String>::new());
        });
    }
}
