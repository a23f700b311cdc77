//! `aud-rules index`: from paths to a database and a summary of what is in it.

mod watch;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;

use aud_rules_plan::TableId;
use aud_rules_runtime::input::discover::{Discovery, discover};
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::StoreError;
use aud_rules_runtime::rules::matcher::Matcher;
use aud_rules_runtime::rules::matcher::RuleSet;
use aud_rules_runtime::run::{IndexError, Indexer, Reuse, Summary};

use crate::args::{IndexArgs, SummaryFormat};
use crate::database;
use crate::exit::{Exit, Failure, write_output};
use crate::nearest::did_you_mean;
use crate::progress::Bar;
use crate::report::{self, Report};
use crate::rule_packs::RulePacks;

/// Runs the command.
pub(crate) fn run(args: &IndexArgs) -> Result<Exit, Failure> {
    let packs = RulePacks::load(&args.rules)?;
    let matcher = packs.matcher()?;
    let enabled = enabled_rules(&matcher, &args.only)?;
    let limits = limits(args)?;
    let discovery = discover(&args.paths).map_err(Failure::misuse)?;
    let database = match &args.db {
        Some(path) => path.clone(),
        None => database::make_default(&discovery.root).map_err(|error| {
            let root = discovery.root.display();
            Failure::broken(format!("no database can be written under `{root}`: {error}")).with_help(choose_a_place())
        })?,
    };
    let reuse = match args {
        IndexArgs { no_cache: true, .. } => Reuse::Nothing,
        IndexArgs { verify: true, .. } => Reuse::Verified,
        _ => Reuse::Unchanged,
    };
    let index = |discovery: &Discovery, reuse| {
        let progress = Bar::new();
        let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let indexer = Indexer { matcher: &matcher, enabled: &enabled, jobs, limits, reuse, progress: &progress };
        indexer.run(discovery, &database).map_err(explain)
    };
    let summary = index(&discovery, reuse)?;
    write_summary(args, &summary, &packs, &matcher)?;
    if args.watch {
        watch::watch(&args.paths, &database, || {
            let summary = index(&discover(&args.paths).map_err(Failure::misuse)?, Reuse::Unchanged)?;
            write_output(|output| Ok(report::write_update(output, &summary)?))
        })?;
    }
    let is_understood = summary.n_errors() == 0;
    Ok(if args.strict && !is_understood { Exit::No } else { Exit::Done })
}

/// The rules that fill the tables of `--only`, or all of them.
fn enabled_rules(matcher: &dyn Matcher, only: &[String]) -> Result<RuleSet, Failure> {
    let tables = matcher.tables();
    let mut wanted = BTreeSet::new();
    for name in only {
        let table = tables.iter().position(|table| table.name == *name);
        wanted.insert(table.map(TableId::at).ok_or_else(|| {
            let help = did_you_mean(name, tables.iter().map(|table| table.name.as_str()));
            Failure::misuse(format!("there is no table `{name}` that rules fill")).with_help(help)
        })?);
    }
    let rules = matcher.rules();
    Ok(RuleSet::new(rules.len(), |rule| only.is_empty() || wanted.contains(&rules[rule.index()].table)))
}

fn limits(args: &IndexArgs) -> Result<Limits, Failure> {
    if args.max_file_size > Limits::MAX_FILE_BYTES {
        let most = Limits::MAX_FILE_BYTES >> 20;
        return Err(Failure::misuse(format!("--max-file-size can not be more than {most}M")));
    }
    Ok(Limits { max_file_bytes: args.max_file_size })
}

fn explain(error: IndexError) -> Failure {
    match &error {
        IndexError::Store(StoreError::Foreign { .. }) => Failure::misuse(error),
        IndexError::Store(StoreError::Unwritable { .. }) => Failure::broken(error).with_help(choose_a_place()),
        _ => Failure::broken(error),
    }
}

fn choose_a_place() -> String {
    "choose a place for it with `--db FILE`".to_owned()
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
