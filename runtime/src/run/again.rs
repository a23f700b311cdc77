//! From what files have to be told of their values to their second segments, which take the place of the first ones.

use super::examine::{Examiner, Outcome};
use super::inventory::Inventory;
use super::work::FileState;
use super::{IndexError, ordered};
use crate::rules::examine::Engine;
use crate::segment::learned::Learned;
use crate::segment::record::FileRecord;
use crate::segment::store::SegmentWriter;

/// Examines the files at these places again, each with what it is told; their segments are appended. A file that is not any
/// more what it was keeps the segment that it has.
///
/// # Errors
///
/// When a segment can not be written, or the system gives no thread.
pub(super) fn examine_again(
    files: &mut [FileState],
    told: &[(usize, Learned)],
    inventory: &Inventory<'_>,
    engine: &Engine<'_>,
    jobs: usize,
    segments: &mut SegmentWriter,
) -> Result<(), IndexError> {
    let records: Vec<FileRecord> = told.iter().map(|&(at, _)| files[at].record.clone()).collect();
    ordered::in_order(
        told.len(),
        jobs,
        || Examiner::new(inventory, engine),
        |examiner, task| examiner.examine_again(told[task].0, &records[task], &told[task].1),
        |task, outcome| {
            if let Some(Outcome { mut record, freshness, bytes: Some(bytes) }) = outcome {
                record.extent = segments.push(&bytes).map_err(IndexError::Segments)?;
                // What its calls reach is written down already.
                record.relations = records[task].relations;
                files[told[task].0] = FileState { record, freshness };
            }
            Ok::<(), IndexError>(())
        },
    )?;
    segments.flush().map_err(IndexError::Segments)
}
