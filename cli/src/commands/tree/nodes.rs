//! From a line of a file to its nodes in full: classes, range, text, and every property with its value.

use std::io::{self, Write};

use aud_rules_runtime::syntax::tree::NodeId;
use serde_json::{Value, json};

use super::properties::{Inner, Read, Reader};
use crate::exit::Failure;
use crate::file_place::FilePlace;
use crate::line_nodes::on_line;
use crate::paint::Paint;
use crate::shown::{Range, chains_of, range_of, source, text_of};
use crate::surroundings::View;

/// Nodes of a line that people are shown without `--all`.
const MAX_NODES: usize = 30;

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
    let (state, tree) = (view.state, view.state.tree());
    let with_class: Vec<NodeId> =
        (0..tree.nodes.len() as u32).map(NodeId).filter(|&node| !chains_of(tree.kind(node)).is_empty()).collect();
    let nodes = on_line(state, &with_class, Some(line));
    let full = nodes.into_iter().map(|node| {
        let chains = chains_of(tree.kind(node));
        let name = name_for(chains[0][0]);
        Ok(FullNode {
            name,
            properties: Reader::new(view).read(node, name)?,
            chains,
            range: range_of(state, node),
            start: source(state, node),
            text: text_of(state, node).to_owned(),
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
    shows_all: bool,
) -> io::Result<()> {
    let paint = Paint::for_output();
    if nodes.is_empty() {
        return writeln!(output, "no node that has a class is on line {}", place.line.unwrap_or_default());
    }
    let n_shown = if shows_all { nodes.len() } else { nodes.len().min(MAX_NODES) };
    for (index, node) in nodes[..n_shown].iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        let chains: Vec<String> = node.chains.iter().map(|chain| chain.join(" < ")).collect();
        let classes = paint.strong(&format!("{}: {}", node.name, chains.join(", also ")));
        writeln!(output, "{classes}  {}  {}", paint.faint(&node.range.to_string()), node.start)?;
        let before = index.checked_sub(1).map(|before| &nodes[before]);
        write_properties(output, paint, node, before, shows_all)?;
    }
    match nodes.len() - n_shown {
        0 => Ok(()),
        1 => writeln!(output, "\n1 more node begins on this line; --all shows it"),
        n_more => writeln!(output, "\n{n_more} more nodes begin on this line; --all shows them"),
    }
}

/// The properties of one node: a line for each that says something, and the names of the others.
fn write_properties(
    output: &mut dyn Write,
    paint: Paint,
    node: &FullNode,
    before: Option<&FullNode>,
    shows_all: bool,
) -> io::Result<()> {
    let mut quiet: [(&str, Vec<&str>); 4] =
        [("as above", Vec::new()), ("false", Vec::new()), ("empty", Vec::new()), ("absent", Vec::new())];
    let mut at = 0;
    while let Some(read) = node.properties.get(at) {
        let of_member = |other: &&Read| other.inner == read.inner;
        at += match &read.inner {
            Some(Inner::Member { of, at: _ }) => {
                let members = node.properties[at..].iter().take_while(of_member);
                write_member(output, of, members.clone())?;
                members.count()
            }
            _ => 1,
        };
        match (read.quiet_group(node, before), &read.inner) {
            (_, Some(Inner::Member { .. })) => {}
            (Some(group), _) if !shows_all => quiet[group].1.push(&read.text),
            _ => write_property(output, paint, read)?,
        }
    }
    for (group, names) in quiet.iter().filter(|(_, names)| !names.is_empty()) {
        writeln!(output, "  {}", paint.faint(&format!("{group}: {}", names.join(", "))))?;
    }
    Ok(())
}

impl Read {
    /// Where a property goes that says nothing: 0 when it is a fact about the place that the node before has as well, 1
    /// when it is false, 2 when it is empty, 3 when it is absent.
    fn quiet_group(&self, node: &FullNode, before: Option<&FullNode>) -> Option<usize> {
        match &self.value.json {
            Value::Null => return Some(3),
            Value::Bool(false) if !self.is_optional => return Some(1),
            Value::Array(members) if members.is_empty() => return Some(2),
            _ => {}
        }
        let name = self.text.strip_prefix(node.name)?;
        let is_same = |other: &Read| other.value == self.value && other.class == self.class;
        let before = before.filter(|_| self.class == "node")?;
        let same = before.properties.iter().find(|other| other.text.strip_prefix(before.name) == Some(name));
        same.is_some_and(is_same).then_some(0)
    }
}

fn write_property(output: &mut dyn Write, paint: Paint, read: &Read) -> io::Result<()> {
    let indent = if read.inner.is_some() { "    " } else { "  " };
    let answer = read.asked.as_ref().map_or(String::new(), |asked| format!("; other files say {}", asked.answer.text));
    writeln!(output, "{indent}{} = {}{answer}", read.text, read.value.text)?;
    for question in read.asked.iter().flat_map(|asked| &asked.questions) {
        writeln!(output, "{indent}  {} {question}", paint.open("asks other files:"))?;
    }
    Ok(())
}

/// The properties of one member of a list on one line.
fn write_member<'r>(output: &mut dyn Write, of: &str, properties: impl Iterator<Item = &'r Read>) -> io::Result<()> {
    let is_telling = |read: &&Read| read.is_optional || read.value.json != Value::Bool(false);
    let shown: Vec<String> = properties
        .filter(is_telling)
        .map(|read| {
            let value = read.asked.as_ref().map_or(&read.value, |asked| &asked.answer);
            format!("{} = {}", read.text, value.text)
        })
        .collect();
    writeln!(output, "    {of}: {}", shown.join(", "))
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
        if let Some(Inner::Member { of, at }) = &read.inner {
            property["member"] = json!({ "of": of, "index": at });
        }
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
