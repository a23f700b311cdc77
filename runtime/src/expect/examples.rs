//! The examples that stand in rules to claims: a rule gives exactly the rows that its example names.

use super::compare::{Schema, compare};
use super::{Claim, ClaimKind, Claims, Difference, Expected, Malformed, Source, line_column};
use crate::segment::facts::Rows;
use aud_rules_plan::{Example, ExampleCell, RuleId, TableId};

/// Name of the file that an example is in.
pub const EXAMPLE_FILE: &str = "example.py";

/// Holds an example of rule number `rule` against the rows that this rule alone gives for its text.
pub fn check_example(example: &Example, rule: RuleId, schema: Schema<'_>, rows: &Rows) -> Vec<Difference> {
    let def = &schema.rules[rule.index()];
    // Only rules with a table have examples of rows.
    let Some(table) = def.table() else { return Vec::new() };
    let claims = claims_of(example, table, schema);
    let path = format!("{}:{} ({})", def.at.file, example.line, def.name);
    compare(Source { path: &path, text: &example.source }, schema, &claims, rows)
}

fn claims_of(example: &Example, table: TableId, schema: Schema<'_>) -> Claims {
    let mut claims = Claims::default();
    claims.closed.insert(table);
    let line_column = line_column(&schema.tables[table.index()]);
    for row in &example.rows {
        let mut claim = Claim { kind: ClaimKind::Fact, table, cells: Vec::new(), line: 0 };
        for (column, cell) in row {
            match expected(cell) {
                Ok(Expected::Int(line)) if Some(*column) == line_column => {
                    claim.line = u32::try_from(line).unwrap_or(0);
                    claim.cells.push((*column, Expected::Int(line)));
                }
                Ok(expected) => claim.cells.push((*column, expected)),
                Err(message) => claims.malformed.push(Malformed { line: 0, message, help: None }),
            }
        }
        claims.claims.push(claim);
    }
    claims
}

fn expected(cell: &ExampleCell) -> Result<Expected, String> {
    Ok(match cell {
        ExampleCell::Null => Expected::Null,
        ExampleCell::Bool(bool) => Expected::Bool(*bool),
        ExampleCell::Int(int) => Expected::Int(*int),
        ExampleCell::Real(real) => Expected::Real(*real),
        ExampleCell::Text(text) => Expected::Text(text.clone()),
        ExampleCell::Json(json) => {
            let parsed = serde_json::from_str(json);
            Expected::Json(parsed.map_err(|error| format!("the example's `{json}` is not JSON: {error}"))?)
        }
    })
}
