//! Calls from which control never comes back, by what their callee stands for.

use crate::resolve::fold::{self, Constant};
use crate::resolve::{Path, Resolution, Resolver};
use crate::scope::ScopeId;
use crate::syntax::kinds::{Field, Kind};
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

/// Annotations of functions that never return (PEP 484, and `typing` of Python 3.11).
const NEVER: &[&str] = &["typing.NoReturn", "typing.Never", "typing_extensions.NoReturn", "typing_extensions.Never"];

/// The callee of `call` certainly is a function that never returns: one of these, or one of this file that is annotated so.
/// Functions of other files are not looked into.
pub fn never_returns(names: &Resolver<'_>, call: NodeId) -> bool {
    let tree = names.tree();
    let Some(callee) = tree.child(call, Field::Function) else { return false };
    let Resolution::Paths(paths) = names.resolve(tree.bare(callee)) else { return false };
    paths.iter().all(|path| match path {
        Path::Outside(name) => NEVER_RETURN.binary_search(name).is_ok(),
        Path::Project { module, rest, .. } => *module == names.file.module && is_annotated_so(names, rest),
    })
}

/// The function of that qualified name is annotated with `NoReturn` or `Never`; calling a coroutine function returns.
fn is_annotated_so(names: &Resolver<'_>, qualname: &str) -> bool {
    let Some(scope) = names.definition_scope(qualname) else { return false };
    let (tree, definition) = (names.tree(), names.file.scopes.get(scope).node);
    let Some(annotation) = tree.child(definition, Field::ReturnType) else { return false };
    let is_async =
        tree.children(definition).any(|child| tree.kind(child) == Kind::Token && tree.slice(child) == "async");
    let annotation = match tree.kind(annotation) {
        Kind::Type => tree.children(annotation).next().unwrap_or(annotation),
        _ => annotation,
    };
    let annotation = tree.bare(annotation);
    let resolution = match fold::literal(names, annotation) {
        Some(Constant::Text(quoted)) => names.resolve_text(ScopeId::MODULE, quoted.trim()),
        _ => names.resolve(annotation),
    };
    let Resolution::Paths(paths) = resolution else { return false };
    let is_one = |path: &Path<'_>| matches!(path, Path::Outside(name) if NEVER.contains(name));
    !is_async && paths.iter().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NEVER_RETURN.is_sorted());
    }
}
