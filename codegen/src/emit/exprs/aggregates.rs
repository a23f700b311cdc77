//! Aggregates: iterators of Rust where all is decided, otherwise folds of the run.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Exprs;
use crate::emit::code::{Code, Form};
use aud_rules_plan::{Expr, Fold, Iterable, VarId};

/// What is iterated.
pub(in crate::emit) struct Members {
    /// An iterator: over what `form` says, or over members that each have a condition.
    pub(in crate::emit) iter: TokenStream,
    /// What holds a member.
    pub(in crate::emit) form: Form,
}

impl Members {
    /// Each member has a condition.
    pub(in crate::emit) fn is_open(&self) -> bool {
        self.form == Form::Open
    }
}

impl Exprs<'_> {
    /// The members of a list, or the nodes of a slot.
    pub(in crate::emit) fn members(&self, source: &Iterable) -> Members {
        match source {
            Iterable::List(list) => {
                let list = self.expr(list);
                let (list_of, value) = (list.as_optional(), list.value());
                match list.form {
                    Form::Nodes => Members { iter: quote!(run.each(#list_of)), form: Form::Node },
                    Form::Texts => Members { iter: quote!(run.each(#list_of)), form: Form::Text },
                    Form::Open => Members { iter: quote!(run.items(#value)), form: Form::Open },
                    _ => Members { iter: quote!(run.each_value(#value)), form: Form::Plain },
                }
            }
            Iterable::Slot { slot, region, is_within } => {
                let region = self.expr(region).into_form(Form::Node);
                let (slot, region) = (Literal::u32_unsuffixed(slot.0), region.as_optional());
                let reach = if *is_within { quote!(Reach::Within) } else { quote!(Reach::In) };
                Members { iter: quote!(run.slot(SlotId(#slot), #region, #reach)), form: Form::Node }
            }
        }
    }

    pub(super) fn collect(
        &self,
        fold: Fold,
        var: VarId,
        source: &Iterable,
        condition: Option<&Expr>,
        value: Option<&Expr>,
    ) -> Code {
        let members = self.members(source);
        let name = self.bind(var, members.form, !members.form.is_value());
        let condition = condition.map(|condition| self.expr(condition));
        let value = value.map(|value| self.expr(value));
        let is_open = members.is_open() || condition.iter().chain(&value).any(Code::is_open);
        let member = self.variable(var);
        if !is_open && let Some(code) = decided(fold, &members, &name, condition.as_ref(), value.as_ref()) {
            return code;
        }
        let iter = &members.iter;
        let condition = condition.map_or(quote!(Value::Bool(true)), |condition| condition.value());
        let value = value.unwrap_or(member).value();
        let word = fold_variant(fold);
        let folded = quote!(run.fold(Fold::#word, #iter, |#name| #condition, |#name| #value));
        Code::optional(if is_open { Form::Open } else { Form::Plain }, folded)
    }

    pub(super) fn group(&self, var: VarId, source: &Iterable, condition: Option<&Expr>, key: &Expr) -> Code {
        let members = self.members(source);
        let name = self.bind(var, members.form, !members.form.is_value());
        let condition = condition.map(|condition| self.expr(condition));
        let key = self.expr(key);
        let is_open = members.is_open() || key.is_open() || condition.iter().any(Code::is_open);
        let (iter, key) = (&members.iter, key.value());
        let condition = condition.map_or(quote!(Value::Bool(true)), |condition| condition.value());
        let groups = quote!(run.group(#iter, |#name| #condition, |#name| #key));
        Code::optional(if is_open { Form::Open } else { Form::Plain }, groups)
    }
}

/// The aggregate as an iterator; none for folds that the runtime must do.
fn decided(
    fold: Fold,
    members: &Members,
    name: &Ident,
    condition: Option<&Code>,
    value: Option<&Code>,
) -> Option<Code> {
    let iter = &members.iter;
    let condition = condition.map(|condition| condition.holds().whole().clone());
    let kept = match &condition {
        Some(condition) => quote!(#iter.filter(|&#name| #condition)),
        None => iter.clone(),
    };
    let chosen = match (fold, &condition) {
        (Fold::Any, Some(condition)) => {
            return Some(Code::sure(Form::Bool, quote!(#iter.any(|#name| #condition))));
        }
        (Fold::Any, None) => return Some(Code::sure(Form::Bool, quote!(#iter.next().is_some()))),
        (Fold::Count, _) => return Some(Code::sure(Form::Int, quote!(count(#kept)))),
        (Fold::First, Some(condition)) => quote!(#iter.find(|&#name| #condition)),
        (Fold::First, None) => quote!(#iter.next()),
        (Fold::Last, _) => quote!(#kept.last()),
        (Fold::List, _) => return list(&kept, name, members.form, value),
        (Fold::Sum | Fold::Min | Fold::Max, _) => return None,
    };
    Some(match value {
        None if members.form.is_value() => Code::optional(members.form, quote!(#chosen.unwrap_or(Value::None))),
        None => Code::optional(members.form, chosen),
        Some(value) => {
            let whole = value.whole();
            let read = match value.form {
                form if form.is_value() || form == Form::Absent => {
                    let value = value.value();
                    return Some(Code::optional(Form::Plain, quote!(#chosen.map_or(Value::None, |#name| #value))));
                }
                _ if value.is_sure => quote!(#chosen.map(|#name| #whole)),
                _ => quote!(#chosen.and_then(|#name| #whole)),
            };
            Code::optional(value.form, read)
        }
    })
}

/// The values of the members, absent ones left out.
fn list(kept: &TokenStream, name: &Ident, member: Form, value: Option<&Code>) -> Option<Code> {
    let form = match value.map_or(member, |value| value.form) {
        Form::Node => Form::Nodes,
        Form::Text => Form::Texts,
        _ => return None,
    };
    let listed = match value {
        None => quote!(run.list(#kept)),
        Some(value) => {
            let whole = value.whole();
            let method = if value.is_sure { quote!(map) } else { quote!(filter_map) };
            quote!(run.list(#kept.#method(|#name| #whole)))
        }
    };
    Some(Code::sure(form, listed))
}

fn fold_variant(fold: Fold) -> Ident {
    super::super::ident(&super::super::camel_case(fold.word()))
}
