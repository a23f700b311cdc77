//! One run: from the files of today and what the run before left to an up-to-date database.

use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use aud_rules_plan::{RuleHead, Target};
use rustc_hash::FxHashSet;

use super::again::examine_again;
use super::before::Before;
use super::changes::Change;
use super::examine::{Examiner, Outcome};
use super::find::{self, Finder};
use super::inventory::Inventory;
use super::load::{Loader, readers};
use super::relate::{self, GraphLoader, relations};
use super::settle::{Settled, SettledFile, Settler};
use super::summary::Tally;
use super::{IndexError, Indexer, Stage, Summary, ordered};
use crate::input::discover::{Discovery, PathError};
use crate::modules::ModuleId;
use crate::output::sqlite::{Claim, Contents, Session, Store, StoreError};
use crate::project::Project;
use crate::project::values::known::LibraryNames;
use crate::project::values::{Asked, Values};
use crate::resolve::KnownNames;
use crate::rules::examine::Engine;
use crate::segment::learned::Learned;
use crate::segment::record::{FileRecord, PathHash, RunRecord, SettledRecord};
use crate::segment::store::{Extent, SegmentReader, SegmentWriter};

/// A run over the files of a project.
pub(super) struct Work<'r> {
    pub(super) indexer: &'r Indexer<'r>,
    pub(super) inventory: Inventory<'r>,
    claim: &'r Claim,
    start: Instant,
    /// Problems are looked for: somebody asks for that, or did before.
    finds: bool,
}

/// What is known of a file while the run goes on.
#[derive(Debug)]
pub(super) struct FileState {
    pub(super) record: FileRecord,
    pub(super) freshness: Freshness,
}

/// How a file of today compares with what the database has of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Freshness {
    /// Its record is the one in the database.
    Known,
    /// Its segment is the one of the run before, and something else of its record is new.
    Reused,
    /// It was examined in this run.
    Examined,
}

impl<'r> Work<'r> {
    pub(super) fn begin(
        indexer: &'r Indexer<'r>,
        discovery: &'r Discovery,
        claim: &'r Claim,
        before: Before,
        start: Instant,
    ) -> Result<Self, IndexError> {
        let finds = indexer.finds || before.run.as_ref().is_some_and(|run| run.has_findings);
        let inventory = Inventory::take(indexer, discovery, claim, before)?;
        Ok(Work { indexer, inventory, claim, start, finds })
    }

    /// Brings the database up to date, in place where that pays.
    pub(super) fn finish(mut self, contents: Contents<'_>) -> Result<Summary, IndexError> {
        if !self.inventory.is_anew
            && let Some(store) = Store::open(self.claim, contents)?
        {
            match self.update(store) {
                // No place for a new file between its neighbours.
                Err(IndexError::Store(StoreError::NoRoom)) => {}
                done => return done,
            }
        }
        self.inventory.is_anew = true;
        self.write_anew(contents)
    }

    fn update(&self, store: Store<'_>) -> Result<Summary, IndexError> {
        let run = self.inventory.before.run.as_ref().ok_or(IndexError::Damaged)?;
        let appended = SegmentWriter::append(&self.inventory.before.segments, &run.segments, run.segments_len);
        let mut segments = appended.map_err(IndexError::Segments)?.ok_or(IndexError::Damaged)?;
        let files = self.examine(&mut segments)?;
        let session = store.begin()?;
        let summary = self.write(files, &mut segments, session)?;
        store.publish()?;
        Ok(summary)
    }

    fn write_anew(&self, contents: Contents<'_>) -> Result<Summary, IndexError> {
        let store = Store::create(self.claim, contents)?;
        let temporary = self.claim.temporary().map_err(IndexError::Segments)?;
        let mut segments = SegmentWriter::create(temporary.path()).map_err(IndexError::Segments)?;
        let files = self.examine(&mut segments)?;
        let session = store.begin()?;
        let summary = self.write(files, &mut segments, session)?;
        drop(segments);
        // First the segments: a process that dies in between leaves an old database that does not know them, so that the
        // next run examines every file again.
        temporary.persist(&self.inventory.before.segments).map_err(|error| IndexError::Segments(error.error))?;
        store.publish()?;
        Ok(summary)
    }

