//! What a value can be, as far as it matters which class it is of or what a call of it reaches; and small sets of these,
//! each stored once.

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::segment::graph::{BodyId, ValueId};

/// Objects that a set keeps; a value that may be more is unknown.
const MAX_OBJECTS: usize = 8;

/// Wrappers around a function that are looked through.
pub(super) const MAX_WRAPPED: usize = 4;

/// A module: of the project, by its [`crate::modules::ModuleId`], or of a library, behind those.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Unit(pub(super) u32);

/// A body of a module.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct BodyRef {
    /// The module.
    pub(super) unit: Unit,
    /// The body in it.
    pub(super) body: BodyId,
}

impl BodyRef {
    /// No body: who asks only wants to know now, and is not told when an answer grows.
    pub(super) const NOBODY: BodyRef = BodyRef { unit: Unit(u32::MAX), body: BodyId::MODULE };
}

/// A value of a module.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Site {
    /// The body.
    pub(super) at: BodyRef,
    /// The value in it.
    pub(super) value: ValueId,
}

/// A text that is stored once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Atom(pub(super) u32);

/// An object, stored once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct ObjId(u32);

/// A set of objects, stored once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Set(u32);

impl Set {
    /// No value arrives there, as far as anyone has seen.
    pub(super) const NONE: Set = Set(0);
    /// Any value.
    pub(super) const UNKNOWN: Set = Set(1);
    /// More objects than are kept.
    pub(super) const FULL: Set = Set(2);
}

/// Whether a value may be something else than the objects of its set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Extent {
    /// It is one of them, as far as anyone has seen.
    Closed,
    /// It may be something that nobody knows.
    Open,
    /// It had too many objects, which are forgotten; it takes in none again, so that sets only grow.
    Full,
}

/// What a value can be.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Obj {
    /// A module whose graph is known.
    Module(Unit),
    /// Whatever has that dotted name outside of all that is known.
    Outside(Atom),
    /// A class.
    Class(BodyRef),
    /// An instance of a class, with what stands for its type parameters.
    Instance(BodyRef, Box<[Set]>),
    /// An instance of a class that has that dotted name outside of all that is known.
    OutsideInstance(Atom),
    /// A function or lambda.
    Function(BodyRef),
    /// A function with its first argument: a method of an instance, or a class method of a class.
    Bound(BodyRef, ObjId),
    /// A method of an instance outside of all that is known, or of a container that is written out.
    Member(ObjId, Atom),
    /// A container that is written out or made by a comprehension.
    Container(Site),
    /// `functools.partial`, called there.
    Partial(Site),
    /// `super()` in a class, for that receiver.
    Super(BodyRef, ObjId),
    /// A function that a decorator of the language wraps.
    Wrapped(Wrapper, ObjId),
    /// What a call of a generator function gives.
    Generator(BodyRef),
    /// What a call of an `async` function gives.
    Coroutine(BodyRef),
    /// Something that gives these when a loop runs over it.
    Iterable(Set),
    /// A sequence of so many elements.
    Tuple(Box<[Set]>),
    /// Something that can be called and gives that; of a decorator, which gives what it got, the type parameter that says so.
    Callable(Option<ObjId>, Set),
    /// `None`.
    None,
    /// The type parameter of that name, of a class or function.
    TypeParameter(BodyRef, Atom),
}

/// A decorator that changes how a function is reached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Wrapper {
    /// `classmethod`.
    Class,
    /// `staticmethod`.
    Static,
    /// `property` and its relatives: reading the attribute calls the function.
    Property,
    /// `contextlib.contextmanager`: `with` binds what the generator yields.
    Context,
    /// What a call of such a context manager gives.
    Entered,
}

