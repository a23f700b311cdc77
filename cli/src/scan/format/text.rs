//! From findings to text for people: the line of each drawn, and the source of its data as a second label.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::rc::Rc;

use crate::scan::Scanned;
use crate::scan::draw::{Drawing, Mark, Note, draw, level_of};
use crate::scan::finding::{Finding, Flow, Place};
use crate::scan::sources::{Sources, Text};

/// Characters of what is written at a step that are shown at most.
const MAX_EXCERPT: usize = 60;

/// How it is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// With the colours of a terminal.
    pub(crate) is_colored: bool,
    /// The whole way of the data is shown.
    pub(crate) has_paths: bool,
}

/// Writes it. What can be done about a problem is said at its first finding.
pub(crate) fn write(output: &mut dyn Write, scanned: &Scanned, look: Look) -> io::Result<()> {
    let mut helped = BTreeSet::new();
    let mut separator = "";
    for finding in scanned.open() {
        let is_first = helped.insert(&*finding.problem);
        write!(output, "{separator}{}", drawn(finding, scanned, look, is_first))?;
        separator = "\n";
    }
    Ok(())
}

fn drawn(finding: &Finding, scanned: &Scanned, look: Look, is_first: bool) -> String {
    let sources = &scanned.sources;
    let (sink, source) = labels(finding);
    let mut places = vec![(&finding.place, sink)];
    places.extend(finding.source().map(|step| (&step.place, source)));
    let texts: Vec<Option<Rc<Text>>> = places.iter().map(|(place, _)| sources.text(&place.file)).collect();
    let marks = places.iter().zip(&texts).map(|((place, label), text)| Mark {
        path: sources.shown(&place.file),
        text: text.as_deref(),
        line: place.line,
        range: text.as_ref().map_or(0..0, |text| text.range(place)),
        label: label.clone(),
    });
    let drawing = Drawing {
        level: level_of(finding.severity),
        id: &finding.problem,
        title: &finding.message,
        marks: marks.collect(),
        notes: notes(finding, scanned, look, is_first),
    };
    draw(&drawing, look.is_colored)
}

/// What is said of the place and of the source.
fn labels(finding: &Finding) -> (String, String) {
    let Some(flow) = &finding.flow else { return (String::new(), String::new()) };
    let arrives = if flow.is_derived { "what is made of it arrives here" } else { "it arrives here" };
    (format!("{arrives}: {}", flow.sink_kind), format!("data enters here: {}", flow.source_kind))
}

fn notes(finding: &Finding, scanned: &Scanned, look: Look, is_first: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(flow) = finding.flow.as_ref().filter(|_| look.has_paths) {
        notes.push(Note::Note(way(flow, &scanned.sources)));
    }
    if finding.is_assumed {
        notes.push(Note::Note("a name or a callee on the way is only presumed".to_owned()));
    }
    let help = scanned.problems.get(&finding.problem).map_or(String::new(), |problem| plain(&problem.help));
    if is_first && !help.is_empty() {
        notes.push(Note::Help(help));
    }
    notes
}

/// Markdown as it is read in a terminal: code is indented, and not fenced.
fn plain(markdown: &str) -> String {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in markdown.trim().lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if is_code && !line.trim().is_empty() {
            lines.push(format!("    {line}"));
        } else {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

/// The way of the data, a line for each step.
fn way(flow: &Flow, sources: &Sources) -> String {
    let at = |place: &Place| {
        let range = sources.range(place);
        format!("{}:{}:{}", sources.shown(&place.file), range.line, range.column)
    };
    let steps: Vec<(String, &str, String)> = flow
        .steps
        .iter()
        .map(|step| (at(&step.place), step.said(), sources.excerpt(&step.place, MAX_EXCERPT)))
        .collect();
    let place_width = steps.iter().map(|(at, ..)| at.chars().count()).max().unwrap_or(0);
    let said_width = steps.iter().map(|(_, said, _)| said.chars().count()).max().unwrap_or(0);
    let mut way = "the way of the data:".to_owned();
    for (number, (at, said, excerpt)) in steps.iter().enumerate() {
        way += &format!("\n{:>2}. {at:place_width$}  {said:said_width$}  `{excerpt}`", number + 1);
    }
    way
}
