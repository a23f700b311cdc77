//! From files to what other files may ask about them, for a person who asks about one file: no rule runs.

use super::per_file::Worker;
use super::{IndexError, ordered};
use crate::input::discover::Discovery;
use crate::input::text::Limits;
use crate::modules::{ModuleId, ModuleMap};
use crate::rules::examine::Engine;
use crate::rules::matcher::NoRules;
use crate::rules::matcher::RuleSet;
use crate::segment::interface::ModuleInterface;

/// The summaries of the files for which `is_wanted` holds. A file that can not be read or examined has none.
///
/// # Errors
///
/// When the system gives no thread.
pub fn summaries(
    discovery: &Discovery,
    modules: &ModuleMap,
    limits: &Limits,
    jobs: usize,
    is_wanted: impl Fn(ModuleId) -> bool,
) -> Result<Vec<ModuleInterface>, IndexError> {
    let enabled = RuleSet::new(0, |_| false);
    let engine = Engine::new(&NoRules, &enabled, modules);
    let wanted: Vec<ModuleId> = modules.ids().filter(|&module| is_wanted(module)).collect();
    let mut summaries = Vec::new();
    ordered::in_order(
        wanted.len(),
        jobs,
        || Worker::new(&engine, limits),
        |worker, at| worker.examine(&discovery.files[wanted[at].0 as usize], wanted[at]).summary,
        |_, summary| {
            summaries.extend(summary);
            Ok::<(), IndexError>(())
        },
    )?;
    Ok(summaries)
}
