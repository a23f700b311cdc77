//! From a word to what is known about it, as Markdown.

use std::fmt::Write;

use super::Checked;
use super::offer::{column_line, function_line, list_names, predicate_line, private, property_line, ty_words};
use crate::ast::Rule;
use crate::check::meaning::Meaning;
use crate::check::model;
use crate::passes::stage;
use crate::source::{FileId, Span};
use crate::vocab::{Type, Vocabulary};
use aud_rules_plan::Stage;

/// Members of a set that are shown at most.
const MAX_MEMBERS: usize = 40;

/// What is known about a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The word.
    pub span: Span,
    /// What to show, as Markdown; code of the rule language is fenced as `aud-rules`.
    pub markdown: String,
}

/// What is known about the word at a byte of a file. Where a word is wrong: what its diagnostic means.
pub fn hover(checked: Checked<'_>, file: FileId, offset: u32) -> Option<Hover> {
    let words = checked.analysis.words.at(file, offset);
    let known =
        words.into_iter().find_map(|word| Some(Hover { span: word.span, markdown: checked.describe(&word.meaning)? }));
    known.or_else(|| {
        let is_here = |span: Span| span.file == file && span.start <= offset && offset < span.end;
        let found = checked.analysis.diagnostics.sorted().into_iter().find(|found| is_here(found.primary.span))?;
        let markdown = format!("**{}: {}**\n\n{}", found.code, found.code.title(), found.code.explanation());
        Some(Hover { span: found.primary.span, markdown })
    })
}

/// A line of code and the text below it.
fn page(code: &str, text: &str) -> String {
    format!("```aud-rules\n{code}\n```\n\n{}", text.trim())
}

impl Checked<'_> {
    fn describe(self, meaning: &Meaning) -> Option<String> {
        match meaning {
            Meaning::Class(name) => class_page(name),
            Meaning::Kind(kind) => {
                Some(page(&format!("node(\"{kind}\")"), "A syntax kind of the Python grammar of tree-sitter."))
            }
            Meaning::Type(ty) => Some(page(&ty.to_string(), type_doc(ty))),
            Meaning::Property { class, name } => property_page(class, name),
            Meaning::GroupProperty(name) => Some(page(name, group_property_doc(name))),
            Meaning::Function(name) => {
                let function = Vocabulary::python().functions.get(name)?;
                Some(page(&function_line(function), &function.doc))
            }
            Meaning::Set(declared) => self.set_page(*declared),
            Meaning::Table(name) => self.table_page(name),
            Meaning::Column { table, column } => self.column_page(table, column),
            Meaning::Predicate(declared) => {
                let predicate = self.predicate(*declared)?;
                Some(page(&predicate_line(predicate), &predicate.doc))
            }
            Meaning::Rule(name) => self.rule_page(name),
            Meaning::View(name) => {
                let view = self.view(name)?;
                Some(page(&format!("view {name}"), &format!("{}\n\n```sql\n{}\n```", view.doc.trim(), view.sql.node)))
            }
            Meaning::FlowKind(declared) => self.kind_page(*declared),
            Meaning::Problem(name) => self.problem_page(name),
            Meaning::Variable { declared, ty } => {
                let name = self.sources.slice(*declared);
                let class = if let Type::Node(class) = &ty.ty { Vocabulary::python().classes.get(class) } else { None };
                Some(page(&format!("{name}: {}", ty_words(ty)), class.map_or("", |class| &class.doc)))
            }
            Meaning::Module => Some(page("module: module", "The module of the file.")),
            Meaning::Unknown(_) => None,
        }
    }

    fn set_page(self, declared: Span) -> Option<String> {
        let set = self.set(declared)?;
        let members = self.analysis.model.sets.iter().find(|set| set.span == declared).map(|set| &set.members)?;
        let texts = members.texts.iter().map(|text| format!("{text:?}"));
        let all: Vec<String> = texts.chain(members.ints.iter().map(i64::to_string)).collect();
        let mut shown = list_names(all.iter().take(MAX_MEMBERS).map(String::as_str));
        if all.len() > MAX_MEMBERS {
            let _ = write!(shown, " and {} more", all.len() - MAX_MEMBERS);
        }
        let n_members = all.len();
        let plural = if n_members == 1 { "" } else { "s" };
        let line = format!("{}set {}", private(set.is_private), set.name.node);
        Some(page(&line, &format!("{}\n\n{n_members} member{plural}: {shown}", set.doc.trim())))
    }

    fn table_page(self, name: &str) -> Option<String> {
        let table = self.table(name)?;
        let columns = table.columns.iter().map(|column| {
            let doc = column.doc.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("* `{}`: {doc}\n", column_line(column))
        });
        let mut text = format!("{}\n\n{}", table.doc.trim(), columns.collect::<String>());
        let fills = |rule: &&Rule| rule.table.as_ref().is_some_and(|table| table.node == name);
        let rules: Vec<&str> = self.rules().filter(fills).map(|rule| rule.name.node.as_str()).collect();
        if !rules.is_empty() {
            let _ = write!(text, "\nFilled by {}.", list_names(rules.into_iter()));
        }
        Some(page(&format!("table {name}"), &text))
    }

    fn column_page(self, table: &str, column: &str) -> Option<String> {
        let line = match (self.column(table, column), column) {
            (Some(declared), _) => (column_line(declared), declared.doc.clone()),
            (None, "line") => ("line: int".to_owned(), "Line where it stands, from 1.".to_owned()),
            (None, "file") => ("file: text".to_owned(), "Path below the indexed directory.".to_owned()),
            (None, _) => return None,
        };
        Some(page(&line.0, &format!("{}\n\nColumn of `{table}`.", line.1.trim())))
    }

    fn rule_page(self, name: &str) -> Option<String> {
        let rule = self.rule(name)?;
        let mut text = rule.doc.trim().to_owned();
        // What is wrong has no stage, so that with an error anywhere a rule might seem to be decided too early.
        let is_certain = !self.analysis.diagnostics.has_errors();
        let mut rules = self.analysis.model.rules.iter().filter(|_| is_certain);
        if let Some(checked) = rules.find(|checked| checked.span == rule.name.span) {
            let _ = write!(text, "\n\n{}", self.stage_words(checked));
        }
        let fills = rule.table.as_ref().map_or(String::new(), |table| format!(" -> {}", table.node));
        Some(page(&format!("rule {name}{fills}"), &text))
    }

    /// The kind, with the problems that it is a part of.
    fn kind_page(self, declared: Span) -> Option<String> {
        let kind = self.kind(declared)?;
        let name = &kind.name.node;
        let is_named = |names: &[crate::ast::Name]| names.iter().any(|known| known.node == *name);
        let of = |side: fn(&crate::ast::ProblemFlow) -> &Vec<crate::ast::Name>| {
            let flows =
                self.problems().filter(|problem| problem.flow.as_ref().is_some_and(|flow| is_named(side(flow))));
            list_names(flows.map(|problem| problem.name.node.as_str()))
        };
        let mut text = kind.doc.trim().to_owned();
        for (problems, words) in [(of(|flow| &flow.from), "Must not arrive, by"), (of(|flow| &flow.to), "Sinks of")] {
            if !problems.is_empty() {
                let _ = write!(text, "\n\n{words} {problems}.");
            }
        }
        Some(page(&format!("{}kind {name}", private(kind.is_private)), &text))
    }

    fn problem_page(self, name: &str) -> Option<String> {
        let problem = self.problem(name)?;
        let mut text = problem.doc.trim().to_owned();
        if let Some(severity) = &problem.severity {
            let _ = write!(text, "\n\nSeverity: {}.", severity.node.word());
        }
        for part in [&problem.message, &problem.help].into_iter().flatten() {
            let _ = write!(text, "\n\n{}", part.node.trim());
        }
        Some(page(&format!("problem {name}"), &text))
    }

    /// When the rule is decided, and why not earlier.
    fn stage_words(self, rule: &model::Rule) -> String {
        let found = stage::of_rule(rule, self.sources);
        let reason = found.reason.map_or(String::new(), |reason| format!(", because of {reason}"));
        format!("Decided {}{reason}.", when(found.stage))
    }
}

