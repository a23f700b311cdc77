//! From text to a flat tree: the grammar's kinds, the parser, the one pass over its tree, Python's string literals and names.

pub(crate) mod identifier;
pub mod language;
pub mod pass;
pub mod strings;
pub mod tree;

pub use aud_rules_plan::kinds;
