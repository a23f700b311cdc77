//! Findings as rows, so that tests state them as they state rows: each problem is a table of its own, which no fact can name.

use rusqlite::Connection;

use super::project::ProjectRows;
use super::{Claim, ClaimKind, Claims, Expected};
use crate::segment::facts::Cell;
use aud_rules_plan::{Column, ColumnType, Problem, ProblemExample, RuleId, Table, TableId};

/// Whether findings are held against what tests state of them: only when data is followed, since nothing is found before.
/// What is stated is read and checked in any case.
pub const ARE_MADE: bool = true;

/// Columns of the table of a problem.
pub(super) const SOURCE_LINE: usize = 1;
pub(super) const SOURCE_FILE: usize = 2;

/// What the rows of a problem's findings look like.
pub(super) fn table_of(problem: &str) -> Table {
    let columns = vec![
        Column::new("line", ColumnType::Int),
        Column::new("source_line", ColumnType::Int).optional(),
        Column::new("source_file", ColumnType::Text).optional(),
    ];
    Table::new(table_name(problem), columns)
}

/// The name of that table: none that a rule file could give to one.
pub(super) fn table_name(problem: &str) -> String {
    format!("problem {problem}")
}

/// Reads the findings of a database; the table of the first problem is `first`, those of the others follow it.
pub(super) fn read(
    database: &Connection,
    problems: &[Problem],
    first: TableId,
    rows: &mut ProjectRows,
) -> rusqlite::Result<()> {
    let sql = "SELECT f.file, f.line, s.line, s.file FROM findings f
        LEFT JOIN flow_steps s ON s.flow = f.flow AND s.step = 0
        WHERE f.problem = ?1 ORDER BY f.file, f.line, s.file, s.line";
    let mut statement = database.prepare(sql)?;
    for (index, problem) in problems.iter().enumerate() {
        let table = TableId::at(first.index() + index);
        let mut found = statement.query([&problem.name])?;
        while let Some(row) = found.next()? {
            let (file, source_file): (String, Option<String>) = (row.get(0)?, row.get(3)?);
            let (line, source_line): (i64, Option<i64>) = (row.get(1)?, row.get(2)?);
            let cells = [
                Cell::Int(line),
                source_line.map_or(Cell::Null, Cell::Int),
                source_file.as_deref().map_or(Cell::Null, Cell::Text),
            ];
            // A database does not tell which rules took part.
            rows.push(&file, table, RuleId(u32::MAX), cells);
        }
    }
    Ok(())
}

/// What an example says of the findings of its problem: that there are these and no others.
pub(super) fn claims_of(example: &ProblemExample, table: TableId) -> Claims {
    let claim = |line: u32, source_line: Option<u32>| {
        let source = source_line.map(|source| (SOURCE_LINE, Expected::Int(source.into())));
        let cells = [(0, Expected::Int(line.into()))].into_iter().chain(source).collect();
        Claim { kind: ClaimKind::Fact, table, cells, line }
    };
    let claims = example.findings.iter().map(|finding| claim(finding.line, finding.source_line)).collect();
    Claims { claims, malformed: Vec::new(), closed: [table].into() }
}
