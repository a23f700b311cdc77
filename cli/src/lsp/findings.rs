//! From the diagnostics of a pack to those of the protocol, for each of its files.

use aud_rules_codegen::diag::{Diagnostic, Label, Severity};
use gen_lsp_types::{DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range, Uri};

use super::positions::Encoding;
use super::workspace::Pack;

/// What is sent about one file.
pub(super) struct FileFindings {
    /// The file.
    pub(super) uri: Uri,
    /// The state that was looked at, when the file is open.
    pub(super) version: Option<i32>,
    /// What was found; perhaps nothing.
    pub(super) diagnostics: Vec<gen_lsp_types::Diagnostic>,
}

/// What was found in each file of a pack.
pub(super) fn of_pack(pack: &Pack, encoding: Encoding) -> Vec<FileFindings> {
    let mut all: Vec<FileFindings> = pack
        .texts
        .files
        .iter()
        .map(|(uri, version)| FileFindings { uri: uri.clone(), version: *version, diagnostics: Vec::new() })
        .collect();
    for found in pack.analysis.diagnostics.sorted() {
        if let Some(file) = all.get_mut(found.primary.span.file.0 as usize) {
            file.diagnostics.push(converted(found, pack, encoding));
        }
    }
    let unusable = pack.texts.unusable.iter().map(|(uri, reason)| {
        let diagnostic = gen_lsp_types::Diagnostic {
            severity: Some(DiagnosticSeverity::Error),
            source: Some("aud-rules".to_owned()),
            message: reason.clone().into(),
            ..Default::default()
        };
        FileFindings { uri: uri.clone(), version: None, diagnostics: vec![diagnostic] }
    });
    all.extend(unusable);
    all
}

/// The message says all that the command line says; what stands in other places is related information.
fn converted(found: &Diagnostic, pack: &Pack, encoding: Encoding) -> gen_lsp_types::Diagnostic {
    let mut message = found.message.clone();
    if !found.primary.text.is_empty() {
        message += &format!(": {}", found.primary.text);
    }
    if let Some(help) = &found.help {
        message += &format!("\nhelp: {help}");
    }
    let related: Vec<_> = found.secondary.iter().filter_map(|label| related(label, pack, encoding)).collect();
    gen_lsp_types::Diagnostic {
        range: range(&found.primary, pack, encoding),
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        }),
        code: Some(found.code.id().to_owned().into()),
        source: Some("aud-rules".to_owned()),
        message: message.into(),
        related_information: (!related.is_empty()).then_some(related),
        ..Default::default()
    }
}

fn related(label: &Label, pack: &Pack, encoding: Encoding) -> Option<DiagnosticRelatedInformation> {
    let (uri, _) = pack.texts.files.get(label.span.file.0 as usize)?;
    let location = Location { uri: uri.clone(), range: range(label, pack, encoding) };
    Some(DiagnosticRelatedInformation { location, message: label.text.clone() })
}

fn range(label: &Label, pack: &Pack, encoding: Encoding) -> Range {
    let text = &pack.texts.sources.file(label.span.file).text;
    encoding.range(text, label.span.start as usize, label.span.end as usize)
}
