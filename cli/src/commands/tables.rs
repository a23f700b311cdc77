//! `aud-rules tables`: the reference of the tables that a database has, from the definitions that are compiled in.

use std::collections::BTreeMap;
use std::io::{self, Write};

use aud_rules_catalogue::Catalogue;
use aud_rules_plan::schema::{SYSTEM_SCHEMA, key_columns, stored_ddl, table_ddl, view_ddl};
use aud_rules_plan::{Column, RuleHead, Table, TableId, View};
use aud_rules_runtime::rules::matcher::Matcher;
use serde_json::{Value, json};

use crate::args::{TablesArgs, TablesFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;

/// Runs the command.
pub(crate) fn run(args: &TablesArgs) -> Result<Exit, Failure> {
    let all = entries();
    let shown: Vec<&Entry> = match &args.name {
        None => all.iter().filter(|entry| args.search.as_ref().is_none_or(|word| entry.speaks_of(word))).collect(),
        Some(name) => vec![all.iter().find(|entry| entry.name() == name).ok_or_else(|| unknown(name, &all))?],
    };
    write_output(|output| match args.format {
        TablesFormat::Text if args.name.is_none() => Ok(write_list(output, &shown)?),
        TablesFormat::Text => Ok(shown.iter().try_for_each(|entry| write_entry(output, entry))?),
        TablesFormat::Json => Ok(write_json(output, &shown)?),
        TablesFormat::Sql => {
            if args.name.is_none() {
                internal_tables().try_for_each(|statement| write!(output, "{statement}\n\n"))?;
            }
            Ok(shown.iter().try_for_each(|entry| write!(output, "{}", entry.sql()))?)
        }
    })?;
    Ok(Exit::Done)
}

/// What a query can read.
enum Entry {
    /// A table that rules fill, with these rules.
    Table(&'static Table, Vec<&'static RuleHead>),
    /// A view over tables.
    View(&'static View),
    /// A table that the engine fills, with the statement that shows its columns and all that make it.
    System { name: &'static str, doc: String, shown: &'static str, made_by: &'static str },
}

/// All of them: tables, views, and then the tables of the engine.
fn entries() -> Vec<Entry> {
    let rules = Catalogue.rules();
    let tables = Catalogue.tables().iter().enumerate().map(|(index, table)| {
        let fills = |rule: &&RuleHead| rule.table() == Some(TableId::at(index));
        Entry::Table(table, rules.iter().filter(fills).collect())
    });
    let views = Catalogue.views().iter().map(Entry::View);
    tables.chain(views).chain(system_tables()).collect()
}

/// The tables of the engine, as its schema file writes them: comment, statements, empty line. Where a view stands for a
/// table, the view is what is shown.
fn system_tables() -> impl Iterator<Item = Entry> {
    system_blocks().filter_map(|(comment, statements)| {
        let start = statements.find("CREATE VIEW ").unwrap_or(0);
        let name = statements[start..].split_whitespace().nth(2)?;
        let doc: Vec<&str> = comment.lines().filter_map(|line| line.strip_prefix("-- ")).collect();
        (!name.starts_with('_')).then(|| Entry::System {
            name,
            doc: doc.join("\n"),
            shown: statements[start..].trim(),
            made_by: statements.trim(),
        })
    })
}

/// The tables of the engine that nobody asks.
fn internal_tables() -> impl Iterator<Item = &'static str> {
    let is_internal =
        |statements: &&str| statements.starts_with("CREATE TABLE _") && !statements.contains("CREATE VIEW ");
    system_blocks().map(|(_, statements)| statements.trim()).filter(is_internal)
}

/// Comments and the statements below them.
fn system_blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
    SYSTEM_SCHEMA.split("\n\n").filter_map(|block| Some(block.split_at(block.find("CREATE TABLE ")?)))
}

fn unknown(name: &str, all: &[Entry]) -> Failure {
    let nearest = did_you_mean(name, all.iter().map(Entry::name));
    let help = nearest.unwrap_or_else(|| "`aud-rules tables` lists all".to_owned());
    Failure::misuse(format!("there is no table or view `{name}`")).with_help(help)
}

impl Entry {
    fn name(&self) -> &str {
        match self {
            Entry::Table(table, _) => &table.name,
            Entry::View(view) => &view.name,
            Entry::System { name, .. } => name,
        }
    }

    fn doc(&self) -> &str {
        match self {
            Entry::Table(table, _) => &table.doc,
            Entry::View(view) => &view.doc,
            Entry::System { doc, .. } => doc,
        }
    }

    /// What it is about: the folder of the rule file that declares it.
    fn group(&self) -> &str {
        match self {
            Entry::Table(table, _) => table.at.domain(),
            Entry::View(view) => view.at.domain(),
            Entry::System { .. } => "every database",
        }
    }

    /// It is filled only for who asks for it.
    fn is_on_demand(&self) -> bool {
        matches!(self, Entry::Table(_, rules) if !rules.is_empty() && rules.iter().all(|rule| rule.is_on_demand()))
    }

    /// The word stands in its name, its doc, its columns, or the tags of its rules, in any case.
    fn speaks_of(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&word);
        let has_more = match self {
            Entry::Table(table, rules) => {
                table.columns.iter().any(|column| has(&column.name) || has(&column.doc))
                    || rules.iter().any(|rule| has(&rule.name) || rule.tags.iter().any(|tag| has(tag)))
            }
            Entry::View(view) => has(&view.sql),
            Entry::System { shown, .. } => has(shown),
        };
        has(self.name()) || has(self.doc()) || has_more
    }

    /// The statements that make it.
    fn sql(&self) -> String {
        match self {
            Entry::Table(table, _) => format!("{};\n{};\n\n", stored_ddl(table), table_ddl(table)),
            Entry::View(view) => format!("{};\n\n", view_ddl(view)),
            Entry::System { made_by, .. } => format!("{made_by}\n\n"),
        }
    }
}

