//! From marked ranges in files to the lines that they lie on, drawn as rustc draws them.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use aud_rules_codegen::diag::quoted;
use aud_rules_plan::Severity;

use super::sources::Text;
use aud_rules_codegen::diag::printable;

/// A message with the places that it is about.
pub(crate) struct Drawing<'d> {
    /// How grave it is.
    pub(crate) level: Level<'d>,
    /// What stands in brackets behind the level; empty for nothing.
    pub(crate) id: &'d str,
    /// The message.
    pub(crate) title: &'d str,
    /// The places; the first is the one that the message is about.
    pub(crate) marks: Vec<Mark<'d>>,
    /// What is said below them.
    pub(crate) notes: Vec<Note>,
}

/// A marked range of a file.
pub(crate) struct Mark<'d> {
    /// The path as it is shown.
    pub(crate) path: String,
    /// The text; `None` when it can not be read any more.
    pub(crate) text: Option<&'d Text>,
    /// Its first line, from 1.
    pub(crate) line: u32,
    /// The range in bytes.
    pub(crate) range: std::ops::Range<usize>,
    /// What is said of it; empty for nothing.
    pub(crate) label: String,
}

/// A remark below the lines.
pub(crate) enum Note {
    /// What is good to know.
    Note(String),
    /// What can be done.
    Help(String),
}

/// How a severity is drawn: its word in the colour of errors, warnings or notes.
pub(crate) fn level_of(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Critical | Severity::High => Level::ERROR,
        Severity::Medium => Level::WARNING,
        Severity::Low => Level::NOTE,
        Severity::Info => Level::INFO,
    };
    level.with_name(severity.word())
}

/// Draws it, with colour or without, with a line end behind it.
pub(crate) fn draw(drawing: &Drawing<'_>, is_colored: bool) -> String {
    let mut title = drawing.level.clone().primary_title(printable(drawing.title));
    if !drawing.id.is_empty() {
        title = title.id(printable(drawing.id));
    }
    let mut group = Group::with_title(title);
    let mut drawn: Vec<&str> = Vec::new();
    for mark in &drawing.marks {
        if drawn.contains(&&*mark.path) {
            continue;
        }
        drawn.push(&mark.path);
        let path = printable(&mark.path);
        group = match mark.text {
            Some(text) => group.element(snippet(&drawing.marks, text, &mark.path).path(path)),
            None => group.element(Origin::path(path).line(mark.line as usize)),
        };
    }
    for note in &drawing.notes {
        group = group.element(match note {
            Note::Note(text) => Level::NOTE.message(printable(text)),
            Note::Help(text) => Level::HELP.message(printable(text)),
        });
    }
    let renderer = if is_colored { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.render(&[group]);
    // Where a message has several lines, the renderer leaves space at the ends of empty ones.
    let lines: String = drawn.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
    lines
}

/// The marks in the file of that path. The first of all marks is the one that the message is about.
fn snippet<'a>(marks: &[Mark<'_>], text: &'a Text, path: &str) -> Snippet<'a, Annotation<'a>> {
    let here = || marks.iter().enumerate().filter(|(_, mark)| mark.path == path);
    // The renderer reads all that it is given, so it is given the lines that it shows.
    let start = here().map(|(_, mark)| mark.range.start).min().unwrap_or(0);
    let end = here().map(|(_, mark)| mark.range.end).max().unwrap_or(0);
    let first_line = here().map(|(_, mark)| mark.line).min().unwrap_or(1).min(text.n_lines());
    let start = text.line_start(first_line).min(start);
    let end = text.text[end..].find('\n').map_or(text.text.len(), |at| end + at + 1);
    let lines = quoted(&text.text[start..end]);
    let annotations = here().map(|(at, mark)| {
        let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(mark.range.start - start..mark.range.end - start);
        if mark.label.is_empty() { annotation } else { annotation.label(printable(&mark.label)) }
    });
    Snippet::source(lines).line_start(first_line as usize).annotations(annotations)
}
