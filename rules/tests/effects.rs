//! What rules say beside rows: each statement at the nodes that it speaks of, waiting where other files decide, and the same
//! from both engines.

use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_catalogue::Catalogue;
use aud_rules_codegen::compile::compile;
use aud_rules_codegen::diag::Color;
use aud_rules_codegen::source::SourceMap;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::interp::Interpreter;
use aud_rules_runtime::rules::matcher::{Combined, Matcher, RuleSet};
use aud_rules_runtime::segment::effects::Effects;
use aud_rules_runtime::segment::endpoint::{FlowStatement, Kinds};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use bumpalo::Bump;

/// Hands what the rules say of a Python text to `take`, with the text of each node.
fn effects_of<R>(
    matcher: &dyn Matcher,
    text: &str,
    take: impl FnOnce(Effects<NodeId>, &dyn Fn(NodeId) -> String) -> R,
) -> R {
    let modules = ModuleMap::new(["m.py".to_owned(), "other.py".to_owned()]);
    let enabled = RuleSet::new(matcher.rules().len(), |_| true);
    let engine = Engine::new(matcher, &enabled, &modules);
    let parsed = parser().parse(text, None).unwrap();
    let arena = Bump::new();
    let (walked, pass) = engine.walk(&parsed, ModuleId(0), text, &arena);
    let state = engine.start(&walked, &arena);
    engine.run_rules(&state, &pass.candidates);
    let effects = state.finish().effects;
    take(effects, &|node| walked.tree.slice(node).to_owned())
}

fn interpreter(rules: &str) -> Interpreter {
    let mut sources = SourceMap::default();
    sources.add("own.rules", rules);
    let compiled = compile(&sources).unwrap_or_else(|found| panic!("{}", found.render(&sources, Color::Never)));
    Interpreter::new(compiled.plan).unwrap()
}

/// A line for each statement; `?` before those that wait.
fn said(matcher: &dyn Matcher, python: &str) -> Vec<String> {
    effects_of(matcher, python, |effects, text| {
        let kinds = |kinds: Kinds| {
            let named = matcher.declared().kinds.iter().enumerate().filter(|(bit, _)| kinds.0 >> bit & 1 == 1);
            named.map(|(_, kind)| kind.name.as_str()).collect::<Vec<_>>().join(",")
        };
        let show = |says: &FlowStatement<NodeId>| match says {
            FlowStatement::Source { kinds: of, at } => format!("source {} at {}", kinds(*of), text(*at)),
            FlowStatement::Sink { kinds: of, at } => format!("sink {} at {}", kinds(*of), text(*at)),
            FlowStatement::Clean { kinds: of, at, when } => {
                let when = when.map_or(String::new(), |(call, outcome)| format!(" when {} is {outcome}", text(call)));
                format!("clean {} at {}{when}", kinds(*of), text(*at))
            }
            FlowStatement::Step { from, to } => format!("step {} to {}", text(*from), text(*to)),
            FlowStatement::Call { callee, positional, named, result } => {
                let positional = positional.iter().map(|&at| text(at));
                let named = named.iter().map(|(name, at)| format!("{name}={}", text(*at)));
                let arguments: Vec<String> = positional.chain(named).collect();
                let result = result.map_or(String::new(), |at| format!(" to {}", text(at)));
                format!("call {}({}){result}", text(*callee), arguments.join(", "))
            }
        };
        let sure = effects.flows.iter().map(|fact| show(&fact.says));
        let waiting = effects.open_flows.iter().map(|waiting| format!("? {}", show(&waiting.what.says)));
        let report = |sign: &str, text: &str, scope: &str| format!("{sign}report {text} in {scope:?}");
        let reports = effects.reports.iter().map(|place| report("", &place.text, &place.scope));
        let open = effects.open_reports.iter().map(|waiting| report("? ", &waiting.what.text, &waiting.what.scope));
        sure.chain(waiting).chain(reports).chain(open).collect()
    })
}

const KINDS: &str = "/// A.\nkind a\n/// B.\nkind b\n";

