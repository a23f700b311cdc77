//! The plan as `rules/README.md`: one section for each table, with its columns, its key and the rules that fill it.

use std::collections::BTreeMap;

use super::cell;
use aud_rules_plan::schema::key_columns;
use aud_rules_plan::{Column, Plan, Rule, Table, TableId};

/// The whole page.
pub fn tables_md(plan: &Plan) -> String {
    let mut page = String::from(
        "# Tables\n\n\
         Written by `cargo xtask docs` from the `.rules` files; not to be edited. Every row has `file`, the path below the\n\
         indexed root, and `line`, from 1. `schema.sql` holds the same as SQL.\n",
    );
    page += &contents(plan);
    for (index, table) in plan.tables.iter().enumerate() {
        page += &section(plan, TableId::at(index), table);
    }
    if !plan.views.is_empty() {
        page += "\n# Views\n";
    }
    for view in &plan.views {
        page += &format!("\n## {}\n\n{}\n\n```sql\n{}\n```\n", view.name, view.doc.trim(), view.sql.trim());
    }
    page
}

/// The folder that a rule file lies in, or its name when it lies at the top.
fn domain(file: &str) -> &str {
    let end = file.find('/').or_else(|| file.rfind('.')).unwrap_or(file.len());
    &file[..end]
}

/// All tables and views by domain, each with the first sentence of its doc.
fn contents(plan: &Plan) -> String {
    let mut domains: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for table in &plan.tables {
        domains.entry(domain(&table.at.file)).or_default().push((&table.name, &table.doc));
    }
    for view in &plan.views {
        domains.entry(domain(&view.at.file)).or_default().push((&view.name, &view.doc));
    }
    let mut list = String::new();
    for (domain, entries) in domains {
        list += &format!("\n**{domain}**\n\n");
        for (name, doc) in entries {
            list += &format!("* [`{name}`](#{name}): {}\n", first_sentence(doc));
        }
    }
    list
}

fn first_sentence(doc: &str) -> String {
    let line = cell(doc.split("\n\n").next().unwrap_or(""));
    match line.find(". ") {
        Some(end) => line[..=end].to_owned(),
        None => line,
    }
}

fn section(plan: &Plan, id: TableId, table: &Table) -> String {
    let mut text = format!("\n## {}\n\n{}\n\n", table.name, table.doc.trim());
    text += "| column | type | meaning |\n| --- | --- | --- |\n";
    for column in &table.columns {
        text += &format!("| `{}` | {} | {} |\n", column.name, type_words(column), cell(&column.doc));
    }
    let key = key_columns(table);
    if !key.is_empty() {
        let key: Vec<String> = key.into_iter().map(|column| format!("`{column}`")).collect();
        text += &format!("\nKey: {}\n", key.join(", "));
    }
    let mut rules = plan.rules.iter().filter(|rule| rule.head.table() == Some(id)).peekable();
    if rules.peek().is_some() {
        text += "\nFilled by:\n\n";
    }
    text + &rules.map(rule_entry).collect::<String>()
}

fn type_words(column: &Column) -> String {
    let ty = column.ty.word();
    if column.is_optional { format!("{ty}, or NULL") } else { ty.to_owned() }
}

fn rule_entry(rule: &Rule) -> String {
    let tags = match rule.head.tags.is_empty() {
        true => String::new(),
        false => format!(" ({})", rule.head.tags.join(", ")),
    };
    format!("* `{}`{tags}, {}: {}\n", rule.head.name, rule.head.at.file, cell(&rule.head.doc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_at_its_point() {
        for (doc, expected) in [
            ("Apps. And more.", "Apps."),
            ("Calls of `a.b`\nwith | bars.\n\nMore.", "Calls of `a.b` with \\| bars."),
            ("", ""),
        ] {
            assert_eq!(first_sentence(doc), expected);
        }
    }

    #[test]
    fn the_domain_is_the_folder() {
        for (file, expected) in [("flask/hooks.rules", "flask"), ("core.rules", "core"), ("a/b/c.rules", "a")] {
            assert_eq!(domain(file), expected);
        }
    }
}
