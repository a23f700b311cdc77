//! Access paths: where in a value data lies, such as `.name`, `["key"]`, `[0]`, `[*]`.
//!
//! Data at a path is also in all that lies below it. A path is cut after [`MAX_LABELS`] labels, which makes it stand for
//! more; so there are finitely many.

use rustc_hash::FxHashMap;

use super::program::BodyRef;
use crate::modules::ModuleId;
use crate::segment::graph::BodyId;

/// Labels of a path: three of data, and one for what a function or generator holds.
pub(super) const MAX_LABELS: usize = 4;

/// One step into a value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Label {
    /// An attribute.
    Attribute(Box<str>),
    /// A constant key.
    Key(Box<str>),
    /// A constant index; below 0 it counts from the end.
    Index(i64),
    /// Some element or entry.
    Any,
    /// An element, as a loop gives it: for a dictionary its key, not what lies under it. Only to be read.
    Each,
    /// Some key of a dictionary.
    Keys,
    /// An attribute whose name is not known.
    AnyAttribute,
    /// What lies in a dictionary under a key that is not known.
    Entry,
    /// An entry whose key is a parameter of that function: one that is not known there, and that each call of it tells.
    GivenKey(BodyRef, u32),
    /// An attribute whose name is.
    GivenAttribute(BodyRef, u32),
    /// The object whose method it is.
    Owner,
    /// A variable that a function took along from the body around it.
    Captured(ModuleId, BodyId, Box<str>),
    /// The default of a parameter.
    Default(u32),
    /// What a generator returns in the end.
    Returned,
    /// What is sent into a generator.
    Sent,
    /// A positional argument that was bound before the call.
    Bound(u32),
    /// An argument by name that was bound before the call.
    BoundName(Box<str>),
}

/// A label, as a number whose upper bits tell what it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct LabelId(u32);

const KIND_BITS: u32 = 28;
const ATTRIBUTE: u32 = 1;
const KEY: u32 = 2;
const INDEX: u32 = 3;
const FROM_END: u32 = 4;
const ANY: u32 = 5;
const EACH: u32 = 6;
const HELD: u32 = 7;
const CAPTURED: u32 = 8;
const KEYS: u32 = 9;
const ANY_ATTRIBUTE: u32 = 10;
const OWNER: u32 = 11;
const ENTRY: u32 = 12;
const GIVEN_KEY: u32 = 13;
const GIVEN_ATTRIBUTE: u32 = 14;

impl LabelId {
    /// Some element.
    pub(super) const ANY: LabelId = LabelId(ANY << KIND_BITS);
    /// An element, as a loop gives it.
    pub(super) const EACH: LabelId = LabelId(EACH << KIND_BITS);
    /// Some key of a dictionary.
    pub(super) const KEYS: LabelId = LabelId(KEYS << KIND_BITS);
    /// An attribute whose name is not known.
    pub(super) const ANY_ATTRIBUTE: LabelId = LabelId(ANY_ATTRIBUTE << KIND_BITS);
    /// What lies in a dictionary under a key that is not known.
    pub(super) const ENTRY: LabelId = LabelId(ENTRY << KIND_BITS);
    /// The object whose method it is.
    pub(super) const OWNER: LabelId = LabelId(OWNER << KIND_BITS);
    /// `args` of an exception.
    pub(super) const ARGS: LabelId = LabelId(ATTRIBUTE << KIND_BITS);

    fn kind(self) -> u32 {
        self.0 >> KIND_BITS
    }

    /// It is an element or entry, or a key.
    pub(super) fn is_item(self) -> bool {
        matches!(self.kind(), KEY | INDEX | FROM_END | ANY | KEYS | ENTRY | GIVEN_KEY)
    }

    /// The key of the same name, for an attribute.
    fn as_key(self) -> Option<LabelId> {
        match self.kind() {
            ATTRIBUTE => Some(LabelId((self.0 ^ (ATTRIBUTE << KIND_BITS) ^ (KEY << KIND_BITS)) + 1)),
            ANY_ATTRIBUTE | GIVEN_ATTRIBUTE => Some(LabelId::ENTRY),
            _ => None,
        }
    }

    /// The attribute of the same name, for a key.
    pub(super) fn as_attribute(self) -> Option<LabelId> {
        match self.kind() {
            KEY => Some(LabelId((self.0 ^ (ATTRIBUTE << KIND_BITS) ^ (KEY << KIND_BITS)) - 1)),
            ANY | ENTRY | GIVEN_KEY => Some(LabelId::ANY_ATTRIBUTE),
            _ => None,
        }
    }

    /// It is no data that a program can name, but what a function or generator holds.
    pub(super) fn is_held(self) -> bool {
        matches!(self.kind(), HELD | CAPTURED | OWNER)
    }

