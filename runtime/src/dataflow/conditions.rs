//! What a test tells of the values in it: where it came out so, they are tested values.

use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Arrival;
use crate::dataflow::objects::{Key, Shape};
use crate::resolve::fold::Constant;
use crate::segment::graph::{ArgumentKind, Derivation, DisplayKind, Op, ValueId};
use aud_rules_plan::TestOutcome;

/// Values that the outcome of one test tells of at most.
const MAX_TESTED: usize = 16;

/// How far it is followed what a value that is tested was read from.
const MAX_READS: u32 = 2;

/// Tests that a value has passed behind which calls that came back are no longer noted.
const MAX_RETURNED: usize = 16;

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
                self.assume_at(second, true, depth + 1);
                // `a == b == c` is a test of its own besides.
                if matches!(self.op(test), Op::Derived { .. }) {
                    self.came_out(test, TestOutcome::True);
                }
                return;
            }
            Some(Truth::Or(first, second)) if !holds => {
                self.assume_at(first, false, depth + 1);
                return self.assume_at(second, false, depth + 1);
            }
            Some(Truth::And(first, second)) => return self.assume_one_of([first, second], false, depth),
            Some(Truth::Or(first, second)) => return self.assume_one_of([first, second], true, depth),
            None => {}
        }
        let base = self.base(test);
        // What a coroutine gives is what its call comes out as.
        let base = match self.op(base) {
            Op::Awaited(call) => self.base(*call),
            _ => base,
        };
        if base != test && self.truths.contains_key(&base) {
            return self.assume_at(base, holds, depth + 1);
        }
        self.came_out(base, holds.into());
        if let Some((call, outcome)) = self.compared_call(base) {
            self.came_out(call, (outcome == holds).into());
        }
        self.set_tested(base, base, holds.into());
    }

    /// From here on the call has come back, whatever it gave. `stands_alone`: nobody wants what it gave.
    pub(super) fn has_returned(&mut self, value: ValueId, stands_alone: bool) {
        let call = match self.op(self.base(value)) {
            Op::Awaited(call) => self.base(*call),
            _ => self.base(value),
        };
        let Op::Call { callee, .. } = self.op(call) else { return };
        // Methods of objects that are made here mostly change those; where somebody handles what they may raise, they may ask.
        let (is_check, receiver) = match self.op(self.base(*callee)) {
            Op::Named(_) | Op::Unbound(_) | Op::Function(_) | Op::Class(_) | Op::Captured { .. } => (true, None),
            Op::Attribute { object, .. } => {
                let of = self.op(self.base(*object));
                let is_check = matches!(of, Op::Named(_) | Op::Class(_) | Op::Parameter(0));
                let may_ask = !is_check && stands_alone && self.log.is_some();
                (is_check || may_ask, Some(*object).filter(|_| is_check))
            }
            _ => (false, None),
        };
        if is_check {
            for value in self.operands_of_test(call) {
                if Some(value) != receiver && self.tested_values(value).nth(MAX_RETURNED).is_none() {
                    self.set_tested(value, call, TestOutcome::Returned);
                }
            }
        }
    }

    /// The values that a test looks at are tested ones from here on, and so is what it was read from.
    fn came_out(&mut self, test: ValueId, outcome: TestOutcome) {
        let operands = self.operands_of_test(test);
        let mut origins = Vec::new();
        for &operand in &operands {
            self.find_origins(operand, 0, &mut origins);
        }
        for value in operands {
            self.set_tested(value, test, outcome);
        }
        for value in origins.into_iter().take(MAX_TESTED) {
            // An attribute that is read again, `self.url` behind `urlsplit(self.url).hostname in HOSTS`, is the tested one.
            if self.set_tested_in_variables(value, test, outcome) {
                self.set_tested_in_objects(self.base(value), test, outcome);
            }
        }
    }

    /// What a value was read from or made of by a call, as `urlsplit(text).netloc` of `text`.
    fn find_origins(&self, value: ValueId, depth: u32, origins: &mut Vec<ValueId>) {
        if depth >= MAX_READS || origins.len() >= MAX_TESTED {
            return;
        }
        let value = self.base(value);
        let parts: Vec<ValueId> = match self.op(value) {
            Op::Attribute { object, .. } | Op::Item { object, .. } => vec![*object],
            Op::Call { .. } => self.operands_of_test(value),
            Op::Display { entries, kind: DisplayKind::List | DisplayKind::Tuple } => {
                entries.iter().map(|entry| entry.value).collect()
            }
            _ => return,
        };
        for part in parts {
            if !origins.contains(&part) {
                origins.push(part);
                self.find_origins(part, depth + 1, origins);
            }
        }
    }

    /// One of two tests has come out so, nobody knows which: what holds is what both ways leave.
    fn assume_one_of(&mut self, tests: [ValueId; 2], holds: bool, depth: u32) {
        let before = self.state.clone();
        let ways = tests.map(|test| {
            self.state = before.clone();
            self.assume_at(test, holds, depth + 1);
            Arrival::through(std::mem::take(&mut self.state))
        });
        self.state = self.merge(ways.into());
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

    /// The values that a test looks at.
    fn operands_of_test(&self, test: ValueId) -> Vec<ValueId> {
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
            Op::Derived { how: Derivation::Truth, from, .. } => {
                from.iter().flat_map(|&part| self.operands_of_test(part)).take(MAX_TESTED).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whatever holds the value holds a tested one from here on.
    pub(super) fn set_tested(&mut self, value: ValueId, test: ValueId, outcome: TestOutcome) {
        let base = self.base(value);
        if !self.set_tested_in_variables(base, test, outcome) {
            return;
        }
        self.set_tested_in_objects(base, test, outcome);
        if !matches!(self.op(base), Op::Parameter(0)) {
            self.set_tested_where_held(base, test, outcome);
        }
    }

    /// Whatever variable has the value has a tested one from here on; `false` when no test of it can matter.
    fn set_tested_in_variables(&mut self, value: ValueId, test: ValueId, outcome: TestOutcome) -> bool {
        let base = self.base(value);
        let can_matter = !matches!(
            self.op(base),
            Op::Constant(_) | Op::Named(_) | Op::Function(_) | Op::Class(_) | Op::Unbound(_) | Op::Display { .. }
        );
        if !can_matter {
            return false;
        }
        for variable in self.state.variables.places() {
            let Some(held) = self.state.variable(variable).filter(|&held| self.base(held) == base) else { continue };
            let new = self.tested(held, test, outcome);
            self.state.variables.set(variable, Some(new));
        }
        true
    }

    /// Objects that are known to hold the value hold the tested one.
    fn set_tested_where_held(&mut self, base: ValueId, test: ValueId, outcome: TestOutcome) {
        for object in self.state.objects.places() {
            let Some(contents) = self.state.contents(object) else { continue };
            let is_it = |&&(_, held): &&(_, ValueId)| self.base(held) == base;
            let attributes: Vec<_> =
                contents.attributes.iter().filter(|(_, held)| self.base(*held) == base).copied().collect();
            let entries: Vec<_> = contents.entries.iter().filter(is_it).copied().collect();
            for (name, held) in attributes {
                let new = self.tested(held, test, outcome);
                self.state.contents_mut(object).set_attribute(name, new);
            }
            for (key, held) in entries {
                let new = self.tested(held, test, outcome);
                self.state.contents_mut(object).set_entry(key, new);
            }
        }
    }

    /// The tested value; the same test of the same value gives the same one.
    pub(super) fn tested(&mut self, value: ValueId, test: ValueId, outcome: TestOutcome) -> ValueId {
        if let Some(&known) = self.tested.get(&(value, test, outcome)) {
            return known;
        }
        let range = self.range_of(value);
        let tested = self.push_at(Op::Tested { value, test, outcome }, range);
        self.tested.insert((value, test, outcome), tested);
        tested
    }

    /// An attribute or item of an object was tested.
    fn set_tested_in_objects(&mut self, base: ValueId, test: ValueId, outcome: TestOutcome) {
        match self.op(base) {
            Op::Attribute { object, name } => {
                let (object, name) = (*object, self.names.alloc_text(name));
                let Some(at) = self.object_to_follow(object) else { return };
                let held = self.state.contents(at).and_then(|known| known.attribute(name)).unwrap_or(base);
                if self.base(held) == base {
                    let new = self.tested(held, test, outcome);
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
                    let new = self.tested(held, test, outcome);
                    self.state.contents_mut(at).set_entry(key, new);
                }
            }
            _ => {}
        }
    }
}
