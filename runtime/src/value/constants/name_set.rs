//! The dotted names that a rule asks for, as a set that answers for whole names and for last names alike.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::modules::last_segment;

/// Sets up to that size are searched from end to end.
const SMALL: usize = 6;

/// Dotted names that a rule asks for, e.g. `subprocess.run`.
#[derive(Debug)]
pub struct NameSet {
    names: &'static [&'static str],
    /// Indexes of the names with each last name; made when a big set is first asked.
    by_last: OnceLock<FxHashMap<&'static str, Vec<u32>>>,
}

impl NameSet {
    /// A set of these names, in any order.
    pub const fn new(names: &'static [&'static str]) -> NameSet {
        NameSet { names, by_last: OnceLock::new() }
    }

    /// Its names.
    pub fn names(&self) -> &'static [&'static str] {
        self.names
    }

    /// Any of the names that end in the segment `last` is what is looked for.
    pub(crate) fn ending_in(&self, last: &str, mut is_found: impl FnMut(&'static str) -> bool) -> bool {
        if self.names.len() <= SMALL {
            return self.names.iter().any(|name| last_segment(name, '.') == last && is_found(name));
        }
        let by_last = self.by_last.get_or_init(|| {
            let mut by_last: FxHashMap<&'static str, Vec<u32>> = FxHashMap::default();
            for (index, name) in self.names.iter().enumerate() {
                by_last.entry(last_segment(name, '.')).or_default().push(index as u32);
            }
            by_last
        });
        by_last.get(last).is_some_and(|indexes| indexes.iter().any(|&index| is_found(self.names[index as usize])))
    }

    /// That dotted name, when it holds it.
    pub(crate) fn get(&self, full: &str) -> Option<&'static str> {
        let mut found = None;
        self.ending_in(last_segment(full, '.'), |name| {
            found = (name == full).then_some(name);
            found.is_some()
        });
        found
    }

    /// Gives `take` the names that a dotted name may mean whose root is bound nowhere, as [`NameSet::has_assumed`] tells.
    pub(crate) fn each_assumed(&self, written: &str, mut take: impl FnMut(&'static str)) {
        self.ending_in(last_segment(written, '.'), |name| {
            if is_end_of(written, name) {
                take(name);
            }
            false
        });
    }

    /// It holds that dotted name.
    pub fn has(&self, full: &str) -> bool {
        self.ending_in(last_segment(full, '.'), |name| name == full)
    }

    /// It holds a name whose last segment is `last`.
    pub fn has_last(&self, last: &str) -> bool {
        self.ending_in(last, |_| true)
    }

    /// It holds a name that a dotted name may mean whose root is bound nowhere: what is written is the end of it, by
    /// whole segments.
    pub fn has_assumed(&self, written: &str) -> bool {
        self.ending_in(last_segment(written, '.'), |name| is_end_of(written, name))
    }
}

/// What is written is the end of a name, by whole segments.
fn is_end_of(written: &str, name: &str) -> bool {
    name.strip_suffix(written).is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEW: &[&str] = &["a.b.run", "os.system", "run"];
    const MANY: &[&str] = &["a.b.run", "os.system", "run", "m.a", "m.b", "m.c", "m.d", "m.e"];

    #[test]
    fn sets_know_names_and_their_ends() {
        let cases = [
            ("os.system", true, true),
            ("system", false, true),
            ("a.b.run", true, true),
            ("b.run", false, true),
            ("run", true, true),
            ("x.run", false, false),
            ("x.b.run", false, false),
            ("x.y.b.run", false, false),
            ("posix.system", false, false),
            ("x.ystem", false, false),
        ];
        for names in [FEW, MANY] {
            let set = NameSet::new(names);
            for (name, is_in, is_assumed) in cases {
                assert_eq!(set.has(name), is_in, "has {name}");
                assert_eq!(set.has_assumed(name), is_assumed, "assumed {name}");
            }
            assert!(set.has_last("system") && !set.has_last("os"));
        }
    }
}
