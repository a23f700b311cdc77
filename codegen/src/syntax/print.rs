//! From the text of a rule file to its one canonical form: the same tokens and comments, other white space.
//!
//! The formatter moves tokens and never makes any, but for the comma behind the last member of a list, which stands when
//! each member has its own line. What can be broken over lines is when it does not fit into 120 columns.

mod doc;
mod items;
mod layout;
mod remarks;

use super::parse::{concrete, parse};
use crate::diag::Diagnostics;
use crate::source::{FileId, SourceMap};

/// The canonical form of a file; none when it has mistakes, which are then among the diagnostics.
pub fn format(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Option<String> {
    let mut found = Diagnostics::default();
    parse(file, sources, &mut found);
    if found.has_errors() {
        diagnostics.append(found);
        return None;
    }
    let source = &sources.file(file).text;
    Some(items::file(source, &concrete::items(source)))
}
