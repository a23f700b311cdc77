//! `aud-rules fmt`: from rule files to the same files in the canonical form.

use std::fs;
use std::path::Path;

use aud_rules_codegen::diag::Diagnostics;
use aud_rules_codegen::syntax::print::format;

use crate::args::FmtArgs;
use crate::exit::{Exit, Failure, write_output};
use crate::rule_paths::{RulePaths, unusable};
use aud_rules_codegen::diag::printable;

/// Runs the command.
pub(crate) fn run(args: &FmtArgs) -> Result<Exit, Failure> {
    let RulePaths { sources, files } = RulePaths::read(&args.paths)?;
    let mut found = Diagnostics::default();
    let formatted: Vec<_> = sources.ids().map(|id| format(id, &sources, &mut found)).collect();
    if found.has_errors() {
        return Err(unusable(&found, &sources));
    }
    let mut changed = Vec::new();
    for ((id, path), text) in sources.ids().zip(&files).zip(formatted) {
        let source = sources.file(id);
        let Some(text) = text.filter(|text| *text != source.text) else { continue };
        if !args.check {
            write(path, &text)?;
        }
        changed.push(source.path.as_str());
    }
    let verb = if args.check { "has another form" } else { "formatted" };
    write_output(|output| Ok(changed.iter().try_for_each(|path| writeln!(output, "{}: {verb}", printable(path)))?))?;
    Ok(if args.check && !changed.is_empty() { Exit::No } else { Exit::Done })
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::broken(format!("`{}` can not be written: {error}", path.display())))
}
