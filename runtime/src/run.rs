//! The driver: from found files and a matcher to a database and a summary.
//!
//! Worker threads examine the files; the calling thread is the writer and takes their results in path order, so that the
//! database does not depend on the number of threads. When the last file is in, the project is linked, the rows left open
//! are decided in the same way, and the database is published. What goes wrong with one file is an error row of that
//! file.

mod ordered;
mod per_file;
mod summaries;
mod summary;

use std::io;
use std::path::Path;
use std::time::Instant;

use bumpalo::Bump;
use per_file::{Decided, FileFacts, Held, Worker, decide};
pub use summaries::summaries;
use summary::Tally;
pub use summary::{ErrorLine, RuleCount, Summary, TableCount, Timings};

use crate::input::discover::Discovery;
use crate::input::text::Limits;
use crate::modules::{ModuleId, ModuleMap};
use crate::output::sqlite::{Loader, Store, StoreError};
use crate::project::Project;
use crate::rules::examine::Engine;
use crate::rules::matcher::Matcher;
use crate::rules::matcher::RuleSet;
use crate::segment::facts::Rows;
use crate::segment::interface::ModuleSummary;

/// What a run is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Reading, parsing and matching files.
    Examine,
    /// Deciding the rows that depend on other files.
    Link,
    /// Making indexes and bringing the database to disk.
    Publish,
}

/// Is told how a run goes on. All calls come from the thread that runs the index.
pub trait Progress {
    /// A stage begins that will take that many steps.
    fn begin(&self, stage: Stage, n_steps: usize);

    /// One step of the stage is done.
    fn step(&self);
}

/// Tells nobody.
#[derive(Clone, Copy, Debug)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _: Stage, _: usize) {}

    fn step(&self) {}
}

/// Why there is no new database.
#[derive(thiserror::Error, Debug)]
pub enum IndexError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no thread.
    #[error("no thread to work on: {0}")]
    Thread(#[from] io::Error),
}

/// How files are indexed.
pub struct Indexer<'i> {
    /// The rules.
    pub matcher: &'i dyn Matcher,
    /// The rules that run; the tables of the others stay empty.
    pub enabled: &'i RuleSet,
    /// Number of worker threads.
    pub jobs: usize,
    /// What is taken on.
    pub limits: Limits,
    /// Is told how it goes.
    pub progress: &'i dyn Progress,
}

/// What the files leave for the project stage.
#[derive(Default)]
struct Waiting {
    summaries: Vec<ModuleSummary>,
    /// Rows that wait, with the index of their file.
    held: Vec<(usize, Held)>,
}

impl Indexer<'_> {
    /// Indexes the files into a new database at `database`, which replaces an old one when it is complete.
    ///
    /// # Errors
    ///
    /// When the database can not be written: before any file is read, if that can be known. An old one stays as it was.
    pub fn run(&self, discovery: &Discovery, database: &Path) -> Result<Summary, IndexError> {
        let start = Instant::now();
        let store = Store::create(database)?;
        let mut tally = Tally::new(self.matcher, discovery, self.jobs);
        let mut publishing = Instant::now();
        store.fill(self.matcher, self.enabled, |loader| {
            self.load(discovery, loader, &mut tally)?;
            self.progress.begin(Stage::Publish, 0);
            publishing = Instant::now();
            tally.write_files(loader)?;
            tally.summarize(database, start.elapsed()).write(loader)
        })?;
        store.publish()?;
        tally.timings.publish = publishing.elapsed();
        Ok(tally.summarize(database, start.elapsed()))
    }

    fn load(&self, discovery: &Discovery, loader: &mut Loader<'_>, tally: &mut Tally<'_>) -> Result<(), IndexError> {
        let modules = ModuleMap::new(discovery.files.iter().map(|file| file.path.clone()));
        let Waiting { summaries, held } = self.examine_all(discovery, &modules, loader, tally)?;
        let linking = Instant::now();
        let project = Project::new(&modules, summaries, &self.matcher.constants());
        tally.timings.link += linking.elapsed();
        self.decide_all(&project, &held, loader, tally)
    }

    /// Examines every file; what is decided is written, the rest is returned.
    fn examine_all(
        &self,
        discovery: &Discovery,
        modules: &ModuleMap,
        loader: &mut Loader<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<Waiting, IndexError> {
        let files = &discovery.files;
        self.progress.begin(Stage::Examine, files.len());
        let engine = Engine::new(self.matcher, self.enabled, modules);
        let limits = &self.limits;
        let mut waiting = Waiting::default();
        ordered::in_order(
            files.len(),
            self.jobs,
            || Worker::new(&engine, limits),
            |worker, at| worker.examine(&files[at], ModuleId(at as u32)),
            |at, facts: FileFacts| {
                let FileFacts { row, errors, rows, kept, open, summary, effort } = facts;
                write_rows(loader, tally, &row.file, &rows, &kept)?;
                tally.add_effort(&effort);
                tally.add_errors(&row.file, errors);
                tally.add_file(row);
                waiting.summaries.extend(summary);
                waiting.held.extend(open.map(|open| (at, open)));
                self.progress.step();
                Ok::<(), IndexError>(())
            },
        )?;
        Ok(waiting)
    }

    /// Decides and writes the rows that waited for other files.
    fn decide_all(
        &self,
        project: &Project<'_>,
        held: &[(usize, Held)],
        loader: &mut Loader<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<(), IndexError> {
        self.progress.begin(Stage::Link, held.len());
        let (tables, rules) = (self.matcher.tables(), self.matcher.rules());
        ordered::in_order(
            held.len(),
            self.jobs,
            Bump::new,
            |arena, at| decide(project, &held[at].1, tables, rules, arena),
            |at, decided: Decided| {
                let path = tally.path_of(held[at].0).to_owned();
                write_rows(loader, tally, &path, &decided.rows, &decided.kept)?;
                tally.timings.link += decided.time;
                tally.add_errors(&path, decided.errors);
                self.progress.step();
                Ok(())
            },
        )
    }
}

fn write_rows(
    loader: &mut Loader<'_>,
    tally: &mut Tally<'_>,
    file: &str,
    rows: &Rows,
    kept: &[usize],
) -> Result<(), StoreError> {
    let start = Instant::now();
    for &index in kept {
        loader.add_row(file, rows.get(index))?;
    }
    tally.count_rows(rows, kept);
    tally.timings.write += start.elapsed();
    Ok(())
}