    /// A call tells what it stands for.
    pub(super) fn is_given(self) -> bool {
        matches!(self.kind(), GIVEN_KEY | GIVEN_ATTRIBUTE)
    }

    /// It names one part of a value.
    pub(super) fn is_known_part(self) -> bool {
        matches!(self.kind(), ATTRIBUTE | KEY | INDEX)
    }

    /// The key that a call may give for it.
    pub(super) fn as_given_key(self) -> Option<LabelId> {
        match self.kind() {
            KEY | INDEX => Some(self),
            ATTRIBUTE => self.as_key(),
            _ => None,
        }
    }

    /// The label that stands for all that this one may be, where a call tells that.
    fn ungiven(self) -> LabelId {
        match self.kind() {
            GIVEN_KEY => LabelId::ANY,
            GIVEN_ATTRIBUTE => LabelId::ANY_ATTRIBUTE,
            _ => self,
        }
    }

    /// What is read where a call gives that key.
    pub(super) fn given(self, key: LabelId) -> LabelId {
        match self.kind() {
            GIVEN_ATTRIBUTE => key.as_attribute().unwrap_or(LabelId::ANY_ATTRIBUTE),
            _ => key,
        }
    }

    /// It is a captured variable.
    pub(super) fn is_captured(self) -> bool {
        self.kind() == CAPTURED
    }

    /// What is read by this label may be what lies under that one.
    fn reads(self, stored: LabelId) -> bool {
        if self == stored {
            return true;
        }
        matches!(
            (self.ungiven().kind(), stored.ungiven().kind()),
            (ANY, ANY | KEY | INDEX | FROM_END | ENTRY)
                | (KEY | INDEX | FROM_END, ANY | ENTRY)
                | (ENTRY, KEY | INDEX | ANY)
                | (EACH, INDEX | FROM_END | ANY | KEYS)
                | (ATTRIBUTE, ANY_ATTRIBUTE)
                | (ANY_ATTRIBUTE, ATTRIBUTE | ANY_ATTRIBUTE)
                | (INDEX, FROM_END)
                | (FROM_END, INDEX)
        )
    }

    /// What is stored under this label takes the place of all that lies under that one.
    pub(super) fn overwrites(self, stored: LabelId) -> bool {
        self == stored && matches!(self.kind(), ATTRIBUTE | KEY | INDEX | CAPTURED)
    }
}

/// All labels of a project.
pub(super) struct Labels {
    ids: FxHashMap<Label, LabelId>,
    all: Vec<Label>,
}

impl Default for Labels {
    fn default() -> Self {
        let mut labels = Labels { ids: FxHashMap::default(), all: Vec::new() };
        let args = labels.id(Label::Attribute("args".into()));
        debug_assert_eq!(args, LabelId::ARGS);
        labels
    }
}

impl Labels {
    /// The number of a label.
    pub(super) fn id(&mut self, label: Label) -> LabelId {
        let kind = match &label {
            Label::Any => return LabelId::ANY,
            Label::Each => return LabelId::EACH,
            Label::Keys => return LabelId::KEYS,
            Label::Entry => return LabelId::ENTRY,
            Label::Owner => return LabelId::OWNER,
            Label::AnyAttribute => return LabelId::ANY_ATTRIBUTE,
            Label::Attribute(name) | Label::Key(name) => {
                if let Some(&known) = self.ids.get(&label) {
                    return known;
                }
                // The key stands behind the attribute of the same name.
                let (attribute, key) = (Label::Attribute(name.clone()), Label::Key(name.clone()));
                let at = self.all.len() as u32;
                let ids = [LabelId(ATTRIBUTE << KIND_BITS | at), LabelId(KEY << KIND_BITS | (at + 1))];
                let is_key = label == key;
                self.all.extend([attribute.clone(), key.clone()]);
                self.ids.extend([(attribute, ids[0]), (key, ids[1])]);
                return ids[usize::from(is_key)];
            }
            Label::Index(0..) => INDEX,
            Label::Index(_) => FROM_END,
            Label::Captured(..) => CAPTURED,
            Label::GivenKey(..) => GIVEN_KEY,
            Label::GivenAttribute(..) => GIVEN_ATTRIBUTE,
            Label::Default(_) | Label::Returned | Label::Sent | Label::Bound(_) | Label::BoundName(_) => HELD,
        };
        let all = &mut self.all;
        *self.ids.entry(label).or_insert_with_key(|label| {
            all.push(label.clone());
            LabelId(kind << KIND_BITS | (all.len() - 1) as u32)
        })
    }

