//! From the text of `python.vocab` to the [`Vocabulary`].

use std::sync::LazyLock;

use pest::Parser as _;
use pest::iterators::Pair;

use super::{Class, Function, Property, Ty, Type, Vocabulary};
use aud_rules_plan::Stage;
use grammar::{Grammar, Rule};

/// What pest makes of `vocab.pest`.
#[allow(missing_docs, unreachable_pub, reason = "the derive macro writes the rules as public and without docs")]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "vocab/vocab.pest"]
    pub struct Grammar;
}

static PYTHON: LazyLock<Vocabulary> = LazyLock::new(|| match load(include_str!("python.vocab")) {
    Ok(vocabulary) => vocabulary,
    Err(message) => panic!("python.vocab, which is part of this program, can not be read: {message}"),
});

impl Vocabulary {
    /// The vocabulary of Python.
    pub fn python() -> &'static Vocabulary {
        &PYTHON
    }
}

/// Reads a vocabulary.
fn load(text: &str) -> Result<Vocabulary, String> {
    let mut pairs = Grammar::parse(Rule::vocabulary, text).map_err(|error| error.to_string())?;
    let mut vocabulary = Vocabulary::default();
    for pair in pairs.next().into_iter().flat_map(Pair::into_inner) {
        let item = pair.as_str().to_string();
        let is_new = match pair.as_rule() {
            Rule::class => {
                let class = class(pair)?;
                vocabulary.classes.insert(class.name.clone(), class).is_none()
            }
            Rule::function => {
                let function = function(pair)?;
                vocabulary.functions.insert(function.name.clone(), function).is_none()
            }
            _ => true,
        };
        if !is_new {
            return Err(format!("declared twice: {item}"));
        }
    }
    let all_kinds: Vec<Vec<String>> = vocabulary.classes.keys().map(|class| all_kinds(&vocabulary, class)).collect();
    for (class, all_kinds) in vocabulary.classes.values_mut().zip(all_kinds) {
        class.all_kinds = all_kinds;
    }
    Ok(vocabulary)
}

/// The syntax kinds of a class and of all its subclasses, sorted.
fn all_kinds(vocabulary: &Vocabulary, class: &str) -> Vec<String> {
    let below = vocabulary.classes.values().filter(|below| vocabulary.is_subclass(&below.name, class));
    let mut kinds: Vec<String> = below.flat_map(|below| below.kinds.iter().cloned()).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn class(pair: Pair<Rule>) -> Result<Class, String> {
    let mut class = Class {
        name: String::new(),
        doc: String::new(),
        superclass: None,
        kinds: Vec::new(),
        all_kinds: Vec::new(),
        properties: Default::default(),
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::docs => class.doc = docs(part),
            Rule::name => class.name = part.as_str().to_string(),
            Rule::superclass => class.superclass = part.into_inner().next().map(|name| name.as_str().to_string()),
            Rule::kinds => class.kinds = part.into_inner().map(|name| name.as_str().to_string()).collect(),
            _ => {
                let property = property(&class.name, part)?;
                let message = format!("{}.{} is declared twice", class.name, property.name);
                if class.properties.insert(property.name.clone(), property).is_some() {
                    return Err(message);
                }
            }
        }
    }
    Ok(class)
}

fn property(class: &str, pair: Pair<Rule>) -> Result<Property, String> {
    let mut property = Property {
        name: String::new(),
        doc: String::new(),
        params: Vec::new(),
        ty: Ty { ty: Type::Unknown, is_optional: false },
        stage: Stage::Walk,
        prim: String::new(),
    };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::docs => property.doc = docs(part),
            Rule::name => property.name = part.as_str().to_string(),
            Rule::params => property.params = params(part),
            Rule::presence_type => property.ty = presence_type(part),
            _ => property.stage = stage(part.as_str())?,
        }
    }
    property.prim = format!("{class}_{}", property.name);
    Ok(property)
}

fn stage(text: &str) -> Result<Stage, String> {
    match text.trim_start_matches('@').trim() {
        "walk" => Ok(Stage::Walk),
        "scope" => Ok(Stage::Scope),
        "file" => Ok(Stage::File),
        "project" => Ok(Stage::Project),
        _ => Err(format!("there is no stage {text}")),
    }
}

fn function(pair: Pair<Rule>) -> Result<Function, String> {
    let (mut name, mut doc, mut of, mut ty) = (None, String::new(), Vec::new(), None);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::docs => doc = docs(part),
            Rule::name => name = Some(part.as_str().to_string()),
            Rule::params => of = params(part),
            _ => ty = Some(presence_type(part)),
        }
    }
    match (name, ty) {
        (Some(name), Some(ty)) => Ok(Function { name, doc, params: of, ty }),
        _ => Err("a function without name or type".to_string()),
    }
}

fn params(pair: Pair<Rule>) -> Vec<(String, Type)> {
    let param = |pair: Pair<Rule>| {
        let mut parts = pair.into_inner();
        Some((parts.next()?.as_str().to_string(), to_type(parts.next()?)))
    };
    pair.into_inner().filter_map(param).collect()
}

fn presence_type(pair: Pair<Rule>) -> Ty {
    let mut ty = Ty { ty: Type::Unknown, is_optional: false };
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::ty => ty.ty = to_type(part),
            _ => ty.is_optional = true,
        }
    }
    ty
}

