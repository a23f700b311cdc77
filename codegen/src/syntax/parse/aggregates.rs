//! From pest's pairs to aggregates, and to what they iterate.

use pest::Parser as _;
use pest::iterators::Pair;

use super::Reader;
use super::grammar::{Grammar, Rule};
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{Aggregate, AggregateKind, Class, Expr, ExprKind, Iterable, Name};

/// The parts of an aggregate or of `[for ...]`, as far as they are written.
#[derive(Default)]
struct Parts {
    var: Option<Name>,
    class: Option<Class>,
    source: Option<Iterable>,
    term: Option<Expr>,
    is_within: bool,
    value: Option<Expr>,
    condition: Option<Expr>,
    key: Option<Expr>,
}

impl Parts {
    fn source(&mut self) -> Option<Iterable> {
        self.source.take().or_else(|| self.term.take().map(Iterable::List))
    }
}

impl Reader<'_> {
    /// An aggregate of any kind.
    pub(super) fn aggregate(&mut self, pair: Pair<Rule>) -> Expr {
        let span = self.span(&pair);
        match self.aggregate_of(pair) {
            Some(aggregate) => Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), span },
            None => self.missing(span),
        }
    }

    fn aggregate_of(&mut self, pair: Pair<Rule>) -> Option<Aggregate> {
        let form = pair.into_inner().next()?;
        if form.as_rule() == Rule::counting {
            return self.counting(form);
        }
        let kind = form.clone().into_inner().find_map(|part| kind(part.as_rule()))?;
        let mut parts = self.parts(form);
        let source = parts.source()?;
        Some(Aggregate { kind, value: parts.value, var: parts.var, source, condition: parts.condition, key: parts.key })
    }

    /// `count v: class in r`, `count v in xs where c`, `count class in r`, `count xs`.
    fn counting(&mut self, pair: Pair<Rule>) -> Option<Aggregate> {
        let counted = pair.into_inner().find(|part| part.as_rule() != Rule::k_count)?;
        let mut aggregate = Aggregate {
            kind: AggregateKind::Count,
            value: None,
            var: None,
            source: Iterable::List(self.missing(self.span(&counted))),
            condition: None,
            key: None,
        };
        if counted.as_rule() != Rule::counted {
            aggregate.source = Iterable::List(self.operand(counted));
            return Some(aggregate);
        }
        let mut parts = self.parts(counted);
        aggregate.condition = parts.condition.take();
        let class = parts.class.take()?;
        if let Some(source) = parts.source.take() {
            aggregate.var = Some(self.variable(class)?);
            aggregate.source = source;
        } else if aggregate.condition.is_some() && !parts.is_within {
            // Without a condition that speaks of it, nobody gives a variable to what is only counted.
            aggregate.var = Some(self.variable(class)?);
            aggregate.source = Iterable::List(parts.term.take()?);
        } else {
            aggregate.source = Iterable::Region { class, is_within: parts.is_within, region: parts.term.take()? };
        }
        Some(aggregate)
    }

    /// The variable that was read as a class, because only what follows tells which it is.
    fn variable(&mut self, class: Class) -> Option<Name> {
        let (name, is_kind) = match class {
            Class::Named(name) => (name, false),
            Class::Kind(name) => (name, true),
        };
        if !is_kind && Grammar::parse(Rule::variable, &name.node).is_ok() {
            return Some(name);
        }
        let message = format!("a variable can not be called `{}`", name.node);
        let diagnostic = Diagnostic::new(Code::Syntax, name.span, message).label("choose another name");
        self.diagnostics.push(diagnostic);
        None
    }

    /// Collects the parts of an aggregate.
    fn parts(&mut self, pair: Pair<Rule>) -> Parts {
        let mut parts = Parts::default();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::variable => parts.var = Some(self.name(&part)),
                Rule::class => parts.class = self.class(part),
                Rule::k_within => parts.is_within = true,
                Rule::member_of => parts.source = self.region(part),
                Rule::term => parts.term = Some(self.operand(part)),
                Rule::expr => parts.value = Some(self.operand(part)),
                Rule::coalesce => parts.key = Some(self.operand(part)),
                Rule::such if self.cut.is_some_and(|cut| cut.at == part.as_span().start()) => {}
                Rule::such => {
                    let condition = part.into_inner().find(|part| part.as_rule() == Rule::expr);
                    parts.condition = condition.map(|condition| self.operand(condition));
                }
                _ => {}
            }
        }
        parts
    }

    /// `[for v in xs where c: value]`.
    pub(super) fn list_for(&mut self, pair: Pair<Rule>) -> Option<ExprKind> {
        let mut parts = self.parts(pair);
        let source = Box::new(parts.source()?);
        let condition = parts.condition.map(Box::new);
        Some(ExprKind::ListFor { var: parts.var?, source, condition, value: Box::new(parts.value?) })
    }

    /// `class in region`.
    pub(super) fn region(&mut self, pair: Pair<Rule>) -> Option<Iterable> {
        let (mut class, mut is_within, mut region) = (None, false, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::class => class = self.class(part),
                Rule::k_within => is_within = true,
                Rule::coalesce | Rule::term => region = Some(self.operand(part)),
                _ => {}
            }
        }
        Some(Iterable::Region { class: class?, is_within, region: region? })
    }

    /// A class name, or `node("kind")`.
    pub(super) fn class(&mut self, pair: Pair<Rule>) -> Option<Class> {
        let class = pair.into_inner().next()?;
        if class.as_rule() == Rule::class_name {
            return Some(Class::Named(self.name(&class)));
        }
        let kind = class.into_inner().find(|part| part.as_rule() == Rule::text)?;
        Some(Class::Kind(self.text(&kind)))
    }
}

fn kind(rule: Rule) -> Option<AggregateKind> {
    Some(match rule {
        Rule::k_any => AggregateKind::Any,
        Rule::k_first => AggregateKind::First,
        Rule::k_last => AggregateKind::Last,
        Rule::k_list => AggregateKind::List,
        Rule::k_sum => AggregateKind::Sum,
        Rule::k_min => AggregateKind::Min,
        Rule::k_max => AggregateKind::Max,
        Rule::k_group => AggregateKind::Group,
        _ => return None,
    })
}
