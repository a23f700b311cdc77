//! From the items of a file to documents: what stands on lines of its own, and the texts in `"""`.

use super::doc::{Doc, INDENT, group, nest, render, text};
use super::layout::Layout;
use super::remarks::{EmptyLines, Gap};
use crate::syntax::parse::Rule;
use crate::syntax::parse::concrete::Node;
use crate::syntax::text as raw_text;

/// The canonical text of a file with these items.
pub(super) fn file(source: &str, items: &[Node]) -> String {
    let layout = Layout { source };
    let mut docs = Vec::new();
    let mut end = 0;
    for item in items {
        let start = first(item).start;
        let gap = layout.gap(end, start);
        docs.push(if end == 0 { head(gap, true) } else { gap.lines(EmptyLines::Force) });
        docs.push(layout.item(item));
        end = item.end;
    }
    let tail = layout.gap(end, source.len());
    docs.push(if end == 0 { head(tail, false) } else { tail.remarks(EmptyLines::Force) });
    render(&Doc::Parts(docs)).trim_start_matches('\n').to_owned()
}

/// Comments at the beginning of the file.
fn head(gap: Gap, is_followed: bool) -> Doc {
    match gap.is_bare() {
        true => text(""),
        false if is_followed => gap.lines(EmptyLines::Keep),
        false => gap.remarks(EmptyLines::Keep),
    }
}

/// The first token.
fn first(node: &Node) -> &Node {
    node.parts.iter().find(|part| part.end > part.start).map_or(node, first)
}

