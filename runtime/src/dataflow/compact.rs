//! From the values of a body as they came to those that stay: a join of one value is that value, and one that nobody
//! uses goes.

use crate::segment::graph::{Act, Body, Effect, Op, Run, Value, ValueId};

/// Rounds in which joins are looked at. One is enough outside loops; what loops in loops leave after these stays.
const MAX_ROUNDS: usize = 4;

/// Drops joins that are not needed; `roots` are used from outside the values and effects. Gives the new place of each value; that of a dropped one means nothing.
pub(super) fn compact(
    values: &mut Vec<Value>,
    effects: &mut [Effect],
    runs: &mut [Run],
    roots: Vec<ValueId>,
) -> Vec<ValueId> {
    let mut stands_for: Vec<ValueId> = (0..values.len() as u32).map(ValueId).collect();
    if values.iter().any(|value| matches!(value.op, Op::Join(_))) {
        find_trivial(values, &mut stands_for);
    }
    let is_kept = used(values, effects, roots, &stands_for);
    let mut places = Vec::with_capacity(values.len());
    // Number of values that stay before each place, the end included.
    let mut n_before = Vec::with_capacity(values.len() + 1);
    let mut n_kept = 0_u32;
    for (at, &first) in stands_for.iter().enumerate() {
        n_before.push(n_kept);
        // What a value stands for comes before it.
        places.push(if first.0 as usize == at { ValueId(n_kept) } else { places[first.0 as usize] });
        n_kept += u32::from(is_kept[at]);
    }
    n_before.push(n_kept);
    let mut at = 0;
    values.retain(|_| {
        at += 1;
        is_kept[at - 1]
    });
    let mut new = |value: &mut ValueId| *value = places[value.0 as usize];
    for value in values.iter_mut() {
        each_operand(&mut value.op, &mut new);
        if let Op::Join(operands) = &mut value.op {
            let mut distinct: Vec<ValueId> = operands.to_vec();
            distinct.sort_unstable();
            distinct.dedup();
            *operands = distinct.into();
        }
    }
    for effect in effects {
        each_of_act(&mut effect.act, &mut new);
        effect.n_values = n_before[effect.n_values as usize];
    }
    for run in runs {
        run.first_value = n_before[run.first_value as usize];
    }
    places
}

/// Finds what joins of one earlier value stand for.
fn find_trivial(values: &[Value], stands_for: &mut [ValueId]) {
    for _ in 0..MAX_ROUNDS {
        let mut has_changed = false;
        for at in 0..values.len() {
            let Op::Join(operands) = &values[at].op else { continue };
            if stands_for[at].0 as usize != at {
                continue;
            }
            let own = ValueId(at as u32);
            let mut others = operands.iter().map(|operand| root(stands_for, *operand)).filter(|&of| of != own);
            let Some(first) = others.next() else { continue };
            // A value stands for an earlier one only, so that operands come before what uses them.
            if first < own && others.all(|other| other == first) {
                stands_for[at] = first;
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
    }
    for at in 0..stands_for.len() {
        stands_for[at] = root(stands_for, stands_for[at]);
    }
}

fn root(stands_for: &[ValueId], mut value: ValueId) -> ValueId {
    while stands_for[value.0 as usize] != value {
        value = stands_for[value.0 as usize];
    }
    value
}

/// Which values stay: all but joins and tested values that nobody uses.
fn used(values: &mut [Value], effects: &mut [Effect], roots: Vec<ValueId>, stands_for: &[ValueId]) -> Vec<bool> {
    let is_own = |at: usize| stands_for[at].0 as usize == at;
    let mut is_kept: Vec<bool> =
        (0..values.len()).map(|at| is_own(at) && !matches!(values[at].op, Op::Join(_) | Op::Tested { .. })).collect();
    let mut open = roots;
    for (at, value) in values.iter_mut().enumerate() {
        if is_kept[at] {
            each_operand(&mut value.op, &mut |operand| open.push(*operand));
        }
    }
    for effect in effects.iter_mut() {
        each_of_act(&mut effect.act, &mut |value| open.push(*value));
    }
    while let Some(value) = open.pop() {
        let value = stands_for[value.0 as usize];
        if !std::mem::replace(&mut is_kept[value.0 as usize], true) {
            each_operand(&mut values[value.0 as usize].op, &mut |operand| open.push(*operand));
        }
    }
    is_kept
}

/// Hands over each operand of a value.
fn each_operand(op: &mut Op, take: &mut dyn FnMut(&mut ValueId)) {
    match op {
        Op::Parameter(_)
        | Op::Constant(_)
        | Op::Named(_)
        | Op::Unbound(_)
        | Op::Captured { .. }
        | Op::Function(_)
        | Op::Class(_)
        | Op::Sent
        | Op::Unknown => {}
        Op::Join(values) => values.iter_mut().for_each(take),
        Op::Attribute { object, .. } => take(object),
        Op::Item { object, key } => {
            take(object);
            take(key);
        }
        Op::Element { of, .. } | Op::Unpacked { of, .. } => take(of),
        Op::Call { callee, arguments } => {
            take(callee);
            arguments.iter_mut().for_each(|argument| take(&mut argument.value));
        }
        Op::Display { entries, .. } => {
            for entry in entries {
                entry.key.iter_mut().for_each(&mut *take);
                take(&mut entry.value);
            }
        }
        Op::Derived { from, .. } => from.iter_mut().for_each(take),
        Op::Awaited(value) | Op::Delegated(value) => take(value),
        Op::Entered { manager, .. } => take(manager),
        Op::Caught { classes, .. } => classes.iter_mut().for_each(take),
        Op::Tested { value, test, .. } => {
            take(value);
            take(test);
        }
    }
}

/// Hands over each value of an act.
pub(super) fn each_of_act(act: &mut Act, take: &mut dyn FnMut(&mut ValueId)) {
    match act {
        Act::StoreAttribute { object, value, .. } => {
            take(object);
            take(value);
        }
        Act::StoreItem { object, key, value } => {
            take(object);
            take(key);
            take(value);
        }
        Act::Bind { value, annotation, .. } => {
            take(value);
            annotation.iter_mut().for_each(take);
        }
        Act::Declare { object, annotation, .. } => {
            object.iter_mut().for_each(&mut *take);
            take(annotation);
        }
        Act::Return(value) | Act::Yield(value) | Act::Delegate(value) | Act::Raise(value) => take(value),
    }
}

/// Hands over each value of the body around that the head of a body has.
pub(super) fn each_of_head(head: &mut Body, take: &mut dyn FnMut(&mut ValueId)) {
    for parameter in &mut head.parameters {
        parameter.annotation.iter_mut().chain(&mut parameter.default).for_each(&mut *take);
    }
    head.returns.iter_mut().for_each(&mut *take);
    head.bases.iter_mut().for_each(|base| take(&mut base.value));
    head.decorators.iter_mut().for_each(take);
}
