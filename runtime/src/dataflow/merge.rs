//! From the states that come together at a block to one: what differs becomes a join.

use std::rc::Rc;

use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Arrival;
use crate::dataflow::objects::Contents;
use crate::dataflow::state::{CHUNK, State};
use crate::segment::graph::{Op, ValueId};

/// Ways into one block whose tests are weighed against each other; with more, they all become operands of the join.
const MAX_WEIGHED: usize = 16;

impl<'t> BodyRun<'_, '_, 't> {
    /// One state of all that arrive.
    pub(super) fn merge(&mut self, mut arrivals: Vec<Arrival<'t>>) -> State<'t> {
        if let [only] = arrivals.as_mut_slice()
            && only.bound.is_empty()
        {
            return std::mem::take(&mut only.state);
        }
        let Some(first) = arrivals.first() else { return State::default() };
        let mut merged = first.state.clone();
        self.merge_variables(&arrivals, &mut merged);
        self.merge_objects(&arrivals, &mut merged);
        merged
    }

    fn merge_variables(&mut self, arrivals: &[Arrival<'t>], merged: &mut State<'t>) {
        let first = &arrivals[0].state.variables;
        let n_chunks = arrivals.iter().map(|arrival| arrival.state.variables.n_chunks()).max().unwrap_or(0);
        let mut differing: Vec<u32> = Vec::new();
        for chunk in 0..n_chunks {
            if arrivals.iter().any(|arrival| !arrival.state.variables.shares(first, chunk)) {
                differing.extend(((chunk * CHUNK) as u32..).take(CHUNK));
            }
        }
        let bound = arrivals.iter().flat_map(|arrival| &arrival.bound).map(|&(variable, _)| variable);
        differing.extend(bound);
        differing.sort_unstable();
        differing.dedup();
        let mut values = Vec::new();
        for variable in differing {
            values.clear();
            for arrival in arrivals {
                values.extend(arrival.state.variable(variable));
                let bound = arrival.bound.iter().filter(|&&(at, _)| at == variable);
                values.extend(bound.map(|&(_, value)| value));
            }
            let value = self.join(&mut values);
            if value != merged.variable(variable) {
                merged.variables.set(variable, value);
            }
        }
    }

    fn merge_objects(&mut self, arrivals: &[Arrival<'t>], merged: &mut State<'t>) {
        let first = &arrivals[0].state.objects;
        for chunk in 0..first.n_chunks() {
            if arrivals.iter().all(|arrival| arrival.state.objects.shares(first, chunk)) {
                continue;
            }
            for object in ((chunk * CHUNK) as u32..).take(CHUNK) {
                let Some(known) = first.get(object).cloned().flatten() else { continue };
                let others = arrivals[1..].iter().map(|arrival| arrival.state.objects.get(object).cloned().flatten());
                let others: Option<Vec<Rc<Contents<'t>>>> = others.collect();
                let Some(others) = others else {
                    merged.objects.set(object, None);
                    continue;
                };
                if others.iter().any(|other| !Rc::ptr_eq(other, &known)) {
                    let both = self.merge_contents(&known, &others);
                    merged.objects.set(object, Some(Rc::new(both)));
                }
            }
        }
    }

    fn merge_contents(&mut self, first: &Contents<'t>, others: &[Rc<Contents<'t>>]) -> Contents<'t> {
        let mut merged = Contents {
            is_complete: first.is_complete
                && others.iter().all(|other| other.is_complete && other.entries.len() == first.entries.len()),
            ..Contents::default()
        };
        let n_elements = |contents: &Contents<'t>| contents.elements.as_ref().map(Vec::len);
        if let Some(elements) = &first.elements
            && others.iter().all(|other| n_elements(other) == Some(elements.len()))
        {
            let all = (0..elements.len()).map(|at| {
                let mut values = vec![elements[at]];
                values.extend(others.iter().filter_map(|other| other.elements.as_ref()?.get(at).copied()));
                self.join(&mut values)
            });
            merged.elements = all.collect();
        }
        for &(key, value) in &first.entries {
            let held: Option<Vec<ValueId>> = others.iter().map(|other| other.entry(key)).collect();
            match held {
                Some(mut values) => {
                    values.insert(0, value);
                    merged.entries.extend(self.join(&mut values).map(|value| (key, value)));
                }
                None => merged.is_complete = false,
            }
        }
        for &(name, value) in &first.attributes {
            let held: Option<Vec<ValueId>> = others.iter().map(|other| other.attribute(name)).collect();
            if let Some(mut values) = held {
                values.insert(0, value);
                merged.attributes.extend(self.join(&mut values).map(|value| (name, value)));
            }
        }
        merged
    }

    /// One value of several. What a test says is forgotten where a way without it arrives, or one on which it came out
    /// otherwise.
    pub(super) fn join(&mut self, values: &mut Vec<ValueId>) -> Option<ValueId> {
        dedup(values);
        if values.len() > 1 && values.len() <= MAX_WEIGHED {
            self.forget_tests(values);
            self.unite_constants(values);
        }
        match values.as_slice() {
            [] => None,
            [only] => Some(*only),
            several => {
                let range = self.range_of(several[0]);
                Some(self.push_at(Op::Join(several.into()), range))
            }
        }
    }

    fn forget_tests(&self, values: &mut Vec<ValueId>) {
        loop {
            let untested = |value: ValueId| values.contains(&value);
            let without_test = values.iter().position(|&value| self.tested_values(value).any(untested));
            if let Some(at) = without_test {
                values.remove(at);
                continue;
            }
            let opposite = (0..values.len()).find_map(|at| {
                let untested = self.untested_when_opposite(values[at], &values[at + 1..])?;
                Some((at, untested))
            });
            let Some((at, untested)) = opposite else { break };
            values[at] = untested;
            dedup(values);
        }
    }

    /// The values of which a value is a tested one, from the last test to the first.
    pub(super) fn tested_values(&self, value: ValueId) -> impl Iterator<Item = ValueId> + '_ {
        std::iter::successors(Some(value), |&at| match self.op(at) {
            Op::Tested { value, .. } => Some(*value),
            _ => None,
        })
        .skip(1)
    }

    /// The value before a test, where another one is the same value behind the same test that came out otherwise.
    fn untested_when_opposite(&self, value: ValueId, others: &[ValueId]) -> Option<ValueId> {
        let Op::Tested { value: untested, test, outcome } = self.op(value) else { return None };
        let is_opposite = |&other: &ValueId| match self.op(other) {
            Op::Tested { value, test: same, outcome: other } => value == untested && same == test && other != outcome,
            _ => false,
        };
        others.iter().any(is_opposite).then_some(*untested)
    }

    /// Values that are the same constant are one.
    fn unite_constants(&self, values: &mut Vec<ValueId>) {
        let mut at = 1;
        while at < values.len() {
            let constant = self.constant_of(values[at]);
            let is_known = constant.is_some() && values[..at].iter().any(|&known| self.constant_of(known) == constant);
            if is_known {
                values.remove(at);
            } else {
                at += 1;
            }
        }
    }
}

/// Keeps the first of each.
fn dedup(values: &mut Vec<ValueId>) {
    if values.len() > 32 {
        values.sort_unstable();
        values.dedup();
        return;
    }
    let mut at = 1;
    while at < values.len() {
        if values[..at].contains(&values[at]) {
            values.remove(at);
        } else {
            at += 1;
        }
    }
}
