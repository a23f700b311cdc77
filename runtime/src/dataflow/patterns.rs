//! `match`: whether a subject can fit a pattern, and what the names in it get.

use crate::dataflow::body::BodyRun;
use crate::dataflow::flow::Outcome;
use crate::dataflow::folding;
use crate::resolve::fold::{Constant, number};
use crate::segment::graph::{Derivation, DisplayKind, Entry, Op, ValueId};
use crate::segment::interface::OwnedPath;
use crate::syntax::kinds::{Field, Kind};
use crate::syntax::tree::NodeId;
use aud_rules_plan::TestOutcome;

/// Classes whose pattern takes the subject itself as its first part.
const SELF_MATCHING: [&str; 11] =
    ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

/// What is known of a subject and a pattern.
struct Fit {
    /// Whether it fits, where that is certain.
    is_sure: Option<bool>,
    /// What is tested of the subject: an equality or the class.
    test: Option<ValueId>,
}

impl Fit {
    const MAYBE: Fit = Fit { is_sure: None, test: None };
    const ALWAYS: Fit = Fit { is_sure: Some(true), test: None };
    const NEVER: Fit = Fit { is_sure: Some(false), test: None };
}

impl<'t> BodyRun<'_, '_, 't> {
    /// The subject of a `match` is compared with the patterns of a clause.
    pub(super) fn matches(&mut self, clause: NodeId) -> Outcome {
        let Some(statement) = self.match_of(clause) else { return Outcome::default() };
        let subject = self.subject(statement);
        let patterns: Vec<NodeId> = self.patterns(clause).collect();
        let fit = match patterns.as_slice() {
            [only] if !self.is_sequence_of_one(*only) => self.fit(*only, subject),
            several => self.fit_sequence(several, subject, clause),
        };
        if let Some(test) = fit.test
            && fit.is_sure.is_none()
        {
            // The class of a pattern is the test itself; of a value, it is the comparison.
            let is_comparison = matches!(self.op(test), Op::Derived { .. });
            if is_comparison {
                return Outcome { test: Some(test), truth: None };
            }
            self.classes_tested.push((clause, subject, test));
        }
        Outcome { test: None, truth: fit.is_sure }
    }

    fn match_of(&self, clause: NodeId) -> Option<NodeId> {
        self.tree.ancestors(clause).find(|&around| self.tree.kind(around) == Kind::MatchStatement)
    }

