//! `Catalogue` and its dispatch: the runtime's `Matcher`, one function for each kind of node, and the tables of names
//! that lead from a node to its rules.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{doc, ident, kind_variant, rule_fn};
use aud_rules_plan::{Decision, KeyPath, Plan, RuleId};

/// `Catalogue` with its implementation of `Matcher`.
pub(super) fn matcher(plan: &Plan, declared: &TokenStream) -> TokenStream {
    let kinds: Vec<_> = plan.decisions.keys().map(|kind| kind_variant(kind)).collect();
    let visits: Vec<_> = plan.decisions.keys().map(|kind| format_ident!("visit_{kind}")).collect();
    let ids: Vec<_> = (0..plan.rules.len()).map(|index| rule_id(RuleId::at(index))).collect();
    let rules: Vec<_> = (0..plan.rules.len() as u32).map(|rule| rule_fn(plan, RuleId(rule))).collect();
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
                WANTED[kind as usize]
            }

            fn constants(&self) -> Constants {
                CONSTANTS
            }

            fn n_facts(&self) -> u32 {
                #n_facts
            }

            fn visit(&self, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
                match state.tree().kind(node) {
                    #(Kind::#kinds => #visits(state, offsets, node),)*
                    _ => {}
                }
            }

            fn run(&self, rule: RuleId, state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
                let Some(run) = Run::begin(state, offsets, rule, node) else { return };
                match rule {
                    #(#ids => #rules(&run, node),)*
                    _ => {}
                }
            }

            fn is_wanted_by(&self, rule: RuleId, kind: Kind) -> bool {
                RULE_KINDS[rule.index()].contains(&kind)
            }
        }

        const WANTED: [bool; Kind::COUNT] = {
            let mut wanted = [false; Kind::COUNT];
            #(wanted[Kind::#kinds as usize] = true;)*
            wanted
        };

        static SLOTS: &[&[Kind]] = &[#(#slots),*];

        static RULE_KINDS: &[&[Kind]] = &[#(#rule_kinds),*];
    }
}

fn kind_list(kinds: &[String]) -> TokenStream {
    let kinds = kinds.iter().map(|kind| kind_variant(kind));
    quote!(&[#(Kind::#kinds),*])
}

/// The functions for each kind of node.
pub(super) fn visits(plan: &Plan) -> TokenStream {
    plan.decisions.iter().map(|(kind, decision)| visit(plan, kind, decision)).collect()
}

fn visit(plan: &Plan, kind: &str, decision: &Decision) -> TokenStream {
    let place = doc(&format!("Rules at a `{kind}`."));
    let name = format_ident!("visit_{kind}");
    if decision.keyed.is_empty() {
        let calls = decision.always.iter().map(|&rule| {
            let (id, function) = (rule_id(rule), rule_fn(plan, rule));
            quote!(if let Some(run) = Run::begin(state, offsets, #id, node) { #function(&run, node); })
        });
        return quote! {
            #place
            fn #name(state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
                #(#calls)*
            }
        };
    }
    let table = format_ident!("AT_{}", kind.to_ascii_uppercase());
    let rules: BTreeSet<RuleId> =
        decision.always.iter().copied().chain(decision.keyed.values().flat_map(all)).collect();
    let ids = rules.iter().map(|&rule| rule_id(rule));
    let functions = rules.iter().map(|&rule| rule_fn(plan, rule));
    let always = rule_list(&decision.always);
    let keyed = decision.keyed.iter().map(|(path, names)| key_table(path, names));
    quote! {
        static #table: Decision<'static> = Decision { always: #always, keyed: &[#(#keyed),*] };

        #place
        fn #name(state: &FileState<'_>, offsets: &Offsets, node: NodeId) {
            for rule in Due::at(state, node, &#table) {
                let Some(run) = Run::begin(state, offsets, rule, node) else { continue };
                match rule {
                    #(#ids => #functions(&run, node),)*
                    _ => {}
                }
            }
        }
    }
}

fn all(names: &BTreeMap<String, Vec<RuleId>>) -> BTreeSet<RuleId> {
    names.values().flatten().copied().collect()
}

fn key_table(path: &KeyPath, names: &BTreeMap<String, Vec<RuleId>>) -> TokenStream {
    let path = path.iter().map(|prim| ident(prim));
    let all = rule_list(all(names).iter());
    let entries = names.iter().map(|(name, rules)| {
        let rules = rule_list(rules);
        quote!((#name, #rules))
    });
    quote!(KeyTable { path: &[#(prim::read::#path),*], names: &[#(#entries),*], all: #all })
}

fn rule_list<'r>(rules: impl IntoIterator<Item = &'r RuleId>) -> TokenStream {
    let rules = rules.into_iter().map(|&rule| rule_id(rule));
    quote!(&[#(#rules),*])
}

fn rule_id(rule: RuleId) -> TokenStream {
    let number = Literal::u32_unsuffixed(rule.0);
    quote!(RuleId(#number))
}
