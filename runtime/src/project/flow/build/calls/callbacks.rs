//! Functions that are handed over and called there, as calls.

use crate::segment::graph::{Argument, ArgumentKind, Op, ValueId};

use super::super::super::library::{Callback, CallbackArguments, CallbackResult};
use super::super::super::path::{Handing, LabelId, Transfer};
use super::super::super::skeleton::{Owner, Site, SiteArgument, SiteResult, What};
use super::{BodyBuild, site_argument, site_target};

impl<'b> BodyBuild<'_, 'b> {
    /// A function that is handed over is called with other arguments; `true` when one of the project is.
    pub(super) fn callback(
        &mut self,
        at: u32,
        object: Option<u32>,
        arguments: &'b [Argument],
        callback: Callback,
    ) -> bool {
        let (place, name) = callback.function;
        let function = place.and_then(|place| by_place(arguments, place)).or_else(|| by_name(arguments, name));
        let Some(function) = function else { return false };
        let targets = self.of.targets.callable(self.of.file, self.of.graph, self.place(function.value.0));
        if targets.is_empty() {
            return self.called_back_outside(at, function.value, object, arguments, callback);
        }
        let callee = function.value.0;
        let bound = match self.op(callee) {
            Op::Attribute { object, .. } => Some(object.0),
            _ => None,
        };
        let targets = targets.iter().map(|target| site_target(target, Some(callee), bound)).collect();
        let result = match callback.result {
            CallbackResult::Element => Some(Transfer::put(LabelId::ANY)),
            CallbackResult::Whole => Some(Transfer::SAME),
            CallbackResult::Nothing => None,
        };
        let arguments = self.handed_over(at, object, arguments, callback.with);
        self.out.add_site(Site {
            at: self.out.order[at as usize],
            range: self.out.ranges[at as usize],
            callee: Some(callee),
            given: None,
            owner: Owner::Other,
            kept: Vec::new(),
            arguments,
            targets,
            result: result.map(|transfer| SiteResult { value: at, transfer }),
            is_virtual: true,
        });
        true
    }

    /// A builtin is called back: its results are made of what it is called with, unless it gives nothing of that.
    fn called_back_outside(
        &mut self,
        at: u32,
        function: ValueId,
        object: Option<u32>,
        arguments: &[Argument],
        callback: Callback,
    ) -> bool {
        if callback.result != CallbackResult::Element {
            return false;
        }
        let called = self.called(function);
        if self.behaviour(&called).moves.is_some_and(<[_]>::is_empty) {
            return true;
        }
        for argument in self.handed_over(at, object, arguments, callback.with) {
            let made = Transfer { how: Handing::Derived, put: [Some(LabelId::ANY), None], ..argument.transfer };
            self.hand(ValueId(argument.value), at, made, What::Derive);
        }
        true
    }

    /// What the function is called with; elements of what classes say how to loop over.
    fn handed_over(
        &mut self,
        at: u32,
        object: Option<u32>,
        arguments: &[Argument],
        with: CallbackArguments,
    ) -> Vec<SiteArgument> {
        let mut handed = handed(object, arguments, with);
        for argument in handed.iter_mut().filter(|argument| argument.transfer == Transfer::read(LabelId::EACH)) {
            argument.value = self.iterable(argument.value, at);
        }
        handed
    }
}

fn positional(arguments: &[Argument]) -> impl Iterator<Item = &Argument> {
    arguments.iter().filter(|argument| argument.kind == ArgumentKind::Positional)
}

fn by_place(arguments: &[Argument], place: u8) -> Option<&Argument> {
    positional(arguments).nth(usize::from(place))
}

fn by_name<'a>(arguments: &'a [Argument], name: &str) -> Option<&'a Argument> {
    arguments.iter().find(|argument| matches!(&argument.kind, ArgumentKind::Keyword(known) if **known == *name))
}

/// What the function is called with.
fn handed(object: Option<u32>, arguments: &[Argument], with: CallbackArguments) -> Vec<SiteArgument> {
    let element = |value| site_argument(ArgumentKind::Positional, value, Transfer::read(LabelId::EACH));
    let same = |argument: &Argument| site_argument(argument.kind.clone(), argument.value.0, Transfer::SAME);
    match with {
        CallbackArguments::ElementsFrom(first) => {
            let iterables = positional(arguments).skip(usize::from(first)).map(|argument| argument.value.0);
            iterables.map(element).collect()
        }
        CallbackArguments::SpreadElements(first) => {
            let iterables = positional(arguments).skip(usize::from(first)).map(|argument| argument.value.0);
            iterables.map(|value| SiteArgument { kind: ArgumentKind::Rest, ..element(value) }).collect()
        }
        CallbackArguments::Nothing => Vec::new(),
        CallbackArguments::Own => {
            let own = object.map(|value| site_argument(ArgumentKind::Positional, value, Transfer::SAME));
            own.into_iter().collect()
        }
        CallbackArguments::OwnElements => object.map(element).into_iter().collect(),
        CallbackArguments::ElementsTwice(first) => {
            let iterable = by_place(arguments, first).map(|argument| element(argument.value.0));
            iterable.iter().chain(&iterable).cloned().collect()
        }
        CallbackArguments::Spread(first) => {
            let spread = |argument: &Argument, kind| site_argument(kind, argument.value.0, Transfer::SAME);
            let args = by_name(arguments, "args").or_else(|| by_place(arguments, first));
            let kwargs = by_name(arguments, "kwargs").or_else(|| by_place(arguments, first + 1));
            let args = args.map(|argument| spread(argument, ArgumentKind::Rest));
            args.into_iter().chain(kwargs.map(|argument| spread(argument, ArgumentKind::Keywords))).collect()
        }
        CallbackArguments::Rest(first) => {
            let named = arguments.iter().filter(|argument| matches!(argument.kind, ArgumentKind::Keyword(_)));
            positional(arguments).skip(usize::from(first)).chain(named).map(same).collect()
        }
    }
}
