//! Declarations: which sets, tables, predicates, rules, views, kinds and problems there are, under names that nothing else has, with
//! their doc comments. Bodies are looked at later, when every name is known.

use std::collections::BTreeMap;

use super::Checker;
use super::limits::MAX_COLUMNS;
use super::spelling::{SqlNames, is_house_table, is_snake_case, to_snake_case};
use crate::ast::{self, Item, Name};
use crate::check::meaning::{Gap, Meaning};
use crate::check::model;
use crate::diag::{Code, Diagnostic, did_you_mean};
use crate::source::{FileId, Span};
use crate::vocab::Type;
use aud_rules_plan::ColumnType;

/// What a set, predicate or kind is known by. Two files can each have a private one of one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Key<'a> {
    pub(super) name: &'a str,
    /// The only file that can name it; none when every file can.
    private_to: Option<FileId>,
}

impl<'a> Key<'a> {
    fn new(name: &'a Name, is_private: bool) -> Self {
        Key { name: &name.node, private_to: is_private.then_some(name.span.file) }
    }

    fn public(name: &'a Name) -> Self {
        Key::new(name, false)
    }

    pub(super) fn of_set(set: &'a ast::Set) -> Self {
        Key::new(&set.name, set.is_private)
    }

    pub(super) fn of_predicate(predicate: &'a ast::Predicate) -> Self {
        Key::new(&predicate.name, predicate.is_private)
    }

    pub(super) fn of_kind(kind: &'a ast::FlowKind) -> Self {
        Key::new(&kind.name, kind.is_private)
    }
}

/// What the files declare. Of two items with one name the first is kept.
#[derive(Default)]
pub(super) struct Items<'a> {
    pub(super) sets: BTreeMap<Key<'a>, &'a ast::Set>,
    pub(super) predicates: BTreeMap<Key<'a>, &'a ast::Predicate>,
    pub(super) tables: BTreeMap<&'a str, Table>,
    /// All rules, also those with a name that another one has.
    pub(super) rules: Vec<&'a ast::Rule>,
    pub(super) views: Vec<&'a ast::View>,
    /// Kinds of data; the place of each is its bit.
    pub(super) kinds: BTreeMap<Key<'a>, &'a ast::FlowKind>,
    /// All problems, also those with a name that another one or a rule has.
    pub(super) problems: Vec<&'a ast::Problem>,
}

/// A table with the places of its columns.
pub(super) struct Table {
    pub(super) model: model::Table,
    pub(super) column_spans: Vec<Span>,
}

impl<'a> Items<'a> {
    /// The set that a file means by a name: its own private one comes before one of all files.
    pub(super) fn set(&self, name: &str, from: FileId) -> Option<&'a ast::Set> {
        find(&self.sets, name, from)
    }

    /// The predicate or definition that a file means by a name.
    pub(super) fn predicate(&self, name: &str, from: FileId) -> Option<&'a ast::Predicate> {
        find(&self.predicates, name, from)
    }

    /// The bit of the kind that a file means by a name, and the kind.
    pub(super) fn kind(&self, name: &str, from: FileId) -> Option<(usize, &'a ast::FlowKind)> {
        let kind = find(&self.kinds, name, from)?;
        let bit = self.kinds.keys().position(|key| *key == Key::of_kind(kind))?;
        Some((bit, kind))
    }

    /// Names of the kinds that a file can name.
    pub(super) fn kind_names(&self, from: FileId) -> impl Iterator<Item = &'a str> {
        names(&self.kinds, from)
    }

    /// Names of the sets that a file can name.
    pub(super) fn set_names(&self, from: FileId) -> impl Iterator<Item = &'a str> {
        names(&self.sets, from)
    }

    /// Names of the predicates and definitions that a file can name.
    pub(super) fn predicate_names(&self, from: FileId) -> impl Iterator<Item = &'a str> {
        names(&self.predicates, from)
    }
}

fn find<'s, T: Copy>(items: &'s BTreeMap<Key<'s>, T>, name: &'s str, from: FileId) -> Option<T> {
    [Some(from), None].into_iter().find_map(|private_to| items.get(&Key { name, private_to })).copied()
}

