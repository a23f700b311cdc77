//! From the mode in which a file is opened to the class of the stream: the one answer of a function that follows from the text
//! of an argument and not from its class.

use super::calls::Caller;
use super::objects::Set;
use super::solver::Solver;
use crate::segment::graph::{ArgumentKind, Constant, Op, ValueId};

/// Place of the mode among the arguments of `open`.
const MODE: usize = 1;

impl Solver<'_> {
    /// What a call of `open` gives; none when its mode is no constant, or is one for both directions.
    pub(super) fn opened(&mut self, caller: Caller) -> Option<Set> {
        let site = caller.site?;
        let graph = self.graph(site.at.unit)?;
        let body = graph.bodies.get(site.at.body.0 as usize)?;
        let op = |value: ValueId| body.values.get(value.0 as usize).map(|value| &value.op);
        let Some(Op::Call { arguments, .. }) = op(site.value) else { return None };
        let is_spread = |kind: &ArgumentKind| matches!(kind, ArgumentKind::Rest | ArgumentKind::Keywords);
        if arguments.iter().any(|argument| is_spread(&argument.kind)) {
            return None;
        }
        let by_place = arguments.get(MODE).filter(|argument| argument.kind == ArgumentKind::Positional);
        let by_name = |name: &str| {
            arguments
                .iter()
                .find(|argument| matches!(&argument.kind, ArgumentKind::Keyword(keyword) if **keyword == *name))
        };
        let mode = match by_place.or_else(|| by_name("mode")).map(|argument| op(argument.value)) {
            None => "r",
            Some(Some(Op::Constant(Constant::Text(mode)))) => mode,
            Some(_) => return None,
        };
        let class = match (mode.contains('b'), mode.contains('+')) {
            (false, _) => "io.TextIOWrapper",
            (true, false) if by_name("buffering").is_some() || arguments.len() > MODE + 1 => return None,
            (true, false) if mode.contains('r') => "io.BufferedReader",
            (true, false) => "io.BufferedWriter",
            (true, true) => return None,
        };
        Some(self.instance_of(class, caller.reader))
    }
}
