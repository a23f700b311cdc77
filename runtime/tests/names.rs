//! From annotated Python files to checked answers about names.
//!
//! Every file directly in `tests/names` is a project of its own, and so is every directory there. A comment
//! `#? EXPRESSION QUESTION` asks about each node of its line that is written like that; several are separated by `;`.
//! Answers go the way of rows: through the walk, and where they stay open through the project stage.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aud_rules_runtime::input::errors::ErrorStage;
use aud_rules_runtime::modules::ModuleMap;
use aud_rules_runtime::plan::{Column, ColumnType, Declared, RuleHead, RuleId, Stage, Table, TableId};
use aud_rules_runtime::project::decide::{Thaw, answers as answers_of};
use aud_rules_runtime::project::{Project, Trace};
use aud_rules_runtime::resolve::fold::constant;
use aud_rules_runtime::resolve::origin;
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::rules::names;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::run::{IntoValue, NameQuestion, Run};
use aud_rules_runtime::segment::facts::Cell;
use aud_rules_runtime::segment::graph::Place;
use aud_rules_runtime::segment::question::OwnedValueQuestion;
use aud_rules_runtime::syntax::kinds::{Field, Kind};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::json::to_json;
use aud_rules_runtime::value::{Constants, NameSet, Names, NamesId, Value};
use bumpalo::Bump;

static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
    let columns = [("line", ColumnType::Int), ("check", ColumnType::Int), ("answer", ColumnType::Json)];
    Declared {
        tables: vec![Table::new("answers", columns.map(|(name, ty)| Column::new(name, ty)).to_vec())],
        rules: vec![RuleHead { stage: Stage::Project, ..RuleHead::new("answer", TableId(0)) }],
        ..Declared::default()
    }
});

/// How a question is spelled, longer spellings before those that begin alike.
const QUESTIONS: &[(&str, Ask)] = &[
    ("resolves to", Ask::Resolves),
    ("is assumed", Ask::Assumed),
    ("is unknown", Ask::Unknown),
    ("is not exactly", Ask::Names(names::is_exactly, false)),
    ("is exactly", Ask::Names(names::is_exactly, true)),
    ("is not", Ask::Names(names::is, false)),
    ("is", Ask::Names(names::is, true)),
    ("not instance of", Ask::Names(names::instance_of, false)),
    ("instance of", Ask::Names(names::instance_of, true)),
    ("not inherits", Ask::Names(names::inherits, false)),
    ("inherits", Ask::Names(names::inherits, true)),
    ("not decorated by", Ask::Names(names::decorated_by, false)),
    ("decorated by", Ask::Names(names::decorated_by, true)),
    ("has known class", Ask::KnownClass(true)),
    ("has no known class", Ask::KnownClass(false)),
    ("is constant", Ask::Constant(true)),
    ("is not constant", Ask::Constant(false)),
    ("has origin", Ask::Origin),
    ("has no origin", Ask::NoOrigin),
    ("goes to", Ask::GoesTo),
    ("goes nowhere", Ask::GoesNowhere),
    ("refers to line", Ask::RefersTo(true)),
    ("does not refer to line", Ask::RefersTo(false)),
];

#[derive(Clone, Copy)]
enum Ask {
    Resolves,
    Assumed,
    Unknown,
    Names(NameQuestion, bool),
    KnownClass(bool),
    Constant(bool),
    Origin,
    NoOrigin,
    GoesTo,
    GoesNowhere,
    RefersTo(bool),
}

struct Check {
    path: String,
    line: u32,
    text: String,
    expression: String,
    ask: Ask,
    operand: String,
    names: &'static NameSet,
}

