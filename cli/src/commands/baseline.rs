//! `aud-rules baseline`: from paths to a file of the findings there, so that later ones are told from them.

use std::path::{Path, PathBuf};

use crate::args::BaselineArgs;
use crate::exit::{Exit, Failure};
use crate::scan::{baseline, counted};
use crate::scanning;

/// Name of the file when nothing else is said.
const DEFAULT_FILE: &str = "aud-baseline.json";

/// Runs the command.
pub(crate) fn run(args: &BaselineArgs) -> Result<Exit, Failure> {
    let outcome = scanning::scan(&args.subject, false)?;
    let configured = || outcome.found.config.baseline.as_ref().map(|at| outcome.found.located(&at.value));
    let path: PathBuf = args.output.clone().or_else(configured).unwrap_or_else(|| Path::new(DEFAULT_FILE).to_owned());
    let findings = &outcome.scanned.findings;
    scanning::write_file(&path, baseline::write(findings).as_bytes())?;
    let n_written = counted(outcome.scanned.open().count(), "finding");
    eprintln!("{n_written} written to {}", path.display());
    Ok(Exit::Done)
}
