//! From the text of a valid rule file to the tree of all its tokens, for the formatter: what pest read, with offsets of
//! the file and the layout's say about `where`. Comments lie between the tokens.

use pest::Parser as _;
use pest::iterators::Pair;

use super::grammar::{Grammar, Rule};
use super::outline::outline;
use super::rules::{find_cut, is_statement as ends_in_expression};
use crate::diag::Diagnostics;
use crate::source::FileId;

/// A token, or a part of the grammar with its tokens.
pub(in crate::syntax) struct Node {
    /// What it is.
    pub(in crate::syntax) rule: Rule,
    /// First byte.
    pub(in crate::syntax) start: usize,
    /// Byte after the last one.
    pub(in crate::syntax) end: usize,
    /// Its parts in order; a token has none.
    pub(in crate::syntax) parts: Vec<Node>,
    /// A `where` that pest read as part of an aggregate, but that is a statement of its own.
    pub(in crate::syntax) is_statement: bool,
}

/// The items of a file that has no mistakes.
pub(in crate::syntax) fn items(source: &str) -> Vec<Node> {
    let chunks = outline(FileId(0), source, &mut Diagnostics::default());
    let mut items = Vec::new();
    for chunk in chunks {
        let Some(rule) = chunk.item else { continue };
        let Ok(pairs) = Grammar::parse(rule, &source[chunk.start..chunk.end]) else { continue };
        items.extend(pairs.map(|pair| node(source, chunk.start, pair, &mut Vec::new())));
    }
    items
}

/// `cuts`: where statements begin that pest read as parts of the statement around them.
fn node(source: &str, base: usize, pair: Pair<'_, Rule>, cuts: &mut Vec<usize>) -> Node {
    let rule = pair.as_rule();
    if ends_in_expression(rule) {
        *cuts = find_cuts(source, base, &pair);
    }
    let span = pair.as_span();
    let is_statement = rule == Rule::such && cuts.contains(&span.start());
    let mut parts: Vec<Node> = Vec::new();
    for part in pair.into_inner() {
        parts.push(node(source, base, part, cuts));
    }
    if rule == Rule::docs {
        // Empty, or with the white space behind its last line.
        let (start, end) = parts.first().zip(parts.last()).map_or((0, 0), |(first, last)| (first.start, last.end));
        return Node { rule, start, end, parts, is_statement };
    }
    match parts.len() {
        1 => parts.remove(0),
        _ => Node { rule, start: base + span.start(), end: base + span.end(), parts, is_statement },
    }
}

fn find_cuts(source: &str, base: usize, statement: &Pair<'_, Rule>) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut next = find_cut(source, base, statement);
    while let Some((cut, such)) = next {
        cuts.push(cut.at);
        next = find_cut(source, base, &such);
    }
    cuts
}
