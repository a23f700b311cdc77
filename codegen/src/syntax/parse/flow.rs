//! From pest's pairs to the statements about the flow of data, and to `report`.

use pest::iterators::Pair;

use super::Reader;
use super::grammar::Rule;
use crate::syntax::ast::{CallArgument, Expr, FlowSays, FlowStatement, Name, Report, Spanned, Statement};
use aud_rules_plan::{ArgumentKey, TestOutcome};

/// The parts of a statement, whichever it is.
#[derive(Default)]
struct Parts {
    kinds: Vec<Name>,
    exprs: Vec<Expr>,
    when: Option<Spanned<TestOutcome>>,
    arguments: Vec<CallArgument>,
    result: Option<Expr>,
}

impl Reader<'_> {
    /// `source`, `sink`, `clean`, `step`, `call` or `report`.
    pub(super) fn flow_or_report(&mut self, pair: Pair<Rule>) -> Option<Statement> {
        let (rule, span) = (pair.as_rule(), self.span(&pair));
        let mut parts = Parts::default();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kind_names => parts.kinds = self.kind_names(part),
                Rule::expr => parts.exprs.push(self.operand(part)),
                Rule::outcome => parts.when = self.outcome(part),
                Rule::call_arguments => parts.arguments = self.call_arguments(part),
                Rule::result => {
                    let value = part.into_inner().find(|part| part.as_rule() == Rule::expr);
                    parts.result = value.map(|value| self.operand(value));
                }
                _ => {}
            }
        }
        let Parts { kinds, exprs, when, arguments, result } = parts;
        let mut exprs = exprs.into_iter();
        let first = exprs.next()?;
        let says = match rule {
            Rule::source_statement => FlowSays::Source { kinds, at: first },
            Rule::sink_statement => FlowSays::Sink { kinds, at: first },
            Rule::clean_statement => FlowSays::Clean { kinds, at: first, when },
            Rule::step_statement => FlowSays::Step { from: first, to: exprs.next()? },
            Rule::call_statement => FlowSays::Call { callee: first, arguments, result },
            _ => return Some(Statement::Report(Report { at: first, span })),
        };
        Some(Statement::Flow(FlowStatement { says, span }))
    }

    /// `remote, cli`
    pub(super) fn kind_names(&self, pair: Pair<Rule>) -> Vec<Name> {
        pair.into_inner().filter(|part| part.as_rule() == Rule::kind_name).map(|part| self.name(&part)).collect()
    }

    fn outcome(&self, pair: Pair<Rule>) -> Option<Spanned<TestOutcome>> {
        pair.into_inner().find_map(|part| {
            let outcome = match part.as_rule() {
                Rule::yes => TestOutcome::True,
                Rule::no => TestOutcome::False,
                Rule::k_returned => TestOutcome::Returned,
                _ => return None,
            };
            Some(Spanned { node: outcome, span: self.span(&part) })
        })
    }

    fn call_arguments(&mut self, pair: Pair<Rule>) -> Vec<CallArgument> {
        let arguments: Vec<_> = pair.into_inner().filter(|part| part.as_rule() == Rule::call_argument).collect();
        arguments.into_iter().filter_map(|argument| self.call_argument(argument)).collect()
    }

    fn call_argument(&mut self, pair: Pair<Rule>) -> Option<CallArgument> {
        let mut parts = pair.into_inner();
        let key = parts.next()?;
        let node = match (key.as_rule(), key.as_str()) {
            (Rule::stars, "*") => ArgumentKey::Star,
            (Rule::stars, _) => ArgumentKey::DoubleStar,
            // A number that does not fit is as wrong as any that no argument before it has.
            (Rule::argument_index, index) => ArgumentKey::Index(index.parse().unwrap_or(u32::MAX)),
            (_, name) => ArgumentKey::Name(name.to_owned()),
        };
        let value = parts.find(|part| part.as_rule() == Rule::expr)?;
        Some(CallArgument { key: Spanned { node, span: self.span(&key) }, value: self.operand(value) })
    }
}
