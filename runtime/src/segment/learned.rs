//! What the project tells of the values of a file that the file alone does not: functions and classes of libraries that
//! they stand for under another name than the one that is written there.

use super::graph::Place;

/// What is known of values by another name than theirs. Nothing for nearly every file.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Learned {
    /// By place, sorted: dotted names of what the value can be, sorted.
    names: Vec<(Place, Vec<Box<str>>)>,
    /// By place of what is called, sorted: the call of `functools.partial` of the same file that made it.
    partials: Vec<(Place, Place)>,
}

impl Learned {
    /// Nothing.
    pub const NOTHING: Learned = Learned { names: Vec::new(), partials: Vec::new() };

    /// Adds what the value at a place can be.
    pub fn add(&mut self, place: Place, names: impl IntoIterator<Item = Box<str>>) {
        match self.names.binary_search_by_key(&place, |&(known, _)| known) {
            Ok(at) => {
                let known = &mut self.names[at].1;
                known.extend(names);
                known.sort_unstable();
                known.dedup();
            }
            Err(at) => {
                let mut names: Vec<Box<str>> = names.into_iter().collect();
                names.sort_unstable();
                names.dedup();
                if !names.is_empty() {
                    self.names.insert(at, (place, names));
                }
            }
        }
    }

    /// Adds that the value at a place was made by that call of `functools.partial`.
    pub fn add_partial(&mut self, place: Place, made_by: Place) {
        if let Err(at) = self.partials.binary_search_by_key(&place, |&(known, _)| known) {
            self.partials.insert(at, (place, made_by));
        }
    }

    /// The dotted names of what the value at a place can be, sorted; those that the file knows itself are left out.
    pub fn names(&self, place: Place) -> &[Box<str>] {
        let at = self.names.binary_search_by_key(&place, |&(known, _)| known);
        at.map_or(&[], |at| &self.names[at].1)
    }

    /// The call of `functools.partial` that made the value at a place.
    pub fn partial(&self, place: Place) -> Option<Place> {
        let at = self.partials.binary_search_by_key(&place, |&(known, _)| known).ok()?;
        Some(self.partials[at].1)
    }

    /// The calls of `functools.partial` that it speaks of.
    pub fn partials(&self) -> impl Iterator<Item = Place> + '_ {
        self.partials.iter().map(|&(_, made_by)| made_by)
    }

    /// Nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.partials.is_empty()
    }

    /// Changes when something else is learned; 0 when nothing was.
    pub fn fingerprint(&self) -> u64 {
        use std::hash::{Hash, Hasher};
        if self.is_empty() {
            return 0;
        }
        let mut hasher = rustc_hash::FxHasher::default();
        self.hash(&mut hasher);
        hasher.finish()
    }
}
