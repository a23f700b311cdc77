//! Directories as they are found on disks, and the files that are taken from them.

use std::fs;

use super::*;

/// A directory with these files; one whose name ends in `/` is a directory.
fn tree(paths: &[&str]) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    for path in paths {
        let (path, content) = path.split_once('=').unwrap_or((path, ""));
        let absolute = directory.path().join(path);
        if path.ends_with('/') {
            fs::create_dir_all(absolute).unwrap();
        } else {
            fs::create_dir_all(absolute.parent().unwrap()).unwrap();
            fs::write(absolute, content).unwrap();
        }
    }
    directory
}

fn found(directory: &Path, named: &[&str]) -> Discovery {
    discover(&named.iter().map(|path| directory.join(path)).collect::<Vec<_>>()).unwrap()
}

/// In a directory with `paths`, naming `named` finds `expected`.
fn check(paths: &[&str], named: &[&str], expected: &[&str]) {
    let directory = tree(paths);
    let discovery = found(directory.path(), named);
    let files: Vec<&str> = discovery.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, expected, "{paths:?}, {named:?}");
    assert!(discovery.files.iter().all(|file| file.absolute.is_file()));
    assert_eq!(discovery.errors.len(), usize::from(expected.is_empty()), "{:?}", discovery.errors);
}

#[test]
fn python_files_are_found_in_order() {
    check(
        &["b.py", "a/z.py", "a.pyi", "a/b/c.py", "d.txt", "e.pyc", "py"],
        &[""],
        &["a.pyi", "a/b/c.py", "a/z.py", "b.py"],
    );
    check(&["a.PY", "empty/", "x.py/"], &[""], &[]);
}

#[test]
fn what_is_not_the_projects_is_left_out() {
    check(&["a.py", ".git/b.py", ".hidden/c.py", ".d.py"], &[""], &["a.py"]);
    check(&["a.py", "node_modules/x/b.py", "p/__pycache__/c.py"], &[""], &["a.py"]);
    check(&["a.py", "env/pyvenv.cfg", "env/lib/b.py", "envy/c.py"], &[""], &["a.py", "envy/c.py"]);
    check(&["a.py", ".gitignore=build/\n*_pb2.py\n", "build/b.py", "c_pb2.py", "p/d_pb2.py"], &[""], &["a.py"]);
    check(
        &["p/a.py", "p/.gitignore=!b.py\n", "p/.ignore=c.py", ".gitignore=b.py", "p/b.py", "p/c.py"],
        &[""],
        &["p/a.py", "p/b.py"],
    );
}

#[test]
fn what_is_named_is_taken() {
    check(&["script", "a.py"], &["script"], &["script"]);
    check(&["build/b.py", ".gitignore=build\n*.py\n"], &["build/b.py"], &["b.py"]);
    check(&[".hidden/a.py"], &[".hidden"], &["a.py"]);
    check(&["env/pyvenv.cfg", "env/a.py"], &["env"], &["a.py"]);
    check(&["out/a.py", ".gitignore=*\n"], &["out"], &["a.py"]);
}

#[test]
fn inside_a_repository_its_ignore_files_count_from_below() {
    check(&[".git/", "p/a.py", "p/b_pb2.py", ".gitignore=*_pb2.py\n"], &["p"], &["a.py"]);
    check(&["p/a.py", "p/b_pb2.py", ".gitignore=*_pb2.py\n"], &["p"], &["a.py", "b_pb2.py"]);
}

#[test]
fn the_root_is_shared_by_all_paths() {
    let paths = ["p/a/x.py", "p/b/y.py", "p/b/z.py", "q/w.py"];
    check(&paths, &["p/a", "p/b/y.py"], &["a/x.py", "b/y.py"]);
    check(&paths, &["p/a", "q"], &["p/a/x.py", "q/w.py"]);
    check(&paths, &["p", "p/b", "p/b/y.py"], &["a/x.py", "b/y.py", "b/z.py"]);
    check(&paths, &["p/b/y.py", "p/b/z.py"], &["y.py", "z.py"]);
    check(&paths, &["p/../p/a/./x.py"], &["x.py"]);
}

#[test]
fn a_path_that_is_not_there_is_an_error() {
    let directory = tree(&["a.py"]);
    let error = discover(&[directory.path().to_owned(), directory.path().join("gone")]).unwrap_err();
    assert!(matches!(error, DiscoverError::Unreachable { .. }));
    assert!(error.to_string().contains("gone"), "{error}");
    assert!(matches!(discover(&[]), Err(DiscoverError::NoPath)));
}

#[cfg(unix)]
#[test]
fn links_are_files_or_not_followed() {
    use std::os::unix::fs::symlink;

    let directory = tree(&["real.py", "p/a.py"]);
    let outside = tree(&["b.py"]);
    let link = |target: &Path, name: &str| symlink(target, directory.path().join(name)).unwrap();
    link(Path::new("real.py"), "link.py");
    link(&outside.path().join("b.py"), "outside.py");
    link(Path::new("p"), "again");
    link(Path::new("nowhere"), "not_python");
    let discovery = found(directory.path(), &[""]);
    let files: Vec<&str> = discovery.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["link.py", "outside.py", "p/a.py", "real.py"]);
    assert_eq!(discovery.errors, [], "what `again` leads to is found under its own path");
}
