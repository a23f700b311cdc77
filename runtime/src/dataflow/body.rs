//! One body while it is run: its values and effects so far, and the state at the point that is run.

use rustc_hash::FxHashMap;

use crate::control::Cfg;
use crate::dataflow::assurances::BodyEnd;
use crate::dataflow::bodies::FileRun;
use crate::dataflow::conditions::Truth;
use crate::dataflow::flow::Split;
use crate::dataflow::objects::Shape;
use crate::dataflow::state::State;
use crate::dataflow::{MAX_VALUES, compact};
use crate::resolve::fold::Constant;
use crate::resolve::{Resolver, never_returns};
use crate::scope::{ScopeId, Scopes};
use crate::segment::graph::{self, Act, BodyId, BodyKind, Effect, Op, Place, Run, Value, ValueId};
use crate::syntax::kinds::Kind;
use crate::syntax::tree::{NodeId, Range, Tree};
use aud_rules_plan::TestOutcome;

/// What is known of a value whatever the state is.
#[derive(Clone, Copy, Default)]
pub(super) struct Fact<'t> {
    /// It is that constant.
    pub(super) constant: Option<Constant<'t>>,
    /// It is the object of that number.
    pub(super) object: Option<u32>,
}

/// An object that is followed.
struct Object {
    shape: Shape,
    /// Nothing but this body has it, unless it was handed on.
    is_fresh: bool,
}

