//! From pest's pairs to rules: anchor, statements, examples.
//!
//! Statements need nothing between them, and an aggregate may end in a `where`. So that `where` on the next line reads
//! as what it looks like, the layout decides: outside brackets, a `where` that begins a line belongs to the aggregate
//! above only when it is indented deeper than the statement; otherwise it is a statement of its own.

use pest::iterators::Pair;

use super::grammar::Rule;
use super::items::docs;
use super::{Cut, Reader};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{
    self, Anchor, Doc, Emit, Example, ExampleValue, Expr, ExprKind, Iterable, Literal, Name, Spanned, Statement,
};
use crate::syntax::text;

impl Reader<'_> {
    pub(super) fn rule(&mut self, pair: Pair<Rule>) -> Option<ast::Rule> {
        let mut span = self.span(&pair);
        let (mut doc, mut name, mut table) = (Doc::new(), None, None);
        let (mut tags, mut anchor, mut body, mut examples) = (Vec::new(), None, Vec::new(), Vec::new());
        let mut order = Order::default();
        for part in pair.into_inner() {
            self.check_order(&mut order, &part);
            match part.as_rule() {
                Rule::docs => doc = docs(part),
                Rule::k_rule => span.start = self.span(&part).start,
                Rule::rule_name => name = Some(self.name(&part)),
                Rule::table_name => table = Some(self.name(&part)),
                Rule::tags => tags = self.tags(part),
                Rule::anchor => anchor = anchor.or(self.anchor(part)),
                Rule::emit => body.push(Statement::Emit(self.emit(part))),
                rule if is_statement(rule) => self.statement(part, &mut body),
                Rule::example => examples.extend(self.example(part)),
                _ => {}
            }
        }
        Some(ast::Rule { doc, name: name?, table, tags, anchor, body, examples, span })
    }

    /// Reports a part that stands behind one that must follow it.
    fn check_order(&mut self, order: &mut Order, part: &Pair<Rule>) {
        let (rank, words) = match part.as_rule() {
            Rule::tags => (1, "`tags`"),
            Rule::anchor => (2, "`match`"),
            Rule::emit => (3, "a statement"),
            rule if is_statement(rule) => (3, "a statement"),
            Rule::example => (4, "an example"),
            _ => return,
        };
        let span = self.first_word(part);
        let is_repeated = rank <= 2 && rank == order.rank;
        if rank < order.rank || is_repeated {
            let message = match (is_repeated, order.last) {
                (true, _) => format!("a rule has one {words}"),
                (false, last) => format!("{words} can not stand behind {last}"),
            };
            let mut diagnostic = Diagnostic::new(Code::MisplacedPart, span, message)
                .help("the order is `tags`, `match`, statements, examples");
            if let Some(before) = order.span {
                diagnostic = diagnostic.also(before, format!("{} stands here", order.last));
            }
            self.diagnostics.push(diagnostic);
        } else {
            *order = Order { rank, last: words, span: Some(span) };
        }
    }

    /// The range of the word that a part begins with.
    pub(super) fn first_word(&self, part: &Pair<Rule>) -> Span {
        let span = self.span(part);
        let length = part.as_str().find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(part.as_str().len());
        Span { end: span.start + length as u32, ..span }
    }

    pub(super) fn tags(&mut self, pair: Pair<Rule>) -> Vec<Spanned<String>> {
        pair.into_inner().filter(|part| part.as_rule() == Rule::text).map(|part| self.text(&part)).collect()
    }

    pub(super) fn anchor(&mut self, pair: Pair<Rule>) -> Option<Anchor> {
        let (mut var, mut class) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::variable => var = Some(self.name(&part)),
                Rule::class => class = self.class(part),
                _ => {}
            }
        }
        Some(Anchor { var: var?, class: class? })
    }

    /// A statement other than `emit`, and the `where` statements that pest read as part of its last expression.
    pub(super) fn statement(&mut self, pair: Pair<Rule>, body: &mut Vec<Statement>) {
        let mut next = Some(pair);
        while let Some(pair) = next.take() {
            let cut = find_cut(self.source, self.base, &pair);
            self.cut = cut.as_ref().map(|(cut, _)| *cut);
            body.extend(self.one_statement(pair));
            self.cut = None;
            next = cut.map(|(_, such)| such);
        }
    }

    fn one_statement(&mut self, pair: Pair<Rule>) -> Option<Statement> {
        let rule = pair.as_rule();
        if !matches!(rule, Rule::let_statement | Rule::where_statement | Rule::for_statement | Rule::such) {
            return self.flow_or_report(pair);
        }
        let (mut var, mut source, mut value) = (None, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::variable => var = Some(self.name(&part)),
                Rule::region_of => source = self.region(part),
                Rule::expr | Rule::coalesce => value = Some(self.operand(part)),
                _ => {}
            }
        }
        match rule {
            Rule::let_statement => Some(Statement::Let(var?, value?)),
            Rule::for_statement => Some(Statement::For(var?, source.or_else(|| value.map(Iterable::List))?)),
            _ => Some(Statement::Where(value?)),
        }
    }

    fn emit(&mut self, pair: Pair<Rule>) -> Emit {
        let span = self.span(&pair);
        let cells: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::cell).collect();
        Emit { columns: cells.into_iter().filter_map(|cell| self.cell(cell)).collect(), span }
    }

    fn cell(&mut self, pair: Pair<Rule>) -> Option<(Name, Expr)> {
        let mut parts = pair.into_inner();
        let name = self.name(&parts.next()?);
        let value = match parts.find(|part| part.as_rule() == Rule::expr) {
            Some(value) => self.operand(value),
            None => Expr { kind: ExprKind::Name(name.node.clone()), span: name.span },
        };
        Some((name, value))
    }

    pub(super) fn example(&mut self, pair: Pair<Rule>) -> Option<Example> {
        let (mut source, mut rows) = (None, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::long_text => source = Some(self.long_text(&part)),
                Rule::row => rows.push(self.row(part)),
                _ => {}
            }
        }
        Some(Example { source: source?, rows })
    }

    fn row(&mut self, pair: Pair<Rule>) -> Spanned<ast::ExampleRow> {
        let span = self.span(&pair);
        let cells: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::row_cell).collect();
        let node = cells.into_iter().filter_map(|cell| {
            let mut parts = cell.into_inner();
            let name = self.name(&parts.next()?);
            let value = parts.find(|part| part.as_rule() == Rule::row_value)?.into_inner().next()?;
            Some((name, self.row_value(value)))
        });
        Spanned { node: node.collect(), span }
    }

    fn row_value(&mut self, pair: Pair<Rule>) -> Spanned<ExampleValue> {
        let span = self.span(&pair);
        let node = match pair.as_rule() {
            Rule::json_literal => {
                let value = pair.into_inner().find(|part| part.as_rule() == Rule::json_value);
                let json = value.map_or(serde_json::Value::Null, |value| self.json_value(value));
                ExampleValue::Json(json.to_string())
            }
            _ => ExampleValue::Literal(self.literal(&pair).node),
        };
        Spanned { node, span }
    }

    /// A JSON value of an example; its depth is bounded by that of the brackets.
    fn json_value(&mut self, pair: Pair<Rule>) -> serde_json::Value {
        let Some(value) = pair.into_inner().next() else { return serde_json::Value::Null };
        match value.as_rule() {
            Rule::json_list => {
                let members: Vec<_> = value.into_inner().filter(|part| part.as_rule() == Rule::json_value).collect();
                members.into_iter().map(|member| self.json_value(member)).collect()
            }
            Rule::json_object => {
                let pairs: Vec<_> = value.into_inner().filter(|part| part.as_rule() == Rule::json_pair).collect();
                let object = pairs.into_iter().filter_map(|pair| {
                    let mut parts = pair.into_inner();
                    let key = self.key(parts.next()?);
                    let value = parts.find(|part| part.as_rule() == Rule::json_value)?;
                    Some((key.node, self.json_value(value)))
                });
                object.collect::<serde_json::Map<_, _>>().into()
            }
            Rule::k_null => serde_json::Value::Null,
            _ => match self.literal(&value).node {
                Literal::Text(text) => text.into(),
                Literal::Int(int) => int.into(),
                Literal::Real(real) => real.into(),
                Literal::Bool(bool) => bool.into(),
                Literal::None => serde_json::Value::Null,
            },
        }
    }

    /// The key of an object: a name, or a text for keys that are none.
    pub(super) fn key(&mut self, pair: Pair<Rule>) -> Name {
        if pair.as_rule() == Rule::text { self.text(&pair) } else { self.name(&pair) }
    }
}

