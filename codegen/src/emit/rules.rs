//! One function for each rule: its steps in order, loops as loops.

use proc_macro2::TokenStream;
use quote::quote;

use super::exprs::{Exprs, var_ident};
use super::{doc, rule_fn};
use aud_rules_plan::{Plan, Rule, RuleId, Step, VarId};

/// The functions of all rules.
pub(super) fn rules(plan: &Plan) -> TokenStream {
    plan.rules.iter().enumerate().map(|(index, rule)| rule_function(plan, RuleId(index as u32), rule)).collect()
}

fn rule_function(plan: &Plan, id: RuleId, rule: &Rule) -> TokenStream {
    let place = doc(&format!("Rule {}, {} line {}.", rule.head.name, rule.head.at.file, rule.head.at.line));
    let (name, anchor) = (rule_fn(plan, id), var_ident(rule, VarId(0)));
    let body = steps(Exprs { rule }, &rule.steps, &quote!(return));
    quote! {
        #place
        fn #name<'t>(cx: &Cx<'t>, #anchor: Value<'t>) {
            let _guard = cx.guard();
            #body
        }
    }
}

/// Statements of one block; `leave` ends the block when a condition fails.
fn steps(exprs: Exprs<'_>, steps: &[Step], leave: &TokenStream) -> TokenStream {
    steps.iter().map(|step| statement(exprs, step, leave)).collect()
}

fn statement(exprs: Exprs<'_>, step: &Step, leave: &TokenStream) -> TokenStream {
    match step {
        Step::Let { var, value, origin: _ } => {
            let (var, value) = (var_ident(exprs.rule, *var), exprs.expr(value));
            quote!(let #var = #value;)
        }
        Step::Where { condition, origin: _ } => {
            let condition = exprs.expr(condition);
            quote!(if !Cx::holds(cx, #condition) { #leave; })
        }
        Step::ForEach { var, source, body, origin: _ } => {
            let (var, source) = (var_ident(exprs.rule, *var), exprs.source(source));
            let body = steps(exprs, body, &quote!(continue));
            quote! {
                for item in #source {
                    let _guard = cx.guard();
                    if !cx.holds(item.condition) {
                        continue;
                    }
                    let #var = item.value;
                    #body
                }
            }
        }
        Step::Emit { cells, origin: _ } => {
            let cells = exprs.all(cells);
            quote!(cx.emit(&[#(#cells),*]);)
        }
    }
}
