//! Runs a matcher over Python: the single pass, name resolution, the project stage and the SQLite store.

mod bind;
pub mod cx;
pub mod deferred;
pub mod discover;
pub mod dispatch;
pub mod examine;
pub mod expect;
pub mod facts;
pub mod file;
pub mod fold;
pub mod grammar;
pub mod index;
#[cfg(feature = "interp")]
pub mod interp;
pub mod json;
pub mod keys;
pub mod language;
pub mod link;
pub mod matcher;
pub mod modules;
pub mod names;
pub mod ops;
pub mod prim;
pub mod resolve;
pub mod rows;
pub mod schema;
pub mod scopes;
pub mod store;
pub mod strings;
pub mod summary;
pub mod text;
pub mod tree;
pub mod value;
pub mod walk;

// The generated matcher of a rule pack needs these crates; it takes them from here, so that a pack depends on one crate.
pub use regex;
pub use rusqlite;
