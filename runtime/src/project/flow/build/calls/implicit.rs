//! What methods of the project do where no call of them is written: operators, loops, texts of objects, what stores.

use super::super::super::path::{Label, LabelId, Transfer};
use super::super::super::program::{CallTarget, Receiver};
use super::super::super::skeleton::{Owner, Site, SiteArgument, SiteResult, What};
use super::{BodyBuild, positional, site_target};
use crate::segment::graph::{Derivation, Op, ValueId};

impl BodyBuild<'_, '_> {
    /// A method of the project gives the value; then nothing else does.
    pub(in super::super) fn computed(&mut self, at: u32, object: Option<u32>, others: &[u32]) -> bool {
        let targets = self.of.targets.targets(self.of.file, self.of.graph, self.place(at));
        let (described, targets): (Vec<_>, Vec<_>) = targets.into_iter().partition(|target| target.is_descriptor);
        let with_object: Vec<u32> = object.into_iter().chain(others.iter().copied()).collect();
        let is_computed = !described.is_empty() || !targets.is_empty();
        self.method_site(at, object, &with_object, &described, Some(at), Transfer::SAME);
        match self.op(at) {
            // `__getattr__` is told the name.
            Op::Attribute { name, .. } if others.is_empty() && !targets.is_empty() => {
                let key = self.of.names.labels.id(Label::Key(name.clone()));
                let name = SiteArgument { key, ..positional(self.extra(at)) };
                self.site_with(at, object, vec![name], &targets, Some(at), Transfer::SAME);
            }
            _ => self.method_site(at, object, others, &targets, Some(at), Transfer::SAME),
        }
        is_computed
    }

    /// A call of methods of the project that the language makes.
    pub(in super::super) fn method_site(
        &mut self,
        at: u32,
        object: Option<u32>,
        arguments: &[u32],
        targets: &[CallTarget],
        result: Option<u32>,
        transfer: Transfer,
    ) {
        let arguments = arguments.iter().map(|&value| self.by_place(value)).collect();
        self.site_with(at, object, arguments, targets, result, transfer);
    }

    /// A value that is handed over by its place.
    fn by_place(&mut self, value: u32) -> SiteArgument {
        // What the skeleton has besides the values of the graph is no key.
        let is_of_graph = (value as usize) < self.body.values.len();
        let key = if is_of_graph { self.key(value) } else { LabelId::ANY };
        SiteArgument { key, ..positional(value) }
    }

    fn site_with(
        &mut self,
        at: u32,
        object: Option<u32>,
        arguments: Vec<SiteArgument>,
        targets: &[CallTarget],
        result: Option<u32>,
        transfer: Transfer,
    ) {
        if targets.is_empty() {
            return;
        }
        self.out.add_site(Site {
            at: self.out.order[at as usize],
            range: self.out.ranges[at as usize],
            callee: object,
            given: None,
            owner: Owner::Other,
            kept: Vec::new(),
            arguments,
            targets: targets.iter().map(|target| site_target(target, None, object)).collect(),
            result: result.map(|value| SiteResult { value, transfer }),
            is_virtual: false,
        });
    }

    pub(in super::super) fn methods(&self, value: u32, name: &str) -> Vec<CallTarget> {
        // What the skeleton has besides the values of the graph is of no class.
        if value as usize >= self.body.values.len() {
            return Vec::new();
        }
        self.of.targets.methods(self.of.file, self.of.graph, self.place(value), name)
    }

    /// A value that no expression has, where another one comes about.
    pub(in super::super) fn extra(&mut self, at: u32) -> u32 {
        let (range, order) = (self.out.ranges[at as usize], self.out.order[at as usize]);
        self.out.ranges.push(range);
        self.out.order.push(order);
        self.out.ranges.len() as u32 - 1
    }

