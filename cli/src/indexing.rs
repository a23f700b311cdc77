//! From files and rules to an index that is current: what `index` and `scan` do alike.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use aud_rules_runtime::input::discover::Discovery;
use aud_rules_runtime::input::text::Limits;
use aud_rules_runtime::output::sqlite::StoreError;
use aud_rules_runtime::project::libraries::Libraries;
use aud_rules_runtime::rules::matcher::{Matcher, RuleSet};
use aud_rules_runtime::run::explain::{Explained, Question};
use aud_rules_runtime::run::{IndexError, Indexer, Reuse, Summary};

use crate::database;
use crate::exit::Failure;
use crate::progress::Bar;

/// What an index is made with.
pub(crate) struct Indexing<'i> {
    /// The rules.
    pub(crate) matcher: &'i dyn Matcher,
    /// Those of them that run.
    pub(crate) enabled: &'i RuleSet,
    /// Number of threads; one for each processor when nothing is said.
    pub(crate) jobs: Option<NonZeroUsize>,
    /// What of a file is read.
    pub(crate) limits: Limits,
    /// Libraries of the project.
    pub(crate) libraries: &'i Libraries,
    /// The database.
    pub(crate) database: &'i Path,
    /// Problems are looked for.
    pub(crate) finds: bool,
}

impl Indexing<'_> {
    /// Brings the database up to date. Shows how it goes on, when somebody watches.
    pub(crate) fn run(&self, discovery: &Discovery, reuse: Reuse) -> Result<Summary, Failure> {
        self.with(reuse, |indexer| indexer.run(discovery, self.database))
    }

    /// What is told of a line, once the database is up to date; none when there is no such problem of flow, or no such file.
    pub(crate) fn explain(&self, discovery: &Discovery, question: Question<'_>) -> Result<Option<Explained>, Failure> {
        self.with(Reuse::Unchanged, |indexer| {
            indexer.run(discovery, self.database)?;
            indexer.explain(discovery, self.database, question)
        })
    }

    fn with<R>(&self, reuse: Reuse, work: impl FnOnce(&Indexer<'_>) -> Result<R, IndexError>) -> Result<R, Failure> {
        let progress = Bar::new();
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let Indexing { matcher, enabled, limits, libraries, finds, .. } = *self;
        let progress = &progress;
        work(&Indexer { matcher, enabled, jobs, limits, libraries, reuse, progress, finds, blank: None })
            .map_err(explain)
    }
}

/// The database: the given one, or that of the root.
pub(crate) fn database_of(discovery: &Discovery, given: Option<&Path>) -> Result<PathBuf, Failure> {
    match given {
        Some(path) => Ok(path.to_owned()),
        None => database::make_default(&discovery.root).map_err(|error| {
            let root = discovery.root.display();
            Failure::broken(format!("no database can be written under `{root}`: {error}")).with_help(choose_a_place())
        }),
    }
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
