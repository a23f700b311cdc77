//! From the open values of one row, which refer to one another, to parts that refer to those before them; and from members of
//! lists that only the project stage knows to the loops over them.
//!
//! A value can be as deep as a file is long, so nothing goes down one by recursion.

use rustc_hash::FxHashMap;

use super::{Freezer, Loop, OpenParts, OwnedItem, OwnedOpen, OwnedValue};
use crate::value::{Group, Item, Open, Value};

/// The parts of one row.
pub(super) struct Parts<'p, 't> {
    questions: &'p mut Freezer<'t>,
    open: Vec<OwnedOpen>,
    /// Places of the members that each part depends on, ascending: an outer loop is written down before what is in it.
    depends: Vec<Box<[u32]>>,
    /// Members that no aggregate walks, with their lists.
    loops: Vec<(u32, OwnedValue)>,
    /// Place of each open value that is written down, by its address.
    places: FxHashMap<*const Open<'t>, u32>,
    /// Open values that wait for their parts.
    waiting: Vec<&'t Open<'t>>,
}

impl<'p, 't> Parts<'p, 't> {
    pub(super) fn of(questions: &'p mut Freezer<'t>) -> Self {
        Parts {
            questions,
            open: Vec::new(),
            depends: Vec::new(),
            loops: Vec::new(),
            places: FxHashMap::default(),
            waiting: Vec::new(),
        }
    }

    /// What depends on a member is decided by the innermost loop that it is in.
    pub(super) fn end(mut self) -> OpenParts {
        if self.depends.iter().all(|members| members.is_empty()) {
            return OpenParts { open: self.open.into(), loops: Box::default() };
        }
        let mut bodies: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (place, members) in (0..).zip(&self.depends) {
            if let Some(&member) = members.last().filter(|&&member| member != place) {
                bodies.entry(member).or_default().push(place);
            }
        }
        let mut body_of = |member: u32| bodies.remove(&member).unwrap_or_default().into();
        for open in &mut self.open {
            if let OwnedOpen::Each { members, .. } = open {
                members.body = body_of(members.member);
            }
        }
        let loops =
            self.loops.into_iter().map(|(member, list)| Loop { list, member, body: body_of(member) }).collect();
        let is_inside = |place: usize, open: &OwnedOpen| {
            !self.depends[place].is_empty() && !matches!(open, OwnedOpen::Member)
        };
        let open = self.open.into_iter().enumerate().map(|(place, open)| match is_inside(place, &open) {
            true => OwnedOpen::Inside(Box::new(open)),
            false => open,
        });
        OpenParts { open: open.collect(), loops }
    }

    /// Writes down every open value that a value depends on.
    pub(super) fn prepare(&mut self, value: Value<'t>) {
        self.await_parts(value);
        while let Some(&open) = self.waiting.last() {
            let n_waiting = self.waiting.len();
            if !self.is_written(open) {
                match open {
                    Open::Ask(_) => {}
                    Open::Apply(_, args) => args.iter().for_each(|&arg| self.await_parts(arg)),
                    Open::Choose(items) | Open::Fold(_, items) => self.await_items(items),
                    Open::Member(list) => self.await_parts(*list),
                    // What is put on the pile last is written down first: the member, before whatever depends on it.
                    Open::Each(each) => {
                        self.await_parts(each.value);
                        self.await_parts(each.condition);
                        self.await_parts(Value::Open(each.member));
                    }
                }
            }
            if self.waiting.len() > n_waiting {
                continue;
            }
            self.waiting.pop();
            if !self.is_written(open) {
                let place = self.open.len() as u32;
                let depends = self.members_of(open, place);
                let frozen = self.freeze_open(open, place);
                self.places.insert(std::ptr::from_ref(open), place);
                self.open.push(frozen);
                self.depends.push(depends);
            }
        }
    }

    /// Places of the members that an open value depends on, whose parts are written down.
    fn members_of(&self, open: &Open<'t>, place: u32) -> Box<[u32]> {
        let mut members = Vec::new();
        match open {
            Open::Ask(_) => {}
            Open::Apply(_, args) => args.iter().for_each(|&arg| self.add_members(arg, &mut members)),
            Open::Choose(items) | Open::Fold(_, items) => self.add_members_of_items(items, &mut members),
            Open::Member(list) => {
                self.add_members(*list, &mut members);
                members.push(place);
            }
            Open::Each(each) => {
                let values = [Value::Open(each.member), each.condition, each.value];
                values.into_iter().for_each(|value| self.add_members(value, &mut members));
                let own = self.places.get(&std::ptr::from_ref(each.member));
                members.retain(|member| Some(member) != own);
            }
        }
        members.sort_unstable();
        members.dedup();
        members.into()
    }

