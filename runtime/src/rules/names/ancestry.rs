//! From the ancestors of a class to whether one of them is a name that a rule asks for.

use bumpalo::collections::Vec as BumpVec;

use super::is_own;
use crate::resolve::{Ancestor, Path, class_at};
use crate::rules::file_state::FileState;
use crate::value::{Names, Question, Value};

/// One of the ancestors is, or inherits from, one of the names.
pub(super) fn leads_to<'t>(state: &FileState<'t>, ancestors: &'t [Ancestor<'t>], names: Names) -> Value<'t> {
    match certain_or_open(state, ancestors, names) {
        Ok(answer) => Value::Bool(answer),
        Err(paths) => state.ask(Question::Subclass { paths, names }),
    }
}

/// The answer where the file settles it, or else the classes to ask about.
///
/// A class of this file is asked about as well when it is called like one of the names: the name may be where another
/// file exports it from.
pub(super) fn certain_or_open<'t>(
    state: &FileState<'t>,
    ancestors: &[Ancestor<'t>],
    names: Names,
) -> Result<bool, &'t [Path<'t>]> {
    let mut open = BumpVec::new_in(state.arena);
    for &ancestor in ancestors {
        match ancestor {
            Ancestor::Assumed(text) if names.has_assumed(text) => return Ok(true),
            Ancestor::Certain(Path::Outside(text)) if names.has(text) => return Ok(true),
            Ancestor::Certain(path @ Path::Project { .. }) => {
                let is_of_file = class_at(&state.names, path).is_some();
                match is_own(state, path, names) {
                    Some(true) => return Ok(true),
                    None if !is_of_file || names.has_last(path.last_segment()) => open.push(path),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    if open.is_empty() { Ok(false) } else { Err(open.into_bump_slice()) }
}
