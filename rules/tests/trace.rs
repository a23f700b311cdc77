//! What a trace says of a rule is what the rule does: over all fixtures, every row that a trace shows is a row of the file,
//! decided or left open as the trace says, and the conditions that it saw lead there.

use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_codegen::compile::compile;
use aud_rules_codegen::diag::Color;
use aud_rules_codegen::passes::lower::lower;
use aud_rules_codegen::source::rule_files::RuleFiles;
use aud_rules_plan::{RuleId, Step};
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::interp::{Interpreter, StepTrace, Tracer};
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::segment::facts::FactSink;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::value::ops;
use bumpalo::Bump;

fn python_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            python_below(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "py") {
            files.push(entry);
        }
    }
}

/// Numbers of decided and of open rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Counts {
    decided: usize,
    open: usize,
}

/// Counts the rows that these steps show, and holds what they say of conditions against each other.
fn count(steps: &[StepTrace<'_>], what: &str, counts: &mut Counts) {
    for (index, step) in steps.iter().enumerate() {
        let is_last = index + 1 == steps.len();
        match step.step {
            Step::Let { .. } => {}
            Step::Where { condition, origin } => {
                let holds = step.holds.unwrap_or_else(|| panic!("{what}: `{}` was not decided", origin.text));
                assert!(holds || is_last, "{what}: a step follows `{}`, which failed", origin.text);
                if let Some(reading) = step.reading(condition) {
                    let may_hold = !ops::is_false(reading.value);
                    assert_eq!(holds, may_hold, "{what}: `{}` is {:?}", origin.text, reading.value);
                }
            }
            Step::ForEach { .. } => {
                assert!(is_last, "{what}: a step follows a loop");
                for round in &step.rounds {
                    assert!(
                        round.is_entered || round.steps.is_empty(),
                        "{what}: a round that was not entered has steps"
                    );
                    count(&round.steps, what, counts);
                }
            }
            // Neither is a row.
            Step::Flow { .. } | Step::Report { .. } => assert!(step.emitted.is_some(), "{what}: nothing was said"),
            Step::Emit { .. } => {
                let row = step.emitted.as_ref().unwrap_or_else(|| panic!("{what}: no row was emitted"));
                let is_open = !row.guards.is_empty() || row.cells.iter().any(|&cell| ops::is_open(cell));
                *(if is_open { &mut counts.open } else { &mut counts.decided }) += 1;
            }
        }
    }
}

#[test]
fn the_rows_of_a_trace_are_those_of_the_rule() {
    let rules = RuleFiles::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().sources;
    let compiled = compile(&rules).unwrap_or_else(|found| panic!("{}", found.render(&rules, Color::Never)));
    let lowered = lower(&compiled.model, &rules);
    let (tracer, interpreter) = (Tracer::new(lowered.clone()).unwrap(), Interpreter::new(lowered).unwrap());
    let mut files = Vec::new();
    python_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures"), &mut files);
    files.sort();
    let (mut n_rows, mut n_open) = (0, 0);
    for file in files {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        let modules = ModuleMap::new(["m.py".to_owned(), "other.py".to_owned()]);
        let enabled = RuleSet::new(tracer.rules().len(), |_| true);
        let engine = Engine::new(&tracer, &enabled, &modules);
        let parsed = parser().parse(&text, None).unwrap();
        let arena = Bump::new();
        let (walked, pass) = engine.walk(&parsed, ModuleId(0), &text, &arena);
        let mut counts = Counts::default();
        let (seen, run) = (engine.start(&walked, &arena), engine.start(&walked, &arena));
        for &node in &pass.candidates {
            let kind = walked.tree.kind(node);
            for rule in (0..tracer.rules().len()).map(RuleId::at).filter(|&rule| tracer.is_wanted_by(rule, kind)) {
                let trace = tracer.trace(rule, &seen, node).unwrap();
                let what = format!("{}, {}", file.display(), tracer.rules()[rule.index()].name);
                count(&trace.steps, &what, &mut counts);
                interpreter.run(rule, &run, &Offsets::NONE, node);
            }
        }
        let (seen, run) = (seen.finish(), run.finish());
        let rows = |sink: &FactSink<'_>| -> Vec<String> {
            sink.rows.iter().map(|row| format!("{:?} {:?}", row.rule(), row.cells().collect::<Vec<_>>())).collect()
        };
        assert_eq!(rows(&seen), rows(&run), "{}", file.display());
        assert_eq!(seen.deferred.len(), run.deferred.len(), "{}", file.display());
        let found = Counts { decided: seen.rows.len() + seen.errors.len(), open: seen.deferred.len() };
        assert_eq!(counts, found, "{}", file.display());
        n_rows += found.decided;
        n_open += found.open;
    }
    assert!(n_rows > 1_000 && n_open > 10, "only {n_rows} rows and {n_open} open ones");
}
