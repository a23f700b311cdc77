//! From names, subscripts and keys to the labels of the places that they mean.

use super::super::path::{Label, LabelId};
use super::super::program::BodyRef;
use super::BodyBuild;
use crate::segment::graph::{Constant, DisplayKind, Op, ParameterKind, ValueId};

impl<'b> BodyBuild<'_, 'b> {
    pub(super) fn attribute(&mut self, name: &str) -> LabelId {
        self.of.names.labels.id(Label::Attribute(name.into()))
    }

    pub(super) fn index(&mut self, index: i64) -> LabelId {
        self.of.names.labels.id(Label::Index(index))
    }

    /// The label that a subscript or key is.
    pub(super) fn key(&mut self, key: u32) -> LabelId {
        match self.op(key) {
            Op::Constant(Constant::Text(text)) => self.of.names.labels.id(Label::Key(text.clone())),
            Op::Constant(Constant::Int(index)) => self.index(*index),
            Op::Constant(constant @ (Constant::None | Constant::Bool(_))) => {
                self.of.names.labels.id(Label::Key(format!("{constant:?}").into()))
            }
            Op::Display { kind: DisplayKind::Tuple, entries } => {
                let parts: Option<Vec<&Constant>> = entries.iter().map(|entry| self.constant(entry.value)).collect();
                match parts {
                    Some(parts) => self.of.names.labels.id(Label::Key(format!("{parts:?}").into())),
                    None => LabelId::ANY,
                }
            }
            Op::Tested { value, .. } => self.key(value.0),
            Op::Parameter(place) => match self.own_parameter(*place) {
                Some(function) => self.of.names.labels.id(Label::GivenKey(function, *place)),
                None => LabelId::ANY,
            },
            _ => LabelId::ANY,
        }
    }

    /// Notes the parameters by which parts of values are read.
    pub(super) fn key_parameters(&mut self) {
        let read = self.out.edges.iter().flat_map(|edge| edge.transfer.read).flatten();
        let given = read.filter(|label| label.is_given());
        let places = given.filter_map(|label| match *self.of.names.labels.get(label) {
            Label::GivenKey(function, place) | Label::GivenAttribute(function, place) => {
                (function.file == self.of.file && function.body == self.id).then_some(place)
            }
            _ => None,
        });
        let mut places: Vec<u32> = places.collect();
        places.sort_unstable();
        places.dedup();
        self.out.key_parameters = places;
    }

    /// This body, where a call gives that parameter one argument.
    pub(super) fn own_parameter(&self, place: u32) -> Option<BodyRef> {
        let kind = self.body.parameters.get(place as usize)?.kind;
        let is_one = !matches!(kind, ParameterKind::Rest | ParameterKind::Keywords);
        is_one.then_some(BodyRef { file: self.of.file, body: self.id })
    }

    pub(super) fn constant(&self, value: ValueId) -> Option<&'b Constant> {
        match self.op(value.0) {
            Op::Constant(constant) => Some(constant),
            _ => None,
        }
    }
}
