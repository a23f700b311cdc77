//! The value graph of a file, as owned data without a tree.
//!
//! Each body (module, class, function, lambda) has a graph of its own, in static single assignment form: a value is what
//! one expression gives at one place, local variables are gone, and where several assignments reach a use there is an
//! [`Op::Join`]. What a local container or object certainly holds has been followed too: a read of `x.a` right after
//! `x.a = v` is `v`. Comprehensions are loops of the body that they stand in. Code that never runs has no values.
//!
//! Whatever cannot be seen in one body stays an operation on values: attributes, items, calls, captured variables.

mod derivation;
mod operands;
mod shown;

use aud_rules_plan::TestOutcome;
use serde::{Deserialize, Serialize};

use super::bytes::NamesModules;
use super::interface::OwnedPath;
use crate::modules::ModuleId;
use crate::syntax::tree::Range;

/// A body of a file: its place in source order. The module is the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct BodyId(pub u32);

impl BodyId {
    /// The body of the module.
    pub const MODULE: BodyId = BodyId(0);
}

/// A value of a body: its place in the order of evaluation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ValueId(pub u32);

/// A value of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The body.
    pub body: BodyId,
    /// The value in it.
    pub value: ValueId,
}

/// The graphs of a file.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct FileGraph {
    /// The bodies, outer before inner, in source order.
    pub bodies: Vec<Body>,
}

/// What a body is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BodyKind {
    /// The module.
    Module,
    /// A class.
    Class,
    /// A `def`.
    Function {
        /// It is `async`.
        is_async: bool,
        /// It has a `yield` of its own.
        is_generator: bool,
    },
    /// A `lambda`.
    Lambda,
}

/// A module, class, function or lambda.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Body {
    /// What it is.
    pub kind: BodyKind,
    /// Its name with those of the definitions around it, e.g. `Shop.add`; empty for the module. A lambda is `<lambda>` behind the names around it.
    pub qualname: Box<str>,
    /// The body around it; the module's own for the module.
    pub parent: BodyId,
    /// Where its definition lies.
    pub range: Range,
    /// Parameters in the order of the definition.
    pub parameters: Vec<Parameter>,
    /// Names of its type parameters (PEP 695); a use of one is an [`Op::Captured`] of this body.
    pub type_parameters: Vec<Box<str>>,
    /// Annotation of what it returns, evaluated in the body around it.
    pub returns: Option<ValueId>,
    /// Of a class: its bases and keywords, values of the body around it.
    pub bases: Vec<Argument>,
    /// Decorators from top to bottom, values of the body around it. What the name is bound to is what they make of it:
    /// calls of the decorators, the last one first, with [`Op::Function`] or [`Op::Class`] as their argument.
    pub decorators: Vec<ValueId>,
    /// Its values; operands come before what uses them, save those of a [`Op::Join`] at the head of a loop.
    pub values: Vec<Value>,
    /// What is done with values, in the order of evaluation.
    pub effects: Vec<Effect>,
    /// Its runs of code without a jump, in the order of their values; empty when nothing jumps.
    pub runs: Vec<Run>,
    /// What it assures of its parameters by the time it returns.
    pub assures: Vec<Assurance>,
    /// It is beyond a limit: nothing is known of what it does.
    pub is_opaque: bool,
}

/// How arguments reach a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ParameterKind {
    /// By position only: before `/`.
    PositionalOnly,
    /// By position or by name.
    Both,
    /// By name only: behind `*`.
    KeywordOnly,
    /// `*args`.
    Rest,
    /// `**kwargs`.
    Keywords,
}

/// A parameter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: Box<str>,
    /// How arguments reach it.
    pub kind: ParameterKind,
    /// Its annotation, a value of the body around the function.
    pub annotation: Option<ValueId>,
    /// Its default, a value of the body around the function.
    pub default: Option<ValueId>,
}

/// What a function assures of a parameter: the tests that it has passed wherever the function returns something true, or
/// something false.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Assurance {
    /// The parameter, by its place.
    pub parameter: u32,
    /// Whether what is returned is true.
    pub returns: bool,
    /// What the parameter has become, one for each `return`: tested values of it, and joins of such. Without any, the
    /// function never returns so.
    pub values: Box<[ValueId]>,
}

