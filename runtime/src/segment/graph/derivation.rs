//! What an operator is by the method that does it.

use super::Derivation;

impl Derivation {
    /// The name of the method that a class defines for an operator: `add` of `__add__`, and of `__radd__` and `__iadd__` where it
    /// has two operands. None for what no method does.
    pub fn method(self) -> Option<&'static str> {
        let name = match self {
            Derivation::Add => "add",
            Derivation::Modulo => "mod",
            Derivation::Multiply => "mul",
            Derivation::Divide => "truediv",
            Derivation::Or => "or",
            Derivation::Subtract => "sub",
            Derivation::Matrix => "matmul",
            Derivation::Floor => "floordiv",
            Derivation::Power => "pow",
            Derivation::ShiftLeft => "lshift",
            Derivation::ShiftRight => "rshift",
            Derivation::And => "and",
            Derivation::Xor => "xor",
            Derivation::Negative => "neg",
            Derivation::Positive => "pos",
            Derivation::Invert => "invert",
            Derivation::Equal => "eq",
            Derivation::Less => "lt",
            Derivation::LessOrEqual => "le",
            Derivation::Greater => "gt",
            Derivation::GreaterOrEqual => "ge",
            Derivation::Format | Derivation::Contains | Derivation::Truth | Derivation::Slice => return None,
        };
        Some(name)
    }

    /// It compares: its method has no reflected form of that name, but the operator turned round.
    pub fn is_comparison(self) -> bool {
        use Derivation::{Contains, Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Truth};
        matches!(self, Equal | Contains | Less | LessOrEqual | Greater | GreaterOrEqual | Truth)
    }
}
