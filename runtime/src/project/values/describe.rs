//! From a dotted name to what is known of it in libraries: its canonical name, its other names, what it is, what it has and
//! what that gives.

use std::sync::PoisonError;

use super::cells::Cell;
use super::known::LibraryNames;
use super::mro::Ancestor;
use super::objects::{BodyRef, Obj, ObjId, Set, Unit, Wrapper};
use super::solver::{join, last_segment};
use super::{BodyId, Values};
use crate::segment::graph::{Act, Body, BodyKind, Op, ParameterKind};

/// What is known of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Description {
    /// Where it is defined: the name under which rules know it.
    pub name: String,
    /// The module that defines it.
    pub module: String,
    /// Names of other modules for the same thing, sorted.
    pub other_names: Vec<String>,
    /// What it is.
    pub kind: DescribedKind,
    /// Of a class: its bases, as they are written down.
    pub bases: Vec<String>,
    /// Of a class: itself and all that it inherits from, in the order in which members are looked for.
    pub order: Vec<String>,
    /// Of a function: its parameters, with their stars.
    pub parameters: Vec<String>,
    /// Of a function what it returns, of another value what it is; empty when that is not known.
    pub gives: Vec<String>,
    /// Of a class its members with those that it inherits, of a module its names; sorted.
    pub members: Vec<Member>,
}

/// What a name of a library is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DescribedKind {
    /// A module.
    Module,
    /// A class.
    Class,
    /// A function of a module.
    Function,
    /// A function of a class.
    Method,
    /// A method of the class itself.
    ClassMethod,
    /// A function of a class without a receiver.
    StaticMethod,
    /// An attribute that a method computes.
    Property,
    /// Any other value.
    Value,
}

impl DescribedKind {
    /// Its word, for people.
    pub fn word(self) -> &'static str {
        match self {
            DescribedKind::Module => "module",
            DescribedKind::Class => "class",
            DescribedKind::Function => "function",
            DescribedKind::Method => "method",
            DescribedKind::ClassMethod => "class method",
            DescribedKind::StaticMethod => "static method",
            DescribedKind::Property => "property",
            DescribedKind::Value => "value",
        }
    }
}

/// A member of a class or module.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: DescribedKind,
    /// Of a class: the class that has it.
    pub of: String,
    /// What it gives: of a function what it returns, of another value what it is; of a name for something else, that.
    pub gives: Vec<String>,
}

impl LibraryNames<'_> {
    /// What is known of a name; none when no library has it.
    pub fn describe(&self, dotted: &str) -> Option<Description> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner).describe(dotted)
    }

    /// The names that the nearest known part of a dotted name has, each with that part in front: what may be meant by a
    /// name that is not there. Empty when not even its package is known.
    pub fn alike(&self, dotted: &str) -> Vec<String> {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        let ends: Vec<usize> = dotted.match_indices('.').map(|(dot, _)| dot).collect();
        let known = ends.iter().rev().find_map(|&end| Some((&dotted[..end], values.describe_here(&dotted[..end])?)));
        let Some((front, description)) = known else { return Vec::new() };
        description.members.iter().map(|member| join(front, &member.name)).collect()
    }
}

