//! From a class to the order in which its members are looked for: C3 linearization, as Python has it. (K. Barrett and others:
//! A monotonic superclass linearization for Dylan, 1996.)

use std::sync::Arc;

use super::cells::Cell;
use super::objects::{Atom, BodyRef, Obj, Set};
use super::solver::Solver;

/// Classes of one linearization; those behind are not looked at.
const MAX_ANCESTORS: usize = 256;

/// Bases that are read of one class.
const MAX_BASES: u32 = 64;

/// A class in a linearization.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ancestor {
    /// A class whose body is known.
    Class(BodyRef),
    /// A class of that dotted name, outside of all that is known.
    Outside(Atom),
}

impl Ancestor {
    /// The class that an object is; none of anything else.
    pub(super) fn of(object: &Obj) -> Option<Ancestor> {
        match *object {
            Obj::Class(class) => Some(Ancestor::Class(class)),
            Obj::Outside(name) => Some(Ancestor::Outside(name)),
            _ => None,
        }
    }

    /// The class as an object.
    pub(super) fn object(self) -> Obj {
        match self {
            Ancestor::Class(class) => Obj::Class(class),
            Ancestor::Outside(name) => Obj::Outside(name),
        }
    }
}

/// The linearization of a class, itself first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mro {
    pub(super) ancestors: Vec<Ancestor>,
    /// A base is not known.
    pub(super) is_open: bool,
}

impl Mro {
    /// Its classes whose bodies are known.
    pub(super) fn classes(&self) -> impl Iterator<Item = BodyRef> + '_ {
        self.ancestors.iter().filter_map(|ancestor| match ancestor {
            Ancestor::Class(class) => Some(*class),
            Ancestor::Outside(_) => None,
        })
    }
}

impl Solver<'_> {
    /// A base of a class becomes known.
    pub(super) fn add_base(&mut self, class: BodyRef, place: u32, set: Set) {
        let cell = Cell::Base(class, place.min(MAX_BASES - 1));
        let before = self.cells.peek(cell);
        self.cells.add(cell, set, &mut self.store);
        if self.cells.peek(cell) != before {
            for heir in self.heirs.remove(&class).unwrap_or_default() {
                if self.mros.remove(&heir).is_some() {
                    self.cells.tell(Cell::Linearization(heir));
                }
            }
        }
    }

    /// The linearization of a class. `reader` is looked at again when a base becomes known.
    pub(super) fn mro(&mut self, class: BodyRef, reader: BodyRef) -> Arc<Mro> {
        self.cells.read(Cell::Linearization(class), reader);
        if let Some(known) = self.mros.get(&class) {
            return Arc::clone(known);
        }
        let mut way = Vec::new();
        let mro = Arc::new(self.linearize(class, &mut way));
        for ancestor in mro.classes() {
            self.heirs.entry(ancestor).or_default().push(class);
        }
        self.mros.insert(class, Arc::clone(&mro));
        mro
    }

    /// The bases of a class, each the first object that its expression can be.
    fn bases(&self, class: BodyRef) -> (Vec<Ancestor>, bool) {
        let (mut bases, mut is_open) = (Vec::new(), false);
        for place in 0..MAX_BASES {
            let set = self.cells.peek(Cell::Base(class, place));
            if set == Set::NONE {
                break;
            }
            let classes = self.store.members(set).iter().filter_map(|&id| Ancestor::of(self.store.get(id)));
            let others: Vec<Ancestor> = classes.filter(|&base| base != Ancestor::Class(class)).collect();
            // Of modules that import each other, a name is known before its class is.
            let known = others.iter().find(|base| matches!(base, Ancestor::Class(_)));
            let base = known.or(others.first()).copied();
            is_open |= base.is_none();
            bases.extend(base.filter(|base| !bases.contains(base)));
        }
        (bases, is_open)
    }

    fn linearize(&self, class: BodyRef, way: &mut Vec<BodyRef>) -> Mro {
        let (bases, mut is_open) = self.bases(class);
        way.push(class);
        let mut lists: Vec<Vec<Ancestor>> = Vec::new();
        for &base in &bases {
            match base {
                Ancestor::Class(base) if way.contains(&base) || way.len() >= MAX_ANCESTORS => is_open = true,
                Ancestor::Class(base) => {
                    let known = self.mros.get(&base).cloned();
                    let mro = match known {
                        Some(known) => (*known).clone(),
                        None => self.linearize(base, way),
                    };
                    is_open |= mro.is_open;
                    lists.push(mro.ancestors);
                }
                Ancestor::Outside(_) => lists.push(vec![base]),
            }
        }
        way.pop();
        lists.push(bases);
        let mut ancestors = vec![Ancestor::Class(class)];
        merge(lists, &mut ancestors);
        Mro { ancestors, is_open }
    }
}

/// Merges linearizations: always the first head that is in no tail. Where there is none, Python would refuse the class; the
/// first head is taken, so that something is known.
fn merge(mut lists: Vec<Vec<Ancestor>>, merged: &mut Vec<Ancestor>) {
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() || merged.len() >= MAX_ANCESTORS {
            return;
        }
        let in_tail = |head: &Ancestor| lists.iter().any(|list| list[1..].contains(head));
        let next = lists.iter().map(|list| list[0]).find(|head| !in_tail(head)).unwrap_or(lists[0][0]);
        if !merged.contains(&next) {
            merged.push(next);
        }
        lists.iter_mut().for_each(|list| list.retain(|&ancestor| ancestor != next));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::values::objects::Unit;
    use crate::segment::graph::BodyId;

    #[test]
    fn linearizations_are_merged_as_python_does() {
        let class = |n| Ancestor::Class(BodyRef { unit: Unit(0), body: BodyId(n) });
        let of = |names: &[u32]| names.iter().map(|&n| class(n)).collect::<Vec<_>>();
        for (lists, expected) in [
            // class D(B, C), B(A), C(A).
            (vec![of(&[2, 1]), of(&[3, 1]), of(&[2, 3])], of(&[2, 3, 1])),
            // class Z(A, B), A(B): the tail decides.
            (vec![of(&[1, 2]), of(&[2]), of(&[1, 2])], of(&[1, 2])),
            // Python refuses this one.
            (vec![of(&[1, 2]), of(&[2, 1])], of(&[1, 2])),
        ] {
            let mut merged = Vec::new();
            merge(lists, &mut merged);
            assert_eq!(merged, expected);
        }
    }
}