fn class_page(name: &str) -> Option<String> {
    let class = Vocabulary::python().classes.get(name)?;
    let above = class.superclass.as_ref().map_or(String::new(), |above| format!(": {above}"));
    let kinds = match class.kinds.is_empty() {
        true => String::new(),
        false => format!("\n\nSyntax kinds: {}.", list_names(class.kinds.iter().map(String::as_str))),
    };
    Some(page(&format!("class {name}{above}"), &format!("{}{kinds}", class.doc.trim())))
}

/// The property; where subclasses have several of one name, all of them.
fn property_page(class: &str, name: &str) -> Option<String> {
    let owners = Vocabulary::python().owners(class, name);
    let pages = owners.into_iter().filter_map(|owner| {
        let property = owner.properties.get(name)?;
        let stage = match property.stage {
            Stage::Walk => String::new(),
            later => format!("\n\nKnown {}.", when(later)),
        };
        let line = format!("{}.{}", owner.name, property_line(property));
        Some(page(&line, &format!("{}{stage}", property.doc.trim())))
    });
    let pages: Vec<String> = pages.collect();
    (!pages.is_empty()).then(|| pages.join("\n\n"))
}

fn when(stage: Stage) -> &'static str {
    match stage {
        Stage::Walk => "at its node",
        Stage::Scope => "at the end of the function or class around it (stage `scope`)",
        Stage::File => "at the end of the file (stage `file`)",
        Stage::Project => "when all files were seen (stage `project`)",
    }
}

fn type_doc(ty: &Type) -> &'static str {
    match ty {
        Type::Text => "Text.",
        Type::Int => "A whole number.",
        Type::Real => "A floating-point number.",
        Type::Bool => "`true` or `false`.",
        Type::Json => "Anything that JSON can hold.",
        Type::Literal => "The value of a Python literal, of whatever type; it can be compared.",
        Type::Node(_) | Type::List(_) | Type::Group(_) | Type::Unknown => "",
    }
}

/// What the properties of groups are.
pub(super) fn group_property_doc(name: &str) -> &'static str {
    match name {
        "key" => "What the members of the group share.",
        "first" => "The first member of the group.",
        _ => "The last member of the group.",
    }
}