    /// The label of a number.
    pub(super) fn get(&self, id: LabelId) -> &Label {
        match id {
            LabelId::ANY => &Label::Any,
            LabelId::EACH => &Label::Each,
            LabelId::KEYS => &Label::Keys,
            LabelId::ENTRY => &Label::Entry,
            LabelId::OWNER => &Label::Owner,
            LabelId::ANY_ATTRIBUTE => &Label::AnyAttribute,
            id => &self.all[(id.0 & ((1 << KIND_BITS) - 1)) as usize],
        }
    }
}

/// Where in a value data lies; empty for the value itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) struct Path {
    labels: [LabelId; MAX_LABELS],
}

impl Path {
    /// The value itself.
    pub(super) const WHOLE: Path = Path { labels: [LabelId(0); MAX_LABELS] };

    /// There is no label.
    pub(super) fn is_whole(self) -> bool {
        self.labels[0] == LabelId(0)
    }

    /// Its first label.
    pub(super) fn first(self) -> Option<LabelId> {
        Some(self.labels[0]).filter(|&label| label != LabelId(0))
    }

    /// The path with other labels in the places of some.
    pub(super) fn with(mut self, mut other: impl FnMut(LabelId) -> LabelId) -> Path {
        self.labels.iter_mut().take_while(|label| **label != LabelId(0)).for_each(|label| *label = other(*label));
        self
    }

    /// Its labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabelId> + '_ {
        self.labels.iter().copied().take_while(|&label| label != LabelId(0))
    }

    /// What follows the first label.
    pub(super) fn rest(self) -> Path {
        let mut labels = [LabelId(0); MAX_LABELS];
        labels[..MAX_LABELS - 1].copy_from_slice(&self.labels[1..]);
        Path { labels }
    }

    /// The path with a label before it, and whether one was cut off at its end.
    pub(super) fn below(self, label: LabelId) -> (Path, bool) {
        let mut labels = [label; MAX_LABELS];
        labels[1..].copy_from_slice(&self.labels[..MAX_LABELS - 1]);
        (Path { labels }, self.labels[MAX_LABELS - 1] != LabelId(0))
    }

    /// Where the data is in what a read by that label gives; none when it is elsewhere.
    fn read(self, label: LabelId) -> Option<Path> {
        match self.first() {
            None if label.is_held() => None,
            None => Some(self),
            Some(first) if label.reads(first) => Some(self.rest()),
            // A method takes along what its object, or the class of it, took along.
            Some(first) if first.is_held() && matches!(label.ungiven().kind(), ATTRIBUTE | ANY_ATTRIBUTE) => Some(self),
            Some(_) => None,
        }
    }

    /// The path cut behind its first label of data, which stands for all that lies below it.
    pub(super) fn shortened(self) -> Path {
        let n_kept = self.labels().take_while(|label| label.is_held()).count() + 1;
        self.cut_to(n_kept)
    }

    /// The paths above it, the longest first, that stand for it: what is held is not data of what holds it.
    pub(super) fn above(self) -> impl Iterator<Item = Path> {
        let n_labels = self.labels().count();
        let n_data = self.labels.iter().take(n_labels).rev().take_while(|label| !label.is_held()).count();
        (n_labels - n_data..n_labels).rev().map(move |n| self.cut_to(n))
    }

    fn cut_to(mut self, n_labels: usize) -> Path {
        self.labels.iter_mut().skip(n_labels).for_each(|label| *label = LabelId(0));
        self
    }

    /// It leads through elements only, or to what an exception carries.
    pub(super) fn is_content(self) -> bool {
        self.labels().all(|label| label.is_item() || label == LabelId::ARGS)
    }
}

/// How the place of data in one value becomes its place in another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Transfer {
    /// Labels that are read, in that order.
    pub(super) read: [Option<LabelId>; 2],
    /// What is left of it is handed on so.
    pub(super) how: Handing,
    /// Labels that are put before it; the first stays first.
    pub(super) put: [Option<LabelId>; 2],
}

/// How data is handed on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Handing {
    /// As it is.
    #[default]
    Same,
    /// What is made of it, from its content too.
    Derived,
    /// Its elements, in another order or at other places.
    Elements,
    /// Its entries and nothing but them, under their keys.
    Entries,
    /// As [`Handing::Entries`], into something that is there already: of what is data as a whole, entries whose keys are not known.
    IntoEntries,
    /// It, without its elements.
    Itself,
    /// What lies deeper in it than its own attributes and entries.
    Deep,
    /// As [`Handing::Entries`], but where it may be a sequence of pairs no part of these.
    Mapping,
    /// Its attributes, as entries of the same names.
    Attributes,
    /// Its entries, as attributes of the same names.
    Fields,
    /// What it took along, not what it is.
    Held,
}

