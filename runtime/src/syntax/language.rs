//! The pinned Python grammar: the parser's ids turned into our dense [`Kind`] and [`Field`].

use std::sync::LazyLock;

use tree_sitter::Parser;

use crate::syntax::kinds::{Field, Kind};

/// Tokens without a field that properties ask for; operators are kept by their field.
const KEPT_TOKENS: [&str; 2] = ["async", "from"];

/// What the walk does with a node of some parser kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Keep {
    /// Writes it down.
    Always(Kind),
    /// Writes it down only when it is an operator, which its field says; other tokens are left out.
    InField,
}

/// Tables from the parser's ids.
pub(crate) struct Language {
    kinds: Vec<Keep>,
    fields: Vec<Field>,
}

/// The grammar's tables, built once.
pub(crate) static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::load);

impl Language {
    fn load() -> Self {
        let language = tree_sitter::Language::from(tree_sitter_python::LANGUAGE);
        let named = |name: &str| kind_named(name).unwrap_or(Kind::Other);
        let kinds = (0..language.node_kind_count() as u16)
            .map(|id| match language.node_kind_for_id(id) {
                Some(name) if language.node_kind_is_named(id) => Keep::Always(named(name)),
                Some(name) if KEPT_TOKENS.contains(&name) => Keep::Always(Kind::Token),
                _ => Keep::InField,
            })
            .collect();
        let field = |name: &str| {
            let at = Field::NAMES.iter().position(|known| *known == name);
            at.map_or(Field::None, |at| Field::ALL[at])
        };
        let fields = (0..=language.field_count() as u16)
            .map(|id| language.field_name_for_id(id).map_or(Field::None, field))
            .collect();
        Language { kinds, fields }
    }

    /// What to do with a node of that parser kind in that field.
    #[inline]
    pub(crate) fn keep(&self, kind_id: u16, field: Field) -> Option<Kind> {
        match self.kinds.get(kind_id as usize).copied().unwrap_or(Keep::Always(Kind::Error)) {
            Keep::Always(kind) => Some(kind),
            Keep::InField if matches!(field, Field::Operator | Field::Operators) => Some(Kind::Token),
            Keep::InField => None,
        }
    }

    /// The field of that parser id.
    #[inline]
    pub(crate) fn field(&self, id: Option<std::num::NonZeroU16>) -> Field {
        id.map_or(Field::None, |id| self.fields[id.get() as usize])
    }
}

/// The kind that the grammar gives that name; `identifier` is the one that is an expression.
pub(crate) fn kind_named(name: &str) -> Option<Kind> {
    Kind::NAMES.iter().rposition(|known| *known == name).map(|at| Kind::ALL[at])
}

/// A parser for the pinned grammar.
///
/// # Panics
///
/// When the linked parser library can not load the grammar: the two versions are pinned together in the workspace, and
/// every test would fail.
pub fn parser() -> Parser {
    let mut parser = Parser::new();
    let language = tree_sitter::Language::from(tree_sitter_python::LANGUAGE);
    parser.set_language(&language).expect("the pinned grammar and parser library fit together");
    parser
}
