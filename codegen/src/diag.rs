//! What is wrong with rule files, as data: each pass adds [`Diagnostic`]s, and `render` alone turns them into text or
//! JSON.

mod codes;
mod hidden;
mod render;

pub use codes::Code;
pub use hidden::{is_hidden, printable, quoted};
pub use render::{Color, render, to_json};

use crate::source::{SourceMap, Span};

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Nothing is compiled.
    Error,
    /// The rules are compiled all the same.
    Warning,
}

impl Severity {
    /// The word that stands in front of a message.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A range with a few words about it; the words may be empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands under the range.
    pub text: String,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Its code, by which `explain` knows it.
    pub code: Code,
    /// How bad it is; that of the code.
    pub severity: Severity,
    /// What is wrong, as a sentence without a full stop. Words of the language and of the file stand in backticks.
    pub message: String,
    /// The range that is wrong.
    pub primary: Label,
    /// Other ranges that explain it, e.g. where the table is declared.
    pub secondary: Vec<Label>,
    /// What to do about it, e.g. the nearest names.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding with the severity of its code, no label and no help.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: Label { span, text: String::new() },
            secondary: Vec::new(),
            help: None,
        }
    }

    /// Puts words under the range that is wrong.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Shows another range beside it.
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: text.into() });
        self
    }

    /// Cuts what is too long to be read.
    fn shorten(&mut self) {
        let labels = std::iter::once(&mut self.primary).chain(&mut self.secondary).map(|label| &mut label.text);
        for text in labels.chain(&mut self.help).chain([&mut self.message]) {
            if let Some((end, _)) = text.char_indices().nth(MAX_MESSAGE) {
                text.truncate(end);
                text.push('…');
            }
        }
    }

    /// Says what to do about it. Takes an `Option` too, so that the result of [`did_you_mean`] fits.
    pub fn help(mut self, help: impl IntoHelp) -> Self {
        self.help = help.into_help().or(self.help);
        self
    }
}

/// What [`Diagnostic::help`] takes: a text, or perhaps one.
pub trait IntoHelp {
    /// The text, if there is one.
    fn into_help(self) -> Option<String>;
}

impl IntoHelp for &str {
    fn into_help(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl IntoHelp for String {
    fn into_help(self) -> Option<String> {
        Some(self)
    }
}

impl IntoHelp for Option<String> {
    fn into_help(self) -> Option<String> {
        self
    }
}

/// Errors, and likewise warnings, that are kept; the others are counted. Nobody reads more at once, and a file that is
/// made of mistakes must not make more text than it has itself.
pub const MAX_KEPT: usize = 200;

/// Characters of a message that are kept: what it quotes may be as long as the file.
const MAX_MESSAGE: usize = 1_000;

/// The findings of all passes over all files.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    n_errors: usize,
    n_warnings: usize,
}

impl Diagnostics {
    /// Adds a finding; the very same one is kept once, and of very many only the first.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        let count = match diagnostic.severity {
            Severity::Error => &mut self.n_errors,
            Severity::Warning => &mut self.n_warnings,
        };
        if *count >= MAX_KEPT {
            *count += 1;
            return;
        }
        diagnostic.shorten();
        if !self.found.contains(&diagnostic) {
            *count += 1;
            self.found.push(diagnostic);
        }
    }

    /// Leaves out the findings for which `keep` does not hold.
    pub fn retain(&mut self, mut keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(|diagnostic| {
            let is_kept = keep(diagnostic);
            match diagnostic.severity {
                Severity::Error => self.n_errors -= usize::from(!is_kept),
                Severity::Warning => self.n_warnings -= usize::from(!is_kept),
            }
            is_kept
        });
    }

    /// Adds what another pass found.
    pub fn append(&mut self, other: Diagnostics) {
        let n_kept = |severity| other.found.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let (n_errors, n_warnings) = (n_kept(Severity::Error), n_kept(Severity::Warning));
        other.found.into_iter().for_each(|diagnostic| self.push(diagnostic));
        self.n_errors += other.n_errors - n_errors;
        self.n_warnings += other.n_warnings - n_warnings;
    }

    /// There is no finding.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// There is an error, so nothing may be compiled.
    pub fn has_errors(&self) -> bool {
        self.n_errors > 0
    }

    /// More errors would only be counted, so a pass need not look for them.
    pub fn is_full(&self) -> bool {
        self.n_errors >= MAX_KEPT
    }

    /// Number of errors.
    pub fn n_errors(&self) -> usize {
        self.n_errors
    }

    /// Number of warnings.
    pub fn n_warnings(&self) -> usize {
        self.n_warnings
    }

    /// The findings by file and place, whatever pass made them.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.found.iter().collect();
        sorted.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.primary.span.file, d.primary.span.start, d.primary.span.end, d.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        sorted
    }

    /// All findings as text.
    pub fn render(&self, sources: &SourceMap, color: Color) -> String {
        let mut parts: Vec<String> = self.sorted().into_iter().map(|d| render(d, sources, color)).collect();
        if self.n_errors.max(self.n_warnings) >= MAX_KEPT {
            parts.push(format!("these are the first {}; there may be more\n", self.found.len()));
        }
        parts.join("\n")
    }

    /// All findings as a JSON array.
    pub fn to_json(&self, sources: &SourceMap) -> serde_json::Value {
        self.sorted().into_iter().map(|d| to_json(d, sources)).collect()
    }
}

/// At most three of the candidates that could have been meant by `name`, the nearest first.
///
/// A candidate is near when few letters are wrong for its length (one in three), or when one of the two continues the
/// other. Nothing is near to a name that is longer than any sensible one.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MAX_NAME: usize = 100;
    if name.len() > MAX_NAME {
        return Vec::new();
    }
    let name = name.to_lowercase();
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MAX_NAME)
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let distance = strsim::damerau_levenshtein(&name, &lower);
            let allowed = (name.chars().count().max(lower.chars().count()) / 3).max(1);
            let continues = name.len().min(lower.len()) >= 3 && (lower.starts_with(&name) || name.starts_with(&lower));
            (distance <= allowed || continues).then_some((distance, candidate))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(3);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// `did you mean ...?` with the nearest candidates; none when no candidate is near.
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near: Vec<String> = nearest(name, candidates).into_iter().map(|c| format!("`{c}`")).collect();
    (!near.is_empty()).then(|| format!("did you mean {}?", either(&near)))
}

/// `a`, `a or b`, `a, b or c`.
pub(crate) fn either(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [word] => word.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_few_and_sorted() {
        let names = ["function", "call", "class", "attribute", "assignment", "comprehension", "comprehension_for"];
        let check = |name, want: &[&str]| assert_eq!(nearest(name, names), want, "{name}");
        check("funtion", &["function"]);
        check("Call", &["call"]);
        check("comprehensoin", &["comprehension", "comprehension_for"]);
        check("attr", &["attribute"]);
        check("zebra", &[]);
        check("", &[]);
        assert_eq!(nearest("col_1", ["col_2", "col_3", "col_4", "col_5"]).len(), 3);
    }

    #[test]
    fn help_names_what_is_near() {
        assert_eq!(did_you_mean("tabel", ["table", "rule"]).as_deref(), Some("did you mean `table`?"));
        assert_eq!(did_you_mean("xy", ["xz", "xa", "xb"]).as_deref(), Some("did you mean `xa`, `xb` or `xz`?"));
        assert_eq!(did_you_mean("q", ["table"]), None);
    }
}
