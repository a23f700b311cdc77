//! Declared tables and views as SQL: the statements that create them, with the doc comments inside, and the whole
//! schema as one file.
//!
//! Keys are indexes that are made when the rows are in; the writer has kept them by then. A truth value has no `CHECK`,
//! since it would be paid for at every row. Names stand without quotes, since the checker refuses words of SQL.

use crate::{Column, ColumnType, Declared, Table, View};

/// Tables that every database has beside those of the rules; the runtime fills them.
pub const SYSTEM_SCHEMA: &str = include_str!("system.sql");

/// `CREATE TABLE`. Its comments stay with the table in the database.
pub fn table_ddl(table: &Table) -> String {
    let mut ddl = format!("CREATE TABLE {} (\n", table.name);
    ddl += &comment(&table.doc, "    ");
    ddl += "    file TEXT NOT NULL,\n";
    for (index, column) in table.columns.iter().enumerate() {
        ddl += &comment(&column_doc(column), "    ");
        let null = if column.is_optional { "" } else { " NOT NULL" };
        let comma = if index + 1 < table.columns.len() { "," } else { "" };
        ddl += &format!("    {} {}{null}{comma}\n", column.name, sql_type(column.ty));
    }
    if !table.unique.is_empty() {
        ddl += &format!("    -- unique ({})\n", key_columns(table).join(", "));
    }
    ddl + ")"
}

/// `CREATE INDEX`: unique over the key, or else over the place.
pub fn index_ddl(table: &Table) -> String {
    let name = &table.name;
    if table.unique.is_empty() {
        return format!("CREATE INDEX {name}_place ON {name} (file, line)");
    }
    format!("CREATE UNIQUE INDEX {name}_key ON {name} ({})", key_columns(table).join(", "))
}

/// `CREATE VIEW`.
pub fn view_ddl(view: &View) -> String {
    format!("CREATE VIEW {} AS\n{}{}", view.name, comment(&view.doc, ""), view.sql.trim())
}

/// The whole schema, as `rules/schema.sql` holds it.
pub fn schema_sql(declared: &Declared) -> String {
    let mut sql = String::from(
        "-- The schema of a database, as SQLite has it.\n\
         -- Written by `cargo xtask schema` from the .rules files; not to be edited.\n\n",
    );
    sql += SYSTEM_SCHEMA;
    sql += "\n-- Tables that rules fill.\n";
    for table in &declared.tables {
        sql += &format!("\n{};\n{};\n", table_ddl(table), index_ddl(table));
    }
    for view in &declared.views {
        sql += &format!("\n{};\n", view_ddl(view));
    }
    sql
}

/// Names of the columns that no two rows share; empty when rows may repeat.
pub fn key_columns(table: &Table) -> Vec<&str> {
    if table.unique.is_empty() {
        return Vec::new();
    }
    let declared = table.unique.iter().map(|&column| table.columns[column].name.as_str());
    std::iter::once("file").chain(declared).collect()
}

/// The declared type of a column.
pub fn sql_type(ty: ColumnType) -> &'static str {
    match ty {
        ColumnType::Text | ColumnType::Json => "TEXT",
        ColumnType::Int | ColumnType::Bool => "INTEGER",
        ColumnType::Real => "REAL",
    }
}

/// What the declared type does not say is said behind the doc comment.
fn column_doc(column: &Column) -> String {
    let kind = match column.ty {
        ColumnType::Bool => "0 or 1.",
        ColumnType::Json => "JSON.",
        ColumnType::Text | ColumnType::Int | ColumnType::Real => return column.doc.clone(),
    };
    format!("{} {kind}", column.doc.trim_end()).trim_start().to_owned()
}

/// A doc comment as SQL comment lines.
fn comment(doc: &str, indent: &str) -> String {
    doc.lines().map(|line| format!("{indent}-- {line}").trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RuleLine;

    fn column(name: &str, ty: ColumnType, is_optional: bool) -> Column {
        Column { name: name.into(), doc: format!("About {name}."), ty, is_optional }
    }

    fn table(unique: Vec<usize>) -> Table {
        let columns = vec![
            column("line", ColumnType::Int, false),
            column("owner", ColumnType::Text, true),
            column("is_first", ColumnType::Bool, false),
            column("items", ColumnType::Json, false),
            column("weight", ColumnType::Real, false),
        ];
        let doc = "Things.\n\nIn order.".to_owned();
        Table { name: "things".into(), doc, columns, unique, at: RuleLine::default() }
    }

    #[test]
    fn tables_carry_their_docs_and_sqlite_takes_them() {
        expect_test::expect![[r#"
            CREATE TABLE things (
                -- Things.
                --
                -- In order.
                file TEXT NOT NULL,
                -- About line.
                line INTEGER NOT NULL,
                -- About owner.
                owner TEXT,
                -- About is_first. 0 or 1.
                is_first INTEGER NOT NULL,
                -- About items. JSON.
                items TEXT NOT NULL,
                -- About weight.
                weight REAL NOT NULL
                -- unique (file, line, owner)
            )"#]]
        .assert_eq(&table_ddl(&table(vec![0, 1])));
        let view = View {
            name: "first_things".into(),
            doc: "The first.".into(),
            sql: "SELECT * FROM things WHERE is_first".into(),
            at: RuleLine::default(),
        };
        for unique in [vec![], vec![0, 1]] {
            let declared = Declared { tables: vec![table(unique)], views: vec![view.clone()], ..Declared::default() };
            let connection = rusqlite::Connection::open_in_memory().unwrap();
            connection.execute_batch(&schema_sql(&declared)).unwrap();
            let kept: String = connection
                .query_row("SELECT sql FROM sqlite_schema WHERE name = 'things'", [], |row| row.get(0))
                .unwrap();
            assert!(kept.contains("-- In order."), "{kept}");
        }
    }

    #[test]
    fn the_index_is_the_key_or_the_place() {
        for (unique, expected) in [
            (vec![], "CREATE INDEX things_place ON things (file, line)"),
            (vec![0, 1], "CREATE UNIQUE INDEX things_key ON things (file, line, owner)"),
        ] {
            assert_eq!(index_ddl(&table(unique)), expected);
        }
    }
}
