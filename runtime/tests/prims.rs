//! Every property of the vocabulary, asked of Python text: the cases are the files in `tests/prims`.
//!
//! A case file holds Python, a line `----`, and questions with their answers:
//!
//! ```text
//! LINE KIND [`TEXT`]: PROPERTY[(ARGUMENT)] [> PROPERTY ...] -> ANSWER
//! ```
//!
//! The node is the first of that kind on that line (and of that text). `a > b` asks `b` of what `a` gives, of each
//! member when that is a list. `UPDATE_EXPECT=1` writes the answers anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use aud_rules_runtime::modules::ModuleMap;
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{NoRules, RuleSet};
use aud_rules_runtime::rules::prim;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{LiteralSet, Set, SetId, Value};

/// Walks the text as the file `shop/orders.py` of a small project and hands its state over.
fn with_cx<R>(python: &str, ask: impl FnOnce(&FileState<'_>) -> R) -> R {
    let paths = ["shop/__init__.py", "shop/orders.py", "shop/models.py", "shop/tools/__init__.py", "settings.py"];
    let modules = ModuleMap::new(paths.map(str::to_owned));
    let module = modules.at_path("shop/orders.py").unwrap();
    let enabled = RuleSet::new(0, |_| true);
    let engine = Engine::new(&NoRules, &enabled, &modules);
    let arena = bumpalo::Bump::new();
    let parsed = parser().parse(python, None).unwrap();
    let (file, _) = engine.walk(&parsed, module, python, &arena);
    let state = engine.start(&file, &arena);
    ask(&state)
}

/// A question of a case file.
struct Question<'q> {
    line: u32,
    kind: &'q str,
    text: Option<&'q str>,
    path: Vec<(&'q str, Option<&'q str>)>,
}

impl<'q> Question<'q> {
    fn parse(written: &'q str) -> Option<Self> {
        let (place, path) = written.rsplit_once(": ")?;
        let (place, text) = match place.split_once(" `") {
            Some((place, text)) => (place, Some(text.strip_suffix('`')?)),
            None => (place, None),
        };
        let (line, kind) = place.split_once(' ')?;
        let path = path.split(" > ").map(|step| match step.split_once('(') {
            Some((name, argument)) => (name, argument.strip_suffix(')')),
            None => (step, None),
        });
        Some(Question { line: line.parse().ok()?, kind, text, path: path.collect() })
    }

    fn node(&self, state: &FileState<'_>) -> Option<NodeId> {
        let tree = state.tree();
        (0..tree.nodes.len() as u32).map(NodeId).find(|&node| {
            Kind::NAMES[tree.kind(node) as usize] == self.kind
                && (tree.line(node) == self.line || node == NodeId::MODULE)
                && self.text.is_none_or(|text| prim::node_text(state, node) == Some(text))
        })
    }

    fn answer(&self, state: &FileState<'_>) -> String {
        let Some(node) = self.node(state) else { return "no such node".to_owned() };
        let value =
            self.path.iter().fold(Value::Node(node), |value, &(name, argument)| ask(state, value, name, argument));
        show(state, value)
    }
}

fn ask<'t>(state: &FileState<'t>, of: Value<'t>, name: &str, argument: Option<&str>) -> Value<'t> {
    if let Value::List(members) = of {
        return Value::List(state.alloc_list(members.iter().map(|&member| ask(state, member, name, argument))));
    }
    let Some(property) = prim::find(name) else { panic!("there is no property `{name}`") };
    let argument = argument.map(|written| match (written.parse::<i64>(), name) {
        (_, "expr_refers_to") => Value::Node(NodeId(written.parse().unwrap())),
        (_, "node_is_kind") => set_of(written),
        (Ok(int), _) => Value::Int(int),
        _ => Value::Text(state.alloc_text(written)),
    });
    of.node().map_or(Value::None, |node| property(state, node, argument.as_slice()))
}