fn names<'a, T>(items: &BTreeMap<Key<'a>, T>, from: FileId) -> impl Iterator<Item = &'a str> {
    items.keys().filter(move |key| key.private_to.is_none_or(|file| file == from)).map(|key| key.name)
}

/// Where each name of one kind of item was first declared.
#[derive(Default)]
struct Declared<'a>(BTreeMap<Key<'a>, Span>);

impl<'a> Declared<'a> {
    /// Where a file has declared the name already; a private item and one for all files can not share it.
    fn first(&self, key: Key<'a>, file: FileId) -> Option<Span> {
        let other = Key { private_to: if key.private_to.is_none() { Some(file) } else { None }, ..key };
        let in_the_file = self.0.get(&other).filter(|span| span.file == file);
        self.0.get(&key).or(in_the_file).copied()
    }
}

impl<'a> Checker<'a> {
    /// Collects the items of all files.
    pub(super) fn collect_items(&mut self, files: &'a [(FileId, ast::File)]) {
        let sql = SqlNames::new();
        let [mut sets, mut relations, mut predicates, mut rules, mut kinds] = [(); 5].map(|()| Declared::default());
        for item in files.iter().flat_map(|(_, file)| &file.items) {
            if self.diagnostics.is_full() || !self.spend_item(item.name().span) {
                break;
            }
            match item {
                Item::Set(set) => {
                    self.words.note(set.name.span, || Meaning::Set(set.name.span));
                    if self.declare_item("set", &set.name, Key::of_set(set), &mut sets) {
                        self.items.sets.insert(Key::of_set(set), set);
                    }
                }
                Item::Table(table) => {
                    self.words.note(table.name.span, || Meaning::Table(table.name.node.clone()));
                    self.check_sql_name("table", &table.name, &sql);
                    self.need_doc("table", &table.doc, &table.name);
                    let checked = self.check_table(table, &sql);
                    if self.declare_item("table", &table.name, Key::public(&table.name), &mut relations) {
                        self.items.tables.insert(&table.name.node, checked);
                    }
                }
                Item::Predicate(predicate) => {
                    self.words.note(predicate.name.span, || Meaning::Predicate(predicate.name.span));
                    let what = predicate_word(predicate);
                    self.need_doc(what, &predicate.doc, &predicate.name);
                    self.check_predicate_name(what, &predicate.name);
                    let key = Key::of_predicate(predicate);
                    if self.declare_item(what, &predicate.name, key, &mut predicates) {
                        self.items.predicates.insert(key, predicate);
                    }
                }
                Item::Rule(rule) => {
                    self.words.note(rule.name.span, || Meaning::Rule(rule.name.node.clone()));
                    self.need_doc("rule", &rule.doc, &rule.name);
                    self.declare_item("rule", &rule.name, Key::public(&rule.name), &mut rules);
                    self.items.rules.push(rule);
                }
                Item::View(view) => {
                    self.words.note(view.name.span, || Meaning::View(view.name.node.clone()));
                    self.check_sql_name("view", &view.name, &sql);
                    self.need_doc("view", &view.doc, &view.name);
                    let key = Key::public(&view.name);
                    if self.declare_item("view", &view.name, key, &mut relations) && self.spend_view(view.name.span) {
                        self.items.views.push(view);
                    }
                }
                Item::Kind(kind) => {
                    self.words.note(kind.name.span, || Meaning::FlowKind(kind.name.span));
                    self.need_doc("kind", &kind.doc, &kind.name);
                    let key = Key::of_kind(kind);
                    if self.declare_item("kind", &kind.name, key, &mut kinds) && self.spend_kind(kind.name.span) {
                        self.items.kinds.insert(key, kind);
                    }
                }
                // A problem may have a rule, which is called like it.
                Item::Problem(problem) => {
                    self.words.note(problem.name.span, || Meaning::Problem(problem.name.node.clone()));
                    self.need_doc("problem", &problem.doc, &problem.name);
                    self.declare_item("problem", &problem.name, Key::public(&problem.name), &mut rules);
                    self.items.problems.push(problem);
                }
            }
        }
    }

