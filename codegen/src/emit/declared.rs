//! What the rules declare, which stands in data files beside the module, and a documented row type for each table that
//! knows its own SQL.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use aud_rules_plan::{Column, ColumnType, Plan, Table};

use super::{DECLARED_FILE, EXAMPLES_FILE, camel_case, doc, ident};

/// The methods of `Matcher` that give what is declared; the files are read when that is first asked for.
pub(super) fn methods(has_examples: bool) -> TokenStream {
    let examples = has_examples.then(|| {
        quote! {
            fn examples(&self, rule: RuleId) -> &[Example] {
                static EXAMPLES: LazyLock<Vec<Vec<Example>>> = LazyLock::new(|| {
                    plan::examples_from_json(include_str!(#EXAMPLES_FILE)).expect("the compiler of the rules has written it")
                });
                &EXAMPLES[rule.index()]
            }
        }
    });
    quote! {
        fn declared(&self) -> &Declared {
            static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
                Declared::from_json(include_str!(#DECLARED_FILE)).expect("the compiler of the rules has written it")
            });
            &DECLARED
        }

        #examples
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