impl Check {
    fn parse(path: &str, line: u32, text: &str) -> Check {
        let (at, spelling, ask) = QUESTIONS
            .iter()
            .filter_map(|&(spelling, ask)| {
                let at = format!("{text} ").find(&format!(" {spelling} "))?;
                Some((at, spelling, ask))
            })
            .min_by_key(|&(at, spelling, _)| (at, usize::MAX - spelling.len()))
            .unwrap_or_else(|| panic!("{path}:{line}: no question in `{text}`"));
        let operand = text[at + 1 + spelling.len()..].trim().to_owned();
        let operands: Vec<&'static str> = operand.split(", ").map(|name| &*name.to_owned().leak()).collect();
        Check {
            path: path.to_owned(),
            line,
            text: text.to_owned(),
            expression: text[..at].trim().to_owned(),
            ask,
            operand,
            names: Box::leak(Box::new(NameSet::new(operands.leak()))),
        }
    }

    fn expected(&self) -> String {
        match self.ask {
            Ask::Resolves => format!("resolved {}", self.operand),
            Ask::Assumed => format!("assumed {}", self.operand),
            Ask::Unknown | Ask::NoOrigin | Ask::GoesNowhere => "none".to_owned(),
            Ask::Names(_, is_so) | Ask::KnownClass(is_so) | Ask::Constant(is_so) | Ask::RefersTo(is_so) => {
                is_so.to_string()
            }
            Ask::Origin | Ask::GoesTo => self.operand.clone(),
        }
    }

    /// The question is meant for that node.
    fn is_about(&self, state: &FileState<'_>, node: NodeId) -> bool {
        let tree = state.tree();
        let is_definition = matches!(tree.kind(node), Kind::ClassDefinition | Kind::FunctionDefinition);
        let text = match tree.child(node, Field::Name) {
            Some(name) if is_definition => tree.slice(name),
            _ => tree.slice(node),
        };
        let is_argument =
            tree.kind(tree.parent(node)) == Kind::ArgumentList || tree.node(node).field == Field::Arguments;
        let is_of_kind = match self.ask {
            Ask::GoesTo | Ask::GoesNowhere => is_argument,
            Ask::Names(..) => is_definition || is_value(tree.kind(node)),
            _ => is_value(tree.kind(node)),
        };
        text == self.expression && is_of_kind && tree.line(node) == self.line
    }

    fn answer<'t>(&self, index: usize, state: &FileState<'t>, node: NodeId) -> Value<'t> {
        match self.ask {
            Ask::Resolves | Ask::Assumed | Ask::Unknown => {
                let both = [names::resolution(state, node), names::qualified(state, node)];
                Value::List(state.arena.alloc_slice_copy(&both))
            }
            Ask::Names(question, _) => question(state, node, Names { id: NamesId::at(index), value: self.names }),
            Ask::KnownClass(_) => names::has_known_class(state, node),
            Ask::Constant(_) => constant(&state.names, node).is_some().into(),
            Ask::GoesTo | Ask::GoesNowhere => match names::argument_parameter(state, node) {
                Value::None => Value::Text("none"),
                parameter => parameter,
            },
            Ask::Origin | Ask::NoOrigin => {
                let text = origin(&state.names, node).map_or("none", |origin| state.tree().slice(origin));
                Value::Text(text)
            }
            Ask::RefersTo(_) => {
                let line: u32 = self.operand.parse().unwrap();
                let others = (0..state.tree().nodes.len() as u32).map(NodeId).filter(|&other| {
                    let kind = state.tree().kind(other);
                    let is_definition = matches!(kind, Kind::ClassDefinition | Kind::FunctionDefinition);
                    state.tree().line(other) == line
                        && (is_definition || (is_value(kind) && state.tree().slice(other) == state.tree().slice(node)))
                });
                let mut refers = others.map(|other| names::refers_to(state, node, Some(other)));
                refers.any(|is_so| is_so).into_value(state)
            }
        }
    }
}

fn is_value(kind: Kind) -> bool {
    matches!(kind, Kind::Identifier | Kind::Attribute | Kind::Call | Kind::String | Kind::Dictionary | Kind::Integer)
}

