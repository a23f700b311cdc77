//! Runs a matcher over Python: the single pass, name resolution, the project stage and the SQLite store.

mod bind;
pub mod cx;
pub mod deferred;
pub mod examine;
pub mod facts;
pub mod file;
pub mod fold;
pub mod grammar;
pub mod json;
pub mod language;
pub mod link;
pub mod matcher;
pub mod modules;
pub mod names;
pub mod ops;
pub mod prim;
pub mod resolve;
pub mod schema;
pub mod scopes;
pub mod strings;
pub mod summary;
pub mod tree;
pub mod value;
pub mod walk;
