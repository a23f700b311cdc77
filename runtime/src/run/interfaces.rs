//! From files to what other files may ask about them, for a person who asks about one file: no rule runs.

use super::extract::Extractor;
use super::{IndexError, ordered};
use crate::input::discover::Discovery;
use crate::input::text::Limits;
use crate::modules::{ModuleId, ModuleMap};
use crate::rules::examine::Engine;
use crate::rules::matcher::NoRules;
use crate::rules::matcher::RuleSet;
use crate::segment::interface::ModuleInterface;
use crate::segment::learned::Learned;

/// The interfaces of the files for which `is_wanted` holds. A file that can not be read or examined has none.
///
/// # Errors
///
/// When the system gives no thread.
pub fn interfaces(
    discovery: &Discovery,
    modules: &ModuleMap,
    limits: &Limits,
    jobs: usize,
    is_wanted: impl Fn(ModuleId) -> bool,
) -> Result<Vec<ModuleInterface>, IndexError> {
    let enabled = RuleSet::new(0, |_| false);
    let engine = Engine::new(&NoRules, &enabled, modules);
    let wanted: Vec<ModuleId> = modules.ids().filter(|&module| is_wanted(module)).collect();
    let mut interfaces = Vec::new();
    ordered::in_order(
        wanted.len(),
        jobs,
        || Extractor::new(&engine, limits),
        |extractor, at| {
            let file = &discovery.files[wanted[at].0 as usize];
            let source = extractor.read(file);
            extractor.extract(&file.path, source, wanted[at], &Learned::NOTHING).interface
        },
        |_, interface| {
            interfaces.extend(interface);
            Ok::<(), IndexError>(())
        },
    )?;
    Ok(interfaces)
}
