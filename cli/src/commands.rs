//! The subcommands, one file for each.

pub(crate) mod index;
pub(crate) mod query;
