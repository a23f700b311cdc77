//! What bodies tell each other: one cell for each place that several of them read or write. Sets in cells only grow, and
//! whoever has read a cell is looked at again when it does.

use rustc_hash::{FxHashMap, FxHashSet};

use super::objects::{Atom, BodyRef, Set, Site, Store};

/// A place that several bodies read or write.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Cell {
    /// What the function returns.
    Returned(BodyRef),
    /// What the generator function yields.
    Yielded(BodyRef),
    /// What arrives at a parameter, by its place.
    Parameter(BodyRef, u32),
    /// What a name of a module, class or function holds.
    Name(BodyRef, Atom),
    /// What an attribute of the instances of a class holds.
    Attribute(BodyRef, Atom),
    /// What a base of a class is, by its place.
    Base(BodyRef, u32),
    /// What a container holds under a constant key.
    Entry(Site, Atom),
    /// What a container holds under any other key.
    Entries(Site),
}

/// All cells.
#[derive(Debug, Default)]
pub(super) struct Cells {
    sets: FxHashMap<Cell, Set>,
    readers: FxHashMap<Cell, FxHashSet<BodyRef>>,
    /// Bodies that have to be looked at again.
    dirty: std::collections::BTreeSet<BodyRef>,
}

impl Cells {
    /// What the cell holds; `reader` is looked at again when that grows.
    pub(super) fn read(&mut self, cell: Cell, reader: BodyRef) -> Set {
        self.readers.entry(cell).or_default().insert(reader);
        self.peek(cell)
    }

    /// What the cell holds.
    pub(super) fn peek(&self, cell: Cell) -> Set {
        self.sets.get(&cell).copied().unwrap_or(Set::NONE)
    }

    /// Adds to what the cell holds.
    pub(super) fn add(&mut self, cell: Cell, set: Set, store: &mut Store) {
        if set == Set::NONE {
            return;
        }
        let held = self.sets.entry(cell).or_insert(Set::NONE);
        let grown = store.union(*held, set);
        if grown != *held {
            *held = grown;
            self.dirty.extend(self.readers.get(&cell).into_iter().flatten());
        }
    }

    /// The body has to be looked at.
    pub(super) fn enqueue(&mut self, body: BodyRef) {
        self.dirty.insert(body);
    }

    /// The next body that has to be looked at, in the order of modules and bodies from `after` on.
    pub(super) fn next_after(&mut self, after: Option<BodyRef>) -> Option<BodyRef> {
        let next = after.and_then(|after| self.dirty.range(after..).next().copied());
        let next = next.or_else(|| self.dirty.first().copied())?;
        self.dirty.remove(&next);
        Some(next)
    }
}
