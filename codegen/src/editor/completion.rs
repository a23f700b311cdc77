//! From a place in an unfinished text to what could be written there.
//!
//! Words of the language are known from the grammar. For names, a name that nothing has is put at the cursor, and all
//! files are checked again: the checker then says what it looked for there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Checked;
use super::hover::group_property_doc;
use super::mended::{CURSOR_NAME, mend};
use super::offer::{column_line, function_line, predicate_line, property_line, ty_words};
use crate::ast::Predicate;
use crate::check::meaning::{Gap, Meaning};
use crate::compile::{Analysis, analyze};
use crate::source::{FileId, SourceMap, Span};
use crate::syntax::parse::cursor::{Inside, look_at};
use crate::vocab::node_types::NodeTypes;
use crate::vocab::{Ty, Type, Vocabulary};

/// How often the files are checked to find out what a name could be.
const MAX_CHECKS: usize = 3;

/// Something that could be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// The word.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// Its type or declaration; may be empty.
    pub detail: String,
    /// Its doc comment; may be empty.
    pub doc: String,
    /// What to write; differs from the word where more must follow.
    pub insert: String,
}

/// What a completion is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompletionKind {
    /// A property of a node or group.
    Property,
    /// A class.
    Class,
    /// A syntax kind.
    Kind,
    /// A type that is no class.
    Type,
    /// A variable, or the module.
    Variable,
    /// A function.
    Function,
    /// A predicate or definition.
    Predicate,
    /// A set.
    Set,
    /// A kind of data.
    FlowKind,
    /// A table.
    Table,
    /// A column.
    Column,
    /// A word of the language.
    Keyword,
}

/// What could be written at a byte of a file in place of the word around it, and the range of that word. Names come
/// before words of the language.
pub fn completions(sources: &SourceMap, file: FileId, offset: u32) -> (Span, Vec<Completion>) {
    let text = &sources.file(file).text;
    let word = word_around(text, offset as usize);
    let span = Span { file, start: word.start as u32, end: word.end as u32 };
    let place = look_at(text, word.start);
    let mut offers = Offers::default();
    match place.inside {
        Inside::Text => {}
        Inside::Kind => NodeTypes::python().kinds().for_each(|kind| offers.add(CompletionKind::Kind, kind, "", "")),
        Inside::Code => {
            for (analysis, changed) in mend(text, &place, &word).take(MAX_CHECKS).map(|text| check(sources, file, text))
            {
                let checked = Checked { sources: &changed, analysis: &analysis };
                let gaps: Vec<&Gap> = gaps(&analysis, Span { end: span.start + CURSOR_NAME.len() as u32, ..span });
                offers.fill(checked, file, &gaps);
                if !gaps.is_empty() {
                    break;
                }
            }
            if place.word_before == "count" {
                offers.classes();
            }
            place.keywords.iter().for_each(|keyword| offers.add(CompletionKind::Keyword, keyword, "", ""));
        }
    }
    (span, offers.found)
}

/// The word that touches the place, perhaps an empty one.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let start = text[..at]
        .rfind(|c| !is_letter(c))
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    let end = text[at..].find(|c| !is_letter(c)).map_or(text.len(), |length| at + length);
    start..end
}

/// All files, with another text for one of them.
fn check(sources: &SourceMap, changed: FileId, text: String) -> (Analysis, SourceMap) {
    let all = sources.with_text(changed, text);
    (analyze(&all), all)
}

/// What could stand in place of a word; `emit { name }` names a column and a value.
fn gaps(analysis: &Analysis, span: Span) -> Vec<&Gap> {
    let words = analysis.words.all().iter().filter(|word| word.span == span);
    words.filter_map(|word| if let Meaning::Unknown(gap) = &word.meaning { Some(gap) } else { None }).collect()
}

/// What is offered, each word once.
#[derive(Default)]
struct Offers {
    found: Vec<Completion>,
    labels: BTreeSet<String>,
}

impl Offers {
    fn add(&mut self, kind: CompletionKind, label: &str, detail: impl Into<String>, doc: &str) {
        self.add_with(kind, label, detail, doc, label);
    }

    fn add_with(&mut self, kind: CompletionKind, label: &str, detail: impl Into<String>, doc: &str, insert: &str) {
        if self.labels.insert(label.to_owned()) {
            let (detail, doc) = (detail.into(), doc.trim().to_owned());
            self.found.push(Completion { label: label.to_owned(), kind, detail, doc, insert: insert.to_owned() });
        }
    }

