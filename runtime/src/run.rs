//! The driver: from found files and a matcher to a database and a summary.
//!
//! Worker threads examine the files. When the last one is in, the project is linked and the rows left open are decided; the
//! calling thread is the writer and takes what each file gives in path order, so that the database does not depend on the
//! number of threads. What goes wrong with one file is an error row of that file.

mod ordered;
mod per_file;
mod summaries;
mod summary;

use std::io;
use std::path::Path;
use std::time::Instant;

use bumpalo::Bump;
use per_file::{Decided, FileFacts, Worker, decide};
pub use summaries::summaries;
use summary::Tally;
pub use summary::{ErrorLine, RuleCount, Summary, TableCount, Timings};

use crate::input::discover::Discovery;
use crate::input::errors::FileError;
use crate::input::text::Limits;
use crate::modules::{ModuleId, ModuleMap};
use crate::output::sqlite::{Claim, Contents, FileRow, Session, Store, StoreError};
use crate::project::Project;
use crate::rules::examine::Engine;
use crate::rules::matcher::Matcher;
use crate::rules::matcher::RuleSet;
use crate::segment::facts::Rows;

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

impl Indexer<'_> {
    /// Indexes the files into a new database at `database`, which replaces an old one when it is complete.
    ///
    /// # Errors
    ///
    /// When the database can not be written: before any file is read, if that can be known. An old one stays as it was.
    pub fn run(&self, discovery: &Discovery, database: &Path) -> Result<Summary, IndexError> {
        let start = Instant::now();
        let claim = Claim::take(database, |_| {})?;
        let contents = Contents { matcher: self.matcher, enabled: self.enabled, rules_hash: "" };
        let store = Store::create(&claim, contents)?;
        let mut tally = Tally::new(self.matcher, discovery, self.jobs);
        let mut session = store.begin()?;
        self.load(discovery, &mut session, &mut tally)?;
        self.progress.begin(Stage::Publish, 0);
        let publishing = Instant::now();
        tally.sort_errors();
        session.set_path_errors(&discovery.errors.iter().map(|e| (e.path.as_str(), &e.error)).collect::<Vec<_>>())?;
        session.set_metrics(tally.summarize(database, start.elapsed()).metrics())?;
        session.commit()?;
        store.publish()?;
        tally.timings.publish = publishing.elapsed();
        Ok(tally.summarize(database, start.elapsed()))
    }

    fn load(&self, discovery: &Discovery, session: &mut Session<'_>, tally: &mut Tally<'_>) -> Result<(), IndexError> {
        let modules = ModuleMap::new(discovery.files.iter().map(|file| file.path.clone()));
        session.place(discovery.files.iter().map(|file| file.path.as_str()))?;
        let mut facts = self.examine_all(discovery, &modules, tally)?;
        let linking = Instant::now();
        let summaries = facts.iter_mut().filter_map(|facts| facts.summary.take()).collect();
        let project = Project::new(&modules, summaries, &self.matcher.constants());
        tally.timings.link += linking.elapsed();
        self.decide_all(&project, facts, session, tally)
    }

    /// Examines every file.
    fn examine_all(
        &self,
        discovery: &Discovery,
        modules: &ModuleMap,
        tally: &mut Tally<'_>,
    ) -> Result<Vec<FileFacts>, IndexError> {
        let files = &discovery.files;
        self.progress.begin(Stage::Examine, files.len());
        let engine = Engine::new(self.matcher, self.enabled, modules);
        let limits = &self.limits;
        let mut all = Vec::with_capacity(files.len());
        ordered::in_order(
            files.len(),
            self.jobs,
            || Worker::new(&engine, limits),
            |worker, at| worker.examine(&files[at], ModuleId(at as u32)),
            |_, facts: FileFacts| {
                tally.add_effort(&facts.effort);
                all.push(facts);
                self.progress.step();
                Ok::<(), IndexError>(())
            },
        )?;
        Ok(all)
    }

    /// Decides the rows that waited for other files, and writes what each file gives.
    fn decide_all(
        &self,
        project: &Project<'_>,
        facts: Vec<FileFacts>,
        session: &mut Session<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<(), IndexError> {
        self.progress.begin(Stage::Link, facts.len());
        let (tables, rules) = (self.matcher.tables(), self.matcher.rules());
        ordered::in_order(
            facts.len(),
            self.jobs,
            Bump::new,
            |arena, at| facts[at].open.as_ref().map(|open| decide(project, open, tables, rules, arena)),
            |at, decided: Option<Decided>| {
                let FileFacts { row, errors, rows, kept, .. } = &facts[at];
                let decided = decided.unwrap_or_default();
                tally.timings.link += decided.time;
                let mut errors = [errors.as_slice(), &decided.errors].concat();
                errors.sort_by_key(|error| (error.line, error.column, error.stage));
                write_file(session, tally, row, &errors, &[(rows, kept), (&decided.rows, &decided.kept)])?;
                tally.add_errors(&row.file, errors);
                tally.add_file(row.clone());
                self.progress.step();
                Ok(())
            },
        )
    }
}

fn write_file(
    session: &mut Session<'_>,
    tally: &mut Tally<'_>,
    file: &FileRow,
    errors: &[FileError],
    rows: &[(&Rows, &Vec<usize>)],
) -> Result<(), StoreError> {
    let start = Instant::now();
    let kept = rows.iter().flat_map(|(rows, kept)| kept.iter().map(|&index| rows.get(index)));
    session.replace_file(file, errors, kept)?;
    rows.iter().for_each(|(rows, kept)| tally.count_rows(rows, kept));
    tally.timings.write += start.elapsed();
    Ok(())
}
