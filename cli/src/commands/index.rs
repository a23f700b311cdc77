//! `aud-rules index`: from paths to a database and a summary of what is in it.

mod watch;

use std::collections::BTreeSet;
use std::path::Path;

use aud_rules_plan::{RuleHead, TableId};
use aud_rules_runtime::input::discover::discover;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{Reuse, Summary};

use crate::args::{IndexArgs, SummaryFormat};
use crate::database;
use crate::exit::{Exit, Failure, write_output};
use crate::indexing::{Indexing, database_of};
use crate::libraries;
use crate::nearest::did_you_mean;
use crate::report::{self, Report};
use crate::rule_packs::RulePacks;

/// Runs the command.
pub(crate) fn run(args: &IndexArgs) -> Result<Exit, Failure> {
    let packs = RulePacks::load(&args.rules)?;
    let matcher = packs.matcher()?;
    let enabled = enabled_rules(&matcher, args)?;
    let limits = limits(args)?;
    let discovery = discover(&args.paths).map_err(Failure::misuse)?;
    let database = database_of(&discovery, args.db.as_deref())?;
    let libraries = libraries::load(&args.rules, args.python.as_deref(), &discovery.root)?;
    let reuse = match args {
        IndexArgs { no_cache: true, .. } => Reuse::Nothing,
        IndexArgs { verify: true, .. } => Reuse::Verified,
        _ => Reuse::Unchanged,
    };
    let indexing = Indexing {
        matcher: &matcher,
        enabled: &enabled,
        jobs: args.jobs,
        limits,
        libraries: &libraries,
        database: &database,
        finds: args.findings,
    };
    let summary = indexing.run(&discovery, reuse)?;
    write_summary(args, &summary, &packs, &matcher)?;
    if args.watch {
        watch::watch(&args.paths, &database, || {
            let summary = indexing.run(&discover(&args.paths).map_err(Failure::misuse)?, Reuse::Unchanged)?;
            write_output(|output| Ok(report::write_update(output, &summary)?))
        })?;
    }
    let is_understood = summary.n_errors() == 0;
    Ok(if args.strict && !is_understood { Exit::No } else { Exit::Done })
}

/// The rules that fill the tables and groups of `--only`; without it all rules, those on demand only with `--all`.
fn enabled_rules(matcher: &dyn Matcher, args: &IndexArgs) -> Result<RuleSet, Failure> {
    let (tables, rules) = (matcher.tables(), matcher.rules());
    let mut wanted = BTreeSet::new();
    for name in &args.only {
        let named = (0..tables.len()).filter(|&at| tables[at].name == *name || tables[at].at.domain() == name);
        let n_before = wanted.len();
        wanted.extend(named.map(TableId::at));
        if wanted.len() == n_before && !tables.iter().any(|table| table.name == *name) {
            let names = tables.iter().flat_map(|table| [table.name.as_str(), table.at.domain()]);
            let help = did_you_mean(name, names);
            let message = format!("there is no table or group of tables `{name}` that rules fill");
            return Err(Failure::misuse(message).with_help(help));
        }
    }
    let is_enabled = |rule: &RuleHead| match args.only.is_empty() {
        true => args.all || !rule.is_on_demand(),
        false => rule.table().is_some_and(|table| wanted.contains(&table)),
    };
    Ok(RuleSet::new(rules.len(), |rule| is_enabled(&rules[rule.index()])))
}

fn limits(args: &IndexArgs) -> Result<Limits, Failure> {
    if args.max_file_size > Limits::MAX_FILE_BYTES {
        let most = Limits::MAX_FILE_BYTES >> 20;
        return Err(Failure::misuse(format!("--max-file-size can not be more than {most}M")));
    }
    Ok(Limits { max_file_bytes: args.max_file_size })
}

fn write_summary(args: &IndexArgs, summary: &Summary, packs: &RulePacks, matcher: &dyn Matcher) -> Result<(), Failure> {
    let here = std::env::current_dir().ok();
    let is_found =
        here.as_deref().and_then(database::find_from).is_some_and(|found| is_same(&found, &summary.database));
    let query = report::query_to_try(summary, matcher.tables(), !is_found);
    let report = Report { summary, engines: packs.engines(), stats: args.stats, query: &query };
    write_output(|output| match args.format {
        SummaryFormat::Text => Ok(report::write_text(output, &report)?),
        SummaryFormat::Json => Ok(report::write_json(output, &report)?),
    })
}

fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
