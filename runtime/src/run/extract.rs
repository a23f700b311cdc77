//! From one file to its segment: read, decode, parse, examine. What one thread holds on the way is used for every file.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use bumpalo::Bump;
use tree_sitter::Parser;

use crate::input::discover::FoundFile;
use crate::input::errors::{ErrorStage, FileError};
use crate::input::text::{Limits, Source, read_source};
use crate::modules::ModuleId;
use crate::rules::examine::{Engine, Examined};
use crate::segment::effects::Said;
use crate::segment::learned::Learned;
use crate::segment::{Effort, Facts, FileRow, Head, Segment};
use crate::syntax::language::parser;

/// A thread's means to examine files.
pub(super) struct Extractor<'w> {
    engine: &'w Engine<'w>,
    limits: &'w Limits,
    parser: Parser,
    arena: Bump,
}

impl<'w> Extractor<'w> {
    pub(super) fn new(engine: &'w Engine<'w>, limits: &'w Limits) -> Self {
        Extractor { engine, limits, parser: parser(), arena: Bump::new() }
    }

    /// Reads a file.
    pub(super) fn read(&self, file: &FoundFile) -> Source {
        read_source(&file.real, &file.path, self.limits)
    }

    /// Examines a file that was read, with what others tell of its values. A failure of the program in it is an error of the file.
    pub(super) fn extract(&mut self, path: &str, source: Source, module: ModuleId, learned: &Learned) -> Segment {
        let row = FileRow {
            file: path.to_owned(),
            module: self.engine.modules.name(module).to_owned(),
            category: source.category,
            encoding: source.encoding.map(str::to_owned),
            sha256: source.sha256,
            size: source.size,
            n_lines: source.n_lines,
            n_nodes: None,
        };
        let mut segment =
            Segment { head: Head { row, errors: source.errors, ..Head::default() }, ..Segment::default() };
        let Some(text) = source.text else { return segment };
        let attempt = catch_unwind(AssertUnwindSafe(|| self.examine(&text, module, learned, &mut segment)));
        if let Err(panic) = attempt {
            self.parser = parser();
            segment.head.errors.push(internal_error(panic.as_ref()));
            segment.facts = Facts::default();
            segment.said = Said::default();
        }
        segment.head.errors.sort_by_key(|error| (error.line, error.column, error.stage));
        segment
    }

    fn examine(&mut self, text: &str, module: ModuleId, learned: &Learned, segment: &mut Segment) {
        self.arena.reset();
        let start = Instant::now();
        let parsed = self.parser.parse(text, None).expect("parsing is never cancelled and the language is set");
        let parse = start.elapsed();
        let examined = self.engine.examine_knowing(learned, &parsed, module, text, &self.arena);
        let Examined { rows, deferred, waiting, said, errors, limits, interface, graph, .. } = examined;
        let (asked, candidates, n_nodes, n_visited) =
            (examined.asked, examined.candidates, examined.n_nodes, examined.n_visited);
        segment.head.row.n_nodes = Some(n_nodes);
        segment.head.errors.extend(errors);
        segment.head.asked = asked;
        segment.head.effort = Effort { n_nodes, n_visited, candidates, parse, walk: start.elapsed() - parse };
        segment.interface = Some(interface);
        segment.graph = graph;
        segment.said = said;
        segment.facts = Facts { rows, open: deferred, waiting, limits };
    }
}

/// What is recorded when the program itself fails on a file.
pub(super) fn internal_error(panic: &(dyn Any + Send)) -> FileError {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    let said = said.unwrap_or("it did not say why");
    let message = format!("aud-rules failed here, and facts of this file are missing; please report it: {said}");
    FileError::of_file(ErrorStage::Internal, message)
}
