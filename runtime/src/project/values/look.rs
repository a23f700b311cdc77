//! From a body, what came out when it was looked at last, and what of it has to be looked at again, to what its values can be.
//!
//! Of a body that was looked at before, only those values are looked at again that have read something that grew, and those
//! that are made of values that changed. What lies behind the head of a loop is looked at as a whole: a value there may hang on
//! itself, and what it was before must not keep it alive.

use std::sync::Arc;

use super::cells::Part;
use super::objects::{BodyRef, Set};
use super::solver::{Frame, Solver};
use crate::segment::graph::{Body, BodyKind, FileGraph, Op, ValueId};

/// Times that the loops of a body are run through.
const MAX_ROUNDS: usize = 4;

/// What came out when a body was looked at.
#[derive(Debug)]
pub(super) struct Looked {
    /// What its values can be.
    pub(super) sets: Vec<Set>,
    /// The first value that hangs on one behind it.
    loops_from: usize,
}

/// The values of a body that are others than before, or have to be looked at.
struct News {
    is_due: Vec<bool>,
    is_changed: Vec<bool>,
    /// Some value is another one.
    any: bool,
}

impl News {
    /// Some operand changed.
    fn is_in(&self, op: &Op) -> bool {
        let mut is_in = false;
        op.each_operand(&mut |value| is_in |= self.is_changed.get(value.0 as usize) == Some(&true));
        is_in
    }
}

impl Solver<'_> {
    /// Looks at parts of a body, and tells the cells what comes out.
    pub(super) fn look_again(&mut self, at: BodyRef, parts: &[Part]) {
        let Some(graph) = self.body_to_look_at(at) else { return };
        let body = &graph.bodies[at.body.0 as usize];
        let n_values = body.values.len();
        let (known, is_new) = match self.looked.remove(&at) {
            Some(known) => (known, false),
            None => (Looked { sets: vec![Set::NONE; n_values], loops_from: first_of_loop(body) }, true),
        };
        let is_whole = is_new || parts.contains(&Part::Whole);
        let mut news = News { is_due: vec![is_whole; n_values], is_changed: vec![false; n_values], any: false };
        for part in parts {
            if let Part::Value(value) = part {
                news.is_due[value.0 as usize] = true;
            }
        }
        let Looked { sets, loops_from } = known;
        let mut frame = Frame { at, body, sets };
        let before = self.cells.begin(at);
        self.look_ahead(&mut frame, loops_from, &mut news);
        if news.any || news.is_due[loops_from..].contains(&true) {
            let old = frame.sets[loops_from..].to_vec();
            frame.sets[loops_from..].fill(Set::NONE);
            self.look_round(&mut frame, loops_from);
            news.any |= old != frame.sets[loops_from..];
        }
        if is_whole || news.any || parts.contains(&Part::Effects) {
            self.cells.look_at(Part::Effects);
            for effect in &body.effects {
                self.act(&frame, &effect.act);
            }
        }
        self.cells.end(before);
        self.looked.insert(at, Looked { sets: frame.sets, loops_from });
    }

    /// Looks at all of a body, whatever is known of it, for whoever takes down its calls. What its values can be.
    pub(super) fn look(&mut self, at: BodyRef) -> Vec<Set> {
        let Some(graph) = self.body_to_look_at(at) else { return Vec::new() };
        let body = &graph.bodies[at.body.0 as usize];
        let mut frame = Frame { at, body, sets: vec![Set::NONE; body.values.len()] };
        let before = self.cells.begin(at);
        self.look_round(&mut frame, 0);
        for effect in &body.effects {
            self.act(&frame, &effect.act);
        }
        self.cells.end(before);
        frame.sets
    }

    /// The file of a body that says more than its head does.
    fn body_to_look_at(&mut self, at: BodyRef) -> Option<Arc<FileGraph>> {
        let graph = self.graph(at.unit)?;
        let body = graph.bodies.get(at.body.0 as usize)?;
        let is_described =
            !self.is_project(at.unit) && matches!(body.kind, BodyKind::Function { .. } | BodyKind::Lambda);
        (!body.is_opaque && !is_described).then_some(graph)
    }

    /// Looks at the values before the first loop that are due, or made of what changed.
    fn look_ahead(&mut self, frame: &mut Frame<'_>, end: usize, news: &mut News) {
        for at in 0..end {
            let is_due = news.is_due[at] || news.any && hangs_on(frame.body, at, news);
            if !is_due {
                continue;
            }
            let id = ValueId(at as u32);
            self.cells.look_at(Part::Value(id));
            let set = self.value(frame, id);
            if set != frame.sets[at] {
                frame.sets[at] = set;
                news.is_changed[at] = true;
                news.any = true;
            }
        }
    }

    /// Looks at each value from one on, as often as its loops bring more.
    fn look_round(&mut self, frame: &mut Frame<'_>, start: usize) {
        for _ in 0..MAX_ROUNDS {
            let (mut has_grown, mut has_loop) = (false, false);
            for at in start..frame.sets.len() {
                let id = ValueId(at as u32);
                has_loop |= is_head_of_loop(&frame.body.values[at].op, at);
                self.cells.look_at(Part::Value(id));
                let set = self.value(frame, id);
                let grown = self.store.union(frame.sets[at], set);
                has_grown |= grown != frame.sets[at];
                frame.sets[at] = grown;
            }
            if !has_grown || !has_loop {
                break;
            }
        }
    }
}

/// A value is made of one that changed.
fn hangs_on(body: &Body, at: usize, news: &News) -> bool {
    let op = &body.values[at].op;
    match op {
        // Its head is made of any values before it: annotations, defaults, bases, and what those are made of.
        Op::Function(_) | Op::Class(_) => true,
        Op::Tested { test, .. } => {
            let tested = body.values.get(test.0 as usize);
            news.is_in(op) || tested.is_some_and(|test| news.is_in(&test.op))
        }
        op => news.is_in(op),
    }
}

fn first_of_loop(body: &Body) -> usize {
    let is_head = |&at: &usize| is_head_of_loop(&body.values[at].op, at);
    (0..body.values.len()).find(is_head).unwrap_or(body.values.len())
}

fn is_head_of_loop(op: &Op, at: usize) -> bool {
    matches!(op, Op::Join(parts) if parts.iter().any(|part| part.0 as usize >= at))
}
