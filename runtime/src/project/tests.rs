//! Summaries written by hand, and the answers that follow from them.

use super::*;
use crate::segment::interface::{Base, NameTable, Star, ValueClass};
use crate::value::NameSet;

fn project_path(map: &ModuleMap, path: &str, rest: &str) -> OwnedPath {
    place(map.at_path(path).unwrap(), rest)
}

fn alias(path: OwnedPath) -> NameSummary {
    NameSummary { aliases: vec![path], ..NameSummary::default() }
}

fn class(bases: Vec<OwnedPath>, names: Vec<(&str, NameSummary)>) -> NameSummary {
    let bases = bases.into_iter().map(Base::Certain).collect();
    let class = ClassSummary { bases, names: table(names) };
    NameSummary { definition: Some(Definition::Class(class)), ..NameSummary::default() }
}

fn function(positional: &[&str], receiver: Receiver) -> NameSummary {
    let positional = positional.iter().map(|&name| name.into()).collect();
    let function = FunctionSummary { positional, receiver, returns: Vec::new() };
    NameSummary { definition: Some(Definition::Function(function)), ..NameSummary::default() }
}

fn table(names: Vec<(&str, NameSummary)>) -> NameTable {
    NameTable::new(names.into_iter().map(|(name, summary)| (name.into(), summary)))
}

fn outside(text: &str) -> OwnedPath {
    OwnedPath::Outside(text.into())
}

const PATHS: &[&str] = &["lib/__init__.py", "lib/base.py", "lib/loop.py", "lib/stars.py", "use.py"];

fn module_map() -> ModuleMap {
    ModuleMap::new(PATHS.iter().map(|path| (*path).to_owned()))
}

fn summaries(map: &ModuleMap) -> Vec<ModuleInterface> {
    let at = |path, rest| project_path(map, path, rest);
    let summary = |path: &str, names, stars| ModuleInterface {
        module: map.at_path(path).unwrap(),
        names: table(names),
        stars,
        exports: None,
    };
    let init = vec![("Form", alias(at("lib/base.py", "Form"))), ("base", alias(at("lib/__init__.py", "base")))];
    let instance =
        NameSummary { classes: vec![ValueClass::Made(at("lib/__init__.py", "Form"))], ..NameSummary::default() };
    let base = vec![
        ("Form", class(vec![outside("ext.Root")], vec![("clean", function(&["self", "data"], Receiver::Instance))])),
        ("form", instance),
        ("_hidden", function(&["x"], Receiver::Instance)),
    ];
    let loops = vec![
        ("a", alias(at("lib/loop.py", "b"))),
        ("b", alias(at("lib/loop.py", "a"))),
        ("A", class(vec![at("lib/loop.py", "B")], vec![])),
        ("B", class(vec![at("lib/loop.py", "A"), at("lib/__init__.py", "Form")], vec![])),
    ];
    let star = |path: &str| Star::Project(map.at_path(path).unwrap());
    vec![
        summary("lib/__init__.py", init, vec![]),
        summary("lib/base.py", base, vec![star("lib/stars.py")]),
        summary("lib/loop.py", loops, vec![]),
        summary("lib/stars.py", vec![], vec![star("lib/base.py"), Star::Outside("far".into())]),
        summary("use.py", vec![("made", alias(at("lib/base.py", "form")))], vec![star("lib/stars.py")]),
    ]
}

