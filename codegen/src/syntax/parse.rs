//! From the text of a rule file to its spanned tree, with every mistake of every item as a diagnostic.
//!
//! Only this module and its children know pest. pest stops at its first error, therefore the file is read twice: the
//! outline cuts it into chunks of one item each, then each chunk is parsed on its own and skipped when it is broken.

mod aggregates;
pub(in crate::syntax) mod concrete;
pub mod cursor;
mod exprs;
mod flow;
mod hidden;
mod items;
mod mistakes;
mod outline;
mod problems;
mod questions;
mod rules;

mod words;

use pest::Parser as _;
use pest::iterators::Pair;

use super::ast::{Expr, ExprKind, File, Item, Literal, Name, Spanned};
use super::text;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, MAX_FILE_BYTES, SourceMap, Span};
use grammar::Grammar;
pub(in crate::syntax) use grammar::Rule;
use outline::Chunk;

/// Items above this size are not parsed, but for sets: the longest item of the catalogue has a sixth of it. What takes
/// a time that grows with the square of an item stays short.
pub const MAX_ITEM_BYTES: usize = 1 << 15;
/// Brackets may be nested this deep.
pub const MAX_BRACKETS: usize = 64;
/// An expression may be nested this deep, each operator of a chain counted, so that no later pass can run out of stack.
pub const MAX_DEPTH: usize = 256;

/// What pest makes of `rules.pest`.
#[allow(missing_docs, unreachable_pub, reason = "the derive macro writes the rules as public and without docs")]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "syntax/rules.pest"]
    pub struct Grammar;
}

/// Parses a file. Items that are broken are reported and left out. Of a library only what other files can name is parsed: its
/// rules and problems are compiled already.
pub fn parse(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> File {
    let source = &sources.file(file).text;
    if source.len() > MAX_FILE_BYTES {
        let message = format!("the file has more than {MAX_FILE_BYTES} bytes, the most that a rule file may have");
        let start = Span { file, start: 0, end: 0 };
        diagnostics.push(Diagnostic::new(Code::TooLarge, start, message).help("divide it into several files"));
        return File::default();
    }
    if hidden::report(file, source, diagnostics) {
        return File::default();
    }
    let is_library = sources.file(file).is_library;
    let mut items = Vec::new();
    for chunk in outline::outline(file, source, diagnostics) {
        if is_library && matches!(chunk.item, Some(Rule::rule_item | Rule::problem_item)) {
            continue;
        }
        if diagnostics.is_full() {
            break;
        }
        items.extend(parse_chunk(file, source, &chunk, diagnostics));
    }
    File { items }
}

/// Parses the item of a chunk and complains about what stands behind it.
fn parse_chunk(file: FileId, source: &str, chunk: &Chunk, diagnostics: &mut Diagnostics) -> Option<Item> {
    let input = &source[chunk.start..chunk.end];
    let Some(rule) = chunk.item else {
        mistakes::report_no_item(file, source, chunk, chunk.start, diagnostics);
        return None;
    };
    if rule != Rule::set_item && input.len() > MAX_ITEM_BYTES {
        mistakes::report_large_item(file, source, chunk, diagnostics);
        return None;
    }
    let pair = match Grammar::parse(rule, input) {
        Ok(mut pairs) => pairs.next()?,
        Err(error) => {
            mistakes::report(file, source, chunk, &error, diagnostics);
            return None;
        }
    };
    mistakes::report_no_item(file, source, chunk, chunk.start + pair.as_span().end(), diagnostics);
    let mut reader = Reader {
        file,
        base: chunk.start,
        source,
        diagnostics,
        is_in_json: false,
        depth: 0,
        is_too_deep: false,
        cut: None,
        calls: Vec::new(),
    };
    let item = reader.item(pair);
    (!reader.is_too_deep).then_some(item).flatten()
}

/// Builds the tree of one chunk from pest's pairs.
struct Reader<'a> {
    file: FileId,
    /// Offset of the chunk in the file: pairs count from its beginning.
    base: usize,
    source: &'a str,
    diagnostics: &'a mut Diagnostics,
    /// Inside `json`, where objects and `[for ...]` are allowed.
    is_in_json: bool,
    /// Levels of the tree above the expression that is being built.
    depth: usize,
    /// Something was left out because it lies too deep; the item is of no use.
    is_too_deep: bool,
    /// The `where` that the layout gives back to the rule: see [`rules`].
    cut: Option<Cut>,
    /// Functions and predicates that are called.
    calls: Vec<String>,
}