    /// Checks the spelling of the name and whether it is free; `false` when another item has it.
    fn declare_item(&mut self, what: &str, name: &'a Name, key: Key<'a>, declared: &mut Declared<'a>) -> bool {
        self.check_spelling(what, name);
        if let Some(first) = declared.first(key, name.span.file) {
            let message = format!("the name `{}` is taken", name.node);
            self.report(
                Diagnostic::new(Code::DuplicateItem, name.span, message)
                    .label("declared again here")
                    .also(first, "first declared here"),
            );
            return false;
        }
        declared.0.insert(key, name.span);
        true
    }

    /// Reports a name that is not snake_case.
    pub(super) fn check_spelling(&mut self, what: &str, name: &Name) {
        if !is_snake_case(&name.node) {
            let message = format!("the name of a {what} is written in snake_case, not `{}`", name.node);
            let better = to_snake_case(&name.node);
            let help = is_snake_case(&better).then(|| format!("write `{better}`"));
            self.report(Diagnostic::new(Code::NotSnakeCase, name.span, message).help(help));
        }
    }

    fn check_sql_name(&mut self, what: &str, name: &Name, sql: &SqlNames) {
        let reason = if is_house_table(&name.node) {
            "every database has a table of that name already"
        } else if sql.is_reserved(&name.node) {
            "it is a keyword of SQL"
        } else {
            return;
        };
        let message = format!("`{}` can not be the name of a {what}: {reason}", name.node);
        self.error(Code::ReservedName, name.span, message);
    }

    fn check_predicate_name(&mut self, what: &str, name: &Name) {
        if self.vocabulary.functions.contains_key(&name.node) {
            let message =
                format!("`{0}` can not be the name of a {what}: the language has a function `{0}`", name.node);
            self.error(Code::ReservedName, name.span, message);
        }
    }

    fn need_doc(&mut self, what: &str, doc: &str, name: &Name) {
        if doc.trim().is_empty() {
            let message = format!("the {what} `{}` has no doc comment", name.node);
            let help = match what {
                "column" => "say what it holds: `/// ...` behind it",
                _ => "say what it is for: `/// ...` on the line above",
            };
            self.report(Diagnostic::new(Code::MissingDoc, name.span, message).help(help));
        }
    }

    fn check_table(&mut self, table: &ast::Table, sql: &SqlNames) -> Table {
        let mut columns: Vec<(model::Column, Span)> = Vec::new();
        if table.columns.len() > MAX_COLUMNS {
            self.too_many(table.columns[MAX_COLUMNS].name.span, MAX_COLUMNS, "columns in one table");
        }
        for column in &table.columns {
            self.check_column_name(&column.name, sql);
            self.note_column(table, &column.name);
            self.need_doc("column", &column.doc, &column.name);
            let ty = self.column_type(column);
            match columns.iter().find(|(known, _)| known.name == column.name.node) {
                Some((_, first)) => {
                    let message = format!("the table has a column `{}` already", column.name.node);
                    let first = *first;
                    self.report(
                        Diagnostic::new(Code::DuplicateColumn, column.name.span, message).also(first, "the first one"),
                    );
                }
                None => columns.push((
                    model::Column {
                        name: column.name.node.clone(),
                        doc: column.doc.clone(),
                        ty,
                        is_optional: column.is_optional,
                    },
                    column.name.span,
                )),
            }
        }
        let line = self.take_line(&mut columns, table);
        columns.insert(0, line);
        let unique = self.key_columns(table, &columns);
        let (columns, column_spans) = columns.into_iter().unzip();
        let name = table.name.node.clone();
        let model = model::Table { name, doc: table.doc.clone(), columns, unique, span: table.name.span };
        Table { model, column_spans }
    }

    fn note_column(&mut self, table: &ast::Table, name: &Name) {
        let (table, column) = (&table.name.node, &name.node);
        self.words.note(name.span, || Meaning::Column { table: table.clone(), column: column.clone() });
    }

