//! Claims about a file and its rows to differences.
//!
//! Facts name only some columns, so a row may be like several facts. Facts and rows are therefore paired so that as
//! many facts as possible get a row of their own; only what is left over is a difference.

use super::annotations::read_annotations;
use super::{Claim, ClaimKind, Claims, ColumnPair, Difference, Expected, Source, What, line_column};
use crate::segment::facts::{Cell, RowRef, Rows};
use crate::syntax::pass::line_starts;
use aud_rules_plan::{Column, RuleHead, Table, TableId};

/// What rows mean.
#[derive(Clone, Copy)]
pub struct Schema<'s> {
    /// The tables, as rows number them.
    pub tables: &'s [Table],
    /// The rules, as rows number them; a row whose rule is none of them was made by an unknown one.
    pub rules: &'s [RuleHead],
}

/// Holds the annotations of a Python file against its rows.
pub fn check_file(source: Source<'_>, schema: Schema<'_>, rows: &Rows) -> Vec<Difference> {
    compare(source, schema, &read_annotations(source.text, schema.tables), rows)
}

/// Holds claims against the rows of the same file. Differences come in the order of lines.
pub fn compare(source: Source<'_>, schema: Schema<'_>, claims: &Claims, rows: &Rows) -> Vec<Difference> {
    let comparison = Comparison { source, starts: line_starts(source.text), schema };
    let mut differences: Vec<Difference> = claims
        .malformed
        .iter()
        .map(|malformed| {
            let what = What::Malformed { message: malformed.message.clone(), help: malformed.help.clone() };
            comparison.difference(malformed.line, what, None)
        })
        .collect();
    for &table in &claims.closed {
        let rows: Vec<RowRef<'_>> = rows.iter().filter(|row| row.table() == table).collect();
        let claims: Vec<&Claim> = claims.claims.iter().filter(|claim| claim.table == table).collect();
        comparison.table(table, &claims, &rows, &mut differences);
    }
    differences.sort_by_key(|difference| difference.line);
    differences
}

/// Claims that there are these rows and no others, of any of the tables.
pub(super) fn claims_of_rows(tables: &[Table], rows: &Rows) -> Claims {
    let claim = |row: RowRef<'_>| {
        let columns = tables[row.table().index()].columns.iter();
        let cells = columns.zip(row.cells()).map(|(column, cell)| Expected::of(cell, column.ty)).enumerate().collect();
        Claim { kind: ClaimKind::Fact, table: row.table(), cells, line: 0 }
    };
    let claims = rows.iter().map(claim).collect();
    Claims { claims, malformed: Vec::new(), closed: (0..tables.len()).map(TableId::at).collect() }
}

struct Comparison<'c> {
    source: Source<'c>,
    starts: Vec<u32>,
    schema: Schema<'c>,
}

