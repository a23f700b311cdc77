//! `aud-rules check`: from rule files to everything that is wrong with them.

use std::io::{self, Write};

use aud_rules_codegen::check::synonyms::look_for_synonyms;
use aud_rules_codegen::compile::{Compiled, compile};
use aud_rules_codegen::diag::Diagnostics;
use aud_rules_codegen::source::SourceMap;
use aud_rules_runtime::project::values::known::LibraryNames;
use serde_json::json;

use crate::args::{CheckArgs, SummaryFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::libraries::described;
use crate::rule_paths::{RulePaths, color_for};

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    let RulePaths { sources, files } = RulePaths::read_with_library(&args.paths)?;
    let libraries = described(&args.paths)?;
    let found = match compile(&sources) {
        Ok(Compiled { model, mut warnings, .. }) => {
            let names = LibraryNames::of(&libraries);
            look_for_synonyms(&model, &sources, &|name| names.defined_as(name), &mut warnings);
            warnings
        }
        Err(found) => found,
    };
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(write_text(output, &found, &sources, files.len())?),
        SummaryFormat::Json => Ok(write_json(output, &found, &sources, files.len())?),
    })?;
    Ok(if found.has_errors() { Exit::No } else { Exit::Done })
}

fn write_text(output: &mut dyn Write, found: &Diagnostics, sources: &SourceMap, n_files: usize) -> io::Result<()> {
    if !found.is_empty() {
        writeln!(output, "{}", found.render(sources, color_for(&io::stdout())))?;
    }
    let files = counted(n_files, "rule file");
    if found.is_empty() {
        return writeln!(output, "Checked {files}: nothing is wrong");
    }
    let (errors, warnings) = (counted(found.n_errors(), "error"), counted(found.n_warnings(), "warning"));
    writeln!(output, "Checked {files}: {errors}, {warnings}")
}

fn write_json(output: &mut dyn Write, found: &Diagnostics, sources: &SourceMap, n_files: usize) -> io::Result<()> {
    let document = json!({
        "files": n_files,
        "errors": found.n_errors(),
        "warnings": found.n_warnings(),
        "diagnostics": found.to_json(sources),
    });
    serde_json::to_writer_pretty(&mut *output, &document)?;
    writeln!(output)
}

fn counted(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}
