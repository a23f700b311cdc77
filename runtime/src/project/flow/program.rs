//! What the engine asks of a project: the graphs of its files, what rules say of them, and what their calls reach.
//!
//! The engine asks for one file at a time and keeps none of them.

use std::sync::Arc;

use crate::modules::ModuleId;
use crate::segment::endpoint::FlowFact;
use crate::segment::graph::{BodyId, FileGraph, Place, ValueId};
use crate::segment::interface::OwnedPath;

/// A body of the project: a function, a lambda, a class or a module.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BodyRef {
    /// Its file.
    pub file: ModuleId,
    /// The body in it.
    pub body: BodyId,
}

/// The files of a project.
pub trait Program {
    /// Every file, in path order.
    fn files(&self) -> Vec<ModuleId>;

    /// The graphs of a file; none when it could not be examined.
    fn graph(&self, file: ModuleId) -> Option<Arc<FileGraph>>;

    /// What rules say of the flow of data in a file.
    fn facts(&self, file: ModuleId) -> Vec<FlowFact>;

    /// The file is one of tests: ways through it are told apart from those of the code itself.
    fn is_test(&self, file: ModuleId) -> bool;
}

/// What the first parameter of a function takes when it is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Receiver {
    /// The first argument: nothing is bound.
    Nothing,
    /// The object whose attribute, item or operator it is.
    Object,
    /// The value that is called: `__call__`.
    Callee,
    /// What the call makes: a constructor.
    Result,
    /// Another value of the calling body: `self` for `super().method()`.
    Value(ValueId),
    /// Something that carries no data: a class.
    Class,
}

/// A function that a call reaches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallTarget {
    /// The function.
    pub function: BodyRef,
    /// What its first parameter takes.
    pub receiver: Receiver,
    /// Number of further parameters that take what `functools.partial` was given.
    pub n_bound: u32,
    /// The function is what a decorator made of that one, which it takes along.
    pub originals: Vec<BodyRef>,
    /// It is a method of a descriptor: its first argument is the object whose attribute that is.
    pub is_descriptor: bool,
    /// That it is reached is only presumed.
    pub is_assumed: bool,
}

impl CallTarget {
    /// A method of an object.
    pub fn method(function: BodyRef) -> Self {
        CallTarget {
            function,
            receiver: Receiver::Object,
            n_bound: 0,
            originals: Vec::new(),
            is_descriptor: false,
            is_assumed: false,
        }
    }
}

/// A class that takes what it is made of as attributes, without a constructor that is written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fields {
    /// Names of the attributes in the order of the arguments.
    pub names: Vec<Box<str>>,
    /// What it is besides.
    pub kind: FieldsKind,
    /// Of those that the call gives nothing for, the defaults: where everybody can see them.
    pub defaults: Vec<(Box<str>, OwnedPath)>,
    /// A method that is called when all of them are set.
    pub then: Option<BodyRef>,
}

/// What an object is whose attributes are its arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldsKind {
    /// An object.
    Object,
    /// A tuple of them as well.
    Tuple,
    /// A dictionary: they are its keys.
    Dictionary,
}

/// What calls reach, and of which class values are. A place is one of the file that is asked for.
pub trait CallTargets {
    /// The functions that run when the value is computed: of a call, and where a method of the project does it, of an attribute (a
    /// property), an item, an operator, `with`, a loop.
    fn targets(&self, file: ModuleId, graph: &FileGraph, value: Place) -> Vec<CallTarget>;

    /// The functions that run when the value is called.
    fn callable(&self, file: ModuleId, graph: &FileGraph, value: Place) -> Vec<CallTarget>;

    /// The functions that run when an effect stores: the setter of a property, `__setitem__`.
    fn stores(&self, file: ModuleId, graph: &FileGraph, body: BodyId, effect: u32) -> Vec<CallTarget>;

    /// The methods of that name that a value of a class of the project has.
    fn methods(&self, file: ModuleId, graph: &FileGraph, value: Place, name: &str) -> Vec<CallTarget>;

    /// The methods that give the next element of what `__iter__` of a value gives: of iterators that are objects of the project.
    fn iterators(&self, file: ModuleId, graph: &FileGraph, value: Place, is_async: bool) -> Vec<CallTarget>;

    /// What a call makes of its arguments where it makes an object without a constructor.
    fn fields(&self, file: ModuleId, graph: &FileGraph, call: Place) -> Option<Fields>;

    /// The attributes of classes that an attribute reads, or would write, as paths: `module.Class.name`.
    fn class_attributes(&self, file: ModuleId, graph: &FileGraph, attribute: Place) -> Vec<OwnedPath>;

    /// Where a path leads in the end, through imports.
    fn canonical(&self, path: &OwnedPath) -> OwnedPath;

    /// The classes of the project that a class of it inherits from, at any distance.
    fn ancestors(&self, class: &OwnedPath) -> Vec<OwnedPath>;

    /// A class is the other one or inherits from it; none where something that it inherits from is not known.
    fn is_subclass(&self, class: &OwnedPath, of: &OwnedPath) -> Option<bool>;

    /// The classes of the project that inherit from a class of it, at any distance.
    fn subclasses(&self, class: BodyRef) -> Vec<BodyRef>;

    /// The class of the project that has that path.
    fn class_body(&self, class: &OwnedPath) -> Option<BodyRef>;

    /// The function that an object of a class has as its method of that name, where there is one only.
    fn method_of(&self, class: BodyRef, name: &str) -> Option<BodyRef>;

    /// The attributes that a pattern of a class takes by their places.
    fn match_arguments(&self, class: &OwnedPath) -> Vec<Box<str>>;

    /// The class that a value is an instance of, where there is one only.
    fn class_of(&self, file: ModuleId, value: Place) -> Option<OwnedPath>;

    /// The classes of libraries that an attribute is one of by what the class of its object declares; empty where that says
    /// nothing, or names a class of the project.
    fn declared_classes(&self, file: ModuleId, graph: &FileGraph, attribute: Place) -> Vec<Box<str>>;

    /// A value is certainly of classes of which it is known that they do not keep what their method of that name is given.
    fn keeps_nothing(&self, file: ModuleId, value: Place, method: &str) -> bool;

    /// The class that a function is a method of, itself or by an ancestor.
    fn class_of_method(&self, function: BodyRef) -> Option<OwnedPath>;
}
