//! From the parts of expressions and braces to documents: where spaces stand, and where lines may break.

use super::doc::{Doc, group, nest, text};
use super::remarks::{EmptyLines, Gap};
use crate::syntax::parse::Rule;
use crate::syntax::parse::concrete::Node;

/// Makes documents of the nodes of one file.
pub(super) struct Layout<'s> {
    pub(super) source: &'s str,
}

impl Layout<'_> {
    /// What lies between two offsets.
    pub(super) fn gap(&self, start: usize, end: usize) -> Gap {
        Gap::read(self.source, start, end)
    }

    /// A node as a document.
    pub(super) fn node(&self, node: &Node) -> Doc {
        if node.parts.is_empty() {
            return text(self.source[node.start..node.end].trim_end());
        }
        let parts: Vec<&Node> = node.parts.iter().collect();
        match node.rule {
            Rule::inline_set => self.set(&parts),
            Rule::emit
            | Rule::row
            | Rule::args
            | Rule::list
            | Rule::object
            | Rule::json_list
            | Rule::json_object
            | Rule::case
            | Rule::unique_key
            | Rule::call_arguments => self.bracketed(&parts, ","),
            Rule::list_for => self.list_for(&parts),
            Rule::paren => self.bracketed(&parts, ""),
            Rule::expr | Rule::and_expr | Rule::coalesce | Rule::sum => self.chain(node),
            Rule::search | Rule::counted | Rule::collecting | Rule::grouping => group(vec![self.run(&parts)]),
            _ => self.run(&parts),
        }
    }

    /// Parts one after the other. A line may break before the `for`, `where` and `by` of an aggregate, which are then
    /// indented, and breaks at comments. Statements of their own are left out.
    pub(super) fn run(&self, parts: &[&Node]) -> Doc {
        let (mut docs, mut clauses) = (Vec::new(), Vec::new());
        let mut before: Option<&Node> = None;
        for part in parts.iter().filter(|part| !part.is_statement) {
            // The `by` of `decorated by` is half of a word.
            let is_half = before.is_some_and(|before: &Node| before.rule == Rule::k_decorated);
            let is_clause = matches!(part.rule, Rule::k_for | Rule::such | Rule::k_by) && !is_half;
            let line = if clauses.is_empty() && !(is_clause && before.is_some()) { &mut docs } else { &mut clauses };
            if let Some(before) = before {
                let space = match part.rule {
                    Rule::k_for if ends_with_brace(before) => group(vec![Doc::Line]),
                    _ if is_clause => Doc::Line,
                    _ if is_tight(before.rule, part.rule) => text(""),
                    _ => text(" "),
                };
                line.push(self.gap(before.end, part.start).or(space));
            }
            line.push(self.node(part));
            before = Some(part);
        }
        match parts.first() {
            Some(first) if is_collecting(first.rule) && !parts.get(1).is_some_and(|value| ends_with_brace(value)) => {
                Doc::Parts(vec![nest(docs), nest(clauses)])
            }
            _ => Doc::Parts(vec![Doc::Parts(docs), nest(clauses)]),
        }
    }

    /// Operands with operators between them; a line may break before each operator, but not before a `?? case {`.
    fn chain(&self, node: &Node) -> Doc {
        if let (Rule::coalesce, [first, operator, last]) = (node.rule, &*node.parts)
            && ends_with_brace(last)
        {
            let before = self.gap(first.end, operator.start).or(text(" "));
            let behind = self.gap(operator.end, last.start).or(text(" "));
            return Doc::Parts(vec![self.node(first), before, self.node(operator), behind, self.node(last)]);
        }
        let mut rest = Vec::new();
        for pair in node.parts.windows(2) {
            let [before, part] = pair else { continue };
            let space = if is_operator(before.rule) { text(" ") } else { Doc::Line };
            rest.push(self.gap(before.end, part.start).or(space));
            rest.push(self.node(part));
        }
        group(vec![self.node(&node.parts[0]), nest(rest)])
    }

    /// What stands before an opening bracket, and what stands in it: members between commas on one line, or each on its
    /// own with `last_comma` behind the last.
    fn bracketed(&self, parts: &[&Node], last_comma: &'static str) -> Doc {
        let open = parts.iter().position(|part| is_opening(part.rule));
        let (Some(open), [.., close]) = (open, parts) else { return self.run(parts) };
        let mut docs = Vec::new();
        if open > 0 {
            docs.push(self.run(&parts[..open]));
            docs.push(self.gap(parts[open - 1].end, parts[open].start).or(text(" ")));
        }
        let members = flattened(&parts[open + 1..parts.len() - 1]);
        docs.push(self.members(parts[open], &members, close, last_comma));
        Doc::Parts(docs)
    }

    /// `[for ...: value]`. The bracket and the brace of a value in braces open and close together.
    fn list_for(&self, parts: &[&Node]) -> Doc {
        let [open, head @ .., colon, value, close] = parts else { return self.run(parts) };
        if !ends_with_brace(value) {
            return self.bracketed(parts, "");
        }
        let end = head.last().map_or(open.end, |last| last.end);
        Doc::Parts(vec![
            self.node(open),
            self.gap(open.end, head.first().map_or(colon.start, |first| first.start)).or(text("")),
            group(vec![self.run(head)]),
            self.gap(end, colon.start).or(text("")),
            self.node(colon),
            self.gap(colon.end, value.start).or(text(" ")),
            self.node(value),
            self.gap(value.end, close.start).or(text("")),
            self.node(close),
        ])
    }

    /// A set. It may be long and its members are short, so they fill lines, in the order in which they were written.
    fn set(&self, parts: &[&Node]) -> Doc {
        let [open, members @ .., close] = parts else { return self.run(parts) };
        self.between(open, members, close, ",", || group(vec![Doc::Line]))
    }

    /// A bracket with its members, all on one line or each on its own.
    pub(super) fn members(&self, open: &Node, parts: &[&Node], close: &Node, last_comma: &'static str) -> Doc {
        self.between(open, parts, close, last_comma, || Doc::Line)
    }

    /// A bracket with its members, and `space` behind the comma of each but the last.
    fn between(
        &self,
        open: &Node,
        parts: &[&Node],
        close: &Node,
        last_comma: &'static str,
        space: impl Fn() -> Doc,
    ) -> Doc {
        let edge = || if open.rule == Rule::lbrace { Doc::Line } else { Doc::Soft };
        let members = parts.split(|part| part.rule == Rule::comma).filter(|member| !member.is_empty());
        let mut end = open.end;
        let mut inner = Vec::new();
        for member in members {
            let gap = self.gap_without_comma(end, member[0].start);
            match inner.is_empty() {
                true if gap.is_bare() => inner.push(edge()),
                true => inner.push(gap.lines(EmptyLines::DropFirst)),
                false => inner.extend([text(","), gap.or(space())]),
            }
            inner.push(match member {
                [member] => self.node(member),
                member => self.run(member),
            });
            end = member[member.len() - 1].end;
        }
        let is_empty = inner.is_empty();
        if !is_empty {
            inner.push(Doc::IfBroken(last_comma));
        }
        let gap = self.gap_without_comma(end, close.start);
        let before_close = match gap.is_bare() {
            true if is_empty => text(""),
            true => edge(),
            false => {
                inner.push(gap.remarks(if is_empty { EmptyLines::DropFirst } else { EmptyLines::Keep }));
                Doc::Hard
            }
        };
        group(vec![self.node(open), nest(inner), before_close, self.node(close)])
    }

    /// What lies between two members, whose comma may move.
    pub(super) fn gap_without_comma(&self, start: usize, end: usize) -> Gap {
        match comma_in(&self.source[start..end]) {
            None => self.gap(start, end),
            Some(comma) => {
                let mut gap = self.gap(start, start + comma);
                gap.extend(self.source, start + comma + 1, end);
                gap
            }
        }
    }
}

