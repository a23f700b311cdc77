//! Calls from which control never comes back, by what their callee stands for.

use crate::resolve::{Path, Resolution, Resolver};
use crate::syntax::kinds::Field;
use crate::syntax::tree::NodeId;

/// Functions that end the process, replace it, or raise whatever they are given; sorted. From the documentation of the
/// standard library, and of the frameworks whose `abort` or `fail` is documented to raise.
const NEVER_RETURN: &[&str] = &[
    "bottle.abort",
    "bottle.redirect",
    "builtins.exit",
    "builtins.quit",
    "flask.abort",
    "flask_restful.abort",
    "flask_restx.abort",
    "os._exit",
    "os.abort",
    "os.execl",
    "os.execle",
    "os.execlp",
    "os.execlpe",
    "os.execv",
    "os.execve",
    "os.execvp",
    "os.execvpe",
    "pytest.exit",
    "pytest.fail",
    "pytest.skip",
    "pytest.xfail",
    "quart.abort",
    "sys.exit",
    "werkzeug.exceptions.abort",
];

/// The callee of `call` certainly is a function that never returns. Names of the project's own are not looked into.
pub fn never_returns(names: &Resolver<'_>, call: NodeId) -> bool {
    let tree = names.tree();
    let Some(callee) = tree.child(call, Field::Function) else { return false };
    let Resolution::Paths(paths) = names.resolve(tree.bare(callee)) else { return false };
    let is_one = |path: &Path<'_>| matches!(path, Path::Outside(name) if NEVER_RETURN.binary_search(name).is_ok());
    paths.iter().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NEVER_RETURN.is_sorted());
    }
}
