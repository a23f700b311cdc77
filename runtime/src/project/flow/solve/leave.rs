//! How data leaves a function, to the calls that entered it, or to all when its source lies there.

use std::rc::Rc;

use super::super::order::{Reach, START, reaches};
use super::super::path::{Label, LabelId, Path};
use super::super::program::BodyRef;
use super::super::skeleton::{Owner, Site, SiteReceiver, SiteTarget};
use super::enter::given_to;
use super::{Caller, ContextId, Entry, Exit, Known, Live, NodeId, Reason, Solver, Told};

/// Where data comes out of a call.
struct Out {
    context: ContextId,
    site: u32,
    target: u32,
    live: Live,
    reason: Reason,
    /// Place in the order from which on what was handed in has it; none for right behind the call.
    since: Option<u32>,
    /// It was written into what the call gave: other parts of that are written too.
    is_written: bool,
}

impl Solver<'_, '_> {
    /// What leaves a body goes to all that entered it.
    pub(super) fn leave(&mut self, context: ContextId, node: NodeId, exit: Exit) {
        let body = self.contexts[context as usize].body;
        if let Entry::Source(source) = self.contexts[context as usize].entry {
            let told = self.contexts[context as usize].told.clone();
            self.leave_source(node, source, body, &told, exit);
            return;
        }
        let callers = self.contexts[context as usize].callers.clone();
        for caller in callers {
            self.leave_to(caller, node, exit);
        }
    }

    /// The data of a source leaves a body.
    fn leave_source(&mut self, node: NodeId, source: u32, body: BodyRef, told: &Told, exit: Exit) {
        let given = &told.functions;
        let live = self.nodes[node as usize].live;
        match exit {
            Exit::Sink(_) => {}
            Exit::Cell(cell, path) => {
                self.add(Known::InCell { source, cell, path }, live, Reason::Seen { from: node });
            }
            Exit::Escaped(label, path) => self.called_somewhere(node, source, label, path),
            Exit::Return(_) | Exit::Parameter(..) | Exit::Captured(..) | Exit::Raise(..) => {
                let callers = self.store.callers.get(&body).cloned().unwrap_or_default();
                if self.store.is_uncalled(body) {
                    self.left_in_object(node, source, body, told.class, exit);
                }
                let callee = self.store.skeleton(body.file);
                for caller in callers {
                    let file = self.store.skeleton(caller.body.file);
                    let site = &file.body(caller.body.body).sites[caller.site as usize];
                    let target = &site.targets[caller.target as usize];
                    let gave = given_to(site, target, callee.body(body.body), &Rc::default());
                    if !given.is_empty() && !gave.is_empty() && gave != *given {
                        continue;
                    }
                    // It was a method of an object of another class.
                    if let (Owner::Of(called), Some(class)) = (&site.owner, told.class)
                        && *called != class
                    {
                        continue;
                    }
                    // A function that was called because it was given leaves to whoever gave it.
                    let has_parameter = site.arguments.iter().any(|argument| argument.is_parameter);
                    let functions = match site.given {
                        Some(_) => std::iter::once(body).chain(given.iter().copied()).collect(),
                        None if gave.is_empty() && has_parameter => Rc::clone(given),
                        None => Rc::default(),
                    };
                    let Some(keys) = self.keys_gave(site, target, callee.body(body.body), caller.body, told) else {
                        continue;
                    };
                    let reason = Reason::Left { exit: node, body: caller.body, site: caller.site };
                    let classes = match file.body(caller.body.body).chooses_own() {
                        true => self.objects_of(body, told.class, &site.owner),
                        false => vec![told.class.filter(|_| matches!(site.owner, Owner::Own(_)))],
                    };
                    for class in classes {
                        let told = Told { functions: Rc::clone(&functions), class, keys: Rc::clone(&keys) };
                        let context = self.context(caller.body, Entry::Source(source), told);
                        self.come_out(
                            Out {
                                context,
                                site: caller.site,
                                target: caller.target,
                                live,
                                reason,
                                since: None,
                                is_written: false,
                            },
                            exit,
                        );
                    }
                }
            }
        }
    }

    /// Of which class the object of a method is that calls another one of its own, which is left: each of those that have the
    /// latter, where these are fewer than the object may be of otherwise.
    fn objects_of(&mut self, left: BodyRef, class: Option<BodyRef>, owner: &Owner) -> Vec<Option<BodyRef>> {
        match owner {
            Owner::Own(_) if class.is_some() => vec![class],
            Owner::Own(Some(name)) => match &*self.store.owners(left, name) {
                [] => vec![None],
                owners => owners.iter().copied().map(Some).collect(),
            },
            _ => vec![None],
        }
    }

