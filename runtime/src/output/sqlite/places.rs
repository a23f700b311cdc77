//! From paths to numbers of files: ascending as the paths are, with room between them for files that come later.
//!
//! Rows are stored by the number of their file, so the order of numbers is the order in which rows are read. To keep a
//! list in order under insertion by numbers with gaps is known as order maintenance; here the gaps are filled evenly, and
//! when one is full everything is numbered anew.

/// Numbers below this take three bytes in a row; they are spread over all of them, so that the gaps are as wide as is free.
const CHEAP: i64 = 1 << 23;

/// The least gap between two files of a new database.
const LEAST_GAP: i64 = 64;

/// Numbers for `n` files between those with the numbers `low` and `high`, both excluded; `None` of them is no file.
/// Nothing when they do not fit.
pub(super) fn spread(low: Option<i64>, high: Option<i64>, n: usize) -> Option<impl Iterator<Item = i64>> {
    let n = i64::try_from(n).ok()?;
    let first = low.unwrap_or(0);
    let end = high.unwrap_or_else(|| match low {
        None => CHEAP.max((n + 1).saturating_mul(LEAST_GAP)),
        Some(last) => last.saturating_add((n + 1).saturating_mul(LEAST_GAP)),
    });
    let gap = (end - first) / (n + 1);
    (gap > 0).then(|| (1..=n).map(move |at| first + at * gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(low: Option<i64>, high: Option<i64>, n: usize, expected: Option<&[i64]>) {
        let given = spread(low, high, n).map(|numbers| numbers.collect::<Vec<_>>());
        assert_eq!(given.as_deref(), expected, "{n} between {low:?} and {high:?}");
    }

    #[test]
    fn numbers_ascend_and_leave_room() {
        check(None, None, 3, Some(&[1 << 21, 2 << 21, 3 << 21]));
        check(None, Some(9), 2, Some(&[3, 6]));
        check(Some(6), Some(9), 2, Some(&[7, 8]));
        check(Some(100), None, 2, Some(&[164, 228]));
        check(None, None, 0, Some(&[]));
        let many = spread(None, None, 1_000_000).unwrap().collect::<Vec<_>>();
        assert!(many.is_sorted() && many[1] - many[0] == LEAST_GAP);
    }

    #[test]
    fn a_full_gap_is_told() {
        check(Some(6), Some(9), 3, None);
        check(Some(6), Some(7), 1, None);
        check(None, Some(1), 1, None);
    }
}
