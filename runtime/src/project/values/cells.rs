//! What bodies tell each other: one cell for each place that several of them read or write. Sets in cells only grow, and
//! whoever has read a cell is looked at again when it does.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::objects::{Atom, BodyRef, Set, Site, Store};
use crate::segment::graph::ValueId;

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
    /// Nothing: whoever reads it is told when the linearization of the class is another one.
    Linearization(BodyRef),
    /// What arrives where nobody is seen to bring anything: nothing while somebody still may, anything behind that.
    Unseen,
}

/// Who wants to know more of a cell: a value of a body, or all of the body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Reader {
    body: BodyRef,
    part: Part,
}

/// The part of a body that has to be looked at again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    /// A value.
    Value(ValueId),
    /// What is done with values.
    Effects,
    /// All of it.
    Whole,
}

/// What a cell holds, and the first in the list of its readers since it grew last; one may stand there more than once.
#[derive(Clone, Copy, Debug)]
struct Content {
    set: Set,
    first: Link,
}

/// A place in the lists of readers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Link(u32);

impl Link {
    const END: Link = Link(u32::MAX);
}

/// All cells.
#[derive(Debug)]
pub(super) struct Cells {
    /// Where the content of a cell stands, of those that were read or added to.
    places: FxHashMap<Cell, u32>,
    contents: Vec<Content>,
    /// The lists of readers, each with the next of its list. A list of its own for each cell would take an allocation for most
    /// of them.
    readers: Vec<(Reader, Link)>,
    /// Places in the lists that are free.
    free: Link,
    /// What has to be looked at again.
    dirty: BTreeSet<Reader>,
    /// The part that is looked at now.
    now: Reader,
    /// Nobody is looked at again.
    is_final: bool,
}

impl Default for Cells {
    fn default() -> Self {
        let now = Reader { body: BodyRef::NOBODY, part: Part::Whole };
        Cells {
            places: FxHashMap::default(),
            contents: Vec::new(),
            readers: Vec::new(),
            free: Link::END,
            dirty: BTreeSet::new(),
            now,
            is_final: false,
        }
    }
}

/// The part of a body that was looked at before another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before(Reader);

impl Cells {
    fn content(&mut self, cell: Cell) -> &mut Content {
        let place = *self.places.entry(cell).or_insert_with(|| {
            self.contents.push(Content { set: Set::NONE, first: Link::END });
            self.contents.len() as u32 - 1
        });
        &mut self.contents[place as usize]
    }

    /// A body is looked at from now on, until that ends.
    pub(super) fn begin(&mut self, body: BodyRef) -> Before {
        Before(std::mem::replace(&mut self.now, Reader { body, part: Part::Whole }))
    }

    /// That part of the body is looked at from now on.
    pub(super) fn look_at(&mut self, part: Part) {
        self.now.part = part;
    }

    /// The other one is looked at again.
    pub(super) fn end(&mut self, before: Before) {
        self.now = before.0;
    }

    /// What the cell holds; `reader` is looked at again when that grows, and of the body that is looked at now, the part.
    pub(super) fn read(&mut self, cell: Cell, reader: BodyRef) -> Set {
        let part = if reader == self.now.body { self.now.part } else { Part::Whole };
        let reader = Reader { body: reader, part };
        let Content { set, first } = *self.content(cell);
        let is_there = first != Link::END && self.readers[first.0 as usize].0 == reader;
        if !self.is_final && reader.body != BodyRef::NOBODY && !is_there {
            let link = self.link(reader, first);
            self.content(cell).first = link;
        }
        set
    }

    /// A list with that reader before those of another one.
    fn link(&mut self, reader: Reader, next: Link) -> Link {
        let link = self.free;
        if link == Link::END {
            self.readers.push((reader, next));
            return Link(self.readers.len() as u32 - 1);
        }
        let place = &mut self.readers[link.0 as usize];
        self.free = place.1;
        *place = (reader, next);
        link
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
        if grown == content.set {
            return;
        }
        content.set = grown;
        self.tell(cell);
    }

    /// Whoever has read the cell is looked at again, and reads it again if it still wants to know.
    pub(super) fn tell(&mut self, cell: Cell) {
        let content = self.content(cell);
        let mut link = std::mem::replace(&mut content.first, Link::END);
        while link != Link::END {
            let (reader, next) = self.readers[link.0 as usize];
            self.dirty.insert(reader);
            self.readers[link.0 as usize].1 = std::mem::replace(&mut self.free, link);
            link = next;
        }
    }

    /// The body has to be looked at.
    pub(super) fn enqueue(&mut self, body: BodyRef) {
        self.dirty.insert(Reader { body, part: Part::Whole });
    }

    /// The next body that has to be looked at, in the order of modules and bodies from `after` on, and the parts of it.
    pub(super) fn next_after(&mut self, after: Option<BodyRef>) -> Option<(BodyRef, Vec<Part>)> {
        let all_of = |body| Reader { body, part: Part::Value(ValueId(0)) }..=Reader { body, part: Part::Whole };
        let next = after.and_then(|body| self.dirty.range(all_of(body).start()..).next());
        let body = next.or_else(|| self.dirty.first())?.body;
        let parts: Vec<Part> = self.dirty.range(all_of(body)).map(|reader| reader.part).collect();
        for &part in &parts {
            self.dirty.remove(&Reader { body, part });
        }
        Some((body, parts))
    }

    /// Nobody is looked at again any more.
    pub(super) fn forget_readers(&mut self) {
        self.readers = Vec::new();
        self.free = Link::END;
        self.contents.iter_mut().for_each(|content| content.first = Link::END);
        self.is_final = true;
    }
}