    /// What leaves a body goes to a call that entered it.
    pub(super) fn leave_to(&mut self, caller: Caller, node: NodeId, exit: Exit) {
        let Known::Fact { context, since, .. } = self.nodes[caller.fact as usize].known else { return };
        let live = self.nodes[caller.fact as usize].live.and(self.nodes[node as usize].live);
        let reason = Reason::Through { fact: caller.fact, site: caller.site, exit: node };
        let Known::Exit { context: left, .. } = self.nodes[node as usize].known else { return };
        // What is written into the result, or into an argument later, is written after the call.
        let is_written = matches!(self.contexts[left as usize].entry, Entry::Result(_) | Entry::Made(_));
        let is_later = is_written || matches!(self.contexts[left as usize].entry, Entry::Later(..));
        let since = is_later.then_some(since);
        let out = Out { context, site: caller.site, target: caller.target, live, reason, since, is_written };
        self.come_out(out, exit);
    }

    /// What leaves a function under a key that is a parameter leaves it under the argument of the call.
    fn as_given(&mut self, exit: Exit, site: &Site, target: &SiteTarget, caller: BodyRef) -> Exit {
        let Some(path) = exit.path().filter(|path| path.labels().any(LabelId::is_given)) else { return exit };
        let file = self.store.skeleton(target.function.file);
        let callee = file.body(target.function.body);
        let labels = &mut self.store.names.labels;
        let path = path.with(|label| {
            let (function, place, is_attribute) = match *labels.get(label) {
                Label::GivenKey(function, place) => (function, place, false),
                Label::GivenAttribute(function, place) => (function, place, true),
                _ => return label,
            };
            if function != target.function {
                return label;
            }
            // A function that calls itself may mean the key of any of its calls.
            let argument = target.argument_of(site, callee, place).filter(|_| caller != function);
            let key = argument.map_or(LabelId::ANY, |argument| argument.key);
            match (is_attribute, labels.get(key)) {
                (false, _) => key,
                (true, &Label::GivenKey(function, place)) => labels.id(Label::GivenAttribute(function, place)),
                (true, _) => key.as_attribute().unwrap_or(LabelId::ANY_ATTRIBUTE),
            }
        });
        exit.at(path)
    }

    /// Data comes out of a call.
    fn come_out(&mut self, out: Out, exit: Exit) {
        let body = self.contexts[out.context as usize].body;
        let file = self.store.skeleton(body.file);
        let skeleton = file.body(body.body);
        let site = &skeleton.sites[out.site as usize];
        let target = &site.targets[out.target as usize];
        let live = out.live.assumed_if(target.is_assumed);
        let since = out.since.unwrap_or(site.at.saturating_add(1));
        let context = out.context;
        let exit = self.as_given(exit, site, target, body);
        // What holds a part that is written into later may have got another one before.
        let is_there = |value: u32, path: Path| {
            let before = site.at.saturating_add(1);
            out.since.is_none_or(|since| {
                reaches(skeleton, value, path.first(), before, since.saturating_sub(1)) != Reach::Overwritten
            })
        };
        match exit {
            Exit::Return(path) => {
                if let Some(result) = site.result
                    && target.receiver != Some(SiteReceiver::Result)
                    && let Some(path) = result.transfer.apply(path, &mut self.limits.collapsed)
                    && is_there(result.value, path)
                {
                    let since = out.since.unwrap_or(START);
                    self.fact(context, result.value, path, since, out.is_written, live, out.reason);
                }
            }
            Exit::Parameter(place, path) => {
                let callee = self.store.skeleton(target.function.file);
                let callee = callee.body(target.function.body);
                for (value, path) in self.bind_back(site, target, callee, place, path) {
                    match (value, site.result) {
                        (Some(value), _) if is_there(value, path) => {
                            self.fact(context, value, path, since, true, live, out.reason);
                        }
                        (Some(_), _) => {}
                        (None, Some(result)) => {
                            if let Some(path) = result.transfer.apply(path, &mut self.limits.collapsed)
                                && is_there(result.value, path)
                            {
                                let since = out.since.unwrap_or(START);
                                self.fact(context, result.value, path, since, out.is_written, live, out.reason);
                            }
                        }
                        (None, None) => {}
                    }
                }
            }
            Exit::Captured(label, path) => {
                if let Some(callee) = site.callee {
                    self.fact(context, callee, path.below(label).0, since, true, live, out.reason);
                }
            }
            Exit::Raise(class, path) => self.raised(skeleton, context, site.range, class, path, live, out.reason),
            Exit::Cell(..) | Exit::Sink(_) | Exit::Escaped(..) => self.exit(context, exit, live, out.reason),
        }
    }
}
