//! From the text of one file to its facts: parse, walk once, run the rules, summarize for the project stage.

use aud_rules_plan::{RuleHead, RuleId, TableId};
use bumpalo::Bump;

use crate::dataflow::{Lowered, lower};
use crate::input::errors::{ErrorStage, FileError};
use crate::modules::view::{AnswerHash, ModuleQuestion, ModuleView};
use crate::modules::{ModuleId, ModuleMap};
use crate::resolve::limits::LimitSet;
use crate::resolve::{File, KnownNames, NothingKnown};
use crate::rules::file_state::FileState;
use crate::rules::matcher::{Matcher, RuleSet};
use crate::rules::offsets::Offsets;
use crate::segment::effects::Said;
use crate::segment::facts::{FactSink, Rows};
use crate::segment::graph::FileGraph;
use crate::segment::interface::{ModuleInterface, summarize};
use crate::segment::learned::Learned;
use crate::segment::open::{DeferredRow, OpenValues};
use crate::syntax::pass::{Interest, line_starts, walk};
use crate::syntax::tree::NodeId;

/// What stays the same for every file of a run.
pub struct Engine<'e> {
    /// The rules.
    pub matcher: &'e dyn Matcher,
    /// The rules that may run.
    pub enabled: &'e RuleSet,
    /// What the walk notes for the rules.
    pub interest: Interest,
    /// All modules of the project.
    pub modules: &'e ModuleMap,
    /// What is known of names outside of the project.
    pub known: &'e dyn KnownNames,
    /// Files get graphs of their values, so that rules can ask what values can be.
    pub makes_graphs: bool,
    rule_tables: Vec<Option<TableId>>,
}

/// The facts of one file.
pub struct Examined {
    /// Rows that are decided, in the order of nodes and rules.
    pub rows: Rows,
    /// Rows that wait for the project stage, each with the number of decided rows before it.
    pub deferred: Vec<(u32, DeferredRow)>,
    /// What these depend on.
    pub waiting: OpenValues,
    /// What rules say beside rows.
    pub said: Said,
    /// What could not be understood or done.
    pub errors: Vec<FileError>,
    /// Limits that are among the errors and may be hit again for the rows that wait.
    pub(crate) limits: LimitSet,
    /// What other files may ask about this one.
    pub interface: ModuleInterface,
    /// The graphs of its values.
    pub graph: Option<FileGraph>,
    /// What was asked of the module list, with the answers.
    pub asked: Vec<(ModuleQuestion, AnswerHash)>,
    /// How often each rule was given a node; rules that were given none are left out.
    pub candidates: Vec<(RuleId, u64)>,
    /// Nodes in the parser's tree.
    pub n_nodes: u64,
    /// Nodes that the pass visited.
    pub n_visited: u64,
}

impl<'e> Engine<'e> {
    /// An engine over the rules of `matcher` that are `enabled`.
    pub fn new(matcher: &'e dyn Matcher, enabled: &'e RuleSet, modules: &'e ModuleMap) -> Self {
        let rule_tables = matcher.rules().iter().map(RuleHead::table).collect();
        Engine {
            matcher,
            enabled,
            interest: Interest::new(&matcher.slots(), |kind| matcher.is_wanted(kind)),
            modules,
            known: &NothingKnown,
            makes_graphs: true,
            rule_tables,
        }
    }

    /// The same, with what is known of names outside of the project.
    #[must_use]
    pub fn with_known(self, known: &'e dyn KnownNames) -> Self {
        Engine { known, ..self }
    }

    /// Parses and examines the decoded text of `module`. `arena` holds what is built on the way; the caller resets it
    /// between files.
    ///
    /// # Panics
    ///
    /// Never on any text: the parser gives no tree only when it is cancelled or has no language, and neither happens here.
    pub fn examine(&self, parser: &mut tree_sitter::Parser, module: ModuleId, text: &str, arena: &Bump) -> Examined {
        let parsed = parser.parse(text, None).expect("parsing is never cancelled");
        self.examine_parsed(&parsed, module, text, arena)
    }

    /// As [`Engine::examine`], for a text that is parsed already.
    pub fn examine_parsed(&self, parsed: &tree_sitter::Tree, module: ModuleId, text: &str, arena: &Bump) -> Examined {
        self.examine_knowing(&Learned::NOTHING, parsed, module, text, arena)
    }

