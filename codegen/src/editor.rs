//! What editors ask about rule files, as functions of their text and of what the checker found: no protocol, no files.
//!
//! Rule files are broken most of the time that they are edited. All of this works on what could be understood, and
//! [`completions`] mends the text around the cursor so far that it can be.

mod completion;
mod declaration;
mod hover;
mod mended;
mod offer;
mod outline;

pub use completion::{Completion, CompletionKind, completions};
pub use declaration::definition;
pub use hover::{Hover, hover};
pub use outline::{Symbol, SymbolKind, symbols};

use crate::compile::Analysis;
use crate::source::SourceMap;

/// Rule files with what the checker found in them.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// Their text.
    pub sources: &'a SourceMap,
    /// What was found.
    pub analysis: &'a Analysis,
}