    /// Examines every file whose segment is not known; the segments are appended.
    fn examine(&self, segments: &mut SegmentWriter) -> Result<Vec<FileState>, IndexError> {
        let files = &self.inventory.discovery.files;
        let looks_at_all = self.inventory.is_anew || self.inventory.changes.list_changed();
        let tasks: Vec<usize> =
            (0..files.len()).filter(|&at| looks_at_all || self.inventory.changes.files[at].0 != Change::Keep).collect();
        let known = |at: usize| self.inventory.before.files.get(&files[at].path).cloned().unwrap_or_default();
        let mut states: Vec<FileState> =
            (0..files.len()).map(|at| FileState { record: known(at), freshness: Freshness::Known }).collect();
        self.indexer.progress.begin(Stage::Examine, tasks.len());
        let inventory = &self.inventory;
        let known = self.library_names();
        let engine = self.engine(&known);
        ordered::in_order(
            tasks.len(),
            self.indexer.jobs,
            || Examiner::new(inventory, &engine),
            |examiner, task| examiner.examine(tasks[task]),
            |task, Outcome { mut record, freshness, bytes }| {
                if let Some(bytes) = bytes {
                    record.extent = segments.push(&bytes).map_err(IndexError::Segments)?;
                }
                // What the database has of it, until what is there now is compared with that.
                record.relations = states[tasks[task]].record.relations;
                states[tasks[task]] = FileState { record, freshness };
                self.indexer.progress.step();
                Ok::<(), IndexError>(())
            },
        )?;
        segments.flush().map_err(IndexError::Segments)?;
        Ok(states)
    }

    /// Settles the files whose rows are not known, and writes what is new.
    fn write(
        &self,
        mut files: Vec<FileState>,
        segments: &mut SegmentWriter,
        mut session: Session<'_>,
    ) -> Result<Summary, IndexError> {
        let Inventory { discovery, before, changes, is_anew, .. } = &self.inventory;
        let mut tally = Tally::new(self.indexer, discovery);
        let targets = match &before.run {
            // Nothing is asked of any file again: of those that were read, the bytes are the same.
            Some(run)
                if !is_anew
                    && !changes.list_changed()
                    && files.iter().all(|state| state.freshness != Freshness::Examined)
                    && run.has_findings == self.finds =>
            {
                run.targets
            }
            _ => {
                session.place(discovery.files.iter().map(|file| file.path.as_str()))?;
                changes.removed.iter().try_for_each(|path| session.remove_file(path).map(drop))?;
                self.settle(&mut files, segments, &mut session, &mut tally)?
            }
        };
        self.indexer.progress.begin(Stage::Publish, 0);
        self.write_records(&files, segments, targets, &mut session)?;
        self.end(&files, tally, session)
    }

