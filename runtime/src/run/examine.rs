//! From one file, and what is recorded of it, to its segment: the one of the run before when it still holds.

use super::changes::Change;
use super::extract::Extractor;
use super::inventory::Inventory;
use super::work::Freshness;
use crate::input::stamp::FileStamp;
use crate::input::text::Source;
use crate::modules::ModuleId;
use crate::rules::examine::Engine;
use crate::segment::Segment;
use crate::segment::bytes::{SegmentBytes, to_bytes};
use crate::segment::learned::Learned;
use crate::segment::record::FileRecord;
use crate::segment::store::SegmentReader;

/// What examining a file gives.
pub(super) struct Outcome {
    /// What is known of the file; where its segment will stand is not, when there are bytes.
    pub(super) record: FileRecord,
    pub(super) freshness: Freshness,
    /// A segment to be appended.
    pub(super) bytes: Option<Vec<u8>>,
}

/// A thread's means to examine files.
pub(super) struct Examiner<'w> {
    inventory: &'w Inventory<'w>,
    extractor: Extractor<'w>,
    /// Segments of the run before; without them every file is examined.
    reader: Option<SegmentReader>,
    bytes: Vec<u8>,
}

impl<'w> Examiner<'w> {
    pub(super) fn new(inventory: &'w Inventory<'w>, engine: &'w Engine<'w>) -> Self {
        let extractor = Extractor::new(engine, &inventory.limits);
        Examiner { inventory, extractor, reader: inventory.before.reader().ok().flatten(), bytes: Vec::new() }
    }

    /// Examines the file at that place of the list, if that is necessary.
    pub(super) fn examine(&mut self, at: usize) -> Outcome {
        let file = &self.inventory.discovery.files[at];
        let (change, stamp) = self.inventory.changes.files[at];
        let module = ModuleId(at as u32);
        if let Some(before) = self.inventory.before.files.get(&file.path)
            && matches!(change, Change::Keep | Change::Same)
            && let Some(outcome) = self.reuse(module, before, stamp)
        {
            return outcome;
        }
        let source = self.extractor.read(file);
        self.extract(module, source, stamp, &Learned::NOTHING)
    }

    /// Examines the file at that place of the list once more, with what others tell of its values. None when it is not any
    /// more what it was when it was examined first, which `before` tells of: the next run will see to it.
    pub(super) fn examine_again(&mut self, at: usize, before: &FileRecord, learned: &Learned) -> Option<Outcome> {
        let source = self.extractor.read(&self.inventory.discovery.files[at]);
        let is_same = source.sha256 == before.sha256;
        is_same.then(|| self.extract(ModuleId(at as u32), source, before.stamp, learned))
    }

    fn extract(&mut self, module: ModuleId, source: Source, stamp: Option<FileStamp>, learned: &Learned) -> Outcome {
        let file = &self.inventory.discovery.files[module.0 as usize];
        let segment = self.extractor.extract(&file.path, source, module, learned);
        let mut record = record_of(&segment, stamp);
        record.learned = learned.fingerprint();
        let bytes = to_bytes(segment, &self.inventory.modules);
        record.interface_hash = SegmentBytes::of(&bytes).map_or(0, |parts| parts.interface_hash());
        Outcome { record, freshness: Freshness::Examined, bytes: Some(bytes) }
    }

    /// The segment of the run before, when the module list still answers its questions alike.
    fn reuse(&mut self, module: ModuleId, before: &FileRecord, stamp: Option<FileStamp>) -> Option<Outcome> {
        let record = FileRecord { stamp, ..before.clone() };
        let freshness = if record == *before { Freshness::Known } else { Freshness::Reused };
        if !self.inventory.is_anew && !self.inventory.changes.list_changed() {
            return Some(Outcome { record, freshness, bytes: None });
        }
        let is_whole = self.reader.as_mut()?.read(before.extent, &mut self.bytes);
        let head = SegmentBytes::of(&self.bytes).ok().filter(|_| is_whole)?.head().ok()?;
        let modules = &self.inventory.modules;
        let holds = head.row.module == modules.name(module)
            && head.asked.iter().all(|(question, answer)| modules.answers_alike(module, question, *answer));
        holds.then(|| Outcome { record, freshness, bytes: self.inventory.is_anew.then(|| self.bytes.clone()) })
    }
}

fn record_of(segment: &Segment, stamp: Option<FileStamp>) -> FileRecord {
    let row = &segment.head.row;
    FileRecord {
        stamp,
        sha256: row.sha256.clone(),
        category: row.category,
        n_lines: row.n_lines.unwrap_or(0),
        n_bytes: row.size.unwrap_or(0),
        effort: segment.head.effort.clone(),
        ..FileRecord::default()
    }
}
