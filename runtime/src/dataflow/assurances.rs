//! From what is known of parameters where a body ends to what a call of it assures of its arguments, and of the object whose
//! method it is.

use crate::dataflow::body::BodyRun;
use crate::segment::graph::{Act, Assurance, BodyKind, Effect, Op, ValueId};

/// Ends of a body that are looked at; a body with more assures nothing.
const MAX_ENDS: usize = 32;

/// A way in which a body ends.
pub(super) struct BodyEnd {
    /// Whether what it returns is true.
    returns: bool,
    /// The tested values that parameters are there, with their places.
    tested: Vec<(u32, ValueId)>,
}

impl BodyRun<'_, '_, '_> {
    /// The body ends here and returns that value, or `None`.
    pub(super) fn end(&mut self, returned: Option<ValueId>) {
        if self.parameters.is_empty() || self.ends.len() > MAX_ENDS {
            return;
        }
        let truth = match returned {
            Some(value) => self.truth(value),
            None => Some(false),
        };
        let (Some(value), None) = (returned, truth) else { return self.end_with(truth.unwrap_or(false)) };
        let before = self.state.clone();
        self.assume(value, true);
        self.end_with(true);
        self.state = before;
        self.assume(value, false);
        self.end_with(false);
    }

    /// The body ends here and returns something of which nothing is known.
    pub(super) fn end_somehow(&mut self) {
        self.end_with(true);
        self.end_with(false);
    }

    /// Attributes of the function's own object that were tested after they were set are set to what was tested, so that
    /// whoever gets the object gets that.
    pub(super) fn store_tested(&mut self) {
        let Some(own) = self.values.iter().position(|value| value.op == Op::Parameter(0)) else { return };
        let own = ValueId(own as u32);
        let Some(known) = self.contents(own) else { return };
        let is_tested = |value: ValueId| match self.op(value) {
            Op::Tested { .. } => !matches!(self.op(self.base(value)), Op::Attribute { object, .. } if *object == own),
            Op::Join(parts) => parts.iter().any(|&part| matches!(self.op(part), Op::Tested { .. })),
            _ => false,
        };
        let tested = known.attributes.iter().filter(|&&(_, value)| is_tested(value));
        let n_values = self.values.len() as u32;
        let effects: Vec<Effect> = tested
            .map(|&(name, value)| Effect {
                act: Act::StoreAttribute { object: own, name: name.into(), value },
                range: self.range_of(value),
                n_values,
            })
            .collect();
        self.effects.extend(effects);
    }

    fn end_with(&mut self, returns: bool) {
        let places = (0..).zip(&self.parameters);
        let values = places.filter_map(|(place, variable)| Some((place, self.state.variable((*variable)?)?)));
        let tested = values.filter(|&(place, value)| self.is_tested(value, place, 0)).collect();
        self.ends.push(BodyEnd { returns, tested });
    }

    /// The value is the parameter at that place, and has passed some test.
    fn is_tested(&self, value: ValueId, place: u32, depth: u32) -> bool {
        match self.op(value) {
            Op::Tested { value, .. } => self.is_parameter(*value, place, depth),
            Op::Join(parts) if depth < 4 => parts.iter().all(|&part| self.is_tested(part, place, depth + 1)),
            _ => false,
        }
    }

    fn is_parameter(&self, value: ValueId, place: u32, depth: u32) -> bool {
        matches!(self.op(value), Op::Parameter(at) if *at == place) || self.is_tested(value, place, depth)
    }

    /// What holds at all ends that return something true, and at all that return something false.
    pub(super) fn assurances(&self) -> Vec<Assurance> {
        let kind = self.file.bodies[self.id.0 as usize].kind;
        if self.ends.len() > MAX_ENDS || matches!(kind, BodyKind::Function { is_generator: true, .. }) {
            return Vec::new();
        }
        let mut assures = Vec::new();
        for parameter in 0..self.parameters.len() as u32 {
            let of = [true, false].map(|returns| self.assured(parameter, returns));
            if of.iter().flatten().all(Vec::is_empty) {
                continue;
            }
            for (returns, values) in [true, false].into_iter().zip(of) {
                assures.extend(values.map(|values| Assurance { parameter, returns, values: values.into() }));
            }
        }
        assures
    }

    fn assured(&self, parameter: u32, returns: bool) -> Option<Vec<ValueId>> {
        let mut values = Vec::new();
        for end in self.ends.iter().filter(|end| end.returns == returns) {
            let &(_, value) = end.tested.iter().find(|&&(place, _)| place == parameter)?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Some(values)
    }
}