fn set_of<'t>(kinds: &str) -> Value<'t> {
    let mut texts: Vec<&'static str> = kinds.split(", ").map(|kind| &*kind.to_owned().leak()).collect();
    texts.sort_unstable();
    Value::Set(Set { id: SetId(0), value: Box::leak(Box::new(LiteralSet { texts: texts.leak(), ints: &[] })) })
}

fn show(state: &FileState<'_>, value: Value<'_>) -> String {
    match value {
        Value::None => "none".to_owned(),
        Value::Node(node) => {
            let text = prim::node_text(state, node).unwrap_or_default();
            let cut: String = text.chars().take(40).collect();
            format!("{} `{cut}`", Kind::NAMES[state.tree().kind(node) as usize])
        }
        Value::List(members) => {
            let members: Vec<String> = members.iter().map(|&member| show(state, member)).collect();
            format!("[{}]", members.join(", "))
        }
        Value::Open(_) => "open".to_owned(),
        plain => aud_rules_runtime::value::json::to_json(plain).unwrap(),
    }
}

fn case_files() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/prims");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "case")).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The Python of a case file, and its questions with the answers that are expected.
fn split(case: &str) -> (&str, Vec<(&str, &str)>) {
    let (python, questions) = case.split_once("\n----\n").expect("a line `----` behind the Python");
    let lines = questions.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    (python, lines.map(|line| line.split_once(" -> ").unwrap_or((line, ""))).collect())
}

#[test]
fn properties_answer_as_expected() {
    let mut differences = String::new();
    let mut n_questions = 0;
    for (path, case) in case_files() {
        let (python, questions) = split(&case);
        let mut updated = case.clone();
        with_cx(python, |state| {
            for (written, expected) in questions {
                n_questions += 1;
                let question = Question::parse(written).unwrap_or_else(|| panic!("not a question: {written}"));
                let found = question.answer(state);
                if found != expected {
                    let name = path.file_name().unwrap().to_string_lossy();
                    writeln!(differences, "{name}: {written}\n    expected {expected}\n    found    {found}").unwrap();
                    let old = if expected.is_empty() { written.to_owned() } else { format!("{written} -> {expected}") };
                    let old = format!("\n{old}\n");
                    updated = updated.replacen(&old, &format!("\n{written} -> {found}\n"), 1);
                }
            }
        });
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, updated).unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}");
    assert!(n_questions > 300, "the case files are gone");
}

#[test]
fn every_property_is_asked() {
    let files = case_files();
    let asked: BTreeSet<&str> = files
        .iter()
        .flat_map(|(_, case)| split(case).1)
        .flat_map(|(written, _)| Question::parse(written).unwrap().path)
        .map(|(name, _)| name)
        .collect();
    let missing: Vec<&str> =
        prim::TABLE.iter().map(|property| property.name).filter(|name| !asked.contains(name)).collect();
    assert!(missing.is_empty(), "no case asks {missing:?}");
}

/// Names of the functions that `python.vocab` asks for.
fn vocabulary() -> (BTreeSet<String>, BTreeSet<String>) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../codegen/src/vocab/python.vocab");
    let text = std::fs::read_to_string(path).unwrap();
    let (mut prims, mut functions) = (BTreeSet::new(), BTreeSet::new());
    let mut class = "";
    for line in text.lines() {
        let first_word = |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned();
        if let Some(rest) = line.strip_prefix("class ") {
            class = rest.split([' ', '{']).next().unwrap();
        } else if let Some(rest) = line.strip_prefix("function ") {
            functions.insert(first_word(rest));
        } else if let Some(rest) = line.strip_prefix("    ").filter(|rest| rest.starts_with(char::is_alphabetic)) {
            prims.insert(format!("{class}_{}", first_word(rest)));
        }
    }
    (prims, functions)
}

