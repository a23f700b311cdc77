//! The driver: from found files and a matcher to a database and a summary.
//!
//! A run compares the files with the records of the run before ([`changes`]), examines those that are not known yet on
//! several threads ([`extract`]), links the interfaces of all files, and settles the files whose rows are not known yet
//! ([`settle`]): all of them for a new database, and for one that is changed in place only those whose own text or whose
//! answers changed. Results are taken in path order, so that nothing depends on the number of threads. What goes wrong
//! with one file is an error row of that file.

mod again;
mod before;
mod changes;
mod examine;
pub mod explain;
mod extract;
mod find;
mod interfaces;
mod inventory;
mod load;
mod mentions;
mod ordered;
mod relate;
mod settle;
mod summary;
mod work;

use std::io;
use std::path::Path;
use std::time::Instant;

use before::Before;
pub use interfaces::interfaces;
pub use summary::{ErrorLine, RuleCount, Summary, TableCount, Timings};
use work::Work;

use crate::input::discover::Discovery;
use crate::input::stamp::FileStamp;
use crate::input::text::Limits;
use crate::output::sqlite::{Blank, Claim, Contents, StoreError};
use crate::project::libraries::Libraries;
use crate::rules::matcher::{Matcher, RuleSet};

/// What a run is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Reading, parsing and matching files.
    Examine,
    /// Deciding the rows that depend on other files, and writing rows.
    Settle,
    /// Bringing the database to disk.
    Publish,
}

/// Is told how a run goes on. All calls come from the thread that runs the index.
pub trait Progress {
    /// A stage begins that will take that many steps.
    fn begin(&self, stage: Stage, n_steps: usize);

    /// One step of the stage is done.
    fn step(&self);

    /// Another run writes the database; this one waits for it.
    fn wait(&self, _holder: &str) {}
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
    /// The file of segments beside it.
    #[error("the segments beside the database can not be written: {0}")]
    Segments(io::Error),
    /// A segment is not what was written. No run ends so: everything is examined again.
    #[error("the segments beside the database are damaged")]
    Damaged,
    /// The system gives no thread.
    #[error("no thread to work on: {0}")]
    Thread(#[from] io::Error),
}

/// What is used again of the run before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reuse {
    /// Files whose time, size and number are the same are not read again.
    #[default]
    Unchanged,
    /// All files are read; those whose bytes are the same are not examined again.
    Verified,
    /// Nothing: every file is examined, and the database is made anew.
    Nothing,
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
    /// What is known of libraries.
    pub libraries: &'i Libraries,
    /// What is used again of the run before.
    pub reuse: Reuse,
    /// Is told how it goes.
    pub progress: &'i dyn Progress,
    /// Problems are looked for, also where the run before did not. Where it did, the findings are kept current in any case.
    pub finds: bool,
    /// The empty database of the same matcher, as which one begins that is read once and thrown away, as tests make them by the
    /// hundred; nothing for one that is kept.
    pub blank: Option<&'i Blank>,
}

impl Indexer<'_> {
    /// Indexes the files into the database at `database`. One that an earlier run made from the same rules is brought up
    /// to date; otherwise a new one takes its place when it is complete. A reader sees the old state or the new one.
    ///
    /// # Errors
    ///
    /// When the database can not be written: before any file is read, if that can be known. An old one stays as it was.
    pub fn run(&self, discovery: &Discovery, database: &Path) -> Result<Summary, IndexError> {
        let start = Instant::now();
        let claim = Claim::take(database, |holder| self.progress.wait(holder))?;
        let settings = self.settings(discovery);
        let contents = self.contents(&settings);
        let before = match self.reuse {
            Reuse::Nothing => Before::nothing(&claim),
            _ => Before::read(&claim, contents)?,
        };
        match Work::begin(self, discovery, &claim, before, start)?.finish(contents) {
            // A segment is not what was written: nothing of the run before is relied on.
            Err(IndexError::Damaged) => {
                Work::begin(self, discovery, &claim, Before::nothing(&claim), start)?.finish(contents)
            }
            done => done,
        }
    }

    fn contents<'c>(&'c self, settings: &'c str) -> Contents<'c> {
        Contents { matcher: self.matcher, enabled: self.enabled, settings, blank: self.blank }
    }

    /// What else than the rules decides what a file gives: the limits, the libraries, what names of modules are counted
    /// from, and the program itself. Of the program the file is asked, since two builds of one version need not do the same.
    fn settings(&self, discovery: &Discovery) -> String {
        let program = std::env::current_exe().ok().and_then(|path| FileStamp::of(&path));
        format!("{program:?} {:?} {} {:?}", self.limits, self.libraries.fingerprint(), discovery.above)
    }
}