    fn check_column_name(&mut self, name: &Name, sql: &SqlNames) {
        self.check_spelling("column", name);
        let reason = if name.node == "file" {
            "every table has it without saying so"
        } else if sql.is_reserved(&name.node) {
            "it is a keyword of SQL"
        } else {
            return;
        };
        self.error(Code::ReservedName, name.span, format!("`{}` can not be the name of a column: {reason}", name.node));
    }

    fn column_type(&mut self, column: &ast::Column) -> ColumnType {
        match column_type(&column.ty.node) {
            Some(ty) => {
                self.words.note(column.ty.span, || Meaning::Type(value_type(ty)));
                ty
            }
            None => {
                self.words.note(column.ty.span, || Meaning::Unknown(Gap::ColumnType));
                let message = format!("there is no column type `{}`", column.ty.node);
                let help = did_you_mean(&column.ty.node, COLUMN_TYPES.map(|(name, _)| name))
                    .unwrap_or("a column is `text`, `int`, `real`, `bool` or `json`".to_owned());
                self.report(Diagnostic::new(Code::UnknownType, column.ty.span, message).help(help));
                ColumnType::Json
            }
        }
    }

    /// The column `line`, which is the first of every table: the declared one, or that of every table.
    fn take_line(&mut self, columns: &mut Vec<(model::Column, Span)>, table: &ast::Table) -> (model::Column, Span) {
        let Some(at) = columns.iter().position(|(column, _)| column.name == "line") else {
            let doc = "Line where it stands, from 1.".to_owned();
            let line = model::Column { name: "line".to_owned(), doc, ty: ColumnType::Int, is_optional: false };
            return (line, table.name.span);
        };
        let (mut line, span) = columns.remove(at);
        if line.ty != ColumnType::Int || line.is_optional {
            self.error(Code::WrongType, span, "the column `line` is `int` in every table");
            (line.ty, line.is_optional) = (ColumnType::Int, false);
        }
        (line, span)
    }

    fn key_columns(&mut self, table: &ast::Table, columns: &[(model::Column, Span)]) -> Vec<usize> {
        let mut unique = Vec::new();
        for name in table.unique.iter().flat_map(|unique| &unique.node).take(MAX_COLUMNS) {
            // The key of every table has the file in it, written or not.
            if name.node == "file" {
                continue;
            }
            match columns.iter().position(|(column, _)| column.name == name.node) {
                Some(at) if unique.contains(&at) => {
                    let message = format!("`unique` names `{}` twice", name.node);
                    self.error(Code::ColumnGivenTwice, name.span, message);
                }
                Some(at) => {
                    self.note_column(table, name);
                    unique.push(at);
                }
                None => {
                    self.words.note(name.span, || {
                        let given = table.unique.iter().flat_map(|unique| &unique.node);
                        let given = given.map(|name| name.node.clone()).collect();
                        Meaning::Unknown(Gap::Column { table: table.name.node.clone(), given })
                    });
                    let message = format!("the table `{}` has no column `{}`", table.name.node, name.node);
                    let help = did_you_mean(&name.node, columns.iter().map(|(column, _)| column.name.as_str()));
                    self.report(Diagnostic::new(Code::UnknownKeyColumn, name.span, message).help(help));
                }
            }
        }
        unique
    }
}

/// What messages call the item.
pub(super) fn predicate_word(predicate: &ast::Predicate) -> &'static str {
    if predicate.is_value { "definition" } else { "predicate" }
}

const COLUMN_TYPES: [(&str, ColumnType); 5] = [
    ("text", ColumnType::Text),
    ("int", ColumnType::Int),
    ("real", ColumnType::Real),
    ("bool", ColumnType::Bool),
    ("json", ColumnType::Json),
];

fn column_type(name: &str) -> Option<ColumnType> {
    COLUMN_TYPES.iter().find(|(known, _)| *known == name).map(|(_, ty)| *ty)
}

/// What a value of the language must be to go into the column.
pub(super) fn value_type(ty: ColumnType) -> Type {
    match ty {
        ColumnType::Text => Type::Text,
        ColumnType::Int => Type::Int,
        ColumnType::Real => Type::Real,
        ColumnType::Bool => Type::Bool,
        ColumnType::Json => Type::Json,
    }
}
