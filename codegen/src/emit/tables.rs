//! Tables, rules and views as constants, and a documented row type for each table that knows its own SQL.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{camel_case, doc, ident};
use crate::plan::{Column, ColumnType, Example, ExampleValue, Plan, Rule, Table};
use crate::schema::{index_ddl, table_ddl, view_ddl};

/// `FILES`, `TABLES`, `RULES` and `VIEWS`.
pub(super) fn definitions(plan: &Plan) -> TokenStream {
    let tables = plan.tables.iter().map(table_def);
    let rules = plan.rules.iter().map(rule_def);
    let views = plan.views.iter().map(|view| {
        let (name, doc, ddl) = (&view.name, view.doc.trim(), view_ddl(view));
        let (file, line) = (&view.place.file, Literal::u32_unsuffixed(view.place.line));
        quote!(ViewDef { name: #name, doc: #doc, ddl: #ddl, file: #file, line: #line })
    });
    let files = plan.files.iter().map(|file| {
        let (path, sha256) = (&file.path, &file.sha256);
        quote!((#path, #sha256))
    });
    quote! {
        static FILES: &[(&str, &str)] = &[#(#files),*];
        static TABLES: &[TableDef] = &[#(#tables),*];
        static RULES: &[RuleDef] = &[#(#rules),*];
        static VIEWS: &[ViewDef] = &[#(#views),*];
    }
}

fn table_def(table: &Table) -> TokenStream {
    let (name, doc) = (&table.name, table.doc.trim());
    let (ddl, index_ddl) = (table_ddl(table), index_ddl(table));
    let (file, line) = (&table.place.file, Literal::u32_unsuffixed(table.place.line));
    let unique = table.unique.iter().map(|&column| Literal::usize_unsuffixed(column));
    let columns = table.columns.iter().map(|column| {
        let (name, ty, is_optional, doc) =
            (&column.name, column_type(column.ty), column.is_optional, column.doc.trim());
        quote!(ColumnDef { name: #name, ty: ColumnType::#ty, is_optional: #is_optional, doc: #doc })
    });
    quote! {
        TableDef {
            name: #name,
            doc: #doc,
            columns: &[#(#columns),*],
            unique: &[#(#unique),*],
            ddl: #ddl,
            index_ddl: #index_ddl,
            file: #file,
            line: #line,
        }
    }
}

fn column_type(ty: ColumnType) -> Ident {
    ident(match ty {
        ColumnType::Text => "Text",
        ColumnType::Int => "Int",
        ColumnType::Real => "Real",
        ColumnType::Bool => "Bool",
        ColumnType::Json => "Json",
    })
}

fn rule_def(rule: &Rule) -> TokenStream {
    let (name, doc, tags, stage) = (&rule.name, rule.doc.trim(), &rule.tags, rule.stage.name());
    let (table, line) = (Literal::u32_unsuffixed(rule.table.0), Literal::u32_unsuffixed(rule.place.line));
    let file = &rule.place.file;
    let examples = rule.examples.iter().map(example_def);
    quote! {
        RuleDef {
            name: #name,
            table: #table,
            doc: #doc,
            tags: &[#(#tags),*],
            stage: #stage,
            file: #file,
            line: #line,
            examples: &[#(#examples),*],
        }
    }
}

fn example_def(example: &Example) -> TokenStream {
    let (source, line) = (&example.source, Literal::u32_unsuffixed(example.line));
    let rows = example.rows.iter().map(|row| {
        let cells = row.iter().map(|(column, value)| {
            let (column, cell) = (Literal::usize_unsuffixed(*column), example_cell(value));
            quote!((#column, #cell))
        });
        quote!(&[#(#cells),*])
    });
    quote!(ExampleDef { source: #source, rows: &[#(#rows),*], line: #line })
}

fn example_cell(value: &ExampleValue) -> TokenStream {
    match value {
        ExampleValue::None => quote!(ExampleCell::Null),
        ExampleValue::Bool(value) => quote!(ExampleCell::Bool(#value)),
        ExampleValue::Int(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(ExampleCell::Int(#value))
        }
        ExampleValue::Real(value) => {
            let value = Literal::f64_unsuffixed(*value);
            quote!(ExampleCell::Real(#value))
        }
        ExampleValue::Text(value) => quote!(ExampleCell::Text(#value)),
        ExampleValue::Json(value) => quote!(ExampleCell::Json(#value)),
    }
}

/// The module `rows`.
pub(super) fn rows(plan: &Plan) -> TokenStream {
    let rows = plan.tables.iter().map(row);
    quote! {
        /// A type for each table: what its rows hold, and how they are written and read back.
        pub mod rows {
            use ::aud_rules_runtime::output::rows::Row;
            use ::aud_rules_runtime::rusqlite;

            #(#rows)*
        }
    }
}

/// The struct of a table and its `Row`.
fn row(table: &Table) -> TokenStream {
    let struct_name = ident(&camel_case(&table.name));
    let struct_doc = doc(&table.doc);
    let fields: Vec<Ident> = table.columns.iter().map(|column| field_ident(&column.name)).collect();
    let docs = table.columns.iter().map(|column| doc(&column.doc));
    let types = table.columns.iter().map(field_type);
    let reads: Vec<_> = (1..=fields.len()).map(Literal::usize_unsuffixed).collect();
    let binds = (2..fields.len() + 2).map(Literal::usize_unsuffixed);
    let (name, insert, select) = (&table.name, insert_sql(table), select_sql(table));
    quote! {
        #struct_doc
        #[derive(Clone, Debug, PartialEq)]
        pub struct #struct_name {
            /// Path below the indexed root, with `/`.
            pub file: String,
            #(#docs pub #fields: #types,)*
        }

        impl Row for #struct_name {
            const TABLE: &'static str = #name;
            const INSERT: &'static str = #insert;
            const SELECT: &'static str = #select;

            fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(#struct_name { file: row.get(0)?, #(#fields: row.get(#reads)?,)* })
            }

            fn bind(&self, statement: &mut rusqlite::Statement<'_>) -> rusqlite::Result<()> {
                statement.raw_bind_parameter(1, &self.file)?;
                #(statement.raw_bind_parameter(#binds, &self.#fields)?;)*
                Ok(())
            }
        }
    }
}

/// The name of a column as a field; words of Rust are written raw, and the few that can not be get an underscore.
fn field_ident(column: &str) -> Ident {
    match column {
        "self" | "super" | "crate" | "Self" => format_ident!("{column}_"),
        _ => syn::parse_str(column).unwrap_or_else(|_| format_ident!("r#{column}")),
    }
}

fn field_type(column: &Column) -> TokenStream {
    let ty = match column.ty {
        ColumnType::Text | ColumnType::Json => quote!(String),
        ColumnType::Int => quote!(i64),
        ColumnType::Real => quote!(f64),
        ColumnType::Bool => quote!(bool),
    };
    if column.is_optional { quote!(Option<#ty>) } else { ty }
}

/// All columns, `file` first.
fn column_names(table: &Table) -> Vec<&str> {
    std::iter::once("file").chain(table.columns.iter().map(|column| column.name.as_str())).collect()
}

fn insert_sql(table: &Table) -> String {
    let columns = column_names(table);
    let parameters: Vec<String> = (1..=columns.len()).map(|index| format!("?{index}")).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", table.name, columns.join(", "), parameters.join(", "))
}

fn select_sql(table: &Table) -> String {
    format!("SELECT {} FROM {} ORDER BY rowid", column_names(table).join(", "), table.name)
}