fn write_list(output: &mut dyn Write, entries: &[&Entry]) -> io::Result<()> {
    let width = entries.iter().map(|entry| entry.name().len()).max().unwrap_or(0);
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.group()).or_default().push(entry);
    }
    for (group, entries) in &groups {
        writeln!(output, "{group}")?;
        for entry in entries {
            let on_demand = if entry.is_on_demand() { "On demand. " } else { "" };
            writeln!(output, "  {:width$}  {on_demand}{}", entry.name(), first_sentence(entry.doc()))?;
        }
        writeln!(output)?;
    }
    if entries.is_empty() {
        return writeln!(output, "No table speaks of that; `aud-rules tables` lists all.");
    }
    writeln!(
        output,
        "`aud-rules tables NAME` shows the columns of one; `--search WORD` finds those that speak of something."
    )
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
            let key = key_columns(table);
            if !key.is_empty() {
                writeln!(output, "\nKey: {}", key.join(", "))?;
            }
            writeln!(output, "\nFilled by:")?;
            for rule in rules {
                let tags = if rule.tags.is_empty() { String::new() } else { format!(" [{}]", rule.tags.join(", ")) };
                writeln!(output, "  {} ({}){tags}", rule.name, rule.at)?;
                writeln!(output, "      {}", rule.doc.replace('\n', "\n      "))?;
            }
            Ok(())
        }
        Entry::View(view) => writeln!(output, "{};", view_ddl(view)),
        Entry::System { shown, .. } => writeln!(output, "{shown}"),
    }
}

fn write_columns(output: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut rows = vec![("file", "text".to_owned(), "Path below the indexed root, with `/`.")];
    rows.extend(table.columns.iter().map(|column| (&*column.name, type_words(column), &*column.doc)));
    let name_width = rows.iter().map(|(name, _, _)| name.len()).max().unwrap_or(0);
    let type_width = rows.iter().map(|(_, ty, _)| ty.len()).max().unwrap_or(0);
    for (name, ty, doc) in rows {
        let indent = format!("\n{}", " ".repeat(name_width + type_width + 6));
        writeln!(output, "  {name:name_width$}  {ty:type_width$}  {}", doc.replace('\n', &indent))?;
    }
    Ok(())
}

fn type_words(column: &Column) -> String {
    let optional = if column.is_optional { "?" } else { "" };
    format!("{}{optional}", column.ty.word())
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
        Entry::System { .. } => "system table",
    };
    let mut object = json!({ "name": entry.name(), "kind": kind, "doc": entry.doc(), "sql": entry.sql().trim() });
    if let Entry::Table(table, rules) = entry {
        object["columns"] = table.columns.iter().map(column_json).collect();
        object["key"] = json!(key_columns(table));
        object["rules"] = rules.iter().map(|rule| rule_json(rule)).collect();
    }
    object
}

fn column_json(column: &Column) -> Value {
    json!({
        "name": column.name,
        "type": column.ty.word(),
        "is_optional": column.is_optional,
        "doc": column.doc,
    })
}

fn rule_json(rule: &RuleHead) -> Value {
    json!({
        "name": rule.name,
        "doc": rule.doc,
        "tags": rule.tags,
        "stage": rule.stage.name(),
        "file": rule.at.file,
        "line": rule.at.line,
    })
}
