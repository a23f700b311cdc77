//! Expressions of the plan as calls of the runtime, and the constants that they name.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident;
use aud_rules_plan::{Expr, Fold, Iterable, Plan, Question, Rule, VarId};

/// Sets, name sets and regular expressions, each a static with the number of the plan.
pub(super) fn constants(plan: &Plan) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, set) in plan.sets.iter().enumerate() {
        let (name, texts) = (format_ident!("SET_{index}"), &set.texts);
        let ints = set.ints.iter().map(|int| Literal::i64_unsuffixed(*int));
        tokens.extend(quote! {
            static #name: LiteralSet = LiteralSet { texts: &[#(#texts),*], ints: &[#(#ints),*] };
        });
    }
    for (index, names) in plan.names.iter().enumerate() {
        let name = format_ident!("NAMES_{index}");
        tokens.extend(quote!(static #name: NameSet = NameSet::new(&[#(#names),*]);));
    }
    for (index, pattern) in plan.patterns.iter().enumerate() {
        let name = format_ident!("PATTERN_{index}");
        tokens.extend(quote! {
            static #name: ::std::sync::LazyLock<Regex> = ::std::sync::LazyLock::new(|| {
                Regex::new(#pattern).expect("the compiler of the rules has compiled this expression")
            });
        });
    }
    tokens
}

/// The Rust name of a variable: that of the rule, made distinct by its number.
pub(super) fn var_ident(rule: &Rule, var: VarId) -> Ident {
    match rule.vars.get(var.0 as usize) {
        Some(name) if !name.is_empty() => format_ident!("{}_{}", name, var.0),
        _ => format_ident!("v_{}", var.0),
    }
}

/// Writes the expressions of one rule. Methods are called by path, which the printer of tokens lays out better.
#[derive(Clone, Copy)]
pub(super) struct Exprs<'p> {
    pub(super) rule: &'p Rule,
}

impl Exprs<'_> {
    /// An expression of type `Value<'t>`.
    pub(super) fn expr(self, expr: &Expr) -> TokenStream {
        match expr {
            Expr::None => quote!(Value::None),
            Expr::Bool(value) => quote!(Value::Bool(#value)),
            Expr::Int(value) => {
                let value = Literal::i64_unsuffixed(*value);
                quote!(Value::Int(#value))
            }
            Expr::Real(value) => {
                let value = Literal::f64_unsuffixed(*value);
                quote!(Value::Real(#value))
            }
            Expr::Text(value) => quote!(Value::Text(#value)),
            Expr::Set(set) => {
                let set = format_ident!("SET_{}", set.0);
                quote!(Value::Set(&#set))
            }
            Expr::Pattern(pattern) => {
                let pattern = format_ident!("PATTERN_{}", pattern.0);
                quote!(Value::Pattern(&#pattern))
            }
            Expr::Var(var) => {
                let var = var_ident(self.rule, *var);
                quote!(#var)
            }
            Expr::Module => quote!(Value::Node(NodeId::MODULE)),
            Expr::Prop { prim, of, args } => {
                let (prim, of, args) = (ident(prim), self.expr(of), self.all(args));
                quote!(Cx::get(cx, prim::#prim, #of, &[#(#args),*]))
            }
            Expr::Pure { op, args } => {
                let (op, args) = (ident(op), self.all(args));
                quote!(Cx::pure(cx, ops::#op, &[#(#args),*]))
            }
            Expr::Ask { question, of, names } => self.ask(*question, of, names.0),
            Expr::And(all) => self.chain(all, &ident("and")),
            Expr::Or(any) => self.chain(any, &ident("or")),
            Expr::Coalesce(values) => self.chain(values, &ident("coalesce")),
            Expr::Present(of) => {
                let of = self.expr(of);
                quote!(Cx::is_present(cx, #of))
            }
            Expr::Choose(arms) => {
                let arms = arms.iter().map(|(condition, value)| {
                    let (condition, value) = (self.expr(condition), self.expr(value));
                    quote!((&|| #condition, &|| #value))
                });
                quote!(Cx::choose(cx, &[#(#arms),*]))
            }
            Expr::Let { var, value, body } => {
                let (var, value, body) = (var_ident(self.rule, *var), self.expr(value), self.expr(body));
                quote!({ let #var = #value; #body })
            }
            Expr::Collect { fold, var, source, condition, value } => {
                self.collect(*fold, *var, source, condition.as_deref(), value.as_deref())
            }
            Expr::Group { var, source, condition, key } => {
                let (items, var) = (self.source(source), var_ident(self.rule, *var));
                let (condition, key) = (self.condition(condition.as_deref()), self.expr(key));
                quote!(Cx::group(cx, #items, |#var| #condition, |#var| #key))
            }
            Expr::List(members) => {
                let members = self.all(members);
                quote!(Cx::alloc_list(cx, [#(#members),*]))
            }
            Expr::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let value = self.expr(value);
                    quote!((#key, #value))
                });
                quote!(Cx::object(cx, &[#(#entries),*]))
            }
        }
    }

    /// The items of a loop or an aggregate: an expression of type `Vec<Item<'t>>`.
    pub(super) fn source(self, source: &Iterable) -> TokenStream {
        match source {
            Iterable::List(list) => {
                let list = self.expr(list);
                quote!(Cx::items(cx, #list))
            }
            Iterable::Slot { slot, region, is_within } => {
                let (slot, region) = (Literal::u32_unsuffixed(slot.0), self.expr(region));
                let reach = if *is_within { quote!(Reach::Within) } else { quote!(Reach::In) };
                quote!(Cx::slot(cx, #slot, #region, #reach))
            }
        }
    }

    pub(super) fn all(self, exprs: &[Expr]) -> Vec<TokenStream> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn ask(self, question: Question, of: &Expr, names: u32) -> TokenStream {
        let (function, names, of) = (ident(question.function()), format_ident!("NAMES_{names}"), self.expr(of));
        quote!(Cx::ask(cx, names::#function, #of, &#names))
    }

    /// Operands that are looked at one after another, each only when those before do not settle it.
    fn chain(self, operands: &[Expr], method: &Ident) -> TokenStream {
        match operands {
            [] => quote!(Value::None),
            [last] => self.expr(last),
            [first, rest @ ..] => {
                let (first, rest) = (self.expr(first), self.chain(rest, method));
                quote!(Cx::#method(cx, #first, || #rest))
            }
        }
    }

    fn condition(self, condition: Option<&Expr>) -> TokenStream {
        condition.map_or(quote!(Value::Bool(true)), |condition| self.expr(condition))
    }

    fn collect(
        self,
        fold: Fold,
        var: VarId,
        source: &Iterable,
        condition: Option<&Expr>,
        value: Option<&Expr>,
    ) -> TokenStream {
        let fold = match fold {
            Fold::Any => quote!(Fold::Any),
            Fold::Count => quote!(Fold::Count),
            Fold::First => quote!(Fold::First),
            Fold::Last => quote!(Fold::Last),
            Fold::List => quote!(Fold::List),
            Fold::Sum => quote!(Fold::Sum),
            Fold::Min => quote!(Fold::Min),
            Fold::Max => quote!(Fold::Max),
        };
        let (items, var) = (self.source(source), var_ident(self.rule, var));
        let condition = self.condition(condition);
        let value = value.map_or(quote!(#var), |value| self.expr(value));
        quote!(Cx::fold(cx, #fold, #items, |#var| #condition, |#var| #value))
    }
}