/// The texts of an answer one after the other, absent ones left out; truth values as words.
fn words(json: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(json).unwrap();
    let parts = match answer {
        serde_json::Value::Array(parts) => parts,
        one => vec![one],
    };
    let word = |part: serde_json::Value| match part {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text),
        other => Some(other.to_string()),
    };
    let words: Vec<String> = parts.into_iter().filter_map(word).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(" ") }
}

struct Checks(Vec<Check>);

impl Matcher for Checks {
    fn declared(&self) -> &Declared {
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        kind != Kind::Word
    }

    fn constants(&self) -> Constants {
        let names: Vec<&'static NameSet> = self.0.iter().map(|check| check.names).collect();
        Constants { names: names.leak(), ..Constants::NONE }
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        for (index, check) in self.0.iter().enumerate() {
            if check.path == state.file.path
                && check.is_about(state, node)
                && let Some(run) = Run::begin(state, offsets, RuleId(0), node)
            {
                run.emit(&[state.tree().line(node).into(), index.into(), check.answer(index, state, node)]);
            }
        }
    }

    fn run(&self, _rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        self.visit(state, offsets, node);
    }

    fn is_wanted_by(&self, _rule: RuleId, kind: Kind) -> bool {
        self.is_wanted(kind)
    }
}

/// Python files below a directory, or the file itself, by path below `root`.
fn python_files(root: &Path, at: &Path, files: &mut BTreeMap<String, String>) {
    if at.is_dir() {
        for entry in fs::read_dir(at).unwrap() {
            python_files(root, &entry.unwrap().path(), files);
        }
    } else {
        let path = at.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        files.insert(path, fs::read_to_string(at).unwrap());
    }
}

fn checks_of(path: &str, text: &str) -> Vec<Check> {
    let mut checks = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some((_, questions)) = line.split_once("#?") {
            checks.extend(questions.split(';').map(|text| Check::parse(path, index as u32 + 1, text.trim())));
        }
    }
    checks
}

/// Answers of each check, by its index, and the limits that cut them.
fn answers(files: &BTreeMap<String, String>, checks: &Checks) -> (BTreeMap<usize, Vec<String>>, BTreeSet<String>) {
    let modules = ModuleMap::new(files.keys().cloned());
    let enabled = RuleSet::new(1, |_| true);
    let engine = Engine::new(checks, &enabled, &modules);
    let mut parser = parser();
    let mut limits = BTreeSet::new();
    let (mut found, mut open, mut summaries) = (Vec::new(), Vec::new(), Vec::new());
    for module in modules.ids() {
        let arena = Bump::new();
        let examined = engine.examine(&mut parser, module, &files[modules.path(module)], &arena);
        for error in examined.errors {
            assert_eq!(error.stage, ErrorStage::Limit, "{}: {}", modules.path(module), error.message);
            limits.insert(error.message);
        }
        for row in examined.rows.iter() {
            let (Cell::Int(check), Cell::Text(answer)) = (row.cell(1), row.cell(2)) else { panic!("a row of answers") };
            found.push((check as usize, words(answer)));
        }
        open.push((examined.deferred, examined.waiting));
        summaries.push(examined.interface);
    }
    let constants = checks.constants();
    let project = Project::new(&modules, summaries, &constants);
    let arena = Bump::new();
    let hit = Trace::default();
    for (rows, waiting) in &open {
        let answers = answers_of(&waiting.questions, &project, &hit, &arena, &mut no_value);
        let mut thaw = Thaw::of(waiting, &answers, &constants, &arena);
        for (_, row) in rows {
            let mut take = |cells: &[Value<'_>]| {
                let [_, Value::Int(check), answer] = *cells else { panic!("a row of answers: {cells:?}") };
                found.push((check as usize, words(&to_json(answer).unwrap())));
            };
            thaw.row(row, &mut take).unwrap();
        }
    }
    let mut answers: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (check, answer) in found {
        answers.entry(check).or_default().push(answer);
    }
    limits.extend(hit.limits.errors().map(|error| error.message));
    (answers, limits)
}

