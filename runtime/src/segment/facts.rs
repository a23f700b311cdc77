//! Rows as data: what one file gives, without a tree behind it.
//!
//! Texts of all rows lie in one string and cells in one vector, so that a row costs no allocation of its own.

use serde::{Deserialize, Serialize};

use crate::input::errors::{ErrorStage, FileError};
use crate::segment::effects::{Effects, ReportedPlace, Waiting};
use crate::segment::endpoint::FlowFact;
use crate::segment::open::{DeferredRow, Freezer};
use crate::syntax::tree::{NodeId, Range};
use crate::value::Value;
use aud_rules_plan::{Column, ColumnType, RuleId, Table, TableId};

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

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
enum Stored {
    Null,
    Int(i64),
    Real(f64),
    Text { start: u32, end: u32 },
}

/// What made an effect: a rule, at a piece of syntax.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Match {
    /// The rule.
    pub rule: RuleId,
    /// Where the node lies that the rule matched.
    pub range: Range,
    /// Something near that node was not examined.
    pub is_near_damage: bool,
}

impl From<RuleId> for Match {
    /// A match of that rule at a place that nobody tells.
    fn from(rule: RuleId) -> Self {
        Match { rule, range: Range::default(), is_near_damage: false }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Head {
    table: TableId,
    of: Match,
    first: u32,
    n_cells: u32,
}

/// Rows in the order in which they were made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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

/// Takes what the rules of a file give while they run.
pub struct FactSink<'t> {
    tables: &'t [Table],
    rule_tables: &'t [Option<TableId>],
    /// Rows that are decided.
    pub rows: Rows,
    /// Rows that wait for the project stage, each with the number of decided rows before it.
    pub deferred: Vec<(u32, DeferredRow)>,
    /// What rules say beside rows.
    pub effects: Effects<NodeId>,
    /// What the rows that wait depend on.
    pub(crate) waiting_rows: Freezer<'t>,
    /// What the effects that wait depend on.
    pub(crate) waiting_effects: Freezer<'t>,
    /// Rows that their table could not take.
    pub errors: Vec<FileError>,
    /// How often each rule was given a node.
    pub candidates: Vec<u64>,
}

impl<'t> FactSink<'t> {
    /// An empty sink; `rule_tables` holds the table of each rule that has one.
    pub fn new(tables: &'t [Table], rule_tables: &'t [Option<TableId>]) -> Self {
        FactSink {
            tables,
            rule_tables,
            rows: Rows::default(),
            deferred: Vec::new(),
            effects: Effects::default(),
            waiting_rows: Freezer::default(),
            waiting_effects: Freezer::default(),
            errors: Vec::new(),
            candidates: vec![0; rule_tables.len()],
        }
    }

    pub(crate) fn count_candidate(&mut self, rule: RuleId) {
        self.candidates[rule.index()] += 1;
    }

    /// Takes what a rule says of the flow of data.
    pub(crate) fn say(&mut self, fact: FlowFact<NodeId>, guards: &[Value<'t>]) {
        let effects = &mut self.effects;
        take(&mut self.waiting_effects, fact, guards, &mut effects.flows, &mut effects.open_flows);
    }

    /// Takes a place that a rule reports.
    pub(crate) fn report(&mut self, place: ReportedPlace, guards: &[Value<'t>]) {
        let effects = &mut self.effects;
        take(&mut self.waiting_effects, place, guards, &mut effects.reports, &mut effects.open_reports);
    }

    /// Takes a row: decided when neither a guard nor a cell is open. `false` when its table refuses it, or the rule has none.
    pub(crate) fn emit(&mut self, of: Match, guards: &[Value<'t>], cells: &[Value<'t>]) -> bool {
        let Some(table) = self.rule_tables[of.rule.index()] else { return false };
        if !guards.is_empty() || cells.iter().any(|&cell| crate::value::ops::is_open(cell)) {
            let row = self.waiting_rows.freeze_row(table, of, guards, cells);
            self.deferred.push((self.rows.len() as u32, row));
            return true;
        }
        match push_decided(&mut self.rows, &self.tables[table.index()], table, of, cells) {
            Ok(()) => true,
            Err(refusal) => {
                self.errors.extend(refusal.error(of.is_near_damage));
                false
            }
        }
    }
}

/// Puts something where it belongs: it waits when there are conditions that are open.
fn take<'t, T>(
    freezer: &mut Freezer<'t>,
    what: T,
    guards: &[Value<'t>],
    sure: &mut Vec<T>,
    waiting: &mut Vec<Waiting<T>>,
) {
    match guards {
        [] => sure.push(what),
        guards => waiting.push(Waiting { what, guards: freezer.freeze_guards(guards) }),
    }
}

/// Why a table does not take a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Refusal {
    error: FileError,
    /// A value is absent that must be there.
    is_absent: bool,
}

impl Refusal {
    /// The error of the file. Near what was not examined an absent value is no mistake of the rule: that something was not
    /// examined is an error of the file already.
    pub(crate) fn error(self, is_near_damage: bool) -> Option<FileError> {
        (!(self.is_absent && is_near_damage)).then_some(self.error)
    }
}

/// Adds a row of decided values, or says which column could not take its value.
pub(crate) fn push_decided(
    rows: &mut Rows,
    def: &Table,
    table: TableId,
    of: Match,
    cells: &[Value<'_>],
) -> Result<(), Refusal> {
    let (first, n_text) = (rows.cells.len(), rows.text.len());
    for (column, &value) in def.columns.iter().zip(cells) {
        if !push_value(rows, column, value) {
            rows.cells.truncate(first);
            rows.text.truncate(n_text);
            return Err(refusal(def, column, of.range.start.line, value));
        }
    }
    rows.end_row(table, of, first);
    Ok(())
}

fn refusal(def: &Table, column: &Column, line: u32, value: Value<'_>) -> Refusal {
    let (table, column, is_json) = (&def.name, &column.name, column.ty == ColumnType::Json);
    let (stage, why) = match value {
        value if is_json && !value.is_none() => {
            let most = crate::value::json::MAX_BYTES;
            (ErrorStage::Limit, format!("the JSON of its column `{column}` would have more than {most} bytes"))
        }
        value => {
            let found = crate::value::ops::type_name(value);
            (ErrorStage::Rule, format!("its column `{column}` can not hold {found}"))
        }
    };
    let message = format!("no row of `{table}`: {why}");
    let error = FileError { stage, line: Some(line), end_line: None, column: None, message };
    Refusal { error, is_absent: value.is_none() }
}

/// Adds a cell; `false` when its column can not hold the value.
fn push_value(rows: &mut Rows, column: &Column, value: Value<'_>) -> bool {
    let json;
    let cell = match (column.ty, value) {
        (_, Value::None) if column.is_optional => Cell::Null,
        (ColumnType::Json, value) if !value.is_none() => match crate::value::json::to_json(value) {
            Some(text) => {
                json = text;
                Cell::Text(&json)
            }
            None => return false,
        },
        (ColumnType::Text, Value::Text(text)) => Cell::Text(text),
        (ColumnType::Int, Value::Int(int)) => Cell::Int(int),
        (ColumnType::Real, Value::Real(real)) => Cell::Real(real),
        (ColumnType::Real, Value::Int(int)) => Cell::Real(int as f64),
        (ColumnType::Bool, Value::Bool(bool)) => Cell::Int(bool.into()),
        _ => return false,
    };
    rows.push_cell(cell);
    true
}
