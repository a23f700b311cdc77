//! Sets, sets of names and regular expressions: a static each, called as rule files call it, and the table of all by
//! which undecided values find them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use aud_rules_plan::{PatternId, Plan, SetId};

/// The static of a set of literals.
pub(super) fn set_ident(plan: &Plan, set: SetId) -> Ident {
    named("SET", plan.labels.sets.get(set.0 as usize), set.0)
}

/// The static of a regular expression.
pub(super) fn pattern_ident(pattern: PatternId) -> Ident {
    format_ident!("PATTERN_{}", pattern.0)
}

fn named(what: &str, label: Option<&String>, id: u32) -> Ident {
    match label {
        Some(label) if !label.is_empty() => format_ident!("{what}_{}", label.to_ascii_uppercase()),
        _ => format_ident!("{what}_{id}"),
    }
}

/// All constants.
pub(super) fn constants(plan: &Plan) -> TokenStream {
    let mut tokens = TokenStream::new();
    let sets: Vec<Ident> = (0..plan.sets.len() as u32).map(|set| set_ident(plan, SetId(set))).collect();
    for (name, set) in sets.iter().zip(&plan.sets) {
        let texts = &set.texts;
        let ints = set.ints.iter().map(|int| Literal::i64_unsuffixed(*int));
        tokens.extend(quote! {
            static #name: LiteralSet = LiteralSet { texts: &[#(#texts),*], ints: &[#(#ints),*] };
        });
    }
    let names: Vec<Ident> =
        (0..plan.names.len()).map(|id| named("NAMES", plan.labels.names.get(id), id as u32)).collect();
    for (name, names) in names.iter().zip(&plan.names) {
        tokens.extend(quote!(static #name: NameSet = NameSet::new(&[#(#names),*]);));
    }
    let patterns: Vec<Ident> = (0..plan.patterns.len() as u32).map(|id| pattern_ident(PatternId(id))).collect();
    for (name, pattern) in patterns.iter().zip(&plan.patterns) {
        tokens.extend(quote!(static #name: Pattern = Pattern::new(#pattern);));
    }
    quote! {
        #tokens
        static CONSTANTS: Constants = Constants {
            sets: &[#(&#sets),*],
            names: &[#(&#names),*],
            patterns: &[#(&#patterns),*],
        };
    }
}