/// Nothing is known of values: the answers here are those of names alone.
fn no_value<'a>(_: Place, asks: &OwnedValueQuestion) -> Value<'a> {
    match asks {
        OwnedValueQuestion::Is(_)
        | OwnedValueQuestion::Instance(_)
        | OwnedValueQuestion::HasKnownClass
        | OwnedValueQuestion::DecoratedBy(_)
        | OwnedValueQuestion::Inherits(_) => Value::Bool(false),
        _ => Value::None,
    }
}

#[test]
fn names_mean_what_the_comments_say() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/names");
    let mut failures = Vec::new();
    let mut n_checks = 0;
    for entry in fs::read_dir(&root).unwrap() {
        let at = entry.unwrap().path();
        let base = if at.is_dir() { &at } else { &root };
        let mut files = BTreeMap::new();
        python_files(base, &at, &mut files);
        let checks = Checks(files.iter().flat_map(|(path, text)| checks_of(path, text)).collect());
        let (answers, limits) = answers(&files, &checks);
        assert_eq!(limits, BTreeSet::new(), "{}", at.display());
        n_checks += checks.0.len();
        for (index, check) in checks.0.iter().enumerate() {
            let found = answers.get(&index).map_or(&[][..], Vec::as_slice);
            if found.is_empty() || found.iter().any(|answer| *answer != check.expected()) {
                let place = at.file_name().unwrap().to_string_lossy().into_owned();
                failures.push(format!("{place}: {}:{}: `{}`: {found:?}", check.path, check.line, check.text));
            }
        }
    }
    assert!(n_checks > 100, "only {n_checks} checks were found");
    assert!(failures.is_empty(), "{} of {n_checks} answers are wrong:\n{}", failures.len(), failures.join("\n"));
}

/// A web of `n` names, each bound to many others.
fn web(n: usize) -> String {
    let bindings = (0..n).flat_map(|i| (1..20).map(move |step| format!("    n{i} = n{}", (i * 7 + step * 13) % n)));
    let asked = (0..n).map(|i| format!("n{i}()  #? n{i} is unknown; n{i} not instance of x.Y"));
    ["if flag:".to_owned()].into_iter().chain(bindings).chain(asked).collect::<Vec<_>>().join("\n")
}

/// A class for each number, derived from the one before.
fn line_of_classes(n: usize) -> String {
    let classes = (1..n).map(|i| format!("class C{i}(C{}): ...", i - 1));
    let asked = format!("class Last(C{}): ...  #? Last not inherits x.Y", n - 1);
    classes.chain([asked]).collect::<Vec<_>>().join("\n")
}

/// Modules that star-import one another, and alias, inherit from and hold one another's names.
fn knot(n: usize) -> BTreeMap<String, String> {
    let module = |i: usize| {
        let stars = (0..n).map(|j| format!("from knot.m{j} import *\n")).collect::<String>();
        let next = (i + 1) % n;
        let asked = "lost()  #? lost is not x.lost; lost not instance of x.Y\n\
                     held  #? held not instance of x.Y; held has no known class\n\
                     class K(Base): ...  #? K not inherits x.Y\n\
                     Base.made(1)  #? 1 goes nowhere\n";
        format!("{stars}from knot.m{next} import held, Base as Other\nclass Base(Other): ...\n{asked}")
    };
    let mut files: BTreeMap<String, String> = (0..n).map(|i| (format!("knot/m{i}.py"), module(i))).collect();
    files.insert("knot/__init__.py".to_owned(), String::new());
    files
}

