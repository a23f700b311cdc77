//! `aud-rules scan`: from paths to the problems in the code there.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use aud_rules_codegen::diag::Color;
use aud_rules_plan::Severity;

use crate::args::{ScanArgs, ScanFormat};
use crate::exit::{Exit, Failure, write_output};
use crate::rule_paths::color_for;
use crate::scan::baseline::{Baseline, Compared};
use crate::scan::changed::{Changed, ChangedError};
use crate::scan::config::{DEFAULT_FAIL_ON, Found};
use crate::scan::finding::Standing;
use crate::scan::format::text::Look;
use crate::scan::format::{concise, csv, github, gitlab, json, junit, sarif, text};
use crate::scan::{Scanned, counted};
use crate::scanning::{self, Outcome};

/// Runs the command.
pub(crate) fn run(args: &ScanArgs) -> Result<Exit, Failure> {
    let mut outcome = scanning::scan(&args.subject, args.since)?;
    let n_before = match &outcome.before {
        Some(before) => Some(before.leave_new(&mut outcome.scanned.findings, &outcome.files)),
        None => None,
    };
    if let Some(revision) = &args.diff {
        let changed = Changed::since(&outcome.root, revision).map_err(|error| explain(error, &outcome))?;
        outcome.scanned.findings.retain(|finding| changed.touches(finding));
    }
    let compared = load_baseline(args, &outcome.found)?.map(|baseline| baseline.mark(&mut outcome.scanned.findings));
    match &args.output {
        None => write_output(|output| Ok(write(output, args, &outcome.scanned)?))?,
        Some(path) => {
            let mut data = Vec::new();
            write(&mut data, args, &outcome.scanned).map_err(Failure::broken)?;
            scanning::write_file(path, &data)?;
        }
    }
    eprintln!("{}", summary(args, &outcome, n_before, compared));
    let configured = outcome.found.config.fail_on.as_ref().map(|at| at.value);
    Ok(outcome.exit(args.fail_on.or(configured).unwrap_or(DEFAULT_FAIL_ON)))
}

fn write(output: &mut dyn Write, args: &ScanArgs, scanned: &Scanned) -> io::Result<()> {
    match args.format {
        ScanFormat::Text => {
            let is_colored = args.output.is_none() && color_for(&io::stdout()) == Color::Always;
            text::write(output, scanned, Look { is_colored, has_paths: args.show_paths })
        }
        ScanFormat::Concise => concise::write(output, scanned),
        ScanFormat::Json => json::write(output, scanned),
        ScanFormat::Sarif => sarif::write(output, scanned),
        ScanFormat::Github => github::write(output, scanned),
        ScanFormat::Gitlab => gitlab::write(output, scanned),
        ScanFormat::Junit => junit::write(output, scanned),
        ScanFormat::Csv => csv::write(output, scanned),
    }
}

/// The baseline that is named, or configured.
fn load_baseline(args: &ScanArgs, found: &Found) -> Result<Option<Baseline>, Failure> {
    let configured = || found.config.baseline.as_ref().map(|at| found.located(&at.value));
    let Some(path): Option<PathBuf> = args.baseline.clone().or_else(configured) else { return Ok(None) };
    let shown = path.display();
    let text = fs::read_to_string(&path).map_err(|error| {
        let failure = Failure::misuse(format!("the baseline `{shown}` can not be read: {error}"));
        failure.with_help(format!("`aud-rules baseline --output {shown}` writes one"))
    })?;
    let baseline = Baseline::read(&text).map_err(|why| {
        let failure = Failure::misuse(format!("`{shown}` is no baseline: {why}"));
        failure.with_help(format!("`aud-rules baseline --output {shown}` writes one"))
    })?;
    Ok(Some(baseline))
}

fn explain(error: ChangedError, outcome: &Outcome) -> Failure {
    let root = outcome.root.display();
    match error {
        ChangedError::NoGit(why) => {
            Failure::misuse(format!("`--diff` needs the program git, which can not be run: {why}"))
        }
        ChangedError::NoRepository => {
            Failure::misuse(format!("`{root}` is in no git repository, and `--diff` needs one"))
        }
        ChangedError::NoRevision(revision) => Failure::misuse(format!("the repository has no revision `{revision}`"))
            .with_help("name a commit, a branch or a tag".to_owned()),
        ChangedError::Failed(said) => Failure::broken(format!("git can not say what changed: {said}")),
    }
}

/// A line that says how many there are, and what was left out.
fn summary(args: &ScanArgs, outcome: &Outcome, n_before: Option<usize>, compared: Option<Compared>) -> String {
    let scanned = &outcome.scanned;
    let counts = scanned.by_severity();
    let n_open: usize = counts.values().sum();
    let by_severity: Vec<String> = Severity::ALL
        .into_iter()
        .rev()
        .filter_map(|severity| Some(format!("{} {}", counts.get(&severity)?, severity.word())))
        .collect();
    let files = counted(outcome.n_files, "file");
    let mut said = match n_open {
        0 => format!("Nothing found in {files}"),
        n => format!("{} in {files}: {}", counted(n, "finding"), by_severity.join(", ")),
    };
    if let Some(revision) = &args.diff {
        said += &format!("; only what changed since {revision}");
    }
    match n_before {
        Some(n) => said += &format!("; {n} known since the last run"),
        None if args.since => said += "; there was no run before that could be compared with",
        None => {}
    }
    let n_ignored =
        scanned.findings.iter().filter(|finding| matches!(finding.standing, Standing::Ignored { .. })).count();
    if n_ignored > 0 {
        said += &format!("; {n_ignored} silenced by comments");
    }
    if let Some(Compared { n_known, n_gone }) = compared {
        said += &format!("; {n_known} in the baseline");
        if n_gone > 0 && args.diff.is_none() && !args.since {
            said += &format!(", which has {n_gone} more");
        }
    }
    if outcome.n_tests_left_out > 0 {
        said += &format!("; {} with tests left out", counted(outcome.n_tests_left_out, "file"));
    }
    said
}
