//! From pest's errors to diagnostics: what was expected in words, what was found, and what could have been meant.

use pest::error::{Error, ErrorVariant, InputLocation};

use super::grammar::Rule;
use super::outline::{Chunk, Lexeme};
use super::{MAX_ITEM_BYTES, words};
use crate::diag::{Code, Diagnostic, Diagnostics, did_you_mean, either};
use crate::source::{FileId, Span};

/// Help for what is nested too deeply.
pub(super) const DIVIDE_IT: &str = "divide it with `let` or a `predicate`";

/// Reports why a chunk could not be parsed.
pub(super) fn report(file: FileId, source: &str, chunk: &Chunk, error: &Error<Rule>, diagnostics: &mut Diagnostics) {
    let at = chunk.start
        + match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
    let place = Site { file, source, chunk, at };
    diagnostics.push(match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => place.explain(positives),
        // Only the guard of the stack makes errors of this form.
        ErrorVariant::CustomError { .. } => {
            Diagnostic::new(Code::TooDeep, place.span(), "the expression is nested too deeply").help(DIVIDE_IT)
        }
    });
}

/// Reports an item that is too large to be parsed.
pub(super) fn report_large_item(file: FileId, source: &str, chunk: &Chunk, diagnostics: &mut Diagnostics) {
    let first = chunk.lexemes.iter().find(|lexeme| lexeme.rule != Rule::doc).map_or(chunk.start, |lexeme| lexeme.start);
    let message = format!("the item has more than {MAX_ITEM_BYTES} bytes, the most that all but a set may have");
    let span = Site { file, source, chunk, at: first }.span();
    diagnostics.push(Diagnostic::new(Code::TooLarge, span, message).help("divide it into several"));
}

/// Reports what stands in a chunk from an offset of the file on, if anything: it belongs to no item.
pub(super) fn report_no_item(file: FileId, source: &str, chunk: &Chunk, from: usize, diagnostics: &mut Diagnostics) {
    let left = || chunk.lexemes.iter().filter(|lexeme| lexeme.start >= from);
    // A doc comment is what is wrong only when nothing follows it.
    let Some(first) = left().find(|lexeme| lexeme.rule != Rule::doc).or_else(|| left().next()) else { return };
    let place = Site { file, source, chunk, at: first.start };
    let keywords = words::ITEMS.iter().map(|(word, _)| *word);
    let wanted: Vec<String> = keywords.clone().map(|word| format!("`{word}`")).collect();
    diagnostics.push(place.describe(&wanted, &keywords.collect::<Vec<_>>()));
}

/// A place in a chunk where something else was expected.
struct Site<'a> {
    file: FileId,
    source: &'a str,
    chunk: &'a Chunk,
    /// Offset in the file.
    at: usize,
}

