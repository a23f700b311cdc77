//! From a node to everything that a rule can read from it, each written as a rule writes it.

use std::collections::BTreeSet;

use aud_rules_codegen::vocab::{Class, Property, Type, Vocabulary};
use aud_rules_runtime::rules::prim;
use aud_rules_runtime::rules::prim::Prim;
use aud_rules_runtime::syntax::kinds::Kind;
use aud_rules_runtime::syntax::tree::NodeId;
use aud_rules_runtime::value::Value;

use crate::exit::Failure;
use crate::shown::{Asked, Shown, ask, chains_of, show};
use crate::surroundings::View;

/// Indexes that are tried on a property with an index.
const MAX_INDEX: i64 = 8;

/// Words that are tried on a property with a name.
const MAX_WORDS: usize = 200;

/// How far below a node the words may stand that one of its properties takes: a method's name stands below the block,
/// the decorators and the function of a class.
const MAX_WORD_DEPTH: usize = 4;

/// Members of a list whose properties are shown.
const MAX_MEMBERS: usize = 8;

/// A property with its value.
#[derive(Debug)]
pub(super) struct Read {
    /// As a rule writes it: `c.arg(0).string`.
    pub(super) text: String,
    /// The class that declares it.
    pub(super) class: &'static str,
    /// Its value.
    pub(super) value: Shown,
    /// What other files were asked.
    pub(super) asked: Option<Asked>,
    /// The vocabulary says that it may be absent; `false` says something then.
    pub(super) is_optional: bool,
    /// Of what it is read, when that is not the node itself.
    pub(super) inner: Option<Inner>,
}

/// What a property is read of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Inner {
    /// The value before it.
    Value,
    /// A member of the list before it, which a rule goes through by `name in list`.
    Member {
        /// `name in list`.
        of: String,
        /// Its place in the list, from 0.
        at: usize,
    },
}

/// Reads properties of nodes of one file.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 'v, 't> {
    view: &'r View<'v, 't>,
}

impl<'r, 'v, 't> Reader<'r, 'v, 't> {
    pub(super) fn new(view: &'r View<'v, 't>) -> Self {
        Reader { view }
    }

    /// Every property of a node that a rule calls `name`: those of its most special class first.
    pub(super) fn read(self, node: NodeId, name: &str) -> Result<Vec<Read>, Failure> {
        let mut all = Vec::new();
        for class in classes_of(self.view.state.tree().kind(node)) {
            for property in class.properties.values() {
                self.property(node, name, class, property, &mut all)?;
            }
        }
        Ok(all)
    }

    fn property(
        self,
        node: NodeId,
        name: &str,
        class: &'static Class,
        property: &'static Property,
        all: &mut Vec<Read>,
    ) -> Result<(), Failure> {
        let Some(found) = prim::find(&property.prim) else { return Ok(()) };
        let values = match property.params.as_slice() {
            [] => vec![(String::new(), found(self.view.state, node, &[]))],
            [(_, Type::Int)] => self.at_indexes(node, found),
            [(_, Type::Text)] => self.under_words(node, found),
            _ => Vec::new(),
        };
        for (args, value) in values {
            let text = format!("{name}.{}{args}", property.name);
            all.push(self.shown(text.clone(), class, property, value, None)?);
            // What is around a node has its own properties, which would be the same for all of its nodes.
            if class.name != "node" {
                self.inner(name, &text, property, value, all)?;
            }
        }
        Ok(())
    }

    fn shown(
        self,
        text: String,
        class: &'static Class,
        property: &'static Property,
        value: Value<'t>,
        inner: Option<Inner>,
    ) -> Result<Read, Failure> {
        let asked = ask(self.view, value)?;
        let value = show(self.view.state, value, class_of(&property.ty.ty));
        Ok(Read { text, class: &class.name, value, asked, is_optional: property.ty.is_optional, inner })
    }

    /// Values for the indexes that lead somewhere.
    fn at_indexes(self, node: NodeId, found: Prim) -> Vec<(String, Value<'t>)> {
        let at = |index| (format!("({index})"), found(self.view.state, node, &[Value::Int(index)]));
        (0..MAX_INDEX).map(at).take_while(|(_, value)| !value.is_none()).collect()
    }

