//! From a file to its outline: a line for each node that has a class, with what its name stands for.

use std::io::{self, Write};

use aud_rules_runtime::syntax::tree::NodeId;
use serde_json::{Value, json};

use crate::file_place::FilePlace;
use crate::paint::Paint;
use crate::shown::{Range, chains_of, meaning, names, range_of, source, text_of};
use crate::surroundings::View;

/// Levels that are shown by indentation; what is deeper stands below the last of them.
const MAX_INDENT: usize = 60;

/// A line of the outline.
#[derive(Debug)]
pub(super) struct Line {
    /// Number of nodes with a class around it.
    depth: usize,
    classes: Vec<&'static str>,
    range: Range,
    /// The beginning of its text.
    start: String,
    text: String,
    meaning: Option<String>,
    stands_for: Option<(Vec<String>, &'static str)>,
}

/// The outline of the file.
pub(super) fn lines(view: &View<'_, '_>) -> Vec<Line> {
    let (state, tree) = (view.state, view.state.tree());
    let mut lines = Vec::new();
    // Ends of the nodes around the current one that have a line.
    let mut around: Vec<NodeId> = Vec::new();
    for node in (0..tree.nodes.len() as u32).map(NodeId) {
        around.retain(|&end| node < end);
        let chains = chains_of(tree.kind(node));
        if chains.is_empty() {
            continue;
        }
        lines.push(Line {
            depth: around.len(),
            classes: chains.iter().map(|chain| chain[0]).collect(),
            range: range_of(state, node),
            start: source(state, node),
            text: text_of(state, node).to_owned(),
            meaning: meaning(state, node),
            stands_for: names(state, node),
        });
        around.push(tree.node(node).next);
    }
    lines
}

/// Writes the outline for people.
pub(super) fn write_text(output: &mut dyn Write, lines: &[Line]) -> io::Result<()> {
    let paint = Paint::for_output();
    for line in lines {
        let indent = "  ".repeat(line.depth.min(MAX_INDENT));
        let place = paint.faint(&format!("{}:{}", line.range.start.0, line.range.start.1));
        let meaning = line.meaning.as_ref().map_or(String::new(), |meaning| format!("  {meaning}"));
        writeln!(output, "{indent}{} {place}  {}{meaning}", paint.strong(line.classes[0]), line.start)?;
    }
    Ok(())
}

/// Writes the outline for programs.
pub(super) fn write_json(output: &mut dyn Write, place: &FilePlace, lines: &[Line]) -> io::Result<()> {
    let nodes = lines.iter().map(|line| {
        json!({
            "depth": line.depth,
            "classes": line.classes,
            "range": line.range.to_json(),
            "text": line.text,
            "stands_for": line.stands_for.as_ref().map(|(names, _)| names),
            "resolution": line.stands_for.as_ref().map(|(_, resolution)| resolution),
        })
    });
    let nodes: Vec<Value> = nodes.collect();
    serde_json::to_writer_pretty(&mut *output, &json!({ "file": place.path.to_string_lossy(), "nodes": nodes }))?;
    writeln!(output)
}
