//! Which argument of a call reaches which parameter of a function, and the other way round.

use crate::segment::graph::{ArgumentKind, ParameterKind};

use super::super::path::{Label, LabelId, Path, Transfer};
use super::super::skeleton::{Site, SiteArgument, SiteReceiver, SiteTarget, Skeleton};
use super::Solver;

impl SiteTarget {
    /// The first parameter that an argument can reach.
    fn first_free(&self) -> usize {
        usize::from(self.receiver.is_some()) + self.n_bound as usize
    }

    /// The argument that a parameter takes by its place or name.
    pub(super) fn argument_of<'s>(&self, site: &'s Site, callee: &Skeleton, place: u32) -> Option<&'s SiteArgument> {
        let parameter = callee.parameters.get(place as usize)?;
        let at = (place as usize).checked_sub(self.first_free());
        let at = at.filter(|_| matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Both));
        let by_place = at.and_then(|at| positional(site).nth(at));
        by_place.or_else(|| site.arguments.iter().find(|argument| is_named(argument, &parameter.name)))
    }

    /// The call gives a parameter an argument of its own.
    pub(super) fn gives(&self, site: &Site, callee: &Skeleton, place: u32) -> bool {
        let Some(parameter) = callee.parameters.get(place as usize) else { return true };
        let n_positional = positional(site).count();
        let is_positional = matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Both);
        (is_positional && (place as usize) < self.first_free() + n_positional)
            || site.arguments.iter().any(|argument| is_named(argument, &parameter.name))
    }
}

fn positional(site: &Site) -> impl Iterator<Item = &SiteArgument> {
    site.arguments.iter().filter(|argument| argument.kind == ArgumentKind::Positional)
}

fn is_named(argument: &SiteArgument, name: &str) -> bool {
    matches!(&argument.kind, ArgumentKind::Keyword(known) if **known == *name)
}

fn place_of(callee: &Skeleton, kind: ParameterKind) -> Option<usize> {
    callee.parameters.iter().position(|parameter| parameter.kind == kind)
}

/// Number of parameters that positional arguments reach.
fn n_positional(callee: &Skeleton) -> usize {
    let is_positional = |kind| matches!(kind, ParameterKind::PositionalOnly | ParameterKind::Both);
    callee.parameters.iter().take_while(|parameter| is_positional(parameter.kind)).count()
}

impl Solver<'_, '_> {
    /// The parameters that an argument reaches, with where the data lies in them.
    pub(in super::super) fn bind(
        &mut self,
        site: &Site,
        target: &SiteTarget,
        callee: &Skeleton,
        place: u32,
        path: Path,
    ) -> Vec<(u32, Path)> {
        let first = target.first_free();
        let before = &site.arguments[..place as usize];
        let n_before = before.iter().filter(|before| before.kind == ArgumentKind::Positional).count();
        match &site.arguments[place as usize].kind {
            ArgumentKind::Positional if before.iter().any(|argument| argument.kind == ArgumentKind::Rest) => {
                // Nobody knows how many come before it.
                (first..n_positional(callee)).map(|at| (at as u32, path)).collect()
            }
            ArgumentKind::Positional => self.bind_positional(callee, first + n_before, path).into_iter().collect(),
            ArgumentKind::Keyword(name) => self.bind_name(callee, name, path).into_iter().collect(),
            ArgumentKind::Rest => self.spread(callee, first + n_before, path),
            ArgumentKind::Keywords => self.spread_names(callee, first, path),
        }
    }

    pub(super) fn bind_positional(&mut self, callee: &Skeleton, at: usize, path: Path) -> Option<(u32, Path)> {
        let n = n_positional(callee);
        if at < n {
            return Some((at as u32, path));
        }
        let rest = place_of(callee, ParameterKind::Rest)?;
        let label = self.store.names.labels.id(Label::Index((at - n) as i64));
        Some((rest as u32, path.below(label).0))
    }

    fn bind_name(&mut self, callee: &Skeleton, name: &str, path: Path) -> Option<(u32, Path)> {
        let known = callee.parameters.iter().position(|parameter| {
            *parameter.name == *name && matches!(parameter.kind, ParameterKind::Both | ParameterKind::KeywordOnly)
        });
        if let Some(at) = known {
            return Some((at as u32, path));
        }
        let keywords = place_of(callee, ParameterKind::Keywords)?;
        let label = self.store.names.labels.id(Label::Key(name.into()));
        Some((keywords as u32, path.below(label).0))
    }