impl Layout<'_> {
    fn item(&self, item: &Node) -> Doc {
        let mut docs = Vec::new();
        let mut parts = item.parts.iter().filter(|part| part.end > part.start).peekable();
        if let Some(doc) = parts.next_if(|part| part.rule == Rule::docs) {
            let next = parts.peek().map_or(doc.end, |next| next.start);
            for (index, line) in doc.parts.iter().enumerate() {
                docs.push(self.node(line));
                let end = doc.parts.get(index + 1).map_or(next, |line| line.start);
                docs.push(self.gap(line.end, end).lines(EmptyLines::DropLast));
            }
        }
        let parts: Vec<&Node> = parts.collect();
        docs.push(match item.rule {
            Rule::table_item => self.body(&parts, Self::table_body),
            Rule::rule_item | Rule::problem_item => self.body(&parts, Self::rule_body),
            Rule::predicate_item => self.predicate(&parts),
            _ => self.parts(&parts, 0),
        });
        Doc::Parts(docs)
    }

    /// Parts on one line, with a text in `"""` indented by one level more than `level`.
    fn parts(&self, parts: &[&Node], level: usize) -> Doc {
        let mut docs = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                docs.push(self.gap(parts[index - 1].end, part.start).or(text(" ")));
            }
            docs.push(match part.rule {
                Rule::long_text => Doc::Block(long_text(&self.source[part.start..part.end], level)),
                _ => self.node(part),
            });
        }
        Doc::Parts(docs)
    }

    /// `HEAD { ... }` with a body that has lines of its own.
    fn body(&self, parts: &[&Node], inner: impl Fn(&Self, &Node, &[&Node], &mut Vec<Doc>) -> usize) -> Doc {
        let open = parts.iter().position(|part| part.rule == Rule::lbrace).unwrap_or(0);
        let (members, close) = (&parts[open + 1..parts.len() - 1], parts[parts.len() - 1]);
        let mut docs = Vec::new();
        let end = inner(self, parts[open], members, &mut docs);
        docs.push(self.gap(end, close.start).remarks(EmptyLines::Keep));
        Doc::Parts(vec![self.run(&parts[..=open]), nest(docs), Doc::Hard, self.node(close)])
    }

    /// `predicate NAME(...) { ... }`, on one line when it fits.
    fn predicate(&self, parts: &[&Node]) -> Doc {
        let at = |rule: Rule| parts.iter().position(|part| part.rule == rule);
        let (Some(lparen), Some(rparen), Some(lbrace)) = (at(Rule::lparen), at(Rule::rparen), at(Rule::lbrace)) else {
            return self.run(parts);
        };
        let params = self.members(parts[lparen], &parts[lparen + 1..rparen], parts[rparen], ",");
        let close = parts[parts.len() - 1];
        group(vec![
            self.run(&parts[..lparen]),
            self.gap(parts[lparen - 1].end, parts[lparen].start).or(text("")),
            params,
            self.gap(parts[rparen].end, parts[lbrace].start).or(text(" ")),
            self.members(parts[lbrace], &parts[lbrace + 1..parts.len() - 1], close, ""),
        ])
    }

    /// Columns, doc comments and `unique`; gives the end of the last.
    fn table_body(&self, open: &Node, members: &[&Node], docs: &mut Vec<Doc>) -> usize {
        let columns = members.iter().filter(|member| member.rule == Rule::column);
        let width = columns.map(|column| self.width(column)).max().unwrap_or(0) + INDENT;
        let mut table = TableLines { width, ..TableLines::default() };
        let mut end = open.end;
        for member in members {
            let gap = self.gap(end, member.start);
            let is_behind = !raw_text::begins_line(self.source, member.start) && gap.is_bare() && end != open.end;
            let empty = if end == open.end { EmptyLines::DropFirst } else { EmptyLines::Keep };
            match member.rule {
                Rule::doc => {
                    let place = table.doc(is_behind, raw_text::indentation_at(self.source, member.start));
                    docs.push(match place {
                        DocPlace::Behind(pad) => text(" ".repeat(pad)),
                        DocPlace::Below(pad) => Doc::Parts(vec![gap.lines(empty), text(" ".repeat(pad))]),
                        DocPlace::Above => gap.lines(empty),
                    });
                }
                rule => {
                    docs.push(gap.lines(empty));
                    let column = (rule == Rule::column).then(|| self.width(member));
                    table.line(column, raw_text::indentation_at(self.source, member.start));
                }
            }
            docs.push(self.node(member));
            end = member.end;
        }
        end
    }

    /// Columns of a node on one line.
    fn width(&self, node: &Node) -> usize {
        render(&self.node(node)).trim_end().chars().count()
    }

    /// Tags, statements, the parts of a problem and examples; gives the end of the last.
    fn rule_body(&self, open: &Node, members: &[&Node], docs: &mut Vec<Doc>) -> usize {
        let mut statements = Vec::new();
        for member in members {
            statements.push(*member);
            own_statements(member, &mut statements);
        }
        let mut end = open.end;
        let mut has_example = false;
        let mut line: Vec<Doc> = Vec::new();
        for (index, statement) in statements.iter().enumerate() {
            let gap = self.gap(end, statement.start);
            let is_example = matches!(statement.rule, Rule::example | Rule::problem_example);
            let is_first_example = is_example && !has_example;
            has_example |= is_first_example;
            let is_behind =
                statement.rule == Rule::where_statement && gap.is_bare() && !gap.has_line_break && index > 0;
            if is_behind {
                line.push(Doc::Line);
            } else {
                docs.push(group(std::mem::take(&mut line)));
                docs.push(gap.lines(match () {
                    () if index == 0 => EmptyLines::DropFirst,
                    () if is_first_example => EmptyLines::Force,
                    () => EmptyLines::Keep,
                }));
            }
            line.push(match statement.rule {
                _ if is_example => self.example(statement),
                Rule::query | Rule::help => self.parts(&statement.parts.iter().collect::<Vec<_>>(), 1),
                _ => self.node(statement),
            });
            let limit = statements.get(index + 1).map_or(usize::MAX, |next| next.start);
            end = end_before(statement, limit);
        }
        docs.push(group(line));
        end
    }

    /// `example """...""" emits ...`, or `reports ...`: rows on the line of that word, or each on its own.
    fn example(&self, example: &Node) -> Doc {
        let parts: Vec<&Node> = example.parts.iter().collect();
        let n_head = parts.iter().position(|part| is_claim(part.rule)).map_or(parts.len(), |at| at + 1);
        let (head, rows) = parts.split_at(n_head);
        let mut docs = vec![self.parts(head, 1)];
        let mut inner = Vec::new();
        let mut end = head[head.len() - 1].end;
        let rows: Vec<&&Node> = rows.iter().filter(|part| part.rule != Rule::comma).collect();
        for (index, row) in rows.iter().enumerate() {
            let gap = self.gap_without_comma(end, row.start);
            if index > 0 {
                inner.push(text(","));
            }
            inner.push(gap.or(if rows.len() > 1 { Doc::Line } else { text(" ") }));
            inner.push(self.node(row));
            end = row.end;
        }
        docs.push(if rows.len() > 1 { group(vec![nest(inner)]) } else { Doc::Parts(inner) });
        Doc::Parts(docs)
    }
}

