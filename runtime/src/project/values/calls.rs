//! From what is called, and the arguments, to what the call gives: arguments reach parameters, constructors make instances,
//! and what is reached is taken down where somebody asks for it.

use super::cells::Cell;
use super::containers::MAX_ENTRIES;
use super::evaluate::parameter_site;
use super::objects::{Atom, BodyRef, Obj, ObjId, Set, Site, Wrapper};
use super::record::{Callee, Reach};
use super::signature::{Bindings, Type};
use super::solver::{Frame, Solver};
use crate::segment::graph::{Argument, ArgumentKind, BodyKind, ParameterKind, ValueId};

/// Calls in calls that are only known together, such as of decorators and callbacks.
const MAX_NESTED: usize = 16;

/// Places of what a parameter `*args` takes that are told apart; what comes behind lies anywhere. A function that hands on one
/// argument more each time (`def f(*a): f(1, *a)`) would need ever more of them.
const MAX_PLACES: usize = 16;

/// The arguments of a call.
#[derive(Clone, Debug, Default)]
pub(super) struct Arguments {
    pub(super) positional: Vec<Set>,
    pub(super) named: Vec<(Atom, Set)>,
    /// Elements of `*rest`, which may be any number.
    pub(super) rest: Option<Set>,
    /// Mappings of `**keywords`.
    pub(super) keywords: Option<Set>,
}

/// Where a call stands, and how its callee is reached.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caller {
    /// The body that calls.
    pub(super) reader: BodyRef,
    /// The value that the call gives, where somebody writes the call down.
    pub(super) site: Option<Site>,
    /// How.
    pub(super) how: Reach,
    /// Calls around this one that are only known together.
    pub(super) depth: usize,
}

impl Caller {
    pub(super) fn implicit(reader: BodyRef) -> Self {
        Caller { reader, site: None, how: Reach::Operator, depth: 0 }
    }

    pub(super) fn reached(self, how: Reach) -> Self {
        Caller { how, depth: self.depth + 1, ..self }
    }
}

