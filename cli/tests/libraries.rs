//! `aud-rules libraries`, as it is called from a shell.

mod command;

use command::Sandbox;
use serde_json::Value;

fn sandbox() -> Sandbox {
    let packages = ".venv/lib/python3.13/site-packages";
    Sandbox::with(&[
        (".venv/pyvenv.cfg", ""),
        ("pack/libraries/ourshop/__init__.pyi", "from ourshop.core import Client as Client\n"),
        (
            "pack/libraries/ourshop/core.pyi",
            "class Base:\n    def close(self) -> None: ...\nclass Client(Base):\n    name: str\n    @property\n    def url(self) -> str: ...\n    \
             def call(self, path, *args, **kwargs) -> Base: ...\n",
        ),
        (&format!("{packages}/plainthing.py"), "x = 1\n"),
        (&format!("{packages}/typedthing/__init__.py"), "def go() -> int: ...\n"),
        (&format!("{packages}/typedthing/py.typed"), ""),
    ])
}

#[test]
fn libraries_are_listed_by_where_they_are_known_from() {
    let run = sandbox().run(&["libraries", "--rules", "pack", "--format", "json"]);
    assert_eq!(run.status, 0, "{run:?}");
    let all: Value = serde_json::from_str(&run.stdout).unwrap();
    let from = |name: &str| {
        let found = all.as_array().unwrap().iter().find(|library| library["name"] == name);
        found.map(|library| library["known_from"].as_str().unwrap().to_owned())
    };
    for (name, expected) in [
        ("plainthing", Some("environment")),
        ("typedthing", Some("typed environment")),
        ("flask", Some("stubs")),
        ("ourshop", Some("stubs")),
        ("nothing_like_it", None),
    ] {
        assert_eq!(from(name).as_deref(), expected, "{name}");
    }
}

#[test]
fn a_name_is_described() {
    let sandbox = sandbox();
    let check = |name: &str, expected: &[(&str, &str)]| {
        let run = sandbox.run(&["libraries", name, "--rules", "pack", "--format", "json"]);
        assert_eq!(run.status, 0, "{run:?}");
        let found: Value = serde_json::from_str(&run.stdout).unwrap();
        for (pointer, value) in expected {
            assert_eq!(found.pointer(pointer).and_then(Value::as_str), Some(*value), "{name} {pointer}: {found:#}");
        }
    };
    check(
        "ourshop.Client",
        &[
            ("/name", "ourshop.core.Client"),
            ("/kind", "class"),
            ("/other_names/0", "ourshop.Client"),
            ("/bases/0", "ourshop.core.Base"),
            ("/members/0/name", "call"),
            ("/members/0/gives/0", "ourshop.core.Base"),
            ("/members/1/of", "ourshop.core.Base"),
            ("/members/3/kind", "property"),
        ],
    );
    check(
        "ourshop.Client.call",
        &[("/kind", "method"), ("/parameters/2", "*args"), ("/other_names/0", "ourshop.Client.call")],
    );
    check("ourshop.Client.close", &[("/name", "ourshop.core.Base.close")]);
    check("flask.Flask.route", &[("/kind", "method")]);
    check("typedthing.go", &[("/kind", "function"), ("/gives/0", "builtins.int")]);
    check("ourshop.core", &[("/kind", "module"), ("/members/0/name", "Base")]);
}

#[test]
fn what_is_not_known_is_said_with_what_is_near() {
    let sandbox = sandbox();
    let check = |name: &str, parts: &[&str]| {
        let run = sandbox.run(&["libraries", name, "--rules", "pack"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run:?}");
        for part in parts {
            assert!(run.stderr.contains(part), "{name}: `{part}` is not in\n{}", run.stderr);
        }
    };
    check("ourshop.Clinet", &["`ourshop.Clinet`", "did you mean `ourshop.Client`?"]);
    check("ourshpo", &["did you mean `ourshop`?"]);
    check("zzzzzz.qqqqq", &["`aud-rules libraries` lists"]);
}
