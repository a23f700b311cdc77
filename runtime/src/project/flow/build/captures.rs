//! Which variables of the bodies around it each body takes along, for itself or for the bodies in it.

use std::collections::BTreeSet;

use crate::modules::ModuleId;
use crate::segment::graph::{Act, BodyId, BodyKind, FileGraph, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::Range;

use super::super::path::{Label, LabelId, Transfer};
use super::super::skeleton::{End, Overwrite, What};
use super::{BodyBuild, Names, Read};

/// What each body of a file takes along.
pub(super) struct Captures {
    by_body: Vec<BTreeSet<(BodyId, LabelId)>>,
}

/// A body whose variables are its own at each call; those of modules and classes are there once.
pub(super) fn has_variables(graph: &FileGraph, body: BodyId) -> bool {
    matches!(graph.bodies[body.0 as usize].kind, BodyKind::Function { .. } | BodyKind::Lambda)
}

impl Captures {
    pub(super) fn of(file: ModuleId, graph: &FileGraph, names: &mut Names) -> Self {
        let mut by_body = vec![BTreeSet::new(); graph.bodies.len()];
        for (at, body) in graph.bodies.iter().enumerate() {
            let read = body.values.iter().filter_map(|value| match &value.op {
                Op::Captured { body, name } => Some((*body, name)),
                _ => None,
            });
            let bound = body.effects.iter().filter_map(|effect| match &effect.act {
                Act::Bind { body, name, .. } => Some((*body, name)),
                _ => None,
            });
            let outer = read.chain(bound).filter(|&(of, _)| of.0 as usize != at && has_variables(graph, of));
            for (of, name) in outer {
                let label = names.labels.id(Label::Captured(file, of, name.clone()));
                by_body[at].insert((of, label));
            }
        }
        // What a function takes along, whoever makes it or names it had to take along before.
        let mut is_growing = by_body.iter().any(|taken| !taken.is_empty());
        while is_growing {
            is_growing = false;
            for (at, body) in graph.bodies.iter().enumerate().rev() {
                let named = body.values.iter().filter_map(|value| match value.op {
                    Op::Function(inner) | Op::Class(inner) => Some(inner.0 as usize),
                    _ => None,
                });
                for inner in named.collect::<Vec<_>>() {
                    let taken: Vec<_> = by_body[inner].iter().copied().filter(|(of, _)| of.0 as usize != at).collect();
                    let n = by_body[at].len();
                    by_body[at].extend(taken);
                    is_growing |= by_body[at].len() > n;
                }
            }
        }
        Captures { by_body }
    }

    fn all(&self, body: BodyId) -> Vec<(BodyId, LabelId)> {
        self.by_body[body.0 as usize].iter().copied().collect()
    }
}

impl BodyBuild<'_, '_> {
    /// A variable of a body around this one, or one of this body that inner ones bind.
    pub(super) fn captured(&mut self, body: BodyId, name: &str, at: u32) {
        if !has_variables(self.of.graph, body) {
            let cell = self.cell_of(body, name);
            self.of.reads.push(Read { cell, body: self.id, value: at, transfer: Transfer::SAME });
            self.held(at, End::Cell(cell), Transfer::SAME);
            return;
        }
        let label = self.of.names.labels.id(Label::Captured(self.of.file, body, name.into()));
        self.out.captured.push((label, at));
        self.held(at, End::Captured(label), Transfer::SAME);
    }

    /// A function or class that stands in a module or class, named in another body.
    pub(super) fn elsewhere(&mut self, body: BodyId, at: u32) {
        let inner = &self.of.graph.bodies[body.0 as usize];
        if inner.parent == self.id || has_variables(self.of.graph, inner.parent) {
            return;
        }
        let path = OwnedPath::Project { module: self.of.file, rest: inner.qualname.clone() };
        let cell = self.of.names.cell(path);
        self.of.reads.push(Read { cell, body: self.id, value: at, transfer: Transfer::SAME });
        self.held(at, End::Cell(cell), Transfer::SAME);
    }

    /// Functions and classes of this body with what they take along, and with their defaults.
    pub(super) fn takers(&mut self) {
        for at in 0..self.body.values.len() as u32 {
            let (Op::Function(inner) | Op::Class(inner)) = self.op(at) else { continue };
            for (of, label) in self.of.captures.all(*inner) {
                self.out.takers.push((label, at));
                if of == self.id {
                    self.hand_between(label, at);
                } else {
                    // What the inner one writes into a variable further out, this one has written.
                    self.held(at, End::Captured(label), Transfer::read(label));
                }
            }
            let inner = &self.of.graph.bodies[inner.0 as usize];
            if inner.parent != self.id {
                continue;
            }
            for (place, parameter) in inner.parameters.iter().enumerate() {
                if let Some(default) = parameter.default {
                    let label = self.of.names.labels.id(Label::Default(place as u32));
                    self.hand(default, at, Transfer::put(label), What::Store);
                }
            }
        }
    }

    /// What a function of this body writes into a variable of it is read by this body, and by the others that take it along.
    fn hand_between(&mut self, label: LabelId, taker: u32) {
        let (read, taken) = (Transfer::read(label), Transfer { read: [Some(label), None], ..Transfer::put(label) });
        let readers: Vec<u32> = self.out.captured.iter().filter(|(of, _)| *of == label).map(|&(_, at)| at).collect();
        for reader in readers {
            self.hand(ValueId(taker), reader, read, What::Load).is_alias = true;
        }
        let others: Vec<u32> = self.out.takers.iter().filter(|(of, _)| *of == label).map(|&(_, at)| at).collect();
        for other in others.into_iter().filter(|&other| other != taker) {
            self.holder(taker, other, taken);
            self.holder(other, taker, taken);
        }
    }

    /// A name is bound that other bodies can see.
    pub(super) fn bind(&mut self, body: BodyId, name: &str, value: ValueId, at: u32, range: Option<Range>) {
        if !has_variables(self.of.graph, body) {
            let cell = self.cell_of(body, name);
            self.edge(value.0, End::Cell(cell), Transfer::SAME, What::Store, at, range).is_alias = true;
            return;
        }
        let label = self.of.names.labels.id(Label::Captured(self.of.file, body, name.into()));
        if body != self.id {
            self.edge(value.0, End::Captured(label), Transfer::SAME, What::Store, at, range);
        }
        let those = |of: &[(LabelId, u32)]| -> Vec<u32> {
            of.iter().filter(|(of, _)| *of == label).map(|&(_, at)| at).collect()
        };
        for taker in those(&self.out.takers) {
            // What is written into the value later lies in the variable too.
            self.edge(value.0, End::Object(taker), Transfer::put(label), What::Store, at, range).is_alias = true;
            self.holder(taker, value.0, Transfer::read(label));
            self.out.overwrites.push(Overwrite { object: taker, label, at });
        }
        for reader in those(&self.out.captured) {
            self.edge(value.0, End::Value(reader), Transfer::SAME, What::Assign, at, range).is_alias = true;
        }
    }
}
