//! From the checked model to the plan: operators become functions of the runtime, conjunctions become steps, loops hold
//! what follows them, and every literal set, name set, regular expression and slot gets one id.
//!
//! Ids are given in the order of first use, rules being in the order of the plan, so that equal rule files give equal
//! plans. Which rules a node is given to is not decided here ([`crate::passes::fuse`]).

mod expr;
mod pool;
mod problems;

use crate::ast::BinaryOp;
use crate::check::model::{self, ExprKind, Model, Statement};
use crate::passes::stage;
use crate::source::{SourceFile, SourceMap, Span};
use aud_rules_plan::{FlowStep, Origin, Plan, RuleHead, RuleLine, Step, VarId};

use expr::lower_expr;
use pool::Pools;

/// Lowers every rule. The plan's decisions are left empty.
pub fn lower(model: &Model, sources: &SourceMap) -> Plan {
    let mut by_target: Vec<&model::Rule> = model.rules.iter().collect();
    by_target.sort_by_key(|rule| rule.target);
    let mut pools = Pools::of(model);
    let rules = by_target.into_iter().map(|rule| lower_rule(rule, sources, &mut pools)).collect();
    let labels = pools.labels(model);
    // A view of the library is there so that queries over it can be checked; whoever has the library's rules has it too.
    let is_own = |view: &&model::View| !sources.file(view.span.file).is_library;
    Plan {
        files: sources.ids().map(|id| sources.file(id)).filter(|file| !file.is_library).map(rule_file).collect(),
        tables: model.tables.iter().map(|table| lower_table(table, sources)).collect(),
        rules,
        views: model.views.iter().filter(is_own).map(|view| lower_view(view, sources)).collect(),
        kinds: model.kinds.iter().map(|kind| problems::lower_kind(kind, sources)).collect(),
        problems: model.problems.iter().map(|problem| problems::lower_problem(problem, sources)).collect(),
        problem_examples: model.problems.iter().map(|problem| problems::lower_examples(problem, sources)).collect(),
        sets: pools.sets.into_items(),
        names: pools.names.into_items(),
        patterns: pools.patterns.into_items(),
        slots: pools.slots.into_items(),
        labels,
        functions: Vec::new(),
        facts: Vec::new(),
        decisions: Default::default(),
    }
}

fn rule_file(file: &SourceFile) -> aud_rules_plan::RuleFile {
    aud_rules_plan::RuleFile { path: file.path.clone(), sha256: file.sha256() }
}

fn line_of(span: Span, sources: &SourceMap) -> RuleLine {
    RuleLine { file: sources.file(span.file).path.clone(), line: sources.position(span).0 }
}

fn lower_table(table: &model::Table, sources: &SourceMap) -> aud_rules_plan::Table {
    let columns = table.columns.iter().map(|column| aud_rules_plan::Column {
        name: column.name.clone(),
        doc: column.doc.trim().to_owned(),
        ty: column.ty,
        is_optional: column.is_optional,
    });
    aud_rules_plan::Table {
        name: table.name.clone(),
        doc: table.doc.trim().to_owned(),
        columns: columns.collect(),
        unique: table.unique.clone(),
        at: line_of(table.span, sources),
    }
}

fn lower_view(view: &model::View, sources: &SourceMap) -> aud_rules_plan::View {
    aud_rules_plan::View {
        name: view.name.clone(),
        doc: view.doc.trim().to_owned(),
        sql: view.sql.clone(),
        at: line_of(view.span, sources),
    }
}

fn lower_rule(rule: &model::Rule, sources: &SourceMap, pools: &mut Pools) -> aud_rules_plan::Rule {
    let stage = stage::of_rule(rule, sources);
    aud_rules_plan::Rule {
        head: RuleHead {
            name: rule.name.clone(),
            doc: rule.doc.trim().to_owned(),
            tags: rule.tags.clone(),
            target: rule.target,
            stage: stage.stage,
            at: line_of(rule.span, sources),
        },
        kinds: rule.kinds.clone(),
        class: rule.class.clone(),
        vars: rule.vars.clone(),
        stage_reason: stage.reason,
        steps: Lowering { sources, pools }.body(&rule.body),
        examples: rule.examples.iter().map(|example| lower_example(example, sources)).collect(),
    }
}

fn lower_example(example: &model::Example, sources: &SourceMap) -> aud_rules_plan::Example {
    aud_rules_plan::Example {
        source: example.source.clone(),
        rows: example.rows.clone(),
        line: line_of(example.span, sources).line,
    }
}

/// Makes the steps of one rule.
struct Lowering<'l, 'm> {
    sources: &'l SourceMap,
    pools: &'l mut Pools<'m>,
}

