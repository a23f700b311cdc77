//! From what is known about the class of a value, or the bases of a class, to what a person reads.

use crate::resolve::{Ancestor, ClassRef, classes_of, lineage};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;

/// What makes the value of an expression, by dotted names: classes and functions that are called, annotations, and
/// variables that hold it. Nothing when nothing is known of it.
pub fn makers(state: &FileState<'_>, node: NodeId) -> Vec<String> {
    let name = |class: &ClassRef<'_>| match *class {
        ClassRef::Made(path) | ClassRef::Held(path) => path.to_string(),
        ClassRef::Assumed(text) => text.to_owned(),
    };
    classes_of(&state.names, node).iter().map(name).collect()
}

/// The classes that a class inherits from, by dotted names, as far as its own file tells.
pub fn ancestors(state: &FileState<'_>, class: NodeId) -> Vec<String> {
    if state.tree().kind(class) != Kind::ClassDefinition {
        return Vec::new();
    }
    let name = |ancestor: &Ancestor<'_>| match *ancestor {
        Ancestor::Certain(path) => path.to_string(),
        Ancestor::Assumed(text) => text.to_owned(),
    };
    lineage(&state.names, class).iter().map(name).collect()
}