impl Solver<'_> {
    pub(super) fn call_at(&mut self, frame: &Frame<'_>, id: ValueId, callee: ValueId, arguments: &[Argument]) -> Set {
        let how = self.how_written(frame, callee);
        let caller = Caller { reader: frame.at, site: Some(frame.site(id)), how, depth: 0 };
        let callees = frame.set(callee);
        let arguments = self.arguments(frame, arguments);
        if let Some(set) = self.super_call(frame, callees, &arguments) {
            return set;
        }
        self.call_set(callees, &arguments, caller)
    }

    /// The arguments of a call, from what their values can be.
    fn arguments(&mut self, frame: &Frame<'_>, written: &[Argument]) -> Arguments {
        let mut arguments = Arguments::default();
        for Argument { kind, value } in written {
            let set = frame.set(*value);
            match kind {
                ArgumentKind::Positional if arguments.rest.is_none() => arguments.positional.push(set),
                ArgumentKind::Positional => {
                    arguments.rest = arguments.rest.map(|rest| self.store.union(rest, set));
                }
                ArgumentKind::Keyword(name) => arguments.named.push((self.store.atom(name), set)),
                ArgumentKind::Rest => self.spread_rest(frame.at, set, &mut arguments),
                ArgumentKind::Keywords => {
                    let all = arguments.keywords.unwrap_or(Set::NONE);
                    arguments.keywords = Some(self.store.union(all, set));
                }
            }
        }
        arguments
    }

    /// `*value`: of one container whose places are known the elements come one by one.
    fn spread_rest(&mut self, reader: BodyRef, set: Set, arguments: &mut Arguments) {
        if let [one] = *self.store.members(set)
            && arguments.rest.is_none()
            && let Obj::Container(site) = *self.store.get(one)
        {
            let held = self.held_places(site, reader);
            arguments.positional.extend(held);
            let rest = self.cells.read(Cell::Entries(site), reader);
            if rest != Set::NONE {
                arguments.rest = Some(rest);
            }
            return;
        }
        let elements = self.elements(reader, set, false);
        let known = arguments.rest.unwrap_or(Set::NONE);
        arguments.rest = Some(self.store.union(known, elements));
    }

    /// What a container holds at its places, from the first on as long as something is known of them.
    fn held_places(&mut self, site: Site, reader: BodyRef) -> Vec<Set> {
        let mut held = Vec::new();
        for place in 0..MAX_ENTRIES {
            let key = self.store.atom(&place.to_string());
            let set = self.cells.read(Cell::Entry(site, key), reader);
            if set == Set::NONE {
                break;
            }
            held.push(set);
        }
        held
    }

    /// What a call of any object of the set gives.
    pub(super) fn call_set(&mut self, callees: Set, arguments: &Arguments, caller: Caller) -> Set {
        if caller.depth > MAX_NESTED {
            return Set::UNKNOWN;
        }
        let is_open = self.store.is_open(callees);
        let mut found = if is_open { Set::UNKNOWN } else { Set::NONE };
        if is_open && let (Some(recorder), Some(site)) = (&mut self.recorder, caller.site) {
            recorder.note_open(site);
        }
        for callee in self.store.members(callees).to_vec() {
            let set = self.call(callee, arguments, caller);
            found = self.store.union(found, set);
        }
        if caller.how == Reach::Decorator && self.store.is_open(found) {
            // What nobody knows is taken for a decorator that gives what it got.
            let given = arguments.positional.first().copied().unwrap_or(Set::NONE);
            found = self.store.union(found, given);
        }
        found
    }

    /// A call that the language makes: of `__iter__`, of a property.
    pub(super) fn call_implicit(&mut self, reader: BodyRef, callees: Set, positional: &[Set]) -> Set {
        let arguments = Arguments { positional: positional.to_vec(), ..Arguments::default() };
        self.call_set(callees, &arguments, Caller::implicit(reader))
    }

    /// A call that an operator makes, at the value that it gives.
    pub(super) fn call_operator(&mut self, frame: &Frame<'_>, id: ValueId, callees: Set, positional: &[Set]) -> Set {
        let arguments = Arguments { positional: positional.to_vec(), ..Arguments::default() };
        let caller = Caller { site: Some(frame.site(id)), ..Caller::implicit(frame.at) };
        self.call_set(callees, &arguments, caller)
    }

    /// What a call of an object gives.
    pub(super) fn call(&mut self, callee: ObjId, arguments: &Arguments, caller: Caller) -> Set {
        if let Some(set) = self.call_of_language(callee, arguments, caller) {
            return set;
        }
        match self.store.get(callee).clone() {
            Obj::Function(function) => self.call_function(function, None, arguments, caller),
            Obj::Bound(function, receiver) => self.call_function(function, Some(receiver), arguments, caller),
            Obj::Class(class) => self.construct(class, callee, arguments, caller),
            Obj::Instance(..) => {
                let name = self.store.atom("__call__");
                let method = self.attribute(callee, name, caller.reader);
                self.call_set(method, arguments, caller.reached(caller.how))
            }
            Obj::Outside(name) => self.call_outside(name, arguments, caller),
            Obj::Member(container, name) => self.call_member(container, name, arguments, caller),
            Obj::Partial(site) => self.call_partial(site, arguments, caller),
            Obj::Wrapped(Wrapper::Context, function) => {
                self.call(function, arguments, caller.reached(caller.how));
                self.store.one(Obj::Wrapped(Wrapper::Entered, function))
            }
            // A context manager used as a decorator gives what it got.
            Obj::Wrapped(Wrapper::Entered, _) => arguments.positional.first().copied().unwrap_or(Set::UNKNOWN),
            Obj::Wrapped(Wrapper::Static | Wrapper::Class, function) => {
                self.call(function, arguments, caller.reached(caller.how))
            }
            Obj::Callable(parameter, result) => {
                let first = arguments.positional.first().copied();
                let bindings: Bindings = parameter.zip(first).into_iter().collect();
                self.replaced(result, None, &bindings, 0)
            }
            _ => Set::UNKNOWN,
        }
    }

    fn call_function(
        &mut self,
        function: BodyRef,
        receiver: Option<ObjId>,
        arguments: &Arguments,
        caller: Caller,
    ) -> Set {
        self.note(caller, Callee::Body(function), receiver.is_some());
        let Some(graph) = self.graph(function.unit) else { return Set::UNKNOWN };
        let body = &graph.bodies[function.body.0 as usize];
        if !self.is_project(function.unit) {
            return self.call_described(function, body.kind, receiver, arguments, caller);
        }
        let bindings = self.hand_over(function, receiver, arguments, caller.reader);
        let result = match body.kind {
            BodyKind::Function { is_generator: true, .. } => return self.store.one(Obj::Generator(function)),
            BodyKind::Function { is_async: true, .. } => return self.store.one(Obj::Coroutine(function)),
            _ => self.cells.read(Cell::Returned(function), caller.reader),
        };
        self.replaced(result, receiver, &bindings, 0)
    }

    /// Arguments reach the parameters of a function of the project. What stands for each parameter in this call.
    pub(super) fn hand_over(
        &mut self,
        function: BodyRef,
        receiver: Option<ObjId>,
        arguments: &Arguments,
        reader: BodyRef,
    ) -> Bindings {
        let mut bindings = Bindings::new();
        let Some(graph) = self.graph(function.unit) else { return bindings };
        let body = &graph.bodies[function.body.0 as usize];
        let receiver = receiver.map(|receiver| self.store.set(vec![receiver], false));
        let mut positional = receiver.into_iter().chain(arguments.positional.iter().copied());
        let mut taken = Vec::new();
        for (place, parameter) in body.parameters.iter().enumerate() {
            let cell = Cell::Parameter(function, place as u32);
            let mut passed = Set::NONE;
            match parameter.kind {
                ParameterKind::PositionalOnly | ParameterKind::Both => {
                    let by_place = positional.next().or(arguments.rest);
                    if let Some(set) = by_place {
                        self.cells.add(cell, set, &mut self.store);
                        passed = self.store.union(passed, set);
                    }
                }
                ParameterKind::Rest => {
                    let site = parameter_site(function, place as u32);
                    for (at, set) in positional.by_ref().enumerate() {
                        if at < MAX_PLACES {
                            let key = self.store.atom(&at.to_string());
                            self.hold(site, key, set);
                        } else {
                            self.cells.add(Cell::Entries(site), set, &mut self.store);
                        }
                    }
                    if let Some(rest) = arguments.rest {
                        self.cells.add(Cell::Entries(site), rest, &mut self.store);
                    }
                }
                ParameterKind::KeywordOnly | ParameterKind::Keywords => {}
            }
            if matches!(parameter.kind, ParameterKind::Both | ParameterKind::KeywordOnly) {
                let name = self.store.atom(&parameter.name);
                taken.push(name);
                for &(_, set) in arguments.named.iter().filter(|(named, _)| *named == name) {
                    self.cells.add(cell, set, &mut self.store);
                    passed = self.store.union(passed, set);
                }
                if let Some(keywords) = arguments.keywords {
                    let set = self.under(keywords, name, reader);
                    self.cells.add(cell, set, &mut self.store);
                    passed = self.store.union(passed, set);
                }
            }
            if passed == Set::NONE {
                // The default, or what others pass.
                passed = self.cells.read(cell, reader);
            }
            let stands_for = self.passed(function, place as u32);
            bindings.push((stands_for, passed));
            if parameter.kind == ParameterKind::Keywords {
                let site = parameter_site(function, place as u32);
                for &(name, set) in arguments.named.iter().filter(|(name, _)| !taken.contains(name)) {
                    self.hold(site, name, set);
                }
                if let Some(keywords) = arguments.keywords {
                    let set = self.mapped(reader, keywords);
                    self.cells.add(Cell::Entries(site), set, &mut self.store);
                }
            }
        }
        bindings
    }

    /// What mappings hold under a name.
    fn under(&mut self, mappings: Set, name: Atom, reader: BodyRef) -> Set {
        let mut found = Set::NONE;
        for id in self.store.members(mappings).to_vec() {
            if let Obj::Container(site) = *self.store.get(id) {
                let held = self.held(site, name, reader);
                found = self.store.union(found, held);
            }
        }
        found
    }

    /// A call of a function that a stub describes: its parameters say what is called back, its result what it gives.
    fn call_described(
        &mut self,
        function: BodyRef,
        kind: BodyKind,
        receiver: Option<ObjId>,
        arguments: &Arguments,
        caller: Caller,
    ) -> Set {
        let bindings = self.bind_types(function, receiver.is_some(), arguments, caller);
        let result = self.cells.read(Cell::Returned(function), caller.reader);
        let result = self.replaced(result, receiver, &bindings, 0);
        match kind {
            BodyKind::Function { is_async: true, is_generator: false } => self.coroutine(result, caller.reader),
            _ => result,
        }
    }

    /// Something that gives these when it is awaited.
    fn coroutine(&mut self, result: Set, reader: BodyRef) -> Set {
        let classes = self.outside("typing.Awaitable", reader);
        let class = self.store.members(classes).iter().find_map(|&id| match *self.store.get(id) {
            Obj::Class(class) => Some(class),
            _ => None,
        });
        match class {
            Some(class) => self.store.one(Obj::Instance(class, Box::from([result]))),
            None => result,
        }
    }

    /// What the type parameters of a described function stand for in a call. What it calls back is called.
    pub(super) fn bind_types(
        &mut self,
        function: BodyRef,
        has_receiver: bool,
        arguments: &Arguments,
        caller: Caller,
    ) -> Bindings {
        let mut bindings = Bindings::new();
        let Some(graph) = self.graph(function.unit) else { return bindings };
        let Some(signature) = self.signatures.get(&function).cloned() else { return bindings };
        let body = &graph.bodies[function.body.0 as usize];
        let mut positional = arguments.positional.iter().copied();
        let mut passed: Vec<(Type, Set)> = Vec::new();
        for (place, (parameter, ty)) in body.parameters.iter().zip(&signature.parameters).enumerate() {
            if place == 0 && has_receiver {
                continue;
            }
            let mut sets = Vec::new();
            match parameter.kind {
                ParameterKind::PositionalOnly | ParameterKind::Both => {
                    sets.extend(positional.next().or(arguments.rest))
                }
                ParameterKind::Rest => sets.extend(positional.by_ref().chain(arguments.rest)),
                ParameterKind::KeywordOnly | ParameterKind::Keywords => {}
            }
            let name = self.store.atom(&parameter.name);
            sets.extend(arguments.named.iter().filter(|(named, _)| *named == name).map(|&(_, set)| set));
            passed.extend(sets.into_iter().map(|set| (ty.clone(), set)));
        }
        for (ty, set) in passed.iter().filter(|(ty, _)| !matches!(ty, Type::Callable(..))) {
            self.unify(ty, *set, caller.reader, &mut bindings);
        }
        for (ty, set) in &passed {
            self.call_back(ty, *set, caller, &mut bindings);
        }
        bindings
    }

    fn call_back(&mut self, ty: &Type, set: Set, caller: Caller, bindings: &mut Bindings) {
        match ty {
            Type::Callable(parameters, result) => {
                let positional = parameters
                    .iter()
                    .map(|ty| {
                        let values = self.values_of(ty);
                        self.replaced(values, None, bindings, 0)
                    })
                    .collect();
                let arguments = Arguments { positional, ..Arguments::default() };
                let given = self.call_set(set, &arguments, caller.reached(Reach::Callback));
                self.unify(result, given, caller.reader, bindings);
            }
            Type::Union(parts) => parts.iter().for_each(|part| self.call_back(part, set, caller, bindings)),
            _ => {}
        }
    }

    /// What nobody describes may call every function that it is given.
    fn call_outside(&mut self, name: Atom, arguments: &Arguments, caller: Caller) -> Set {
        self.note(caller, Callee::Outside(name), false);
        self.call_handed_over(arguments, caller);
        if crate::resolve::is_class_name(self.store.text(name)) {
            return self.store.one(Obj::OutsideInstance(name));
        }
        Set::UNKNOWN
    }

    fn call_handed_over(&mut self, arguments: &Arguments, caller: Caller) {
        let handed = arguments.positional.iter().copied().chain(arguments.named.iter().map(|&(_, set)| set));
        for set in handed.collect::<Vec<_>>() {
            for object in self.store.members(set).to_vec() {
                if matches!(self.store.get(object), Obj::Function(_) | Obj::Bound(..)) {
                    self.call(object, &Arguments::default(), caller.reached(Reach::Assumed));
                }
            }
        }
    }

    fn call_partial(&mut self, site: Site, arguments: &Arguments, caller: Caller) -> Set {
        let [callee, named] = ["callee()", "named()"].map(|name| self.store.atom(name));
        let callees = self.cells.read(Cell::Entry(site, callee), caller.reader);
        let mut all = arguments.clone();
        let mut first = self.held_places(site, caller.reader);
        first.append(&mut all.positional);
        all.positional = first;
        let keywords = self.cells.read(Cell::Entry(site, named), caller.reader);
        if keywords != Set::NONE {
            let known = all.keywords.unwrap_or(Set::NONE);
            all.keywords = Some(self.store.union(known, keywords));
        }
        self.call_set(callees, &all, caller.reached(caller.how))
    }
}
