//! Functions that an object is made with and keeps as attributes: its methods call those, and not what other objects keep.

use crate::segment::graph::{Act, Argument, ArgumentKind, Op, ValueId};

use super::super::super::path::LabelId;
use super::super::super::program::{BodyRef, CallTarget, Receiver};
use super::super::super::skeleton::Given;
use super::BodyBuild;

impl<'b> BodyBuild<'_, 'b> {
    /// An attribute of the object whose method this body is, which is called.
    pub(super) fn given_by_own(&mut self, callee: ValueId) -> Option<Given> {
        match self.op(callee.0) {
            Op::Attribute { object, name } if matches!(self.op(self.body.untested(*object).0), Op::Parameter(0)) => {
                Some(Given::Own(self.attribute(name)))
            }
            Op::Tested { value, .. } => self.given_by_own(*value),
            _ => None,
        }
    }

    /// The functions that an object keeps which a call in this body has made: each with the attribute that it is.
    pub(super) fn kept_functions(&mut self, object: ValueId) -> Vec<(LabelId, BodyRef)> {
        let made = self.body.untested(object);
        let Op::Call { arguments, .. } = self.op(made.0) else { return Vec::new() };
        let functions: Vec<Option<BodyRef>> =
            arguments.iter().map(|argument| self.only_function(argument.value)).collect();
        if functions.iter().all(Option::is_none) {
            return Vec::new();
        }
        let targets = self.of.targets.targets(self.of.file, self.of.graph, self.place(made.0));
        let constructors = targets.iter().filter(|target| target.receiver == Receiver::Result);
        let mut kept: Vec<(Box<str>, usize)> =
            constructors.flat_map(|target| self.kept_arguments(target, arguments)).collect();
        if let Some(fields) = self.of.targets.fields(self.of.file, self.of.graph, self.place(made.0)) {
            let places = fields
                .names
                .iter()
                .enumerate()
                .filter_map(|(place, name)| Some((name.clone(), argument_for(arguments, place, name)?)));
            kept.extend(places);
        }
        // What this body puts in the place of one is another one.
        kept.retain(|(name, _)| !self.is_set_anew(made, name));
        let kept = kept.into_iter().filter_map(|(name, argument)| Some((self.attribute(&name), functions[argument]?)));
        kept.collect()
    }

    fn is_set_anew(&self, object: ValueId, name: &str) -> bool {
        self.body.effects.iter().any(|effect| match &effect.act {
            Act::StoreAttribute { object: of, name: known, .. } => {
                **known == *name && self.body.untested(*of) == object
            }
            _ => false,
        })
    }

    /// The attributes that a constructor sets to what it is given, with the places of these arguments.
    fn kept_arguments(&self, constructor: &CallTarget, arguments: &[Argument]) -> Vec<(Box<str>, usize)> {
        let Some(graph) = self.of.program.graph(constructor.function.file) else { return Vec::new() };
        let body = &graph.bodies[constructor.function.body.0 as usize];
        let op = |value: ValueId| &body.values[value.0 as usize].op;
        let kept = body.effects.iter().filter_map(|effect| match &effect.act {
            Act::StoreAttribute { object, name, value } if *op(*object) == Op::Parameter(0) => {
                let Op::Parameter(place) = *op(*value) else { return None };
                let parameter = body.parameters.get(place as usize)?;
                let place = (place as usize).checked_sub(1)?;
                Some((name.clone(), argument_for(arguments, place, &parameter.name)?))
            }
            _ => None,
        });
        kept.collect()
    }
}

/// The place of the argument that a parameter takes, by its place among those that a call can give or by its name.
fn argument_for(arguments: &[Argument], place: usize, name: &str) -> Option<usize> {
    let is_spread = |argument: &Argument| matches!(argument.kind, ArgumentKind::Rest | ArgumentKind::Keywords);
    if arguments.iter().any(is_spread) {
        return None;
    }
    arguments
        .iter()
        .position(|argument| matches!(&argument.kind, ArgumentKind::Keyword(known) if **known == *name))
        .or_else(|| {
            let mut by_place = arguments.iter().enumerate().filter(|(_, a)| a.kind == ArgumentKind::Positional);
            by_place.nth(place).map(|(at, _)| at)
        })
}
