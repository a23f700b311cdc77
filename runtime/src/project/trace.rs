//! What answers depend on, written down while they are found: the limits that cut them, and the modules that were looked
//! into. As long as those modules say the same, the answers are the same.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::input::errors::FileError;
use crate::modules::ModuleId;
use crate::resolve::limits::{LimitSet, LimitsHit};

/// What the answers to some questions depend on.
#[derive(Debug, Default)]
pub struct Trace {
    /// Limits that cut an answer.
    pub limits: LimitsHit,
    read: RefCell<FxHashSet<ModuleId>>,
}

/// What was found out once and for all, and what it depends on.
#[derive(Clone, Debug)]
pub(super) struct Known<T> {
    pub(super) answer: T,
    limits: LimitSet,
    read: Arc<[ModuleId]>,
}

impl<T> Known<T> {
    /// The answer with what its trace says.
    pub(super) fn new(answer: T, trace: &Trace) -> Self {
        Known { answer, limits: trace.limits.hit(), read: trace.read().into() }
    }
}

impl Trace {
    /// A module is looked into.
    pub(super) fn note_read(&self, module: ModuleId) {
        self.read.borrow_mut().insert(module);
    }

    /// An answer is used that depends on all this.
    pub(super) fn add<T>(&self, known: &Known<T>) {
        self.limits.add(known.limits);
        self.read.borrow_mut().extend(known.read.iter().copied());
    }

    /// The modules that were looked into, in path order.
    pub fn read(&self) -> Vec<ModuleId> {
        let mut read: Vec<ModuleId> = self.read.borrow().iter().copied().collect();
        read.sort_unstable();
        read
    }

    /// The errors of the file whose answers limits cut, without those that it has already.
    pub(crate) fn errors_beside(&self, known: LimitSet) -> impl Iterator<Item = FileError> + use<> {
        self.limits.errors_beside(known)
    }

    /// Adds the limits to a hash.
    pub(crate) fn hash_limits(&self, hasher: &mut impl Hasher) {
        self.limits.hit().hash(hasher);
    }
}
