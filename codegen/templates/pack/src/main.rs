//! `own-pack FOLDER DATABASE`: indexes Python with the catalogue and the pack, and says how much the pack found.

use std::env;
use std::error::Error;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::available_parallelism;

use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{Indexer, Quiet, Reuse};
use own_pack::{Pack, all_rules};

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, database] = &arguments[..] else {
        eprintln!("usage: own-pack FOLDER DATABASE");
        return ExitCode::from(2);
    };
    match index(folder, database) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("own-pack: {error}");
            ExitCode::from(3)
        }
    }
}

fn index(folder: &Path, database: &Path) -> Result<(), Box<dyn Error>> {
    let matcher = all_rules()?;
    let discovery = discover(&[folder.to_owned()])?;
    let indexer = Indexer {
        matcher: &matcher,
        enabled: &RuleSet::new(matcher.rules().len(), |_| true),
        jobs: available_parallelism().map_or(1, usize::from),
        limits: Limits::default(),
        libraries: Libraries::none(),
        reuse: Reuse::default(),
        progress: &Quiet,
        finds: true,
        blank: None,
    };
    let summary = indexer.run(&discovery, database)?;
    let mut output = stdout().lock();
    for rule in Pack.rules() {
        let Some(table) = rule.table().map(|table| &Pack.tables()[table.index()].name) else { continue };
        for count in summary.rules.iter().filter(|count| count.rule == rule.name) {
            writeln!(output, "{} -> {table}: {}", rule.name, count.n_rows)?;
        }
    }
    writeln!(output, "rows of all rules: {}", summary.n_rows())?;
    Ok(())
}
