//! `aud-rules query`: from one SQL statement to rows on standard output. The database is only ever read.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use aud_rules_runtime::output::sqlite::open_to_read;
use comfy_table::{ContentArrangement, Table, presets};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Rows, Statement};
use serde_json::Value;

use crate::args::{QueryArgs, RowFormat};
use crate::database;
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;
use crate::read_only;
use aud_rules_codegen::diag::printable;

/// Runs the command.
pub(crate) fn run(args: &QueryArgs) -> Result<Exit, Failure> {
    let connection = open(&locate(args.db.as_deref())?)?;
    let refused = |error| explain(&connection, &error);
    let mut statement = connection.prepare(&args.sql).map_err(refused)?;
    if !statement.readonly() {
        return Err(only_read());
    }
    if statement.column_count() == 0 {
        return Err(Failure::misuse("the statement gives no rows").with_help("write a SELECT".to_owned()));
    }
    let columns = column_names(&statement);
    let mut rows = statement.query([]).map_err(refused)?;
    write_output(|output| {
        let written = match args.format {
            RowFormat::Table => write_table(output, &columns, &mut rows),
            RowFormat::Csv => write_csv(output, &columns, &mut rows),
            RowFormat::Json => write_json(output, &columns, &mut rows),
        };
        written.map_err(|error| match error {
            RowError::Output(error) => error.into(),
            RowError::Sql(error) => explain(&connection, &error).into(),
        })
    })?;
    Ok(Exit::Done)
}

/// Why rows end early.
enum RowError {
    Output(std::io::Error),
    Sql(rusqlite::Error),
}

impl From<std::io::Error> for RowError {
    fn from(error: std::io::Error) -> Self {
        RowError::Output(error)
    }
}

impl From<rusqlite::Error> for RowError {
    fn from(error: rusqlite::Error) -> Self {
        RowError::Sql(error)
    }
}

impl From<csv::Error> for RowError {
    fn from(error: csv::Error) -> Self {
        // The kind of the error below must stay visible: a closed pipe is no failure.
        RowError::Output(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => std::io::Error::other(format!("{other:?}")),
        })
    }
}

fn locate(given: Option<&Path>) -> Result<PathBuf, Failure> {
    let make_one = |path: &str| format!("`aud-rules index {path}` makes one");
    match given {
        Some(path) if path.is_file() => Ok(path.to_owned()),
        Some(path) => {
            let help = make_one(&format!("--db {}", path.display()));
            Err(Failure::misuse(format!("there is no database `{}`", path.display())).with_help(help))
        }
        None => {
            let here = std::env::current_dir().map_err(Failure::broken)?;
            database::find_from(&here).ok_or_else(|| {
                let message = format!("neither `{}` nor a directory above it has a database", here.display());
                Failure::misuse(message).with_help(format!("{}; `--db FILE` names one elsewhere", make_one("[PATH]")))
            })
        }
    }
}

fn open(path: &Path) -> Result<Connection, Failure> {
    let unreadable = |error: rusqlite::Error| {
        Failure::broken(format!("`{}` can not be read as a database: {}", path.display(), said_by(&error)))
    };
    let mut connection = open_to_read(path).map_err(unreadable)?;
    read_only::guard(&mut connection).map_err(unreadable)?;
    Ok(connection)
}

fn only_read() -> Failure {
    Failure::misuse("the database is only read here").with_help("write a SELECT".to_owned())
}

fn explain(connection: &Connection, error: &rusqlite::Error) -> Failure {
    // The tables that people ask are views, and SQLite says so before it asks whether they may be changed.
    let is_change = error.to_string().contains("because it is a view");
    if is_change || error.sqlite_error_code() == Some(ErrorCode::AuthorizationForStatementDenied) {
        return only_read();
    }
    let said = said_by(error);
    let help = if let Some(table) = said.strip_prefix("no such table: ") {
        let known = names(
            connection,
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '\\_%' ESCAPE '\\'",
        );
        let nearest = did_you_mean(table, known.iter().map(String::as_str));
        nearest.or_else(|| Some("`SELECT name FROM sqlite_schema WHERE type = 'view'` lists the tables".to_owned()))
    } else if let Some(column) = said.strip_prefix("no such column: ") {
        let column = column.rsplit('.').next().unwrap_or(column);
        let known = names(
            connection,
            "SELECT DISTINCT c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type IN ('table', 'view')",
        );
        did_you_mean(column, known.iter().map(String::as_str))
    } else {
        None
    };
    Failure::misuse(said).with_help(help)
}

/// What SQLite says, without the statement and the codes around it.
fn said_by(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(said)) => said.clone(),
        rusqlite::Error::SqlInputError { msg, sql, offset, .. } => match usize::try_from(*offset) {
            Ok(offset) if !msg.starts_with("no such") && sql.is_char_boundary(offset) => {
                format!("{msg}, in column {} of the statement", sql[..offset].chars().count() + 1)
            }
            _ => msg.clone(),
        },
        rusqlite::Error::MultipleStatement => "only one statement can be asked at a time".to_owned(),
        error => error.to_string(),
    }
}

fn names(connection: &Connection, sql: &str) -> Vec<String> {
    let ask =
        || -> rusqlite::Result<Vec<String>> { connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect() };
    ask().unwrap_or_default()
}

/// The columns' names; one that comes twice gets a number, so that an object can hold both.
fn column_names(statement: &Statement<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in statement.column_names() {
        let mut unique = name.to_owned();
        let mut number = 2;
        while names.contains(&unique) {
            unique = format!("{name}_{number}");
            number += 1;
        }
        names.push(unique);
    }
    names
}

fn write_table(output: &mut dyn Write, columns: &[String], rows: &mut Rows<'_>) -> Result<(), RowError> {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    let is_watched = std::io::stdout().is_terminal();
    table.set_content_arrangement(if is_watched { ContentArrangement::Dynamic } else { ContentArrangement::Disabled });
    table.set_header(columns.iter().map(|name| printable(name)));
    while let Some(row) = rows.next()? {
        let mut cells = Vec::with_capacity(columns.len());
        for column in 0..columns.len() {
            cells.push(match row.get_ref(column)? {
                ValueRef::Null => "NULL".to_owned(),
                value => printable(&plain(value)),
            });
        }
        table.add_row(cells);
    }
    writeln!(output, "{table}")?;
    let n_rows = table.row_count();
    Ok(writeln!(output, "{n_rows} {}", if n_rows == 1 { "row" } else { "rows" })?)
}

fn write_csv(output: &mut dyn Write, columns: &[String], rows: &mut Rows<'_>) -> Result<(), RowError> {
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(columns)?;
    while let Some(row) = rows.next()? {
        for column in 0..columns.len() {
            writer.write_field(plain(row.get_ref(column)?))?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
}

fn write_json(output: &mut dyn Write, columns: &[String], rows: &mut Rows<'_>) -> Result<(), RowError> {
    write!(output, "[")?;
    let mut separator = "\n";
    while let Some(row) = rows.next()? {
        let mut object = serde_json::Map::new();
        for (column, name) in columns.iter().enumerate() {
            object.insert(name.clone(), json_of(row.get_ref(column)?));
        }
        write!(output, "{separator}  {}", Value::Object(object))?;
        separator = ",\n";
    }
    Ok(writeln!(output, "{}]", if separator == "\n" { "" } else { "\n" })?)
}

/// A value as text; NULL is empty, bytes are hexadecimal.
fn plain(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(int) => int.to_string(),
        ValueRef::Real(real) => real.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

fn json_of(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(int) => int.into(),
        ValueRef::Real(real) => real.into(),
        value => plain(value).into(),
    }
}