#[test]
fn questions_about_tangles_come_to_an_end() {
    let rebound: String = (0..3_000).map(|i| format!("x = f({i})\nx()\n")).collect();
    let single = |text: String| BTreeMap::from([("tangle.py".to_owned(), text)]);
    let aliases: String = (1..3_000).map(|i| format!("a{i} = a{}\n", i - 1)).collect();
    let projects: [(_, &[&str]); 6] = [
        (single(web(150)), &["lead on", "bound too often", "classes of some values"]),
        (single(line_of_classes(2_000)), &[]),
        (
            single(format!("{rebound}x  #? x is unknown; x has no origin; x not instance of x.Y")),
            &["bound too often", "classes of some values"],
        ),
        (
            single(format!("import zlib as a0\n{aliases}a20()  #? a20 is zlib\na2999()  #? a2999 is unknown")),
            &["lead on", "classes of some values"],
        ),
        (single(format!("v{0}  #? v{0} is assumed v{0}", ".b".repeat(900))), &["too large for the flow"]),
        (knot(12), &["lead on"]),
    ];
    for (files, expected) in projects {
        let checks = Checks(files.iter().flat_map(|(path, text)| checks_of(path, text)).collect());
        let (answers, limits) = answers(&files, &checks);
        let is_said = |part: &&str| limits.iter().any(|message| message.contains(part));
        assert_eq!(limits.len(), expected.len(), "{limits:?}");
        assert!(expected.iter().all(is_said), "{expected:?}: {limits:?}");
        for (index, check) in checks.0.iter().enumerate() {
            let found = answers.get(&index).map_or(&[][..], Vec::as_slice);
            assert!(!found.is_empty(), "`{}` was not asked", check.text);
            assert!(found.iter().all(|answer| *answer == check.expected()), "`{}`: {found:?}", check.text);
        }
    }
}

/// Classes `C0` to `C{n}` of one file, each heir of those that `bases` gives; the last, if any, is asked about.
fn family(head: &str, n: usize, bases: impl Fn(usize) -> String, asked: &str) -> String {
    let classes: String = (0..n).map(|i| format!("class C{i}({}): ...\n", bases(i))).collect();
    format!("{head}\n{classes}class Last({}): ...  #? {asked}\n", bases(n))
}

