//! Calls, and what is done where a method of the project does it: which functions they reach, and what they do when they
//! reach none.

mod callbacks;
mod implicit;
mod kept;
mod moves;

use std::borrow::Cow;
use std::rc::Rc;

use crate::resolve::is_class_name;
use crate::segment::graph::{Argument, ArgumentKind, Constant, Op, ValueId};
use crate::segment::interface::OwnedPath;

use super::super::library::{self, Behaviour, Move, Port};
use super::super::path::{Handing, Label, LabelId, Transfer};
use super::super::program::{BodyRef, CallTarget, Fields, FieldsKind};
use super::super::skeleton::{
    End, Given, Owner, Site, SiteArgument, SiteReceiver, SiteResult, SiteTarget, What, receiver_of,
};
use super::captures::has_variables;
use super::{BodyBuild, Read};

/// Bytes of a text that is an argument and may be used as a key.
const MAX_KEY: usize = 64;

/// What a call is of.
enum Called<'b> {
    /// A name of a library, or one that nothing binds.
    Name(Box<str>),
    /// A method of an object.
    Method(ValueId, &'b str),
    /// Another value.
    Value,
}

impl Called<'_> {
    fn is(&self, names: &[&str]) -> bool {
        matches!(self, Called::Name(name) if names.contains(&&**name))
    }
}

/// A target, with the values of the calling body.
pub(super) fn site_target(target: &CallTarget, callee: Option<u32>, object: Option<u32>) -> SiteTarget {
    SiteTarget {
        function: target.function,
        receiver: receiver_of(target.receiver, object, callee),
        n_bound: target.n_bound,
        originals: Rc::from(&*target.originals),
        is_assumed: target.is_assumed,
    }
}

