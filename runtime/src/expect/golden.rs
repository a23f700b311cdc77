//! The rows of a whole project to one JSON Lines file a table, and such files back to claims.
//!
//! A row is an object with `file` and every column of its table, in their order. The lines are sorted by file, line and
//! the other columns. A table without rows has no file.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::{Map, Value};

use super::compare::{Schema, compare};
use super::project::ProjectRows;
use super::{Claim, ClaimKind, Claims, Difference, Expected, Malformed, Source, What, line_column, nearest_names};
use crate::segment::facts::{Cell, RowRef};
use aud_rules_plan::{Column, ColumnType, Table, TableId};

/// Extension of golden files.
const EXTENSION: &str = "jsonl";

/// A project with golden files.
#[derive(Clone, Copy, Debug)]
pub struct GoldenProject<'g> {
    /// The folder that is indexed.
    pub root: &'g Path,
    /// The folder with one file a table.
    pub facts: &'g Path,
    /// Tables that have a file when they have rows; of the others only those are looked at that have one.
    pub tables: &'g BTreeSet<TableId>,
}

/// A golden file that was rewritten.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rewritten {
    /// The file; without rows it is removed.
    pub path: PathBuf,
    /// Lines that it had and has no more.
    pub removed: Vec<String>,
    /// Lines that it has now.
    pub added: Vec<String>,
}

impl GoldenProject<'_> {
    /// Holds the golden files against the rows of the project.
    pub fn check(&self, schema: Schema<'_>, rows: &ProjectRows) -> io::Result<Vec<Difference>> {
        let mut differences = self.check_names(schema.tables)?;
        let mut claims: BTreeMap<String, Claims> =
            rows.files().map(|(file, _)| (file.to_owned(), Claims::default())).collect();
        let mut unsorted = Vec::new();
        let closed = self.closed(schema.tables);
        for &table in &closed {
            let def = &schema.tables[table.index()];
            let path = self.path(def);
            let text = read_or_empty(&path)?;
            for (index, line) in text.lines().enumerate() {
                match read_row(line, table, def) {
                    Ok((file, claim)) => claims.entry(file).or_default().claims.push(claim),
                    Err(malformed) => differences.push(misread(&path, index as u32 + 1, line, malformed)),
                }
            }
            if text != render(table, def, rows) {
                unsorted.push(path);
            }
        }
        for (file, mut claims) in claims {
            claims.closed.clone_from(&closed);
            let text = read_or_empty(&self.root.join(&file))?;
            let source = Source { path: &file, text: &text };
            differences.extend(compare(source, schema, &claims, rows.of(&file)));
        }
        if differences.is_empty() {
            let message = "its rows are right, but not sorted and written as they would be";
            let help = "let the goldens be rewritten";
            let malformed = |_| Malformed { line: 0, message: message.to_owned(), help: Some(help.to_owned()) };
            differences.extend(unsorted.iter().map(|path| misread(path, 0, "", malformed(()))));
        }
        Ok(differences)
    }

    /// Writes the rows of the project as golden files; says which have changed.
    pub fn accept(&self, tables: &[Table], rows: &ProjectRows) -> io::Result<Vec<Rewritten>> {
        fs::create_dir_all(self.facts)?;
        let mut rewritten = Vec::new();
        for table in self.closed(tables) {
            let def = &tables[table.index()];
            let path = self.path(def);
            let (before, after) = (read_or_empty(&path)?, render(table, def, rows));
            if before == after {
                continue;
            }
            if after.is_empty() {
                fs::remove_file(&path)?;
            } else {
                fs::write(&path, &after)?;
            }
            let (removed, added) = (lines_without(&before, &after), lines_without(&after, &before));
            rewritten.push(Rewritten { path, removed, added });
        }
        Ok(rewritten)
    }

    /// The tables whose rows must be those of their files.
    fn closed(&self, tables: &[Table]) -> BTreeSet<TableId> {
        let ids = (0..tables.len()).map(TableId::at);
        ids.filter(|table| self.tables.contains(table) || self.path(&tables[table.index()]).exists()).collect()
    }

    fn path(&self, table: &Table) -> PathBuf {
        self.facts.join(&table.name).with_extension(EXTENSION)
    }

    /// Every golden file must be that of a table.
    fn check_names(&self, tables: &[Table]) -> io::Result<Vec<Difference>> {
        let mut differences = Vec::new();
        let mut paths: Vec<PathBuf> = match fs::read_dir(self.facts) {
            Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        paths.sort();
        for path in paths {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let is_table = path.extension().is_some_and(|extension| extension == EXTENSION)
                && tables.iter().any(|table| table.name == name);
            if !is_table {
                let help = nearest_names(&name, tables.iter().map(|table| table.name.as_str()));
                let message = format!("there is no table `{name}`");
                differences.push(misread(&path, 0, "", Malformed { line: 0, message, help }));
            }
        }
        Ok(differences)
    }
}

