//! The pinned grammar's node types as `runtime/src/grammar.rs`: dense enums of its kinds and fields.

use std::collections::BTreeSet;

use serde_json::Value;

use super::camel_case;

const HEAD: &str = "\
//! Syntax kinds and fields of the pinned Python grammar, as dense enums that index tables.
//!
//! Written by `cargo xtask grammar` from the grammar's own node types, so that a new grammar shows as a diff here.
";

const KIND_DOC: &str = "The grammar's syntax kinds, and four of our own: [`Kind::Word`], [`Kind::Token`], [`Kind::Error`], [`Kind::Other`].";

/// Kinds that stand before those of the grammar: variant, name, doc.
const OWN_KINDS: [(&str, &str, &str); 4] = [
    ("Other", "other", "A named kind that the list below does not hold; no pinned grammar has one."),
    ("Error", "ERROR", "A range that the parser could not understand."),
    ("Token", "token", "A keyword or operator that some property asks for (`async`, `from`, `+`)."),
    (
        "Word",
        "identifier",
        "An identifier that is no expression: the name of a definition, attribute, keyword argument or module.",
    ),
];

/// The text of `runtime/src/grammar.rs`.
pub fn grammar_rs() -> Result<String, serde_json::Error> {
    let types: Vec<Value> = serde_json::from_str(tree_sitter_python::NODE_TYPES)?;
    let kinds: BTreeSet<&str> = types.iter().filter_map(kind_name).collect();
    let fields: BTreeSet<&str> = types
        .iter()
        .filter_map(|ty| ty["fields"].as_object())
        .flat_map(|fields| fields.keys().map(String::as_str))
        .collect();

    let own_kinds = OWN_KINDS.map(|(variant, name, doc)| (variant.to_owned(), name, doc));
    let kinds = kinds.into_iter().map(|kind| (camel_case(kind), kind, ""));
    let kinds: Vec<(String, &str, &str)> = own_kinds.into_iter().chain(kinds).collect();
    let no_field = ("None".to_owned(), "", "The child has no field.");
    let fields = fields.into_iter().map(|field| (camel_case(field), field, ""));
    let fields: Vec<(String, &str, &str)> = std::iter::once(no_field).chain(fields).collect();

    let mut text = HEAD.to_owned();
    text += &enum_text("Kind", KIND_DOC, &kinds);
    text += "\nimpl Kind {\n    /// Number of kinds; every `Kind as usize` is below it.\n    pub const COUNT: usize = Self::NAMES.len();\n\n";
    text += &lists_text("Kind", "The grammar's name of each kind, in the order of the enum.", &kinds);
    let field_doc = "The grammar's field names; [`Field::None`] for a child without one.";
    text += &enum_text("Field", field_doc, &fields);
    text += "\nimpl Field {\n";
    let names_doc = "The grammar's name of each field, in the order of the enum; empty for [`Field::None`].";
    text += &lists_text("Field", names_doc, &fields);
    Ok(text)
}

/// The name of a kind that trees can have: named, and not just a choice between others.
fn kind_name(ty: &Value) -> Option<&str> {
    let is_real = ty["named"] == true && ty["subtypes"].is_null();
    ty["type"].as_str().filter(|_| is_real)
}

fn enum_text(name: &str, doc: &str, variants: &[(String, &str, &str)]) -> String {
    let mut text = format!(
        "\n/// {doc}\n\
         #[allow(missing_docs, reason = \"each is named as the grammar names it\")]\n\
         #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]\n\
         #[repr(u8)]\n\
         pub enum {name} {{\n"
    );
    for (variant, _, doc) in variants {
        if !doc.is_empty() {
            text += &format!("    /// {doc}\n");
        }
        text += &format!("    {variant},\n");
    }
    text + "}\n"
}

/// The constants `NAMES` and `ALL`, and the end of the `impl`.
fn lists_text(name: &str, names_doc: &str, variants: &[(String, &str, &str)]) -> String {
    let names: String = variants.iter().map(|(_, name, _)| format!("        {name:?},\n")).collect();
    let all: String = variants.iter().map(|(variant, _, _)| format!("        {name}::{variant},\n")).collect();
    let kind = name.to_lowercase();
    format!(
        "    /// {names_doc}\n    pub const NAMES: &[&str] = &[\n{names}    ];\n\n    \
         /// Every {kind}, in the order of [`{name}::NAMES`].\n    pub const ALL: &[{name}] = &[\n{all}    ];\n}}\n"
    )
}
