//! From a finished file to what other files may ask about its names, as owned data without a tree.
//!
//! Only what a module or a class body names is kept: nothing else can be imported.

use serde::{Deserialize, Serialize};

use crate::modules::ModuleId;
use crate::resolve::limits::Limit;
use crate::resolve::{
    Ancestor, ClassRef, Path, Receiver, Resolution, Resolver, ancestor_of_base, bases, classes_of_binding,
    classes_returned, positional_parameters,
};
use crate::scope::{Bound, ScopeId};
use crate::segment::bytes::NamesModules;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// Classes that are kept of one value.
const MAX_CLASSES: usize = 8;

/// [`Path`], owned.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum OwnedPath {
    /// A dotted name of a module that is not part of the project.
    Outside(Box<str>),
    /// A name in a module of the project.
    Project {
        /// The module.
        module: ModuleId,
        /// What comes after the module; empty for the module itself.
        rest: Box<str>,
    },
}

impl OwnedPath {
    /// The dotted name, when it is outside of the project.
    pub fn outside(&self) -> Option<&str> {
        match self {
            OwnedPath::Outside(text) => Some(text),
            OwnedPath::Project { .. } => None,
        }
    }
}

impl From<Path<'_>> for OwnedPath {
    fn from(path: Path<'_>) -> Self {
        match path {
            Path::Outside(text) => OwnedPath::Outside(text.into()),
            Path::Project { module, rest, .. } => OwnedPath::Project { module, rest: rest.into() },
        }
    }
}

/// A base of a class.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Base {
    /// Certainly that one.
    Certain(OwnedPath),
    /// A dotted name whose root nothing known binds.
    Assumed(Box<str>),
}

/// Where the class of a value is found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ValueClass {
    /// It was made by calling that, or is annotated with it.
    Made(OwnedPath),
    /// As `Made`, by a dotted name whose root nothing known binds.
    Assumed(Box<str>),
    /// It is what that path holds.
    Held(OwnedPath),
}

impl From<ClassRef<'_>> for ValueClass {
    fn from(class: ClassRef<'_>) -> Self {
        match class {
            ClassRef::Made(path) => ValueClass::Made(path.into()),
            ClassRef::Assumed(text) => ValueClass::Assumed(text.into()),
            ClassRef::Held(path) => ValueClass::Held(path.into()),
        }
    }
}

/// A function.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FunctionSummary {
    /// Names of the parameters that positional arguments reach.
    pub positional: Vec<Box<str>>,
    /// What its first parameter takes.
    pub receiver: Receiver,
    /// Classes of what it returns, by its annotation.
    pub returns: Vec<ValueClass>,
}

/// A class.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClassSummary {
    /// Its bases in order.
    pub bases: Vec<Base>,
    /// Names of its body, and attributes that its methods set.
    pub names: NameTable,
}

/// A definition.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Definition {
    /// A `def`.
    Function(FunctionSummary),
    /// A `class`.
    Class(ClassSummary),
}

/// What one name stands for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct NameSummary {
    /// It is defined here.
    pub definition: Option<Definition>,
    /// It is imported from there, or another name of that; several are alternatives.
    pub aliases: Vec<OwnedPath>,
    /// Classes of the values that are bound to it.
    pub classes: Vec<ValueClass>,
}

/// Names with what they stand for, sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct NameTable(Vec<(Box<str>, NameSummary)>);

impl NameTable {
    /// A table of these names.
    pub fn new(names: impl IntoIterator<Item = (Box<str>, NameSummary)>) -> Self {
        let mut names: Vec<_> = names.into_iter().collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        NameTable(names)
    }

    /// What a name stands for, if it is bound.
    pub fn get(&self, name: &str) -> Option<&NameSummary> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(name)).ok().map(|at| &self.0[at].1)
    }
}

/// What a star import takes names from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Star {
    /// A file of the project.
    Project(ModuleId),
    /// A dotted name of a module that is not part of the project.
    Outside(Box<str>),
}

/// What other files may ask about a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ModuleInterface {
    /// The file's module.
    pub module: ModuleId,
    /// Its names.
    pub names: NameTable,
    /// Its star imports.
    pub stars: Vec<Star>,
    /// The names in `__all__`, where it is written as one list of strings.
    pub exports: Option<Vec<Box<str>>>,
}

impl ModuleInterface {
    /// That of a module without names.
    pub fn empty(module: ModuleId) -> Self {
        ModuleInterface { module, names: NameTable::default(), stars: Vec::new(), exports: None }
    }
}

/// Summarizes a file.
pub fn summarize(names: &Resolver<'_>) -> ModuleInterface {
    let file = names.file;
    let stars = file.scopes.get(ScopeId::MODULE).stars.iter().filter_map(|&from| match names.import_source(from) {
        Some(module) => Some(Star::Project(module)),
        None if from.level == 0 => Some(Star::Outside(from.module.into())),
        None => {
            let dotted = file.modules.relative(from.level, from.module)?;
            Some(Star::Outside(dotted.into()))
        }
    });
    let stars = stars.collect();
    ModuleInterface { module: file.module, names: table_of(names, ScopeId::MODULE), stars, exports: exports(names) }
}

/// The names that a module or class scope binds.
fn table_of(names: &Resolver<'_>, scope: ScopeId) -> NameTable {
    let home = names.file.scopes.get(scope);
    let only_attributes = home.attributes.keys().filter(|name| !home.names.contains_key(*name));
    let bound = home.names.keys().chain(only_attributes);
    NameTable::new(bound.map(|&name| (Box::from(name), summarize_name(names, scope, name))))
}

