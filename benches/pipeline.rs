//! `cargo bench`: what each stage costs on about a thousand real files, and the ratios that the design promises.
//!
//! Files come from `target/corpus-sample`, made by `benches/fetch_corpus.sh --sample 1000 target/corpus-sample`, or from
//! the folder in `AUD_RULES_BENCH_FILES`. All stages are measured in turn within one run; medians are printed. Words behind
//! `cargo bench --` choose the measures whose names hold one of them.

use std::path::Path;
use std::time::{Duration, Instant};

use aud_rules_benches::{Corpus, Measure, medians, sample_folder, timed};
use aud_rules_catalogue::{Catalogue, LIBRARY_FILES, RULE_FILES};
use aud_rules_codegen::compile::compile;
use aud_rules_codegen::source::SourceMap;
use aud_rules_runtime::dataflow::alone::graph_of_stub;
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::modules::ModuleId;
use aud_rules_runtime::plan::RuleId;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::interp::Interpreter;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::pass::Interest;
use aud_rules_runtime::syntax::tree::NodeId;
use bumpalo::Bump;
use tree_sitter::Tree;

const N_ROUNDS: usize = 5;

fn main() {
    let root = sample_folder();
    let corpus = Corpus::read(&root).unwrap_or_else(|error| panic!("can not read {}: {error}", root.display()));
    let enabled = RuleSet::new(Catalogue.rules().len(), |_| true);
    let engine = Engine::new(&Catalogue, &enabled, &corpus.modules);
    let interpreter = interpreted_catalogue();
    let interpreting = Engine::new(&interpreter, &enabled, &corpus.modules);
    let trees: Vec<Tree> = corpus.texts.iter().map(|text| parse(text)).collect();
    let n_nodes: usize = trees.iter().map(|tree| tree.root_node().descendant_count()).sum();
    println!(
        "{} files, {:.1} MB, {:.2} million nodes, {} rules; median of {N_ROUNDS} rounds",
        corpus.texts.len(),
        corpus.n_bytes() as f64 / 1e6,
        n_nodes as f64 / 1e6,
        Catalogue.rules().len(),
    );
    let stubs = LIBRARY_FILES.iter().map(|&(path, text)| (path.to_owned(), text.to_owned()));
    let libraries = Libraries::new(stubs, Box::new(graph_of_stub));
    let mut measures = [
        measure("parse only", || timed(|| corpus.texts.iter().for_each(|text| drop(parse(text))))),
        measure("parse and walk", || parse_and_walk(&engine, &corpus)),
        measure("walk of parsed trees", || walk_only(&engine, &corpus, &trees)),
        measure("fused match", || fused_match(&engine, &corpus, &trees)),
        measure("fused match, interpreted", || fused_match(&interpreting, &corpus, &trees)),
        measure("each rule with a walk of its own", || walk_per_rule(&engine, &corpus, &trees)),
        measure("index, 1 job", || index(&corpus.root, &libraries, 1)),
        measure("index, 2 jobs", || index(&corpus.root, &libraries, 2)),
    ];
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    if !wanted.is_empty() {
        return print_some(&mut measures, &wanted);
    }
    let times = medians(&mut measures, N_ROUNDS);
    for (measure, time) in measures.iter().zip(&times) {
        println!("{:>10.1} ms  {}", time.as_secs_f64() * 1e3, measure.name);
    }
    let [parse_only, parse_and_walk, _, fused, interpreted, per_rule, _, index_2] = times[..] else {
        unreachable!("there are eight measures")
    };
    print_ratio("fused match / parse and walk (goal: at most 0.5)", fused, parse_and_walk);
    print_ratio("fused match, interpreted / compiled", interpreted, fused);
    print_ratio("a walk per rule / fused match (goal: at least 10)", per_rule, fused);
    print_ratio("index with 2 jobs / parse only on 1 thread (goal: at most 2)", index_2, parse_only);
}