    fn fill(&mut self, checked: Checked<'_>, file: FileId, gaps: &[&Gap]) {
        let variables =
            gaps.iter().find_map(|gap| if let Gap::Value { variables } = gap { Some(variables) } else { None });
        for gap in gaps {
            match gap {
                Gap::Property(ty) => self.properties(ty),
                Gap::Class => self.classes(),
                Gap::Kind => {}
                Gap::ColumnType => {
                    let types = Type::PLAIN.iter().filter(|(_, ty)| *ty != Type::Literal);
                    types.for_each(|(name, _)| self.add(CompletionKind::Type, name, "", ""));
                }
                Gap::ParameterType => {
                    Type::PLAIN.iter().for_each(|(name, _)| self.add(CompletionKind::Type, name, "", ""));
                    self.classes();
                }
                Gap::Function => self.functions(checked, file),
                Gap::Set => {
                    let seen = checked.sets().filter(|set| !set.is_private || set.name.span.file == file);
                    seen.for_each(|set| self.add(CompletionKind::Set, &set.name.node, "", &set.doc));
                }
                Gap::FlowKind => {
                    let seen = checked.kinds().filter(|kind| !kind.is_private || kind.name.span.file == file);
                    seen.for_each(|kind| self.add(CompletionKind::FlowKind, &kind.name.node, "", &kind.doc));
                }
                Gap::Table => {
                    checked
                        .tables()
                        .for_each(|table| self.add(CompletionKind::Table, &table.name.node, "", &table.doc));
                }
                Gap::Column { table, given } => self.columns(checked, table, given, variables),
                Gap::Value { .. } if gaps.iter().any(|gap| matches!(gap, Gap::Column { .. })) => {}
                Gap::Value { variables } => {
                    let newest_first = variables.iter().rev();
                    newest_first.for_each(|(name, ty)| self.add(CompletionKind::Variable, name, ty_words(ty), ""));
                    self.functions(checked, file);
                    self.add(CompletionKind::Variable, "module", "module", "The module of the file.");
                }
            }
        }
    }

    fn classes(&mut self) {
        for class in Vocabulary::python().classes.values() {
            self.add(CompletionKind::Class, &class.name, "", &class.doc);
        }
    }

    fn functions(&mut self, checked: Checked<'_>, file: FileId) {
        let is_seen = |predicate: &&Predicate| !predicate.is_private || predicate.name.span.file == file;
        for predicate in checked.predicates().filter(is_seen) {
            let name = &predicate.name.node;
            let insert = format!("{name}(");
            self.add_with(CompletionKind::Predicate, name, predicate_line(predicate), &predicate.doc, &insert);
        }
        for function in Vocabulary::python().functions.values() {
            let insert = format!("{}(", function.name);
            let line = function_line(function);
            self.add_with(CompletionKind::Function, &function.name, line, &function.doc, &insert);
        }
    }

    /// The properties of a class and of those above it, the nearest first; then those of the classes below.
    fn properties(&mut self, ty: &Type) {
        let vocabulary = Vocabulary::python();
        match ty {
            Type::Node(class) => {
                let mut at = vocabulary.classes.get(class);
                while let Some(owner) = at {
                    owner.properties.values().for_each(|property| self.property(property, ""));
                    at = owner.superclass.as_ref().and_then(|above| vocabulary.classes.get(above));
                }
                let below = vocabulary.classes.values().filter(|owner| vocabulary.is_subclass(&owner.name, class));
                for owner in below {
                    let note = format!(" (of `{}`)", owner.name);
                    owner.properties.values().for_each(|property| self.property(property, &note));
                }
            }
            Type::Group(member) => {
                for name in ["key", "first", "last"] {
                    let ty = if name == "key" { Type::Text } else { (**member).clone() };
                    self.add(CompletionKind::Property, name, ty.to_string(), group_property_doc(name));
                }
            }
            _ => {}
        }
    }

    fn property(&mut self, property: &crate::vocab::Property, note: &str) {
        let line = property_line(property) + note;
        let opening = if property.params.is_empty() { "" } else { "(" };
        let insert = format!("{}{opening}", property.name);
        self.add_with(CompletionKind::Property, &property.name, line, &property.doc, &insert);
    }

    /// The columns that are not given yet. A column with the name of a variable needs no value behind it.
    fn columns(&mut self, checked: Checked<'_>, table: &str, given: &[String], variables: Option<&Vec<(String, Ty)>>) {
        let Some(table) = checked.table(table) else { return };
        for column in table.columns.iter().filter(|column| !given.contains(&column.name.node)) {
            let name = &column.name.node;
            let insert = match variables {
                Some(variables) if !variables.iter().any(|(variable, _)| variable == name) => format!("{name}: "),
                _ => name.clone(),
            };
            self.add_with(CompletionKind::Column, name, column_line(column), &column.doc, &insert);
        }
        if !given.iter().any(|name| name == "line") {
            let insert = if variables.is_some() { "line: " } else { "line" };
            self.add_with(CompletionKind::Column, "line", "line: int", "Line where it stands, from 1.", insert);
        }
    }
}