    /// As [`Engine::examine_parsed`], with what other files tell of the values of this one.
    pub fn examine_knowing(
        &self,
        learned: &Learned,
        parsed: &tree_sitter::Tree,
        module: ModuleId,
        text: &str,
        arena: &Bump,
    ) -> Examined {
        let (file, pass) = self.walk(parsed, module, text, arena);
        let mut state = self.start(&file, arena);
        let lowered = self.makes_graphs.then(|| lower(&state.names));
        let (graph, places, error) = match lowered {
            Some(Lowered { graph, places, error }) => (Some(graph), Some(places), error),
            None => (None, None, None),
        };
        state.values = places;
        state.learn(learned);
        self.run_rules(&state, &pass.candidates);
        let interface = summarize(&state.names);
        let mut errors = pass.errors;
        // That the tree was cut is said already; that its values are too deep follows from it.
        let is_cut = errors.iter().any(|error| error.stage == ErrorStage::Limit);
        errors.extend(error.filter(|_| !is_cut));
        errors.extend(state.stopped().into_iter().map(|(rule, line)| {
            let name = &self.matcher.rules()[rule.index()].name;
            let message = format!("the rule `{name}` was stopped: it looks at more than a rule may in one file");
            FileError::on_line(ErrorStage::Limit, line, message)
        }));
        errors.extend(state.names.limits.errors());
        let limits = state.names.limits.hit();
        let places = state.values.take();
        let sink = state.finish();
        errors.extend(sink.errors);
        let effects = sink.effects.at(&|node| places.as_ref().and_then(|places| places.of(file.tree.bare(node))));
        Examined {
            rows: sink.rows,
            deferred: sink.deferred,
            waiting: sink.waiting_rows.finish(),
            said: Said { effects, waiting: sink.waiting_effects.finish() },
            errors,
            limits,
            interface,
            graph,
            asked: file.modules.record(),
            candidates: (0..).map(RuleId).zip(sink.candidates).filter(|&(_, n)| n > 0).collect(),
            n_nodes: parsed.root_node().descendant_count() as u64,
            n_visited: pass.n_visited,
        }
    }

    /// The single pass alone.
    pub fn walk<'t>(
        &self,
        parsed: &tree_sitter::Tree,
        module: ModuleId,
        text: &'t str,
        arena: &'t Bump,
    ) -> (File<'t>, Pass)
    where
        'e: 't,
    {
        self.walk_for(&self.interest, parsed, module, text, arena)
    }

    /// The single pass for rules of another interest than all of them.
    pub fn walk_for<'t>(
        &self,
        interest: &Interest,
        parsed: &tree_sitter::Tree,
        module: ModuleId,
        text: &'t str,
        arena: &'t Bump,
    ) -> (File<'t>, Pass)
    where
        'e: 't,
    {
        let walked = walk(parsed, text, line_starts(text), arena, interest);
        let file = File {
            path: self.modules.path(module),
            module,
            modules: ModuleView::new(self.modules, module),
            tree: walked.tree,
            scopes: walked.scopes,
            slots: walked.slots,
            known: self.known,
        };
        (file, Pass { candidates: walked.candidates, errors: walked.errors, n_visited: walked.n_visited })
    }

    /// A fresh state for the rules over a walked file.
    pub fn start<'t>(&'t self, file: &'t File<'t>, arena: &'t Bump) -> FileState<'t> {
        let sink = FactSink::new(self.matcher.tables(), &self.rule_tables);
        FileState::new(file, arena, self.enabled, self.matcher.constants(), self.matcher.n_facts(), sink)
    }

    /// The fused match alone: every rule that can match is run on each candidate.
    pub fn run_rules(&self, state: &FileState<'_>, candidates: &[NodeId]) {
        for &node in candidates {
            self.matcher.visit(state, &Offsets::NONE, node);
        }
    }
}

/// What the single pass leaves beside the [`File`].
pub struct Pass {
    /// Nodes that some rule can match, in source order.
    pub candidates: Vec<NodeId>,
    /// Broken ranges and limits.
    pub errors: Vec<FileError>,
    /// Nodes that the pass visited.
    pub n_visited: u64,
}
