//! From rows to what people query: tables as data, keys, the SQLite database, typed rows.

pub mod keys;
pub mod rows;
pub mod sqlite;
