//! The vocabulary as data: what `python.vocab` declares, looked up by name.

mod load;
pub mod node_types;

use std::collections::BTreeMap;
use std::fmt;

use aud_rules_plan::Stage;

/// Type of a value of the language, without the question whether it may be absent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    /// Text.
    Text,
    /// A whole number.
    Int,
    /// A floating-point number.
    Real,
    /// A truth value.
    Bool,
    /// Anything that JSON can hold.
    Json,
    /// A Python literal of any type: for comparison only.
    Literal,
    /// A node of that class.
    Node(String),
    /// Several values.
    List(Box<Type>),
    /// What `group` gives: members of that type with a shared key.
    Group(Box<Type>),
    /// Follows from an error that was already reported; fits everything.
    Unknown,
}

impl Type {
    /// Types that are no class, as rule files spell them.
    pub const PLAIN: [(&str, Type); 6] = [
        ("text", Type::Text),
        ("int", Type::Int),
        ("real", Type::Real),
        ("bool", Type::Bool),
        ("json", Type::Json),
        ("literal", Type::Literal),
    ];

    /// The type of that spelling, when it is no class.
    pub fn plain(word: &str) -> Option<Type> {
        Self::PLAIN.into_iter().find(|(name, _)| *name == word).map(|(_, ty)| ty)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Node(class) => f.write_str(class),
            Type::List(member) => write!(f, "list<{member}>"),
            Type::Group(member) => write!(f, "group of {member}"),
            Type::Unknown => f.write_str("anything"),
            plain => f.write_str(Self::PLAIN.iter().find(|(_, ty)| ty == plain).map_or("", |(name, _)| name)),
        }
    }
}

/// A type with its presence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ty {
    /// The type.
    pub ty: Type,
    /// The value may be absent.
    pub is_optional: bool,
}

/// The words of the language that speak of Python.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Classes by name.
    pub classes: BTreeMap<String, Class>,
    /// Functions by name.
    pub functions: BTreeMap<String, Function>,
}

/// A class of syntax.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// The class it belongs to.
    pub superclass: Option<String>,
    /// Its own syntax kinds; those of its subclasses are not repeated.
    pub kinds: Vec<String>,
    /// Its own syntax kinds and those of all its subclasses, sorted.
    all_kinds: Vec<String>,
    /// Its own properties by name.
    pub properties: BTreeMap<String, Property>,
}

/// A property of a class.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Parameters: name and type.
    pub params: Vec<(String, Type)>,
    /// What it gives.
    pub ty: Ty,
    /// When it is known.
    pub stage: Stage,
    /// The runtime's function: `CLASS_NAME`.
    pub prim: String,
}

/// A function of plain values.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name, also that of the runtime's function in `ops`.
    pub name: String,
    /// Its doc comment.
    pub doc: String,
    /// Parameters: name and type.
    pub params: Vec<(String, Type)>,
    /// What it gives; absent as well when an argument is absent.
    pub ty: Ty,
}

/// Where a property was found.
#[derive(Clone, Copy, Debug)]
pub struct Found<'v> {
    /// The property.
    pub property: &'v Property,
    /// It belongs to a subclass, so that reading it gives none for other nodes.
    pub is_downcast: bool,
}

impl Vocabulary {
    /// `class` is `ancestor` or belongs to it.
    pub fn is_subclass(&self, class: &str, ancestor: &str) -> bool {
        let mut at = Some(class);
        while let Some(name) = at {
            if name == ancestor {
                return true;
            }
            at = self.classes.get(name).and_then(|c| c.superclass.as_deref());
        }
        false
    }

    /// The syntax kinds of a class and of all its subclasses, sorted.
    pub fn kinds(&self, class: &str) -> &[String] {
        self.classes.get(class).map_or(&[], |class| &class.all_kinds)
    }

    /// The classes whose property is meant when a class is asked for one of that name: the class or the nearest
    /// superclass that has it, or else all subclasses that have it.
    pub fn owners(&self, class: &str, name: &str) -> Vec<&Class> {
        let mut at = self.classes.get(class);
        while let Some(owner) = at {
            if owner.properties.contains_key(name) {
                return vec![owner];
            }
            at = owner.superclass.as_deref().and_then(|superclass| self.classes.get(superclass));
        }
        let below = self.classes.values().filter(|owner| self.is_subclass(&owner.name, class));
        below.filter(|owner| owner.properties.contains_key(name)).collect()
    }

    /// The property of that name of a class: its own, one of its superclasses, or else one of a subclass.
    pub fn property(&self, class: &str, name: &str) -> Option<Found<'_>> {
        let mut at = self.classes.get(class);
        while let Some(c) = at {
            if let Some(property) = c.properties.get(name) {
                return Some(Found { property, is_downcast: false });
            }
            at = c.superclass.as_deref().and_then(|s| self.classes.get(s));
        }
        self.classes
            .values()
            .filter(|c| self.is_subclass(&c.name, class))
            .find_map(|c| c.properties.get(name))
            .map(|property| Found { property, is_downcast: true })
    }
}
