//! Types: how messages spell them, which value fits where, and what two of them have in common.

use crate::check::model::{Expr, ExprKind};
use crate::source::Span;
use crate::vocab::{Ty, Type, Vocabulary};

/// A value that is always there.
pub(super) fn present(ty: Type) -> Ty {
    Ty { ty, is_optional: false }
}

/// A value that may be absent.
pub(super) fn optional(ty: Type) -> Ty {
    Ty { ty, is_optional: true }
}

/// A truth value that is always there.
pub(super) fn boolean(kind: ExprKind, span: Span) -> Expr {
    Expr { kind, ty: present(Type::Bool), span }
}

/// What stands for an expression that was wrong.
pub(super) fn unknown(span: Span) -> Expr {
    Expr { kind: ExprKind::None, ty: present(Type::Unknown), span }
}

/// The type as rule files spell it, in backticks where it is a word of theirs.
pub(super) fn describe(ty: &Ty) -> String {
    let mark = if ty.is_optional { "?" } else { "" };
    match &ty.ty {
        Type::Group(_) => "a group".to_owned(),
        Type::Unknown => "`none`".to_owned(),
        known => format!("`{known}{mark}`"),
    }
}

pub(super) fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Int | Type::Real | Type::Unknown)
}

pub(super) fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Text | Type::Unknown)
}

/// JSON can hold such a value. A node has no one text, so it is none.
pub(super) fn is_json(ty: &Type) -> bool {
    match ty {
        Type::Node(_) | Type::Group(_) => false,
        Type::List(member) => is_json(member),
        _ => true,
    }
}

/// A value of the first type can stand where the second is needed.
pub(super) fn fits(vocabulary: &Vocabulary, actual: &Type, wanted: &Type) -> bool {
    match (actual, wanted) {
        (Type::Unknown, _) | (_, Type::Unknown) | (Type::Int, Type::Real) => true,
        (Type::Text | Type::Int | Type::Real | Type::Bool, Type::Literal) => true,
        (actual, Type::Json) => is_json(actual),
        (Type::Node(actual), Type::Node(wanted)) => is_class(vocabulary, actual, wanted),
        (Type::List(actual), Type::List(wanted)) | (Type::Group(actual), Type::Group(wanted)) => {
            fits(vocabulary, actual, wanted)
        }
        (actual, wanted) => actual == wanted,
    }
}

/// Every node of the one class is one of the other: by declaration, or because its syntax kinds are among the other's.
pub(super) fn is_class(vocabulary: &Vocabulary, class: &str, wanted: &str) -> bool {
    let kinds = vocabulary.kinds(class);
    let wanted_kinds = vocabulary.kinds(wanted);
    let has_own_kinds = vocabulary.classes.get(class).is_some_and(|class| !class.kinds.is_empty());
    vocabulary.is_subclass(class, wanted)
        || (has_own_kinds && kinds.iter().all(|kind| wanted_kinds.binary_search(kind).is_ok()))
}

/// A node of that class may have one of these syntax kinds.
pub(super) fn may_have_kind(vocabulary: &Vocabulary, class: &str, kinds: &[String]) -> bool {
    let own = vocabulary.kinds(class);
    let Some(declared) = vocabulary.classes.get(class) else { return true };
    if !vocabulary.is_subclass(class, "node") {
        return false;
    }
    if class == "node" || own.is_empty() || kinds.is_empty() {
        return true;
    }
    // The kinds of an abstract class are those of its subclasses, and the grammar has expressions beside them.
    let is_abstract = declared.kinds.is_empty();
    let has_class = |kind: &String| vocabulary.classes.values().any(|class| class.kinds.contains(kind));
    kinds.iter().any(|kind| own.binary_search(kind).is_ok() || (is_abstract && !has_class(kind)))
}

/// The least type that both fit; none when there is none.
pub(super) fn join(vocabulary: &Vocabulary, left: &Type, right: &Type) -> Option<Type> {
    if fits(vocabulary, left, right) {
        return Some(if *right == Type::Unknown { left.clone() } else { right.clone() });
    }
    if fits(vocabulary, right, left) {
        return Some(left.clone());
    }
    match (left, right) {
        (Type::Node(left), Type::Node(right)) => {
            let mut at = vocabulary.classes.get(left);
            while let Some(class) = at {
                if is_class(vocabulary, right, &class.name) {
                    return Some(Type::Node(class.name.clone()));
                }
                at = class.superclass.as_ref().and_then(|superclass| vocabulary.classes.get(superclass));
            }
            None
        }
        (Type::List(left), Type::List(right)) => Some(Type::List(Box::new(join(vocabulary, left, right)?))),
        _ => None,
    }
}

/// What comes of comparing two values with `==`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Comparison {
    /// It depends on the values.
    Open,
    /// They are never the same.
    Never,
    /// Such values are not compared at all.
    Nonsense,
}

/// What comes of comparing values of these types.
pub(super) fn compare(vocabulary: &Vocabulary, left: &Type, right: &Type) -> Comparison {
    use Type::{Bool, Group, Int, Json, List, Literal, Node, Real, Text, Unknown};
    match (left, right) {
        (Unknown, _) | (_, Unknown) => Comparison::Open,
        (Json | Group(_), _) | (_, Json | Group(_)) => Comparison::Nonsense,
        (Node(left), Node(right)) => {
            let may_be = may_have_kind(vocabulary, left, vocabulary.kinds(right))
                && may_have_kind(vocabulary, right, vocabulary.kinds(left));
            if may_be { Comparison::Open } else { Comparison::Never }
        }
        (List(left), List(right)) => compare(vocabulary, left, right),
        (Node(_) | List(_), _) | (_, Node(_) | List(_)) => Comparison::Nonsense,
        (Literal, _) | (_, Literal) | (Int, Real) | (Real, Int) => Comparison::Open,
        (Text | Int | Real | Bool, _) if left == right => Comparison::Open,
        (Text | Int | Real | Bool, _) => Comparison::Never,
    }
}
