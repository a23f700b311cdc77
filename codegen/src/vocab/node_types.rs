//! From the grammar's own description of its node types to what can be asked of it: which kinds there are, which fields
//! they have, and what can stand directly inside what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::diag::nearest;

/// The pinned Python grammar.
#[derive(Clone, Debug, Default)]
pub struct NodeTypes {
    kinds: BTreeMap<String, Kind>,
}

/// A named kind that a tree can hold; supertypes are unfolded.
#[derive(Clone, Debug, Default)]
struct Kind {
    fields: BTreeMap<String, BTreeSet<String>>,
    /// Kinds of children in fields and without one.
    children: BTreeSet<String>,
    /// It can stand anywhere, as comments do.
    is_extra: bool,
}

static PYTHON: LazyLock<NodeTypes> = LazyLock::new(|| match NodeTypes::parse(tree_sitter_python::NODE_TYPES) {
    Ok(grammar) => grammar,
    Err(error) => panic!("the node types of the Python grammar, which are part of this program: {error}"),
});

impl NodeTypes {
    /// The grammar that this program is built with.
    pub fn python() -> &'static NodeTypes {
        &PYTHON
    }

    /// Reads node types as `tree-sitter generate` writes them.
    fn parse(node_types: &str) -> Result<NodeTypes, serde_json::Error> {
        let types: Vec<Value> = serde_json::from_str(node_types)?;
        let named: Vec<&Value> = types.iter().filter(|ty| ty["named"] == true).collect();
        let supertypes: BTreeMap<&str, &Value> = named
            .iter()
            .filter(|ty| ty["subtypes"].is_array())
            .filter_map(|ty| Some((ty["type"].as_str()?, &ty["subtypes"])))
            .collect();
        let mut kinds = BTreeMap::new();
        for ty in named {
            let Some(name) = ty["type"].as_str().filter(|name| !supertypes.contains_key(name)) else { continue };
            let mut kind = Kind { is_extra: ty["extra"] == true, ..Kind::default() };
            unfold(&ty["children"]["types"], &supertypes, &mut kind.children);
            for (field, content) in ty["fields"].as_object().into_iter().flatten() {
                let mut types = BTreeSet::new();
                unfold(&content["types"], &supertypes, &mut types);
                kind.children.extend(types.iter().cloned());
                kind.fields.insert(field.clone(), types);
            }
            kinds.insert(name.to_string(), kind);
        }
        Ok(NodeTypes { kinds })
    }

    /// There are nodes of that kind.
    pub fn is_kind(&self, kind: &str) -> bool {
        self.kinds.contains_key(kind)
    }

    /// All kinds, sorted.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// The kinds with a name like that one, the nearest first.
    pub fn nearest_kinds(&self, kind: &str) -> Vec<&str> {
        nearest(kind, self.kinds())
    }

    /// The fields of a kind, sorted; none for a kind that does not exist.
    pub fn fields_of(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.kinds.get(kind).into_iter().flat_map(|kind| kind.fields.keys().map(String::as_str))
    }

    /// The named kinds that a field of a kind can hold, sorted.
    pub fn kinds_in_field(&self, kind: &str, field: &str) -> impl Iterator<Item = &str> {
        let content = self.kinds.get(kind).and_then(|kind| kind.fields.get(field));
        content.into_iter().flatten().map(String::as_str)
    }

    /// A node of kind `parent` can have one of kind `child` as a child. False when either does not exist.
    pub fn can_contain(&self, parent: &str, child: &str) -> bool {
        match (self.kinds.get(parent), self.kinds.get(child)) {
            (Some(parent), Some(kind)) => kind.is_extra || parent.children.contains(child),
            _ => false,
        }
    }
}

/// Adds the named kinds of a list of types, those of a supertype in its place.
fn unfold(types: &Value, supertypes: &BTreeMap<&str, &Value>, into: &mut BTreeSet<String>) {
    for ty in types.as_array().into_iter().flatten().filter(|ty| ty["named"] == true) {
        let Some(name) = ty["type"].as_str() else { continue };
        match supertypes.get(name) {
            Some(subtypes) => unfold(subtypes, supertypes, into),
            None => {
                into.insert(name.to_string());
            }
        }
    }
}

