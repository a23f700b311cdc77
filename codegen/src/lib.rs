//! The `.rules` language: from rule files to a fused plan, and from the plan to Rust.
//!
//! [`compile`] shows the way on one screen. Without the feature `emit` the crate is the language alone: what checks, runs,
//! formats and edits rule files, but writes no Rust.

pub mod check;
pub mod compile;
pub mod diag;
pub mod editor;
#[cfg(feature = "emit")]
pub mod emit;
pub mod passes;
pub mod reference;
pub mod source;
pub mod syntax;
pub mod unparse;
pub mod vocab;

#[cfg(feature = "emit")]
pub use emit::builder::Builder;
pub use syntax::ast;
