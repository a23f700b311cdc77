//! What the rules declare, which stands in data files beside the module, and a documented row type for each table that
//! can be read.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use aud_rules_plan::{Column, ColumnType, Plan, Table};

use super::{DECLARED_FILE, EXAMPLES_FILE, camel_case, doc, ident};

/// The methods of `Matcher` that give what is declared; the files are read when that is first asked for.
pub(super) fn methods(has_examples: bool) -> TokenStream {
    let examples = has_examples.then(|| {
        quote! {
            fn examples(&self, rule: RuleId) -> &[Example] {
                &examples().rules[rule.index()]
            }

            fn problem_examples(&self, problem: ProblemId) -> &[ProblemExample] {
                &examples().problems[problem.index()]
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

/// The function that gives all examples; the file is read when they are first asked for.
pub(super) fn examples(has_examples: bool) -> Option<TokenStream> {
    has_examples.then(|| {
        quote! {
            fn examples() -> &'static Examples {
                static EXAMPLES: LazyLock<Examples> = LazyLock::new(|| {
                    Examples::from_json(include_str!(#EXAMPLES_FILE)).expect("the compiler of the rules has written it")
                });
                &EXAMPLES
            }
        }
    })
}

/// The module `rows`.
pub(super) fn rows(plan: &Plan) -> TokenStream {
    let rows = plan.tables.iter().map(row);
    let methods: Vec<TokenStream> = plan.tables.iter().map(method).collect();
    quote! {
        /// A type for each table: what its rows hold, and how they are read.
        pub mod rows {
            use ::aud_rules_runtime::output::rows::{Database, Row, Table};
            use ::aud_rules_runtime::rusqlite;

            #(#rows)*

            /// The tables of a database, each by its name.
            pub trait Tables {
                #(#methods;)*
            }

            impl Tables for Database {
                #(#methods { self.table() })*
            }
        }
    }
}

/// The struct of a table and its `Row`.
fn row(table: &Table) -> TokenStream {
    let struct_name = ident(&camel_case(&table.name));
    let struct_doc = doc(&table.doc);
    let fields: Vec<Ident> = table.columns.iter().map(|column| name_ident(&column.name)).collect();
    let docs = table.columns.iter().map(|column| doc(&column.doc));
    let types = table.columns.iter().map(field_type);
    let reads = (1..=fields.len()).map(Literal::usize_unsuffixed);
    let (name, select) = (&table.name, select_sql(table));
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
            const SELECT: &'static str = #select;

            fn from_sql(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(#struct_name { file: row.get(0)?, #(#fields: row.get(#reads)?,)* })
            }
        }
    }
}

/// The head of the method that gives a table.
fn method(table: &Table) -> TokenStream {
    let (method, struct_name) = (name_ident(&table.name), ident(&camel_case(&table.name)));
    let method_doc = doc(&table.doc);
    quote!(#method_doc fn #method(&self) -> rusqlite::Result<Table<'_, #struct_name>>)
}

/// The name of a column or table in Rust; words of Rust are written raw, and the few that can not be get an underscore.
fn name_ident(name: &str) -> Ident {
    match name {
        "self" | "super" | "crate" | "Self" => format_ident!("{name}_"),
        _ => syn::parse_str(name).unwrap_or_else(|_| format_ident!("r#{name}")),
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

fn select_sql(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    format!("SELECT file, {} FROM {}", columns.join(", "), table.name)
}
