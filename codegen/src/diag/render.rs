//! From one diagnostic to text for people, with or without colour, or to a JSON object for editors and CI.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::hidden::{printable, quoted};
use super::{Diagnostic, Label, Severity};
use crate::source::{FileId, SourceMap, Span};

/// Whether the text is for a terminal that shows colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Color {
    /// Plain text.
    Never,
    /// With ANSI escape sequences.
    Always,
}

/// A diagnostic as text: the message, the lines it speaks of with the ranges underlined, and the help.
pub fn render(diagnostic: &Diagnostic, sources: &SourceMap, color: Color) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.id());
    let home = diagnostic.primary.span.file;
    let mut group = title.element(snippet(diagnostic, sources, home));
    let mut others: Vec<FileId> =
        diagnostic.secondary.iter().map(|label| label.span.file).filter(|file| *file != home).collect();
    others.sort_unstable();
    others.dedup();
    for file in others {
        group = group.element(snippet(diagnostic, sources, file));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    let report: &[Group] = &[group];
    let renderer = match color {
        Color::Never => Renderer::plain(),
        Color::Always => Renderer::styled(),
    };
    format!("{}\n", renderer.render(report))
}

/// The part of a diagnostic that lies in one file.
fn snippet<'a>(diagnostic: &Diagnostic, sources: &'a SourceMap, file: FileId) -> Snippet<'a, Annotation<'a>> {
    let source = sources.file(file);
    let primary = std::iter::once((AnnotationKind::Primary, &diagnostic.primary));
    let secondary = diagnostic.secondary.iter().map(|label| (AnnotationKind::Context, label));
    let labels: Vec<_> = primary.chain(secondary).filter(|(_, label)| label.span.file == file).collect();
    let ranges = || labels.iter().map(|(_, label)| range(&source.text, label.span));
    // The renderer reads all that it is given, so it is given the lines that it shows.
    let start = ranges().map(|range| range.start).min().unwrap_or(0);
    let start = source.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let end = ranges().map(|range| range.end).max().unwrap_or(0);
    let end = source.text[end..].find('\n').map_or(source.text.len(), |at| end + at + 1);
    let first_line = sources.position(Span { file, start: start as u32, end: start as u32 }).0;
    let annotations = labels.into_iter().map(|(kind, label)| {
        let range = range(&source.text, label.span);
        let annotation = kind.span(range.start - start..range.end - start);
        if label.text.is_empty() { annotation } else { annotation.label(printable(&label.text)) }
    });
    let lines = quoted(&source.text[start..end]);
    Snippet::source(lines).line_start(first_line as usize).path(printable(&source.path)).annotations(annotations)
}

/// The range, moved into the text and to the boundaries of characters: a wrong one is shown badly instead of being fatal.
fn range(text: &str, span: Span) -> std::ops::Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// A diagnostic as a JSON object; lines and columns begin at 1, columns count characters, the end is exclusive.
pub fn to_json(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let mut object = json!({
        "code": diagnostic.code.id(),
        "severity": diagnostic.severity.word(),
        "message": diagnostic.message,
    });
    let place = label_json(&diagnostic.primary, sources);
    object["file"] = place["file"].clone();
    object["range"] = place["range"].clone();
    object["label"] = place["message"].clone();
    object["labels"] = diagnostic.secondary.iter().map(|label| label_json(label, sources)).collect();
    object["help"] = json!(diagnostic.help);
    object
}

fn label_json(label: &Label, sources: &SourceMap) -> Value {
    let source = sources.file(label.span.file);
    let range = range(&source.text, label.span);
    let position = |at: usize| {
        let at = at as u32;
        let (line, column) = sources.position(Span { file: label.span.file, start: at, end: at });
        json!({ "line": line, "column": column })
    };
    json!({
        "file": source.path,
        "range": { "start": position(range.start), "end": position(range.end) },
        "message": label.text,
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::diag::{Code, Diagnostics};

    fn sample() -> (SourceMap, Diagnostic) {
        let mut sources = SourceMap::default();
        let a = sources.add("a.rules", "table hooks {\n    höhe: text\n}\n");
        let b = sources.add("b.rules", "rule r -> hoks {\n}\n");
        let diagnostic =
            Diagnostic::new(Code::UnknownTable, Span { file: b, start: 10, end: 14 }, "there is no table `ho\u{1b}ks`")
                .label("not declared")
                .also(Span { file: a, start: 6, end: 11 }, "a table with a similar name")
                .help("did you mean `hooks`?");
        (sources, diagnostic)
    }

    #[test]
    fn text_shows_every_range() {
        let (sources, diagnostic) = sample();
        expect![[r#"
            error[AR0104]: there is no table `ho\u{1b}ks`
             --> b.rules:1:11
              |
            1 | rule r -> hoks {
              |           ^^^^ not declared
              |
             ::: a.rules:1:7
              |
            1 | table hooks {
              |       ----- a table with a similar name
              |
              = help: did you mean `hooks`?
        "#]]
        .assert_eq(&render(&diagnostic, &sources, Color::Never));
        let colored = render(&diagnostic, &sources, Color::Always);
        assert!(colored.contains("\u{1b}[") && !colored.contains("\u{1b}ks"), "{colored}");
    }

    #[test]
    fn json_has_ranges_from_one() {
        let (sources, diagnostic) = sample();
        let mut all = Diagnostics::default();
        all.push(diagnostic.clone());
        all.push(diagnostic);
        expect![[r#"
            [
              {
                "code": "AR0104",
                "severity": "error",
                "message": "there is no table `ho\u001bks`",
                "file": "b.rules",
                "range": {
                  "start": {
                    "line": 1,
                    "column": 11
                  },
                  "end": {
                    "line": 1,
                    "column": 15
                  }
                },
                "label": "not declared",
                "labels": [
                  {
                    "file": "a.rules",
                    "range": {
                      "start": {
                        "line": 1,
                        "column": 7
                      },
                      "end": {
                        "line": 1,
                        "column": 12
                      }
                    },
                    "message": "a table with a similar name"
                  }
                ],
                "help": "did you mean `hooks`?"
              }
            ]"#]]
        .assert_eq(&serde_json::to_string_pretty(&all.to_json(&sources)).unwrap());
    }

    #[test]
    fn ranges_outside_the_text_are_moved_into_it() {
        let (sources, mut diagnostic) = sample();
        for (start, end) in [(500, 900), (20, 19), (0, 0), (19, 19)] {
            diagnostic.primary.span.start = start;
            diagnostic.primary.span.end = end;
            assert!(!render(&diagnostic, &sources, Color::Never).is_empty());
            assert!(to_json(&diagnostic, &sources)["range"].is_object());
        }
        let file = diagnostic.secondary[0].span.file;
        // The second byte of `ö`.
        diagnostic.primary.span = Span { file, start: 20, end: 20 };
        assert!(render(&diagnostic, &sources, Color::Never).contains("höhe"));
    }
}
