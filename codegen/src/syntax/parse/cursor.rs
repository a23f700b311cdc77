//! From a place in a rule file, which may be broken, to what the grammar lets stand there.
//!
//! Only the text before the place counts. Where pest can not go on at its end, it says which rules of the grammar it
//! tried there; these are what can follow.

use std::ops::Range;

use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};

use super::grammar::{Grammar, Rule};
use super::outline::{Chunk, chunks};
use super::words;
use crate::diag::Diagnostics;
use crate::source::FileId;

/// What is known about a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CursorContext {
    /// The item around it, with its doc comment, up to where the next one begins.
    pub item: Range<usize>,
    /// What the place lies in.
    pub inside: Inside,
    /// Brackets that are open there, the outermost first.
    pub open: Vec<char>,
    /// Words of the language that can stand there, sorted.
    pub keywords: Vec<&'static str>,
    /// The word before it, when only white space lies between.
    pub word_before: String,
}

/// What a place lies in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Inside {
    /// The rules themselves.
    Code,
    /// `node("...`: the name of a syntax kind.
    Kind,
    /// A comment, a text or a pattern.
    Text,
}

/// Looks at the place before a byte of a file.
pub fn look_at(source: &str, at: usize) -> CursorContext {
    let before = &source[..at];
    let chunk = last_chunk(before);
    let end = all_chunks(source).into_iter().map(|chunk| chunk.start).find(|start| *start > at);
    let inside = inside(before, &chunk);
    let keywords = if inside == Inside::Code { expected(before, &chunk) } else { Vec::new() };
    let word_before = chunk.lexemes.last().filter(|last| last.rule == Rule::word);
    CursorContext {
        item: chunk.start..end.unwrap_or(source.len()),
        inside,
        open: chunk.open.iter().filter_map(|open| before[*open..].chars().next()).collect(),
        keywords,
        word_before: word_before.map_or(String::new(), |word| before[word.start..word.end].to_owned()),
    }
}

/// The ranges of all items of a file, each with its doc comment and without the white space behind it.
pub fn item_ranges(source: &str) -> Vec<Range<usize>> {
    let chunks = all_chunks(source).into_iter();
    let range = |chunk: Chunk| Some(chunk.start..chunk.lexemes.last()?.end);
    chunks.filter(|chunk| chunk.item.is_some()).filter_map(range).collect()
}

fn all_chunks(source: &str) -> Vec<Chunk> {
    chunks(FileId(0), source, &mut Diagnostics::default())
}

fn last_chunk(before: &str) -> Chunk {
    all_chunks(before).pop().expect("the outline begins with a chunk")
}

fn inside(before: &str, chunk: &Chunk) -> Inside {
    let Some((last, earlier)) = chunk.lexemes.split_last() else { return after_lexemes(before, chunk.start) };
    match last.rule {
        Rule::open_text => {
            let text =
                |back: usize| earlier.len().checked_sub(back).map(|at| &before[earlier[at].start..earlier[at].end]);
            let is_kind = text(1) == Some("(") && text(2) == Some("node");
            if is_kind { Inside::Kind } else { Inside::Text }
        }
        Rule::open_long_text | Rule::open_pattern => Inside::Text,
        Rule::doc if !before[last.start..].contains('\n') => Inside::Text,
        _ => after_lexemes(before, last.end),
    }
}

/// What lies between lexemes is white space or a remark.
fn after_lexemes(before: &str, end: usize) -> Inside {
    let last_line = before[end..].rsplit('\n').next().unwrap_or("");
    if last_line.contains("//") { Inside::Text } else { Inside::Code }
}

