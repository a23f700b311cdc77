//! From pest's pairs to sets, tables, predicates, views and kinds.

use pest::iterators::Pair;

use super::Reader;
use super::grammar::Rule;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{Column, Doc, FlowKind, Item, Literal, Name, Predicate, Set, SetMember, Spanned, Table, View};
use crate::syntax::text;

impl Reader<'_> {
    /// An item of any kind; none for a pair that is no item.
    pub(super) fn item(&mut self, pair: Pair<Rule>) -> Option<Item> {
        Some(match pair.as_rule() {
            Rule::set_item => Item::Set(self.set(pair)?),
            Rule::table_item => Item::Table(self.table(pair)?),
            Rule::predicate_item => Item::Predicate(self.predicate(pair)?),
            Rule::view_item => Item::View(self.view(pair)?),
            Rule::rule_item => Item::Rule(self.rule(pair)?),
            Rule::kind_item => Item::Kind(self.kind(pair)?),
            Rule::problem_item => Item::Problem(self.problem(pair)?),
            _ => return None,
        })
    }

    fn set(&mut self, pair: Pair<Rule>) -> Option<Set> {
        let (mut doc, mut is_private, mut name, mut members) = (Doc::new(), false, None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::k_private => is_private = true,
                Rule::set_name => name = Some(self.name(&part)),
                Rule::inline_set => members = self.members(part),
                _ => {}
            }
        }
        Some(Set { doc, is_private, name: name?, members })
    }

    /// The members of `{ "a", 1, other }`.
    pub(super) fn members(&mut self, pair: Pair<Rule>) -> Vec<SetMember> {
        let members: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::set_member).collect();
        members.into_iter().filter_map(|member| self.member(member.into_inner().next()?)).collect()
    }

    fn member(&mut self, pair: Pair<Rule>) -> Option<SetMember> {
        if pair.as_rule() == Rule::set_name {
            return Some(SetMember::Set(self.name(&pair)));
        }
        let literal = self.literal(&pair);
        if !matches!(literal.node, Literal::Text(_) | Literal::Int(_)) {
            let message = format!("a set holds texts and whole numbers, not `{}`", pair.as_str());
            let diagnostic = Diagnostic::new(Code::WrongType, literal.span, message);
            self.diagnostics.push(diagnostic);
            return None;
        }
        Some(SetMember::Literal(literal))
    }

    fn predicate(&mut self, pair: Pair<Rule>) -> Option<Predicate> {
        let (mut doc, mut name, mut params, mut body) = (Doc::new(), None, Vec::new(), None);
        let (mut is_private, mut is_value) = (false, false);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::k_private => is_private = true,
                Rule::k_define => is_value = true,
                Rule::predicate_name => name = Some(self.name(&part)),
                Rule::param => params.extend(self.typed_name(part)),
                Rule::expr => body = Some(self.operand(part)),
                _ => {}
            }
        }
        let (name, body, calls) = (name?, body?, std::mem::take(&mut self.calls));
        Some(Predicate { doc, is_private, name, is_value, params, body, calls })
    }

    /// `name: type?` of a parameter or column.
    fn typed_name(&self, pair: Pair<Rule>) -> Option<(Name, Name, bool)> {
        let (mut name, mut ty, mut is_optional) = (None, None, false);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::variable | Rule::column_name => name = Some(self.name(&part)),
                Rule::type_name => ty = Some(self.name(&part)),
                Rule::question => is_optional = true,
                _ => {}
            }
        }
        Some((name?, ty?, is_optional))
    }

    fn kind(&self, pair: Pair<Rule>) -> Option<FlowKind> {
        let (mut doc, mut is_private, mut name) = (Doc::new(), false, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::k_private => is_private = true,
                Rule::kind_name => name = Some(self.name(&part)),
                _ => {}
            }
        }
        Some(FlowKind { doc, is_private, name: name? })
    }

    fn view(&mut self, pair: Pair<Rule>) -> Option<View> {
        let (mut doc, mut name, mut sql) = (Doc::new(), None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::view_name => name = Some(self.name(&part)),
                Rule::long_text => sql = Some(self.long_text(&part)),
                _ => {}
            }
        }
        Some(View { doc, name: name?, sql: sql? })
    }

    /// What stands between `"""` and `"""`, without the common indentation.
    pub(super) fn long_text(&self, pair: &Pair<Rule>) -> Spanned<String> {
        let quoted = pair.as_str();
        Spanned { node: text::dedent(&quoted[3..quoted.len() - 3]), span: self.span(pair) }
    }

    fn table(&mut self, pair: Pair<Rule>) -> Option<Table> {
        let (mut doc, mut name, mut body) = (Doc::new(), None, TableBody::default());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::table_name => name = Some(self.name(&part)),
                Rule::doc => self.add_doc(&mut body, &part),
                Rule::column => {
                    let span = self.span(&part);
                    let (name, ty, is_optional) = self.typed_name(part)?;
                    let above = std::mem::take(&mut body.above);
                    let doc = above.into_iter().map(|line| line.node).collect();
                    body.columns.push((Column { doc: Doc::new(), name, ty, is_optional }, doc, span));
                }
                Rule::unique_key => self.add_unique(&mut body, part),
                _ => {}
            }
        }
        self.flush_docs(&mut body);
        let to_column = |(column, lines, _): (Column, Vec<String>, Span)| Column { doc: lines.join("\n"), ..column };
        let columns = body.columns.into_iter().map(to_column).collect();
        Some(Table { doc, name: name?, columns, unique: body.unique })
    }

    /// Gives a doc line to the column that it stands behind or below (indented deeper than the column), or else keeps it
    /// for the next one.
    fn add_doc(&self, body: &mut TableBody, pair: &Pair<Rule>) {
        let span = self.span(pair);
        let line = text::doc_line(pair.as_str()).to_string();
        let at = span.start as usize;
        if let Some((_, lines, column)) = body.columns.last_mut().filter(|_| body.above.is_empty()) {
            let is_behind = !text::begins_line(self.source, at);
            let column_indent = text::indentation_at(self.source, column.start as usize);
            if is_behind || text::indentation_at(self.source, at) > column_indent {
                lines.push(line);
                return;
            }
        }
        body.above.push(Spanned { node: line, span });
    }

    fn add_unique(&mut self, body: &mut TableBody, pair: Pair<Rule>) {
        self.flush_docs(body);
        let span = self.span(&pair);
        if let Some(first) = &body.unique {
            let diagnostic = Diagnostic::new(Code::MisplacedPart, span, "a table has one `unique`")
                .also(first.span, "the first one stands here")
                .help("put all columns of the key into it");
            self.diagnostics.push(diagnostic);
            return;
        }
        let columns = pair.into_inner().filter(|part| part.as_rule() == Rule::column_name);
        body.unique = Some(Spanned { node: columns.map(|column| self.name(&column)).collect(), span });
    }

    /// Gives doc lines that no column follows to the last column, when that has none.
    fn flush_docs(&mut self, body: &mut TableBody) {
        let above = std::mem::take(&mut body.above);
        match (body.columns.last_mut(), above.first()) {
            (Some((_, lines, _)), Some(_)) if lines.is_empty() => {
                lines.extend(above.into_iter().map(|line| line.node));
            }
            (_, Some(first)) => {
                let diagnostic = Diagnostic::new(Code::StrayDoc, first.span, "the doc comment describes no column")
                    .help("write `//` for a remark");
                self.diagnostics.push(diagnostic);
            }
            _ => {}
        }
    }
}

/// What was read of a table so far.
#[derive(Default)]
struct TableBody {
    /// Columns with the lines of their doc comments and their ranges.
    columns: Vec<(Column, Vec<String>, Span)>,
    /// Doc lines that the next column gets.
    above: Vec<Spanned<String>>,
    unique: Option<Spanned<Vec<Name>>>,
}

/// The doc comment above an item.
pub(super) fn docs(pair: Pair<Rule>) -> Doc {
    pair.into_inner().map(|line| text::doc_line(line.as_str())).collect::<Vec<_>>().join("\n")
}
