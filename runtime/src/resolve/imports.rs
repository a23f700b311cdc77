//! From import statements, star imports and builtins to paths.

use aud_rules_plan::builtins::is_builtin;

use super::limits::Limit;
use super::{MAX_PATHS, Path, Resolution, Resolver, join};
use crate::modules::ModuleId;
use crate::scope::{ImportFrom, ScopeId};

impl<'t> Resolver<'t> {
    pub(crate) fn module_path(&self, dotted: &'t str) -> Path<'t> {
        match self.file.modules.find(dotted) {
            Some(module) => self.whole_module(module),
            None => Path::Outside(dotted),
        }
    }

    pub(super) fn whole_module(&self, module: ModuleId) -> Path<'t> {
        Path::Project { module, name: self.file.modules.name(module), rest: "" }
    }

    /// What `from module import name` binds; a text alone when the module lies above the indexed root.
    pub(crate) fn imported(&self, from: ImportFrom<'t>, name: &'t str) -> Result<Path<'t>, &'t str> {
        let source = self.import_source(from);
        // `from . import part` in a package's own file means the module: the name is only then being bound.
        let is_own = source == Some(self.file.module);
        if let Some(part) = source.filter(|_| is_own).and_then(|package| self.file.modules.submodule(package, name)) {
            return Ok(self.whole_module(part));
        }
        if let Some(module) = source {
            return Ok(Path::Project { module, name: self.file.modules.name(module), rest: name });
        }
        let longer = join(self.arena, from.module, name);
        if from.level == 0 {
            return Ok(self.module_path(longer));
        }
        if let Some(part) = self.file.modules.find_relative(from.level, longer) {
            return Ok(self.whole_module(part));
        }
        match self.file.modules.relative(from.level, longer) {
            Some(dotted) => Ok(Path::Outside(self.arena.alloc_str(&dotted))),
            None => Err(longer),
        }
    }

    /// The file that a `from` import imports from.
    pub(crate) fn import_source(&self, from: ImportFrom<'_>) -> Option<ModuleId> {
        match from.level {
            0 => self.file.modules.find(from.module),
            level => self.file.modules.find_relative(level, from.module),
        }
    }

    /// What a name stands for that no binding of the file gives a value.
    pub(super) fn unbound(&self, name: &'t str) -> Resolution<'t> {
        if let Some(&known) = self.memo.unbound.borrow().get(name) {
            return known;
        }
        let resolution = if is_builtin(name) {
            // Star imports practically never hide a builtin.
            Resolution::Paths(self.arena.alloc_slice_copy(&[Path::Outside(join(self.arena, "builtins", name))]))
        } else {
            self.starred(name)
        };
        self.memo.unbound.borrow_mut().insert(name, resolution);
        resolution
    }

    /// What the star imports of the module make of a name.
    fn starred(&self, name: &'t str) -> Resolution<'t> {
        if name.starts_with('_') {
            return Resolution::Assumed(name);
        }
        let (mut project, mut outside) = (Vec::new(), Vec::new());
        for &from in &self.file.scopes.get(ScopeId::MODULE).stars {
            match self.import_source(from) {
                Some(module) if module == self.file.module => {}
                Some(module) => {
                    project.push(Path::Project { module, name: self.file.modules.name(module), rest: name });
                }
                None => outside.extend(self.imported(from, name).ok()),
            }
        }
        if project.is_empty() {
            return Resolution::Assumed(name);
        }
        project.extend(outside);
        if project.len() > MAX_PATHS {
            self.limits.note(Limit::Alternatives);
            project.truncate(MAX_PATHS);
        }
        Resolution::Paths(self.arena.alloc_slice_copy(&project))
    }
}
