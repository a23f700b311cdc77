//! What the vocabulary says of a property holds: its type, whether it may be absent, whether other files may have to
//! decide it. Every property of every node of the annotated fixtures is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use aud_rules_codegen::vocab::{Class, Property, Type, Vocabulary};
use aud_rules_runtime::modules::{ModuleId, ModuleMap};
use aud_rules_runtime::plan::Stage;
use aud_rules_runtime::rules::examine::Engine;
use aud_rules_runtime::rules::file_state::FileState;
use aud_rules_runtime::rules::matcher::{NoRules, RuleSet};
use aud_rules_runtime::rules::prim::{self, Form};
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::language::parser;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::Value;
use bumpalo::Bump;

/// Texts and numbers that properties with a parameter are asked for.
const WORDS: [Value<'static>; 4] = [Value::Int(0), Value::Int(1), Value::Text("name"), Value::Text("self")];

fn python_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            python_below(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "py") {
            files.push(entry);
        }
    }
}

/// The classes that a node of that kind is of, by its syntax alone.
fn classes_of(kind: Kind) -> Vec<&'static Class> {
    let name = Kind::NAMES[kind as usize];
    let vocabulary = Vocabulary::python();
    let is_of = |class: &&Class| vocabulary.kinds(&class.name).iter().any(|known| known == name);
    let classes = vocabulary.classes.values().filter(is_of);
    classes.filter(|_| !matches!(kind, Kind::Word | Kind::Token | Kind::Error)).collect()
}

/// A decided value is of the type, members of lists too.
fn is_of_type(state: &FileState<'_>, value: Value<'_>, ty: &Type) -> bool {
    match (ty, value) {
        (Type::Text, Value::Text(_)) | (Type::Int, Value::Int(_)) | (Type::Real, Value::Real(_)) => true,
        (Type::Bool, Value::Bool(_)) => true,
        (Type::Literal, Value::Text(_) | Value::Int(_) | Value::Real(_) | Value::Bool(_)) => true,
        (Type::Node(class), Value::Node(node)) => {
            let class = &Vocabulary::python().classes[class];
            // The grammar has expressions that no class names, and what a class without kinds is the place decides.
            class.name == "expr"
                || class.kinds.is_empty()
                || classes_of(state.tree().kind(node)).iter().any(|own| own.name == class.name)
        }
        (Type::List(member), Value::List(values)) => values.iter().all(|&value| is_of_type(state, value, member)),
        _ => false,
    }
}

/// What is wrong with the value of a property; nothing when it is as declared.
fn fault(state: &FileState<'_>, property: &Property, value: Value<'_>, is_sound: bool) -> Option<&'static str> {
    match value {
        Value::None if property.ty.is_optional || !property.params.is_empty() || !is_sound => None,
        Value::None => Some("is absent"),
        Value::Open(_) if property.stage == Stage::Project => None,
        Value::Open(_) => Some("is left open before the project stage"),
        value if is_of_type(state, value, &property.ty.ty) => None,
        _ => Some("is of another type"),
    }
}

/// Reads every property of every node; adds those whose values are not as declared, and counts the values.
fn read_all(path: &Path, text: &str, faults: &mut BTreeSet<String>) -> usize {
    let modules = ModuleMap::new(["m.py".to_owned(), "other.py".to_owned()]);
    let enabled = RuleSet::new(0, |_| true);
    let engine = Engine::new(&NoRules, &enabled, &modules);
    let parsed = parser().parse(text, None).unwrap();
    let arena = Bump::new();
    let (file, _) = engine.walk(&parsed, ModuleId(0), text, &arena);
    let state = engine.start(&file, &arena);
    let is_sound = !parsed.root_node().has_error();
    let mut n_values = 0;
    for node in (0..file.tree.nodes.len() as u32).map(NodeId) {
        let kind = file.tree.kind(node);
        for class in classes_of(kind) {
            for property in class.properties.values() {
                let Some(read) = prim::find(&property.prim) else { continue };
                let arguments: &[Value<'static>] = if property.params.is_empty() { &[Value::None] } else { &WORDS };
                for argument in arguments {
                    let value = read(&state, node, &[*argument]);
                    n_values += usize::from(!value.is_none());
                    // A class without kinds of its own shares those of others.
                    let is_sound = is_sound && !class.kinds.is_empty();
                    if let Some(fault) = fault(&state, property, value, is_sound) {
                        let (name, kind) = (&property.prim, Kind::NAMES[kind as usize]);
                        faults.insert(format!(
                            "{name} of {kind} {fault}, e.g. {}:{}",
                            path.display(),
                            file.tree.line(node)
                        ));
                    }
                }
            }
        }
    }
    n_values
}

#[test]
fn properties_are_as_the_vocabulary_declares_them() {
    let mut files = Vec::new();
    python_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/rules"), &mut files);
    files.sort();
    let mut faults = BTreeSet::new();
    let mut n_values = 0;
    for file in files {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        n_values += read_all(&file, &text, &mut faults);
    }
    let first: Vec<&String> = faults.iter().take(20).collect();
    assert!(faults.is_empty(), "{} faults: {first:#?}", faults.len());
    assert!(n_values > 100_000, "only {n_values} values");
}

/// What compiled rules take a property to give is what the runtime has declared.
#[test]
fn the_runtime_declares_the_same_types() {
    let classes = Vocabulary::python().classes.values();
    let declared = |property: &Property| match &property.ty.ty {
        _ if property.stage == Stage::Project => Form::Open,
        Type::Text => Form::Text,
        Type::Int => Form::Int,
        Type::Real => Form::Real,
        Type::Bool => Form::Bool,
        Type::Node(_) => Form::Node,
        Type::List(member) if matches!(**member, Type::Node(_)) => Form::Nodes,
        Type::List(member) if **member == Type::Text => Form::Texts,
        _ => Form::Plain,
    };
    let mut n_properties = 0;
    for property in classes.filter(|class| class.name != "group").flat_map(|class| class.properties.values()) {
        let at = prim::TABLE.binary_search_by_key(&&*property.prim, |known| known.name).unwrap();
        let param = property.params.first().map(|(_, ty)| match ty {
            Type::Int => Form::Int,
            Type::Text => Form::Text,
            _ => Form::Node,
        });
        let known = &prim::TABLE[at];
        assert_eq!((known.result, known.param), (declared(property), param), "{}", property.prim);
        n_properties += 1;
    }
    assert!(n_properties > 150);
}
