//! What the run before left: records in the database, segments in the file beside it.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::IndexError;
use crate::output::sqlite::{Claim, Contents, Store};
use crate::segment::record::{FileRecord, RunRecord};
use crate::segment::store::SegmentReader;

/// What the run before left; empty when there was none that fits.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// The file of segments.
    pub(super) segments: PathBuf,
    /// What is known of each file, by path.
    pub(super) files: FxHashMap<String, FileRecord>,
    /// What is known of the run; none when there was none.
    pub(super) run: Option<RunRecord>,
}

impl Before {
    /// Reads what is recorded in the database of the claim. Empty when there is no database that the same program made
    /// from the same rules, or when its segments are gone.
    pub(super) fn read(claim: &Claim, contents: Contents<'_>) -> Result<Before, IndexError> {
        let segments = segments_path(claim.path());
        let nothing = Before { segments: segments.clone(), ..Before::default() };
        let Some(store) = Store::open(claim, contents)? else { return Ok(nothing) };
        let Some((run, files)) = store.records()? else { return Ok(nothing) };
        let reader = SegmentReader::open(&segments, &run.segments).map_err(IndexError::Segments)?;
        Ok(match reader {
            Some(_) => Before { segments, files: files.into_iter().collect(), run: Some(run) },
            None => nothing,
        })
    }

    /// As if there had been no run.
    pub(super) fn nothing(claim: &Claim) -> Before {
        Before { segments: segments_path(claim.path()), ..Before::default() }
    }

    /// A reader of the segments of the run before, when there was one.
    pub(super) fn reader(&self) -> Result<Option<SegmentReader>, IndexError> {
        match &self.run {
            Some(run) => SegmentReader::open(&self.segments, &run.segments).map_err(IndexError::Segments),
            None => Ok(None),
        }
    }
}

/// The file of segments beside a database.
pub(super) fn segments_path(database: &Path) -> PathBuf {
    database.with_extension("segments")
}