/// A `where` that pest read as part of an aggregate but that is a statement of its own.
#[derive(Clone, Copy)]
struct Cut {
    /// Offset of the `where` in the chunk.
    at: usize,
    /// Where the text before it ends in the chunk.
    end: usize,
}

impl Reader<'_> {
    /// The range of a pair in the file, without what was cut off.
    fn span(&self, pair: &Pair<Rule>) -> Span {
        let span = pair.as_span();
        let end = match self.cut {
            Some(cut) if span.start() < cut.end && span.end() > cut.end => cut.end,
            _ => span.end(),
        };
        Span { file: self.file, start: (self.base + span.start()) as u32, end: (self.base + end) as u32 }
    }

    /// The name that a pair of one word holds.
    fn name(&self, pair: &Pair<Rule>) -> Name {
        Spanned { node: pair.as_str().to_string(), span: self.span(pair) }
    }

    /// What stands in a `"text"`; reports escapes that do not exist.
    fn text(&mut self, pair: &Pair<Rule>) -> Spanned<String> {
        let span = self.span(pair);
        let quoted = pair.as_str();
        let (node, unknown) = text::unescape(&quoted[1..quoted.len() - 1]);
        for (at, escape) in unknown {
            let start = span.start + 1 + at as u32;
            let place = Span { start, end: start + 1 + escape.len_utf8() as u32, ..span };
            let message = format!("there is no escape `\\{escape}`");
            let help = "the escapes are `\\\"`, `\\\\`, `\\n` and `\\t`; write `\\\\` for a backslash";
            let diagnostic = Diagnostic::new(Code::UnknownEscape, place, message).help(help);
            self.diagnostics.push(diagnostic);
        }
        Spanned { node, span }
    }

    /// A literal of any form.
    fn literal(&mut self, pair: &Pair<Rule>) -> Spanned<Literal> {
        let span = self.span(pair);
        let node = match pair.as_rule() {
            Rule::text => Literal::Text(self.text(pair).node),
            Rule::yes => Literal::Bool(true),
            Rule::no => Literal::Bool(false),
            Rule::int => Literal::Int(pair.as_str().parse().unwrap_or_else(|_| {
                self.out_of_range(span, "a whole number lies between -2^63 and 2^63 - 1");
                0
            })),
            Rule::real => match pair.as_str().parse::<f64>() {
                Ok(real) if real.is_finite() => Literal::Real(real),
                _ => {
                    self.out_of_range(span, "a floating-point number lies within about 1.8e308 of zero");
                    Literal::Real(0.0)
                }
            },
            _ => Literal::None,
        };
        Spanned { node, span }
    }

    fn out_of_range(&mut self, span: Span, help: &str) {
        let diagnostic = Diagnostic::new(Code::NumberOutOfRange, span, "the number is out of range").help(help);
        self.diagnostics.push(diagnostic);
    }

    /// Stands where an expression was left out.
    fn missing(&self, span: Span) -> Expr {
        Expr { kind: ExprKind::Literal(Literal::None), span }
    }

    /// Builds an expression that lies `levels` deeper than the current one.
    fn deeper(&mut self, levels: usize, pair: Pair<Rule>) -> Expr {
        let span = self.span(&pair);
        if !self.can_go_deeper(levels, span) {
            return self.missing(span);
        }
        self.depth += levels;
        let expr = self.expr(pair);
        self.depth -= levels;
        expr
    }

    /// Reports an expression that has more levels than it may have.
    fn can_go_deeper(&mut self, levels: usize, span: Span) -> bool {
        if self.depth + levels <= MAX_DEPTH {
            return true;
        }
        if !self.is_too_deep {
            self.is_too_deep = true;
            let message = format!("the expression is nested more than {MAX_DEPTH} levels deep");
            self.diagnostics.push(Diagnostic::new(Code::TooDeep, span, message).help(mistakes::DIVIDE_IT));
        }
        false
    }

    /// Builds a sub-expression.
    fn operand(&mut self, pair: Pair<Rule>) -> Expr {
        self.deeper(1, pair)
    }
}
