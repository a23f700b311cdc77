//! From the tables, rules and views of a plan to the definitions that a matcher brings with it.

use aud_rules_codegen::plan;
use aud_rules_codegen::schema::{index_ddl, table_ddl, view_ddl};

use super::{leaked, texts};
use crate::output::schema::{ColumnDef, ColumnType, ExampleCell, ExampleDef, RuleDef, TableDef, ViewDef};

pub(super) fn table_def(table: &'static plan::Table) -> TableDef {
    TableDef {
        name: &table.name,
        doc: table.doc.trim(),
        columns: leaked(table.columns.iter().map(column_def)),
        unique: &table.unique,
        ddl: table_ddl(table).leak(),
        index_ddl: index_ddl(table).leak(),
        file: &table.place.file,
        line: table.place.line,
    }
}

fn column_def(column: &'static plan::Column) -> ColumnDef {
    let ty = match column.ty {
        plan::ColumnType::Text => ColumnType::Text,
        plan::ColumnType::Int => ColumnType::Int,
        plan::ColumnType::Real => ColumnType::Real,
        plan::ColumnType::Bool => ColumnType::Bool,
        plan::ColumnType::Json => ColumnType::Json,
    };
    ColumnDef { name: &column.name, ty, is_optional: column.is_optional, doc: column.doc.trim() }
}

pub(super) fn rule_def(rule: &'static plan::Rule) -> RuleDef {
    RuleDef {
        name: &rule.name,
        table: rule.table.0 as usize,
        doc: rule.doc.trim(),
        tags: texts(&rule.tags),
        stage: rule.stage.name(),
        file: &rule.place.file,
        line: rule.place.line,
        examples: leaked(rule.examples.iter().map(example_def)),
    }
}

fn example_def(example: &'static plan::Example) -> ExampleDef {
    let row = |row: &'static Vec<(usize, plan::ExampleValue)>| {
        leaked(row.iter().map(|(column, value)| (*column, example_cell(value))))
    };
    ExampleDef { source: &example.source, rows: leaked(example.rows.iter().map(row)), line: example.line }
}

fn example_cell(value: &'static plan::ExampleValue) -> ExampleCell {
    match value {
        plan::ExampleValue::None => ExampleCell::Null,
        plan::ExampleValue::Bool(value) => ExampleCell::Bool(*value),
        plan::ExampleValue::Int(value) => ExampleCell::Int(*value),
        plan::ExampleValue::Real(value) => ExampleCell::Real(*value),
        plan::ExampleValue::Text(value) => ExampleCell::Text(value),
        plan::ExampleValue::Json(value) => ExampleCell::Json(value),
    }
}

pub(super) fn view_def(view: &'static plan::View) -> ViewDef {
    ViewDef {
        name: &view.name,
        doc: view.doc.trim(),
        ddl: view_ddl(view).leak(),
        file: &view.place.file,
        line: view.place.line,
    }
}