/// The word between the text of an example and its rows.
fn is_claim(rule: Rule) -> bool {
    matches!(rule, Rule::k_emits | Rule::k_reports)
}

/// Where a doc comment of a table stands.
enum DocPlace {
    /// Behind a column, after so many spaces.
    Behind(usize),
    /// On its own line, indented to the doc comments behind columns.
    Below(usize),
    /// On its own line, indented as columns are.
    Above,
}

/// What was written of a table so far.
#[derive(Default)]
struct TableLines {
    /// Where doc comments behind columns begin.
    width: usize,
    /// The indentation of the last column in the source.
    column_indent: Option<usize>,
    /// Columns of the output that the last line takes.
    used: usize,
    /// A doc comment waits for the column below it.
    is_above: bool,
}

impl TableLines {
    /// A column of that width, or `unique`.
    fn line(&mut self, width: Option<usize>, indent: usize) {
        self.is_above = false;
        self.used = width.unwrap_or(self.width - 1);
        if width.is_some() {
            self.column_indent = Some(indent);
        }
    }

    /// A doc comment: the parser gives it to the column before when it stands behind it, or is indented deeper.
    fn doc(&mut self, is_behind: bool, indent: usize) -> DocPlace {
        match self.column_indent {
            Some(_) if is_behind && !self.is_above => DocPlace::Behind(self.width - self.used),
            Some(column) if !self.is_above && indent > column => DocPlace::Below(self.width),
            _ => {
                self.is_above = true;
                DocPlace::Above
            }
        }
    }
}

/// The statements that the layout makes of the end of a statement.
fn own_statements<'n>(node: &'n Node, statements: &mut Vec<&'n Node>) {
    for part in &node.parts {
        if part.is_statement {
            statements.push(part);
        }
        own_statements(part, statements);
    }
}

/// Where the last token before `limit` ends.
fn end_before(node: &Node, limit: usize) -> usize {
    if node.end <= limit {
        return node.end;
    }
    node.parts.iter().rev().find(|part| part.start < limit).map_or(node.start, |part| end_before(part, limit))
}

/// A text in `"""` with its lines one level deeper than `level`; one that begins right behind the quotes stays.
fn long_text(quoted: &str, level: usize) -> String {
    let inner = &quoted[3..quoted.len() - 3];
    let begins_below = inner.split_once('\n').is_some_and(|(first, _)| first.trim().is_empty());
    let dedented = raw_text::dedent(inner);
    if !begins_below || dedented.trim().is_empty() {
        return quoted.to_owned();
    }
    let (lines, end) = match dedented.strip_suffix('\n') {
        Some(lines) => (lines, format!("\n{}", " ".repeat(level * INDENT))),
        None => (dedented.as_str(), String::new()),
    };
    let indent = " ".repeat((level + 1) * INDENT);
    let mut out = "\"\"\"".to_owned();
    for line in lines.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&indent);
            out.push_str(line);
        }
    }
    out + &end + "\"\"\""
}