impl<'b> BodyBuild<'_, 'b> {
    pub(super) fn call(&mut self, at: u32, callee: ValueId, arguments: &'b [Argument]) {
        let place = self.place(at);
        let called = self.called(callee);
        let object = match called {
            Called::Method(object, _) => Some(object.0),
            _ => None,
        };
        let targets = self.of.targets.targets(self.of.file, self.of.graph, place);
        let behaviour = self.behaviour(&called);
        if let Some(fields) = self.of.targets.fields(self.of.file, self.of.graph, place) {
            self.fields(at, arguments, &fields);
            self.hand(callee, at, Transfer::HELD, What::Call);
            self.field_defaults(at, arguments, &fields);
            if let Some(then) = fields.then {
                self.method_site(at, Some(at), &[], &[CallTarget::method(then)], None, Transfer::SAME);
            }
            if targets.is_empty() {
                return;
            }
        }
        if !targets.is_empty() {
            self.reached(at, callee, object, arguments, &targets);
            return;
        }
        if self.exception(at, callee, arguments) {
            return;
        }
        let is_called_back = behaviour.callback.is_some_and(|callback| self.callback(at, object, arguments, callback));
        self.started(at, &called);
        if is_called_back && behaviour.moves.is_none() {
            return;
        }
        if self.of.described.contains(&place) || self.special(at, &called, arguments) {
            return;
        }
        if self.converted(at, &called, arguments) {
            return;
        }
        match behaviour.moves {
            Some(moves) => {
                let moves = self.moves_of(&called, moves);
                self.library(at, object, arguments, &moves);
            }
            None => {
                let is_builtin = matches!(&called, Called::Name(name) if name.starts_with("builtins."));
                self.unknown(at, callee, object, arguments, !is_builtin);
            }
        }
    }

    /// The moves of a method, without those by which an object keeps what it is given where its class is known not to.
    fn moves_of(&self, called: &Called<'_>, moves: &'static [Move]) -> Cow<'static, [Move]> {
        let keeps = |step: &&Move| step.to == Port::Receiver && step.from != Port::Receiver;
        match *called {
            Called::Method(object, name)
                if moves.iter().any(|step| keeps(&step))
                    && self.of.targets.keeps_nothing(self.of.file, self.place(object.0), name) =>
            {
                moves.iter().filter(|step| !keeps(step)).copied().collect()
            }
            _ => Cow::Borrowed(moves),
        }
    }

    /// A call of functions of the project.
    fn reached(
        &mut self,
        at: u32,
        callee: ValueId,
        object: Option<u32>,
        arguments: &[Argument],
        targets: &[CallTarget],
    ) {
        let targets: Vec<_> = targets.iter().map(|target| site_target(target, Some(callee.0), object)).collect();
        if targets.iter().any(|target| target.receiver == Some(SiteReceiver::Result)) {
            self.hand(callee, at, Transfer::HELD, What::Call);
        }
        let arguments = arguments.iter().map(|argument| self.handed(argument)).collect();
        let range = self.out.ranges[at as usize];
        let result = Some(SiteResult { value: at, transfer: Transfer::SAME });
        let is_attribute_alone = targets.iter().all(|target| target.receiver.is_none());
        let given = self.given(callee).or_else(|| self.given_by_own(callee).filter(|_| is_attribute_alone));
        let owner = self.owner(callee);
        let kept = self.kept_functions(object.map_or(callee, ValueId));
        let callee = Some(callee.0);
        let at = self.out.order[at as usize];
        let is_virtual = false;
        self.out.add_site(Site { at, range, callee, given, owner, arguments, kept, targets, result, is_virtual });
    }

    /// An argument with the function that it is.
    fn handed(&mut self, argument: &Argument) -> SiteArgument {
        let value = argument.value;
        let function = self.only_function(value);
        let is_parameter = matches!(self.given(value), Some(Given::Parameter(_)));
        // Long texts are no keys, and would only be remembered.
        let is_long = self.constant_text(value).is_some_and(|text| text.len() > MAX_KEY);
        let key = if is_long { LabelId::ANY } else { self.key(value.0) };
        SiteArgument { function, is_parameter, key, ..site_argument(argument.kind.clone(), value.0, Transfer::SAME) }
    }

    /// The only function of the project that a value can be.
    fn only_function(&self, value: ValueId) -> Option<BodyRef> {
        if matches!(self.op(value.0), Op::Constant(_) | Op::Derived { .. } | Op::Display { .. } | Op::Unknown) {
            return None;
        }
        match &self.of.targets.callable(self.of.file, self.of.graph, self.place(value.0))[..] {
            [one] => Some(one.function),
            _ => None,
        }
    }

    /// Whose method a call is of.
    fn owner(&self, callee: ValueId) -> Owner {
        let of_class = |class: ValueId| {
            let class = self.class_path(class).and_then(|path| self.of.targets.class_body(&path));
            class.map_or(Owner::Other, Owner::Of)
        };
        let Op::Attribute { object, name } = self.op(callee.0) else { return of_class(callee) };
        match self.op(object.0) {
            Op::Parameter(0) => Owner::Own(Some(name.clone())),
            Op::Call { .. } if self.is_super(*object) => Owner::Own(None),
            Op::Call { callee, .. } => of_class(*callee),
            _ => Owner::Other,
        }
    }

    /// How a function came into this body.
    fn given(&mut self, value: ValueId) -> Option<Given> {
        match self.op(value.0) {
            Op::Parameter(place) => Some(Given::Parameter(*place)),
            Op::Captured { body, name } if *body != self.id && has_variables(self.of.graph, *body) => {
                let label = Label::Captured(self.of.file, *body, name.clone());
                Some(Given::Captured(self.of.names.labels.id(label)))
            }
            Op::Tested { value, .. } => self.given(*value),
            _ => None,
        }
    }

    /// What is started runs.
    fn started(&mut self, at: u32, called: &Called<'_>) {
        let Called::Method(object, "start") = *called else { return };
        let targets = self.of.targets.methods(self.of.file, self.of.graph, self.place(object.0), "run");
        if targets.is_empty() {
            return;
        }
        let targets = targets.iter().map(|target| site_target(target, None, Some(object.0))).collect();
        self.out.add_site(Site {
            at: self.out.order[at as usize],
            range: self.out.ranges[at as usize],
            callee: Some(object.0),
            given: None,
            owner: Owner::Other,
            kept: Vec::new(),
            arguments: Vec::new(),
            targets,
            result: None,
            is_virtual: true,
        });
    }

    fn called(&self, callee: ValueId) -> Called<'b> {
        match self.op(callee.0) {
            Op::Named(path) => match self.of.targets.canonical(path) {
                OwnedPath::Outside(text) => Called::Name(text),
                OwnedPath::Project { .. } => Called::Value,
            },
            Op::Unbound(name) => Called::Name(name.clone()),
            Op::Attribute { object, name } => Called::Method(*object, name),
            Op::Tested { value, .. } => self.called(*value),
            _ => Called::Value,
        }
    }

    fn behaviour(&self, called: &Called<'_>) -> Behaviour {
        match called {
            Called::Name(name) => library::function(name),
            Called::Method(object, name) => match self.op(object.0) {
                Op::Named(OwnedPath::Outside(module)) if !module.starts_with("builtins.") => {
                    let whole = library::function(&format!("{module}.{name}"));
                    if whole.moves.is_some() || whole.callback.is_some() { whole } else { library::method(name) }
                }
                _ => library::method(name),
            },
            Called::Value => Behaviour { moves: None, callback: None },
        }
    }

    fn constant_text(&self, value: ValueId) -> Option<Box<str>> {
        match self.op(value.0) {
            Op::Constant(Constant::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn is_super(&self, object: ValueId) -> bool {
        let Op::Call { callee, .. } = self.op(object.0) else { return false };
        self.called(*callee).is(&["super", "builtins.super"])
    }

    /// Functions that work on names of attributes, or on functions; `true` when nothing else is to be said of the call.
    fn special(&mut self, at: u32, called: &Called<'_>, arguments: &[Argument]) -> bool {
        if called.is(&["functools.partial", "functools.partialmethod"]) {
            self.bound_before(at, arguments);
            return true;
        }
        if let Called::Method(object, "__init__") = *called
            && self.is_super(object)
        {
            self.base_constructor(at, arguments);
            return true;
        }
        if called.is(&["builtins.vars"])
            && let [object] = arguments
        {
            self.namespace(object.value, at);
            return true;
        }
        if let (Called::Method(_, name @ ("enter_context" | "enter_async_context")), [manager]) = (called, arguments) {
            let names = if *name == "enter_context" { "__enter__" } else { "__aenter__" };
            let methods = self.methods(manager.value.0, names);
            match methods.is_empty() {
                true => self.entered(manager.value, at),
                false => self.method_site(at, Some(manager.value.0), &[], &methods, Some(at), Transfer::SAME),
            }
            return true;
        }
        let [object, attribute, rest @ ..] = arguments else { return false };
        let label = match (self.constant_text(attribute.value), self.op(attribute.value.0)) {
            (Some(text), _) => self.attribute(&text),
            (None, Op::Parameter(place)) => match self.own_parameter(*place) {
                Some(function) => self.of.names.labels.id(Label::GivenAttribute(function, *place)),
                None => LabelId::ANY_ATTRIBUTE,
            },
            (None, _) => LabelId::ANY_ATTRIBUTE,
        };
        match rest {
            _ if called.is(&["builtins.getattr"]) => {
                self.alias(object.value, at, Some(label));
                for default in rest {
                    self.hand(default.value, at, Transfer::SAME, What::Assign);
                }
                true
            }
            [value, ..] if called.is(&["builtins.setattr"]) => {
                let range = Some(self.out.ranges[at as usize]);
                self.store(object.value, label, value.value, self.out.order[at as usize], range);
                true
            }
            _ => false,
        }
    }

    /// An exception keeps what it is made with as `args`, where its class has no constructor of the project.
    fn exception(&mut self, at: u32, callee: ValueId, arguments: &[Argument]) -> bool {
        let Some(class) = self.class_path(callee) else { return false };
        let (OwnedPath::Outside(name) | OwnedPath::Project { rest: name, .. }) = &class;
        if !is_class_name(name) || !self.is_exception(&class) {
            return false;
        }
        let group = OwnedPath::Outside("builtins.BaseExceptionGroup".into());
        let is_group = self.of.targets.is_subclass(&class, &group) == Some(true);
        for (place, argument) in arguments.iter().enumerate() {
            let transfer = match &argument.kind {
                ArgumentKind::Positional => Transfer::put(self.index(place as i64)).then_put(LabelId::ARGS),
                ArgumentKind::Keyword(name) => Transfer::put(self.attribute(name)),
                ArgumentKind::Rest => Transfer { how: Handing::Elements, ..Transfer::put(LabelId::ARGS) },
                ArgumentKind::Keywords => continue,
            };
            self.hand(argument.value, at, transfer, What::Store);
            if is_group && place == 1 {
                let label = self.attribute("exceptions");
                self.hand(argument.value, at, Transfer::put(label), What::Store);
            }
        }
        true
    }

    /// A builtin that asks its argument's class for what it gives.
    fn converted(&mut self, at: u32, called: &Called<'_>, arguments: &[Argument]) -> bool {
        let names: &[&str] = match called {
            Called::Name(name) => match &**name {
                "builtins.str" => &["__str__", "__repr__"],
                "builtins.repr" | "builtins.ascii" => &["__repr__"],
                "builtins.format" => &["__format__", "__str__", "__repr__"],
                "builtins.bytes" => &["__bytes__"],
                "builtins.abs" => &["__abs__"],
                "builtins.round" => &["__round__"],
                "builtins.reversed" => {
                    let of = arguments.first().map(|first| first.value.0);
                    let methods = of.map_or_else(Vec::new, |of| self.methods(of, "__reversed__"));
                    self.method_site(at, of, &[], &methods, Some(at), Transfer::SAME);
                    return !methods.is_empty();
                }
                _ => return false,
            },
            Called::Method(object, "format") if self.constant_text(*object).is_some() => {
                for argument in arguments {
                    if !self.told(argument.value.0, at, &["__format__", "__str__", "__repr__"]) {
                        self.hand(argument.value, at, Transfer::DERIVED, What::Derive);
                    }
                }
                return true;
            }
            _ => return false,
        };
        arguments.first().is_some_and(|first| self.told(first.value.0, at, names))
    }

    /// A constructor that is not written down, such as that of an exception, keeps what it is given as `args`.
    fn base_constructor(&mut self, at: u32, arguments: &[Argument]) {
        let Some(own) = self.out.parameters.first().and_then(|parameter| parameter.value) else { return };
        let range = Some(self.out.ranges[at as usize]);
        for (place, argument) in arguments.iter().enumerate() {
            let transfer = Transfer::put(self.index(place as i64)).then_put(LabelId::ARGS);
            self.edge(argument.value.0, End::Object(own), transfer, What::Store, self.out.order[at as usize], range);
        }
    }

    /// What `functools.partial` is given lies in what it makes.
    fn bound_before(&mut self, at: u32, arguments: &[Argument]) {
        for (place, argument) in arguments.iter().enumerate() {
            let label = match &argument.kind {
                ArgumentKind::Positional if place == 0 => {
                    self.hand(argument.value, at, Transfer::SAME, What::Assign);
                    continue;
                }
                ArgumentKind::Positional => Label::Bound(place as u32 - 1),
                ArgumentKind::Keyword(name) => Label::BoundName(name.clone()),
                ArgumentKind::Rest | ArgumentKind::Keywords => continue,
            };
            let label = self.of.names.labels.id(label);
            self.hand(argument.value, at, Transfer::put(label), What::Store);
        }
    }

    /// An object that has its arguments as attributes.
    fn fields(&mut self, at: u32, arguments: &[Argument], fields: &Fields) {
        for (place, argument) in arguments.iter().enumerate() {
            let name = match &argument.kind {
                ArgumentKind::Positional => fields.names.get(place),
                ArgumentKind::Keyword(name) => Some(name),
                ArgumentKind::Rest | ArgumentKind::Keywords => {
                    self.spread_fields(at, argument, fields);
                    continue;
                }
            };
            let Some(name) = name else { continue };
            let label = self.field(fields, name);
            self.hand(argument.value, at, Transfer::put(label), What::Store);
            self.holder(at, argument.value.0, Transfer::read(label));
            let place = fields.names.iter().position(|known| known == name);
            if let (FieldsKind::Tuple, Some(place)) = (fields.kind, place) {
                let label = self.index(place as i64);
                self.hand(argument.value, at, Transfer::put(label), What::Store);
            }
        }
    }

    /// What the call gives nothing for has its default.
    fn field_defaults(&mut self, at: u32, arguments: &[Argument], fields: &Fields) {
        let is_given = |place: Option<usize>, name: &str| {
            let by_place = arguments.iter().take_while(|argument| argument.kind == ArgumentKind::Positional).count();
            place.is_some_and(|place| place < by_place)
                || arguments.iter().any(|argument| match &argument.kind {
                    ArgumentKind::Keyword(known) => **known == *name,
                    _ => false,
                })
        };
        for (name, path) in &fields.defaults {
            let place = fields.names.iter().position(|known| known == name);
            if is_given(place, name) {
                continue;
            }
            let transfer = Transfer::put(self.field(fields, name));
            let cell = self.of.names.cell(path.clone());
            self.of.reads.push(Read { cell, body: self.id, value: at, transfer });
        }
    }

    fn field(&mut self, fields: &Fields, name: &str) -> LabelId {
        match fields.kind {
            FieldsKind::Dictionary => self.of.names.labels.id(Label::Key(name.into())),
            FieldsKind::Object | FieldsKind::Tuple => self.attribute(name),
        }
    }

    /// `*value` or `**value` for an object that has its arguments as attributes.
    fn spread_fields(&mut self, at: u32, argument: &Argument, fields: &Fields) {
        for (place, name) in fields.names.iter().enumerate() {
            let from = match argument.kind {
                ArgumentKind::Keywords => self.of.names.labels.id(Label::Key(name.clone())),
                _ => self.index(place as i64),
            };
            let label = self.field(fields, name);
            let transfer = Transfer { read: [Some(from), None], ..Transfer::put(label) };
            self.hand(argument.value, at, transfer, What::Store);
        }
    }

    /// Nobody says what the call does: its result may be made of all that it is given. Of a builtin, such as `str` or the
    /// class of an exception, it is.
    fn unknown(&mut self, at: u32, callee: ValueId, object: Option<u32>, arguments: &[Argument], is_assumed: bool) {
        for argument in arguments {
            self.hand(argument.value, at, Transfer::DERIVED, What::Call).is_assumed = is_assumed;
        }
        let from = ValueId(object.unwrap_or(callee.0));
        self.hand(from, at, Transfer::DERIVED, What::Derive);
        // An object of a class, and a function that is decorated, have what the class or function took along.
        let functions = arguments.iter().map(|argument| argument.value).chain([callee]);
        for function in
            functions.filter(|value| matches!(self.op(value.0), Op::Function(_) | Op::Class(_))).collect::<Vec<_>>()
        {
            self.hand(function, at, Transfer::HELD, What::Call);
        }
    }
}

fn positional(value: u32) -> SiteArgument {
    site_argument(ArgumentKind::Positional, value, Transfer::SAME)
}

/// An argument that is no function.
pub(super) fn site_argument(kind: ArgumentKind, value: u32, transfer: Transfer) -> SiteArgument {
    SiteArgument { kind, value, transfer, function: None, is_parameter: false, key: LabelId::ANY }
}
