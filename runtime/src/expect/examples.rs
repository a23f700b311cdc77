//! The examples that stand in rules to claims: a rule gives exactly the rows that its example names.

use super::compare::{Schema, compare};
use super::{Claim, ClaimKind, Claims, Difference, Expected, Malformed, Source, line_column};
use crate::output::schema::{ExampleCell, ExampleDef};
use crate::segment::facts::Rows;

/// Name of the file that an example is in.
pub const EXAMPLE_FILE: &str = "example.py";

/// Holds an example of rule number `rule` against the rows that this rule alone gives for its text.
pub fn check_example(example: &ExampleDef, rule: usize, schema: Schema<'_>, rows: &Rows) -> Vec<Difference> {
    let def = &schema.rules[rule];
    let claims = claims_of(example, def.table, schema);
    let path = format!("{}:{} ({})", def.file, example.line, def.name);
    compare(Source { path: &path, text: example.source }, schema, &claims, rows)
}

fn claims_of(example: &ExampleDef, table: usize, schema: Schema<'_>) -> Claims {
    let mut claims = Claims::default();
    claims.closed.insert(table);
    let line_column = line_column(&schema.tables[table]);
    for row in example.rows {
        let mut claim = Claim { kind: ClaimKind::Fact, table, cells: Vec::new(), line: 0 };
        for (column, cell) in *row {
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
    Ok(match *cell {
        ExampleCell::Null => Expected::Null,
        ExampleCell::Bool(bool) => Expected::Bool(bool),
        ExampleCell::Int(int) => Expected::Int(int),
        ExampleCell::Real(real) => Expected::Real(real),
        ExampleCell::Text(text) => Expected::Text(text.to_owned()),
        ExampleCell::Json(json) => {
            let parsed = serde_json::from_str(json);
            Expected::Json(parsed.map_err(|error| format!("the example's `{json}` is not JSON: {error}"))?)
        }
    })
}