/// The lines of one text that the other has not; of equal lines, as many as it has more.
fn lines_without(text: &str, other: &str) -> Vec<String> {
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    other.lines().for_each(|line| *others.entry(line.to_owned()).or_default() += 1);
    let is_new = |line: &&str| match others.get_mut(*line) {
        Some(n @ 1..) => {
            *n -= 1;
            false
        }
        _ => true,
    };
    text.lines().filter(is_new).map(str::to_owned).collect()
}

fn read_or_empty(path: &Path) -> io::Result<String> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

fn misread(path: &Path, line: u32, source: &str, malformed: Malformed) -> Difference {
    Difference {
        file: path.display().to_string(),
        line,
        source: source.to_owned(),
        what: What::Malformed { message: malformed.message, help: malformed.help },
        table: None,
        rule: None,
        columns: Vec::new(),
    }
}

/// The golden text of one table.
fn render(table: TableId, def: &Table, project: &ProjectRows) -> String {
    let mut out = String::new();
    for (file, rows) in project.files() {
        let mut rows: Vec<RowRef<'_>> = rows.iter().filter(|row| row.table() == table).collect();
        let line_column = line_column(def);
        rows.sort_by(|a, b| {
            let cells = a.cells().zip(b.cells()).map(|(a, b)| order(a, b));
            let by_line = line_column.map_or(Ordering::Equal, |line| order(a.cell(line), b.cell(line)));
            cells.fold(by_line, Ordering::then)
        });
        for row in rows {
            out.push_str(&render_row(file, def, row.cells()));
            out.push('\n');
        }
    }
    out
}

/// NULL comes first, then numbers, then texts.
fn order(a: Cell<'_>, b: Cell<'_>) -> Ordering {
    let rank = |cell| match cell {
        Cell::Null => 0,
        Cell::Int(_) | Cell::Real(_) => 1,
        Cell::Text(_) => 2,
    };
    let number = |cell| match cell {
        Cell::Int(int) => int as f64,
        Cell::Real(real) => real,
        Cell::Null | Cell::Text(_) => 0.0,
    };
    match (a, b) {
        (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
        _ => rank(a).cmp(&rank(b)).then(number(a).total_cmp(&number(b))),
    }
}

fn render_row<'a>(file: &str, def: &Table, cells: impl Iterator<Item = Cell<'a>>) -> String {
    let mut row = Map::new();
    row.insert("file".to_owned(), Value::from(file));
    for (column, cell) in def.columns.iter().zip(cells) {
        let value = match Expected::of(cell, column.ty) {
            Expected::Null => Value::Null,
            Expected::Bool(bool) => Value::from(bool),
            Expected::Int(int) => Value::from(int),
            Expected::Real(real) => Value::from(real),
            Expected::Text(text) => Value::from(text),
            Expected::Json(json) => json,
        };
        row.insert(column.name.clone(), value);
    }
    Value::Object(row).to_string()
}

/// A line of a golden file: the Python file and the fact.
fn read_row(line: &str, table: TableId, def: &Table) -> Result<(String, Claim), Malformed> {
    let malformed = |message: String| Malformed { line: 0, message, help: None };
    let mut row: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| malformed(format!("this is no JSON object: {error}")))?;
    let Some(Value::String(file)) = row.remove("file") else {
        return Err(malformed("`file` is missing, or is no text".to_owned()));
    };
    let mut claim = Claim { kind: ClaimKind::Fact, table, cells: Vec::new(), line: 0 };
    for (index, column) in def.columns.iter().enumerate() {
        let value =
            row.remove(&column.name).ok_or_else(|| malformed(format!("column `{}` is missing", column.name)))?;
        let expected = read_cell(value, column).map_err(malformed)?;
        if let ("line", &Expected::Int(line)) = (column.name.as_str(), &expected) {
            claim.line = u32::try_from(line).unwrap_or(0);
        }
        claim.cells.push((index, expected));
    }
    match row.keys().next() {
        Some(name) => {
            let help = nearest_names(name, def.columns.iter().map(|column| column.name.as_str()));
            Err(Malformed { line: 0, message: format!("table `{}` has no column `{name}`", def.name), help })
        }
        None => Ok((file, claim)),
    }
}

fn read_cell(value: Value, column: &Column) -> Result<Expected, String> {
    let expected = match (value, column.ty) {
        (Value::Null, _) if column.is_optional => Expected::Null,
        (value, ColumnType::Json) => Expected::Json(value),
        (Value::Null, _) => Expected::Null,
        (Value::Bool(bool), _) => Expected::Bool(bool),
        (Value::String(text), _) => Expected::Text(text),
        (Value::Number(number), ty) => match number.as_i64() {
            Some(int) if ty != ColumnType::Real => Expected::Int(int),
            _ => Expected::Real(number.as_f64().unwrap_or(f64::NAN)),
        },
        (value @ (Value::Array(_) | Value::Object(_)), _) => Expected::Json(value),
    };
    match expected.misfit(column.ty, column.is_optional) {
        Some(reason) => Err(format!("column `{}` {reason}", column.name)),
        None => Ok(expected),
    }
}
