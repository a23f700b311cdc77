//! From the summary of an index to text for people or JSON for programs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use aud_rules_plan::Table;
use aud_rules_runtime::run::{ErrorLine, Summary};
use serde_json::{Value, json};

use crate::rule_packs::{EngineLoad, Engines};
use aud_rules_codegen::diag::printable;

/// Tables that answer the first question of somebody who looks for weaknesses, most telling first.
const TELLING_TABLES: [&str; 4] = ["findings", "python_sinks", "python_routes", "symbols"];

/// Columns that a query to try shows, `file` included.
const N_SHOWN_COLUMNS: usize = 5;

/// Files with errors that the text names; the JSON has all that the summary has.
const N_NAMED_FILES: usize = 10;

/// A command that shows something of what was found. `is_elsewhere`: the database must be named.
pub(crate) fn query_to_try(summary: &Summary, tables: &[Table], is_elsewhere: bool) -> String {
    let database = if is_elsewhere { format!(" --db {}", shell_word(&summary.database)) } else { String::new() };
    let sql = match telling_table(summary, tables) {
        Some(table) => {
            let columns = table.columns.iter().map(|column| column.name.as_str());
            let columns: Vec<&str> = std::iter::once("file").chain(columns).take(N_SHOWN_COLUMNS).collect();
            format!("SELECT {} FROM {} LIMIT 10", columns.join(", "), table.name)
        }
        None if summary.n_files > 0 => "SELECT file, line_count, category FROM files LIMIT 10".to_owned(),
        None => "SELECT file, stage, message FROM extraction_errors LIMIT 10".to_owned(),
    };
    format!("aud-rules query{database} \"{sql}\"")
}

/// A table with rows: a telling one, or else the one with the most.
fn telling_table<'d>(summary: &Summary, tables: &'d [Table]) -> Option<&'d Table> {
    let filled = || tables.iter().zip(&summary.tables).filter(|(_, count)| count.n_rows > 0);
    let telling = TELLING_TABLES.iter().find_map(|name| filled().find(|(table, _)| table.name == *name));
    telling.or_else(|| filled().max_by_key(|(_, count)| count.n_rows)).map(|(table, _)| table)
}

/// The path as one word of a shell.
fn shell_word(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// What a run has to say.
pub(crate) struct Report<'r> {
    /// What it did.
    pub(crate) summary: &'r Summary,
    /// Which engine ran how many rules.
    pub(crate) engines: Engines,
    /// It says what each stage and rule cost.
    pub(crate) stats: bool,
    /// A command that shows something of what was found.
    pub(crate) query: &'r str,
}

/// Writes the summary for people.
pub(crate) fn write_text(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let Report { summary, engines, stats, query } = *report;
    let root = summary.root.display();
    let (files, lines) = (counted(summary.n_files, "file"), counted(summary.n_lines, "line"));
    writeln!(output, "Indexed {files}, {lines}, in {} under {root}", seconds(summary.elapsed))?;
    if summary.n_examined < summary.n_files {
        writeln!(output, "{} examined; the others are as in the run before", counted(summary.n_examined, "file"))?;
    }
    write_engines(output, &engines)?;
    write_tables(output, summary)?;
    write_errors(output, summary)?;
    if stats {
        write_stats(output, summary)?;
    }
    writeln!(output, "\nDatabase: {}", summary.database.display())?;
    writeln!(output, "Try: {query}")
}

/// Writes a line about a run that brought the database up to date.
pub(crate) fn write_update(output: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    let (files, errors) = (counted(summary.n_examined, "file"), counted(summary.n_errors(), "error"));
    writeln!(output, "Updated in {}: {files} examined, {} rows, {errors}", seconds(summary.elapsed), summary.n_rows())?;
    output.flush()
}

/// Says which engine ran what, when there was a choice.
fn write_engines(output: &mut dyn Write, engines: &Engines) -> io::Result<()> {
    let Engines { compiled, interpreted, n_known_files, n_edited_files } = *engines;
    if interpreted.n_files + n_known_files == 0 {
        return Ok(());
    }
    let load = |load: EngineLoad| {
        format!("{} of {}", counted(load.n_rules as u64, "rule"), counted(load.n_files as u64, "file"))
    };
    let known = match n_known_files {
        0 => String::new(),
        n => format!("; {} of --rules {} compiled in", counted(n as u64, "file"), if n == 1 { "is" } else { "are" }),
    };
    let edited = match n_edited_files {
        0 => String::new(),
        n => format!("; {} of --rules in place of compiled ones", counted(n as u64, "file")),
    };
    writeln!(output, "Rules: {} ran compiled, {} interpreted{known}{edited}", load(compiled), load(interpreted))
}

fn write_tables(output: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    writeln!(output, "\n{}", counted(summary.n_rows(), "row"))?;
    let width = summary.tables.iter().map(|table| table.table.len()).max().unwrap_or(0);
    for table in summary.tables.iter().filter(|table| table.n_rows > 0) {
        writeln!(output, "  {:width$}  {:>9}", table.table, table.n_rows)?;
    }
    let n_empty = summary.tables.iter().filter(|table| table.n_rows == 0).count();
    match n_empty {
        0 => Ok(()),
        n => writeln!(output, "  and {} without rows", counted(n as u64, "table")),
    }
}