/// A value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Value {
    /// How it comes about.
    pub op: Op,
    /// Where its expression lies.
    pub range: Range,
}

/// A constant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Constant {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// A whole number that fits.
    Int(i64),
    /// Text.
    Text(Box<str>),
    /// Bytes.
    Bytes,
    /// A number with a fraction, or an imaginary one.
    Float,
    /// `...`.
    Ellipsis,
}

/// What an argument is handed over as.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ArgumentKind {
    /// By position.
    Positional,
    /// By name.
    Keyword(Box<str>),
    /// `*value`.
    Rest,
    /// `**value`.
    Keywords,
}

/// An argument of a call.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Argument {
    /// What it is handed over as.
    pub kind: ArgumentKind,
    /// Its value.
    pub value: ValueId,
}

/// A kind of container that is written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum DisplayKind {
    /// `[...]`.
    List,
    /// `(...)`.
    Tuple,
    /// `{...}` without keys.
    Set,
    /// `{key: value}`.
    Dict,
    /// A generator expression.
    Generator,
}

/// What a container that is written out holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The key of a dictionary's entry.
    pub key: Option<ValueId>,
    /// The value.
    pub value: ValueId,
    /// All elements of `value` are entries: `*value` or `**value`.
    pub is_spread: bool,
}

/// How a value is made of others that it is not one of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Derivation {
    /// Text with values put in: an f-string.
    Format,
    /// `+`.
    Add,
    /// `%`: of text, its formatting.
    Modulo,
    /// `*`.
    Multiply,
    /// `/`: of paths, what lies below.
    Divide,
    /// `|`: of classes, one of them.
    Or,
    /// `-`.
    Subtract,
    /// `@`.
    Matrix,
    /// `//`.
    Floor,
    /// `**`.
    Power,
    /// `<<`.
    ShiftLeft,
    /// `>>`.
    ShiftRight,
    /// `&`.
    And,
    /// `^`.
    Xor,
    /// `-` of one value.
    Negative,
    /// `+` of one value.
    Positive,
    /// `~` of one value.
    Invert,
    /// `==` or `is` of two values: true or false. `!=` and `is not` are a [`Derivation::Truth`] of it.
    Equal,
    /// `in`: the first value, and what it may be in: true or false. `not in` is a [`Derivation::Truth`] of it.
    Contains,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
    /// `not`, or several comparisons at once: true or false.
    Truth,
    /// A slice of it.
    Slice,
}

