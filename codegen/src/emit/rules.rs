//! One function for each rule: its steps in order, loops as loops, each behind the statement that it was written as.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

use super::code::Form;
use super::exprs::{Exprs, bound};
use super::functions::Functions;
use super::layout::note;
use super::{doc, rule_fn};
use aud_rules_plan::{ArgumentKey, Expr, FlowStep, Iterable, Origin, Plan, Rule, RuleId, Step, TestOutcome, VarId};

/// The functions of all rules.
pub(super) fn rules<'p>(plan: &'p Plan, functions: &Functions<'p>) -> TokenStream {
    let ids = (0..plan.rules.len() as u32).map(RuleId);
    ids.zip(&plan.rules).map(|(id, rule)| rule_function(plan, functions, id, rule)).collect()
}

fn rule_function<'p>(plan: &'p Plan, functions: &Functions<'p>, id: RuleId, rule: &'p Rule) -> TokenStream {
    let place = doc(&format!("Rule {}, {} line {}.", rule.head.name, rule.head.at.file, rule.head.at.line));
    let exprs = Exprs::new(plan, functions, &rule.vars);
    let (name, anchor) = (rule_fn(plan, id), exprs.bind(VarId(0), Form::Node, true));
    let body = Block { exprs: &exprs, file: &rule.head.at.file, leave: quote!(return) }.steps(&rule.steps);
    quote! {
        #place
        fn #name<'t>(run: &Run<'_, 't>, #anchor: NodeId) {
            #body
        }
    }
}

/// The statements of one block; `leave` ends it when a condition fails.
struct Block<'b, 'p> {
    exprs: &'b Exprs<'p>,
    /// Rule file of the rule.
    file: &'p str,
    leave: TokenStream,
}