/// The text of `codegen/plan/src/kinds.rs`: the kinds and fields as dense enums.
pub fn kinds_source() -> String {
    let grammar = NodeTypes::python();
    let kinds: Vec<&str> = grammar.kinds().collect();
    let fields: BTreeSet<&str> = kinds.iter().flat_map(|kind| grammar.fields_of(kind)).collect();
    let variants = |names: &mut dyn Iterator<Item = &str>| -> String {
        names.map(|name| format!("    {},\n", camel_case(name))).collect()
    };
    let texts = |names: &mut dyn Iterator<Item = &str>| -> String {
        names.map(|name| format!("        \"{name}\",\n")).collect()
    };
    let paths = |ty: &str, names: &mut dyn Iterator<Item = &str>| -> String {
        names.map(|name| format!("        {ty}::{},\n", camel_case(name))).collect()
    };
    TEMPLATE
        .replace("    KIND_VARIANTS\n", &variants(&mut kinds.iter().copied()))
        .replace("        KIND_NAMES\n", &texts(&mut kinds.iter().copied()))
        .replace("        KIND_PATHS\n", &paths("Kind", &mut kinds.iter().copied()))
        .replace("    FIELD_VARIANTS\n", &variants(&mut fields.iter().copied()))
        .replace("        FIELD_NAMES\n", &texts(&mut fields.iter().copied()))
        .replace("        FIELD_PATHS\n", &paths("Field", &mut fields.iter().copied()))
}

fn camel_case(name: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('_').map(capital).collect()
}

const TEMPLATE: &str = r#"//! Syntax kinds and fields of the pinned Python grammar, as dense enums that index tables.
//!
//! Written by `cargo xtask grammar` from the grammar's own node types, so that a new grammar shows as a diff here.

/// The grammar's syntax kinds, and four of our own: [`Kind::Word`], [`Kind::Token`], [`Kind::Error`], [`Kind::Other`].
#[allow(missing_docs, reason = "each is named as the grammar names it")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// A named kind that the grammar does not list: the target of `as`.
    Other,
    /// A range that the parser could not understand.
    Error,
    /// A keyword or operator that some property asks for (`async`, `from`, `+`).
    Token,
    /// An identifier that is no expression: the name of a definition, attribute, keyword argument or module.
    Word,
    KIND_VARIANTS
}

impl Kind {
    /// Number of kinds; every `Kind as usize` is below it.
    pub const COUNT: usize = Self::NAMES.len();

    /// The grammar's name of each kind, in the order of the enum.
    pub const NAMES: &[&str] = &[
        "other",
        "ERROR",
        "token",
        "identifier",
        KIND_NAMES
    ];

    /// Every kind, in the order of [`Kind::NAMES`].
    pub const ALL: &[Kind] = &[
        Kind::Other,
        Kind::Error,
        Kind::Token,
        Kind::Word,
        KIND_PATHS
    ];
}

/// The grammar's field names; [`Field::None`] for a child without one.
#[allow(missing_docs, reason = "each is named as the grammar names it")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Field {
    /// The child has no field.
    None,
    FIELD_VARIANTS
}

impl Field {
    /// The grammar's name of each field, in the order of the enum; empty for [`Field::None`].
    pub const NAMES: &[&str] = &[
        "",
        FIELD_NAMES
    ];

    /// Every field, in the order of [`Field::NAMES`].
    pub const ALL: &[Field] = &[
        Field::None,
        FIELD_PATHS
    ];
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_fields() {
        let grammar = NodeTypes::python();
        assert!(grammar.is_kind("function_definition") && !grammar.is_kind("expression") && !grammar.is_kind("def"));
        let fields: Vec<&str> = grammar.fields_of("call").collect();
        assert_eq!(fields, ["arguments", "function"]);
        assert_eq!(grammar.fields_of("no_such_kind").count(), 0);
        let arguments: Vec<&str> = grammar.kinds_in_field("call", "arguments").collect();
        assert_eq!(arguments, ["argument_list", "generator_expression"]);
        assert_eq!(grammar.nearest_kinds("function_defintion"), ["function_definition"]);
    }

    #[test]
    fn containment_sees_through_supertypes() {
        let check =
            |parent, child, want| assert_eq!(NodeTypes::python().can_contain(parent, child), want, "{parent} {child}");
        check("call", "argument_list", true);
        check("call", "attribute", true);
        check("call", "block", false);
        check("block", "if_statement", true);
        check("block", "pass_statement", true);
        check("block", "identifier", false);
        check("call", "comment", true);
        check("call", "no_such_kind", false);
        check("no_such_kind", "comment", false);
    }

    #[test]
    fn runtime_enums_are_fresh() {
        let committed = include_str!("../../plan/src/kinds.rs");
        assert!(kinds_source() == committed, "codegen/plan/src/kinds.rs is stale; run `cargo xtask grammar`");
    }
}
