//! From Python files and a set of rules to facts in a database. The runtime knows no rule: a matcher is handed to it.
//!
//! The modules are floors, in the order in which a file passes them; none takes from one below it in this list, save
//! leaf types.

pub mod input;

pub mod syntax;

pub mod scope;

pub mod control;

pub mod modules;

pub mod resolve;

pub mod value;

pub mod segment;

pub mod dataflow;

pub mod rules;

pub mod project;

pub mod output;

pub mod run;

pub mod expect;

// The generated matcher of a rule pack needs these crates; it takes them from here, so that a pack depends on one crate.
pub use aud_rules_plan as plan;
pub use regex;
pub use rusqlite;