/// A body while it is run.
pub(super) struct BodyRun<'f, 'r, 't> {
    pub(super) file: &'f mut FileRun<'r, 't>,
    pub(super) names: &'r Resolver<'t>,
    pub(super) tree: &'t Tree<'t>,
    pub(super) scopes: &'t Scopes<'t>,
    pub(super) id: BodyId,
    pub(super) scope: ScopeId,
    pub(super) values: Vec<Value>,
    /// Parallel to `values`.
    facts: Vec<Fact<'t>>,
    pub(super) effects: Vec<Effect>,
    pub(super) runs: Vec<Run>,
    objects: Vec<Object>,
    /// How the truth of some values comes about.
    pub(super) truths: FxHashMap<ValueId, Truth>,
    /// Tested values, by the value, the test and how it came out.
    pub(super) tested: FxHashMap<(ValueId, ValueId, TestOutcome), ValueId>,
    /// Numbers of the variables that the parameters are bound to.
    pub(super) parameters: Vec<Option<u32>>,
    /// What is known of the parameters at each end of the body.
    pub(super) ends: Vec<BodyEnd>,
    /// Numbers of the variables.
    pub(super) variables: FxHashMap<(ScopeId, &'t str), u32>,
    /// What names of other bodies are here.
    pub(super) outside: FxHashMap<(Option<ScopeId>, &'t str), ValueId>,
    /// Names of type parameters that are seen where an annotation is evaluated, with the body that has them.
    pub(super) type_parameters: Vec<(BodyId, &'t str)>,
    /// The bindings that the body makes, in source order, once a loop asks for them.
    pub(super) bindings: Option<Vec<(NodeId, ScopeId, &'t str)>>,
    /// What is known at the point that is run.
    pub(super) state: State<'t>,
    /// What variables were bound to since the block began, where an exception may be raised in it.
    pub(super) log: Option<Vec<(u32, ValueId)>>,
    /// What came into each `finally` and `with` exit, by reason.
    pub(super) splits: Vec<Split<'t>>,
    /// Clauses of `match` whose pattern is a class, with the subject and the class.
    pub(super) classes_tested: Vec<(NodeId, ValueId, ValueId)>,
    placed: Vec<NodeId>,
    /// Bodies whose heads have values of this one.
    pub(super) defined: Vec<BodyId>,
    pub(super) nesting: u32,
    pub(super) is_capped: bool,
}

/// Runs a body, and puts what it gives into the file.
pub(super) fn run(file: &mut FileRun<'_, '_>, id: BodyId) {
    if !file.is_reached[id.0 as usize] {
        return;
    }
    let (names, tree, scopes) = (file.names, file.tree, file.scopes);
    let scope = file.scope_of[id.0 as usize];
    let mut body = BodyRun {
        file,
        names,
        tree,
        scopes,
        id,
        scope,
        values: Vec::new(),
        facts: Vec::new(),
        effects: Vec::new(),
        runs: Vec::new(),
        objects: Vec::new(),
        truths: FxHashMap::default(),
        tested: FxHashMap::default(),
        parameters: Vec::new(),
        ends: Vec::new(),
        variables: FxHashMap::default(),
        outside: FxHashMap::default(),
        type_parameters: Vec::new(),
        bindings: None,
        state: State::default(),
        log: None,
        splits: Vec::new(),
        classes_tested: Vec::new(),
        placed: Vec::new(),
        defined: Vec::new(),
        nesting: 0,
        is_capped: false,
    };
    let node = scopes.get(scope).node;
    match body.file.bodies[id.0 as usize].kind {
        BodyKind::Lambda => body.lambda_body(node),
        _ => {
            let cfg = Cfg::build(tree, node, &|call| never_returns(names, call));
            body.run_blocks(&cfg);
        }
    }
    body.finish();
}

impl<'t> BodyRun<'_, '_, 't> {
    /// How a value comes about.
    #[inline]
    pub(super) fn op(&self, value: ValueId) -> &Op {
        &self.values[value.0 as usize].op
    }

    /// What is known of a value.
    #[inline]
    pub(super) fn fact(&self, value: ValueId) -> Fact<'t> {
        self.facts[value.0 as usize]
    }

    /// The constant that a value is.
    #[inline]
    pub(super) fn constant_of(&self, value: ValueId) -> Option<Constant<'t>> {
        self.facts[value.0 as usize].constant
    }

    /// Where a value lies.
    pub(super) fn range_of(&self, value: ValueId) -> Range {
        self.values[value.0 as usize].range
    }

    /// A new value.
    pub(super) fn push_at(&mut self, op: Op, range: Range) -> ValueId {
        if self.values.len() >= MAX_VALUES {
            self.is_capped = true;
            return ValueId(MAX_VALUES as u32 - 1);
        }
        self.values.push(Value { op, range });
        self.facts.push(Fact::default());
        ValueId(self.values.len() as u32 - 1)
    }

    /// A new value of a node.
    pub(super) fn push(&mut self, op: Op, node: NodeId) -> ValueId {
        let range = self.file.range(node);
        self.push_at(op, range)
    }

    /// A new value of which nothing is known.
    pub(super) fn unknown(&mut self, node: NodeId) -> ValueId {
        self.push(Op::Unknown, node)
    }

    /// A new constant.
    pub(super) fn constant(&mut self, constant: Constant<'t>, node: NodeId) -> ValueId {
        let op = Op::Constant(match constant {
            Constant::Text(text) => graph::Constant::Text(text.into()),
            Constant::Bytes(_) => graph::Constant::Bytes,
            Constant::Int(int) => graph::Constant::Int(int),
            Constant::Real(_) => graph::Constant::Float,
            Constant::Bool(bool) => graph::Constant::Bool(bool),
            Constant::None => graph::Constant::None,
        });
        let value = self.push(op, node);
        self.facts[value.0 as usize].constant = Some(constant);
        value
    }

    /// Adds an effect at a node.
    pub(super) fn act(&mut self, act: Act, node: NodeId) {
        let range = self.file.range(node);
        self.effects.push(Effect { act, range, n_values: self.values.len() as u32 });
    }

    /// Notes the value of a node.
    pub(super) fn place(&mut self, node: NodeId, value: ValueId) {
        self.file.places.set(node, Some(Place { body: self.id, value }));
        self.placed.push(node);
    }

    /// The value that a node has already.
    pub(super) fn placed(&self, node: NodeId) -> Option<ValueId> {
        let place = self.file.places.of(self.tree.bare(node))?;
        (place.body == self.id).then_some(place.value)
    }

    /// The value that this very node has already.
    pub(super) fn placed_exactly(&self, node: NodeId) -> Option<ValueId> {
        let place = self.file.places.of(node)?;
        (place.body == self.id).then_some(place.value)
    }

    /// The value of an expression, which is lowered unless it was.
    pub(super) fn value_of(&mut self, node: NodeId) -> ValueId {
        self.placed(node).unwrap_or_else(|| self.expression(node))
    }

    /// Number of objects that are followed.
    pub(super) fn n_objects(&self) -> u32 {
        self.objects.len() as u32
    }

    /// A value becomes an object that is followed.
    pub(super) fn new_object(&mut self, value: ValueId, shape: Shape, is_fresh: bool) -> u32 {
        self.objects.push(Object { shape, is_fresh });
        let number = self.objects.len() as u32 - 1;
        self.facts[value.0 as usize].object = Some(number);
        number
    }

    /// What an object is.
    pub(super) fn shape_of(&self, object: u32) -> Shape {
        self.objects[object as usize].shape
    }

    /// Nothing but this body has the object.
    pub(super) fn is_fresh(&self, object: u32) -> bool {
        self.objects[object as usize].is_fresh
    }

    /// The first token of a node is `async`.
    pub(super) fn is_async(&self, node: NodeId) -> bool {
        self.tree.children(node).any(|child| self.tree.kind(child) == Kind::Token && self.tree.slice(child) == "async")
    }

    fn finish(mut self) {
        if self.is_capped {
            return self.finish_opaque();
        }
        let places = self.placed.iter().filter_map(|&node| self.file.places.of(node));
        let values = places.filter(|place| place.body == self.id).map(|place| place.value);
        let mut roots: Vec<ValueId> = values.filter(|&value| !matches!(self.op(value), Op::Constant(_))).collect();
        for &inner in &self.defined {
            self.file.bodies[inner.0 as usize].each_of_head(&mut |value| roots.push(*value));
        }
        let mut assures = self.assurances();
        roots.extend(assures.iter().flat_map(|assurance| &assurance.values));
        let kept = compact::compact(&mut self.values, &mut self.effects, &mut self.runs, roots);
        let new = |value: ValueId| kept[value.0 as usize];
        self.placed.sort_unstable();
        self.placed.dedup();
        for &node in &self.placed {
            let place = self.file.places.of(node).filter(|place| place.body == self.id);
            if let Some(place) = place {
                let new = new(place.value).map(|value| Place { value, ..place });
                self.file.places.set(node, new);
            }
        }
        for &inner in &self.defined {
            let head = &mut self.file.bodies[inner.0 as usize];
            head.each_of_head(&mut |value| *value = new(*value).unwrap_or(*value));
        }
        for value in assures.iter_mut().flat_map(|assurance| &mut assurance.values) {
            *value = new(*value).unwrap_or(*value);
        }
        let body = &mut self.file.bodies[self.id.0 as usize];
        body.assures = assures;
        body.values = self.values;
        body.effects = self.effects;
        body.runs = if self.runs.len() > 1 { self.runs } else { Vec::new() };
    }

    fn finish_opaque(self) {
        for node in self.placed {
            self.file.places.set(node, None);
        }
        for inner in self.defined {
            let head = &mut self.file.bodies[inner.0 as usize];
            (head.returns, head.bases, head.decorators) = (None, Vec::new(), Vec::new());
            for parameter in &mut head.parameters {
                (parameter.annotation, parameter.default) = (None, None);
            }
        }
        self.file.bodies[self.id.0 as usize].is_opaque = true;
    }
}
