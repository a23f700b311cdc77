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

/// Among `p/a.py` and `real.py`, links of these names to these targets (`OUT` is another tree that holds the same files)
/// are files or errors: the last is the part of the message, and empty when the link is a file, `-` when it is neither.
#[cfg(unix)]
fn check_links(links: &[(&str, &str, &str)]) {
    let [directory, outside] = [(); 2].map(|()| tree(&["real.py", "p/a.py", "data.txt"]));
    let out = outside.path().canonicalize().unwrap();
    for (name, target, _) in links {
        let target = target.replace("OUT", out.to_str().unwrap());
        std::os::unix::fs::symlink(target, directory.path().join(name)).unwrap();
    }
    let discovery = found(directory.path(), &[""]);
    for (name, target, expected) in links {
        let taken = discovery.files.iter().find(|file| file.path == *name);
        assert_eq!(taken.is_some(), expected.is_empty(), "{name} -> {target}: is a file");
        assert!(taken.is_none_or(|file| file.real.starts_with(&discovery.root)), "{taken:?}");
        let mut errors = discovery.errors.iter().filter(|error| error.path == *name).map(|error| &error.error.message);
        match (errors.next(), *expected) {
            (None, "" | "-") => {}
            (Some(message), part) => assert!(message.contains(part), "{name} -> {target}: {message}"),
            (None, part) => panic!("{name} -> {target}: no error says `{part}`"),
        }
        assert_eq!(errors.next(), None, "{name} -> {target}: one error");
    }
}

#[cfg(unix)]
#[test]
fn links_inside_the_tree_are_files_or_not_followed() {
    check_links(&[
        ("link.py", "real.py", ""),
        ("p/up.py", "../real.py", ""),
        ("chain.py", "link.py", ""),
        ("text.py", "data.txt", ""),
        ("again", "p", "-"),
        ("through.py", "again/a.py", ""),
        ("not_python", "nowhere", "-"),
        ("python.txt", "real.py", "-"),
        ("gone.py", "nowhere.py", "leads nowhere"),
    ]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_tree_are_recorded_and_not_read() {
    const OUT: &str = "leads out of the indexed tree";
    check_links(&[
        ("file.py", "OUT/real.py", OUT),
        ("text.py", "OUT/data.txt", OUT),
        ("stub.pyi", "OUT/real.py", OUT),
        ("directory", "OUT/p", OUT),
        ("chain.py", "file.py", OUT),
        ("chain_of_three.py", "chain.py", OUT),
        ("through.py", "directory/a.py", OUT),
        ("below", "directory/../p", OUT),
        ("device.py", "/dev/null", OUT),
        ("passwd", "/etc/passwd", "-"),
    ]);
}

#[cfg(unix)]
#[test]
fn what_is_named_may_be_a_link() {
    use std::os::unix::fs::symlink;

    let [directory, outside] = [(); 2].map(|()| tree(&["p/a.py", "q/b.py"]));
    symlink(outside.path(), directory.path().join("tree")).unwrap();
    symlink(outside.path().join("p/a.py"), directory.path().join("file.py")).unwrap();
    for (named, file, real) in [
        ("tree", "p/a.py", "p/a.py"),
        ("tree/p", "a.py", "p/a.py"),
        ("tree/p/a.py", "a.py", "p/a.py"),
        ("file.py", "file.py", "p/a.py"),
    ] {
        let discovery = found(directory.path(), &[named]);
        let found = &discovery.files[0];
        assert_eq!(found.path, file, "{named}");
        assert_eq!(found.real, outside.path().canonicalize().unwrap().join(real), "{named}");
        assert_eq!(discovery.errors, [], "{named}");
    }
}

/// The tree is what was named, not the directory that the named paths share.
#[cfg(unix)]
#[test]
fn a_link_beside_what_was_named_leads_out_of_it() {
    use std::os::unix::fs::symlink;

    let directory = tree(&["p/a.py", "q/b.py", "secret.py"]);
    symlink("../secret.py", directory.path().join("p/s.py")).unwrap();
    symlink("../q/b.py", directory.path().join("p/b.py")).unwrap();
    let discovery = found(directory.path(), &["p", "q"]);
    let files: Vec<&str> = discovery.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["p/a.py", "p/b.py", "q/b.py"]);
    let errors: Vec<&str> = discovery.errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(errors, ["p/s.py"]);
}
