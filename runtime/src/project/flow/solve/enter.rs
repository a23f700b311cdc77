//! How data enters the functions that a call reaches.

use std::rc::Rc;

use super::super::order::{AFTER, Reach, START, reaches};
use super::super::path::{Label, LabelId, Path};
use super::super::program::BodyRef;
use super::super::skeleton::{Given, Owner, Role, Site, SiteReceiver, SiteTarget, Skeleton, Use, What};
use super::{At, Caller, Entry, Exit, Known, Live, Reason, Solver, Told};

/// A value that a call uses, and how it reaches one of its targets.
pub(super) struct Entering<'s> {
    pub(super) site: &'s Site,
    pub(super) target: &'s SiteTarget,
    pub(super) callee: &'s Skeleton,
    value: u32,
    path: Path,
    is_written: bool,
}

/// The functions that a call gives another one to call; `own` is what the calling body was given.
pub(super) fn given_to(site: &Site, target: &SiteTarget, callee: &Skeleton, own: &Rc<[BodyRef]>) -> Rc<[BodyRef]> {
    // A function that was called because it was given takes along what it was made of.
    let rest = own.split_first().filter(|(first, _)| site.given.is_some() && **first == target.function);
    let given = callee.given().find_map(|given| match given {
        Given::Captured(_) | Given::Own(_) if !target.originals.is_empty() => Some(Rc::clone(&target.originals)),
        Given::Own(label) => match site.kept.iter().find(|(known, _)| *known == label) {
            Some(&(_, function)) => Some(Rc::from([function])),
            None => Some(Rc::clone(own)).filter(|_| matches!(site.owner, Owner::Own(_))),
        },
        Given::Captured(_) => rest.map(|(_, rest)| Rc::from(rest)),
        Given::Parameter(place) => {
            let argument = target.argument_of(site, callee, place)?;
            let function = argument.function.map(|function| Rc::from([function]));
            function.or_else(|| argument.is_parameter.then(|| Rc::clone(own)))
        }
    });
    // A method that calls others of its object tells them what that keeps.
    let kept = || match &site.kept[..] {
        [(_, only)] if callee.calls_own() => Some(Rc::from([*only])),
        _ => None,
    };
    given.or_else(kept).unwrap_or_default()
}

impl Solver<'_, '_> {
    /// A call uses the value of a fact.
    pub(super) fn use_of(&mut self, skeleton: &Skeleton, at: At, used: &Use, is_written: bool) {
        let site = &skeleton.sites[used.site as usize];
        // What is sent into a generator, or written into what a call returned, comes after the call.
        let reach = match used.role {
            Role::Result => Reach::Yes,
            _ => reaches(skeleton, at.value, at.path.first(), at.since, site.at),
        };
        let is_later = match reach {
            Reach::Yes => false,
            // Who was handed the object may have kept it.
            Reach::Never => is_written && !at.path.is_whole(),
            Reach::Overwritten => false,
        };
        if reach != Reach::Yes && !is_later {
            return;
        }
        let path = match used.role {
            Role::Argument(place) => {
                let transfer = site.arguments[place as usize].transfer;
                match transfer.apply(at.path, &mut self.limits.collapsed) {
                    Some(path) => path,
                    None => return,
                }
            }
            _ => at.path,
        };
        let told = self.contexts[at.context as usize].told.clone();
        let only = self.only_target(site, &told).filter(|only| site.targets.iter().any(|t| t.function == *only));
        for (number, target) in site.targets.iter().enumerate() {
            if only.is_some_and(|only| only != target.function) {
                continue;
            }
            let file = self.store.skeleton(target.function.file);
            let callee = file.body(target.function.body);
            if is_later && !callee.keeps_objects {
                continue;
            }
            if callee.is_opaque {
                self.through_opaque(at, site, used.role, path);
                continue;
            }
            let caller = Caller { fact: at.node, site: used.site, target: number as u32 };
            let entering = Entering { site, target, callee, value: at.value, path, is_written };
            let functions = given_to(site, target, callee, &told.functions);
            let class = match &site.owner {
                _ if !callee.calls_own() || target.receiver.is_none() => None,
                Owner::Other => None,
                Owner::Of(class) => Some(*class),
                Owner::Own(_) => told.class,
            };
            for entry in self.entries(&entering, used.role) {
                let entry = match entry {
                    Entry::Parameter(place, path) if is_later => Entry::Later(place, path),
                    _ if is_later => continue,
                    entry => entry,
                };
                let keys = self.keys_given(&entering, entry, &told);
                let told = Told { functions: Rc::clone(&functions), class, keys };
                self.enter(target.function, callee, entry, told, caller);
            }
        }
    }

    /// The only function that a call can reach, as far as the caller of the calling body tells it.
    fn only_target(&mut self, site: &Site, told: &Told) -> Option<BodyRef> {
        let method = match (&site.owner, told.class) {
            (Owner::Own(Some(name)), Some(class)) => self.store.method_of(class, name),
            _ => None,
        };
        method.or_else(|| told.functions.first().copied().filter(|_| site.given.is_some()))
    }

    /// A function that nobody could look into may make its result of all that it is given.
    fn through_opaque(&mut self, at: At, site: &Site, role: Role, path: Path) {
        if let (Role::Argument(_) | Role::Receiver, Some(result)) = (role, site.result)
            && path.is_content()
        {
            let reason = Reason::Step { from: at.node, what: What::Call, range: site.range };
            self.limits.opaque += 1;
            self.fact(at.context, result.value, Path::WHOLE, START, false, at.live.guessed_if(true), reason);
        }
    }

