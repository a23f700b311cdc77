//! When a rule can be decided: the latest stage of anything it reads, and the first word that needs it.
//!
//! Authors never write a stage. A count is known when its region is complete, a binding at the end of the file, a
//! question about names when every file was seen.

use crate::check::model::{Aggregate, Expr, ExprKind, Iterable, Rule, Statement};
use crate::source::{SourceMap, Span};
use aud_rules_plan::Stage;

/// The stage of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageOf {
    /// When the rule is decided.
    pub stage: Stage,
    /// Why not earlier: the word that needs it and where it stands; none for the earliest stage.
    pub reason: Option<String>,
}

/// Infers the stage of a rule.
pub fn of_rule(rule: &Rule, sources: &SourceMap) -> StageOf {
    let mut reads = Reads { sources, home: rule.span, found: StageOf { stage: Stage::Walk, reason: None } };
    for statement in &rule.body {
        match statement {
            Statement::For(_, source) => reads.source("for", source),
            Statement::Let(..)
            | Statement::Where(_)
            | Statement::Emit(_)
            | Statement::Flow(..)
            | Statement::Report(_) => reads.all(statement.exprs()),
        }
    }
    reads.found
}

struct Reads<'m> {
    sources: &'m SourceMap,
    home: Span,
    found: StageOf,
}

impl Reads<'_> {
    fn need(&mut self, stage: Stage, span: Span, word: impl FnOnce() -> String) {
        if stage > self.found.stage {
            let line = self.sources.position(span).0;
            let file = match span.file == self.home.file {
                true => String::new(),
                false => format!("{} ", self.sources.file(span.file).path),
            };
            self.found = StageOf { stage, reason: Some(format!("`{}` ({file}line {line})", word())) };
        }
    }

    fn all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    /// Parts are read before the whole, as they stand in the text.
    fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        match &expr.kind {
            ExprKind::None
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Real(_)
            | ExprKind::Text(_)
            | ExprKind::Var(_)
            | ExprKind::Module => {}
            ExprKind::Property { prim, of, args, stage } => {
                self.expr(of);
                self.all(args);
                let sources = self.sources;
                self.need(*stage, span, || property_word(sources, span, of.span, prim));
            }
            ExprKind::Ask(question, of, _) => {
                self.expr(of);
                self.need(Stage::Project, span, || question.words().to_owned());
            }
            ExprKind::RefersTo(of, other) => {
                self.all([&**of, other]);
                self.need(Stage::File, span, || "refers to".to_owned());
            }
            ExprKind::GroupKey(of)
            | ExprKind::Not(of)
            | ExprKind::Present(of)
            | ExprKind::IsKind(of, _)
            | ExprKind::InSet(of, _)
            | ExprKind::Like(of, _) => self.expr(of),
            ExprKind::Binary(_, left, right)
            | ExprKind::InList(left, right)
            | ExprKind::StartsWith(left, right)
            | ExprKind::EndsWith(left, right)
            | ExprKind::Contains(left, right)
            | ExprKind::Let(_, left, right) => self.all([&**left, right]),
            ExprKind::Call { name: _, args } => self.all(args),
            ExprKind::List(members) => self.all(members),
            ExprKind::Object(entries) => self.all(entries.iter().map(|(_, value)| value)),
            ExprKind::Case(arms, otherwise) => {
                self.all(arms.iter().flat_map(|(condition, value)| [condition, value]));
                self.all(otherwise.as_deref());
            }
            ExprKind::Aggregate(aggregate) => self.aggregate(aggregate),
        }
    }

    fn aggregate(&mut self, aggregate: &Aggregate) {
        self.source(&format!("{:?}", aggregate.kind).to_lowercase(), &aggregate.source);
        self.all(&aggregate.condition);
        self.all(&aggregate.value);
    }

    fn source(&mut self, word: &str, source: &Iterable) {
        match source {
            Iterable::List(list) => self.expr(list),
            Iterable::Region { class, region, is_within, kinds: _ } => {
                self.expr(region);
                let reach = if *is_within { "within" } else { "in" };
                self.need(Stage::Scope, region.span, || format!("{word} {class} {reach}"));
            }
        }
    }
}

/// The property as the rule spells it, with its dot: what stands between the receiver and the arguments.
fn property_word(sources: &SourceMap, whole: Span, of: Span, prim: &str) -> String {
    let text = &sources.file(whole.file).text;
    let tail = if whole.file == of.file { text.get(of.end as usize..whole.end as usize) } else { None };
    match tail.and_then(|tail| tail.split('(').next()).map(str::trim) {
        Some(word) if word.starts_with('.') => word.to_owned(),
        _ => prim.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::tests::{EXAMPLES, plan_of, plan_of_rule};

    #[test]
    fn a_rule_is_decided_at_the_latest_stage_of_what_it_reads() {
        for (body, expected) in [
            ("match c: call where c.callee.member == \"a\"", "walk"),
            ("match f: function where any d in f.decorators where d.target.name == \"a\"", "walk"),
            ("match f: function where count yield in f > 0", "scope: `count yield in` (line 11)"),
            ("match f: function for _c: call within f", "scope: `for call within` (line 11)"),
            ("match c: call where c.arg(0).constant == 1", "file: `.constant` (line 11)"),
            ("match c: call where c.callee refers to c.arg(0)", "file: `refers to` (line 11)"),
            ("match c: call where c.callee is \"m.a\"", "project: `is` (line 11)"),
            ("match c: call where c.callee is exactly \"m.a\"", "project: `is exactly` (line 11)"),
            ("match c: call where c instance of \"m.A\"", "project: `instance of` (line 11)"),
            ("match k: class where k inherits \"m.A\"", "project: `inherits` (line 11)"),
            ("match f: function where f decorated by \"m.a\"", "project: `decorated by` (line 11)"),
            ("match c: call let q = c.callee.qualified where q is present", "project: `.qualified` (line 11)"),
            // The latest stage counts, and its first word is the reason.
            (
                "match f: function where count yield in f > 0\nwhere f decorated by \"m.a\" and f decorated by \"m.b\"",
                "project: `decorated by` (line 12)",
            ),
        ] {
            let plan = plan_of_rule(&format!("{body}\nemit {{ value: none }}"));
            let rule = &plan.rules[0];
            let reason = rule.stage_reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
            assert_eq!(rule.head.stage.name().to_owned() + &reason, expected, "{body}");
        }
    }

    #[test]
    fn a_reason_in_another_file_names_it() {
        let predicate = "/// It is run.\npredicate is_run(c: call) { c.callee is \"subprocess.run\" }\n";
        let rule = format!(
            "/// Runs.\ntable runs {{ name: text? /// Name.\n}}\n\
             /// Runs.\nrule run -> runs {{ match c: call where is_run(c) emit {{ name: none }} {EXAMPLES} }}"
        );
        let plan = plan_of(&[("a.rules", predicate), ("b.rules", &rule)]);
        assert_eq!(plan.rules[0].stage_reason.as_deref(), Some("`is` (a.rules line 2)"));
    }
}
