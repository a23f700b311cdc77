//! Problems: how they are found, what is said of them, their examples. One that reports places by a rule gives that rule,
//! too, under its own name.

use super::Checker;
use super::emits::Fills;
use crate::ast::{self, Literal, Name, Spanned};
use crate::check::model::{self, Detection, Problem, ProblemExample};
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::Span;
use aud_rules_plan::{ExpectedFinding, ProblemId, Severity, Target};

/// What a finding's row of an example can name.
const LINE: &str = "line";
const SOURCE_LINE: &str = "source_line";

impl<'a> Checker<'a> {
    /// Checks all problems; gives them with the rules that report places of them. Those without a way to be found are left
    /// out.
    pub(super) fn check_problems(&mut self) -> (Vec<Problem>, Vec<model::Rule>) {
        let (mut problems, mut rules) = (Vec::new(), Vec::new());
        for problem in self.items.problems.clone() {
            if self.diagnostics.is_full() {
                break;
            }
            self.check_parts(problem);
            let examples = self.check_problem_examples(problem);
            let Some(detection) = self.check_detection(problem, ProblemId::at(problems.len()), &mut rules) else {
                continue;
            };
            let (message, message_span) = match &problem.message {
                Some(message) => (message.node.clone(), message.span),
                None => (String::new(), problem.name.span),
            };
            problems.push(Problem {
                name: problem.name.node.clone(),
                doc: problem.doc.clone(),
                tags: problem.tags.iter().map(|tag| tag.node.clone()).collect(),
                severity: problem.severity.as_ref().map_or(Severity::Info, |severity| severity.node),
                detection,
                message,
                message_span,
                help: problem.help.as_ref().map(|help| help.node.trim().to_owned()).unwrap_or_default(),
                examples,
                span: problem.name.span,
            });
        }
        (problems, rules)
    }

    /// Reports the parts that are not there, or that are there and empty.
    fn check_parts(&mut self, problem: &ast::Problem) {
        let is_empty = |text: &Option<Spanned<String>>| text.as_ref().is_none_or(|text| text.node.trim().is_empty());
        for (is_missing, part, help) in [
            (problem.severity.is_none(), "severity", "say how much harm it can do: `severity high`"),
            (is_empty(&problem.message), "message", "say what is wrong, in a sentence: `message \"...\"`"),
            (is_empty(&problem.help), "help", "say what to write instead: `help \"\"\"...\"\"\"`"),
        ] {
            if is_missing {
                let message = format!("the problem `{}` has no `{part}`", problem.name.node);
                self.report(Diagnostic::new(Code::IncompleteProblem, problem.name.span, message).help(help));
            }
        }
    }

    fn check_detection(
        &mut self,
        problem: &'a ast::Problem,
        id: ProblemId,
        rules: &mut Vec<model::Rule>,
    ) -> Option<Detection> {
        self.check_that_one_way_leads_to(problem);
        if let Some(flow) = &problem.flow {
            let from = self.kind_bits(&flow.from, |_| {});
            let to = self.kind_bits(&flow.to, |_| {});
            self.check_placeholders(problem, &["source", "sink"]);
            return Some(Detection::Flow { from, to });
        }
        if problem.anchor.is_some() {
            let doing = self.check_doing(&problem.name, problem.anchor.as_ref(), &problem.body, Fills::Problem);
            self.check_placeholders(problem, &["at"]);
            let doing = doing?;
            let tags = problem.tags.iter().map(|tag| tag.node.clone()).collect();
            rules.push(model::Rule { doc: problem.doc.clone(), tags, target: Target::Problem(id), ..doing });
            return Some(Detection::Rule);
        }
        let query = problem.query.as_ref()?;
        self.spend_view(query.span).then(|| Detection::Query(query.node.clone(), query.span))
    }

    /// Exactly one of `flow`, `match` and `from` is there.
    fn check_that_one_way_leads_to(&mut self, problem: &ast::Problem) {
        let ways: Vec<(&str, Span)> = [
            problem.flow.as_ref().map(|flow| ("flow", flow.span)),
            problem.anchor.as_ref().map(|anchor| ("match", anchor.var.span)),
            problem.query.as_ref().map(|query| ("from", Span { end: query.span.start + 3, ..query.span })),
        ]
        .into_iter()
        .flatten()
        .collect();
        let help = "a problem is found by one of `flow KIND to KIND`, `match ... report at ...` and `from \"\"\"SELECT ...\"\"\"`";
        match ways.as_slice() {
            [_] => {}
            [] => {
                let message = format!("nothing says how the problem `{}` is found", problem.name.node);
                self.report(Diagnostic::new(Code::NotOneWay, problem.name.span, message).help(help));
            }
            [(first, first_span), (second, span), ..] => {
                let message = format!("the problem `{}` has `{first}` and `{second}`", problem.name.node);
                let diagnostic = Diagnostic::new(Code::NotOneWay, *span, message);
                self.report(diagnostic.also(*first_span, format!("`{first}` stands here")).help(help));
            }
        }
    }

