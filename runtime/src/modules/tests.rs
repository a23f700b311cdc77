//! Names of modules, and which files imports find.

use super::*;

fn map(paths: &[&str]) -> ModuleMap {
    ModuleMap::new(paths.iter().map(|path| (*path).to_owned()))
}

const PATHS: &[&str] = &[
    "app/__init__.py",
    "app/models.py",
    "app/models.pyi",
    "app/sub/__init__.py",
    "app/sub/deep.py",
    "backend/api/views.py",
    "backend/core.py",
    "examples/celery.py",
    "examples/tasks.py",
    "examples/flask/app.py",
    "examples/pydantic/__init__.py",
    "examples/pydantic/tasks.py",
    "manage.py",
    "ns/part/__init__.py",
    "ns/part/work.py",
    "src/lib/__init__.py",
    "src/lib/tools.py",
    "src/single.py",
    "tests/apps/shop/__init__.py",
    "tests/use.py",
    "typed/__init__.pyi",
    "vendor/one/dup/__init__.py",
    "vendor/two/dup/__init__.py",
    "vendor/two/use.py",
];

#[test]
fn modules_have_names() {
    let cases = [
        ("app/__init__.py", "app"),
        ("app/sub/deep.py", "app.sub.deep"),
        ("backend/api/views.py", "backend.api.views"),
        ("examples/celery.py", "examples.celery"),
        ("manage.py", "manage"),
        ("ns/part/work.py", "part.work"),
        ("src/lib/tools.py", "lib.tools"),
        ("src/single.py", "single"),
        ("typed/__init__.pyi", "typed"),
    ];
    let map = map(PATHS);
    for (path, name) in cases {
        assert_eq!(map.name(map.at_path(path).unwrap()), name, "{path}");
    }
    assert_eq!(self::map(&["__init__.py"]).name(ModuleId(0)), "__init__");
}

#[test]
fn imports_find_files() {
    let cases = [
        ("manage.py", "app", Some("app/__init__.py")),
        ("manage.py", "app.models", Some("app/models.py")),
        ("manage.py", "models", None),
        ("manage.py", "lib.tools", Some("src/lib/tools.py")),
        ("manage.py", "src.lib.tools", Some("src/lib/tools.py")),
        ("app/models.py", "single", Some("src/single.py")),
        ("manage.py", "celery", None),
        ("manage.py", "examples.celery", Some("examples/celery.py")),
        ("examples/tasks.py", "celery", Some("examples/celery.py")),
        ("examples/celery.py", "celery", None),
        ("examples/flask/app.py", "flask.app", Some("examples/flask/app.py")),
        ("examples/tasks.py", "flask.app", Some("examples/flask/app.py")),
        ("manage.py", "flask.app", None),
        ("manage.py", "pydantic", None),
        ("manage.py", "examples.pydantic.tasks", Some("examples/pydantic/tasks.py")),
        ("examples/tasks.py", "pydantic.tasks", Some("examples/pydantic/tasks.py")),
        ("examples/flask/app.py", "pydantic", Some("examples/pydantic/__init__.py")),
        ("manage.py", "ns.part.work", Some("ns/part/work.py")),
        ("manage.py", "part.work", Some("ns/part/work.py")),
        ("manage.py", "ns", None),
        ("backend/api/views.py", "api.views", Some("backend/api/views.py")),
        ("backend/api/views.py", "core", None),
        ("backend/core.py", "api.views", Some("backend/api/views.py")),
        ("manage.py", "typed", Some("typed/__init__.pyi")),
        ("manage.py", "dup", Some("vendor/one/dup/__init__.py")),
        ("vendor/two/use.py", "dup", Some("vendor/two/dup/__init__.py")),
        ("app/models.py", "deep", None),
        ("tests/use.py", "shop", Some("tests/apps/shop/__init__.py")),
        ("manage.py", "shop", None),
    ];
    let map = map(PATHS);
    for (from, dotted, found) in cases {
        let module = map.find(map.at_path(from).unwrap(), dotted);
        assert_eq!(module.map(|m| map.path(m)), found, "`import {dotted}` in {from}");
    }
    assert_eq!(map.all_named("dup").count(), 2);
    assert_eq!((map.all_named("pydantic").count(), map.find_anywhere("pydantic")), (0, None));
    assert!(map.is_prefix("ns") && map.is_prefix("app") && !map.is_prefix("manage"));
}

