//! From all bindings of a name in one scope to what the name stands for.

use bumpalo::Bump;

use super::limits::{Limit, LimitsHit};
use super::{MAX_PATHS, MAX_STEPS, Path, Resolution, Resolver};
use crate::scope::{Binding, Bound, ScopeId};
use crate::syntax::kinds::Kind;

/// What the bindings of one name come to.
#[derive(Default)]
struct Found<'t> {
    paths: Vec<Path<'t>>,
    definitions: Vec<Path<'t>>,
    assumed: Option<&'t str>,
    has_sure_definition: bool,
    /// It is surely bound to something without a name.
    is_lost: bool,
}

impl<'t> Found<'t> {
    fn add(&mut self, path: Path<'t>, limits: &LimitsHit) {
        add_path(&mut self.paths, path, limits);
    }

    fn add_definition(&mut self, path: Path<'t>, is_conditional: bool, limits: &LimitsHit) {
        add_path(&mut self.definitions, path, limits);
        self.has_sure_definition |= !is_conditional;
    }

    /// An import or alias stays beside bindings that may not run; a definition counts only without one.
    fn weigh(self, arena: &'t Bump) -> Resolution<'t> {
        if self.is_lost || (self.has_sure_definition && !self.paths.is_empty()) {
            return Resolution::Unknown;
        }
        let paths = if self.paths.is_empty() { self.definitions } else { self.paths };
        match (paths.is_empty(), self.assumed) {
            (false, _) => Resolution::Paths(arena.alloc_slice_copy(&paths)),
            (true, Some(text)) => Resolution::Assumed(text),
            (true, None) => Resolution::Unknown,
        }
    }
}

fn add_path<'t>(paths: &mut Vec<Path<'t>>, path: Path<'t>, limits: &LimitsHit) {
    if paths.contains(&path) {
        return;
    }
    match paths.len() < MAX_PATHS {
        true => paths.push(path),
        false => limits.note(Limit::Alternatives),
    }
}

impl<'t> Resolver<'t> {
    pub(super) fn weigh_bindings(&self, home: ScopeId, name: &'t str) -> Resolution<'t> {
        let mut found = Found::default();
        for &id in self.file.scopes.bindings_of(home, name) {
            let n_steps = self.memo.n_steps.get() + 1;
            self.memo.n_steps.set(n_steps);
            if n_steps > MAX_STEPS {
                self.limits.note(Limit::Bindings);
                self.memo.is_cut.set(true);
                return Resolution::Unknown;
            }
            self.weigh_binding(self.file.scopes.binding(id), &mut found);
        }
        found.weigh(self.arena)
    }

    fn weigh_binding(&self, binding: &Binding<'t>, found: &mut Found<'t>) {
        match binding.bound {
            Bound::Module(dotted) => found.add(self.module_path(dotted), &self.limits),
            Bound::From(from, name) => match self.imported(from, name) {
                Ok(path) => found.add(path, &self.limits),
                Err(text) => found.assumed = found.assumed.or(Some(text)),
            },
            Bound::Function(node) | Bound::Class(node) => match self.definition_path(node) {
                Some(path) => found.add_definition(path, binding.is_conditional, &self.limits),
                None => found.is_lost = true,
            },
            Bound::Declared => {}
            Bound::Value(value) => match self.tree().kind(value) {
                Kind::None => {}
                Kind::Identifier | Kind::Attribute | Kind::Call => match self.follow(value) {
                    Some(Resolution::Paths(paths)) => paths.iter().for_each(|&path| found.add(path, &self.limits)),
                    Some(Resolution::Assumed(text)) => found.assumed = found.assumed.or(Some(text)),
                    Some(Resolution::Unknown) => found.is_lost |= !binding.is_conditional,
                    None => {}
                },
                _ => found.is_lost |= !binding.is_conditional,
            },
            Bound::Parameter(_) | Bound::Other => found.is_lost |= !binding.is_conditional,
        }
    }
}
