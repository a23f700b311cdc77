//! Segments that are read when they are asked for.

use super::IndexError;
use crate::modules::{ModuleId, ModuleMap};
use crate::segment::bytes::SegmentBytes;
use crate::segment::interface::ModuleInterface;
use crate::segment::store::{Extent, SegmentReader, SegmentWriter};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// One that reads interfaces, and one that reads graphs.
///
/// # Errors
///
/// When the file of segments can not be opened.
pub(super) fn readers(segments: &SegmentWriter) -> Result<[SegmentReader; 2], IndexError> {
    let open = || segments.reader().map_err(IndexError::Segments);
    Ok([open()?, open()?])
}

/// Reads the interfaces of modules when they are asked for.
pub(super) struct Loader<'l> {
    pub(super) extents: &'l [Extent],
    pub(super) reader: Mutex<SegmentReader>,
    pub(super) modules: &'l ModuleMap,
    /// A segment was not what was written.
    pub(super) is_damaged: &'l AtomicBool,
}

impl Loader<'_> {
    /// The interface of a module; none when it could not be examined.
    pub(super) fn load(&self, module: ModuleId) -> Option<ModuleInterface> {
        let mut bytes = Vec::new();
        let extent = self.extents[module.0 as usize];
        let is_whole = self.reader.lock().unwrap_or_else(PoisonError::into_inner).read(extent, &mut bytes);
        let parts = SegmentBytes::of(&bytes).ok().filter(|_| is_whole);
        match parts.map(|parts| parts.interface(self.modules)) {
            Some(Ok(interface)) => interface,
            _ => {
                self.is_damaged.store(true, Ordering::Relaxed);
                None
            }
        }
    }
}