#[test]
fn every_base_of_a_long_or_wide_hierarchy_is_found() {
    let chain = |i: usize| if i == 0 { "Root".to_owned() } else { format!("C{}", i - 1) };
    let comb = |i: usize| if i == 0 { "Root".to_owned() } else { format!("C{}, x.M{i}", i - 1) };
    let wide = |i: usize| match i {
        0 => "Root".to_owned(),
        i => (i.saturating_sub(40)..i).rev().map(|base| format!("C{base}")).collect::<Vec<_>>().join(", "),
    };
    let known = "Last inherits ext.Root; Last not inherits ext.Other";
    let own = "Last inherits tangle.C7; Last not inherits tangle.Last";
    let open = "Last inherits ext.Root; Last inherits far.Base; Last not inherits ext.Other";
    let far = ("far.py", "from ext import Root\nclass Base(Root): ...\n".to_owned());
    let long_far: String = (1..6_000).map(|i| format!("class B{i}(B{}): ...\n", i - 1)).collect();
    let long_far = ("far.py", format!("from ext import Root\nclass B0(Root): ...\n{long_far}Base = B5999\n"));
    let many: String = (0..=200).map(|i| format!("class F{i}: ...\n")).collect();
    let circle = |i: usize| if i == 0 { "C299, Root".to_owned() } else { format!("C{}", i - 1) };
    /// Files, what is said of them, and how many limits that is.
    type Case = (Vec<(&'static str, String)>, String, usize);
    let cases: Vec<Case> = vec![
        (vec![], family("from ext import Root", 20_000, chain, known), 0),
        (vec![], family("from ext import Root", 20_000, chain, own), 0),
        (vec![], family("from ext import Root\nimport x", 2_000, comb, "Last inherits x.M1; Last inherits x.M2000"), 0),
        (vec![], family("from ext import Root", 800, wide, known), 0),
        (vec![], family("from ext import Root", 300, circle, known), 0),
        (vec![far.clone()], family("from far import Base as Root", 5_000, chain, open), 0),
        (vec![far], family("from far import Base as Root", 800, wide, open), 0),
        (
            vec![long_far],
            family("from far import Base as Root", 10, chain, "Last inherits ext.Root; Last inherits far.B3"),
            0,
        ),
        (
            vec![("far.py", many)],
            family(
                "import far",
                200,
                |i| if i == 0 { "far.F0".into() } else { format!("C{}, far.F{i}", i - 1) },
                "Last inherits far.F200; Last inherits far.F190",
            ),
            1,
        ),
    ];
    for (others, text, n_limits) in cases {
        let shown = text.lines().last().unwrap_or_default().to_owned();
        let others = others.into_iter().map(|(path, text)| (path.to_owned(), text));
        let files: BTreeMap<String, String> = others.chain([("tangle.py".to_owned(), text)]).collect();
        let checks = Checks(files.iter().flat_map(|(path, text)| checks_of(path, text)).collect());
        let (answers, limits) = answers(&files, &checks);
        assert_eq!(limits.len(), n_limits, "{shown}: {limits:?}");
        for (index, check) in checks.0.iter().enumerate() {
            assert_eq!(answers[&index], [check.expected()], "`{}` in {shown}", check.text);
        }
    }
}

#[test]
fn limits_that_cut_answers_are_said_and_circles_are_no_limits() {
    let numbered = |n: usize, line: &dyn Fn(usize) -> String| (0..n).map(line).collect::<String>();
    let hops = |n: usize| numbered(n, &|i| format!("a{} = a{i}\n", i + 1));
    let imports = numbered(17, &|i| format!("    from m{i} import x\n"));
    let union = numbered(9, &|i| format!("C{i}, "));
    let relay = |n: usize| {
        let relays = (0..n).map(|i| (format!("r{i}.py"), format!("from r{} import x\n", i + 1)));
        let end = (format!("r{n}.py"), "x = 1\n".to_owned());
        let user = ("user.py".to_owned(), "from r0 import x\nx()  #? x is not far.x\n".to_owned());
        relays.chain([end, user]).collect::<BTreeMap<_, _>>()
    };
    let single = |text: String| BTreeMap::from([("user.py".to_owned(), text)]);
    let cases: Vec<(BTreeMap<String, String>, &str)> = vec![
        (single(format!("if a:\n{imports}x  #? x is m3.x; x is not m16.x\n")), "stand for too many things"),
        (
            single(format!("f({}'last')  #? 'last' goes nowhere\n", "0, ".repeat(1_001))),
            "too many positional arguments",
        ),
        (single("x = 'a' * 70_000\nx  #? x is not constant\n".to_owned()), "grow too long"),
        (single("x = 'a' * 60_000\nx  #? x is constant\n".to_owned()), ""),
        (single(format!("x = {}1\nx  #? x is not constant\n", "-".repeat(70))), "too long or too deep"),
        (single("x = x + 'a'\nx  #? x is not constant\n".to_owned()), ""),
        (single("x = y\ny = x\nx  #? x is not constant\n".to_owned()), ""),
        (single(format!("a0 = 1\n{}a20  #? a20 is constant\n", hops(40))), ""),
        (single(format!("import zlib as a0\n{}a70  #? a70 is unknown\n", hops(70))), "lead on through too many"),
        (single(format!("def f() -> Union[{union}]: ...\nf  #? f is not x.y\n")), "may be of too many classes"),
        (relay(20), ""),
        (relay(80), "lead on through too many"),
    ];
    for (files, expected) in cases {
        let checks = Checks(files.iter().flat_map(|(path, text)| checks_of(path, text)).collect());
        let (answers, limits) = answers(&files, &checks);
        let shown = checks.0.iter().map(|check| &*check.text).collect::<Vec<_>>().join("; ");
        let is_expected = |message: &String| !expected.is_empty() && message.contains(expected);
        assert!(limits.iter().all(is_expected), "{shown}: {limits:?}");
        assert_eq!(limits.len(), usize::from(!expected.is_empty()), "{shown}: {limits:?}");
        for (index, check) in checks.0.iter().enumerate() {
            assert_eq!(answers[&index], [check.expected()], "{shown}");
        }
    }
}