impl Lowering<'_, '_> {
    /// Each loop takes all statements behind it as its body.
    fn body(&mut self, statements: &[Statement]) -> Vec<Step> {
        let mut steps = Vec::new();
        for (index, statement) in statements.iter().enumerate() {
            match statement {
                Statement::Let(var, value) => self.bind(*var, value, &mut steps),
                Statement::Where(condition) => self.condition(condition, &mut steps),
                Statement::For(var, source) => {
                    let origin = self.origin(source_span(source));
                    let source = expr::lower_source(source, self.pools);
                    let body = self.body(&statements[index + 1..]);
                    steps.push(Step::ForEach { var: *var, source, body, origin });
                    break;
                }
                Statement::Emit(cells) => {
                    let at = cells.first().map(|cell| line_of(cell.span, self.sources)).unwrap_or_default();
                    let cells = cells.iter().map(|cell| self.value(cell, &mut steps)).collect();
                    steps.push(Step::Emit { cells, origin: Origin { at, text: String::new() } });
                }
                Statement::Flow(flow, span) => {
                    let origin = self.origin(*span);
                    let says = self.flow(flow, &mut steps);
                    steps.push(Step::Flow { says, origin });
                }
                Statement::Report(at) => {
                    let origin = self.origin(at.span);
                    let at = self.value(at, &mut steps);
                    steps.push(Step::Report { at, origin });
                }
            }
        }
        steps
    }

    fn flow(&mut self, flow: &model::Flow, steps: &mut Vec<Step>) -> FlowStep {
        match flow {
            model::Flow::Source { kinds, at } => FlowStep::Source { kinds: *kinds, at: self.value(at, steps) },
            model::Flow::Sink { kinds, at } => FlowStep::Sink { kinds: *kinds, at: self.value(at, steps) },
            model::Flow::Clean { kinds, at, when } => {
                FlowStep::Clean { kinds: *kinds, at: self.value(at, steps), when: *when }
            }
            model::Flow::Step { from, to } => {
                FlowStep::Step { from: self.value(from, steps), to: self.value(to, steps) }
            }
            model::Flow::Call { callee, arguments, result } => FlowStep::Call {
                callee: self.value(callee, steps),
                arguments: arguments.iter().map(|(key, value)| (key.clone(), self.value(value, steps))).collect(),
                result: result.as_ref().map(|result| self.value(result, steps)),
            },
        }
    }

    fn bind(&mut self, var: VarId, value: &model::Expr, steps: &mut Vec<Step>) {
        let origin = self.origin(value.span);
        let value = self.value(value, steps);
        steps.push(Step::Let { var, value, origin });
    }

    /// A value that the next step surely needs. What it binds on the way (the subject of a `case`, the arguments of a
    /// predicate) becomes a step of its own, so that later passes see it.
    fn value(&mut self, value: &model::Expr, steps: &mut Vec<Step>) -> aud_rules_plan::Expr {
        match &value.kind {
            ExprKind::Let(var, bound, body) => {
                self.bind(*var, bound, steps);
                self.value(body, steps)
            }
            _ => lower_expr(value, self.pools),
        }
    }

    /// One step for each conjunct: cheap ones that fail keep the others from being asked, and each can give a key.
    fn condition(&mut self, condition: &model::Expr, steps: &mut Vec<Step>) {
        match &condition.kind {
            ExprKind::Binary(BinaryOp::And, left, right) => {
                self.condition(left, steps);
                self.condition(right, steps);
            }
            ExprKind::Let(var, bound, body) => {
                self.bind(*var, bound, steps);
                self.condition(body, steps);
            }
            _ => {
                let origin = self.origin(condition.span);
                steps.push(Step::Where { condition: lower_expr(condition, self.pools), origin });
            }
        }
    }

    fn origin(&self, span: Span) -> Origin {
        Origin { at: line_of(span, self.sources), text: on_one_line(self.sources.slice(span)) }
    }
}

fn source_span(source: &model::Iterable) -> Span {
    match source {
        model::Iterable::List(list) => list.span,
        model::Iterable::Region { class: _, kinds: _, is_within: _, region } => region.span,
    }
}

/// The text of an expression on one line, without remarks.
fn on_one_line(text: &str) -> String {
    let lines = text.lines().map(|line| without_remark(line).trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A remark begins with `//` behind white space, outside of a text; a regular expression has no such slashes.
fn without_remark(line: &str) -> &str {
    let mut is_in_text = false;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        is_in_text ^= c == '"' && before != '\\';
        if !is_in_text && before.is_whitespace() && line[at..].starts_with("//") {
            return &line[..at];
        }
        before = c;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn written_text_is_put_on_one_line() {
        for (written, expected) in [
            ("a.b == 1", "a.b == 1"),
            ("a.b == 1 // As always.\n      or c", "a.b == 1 or c"),
            ("a\n    // Or else:\n    or b", "a or b"),
            ("a == \"http://b\" // A remark.", "a == \"http://b\""),
            ("a == \" // no remark\"", "a == \" // no remark\""),
            (r"a like /^\/\// and b", r"a like /^\/\// and b"),
        ] {
            assert_eq!(on_one_line(written), expected, "{written}");
        }
    }
}