impl Comparison<'_> {
    /// Compares one closed table.
    fn table(&self, table: TableId, claims: &[&Claim], rows: &[RowRef<'_>], out: &mut Vec<Difference>) {
        let facts: Vec<&Claim> = claims.iter().copied().filter(|claim| claim.kind == ClaimKind::Fact).collect();
        let owners = pair(&facts, rows);
        let mut is_told = vec![false; rows.len()];
        for &claim in claims {
            let what = match claim.kind {
                ClaimKind::Fact => continue,
                ClaimKind::NoFact => What::Forbidden,
                ClaimKind::MissingFact => What::Stale,
            };
            for (&row, is_told) in rows.iter().zip(&mut is_told).filter(|(row, _)| claim.is_like(**row)) {
                *is_told = true;
                out.push(self.row_difference(what.clone(), table, row, self.line_of(table, row)));
            }
        }
        let is_left = |index: &usize| owners[*index].is_none() && !is_told[*index];
        let mut left: Vec<usize> = (0..rows.len()).filter(is_left).collect();
        for (index, &fact) in facts.iter().enumerate() {
            if owners.contains(&Some(index)) {
                continue;
            }
            match self.nearest(fact, rows, &left) {
                Some(place) => out.push(self.changed(fact, rows[left.remove(place)])),
                None => out.push(self.missing(fact)),
            }
        }
        for row in left {
            out.push(self.row_difference(What::Extra, table, rows[row], self.line_of(table, rows[row])));
        }
    }

    /// Which of the rows that are `left` was most likely meant by the fact.
    fn nearest(&self, fact: &Claim, rows: &[RowRef<'_>], left: &[usize]) -> Option<usize> {
        let line_column = line_column(&self.schema.tables[fact.table.index()]);
        let scores = left.iter().map(|&index| {
            let equal = fact.cells.iter().filter(|(column, expected)| expected.is_like(rows[index].cell(*column)));
            let is_same_line = equal.clone().any(|(column, _)| Some(*column) == line_column);
            (is_same_line, equal.count())
        });
        let (place, (is_same_line, n_equal)) =
            scores.enumerate().max_by_key(|&(place, score)| (score, std::cmp::Reverse(place)))?;
        (is_same_line || n_equal * 2 > fact.cells.len()).then_some(place)
    }

    fn changed(&self, fact: &Claim, row: RowRef<'_>) -> Difference {
        let mut difference = self.row_difference(What::Changed, fact.table, row, fact.line);
        let defs = &self.schema.tables[fact.table.index()].columns;
        for (column, expected) in &fact.cells {
            if let Some(pair) = difference.columns.iter_mut().find(|pair| pair.column == defs[*column].name) {
                pair.expected = Some(expected.to_string());
                pair.is_different = !expected.is_like(row.cell(*column));
            }
        }
        difference
    }

    fn missing(&self, fact: &Claim) -> Difference {
        let mut difference = self.difference(fact.line, What::Missing, Some(fact.table));
        let defs = &self.schema.tables[fact.table.index()].columns;
        let pair = |(column, expected): &(usize, Expected)| ColumnPair {
            column: defs[*column].name.clone(),
            expected: Some(expected.to_string()),
            actual: None,
            is_different: false,
        };
        difference.columns = fact.cells.iter().map(pair).collect();
        difference
    }

    fn row_difference(&self, what: What, table: TableId, row: RowRef<'_>, line: u32) -> Difference {
        let mut difference = self.difference(line, what, Some(table));
        difference.rule = self.schema.rules.get(row.rule().index()).map(|rule| rule.name.clone());
        let pair = |(column, cell): (&Column, Cell<'_>)| ColumnPair {
            column: column.name.clone(),
            expected: None,
            actual: Some(Expected::of(cell, column.ty).to_string()),
            is_different: false,
        };
        difference.columns = self.schema.tables[table.index()].columns.iter().zip(row.cells()).map(pair).collect();
        difference
    }

    fn difference(&self, line: u32, what: What, table: Option<TableId>) -> Difference {
        Difference {
            file: self.source.path.to_owned(),
            line,
            source: self.line_text(line).to_owned(),
            what,
            table: table.map(|table| self.schema.tables[table.index()].name.clone()),
            rule: None,
            columns: Vec::new(),
        }
    }

    fn line_of(&self, table: TableId, row: RowRef<'_>) -> u32 {
        match line_column(&self.schema.tables[table.index()]).map(|column| row.cell(column)) {
            Some(Cell::Int(line)) => u32::try_from(line).unwrap_or(0),
            _ => 0,
        }
    }

    fn line_text(&self, line: u32) -> &str {
        let Some(&start) = self.starts.get((line as usize).wrapping_sub(1)) else { return "" };
        let end = self.starts.get(line as usize).map_or(self.source.text.len(), |&end| end as usize);
        self.source.text[start as usize..end].trim_end()
    }
}

/// Gives each row the fact that it belongs to, so that as many facts as possible have a row.
fn pair(facts: &[&Claim], rows: &[RowRef<'_>]) -> Vec<Option<usize>> {
    let alike: Vec<Vec<usize>> =
        facts.iter().map(|fact| (0..rows.len()).filter(|&row| fact.is_like(rows[row])).collect()).collect();
    let mut owners = vec![None; rows.len()];
    for fact in 0..facts.len() {
        let mut is_seen = vec![false; rows.len()];
        find_row(fact, &alike, &mut owners, &mut is_seen);
    }
    owners
}

/// Finds a row for the fact, where need be by finding another row for the fact that has it.
fn find_row(fact: usize, alike: &[Vec<usize>], owners: &mut [Option<usize>], is_seen: &mut [bool]) -> bool {
    for &row in &alike[fact] {
        if std::mem::replace(&mut is_seen[row], true) {
            continue;
        }
        let is_free = owners[row].is_none_or(|owner| find_row(owner, alike, owners, is_seen));
        if is_free {
            owners[row] = Some(fact);
            return true;
        }
    }
    false
}
