//! The parts of a typed expression, whatever its form: for passes that look at every part in the same way.

use crate::check::model::{Expr, ExprKind, Iterable};

impl Iterable {
    /// The list, or the region.
    pub(super) fn origin(&self) -> &Expr {
        match self {
            Iterable::List(list) => list,
            Iterable::Region { region, .. } => region,
        }
    }

    fn origin_mut(&mut self) -> &mut Expr {
        match self {
            Iterable::List(list) => list,
            Iterable::Region { region, .. } => region,
        }
    }
}

/// Both methods have one body; `$iter` and the others are the shared or the mutable form of each borrow.
macro_rules! parts {
    ($name:ident, $origin:ident, $iter:ident, $as_deref:ident, $as_ref:ident, $($mutable:tt)?) => {
        /// The expressions directly inside, in the order in which they are evaluated.
        pub(super) fn $name(&$($mutable)? self) -> Vec<&$($mutable)? Expr> {
            match &$($mutable)? self.kind {
                ExprKind::None
                | ExprKind::Bool(_)
                | ExprKind::Int(_)
                | ExprKind::Real(_)
                | ExprKind::Text(_)
                | ExprKind::Var(_)
                | ExprKind::Module => Vec::new(),
                ExprKind::Property { of, args, .. } => std::iter::once(&$($mutable)? **of).chain(args).collect(),
                ExprKind::GroupKey(of)
                | ExprKind::Not(of)
                | ExprKind::Ask(_, of, _)
                | ExprKind::Present(of)
                | ExprKind::IsKind(of, _)
                | ExprKind::InSet(of, _)
                | ExprKind::Like(of, _) => vec![of],
                ExprKind::Binary(_, left, right)
                | ExprKind::RefersTo(left, right)
                | ExprKind::InList(left, right)
                | ExprKind::StartsWith(left, right)
                | ExprKind::EndsWith(left, right)
                | ExprKind::Contains(left, right)
                | ExprKind::Let(_, left, right) => vec![left, right],
                ExprKind::Call { args: parts, .. } | ExprKind::List(parts) => parts.$iter().collect(),
                ExprKind::Object(entries) => entries.$iter().map(|(_, value)| value).collect(),
                ExprKind::Case(arms, otherwise) => arms
                    .$iter()
                    .flat_map(|(condition, value)| [condition, value])
                    .chain(otherwise.$as_deref())
                    .collect(),
                ExprKind::Aggregate(aggregate) => {
                    let aggregate = &$($mutable)? **aggregate;
                    std::iter::once(aggregate.source.$origin())
                        .chain(aggregate.condition.$as_ref())
                        .chain(aggregate.value.$as_ref())
                        .collect()
                }
            }
        }
    };
}

impl Expr {
    parts!(parts, origin, iter, as_deref, as_ref,);
    parts!(parts_mut, origin_mut, iter_mut, as_deref_mut, as_mut, mut);
}
