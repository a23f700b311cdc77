//! From the plan to the text of a Rust module: `Catalogue`, which runs all rules, and a row type for each table.
//!
//! The module depends on the runtime alone and stands in a module of the including crate. It has one function for each
//! kind of node that a rule wants and one for each rule, never a big one, since the compiler's time and the stack of what
//! it makes grow with the size of a function.

pub mod builder;
mod code;
pub mod committed;
mod constants;
mod declared;
mod exprs;
mod functions;
mod layout;
mod matcher;
mod rules;
mod signature;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use aud_rules_plan::{Plan, RuleId};

/// Name of the file with what the rules declare, beside the module: [`Declared`](aud_rules_plan::Declared) as JSON.
pub const DECLARED_FILE: &str = "declared.json";

/// Name of the file with the examples of each rule, beside the module.
pub const EXAMPLES_FILE: &str = "examples.json";

/// First lines of the generated file, which the printer of tokens could not keep.
const HEADER: &str = "// Made from .rules files by aud-rules-codegen; changes here are lost.\n\n";

/// The Rust text for a plan. It reads [`DECLARED_FILE`] and, when the examples are to be there, [`EXAMPLES_FILE`].
///
/// # Panics
///
/// When the tokens are no Rust, which is a fault of this module and shows in its tests.
pub fn emit(plan: &Plan, has_examples: bool) -> String {
    let matcher = matcher::matcher(plan, &declared::methods(has_examples));
    let decisions = matcher::decisions(plan);
    let functions = functions::Functions::new(plan);
    let rules = rules::rules(plan, &functions);
    let functions = functions.into_text();
    let constants = constants::constants(plan);
    let rows = declared::rows(plan);
    let examples = declared::examples(has_examples);
    let tokens = quote! {
        pub use self::engine::Catalogue;

        #[allow(clippy::all, unused_imports, unused_variables, unused_parens, reason = "generated: a rule need not use all that there is")]
        mod engine {
            use ::aud_rules_runtime::rules::dispatch::{By, Decision, KeyTable};
            use ::aud_rules_runtime::syntax::kinds::Kind;
            use ::aud_rules_runtime::rules::matcher::Matcher;
            use ::aud_rules_runtime::rules::file_state::FileState;
            use ::aud_rules_runtime::rules::names;
            use ::aud_rules_runtime::rules::offsets::Offsets;
            use ::aud_rules_runtime::rules::prim::{self, Properties};
            use ::aud_rules_runtime::rules::run::{count, same, Handed, IntoValue, Reach, Run};
            use ::aud_rules_runtime::plan::{Declared, Example, Examples, FactId, NamesId, PatternId, ProblemExample, ProblemId, RuleId, SetId, SlotId, TestOutcome};
            use ::aud_rules_runtime::syntax::tree::NodeId;
            use ::aud_rules_runtime::value::{ops, Constants, Fold, LiteralSet, NameSet, Op, Pattern, Value};
            use ::std::sync::LazyLock;

            #matcher
            #decisions
            #rules
            #functions
            #constants
            #examples
        }

        #rows
    };
    let file = syn::parse2(tokens).unwrap_or_else(|error| panic!("the emitted tokens are no Rust: {error}"));
    HEADER.to_owned() + &layout::laid_out(&prettyplease::unparse(&file))
}

/// The variant of the runtime's `Kind` for a kind of the grammar.
fn kind_variant(kind: &str) -> Ident {
    ident(&if kind == "ERROR" { "Error".to_owned() } else { camel_case(kind) })
}

/// `snake_case` as `CamelCase`.
fn camel_case(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
        })
        .collect()
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The function that runs a rule.
fn rule_fn(plan: &Plan, rule: RuleId) -> Ident {
    format_ident!("rule_{}", plan.rules[rule.index()].head.name)
}

/// A doc comment, line by line.
fn doc(text: &str) -> TokenStream {
    text.trim().lines().map(|line| format!(" {line}")).map(|line| quote!(#[doc = #line])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_their_variants() {
        for (kind, expected) in
            [("call", "Call"), ("for_in_clause", "ForInClause"), ("ERROR", "Error"), ("none", "None")]
        {
            assert_eq!(kind_variant(kind).to_string(), expected);
        }
    }
}
