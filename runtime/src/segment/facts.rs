//! Rows as data: what one file gives, without a tree behind it.
//!
//! Texts of all rows lie in one string and cells in one vector, so that a row costs no allocation of its own.

use crate::input::errors::{ErrorStage, FileError};
use crate::segment::open::{DeferredRow, Freezer, OwnedQuestion};
use crate::syntax::tree::Range;
use crate::value::Value;
use aud_rules_plan::{ColumnType, RuleId, Table, TableId};

/// A cell of a row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cell<'a> {
    /// NULL.
    Null,
    /// A whole number or a truth value.
    Int(i64),
    /// A floating-point number.
    Real(f64),
    /// Text or JSON.
    Text(&'a str),
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Stored {
    Null,
    Int(i64),
    Real(f64),
    Text { start: u32, end: u32 },
}

/// What made an effect: a rule, at a piece of syntax.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// The rule.
    pub rule: RuleId,
    /// Where the node lies that the rule matched.
    pub range: Range,
}

impl From<RuleId> for Match {
    /// A match of that rule at a place that nobody tells.
    fn from(rule: RuleId) -> Self {
        Match { rule, range: Range::default() }
    }
}

#[derive(Clone, Copy, Debug)]
struct Head {
    table: TableId,
    of: Match,
    first: u32,
    n_cells: u32,
}

/// Rows in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    text: String,
    cells: Vec<Stored>,
    heads: Vec<Head>,
}

/// A row of [`Rows`].
#[derive(Clone, Copy)]
pub struct RowRef<'a> {
    rows: &'a Rows,
    head: Head,
}

impl Rows {
    /// Adds a row.
    pub fn push<'a>(&mut self, table: TableId, of: impl Into<Match>, cells: impl IntoIterator<Item = Cell<'a>>) {
        let first = self.cells.len();
        for cell in cells {
            self.push_cell(cell);
        }
        self.end_row(table, of.into(), first);
    }

    fn push_cell(&mut self, cell: Cell<'_>) {
        let stored = match cell {
            Cell::Null => Stored::Null,
            Cell::Int(int) => Stored::Int(int),
            Cell::Real(real) => Stored::Real(real),
            Cell::Text(text) => {
                let start = self.text.len() as u32;
                self.text.push_str(text);
                Stored::Text { start, end: self.text.len() as u32 }
            }
        };
        self.cells.push(stored);
    }

    fn end_row(&mut self, table: TableId, of: Match, first: usize) {
        let n_cells = (self.cells.len() - first) as u32;
        self.heads.push(Head { table, of, first: first as u32, n_cells });
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// There is no row.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The row at that place.
    pub fn get(&self, index: usize) -> RowRef<'_> {
        RowRef { rows: self, head: self.heads[index] }
    }

    /// All rows in order.
    pub fn iter(&self) -> impl Iterator<Item = RowRef<'_>> {
        self.heads.iter().map(|&head| RowRef { rows: self, head })
    }
}

impl<'a> RowRef<'a> {
    /// Its table.
    pub fn table(&self) -> TableId {
        self.head.table
    }

    /// The rule that made it.
    pub fn rule(&self) -> RuleId {
        self.head.of.rule
    }

    /// The rule that made it, and where.
    pub fn made_by(&self) -> Match {
        self.head.of
    }

    /// The cell of that column; `line` is column 0.
    pub fn cell(&self, column: usize) -> Cell<'a> {
        match self.rows.cells[self.head.first as usize + column] {
            Stored::Null => Cell::Null,
            Stored::Int(int) => Cell::Int(int),
            Stored::Real(real) => Cell::Real(real),
            Stored::Text { start, end } => Cell::Text(&self.rows.text[start as usize..end as usize]),
        }
    }

    /// Its cells in the order of the table's columns.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        let row = *self;
        (0..self.head.n_cells as usize).map(move |column| row.cell(column))
    }
}

/// Takes the rows of a file while its rules run.
pub struct FactSink<'t> {
    tables: &'t [Table],
    rule_tables: &'t [TableId],
    /// Rows that are decided.
    pub rows: Rows,
    /// Rows that wait for the project stage, each with the number of decided rows before it.
    pub deferred: Vec<(usize, DeferredRow)>,
    /// What the rows that wait ask the project, each question once.
    questions: Freezer<'t>,
    /// Rows that their table could not take.
    pub errors: Vec<FileError>,
    /// How often each rule was given a node.
    pub candidates: Vec<u64>,
}

impl<'t> FactSink<'t> {
    /// An empty sink; `rule_tables` holds the table of each rule.
    pub fn new(tables: &'t [Table], rule_tables: &'t [TableId]) -> Self {
        FactSink {
            tables,
            rule_tables,
            rows: Rows::default(),
            deferred: Vec::new(),
            questions: Freezer::default(),
            errors: Vec::new(),
            candidates: vec![0; rule_tables.len()],
        }
    }

    /// What the rows that wait ask the project: they refer to it by place.
    pub fn questions(&self) -> Vec<OwnedQuestion> {
        self.questions.questions()
    }

    pub(crate) fn count_candidate(&mut self, rule: RuleId) {
        self.candidates[rule.index()] += 1;
    }

    /// Takes a row: decided when neither a guard nor a cell is open. `false` when its table refuses it.
    pub(crate) fn emit(&mut self, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> bool {
        let table = self.rule_tables[of.rule.index()];
        if !guards.is_empty() || cells.iter().any(|&cell| crate::value::ops::is_open(cell)) {
            let row = self.questions.freeze_row(table, of, guards, cells);
            self.deferred.push((self.rows.len(), row));
            return true;
        }
        match push_decided(&mut self.rows, &self.tables[table.index()], table, of, cells) {
            Ok(()) => true,
            Err(error) => {
                self.errors.push(error);
                false
            }
        }
    }
}

/// Adds a row of decided values, or says which column could not take its value.
pub(crate) fn push_decided(
    rows: &mut Rows,
    def: &Table,
    table: TableId,
    of: Match,
    cells: &[Value<'_>],
) -> Result<(), FileError> {
    let (first, n_text) = (rows.cells.len(), rows.text.len());
    for (column, &value) in def.columns.iter().zip(cells) {
        let is_taken = match (column.ty, value) {
            (_, Value::None) if column.is_optional => {
                rows.push_cell(Cell::Null);
                true
            }
            (ColumnType::Json, value) if !value.is_none() => match crate::value::json::to_json(value) {
                Some(json) => {
                    rows.push_cell(Cell::Text(&json));
                    true
                }
                None => false,
            },
            (ColumnType::Text, Value::Text(text)) => {
                rows.push_cell(Cell::Text(text));
                true
            }
            (ColumnType::Int, Value::Int(int)) => {
                rows.push_cell(Cell::Int(int));
                true
            }
            (ColumnType::Real, Value::Real(real)) => {
                rows.push_cell(Cell::Real(real));
                true
            }
            (ColumnType::Real, Value::Int(int)) => {
                rows.push_cell(Cell::Real(int as f64));
                true
            }
            (ColumnType::Bool, Value::Bool(bool)) => {
                rows.push_cell(Cell::Int(bool.into()));
                true
            }
            _ => false,
        };
        if !is_taken {
            rows.cells.truncate(first);
            rows.text.truncate(n_text);
            let found = crate::value::ops::type_name(value);
            return Err(FileError {
                stage: ErrorStage::Rule,
                line: Some(of.range.start.line),
                end_line: None,
                column: None,
                message: format!("no row of `{}`: its column `{}` can not hold {found}", def.name, column.name),
            });
        }
    }
    rows.end_row(table, of, first);
    Ok(())
}