fn write_errors(output: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    let n_errors = summary.n_errors();
    if n_errors == 0 {
        return writeln!(output, "\nNo errors");
    }
    let stages: Vec<String> = summary.error_counts.iter().map(|(stage, n)| format!("{n} {}", stage.name())).collect();
    let in_files = counted(summary.n_files_with_errors, "file");
    writeln!(output, "\n{} in {in_files} ({})", counted(n_errors, "error"), stages.join(", "))?;
    for ErrorLine { file, error, n_more } in summary.first_errors.iter().take(N_NAMED_FILES) {
        let line = error.line.map_or(String::new(), |line| format!(":{line}"));
        let more = if *n_more == 0 { String::new() } else { format!(" (and {n_more} more)") };
        let text = format!("{file}{line}: {}: {}{more}", error.stage.name(), error.message);
        writeln!(output, "  {}", printable(&text).replace('\n', " "))?;
    }
    match summary.n_files_with_errors.saturating_sub(N_NAMED_FILES as u64) {
        0 => Ok(()),
        n => writeln!(output, "  and {} more; all of them are in the table extraction_errors", counted(n, "file")),
    }
}

fn write_stats(output: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    let timings = summary.timings;
    writeln!(output, "\nCost with {}", counted(summary.jobs as u64, "thread"))?;
    writeln!(output, "  nodes in the trees  {:>12}", summary.n_nodes)?;
    writeln!(output, "  nodes visited       {:>12}", summary.n_visited)?;
    writeln!(output, "  files per second    {:>12.0}", summary.files_per_second())?;
    if let Some(bytes) = summary.peak_memory_bytes {
        writeln!(output, "  peak memory         {:>8} MiB", bytes >> 20)?;
    }
    for (stage, time) in stages_of(&timings) {
        writeln!(output, "  {stage:<18}  {:>12}", seconds(time))?;
    }
    writeln!(output, "\n  {:<40}  {:>10}  {:>10}", "rule", "candidates", "rows")?;
    for rule in summary.rules.iter().filter(|rule| rule.n_candidates > 0) {
        writeln!(output, "  {:<40}  {:>10}  {:>10}", rule.rule, rule.n_candidates, rule.n_rows)?;
    }
    Ok(())
}

/// Writes the summary for programs.
pub(crate) fn write_json(output: &mut dyn Write, report: &Report<'_>) -> io::Result<()> {
    let Report { summary, engines, stats, query } = *report;
    let rows: BTreeMap<&str, u64> = summary.tables.iter().map(|table| (&*table.table, table.n_rows)).collect();
    let stages: BTreeMap<&str, u64> = summary.error_counts.iter().map(|(stage, &n)| (stage.name(), n)).collect();
    let first_errors: Vec<Value> = summary.first_errors.iter().map(error_json).collect();
    let mut document = json!({
        "root": summary.root.to_string_lossy(),
        "database": summary.database.to_string_lossy(),
        "files": summary.n_files,
        "lines": summary.n_lines,
        "bytes": summary.n_bytes,
        "seconds": summary.elapsed.as_secs_f64(),
        "rows": rows,
        "errors": {
            "count": summary.n_errors(),
            "files": summary.n_files_with_errors,
            "stages": stages,
            "first": first_errors,
        },
        "nodes_total": summary.n_nodes,
        "nodes_visited": summary.n_visited,
        "engines": { "compiled": load_json(engines.compiled), "interpreted": load_json(engines.interpreted) },
        "query": query,
    });
    if stats {
        document["stats"] = stats_json(summary);
    }
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn load_json(load: EngineLoad) -> Value {
    json!({ "rules": load.n_rules, "files": load.n_files })
}

fn error_json(line: &ErrorLine) -> Value {
    json!({
        "file": line.file,
        "line": line.error.line,
        "stage": line.error.stage.name(),
        "message": line.error.message,
        "more": line.n_more,
    })
}

fn stats_json(summary: &Summary) -> Value {
    let seconds: BTreeMap<&str, f64> =
        stages_of(&summary.timings).into_iter().map(|(stage, time)| (stage, time.as_secs_f64())).collect();
    let rules: BTreeMap<&str, Value> = summary
        .rules
        .iter()
        .map(|rule| (&*rule.rule, json!({ "candidates": rule.n_candidates, "rows": rule.n_rows })))
        .collect();
    json!({
        "jobs": summary.jobs,
        "files_per_second": summary.files_per_second(),
        "peak_memory_bytes": summary.peak_memory_bytes,
        "seconds": seconds,
        "rules": rules,
    })
}

fn stages_of(timings: &aud_rules_runtime::run::Timings) -> [(&'static str, Duration); 5] {
    [
        ("parse", timings.parse),
        ("walk and match", timings.walk),
        ("link", timings.link),
        ("write rows", timings.write),
        ("publish", timings.publish),
    ]
}

fn counted(n: u64, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
