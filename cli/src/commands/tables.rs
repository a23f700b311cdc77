//! `aud-rules tables`: the reference of the tables that a database has, from the definitions that are compiled in.

use std::io::{self, Write};

use aud_rules_catalogue::Catalogue;
use aud_rules_runtime::output::schema::{ColumnDef, ColumnType, RuleDef, TableDef, ViewDef};
use aud_rules_runtime::output::sqlite::SYSTEM_SCHEMA;
use aud_rules_runtime::rules::matcher::Matcher;
use serde_json::{Value, json};

use crate::args::{TablesArgs, TablesFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;

/// Runs the command.
pub(crate) fn run(args: &TablesArgs) -> Result<Exit, Failure> {
    let all = entries();
    let shown: Vec<&Entry> = match &args.name {
        None => all.iter().collect(),
        Some(name) => vec![all.iter().find(|entry| entry.name() == name).ok_or_else(|| unknown(name, &all))?],
    };
    write_output(|output| match args.format {
        TablesFormat::Text if args.name.is_none() => Ok(write_list(output, &shown)?),
        TablesFormat::Text => Ok(shown.iter().try_for_each(|entry| write_entry(output, entry))?),
        TablesFormat::Json => Ok(write_json(output, &shown)?),
        TablesFormat::Sql => Ok(shown.iter().try_for_each(|entry| write!(output, "{}", entry.sql()))?),
    })?;
    Ok(Exit::Done)
}

/// What a query can read.
enum Entry {
    /// A table that rules fill, with these rules.
    Table(&'static TableDef, Vec<&'static RuleDef>),
    /// A view over tables.
    View(&'static ViewDef),
    /// A table that the engine fills: its name, its doc, and its statement with the comments.
    System(&'static str, String, &'static str),
}

/// All of them: tables, views, and then the tables of the engine.
fn entries() -> Vec<Entry> {
    let rules = Catalogue.rules();
    let tables = Catalogue.tables().iter().enumerate().map(|(index, table)| {
        let fills = |rule: &&RuleDef| rule.table == index;
        Entry::Table(table, rules.iter().filter(fills).collect())
    });
    let views = Catalogue.views().iter().map(Entry::View);
    tables.chain(views).chain(system_tables()).collect()
}

/// The tables of the engine, as its schema file writes them: comment, statement, empty line.
fn system_tables() -> impl Iterator<Item = Entry> {
    SYSTEM_SCHEMA.split("\n\n").filter_map(|block| {
        let start = block.find("CREATE TABLE ")?;
        let (comment, statement) = block.split_at(start);
        let name = statement["CREATE TABLE ".len()..].split_whitespace().next()?;
        let doc: Vec<&str> = comment.lines().filter_map(|line| line.strip_prefix("-- ")).collect();
        Some(Entry::System(name, doc.join("\n"), statement.trim()))
    })
}

fn unknown(name: &str, all: &[Entry]) -> Failure {
    let nearest = did_you_mean(name, all.iter().map(Entry::name));
    let help = nearest.unwrap_or_else(|| "`aud-rules tables` lists all".to_owned());
    Failure::misuse(format!("there is no table or view `{name}`")).with_help(help)
}

impl Entry {
    fn name(&self) -> &str {
        match self {
            Entry::Table(table, _) => table.name,
            Entry::View(view) => view.name,
            Entry::System(name, _, _) => name,
        }
    }

    fn doc(&self) -> &str {
        match self {
            Entry::Table(table, _) => table.doc,
            Entry::View(view) => view.doc,
            Entry::System(_, doc, _) => doc,
        }
    }

    /// The statements that make it.
    fn sql(&self) -> String {
        match self {
            Entry::Table(table, _) => format!("{};\n{};\n\n", table.ddl, table.index_ddl),
            Entry::View(view) => format!("{};\n\n", view.ddl),
            Entry::System(_, _, statement) => format!("{statement}\n\n"),
        }
    }
}

fn write_list(output: &mut dyn Write, entries: &[&Entry]) -> io::Result<()> {
    let width = entries.iter().map(|entry| entry.name().len()).max().unwrap_or(0);
    for entry in entries {
        writeln!(output, "{:width$}  {}", entry.name(), first_sentence(entry.doc()))?;
    }
    writeln!(output, "\n`aud-rules tables NAME` shows the columns of one.")
}

/// The first sentence on one line.
fn first_sentence(doc: &str) -> String {
    let line = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.find(". ") {
        Some(end) => line[..=end].to_owned(),
        None => line,
    }
}

fn write_entry(output: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    writeln!(output, "{}\n\n{}\n", entry.name(), entry.doc())?;
    match entry {
        Entry::Table(table, rules) => {
            write_columns(output, table)?;
            let key = key(table);
            if !key.is_empty() {
                writeln!(output, "\nKey: {}", key.join(", "))?;
            }
            writeln!(output, "\nFilled by:")?;
            for rule in rules {
                let tags = if rule.tags.is_empty() { String::new() } else { format!(" [{}]", rule.tags.join(", ")) };
                writeln!(output, "  {} ({}:{}){tags}", rule.name, rule.file, rule.line)?;
                writeln!(output, "      {}", rule.doc.replace('\n', "\n      "))?;
            }
            Ok(())
        }
        Entry::View(view) => writeln!(output, "{};", view.ddl),
        Entry::System(_, _, statement) => writeln!(output, "{statement}"),
    }
}

fn write_columns(output: &mut dyn Write, table: &TableDef) -> io::Result<()> {
    let mut rows = vec![("file", "text".to_owned(), "Path below the indexed root, with `/`.")];
    rows.extend(table.columns.iter().map(|column| (column.name, type_words(column), column.doc)));
    let name_width = rows.iter().map(|(name, _, _)| name.len()).max().unwrap_or(0);
    let type_width = rows.iter().map(|(_, ty, _)| ty.len()).max().unwrap_or(0);
    for (name, ty, doc) in rows {
        let indent = format!("\n{}", " ".repeat(name_width + type_width + 6));
        writeln!(output, "  {name:name_width$}  {ty:type_width$}  {}", doc.replace('\n', &indent))?;
    }
    Ok(())
}

/// Names of the columns that no two rows share.
fn key(table: &TableDef) -> Vec<&'static str> {
    if table.unique.is_empty() {
        return Vec::new();
    }
    std::iter::once("file").chain(table.unique.iter().map(|&column| table.columns[column].name)).collect()
}

fn type_words(column: &ColumnDef) -> String {
    let optional = if column.is_optional { "?" } else { "" };
    format!("{}{optional}", type_name(column.ty))
}

fn type_name(ty: ColumnType) -> &'static str {
    match ty {
        ColumnType::Text => "text",
        ColumnType::Int => "int",
        ColumnType::Real => "real",
        ColumnType::Bool => "bool",
        ColumnType::Json => "json",
    }
}

fn write_json(output: &mut dyn Write, entries: &[&Entry]) -> io::Result<()> {
    let document: Vec<Value> = entries.iter().map(|entry| entry_json(entry)).collect();
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn entry_json(entry: &Entry) -> Value {
    let kind = match entry {
        Entry::Table(..) => "table",
        Entry::View(_) => "view",
        Entry::System(..) => "system table",
    };
    let mut object = json!({ "name": entry.name(), "kind": kind, "doc": entry.doc(), "sql": entry.sql().trim() });
    if let Entry::Table(table, rules) = entry {
        object["columns"] = table.columns.iter().map(column_json).collect();
        object["key"] = json!(key(table));
        object["rules"] = rules.iter().map(|rule| rule_json(rule)).collect();
    }
    object
}

fn column_json(column: &ColumnDef) -> Value {
    json!({
        "name": column.name,
        "type": type_name(column.ty),
        "is_optional": column.is_optional,
        "doc": column.doc,
    })
}

fn rule_json(rule: &RuleDef) -> Value {
    json!({
        "name": rule.name,
        "doc": rule.doc,
        "tags": rule.tags,
        "stage": rule.stage,
        "file": rule.file,
        "line": rule.line,
    })
}
