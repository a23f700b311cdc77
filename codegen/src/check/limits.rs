//! How much rules may have. Each limit is far above what people write (the whole catalogue has the share that is named), and
//! keeps what a compilation takes within a second or so and some hundred megabytes, whatever the files say.

use std::collections::BTreeSet;

use super::Checker;
use crate::check::model::Expr;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use aud_rules_plan::MAX_FLOW_KINDS;

/// Items of all files; the catalogue has a twentieth.
pub(super) const MAX_ITEMS: usize = 4_000;
/// Views, and queries of problems: each is prepared again for each view before it that waits for another.
pub(super) const MAX_VIEWS: usize = 200;
/// Columns of a table; SQLite itself takes 2,000.
pub(super) const MAX_COLUMNS: usize = 200;
/// Members of a set, with those of the sets in it.
pub(super) const MAX_MEMBERS: usize = 20_000;
/// Members of all sets at all places where they are used.
const MAX_ALL_MEMBERS: usize = 1_000_000;
/// `for` statements of a rule: each multiplies the time of those behind it.
pub(super) const MAX_LOOPS: usize = 16;
/// Levels of an expression when the predicates that it calls are in their place: passes behind the checker call themselves
/// once or more for each, and the interpreter takes 500.
pub(super) const MAX_LEVELS: usize = 400;
/// Parts that a rule or predicate may have when the predicates that it calls are in their place.
const MAX_PARTS: usize = 20_000;
/// The same for all rules and predicates together.
const MAX_ALL_PARTS: usize = 400_000;
/// Regular expressions of all files. Each may take [`MAX_PATTERN_BYTES`] of memory.
const MAX_PATTERNS: usize = 500;
/// Bytes that a compiled pattern may take; far more than a pattern over one line of code needs.
pub(super) const MAX_PATTERN_BYTES: usize = 1 << 19;

/// What is used of the limits that all files share.
#[derive(Default)]
pub(super) struct Spent {
    items: usize,
    views: usize,
    members: usize,
    parts: usize,
    patterns: BTreeSet<String>,
}

impl Checker<'_> {
    /// Reports that there are more than `max` of something.
    pub(super) fn too_many(&mut self, span: Span, max: usize, what: &str) {
        let message = format!("there are more than {max} {what}");
        self.report(Diagnostic::new(Code::TooMany, span, message).help("no rules need so many; leave some out"));
    }

    /// Counts an item; `false` when there are too many.
    pub(super) fn spend_item(&mut self, span: Span) -> bool {
        self.spent.items += 1;
        if self.spent.items == MAX_ITEMS + 1 {
            self.too_many(span, MAX_ITEMS, "items in all files together");
        }
        self.spent.items <= MAX_ITEMS
    }

    /// Counts a view; `false` when there are too many.
    pub(super) fn spend_view(&mut self, span: Span) -> bool {
        self.spent.views += 1;
        if self.spent.views == MAX_VIEWS + 1 {
            self.too_many(span, MAX_VIEWS, "views and queries in all files together");
        }
        self.spent.views <= MAX_VIEWS
    }

    /// There is room for one kind more; otherwise reports that there is none.
    pub(super) fn spend_kind(&mut self, span: Span) -> bool {
        let has_room = self.items.kinds.len() < MAX_FLOW_KINDS;
        if !has_room {
            self.too_many(span, MAX_FLOW_KINDS, "kinds in all files together");
        }
        has_room
    }

    /// Counts the members of a set where it is declared or used; `false` when there are too many.
    pub(super) fn spend_members(&mut self, span: Span, n_members: usize) -> bool {
        let was_within = self.spent.members <= MAX_ALL_MEMBERS;
        self.spent.members += n_members;
        let is_within = self.spent.members <= MAX_ALL_MEMBERS;
        if was_within && !is_within {
            let what = "members in all sets together, those of a set counted at each place that uses it";
            self.too_many(span, MAX_ALL_MEMBERS, what);
        }
        is_within
    }

    /// There are too many members already; that is reported.
    pub(super) fn has_spent_members(&self) -> bool {
        self.spent.members > MAX_ALL_MEMBERS
    }

    /// Counts the parts of a predicate that is put in place of a call, `n_body` being those of the body around it so far;
    /// `false` when there are too many.
    pub(super) fn spend_parts(&mut self, span: Span, n_body: usize, n_parts: usize) -> bool {
        let was_within = self.spent.parts <= MAX_ALL_PARTS;
        self.spent.parts += n_parts;
        let is_within = self.spent.parts <= MAX_ALL_PARTS;
        if n_body + n_parts > MAX_PARTS {
            if n_body <= MAX_PARTS {
                let message = "this is too large with all predicates that are called in it and in them";
                self.error(Code::TooDeep, span, message);
            }
            return false;
        }
        if was_within && !is_within {
            let what = "parts in all rules together, those of a predicate counted at each call";
            self.too_many(span, MAX_ALL_PARTS, what);
        }
        is_within
    }

    /// Reports a rule or predicate with an expression that has too many levels; `false` when it has.
    pub(super) fn check_levels(&mut self, span: Span, exprs: &[&Expr]) -> bool {
        let is_within = exprs.iter().all(|expr| levels(expr) <= MAX_LEVELS);
        if !is_within {
            let message =
                format!("with the predicates in their place, this is nested more than {MAX_LEVELS} levels deep");
            self.report(Diagnostic::new(Code::TooDeep, span, message).help("divide it with `let`"));
        }
        is_within
    }

    /// Counts a regular expression; `false` when there are too many.
    pub(super) fn spend_pattern(&mut self, span: Span, pattern: &str) -> bool {
        if self.spent.patterns.contains(pattern) {
            return true;
        }
        if self.spent.patterns.len() == MAX_PATTERNS {
            self.too_many(span, MAX_PATTERNS, "regular expressions in all files together");
        }
        self.spent.patterns.len() < MAX_PATTERNS && self.spent.patterns.insert(pattern.to_owned())
    }
}

fn levels(expr: &Expr) -> usize {
    1 + expr.parts().into_iter().map(levels).max().unwrap_or(0)
}
