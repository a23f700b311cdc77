//! What a class inherits is looked up once for all rules that ask for it, whatever their number.

use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aud_rules_runtime::modules::ModuleMap;
use aud_rules_runtime::plan::{Column, ColumnType, Declared, NamesId, RuleHead, RuleId, Stage, Table, TableId};
use aud_rules_runtime::resolve::KnownNames;
use aud_rules_runtime::rules::dispatch::{By, Decision, KeyTable, Rules};
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::rules::names;
use aud_rules_runtime::rules::offsets::Offsets;
use aud_rules_runtime::rules::run::Run;
use aud_rules_runtime::syntax::kinds::{Field, Kind};
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::{Constants, NameSet, Names, Value};
use bumpalo::Bump;

/// Each asks what inherits another class of one library.
const N_RULES: usize = 100;

fn leaked<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    Vec::leak(items.into_iter().collect())
}

static ASKED: LazyLock<&[&str]> =
    LazyLock::new(|| leaked((0..N_RULES).map(|rule| &*format!("library.Base{rule:02}").leak())));

static ALL: LazyLock<NameSet> = LazyLock::new(|| NameSet::new(&ASKED));

/// The set of each rule.
static SETS: LazyLock<&[&NameSet]> =
    LazyLock::new(|| leaked((0..N_RULES).map(|rule| &leaked([NameSet::new(&ASKED[rule..=rule])])[0])));

static DECLARED: LazyLock<Declared> = LazyLock::new(|| Declared {
    tables: vec![Table::new("heirs", ["rule", "line"].map(|name| Column::new(name, ColumnType::Int)).to_vec())],
    rules: (0..N_RULES)
        .map(|rule| RuleHead { stage: Stage::Project, ..RuleHead::new(format!("rule_{rule}"), TableId(0)) })
        .collect(),
    ..Declared::default()
});

/// What is done at a class, or at a call for what it gives.
static LOOKED_UP: LazyLock<[Decision<'static>; 2]> = LazyLock::new(|| {
    let rules: &'static [[RuleId; 1]] = leaked((0..N_RULES).map(|rule| [RuleId::at(rule)]));
    let by_name: &'static [(&str, Rules<'static>)] =
        leaked(ASKED.iter().zip(rules).map(|(&name, rule)| (name, &rule[..])));
    let all: Rules<'static> = leaked((0..N_RULES).map(RuleId::at));
    [By::Ancestor(&ALL), By::Class(&ALL)]
        .map(|by| Decision { always: &[], keyed: leaked([KeyTable { by, path: &[], names: by_name, all }]) })
});

/// The rules, compiled as such rules are.
struct Heirs;

impl Matcher for Heirs {
    fn declared(&self) -> &Declared {
        &DECLARED
    }

    fn slots(&self) -> Vec<&[Kind]> {
        Vec::new()
    }

    fn constants(&self) -> Constants {
        Constants { names: *SETS, ..Constants::NONE }
    }

    fn n_facts(&self) -> u32 {
        0
    }

    fn is_wanted(&self, kind: Kind) -> bool {
        matches!(kind, Kind::ClassDefinition | Kind::Call)
    }

    fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        let is_class = state.tree().kind(node) == Kind::ClassDefinition;
        LOOKED_UP[usize::from(!is_class)].each_due(state, node, |rule| self.run(rule, state, offsets, node));
    }

    fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
        let Some(run) = Run::begin(state, offsets, rule, node) else { return };
        let is_class = state.tree().child(node, Field::Body).is_some();
        let question = if is_class { names::inherits } else { names::instance_of };
        if run.holds(run.ask(question, Value::Node(node), NamesId(rule.0))) {
            run.emit(&[Value::Int(i64::from(rule.0)), state.tree().line(node).into()]);
        }
    }

    fn is_wanted_by(&self, _: RuleId, kind: Kind) -> bool {
        self.is_wanted(kind)
    }
}

/// A library in which every `Heir07` inherits `Base07`; counts what it is asked.
#[derive(Default)]
struct Library {
    n_looks: AtomicUsize,
    n_questions: AtomicUsize,
}

fn base_of(dotted: &str) -> String {
    dotted.replace("Heir", "Base")
}

impl KnownNames for Library {
    fn is(&self, dotted: &str, names: Names) -> bool {
        names.has(dotted)
    }

    fn inherits(&self, dotted: &str, names: Names) -> bool {
        self.n_questions.fetch_add(1, Ordering::Relaxed);
        names.has(dotted) || names.has(&base_of(dotted))
    }

    fn ancestors(&self, dotted: &str, asked: &'static NameSet) -> Arc<[&'static str]> {
        self.n_looks.fetch_add(1, Ordering::Relaxed);
        let base = base_of(dotted);
        asked.names().iter().copied().filter(|&name| name == dotted || name == base).collect()
    }
}

#[test]
fn a_class_is_looked_up_once_for_a_hundred_rules() {
    for (text, rows, n_looks, n_candidates) in [
        // One that the library does not know, and none at all.
        ("import other\nclass A(other.Thing): pass\nclass B: pass\n", &[][..], 1, 0),
        // The rule of the class, also for its heirs in the file, and for what the library tells.
        ("import library\nclass A(library.Base07): pass\nclass B(A): pass\n", &[(7, 2), (7, 3)], 1, 2),
        ("from library import Heir42 as H\nclass A(H): pass\n", &[(42, 2)], 1, 1),
        ("from library import *\nclass A(Base03): pass\n", &[(3, 2)], 0, 1),
        // Values of classes.
        ("import library\nclass A(library.Heir12): pass\nA()\nlibrary.Base13()\n", &[(12, 2), (12, 3), (13, 4)], 2, 3),
    ] {
        let (modules, library) = (ModuleMap::new(["app.py".to_owned()]), Library::default());
        let enabled = RuleSet::new(N_RULES, |_| true);
        let engine = Engine::new(&Heirs, &enabled, &modules).with_known(&library);
        let arena = Bump::new();
        let examined = engine.examine(&mut parser(), modules.ids().next().unwrap(), text, &arena);
        let found: Vec<String> =
            examined.rows.iter().map(|row| format!("{:?} {:?}", row.cell(0), row.cell(1))).collect();
        let expected: Vec<String> =
            rows.iter().map(|(rule, line): &(i64, i64)| format!("Int({rule}) Int({line})")).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(library.n_looks.into_inner(), n_looks, "look-ups of {text}");
        assert_eq!(examined.candidates.iter().map(|&(_, n)| n).sum::<u64>(), n_candidates, "{text}");
        assert!(library.n_questions.into_inner() <= 2 * rows.len(), "questions about {text}");
    }
}