/// It is a statement whose last part is an expression.
pub(in crate::syntax) fn is_statement(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::let_statement
            | Rule::where_statement
            | Rule::for_statement
            | Rule::source_statement
            | Rule::sink_statement
            | Rule::clean_statement
            | Rule::step_statement
            | Rule::call_statement
            | Rule::report
    )
}

/// The first `where` of an aggregate at the end of a statement that the layout makes a statement. Pairs count from `base`.
pub(super) fn find_cut<'i>(source: &str, base: usize, statement: &Pair<'i, Rule>) -> Option<(Cut, Pair<'i, Rule>)> {
    let span = statement.as_span();
    let indent = text::indentation_at(source, base + span.start());
    let is_statement = |pair: &Pair<Rule>| {
        let start = base + pair.as_span().start();
        pair.as_rule() == Rule::such
            && pair.as_span().start() > span.start()
            && pair.as_span().end() == span.end()
            && text::begins_line(source, start)
            && text::indentation_at(source, start) <= indent
    };
    let inner = statement.clone().into_inner().flatten();
    let such = inner.clone().find(is_statement)?;
    let at = such.as_span().start();
    let end = inner.map(|pair| pair.as_span().end()).filter(|end| *end <= at).max()?;
    Some((Cut { at, end }, such))
}

/// The last part of a rule that stood where it belongs.
#[derive(Default)]
struct Order {
    rank: u8,
    last: &'static str,
    span: Option<Span>,
}