#[test]
fn relative_imports_find_files() {
    let cases = [
        ("app/models.py", 1, "", Some("app"), Some("app/__init__.py")),
        ("app/__init__.py", 1, "models", Some("app.models"), Some("app/models.py")),
        ("app/sub/deep.py", 2, "models", Some("app.models"), Some("app/models.py")),
        ("app/sub/__init__.py", 2, "sub.deep", Some("app.sub.deep"), Some("app/sub/deep.py")),
        ("app/sub/deep.py", 3, "manage", Some("manage"), Some("manage.py")),
        ("app/sub/deep.py", 4, "manage", None, None),
        ("backend/api/views.py", 1, "gone", Some("backend.api.gone"), None),
        ("src/single.py", 1, "lib", Some("lib"), Some("src/lib/__init__.py")),
    ];
    let map = map(PATHS);
    for (from, level, module, name, path) in cases {
        let id = map.at_path(from).unwrap();
        assert_eq!(map.relative(id, level, module).as_deref(), name, "{from} {level} {module}");
        assert_eq!(map.find_relative(id, level, module).map(|m| map.path(m)), path, "{from} {level} {module}");
    }
}

#[test]
fn a_package_has_the_names_that_it_has_in_its_project() {
    let check = |directories: &[&str], n_packages: usize, below: &[&str]| {
        let directories: Vec<String> = directories.iter().map(|name| (*name).to_owned()).collect();
        let front = directories.join("/");
        let alone = ModuleMap::below(&Above { directories, n_packages }, below.iter().map(|path| (*path).to_owned()));
        // The packages above have files of their own in the whole project, which comes with them in front.
        let outer = (0..n_packages.saturating_sub(1)).rev().map(|n| {
            let place = front.rsplitn(n + 2, '/').last().unwrap_or("");
            format!("{place}/__init__.py")
        });
        let whole = ModuleMap::new(below.iter().map(|path| format!("{front}/{path}")).chain(outer));
        for &path in below {
            let (here, there) = (alone.at_path(path).unwrap(), whole.at_path(&format!("{front}/{path}")).unwrap());
            assert_eq!(alone.name(here), whole.name(there), "{front} {path}");
            for &other in below {
                let name = whole.name(whole.at_path(&format!("{front}/{other}")).unwrap());
                let (found, expected) = (alone.find(here, name), whole.find(there, name));
                let found = found.map(|found| format!("{front}/{}", alone.path(found)));
                assert_eq!(found.as_deref(), expected.map(|found| whole.path(found)), "`import {name}` in {path}");
            }
            for level in 1..=3 {
                assert_eq!(alone.relative(here, level, "b"), whole.relative(there, level, "b"), "{path} {level}");
            }
        }
    };
    check(&["app"], 1, &["__init__.py", "b.py", "sub/__init__.py", "sub/c.py"]);
    check(&["app", "sub"], 2, &["__init__.py", "c.py"]);
    check(&["ns", "part"], 1, &["__init__.py", "work.py", "scripts/run.py"]);
    check(&["ns"], 0, &["part/__init__.py", "part/work.py"]);
}

#[test]
fn submodules_are_of_packages() {
    let map = map(PATHS);
    let app = map.at_path("app/__init__.py").unwrap();
    assert_eq!(map.submodule(app, "sub").map(|m| map.name(m)), Some("app.sub"));
    assert_eq!(map.submodule(app, "gone"), None);
    assert_eq!(map.submodule(map.at_path("app/models.py").unwrap(), "sub"), None);
}