impl Transfer {
    /// As it is.
    pub(super) const SAME: Transfer = Transfer { read: [None; 2], how: Handing::Same, put: [None; 2] };
    /// Something is made of it.
    pub(super) const DERIVED: Transfer = Transfer { how: Handing::Derived, ..Transfer::SAME };
    /// Its elements, at other places.
    pub(super) const ELEMENTS: Transfer = Transfer { how: Handing::Elements, ..Transfer::SAME };

    /// What it took along.
    pub(super) const HELD: Transfer = Transfer { how: Handing::Held, ..Transfer::SAME };

    /// What lies under a label.
    pub(super) fn read(label: LabelId) -> Transfer {
        Transfer { read: [Some(label), None], ..Transfer::SAME }
    }

    /// It comes to lie under a label.
    pub(super) fn put(label: LabelId) -> Transfer {
        Transfer { put: [Some(label), None], ..Transfer::SAME }
    }

    /// It comes to lie under a label as well.
    pub(super) fn then_put(self, label: LabelId) -> Transfer {
        Transfer { put: [Some(label), self.put[0]], ..self }
    }

    /// From what is written into the result back to where it then lies in the value.
    pub(super) fn back(self) -> Transfer {
        let known =
            |label: Option<LabelId>| label.map(|label| if label == LabelId::EACH { LabelId::ANY } else { label });
        let how = match self.how {
            Handing::Attributes => Handing::Fields,
            Handing::Fields => Handing::Attributes,
            how => how,
        };
        Transfer { read: self.put, how, put: self.read.map(known) }
    }

    /// Where data at a path arrives; none when it does not. Counts paths that are cut.
    pub(super) fn apply(self, mut path: Path, n_cut: &mut u64) -> Option<Path> {
        for label in self.read.into_iter().flatten() {
            path = path.read(label)?;
        }
        path = match self.how {
            Handing::Same => path,
            Handing::Derived if path.is_content() => Path::WHOLE,
            Handing::Derived => return None,
            Handing::Elements => match path.first() {
                None => path,
                // A loop over a dictionary gives its keys.
                Some(label) if label.is_item() && !matches!(label.kind(), KEY | ENTRY) => {
                    path.rest().below(LabelId::ANY).0
                }
                Some(_) => return None,
            },
            Handing::Entries => match path.first() {
                Some(label) if !label.is_item() => return None,
                _ => path,
            },
            Handing::IntoEntries => match path.first() {
                Some(label) if !label.is_item() => return None,
                Some(_) => path,
                None => path.below(LabelId::ENTRY).0,
            },
            Handing::Itself if path.first().is_some_and(LabelId::is_item) => return None,
            Handing::Itself => path,
            Handing::Deep if path.rest().is_whole() => return None,
            Handing::Deep => path,
            Handing::Mapping => match (path.first(), path.rest().first()) {
                (Some(label), _) if !label.is_item() => return None,
                (Some(label), Some(part)) if matches!(label.kind(), ANY | INDEX) && part.kind() == INDEX => {
                    return None;
                }
                _ => path,
            },
            Handing::Held if path.first().is_some_and(LabelId::is_held) => path,
            Handing::Held => return None,
            Handing::Attributes => match path.first() {
                Some(label) => path.rest().below(label.as_key()?).0,
                None => path,
            },
            Handing::Fields => match path.first() {
                Some(label) => path.rest().below(label.as_attribute()?).0,
                None => path,
            },
        };
        for label in self.put.into_iter().rev().flatten() {
            let (longer, is_cut) = path.below(label);
            *n_cut += u64::from(is_cut);
            path = longer;
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_find_what_was_stored() {
        let mut labels = Labels::default();
        let mut id = |text: &str| match text {
            "*" => LabelId::ANY,
            "each" => LabelId::EACH,
            text if text.starts_with('.') => labels.id(Label::Attribute(text[1..].into())),
            text => match text.parse() {
                Ok(index) => labels.id(Label::Index(index)),
                Err(_) => labels.id(Label::Key(text.into())),
            },
        };
        let cases = [
            (".a", ".a", true),
            (".a", ".b", false),
            (".a", "a", false),
            ("0", "0", true),
            ("0", "1", false),
            ("-1", "1", true),
            ("*", "k", true),
            ("k", "*", true),
            ("each", "k", false),
            ("each", "3", true),
            (".args", ".args", true),
        ];
        for (read, stored, is_found) in cases {
            let path = Path::WHOLE.below(id(stored)).0;
            let found = Transfer::read(id(read)).apply(path, &mut 0);
            assert_eq!(found, is_found.then_some(Path::WHOLE), "{read} of {stored}");
        }
        let mut n_cut = 0;
        let deep = (0..6).fold(Path::WHOLE, |path, _| Transfer::put(LabelId::ANY).apply(path, &mut n_cut).unwrap());
        assert_eq!((deep.labels().count(), n_cut), (MAX_LABELS, 2));
    }
}
