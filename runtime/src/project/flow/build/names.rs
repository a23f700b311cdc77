//! Names and attributes: what reads a place that everybody can see, and what a method takes along.

use super::super::path::{Handing, LabelId, Transfer};
use super::super::program::Receiver;
use super::super::skeleton::{End, What};
use super::{BodyBuild, Read};
use crate::segment::graph::{Op, ValueId};
use crate::segment::interface::OwnedPath;

impl BodyBuild<'_, '_> {
    /// Reads a name of a module or library, or an attribute of what such a name holds.
    pub(super) fn named(&mut self, path: &OwnedPath, at: u32) {
        let path = self.of.targets.canonical(path);
        let (whole, n_fixed) = match &path {
            OwnedPath::Project { rest, .. } => (rest.clone(), 0),
            OwnedPath::Outside(text) => (text.clone(), text.find('.').map_or(text.len(), |dot| dot + 1)),
        };
        let part = |end: usize| match &path {
            OwnedPath::Project { module, .. } => OwnedPath::Project { module: *module, rest: whole[..end].into() },
            OwnedPath::Outside(_) => OwnedPath::Outside(whole[..end].into()),
        };
        // Nobody writes into what the language itself has.
        if whole.is_empty() || matches!(path, OwnedPath::Outside(_)) && whole.starts_with("builtins.") {
            return;
        }
        let mut read = [None, None];
        let mut end = whole.len();
        loop {
            let cell = self.of.names.cell(part(end));
            let transfer = Transfer { read, ..Transfer::SAME };
            self.of.reads.push(Read { cell, body: self.id, value: at, transfer });
            let back = Transfer { put: read, ..Transfer::SAME };
            self.held(at, End::Cell(cell), back);
            let Some(dot) = whole[..end].rfind('.').filter(|&dot| dot > n_fixed) else { break };
            if read[1].is_some() {
                break;
            }
            let label = self.attribute(&whole[dot + 1..end]);
            read = [Some(label), read[0]];
            end = dot;
        }
    }

    /// The name of a module of the project that an attribute reads: the module is known by a name that a package has it under.
    pub(super) fn member_of_module(&self, attribute: ValueId) -> Option<OwnedPath> {
        let Op::Attribute { object, name } = self.op(attribute.0) else { return None };
        let module = match self.op(object.0) {
            Op::Named(path) => self.of.targets.canonical(path),
            _ => self.member_of_module(*object)?,
        };
        match module {
            OwnedPath::Project { module, rest } if rest.is_empty() => {
                Some(self.of.targets.canonical(&OwnedPath::Project { module, rest: name.clone() }))
            }
            _ => None,
        }
    }

    /// An attribute that is one of a class as well.
    pub(super) fn class_attributes(&mut self, at: u32) {
        for path in self.of.targets.class_attributes(self.of.file, self.of.graph, self.place(at)) {
            let cell = self.of.names.cell(path);
            self.of.reads.push(Read { cell, body: self.id, value: at, transfer: Transfer::SAME });
            self.held(at, End::Cell(cell), Transfer::SAME);
        }
    }

    /// A method that is not called at once keeps its object.
    pub(super) fn bound_method(&mut self, object: ValueId, at: u32) {
        if self.called.contains(&at) {
            return;
        }
        let targets = self.of.targets.callable(self.of.file, self.of.graph, self.place(at));
        if targets.iter().any(|target| target.receiver == Receiver::Object) {
            self.hand(object, at, Transfer::put(LabelId::OWNER), What::Load);
        }
    }

    /// The attribute that a class pattern takes at a place.
    pub(super) fn matched_attribute(&self, of: ValueId, index: i32) -> Option<Box<str>> {
        let Op::Tested { test, .. } = self.op(of.0) else { return None };
        let class = self.class_path(*test)?;
        let names = self.of.targets.match_arguments(&class);
        names.into_iter().nth(usize::try_from(index).ok()?)
    }

    /// The attributes of an object as a dictionary, through which they are written too.
    pub(super) fn namespace(&mut self, object: ValueId, at: u32) {
        let entries = Transfer { how: Handing::Attributes, ..Transfer::SAME };
        self.hand(object, at, entries, What::Load).is_alias = true;
        self.holder(at, object.0, entries.back());
    }
}