/// Only the measures that are named like one of the arguments, over more rounds; for comparisons and profiles.
fn print_some(measures: &mut [Measure<'_>], wanted: &[String]) {
    let is_wanted = |measure: &&mut Measure<'_>| wanted.iter().any(|word| measure.name.contains(word.as_str()));
    let mut some: Vec<Measure<'_>> = measures
        .iter_mut()
        .filter(is_wanted)
        .map(|measure| Measure { name: measure.name, run: Box::new(|| (measure.run)()) })
        .collect();
    let times = medians(&mut some, 5 * N_ROUNDS);
    for (measure, time) in some.iter().zip(times) {
        println!("{:>10.1} ms  {}", time.as_secs_f64() * 1e3, measure.name);
    }
}

fn measure<'m>(name: &'static str, run: impl FnMut() -> Duration + 'm) -> Measure<'m> {
    Measure { name, run: Box::new(run) }
}

fn print_ratio(name: &str, time: Duration, base: Duration) {
    println!("{:>10.2}     {name}", time.as_secs_f64() / base.as_secs_f64());
}

/// The same rules for the second engine, as a program loads them when it begins.
fn interpreted_catalogue() -> Interpreter {
    let mut sources = SourceMap::default();
    for (path, text) in RULE_FILES {
        sources.add(*path, *text);
    }
    let plan = compile(&sources).expect("the build has compiled the same files").plan;
    Interpreter::new(plan).expect("the checker lets no other plan through")
}

fn parse(text: &str) -> Tree {
    parser().parse(text, None).expect("parsing is never cancelled")
}

fn parse_and_walk(engine: &Engine<'_>, corpus: &Corpus) -> Duration {
    let mut arena = Bump::new();
    timed(|| {
        for (index, text) in corpus.texts.iter().enumerate() {
            let tree = parse(text);
            let (_, pass) = engine.walk(&tree, ModuleId(index as u32), text, &arena);
            assert!(pass.n_visited > 0);
            arena.reset();
        }
    })
}

fn walk_only(engine: &Engine<'_>, corpus: &Corpus, trees: &[Tree]) -> Duration {
    let mut arena = Bump::new();
    timed(|| {
        for (index, (text, tree)) in corpus.texts.iter().zip(trees).enumerate() {
            let (_, pass) = engine.walk(tree, ModuleId(index as u32), text, &arena);
            assert!(pass.n_visited > 0);
            arena.reset();
        }
    })
}

/// Only the rules count: the walk before them is not timed.
fn fused_match(engine: &Engine<'_>, corpus: &Corpus, trees: &[Tree]) -> Duration {
    let mut arena = Bump::new();
    let mut total = Duration::ZERO;
    for (index, (text, tree)) in corpus.texts.iter().zip(trees).enumerate() {
        {
            let (file, pass) = engine.walk(tree, ModuleId(index as u32), text, &arena);
            let state = engine.start(&file, &arena);
            let start = Instant::now();
            engine.run_rules(&state, &pass.candidates);
            total += start.elapsed();
        }
        arena.reset();
    }
    total
}

/// The older design: every rule walks each tree for itself, then looks at the nodes of its kinds.
fn walk_per_rule(engine: &Engine<'_>, corpus: &Corpus, trees: &[Tree]) -> Duration {
    let mut arena = Bump::new();
    timed(|| {
        for rule in (0..Catalogue.rules().len()).map(RuleId::at) {
            let interest = Interest::new(&Catalogue.slots(), |kind| Catalogue.is_wanted_by(rule, kind));
            for (index, (text, tree)) in corpus.texts.iter().zip(trees).enumerate() {
                {
                    let (file, pass) = engine.walk_for(&interest, tree, ModuleId(index as u32), text, &arena);
                    run_one(rule, &engine.start(&file, &arena), &pass.candidates);
                }
                arena.reset();
            }
        }
    })
}

fn run_one(rule: RuleId, state: &FileState<'_>, candidates: &[NodeId]) {
    for &node in candidates {
        Catalogue.run(rule, state, &Offsets::NONE, node);
    }
}

fn index(root: &Path, libraries: &Libraries, jobs: usize) -> Duration {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let database = folder.path().join("index.db");
    timed(|| {
        let discovery = discover(&[root.to_owned()]).expect("the sample can be read");
        let enabled = RuleSet::new(Catalogue.rules().len(), |_| true);
        let (limits, progress) = (Limits::default(), &Quiet);
        let indexer = Indexer {
            matcher: &Catalogue,
            enabled: &enabled,
            jobs,
            limits,
            libraries,
            reuse: Reuse::Nothing,
            progress,
            finds: true,
            blank: None,
        };
        indexer.run(&discovery, &database).expect("the sample can be indexed");
    })
}