/// Objects, sets and texts, each once.
#[derive(Debug)]
pub(super) struct Store {
    objects: IndexSet<Obj, FxBuildHasher>,
    /// The set of each object alone, once somebody asked for it.
    alone: Vec<Option<Set>>,
    sets: IndexSet<(Box<[ObjId]>, Extent), FxBuildHasher>,
    unions: FxHashMap<(Set, Set), Set>,
    atoms: IndexSet<Box<str>, FxBuildHasher>,
}

impl Store {
    /// A store of the sets that have names.
    pub(super) fn new() -> Self {
        let mut store = Store {
            objects: IndexSet::default(),
            alone: Vec::new(),
            sets: IndexSet::default(),
            unions: FxHashMap::default(),
            atoms: IndexSet::default(),
        };
        for extent in [Extent::Closed, Extent::Open, Extent::Full] {
            store.stored(Vec::new(), extent);
        }
        store
    }

    /// The text as an atom.
    pub(super) fn atom(&mut self, text: &str) -> Atom {
        let known = self.atoms.get_index_of(text);
        Atom(known.unwrap_or_else(|| self.atoms.insert_full(text.into()).0) as u32)
    }

    /// The text of an atom.
    pub(super) fn text(&self, atom: Atom) -> &str {
        &self.atoms[atom.0 as usize]
    }

    /// The object, stored.
    pub(super) fn object(&mut self, object: Obj) -> ObjId {
        let (place, is_new) = self.objects.insert_full(object);
        if is_new {
            self.alone.push(None);
        }
        ObjId(place as u32)
    }

    /// A stored object.
    pub(super) fn get(&self, id: ObjId) -> &Obj {
        &self.objects[id.0 as usize]
    }

    /// The objects of a set.
    pub(super) fn members(&self, set: Set) -> &[ObjId] {
        &self.sets[set.0 as usize].0
    }

    /// The value may be something else than the objects of the set.
    pub(super) fn is_open(&self, set: Set) -> bool {
        self.sets[set.0 as usize].1 != Extent::Closed
    }

    /// The set of one object.
    pub(super) fn one(&mut self, object: Obj) -> Set {
        let id = self.object(object);
        if let Some(known) = self.alone[id.0 as usize] {
            return known;
        }
        let set = self.set(vec![id], false);
        self.alone[id.0 as usize] = Some(set);
        set
    }

    /// The set of stored objects; `is_open`: the value may be something else.
    pub(super) fn set(&mut self, members: Vec<ObjId>, is_open: bool) -> Set {
        self.stored(members, if is_open { Extent::Open } else { Extent::Closed })
    }

    fn stored(&mut self, mut members: Vec<ObjId>, mut extent: Extent) -> Set {
        members.sort_unstable();
        members.dedup();
        if members.len() > MAX_OBJECTS {
            extent = Extent::Full;
        }
        if extent == Extent::Full {
            members.clear();
        }
        Set(self.sets.insert_full((members.into_boxed_slice(), extent)).0 as u32)
    }

    /// What is in one of the two.
    pub(super) fn union(&mut self, first: Set, second: Set) -> Set {
        let key = (first.min(second), first.max(second));
        match key {
            (a, b) if a == b => return a,
            (Set::NONE, b) => return b,
            (Set::FULL, _) | (_, Set::FULL) => return Set::FULL,
            _ => {}
        }
        if let Some(&known) = self.unions.get(&key) {
            return known;
        }
        let (a, b) = (&self.sets[first.0 as usize], &self.sets[second.0 as usize]);
        let members = a.0.iter().chain(b.0.iter()).copied().collect();
        let extent = a.1.max(b.1);
        let union = self.stored(members, extent);
        self.unions.insert(key, union);
        union
    }

    /// The set with the value `None` taken out.
    pub(super) fn without_none(&mut self, set: Set) -> Set {
        let kept: Vec<ObjId> =
            self.members(set).iter().copied().filter(|&id| !matches!(self.get(id), Obj::None)).collect();
        let extent = self.sets[set.0 as usize].1;
        self.stored(kept, extent)
    }
}
