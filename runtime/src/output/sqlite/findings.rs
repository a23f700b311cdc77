//! From findings and their flows to the database.

use rusqlite::{Row, params};

use super::{Session, StoreError};
use crate::syntax::tree::Range;

/// A row of `findings`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FindingRow {
    /// Name of the problem.
    pub problem: String,
    /// How much harm it can do.
    pub severity: &'static str,
    /// `resolved` or `assumed`.
    pub certainty: &'static str,
    /// What is wrong.
    pub message: String,
    /// Path of the file.
    pub file: String,
    /// Where in it.
    pub range: Range,
    /// Qualified name of what encloses it.
    pub scope: String,
    /// Number of its flow.
    pub flow: Option<i64>,
    /// What it is known by when lines move.
    pub fingerprint: String,
}

/// A row of `flows`, without its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlowRow {
    /// Kind of the data.
    pub source_kind: String,
    /// Kind of the sink.
    pub sink_kind: String,
    /// `resolved` or `assumed`.
    pub certainty: &'static str,
    /// What arrives is made of the data.
    pub is_derived: bool,
    /// Number of other sources whose data arrives there.
    pub n_others: u32,
}

/// A row of `flow_steps`, without its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlowStepRow {
    /// Path of the file.
    pub file: String,
    /// Where in it.
    pub range: Range,
    /// What happens.
    pub what: &'static str,
}

impl Session<'_> {
    /// Writes down what was found instead of what was found before. Flows are numbered from 1 in their order.
    ///
    /// # Errors
    ///
    /// When SQLite refuses it.
    pub fn set_findings(
        &mut self,
        findings: &[FindingRow],
        flows: &[(FlowRow, Vec<FlowStepRow>)],
    ) -> Result<(), StoreError> {
        let doing = || StoreError::sqlite("writing the findings");
        self.is_changed = true;
        self.transaction
            .execute_batch("DELETE FROM findings; DELETE FROM flows; DELETE FROM flow_steps")
            .map_err(doing())?;
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO findings VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
            .map_err(doing())?;
        for finding in findings {
            let (start, end) = (finding.range.start, finding.range.end);
            let values = params![
                finding.problem,
                finding.severity,
                finding.certainty,
                finding.message,
                finding.file,
                start.line,
                start.column,
                end.line,
                end.column,
                finding.scope,
                finding.flow,
                finding.fingerprint
            ];
            insert.execute(values).map_err(doing())?;
        }
        let flow_sql = "INSERT INTO flows VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let step_sql = "INSERT INTO flow_steps VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let mut insert_flow = self.transaction.prepare_cached(flow_sql).map_err(doing())?;
        let mut insert_step = self.transaction.prepare_cached(step_sql).map_err(doing())?;
        for (id, (flow, steps)) in (1i64..).zip(flows) {
            let n_steps = i64::try_from(steps.len()).unwrap_or(i64::MAX);
            let values =
                params![id, flow.source_kind, flow.sink_kind, flow.certainty, flow.is_derived, n_steps, flow.n_others];
            insert_flow.execute(values).map_err(doing())?;
            for (number, step) in (0i64..).zip(steps) {
                let (start, end) = (step.range.start, step.range.end);
                let values = params![id, number, step.file, start.line, start.column, end.line, end.column, step.what];
                insert_step.execute(values).map_err(doing())?;
            }
        }
        Ok(())
    }

    /// Gives `take` each row of a query over what is written so far, with the names of its columns.
    ///
    /// # Errors
    ///
    /// When SQLite refuses the query, or `take` a row.
    pub fn query(
        &self,
        sql: &str,
        take: &mut dyn FnMut(&Row<'_>, &[String]) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let doing = || StoreError::sqlite("asking for the findings of a problem");
        let mut statement = self.transaction.prepare(sql).map_err(doing())?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([]).map_err(doing())?;
        while let Some(row) = rows.next().map_err(doing())? {
            take(row, &columns).map_err(doing())?;
        }
        Ok(())
    }
}
