//! From what is known to the way on which it came about.

use crate::modules::ModuleId;
use crate::syntax::tree::Range;

use super::skeleton::What;
use super::solve::{Known, NodeId, Reason, Solver, WayKind};

/// A step of a flow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FlowStep {
    /// The file.
    pub file: ModuleId,
    /// Where in it.
    pub range: Range,
    /// What happens.
    pub what: What,
}

/// A part of the way that is still to be written down, last things first.
enum Todo {
    Node(NodeId),
    Step(FlowStep),
}

impl Solver<'_, '_> {
    /// A way of that kind to a node, for a kind of sink, its source first.
    pub(super) fn way_to(&mut self, node: NodeId, kind: u64, of: WayKind) -> Vec<FlowStep> {
        let mut steps: Vec<FlowStep> = Vec::new();
        let mut todo = vec![Todo::Node(node)];
        // Steps are found from the sink to the source.
        while let Some(next) = todo.pop() {
            let node = match next {
                Todo::Step(step) => {
                    steps.push(step);
                    continue;
                }
                Todo::Node(node) => node,
            };
            let known = self.nodes[node as usize].known;
            let has = |way: &&super::solve::Way| way.gained.on(of).0 & kind != 0;
            let Some(way) = self.nodes[node as usize].ways.iter().find(has).copied() else { continue };
            match way.reason {
                Reason::Entered => {}
                Reason::Source => {
                    if let Known::Fact { context, value, .. } = known {
                        let body = self.contexts[context as usize].body;
                        let range = self.store.skeleton(body.file).body(body.body).ranges[value as usize];
                        steps.push(FlowStep { file: body.file, range, what: What::Source });
                    }
                }
                Reason::Step { from, what, range } => {
                    let file = self.file_of(from);
                    todo.push(Todo::Node(from));
                    todo.push(Todo::Step(FlowStep { file, range, what }));
                }
                Reason::Through { fact, site, exit } => {
                    let (file, range, is_virtual) = self.site_of(fact, site);
                    let what = if is_virtual { What::Call } else { What::Argument };
                    todo.push(Todo::Node(fact));
                    todo.push(Todo::Step(FlowStep { file, range, what }));
                    todo.push(Todo::Node(exit));
                    if is_coming_back(self.nodes[exit as usize].known) {
                        todo.push(Todo::Step(FlowStep { file, range, what: What::Return }));
                    }
                }
                Reason::Left { exit, body, site } => {
                    let range = self.store.skeleton(body.file).body(body.body).sites[site as usize].range;
                    todo.push(Todo::Node(exit));
                    todo.push(Todo::Step(FlowStep { file: body.file, range, what: What::Return }));
                }
                Reason::Seen { from } => {
                    if let Known::Fact { context, value, .. } = known {
                        let body = self.contexts[context as usize].body;
                        let range = self.store.skeleton(body.file).body(body.body).ranges[value as usize];
                        todo.push(Todo::Node(from));
                        todo.push(Todo::Step(FlowStep { file: body.file, range, what: What::Load }));
                    } else {
                        todo.push(Todo::Node(from));
                    }
                }
            }
        }
        steps.reverse();
        steps.dedup_by(|next, before| {
            next.file == before.file && next.range == before.range && (next.what == before.what || is_plain(next.what))
        });
        steps
    }

    fn file_of(&self, node: NodeId) -> ModuleId {
        match self.nodes[node as usize].known {
            Known::Fact { context, .. } | Known::Exit { context, .. } => self.contexts[context as usize].body.file,
            Known::InCell { .. } => ModuleId(0),
        }
    }

    fn site_of(&mut self, fact: NodeId, site: u32) -> (ModuleId, Range, bool) {
        let Known::Fact { context, .. } = self.nodes[fact as usize].known else {
            return (ModuleId(0), Range::default(), false);
        };
        let body = self.contexts[context as usize].body;
        let file = self.store.skeleton(body.file);
        let site = &file.body(body.body).sites[site as usize];
        (body.file, site.range, site.is_virtual)
    }
}

/// A step that says nothing when it is where the step before it was.
fn is_plain(what: What) -> bool {
    matches!(what, What::Assign | What::Load)
}

fn is_coming_back(known: Known) -> bool {
    use super::solve::Exit;
    matches!(
        known,
        Known::Exit { exit: Exit::Return(_) | Exit::Parameter(..) | Exit::Captured(..) | Exit::Raise(..), .. }
    )
}
