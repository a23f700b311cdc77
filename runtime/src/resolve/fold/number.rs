//! Numbers: their literals, and arithmetic on them as Python does it, as far as 64 bits hold the result.

use super::Constant;

/// A whole number literal of any base.
pub(crate) fn integer<'t>(written: &str) -> Option<Constant<'t>> {
    let digits = written.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (digits.as_str(), 10),
    };
    i64::from_str_radix(digits, radix).ok().map(Constant::Int)
}

/// A floating-point literal; an imaginary one is not folded.
pub(crate) fn real<'t>(written: &str) -> Option<Constant<'t>> {
    written.replace('_', "").parse().ok().map(Constant::Real)
}

/// `-x`, `+x`, `~x`.
pub(crate) fn unary<'t>(operator: &str, value: Constant<'t>) -> Option<Constant<'t>> {
    match (operator, arithmetic(value)?) {
        ("-", Constant::Int(int)) => int.checked_neg().map(Constant::Int),
        ("+", Constant::Int(int)) => Some(Constant::Int(int)),
        ("~", Constant::Int(int)) => Some(Constant::Int(!int)),
        ("-", Constant::Real(real)) => Some(Constant::Real(-real)),
        ("+", Constant::Real(real)) => Some(Constant::Real(real)),
        _ => None,
    }
}

/// Truth values count as 0 and 1; what is no number has no arithmetic.
fn arithmetic(value: Constant<'_>) -> Option<Constant<'_>> {
    match value {
        Constant::Bool(bool) => Some(Constant::Int(bool.into())),
        Constant::Int(_) | Constant::Real(_) => Some(value),
        _ => None,
    }
}

/// `left operator right` for two numbers.
pub(crate) fn binary<'t>(left: Constant<'t>, operator: &str, right: Constant<'t>) -> Option<Constant<'t>> {
    match (arithmetic(left)?, arithmetic(right)?) {
        (Constant::Int(x), Constant::Int(y)) => of_integers(x, operator, y),
        (Constant::Int(x), Constant::Real(y)) => of_reals(x as f64, operator, y),
        (Constant::Real(x), Constant::Int(y)) => of_reals(x, operator, y as f64),
        (Constant::Real(x), Constant::Real(y)) => of_reals(x, operator, y),
        _ => None,
    }
}

fn of_integers<'t>(x: i64, operator: &str, y: i64) -> Option<Constant<'t>> {
    let result = match operator {
        "+" => x.checked_add(y),
        "-" => x.checked_sub(y),
        "*" => x.checked_mul(y),
        "/" => return of_reals(x as f64, operator, y as f64),
        "//" => floor_divide(x, y),
        "%" => floor_divide(x, y).and_then(|quotient| x.checked_sub(quotient.checked_mul(y)?)),
        "**" if y < 0 => return of_reals(x as f64, operator, y as f64),
        "**" => u32::try_from(y).ok().and_then(|y| x.checked_pow(y)),
        "<<" if x >= 0 => u32::try_from(y).ok().filter(|&y| y < x.leading_zeros()).map(|y| x << y),
        ">>" => u32::try_from(y).ok().map(|y| x >> y.min(63)),
        "|" => Some(x | y),
        "&" => Some(x & y),
        "^" => Some(x ^ y),
        _ => None,
    };
    result.map(Constant::Int)
}

fn floor_divide(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    let is_rounded_up = x % y != 0 && (x < 0) != (y < 0);
    Some(if is_rounded_up { quotient - 1 } else { quotient })
}

fn of_reals<'t>(x: f64, operator: &str, y: f64) -> Option<Constant<'t>> {
    let result = match operator {
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" | "//" | "%" if y == 0.0 => return None,
        "/" => x / y,
        "//" => (x / y).floor(),
        "%" => x - y * (x / y).floor(),
        "**" => x.powf(y),
        _ => return None,
    };
    result.is_finite().then_some(Constant::Real(result))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_of_every_base() {
        let cases = [
            ("1_000", Some(1000)),
            ("0x1F", Some(31)),
            ("0o17", Some(15)),
            ("0B101", Some(5)),
            ("9223372036854775807", Some(i64::MAX)),
            ("9223372036854775808", None),
            ("1j", None),
            ("0x", None),
            ("é", None),
        ];
        for (written, expected) in cases {
            assert_eq!(integer(written), expected.map(Constant::Int), "{written}");
        }
        assert_eq!(real("1_0.5e1"), Some(Constant::Real(105.0)));
        assert_eq!(real("1.5j"), None);
    }

    #[test]
    fn arithmetic_is_that_of_python() {
        let cases = [
            (7, "//", -2, Some(-4)),
            (-7, "//", 2, Some(-4)),
            (-7, "%", 3, Some(2)),
            (7, "%", -3, Some(-2)),
            (6, "%", 3, Some(0)),
            (1, "//", 0, None),
            (1, "%", 0, None),
            (2, "**", 10, Some(1024)),
            (2, "**", 64, None),
            (i64::MAX, "+", 1, None),
            (i64::MIN, "//", -1, None),
            (1, "<<", 62, Some(1 << 62)),
            (1, "<<", 63, None),
            (0, "<<", 70, None),
            (5, ">>", 99, Some(0)),
            (5, "@", 1, None),
        ];
        for (x, operator, y, expected) in cases {
            let found = binary(Constant::Int(x), operator, Constant::Int(y));
            assert_eq!(found, expected.map(Constant::Int), "{x} {operator} {y}");
        }
        assert_eq!(binary(Constant::Int(7), "/", Constant::Int(2)), Some(Constant::Real(3.5)));
        assert_eq!(binary(Constant::Int(2), "**", Constant::Int(-1)), Some(Constant::Real(0.5)));
        assert_eq!(binary(Constant::Bool(true), "+", Constant::Real(0.5)), Some(Constant::Real(1.5)));
        assert_eq!(binary(Constant::Text("a"), "+", Constant::Int(1)), None);
        assert_eq!(unary("-", Constant::Int(i64::MIN)), None);
        assert_eq!(unary("~", Constant::Bool(true)), Some(Constant::Int(-2)));
    }

    proptest::proptest! {
        #[test]
        fn no_arithmetic_overflows(x: i64, y: i64, operator in "[-+*/%|&^]|//|\\*\\*|<<|>>") {
            binary(Constant::Int(x), &operator, Constant::Int(y));
            let divided = (of_integers(x, "//", y), of_integers(x, "%", y));
            if let (Some(Constant::Int(quotient)), Some(Constant::Int(rest))) = divided {
                proptest::prop_assert_eq!(quotient.wrapping_mul(y).wrapping_add(rest), x);
            }
        }
    }
}
