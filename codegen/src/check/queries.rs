//! Queries of problems: prepared as views are, over all tables and views, and held to give places.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::problems::wrong_placeholders;
use super::views::{Outcome, Preparing};
use crate::check::model::{Detection, Problem, View};
use crate::diag::{Code, Diagnostic};

/// Columns that the query of a problem must have.
const PLACE: [&str; 2] = ["file", "line"];

impl Preparing<'_> {
    /// Checks the queries of problems, when all views are there.
    pub(super) fn check_queries(&mut self, connection: &mut Connection, problems: &[Problem]) {
        self.what = "query of the problem";
        for problem in problems {
            let Detection::Query(sql, span) = &problem.detection else { continue };
            let (name, sql) = (problem.name.clone(), sql.clone());
            let query = View { name, doc: String::new(), sql, span: *span };
            match self.prepare_guarded(connection, &query) {
                Outcome::Created => self.check_columns(connection, &query, problem),
                Outcome::Failed(diagnostic) => self.diagnostics.push(diagnostic),
                Outcome::Misses(missing, error) => {
                    let misses = BTreeMap::from([(query.name.clone(), (missing, error))]);
                    self.report_missing(&[], &[query], &misses);
                }
            }
        }
    }

    /// The query has the columns of a place, and the message names only columns that it has.
    fn check_columns(&mut self, connection: &Connection, query: &View, problem: &Problem) {
        let Ok(statement) = connection.prepare(&query.sql) else { return };
        let columns: Vec<&str> = statement.column_names().collect();
        let missing: Vec<String> =
            PLACE.iter().filter(|name| !columns.contains(name)).map(|name| format!("`{name}`")).collect();
        if !missing.is_empty() {
            let message = format!("the query of the problem `{}` gives no {}", problem.name, missing.join(" and no "));
            let help = "a finding has a place: `SELECT file, line, ...`";
            self.diagnostics.push(Diagnostic::new(Code::QueryWithoutPlace, self.start_of(query), message).help(help));
        }
        for diagnostic in wrong_placeholders(&problem.message, problem.message_span, &columns) {
            self.diagnostics.push(diagnostic);
        }
    }
}
