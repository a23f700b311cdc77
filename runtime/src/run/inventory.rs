//! From the files of today and what the run before left of them to what of that counts, and whether the database is changed in
//! place.

use super::before::Before;
use super::changes::Changes;
use super::mentions::Named;
use super::{IndexError, Indexer, Reuse};
use crate::input::discover::Discovery;
use crate::input::text::Limits;
use crate::modules::ModuleMap;
use crate::output::sqlite::Claim;

/// A database is written anew when so many parts of a hundred of its files changed: that is faster than to change it in
/// place, and leaves no holes in it.
const MANY_PERCENT: usize = 30;

/// Segments go into a new file when so many parts of a hundred of the old one belong to no file any more.
const WASTE_PERCENT: u64 = 50;

/// The files of today beside what the run before left of them.
pub(super) struct Inventory<'r> {
    pub(super) discovery: &'r Discovery,
    pub(super) modules: ModuleMap,
    pub(super) before: Before,
    pub(super) changes: Changes,
    pub(super) limits: Limits,
    /// Segments are copied into a new file; otherwise those that are used again stay where they are.
    pub(super) is_anew: bool,
    /// The packages that count as named.
    pub(super) named: Named,
}

impl<'r> Inventory<'r> {
    /// Compares the files of today with what the run before left of them, which counts for nothing when a package is named that
    /// none named then.
    pub(super) fn take(
        indexer: &Indexer<'r>,
        discovery: &'r Discovery,
        claim: &Claim,
        mut before: Before,
    ) -> Result<Self, IndexError> {
        let verifies = indexer.reuse == Reuse::Verified;
        let mut changes = Changes::between(&discovery.files, &before.files, verifies);
        let modules = ModuleMap::of(discovery);
        let named = Named::in_project(indexer, discovery, &before, &mut changes, &modules)?;
        if before.run.as_ref().is_some_and(|run| run.mentions != named.packages) {
            before = Before::nothing(claim);
            changes = Changes::between(&discovery.files, &before.files, verifies);
        }
        let limits = indexer.limits;
        let mut inventory = Inventory { discovery, modules, before, changes, limits, is_anew: false, named };
        inventory.is_anew = !inventory.pays_to_update();
        Ok(inventory)
    }

    /// To change the database in place pays.
    fn pays_to_update(&self) -> bool {
        let Some(run) = &self.before.run else { return false };
        let live: u64 = self.before.files.values().map(|file| u64::from(file.extent.len)).sum();
        let n_files = self.changes.files.len().max(1);
        let is_small = self.changes.n_changed() * 100 <= n_files * MANY_PERCENT;
        is_small && run.segments_len.saturating_sub(live) * 100 <= run.segments_len * WASTE_PERCENT
    }
}
