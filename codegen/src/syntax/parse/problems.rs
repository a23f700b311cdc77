//! From pest's pairs to problems. Their parts stand in any order, each once; statements stand behind `match`.

use pest::iterators::Pair;

use super::Reader;
use super::grammar::Rule;
use super::items::docs;
use super::rules::is_statement;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::ast::{Doc, Name, Problem, ProblemFlow, Spanned};
use aud_rules_plan::Severity;

impl Reader<'_> {
    pub(super) fn problem(&mut self, pair: Pair<Rule>) -> Option<Problem> {
        let span = self.span(&pair);
        let mut problem = Problem {
            doc: Doc::new(),
            name: Name { node: String::new(), span },
            tags: Vec::new(),
            severity: None,
            flow: None,
            query: None,
            anchor: None,
            body: Vec::new(),
            message: None,
            help: None,
            examples: Vec::new(),
            span,
        };
        let mut seen: Vec<(Rule, Span)> = Vec::new();
        for part in pair.into_inner() {
            if self.is_out_of_place(&part, &mut seen) {
                continue;
            }
            match part.as_rule() {
                Rule::docs => problem.doc = docs(part),
                Rule::k_problem => problem.span.start = self.span(&part).start,
                Rule::problem_name => problem.name = self.name(&part),
                Rule::tags => problem.tags = self.tags(part),
                Rule::severity => problem.severity = self.severity(part),
                Rule::flow => problem.flow = self.problem_flow(part),
                Rule::query => problem.query = self.text_of(part),
                Rule::anchor => problem.anchor = self.anchor(part),
                Rule::message => problem.message = self.text_of(part),
                Rule::help => problem.help = self.text_of(part),
                Rule::problem_example => problem.examples.extend(self.example(part)),
                rule if is_statement(rule) => self.statement(part, &mut problem.body),
                _ => {}
            }
        }
        (!problem.name.node.is_empty()).then_some(problem)
    }

    /// Reports a part that stands there twice, and a statement before `match`.
    fn is_out_of_place(&mut self, part: &Pair<Rule>, seen: &mut Vec<(Rule, Span)>) -> bool {
        let (rule, span) = (part.as_rule(), self.first_word(part));
        let is_once = matches!(
            rule,
            Rule::tags | Rule::severity | Rule::flow | Rule::query | Rule::anchor | Rule::message | Rule::help
        );
        let first = seen.iter().find(|(known, _)| *known == rule).map(|(_, span)| *span);
        if let Some(first) = first.filter(|_| is_once) {
            let word = part.as_str().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::MisplacedPart, span, format!("a problem has one `{word}`"))
                .also(first, "the first one stands here");
            self.diagnostics.push(diagnostic);
            return true;
        }
        if is_statement(rule) && !seen.iter().any(|(known, _)| *known == Rule::anchor) {
            let diagnostic = Diagnostic::new(Code::MisplacedPart, span, "a statement stands behind `match`")
                .help("begin with what the problem looks at: `match c: call`");
            self.diagnostics.push(diagnostic);
            return true;
        }
        seen.push((rule, span));
        false
    }

    fn severity(&self, pair: Pair<Rule>) -> Option<Spanned<Severity>> {
        let word = pair.into_inner().nth(1)?;
        let node = Severity::ALL.into_iter().find(|severity| severity.word() == word.as_str())?;
        Some(Spanned { node, span: self.span(&word) })
    }

    fn problem_flow(&self, pair: Pair<Rule>) -> Option<ProblemFlow> {
        let span = self.span(&pair);
        let mut lists = pair.into_inner().filter(|part| part.as_rule() == Rule::kind_names);
        let (from, to) = (self.kind_names(lists.next()?), self.kind_names(lists.next()?));
        Some(ProblemFlow { from, to, span })
    }

    /// The text of a part that is a keyword and a text.
    fn text_of(&mut self, pair: Pair<Rule>) -> Option<Spanned<String>> {
        let text = pair.into_inner().find(|part| matches!(part.as_rule(), Rule::text | Rule::long_text))?;
        Some(if text.as_rule() == Rule::text { self.text(&text) } else { self.long_text(&text) })
    }
}
