//! From the text of one file to its facts: parse, walk once, run the rules, summarize for the project stage.

use bumpalo::Bump;

use crate::cx::Cx;
use crate::deferred::DeferredRow;
use crate::facts::{FactSink, FileError, Rows, RuleSet};
use crate::file::File;
use crate::matcher::Matcher;
use crate::modules::{ModuleId, ModuleMap};
use crate::summary::{ModuleSummary, summarize};
use crate::walk::{Interest, walk};

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
    rule_tables: Vec<usize>,
}

/// The facts of one file.
pub struct Examined {
    /// Rows that are decided, in the order of nodes and rules.
    pub rows: Rows,
    /// Rows that wait for the project stage, each with the number of decided rows before it.
    pub deferred: Vec<(usize, DeferredRow)>,
    /// What could not be understood or done.
    pub errors: Vec<FileError>,
    /// What other files may ask about this one.
    pub summary: ModuleSummary,
    /// How often each rule was given a node.
    pub candidates: Vec<u64>,
    /// Nodes in the parser's tree.
    pub n_nodes: u64,
    /// Nodes that the pass visited.
    pub n_visited: u64,
}

impl<'e> Engine<'e> {
    /// An engine over the rules of `matcher` that are `enabled`.
    pub fn new(matcher: &'e dyn Matcher, enabled: &'e RuleSet, modules: &'e ModuleMap) -> Self {
        let rule_tables = matcher.rules().iter().map(|rule| rule.table).collect();
        Engine { matcher, enabled, interest: Interest::of(matcher), modules, rule_tables }
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
        let walked = walk(parsed, text, line_starts(text), arena, &self.interest);
        let file = File {
            path: self.modules.path(module),
            module,
            modules: self.modules,
            tree: walked.tree,
            scopes: walked.scopes,
            slots: walked.slots,
        };
        let sink = FactSink::new(self.matcher.tables(), &self.rule_tables);
        let cx = Cx::new(&file, arena, self.enabled, sink);
        for &node in &walked.candidates {
            self.matcher.visit(&cx, node);
        }
        let summary = summarize(&file, &cx);
        let mut errors = walked.errors;
        let sink = cx.finish();
        errors.extend(sink.errors);
        Examined {
            rows: sink.rows,
            deferred: sink.deferred,
            errors,
            summary,
            candidates: sink.candidates,
            n_nodes: parsed.root_node().descendant_count() as u64,
            n_visited: walked.n_visited,
        }
    }
}

/// Offset of the first byte of each line; lines end with `\n`, `\r\n` or a lone `\r`.
pub fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at as u32 + 1);
        }
    }
    starts
}
