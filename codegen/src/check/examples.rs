//! Examples: rows over the columns of the rule's table, and at least one example of each kind.

use super::Checker;
use super::items::value_type;
use super::types::{describe, optional, present};
use crate::ast::{self, Literal, Name, Spanned};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::{Column, Example, ExampleCell};
use crate::diag::{Code, Diagnostic, did_you_mean};
use aud_rules_plan::ColumnType;

impl Checker<'_> {
    /// Checks the examples of a rule; without a table only their number.
    pub(super) fn check_examples(&mut self, rule: &ast::Rule, table: Option<usize>) -> Vec<Example> {
        let name = &rule.name;
        let Some(table_name) = &rule.table else {
            self.refuse_examples(rule);
            return Vec::new();
        };
        if rule.examples.iter().all(|example| example.rows.is_empty()) {
            let message = format!("no example makes the rule `{}` fire", name.node);
            let help = "show Python that it finds: `example \"\"\"...\"\"\" emits { ... }`";
            self.report(Diagnostic::new(Code::NoFiringExample, name.span, message).help(help));
        }
        if rule.examples.iter().all(|example| !example.rows.is_empty()) {
            let message = format!("no example shows what the rule `{}` must leave alone", name.node);
            let help = "show Python that looks alike: `example \"\"\"...\"\"\" emits nothing`";
            self.report(Diagnostic::new(Code::NoSilentExample, name.span, message).help(help));
        }
        let columns = table.and_then(|table| self.table(table)).map(|table| table.model.columns.clone());
        let Some(columns) = columns else { return Vec::new() };
        let table = &table_name.node;
        let examples = rule.examples.iter().map(|example| Example {
            source: example.source.node.clone(),
            rows: example.rows.iter().map(|row| self.check_row(&row.node, &columns, table)).collect(),
            span: example.source.span,
        });
        examples.collect()
    }

    /// A rule without a table makes no rows that an example could show.
    fn refuse_examples(&mut self, rule: &ast::Rule) {
        if let Some(example) = rule.examples.first() {
            let message = format!("the rule `{}` has no table, so it has no rows to show", rule.name.node);
            let help = "what it says of the flow of data is shown by the examples of problems";
            self.report(Diagnostic::new(Code::NoTable, example.source.span, message).help(help));
        }
    }

    fn check_row(
        &mut self,
        row: &[(Name, Spanned<ast::ExampleValue>)],
        columns: &[Column],
        table: &str,
    ) -> Vec<(usize, ExampleCell)> {
        let mut values: Vec<(usize, ExampleCell)> = Vec::new();
        for (name, value) in row {
            let Some(at) = columns.iter().position(|column| column.name == name.node) else {
                self.words.note(name.span, || {
                    let given = row.iter().map(|(name, _)| name.node.clone()).collect();
                    Meaning::Unknown(Gap::Column { table: table.to_owned(), given })
                });
                let message = format!("the table `{table}` has no column `{}`", name.node);
                let help = did_you_mean(&name.node, columns.iter().map(|column| column.name.as_str()));
                self.report(Diagnostic::new(Code::UnknownExampleColumn, name.span, message).help(help));
                continue;
            };
            self.words.note(name.span, || Meaning::Column { table: table.to_owned(), column: name.node.clone() });
            if values.iter().any(|(known, _)| *known == at) {
                let message = format!("the column `{}` is given twice", name.node);
                self.error(Code::ColumnGivenTwice, name.span, message);
            } else if let Some(value) = self.check_value(value, &columns[at]) {
                values.push((at, value));
            }
        }
        values
    }

    fn check_value(&mut self, value: &Spanned<ast::ExampleValue>, column: &Column) -> Option<ExampleCell> {
        let checked = column_value(&value.node, column.ty);
        let name = &column.name;
        match checked {
            Some(ExampleCell::Null) if !column.is_optional => {
                self.error(Code::OptionalValue, value.span, format!("the column `{name}` is never `none`"));
            }
            Some(_) => return checked,
            None => {
                let actual = match &value.node {
                    ast::ExampleValue::Literal(literal) => {
                        describe(&super::exprs::literal_expr(literal, value.span).ty)
                    }
                    ast::ExampleValue::Json(_) => "`json`".to_owned(),
                };
                let wanted = value_type(column.ty);
                let wanted = describe(&if column.is_optional { optional(wanted) } else { present(wanted) });
                let message = format!("the column `{name}` holds {wanted}, but this is {actual}");
                self.error(Code::WrongType, value.span, message);
            }
        }
        None
    }
}

/// The value as the column holds it; none when it can not. A plain literal in a JSON column is that JSON value.
fn column_value(value: &ast::ExampleValue, ty: ColumnType) -> Option<ExampleCell> {
    let literal = match value {
        ast::ExampleValue::Json(json) if ty == ColumnType::Json => return Some(ExampleCell::Json(json.clone())),
        ast::ExampleValue::Json(_) => return None,
        ast::ExampleValue::Literal(literal) => literal,
    };
    Some(match (literal, ty) {
        (Literal::None, _) => ExampleCell::Null,
        (Literal::Text(text), ColumnType::Text) => ExampleCell::Text(text.clone()),
        (Literal::Text(text), ColumnType::Json) => ExampleCell::Json(serde_json::json!(text).to_string()),
        (Literal::Int(int), ColumnType::Int) => ExampleCell::Int(*int),
        (Literal::Int(int), ColumnType::Real) => ExampleCell::Real(*int as f64),
        (Literal::Int(int), ColumnType::Json) => ExampleCell::Json(int.to_string()),
        (Literal::Real(real), ColumnType::Real) => ExampleCell::Real(*real),
        (Literal::Real(real), ColumnType::Json) => ExampleCell::Json(serde_json::json!(real).to_string()),
        (Literal::Bool(bool), ColumnType::Bool) => ExampleCell::Bool(*bool),
        (Literal::Bool(bool), ColumnType::Json) => ExampleCell::Json(bool.to_string()),
        _ => return None,
    })
}