#[test]
fn statements_speak_of_nodes() {
    let check = |rule: &str, python: &str, expected: &[&str]| {
        let uses = "/// Uses.\nrule uses { match k: class where k.name == \"Nothing\" source a, b at k }";
        let matcher = interpreter(&format!("{KINDS}{uses}\n/// R.\nrule r {{ match c: call {rule} }}"));
        assert_eq!(said(&matcher, python), expected, "{rule}\n{python}");
    };
    check("source a, b at c", "f(x)", &["source a,b at f(x)"]);
    check("sink a at c.arg(0) ?? c.keyword(\"q\")", "f(x)\nf(q=y)\nf()", &["sink a at x", "sink a at y"]);
    check("sink a at c.callee.object sink b at c", "m.f(x)", &["sink a at m", "sink b at m.f(x)"]);
    check("for x in c.args where x.keyword != \"k\" sink a at x", "f(x, k=y, q=z)", &["sink a at x", "sink a at z"]);
    check("clean a at c.arg(0) when false", "f(x)", &["clean a at x when f(x) is false"]);
    check(
        "step c.args to c",
        "f(x, *y, z=w)",
        &["step x to f(x, *y, z=w)", "step y to f(x, *y, z=w)", "step w to f(x, *y, z=w)"],
    );
    check("step c.callee.object to c.arg(0)", "f(x)", &[]);
    check(
        "call c.arg(0) with (0: c.arg(1), 1: c.arg(2), own: c.callee, **c.keywords) to c",
        "f(g, x, k=y, **z)\nf(g)",
        &["call g(x, own=f, k=y) to f(g, x, k=y, **z)", "call g(own=f) to f(g)"],
    );
    check("call c.arg(0) with (*c.keyword(\"args\"))", "f(g, args=(x, y))", &["call g(*=(x, y))"]);
    check("call c.arg(0) with (*c.positional)", "f(g, x)", &["call g(g, x)"]);
}

#[test]
fn what_other_files_decide_waits() {
    let rule = "/// R.\nrule r { match c: call where c.callee is \"other.made\" source a, b at c }\n\
                /// S.\nrule s { match c: call let x = first v in c.positional where v is \"other.value\" sink a at x }";
    let matcher = interpreter(&format!("{KINDS}{rule}"));
    let python = "from other import made, value\nmade()\nf(value, value)";
    let expected = ["? source a,b at made()", "? sink a at value", "? sink a at value"];
    assert_eq!(said(&matcher, python), expected);
}

#[test]
fn problems_report_places() {
    let problem = "/// P.\nproblem p { severity low match c: call where c.callee.name == \"f\" report at c.arg(0) ?? c\n\
                   message \"{at}\" help \"No.\" example \"\"\"f()\"\"\" reports { line: 1 } example \"\"\"g()\"\"\" reports nothing }";
    let matcher = interpreter(problem);
    assert_eq!(said(&matcher, "class K:\n    def m(self): f(x)\nf()"), ["report x in \"K.m\"", "report f() in \"\""]);
}

/// Kinds of one name are one kind, whatever bit each matcher has for it.
#[test]
fn kinds_are_shared_between_matchers() {
    let rule = |kind: &str, name: &str| {
        format!("/// K.\nkind {kind}\n/// Z.\nkind z\n/// R.\nrule {name} {{ match c: call source {kind}, z at c }}")
    };
    let (one, other) = (interpreter(&rule("y", "one")), interpreter(&rule("zz", "other")));
    let both = Combined::new([&one as &dyn Matcher, &other]).unwrap();
    let kinds: Vec<&str> = both.declared().kinds.iter().map(|kind| kind.name.as_str()).collect();
    assert_eq!(kinds, ["y", "z", "zz"]);
    assert_eq!(said(&both, "f()"), ["source y,z at f()", "source z,zz at f()"]);
}

fn python_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            python_below(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "py") {
            files.push(entry);
        }
    }
}

#[test]
fn both_engines_say_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = RuleFiles::read(root).unwrap().sources;
    let compiled = compile(&rules).unwrap_or_else(|found| panic!("{}", found.render(&rules, Color::Never)));
    let interpreted = Interpreter::new(compiled.plan).unwrap();
    let mut texts: Vec<String> = Vec::new();
    for problem in Catalogue.problems().iter().enumerate().map(|(at, _)| aud_rules_plan::ProblemId::at(at)) {
        texts.extend(Catalogue.problem_examples(problem).iter().map(|example| example.source.clone()));
    }
    let mut files = Vec::new();
    python_below(&root.join("../fixtures"), &mut files);
    files.sort();
    texts.extend(files.iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()));
    let mut n_said = 0;
    for text in texts {
        let (one, other) = (said(&Catalogue, &text), said(&interpreted, &text));
        assert_eq!(one, other, "{text}");
        n_said += one.len();
    }
    assert!(n_said > 100, "only {n_said} statements are made");
}