    fn patterns(&self, clause: NodeId) -> impl Iterator<Item = NodeId> + use<'t> {
        let tree = self.tree;
        tree.children(clause).filter(move |&child| tree.kind(child) == Kind::CasePattern)
    }

    /// `case x,:`.
    fn is_sequence_of_one(&self, pattern: NodeId) -> bool {
        self.tree.source[self.tree.node(pattern).end as usize..].trim_start().starts_with(',')
    }

    fn fit(&mut self, pattern: NodeId, subject: ValueId) -> Fit {
        let tree = self.tree;
        let inner = tree.children(pattern).next();
        match (tree.kind(pattern), inner) {
            (Kind::CasePattern, None) if tree.slice(pattern) == "_" => Fit::ALWAYS,
            (Kind::CasePattern, Some(inner)) => self.fit(inner, subject),
            (Kind::AsPattern, Some(inner)) => self.fit(inner, subject),
            (Kind::DottedName, _) if tree.name(pattern).contains('.') => {
                let value = self.dotted(pattern);
                self.fit_equal(value, subject, pattern)
            }
            (Kind::DottedName | Kind::Identifier, _) => Fit::ALWAYS,
            (Kind::UnionPattern, _) => self.fit_any(pattern, subject),
            (Kind::ClassPattern, _) => self.fit_class(pattern, subject),
            (Kind::ListPattern | Kind::TuplePattern, _) => {
                let parts: Vec<NodeId> = tree.children(pattern).collect();
                match parts.as_slice() {
                    // `(x)` only groups.
                    [only] if tree.kind(pattern) == Kind::TuplePattern && !self.is_sequence_of_one(*only) => {
                        self.fit(*only, subject)
                    }
                    several => self.fit_sequence(several, subject, pattern),
                }
            }
            (Kind::DictPattern, _) => {
                self.evaluate_values_in(pattern);
                if self.constant_of(subject).is_some() { Fit::NEVER } else { Fit::MAYBE }
            }
            (
                Kind::String
                | Kind::ConcatenatedString
                | Kind::True
                | Kind::False
                | Kind::None
                | Kind::Integer
                | Kind::Float,
                _,
            ) => self.fit_constant(pattern, subject),
            _ => Fit::MAYBE,
        }
    }

    /// A literal, perhaps with a minus before it, which has no node.
    fn fit_constant(&mut self, literal: NodeId, subject: ValueId) -> Fit {
        let mut value = self.expression(literal);
        let before = &self.tree.source[..self.tree.node(literal).start as usize];
        if before.trim_end().ends_with('-') {
            let negative = self.constant_of(value).and_then(|constant| number::unary("-", constant));
            value = match negative {
                Some(negative) => self.constant(negative, literal),
                None => self.unknown(literal),
            };
        }
        self.fit_equal(value, subject, literal)
    }

    fn fit_equal(&mut self, value: ValueId, subject: ValueId, pattern: NodeId) -> Fit {
        if let (Some(x), Some(y)) = (self.constant_of(self.base(subject)), self.constant_of(value)) {
            return match folding::compare(x, "==", y) {
                Some(true) => Fit::ALWAYS,
                Some(false) => Fit::NEVER,
                None => Fit::MAYBE,
            };
        }
        let op = Op::derived(Derivation::Equal, [subject, value]);
        Fit { is_sure: None, test: Some(self.push(op, pattern)) }
    }

    /// `mod.CONSTANT`.
    fn dotted(&mut self, pattern: NodeId) -> ValueId {
        let (tree, dotted) = (self.tree, self.tree.name(pattern));
        let mut parts = dotted.split('.');
        let first = parts.next().unwrap_or(dotted);
        let mut value = self.read(tree.node(pattern).scope, first.trim(), pattern);
        for member in parts {
            value = self.attribute(value, member.trim(), pattern);
        }
        self.place(pattern, value);
        value
    }

    fn fit_any(&mut self, pattern: NodeId, subject: ValueId) -> Fit {
        let alternatives: Vec<NodeId> = self.tree.children(pattern).collect();
        let mut is_sure = Some(false);
        let mut tests = Vec::new();
        for alternative in alternatives {
            let fit = self.fit(alternative, subject);
            is_sure = match (is_sure, fit.is_sure) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            };
            tests.push(fit.test);
        }
        // `_` has no node.
        if self.tree.slice(pattern).rsplit('|').next().is_some_and(|last| last.trim() == "_") {
            is_sure = Some(true);
        }
        Fit { is_sure, test: self.membership(&tests, subject, pattern) }
    }

    /// `"a" | "b"` is a test of membership.
    fn membership(&mut self, tests: &[Option<ValueId>], subject: ValueId, pattern: NodeId) -> Option<ValueId> {
        let values: Option<Vec<ValueId>> = tests
            .iter()
            .map(|test| match self.op((*test)?) {
                Op::Derived { how: Derivation::Equal, from, .. } => from.get(1).copied(),
                _ => None,
            })
            .collect();
        let entries = values?.into_iter().map(|value| Entry { key: None, value, is_spread: false }).collect();
        let all = self.push_display(DisplayKind::Tuple, entries, pattern);
        Some(self.push(Op::derived(Derivation::Contains, [subject, all]), pattern))
    }

    fn fit_class(&mut self, pattern: NodeId, subject: ValueId) -> Fit {
        let tree = self.tree;
        let Some(name) = tree.children(pattern).next() else { return Fit::MAYBE };
        let class = self.dotted(name);
        self.evaluate_values_in(pattern);
        let has_parts = tree.children(pattern).nth(1).is_some();
        let is_sure = match (self.constant_of(subject), self.op(class)) {
            (Some(constant), Op::Named(OwnedPath::Outside(path))) => match (constant, &**path) {
                (Constant::Text(_), "builtins.str") | (Constant::Int(_), "builtins.int") if !has_parts => Some(true),
                (Constant::Text(_), "builtins.int" | "builtins.list" | "builtins.dict" | "builtins.bytes")
                | (Constant::Int(_), "builtins.str" | "builtins.list" | "builtins.dict") => Some(false),
                _ => None,
            },
            _ => None,
        };
        Fit { is_sure, test: Some(class) }
    }

    fn fit_sequence(&mut self, patterns: &[NodeId], subject: ValueId, _node: NodeId) -> Fit {
        for &pattern in patterns {
            self.evaluate_values_in(pattern);
        }
        if self.constant_of(subject).is_some() {
            return Fit::NEVER;
        }
        let has_star = patterns.iter().any(|&pattern| self.star_in(pattern).is_some());
        let n_elements = self.contents(subject).and_then(|contents| contents.elements.as_ref()).map(Vec::len);
        match n_elements {
            Some(n) if n != patterns.len() && !has_star => Fit::NEVER,
            _ => Fit::MAYBE,
        }
    }

    /// Values that patterns inside a pattern compare with: they are evaluated, and their outcome is not followed.
    fn evaluate_values_in(&mut self, pattern: NodeId) {
        let tree = self.tree;
        for child in tree.children(pattern) {
            match tree.kind(child) {
                Kind::CasePattern
                | Kind::AsPattern
                | Kind::UnionPattern
                | Kind::ListPattern
                | Kind::TuplePattern
                | Kind::DictPattern
                | Kind::KeywordPattern => self.evaluate_values_in(child),
                Kind::ClassPattern => {
                    if let Some(name) = tree.children(child).next() {
                        self.dotted(name);
                    }
                    self.evaluate_values_in(child);
                }
                Kind::DottedName if tree.name(child).contains('.') && tree.kind(pattern) != Kind::ClassPattern => {
                    self.dotted(child);
                }
                Kind::String | Kind::ConcatenatedString | Kind::Integer => {
                    self.expression(child);
                }
                _ => {}
            }
        }
    }

    fn star_in(&self, pattern: NodeId) -> Option<NodeId> {
        match self.tree.kind(pattern) {
            Kind::SplatPattern => Some(pattern),
            Kind::CasePattern => self.tree.child_of_kind(pattern, Kind::SplatPattern),
            _ => None,
        }
    }

    /// The names in the patterns of a clause get the parts of the subject.
    pub(super) fn capture(&mut self, clause: NodeId) {
        let Some(statement) = self.match_of(clause) else { return };
        let mut subject = self.subject(statement);
        if let Some(&(_, value, class)) = self.classes_tested.iter().rev().find(|&&(of, ..)| of == clause) {
            self.set_tested(value, class, TestOutcome::True);
            subject = self.tested(value, class, TestOutcome::True);
        }
        let patterns: Vec<NodeId> = self.patterns(clause).collect();
        match patterns.as_slice() {
            [only] if !self.is_sequence_of_one(*only) => self.capture_pattern(*only, subject),
            several => self.capture_sequence(several, subject),
        }
    }

    fn capture_pattern(&mut self, pattern: NodeId, value: ValueId) {
        let tree = self.tree;
        match tree.kind(pattern) {
            Kind::CasePattern => {
                if let Some(inner) = tree.children(pattern).next() {
                    self.capture_pattern(inner, value);
                }
            }
            Kind::AsPattern => {
                let parts: Vec<NodeId> = tree.children(pattern).collect();
                if let [inner, name] = parts[..] {
                    self.capture_pattern(inner, value);
                    self.capture_name(name, value);
                }
            }
            Kind::DottedName | Kind::Identifier => self.capture_name(pattern, value),
            Kind::UnionPattern => self.capture_alternatives(pattern, value),
            Kind::ListPattern | Kind::TuplePattern => {
                let parts: Vec<NodeId> = tree.children(pattern).collect();
                match parts.as_slice() {
                    [only] if tree.kind(pattern) == Kind::TuplePattern && !self.is_sequence_of_one(*only) => {
                        self.capture_pattern(*only, value);
                    }
                    several => self.capture_sequence(several, value),
                }
            }
            Kind::DictPattern => self.capture_mapping(pattern, value),
            Kind::ClassPattern => self.capture_class(pattern, value),
            Kind::SplatPattern => {
                if let Some(name) = tree.children(pattern).next() {
                    self.capture_name(name, value);
                }
            }
            _ => {}
        }
    }

    fn capture_name(&mut self, name: NodeId, value: ValueId) {
        let text = self.tree.name(name);
        if text != "_" && !text.contains('.') {
            self.place(name, value);
            self.bind(self.tree.node(name).scope, text, name, value, None);
        }
    }

    /// All alternatives bind the same names; each gets one of what they give it.
    fn capture_alternatives(&mut self, pattern: NodeId, value: ValueId) {
        use crate::dataflow::flow::Arrival;
        let alternatives: Vec<NodeId> = self.tree.children(pattern).collect();
        let before = self.state.clone();
        let mut arrivals = Vec::new();
        for alternative in alternatives {
            self.state = before.clone();
            self.capture_pattern(alternative, value);
            arrivals.push(Arrival::through(std::mem::take(&mut self.state)));
        }
        self.state = if arrivals.is_empty() { before } else { self.merge(arrivals) };
    }

    fn capture_sequence(&mut self, patterns: &[NodeId], value: ValueId) {
        let star = patterns.iter().position(|&pattern| self.star_in(pattern).is_some());
        let parts = self.unpacked(value, patterns.len(), star, patterns);
        for (&pattern, part) in patterns.iter().zip(parts) {
            self.capture_pattern(pattern, part);
        }
    }

    fn capture_mapping(&mut self, pattern: NodeId, value: ValueId) {
        let tree = self.tree;
        let mut key = None;
        for child in tree.children(pattern) {
            match (tree.kind(child), tree.node(child).field) {
                (Kind::SplatPattern, _) => {
                    if let Some(name) = tree.children(child).next() {
                        let entries = vec![Entry { key: None, value, is_spread: true }];
                        let rest = self.push_display(DisplayKind::Dict, entries, child);
                        self.capture_name(name, rest);
                    }
                }
                (_, Field::Key) => key = Some(child),
                (_, Field::Value) => {
                    let Some(key) = key.take() else { continue };
                    let key = match tree.kind(key) {
                        Kind::DottedName => self.dotted(key),
                        _ => self.expression(key),
                    };
                    let held = self.item(value, key, child);
                    self.capture_pattern(child, held);
                }
                _ => {}
            }
        }
    }

    fn capture_class(&mut self, pattern: NodeId, value: ValueId) {
        let tree = self.tree;
        let mut parts = tree.children(pattern);
        let named = parts.next();
        let class = named.map_or("", |class| tree.name(class));
        let is_self = SELF_MATCHING.contains(&class);
        let value = match (self.op(value), named) {
            (Op::Tested { .. }, _) | (_, None) => value,
            (_, Some(named)) => {
                let class = self.dotted(named);
                self.tested(value, class, TestOutcome::True)
            }
        };
        for (index, part) in (0..).zip(parts) {
            let keyword = match tree.kind(part) {
                Kind::KeywordPattern => Some(part),
                _ => tree.child_of_kind(part, Kind::KeywordPattern),
            };
            match keyword {
                Some(keyword) => {
                    let mut inner = tree.children(keyword);
                    let (Some(name), Some(pattern)) = (inner.next(), inner.next()) else { continue };
                    let attribute = self.attribute(value, tree.name(name), keyword);
                    self.capture_pattern(pattern, attribute);
                }
                None if is_self => self.capture_pattern(part, value),
                None => {
                    let held = self.push(Op::Unpacked { of: value, index, is_rest: false }, part);
                    self.capture_pattern(part, held);
                }
            }
        }
    }
}