/// How a value comes about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Op {
    /// The parameter at that place.
    Parameter(u32),
    /// A constant.
    Constant(Constant),
    /// What a name of a module or library stands for: an import, a definition or variable of a module, a builtin.
    Named(OwnedPath),
    /// A name that nothing known binds.
    Unbound(Box<str>),
    /// A variable of a body around this one, which it binds at several places or runs before.
    Captured {
        /// The body that binds it.
        body: BodyId,
        /// Its name.
        name: Box<str>,
    },
    /// The function or lambda with that body.
    Function(BodyId),
    /// The class with that body.
    Class(BodyId),
    /// One of these; which one depends on the way that was taken.
    Join(Box<[ValueId]>),
    /// An attribute.
    Attribute {
        /// Of that value.
        object: ValueId,
        /// Its name.
        name: Box<str>,
    },
    /// What a subscript gives.
    Item {
        /// Of that value.
        object: ValueId,
        /// The subscript.
        key: ValueId,
    },
    /// An element, as a loop gives it.
    Element {
        /// Of that value.
        of: ValueId,
        /// By `async for`.
        is_async: bool,
    },
    /// What an assignment to several targets, or the pattern of a sequence, gives one of them; of a class pattern, the
    /// attribute that its `__match_args__` have at that place.
    Unpacked {
        /// The value that is unpacked.
        of: ValueId,
        /// Place of the target, from 0; from -1 backwards behind a starred one.
        index: i32,
        /// It is the starred target, a list of what is left.
        is_rest: bool,
    },
    /// A call.
    Call {
        /// What is called.
        callee: ValueId,
        /// Its arguments in order.
        arguments: Box<[Argument]>,
    },
    /// A container that is written out, or made by a comprehension (then its one entry stands for all).
    Display {
        /// What it is.
        kind: DisplayKind,
        /// What it holds.
        entries: Box<[Entry]>,
    },
    /// It is made of others.
    Derived {
        /// In that way.
        how: Derivation,
        /// From these.
        from: Box<[ValueId]>,
        /// It takes the place of the first: `x += y`.
        is_in_place: bool,
    },
    /// `await` of it.
    Awaited(ValueId),
    /// What a `yield` gives back: what is sent into the generator.
    Sent,
    /// What `yield from` gives: what that generator returns.
    Delegated(ValueId),
    /// What `with` binds.
    Entered {
        /// The context manager.
        manager: ValueId,
        /// By `async with`.
        is_async: bool,
    },
    /// What an `except` takes, whether it binds it or not.
    Caught {
        /// Values of the classes that are named; empty for a bare `except`.
        classes: Box<[ValueId]>,
        /// `except*`: a group of them.
        is_group: bool,
        /// The suite whose exceptions it handles.
        protects: Range,
    },
    /// The value where a test of it came out so.
    Tested {
        /// The value.
        value: ValueId,
        /// The test: a call that takes the value or is a method of it, a [`Derivation::Equal`] or
        /// [`Derivation::Contains`] with the value in it or with something that was read from it, the value itself for its
        /// truth, or the class of a pattern. What
        /// is negated in the source is turned round.
        test: ValueId,
        /// How it came out.
        outcome: TestOutcome,
    },
    /// Nothing is known.
    Unknown,
}

/// Values and effects that come one after the other, with no jump between them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Run {
    /// Its first value; they go on up to the first of the next run.
    pub first_value: u32,
    /// Its first effect; they go on up to the first of the next run.
    pub first_effect: u32,
    /// Places of the runs that may come next, exceptions included.
    pub next: Box<[u32]>,
    /// The body may end behind it, other than by an exception.
    pub is_end: bool,
}

/// What is done with values.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Effect {
    /// What is done.
    pub act: Act,
    /// Where.
    pub range: Range,
    /// Number of values of the body that come before it.
    pub n_values: u32,
}

/// What is done with values.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Act {
    /// `object.name = value`.
    StoreAttribute {
        /// Into that object.
        object: ValueId,
        /// Under that name.
        name: Box<str>,
        /// The value.
        value: ValueId,
    },
    /// `object[key] = value`.
    StoreItem {
        /// Into that container.
        object: ValueId,
        /// Under that key.
        key: ValueId,
        /// The value.
        value: ValueId,
    },
    /// A name that other bodies can see is bound: of a module, a class, or one that an inner function captures; or a
    /// local name is bound with an annotation.
    Bind {
        /// The body whose name it is: another one than this by `global` and `nonlocal`.
        body: BodyId,
        /// The name.
        name: Box<str>,
        /// The value.
        value: ValueId,
        /// The annotation, where there is one.
        annotation: Option<ValueId>,
    },
    /// A name or attribute is declared with an annotation and gets no value.
    Declare {
        /// The object whose attribute it is; none for a name of this body.
        object: Option<ValueId>,
        /// The name.
        name: Box<str>,
        /// The annotation.
        annotation: ValueId,
    },
    /// `return value`.
    Return(ValueId),
    /// `yield value`.
    Yield(ValueId),
    /// `yield from value`.
    Delegate(ValueId),
    /// `raise value`.
    Raise(ValueId),
}

impl Op {
    /// What is made of other values.
    pub fn derived(how: Derivation, from: impl Into<Box<[ValueId]>>) -> Op {
        Op::Derived { how, from: from.into(), is_in_place: false }
    }
}

impl NamesModules for FileGraph {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        let values = self.bodies.iter_mut().flat_map(|body| &mut body.values);
        for value in values {
            if let Op::Named(path) = &mut value.op {
                path.each_module(take);
            }
        }
    }
}
