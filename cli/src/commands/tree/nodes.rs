//! From a line of a file to its nodes in full: classes, range, text, and every property with its value.

use std::io::{self, Write};

use aud_rules_runtime::tree::NodeId;
use serde_json::{Value, json};

use super::properties::{Read, Reader};
use crate::exit::Failure;
use crate::file_place::FilePlace;
use crate::line_nodes::on_line;
use crate::paint::Paint;
use crate::shown::{Range, chains_of, range_of, source, text_of};
use crate::surroundings::View;

/// A node in full.
#[derive(Debug)]
pub(super) struct FullNode {
    /// What a rule may call it.
    name: &'static str,
    chains: Vec<Vec<&'static str>>,
    range: Range,
    /// The beginning of its text.
    start: String,
    text: String,
    properties: Vec<Read>,
}

/// The nodes of a line that have a class.
pub(super) fn on(view: &View<'_, '_>, line: u32) -> Result<Vec<FullNode>, Failure> {
    let (cx, tree) = (view.cx, view.cx.tree());
    let with_class: Vec<NodeId> =
        (0..tree.nodes.len() as u32).map(NodeId).filter(|&node| !chains_of(tree.kind(node)).is_empty()).collect();
    let nodes = on_line(cx, &with_class, Some(line));
    let full = nodes.into_iter().map(|node| {
        let chains = chains_of(tree.kind(node));
        let name = name_for(chains[0][0]);
        Ok(FullNode {
            name,
            properties: Reader::new(view).read(node, name)?,
            chains,
            range: range_of(cx, node),
            start: source(cx, node),
            text: text_of(cx, node).to_owned(),
        })
    });
    full.collect()
}

/// The name of a variable for a node of a class; the module has its word.
fn name_for(class: &'static str) -> &'static str {
    match class {
        "module" => "module",
        "class" => "k",
        class => &class[..1],
    }
}

/// Writes the nodes for people.
pub(super) fn write_text(
    output: &mut dyn Write,
    place: &FilePlace,
    nodes: &[FullNode],
    shows_absent: bool,
) -> io::Result<()> {
    let paint = Paint::for_output();
    if nodes.is_empty() {
        return writeln!(output, "no node that has a class is on line {}", place.line.unwrap_or_default());
    }
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        let chains: Vec<String> = node.chains.iter().map(|chain| chain.join(" < ")).collect();
        let classes = paint.strong(&format!("{}: {}", node.name, chains.join(", also ")));
        writeln!(output, "{classes}  {}  {}", paint.faint(&node.range.to_string()), node.start)?;
        write_properties(output, paint, node, shows_absent)?;
    }
    Ok(())
}

fn write_properties(output: &mut dyn Write, paint: Paint, node: &FullNode, shows_absent: bool) -> io::Result<()> {
    let shown = |read: &&Read| shows_absent || !read.is_absent;
    for read in node.properties.iter().filter(shown) {
        let indent = if read.is_inner { "    " } else { "  " };
        let answer =
            read.asked.as_ref().map_or(String::new(), |asked| format!("; other files say {}", asked.answer.text));
        writeln!(output, "{indent}{} = {}{answer}", read.text, read.value.text)?;
        for question in read.asked.iter().flat_map(|asked| &asked.questions) {
            writeln!(output, "{indent}  {} {question}", paint.open("asks other files:"))?;
        }
    }
    let absent: Vec<&str> = node.properties.iter().filter(|read| !shown(read)).map(|read| read.text.as_str()).collect();
    match absent.as_slice() {
        [] => Ok(()),
        absent => writeln!(output, "  {}", paint.faint(&format!("absent: {}", absent.join(", ")))),
    }
}

/// Writes the nodes for programs.
pub(super) fn write_json(output: &mut dyn Write, place: &FilePlace, nodes: &[FullNode]) -> io::Result<()> {
    let nodes: Vec<Value> = nodes.iter().map(node_json).collect();
    let document = json!({ "file": place.path.to_string_lossy(), "line": place.line, "nodes": nodes });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn node_json(node: &FullNode) -> Value {
    let properties = node.properties.iter().map(|read| {
        let mut property = json!({ "text": read.text, "class": read.class, "value": read.value.json });
        if let Some(asked) = &read.asked {
            property["asked"] = json!({ "questions": asked.questions, "answer": asked.answer.json });
        }
        property
    });
    json!({
        "name": node.name,
        "classes": node.chains,
        "range": node.range.to_json(),
        "text": node.text,
        "properties": properties.collect::<Vec<_>>(),
    })
}
