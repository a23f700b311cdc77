//! From `self.method` and `super().method` to the definition in a base class that they read.

use crate::resolve::{inherited_paths, own_method};
use crate::rules::file_state::FileState;
use crate::syntax::tree::NodeId;
use crate::value::{Question, Value};

/// The dotted name of the definition in a base class of the project that `self.method` or `super().method` reads. A name
/// that the class itself binds, in its body or on its instances, is not inherited.
pub(super) fn inherited<'t>(state: &FileState<'t>, node: NodeId) -> Value<'t> {
    let Some((class, method, is_super)) = own_method(&state.names, state.tree().bare(node)) else { return Value::None };
    let scope = state.file.scopes.get(class);
    if !is_super && (scope.names.contains_key(method) || scope.attributes.contains_key(method)) {
        return Value::None;
    }
    match inherited_paths(&state.names, class, method, is_super) {
        [] => Value::None,
        paths => state.ask(Question::Inherited { paths }),
    }
}