    /// Links the files, writes down what calls reach, examines again the files that have to be told something, and settles
    /// those whose rows are not known; what the names of rules lead to, as a hash.
    fn settle(
        &self,
        files: &mut [FileState],
        segments: &mut SegmentWriter,
        session: &mut Session<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<u64, IndexError> {
        let linking = Instant::now();
        // A file that is examined again has the same interface and graph.
        let extents: Vec<Extent> = files.iter().map(|state| state.record.extent).collect();
        let readers = readers(segments)?;
        let (targets, settled) = self.linked(&extents, readers, |linked, known| {
            let targets = linked.project.targets_hash();
            tally.timings.link += linking.elapsed();
            let learned = self.relate(files, linked, session, tally)?;
            if !learned.is_empty() {
                examine_again(files, &learned, &self.inventory, &self.engine(known), self.indexer.jobs, segments)?;
            }
            let settled = self.settle_rows(files, targets, linked, segments, session, tally)?;
            self.find(files, linked, segments, session, tally)?;
            Ok((targets, settled))
        })?;
        for (at, record) in settled {
            files[at].record.settled = record;
            files[at].freshness = files[at].freshness.touched();
        }
        Ok(targets)
    }

    /// Links the files, whose segments lie there, and works with what that gives.
    pub(super) fn linked<R>(
        &self,
        extents: &[Extent],
        readers: [SegmentReader; 2],
        work: impl FnOnce(&Linked<'_, '_>, &LibraryNames<'_>) -> Result<R, IndexError>,
    ) -> Result<R, IndexError> {
        let (matcher, modules) = (self.indexer.matcher, &self.inventory.modules);
        let [of_loader, of_graphs] = readers;
        let is_damaged = AtomicBool::new(false);
        let loader = Loader { extents, reader: Mutex::new(of_loader), modules, is_damaged: &is_damaged };
        let load = |module| loader.load(module);
        let known = self.library_names();
        let project = Project::lazy(modules, &load, &matcher.constants()).with_known(&known);
        let graphs = GraphLoader::new(extents, modules, of_graphs);
        let values = Mutex::new(Values::of(&graphs, self.indexer.libraries, &project, modules));
        let done = work(&Linked { project: &project, graphs: &graphs, values: &values }, &known)?;
        drop(values);
        drop(graphs);
        drop(project);
        if is_damaged.into_inner() { Err(IndexError::Damaged) } else { Ok(done) }
    }

    /// The segments and records as the run before left them.
    pub(super) fn as_left(&self) -> Result<(SegmentWriter, Vec<FileState>), IndexError> {
        let before = &self.inventory.before;
        let run = before.run.as_ref().ok_or(IndexError::Damaged)?;
        let segments = SegmentWriter::append(&before.segments, &run.segments, run.segments_len);
        let segments = segments.map_err(IndexError::Segments)?.ok_or(IndexError::Damaged)?;
        let known = |path: &str| before.files.get(path).cloned().ok_or(IndexError::Damaged);
        let files = self
            .inventory
            .discovery
            .files
            .iter()
            .map(|file| Ok(FileState { record: known(&file.path)?, freshness: Freshness::Known }));
        let files = files.collect::<Result<Vec<_>, IndexError>>()?;
        Ok((segments, files))
    }

    /// Settles the files whose rows are not known; how, by their places.
    fn settle_rows(
        &self,
        files: &[FileState],
        targets: u64,
        linked: &Linked<'_, '_>,
        segments: &SegmentWriter,
        session: &mut Session<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<Vec<(usize, SettledRecord)>, IndexError> {
        let (matcher, modules, is_anew) = (self.indexer.matcher, &self.inventory.modules, self.inventory.is_anew);
        let tasks = self.to_settle(files, targets);
        self.indexer.progress.begin(Stage::Settle, tasks.len());
        let mut records: Vec<(usize, SettledRecord)> = Vec::new();
        ordered::in_order(
            tasks.len(),
            self.indexer.jobs,
            || Settler::new(matcher, modules, linked.project, linked.values, segments),
            |settler, task| {
                let FileState { record, freshness } = &files[tasks[task]];
                let is_written = !is_anew && *freshness != Freshness::Examined;
                settler.settle(ModuleId(tasks[task] as u32), record.extent, is_written.then_some(&record.settled))
            },
            |task, result| {
                let at = tasks[task];
                match result? {
                    Settled::AsBefore(read) if read == files[at].record.settled.read => {}
                    Settled::AsBefore(read) => {
                        records.push((at, SettledRecord { read, ..files[at].record.settled.clone() }));
                    }
                    Settled::Anew(file) => {
                        let SettledFile { row, errors, rows, kept, record, time } = *file;
                        let writing = Instant::now();
                        session.replace_file(&row, &errors, kept.iter().map(|&index| rows.get(index)))?;
                        tally.timings.write += writing.elapsed();
                        tally.timings.link += time;
                        records.push((at, record));
                    }
                }
                self.indexer.progress.step();
                Ok::<(), IndexError>(())
            },
        )?;
        Ok(records)
    }

    /// Writes down the calls and classes of each file where they are others than in the database. What files have to be told
    /// of their values is returned, where it is something else than they were told when they were examined.
    fn relate(
        &self,
        files: &mut [FileState],
        linked: &Linked<'_, '_>,
        session: &mut Session<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<Vec<(usize, Learned)>, IndexError> {
        let start = Instant::now();
        let asked = Asked::of(linked.project.constants());
        let mut values = linked.values.lock().unwrap_or_else(PoisonError::into_inner);
        let mut told = Vec::new();
        for (at, (file, state)) in self.inventory.discovery.files.iter().zip(files).enumerate() {
            let module = ModuleId(at as u32);
            let relations = relations(&mut values, module, linked.graphs, &self.inventory.modules);
            let hash = relate::hash_of(&relations);
            if self.inventory.is_anew || state.record.relations != hash {
                session.set_relations(&file.path, &relations)?;
                state.record.relations = hash;
                state.freshness = state.freshness.touched();
            }
            let of_file = values.file(module);
            let learned = values.learned(&of_file, &asked);
            if learned.fingerprint() != state.record.learned {
                told.push((at, learned));
            }
        }
        tally.timings.link += start.elapsed();
        Ok(told)
    }

    fn library_names(&self) -> LibraryNames<'r> {
        LibraryNames::of(self.indexer.libraries).with_possible(self.inventory.named.possible.clone())
    }

    fn engine<'k>(&'k self, known: &'k dyn KnownNames) -> Engine<'k> {
        Engine::new(self.indexer.matcher, self.indexer.enabled, &self.inventory.modules).with_known(known)
    }

    /// Finds what the problems of the rules are about, when that is asked for.
    fn find(
        &self,
        files: &[FileState],
        linked: &Linked<'_, '_>,
        segments: &SegmentWriter,
        session: &mut Session<'_>,
        tally: &mut Tally<'_>,
    ) -> Result<(), IndexError> {
        let (matcher, modules) = (self.indexer.matcher, &self.inventory.modules);
        let declared = matcher.declared();
        if declared.problems.is_empty() || !self.finds {
            return Ok(());
        }
        let start = Instant::now();
        let mut settler = Settler::new(matcher, modules, linked.project, linked.values, segments);
        let said = find::said(files, &mut settler)?;
        let problem_of = |rule: &RuleHead| match rule.target {
            Target::Problem(problem) => Some(problem.index()),
            _ => None,
        };
        let finder = Finder {
            discovery: self.inventory.discovery,
            modules,
            limits: &self.inventory.limits,
            problems: &declared.problems,
            kinds: declared.kinds.iter().map(|kind| kind.name.as_str()).collect(),
            problem_of_rule: declared.rules.iter().map(problem_of).collect(),
        };
        finder.find(said, linked, session)?;
        tally.timings.link += start.elapsed();
        Ok(())
    }

    /// Files whose rows are not in the database, or whose rows may be others now.
    fn to_settle(&self, files: &[FileState], targets: u64) -> Vec<usize> {
        let all_may_change = self.inventory.changes.list_changed()
            || self.inventory.before.run.as_ref().is_none_or(|run| run.targets != targets);
        let mut changed: FxHashSet<PathHash> =
            self.inventory.changes.removed.iter().map(|path| PathHash::of(path)).collect();
        for (file, state) in self.inventory.discovery.files.iter().zip(files) {
            let before = self.inventory.before.files.get(&file.path).map(|record| record.interface_hash);
            if before != Some(state.record.interface_hash) {
                changed.insert(PathHash::of(&file.path));
            }
        }
        // What values can be hangs on the bodies of functions too.
        let values_may_change = !self.inventory.changes.removed.is_empty()
            || files.iter().any(|state| state.freshness == Freshness::Examined);
        let may_change = |state: &FileState| {
            let settled = &state.record.settled;
            let reads_changed = || settled.read.iter().any(|module| changed.contains(module));
            (settled.asks_values && values_may_change)
                || (settled.answers.is_some() && (all_may_change || reads_changed()))
        };
        let must_settle =
            |state: &FileState| self.inventory.is_anew || state.freshness == Freshness::Examined || may_change(state);
        (0..files.len()).filter(|&at| must_settle(&files[at])).collect()
    }

    fn write_records(
        &self,
        files: &[FileState],
        segments: &SegmentWriter,
        targets: u64,
        session: &mut Session<'_>,
    ) -> Result<(), IndexError> {
        for (file, state) in self.inventory.discovery.files.iter().zip(files) {
            if self.inventory.is_anew || state.freshness != Freshness::Known {
                session.set_record(&file.path, &state.record, state.freshness != Freshness::Examined)?;
            }
        }
        let run = RunRecord {
            segments: segments.name().text(),
            segments_len: segments.len(),
            path_errors: hash_of(&self.inventory.discovery.errors),
            targets,
            mentions: self.inventory.named.packages.clone(),
            has_findings: self.finds,
        };
        if self.inventory.before.run.as_ref().is_none_or(|before| before.path_errors != run.path_errors) {
            let errors: Vec<_> = self.inventory.discovery.errors.iter().map(|e| (e.path.as_str(), &e.error)).collect();
            session.set_path_errors(&errors)?;
        }
        if self.inventory.is_anew || self.inventory.before.run.as_ref() != Some(&run) {
            session.set_run_record(&run)?;
        }
        Ok(())
    }

    /// Adds the measures, when anything changed, and ends the transaction.
    fn end(&self, files: &[FileState], mut tally: Tally<'_>, mut session: Session<'_>) -> Result<Summary, IndexError> {
        let publishing = Instant::now();
        files.iter().for_each(|state| tally.add(&state.record, state.freshness == Freshness::Examined));
        tally.errors = session.errors()?;
        if session.is_changed() {
            session.set_metrics(tally.summarize(self.claim.path(), self.start.elapsed()).metrics())?;
            session.commit()?;
        }
        tally.timings.publish = publishing.elapsed();
        Ok(tally.summarize(self.claim.path(), self.start.elapsed()))
    }
}

/// The linked files of a project.
pub(super) struct Linked<'l, 'v> {
    pub(super) project: &'l Project<'l>,
    pub(super) graphs: &'l GraphLoader<'l>,
    pub(super) values: &'l Mutex<Values<'v>>,
}

impl Freshness {
    /// That of a file of which something else is recorded now.
    fn touched(self) -> Freshness {
        if self == Freshness::Known { Freshness::Reused } else { self }
    }
}

/// Changes when what could not be looked at changes.
fn hash_of(errors: &[PathError]) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    for PathError { path, error } in errors {
        path.hash(&mut hasher);
        error.hash(&mut hasher);
    }
    hasher.finish()
}
