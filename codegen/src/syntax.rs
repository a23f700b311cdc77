//! From the text of a rule file to its spanned tree.

pub mod ast;
pub mod parse;
pub mod print;
mod text;
