//! From findings to comments under the lines that they speak of, and back to the file without them.
//!
//! A drawn line is a `//` comment. Carets stand under the range that is wrong, dashes under a range that explains it. The
//! first two columns are those of the slashes: a range that begins there is drawn with `<` behind them.

use aud_rules_codegen::diag::{Diagnostic, Diagnostics};
use aud_rules_codegen::source::{SourceMap, Span};

/// A comment that asks for a file of that many bytes.
const PADDING: &str = "// pad to ";

/// The file as it is compiled: spaces are added where it asks for them.
pub(crate) fn padded(text: &str) -> String {
    let wanted = text.lines().find_map(|line| line.strip_prefix(PADDING)).and_then(|size| size.parse().ok());
    format!("{text}{}", " ".repeat(wanted.unwrap_or(0usize).saturating_sub(text.len())))
}

/// The file without its drawn lines.
pub(crate) fn without_drawings(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !is_drawn(line)).collect()
}

fn is_drawn(line: &str) -> bool {
    let Some(comment) = line.strip_prefix("//") else { return false };
    let comment = comment.trim_start();
    let marks = comment.trim_start_matches(['<', '^', '-']);
    let is_marked = marks.len() < comment.len() && (marks.starts_with(' ') || marks.trim().is_empty());
    is_marked || ["help: ", "label: ", "| "].iter().any(|start| comment.starts_with(start))
}

/// The file with everything that was found drawn into it.
pub(crate) fn with_drawings(text: &str, sources: &SourceMap, found: &Diagnostics) -> String {
    let mut drawings: Vec<(u32, String)> = Vec::new();
    for diagnostic in found.sorted() {
        let (line, marks) = mark(diagnostic.primary.span, '^', sources);
        drawings.push((line, draw(diagnostic, &marks)));
        for label in &diagnostic.secondary {
            let (line, marks) = mark(label.span, '-', sources);
            let drawing = (line, format!("{marks} {}\n", label.text));
            if !drawings.contains(&drawing) {
                drawings.push(drawing);
            }
        }
    }
    drawings.sort_by_key(|(line, _)| *line);
    let mut out = String::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        out.push_str(line);
        out.extend(drawings.iter().filter(|(at, _)| *at as usize == index + 1).map(|(_, drawing)| drawing.as_str()));
    }
    out
}

fn draw(diagnostic: &Diagnostic, marks: &str) -> String {
    let indentation = format!("//{}", " ".repeat(marks.chars().count() - 1));
    let message = diagnostic.message.replace('\n', &format!("\n{indentation}| "));
    let mut drawing = format!("{marks} {}[{}]: {message}\n", diagnostic.severity.word(), diagnostic.code);
    let label = (!diagnostic.primary.text.is_empty()).then(|| format!("label: {}", diagnostic.primary.text));
    let help = diagnostic.help.as_ref().map(|help| format!("help: {help}"));
    for line in label.into_iter().chain(help) {
        drawing.push_str(&format!("{indentation}{line}\n"));
    }
    drawing
}

/// The line of a range, and the marks under its part of that line.
fn mark(span: Span, sign: char, sources: &SourceMap) -> (u32, String) {
    let (line, column) = sources.position(span);
    let start = column as usize - 1;
    let text = &sources.file(span.file).text[span.start as usize..span.end as usize];
    let length = text.lines().next().unwrap_or("").chars().count().max(1);
    match start.checked_sub(2) {
        Some(indentation) => (line, format!("//{}{}", " ".repeat(indentation), sign.to_string().repeat(length))),
        None => (line, format!("//<{}", sign.to_string().repeat((start + length).saturating_sub(3)))),
    }
}
