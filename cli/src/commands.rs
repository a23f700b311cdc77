//! The subcommands, one file for each.

pub(crate) mod baseline;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod index;
pub(crate) mod libraries;
pub(crate) mod lsp;
pub(crate) mod man;
pub(crate) mod new;
pub(crate) mod plan;
pub(crate) mod query;
pub(crate) mod scan;
pub(crate) mod tables;
pub(crate) mod test;
pub(crate) mod tree;
