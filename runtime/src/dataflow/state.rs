//! What is known at one point of a body: the value of each variable, and what each object certainly holds.
//!
//! States are copied at every branch, and most of one is the same as the one before. So both parts are lists in chunks
//! that copies share until one of them changes.

use std::rc::Rc;

use crate::dataflow::objects::Contents;
use crate::segment::graph::ValueId;

/// Entries of a chunk.
pub(super) const CHUNK: usize = 16;

/// A list that grows as it is written to, and whose copies share what they have in common.
#[derive(Clone, Debug)]
pub(super) struct Slots<T> {
    chunks: Vec<Rc<[T; CHUNK]>>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Slots { chunks: Vec::new() }
    }
}

impl<T: Clone + Default> Slots<T> {
    /// The entry at that place; none beyond the end.
    #[inline]
    pub(super) fn get(&self, at: u32) -> Option<&T> {
        let chunk = self.chunks.get(at as usize / CHUNK)?;
        Some(&chunk[at as usize % CHUNK])
    }

    /// Puts an entry in its place.
    pub(super) fn set(&mut self, at: u32, entry: T) {
        let chunk = at as usize / CHUNK;
        while self.chunks.len() <= chunk {
            self.chunks.push(Rc::default());
        }
        Rc::make_mut(&mut self.chunks[chunk])[at as usize % CHUNK] = entry;
    }

    /// The entry at that place, to be changed.
    pub(super) fn get_mut(&mut self, at: u32) -> &mut T {
        let chunk = at as usize / CHUNK;
        while self.chunks.len() <= chunk {
            self.chunks.push(Rc::default());
        }
        &mut Rc::make_mut(&mut self.chunks[chunk])[at as usize % CHUNK]
    }

    /// Number of chunks.
    pub(super) fn n_chunks(&self) -> usize {
        self.chunks.len()
    }

    /// Places of all entries.
    pub(super) fn places(&self) -> std::ops::Range<u32> {
        0..(self.chunks.len() * CHUNK) as u32
    }

    /// Both have the same chunk there, so that they do not differ in it.
    pub(super) fn shares(&self, other: &Self, chunk: usize) -> bool {
        match (self.chunks.get(chunk), other.chunks.get(chunk)) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

/// What is known at one point of a body.
#[derive(Clone, Debug, Default)]
pub(super) struct State<'t> {
    /// The value of each variable that certainly or possibly has one.
    pub(super) variables: Slots<Option<ValueId>>,
    /// What is known of each object.
    pub(super) objects: Slots<Option<Rc<Contents<'t>>>>,
}

impl<'t> State<'t> {
    /// The value of a variable.
    #[inline]
    pub(super) fn variable(&self, variable: u32) -> Option<ValueId> {
        self.variables.get(variable).copied().flatten()
    }

    /// What is known of an object.
    #[inline]
    pub(super) fn contents(&self, object: u32) -> Option<&Contents<'t>> {
        self.objects.get(object).and_then(|known| known.as_deref())
    }

    /// What is known of an object, to be changed.
    pub(super) fn contents_mut(&mut self, object: u32) -> &mut Contents<'t> {
        Rc::make_mut(self.objects.get_mut(object).get_or_insert_with(Rc::default))
    }

    /// Nothing is known of an object from now on.
    pub(super) fn forget(&mut self, object: u32) {
        if self.contents(object).is_some() {
            self.objects.set(object, None);
        }
    }
}
