//! The interfaces of all modules of a project, each loaded when it is first looked into.

use std::sync::OnceLock;

use crate::modules::{ModuleId, ModuleMap};
use crate::segment::interface::ModuleInterface;

/// Loads the interface of a module; none for one that could not be examined.
pub type Load<'l> = dyn Fn(ModuleId) -> Option<ModuleInterface> + Sync + 'l;

/// The interfaces of all modules.
pub(super) struct Interfaces<'l> {
    load: Option<&'l Load<'l>>,
    loaded: Vec<OnceLock<ModuleInterface>>,
}

impl<'l> Interfaces<'l> {
    /// Interfaces that are loaded when they are asked for.
    pub(super) fn lazy(map: &ModuleMap, load: &'l Load<'l>) -> Self {
        Interfaces { load: Some(load), loaded: map.ids().map(|_| OnceLock::new()).collect() }
    }

    /// Interfaces that are there already; a module without one has no names.
    pub(super) fn given(map: &ModuleMap, interfaces: Vec<ModuleInterface>) -> Self {
        let loaded: Vec<OnceLock<ModuleInterface>> = map.ids().map(|_| OnceLock::new()).collect();
        for interface in interfaces {
            let at = interface.module.0 as usize;
            // Of two interfaces of one module the first counts.
            let _ = loaded[at].set(interface);
        }
        Interfaces { load: None, loaded }
    }

    /// The interface of a module.
    pub(super) fn get(&self, module: ModuleId) -> &ModuleInterface {
        self.loaded[module.0 as usize].get_or_init(|| {
            let loaded = self.load.and_then(|load| load(module));
            loaded.unwrap_or_else(|| ModuleInterface::empty(module))
        })
    }
}
