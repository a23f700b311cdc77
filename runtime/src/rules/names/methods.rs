//! From `self.method` and `super().method` to the definition in a base class that they read.

use bumpalo::Bump;

use super::{Question, ask};
use crate::resolve::{inherited_paths, own_method};
use crate::rules::cx::Cx;
use crate::syntax::tree::NodeId;
use crate::value::Value;

/// The dotted name of the definition in a base class of the project that `self.method` or `super().method` reads. A name
/// that the class itself binds, in its body or on its instances, is not inherited.
pub(super) fn inherited<'t>(cx: &Cx<'t>, node: NodeId) -> Value<'t> {
    let Some((class, method, is_super)) = own_method(&cx.names, cx.tree().bare(node)) else { return Value::None };
    let scope = cx.file.scopes.get(class);
    if !is_super && (scope.names.contains_key(method) || scope.attributes.contains_key(method)) {
        return Value::None;
    }
    match inherited_paths(&cx.names, class, method, is_super) {
        [] => Value::None,
        paths => ask(cx, Question::Inherited { paths }),
    }
}

/// `resolved` for a name that is known.
pub(super) fn resolved_if_known<'a>(_: &'a Bump, names: &[Value<'a>]) -> Value<'a> {
    match names {
        [Value::Text(_)] => Value::Text("resolved"),
        _ => Value::None,
    }
}