#[test]
fn the_vocabulary_is_implemented() {
    let (mut expected, functions) = vocabulary();
    // A group is no node: its key is read by `ops::group_key`, its members by aggregates.
    expected.retain(|name| !name.starts_with("group_"));
    // Asked by operators of the language, not by a property.
    expected.extend(["node_is_kind", "expr_refers_to"].map(str::to_owned));
    let implemented: BTreeSet<String> = prim::TABLE.iter().map(|property| property.name.to_owned()).collect();
    assert_eq!(implemented, expected);
    assert!(prim::TABLE.is_sorted_by_key(|property| property.name));
    for function in functions {
        assert!(aud_rules_runtime::value::Op::named(&function).is_some(), "ops::{function}");
    }
}

/// Asks every property of every node, with arguments of each type.
fn ask_everything(python: &str) -> usize {
    with_cx(python, |state| {
        let n_nodes = state.tree().nodes.len() as u32;
        let arguments: [&[Value<'_>]; 4] =
            [&[], &[Value::Int(0)], &[Value::Text("name")], &[Value::Node(NodeId(n_nodes - 1))]];
        for node in (0..n_nodes).map(NodeId) {
            for property in prim::TABLE {
                for arguments in arguments {
                    show(state, (property.read)(state, node, arguments));
                }
            }
        }
        n_nodes as usize
    })
}

#[test]
fn damaged_source_is_answered_without_panic() {
    for (_, case) in case_files() {
        let (python, _) = split(&case);
        let ends: Vec<usize> = python.char_indices().map(|(at, _)| at).collect();
        for (index, &end) in ends.iter().enumerate().step_by(ends.len() / 12 + 1) {
            ask_everything(&python[..end]);
            ask_everything(&python[end..]);
            let next = ends.get(index + 3).copied().unwrap_or(python.len());
            ask_everything(&[&python[..end], &python[next..]].concat());
        }
    }
}

#[test]
fn odd_source_is_answered_without_panic() {
    let cases = [
        "",
        "\u{feff}x = 1",
        "def f(x:\n  y = 1\nclass A(\n  def g(self): return f\"a{x\nfoo(1,, k=)\n@\nx = \nlambda : \n{1: , }\n",
        "for in x: pass\nimport \nfrom . import\nwith : pass\nexcept : pass\n",
        "a = = b\n() = ()\n[] = x\n*a = b\n(a for) = c\ndel\ndel ()\nraise from x\n",
        "f(*)\nf(**)\nf(=1)\nf(a=)\nx[]\nx.\n.x\n@\ndef f(): pass\nf'{'\nf'{}'\n'%' % \n'%(' % x\n'{' .format()\n",
        "type = 1\ntype X\nmatch\nmatch x:\n case\n case a as : pass\nglobal\nawait\nyield from\n",
        "\t\tx\n  y\n# c",
    ];
    for python in cases {
        assert!(ask_everything(python) > 0);
    }
}

#[test]
fn a_hostile_file_costs_no_more_than_an_honest_one() {
    let doubling: String = (0..60).map(|n| format!("a{} = a{n} + a{n}\n", n + 1)).collect();
    let powers = "a0 = 'x' * 9999999999\nb = 2 ** 99999999\nc = ('y' * 60000) * 60000\n";
    let chain = format!("q = {}'z'\n", "'a' + ".repeat(900));
    let nested = format!("p = {}1{}\n", "(".repeat(900), ")".repeat(900));
    let cycle = "x = y\ny = x\nz = z + 'a'\nw = (w, '%s' % w)\n";
    for python in [format!("a0 = 'x'\n{doubling}"), powers.to_owned(), chain, nested, cycle.to_owned()] {
        with_cx(&python, |state| {
            for node in (0..state.tree().nodes.len() as u32).map(NodeId) {
                for property in ["expr_constant", "expr_template", "expr_shape", "expr_is_literal"] {
                    prim::find(property).unwrap()(state, node, &[]);
                }
            }
        });
    }
}
