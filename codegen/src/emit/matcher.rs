//! `Catalogue` and its dispatch: the runtime's `Matcher`, and for each kind of node the tables of names that lead to its
//! rules.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{ident, kind_variant, rule_fn};
use aud_rules_plan::{Decision, Key, KeyBy, Plan, RuleId};

/// `Catalogue` with its implementation of `Matcher`.
pub(super) fn matcher(plan: &Plan, declared: &TokenStream) -> TokenStream {
    let rules = (0..plan.rules.len()).map(|rule| rule_fn(plan, RuleId::at(rule)));
    let n_facts = Literal::u32_unsuffixed(plan.facts.len() as u32);
    let slots = plan.slots.iter().map(|kinds| kind_list(kinds));
    let rule_kinds = plan.rules.iter().map(|rule| kind_list(&rule.kinds));
    quote! {
        /// All rules of the catalogue, compiled.
        pub struct Catalogue;

        impl Matcher for Catalogue {
            #declared

            fn slots(&self) -> Vec<&[Kind]> {
                SLOTS.to_vec()
            }

            #[inline]
            fn is_wanted(&self, kind: Kind) -> bool {
                DECISIONS[kind as usize].is_some()
            }

            fn constants(&self) -> Constants {
                CONSTANTS
            }

            fn n_facts(&self) -> u32 {
                #n_facts
            }

            fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
                if let Some(decision) = DECISIONS[state.tree().kind(node) as usize] {
                    decision.each_due(state, node, |rule| self.run(rule, state, offsets, node));
                }
            }

            #[inline]
            fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
                if let Some(run) = Run::begin(state, offsets, rule, node) {
                    FUNCTIONS[rule.index()](&run, node);
                }
            }

            fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
                RULE_KINDS[rule.index()].contains(&kind)
            }
        }

        /// By rule: what it does at a node.
        static FUNCTIONS: &[for<'t> fn(&Run<'_, 't>, NodeId)] = &[#(#rules),*];

        static SLOTS: &[&[Kind]] = &[#(#slots),*];

        static RULE_KINDS: &[&[Kind]] = &[#(#rule_kinds),*];
    }
}

fn kind_list(kinds: &[String]) -> TokenStream {
    let kinds = kinds.iter().map(|kind| kind_variant(kind));
    quote!(&[#(Kind::#kinds),*])
}

/// For each kind of node the rules that it may be given to.
pub(super) fn decisions(plan: &Plan) -> TokenStream {
    let kinds = plan.decisions.keys().map(|kind| kind_variant(kind));
    let names: Vec<_> = plan.decisions.keys().map(|kind| format_ident!("AT_{}", kind.to_ascii_uppercase())).collect();
    let mut asked = Vec::new();
    let decisions: Vec<TokenStream> = plan.decisions.values().map(|of_kind| decision(of_kind, &mut asked)).collect();
    let kin = (0..asked.len()).map(kin_ident);
    quote! {
        static DECISIONS: [Option<&Decision<'static>>; Kind::COUNT] = {
            let mut decisions: [Option<&Decision<'static>>; Kind::COUNT] = [None; Kind::COUNT];
            #(decisions[Kind::#kinds as usize] = Some(&#names);)*
            decisions
        };

        #(static #names: Decision<'static> = #decisions;)*

        #(static #kin: NameSet = NameSet::new(#asked);)*
    }
}

/// All names of one key whose ancestors are looked up.
fn kin_ident(number: usize) -> Ident {
    format_ident!("KIN_{number}")
}

fn decision(decision: &Decision, asked: &mut Vec<TokenStream>) -> TokenStream {
    let always = rule_list(&decision.always);
    let keyed = decision.keyed.iter().map(|(key, names)| key_table(key, names, asked));
    quote!(Decision { always: #always, keyed: &[#(#keyed),*] })
}

fn all(names: &BTreeMap<String, Vec<RuleId>>) -> BTreeSet<RuleId> {
    names.values().flatten().copied().collect()
}

fn key_table(key: &Key, names: &BTreeMap<String, Vec<RuleId>>, asked: &mut Vec<TokenStream>) -> TokenStream {
    let path = key.path.iter().map(|prim| ident(prim));
    let mut kin = || {
        let all = names.keys();
        asked.push(quote!(&[#(#all),*]));
        kin_ident(asked.len() - 1)
    };
    let by = match key.by {
        KeyBy::Name => quote!(By::Name),
        KeyBy::Text => quote!(By::Text),
        KeyBy::Keyword => quote!(By::Keyword),
        KeyBy::Ancestor => {
            let kin = kin();
            quote!(By::Ancestor(&#kin))
        }
        KeyBy::Class => {
            let kin = kin();
            quote!(By::Class(&#kin))
        }
    };
    let all = rule_list(all(names).iter());
    let entries = names.iter().map(|(name, rules)| {
        let rules = rule_list(rules);
        quote!((#name, #rules))
    });
    quote!(KeyTable { by: #by, path: &[#(prim::read::#path),*], names: &[#(#entries),*], all: #all })
}

fn rule_list<'r>(rules: impl IntoIterator<Item = &'r RuleId>) -> TokenStream {
    let rules = rules.into_iter().map(|&rule| rule_id(rule));
    quote!(&[#(#rules),*])
}

fn rule_id(rule: RuleId) -> TokenStream {
    let number = Literal::u32_unsuffixed(rule.0);
    quote!(RuleId(#number))
}
