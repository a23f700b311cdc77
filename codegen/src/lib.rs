//! The `.rules` language: from rule files to a fused plan, and from the plan to Rust.

#[cfg(feature = "emit")]
pub mod builder;
pub mod check;
#[cfg(feature = "emit")]
pub mod committed;
pub mod compile;
pub mod dependents;
pub mod diag;
pub mod editor;
#[cfg(feature = "emit")]
pub mod emit;
pub mod fuse;
pub mod grammar;
pub mod library;
pub mod lower;
pub mod meaning;
pub mod model;
pub mod plan_words;
pub mod reference;
pub mod rule_files;
pub mod outline;
pub mod share;
pub mod source;
pub mod stage;
pub mod syntax;
pub mod vocab;

pub use syntax::ast;
