//! Operators and functions. Of decided values comparisons are those of Rust; whatever builds a value is the runtime's.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Exprs;
use crate::emit::code::{Code, Form};
use crate::emit::{camel_case, constants, signature};
use aud_rules_plan::Expr;

impl Exprs<'_> {
    pub(super) fn operation(&self, op: &str, args: &[Expr]) -> Code {
        let codes: Vec<Code> = args.iter().map(|arg| self.expr(arg)).collect();
        if codes.iter().any(Code::is_open) {
            return Code::optional(Form::Open, apply(op, &codes));
        }
        match (op, args, &codes[..]) {
            ("not", _, [of]) => Code::condition(of.holds().negated()),
            ("eq" | "ne", _, [left, right]) => equal(left, right, op == "ne").unwrap_or_else(|| decided(op, &codes)),
            ("lt" | "le" | "gt" | "ge", _, [left, right]) => {
                ordered(op, left, right).unwrap_or_else(|| decided(op, &codes))
            }
            ("in_set", [_, Expr::Set(set)], [of, _]) => {
                let set = constants::set_ident(self.plan, *set);
                match of.form {
                    Form::Text => held(of, "text", |text| quote!(#set.has_text(#text))),
                    Form::Int => held(of, "int", |int| quote!(#set.has_int(#int))),
                    _ => decided(op, &codes),
                }
            }
            ("like", [_, Expr::Pattern(pattern)], [of, _]) if of.form == Form::Text => {
                let pattern = constants::pattern_ident(*pattern);
                held(of, "text", |text| quote!(#pattern.is_match(#text)))
            }
            ("starts_with" | "ends_with" | "contains", _, [whole, part])
                if whole.form == Form::Text && part.form == Form::Text =>
            {
                let method = format_ident!("{op}");
                match (whole.is_sure, part.is_sure) {
                    (_, true) => {
                        let part = part.whole();
                        held(whole, "text", |text| quote!(#text.#method(#part)))
                    }
                    (_, false) => {
                        let (whole, part) = (whole.as_optional(), part.as_optional());
                        let test = quote!((#whole).zip(#part).is_some_and(|(text, part)| text.#method(part)));
                        Code::sure(Form::Bool, test)
                    }
                }
            }
            _ => decided(op, &codes),
        }
    }
}

/// The operation of the runtime, whatever the values are.
fn apply(op: &str, args: &[Code]) -> TokenStream {
    let (op, args) = (format_ident!("{}", camel_case(op)), args.iter().map(Code::argument));
    quote!(run.apply(Op::#op, (#(#args,)*)))
}

/// The operation of the runtime on decided values, in the form of what it gives.
fn decided(op: &str, args: &[Code]) -> Code {
    let forms: Vec<Form> = args.iter().map(|arg| arg.form).collect();
    let value = Code::optional(Form::Plain, apply(op, args));
    match op {
        "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "in_set" | "in_list" | "like" | "starts_with" | "ends_with"
        | "contains" => value.holds(),
        _ => value.into_form(signature::of_operation(op, &forms)),
    }
}

/// A method that tests a value, which may be absent: `text` of `SET.has_text(text)`.
fn held(of: &Code, name: &str, test: impl Fn(&TokenStream) -> TokenStream) -> Code {
    let operand = of.operand();
    if of.is_sure {
        return Code::sure(Form::Bool, test(&operand));
    }
    let name = format_ident!("{name}");
    let test = test(&quote!(#name));
    Code::sure(Form::Bool, quote!(#operand.is_some_and(|#name| #test)))
}

/// `==` or `!=` of values of one type; none when the runtime must look at their types.
fn equal(left: &Code, right: &Code, is_negated: bool) -> Option<Code> {
    let is_same =
        left.form == right.form && matches!(left.form, Form::Node | Form::Text | Form::Int | Form::Real | Form::Bool);
    if !is_same {
        return None;
    }
    let sign = if is_negated { quote!(!=) } else { quote!(==) };
    if left.is_sure || right.is_sure {
        let is_bare = left.is_sure && right.is_sure;
        let side = |code: &Code| if is_bare || !code.is_sure { code.operand() } else { code.as_optional() };
        let (left, right) = (side(left), side(right));
        return Some(Code::condition(quote!(#left #sign #right)));
    }
    let (left, right) = (left.whole(), right.whole());
    Some(match is_negated {
        true => Code::condition(quote!(!same(#left, #right))),
        false => Code::sure(Form::Bool, quote!(same(#left, #right))),
    })
}

/// An order between numbers or texts of one type.
fn ordered(op: &str, left: &Code, right: &Code) -> Option<Code> {
    if left.form != right.form || !matches!(left.form, Form::Text | Form::Int | Form::Real) {
        return None;
    }
    let sign = match op {
        "lt" => quote!(<),
        "le" => quote!(<=),
        "gt" => quote!(>),
        _ => quote!(>=),
    };
    if left.is_sure && right.is_sure {
        let (left, right) = (left.operand(), right.operand());
        return Some(Code::condition(quote!(#left #sign #right)));
    }
    let (left, right) = (left.as_optional(), right.as_optional());
    Some(Code::sure(Form::Bool, quote!((#left).zip(#right).is_some_and(|(left, right)| left #sign right))))
}
