//! Declared tables and views as SQL: the statements that create them, with the doc comments inside, and the whole
//! schema as one file.
//!
//! What people ask as a table is a view. The rows lie in a table whose name has `_` before it, by the number of their file
//! and their place in it: the path of a file and the names of its scopes are stored once, and finding or removing what a
//! file gave needs no index. Keys have no index either, since the writer keeps them. A truth value has no `CHECK`, since it
//! would be paid for at every row. Names stand without quotes, since the checker refuses words of SQL.

use crate::{Column, ColumnType, Declared, Table, View};

/// Tables that every database has beside those of the rules; the runtime fills them.
pub const SYSTEM_SCHEMA: &str = include_str!("system.sql");

/// `CREATE VIEW` of what people ask as the table. Its comments stay with it in the database.
pub fn table_ddl(table: &Table) -> String {
    let mut ddl = format!("CREATE VIEW {} AS\n{}SELECT\n", table.name, comment(&table.doc, ""));
    ddl += "    -- Path below the indexed root, with `/`.\n    f.file";
    for column in &table.columns {
        ddl += ",\n";
        ddl += &comment(&column_doc(column), "    ");
        ddl += "    ";
        if column.is_scope() {
            ddl += "(SELECT s.name FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope";
        } else {
            ddl += &format!("r.{}", column.name);
        }
    }
    if !table.unique.is_empty() {
        ddl += &format!("\n    -- unique ({})", key_columns(table).join(", "));
    }
    ddl + &format!("\nFROM _files f JOIN _{} r ON r._file = f.id", table.name)
}

/// `CREATE TABLE` of what holds the rows.
pub fn stored_ddl(table: &Table) -> String {
    let mut ddl = format!("CREATE TABLE _{} (\n    _file INTEGER NOT NULL,\n    _row INTEGER NOT NULL,\n", table.name);
    for column in &table.columns {
        let null = if column.is_optional { "" } else { " NOT NULL" };
        let ty = if column.is_scope() { "INTEGER" } else { sql_type(column.ty) };
        ddl += &format!("    {} {ty}{null},\n", column.name);
    }
    ddl + "    PRIMARY KEY (_file, _row)\n) WITHOUT ROWID"
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
        sql += &format!("\n{};\n{};\n", stored_ddl(table), table_ddl(table));
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
            CREATE VIEW things AS
            -- Things.
            --
            -- In order.
            SELECT
                -- Path below the indexed root, with `/`.
                f.file,
                -- About line.
                r.line,
                -- About owner.
                r.owner,
                -- About is_first. 0 or 1.
                r.is_first,
                -- About items. JSON.
                r.items,
                -- About weight.
                r.weight
                -- unique (file, line, owner)
            FROM _files f JOIN _things r ON r._file = f.id"#]]
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
    fn rows_are_stored_by_their_file() {
        let mut table = table(vec![]);
        table.columns.push(column("scope", ColumnType::Text, true));
        expect_test::expect![[r#"
            CREATE TABLE _things (
                _file INTEGER NOT NULL,
                _row INTEGER NOT NULL,
                line INTEGER NOT NULL,
                owner TEXT,
                is_first INTEGER NOT NULL,
                items TEXT NOT NULL,
                weight REAL NOT NULL,
                scope INTEGER,
                PRIMARY KEY (_file, _row)
            ) WITHOUT ROWID"#]]
        .assert_eq(&stored_ddl(&table));
        let ddl = table_ddl(&table);
        assert!(ddl.contains("FROM _scopes s WHERE s._file = r._file AND s._row = r.scope) AS scope\nFROM"), "{ddl}");
    }
}
