//! The generated pages that people read: the table reference of a catalogue, and the words that speak of Python.

mod problems;
mod tables;
mod vocabulary;

pub use tables::tables_md;
pub use vocabulary::vocabulary_md;

/// Text for a cell of a Markdown table: one line, with its bars kept apart from the table's.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