impl Site<'_> {
    /// The lexeme at the place; a place in the middle of one counts from there. A sign that is repeated (`&&`) is one.
    fn lexeme(&self) -> Option<Lexeme> {
        let found = self.chunk.lexemes.iter().find(|lexeme| lexeme.end > self.at)?;
        let start = found.start.max(self.at);
        let mut end = found.end;
        if found.rule == Rule::other {
            let sign = &self.source[start..end];
            while self.source[end..self.chunk.end].starts_with(sign) {
                end += sign.len();
            }
        }
        Some(Lexeme { start, end, ..*found })
    }

    /// The range to underline: the lexeme, or the last one before the end.
    fn span(&self) -> Span {
        let (start, end) = match self.lexeme().or(self.chunk.lexemes.last().copied()) {
            Some(lexeme) => (lexeme.start, lexeme.end),
            None => (self.at, self.at),
        };
        // Only the first line of a text that has several.
        let end = self.source[start..end].find('\n').map_or(end, |newline| start + newline);
        Span { file: self.file, start: start as u32, end: end as u32 }
    }

    /// What pest expected, put into words.
    fn explain(&self, expected: &[Rule]) -> Diagnostic {
        let mut wanted: Vec<String> = expected.iter().filter_map(|rule| words::describe(*rule)).collect();
        // Words for many things go last.
        wanted.sort_by_key(|words| (words.starts_with("an operator"), !words.starts_with('`'), words.clone()));
        wanted.dedup();
        let candidates: Vec<&str> = expected.iter().flat_map(|rule| words::candidates(*rule)).collect();
        let takes_variable = expected.iter().any(|rule| matches!(rule, Rule::variable | Rule::param));
        match self.lexeme() {
            Some(lexeme) if takes_variable && lexeme.rule == Rule::word => self.reserved(lexeme),
            Some(lexeme) if expected.contains(&Rule::unique_key) && self.source[lexeme.start..].starts_with(',') => {
                self.describe(&wanted, &candidates).help("columns need nothing between them, only lines of their own")
            }
            _ => self.describe(&wanted, &candidates),
        }
    }

    fn reserved(&self, word: Lexeme) -> Diagnostic {
        let word = &self.source[word.start..word.end];
        let message = if word.starts_with(|c: char| c.is_ascii_digit()) {
            format!("a variable can not be called `{word}`: names begin with a letter")
        } else {
            format!("a variable can not be called `{word}`: that is a word of the language")
        };
        Diagnostic::new(Code::Syntax, self.span(), message).label("choose another name")
    }

    /// A diagnostic for the place, given what could stand there.
    fn describe(&self, wanted: &[String], candidates: &[&str]) -> Diagnostic {
        let span = self.span();
        let expected = if wanted.is_empty() { "something else".to_string() } else { either(wanted) };
        let Some(lexeme) = self.lexeme() else { return self.at_end(span, &expected) };
        let found = &self.source[lexeme.start..lexeme.end];
        let message = format!("expected {expected}, found {}", quote(lexeme.rule, found));
        match lexeme.rule {
            Rule::doc => Diagnostic::new(Code::StrayDoc, span, "the doc comment describes nothing")
                .help("`///` describes the item or column that follows; write `//` for a remark"),
            Rule::word | Rule::like_pattern => match did_you_mean(found, candidates.iter().copied()) {
                Some(help) => {
                    let message = format!("`{found}` is no keyword that can stand here");
                    Diagnostic::new(Code::UnknownKeyword, span, message)
                        .label(format!("expected {expected}"))
                        .help(help)
                }
                None => self.syntax(span, message, &expected),
            },
            _ => self.syntax(span, message, &expected),
        }
    }

    fn syntax(&self, span: Span, message: String, expected: &str) -> Diagnostic {
        let hint = words::hint(&self.source[span.start as usize..self.chunk.end]).map(str::to_string);
        Diagnostic::new(Code::Syntax, span, message).label(format!("expected {expected}")).help(hint)
    }

    /// The chunk ends too early: a bracket has no end, or the item has no body.
    fn at_end(&self, last: Span, expected: &str) -> Diagnostic {
        let next = if self.chunk.end == self.source.len() { "the end of the file" } else { "the next item" };
        match self.chunk.open.last() {
            Some(&open) => {
                let bracket = Span { file: self.file, start: open as u32, end: open as u32 + 1 };
                let message = format!("the bracket `{}` has no end", &self.source[open..open + 1]);
                let label = format!("expected {expected} after this, found {next}");
                Diagnostic::new(Code::Unfinished, bracket, message).label("begins here").also(last, label)
            }
            None => {
                let message = format!("expected {expected}, found {next}");
                Diagnostic::new(Code::Syntax, last, message).label(format!("expected {expected} after this"))
            }
        }
    }
}

/// What was found, short enough for a message.
fn quote(rule: Rule, found: &str) -> String {
    match rule {
        Rule::text | Rule::long_text => "a text".to_string(),
        _ => format!("`{found}`"),
    }
}
