//! From the outcome of a scan to the forms that people and machines read, one file for each.

pub(crate) mod concise;
pub(crate) mod csv;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod sarif;
pub(crate) mod text;