/// The comma between two members, which is not one in a comment.
fn comma_in(between: &str) -> Option<usize> {
    let mut at = 0;
    for line in between.split_inclusive('\n') {
        let code = line.find("//").map_or(line, |comment| &line[..comment]);
        if let Some(comma) = code.find(',') {
            return Some(at + comma);
        }
        at += line.len();
    }
    None
}

/// The parts, with the arms of a `case` in the place of the part that holds them.
fn flattened<'n>(parts: &[&'n Node]) -> Vec<&'n Node> {
    let arms = |part: &&'n Node| -> Vec<&'n Node> {
        match part.rule {
            Rule::conditions | Rule::choices => part.parts.iter().collect(),
            _ => vec![*part],
        }
    };
    parts.iter().flat_map(arms).collect()
}

/// The part ends with a brace, behind which its line can go on.
fn ends_with_brace(part: &Node) -> bool {
    part.parts.last().map_or(part.rule == Rule::rbrace, ends_with_brace)
}

fn is_collecting(rule: Rule) -> bool {
    matches!(rule, Rule::k_list | Rule::k_sum | Rule::k_min | Rule::k_max)
}

fn is_opening(rule: Rule) -> bool {
    matches!(rule, Rule::lbrace | Rule::lparen | Rule::lbracket)
}

fn is_operator(rule: Rule) -> bool {
    matches!(rule, Rule::k_or | Rule::k_and | Rule::coalescing | Rule::plus | Rule::minus)
}

/// No space stands between the two.
fn is_tight(before: Rule, after: Rule) -> bool {
    matches!(after, Rule::comma | Rule::colon | Rule::question | Rule::dot | Rule::args | Rule::rparen | Rule::rbracket)
        || matches!(before, Rule::dot | Rule::k_node | Rule::lparen | Rule::lbracket | Rule::stars)
}