impl Values<'_> {
    fn describe(&mut self, dotted: &str) -> Option<Description> {
        let mut description = self.describe_here(dotted)?;
        description.other_names = self.names_of_the_same(dotted, &description.name);
        Some(description)
    }

    /// All but the other names.
    fn describe_here(&mut self, dotted: &str) -> Option<Description> {
        let raw = self.raw_member(dotted);
        let id = *self.solver.store.members(raw).first()?;
        let (kind, inner) = self.kind_of(id);
        let mut description = Description {
            name: dotted.to_owned(),
            module: self.module_of(dotted),
            other_names: Vec::new(),
            kind,
            bases: Vec::new(),
            order: Vec::new(),
            parameters: Vec::new(),
            gives: Vec::new(),
            members: Vec::new(),
        };
        match self.solver.store.get(inner).clone() {
            Obj::Outside(_) => return None,
            Obj::Module(unit) => {
                description.name = self.solver.unit_name(unit).to_owned();
                description.module = description.name.clone();
                description.members = self.members_of_module(unit);
            }
            Obj::Class(class) => {
                self.describe_definition(&mut description, class);
                self.of_class(&mut description, class);
            }
            Obj::Function(function) | Obj::Bound(function, _) => {
                self.describe_definition(&mut description, function);
                description.parameters = self.parameters(function);
                description.gives = self.returned(function);
            }
            _ => description.gives = self.shown(raw),
        }
        Some(description)
    }

    /// The name and the module of a definition.
    fn describe_definition(&mut self, description: &mut Description, body: BodyRef) {
        description.name = self.solver.dotted(body);
        description.module = self.solver.unit_name(body.unit).to_owned();
    }

    /// What a name stands for, where a member of a class is what its body binds and not what an instance makes of it.
    fn raw_member(&mut self, dotted: &str) -> Set {
        if let Some((front, last)) = dotted.rsplit_once('.') {
            let owner = self.solver.outside(front, BodyRef::NOBODY);
            let name = self.solver.store.atom(last);
            for id in self.solver.store.members(owner).to_vec() {
                if let Obj::Class(class) = *self.solver.store.get(id) {
                    let found = self.solver.find(class, 0, name, BodyRef::NOBODY).map(|(_, set)| set);
                    let set = found.unwrap_or_else(|| self.attribute_cell(class, last));
                    if set != Set::NONE {
                        return set;
                    }
                }
            }
        }
        self.solver.outside(dotted, BodyRef::NOBODY)
    }

    /// What the attribute of instances holds, by the first class of the order that declares it.
    fn attribute_cell(&mut self, class: BodyRef, name: &str) -> Set {
        let atom = self.solver.store.atom(name);
        let order = self.solver.mro(class, BodyRef::NOBODY);
        let sets = order.classes().map(|home| self.solver.cells.peek(Cell::Attribute(home, atom)));
        sets.into_iter().find(|&set| set != Set::NONE).unwrap_or(Set::NONE)
    }

    /// What an object is, and what lies in a wrapper of it.
    fn kind_of(&mut self, id: ObjId) -> (DescribedKind, ObjId) {
        match *self.solver.store.get(id) {
            Obj::Module(_) => (DescribedKind::Module, id),
            Obj::Class(_) => (DescribedKind::Class, id),
            Obj::Function(body) | Obj::Bound(body, _) => {
                let is_method = self.parent_kind(body) == Some(BodyKind::Class);
                (if is_method { DescribedKind::Method } else { DescribedKind::Function }, id)
            }
            Obj::Wrapped(Wrapper::Class, inner) => (DescribedKind::ClassMethod, inner),
            Obj::Wrapped(Wrapper::Static, inner) => (DescribedKind::StaticMethod, inner),
            Obj::Wrapped(Wrapper::Property, inner) => (DescribedKind::Property, inner),
            Obj::Wrapped(Wrapper::Context, inner) => (self.kind_of(inner).0, inner),
            _ => (DescribedKind::Value, id),
        }
    }

    fn parent_kind(&mut self, body: BodyRef) -> Option<BodyKind> {
        let graph = self.solver.graph(body.unit)?;
        let parent = graph.bodies.get(body.body.0 as usize)?.parent;
        graph.bodies.get(parent.0 as usize).map(|parent| parent.kind)
    }

    fn of_class(&mut self, description: &mut Description, class: BodyRef) {
        let n_bases = self.solver.graph(class.unit).map_or(0, |graph| graph.bodies[class.body.0 as usize].bases.len());
        for place in 0..n_bases as u32 {
            let set = self.solver.cells.peek(Cell::Base(class, place));
            let ids = self.solver.store.members(set).to_vec();
            description.bases.extend(ids.first().map(|&id| self.solver.name_of(id)));
        }
        for ancestor in &self.solver.mro(class, BodyRef::NOBODY).ancestors {
            let home = match *ancestor {
                Ancestor::Outside(name) => {
                    description.order.push(self.solver.store.text(name).to_owned());
                    continue;
                }
                Ancestor::Class(home) => home,
            };
            let of = self.solver.dotted(home);
            for name in self.bound_names(home) {
                if description.members.iter().any(|member| member.name == name) {
                    continue;
                }
                let atom = self.solver.store.atom(&name);
                let bound = self.solver.cells.peek(Cell::Name(home, atom));
                let declared = self.solver.cells.peek(Cell::Attribute(home, atom));
                let set = if bound == Set::NONE { declared } else { bound };
                let member = self.member(name, of.clone(), set);
                description.members.push(member);
            }
            description.order.push(of);
        }
        description.members.sort();
    }

    fn members_of_module(&mut self, unit: Unit) -> Vec<Member> {
        let body = BodyRef { unit, body: BodyId::MODULE };
        let module = self.solver.unit_name(unit).to_owned();
        let mut members: Vec<Member> = Vec::new();
        for name in self.bound_names(body) {
            let set = self.solver.outside(&join(&module, &name), BodyRef::NOBODY);
            let mut member = self.member(name, String::new(), set);
            let ids = self.solver.store.members(set).to_vec();
            let own = join(&module, &member.name);
            // A name of something that another module defines.
            let elsewhere =
                ids.first().map(|&id| self.solver.name_of(id)).filter(|name| !name.is_empty() && *name != own);
            if let Some(elsewhere) = elsewhere
                && member.kind != DescribedKind::Value
            {
                member.gives = vec![elsewhere];
            }
            members.push(member);
        }
        members.sort();
        members
    }

    fn member(&mut self, name: String, of: String, set: Set) -> Member {
        let Some(&id) = self.solver.store.members(set).first() else {
            return Member { name, kind: DescribedKind::Value, of, gives: Vec::new() };
        };
        let (kind, inner) = self.kind_of(id);
        let gives = match *self.solver.store.get(inner) {
            Obj::Function(function) | Obj::Bound(function, _) => self.returned(function),
            Obj::Class(_) | Obj::Module(_) => Vec::new(),
            _ => self.shown(set),
        };
        Member { name, kind, of, gives }
    }

    /// The names that a class or module binds or declares, in source order, each once.
    fn bound_names(&mut self, at: BodyRef) -> Vec<String> {
        let Some(graph) = self.solver.graph(at.unit) else { return Vec::new() };
        let Some(body) = graph.bodies.get(at.body.0 as usize) else { return Vec::new() };
        let mut names: Vec<String> = Vec::new();
        let mut take = |name: &str| {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        };
        for effect in &body.effects {
            match &effect.act {
                Act::Bind { body, name, .. } if *body == at.body => take(name),
                Act::Declare { object: None, name, .. } => take(name),
                _ => {}
            }
        }
        names
    }

    fn parameters(&mut self, function: BodyRef) -> Vec<String> {
        let Some(graph) = self.solver.graph(function.unit) else { return Vec::new() };
        let body: &Body = &graph.bodies[function.body.0 as usize];
        let star = |kind: ParameterKind| match kind {
            ParameterKind::Rest => "*",
            ParameterKind::Keywords => "**",
            _ => "",
        };
        body.parameters.iter().map(|parameter| format!("{}{}", star(parameter.kind), parameter.name)).collect()
    }

    fn returned(&mut self, function: BodyRef) -> Vec<String> {
        let set = self.solver.cells.peek(Cell::Returned(function));
        self.shown(set)
    }

    /// The values of a set, as annotations have them; those that have no name are left out.
    fn shown(&mut self, set: Set) -> Vec<String> {
        let mut shown = Vec::new();
        for id in self.solver.store.members(set).to_vec() {
            shown.extend(match self.solver.store.get(id).clone() {
                Obj::Instance(class, _) => Some(self.solver.dotted(class)),
                Obj::OutsideInstance(name) | Obj::Outside(name) => Some(self.solver.store.text(name).to_owned()),
                Obj::Class(class) => Some(format!("type[{}]", self.solver.dotted(class))),
                Obj::Function(function) | Obj::Bound(function, _) => Some(self.solver.dotted(function)),
                Obj::Module(unit) => Some(self.solver.unit_name(unit).to_owned()),
                Obj::TypeParameter(_, name) => Some(self.solver.store.text(name).to_owned()),
                Obj::Callable(..) => Some("a callable".to_owned()),
                Obj::None => Some("None".to_owned()),
                _ => None,
            });
        }
        shown.sort_unstable();
        shown.dedup();
        shown
    }

    /// The longest front of a name that is a module.
    fn module_of(&mut self, dotted: &str) -> String {
        let ends = dotted.match_indices('.').map(|(dot, _)| dot).chain([dotted.len()]);
        let ends: Vec<usize> = ends.collect();
        let known = ends.into_iter().rev().map(|end| &dotted[..end]).find(|name| self.solver.library(name).is_some());
        known.unwrap_or_default().to_owned()
    }

    /// Other names for what has these two: of the modules that have its last name in their text, those that bind it to the
    /// same thing. A member of a class has the other names of its class.
    fn names_of_the_same(&mut self, asked: &str, name: &str) -> Vec<String> {
        let module = self.module_of(name);
        let Some(rest) =
            name.strip_prefix(&module).map(|rest| rest.trim_start_matches('.')).filter(|rest| !rest.is_empty())
        else {
            return if asked == name { Vec::new() } else { vec![asked.to_owned()] };
        };
        let first = rest.split('.').next().unwrap_or(rest).to_owned();
        let tail = rest[first.len()..].to_owned();
        let meant = self.solver.outside(&join(&module, &first), BodyRef::NOBODY);
        let mut names = Vec::new();
        if asked != name {
            names.push(asked.to_owned());
        }
        for other in self.solver.libraries.mentioning(&first) {
            let Some(unit) = self.solver.library(&other) else { continue };
            for bound in self.bound_names(BodyRef { unit, body: BodyId::MODULE }) {
                if !self.may_be(unit, &bound, &first) {
                    continue;
                }
                let dotted = join(&other, &bound);
                if self.solver.outside(&dotted, BodyRef::NOBODY) == meant {
                    names.push(dotted + &tail);
                }
            }
        }
        names.sort_unstable();
        names.dedup();
        names.retain(|other| other != name);
        names
    }

    /// A module may bind a name to something that has that last name elsewhere; so that no library is read for others.
    fn may_be(&mut self, unit: Unit, bound: &str, last: &str) -> bool {
        if bound == last {
            return true;
        }
        let Some(graph) = self.solver.graph(unit) else { return false };
        let body = &graph.bodies[0];
        body.effects.iter().any(|effect| match &effect.act {
            Act::Bind { name, value, .. } if &**name == bound => match body.values.get(value.0 as usize).map(|v| &v.op)
            {
                Some(Op::Named(path)) => last_segment(&path.to_string()) == last,
                Some(Op::Attribute { name, .. }) => &**name == last,
                _ => false,
            },
            _ => false,
        })
    }
}
