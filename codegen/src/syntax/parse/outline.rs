//! From the text of a rule file to chunks of one item each, by lexemes alone: this can not fail.
//!
//! A chunk begins where a line begins with the keyword of an item and a name (or with the doc comment above it),
//! however badly the brackets before it are balanced. Outside all brackets any two words at the beginning of a line
//! begin one, so that a misspelt keyword spoils only its own item.

use pest::Parser as _;
use pest::iterators::Pair;

use super::grammar::{Grammar, Rule};
use super::mistakes::DIVIDE_IT;
use super::{MAX_BRACKETS, words};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// The part of a file that holds one item, or something that is none.
pub(super) struct Chunk {
    /// First byte: that of the doc comment, if there is one.
    pub(super) start: usize,
    /// Where the next one begins.
    pub(super) end: usize,
    /// The rule that parses it; none when it does not begin with the keyword of an item.
    pub(super) item: Option<Rule>,
    /// Its lexemes that are no comments.
    pub(super) lexemes: Vec<Lexeme>,
    /// Offsets of the brackets that are still open at its end.
    pub(super) open: Vec<usize>,
    /// It has a mistake that was reported and that makes parsing it useless.
    is_unusable: bool,
}

/// A lexeme and its range in the file.
#[derive(Clone, Copy)]
pub(super) struct Lexeme {
    pub(super) rule: Rule,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Cuts a file into chunks. Those with a mistake in their lexemes are reported here and left out.
pub(super) fn outline(file: FileId, source: &str, diagnostics: &mut Diagnostics) -> Vec<Chunk> {
    let mut chunks = chunks(file, source, diagnostics);
    chunks.retain(|chunk| !chunk.is_unusable);
    chunks
}

/// Cuts a file into chunks, also those with a mistake in their lexemes; there is at least one.
pub(super) fn chunks(file: FileId, source: &str, diagnostics: &mut Diagnostics) -> Vec<Chunk> {
    let lexemes = lexemes(source);
    let mut cutter = Cutter { file, source, diagnostics, chunks: vec![Chunk::new(0, None)], docs: None };
    let mut is_line_start = true;
    for (index, lexeme) in lexemes.iter().enumerate() {
        if lexeme.rule == Rule::line_end {
            is_line_start = true;
            continue;
        }
        if is_line_start && lexeme.rule == Rule::word {
            cutter.cut_at(*lexeme, &lexemes[index + 1..]);
        }
        if lexeme.rule != Rule::doc {
            cutter.docs = None;
        } else if is_line_start {
            cutter.docs.get_or_insert(lexeme.start);
        }
        cutter.add(*lexeme);
        is_line_start = false;
    }
    let mut chunks = cutter.chunks;
    for index in 0..chunks.len() {
        chunks[index].end = chunks.get(index + 1).map_or(source.len(), |next| next.start);
    }
    chunks
}

/// All lexemes but white space and comments.
fn lexemes(source: &str) -> Vec<Lexeme> {
    let outline = Grammar::parse(Rule::outline, source).ok().and_then(|mut pairs| pairs.next());
    let to_lexeme = |pair: Pair<Rule>| {
        let span = pair.as_span();
        Lexeme { rule: pair.as_rule(), start: span.start(), end: span.end() }
    };
    outline.into_iter().flat_map(Pair::into_inner).map(to_lexeme).filter(|l| l.rule != Rule::EOI).collect()
}

impl Chunk {
    fn new(start: usize, item: Option<Rule>) -> Chunk {
        Chunk { start, end: start, item, lexemes: Vec::new(), open: Vec::new(), is_unusable: false }
    }
}

struct Cutter<'a> {
    file: FileId,
    source: &'a str,
    diagnostics: &'a mut Diagnostics,
    chunks: Vec<Chunk>,
    /// Where the doc comment begins that stands directly above.
    docs: Option<usize>,
}

impl Cutter<'_> {
    fn chunk(&mut self) -> &mut Chunk {
        let last = self.chunks.len() - 1;
        &mut self.chunks[last]
    }

    /// Begins a chunk with the first word of a line when that looks like an item.
    fn cut_at(&mut self, word: Lexeme, behind: &[Lexeme]) {
        let Some(next) = behind.first().filter(|next| next.rule == Rule::word) else { return };
        let text = |word: Lexeme| &self.source[word.start..word.end];
        let is_private = text(word) == words::PRIVATE;
        let keyword = if is_private { *next } else { word };
        let item = words::item(text(keyword));
        // Inside brackets `kind` and `problem` may be variables that a line begins with; behind the name of a kind there
        // is nothing, and behind that of a problem a brace.
        let after = behind.get(1 + usize::from(is_private)).map(|after| after.rule);
        let is_certain = match item {
            Some(Rule::kind_item) => after.is_none_or(|after| after == Rule::line_end),
            Some(Rule::problem_item) => after == Some(Rule::opening),
            item => item.is_some(),
        };
        if !is_certain && !self.chunk().open.is_empty() {
            return;
        }
        let start = self.docs.unwrap_or(word.start);
        let mut chunk = Chunk::new(start, item);
        let before = self.chunk();
        let n_kept = before.lexemes.iter().take_while(|lexeme| lexeme.start < start).count();
        chunk.lexemes = before.lexemes.split_off(n_kept);
        self.chunks.push(chunk);
    }

    /// Adds a lexeme to the last chunk.
    fn add(&mut self, lexeme: Lexeme) {
        self.chunk().lexemes.push(lexeme);
        match lexeme.rule {
            Rule::opening => {
                self.chunk().open.push(lexeme.start);
                if self.chunk().open.len() > MAX_BRACKETS {
                    let message = format!("brackets are nested more than {MAX_BRACKETS} levels deep");
                    self.give_up(Code::TooDeep, lexeme, message, "here", DIVIDE_IT);
                }
            }
            Rule::closing => {
                self.chunk().open.pop();
            }
            Rule::open_text => {
                let help = "end it with `\"` on the same line; `\\n` stands for a line break";
                self.give_up(Code::Unfinished, lexeme, "the text has no end".into(), "begins here", help);
            }
            Rule::open_long_text => {
                let opening = Lexeme { end: lexeme.start + 3, ..lexeme };
                let help = "end it with `\"\"\"`; when it has an end, a `\"\"\"` before it has none";
                self.give_up(Code::Unfinished, opening, "the text has no end".into(), "begins here", help);
            }
            Rule::open_pattern => {
                let help = "end it with `/` on the same line; write `\\/` for a slash inside";
                self.give_up(Code::Unfinished, lexeme, "the pattern has no end".into(), "begins here", help);
            }
            _ => {}
        }
    }

    /// Reports the first mistake of a chunk and marks it as unusable.
    fn give_up(&mut self, code: Code, lexeme: Lexeme, message: String, label: &str, help: &str) {
        if std::mem::replace(&mut self.chunk().is_unusable, true) {
            return;
        }
        let end = lexeme.start + self.source[lexeme.start..lexeme.end].trim_end().len();
        let span = Span { file: self.file, start: lexeme.start as u32, end: end as u32 };
        self.diagnostics.push(Diagnostic::new(code, span, message).label(label).help(help));
    }
}
