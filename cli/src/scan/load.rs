//! From a database to the findings in it, with the ways of their data, and to the files that were indexed.

use std::collections::BTreeMap;

use aud_rules_plan::Severity;
use rusqlite::{Connection, Row};

use super::finding::{Finding, Flow, Place, Standing, Step, sort};

/// A file that was indexed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct IndexedFile {
    /// Path below the indexed root.
    pub(crate) file: String,
    /// What it is for, as the table `files` has it.
    pub(crate) category: String,
    /// Hash of its bytes; empty when they could not be read.
    pub(crate) sha256: String,
}

/// The files of the index, by path.
///
/// # Errors
///
/// When the database can not be read, or is no index.
pub(crate) fn load_files(database: &Connection) -> rusqlite::Result<Vec<IndexedFile>> {
    let mut statement = database.prepare("SELECT file, category, sha256 FROM files ORDER BY file")?;
    let rows = statement.query_map([], |row| {
        let sha256 = row.get::<_, Option<String>>(2)?.unwrap_or_default();
        Ok(IndexedFile { file: row.get(0)?, category: row.get(1)?, sha256 })
    })?;
    rows.collect()
}

/// All findings, in the order in which they are shown.
///
/// # Errors
///
/// When the database can not be read, or is no index.
pub(crate) fn load_findings(database: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let flows = load_flows(database)?;
    // Two findings may share a flow, so the way of one is copied and not moved.
    let mut statement = database.prepare(
        "SELECT file, line, \"column\", end_line, end_column, problem, severity, certainty, message, scope, flow, fingerprint \
         FROM findings",
    )?;
    let rows = statement.query_map([], |row| {
        let flow: Option<i64> = row.get("flow")?;
        Ok(Finding {
            problem: row.get("problem")?,
            severity: severity(row)?,
            is_assumed: row.get::<_, String>("certainty")? == "assumed",
            message: row.get("message")?,
            place: place(row)?,
            scope: row.get("scope")?,
            flow: flow.and_then(|flow| flows.get(&flow).cloned()),
            fingerprint: row.get("fingerprint")?,
            standing: Standing::Open,
        })
    })?;
    let mut findings = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    sort(&mut findings);
    Ok(findings)
}

fn load_flows(database: &Connection) -> rusqlite::Result<BTreeMap<i64, Flow>> {
    let mut statement = database.prepare("SELECT id, source_kind, sink_kind, is_derived FROM flows")?;
    let rows = statement.query_map([], |row| {
        let flow =
            Flow { source_kind: row.get(1)?, sink_kind: row.get(2)?, is_derived: row.get(3)?, steps: Vec::new() };
        Ok((row.get(0)?, flow))
    })?;
    let mut flows = rows.collect::<rusqlite::Result<BTreeMap<i64, Flow>>>()?;
    let mut statement = database.prepare(
        "SELECT file, line, \"column\", end_line, end_column, flow, what FROM flow_steps ORDER BY flow, step",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(flow) = flows.get_mut(&row.get("flow")?) {
            flow.steps.push(Step { place: place(row)?, what: row.get("what")? });
        }
    }
    Ok(flows)
}

/// The place in the first five columns of a row.
fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        file: row.get(0)?,
        line: row.get(1)?,
        column: row.get(2)?,
        end_line: row.get(3)?,
        end_column: row.get(4)?,
    })
}

fn severity(row: &Row<'_>) -> rusqlite::Result<Severity> {
    let word: String = row.get("severity")?;
    let known = Severity::ALL.into_iter().find(|severity| severity.word() == word);
    known.ok_or_else(|| rusqlite::Error::InvalidColumnName(format!("severity `{word}`")))
}
