//! Which part of a value a function reads by a key that its call gives.
//!
//! Where a caller is known, it tells the key. The data of a source, whose callers nobody knows yet, is read by any key; from
//! then on it is known which one it was, and only calls that give that key get what comes of it.

use std::rc::Rc;

use super::super::path::{Label, LabelId, Path, Transfer};
use super::super::program::BodyRef;
use super::super::skeleton::{Site, SiteTarget, Skeleton};
use super::enter::Entering;
use super::{At, ContextId, Entry, Solver, Told};

impl Solver<'_, '_> {
    /// The keys that a call gives for parameters by which parts of values are read, as far as they matter for the data.
    pub(super) fn keys_given(&mut self, of: &Entering<'_>, entry: Entry, own: &Told) -> Rc<[(u32, LabelId)]> {
        if of.callee.key_parameters.is_empty() {
            return Rc::default();
        }
        let path = match entry {
            Entry::Parameter(_, path) | Entry::Captured(_, path) => path,
            Entry::Source(_) | Entry::Result(_) | Entry::Made(_) | Entry::Sent(_) | Entry::Later(..) => {
                return Rc::default();
            }
        };
        if !path.labels().any(LabelId::is_known_part) {
            return Rc::default();
        }
        let mut keys = Vec::new();
        for &place in &of.callee.key_parameters {
            let Some(argument) = of.target.argument_of(of.site, of.callee, place) else { continue };
            let key = match *self.store.names.labels.get(argument.key) {
                // Where the calling body calls itself, the key is that of another call.
                Label::GivenKey(function, place) if function != of.target.function => own.key(place),
                _ => argument.key.as_given_key(),
            };
            let Some(key) = key else { continue };
            let is_there = path.labels().any(|label| label.as_given_key() == Some(key));
            let other = match self.store.names.labels.get(key) {
                // All keys that lead to none of the parts are alike.
                Label::Key(_) if !is_there => self.store.names.labels.id(Label::Key("<another>".into())),
                _ => key,
            };
            keys.push((place, other));
        }
        keys.into()
    }

    /// What a calling body is told of its own keys, where data that was read by these leaves to it; none where its call gives
    /// another key.
    pub(super) fn keys_gave(
        &mut self,
        site: &Site,
        target: &SiteTarget,
        callee: &Skeleton,
        caller: BodyRef,
        told: &Told,
    ) -> Option<Rc<[(u32, LabelId)]>> {
        let mut keys = Vec::new();
        for &(place, key) in &*told.keys {
            let Some(argument) = target.argument_of(site, callee, place) else { continue };
            match *self.store.names.labels.get(argument.key) {
                Label::GivenKey(function, place) if function == caller && caller != target.function => {
                    keys.push((place, key));
                }
                Label::Key(_) | Label::Index(0..) if argument.key != key => return None,
                _ => {}
            }
        }
        Some(keys.into())
    }

    /// The transfer with the keys that are known in the place of parameters, and the context in which it is made.
    pub(super) fn by_keys(&mut self, at: At, transfer: Transfer) -> (ContextId, Transfer) {
        if !transfer.read.iter().flatten().any(|label| label.is_given()) {
            return (at.context, transfer);
        }
        let (mut context, mut transfer) = (at.context, transfer);
        let mut path = at.path;
        for read in transfer.read.iter_mut().flatten() {
            if read.is_given() {
                let key = self.key_read(&mut context, *read, path);
                *read = key.map_or(*read, |key| read.given(key));
            }
            path = path.rest();
        }
        (context, transfer)
    }

    /// The key that a parameter is, by which something is read that lies at `path`.
    fn key_read(&mut self, context: &mut ContextId, read: LabelId, path: Path) -> Option<LabelId> {
        let (Label::GivenKey(function, place) | Label::GivenAttribute(function, place)) =
            *self.store.names.labels.get(read)
        else {
            return None;
        };
        let known = &self.contexts[*context as usize];
        if known.body != function {
            return None;
        }
        let told = known.told.clone();
        if let Some(key) = told.key(place) {
            return Some(key);
        }
        let (body, entry) = (known.body, known.entry);
        let key = path.first().filter(|_| matches!(entry, Entry::Source(_)))?.as_given_key()?;
        let keys = told.keys.iter().copied().chain([(place, key)]).collect();
        *context = self.context(body, entry, Told { keys, ..told });
        Some(key)
    }
}
