//! Which values an operation, an effect or the head of a body is made of.

use super::{Act, Body, Op, ValueId};

impl Op {
    /// Gives `take` each operand, to be read or replaced.
    pub fn each_operand(&mut self, take: &mut dyn FnMut(&mut ValueId)) {
        match self {
            Op::Parameter(_)
            | Op::Constant(_)
            | Op::Named(_)
            | Op::Unbound(_)
            | Op::Captured { .. }
            | Op::Function(_)
            | Op::Class(_)
            | Op::Sent
            | Op::Unknown => {}
            Op::Join(values) => values.iter_mut().for_each(take),
            Op::Attribute { object, .. } => take(object),
            Op::Item { object, key } => {
                take(object);
                take(key);
            }
            Op::Element { of, .. } | Op::Unpacked { of, .. } => take(of),
            Op::Call { callee, arguments } => {
                take(callee);
                arguments.iter_mut().for_each(|argument| take(&mut argument.value));
            }
            Op::Display { entries, .. } => {
                for entry in entries {
                    entry.key.iter_mut().for_each(&mut *take);
                    take(&mut entry.value);
                }
            }
            Op::Derived { from, .. } => from.iter_mut().for_each(take),
            Op::Awaited(value) | Op::Delegated(value) => take(value),
            Op::Entered { manager, .. } => take(manager),
            Op::Caught { classes, .. } => classes.iter_mut().for_each(take),
            Op::Tested { value, test, .. } => {
                take(value);
                take(test);
            }
        }
    }
}

impl Op {
    /// Whether `test` holds for some operand.
    pub fn any_operand(&self, test: &mut dyn FnMut(ValueId) -> bool) -> bool {
        match self {
            Op::Parameter(_)
            | Op::Constant(_)
            | Op::Named(_)
            | Op::Unbound(_)
            | Op::Captured { .. }
            | Op::Function(_)
            | Op::Class(_)
            | Op::Sent
            | Op::Unknown => false,
            Op::Join(values) | Op::Derived { from: values, .. } | Op::Caught { classes: values, .. } => {
                values.iter().any(|&value| test(value))
            }
            Op::Attribute { object, .. } => test(*object),
            Op::Item { object, key } => test(*object) || test(*key),
            Op::Element { of, .. } | Op::Unpacked { of, .. } => test(*of),
            Op::Call { callee, arguments } => test(*callee) || arguments.iter().any(|argument| test(argument.value)),
            Op::Display { entries, .. } => {
                entries.iter().any(|entry| test(entry.value) || entry.key.is_some_and(&mut *test))
            }
            Op::Awaited(value) | Op::Delegated(value) => test(*value),
            Op::Entered { manager, .. } => test(*manager),
            Op::Tested { value, test: tested, .. } => test(*value) || test(*tested),
        }
    }
}

impl Act {
    /// Gives `take` each value, to be read or replaced.
    pub fn each_value(&mut self, take: &mut dyn FnMut(&mut ValueId)) {
        match self {
            Act::StoreAttribute { object, value, .. } => {
                take(object);
                take(value);
            }
            Act::StoreItem { object, key, value } => {
                take(object);
                take(key);
                take(value);
            }
            Act::Bind { value, annotation, .. } => {
                take(value);
                annotation.iter_mut().for_each(take);
            }
            Act::Declare { object, annotation, .. } => {
                object.iter_mut().for_each(&mut *take);
                take(annotation);
            }
            Act::Return(value) | Act::Yield(value) | Act::Delegate(value) | Act::Raise(value) => take(value),
        }
    }
}

impl Body {
    /// Gives `take` each value of the body around that the head has, to be read or replaced.
    pub fn each_of_head(&mut self, take: &mut dyn FnMut(&mut ValueId)) {
        for parameter in &mut self.parameters {
            parameter.annotation.iter_mut().chain(&mut parameter.default).for_each(&mut *take);
        }
        self.returns.iter_mut().for_each(&mut *take);
        self.bases.iter_mut().for_each(|base| take(&mut base.value));
        self.decorators.iter_mut().for_each(take);
    }
}
