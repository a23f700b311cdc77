//! From a segment to bytes without a pointer, and back, part by part.
//!
//! Modules are numbered anew in each run, so the bytes number those that the segment names by themselves and hold their
//! paths. The parts stand one behind another, so that whoever asks for the interface of a file reads none of its rows.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::effects::Said;
use super::graph::FileGraph;
use super::interface::ModuleInterface;
use super::{Facts, Head, Segment};
use crate::modules::{ModuleId, ModuleMap};

/// Bytes are no segment, though they add up: they are of another version of the program.
#[derive(thiserror::Error, Clone, Copy, PartialEq, Eq, Debug)]
#[error("these bytes are no segment of this version")]
pub struct NoSegment;

/// A part of a segment that names modules.
pub trait NamesModules {
    /// Gives `take` each module that it names, to be read or replaced.
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId));
}

/// The parts of a segment, not read yet.
#[derive(Clone, Copy, Debug)]
pub struct SegmentBytes<'b> {
    paths: &'b [u8],
    head: &'b [u8],
    interface: &'b [u8],
    facts: &'b [u8],
    said: &'b [u8],
    graph: &'b [u8],
}

/// Parts of a segment, each behind its length.
const N_PARTS: usize = 6;

/// Writes a segment down.
pub fn to_bytes(mut segment: Segment, modules: &ModuleMap) -> Vec<u8> {
    let mut paths = Paths { modules, ids: Vec::new() };
    if let Some(interface) = &mut segment.interface {
        interface.each_module(&mut |module| paths.number(module));
    }
    segment.facts.each_module(&mut |module| paths.number(module));
    segment.said.each_module(&mut |module| paths.number(module));
    segment.graph.each_module(&mut |module| paths.number(module));
    let parts: [Vec<u8>; N_PARTS] = [
        encode(&paths.ids.iter().map(|&module| modules.path(module)).collect::<Vec<_>>()),
        encode(&segment.head),
        encode(&segment.interface),
        encode(&segment.facts),
        encode(&segment.said),
        encode(&segment.graph),
    ];
    let mut bytes = Vec::with_capacity(4 * N_PARTS + parts.iter().map(Vec::len).sum::<usize>());
    parts.iter().for_each(|part| bytes.extend((part.len() as u32).to_le_bytes()));
    parts.iter().for_each(|part| bytes.extend(part));
    bytes
}

/// Numbers modules in the order in which they come.
struct Paths<'m> {
    modules: &'m ModuleMap,
    ids: Vec<ModuleId>,
}

impl Paths<'_> {
    fn number(&mut self, module: &mut ModuleId) {
        debug_assert!((module.0 as usize) < self.modules.len());
        let known = self.ids.iter().position(|id| id == module);
        let number = known.unwrap_or_else(|| {
            self.ids.push(*module);
            self.ids.len() - 1
        });
        *module = ModuleId(number as u32);
    }
}

impl<'b> SegmentBytes<'b> {
    /// The parts of a segment.
    ///
    /// # Errors
    ///
    /// When the lengths do not add up.
    pub fn of(bytes: &'b [u8]) -> Result<Self, NoSegment> {
        let (lengths, mut rest) = bytes.split_at_checked(4 * N_PARTS).ok_or(NoSegment)?;
        let mut part = |at: usize| {
            let length = u32::from_le_bytes(lengths[at..at + 4].try_into().map_err(|_| NoSegment)?);
            let (part, after) = rest.split_at_checked(length as usize).ok_or(NoSegment)?;
            rest = after;
            Ok(part)
        };
        let (paths, head, interface) = (part(0)?, part(4)?, part(8)?);
        Ok(SegmentBytes { paths, head, interface, facts: part(12)?, said: part(16)?, graph: part(20)? })
    }

    /// What the file is, its errors and what it asked.
    ///
    /// # Errors
    ///
    /// When the bytes are of another version.
    pub fn head(&self) -> Result<Head, NoSegment> {
        decode(self.head)
    }

    /// What other files may ask about it.
    ///
    /// # Errors
    ///
    /// When the bytes are of another version, or name a module that is not in `modules`.
    pub fn interface(&self, modules: &ModuleMap) -> Result<Option<ModuleInterface>, NoSegment> {
        self.with_modules(decode(self.interface)?, modules)
    }

    /// Its rows.
    ///
    /// # Errors
    ///
    /// As of [`SegmentBytes::interface`].
    pub fn facts(&self, modules: &ModuleMap) -> Result<Facts, NoSegment> {
        self.with_modules(decode(self.facts)?, modules)
    }

    /// What its rules say beside rows.
    ///
    /// # Errors
    ///
    /// As of [`SegmentBytes::interface`].
    pub fn said(&self, modules: &ModuleMap) -> Result<Said, NoSegment> {
        self.with_modules(decode(self.said)?, modules)
    }

    /// The graphs of its values.
    ///
    /// # Errors
    ///
    /// As of [`SegmentBytes::interface`].
    pub fn graph(&self, modules: &ModuleMap) -> Result<Option<FileGraph>, NoSegment> {
        self.with_modules(decode(self.graph)?, modules)
    }

    /// A number that changes when what other files may ask changes.
    pub fn interface_hash(&self) -> u64 {
        use std::hash::Hasher;
        let mut hasher = rustc_hash::FxHasher::default();
        hasher.write(self.paths);
        hasher.write(self.interface);
        hasher.finish()
    }

    fn with_modules<T: NamesModules>(&self, mut part: T, modules: &ModuleMap) -> Result<T, NoSegment> {
        let paths: Vec<String> = decode(self.paths)?;
        let ids: Vec<Option<ModuleId>> = paths.iter().map(|path| modules.at_path(path)).collect();
        let mut is_known = true;
        part.each_module(&mut |module| match ids.get(module.0 as usize) {
            Some(Some(id)) => *module = *id,
            _ => is_known = false,
        });
        if is_known { Ok(part) } else { Err(NoSegment) }
    }
}

/// A part as bytes, pressed: rows of one file say the same names again and again.
///
/// # Panics
///
/// Never: a vector takes any number of bytes, and no part of a segment refuses to be written.
fn encode(part: &impl Serialize) -> Vec<u8> {
    let plain = postcard::to_stdvec(part).expect("a vector takes what a segment holds");
    lz4_flex::compress_prepend_size(&plain)
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NoSegment> {
    let plain = lz4_flex::decompress_size_prepended(bytes).map_err(|_| NoSegment)?;
    postcard::from_bytes(&plain).map_err(|_| NoSegment)
}

impl<T: NamesModules> NamesModules for Option<T> {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        if let Some(part) = self {
            part.each_module(take);
        }
    }
}