    fn check_placeholders(&mut self, problem: &ast::Problem, known: &[&str]) {
        let Some(message) = &problem.message else { return };
        for diagnostic in wrong_placeholders(&message.node, message.span, known) {
            self.report(diagnostic);
        }
    }

    fn check_problem_examples(&mut self, problem: &ast::Problem) -> Vec<ProblemExample> {
        let name = &problem.name;
        if problem.examples.iter().all(|example| example.rows.is_empty()) {
            let message = format!("no example shows the problem `{}`", name.node);
            let help = "show Python that has it: `example \"\"\"...\"\"\" reports { line: 1 }`";
            self.report(Diagnostic::new(Code::NoFiringExample, name.span, message).help(help));
        }
        if problem.examples.iter().all(|example| !example.rows.is_empty()) {
            let message = format!("no example shows what does not have the problem `{}`", name.node);
            let help = "show the safe form beside: `example \"\"\"...\"\"\" reports nothing`";
            self.report(Diagnostic::new(Code::NoSilentExample, name.span, message).help(help));
        }
        let examples = problem.examples.iter().map(|example| ProblemExample {
            source: example.source.node.clone(),
            findings: example.rows.iter().filter_map(|row| self.finding(row, problem.flow.is_some())).collect(),
            span: example.source.span,
        });
        examples.collect()
    }

    /// `{ line: 6, source_line: 4 }`
    fn finding(&mut self, row: &Spanned<ast::ExampleRow>, is_flow: bool) -> Option<ExpectedFinding> {
        let (mut line, mut source_line) = (None, None);
        for (name, value) in &row.node {
            let place = match name.node.as_str() {
                LINE => &mut line,
                SOURCE_LINE if is_flow => &mut source_line,
                _ => {
                    self.report_unknown_part(name, is_flow);
                    continue;
                }
            };
            if place.is_some() {
                self.error(Code::ColumnGivenTwice, name.span, format!("`{}` is given twice", name.node));
            }
            match &value.node {
                ast::ExampleValue::Literal(Literal::Int(int)) if u32::try_from(*int).is_ok_and(|int| int > 0) => {
                    *place = u32::try_from(*int).ok();
                }
                _ => {
                    let message = format!("`{}` is a line of the example, from 1", name.node);
                    self.error(Code::WrongType, value.span, message);
                    *place = Some(1);
                }
            }
        }
        if line.is_none() {
            let message = "a finding has a line";
            let help = "say which line is reported: `{ line: 6 }`; of a flow, that of its sink";
            self.report(Diagnostic::new(Code::MissingColumn, row.span, message).help(help));
        }
        Some(ExpectedFinding { line: line?, source_line })
    }

    fn report_unknown_part(&mut self, name: &Name, is_flow: bool) {
        let message = format!("an example of a problem does not say `{}` of a finding", name.node);
        let known: &[&str] = if is_flow { &[LINE, SOURCE_LINE] } else { &[LINE] };
        let help = match name.node.as_str() {
            SOURCE_LINE => Some("only a flow has a source".to_owned()),
            other => did_you_mean(other, known.iter().copied()).or_else(|| Some("it says its `line`".to_owned())),
        };
        self.report(Diagnostic::new(Code::UnknownExampleColumn, name.span, message).help(help));
    }
}

/// The placeholders of a message that are none of the known ones. Other braces are text.
pub(super) fn wrong_placeholders(message: &str, span: Span, known: &[&str]) -> Vec<Diagnostic> {
    let words = message.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(word, _)| word);
    let is_name = |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let wrong = words.filter(is_name).filter(|word| !known.contains(word));
    let diagnostics = wrong.map(|word| {
        let all: Vec<String> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
        let help = did_you_mean(word, known.iter().copied())
            .unwrap_or_else(|| format!("what can stand in braces here is {}", all.join(", ")));
        Diagnostic::new(Code::BadPlaceholder, span, format!("nothing can be put in place of `{{{word}}}`")).help(help)
    });
    diagnostics.collect()
}
