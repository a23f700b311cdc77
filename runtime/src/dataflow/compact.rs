//! From the values of a body as they came to those that stay: a join of one value is that value, and one that nobody
//! uses goes, as do constants that were only computed with.

use crate::segment::graph::{Effect, Op, Run, Value, ValueId};

/// Rounds in which joins are looked at. One is enough outside loops; what loops in loops leave after these stays.
const MAX_ROUNDS: usize = 4;

/// Drops values that are not needed; `roots` are used from outside the values and effects. Gives the new place of each
/// value, none for those that went.
pub(super) fn compact(
    values: &mut Vec<Value>,
    effects: &mut [Effect],
    runs: &mut [Run],
    roots: Vec<ValueId>,
) -> Vec<Option<ValueId>> {
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
        places.push(match first.0 as usize {
            own if own == at => is_kept[at].then_some(ValueId(n_kept)),
            earlier => places[earlier],
        });
        n_kept += u32::from(is_kept[at]);
    }
    n_before.push(n_kept);
    let mut at = 0;
    values.retain(|_| {
        at += 1;
        is_kept[at - 1]
    });
    // What is used stays.
    let mut new = |value: &mut ValueId| *value = places[value.0 as usize].unwrap_or(*value);
    for value in values.iter_mut() {
        value.op.each_operand_mut(&mut new);
        if let Op::Join(operands) = &mut value.op {
            let mut distinct: Vec<ValueId> = operands.to_vec();
            distinct.sort_unstable();
            distinct.dedup();
            *operands = distinct.into();
        }
    }
    for effect in effects {
        effect.act.each_value(&mut new);
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

/// Which values stay: all but joins, tested values and constants that nobody uses.
fn used(values: &mut [Value], effects: &mut [Effect], roots: Vec<ValueId>, stands_for: &[ValueId]) -> Vec<bool> {
    let is_own = |at: usize| stands_for[at].0 as usize == at;
    let stays = |op: &Op| !matches!(op, Op::Join(_) | Op::Tested { .. } | Op::Constant(_));
    let mut is_kept: Vec<bool> = (0..values.len()).map(|at| is_own(at) && stays(&values[at].op)).collect();
    let mut open = roots;
    for (at, value) in values.iter_mut().enumerate() {
        if is_kept[at] {
            value.op.each_operand(&mut |operand| open.push(*operand));
        }
    }
    for effect in effects.iter_mut() {
        effect.act.each_value(&mut |value| open.push(*value));
    }
    while let Some(value) = open.pop() {
        let value = stands_for[value.0 as usize];
        if !std::mem::replace(&mut is_kept[value.0 as usize], true) {
            values[value.0 as usize].op.each_operand(&mut |operand| open.push(*operand));
        }
    }
    is_kept
}
