//! From the sets of dotted names that rules ask for to those that name one class or function twice.
//!
//! A question finds what it asks for under each of its names, so one name in a set is enough, and the others only hide what the
//! set is about. What is defined where is known from libraries, which the compiler has none of: whoever has them says it.

use std::collections::BTreeMap;

use super::Checker;
use super::model::Model;
use crate::ast::{Literal, SetMember, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceMap, Span};

/// Reports, as warnings, names of one class or function beside another one in the same braces. `defined` gives the dotted name
/// under which a class or function of a library is defined; none of what is not known.
///
/// Names that end differently stay: a question looks only at what is called like one of its names.
pub fn look_for_synonyms(
    model: &Model,
    sources: &SourceMap,
    defined: &dyn Fn(&str) -> Option<String>,
    diagnostics: &mut Diagnostics,
) {
    for set in model.asked.iter().filter(|set| set.iter().all(|name| !sources.file(name.span.file).is_library)) {
        let mut by_meaning: BTreeMap<(String, &str), Vec<&Spanned<String>>> = BTreeMap::new();
        for name in set {
            if let Some(defined) = defined(&name.node) {
                by_meaning.entry((defined, last_segment(&name.node))).or_default().push(name);
            }
        }
        for ((defined, _), names) in by_meaning {
            let Some(public) = names.iter().copied().min_by_key(|name| name.node.matches('.').count()) else {
                continue;
            };
            for other in names.iter().filter(|name| name.node != public.node) {
                diagnostics.push(synonym(public, other, &defined));
            }
        }
    }
}

fn synonym(public: &Spanned<String>, other: &Spanned<String>, defined: &str) -> Diagnostic {
    let message = format!("`{}` is another name of `{}`", other.node, public.node);
    let help = match defined == public.node {
        true => format!("leave it out: `{defined}` is found under all its names"),
        false => format!("leave it out: `{}` stands for `{defined}`, which is found under all its names", public.node),
    };
    Diagnostic::new(Code::TwoNames, other.span, message).also(public.span, "named here").help(help)
}

fn last_segment(dotted: &str) -> &str {
    dotted.rsplit('.').next().unwrap_or(dotted)
}

impl Checker<'_> {
    /// Notes the names that a question asks for: those between these braces, and those of the sets that are named there.
    pub(super) fn note_asked(&mut self, braces: Span, members: &[SetMember]) {
        let mut waiting = vec![(braces, members)];
        while let Some((span, members)) = waiting.pop() {
            if self.asked.contains_key(&span) {
                continue;
            }
            let texts = members.iter().filter_map(|member| match member {
                SetMember::Literal(Spanned { node: Literal::Text(text), span }) => {
                    Some(Spanned { node: text.clone(), span: *span })
                }
                _ => None,
            });
            self.asked.insert(span, texts.collect());
            let sets = members.iter().filter_map(|member| match member {
                SetMember::Set(name) => self.items.set(&name.node, name.span.file),
                SetMember::Literal(_) => None,
            });
            waiting.extend(sets.map(|set| (set.name.span, &*set.members)));
        }
    }
}