    fn add_members(&self, value: Value<'t>, members: &mut Vec<u32>) {
        match value {
            Value::Open(open) => {
                let place = self.places.get(&std::ptr::from_ref(open));
                members.extend(place.into_iter().flat_map(|&place| &self.depends[place as usize]));
            }
            Value::List(values) => values.iter().for_each(|&value| self.add_members(value, members)),
            Value::Object(entries) => entries.iter().for_each(|&(_, value)| self.add_members(value, members)),
            Value::Group(group) => {
                self.add_members(group.key, members);
                self.add_members_of_items(group.members, members);
            }
            _ => {}
        }
    }

    fn add_members_of_items(&self, items: &[Item<'t>], members: &mut Vec<u32>) {
        for item in items {
            self.add_members(item.condition, members);
            self.add_members(item.value, members);
        }
    }

    fn is_written(&self, open: &Open<'t>) -> bool {
        self.places.contains_key(&std::ptr::from_ref(open))
    }

    fn await_items(&mut self, items: &[Item<'t>]) {
        for item in items {
            self.await_parts(item.condition);
            self.await_parts(item.value);
        }
    }

    /// Puts the open values inside a plain one on the pile. Plain values nest no deeper than a rule is written.
    fn await_parts(&mut self, value: Value<'t>) {
        match value {
            Value::Open(open) if !self.is_written(open) => self.waiting.push(open),
            Value::List(values) => values.iter().for_each(|&value| self.await_parts(value)),
            Value::Object(entries) => entries.iter().for_each(|&(_, value)| self.await_parts(value)),
            Value::Group(group) => {
                self.await_parts(group.key);
                self.await_items(group.members);
            }
            _ => {}
        }
    }

    pub(super) fn freeze(&self, value: Value<'t>) -> OwnedValue {
        match value {
            Value::None | Value::Node(_) => OwnedValue::None,
            Value::Bool(bool) => OwnedValue::Bool(bool),
            Value::Int(int) => OwnedValue::Int(int),
            Value::Real(real) => OwnedValue::Real(real),
            Value::Text(text) => OwnedValue::Text(text.into()),
            Value::List(values) => OwnedValue::List(values.iter().map(|&value| self.freeze(value)).collect()),
            Value::Object(entries) => {
                OwnedValue::Object(entries.iter().map(|&(key, value)| (key.into(), self.freeze(value))).collect())
            }
            Value::Group(&Group { key, members }) => {
                OwnedValue::Group { key: Box::new(self.freeze(key)), members: self.freeze_items(members) }
            }
            Value::Set(set) => OwnedValue::Set(set.id),
            Value::Pattern(pattern) => OwnedValue::Pattern(pattern.id),
            Value::Open(open) => {
                self.places.get(&std::ptr::from_ref(open)).map_or(OwnedValue::None, |&place| OwnedValue::Open(place))
            }
        }
    }

    fn freeze_items(&self, items: &[Item<'t>]) -> Box<[OwnedItem]> {
        let freeze =
            |item: &Item<'t>| OwnedItem { condition: self.freeze(item.condition), value: self.freeze(item.value) };
        items.iter().map(freeze).collect()
    }

    fn freeze_open(&mut self, open: &Open<'t>, place: u32) -> OwnedOpen {
        match *open {
            Open::Ask(question) => OwnedOpen::Ask(self.questions.id_of(question)),
            Open::Apply(op, args) => OwnedOpen::Apply(op, args.iter().map(|&arg| self.freeze(arg)).collect()),
            Open::Choose(items) => OwnedOpen::Choose(self.freeze_items(items)),
            Open::Fold(fold, items) => OwnedOpen::Fold(fold, self.freeze_items(items)),
            Open::Member(list) => {
                self.loops.push((place, self.freeze(list)));
                OwnedOpen::Member
            }
            Open::Each(each) => {
                let member = self.places.get(&std::ptr::from_ref(each.member)).copied().unwrap_or(place);
                let of = self.loops.iter().position(|&(known, _)| known == member);
                let list = of.map_or(OwnedValue::None, |of| self.loops.remove(of).1);
                OwnedOpen::Each {
                    fold: each.fold,
                    members: Loop { list, member, body: Box::default() },
                    condition: self.freeze(each.condition),
                    value: self.freeze(each.value),
                }
            }
        }
    }
}
