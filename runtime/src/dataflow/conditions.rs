//! What a test tells of the values in it: where it came out so, they are tested values.

use crate::dataflow::body::BodyRun;
use crate::dataflow::objects::{Key, Shape};
use crate::resolve::fold::Constant;
use crate::segment::graph::{ArgumentKind, Derivation, Op, ValueId};

/// Arguments of one call that its outcome tells of at most.
const MAX_TESTED: usize = 8;

/// How deep `and`, `or` and `not` are followed in one test.
const MAX_DEPTH: u32 = 32;

/// How the truth of a value comes about from that of others.
#[derive(Clone, Copy)]
pub(super) enum Truth {
    /// `not` of it, or a negated comparison.
    Not(ValueId),
    /// Both are true.
    And(ValueId, ValueId),
    /// One is true.
    Or(ValueId, ValueId),
}

impl BodyRun<'_, '_, '_> {
    /// A value as a condition, where that is certain.
    pub(super) fn truth(&self, value: ValueId) -> Option<bool> {
        if let Some(constant) = self.constant_of(self.base(value)) {
            return Some(constant.is_true());
        }
        match self.op(value) {
            Op::Function(_) | Op::Class(_) => Some(true),
            _ => None,
        }
    }

    /// From here on the test has come out so.
    pub(super) fn assume(&mut self, test: ValueId, holds: bool) {
        self.assume_at(test, holds, 0);
    }

    fn assume_at(&mut self, test: ValueId, holds: bool, depth: u32) {
        if depth > MAX_DEPTH {
            return;
        }
        match self.truths.get(&test).copied() {
            Some(Truth::Not(of)) => return self.assume_at(of, !holds, depth + 1),
            Some(Truth::And(first, second)) if holds => {
                self.assume_at(first, true, depth + 1);
                return self.assume_at(second, true, depth + 1);
            }
            Some(Truth::Or(first, second)) if !holds => {
                self.assume_at(first, false, depth + 1);
                return self.assume_at(second, false, depth + 1);
            }
            Some(_) => return,
            None => {}
        }
        let base = self.base(test);
        if base != test && self.truths.contains_key(&base) {
            return self.assume_at(base, holds, depth + 1);
        }
        for value in self.told_of(base) {
            self.set_tested(value, base, holds);
        }
        if let Some((call, outcome)) = self.compared_call(base) {
            for value in self.told_of(call) {
                self.set_tested(value, call, outcome == holds);
            }
        }
        self.set_tested(base, base, holds);
    }

    /// `f(x) is None`, `f(x) == False`, `f(x) is True`: the call, and whether it is true where the test holds.
    fn compared_call(&self, test: ValueId) -> Option<(ValueId, bool)> {
        let Op::Derived { how: Derivation::Equal, from, .. } = self.op(test) else { return None };
        let [first, second] = from[..] else { return None };
        let outcome = match self.constant_of(second)? {
            Constant::None => false,
            Constant::Bool(bool) => bool,
            _ => return None,
        };
        let call = self.base(first);
        matches!(self.op(call), Op::Call { .. }).then_some((call, outcome))
    }

    /// The values that the outcome of a test tells of.
    fn told_of(&self, test: ValueId) -> Vec<ValueId> {
        match self.op(test) {
            Op::Call { callee, arguments } => {
                let receiver = match self.op(*callee) {
                    Op::Attribute { object, .. } => Some(*object),
                    _ => None,
                };
                let whole =
                    arguments.iter().filter(|a| matches!(a.kind, ArgumentKind::Positional | ArgumentKind::Keyword(_)));
                receiver.into_iter().chain(whole.map(|argument| argument.value)).take(MAX_TESTED).collect()
            }
            Op::Derived { how: Derivation::Equal | Derivation::Contains, from, .. } => from.to_vec(),
            _ => Vec::new(),
        }
    }

    /// Whatever holds the value holds a tested one from here on.
    pub(super) fn set_tested(&mut self, value: ValueId, test: ValueId, holds: bool) {
        let base = self.base(value);
        let can_matter = !matches!(
            self.op(base),
            Op::Constant(_) | Op::Named(_) | Op::Function(_) | Op::Class(_) | Op::Unbound(_) | Op::Display { .. }
        );
        if !can_matter {
            return;
        }
        for variable in self.state.variables.places() {
            let Some(held) = self.state.variable(variable).filter(|&held| self.base(held) == base) else { continue };
            let new = self.tested(held, test, holds);
            self.state.variables.set(variable, Some(new));
        }
        self.set_tested_in_objects(base, test, holds);
        if !matches!(self.op(base), Op::Parameter(_)) {
            self.set_tested_where_held(base, test, holds);
        }
    }

    /// Objects that are known to hold the value hold the tested one.
    fn set_tested_where_held(&mut self, base: ValueId, test: ValueId, holds: bool) {
        for object in self.state.objects.places() {
            let Some(contents) = self.state.contents(object) else { continue };
            let is_it = |&&(_, held): &&(_, ValueId)| self.base(held) == base;
            let attributes: Vec<_> =
                contents.attributes.iter().filter(|(_, held)| self.base(*held) == base).copied().collect();
            let entries: Vec<_> = contents.entries.iter().filter(is_it).copied().collect();
            for (name, held) in attributes {
                let new = self.tested(held, test, holds);
                self.state.contents_mut(object).set_attribute(name, new);
            }
            for (key, held) in entries {
                let new = self.tested(held, test, holds);
                self.state.contents_mut(object).set_entry(key, new);
            }
        }
    }

    /// The tested value; the same test of the same value gives the same one.
    pub(super) fn tested(&mut self, value: ValueId, test: ValueId, holds: bool) -> ValueId {
        if let Some(&known) = self.tested.get(&(value, test, holds)) {
            return known;
        }
        let range = self.range_of(value);
        let tested = self.push_at(Op::Tested { value, test, holds }, range);
        self.tested.insert((value, test, holds), tested);
        tested
    }

    /// An attribute or item of an object was tested.
    fn set_tested_in_objects(&mut self, base: ValueId, test: ValueId, holds: bool) {
        match self.op(base) {
            Op::Attribute { object, name } => {
                let (object, name) = (*object, self.names.alloc_text(name));
                let Some(at) = self.object_to_follow(object) else { return };
                let held = self.state.contents(at).and_then(|known| known.attribute(name)).unwrap_or(base);
                if self.base(held) == base {
                    let new = self.tested(held, test, holds);
                    self.state.contents_mut(at).set_attribute(name, new);
                }
            }
            Op::Item { object, key } => {
                let (object, key) = (*object, *key);
                let Some(key) = self.constant_of(key).and_then(Key::of) else { return };
                let Some(at) = self.object_to_follow(object) else { return };
                if !matches!(self.shape_of(at), Shape::Other | Shape::Dict) {
                    return;
                }
                let held = self.state.contents(at).and_then(|known| known.entry(key)).unwrap_or(base);
                if self.base(held) == base {
                    let new = self.tested(held, test, holds);
                    self.state.contents_mut(at).set_entry(key, new);
                }
            }
            _ => {}
        }
    }
}
