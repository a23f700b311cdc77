//! The `.rules` language: from rule files to a fused plan, and from the plan to Rust.

pub mod model;
pub mod plan;
pub mod source;
pub mod syntax;
pub mod vocab;

pub use syntax::ast;