impl Block<'_, '_> {
    fn steps(&self, steps: &[Step]) -> TokenStream {
        let mut tokens = TokenStream::new();
        let mut rest = steps;
        while let Some((step, after)) = rest.split_first() {
            rest = after;
            match (step, after) {
                // `let x = ...` and `where x is present` are one statement of Rust.
                (
                    Step::Let { var, value, origin },
                    [Step::Where { condition: Expr::Present(of), origin: _ }, behind @ ..],
                ) if **of == Expr::Var(*var) => {
                    let code = self.exprs.expr(value);
                    if code.is_sure || code.form.is_value() || code.form == Form::Absent {
                        tokens.extend(self.step(step));
                        continue;
                    }
                    tokens.extend(self.written(origin));
                    let (name, code, leave) =
                        (self.exprs.bind(*var, code.form, true), before_else(code.whole()), &self.leave);
                    tokens.extend(quote!(let Some(#name) = #code else { #leave; };));
                    rest = behind;
                }
                _ => tokens.extend(self.step(step)),
            }
        }
        tokens
    }

    fn step(&self, step: &Step) -> TokenStream {
        let written = self.written(step.origin());
        let statement = match step {
            Step::Let { var, value, origin: _ } => {
                let value = self.exprs.expr(value);
                let (name, value) = (self.exprs.bind(*var, value.form, value.is_sure), bound(&value));
                quote!(let #name = #value;)
            }
            Step::Where { condition, origin: _ } => self.condition(condition),
            Step::ForEach { var, source, body, origin: _ } => self.for_each(*var, source, body),
            Step::Emit { cells, origin: _ } => {
                let cells = self.exprs.values(cells);
                quote!(run.emit(&[#(#cells),*]);)
            }
            Step::Flow { says, origin: _ } => self.flow(says),
            Step::Report { at, origin: _ } => {
                let at = self.exprs.argument(at);
                quote!(run.report(#at);)
            }
        };
        quote!(#written #statement)
    }

    fn flow(&self, says: &FlowStep) -> TokenStream {
        match says {
            FlowStep::Source { kinds, at } => {
                let (kinds, at) = (bits(*kinds), self.exprs.argument(at));
                quote!(run.source(#kinds, #at);)
            }
            FlowStep::Sink { kinds, at } => {
                let (kinds, at) = (bits(*kinds), self.exprs.argument(at));
                quote!(run.sink(#kinds, #at);)
            }
            FlowStep::Clean { kinds, at, when } => {
                let (kinds, at) = (bits(*kinds), self.exprs.argument(at));
                let when = match when {
                    None => quote!(None),
                    Some(TestOutcome::True) => quote!(Some(TestOutcome::True)),
                    Some(TestOutcome::False) => quote!(Some(TestOutcome::False)),
                    Some(TestOutcome::Returned) => quote!(Some(TestOutcome::Returned)),
                };
                quote!(run.clean(#kinds, #at, #when);)
            }
            FlowStep::Step { from, to } => {
                let (from, to) = (self.exprs.argument(from), self.exprs.argument(to));
                quote!(run.step(#from, #to);)
            }
            FlowStep::Call { callee, arguments, result } => {
                let callee = self.exprs.argument(callee);
                let arguments = arguments.iter().map(|(key, value)| {
                    let (key, value) = (handed(key), self.exprs.expr(value).value());
                    quote!((#key, #value))
                });
                let result = result.as_ref().map_or(quote!(Value::None), |result| self.exprs.argument(result));
                quote!(run.call(#callee, &[#(#arguments),*], #result);)
            }
        }
    }

    fn condition(&self, condition: &Expr) -> TokenStream {
        let leave = &self.leave;
        // What is known to be there is so from here on.
        if let Expr::Present(of) = condition
            && let Expr::Var(var) = **of
        {
            let code = self.exprs.variable(var);
            if !code.is_sure && !code.form.is_value() && code.form != Form::Absent {
                let name = self.exprs.bind(var, code.form, true);
                return quote!(let Some(#name) = #name else { #leave; };);
            }
        }
        let code = self.exprs.expr(condition);
        if code.is_open() {
            let value = code.value();
            return quote!(if !run.holds(#value) { #leave; });
        }
        let fails = code.holds().negated();
        quote!(if #fails { #leave; })
    }

    fn for_each(&self, var: VarId, source: &Iterable, body: &[Step]) -> TokenStream {
        let members = self.exprs.members(source);
        let name = self.exprs.bind(var, members.form, !members.form.is_value());
        let inner = Block { exprs: self.exprs, file: self.file, leave: quote!(continue) };
        let (iter, body) = (&members.iter, inner.steps(body));
        if !members.is_open() {
            // Conditions of one round that wait for other files end with it.
            let is_guarded = body.to_string().contains("run . holds");
            let guard = is_guarded.then(|| quote!(let _guard = run.guard();));
            return quote!(for #name in #iter { #guard #body });
        }
        quote! {
            for item in #iter {
                let _guard = run.guard();
                if !run.holds(item.condition) {
                    continue;
                }
                let #name = item.value;
                #body
            }
        }
    }

    /// The statement as it was written, as a remark.
    fn written(&self, origin: &Origin) -> TokenStream {
        if origin.text.is_empty() {
            return TokenStream::new();
        }
        let file = if origin.at.file == self.file { String::new() } else { format!("{}:", origin.at.file) };
        note(&format!("{file}{}: {}", origin.at.line, origin.text))
    }
}

/// A set of kinds.
fn bits(kinds: u64) -> Literal {
    Literal::u64_unsuffixed(kinds)
}

/// How an argument of a call that nobody writes down is handed over.
fn handed(key: &ArgumentKey) -> TokenStream {
    match key {
        ArgumentKey::Index(index) => {
            let index = Literal::u32_unsuffixed(*index);
            quote!(Handed::Index(#index))
        }
        ArgumentKey::Name(name) => quote!(Handed::Name(#name)),
        ArgumentKey::Star => quote!(Handed::Star),
        ArgumentKey::DoubleStar => quote!(Handed::DoubleStar),
    }
}

/// An expression in front of `else`, where Rust takes none that ends in a block.
fn before_else(code: &TokenStream) -> TokenStream {
    match code.clone().into_iter().last() {
        Some(TokenTree::Group(last)) if last.delimiter() == Delimiter::Brace => quote!((#code)),
        _ => code.clone(),
    }
}