#[test]
fn paths_are_followed_to_their_end() {
    let cases = [
        ("lib/__init__.py", "Form", "lib.base.Form"),
        ("lib/__init__.py", "base.Form.clean", "lib.base.Form.clean"),
        ("lib/__init__.py", "loop.A", "lib.loop.A"),
        ("lib/__init__.py", "gone", "lib.gone"),
        ("lib/loop.py", "a", "lib.loop.a"),
        ("lib/loop.py", "A.clean", "lib.base.Form.clean"),
        ("lib/stars.py", "Form", "lib.base.Form"),
        ("lib/stars.py", "else_", "far.else_"),
        ("lib/stars.py", "_hidden", "lib.stars._hidden"),
        ("use.py", "Form.clean", "lib.base.Form.clean"),
        ("use.py", "made", "lib.base.form"),
    ];
    let map = module_map();
    let project = Project::new(&map, summaries(&map), &Constants::NONE);
    for (path, rest, end) in cases {
        let places = project.canonical(&project_path(&map, path, rest), &Trace::default());
        let places: Vec<String> = places.iter().map(|place| project.dotted(place)).collect();
        assert_eq!(places, [end], "{path} {rest}");
    }
}

#[test]
fn questions_are_answered() {
    static ROOT: NameSet = NameSet::new(&["ext.Root"]);
    static FORM: NameSet = NameSet::new(&["lib.Form"]);
    static OTHER: NameSet = NameSet::new(&["other.Form"]);
    static SETS: [&NameSet; 3] = [&ROOT, &FORM, &OTHER];
    let constants = Constants { names: &SETS, ..Constants::NONE };
    let [root, form, other] = [NamesId(0), NamesId(1), NamesId(2)];
    let map = module_map();
    let project = Project::new(&map, summaries(&map), &constants);
    let paths = |path: &str, rest: &str| -> Box<[OwnedPath]> { Box::new([project_path(&map, path, rest)]) };
    let instance = |held| OwnedQuestion::Instance { made: Box::default(), held, names: root };
    let cases = [
        (OwnedQuestion::Is { paths: paths("lib/base.py", "Form"), names: form }, "Bool(true)"),
        (OwnedQuestion::Is { paths: paths("use.py", "Form"), names: form }, "Bool(true)"),
        (OwnedQuestion::Is { paths: paths("use.py", "Form"), names: other }, "Bool(false)"),
        (OwnedQuestion::Subclass { paths: paths("lib/loop.py", "A"), names: root }, "Bool(true)"),
        (OwnedQuestion::Subclass { paths: paths("lib/loop.py", "A"), names: form }, "Bool(true)"),
        (OwnedQuestion::Subclass { paths: paths("lib/loop.py", "A"), names: other }, "Bool(false)"),
        (OwnedQuestion::Subclass { paths: paths("lib/loop.py", "a"), names: root }, "Bool(false)"),
        (instance(paths("use.py", "made")), "Bool(true)"),
        (instance(paths("lib/base.py", "Form")), "Bool(false)"),
        (OwnedQuestion::KnownClass { made: Box::default(), held: paths("use.py", "made") }, "Bool(true)"),
        (OwnedQuestion::KnownClass { made: Box::default(), held: paths("use.py", "gone") }, "Bool(false)"),
        (OwnedQuestion::Qualified { paths: paths("use.py", "Form") }, "Text(\"lib.base.Form\")"),
        (OwnedQuestion::Inherited { paths: paths("lib/loop.py", "A.clean") }, "Text(\"lib.base.Form.clean\")"),
        (OwnedQuestion::Inherited { paths: paths("lib/loop.py", "A.gone") }, "None"),
        (OwnedQuestion::Inherited { paths: paths("use.py", "made") }, "None"),
        (OwnedQuestion::Parameter { paths: paths("use.py", "Form.clean"), index: 0, is_bound: true }, "Text(\"data\")"),
        (
            OwnedQuestion::Parameter { paths: paths("use.py", "Form.clean"), index: 0, is_bound: false },
            "Text(\"self\")",
        ),
        (OwnedQuestion::Parameter { paths: paths("use.py", "Form"), index: 0, is_bound: false }, "None"),
    ];
    let arena = Bump::new();
    for (question, answer) in cases {
        assert_eq!(format!("{:?}", project.answer(&question, &Trace::default(), &arena)), answer, "{question:?}");
        assert_eq!(
            format!("{:?}", project.answer(&question, &Trace::default(), &arena)),
            answer,
            "asked again: {question:?}"
        );
    }
}