    /// Values for the words inside the node that lead somewhere.
    fn under_words(self, node: NodeId, found: Prim) -> Vec<(String, Value<'t>)> {
        let mut words = BTreeSet::new();
        self.words_below(node, MAX_WORD_DEPTH, &mut words);
        let under = |word: &'t str| (format!("({:?})", word), found(self.view.state, node, &[Value::Text(word)]));
        words.into_iter().map(under).filter(|(_, value)| !value.is_none()).collect()
    }

    fn words_below(self, node: NodeId, depth: usize, words: &mut BTreeSet<&'t str>) {
        let tree = self.view.state.tree();
        for child in tree.children(node) {
            if words.len() >= MAX_WORDS {
                return;
            }
            match tree.kind(child) {
                Kind::Identifier | Kind::Word => {
                    words.insert(tree.slice(child));
                }
                Kind::String => words.extend(prim::expr_string(self.view.state, child)),
                _ if depth > 1 => self.words_below(child, depth - 1, words),
                _ => {}
            }
        }
    }

    /// What of a value that is a node, or a list of nodes that have no class of their own, a rule reads most.
    fn inner(
        self,
        outer: &str,
        text: &str,
        property: &'static Property,
        value: Value<'t>,
        all: &mut Vec<Read>,
    ) -> Result<(), Failure> {
        let declared = class_of(&property.ty.ty).and_then(|class| Vocabulary::python().classes.get(class));
        match (value, declared) {
            (Value::Node(node), Some(declared)) => self.plain_values(node, text, declared, &Inner::Value, all),
            (Value::List(members), Some(declared)) if has_no_kinds(declared) => {
                // The first letter of the class that the node itself is not called by.
                let letters = declared.name.split_inclusive(|_: char| true);
                let name = letters.into_iter().find(|letter| *letter != outer).unwrap_or("it");
                for (at, member) in members.iter().filter_map(|member| member.node()).take(MAX_MEMBERS).enumerate() {
                    let inner = Inner::Member { of: format!("{name} in {text}"), at };
                    self.plain_values(member, name, declared, &inner, all)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The properties of a node that are plain values and may be absent: names and constants.
    fn plain_values(
        self,
        node: NodeId,
        name: &str,
        declared: &'static Class,
        inner: &Inner,
        all: &mut Vec<Read>,
    ) -> Result<(), Failure> {
        let mut classes = classes_of(self.view.state.tree().kind(node));
        if has_no_kinds(declared) {
            classes = vec![declared];
        }
        for class in classes.into_iter().filter(|class| class.name != "node") {
            for property in class.properties.values().filter(|property| property.params.is_empty()) {
                let Some(found) = prim::find(&property.prim) else { continue };
                let value = found(self.view.state, node, &[]);
                let is_wanted = has_no_kinds(declared) || (is_plain(&property.ty.ty) && property.ty.is_optional);
                if is_wanted && !value.is_none() {
                    all.push(self.shown(
                        format!("{name}.{}", property.name),
                        class,
                        property,
                        value,
                        Some(inner.clone()),
                    )?);
                }
            }
        }
        Ok(())
    }
}

/// The classes of a kind, each once, the most special first.
fn classes_of(kind: Kind) -> Vec<&'static Class> {
    let vocabulary = Vocabulary::python();
    let mut classes: Vec<&'static Class> = Vec::new();
    for name in chains_of(kind).into_iter().flatten() {
        if let Some(class) =
            vocabulary.classes.get(name).filter(|class| classes.iter().all(|known| known.name != class.name))
        {
            classes.push(class);
        }
    }
    // What every node has comes last.
    classes.sort_by_key(|class| class.name == "node");
    classes
}

/// The class is known by where a node is read from, not by its syntax.
fn has_no_kinds(class: &Class) -> bool {
    Vocabulary::python().kinds(&class.name).is_empty()
}

fn is_plain(ty: &Type) -> bool {
    matches!(ty, Type::Text | Type::Int | Type::Real | Type::Bool | Type::Literal)
}

fn class_of(ty: &'static Type) -> Option<&'static str> {
    match ty {
        Type::Node(class) => Some(class),
        Type::List(member) => class_of(member),
        _ => None,
    }
}