    fn entries(&mut self, of: &Entering<'_>, role: Role) -> Vec<Entry> {
        match role {
            Role::Receiver if of.target.receiver == Some(SiteReceiver::Value(of.value)) => {
                // A method that is kept as a value has its object with it.
                let path = if of.path.first() == Some(LabelId::OWNER) { of.path.rest() } else { of.path };
                let bound = self.bind_positional(of.callee, 0, path);
                bound.map(|(place, path)| Entry::Parameter(place, path)).into_iter().collect()
            }
            Role::Receiver => Vec::new(),
            Role::Result => {
                let sent = self.store.names.labels.id(Label::Sent);
                match of.path.first() {
                    Some(first) if first == sent => vec![Entry::Sent(of.path.rest())],
                    _ if !of.is_written || of.callee.is_generator => Vec::new(),
                    _ if of.target.receiver == Some(SiteReceiver::Result) => vec![Entry::Made(of.path)],
                    _ => vec![Entry::Result(of.path)],
                }
            }
            Role::Callee => of.path.first().map_or(Vec::new(), |first| self.taken_along(of, first)),
            Role::Argument(place) => {
                let bindings = self.bind(of.site, of.target, of.callee, place, of.path);
                bindings.into_iter().map(|(place, path)| Entry::Parameter(place, path)).collect()
            }
        }
    }

    /// What a function that is called took along when it was made.
    fn taken_along(&mut self, of: &Entering<'_>, first: LabelId) -> Vec<Entry> {
        if first.is_captured() {
            let takes = |&(label, _): &(LabelId, u32)| label == first;
            let is_taken = of.callee.captured.iter().any(takes) || of.callee.takers.iter().any(takes);
            return if is_taken { vec![Entry::Captured(first, of.path.rest())] } else { Vec::new() };
        }
        if !first.is_held() {
            return Vec::new();
        }
        let place = match self.store.names.labels.get(first) {
            Label::Default(place) => Some(*place).filter(|&place| !of.target.gives(of.site, of.callee, place)),
            Label::Bound(place) => Some(place + u32::from(of.target.receiver.is_some())),
            Label::BoundName(name) => {
                let place = of.callee.parameters.iter().position(|parameter| parameter.name == *name);
                // The call may give it anew.
                place.map(|place| place as u32).filter(|&place| !of.target.gives(of.site, of.callee, place))
            }
            _ => None,
        };
        place.map(|place| Entry::Parameter(place, of.path.rest())).into_iter().collect()
    }

    /// Data enters a function; what is known to leave it then comes out at the call.
    fn enter(&mut self, function: BodyRef, callee: &Skeleton, entry: Entry, told: Told, caller: Caller) {
        let context = self.context(function, entry, told);
        let known = &mut self.contexts[context as usize];
        if known.is_caller.insert(caller) {
            known.callers.push(caller);
        }
        if known.callers.len() == 1 {
            self.begin(context, callee, entry);
        }
        let exits = self.contexts[context as usize].exits.clone();
        for node in exits {
            if let Known::Exit { exit, .. } = self.nodes[node as usize].known {
                self.leave_to(caller, node, exit);
            }
        }
    }

    fn begin(&mut self, context: u32, callee: &Skeleton, entry: Entry) {
        let values = |of: &[(LabelId, u32)], label: LabelId| -> Vec<u32> {
            of.iter().filter(|(known, _)| *known == label).map(|&(_, value)| value).collect()
        };
        let (found, path, since) = match entry {
            Entry::Source(_) => return,
            Entry::Parameter(place, path) => {
                let value = callee.parameters.get(place as usize).and_then(|parameter| parameter.value);
                (value.into_iter().collect(), path, START)
            }
            Entry::Captured(label, path) => {
                for value in values(&callee.takers, label) {
                    let (path, _) = path.below(label);
                    self.fact(context, value, path, START, false, Live::ALL, Reason::Entered);
                }
                (values(&callee.captured, label), path, START)
            }
            // It is written after the function has returned it: nothing in the function sees it, but whoever holds it.
            Entry::Result(path) => (callee.returned.clone(), path, AFTER),
            Entry::Made(path) => {
                let own = callee.parameters.first().and_then(|own| own.value);
                (own.into_iter().collect(), path, AFTER)
            }
            Entry::Sent(path) => (callee.sent.clone(), path, START),
            Entry::Later(place, path) => {
                let value = callee.parameters.get(place as usize).and_then(|parameter| parameter.value);
                (value.into_iter().collect(), path, AFTER)
            }
        };
        for value in found {
            self.fact(context, value, path, since, since != START, Live::ALL, Reason::Entered);
        }
    }

    /// A function that took a variable along is called who knows where.
    pub(super) fn called_somewhere(&mut self, node: u32, source: u32, label: LabelId, path: Path) {
        let live = self.nodes[node as usize].live;
        for body in self.store.takers.get(&label).cloned().unwrap_or_default() {
            let file = self.store.skeleton(body.file);
            let context = self.context(body, Entry::Source(source), Told::default());
            for &(of, value) in &file.body(body.body).captured {
                if of == label {
                    self.fact(context, value, path, START, false, live, Reason::Seen { from: node });
                }
            }
        }
    }

    /// What leaves a body that nobody is known to call in its own object, which is of that class where it is known.
    pub(super) fn left_in_object(&mut self, node: u32, source: u32, body: BodyRef, class: Option<BodyRef>, exit: Exit) {
        let Exit::Parameter(0, path) = exit else { return };
        let of_class = class.and_then(|class| self.store.instances_of.get(&class));
        if let Some(&cell) = of_class.or_else(|| self.store.instances.get(&body)) {
            let live = self.nodes[node as usize].live.assumed_if(true);
            self.add(Known::InCell { source, cell, path }, live, Reason::Seen { from: node });
        }
    }
}
