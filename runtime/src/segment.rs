//! What one file leaves, as owned data without a tree: rows, rows that wait for other files, and what other files may ask
//! about it.

pub mod facts;
pub mod interface;
pub mod open;
pub mod store;
