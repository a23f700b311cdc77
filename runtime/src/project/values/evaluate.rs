//! From one operation of a value graph to what its value can be.

use super::cells::Cell;
use super::objects::{Atom, BodyRef, Obj, Set, Unit};
use super::solver::{Frame, Solver};
use crate::segment::graph::{ArgumentKind, BodyId, Constant, Derivation, DisplayKind, Op, ParameterKind, ValueId};
use aud_rules_plan::TestOutcome;

impl Solver<'_> {
    /// What a value can be, from what its operands can be.
    pub(super) fn value(&mut self, frame: &mut Frame<'_>, id: ValueId) -> Set {
        let body = frame.body;
        match &body.values[id.0 as usize].op {
            Op::Parameter(place) => self.parameter(frame, *place),
            Op::Constant(constant) => self.constant(constant, frame.at),
            Op::Named(path) => self.named(frame.at, path),
            Op::Unbound(name) => {
                let atom = self.store.atom(name);
                self.store.one(Obj::Outside(atom))
            }
            Op::Captured { body, name } => self.captured(frame, *body, name),
            Op::Function(function) => self.function(frame, *function),
            Op::Class(class) => self.class(frame, *class),
            Op::Join(parts) => parts.iter().fold(Set::NONE, |found, &part| self.store.union(found, frame.set(part))),
            Op::Attribute { object, name } => {
                let name = self.store.atom(name);
                let set = self.attribute_of_set(frame.set(*object), name, frame.at);
                self.note_property(frame, id, *object, name);
                set
            }
            Op::Item { object, key } => self.item(frame, id, *object, *key),
            Op::Element { of, is_async } => self.elements_at(frame, id, *of, *is_async),
            Op::Unpacked { of, index, is_rest } => self.unpacked(frame, *of, *index, *is_rest),
            Op::Call { callee, arguments } => self.call_at(frame, id, *callee, arguments),
            Op::Display { kind, entries } => self.display(frame, id, *kind, entries),
            Op::Derived { how, from, is_in_place } => self.derived(frame, id, *how, from, *is_in_place),
            Op::Awaited(value) => self.awaited(frame.at, frame.set(*value)),
            Op::Sent | Op::Unknown => Set::UNKNOWN,
            Op::Delegated(value) => self.delegated(frame.at, frame.set(*value)),
            Op::Entered { manager, is_async } => self.entered(frame, id, *manager, *is_async),
            Op::Caught { classes, .. } => self.caught(frame, classes),
            Op::Tested { value, test, outcome } => self.tested(frame, *value, *test, *outcome),
        }
    }

    fn parameter(&mut self, frame: &Frame<'_>, place: u32) -> Set {
        let kind = frame.body.parameters.get(place as usize).map(|parameter| parameter.kind);
        match kind {
            Some(ParameterKind::Rest | ParameterKind::Keywords) => {
                self.store.one(Obj::Container(parameter_site(frame.at, place)))
            }
            _ => {
                let given = self.given_by_fixture(frame, place);
                self.cells.add(Cell::Parameter(frame.at, place), given, &mut self.store);
                let set = self.cells.read(Cell::Parameter(frame.at, place), frame.at);
                self.unless_unseen(set, frame.at)
            }
        }
    }

    /// What was found, or what arrives where nothing was.
    pub(super) fn unless_unseen(&mut self, found: Set, reader: BodyRef) -> Set {
        if found == Set::NONE { self.cells.read(Cell::Unseen, reader) } else { found }
    }

    fn constant(&mut self, constant: &Constant, reader: BodyRef) -> Set {
        let class = match constant {
            Constant::None => return self.store.one(Obj::None),
            Constant::Bool(_) => "builtins.bool",
            Constant::Int(_) => "builtins.int",
            Constant::Text(_) => "builtins.str",
            Constant::Bytes => "builtins.bytes",
            Constant::Float => "builtins.float",
            Constant::Ellipsis => return Set::UNKNOWN,
        };
        self.instance_of(class, reader)
    }

    /// An instance of a class outside of the project.
    pub(super) fn instance_of(&mut self, class: &'static str, reader: BodyRef) -> Set {
        if let Some(&known) = self.literals.get(class) {
            return known;
        }
        let classes = self.outside(class, reader);
        let set = self.instances(classes);
        // While its module is looked at, a class may not be known yet.
        if let [one] = *self.store.members(set)
            && matches!(self.store.get(one), Obj::Instance(..))
        {
            self.literals.insert(class, set);
        }
        set
    }

    fn captured(&mut self, frame: &Frame<'_>, body: BodyId, name: &str) -> Set {
        let home = BodyRef { unit: frame.at.unit, body };
        let atom = self.store.atom(name);
        let is_type = self
            .graph(home.unit)
            .and_then(|graph| {
                graph.bodies.get(body.0 as usize).map(|body| body.type_parameters.iter().any(|t| **t == *name))
            })
            .unwrap_or(false);
        if is_type {
            return self.store.one(Obj::TypeParameter(home, atom));
        }
        self.cells.read(Cell::Name(home, atom), frame.at)
    }

    fn function(&mut self, frame: &Frame<'_>, function: BodyId) -> Set {
        let at = BodyRef { unit: frame.at.unit, body: function };
        if self.is_around(frame, at) {
            self.describe(frame, at);
        }
        self.store.one(Obj::Function(at))
    }

    fn class(&mut self, frame: &Frame<'_>, class: BodyId) -> Set {
        let at = BodyRef { unit: frame.at.unit, body: class };
        if self.is_around(frame, at)
            && let Some(graph) = self.graph(at.unit)
        {
            let bases = graph.bodies[class.0 as usize].bases.iter();
            let positional = bases.filter(|base| base.kind == ArgumentKind::Positional);
            for (place, base) in positional.enumerate() {
                let set = self.base(frame, base.value);
                self.add_base(at, place as u32, set);
            }
        }
        self.start(at);
        self.store.one(Obj::Class(at))
    }

    /// A definition stands in the body that is looked at, whose values its annotations, defaults and bases are; other bodies
    /// only name it.
    fn is_around(&mut self, frame: &Frame<'_>, definition: BodyRef) -> bool {
        let graph = self.graph(definition.unit);
        graph.is_some_and(|graph| graph.bodies[definition.body.0 as usize].parent == frame.at.body)
    }

    /// A base as it is written; of `Base[T]` the class.
    fn base(&self, frame: &Frame<'_>, base: ValueId) -> Set {
        match frame.op(base) {
            Op::Item { object, .. } => frame.set(*object),
            _ => frame.set(base),
        }
    }

    fn derived(&mut self, frame: &Frame<'_>, id: ValueId, how: Derivation, from: &[ValueId], is_in_place: bool) -> Set {
        match (how, from) {
            (Derivation::Format, _) => return self.instance_of("builtins.str", frame.at),
            (Derivation::Truth, _) => return self.instance_of("builtins.bool", frame.at),
            (Derivation::Contains, [element, of]) => {
                self.own_operator(frame, id, "__contains__", *of, &[*element]);
                return self.instance_of("builtins.bool", frame.at);
            }
            (Derivation::Slice, [of]) => {
                let own = self.own_operator(frame, id, "__getitem__", *of, &[]);
                return own.unwrap_or(frame.set(*of));
            }
            _ => {}
        }
        let (Some(method), Some((&left, right))) = (how.method(), from.split_first()) else { return Set::UNKNOWN };
        if how.is_comparison() {
            let own = self.own_operator(frame, id, &format!("__{method}__"), left, right);
            return own.unwrap_or_else(|| self.instance_of("builtins.bool", frame.at));
        }
        if is_in_place && let Some(set) = self.own_operator(frame, id, &format!("__i{method}__"), left, right) {
            return set;
        }
        let reflected = format!("__r{method}__");
        let name = self.store.atom(&format!("__{method}__"));
        let operands: Vec<Set> = right.iter().map(|&value| frame.set(value)).collect();
        let mut found = Set::NONE;
        for object in self.store.members(frame.set(left)).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Instance(class, _) if self.has_reflected(class, right, frame, name, &reflected) => Set::NONE,
                Obj::Instance(..) | Obj::OutsideInstance(_) => {
                    let method = self.attribute(object, name, frame.at);
                    self.call_operator(frame, id, method, &operands)
                }
                Obj::Container(_) => self.store.set(vec![object], false),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        if found == Set::NONE || self.store.is_open(frame.set(left)) {
            let other = match right {
                [right] => self.own_operator(frame, id, &reflected, *right, &[left]),
                _ => None,
            };
            let other = other.unwrap_or(if self.store.is_open(frame.set(left)) { Set::UNKNOWN } else { Set::NONE });
            found = self.store.union(found, other);
        }
        found
    }

    /// The left operand leaves the operator to the reflected method of the right one: it is of no class of the project that has
    /// the method itself.
    fn has_reflected(
        &mut self,
        left: BodyRef,
        right: &[ValueId],
        frame: &Frame<'_>,
        name: Atom,
        reflected: &str,
    ) -> bool {
        let [right] = right else { return false };
        let is_own = self.is_project(left.unit) && self.find(left, 0, name, frame.at).is_some();
        !is_own && !self.own_methods(frame, reflected, *right).is_empty()
    }

    /// The methods of that name that classes of the project give a value.
    fn own_methods(&mut self, frame: &Frame<'_>, name: &str, of: ValueId) -> Vec<Set> {
        let name = self.store.atom(name);
        let mut methods = Vec::new();
        for object in self.store.members(frame.set(of)).to_vec() {
            if let Obj::Instance(class, _) = *self.store.get(object)
                && self.is_project(class.unit)
                && self.find(class, 0, name, frame.at).is_some_and(|(home, _)| self.is_of_project(home))
            {
                methods.push(self.attribute(object, name, frame.at));
            }
        }
        methods
    }

    fn is_of_project(&self, home: super::mro::Ancestor) -> bool {
        matches!(home, super::mro::Ancestor::Class(class) if self.is_project(class.unit))
    }

    /// What a method of a class of the project gives that stands for an operator; none when no class has it.
    fn own_operator(
        &mut self,
        frame: &Frame<'_>,
        id: ValueId,
        name: &str,
        of: ValueId,
        operands: &[ValueId],
    ) -> Option<Set> {
        let operands: Vec<Set> = operands.iter().map(|&operand| frame.set(operand)).collect();
        let methods = self.own_methods(frame, name, of);
        let mut found = None;
        for method in methods {
            let set = self.call_operator(frame, id, method, &operands);
            found = Some(found.map_or(set, |found| self.store.union(found, set)));
        }
        found
    }

    /// `isinstance(value, Class)`, `value is not None` and the truth of the value itself narrow it.
    fn tested(&mut self, frame: &Frame<'_>, value: ValueId, test: ValueId, outcome: TestOutcome) -> Set {
        let set = frame.set(value);
        let holds = outcome == TestOutcome::True;
        if let Op::Call { callee, arguments } = frame.op(test)
            && self.set_is_named(frame.set(*callee), "builtins.isinstance")
            && let [first, class] = &**arguments
            && frame.body.untested(first.value) == frame.body.untested(value)
        {
            if !holds {
                return set;
            }
            let mut classes = frame.set(class.value);
            for object in self.store.members(classes).to_vec() {
                if let Obj::Container(site) = *self.store.get(object) {
                    let held = self.all_held(site, frame.at);
                    classes = self.store.union(classes, held);
                }
            }
            return self.narrowed(set, classes, frame.at);
        }
        if holds && test == value { self.store.without_none(set) } else { set }
    }

    /// The members of a set that are instances of classes; where none is, an instance of the classes themselves.
    fn narrowed(&mut self, set: Set, classes: Set, reader: BodyRef) -> Set {
        let wanted = self.store.members(classes).to_vec();
        let mut kept = Vec::new();
        for object in self.store.members(set).to_vec() {
            if let Obj::Instance(class, _) = *self.store.get(object)
                && wanted.iter().any(|&wanted| match *self.store.get(wanted) {
                    Obj::Class(wanted) => self.mro(class, reader).classes().any(|ancestor| ancestor == wanted),
                    _ => false,
                })
            {
                kept.push(object);
            }
        }
        if kept.is_empty() { self.instances(classes) } else { self.store.set(kept, false) }
    }

    /// What is an instance of each class of the set.
    pub(super) fn instances(&mut self, classes: Set) -> Set {
        let mut found = if self.store.is_open(classes) { Set::UNKNOWN } else { Set::NONE };
        for object in self.store.members(classes).to_vec() {
            let set = match self.store.get(object).clone() {
                Obj::Class(class) => self.store.one(Obj::Instance(class, Box::default())),
                Obj::Outside(name) => {
                    let is_class = crate::resolve::is_class_name(self.store.text(name));
                    if is_class { self.store.one(Obj::OutsideInstance(name)) } else { Set::UNKNOWN }
                }
                Obj::None => self.store.one(Obj::None),
                Obj::TypeParameter(..) => self.store.set(vec![object], false),
                _ => Set::UNKNOWN,
            };
            found = self.store.union(found, set);
        }
        found
    }

    /// The kind of a container that is written out, or of the parameter that takes further arguments.
    pub(super) fn container_kind(&mut self, site: super::objects::Site) -> Option<DisplayKind> {
        let graph = self.graph(site.at.unit)?;
        let body = graph.bodies.get(site.at.body.0 as usize)?;
        if let Some(place) = parameter_of_site(site) {
            return match body.parameters.get(place as usize)?.kind {
                ParameterKind::Keywords => Some(DisplayKind::Dict),
                _ => Some(DisplayKind::Tuple),
            };
        }
        match &body.values.get(site.value.0 as usize)?.op {
            Op::Display { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// The object is the definition of that dotted name, or an instance of it.
    pub(super) fn is_named(&mut self, object: super::objects::ObjId, name: &str) -> bool {
        match self.store.get(object).clone() {
            Obj::Class(body) | Obj::Function(body) | Obj::Instance(body, _) => {
                !self.is_project(body.unit) && self.dotted(body) == name
            }
            Obj::Outside(atom) | Obj::OutsideInstance(atom) => self.store.text(atom) == name,
            _ => false,
        }
    }

    /// Some object of the set has that dotted name.
    pub(super) fn set_is_named(&mut self, set: Set, name: &str) -> bool {
        self.store.members(set).to_vec().into_iter().any(|object| self.is_named(object, name))
    }

    /// The module with that body.
    pub(super) fn module_body(unit: Unit) -> BodyRef {
        BodyRef { unit, body: BodyId::MODULE }
    }
}

/// Classes of libraries whose first type parameter is what a loop over them gives.
pub(super) fn is_iterable(class: &str) -> bool {
    matches!(
        super::solver::last_segment(class),
        "Iterator"
            | "Iterable"
            | "Generator"
            | "AsyncIterator"
            | "AsyncIterable"
            | "AsyncGenerator"
            | "Sequence"
            | "MutableSequence"
            | "Collection"
            | "Set"
            | "MutableSet"
            | "Mapping"
            | "MutableMapping"
            | "list"
            | "dict"
            | "set"
            | "frozenset"
            | "tuple"
            | "deque"
            | "KeysView"
            | "ValuesView"
    )
}

/// The part of a tuple at a place, from its end where that is negative.
pub(super) fn tuple_part(parts: &[Set], at: i64) -> Set {
    let at = if at < 0 { parts.len() as i64 + at } else { at };
    usize::try_from(at).ok().and_then(|at| parts.get(at)).copied().unwrap_or(Set::UNKNOWN)
}

/// The container that a parameter is which takes further arguments: no value of a body has such a number.
pub(super) fn parameter_site(function: BodyRef, place: u32) -> super::objects::Site {
    super::objects::Site { at: function, value: ValueId(u32::MAX - place) }
}

fn parameter_of_site(site: super::objects::Site) -> Option<u32> {
    const MAX_PARAMETERS: u32 = 1 << 16;
    let place = u32::MAX - site.value.0;
    (place < MAX_PARAMETERS).then_some(place)
}