fn summarize_name<'t>(names: &Resolver<'t>, scope: ScopeId, name: &'t str) -> NameSummary {
    let scopes = &names.file.scopes;
    let mut summary = NameSummary::default();
    if let Resolution::Paths(paths) = names.resolve_bound(scope, name) {
        for &path in paths {
            match definition(names, scope, name).filter(|_| is_itself(names, scope, name, path)) {
                Some(node) => summary.definition = Some(summarize_definition(names, node)),
                None => summary.aliases.push(path.into()),
            }
        }
    }
    let home = scopes.get(scope);
    let of_instances = home.attributes.get(name).map_or(&[][..], Vec::as_slice);
    for &id in scopes.bindings_of(scope, name).iter().chain(of_instances) {
        for class in classes_of_binding(names, scopes.binding(id)) {
            let class = ValueClass::from(class);
            if !summary.classes.contains(&class) {
                push_class(names, &mut summary.classes, class);
            }
        }
    }
    summary
}

/// The path is that of the name itself.
fn is_itself(names: &Resolver<'_>, scope: ScopeId, name: &str, path: Path<'_>) -> bool {
    let Path::Project { rest, .. } = path else { return false };
    let front = names.file.scopes.get(scope).qualname;
    let is_below = match front {
        "" => rest == name,
        front => rest.strip_prefix(front).and_then(|rest| rest.strip_prefix('.')) == Some(name),
    };
    is_below && path.is_in(names.file.module)
}

/// The last definition of a name in a scope.
fn definition(names: &Resolver<'_>, scope: ScopeId, name: &str) -> Option<NodeId> {
    let scopes = &names.file.scopes;
    scopes.bindings_of(scope, name).iter().rev().find_map(|&id| match scopes.binding(id).bound {
        Bound::Function(node) | Bound::Class(node) => Some(node),
        _ => None,
    })
}

fn summarize_definition(names: &Resolver<'_>, node: NodeId) -> Definition {
    if names.tree().kind(node) == Kind::FunctionDefinition {
        return Definition::Function(summarize_function(names, node));
    }
    let bases = bases(names, node).into_iter().flat_map(|base| ancestor_of_base(names, base));
    let bases = bases.map(|ancestor| match ancestor {
        Ancestor::Certain(path) => Base::Certain(path.into()),
        Ancestor::Assumed(text) => Base::Assumed(text.into()),
    });
    let names = names.file.scopes.opened_by(node).map(|scope| table_of(names, scope)).unwrap_or_default();
    Definition::Class(ClassSummary { bases: bases.collect(), names })
}

fn summarize_function(names: &Resolver<'_>, node: NodeId) -> FunctionSummary {
    let mut returns = Vec::new();
    for class in classes_returned(names, node) {
        push_class(names, &mut returns, class.into());
    }
    FunctionSummary {
        positional: positional_parameters(names, node).into_iter().map(Box::from).collect(),
        receiver: names.receiver(node),
        returns,
    }
}

/// Adds a class to those of one value, unless there are too many.
fn push_class(names: &Resolver<'_>, classes: &mut Vec<ValueClass>, class: ValueClass) {
    match classes.len() < MAX_CLASSES {
        true => classes.push(class),
        false => names.limits.note(Limit::Classes),
    }
}

/// The strings of the one list or tuple that `__all__` is bound to.
fn exports(names: &Resolver<'_>) -> Option<Vec<Box<str>>> {
    let tree = names.tree();
    let [binding] = names.file.scopes.bindings_of(ScopeId::MODULE, "__all__") else { return None };
    let Bound::Value(value) = names.file.scopes.binding(*binding).bound else { return None };
    if !matches!(tree.kind(value), Kind::List | Kind::Tuple | Kind::ExpressionList) {
        return None;
    }
    let text_of = |member: NodeId| match tree.kind(member) {
        Kind::String if tree.child(member, Field::Expression).is_none() => {
            let content = tree.child_of_kind(member, Kind::StringContent);
            content.map(|content| Box::from(tree.slice(content)))
        }
        _ => None,
    };
    tree.children(value).map(text_of).collect()
}

impl NamesModules for ModuleInterface {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        take(&mut self.module);
        self.names.each_module(take);
        self.stars.iter_mut().for_each(|star| match star {
            Star::Project(module) => take(module),
            Star::Outside(_) => {}
        });
    }
}

impl NamesModules for NameTable {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        for (_, name) in &mut self.0 {
            name.aliases.iter_mut().for_each(|path| path.each_module(take));
            name.classes.iter_mut().for_each(|class| class.each_module(take));
            match &mut name.definition {
                Some(Definition::Function(function)) => {
                    function.returns.iter_mut().for_each(|class| class.each_module(take));
                }
                Some(Definition::Class(class)) => {
                    class.bases.iter_mut().for_each(|base| match base {
                        Base::Certain(path) => path.each_module(take),
                        Base::Assumed(_) => {}
                    });
                    class.names.each_module(take);
                }
                None => {}
            }
        }
    }
}

impl NamesModules for ValueClass {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        match self {
            ValueClass::Made(path) | ValueClass::Held(path) => path.each_module(take),
            ValueClass::Assumed(_) => {}
        }
    }
}

impl NamesModules for OwnedPath {
    fn each_module(&mut self, take: &mut dyn FnMut(&mut ModuleId)) {
        match self {
            OwnedPath::Project { module, rest: _ } => take(module),
            OwnedPath::Outside(_) => {}
        }
    }
}
