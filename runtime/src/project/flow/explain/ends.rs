//! Where ways end, in the order in which they are told.

use super::{Origin, OriginKind, Stop};

/// Removes what is told twice, and brings the rest into an order that does not hang on the walk. Where something but
/// constants arrives, constants come last.
pub(super) fn in_order(stops: &mut Vec<Stop>, origins: &mut Vec<Origin>) {
    stops.dedup_by(|next, first| next.at == first.at && next.why == first.why && next.way == first.way);
    origins.sort_by_key(|origin| (origin.what == OriginKind::Constant, origin.at, origin.what.clone()));
    origins.dedup();
}