    /// Elements of an object whose class says what a loop over it gives come to `to`; `false` when its class says nothing.
    pub(in super::super) fn iterated(&mut self, of: u32, to: u32, transfer: Transfer, is_async: bool) -> bool {
        let iter = self.methods(of, if is_async { "__aiter__" } else { "__iter__" });
        if iter.is_empty() {
            let item = self.methods(of, "__getitem__");
            let is_sequence = !is_async && !item.is_empty();
            self.method_site(to, Some(of), &[], &item, Some(to), transfer);
            return is_sequence;
        }
        let iterator = self.extra(to);
        self.method_site(to, Some(of), &[], &iter, Some(iterator), Transfer::SAME);
        let next = self.of.targets.iterators(self.of.file, self.of.graph, self.place(of), is_async);
        self.method_site(to, Some(iterator), &[], &next, Some(to), transfer);
        let element = Transfer { read: [Some(LabelId::EACH), None], ..transfer };
        self.hand(ValueId(iterator), to, element, What::Load);
        true
    }

    /// What holds the elements that a loop over a value gives: the value, or another one where its class says what they are.
    pub(in super::super) fn iterable(&mut self, value: u32, at: u32) -> u32 {
        if self.methods(value, "__iter__").is_empty() && self.methods(value, "__getitem__").is_empty() {
            return value;
        }
        let elements = self.extra(at);
        self.iterated(value, elements, Transfer::put(LabelId::ANY), false);
        elements
    }

    /// The text of an object whose class says by a method of one of these names what it is comes to `at`.
    pub(in super::super) fn told(&mut self, value: u32, at: u32, names: &[&str]) -> bool {
        for name in names {
            let methods = self.methods(value, name);
            if !methods.is_empty() {
                self.method_site(at, Some(value), &[], &methods, Some(at), Transfer::SAME);
                return true;
            }
        }
        false
    }

    /// A method of the project stands for an operator; then nothing else gives the value.
    pub(in super::super) fn operated(&mut self, at: u32, from: &[ValueId]) -> bool {
        let targets = self.of.targets.targets(self.of.file, self.of.graph, self.place(at));
        let is_whole = !targets.iter().any(|target| target.is_assumed);
        let Some(first) = from.first().map(|first| first.0) else { return false };
        for target in &targets {
            let own = match target.receiver {
                Receiver::Value(own) => own.0,
                _ => first,
            };
            let others = from.iter().map(|value| value.0).filter(|&value| value != own || from.len() == 1);
            let arguments: Vec<SiteArgument> =
                if from.len() > 1 { others.map(positional).collect() } else { Vec::new() };
            // `in` gives true or false, whatever the method gives.
            let gives = !matches!(self.op(at), Op::Derived { how: Derivation::Contains, .. });
            self.out.add_site(Site {
                at: self.out.order[at as usize],
                range: self.out.ranges[at as usize],
                callee: Some(own),
                given: None,
                owner: Owner::Other,
                kept: Vec::new(),
                arguments,
                targets: vec![site_target(target, None, Some(own))],
                result: gives.then_some(SiteResult { value: at, transfer: Transfer::SAME }),
                is_virtual: false,
            });
        }
        !targets.is_empty() && is_whole
    }

    /// A method of the project stores.
    pub(in super::super) fn stored(&mut self, at: u32, object: ValueId, others: &[u32]) -> bool {
        let targets = self.of.targets.stores(self.of.file, self.of.graph, self.id, at);
        if targets.is_empty() {
            return false;
        }
        let with_object = targets.iter().any(|target| target.is_descriptor).then_some(object.0);
        let targets = targets.iter().map(|target| site_target(target, None, Some(object.0))).collect();
        let arguments = with_object.into_iter().chain(others.iter().copied());
        let arguments = arguments.map(|value| self.by_place(value)).collect();
        let effect = &self.body.effects[at as usize];
        let (at, range) = (effect.n_values + at, effect.range);
        let callee = Some(object.0);
        self.out.add_site(Site {
            at,
            range,
            callee,
            given: None,
            owner: Owner::Other,
            kept: Vec::new(),
            arguments,
            targets,
            result: None,
            is_virtual: false,
        });
        true
    }
}
