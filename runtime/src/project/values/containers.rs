//! Containers: displays, what they hold under constant keys and others, items and unpacking.

use super::cells::Cell;
use super::evaluate::tuple_part;
use super::objects::{Atom, BodyRef, Obj, Set};
use super::solver::{Frame, Solver};
use crate::segment::graph::{Constant, DisplayKind, Op, ValueId};

/// Elements of a container that is written out; what lies behind is put under no key.
pub(super) const MAX_ENTRIES: usize = 64;

impl Solver<'_> {
    /// The text of a key that is constant.
    pub(super) fn constant_key(&mut self, frame: &Frame<'_>, key: ValueId) -> Option<Atom> {
        match frame.op(key) {
            Op::Constant(Constant::Text(text)) => Some(self.store.atom(text)),
            Op::Constant(Constant::Int(int)) => Some(self.store.atom(&int.to_string())),
            Op::Constant(Constant::Bool(bool)) => Some(self.store.atom(if *bool { "True" } else { "False" })),
            _ => None,
        }
    }

    pub(super) fn item(&mut self, frame: &Frame<'_>, id: ValueId, object: ValueId, key: ValueId) -> Set {
        let text = self.constant_key(frame, key);
        let mut found = Set::NONE;
        let objects = frame.set(object);
        if self.store.is_open(objects) {
            found = Set::UNKNOWN;
        }
        for object in self.store.members(objects).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Container(site) => match text {
                    Some(text) => self.held(site, text, frame.at),
                    None => self.all_held(site, frame.at),
                },
                // `list[int]`, `Base[T]`.
                Obj::Class(_) | Obj::Outside(_) => {
                    let member = self.store.set(vec![object], false);
                    self.store.union(member, Set::NONE)
                }
                Obj::Tuple(parts) => match text.and_then(|text| self.store.text(text).parse::<i64>().ok()) {
                    Some(at) => tuple_part(&parts, at),
                    None => parts.iter().fold(Set::NONE, |all, &part| self.store.union(all, part)),
                },
                Obj::Instance(..) => {
                    let name = self.store.atom("__getitem__");
                    let method = self.attribute(object, name, frame.at);
                    self.call_operator(frame, id, method, &[frame.set(key)])
                }
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }

    /// What a container holds under a key: a list or tuple counts from its end too, and whatever was put in under an
    /// unknown key may lie there.
    pub(super) fn held(&mut self, site: super::objects::Site, key: Atom, reader: BodyRef) -> Set {
        let rest = self.cells.read(Cell::Entries(site), reader);
        let at = self.cells.read(Cell::Entry(site, key), reader);
        self.store.union(rest, at)
    }

    /// Whatever a container holds.
    pub(super) fn all_held(&mut self, site: super::objects::Site, reader: BodyRef) -> Set {
        let all = self.store.atom("*");
        let rest = self.cells.read(Cell::Entries(site), reader);
        let known = self.cells.read(Cell::Entry(site, all), reader);
        self.store.union(rest, known)
    }

    /// Puts a value under a constant key, and among all that the container holds.
    pub(super) fn hold(&mut self, site: super::objects::Site, key: Atom, value: Set) {
        let all = self.store.atom("*");
        self.cells.add(Cell::Entry(site, key), value, &mut self.store);
        self.cells.add(Cell::Entry(site, all), value, &mut self.store);
    }

    pub(super) fn display(
        &mut self,
        frame: &Frame<'_>,
        id: ValueId,
        kind: DisplayKind,
        entries: &[crate::segment::graph::Entry],
    ) -> Set {
        let site = frame.site(id);
        for (place, entry) in entries.iter().enumerate() {
            let value = frame.set(entry.value);
            if entry.is_spread {
                self.spread(frame.at, site, kind, value);
                continue;
            }
            let key = match (kind, entry.key) {
                (DisplayKind::Dict, Some(key)) => self.constant_key(frame, key),
                (DisplayKind::List | DisplayKind::Tuple, _) if place < MAX_ENTRIES => {
                    Some(self.store.atom(&place.to_string()))
                }
                _ => None,
            };
            match key {
                Some(key) => {
                    self.hold(site, key, value);
                    if matches!(kind, DisplayKind::List | DisplayKind::Tuple) {
                        let from_end = place as i64 - entries.len() as i64;
                        let from_end = self.store.atom(&from_end.to_string());
                        self.cells.add(Cell::Entry(site, from_end), value, &mut self.store);
                    }
                }
                None => self.cells.add(Cell::Entries(site), value, &mut self.store),
            }
            if let (DisplayKind::Dict, Some(key)) = (kind, entry.key) {
                let keys = self.store.atom("keys()");
                self.cells.add(Cell::Entry(site, keys), frame.set(key), &mut self.store);
            }
        }
        self.store.one(Obj::Container(site))
    }

    /// `*value` or `**value` in a container that is written out.
    pub(super) fn spread(&mut self, reader: BodyRef, site: super::objects::Site, kind: DisplayKind, value: Set) {
        let elements = match kind {
            DisplayKind::Dict => self.mapped(reader, value),
            _ => self.elements(reader, value, false),
        };
        self.cells.add(Cell::Entries(site), elements, &mut self.store);
    }

    /// The values of mappings.
    pub(super) fn mapped(&mut self, reader: BodyRef, mappings: Set) -> Set {
        let mut found = Set::NONE;
        for id in self.store.members(mappings).to_vec() {
            let set = match self.store.get(id).clone() {
                Obj::Container(site) => self.all_held(site, reader),
                Obj::Instance(_, args) => args.get(1).copied().unwrap_or(Set::UNKNOWN),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }

    /// A sequence that is unpacked gives each target its element.
    pub(super) fn unpacked(&mut self, frame: &Frame<'_>, of: ValueId, index: i32, is_rest: bool) -> Set {
        let objects = frame.set(of);
        let mut found = if self.store.is_open(objects) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(objects).to_vec() {
            let one = self.store.set(vec![object], false);
            let set = match self.store.get(object).clone() {
                Obj::Container(site) if !is_rest => {
                    let key = self.store.atom(&index.to_string());
                    self.held(site, key, frame.at)
                }
                Obj::Tuple(parts) if !is_rest => tuple_part(&parts, index.into()),
                _ if is_rest => one,
                _ => self.elements(frame.at, one, false),
            };
            found = self.store.union(found, set);
        }
        found
    }
}
