//! `aud-rules config`: from a path to what is configured for it, and where.

use crate::args::ConfigArgs;
use crate::exit::{Exit, Failure, write_output};
use crate::rule_packs::RulePacks;
use crate::scan::config::{Asked, items, show};
use crate::scan::problems::Problems;
use crate::scanning;
use aud_rules_runtime::rules::matcher::Matcher;

/// Runs the command.
pub(crate) fn run(args: &ConfigArgs) -> Result<Exit, Failure> {
    let found = scanning::find_config(args.config.as_deref(), &args.path)?;
    let rules: Vec<_> = items(&found.config.rules).iter().map(|at| found.located(&at.value)).collect();
    let packs = RulePacks::load(&rules)?;
    let problems = Problems::new(&packs.matcher()?.declared().problems);
    scanning::selection(&found, &Asked::default(), &problems)?;
    write_output(|output| Ok(output.write_all(show(&found).as_bytes())?))?;
    Ok(Exit::Done)
}