/// The words that can follow a text.
fn expected(before: &str, chunk: &Chunk) -> Vec<&'static str> {
    let items = || words::ITEMS.iter().map(|(word, _)| *word).chain([words::PRIVATE]);
    // The word alone is no item yet, so that it still belongs to the item before it.
    if before.rsplit('\n').next().is_some_and(|line| line.trim() == words::PRIVATE && line.ends_with(' ')) {
        return sorted(words::CAN_BE_PRIVATE.into_iter());
    }
    let Some(rule) = chunk.item else {
        let is_empty = chunk.lexemes.iter().all(|lexeme| lexeme.rule == Rule::doc);
        return if is_empty { sorted(items()) } else { Vec::new() };
    };
    let text = &before[chunk.start..];
    match Grammar::parse(rule, text) {
        // The item is complete; another one can follow on a line of its own.
        Ok(_) => sorted(items().filter(|_| before.ends_with(['\n', ' ', '\t']))),
        Err(error) => match (error.location, error.variant) {
            (InputLocation::Pos(at), ErrorVariant::ParsingError { positives, .. }) if text[at..].trim().is_empty() => {
                sorted(positives.into_iter().flat_map(words::candidates))
            }
            _ => Vec::new(),
        },
    }
}

fn sorted(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place at `$0`.
    fn place(text: &str) -> CursorContext {
        look_at(&text.replacen("$0", "", 1), text.find("$0").unwrap())
    }

    #[test]
    fn the_grammar_knows_what_can_follow() {
        let check = |text: &str, wanted: &[&str], unwanted: &[&str]| {
            let place = place(text);
            for word in wanted {
                assert!(place.keywords.contains(word), "`{word}` can follow {text}: {place:?}");
            }
            for word in unwanted {
                assert!(!place.keywords.contains(word), "`{word}` can not follow {text}: {place:?}");
            }
        };
        check("$0", &["rule", "table", "view"], &["where"]);
        check("/// Doc.\n$0", &["rule"], &[]);
        check("set a = { 1 }\n\n$0\nset b = { 2 }\n", &["set", "define"], &["where"]);
        check("rule r -> t {\n    $0", &["match", "tags", "where", "emit"], &["and", "rule"]);
        check("rule r -> t {\n    match c: call\n    $0", &["where", "let", "for", "emit", "example"], &["rule"]);
        check("rule r -> t {\n    match c: call where $0\n}", &["any", "not", "case"], &["emit", "and"]);
        check("rule r -> t {\n    match c: call where c.name $0\n}", &["and", "in", "starts with", "emit"], &["any"]);
        check("rule r -> t {\n    match c: call where c is $0\n}", &["a", "not", "present", "exactly"], &["in"]);
        check("rule r -> t {\n    match c: call where c.$0\n}", &[], &["in", "any", "and"]);
        check("table t {\n    $0", &["unique"], &["emit"]);
        check("rule r = $0", &[], &["match"]);
    }

    #[test]
    fn texts_and_comments_are_known() {
        let check = |text: &str, expected: Inside| assert_eq!(place(text).inside, expected, "{text}");
        check("rule r -> t { match n: node(\"$0", Inside::Kind);
        check("rule r -> t { match n: node(\"sl$0\")", Inside::Kind);
        check("rule r -> t { tags \"$0", Inside::Text);
        check("rule r -> t { tags \"a\" // $0", Inside::Text);
        check("rule r -> t { tags \"a\" // b\n $0", Inside::Code);
        check("/// Doc $0", Inside::Text);
        check("/// Doc.\n$0", Inside::Code);
        check("// $0", Inside::Text);
        check("view v \"\"\"SELECT $0", Inside::Text);
        check("rule r -> t { match c: call where c.text like /a$0", Inside::Text);
    }

    #[test]
    fn items_have_ranges() {
        let source = "// A.\n/// Doc.\nset a = { 1 }\n\nset b = {\n";
        let texts: Vec<&str> = item_ranges(source).into_iter().map(|range| &source[range]).collect();
        assert_eq!(texts, ["/// Doc.\nset a = { 1 }", "set b = {"]);
        assert_eq!(&source[look_at(source, 23).item], "/// Doc.\nset a = { 1 }\n\n");
        assert_eq!(look_at("set a = { (", 11).open, ['{', '(']);
    }
}