/// The type of that name; every name that is no type of values is taken for a class.
fn to_type(pair: Pair<Rule>) -> Type {
    let Some(inner) = pair.into_inner().next() else { return Type::Unknown };
    if inner.as_rule() == Rule::list_of {
        let member = inner.into_inner().next().map_or(Type::Unknown, to_type);
        return Type::List(Box::new(member));
    }
    match inner.as_str() {
        // Class `group` only: the checker knows what the group is of.
        "member" => Type::Unknown,
        word => Type::plain(word).unwrap_or_else(|| Type::Node(word.to_owned())),
    }
}

/// The lines of a doc comment, joined with spaces.
fn docs(pair: Pair<Rule>) -> String {
    let line = |line: Pair<Rule>| line.as_str().trim_start_matches('/').trim().to_string();
    pair.into_inner().map(line).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::node_types::NodeTypes;

    #[test]
    fn all_forms_are_read() {
        let vocabulary = load(
            "// A remark.
/// Any.
class node { }
/// A call,
/// in two lines.
class call : node = call | await {
    /// The arguments.
    args: list<node>
    /// One of them.
    arg(index: int, or: text): literal? @file // Remark.
}
/// Lower.
function lower(text: text): text?
",
        )
        .unwrap();
        let call = &vocabulary.classes["call"];
        assert_eq!((call.doc.as_str(), call.superclass.as_deref()), ("A call, in two lines.", Some("node")));
        assert_eq!(call.kinds, ["call", "await"]);
        let args = &call.properties["args"];
        assert_eq!(args.ty, Ty { ty: Type::List(Box::new(Type::Node("node".into()))), is_optional: false });
        assert_eq!((args.stage, args.prim.as_str()), (Stage::Walk, "call_args"));
        let arg = &call.properties["arg"];
        assert_eq!((arg.stage, arg.doc.as_str()), (Stage::File, "One of them."));
        assert_eq!(arg.ty, Ty { ty: Type::Literal, is_optional: true });
        assert_eq!(arg.params, [("index".to_string(), Type::Int), ("or".to_string(), Type::Text)]);
        assert_eq!(vocabulary.functions["lower"].ty, Ty { ty: Type::Text, is_optional: true });
        assert_eq!(vocabulary.functions["lower"].params, [("text".to_string(), Type::Text)]);
    }

    #[test]
    fn mistakes_are_found() {
        let check = |text: &str, want: &str| {
            let message = load(text).unwrap_err();
            assert!(message.contains(want), "{text}: {message}");
        };
        check("class", "expected name");
        check("class a {} class a {}", "declared twice: class a {}");
        check("class a { x: int x: int }", "a.x is declared twice");
        check("class a { x: int @later }", "there is no stage @later");
    }

    #[test]
    fn kinds_exist_in_the_grammar() {
        let node_types = NodeTypes::python();
        for class in Vocabulary::python().classes.values() {
            for kind in &class.kinds {
                assert!(node_types.is_kind(kind), "class {} has the unknown kind {kind}", class.name);
            }
        }
    }

    #[test]
    fn everything_is_documented_in_sentences() {
        let vocabulary = Vocabulary::python();
        let classes = vocabulary.classes.values();
        let docs = classes
            .clone()
            .map(|class| (class.name.clone(), &class.doc))
            .chain(classes.flat_map(|class| class.properties.values().map(|p| (p.prim.clone(), &p.doc))))
            .chain(vocabulary.functions.values().map(|function| (function.name.clone(), &function.doc)));
        let mut n_docs = 0;
        for (name, doc) in docs {
            n_docs += 1;
            assert!(doc.ends_with('.'), "the doc comment of {name} is no sentence: {doc:?}");
        }
        assert!(n_docs > 200, "only {n_docs} doc comments");
    }

    /// The class that a type speaks of.
    fn class_of(ty: &Type) -> Option<&str> {
        match ty {
            Type::Node(class) => Some(class),
            Type::List(member) | Type::Group(member) => class_of(member),
            _ => None,
        }
    }

    #[test]
    fn types_and_superclasses_are_known() {
        let vocabulary = Vocabulary::python();
        let check = |name: &str, ty: &Type| {
            let known = class_of(ty).is_none_or(|class| vocabulary.classes.contains_key(class));
            assert!(known, "{name} has the unknown type {ty:?}");
        };
        for class in vocabulary.classes.values() {
            let superclass = class.superclass.as_deref().unwrap_or("node");
            assert!(vocabulary.classes.contains_key(superclass), "{} : {superclass}", class.name);
            // What is no syntax stands beside `node`.
            let is_root = matches!(class.name.as_str(), "node" | "group" | "block" | "edge" | "reached");
            assert_eq!(class.superclass.is_none(), is_root, "{}", class.name);
            for property in class.properties.values() {
                check(&property.prim, &property.ty.ty);
                property.params.iter().for_each(|(_, ty)| check(&property.prim, ty));
                // Only a group has members whose type the vocabulary can not say.
                assert_eq!(property.ty.ty == Type::Unknown, class.name == "group" && property.name != "key");
            }
        }
        for function in vocabulary.functions.values() {
            check(&function.name, &function.ty.ty);
            function.params.iter().for_each(|(_, ty)| check(&function.name, ty));
        }
    }

    #[test]
    fn no_property_hides_one_of_a_superclass() {
        let vocabulary = Vocabulary::python();
        for class in vocabulary.classes.values() {
            let mut at = class.superclass.as_deref();
            while let Some(ancestor) = at.and_then(|name| vocabulary.classes.get(name)) {
                for name in class.properties.keys() {
                    assert!(!ancestor.properties.contains_key(name), "{}.{name} hides {}", class.name, ancestor.name);
                }
                at = ancestor.superclass.as_deref();
            }
        }
    }
}
