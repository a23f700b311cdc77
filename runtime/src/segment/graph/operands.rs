//! Which values an operation, an effect or the head of a body is made of, and which a tested one is.

use super::{Act, Argument, Body, Entry, Op, ValueId};

/// Gives `$take` each operand of `$op`. `$each` is `iter` where they are only read, and `iter_mut` where they may be replaced.
macro_rules! each_operand {
    ($op:expr, $take:expr, $each:ident) => {
        match $op {
            Op::Parameter(_)
            | Op::Constant(_)
            | Op::Named(_)
            | Op::Unbound(_)
            | Op::Captured { .. }
            | Op::Function(_)
            | Op::Class(_)
            | Op::Sent
            | Op::Unknown => {}
            Op::Join(values) => values.$each().for_each($take),
            Op::Attribute { object, .. } => $take(object),
            Op::Item { object, key } => {
                $take(object);
                $take(key);
            }
            Op::Element { of, .. } | Op::Unpacked { of, .. } => $take(of),
            Op::Call { callee, arguments } => {
                $take(callee);
                for Argument { value, .. } in arguments.$each() {
                    $take(value);
                }
            }
            Op::Display { entries, .. } => {
                for Entry { key, value, .. } in entries.$each() {
                    key.$each().for_each(&mut *$take);
                    $take(value);
                }
            }
            Op::Derived { from, .. } => from.$each().for_each($take),
            Op::Awaited(value) | Op::Delegated(value) => $take(value),
            Op::Entered { manager, .. } => $take(manager),
            Op::Caught { classes, .. } => classes.$each().for_each($take),
            Op::Tested { value, test, .. } => {
                $take(value);
                $take(test);
            }
        }
    };
}

impl Op {
    /// Gives `take` each operand, to be replaced.
    pub fn each_operand_mut(&mut self, take: &mut dyn FnMut(&mut ValueId)) {
        each_operand!(self, take, iter_mut);
    }

    /// Gives `take` each operand.
    pub fn each_operand(&self, take: &mut dyn FnMut(&ValueId)) {
        each_operand!(self, take, iter);
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
    /// The value that a test told something of, however often.
    pub fn untested(&self, mut value: ValueId) -> ValueId {
        while let Some(Op::Tested { value: of, .. }) = self.values.get(value.0 as usize).map(|value| &value.op) {
            value = *of;
        }
        value
    }

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
