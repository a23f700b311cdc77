//! Kinds of data: from their names to bits, and which of them anything produces or takes.

use super::Checker;
use super::items::Key;
use crate::ast::Name;
use crate::check::meaning::{Gap, Meaning};
use crate::check::model::FlowKind;
use crate::diag::{Code, Diagnostic, did_you_mean};

/// What the rules do with a kind.
#[derive(Clone, Copy, Default)]
pub(super) struct KindUse {
    /// Something names it.
    pub(super) is_named: bool,
    /// Some `source` has it.
    pub(super) is_produced: bool,
    /// Some `sink` has it.
    pub(super) is_taken: bool,
}

impl<'a> Checker<'a> {
    /// The kinds of these names as bits; `note` says what is done with each. Unknown ones are reported and left out.
    pub(super) fn kind_bits(&mut self, names: &[Name], note: impl Fn(&mut KindUse)) -> u64 {
        let mut bits = 0;
        for name in names {
            let Some((bit, key)) = self.find_kind(name) else { continue };
            let used = self.used_kinds.entry(key).or_default();
            used.is_named = true;
            note(used);
            bits |= 1 << bit;
        }
        bits
    }

    fn find_kind(&mut self, name: &Name) -> Option<(usize, Key<'a>)> {
        if let Some((bit, kind)) = self.items.kind(&name.node, name.span.file) {
            self.words.note(name.span, || Meaning::FlowKind(kind.name.span));
            return Some((bit, Key::of_kind(kind)));
        }
        self.words.note(name.span, || Meaning::Unknown(Gap::FlowKind));
        if self.is_broken_item(&["kind"], &name.node) {
            return None;
        }
        if let Some(hidden) = self.items.kinds.values().find(|kind| kind.name.node == name.node) {
            let declared = hidden.name.span;
            self.report_private(Code::UnknownFlowKind, "kind", name, declared);
            return None;
        }
        let message = format!("there is no kind `{}`", name.node);
        let help = did_you_mean(&name.node, self.items.kind_names(name.span.file))
            .unwrap_or_else(|| format!("declare it: `kind {}`, with a doc comment above", name.node));
        self.report(Diagnostic::new(Code::UnknownFlowKind, name.span, message).help(help));
        None
    }

    /// All kinds, by their bits.
    pub(super) fn kinds(&self) -> Vec<FlowKind> {
        let to_model = |kind: &&crate::ast::FlowKind| FlowKind {
            name: kind.name.node.clone(),
            doc: kind.doc.clone(),
            is_private: kind.is_private,
            span: kind.name.span,
        };
        self.items.kinds.values().map(to_model).collect()
    }
}
