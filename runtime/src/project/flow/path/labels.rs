//! Labels: one step into a value each, as small numbers that say what they are; names and keys are stored once.

use rustc_hash::FxHashMap;

use super::super::program::BodyRef;
use crate::modules::ModuleId;
use crate::segment::graph::BodyId;

/// One step into a value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(in super::super) enum Label {
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
pub(in super::super) struct LabelId(u32);

const KIND_BITS: u32 = 28;
pub(super) const ATTRIBUTE: u32 = 1;
pub(super) const KEY: u32 = 2;
pub(super) const INDEX: u32 = 3;
const FROM_END: u32 = 4;
pub(super) const ANY: u32 = 5;
const EACH: u32 = 6;
const HELD: u32 = 7;
const CAPTURED: u32 = 8;
const KEYS: u32 = 9;
pub(super) const ANY_ATTRIBUTE: u32 = 10;
const OWNER: u32 = 11;
pub(super) const ENTRY: u32 = 12;
const GIVEN_KEY: u32 = 13;
const GIVEN_ATTRIBUTE: u32 = 14;

impl LabelId {
    /// There is no label.
    pub(super) const NONE: LabelId = LabelId(0);
    /// Some element.
    pub(in super::super) const ANY: LabelId = LabelId(ANY << KIND_BITS);
    /// An element, as a loop gives it.
    pub(in super::super) const EACH: LabelId = LabelId(EACH << KIND_BITS);
    /// Some key of a dictionary.
    pub(in super::super) const KEYS: LabelId = LabelId(KEYS << KIND_BITS);
    /// An attribute whose name is not known.
    pub(in super::super) const ANY_ATTRIBUTE: LabelId = LabelId(ANY_ATTRIBUTE << KIND_BITS);
    /// What lies in a dictionary under a key that is not known.
    pub(in super::super) const ENTRY: LabelId = LabelId(ENTRY << KIND_BITS);
    /// The object whose method it is.
    pub(in super::super) const OWNER: LabelId = LabelId(OWNER << KIND_BITS);
    /// `args` of an exception.
    pub(in super::super) const ARGS: LabelId = LabelId(ATTRIBUTE << KIND_BITS);

    pub(super) fn kind(self) -> u32 {
        self.0 >> KIND_BITS
    }

    /// It is an element or entry, or a key.
    pub(in super::super) fn is_item(self) -> bool {
        matches!(self.kind(), KEY | INDEX | FROM_END | ANY | KEYS | ENTRY | GIVEN_KEY)
    }

    /// The key of the same name, for an attribute.
    pub(super) fn as_key(self) -> Option<LabelId> {
        match self.kind() {
            ATTRIBUTE => Some(LabelId((self.0 ^ (ATTRIBUTE << KIND_BITS) ^ (KEY << KIND_BITS)) + 1)),
            ANY_ATTRIBUTE | GIVEN_ATTRIBUTE => Some(LabelId::ENTRY),
            _ => None,
        }
    }

    /// The attribute of the same name, for a key.
    pub(in super::super) fn as_attribute(self) -> Option<LabelId> {
        match self.kind() {
            KEY => Some(LabelId((self.0 ^ (ATTRIBUTE << KIND_BITS) ^ (KEY << KIND_BITS)) - 1)),
            ANY | ENTRY | GIVEN_KEY => Some(LabelId::ANY_ATTRIBUTE),
            _ => None,
        }
    }

    /// It is no data that a program can name, but what a function or generator holds.
    pub(in super::super) fn is_held(self) -> bool {
        matches!(self.kind(), HELD | CAPTURED | OWNER)
    }

    /// A call tells what it stands for.
    pub(in super::super) fn is_given(self) -> bool {
        matches!(self.kind(), GIVEN_KEY | GIVEN_ATTRIBUTE)
    }

    /// It names one part of a value.
    pub(in super::super) fn is_known_part(self) -> bool {
        matches!(self.kind(), ATTRIBUTE | KEY | INDEX)
    }

    /// The key that a call may give for it.
    pub(in super::super) fn as_given_key(self) -> Option<LabelId> {
        match self.kind() {
            KEY | INDEX => Some(self),
            ATTRIBUTE => self.as_key(),
            _ => None,
        }
    }

    /// The label that stands for all that this one may be, where a call tells that.
    pub(super) fn ungiven(self) -> LabelId {
        match self.kind() {
            GIVEN_KEY => LabelId::ANY,
            GIVEN_ATTRIBUTE => LabelId::ANY_ATTRIBUTE,
            _ => self,
        }
    }

    /// What is read where a call gives that key.
    pub(in super::super) fn given(self, key: LabelId) -> LabelId {
        match self.kind() {
            GIVEN_ATTRIBUTE => key.as_attribute().unwrap_or(LabelId::ANY_ATTRIBUTE),
            _ => key,
        }
    }

    /// It is a captured variable.
    pub(in super::super) fn is_captured(self) -> bool {
        self.kind() == CAPTURED
    }

    /// What is read by this label may be what lies under that one.
    pub(super) fn reads(self, stored: LabelId) -> bool {
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
    pub(in super::super) fn overwrites(self, stored: LabelId) -> bool {
        self == stored && matches!(self.kind(), ATTRIBUTE | KEY | INDEX | CAPTURED)
    }
}

/// All labels of a project.
pub(in super::super) struct Labels {
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
    pub(in super::super) fn id(&mut self, label: Label) -> LabelId {
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
    pub(in super::super) fn get(&self, id: LabelId) -> &Label {
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