    /// `*value`: its elements, in order.
    fn spread(&mut self, callee: &Skeleton, first: usize, path: Path) -> Vec<(u32, Path)> {
        let n = n_positional(callee);
        let mut reached = Vec::new();
        for at in first..n {
            let label = self.store.names.labels.id(Label::Index((at - first) as i64));
            let path = Transfer::read(label).apply(path, &mut self.limits.collapsed);
            reached.extend(path.map(|path| (at as u32, path)));
        }
        let Some(rest) = place_of(callee, ParameterKind::Rest) else { return reached };
        let n_taken = n.saturating_sub(first) as i64;
        let path = match path.first().map(|label| self.store.names.labels.get(label)) {
            None => path,
            Some(Label::Index(index)) if *index >= 0 && *index < n_taken => return reached,
            Some(Label::Index(index)) if *index >= 0 => {
                let label = Label::Index(index - n_taken + first.saturating_sub(n) as i64);
                path.rest().below(self.store.names.labels.id(label)).0
            }
            Some(Label::Any | Label::Index(_)) => path.rest().below(LabelId::ANY).0,
            Some(_) => return reached,
        };
        reached.push((rest as u32, path));
        reached
    }

    /// `**value`: its entries, by their keys.
    fn spread_names(&mut self, callee: &Skeleton, first: usize, path: Path) -> Vec<(u32, Path)> {
        let mut reached = Vec::new();
        let mut is_named = false;
        for (at, parameter) in callee.parameters.iter().enumerate().skip(first) {
            if !matches!(parameter.kind, ParameterKind::Both | ParameterKind::KeywordOnly) {
                continue;
            }
            let label = self.store.names.labels.id(Label::Key(parameter.name.clone()));
            is_named |= path.first() == Some(label);
            let path = Transfer::read(label).apply(path, &mut self.limits.collapsed);
            reached.extend(path.map(|path| (at as u32, path)));
        }
        if let Some(keywords) = place_of(callee, ParameterKind::Keywords)
            && !is_named
            && path.first().is_none_or(LabelId::is_item)
        {
            reached.push((keywords as u32, path));
        }
        reached
    }

    /// The values that a parameter was bound to, with where the data lies in them; no value for what a constructor makes.
    pub(super) fn bind_back(
        &mut self,
        site: &Site,
        target: &SiteTarget,
        callee: &Skeleton,
        place: u32,
        path: Path,
    ) -> Vec<(Option<u32>, Path)> {
        // The receiver of a function that takes `*args` is the first of these.
        let first_of_rest = self.store.names.labels.id(Label::Index(0));
        let takes_rest = callee.parameters.first().is_some_and(|own| own.kind == ParameterKind::Rest);
        let of_receiver = match takes_rest {
            true if path.first() == Some(first_of_rest) => Some(path.rest()),
            true => None,
            false => Some(path),
        };
        if let (0, Some(receiver), Some(path)) = (place, target.receiver, of_receiver) {
            return match receiver {
                SiteReceiver::Value(value) => vec![(Some(value), path)],
                SiteReceiver::Result => vec![(None, path)],
                SiteReceiver::Class => Vec::new(),
            };
        }
        let Some(parameter) = callee.parameters.get(place as usize) else { return Vec::new() };
        let first = target.first_free();
        let mut reached = Vec::new();
        let mut reach = |argument: &SiteArgument, path: Path| {
            let path = argument.transfer.back().apply(path, &mut 0);
            reached.extend(path.map(|path| (Some(argument.value), path)));
        };
        match (parameter.kind, path.first()) {
            (ParameterKind::PositionalOnly | ParameterKind::Both | ParameterKind::KeywordOnly, _) => {
                let keywords = site.arguments.iter().filter(|argument| argument.kind == ArgumentKind::Keywords);
                if let Some(argument) = target.argument_of(site, callee, place) {
                    reach(argument, path);
                } else {
                    let n_before = positional(site).count();
                    let at = (place as usize).checked_sub(first + n_before);
                    let rest = site.arguments.iter().find(|argument| argument.kind == ArgumentKind::Rest);
                    if let (Some(at), Some(rest)) = (at, rest) {
                        let label = self.store.names.labels.id(Label::Index(at as i64));
                        reach(rest, path.below(label).0);
                    }
                    let label = self.store.names.labels.id(Label::Key(parameter.name.clone()));
                    keywords.for_each(|argument| reach(argument, path.below(label).0));
                }
            }
            (ParameterKind::Rest | ParameterKind::Keywords, None) => {}
            (ParameterKind::Rest, Some(label)) => {
                let n_taken = (place as usize).saturating_sub(first);
                for (at, argument) in positional(site).skip(n_taken).enumerate() {
                    if label == LabelId::ANY || label == self.store.names.labels.id(Label::Index(at as i64)) {
                        reach(argument, path.rest());
                    }
                }
            }
            (ParameterKind::Keywords, Some(label)) => {
                for argument in &site.arguments {
                    let ArgumentKind::Keyword(name) = &argument.kind else { continue };
                    if label == self.store.names.labels.id(Label::Key(name.clone())) {
                        reach(argument, path.rest());
                    }
                }
            }
        }
        reached
    }
}
