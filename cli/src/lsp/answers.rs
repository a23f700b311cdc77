//! Answers to requests about a place in a rule file, or about a whole one.

use aud_rules_codegen::diag::Diagnostics;
use aud_rules_codegen::editor::{self, Completion, CompletionKind, Symbol, SymbolKind};
use aud_rules_codegen::source::{FileId, SourceMap, Span};
use aud_rules_codegen::syntax::print::format;
use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, DocumentSymbol, Documentation, Hover, Location,
    MarkupContent, MarkupKind, Position, Range, TextEdit, Uri,
};

use super::positions::Encoding;
use super::workspace::{Pack, Workspace};

/// A place in a rule file.
struct Spot<'w> {
    pack: &'w Pack,
    file: FileId,
    offset: u32,
    encoding: Encoding,
}

impl<'w> Spot<'w> {
    fn find(workspace: &'w mut Workspace, encoding: Encoding, uri: &Uri, position: Position) -> Option<Spot<'w>> {
        let (pack, file) = workspace.pack_with(uri)?;
        let offset = encoding.offset(&pack.texts.sources.file(file).text, position) as u32;
        Some(Spot { pack, file, offset, encoding })
    }

    fn range(&self, span: Span) -> Range {
        range(self.encoding, &self.pack.texts.sources, span)
    }
}

fn range(encoding: Encoding, sources: &SourceMap, span: Span) -> Range {
    encoding.range(&sources.file(span.file).text, span.start as usize, span.end as usize)
}

fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// What is known about the word at a place.
pub(super) fn hover(workspace: &mut Workspace, encoding: Encoding, uri: &Uri, position: Position) -> Option<Hover> {
    let spot = Spot::find(workspace, encoding, uri, position)?;
    let found = editor::hover(spot.pack.checked(), spot.file, spot.offset)?;
    Some(Hover { range: Some(spot.range(found.span)), contents: markdown(found.markdown).into() })
}

/// Where the word at a place is declared.
pub(super) fn definition(
    workspace: &mut Workspace,
    encoding: Encoding,
    uri: &Uri,
    position: Position,
) -> Option<Location> {
    let spot = Spot::find(workspace, encoding, uri, position)?;
    let span = editor::definition(spot.pack.checked(), spot.file, spot.offset)?;
    let (uri, _) = spot.pack.texts.files.get(span.file.0 as usize)?;
    Some(Location { uri: uri.clone(), range: spot.range(span) })
}

/// What could be written at a place, in the order in which it should be shown.
pub(super) fn completion(
    workspace: &Workspace,
    encoding: Encoding,
    uri: &Uri,
    position: Position,
) -> Option<Vec<CompletionItem>> {
    let (texts, file) = workspace.texts_with(uri)?;
    let offset = encoding.offset(&texts.sources.file(file).text, position) as u32;
    let (word, found) = editor::completions(&texts.sources, file, offset);
    let range = range(encoding, &texts.sources, word);
    Some(found.into_iter().enumerate().map(|(index, completion)| item(index, completion, range)).collect())
}

fn item(index: usize, completion: Completion, range: Range) -> CompletionItem {
    let Completion { label, kind, detail, doc, insert } = completion;
    CompletionItem {
        label,
        kind: Some(match kind {
            CompletionKind::Property => CompletionItemKind::Property,
            CompletionKind::Class => CompletionItemKind::Class,
            CompletionKind::Kind => CompletionItemKind::EnumMember,
            CompletionKind::Type => CompletionItemKind::TypeParameter,
            CompletionKind::Variable => CompletionItemKind::Variable,
            CompletionKind::Function | CompletionKind::Predicate => CompletionItemKind::Function,
            CompletionKind::Set => CompletionItemKind::Enum,
            CompletionKind::FlowKind => CompletionItemKind::Constant,
            CompletionKind::Table => CompletionItemKind::Struct,
            CompletionKind::Column => CompletionItemKind::Field,
            CompletionKind::Keyword => CompletionItemKind::Keyword,
        }),
        detail: (!detail.is_empty()).then_some(detail),
        documentation: (!doc.is_empty()).then(|| Documentation::from(markdown(doc))),
        sort_text: Some(format!("{index:04}")),
        text_edit: Some(CompletionItemTextEdit::from(TextEdit { range, new_text: insert })),
        ..CompletionItem::default()
    }
}

/// The items of a file.
pub(super) fn symbols(workspace: &mut Workspace, encoding: Encoding, uri: &Uri) -> Option<Vec<DocumentSymbol>> {
    let (pack, file) = workspace.pack_with(uri)?;
    let symbols = editor::symbols(pack.checked(), file);
    Some(symbols.into_iter().map(|found| symbol(encoding, &pack.texts.sources, found)).collect())
}

fn symbol(encoding: Encoding, sources: &SourceMap, found: Symbol) -> DocumentSymbol {
    let kind = match found.kind {
        SymbolKind::Set => gen_lsp_types::SymbolKind::Enum,
        SymbolKind::Table => gen_lsp_types::SymbolKind::Struct,
        SymbolKind::Column => gen_lsp_types::SymbolKind::Field,
        SymbolKind::Predicate | SymbolKind::Definition => gen_lsp_types::SymbolKind::Function,
        SymbolKind::Rule => gen_lsp_types::SymbolKind::Event,
        SymbolKind::View => gen_lsp_types::SymbolKind::Interface,
        SymbolKind::Kind => gen_lsp_types::SymbolKind::Constant,
        SymbolKind::Problem => gen_lsp_types::SymbolKind::Object,
    };
    let children: Vec<_> = found.parts.into_iter().map(|part| symbol(encoding, sources, part)).collect();
    DocumentSymbol {
        name: found.name,
        kind,
        detail: Some(format!("{:?}", found.kind).to_lowercase()),
        range: range(encoding, sources, found.span),
        selection_range: range(encoding, sources, found.name_span),
        children: (!children.is_empty()).then_some(children),
        tags: None,
        #[allow(deprecated, reason = "the field has to be given")]
        deprecated: None,
    }
}

/// The edits that give a file its canonical form; none when it can not be parsed.
pub(super) fn formatting(workspace: &Workspace, encoding: Encoding, uri: &Uri) -> Option<Vec<TextEdit>> {
    let (texts, file) = workspace.texts_with(uri)?;
    let text = &texts.sources.file(file).text;
    let formatted = format(file, &texts.sources, &mut Diagnostics::default())?;
    if formatted == *text {
        return Some(Vec::new());
    }
    // Only the lines from the first to the last that change, so that cursors elsewhere stay where they are.
    let same = |(old, new): (&&str, &&str)| (old == new).then_some(old.len());
    let (old, new): (Vec<&str>, Vec<&str>) =
        (text.split_inclusive('\n').collect(), formatted.split_inclusive('\n').collect());
    let start: usize = old.iter().zip(&new).map_while(same).sum();
    let most = text.len().min(formatted.len()) - start;
    let mut end = 0;
    for length in old.iter().rev().zip(new.iter().rev()).map_while(same) {
        if end + length > most {
            break;
        }
        end += length;
    }
    let range = encoding.range(text, start, text.len() - end);
    Some(vec![TextEdit { range, new_text: formatted[start..formatted.len() - end].to_owned() }])
}
