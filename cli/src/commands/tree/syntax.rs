//! From a parsed file to its raw syntax tree as lines: kinds, fields, ranges, and what the parser missed.

use std::io::{self, Write};

use serde_json::{Value, json};
use tree_sitter::TreeCursor;

use crate::file_place::FilePlace;
use crate::paint::Paint;
use crate::shown::{Range, cut};
use crate::surroundings::View;

/// Levels that are shown by indentation; what is deeper stands below the last of them.
const MAX_INDENT: usize = 60;

/// A node as the parser made it.
#[derive(Debug)]
pub(super) struct SyntaxNode {
    depth: usize,
    kind: String,
    field: Option<String>,
    range: Range,
    /// It has a name in the grammar; others are tokens.
    is_named: bool,
    /// The parser could not make sense of what is in it.
    is_error: bool,
    /// It is not there, and the parser went on as if it were.
    is_missing: bool,
    /// Of a node without children: its text.
    text: Option<String>,
}

/// All nodes, or those that reach over a line.
pub(super) fn nodes(view: &View<'_, '_>, line: Option<u32>) -> Vec<SyntaxNode> {
    let source = view.state.tree().source;
    let mut nodes = Vec::new();
    let mut cursor = view.parsed.walk();
    let mut depth = 0;
    loop {
        let is_there = reaches(&cursor, line);
        if is_there {
            nodes.push(node_at(&cursor, depth, source));
        }
        if is_there && cursor.goto_first_child() {
            depth += 1;
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return nodes;
            }
            depth -= 1;
        }
    }
}

/// The node has a part on the line.
fn reaches(cursor: &TreeCursor<'_>, line: Option<u32>) -> bool {
    let node = cursor.node();
    let Some(row) = line.map(|line| line as usize - 1) else { return true };
    (node.start_position().row..=node.end_position().row).contains(&row)
}

fn node_at(cursor: &TreeCursor<'_>, depth: usize, source: &str) -> SyntaxNode {
    let node = cursor.node();
    let place = |point: tree_sitter::Point| (point.row as u32 + 1, point.column as u32 + 1);
    SyntaxNode {
        depth,
        kind: node.kind().to_owned(),
        field: cursor.field_name().map(str::to_owned),
        range: Range { start: place(node.start_position()), end: place(node.end_position()) },
        is_named: node.is_named(),
        is_error: node.is_error(),
        is_missing: node.is_missing(),
        text: (node.child_count() == 0).then(|| source.get(node.byte_range()).unwrap_or_default().to_owned()),
    }
}

/// Writes the tree for people.
pub(super) fn write_text(output: &mut dyn Write, nodes: &[SyntaxNode]) -> io::Result<()> {
    let paint = Paint::for_output();
    for node in nodes {
        let indent = "  ".repeat(node.depth.min(MAX_INDENT));
        let field = node.field.as_ref().map_or(String::new(), |field| format!("{field}: "));
        let kind = if node.is_named { node.kind.clone() } else { format!("{:?}", node.kind) };
        let kind = match (node.is_error, node.is_missing) {
            (true, _) => paint.bad(&kind),
            (_, true) => paint.bad(&format!("MISSING {kind}")),
            _ => paint.strong(&kind),
        };
        let range = paint.faint(&node.range.to_string());
        // The kind of a token is its text.
        let text = node.text.as_ref().filter(|text| node.is_named && !text.is_empty());
        let text = text.map_or(String::new(), |text| format!("  {}", cut(&format!("{text:?}"))));
        writeln!(output, "{indent}{field}{kind} {range}{text}")?;
    }
    Ok(())
}

/// Writes the tree for programs.
pub(super) fn write_json(output: &mut dyn Write, place: &FilePlace, nodes: &[SyntaxNode]) -> io::Result<()> {
    let nodes = nodes.iter().map(|node| {
        json!({
            "depth": node.depth,
            "kind": node.kind,
            "field": node.field,
            "range": node.range.to_json(),
            "is_named": node.is_named,
            "is_error": node.is_error,
            "is_missing": node.is_missing,
            "text": node.text,
        })
    });
    let nodes: Vec<Value> = nodes.collect();
    serde_json::to_writer_pretty(&mut *output, &json!({ "file": place.path.to_string_lossy(), "syntax": nodes }))?;
    writeln!(output)
}
