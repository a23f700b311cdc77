//! What the words of rule files mean, as the checker found it while it resolved them: what editors show and offer.
//!
//! The record is kept on request only, and for files with errors too. A word that could not be resolved is in it as a
//! [`Gap`]: what could have stood in its place.

use crate::source::Span;
use crate::vocab::{Ty, Type};

/// A word, or the name inside `node("...")`.
#[derive(Clone, PartialEq, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it means there.
    pub meaning: Meaning,
}

/// What a word means.
#[derive(Clone, PartialEq, Debug)]
pub enum Meaning {
    /// A class of the vocabulary.
    Class(String),
    /// A syntax kind of the grammar.
    Kind(String),
    /// A type that is no class.
    Type(Type),
    /// A property that is asked of a class.
    Property {
        /// The class of what is asked; the property may belong to one above or below it.
        class: String,
        /// The property.
        name: String,
    },
    /// A property of groups.
    GroupProperty(String),
    /// A function of the vocabulary.
    Function(String),
    /// A set, by the place where its name is declared, since each file can have a private one of a name.
    Set(Span),
    /// A table.
    Table(String),
    /// A column of a table.
    Column {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A predicate or definition, by the place where its name is declared.
    Predicate(Span),
    /// A rule.
    Rule(String),
    /// A view.
    View(String),
    /// A kind of data, by the place where its name is declared.
    FlowKind(Span),
    /// A problem.
    Problem(String),
    /// A variable.
    Variable {
        /// Where it is declared.
        declared: Span,
        /// Its type, as far as it is known at this place.
        ty: Ty,
    },
    /// The module of the file.
    Module,
    /// Nothing is known by that name.
    Unknown(Gap),
}

/// What could stand where an unknown word stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Gap {
    /// A property of a value of that type.
    Property(Type),
    /// A class.
    Class,
    /// The name of a syntax kind.
    Kind,
    /// The type of a column.
    ColumnType,
    /// The class or type of a parameter.
    ParameterType,
    /// A function, predicate or definition; its arguments follow.
    Function,
    /// A set.
    Set,
    /// A kind of data.
    FlowKind,
    /// A table that rules fill.
    Table,
    /// A column.
    Column {
        /// The table.
        table: String,
        /// Columns that are given already.
        given: Vec<String>,
    },
    /// A value.
    Value {
        /// The variables that can be read there, in the order of their declarations.
        variables: Vec<(String, Ty)>,
    },
}

/// The record of all words.
#[derive(Clone, Debug, Default)]
pub struct Meanings {
    is_kept: bool,
    noted: Vec<Word>,
}

impl Meanings {
    /// A record that stays empty, for compilations whose words nobody asks for.
    pub fn unkept() -> Self {
        Meanings::default()
    }

    /// A record that is kept.
    pub fn kept() -> Self {
        Meanings { is_kept: true, noted: Vec::new() }
    }

    /// Notes are kept.
    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Notes what a word means; the meaning is asked for only when the record is kept.
    pub(crate) fn note(&mut self, span: Span, meaning: impl FnOnce() -> Meaning) {
        if self.is_kept {
            self.noted.push(Word { span, meaning: meaning() });
        }
    }

    /// Puts the words into the order of their places.
    pub(crate) fn sort(&mut self) {
        self.noted.sort_by_key(|word| word.span);
    }

    /// All words by their places. Where one stands for two things (`emit { name }` names a column and a variable), what
    /// was resolved first comes first.
    pub fn all(&self) -> &[Word] {
        &self.noted
    }

    /// The words at a byte of a file; a word is also at the byte behind it, where a cursor stands that has just written
    /// it, unless another one begins there.
    pub fn at(&self, file: crate::source::FileId, offset: u32) -> impl Iterator<Item = &Word> {
        let touching =
            move |word: &&Word| word.span.file == file && word.span.start <= offset && offset <= word.span.end;
        let is_inside = self.noted.iter().filter(touching).any(|word| offset < word.span.end);
        self.noted.iter().filter(touching).filter(move |word| !is_inside || offset < word.span.end)
    }
}
