//! What bodies tell each other: one cell for each place that several of them read or write. Sets in cells only grow, and
//! whoever has read a cell is looked at again when it does.

use rustc_hash::FxHashMap;

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

/// What a cell holds, and who wants to know more of it.
#[derive(Debug)]
struct Content {
    set: Set,
    /// Bodies that have read it since it grew last; one may stand there more than once.
    readers: Vec<BodyRef>,
}

/// All cells.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// Where the content of a cell stands, of those that were read or added to.
    places: FxHashMap<Cell, u32>,
    contents: Vec<Content>,
    /// Bodies that have to be looked at again.
    dirty: std::collections::BTreeSet<BodyRef>,
}

impl Cells {
    fn content(&mut self, cell: Cell) -> &mut Content {
        let place = *self.places.entry(cell).or_insert_with(|| {
            self.contents.push(Content { set: Set::NONE, readers: Vec::new() });
            self.contents.len() as u32 - 1
        });
        &mut self.contents[place as usize]
    }

    /// What the cell holds; `reader` is looked at again when that grows.
    pub(super) fn read(&mut self, cell: Cell, reader: BodyRef) -> Set {
        let content = self.content(cell);
        if content.readers.last() != Some(&reader) {
            content.readers.push(reader);
        }
        content.set
    }

    /// What the cell holds.
    pub(super) fn peek(&self, cell: Cell) -> Set {
        self.places.get(&cell).map_or(Set::NONE, |&place| self.contents[place as usize].set)
    }

    /// Adds to what the cell holds.
    pub(super) fn add(&mut self, cell: Cell, set: Set, store: &mut Store) {
        if set == Set::NONE {
            return;
        }
        let content = self.content(cell);
        let grown = store.union(content.set, set);
        if grown != content.set {
            content.set = grown;
            // Whoever is looked at again reads it again, if it still wants to know.
            let readers = std::mem::take(&mut content.readers);
            self.dirty.extend(readers);
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
