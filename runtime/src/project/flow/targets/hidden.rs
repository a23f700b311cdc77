//! From what a decorator of a library has made to the function that it was given: whoever calls the one runs the other.

use super::super::program::{BodyRef, CallTarget, CallTargets, Receiver};
use super::{ValueTargets, op};
use crate::modules::ModuleId;
use crate::segment::graph::{BodyId, BodyKind, FileGraph, Op, Place, ValueId};
use crate::segment::interface::OwnedPath;

impl ValueTargets<'_, '_> {
    /// The functions behind a value of which nobody knows that it is one: what decorators have made of them.
    pub(super) fn hidden(&self, file: ModuleId, graph: &FileGraph, value: Place) -> Vec<CallTarget> {
        match op(graph, value) {
            Op::Tested { value: of, .. } => self.hidden(file, graph, Place { value: *of, ..value }),
            Op::Named(path) => {
                let function = self.decorated_at(&self.canonical(path));
                function.map(|function| plain(function, Receiver::Nothing)).into_iter().collect()
            }
            Op::Attribute { .. } => {
                let paths = self.class_attributes(file, graph, value);
                let functions = paths.iter().filter_map(|path| self.decorated_at(path));
                functions.map(|function| plain(function, Receiver::Object)).collect()
            }
            Op::Call { .. } => {
                let function = decorated_by(graph, value).map(|body| BodyRef { file, body });
                function.map(|function| plain(function, Receiver::Nothing)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The function of that path, where it has decorators.
    fn decorated_at(&self, path: &OwnedPath) -> Option<BodyRef> {
        let OwnedPath::Project { module, rest } = path else { return None };
        let graph = self.values.borrow_mut().graph(*module)?;
        let mut bodies = graph.bodies.iter().enumerate().filter(|(_, body)| body.qualname == *rest);
        let (at, body) = bodies.next()?;
        let is_function = matches!(body.kind, BodyKind::Function { .. }) && !body.decorators.is_empty();
        let body = BodyId(at as u32);
        (is_function && bodies.next().is_none()).then_some(BodyRef { file: *module, body })
    }
}

fn plain(function: BodyRef, receiver: Receiver) -> CallTarget {
    CallTarget { receiver, ..CallTarget::method(function) }
}

/// The function that a call gives to its decorator.
fn decorated_by(graph: &FileGraph, call: Place) -> Option<BodyId> {
    let Op::Call { callee, arguments } = op(graph, call) else { return None };
    let [only] = &**arguments else { return None };
    let body = match op(graph, Place { value: only.value, ..call }) {
        Op::Function(body) => *body,
        _ => decorated_by(graph, Place { value: only.value, ..call })?,
    };
    let function = &graph.bodies[body.0 as usize];
    let is_own = |decorator: &ValueId| *decorator == *callee;
    (function.parent == call.body && function.decorators.iter().any(is_own)).then_some(body)
}
