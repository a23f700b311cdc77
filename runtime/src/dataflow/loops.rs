//! The head of a loop: what the loop may change is not known there, the rest is.

use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Arrival;
use crate::scope::ScopeId;
use crate::segment::graph::{Op, ValueId};
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;

/// The joins at the head of a loop, each with its variable.
pub(super) struct LoopHead {
    joins: Vec<(u32, ValueId)>,
}

/// How a name is used.
#[derive(PartialEq, Eq)]
enum Use {
    /// Its object stays as it is.
    Read,
    /// What is read from its object may be changed.
    ChangeHeld,
    /// Its object may be changed.
    Change,
}

/// Methods that leave what they are called on as it is.
const READING: [&str; 22] = [
    "copy",
    "count",
    "decode",
    "encode",
    "endswith",
    "format",
    "get",
    "index",
    "isdigit",
    "items",
    "join",
    "keys",
    "lower",
    "lstrip",
    "replace",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "upper",
    "values",
];

impl<'t> BodyRun<'_, '_, 't> {
    /// Control is at the head of a loop, or of whatever code comes back to where it was.
    pub(super) fn open_loop(&mut self, node: NodeId) -> LoopHead {
        self.forget_changed(node);
        let mut variables: Vec<(NodeId, u32)> = Vec::new();
        for (binding, home, name) in self.bindings_in(node) {
            let variable = self.variable(home, name);
            if !variables.iter().any(|&(_, known)| known == variable) {
                variables.push((binding, variable));
            }
        }
        let mut joins = Vec::with_capacity(variables.len());
        for (binding, variable) in variables {
            let before: Box<[ValueId]> = self.state.variable(variable).into_iter().collect();
            let join = self.push(Op::Join(before), binding);
            self.state.variables.set(variable, Some(join));
            joins.push((variable, join));
        }
        LoopHead { joins }
    }

    /// The bindings that this body makes inside a node, in source order.
    fn bindings_in(&mut self, node: NodeId) -> Vec<(NodeId, ScopeId, &'t str)> {
        if self.bindings.is_none() {
            self.bindings = Some(self.all_bindings());
        }
        let all = self.bindings.as_deref().unwrap_or_default();
        let first = all.partition_point(|&(binding, ..)| binding < node);
        let inside = all[first..].iter().take_while(|&&(binding, ..)| self.tree.contains(node, binding));
        inside.copied().collect()
    }

    fn all_bindings(&self) -> Vec<(NodeId, ScopeId, &'t str)> {
        let scope = self.scopes.get(self.scope);
        let own = scope.names.keys().map(|&name| (self.scope, name));
        let globals = scope.globals.iter().map(|&name| (ScopeId::MODULE, name));
        let nonlocals = scope.nonlocals.iter().filter_map(|&name| Some((self.scopes.lookup(self.scope, name)?, name)));
        let mut all: Vec<(NodeId, ScopeId, &'t str)> = Vec::new();
        for (home, name) in own.chain(globals).chain(nonlocals) {
            let bindings = self.scopes.bindings_of(home, name).iter().map(|&id| self.scopes.binding(id).node);
            let own = bindings.filter(|&node| self.scopes.boundary(self.tree.node(node).scope) == self.scope);
            all.extend(own.map(|node| (node, home, name)));
        }
        all.sort_unstable();
        all
    }

    /// A way back arrives at the head of a loop.
    pub(super) fn come_back(&mut self, head: &LoopHead, arrival: &Arrival<'t>) {
        for &(variable, join) in &head.joins {
            let bound = arrival.bound.iter().filter(|&&(at, _)| at == variable).map(|&(_, value)| value);
            let coming: Vec<ValueId> = arrival.state.variable(variable).into_iter().chain(bound).collect();
            let Op::Join(operands) = &mut self.values[join.0 as usize].op else { continue };
            let new: Vec<ValueId> = coming.into_iter().filter(|value| !operands.contains(value)).collect();
            if !new.is_empty() {
                *operands = operands.iter().copied().chain(new).collect();
            }
        }
    }

    /// Forgets what the code of a node, which may run several times, can change of objects that are known now.
    pub(super) fn forget_changed(&mut self, node: NodeId) {
        let is_anything_known = self.state.objects.places().any(|object| self.state.contents(object).is_some());
        if !is_anything_known {
            return;
        }
        let inside = node.0..self.tree.node(node).next.0;
        for name in inside.map(NodeId).filter(|&at| self.tree.kind(at) == Kind::Identifier) {
            let (scope, text) = (self.tree.node(name).scope, self.tree.name(name));
            let Some(home) = self.scopes.lookup(scope, text) else { continue };
            let known = self.variables.get(&(home, text)).and_then(|&variable| self.state.variable(variable));
            let Some(value) = known else { continue };
            match self.use_of(name) {
                Use::Read => {}
                Use::ChangeHeld => self.forget_read_from(value),
                Use::Change => self.escape(value),
            }
        }
    }

    /// How the object of a name, or something that is read from it, is used.
    fn use_of(&self, name: NodeId) -> Use {
        let tree = self.tree;
        let mut at = name;
        let mut member = "";
        let mut n_steps = 0;
        let changed =
            |n_steps: u32, deepest_held: u32| if n_steps > deepest_held { Use::ChangeHeld } else { Use::Change };
        loop {
            let (parent, field) = (tree.parent(at), tree.node(at).field);
            match (tree.kind(parent), field) {
                (Kind::ParenthesizedExpression, _) => {}
                (Kind::Attribute, Field::Object) => {
                    member = tree.child(parent, Field::Attribute).map_or("", |member| tree.name(member));
                    n_steps += 1;
                }
                (Kind::Subscript, Field::Value) => {
                    member = "";
                    n_steps += 1;
                }
                (Kind::Subscript, _) => return Use::Read,
                (Kind::Call, Field::Function) if at == name => return Use::Read,
                (Kind::Call, Field::Function) if READING.contains(&member) => return Use::ChangeHeld,
                (Kind::Call, Field::Function) => return changed(n_steps, 1),
                (kind, Field::Left) if is_binding(kind) && at == name => return Use::Read,
                (kind, Field::Left) if is_binding(kind) => return changed(n_steps, 1),
                (kind, _) if is_reading(kind, field) => return Use::Read,
                (Kind::Assignment | Kind::NamedExpression | Kind::ArgumentList | Kind::KeywordArgument, _) => {
                    return changed(n_steps, 0);
                }
                _ => return changed(n_steps, 1),
            }
            at = parent;
        }
    }
}

fn is_binding(kind: Kind) -> bool {
    matches!(kind, Kind::Assignment | Kind::ForStatement | Kind::ForInClause | Kind::AugmentedAssignment)
}

/// What stands in that place is only looked at.
fn is_reading(parent: Kind, field: Field) -> bool {
    match parent {
        Kind::ComparisonOperator
        | Kind::NotOperator
        | Kind::UnaryOperator
        | Kind::BinaryOperator
        | Kind::Interpolation
        | Kind::IfStatement
        | Kind::ElifClause
        | Kind::WhileStatement
        | Kind::ReturnStatement
        | Kind::RaiseStatement
        | Kind::ExpressionStatement
        | Kind::AssertStatement => true,
        Kind::ForStatement | Kind::ForInClause => field == Field::Right,
        _ => false,
    }
}
