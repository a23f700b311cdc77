//! What an expression looks like, wherever it stands: the part of a fingerprint that stays when lines move.

use std::fmt::Write;

use crate::segment::graph::{Argument, ArgumentKind, Body, Constant, FileGraph, Op, Place, Value, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::tree::Range;

/// Expressions in expressions that are told.
const MAX_DEPTH: u32 = 4;

/// Tells what a rule matched: the call at that range, or else the value that the fact is about.
pub(super) fn shape_of(graph: &FileGraph, place: Place, matched: Range) -> String {
    let body = &graph.bodies[place.body.0 as usize];
    let is_it = |value: &Value| value.range == matched && matches!(value.op, Op::Call { .. });
    let value = body.values.iter().position(is_it).map_or(place.value, |at| ValueId(at as u32));
    let mut text = String::new();
    tell(body, graph, value, 0, &mut text);
    text
}

/// Writing to a string never fails, so its results are not looked at.
fn tell(body: &Body, graph: &FileGraph, value: ValueId, depth: u32, text: &mut String) {
    if depth > MAX_DEPTH {
        text.push('_');
        return;
    }
    let tell_all = |name: &str, from: &[ValueId], text: &mut String| {
        text.push_str(name);
        for &value in from {
            text.push(' ');
            tell(body, graph, value, depth + 1, text);
        }
    };
    match &body.values[value.0 as usize].op {
        Op::Parameter(place) => {
            text.push_str(body.parameters.get(*place as usize).map_or("_", |parameter| &*parameter.name));
        }
        Op::Constant(Constant::Text(constant)) => {
            let _ = write!(text, "{constant:?}");
        }
        Op::Constant(constant) => {
            let _ = write!(text, "{constant:?}");
        }
        Op::Named(OwnedPath::Outside(name) | OwnedPath::Project { rest: name, .. }) | Op::Unbound(name) => {
            text.push_str(name);
        }
        Op::Captured { name, .. } => text.push_str(name),
        Op::Function(inner) | Op::Class(inner) => text.push_str(&graph.bodies[inner.0 as usize].qualname),
        Op::Attribute { object, name } => {
            tell(body, graph, *object, depth + 1, text);
            let _ = write!(text, ".{name}");
        }
        Op::Item { object, key } => tell_all("item", &[*object, *key], text),
        Op::Element { of, .. } => tell_all("element", &[*of], text),
        Op::Unpacked { of, index, .. } => tell_all(&format!("part {index}"), &[*of], text),
        Op::Call { callee, arguments } => {
            tell(body, graph, *callee, depth + 1, text);
            text.push('(');
            for Argument { kind, value } in arguments {
                if let ArgumentKind::Keyword(name) = kind {
                    let _ = write!(text, "{name}=");
                }
                tell(body, graph, *value, depth + 1, text);
                text.push(',');
            }
            text.push(')');
        }
        Op::Display { kind, entries } => {
            let values: Vec<ValueId> = entries.iter().map(|entry| entry.value).collect();
            tell_all(&format!("{kind:?}"), &values, text);
        }
        Op::Derived { how, from, .. } => tell_all(&format!("{how:?}"), from, text),
        Op::Awaited(of) | Op::Delegated(of) => tell_all("await", &[*of], text),
        Op::Entered { manager, .. } => tell_all("with", &[*manager], text),
        Op::Tested { value, .. } => tell(body, graph, *value, depth, text),
        Op::Join(_) => text.push_str("one of"),
        Op::Sent | Op::Caught { .. } | Op::Unknown => text.push('_'),
    }
}
