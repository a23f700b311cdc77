//! From a class or value to all that it inherits of the names that a set of rules asks for: one look for all of them, instead of
//! one question for each rule.

use crate::resolve::{ClassRef, Kin, classes_of};
use crate::rules::file_state::FileState;
use crate::syntax::kinds::Kind;
use crate::syntax::tree::NodeId;
use crate::value::NameSet;

/// Gives `take` the names that the class has among its ancestors. `false`: other files have to be asked, and it may have more.
pub fn each_ancestor(
    state: &FileState<'_>,
    class: NodeId,
    asked: &'static NameSet,
    take: &mut impl FnMut(&str),
) -> bool {
    if state.tree().kind(class) != Kind::ClassDefinition {
        return true;
    }
    let mut kin = Kin::default();
    kin.add_heir(&state.names, class, asked);
    kin.names.iter().for_each(|name| take(name));
    !kin.is_open
}

/// Gives `take` the names that the value is an instance of, or of an heir. `false`: other files have to be asked, and it may
/// be one of more.
pub fn each_class(state: &FileState<'_>, node: NodeId, asked: &'static NameSet, take: &mut impl FnMut(&str)) -> bool {
    let classes = classes_of(&state.names, node);
    if classes.is_empty() {
        return state.value_at(state.tree().bare(node)).is_none();
    }
    let mut kin = Kin::default();
    for &class in classes {
        match class {
            ClassRef::Assumed(text) => kin.add_assumed(text, asked),
            ClassRef::Held(_) => return false,
            ClassRef::Made(path) => kin.add_class(&state.names, path, asked),
        }
    }
    kin.names.iter().for_each(|name| take(name));
    !kin.is_open
}
